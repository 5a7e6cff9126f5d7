//! Letters that are written in several ways, written in one.
use super::Tongue;

/// The words of a text in small letters, marks that only help to pronounce them left out.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    pieces(text).into_iter().map(|piece| compared(&piece))
}

/// The same, each after the way it is written in this text: with its apostrophe, in the letters of its language.
pub fn written(text: &str) -> impl Iterator<Item = (String, String)> {
    let pieces = pieces(text).into_iter();
    pieces.map(|piece| (as_written(&piece), compared(&piece)))
}

/// A text before its last word, and that word; nothing where it ends in something else.
pub fn last_word(text: &str) -> (&str, &str) {
    let of_word = |c: &(usize, char)| is_letter(c.1);
    let begin = text.char_indices().rev().take_while(of_word).last();
    text.split_at(begin.map_or(text.len(), |(at, _)| at))
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

fn pieces(text: &str) -> Vec<String> {
    let text = joined(text);
    let found = text.split(|c| !is_letter(c));
    let found = found.filter(|piece| piece.chars().any(|c| !is_mark(c)));
    found.map(str::to_owned).collect()
}

fn compared(piece: &str) -> String {
    let letters = piece.chars().filter(|c| !is_mark(*c));
    letters.flat_map(char::to_lowercase).map(one_way).collect()
}

fn as_written(piece: &str) -> String {
    let inside = piece.trim_matches(|c| is_mark(c) && !is_accent(c));
    let letters = inside
        .chars()
        .filter(|c| is_accent(*c) || is_apostrophe(*c) || !is_mark(*c));
    letters.flat_map(char::to_lowercase).collect()
}

/// Letters put together from a letter and a mark become the one letter that they are in Danish and German.
fn joined(text: &str) -> String {
    const PAIRS: [(&str, &str); 8] = [
        ("a\u{30a}", "å"),
        ("A\u{30a}", "å"),
        ("a\u{308}", "ä"),
        ("A\u{308}", "ä"),
        ("o\u{308}", "ö"),
        ("O\u{308}", "ö"),
        ("u\u{308}", "ü"),
        ("U\u{308}", "ü"),
    ];
    let whole = text.to_owned();
    if !text.contains(['\u{308}', '\u{30a}']) {
        return whole;
    }
    PAIRS
        .iter()
        .fold(whole, |text, (pair, one)| text.replace(pair, one))
}

/// What makes no other word: accents that stand by themselves, Arabic vowels and the line that
/// stretches a word, soft hyphens, and the apostrophe inside Ukrainian words.
fn is_mark(c: char) -> bool {
    is_accent(c)
        || is_apostrophe(c)
        || matches!(
            c,
            '\u{610}'..='\u{61a}'
                | '\u{64b}'..='\u{65f}'
                | '\u{670}'
                | '\u{6d6}'..='\u{6ed}'
                | '\u{640}'
                | '\u{ad}'
        )
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

/// What is the same letter in whatever language.
fn one_way(c: char) -> char {
    match c {
        // Alef in all its forms, yeh and kaf as Arabs and Iranians write them.
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ې' => 'ي',
        'ک' => 'ك',
        'ھ' | 'ە' => 'ه',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        'ґ' => 'г',
        other => other,
    }
}

fn digit(c: char, zero: char) -> char {
    char::from_digit(c as u32 - zero as u32, 10).unwrap_or(c)
}

/// A word or a stem in the letters everybody has: *å* as *aa* in Danish, *ü* as *u* in German.
pub(super) fn plain(tongue: Tongue, word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    for c in word.chars() {
        match (tongue, c) {
            (Tongue::Danish, 'ä') | (_, 'æ') => plain.push_str("ae"),
            (Tongue::Danish, 'ö') | (_, 'ø') => plain.push_str("oe"),
            (_, 'å') => plain.push_str("aa"),
            (_, 'ß') => plain.push_str("ss"),
            (_, 'ä' | 'à' | 'á' | 'â' | 'ã') => plain.push('a'),
            (_, 'ö' | 'ò' | 'ó' | 'ô' | 'õ') => plain.push('o'),
            (_, 'ü' | 'ù' | 'ú' | 'û') => plain.push('u'),
            (_, 'é' | 'è' | 'ê' | 'ë') => plain.push('e'),
            (_, 'í' | 'ì' | 'î' | 'ï') => plain.push('i'),
            (_, 'ç') => plain.push('c'),
            (_, 'ñ') => plain.push('n'),
            (Tongue::Arabic, 'ة') => plain.push('ه'),
            (Tongue::Arabic | Tongue::Farsi, 'ؤ') => plain.push('و'),
            (Tongue::Arabic | Tongue::Farsi, 'ئ') => plain.push('ي'),
            // Letters of Ethiopic that sound the same today, in their seven orders.
            (Tongue::Tigrinya, '\u{1220}'..='\u{1227}') => plain.push(shifted(c, 0x1220, 0x1230)),
            (Tongue::Tigrinya, '\u{1340}'..='\u{1347}') => plain.push(shifted(c, 0x1340, 0x1338)),
            (Tongue::Tigrinya, '\u{1280}'..='\u{1287}') => plain.push(shifted(c, 0x1280, 0x1200)),
            (_, other) => plain.push(other),
        }
    }
    plain
}

fn shifted(c: char, from: u32, to: u32) -> char {
    char::from_u32(c as u32 - from + to).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_shown_as_its_writers_spell_it() {
        for (text, form, word) in [
            ("Сім’я", "сім’я", "сімя"),
            ("«П'ятниця»", "п'ятниця", "пятниця"),
            ("'Kaffe'", "kaffe", "kaffe"),
            ("کودکی", "کودکی", "كودكي"),
            ("مُسْتَشْفى", "مستشفى", "مستشفي"),
            ("أطفـــال", "أطفال", "اطفال"),
            ("CAFE\u{301}", "cafe\u{301}", "cafe"),
        ] {
            let found: Vec<_> = written(text).collect();
            assert_eq!(found, [(form.to_owned(), word.to_owned())], "{text}");
            assert_eq!(words(text).collect::<Vec<_>>(), [word], "{text}");
        }
        assert_eq!(words("' – \u{301}").count(), 0);
    }

    #[test]
    fn the_last_word_is_cut_where_it_begins() {
        assert_eq!(last_word("моя сім’я"), ("моя ", "сім’я"));
        assert_eq!(last_word("kaffe "), ("kaffe ", ""));
        assert_eq!(last_word(""), ("", ""));
    }
}
