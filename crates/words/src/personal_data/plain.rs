//! A text as its recognisers read it: digits of any script as 0 to 9, every dash as one dash, every blank as
//! one blank, no letters that cannot be seen, and a capital O among digits as the nought it stands for.

/// The plain text, and where each of its bytes stood.
pub struct Plain {
    pub text: String,
    places: Vec<usize>,
    end: usize,
}

impl Plain {
    pub fn of(text: &str) -> Self {
        let mut plain = Self {
            text: String::with_capacity(text.len()),
            places: Vec::with_capacity(text.len()),
            end: text.len(),
        };
        let mut from = 0;
        while let Some(first) = text.get(from..).and_then(|t| t.chars().next()) {
            let until = run(text, from).unwrap_or(from + first.len_utf8());
            let word = text.get(from..until).unwrap_or_default();
            let number = stands_for_a_number(word);
            for (at, letter) in word.char_indices() {
                plain.push(from + at, letter, number);
            }
            from = until;
        }
        plain
    }

    fn push(&mut self, at: usize, letter: char, number: bool) {
        let read = match letter {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return,
            '‐' | '‑' | '‒' | '–' | '—' | '−' | '﹣' | '－' => '-',
            '＠' | '﹫' => '@',
            'O' | 'o' if number => '0',
            'I' | 'l' if number => '1',
            letter if letter.is_whitespace() => ' ',
            letter => digit(letter).unwrap_or(letter),
        };
        self.text.push(read);
        self.places.resize(self.text.len(), at);
    }

    /// Where a stretch of the plain text stands in the text it was made of.
    pub fn stretch(&self, start: usize, end: usize) -> (usize, usize) {
        let place = |at: usize| self.places.get(at).copied().unwrap_or(self.end);
        (place(start), place(end))
    }
}

/// Where the run of letters and digits that begins here ends; none where none begins.
fn run(text: &str, from: usize) -> Option<usize> {
    let rest = text.get(from..)?;
    let length: usize = rest
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .map(char::len_utf8)
        .sum();
    (length > 0).then_some(from + length)
}

/// At least four of digits and the letters that look like some, and two digits among them.
fn stands_for_a_number(word: &str) -> bool {
    let all = word.chars().count();
    let digits = word.chars().filter(|c| digit(*c).is_some()).count();
    all >= 4
        && digits >= 2
        && word
            .chars()
            .all(|c| digit(c).is_some() || "OoIl".contains(c))
}

/// A digit of any script: Latin, Arabic-Indic, Persian, full width.
fn digit(letter: char) -> Option<char> {
    let zero = match letter as u32 {
        0x30..=0x39 => 0x30,
        0x660..=0x669 => 0x660,
        0x6f0..=0x6f9 => 0x6f0,
        0xff10..=0xff19 => 0xff10,
        _ => return None,
    };
    char::from_digit(letter as u32 - zero, 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_looks_like_a_digit_among_digits_is_read_as_one() {
        assert_eq!(Plain::of("O1O19O–1234").text, "010190-1234");
        assert_eq!(Plain::of("٠١\u{200b}٠١").text, "0101");
        assert_eq!(Plain::of("Ole og O2 og Illo").text, "Ole og O2 og Illo");
    }

    proptest! {
        #[test]
        fn every_stretch_lies_between_letters_of_the_text(text in ".{0,60}") {
            let plain = Plain::of(&text);
            for (at, letter) in plain.text.char_indices() {
                let (start, end) = plain.stretch(at, at + letter.len_utf8());
                prop_assert!(start < end && text.get(start..end).is_some());
            }
        }
    }
}
