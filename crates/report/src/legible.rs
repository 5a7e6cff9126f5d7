//! What people write, made so that it can be set: PDF/UA takes no letter that has no shape.
use crate::world::FONTS;
use serde_json::Value;
use typst::text::Font;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;

/// Stands where a letter was that none of our fonts has.
const UNKNOWN: char = '◊';
/// A word longer than this may be broken anywhere, so that it stays on the paper.
const LONG: usize = 30;
/// So often.
const EACH: usize = 12;
/// Keeps two letters of Farsi apart within a word. It has no shape, and needs none: it shapes those beside it.
const APART: char = '\u{200c}';
/// Where a line may break.
const BREAK: char = '\u{200b}';

/// Makes every text in `values` legible.
pub(crate) fn make(values: &mut Value) {
    match values {
        Value::String(text) => *text = legible(text),
        Value::Array(all) => all.iter_mut().for_each(make),
        Value::Object(all) => all.values_mut().for_each(make),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn legible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for cluster in text.graphemes(true) {
        if cluster.chars().all(char::is_whitespace) {
            // A line of text is one line; paragraphs are lines of their own.
            out.push(' ');
            run = 0;
            continue;
        }
        let shown: String = cluster.chars().filter(|c| !is_hidden(*c)).collect();
        if shown.is_empty() {
            continue;
        }
        run += 1;
        if run > LONG && (run - LONG) % EACH == 1 {
            out.push(BREAK);
        }
        if FONTS.iter().any(|font| has_all(font, &shown)) {
            out.push_str(&shown);
        } else {
            out.push(UNKNOWN);
        }
    }
    out
}

/// Signs that have no shape of their own, or turn the direction of what follows them.
fn is_hidden(c: char) -> bool {
    use GeneralCategory::{Control, Format, PrivateUse, Surrogate, Unassigned};
    let shapeless = matches!(
        c.general_category(),
        Control | Format | PrivateUse | Surrogate | Unassigned
    );
    (shapeless && c != APART) || matches!(c, '\u{fe00}'..='\u{fe0f}')
}

/// Whether one font shows all of a cluster; two fonts never share one.
fn has_all(font: &Font, cluster: &str) -> bool {
    let coverage = &font.info().coverage;
    let mut shaped = cluster.chars().filter(|c| *c != APART);
    shaped.all(|c| coverage.contains(c as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_stays_as_it_is() {
        for text in [
            "Æbler, Østers & Åer – »30 %« kl. 9.30",
            "# $x$ *ikke* _det_ \\ \"her\" @navn <mærke> `kode` //",
            "Їжа та тепло",
            "مرحبا بكم",
            "می\u{200c}خواهم",
            "ሰላም",
        ] {
            assert_eq!(legible(text), text);
        }
    }

    #[test]
    fn what_has_no_shape_is_said_to_be_there_or_left_out() {
        assert_eq!(legible("Tak 🙂!"), "Tak ◊!");
        assert_eq!(legible("Familie 👩‍👩‍👧 her"), "Familie ◊ her");
        assert_eq!(legible("a\u{202e}b\u{0}c\u{e000}\u{feff}"), "abc");
        assert_eq!(legible("to\r\nlinjer\tog mere"), "to linjer og mere");
    }

    #[test]
    fn a_long_word_may_be_broken() {
        let word = "x".repeat(60);
        let parts: Vec<_> = legible(&word).split(BREAK).map(str::len).collect();
        assert_eq!(parts, [30, 12, 12, 6]);
        let compound = "kommunalbestyrelsesmedlem";
        assert_eq!(legible(compound), compound);
    }
}
