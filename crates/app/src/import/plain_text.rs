//! Text out of the HTML that directories keep.

/// Plain text: tags go, those that begin a line become line breaks, named and numbered
/// characters become themselves. A lone `<` stays.
pub fn plain_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        rest = match tag(from) {
            Some((name, after)) => {
                out.push_str(if breaks(name) { "\n" } else { "" });
                after
            }
            None => match character(from) {
                Some((c, after)) => {
                    out.push(c);
                    after
                }
                None => {
                    out.push_str(from.get(..1).unwrap_or_default());
                    from.get(1..).unwrap_or_default()
                }
            },
        };
    }
    out.push_str(rest);
    tidy(&out)
}

/// The name of the tag at the beginning, and what follows it.
fn tag(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('<')?;
    let begins = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?');
    if !inside.starts_with(begins) {
        return None;
    }
    // To the next of both signs, so that no part of the text is looked through twice.
    let (tag, after) = inside.split_at(inside.find(['<', '>'])?);
    let after = after.strip_prefix('>')?;
    let name = tag.trim_start_matches('/');
    let end = name.find(|c: char| !c.is_ascii_alphanumeric());
    Some((
        name.get(..end.unwrap_or(name.len())).unwrap_or_default(),
        after,
    ))
}

fn breaks(name: &str) -> bool {
    const LINES: [&str; 12] = [
        "br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "table",
    ];
    LINES.iter().any(|line| line.eq_ignore_ascii_case(name))
}

/// Longest name of a character, in bytes; a number may have zeros in front.
const NAME_MAX: usize = 32;

/// The character a reference at the beginning stands for, and what follows it.
fn character(text: &str) -> Option<(char, &str)> {
    let inside = text.strip_prefix('&')?;
    let end = inside.bytes().take(NAME_MAX).position(|b| b == b';')?;
    let (name, after) = inside.split_at(end);
    let after = after.strip_prefix(';')?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "aelig" => 'æ',
        "oslash" => 'ø',
        "aring" => 'å',
        "AElig" => 'Æ',
        "Oslash" => 'Ø',
        "Aring" => 'Å',
        "eacute" => 'é',
        "ndash" => '–',
        "bull" => '•',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            let c = char::from_u32(code)?;
            if c.is_control() { ' ' } else { c }
        }
    };
    Some((c, after))
}

/// No blanks at the ends of lines, no more than one empty line in a row.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim) {
        if !line.is_empty() || lines.last().is_some_and(|l| !l.is_empty()) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_go_and_paragraphs_become_lines() {
        let html = "<p>Kaffe &amp; snak<br/>hver <b>tirsdag</b></p><ul><li>gratis</li></ul>";
        assert_eq!(plain_text(html), "Kaffe & snak\nhver tirsdag\n\ngratis");
        assert_eq!(
            plain_text("<script>alert(1)</script>&#229;ben&#x21;"),
            "alert(1)åben!"
        );
    }

    #[test]
    fn signs_that_are_no_tags_stay() {
        for text in ["a < b & c > d", "børn <3", "R&D", "&nothing", "<"] {
            assert_eq!(plain_text(text), text);
        }
    }

    #[test]
    fn however_many_signs_there_are_each_is_looked_at_once() {
        // Looked at from each sign anew, these would take hours.
        for sign in ["&", "<", "<a", "&a <b", "<&"] {
            let text = sign.repeat(400_000);
            assert_eq!(plain_text(&text), text);
        }
    }

    proptest! {
        #[test]
        fn any_text_comes_out_without_whole_tags(text in "[<>&;/#a-zæ1 \n]{0,80}") {
            let _ = plain_text(&text);
        }
    }
}
