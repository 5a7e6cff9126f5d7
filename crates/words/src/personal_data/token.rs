//! A text cut into words that remember where they stood.

/// One word, and what stood before it.
#[derive(Clone, Copy, Debug)]
pub struct Token<'a> {
    pub text: &'a str,
    /// Bytes from the start of the text.
    pub start: usize,
    pub end: usize,
    /// It opens a sentence, so a capital letter says nothing.
    pub opens: bool,
    /// A quotation mark stands right before it: as often a title as a name.
    pub quoted: bool,
    /// Nothing but blanks, or the full stop of an initial, lies between it and the word before.
    pub joined: bool,
}

impl Token<'_> {
    pub fn lower(&self) -> String {
        self.text.to_lowercase()
    }

    pub fn capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// Capitals only, at least two: mostly an abbreviation.
    pub fn all_capitals(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        self.text.chars().count() > 1 && letters.all(char::is_uppercase)
    }
}

/// Letters, and the marks that stand between letters of one word.
fn in_word(c: char) -> bool {
    c.is_alphanumeric()
}

fn inside(c: char) -> bool {
    matches!(c, '-' | '\'' | '’' | '´')
}

/// The words of `text`, in order.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let mut letters = text.char_indices().peekable();
    let mut before = 0;
    while let Some((start, first)) = letters.next() {
        if !in_word(first) {
            continue;
        }
        let mut end = start + first.len_utf8();
        while let Some(&(at, c)) = letters.peek() {
            let next = text.get(at + c.len_utf8()..).and_then(|t| t.chars().next());
            let goes_on = in_word(c) || inside(c) && next.is_some_and(char::is_alphabetic);
            if !goes_on {
                break;
            }
            end = at + c.len_utf8();
            letters.next();
        }
        let between = text.get(before..start).unwrap_or_default();
        found.push(Token {
            text: text.get(start..end).unwrap_or_default(),
            start,
            end,
            opens: found.is_empty() || opens(between, &found),
            quoted: between.trim_end().ends_with(['"', '“', '”', '»', '«']),
            joined: joined(between, &found),
        });
        before = end;
    }
    found
}

fn joined(between: &str, found: &[Token<'_>]) -> bool {
    let initial = found
        .last()
        .is_some_and(|t| t.text.chars().count() == 1 && t.capital());
    let gap = if initial {
        between.trim_start_matches('.')
    } else {
        between
    };
    let touching = gap.is_empty() && gap.len() < between.len();
    !found.is_empty()
        && (touching || !gap.is_empty() && gap.trim().is_empty() && !gap.contains('\n'))
}

/// Whether what stands between two words ends a sentence. A full stop after a single letter or
/// after a shortened title does not.
fn opens(between: &str, found: &[Token<'_>]) -> bool {
    if between.contains(['!', '?', '\n', ':', '–', '•'])
        || between.contains(['"', '“', '”', '»', '«'])
    {
        return true;
    }
    let last = found.last().map(Token::lower).unwrap_or_default();
    let short = last.chars().count() == 1
        || matches!(
            last.as_str(),
            "hr" | "fr" | "frk" | "dr" | "fx" | "bl" | "st" | "prof" | "jf"
        );
    between.contains('.') && !short
}
