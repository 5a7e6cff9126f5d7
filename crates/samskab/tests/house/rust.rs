//! Tells code, comments and texts in quotes apart in a Rust file: as much as the rules here need.

/// One file taken apart. Each part has the line it begins on, counted from 1.
#[derive(Default)]
pub struct Parts {
    /// The code, with comments and quoted texts blanked out; the same number of lines.
    pub code: String,
    pub comments: Vec<(usize, String)>,
    pub quoted: Vec<(usize, String)>,
}

impl Parts {
    pub fn of(text: &str) -> Self {
        let mut parts = Self::default();
        let mut rest = text;
        let mut line = 1;
        while let Some(first) = rest.chars().next() {
            let (kind, length) = next(rest, &parts.code);
            let part = &rest[..length.max(first.len_utf8())];
            match kind {
                Kind::Code => parts.code.push_str(part),
                Kind::Comment => parts.comments.push((line, part.to_owned())),
                Kind::Quoted => parts.quoted.push((line, part.to_owned())),
            }
            if kind != Kind::Code {
                let blank = |c: char| if c == '\n' { '\n' } else { ' ' };
                parts.code.extend(part.chars().map(blank));
            }
            line += part.matches('\n').count();
            rest = &rest[part.len()..];
        }
        parts
    }

    /// The code without its `#[cfg(test)]` modules.
    pub fn code_without_tests(&self) -> String {
        let mut code = self.code.clone();
        while let Some(start) = code.find("#[cfg(test)]") {
            let end = block_end(&code, start);
            let blank: String = code[start..end]
                .chars()
                .map(|c| if c == '\n' { '\n' } else { ' ' })
                .collect();
            code.replace_range(start..end, &blank);
        }
        code
    }

    /// Lines of code that hold `needle`, counted from 1.
    pub fn lines_with(code: &str, needle: &str) -> Vec<usize> {
        let lines = code.lines().enumerate();
        lines
            .filter(|(_, line)| line.contains(needle))
            .map(|(i, _)| i + 1)
            .collect()
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Code,
    Comment,
    Quoted,
}

/// What comes next in `rest`, and how many bytes it is long.
fn next(rest: &str, before: &str) -> (Kind, usize) {
    if rest.starts_with("//") {
        return (Kind::Comment, rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        let end = rest.find("*/").map_or(rest.len(), |i| i + 2);
        return (Kind::Comment, end);
    }
    if rest.starts_with('"') {
        return (Kind::Quoted, quoted_end(rest));
    }
    let in_a_word = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    if !in_a_word && let Some(length) = raw_end(rest) {
        return (Kind::Quoted, length);
    }
    if rest.starts_with('\'') {
        return (Kind::Code, character_end(rest));
    }
    (Kind::Code, 1)
}

/// The end of `"..."`.
fn quoted_end(rest: &str) -> usize {
    let mut escaped = false;
    for (i, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return i + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The end of `r"..."` and `r#"..."#`.
fn raw_end(rest: &str) -> Option<usize> {
    let opening = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = opening.len() - opening.trim_start_matches('#').len();
    let body = opening[hashes..].strip_prefix('"')?;
    let closing = format!("\"{}", "#".repeat(hashes));
    let end = body
        .find(&closing)
        .map_or(body.len(), |i| i + closing.len());
    Some(rest.len() - body.len() + end)
}

/// The end of `'x'`; of a lifetime only its tick.
fn character_end(rest: &str) -> usize {
    if let Some(escape) = rest.strip_prefix("'\\") {
        let mut closing = escape.char_indices().skip(1).filter(|(_, c)| *c == '\'');
        return closing.next().map_or(rest.len(), |(i, _)| i + 3);
    }
    let mut characters = rest.char_indices().skip(2);
    match characters.next() {
        Some((i, '\'')) => i + 1,
        _ => 1,
    }
}

/// Where the block that opens after `start` ends, or the item that has none.
fn block_end(code: &str, start: usize) -> usize {
    let mut depth = 0;
    for (i, c) in code[start..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 && (c == '}' || c == ';') {
            return start + i + 1;
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::Parts;

    #[test]
    fn code_comments_and_quoted_texts_are_told_apart() {
        let text = concat!(
            "//! First.\n",
            "fn a<'x>(s: &'x str) { s.split(['\"', '\\'', '\\\\']); /* b */ call(\"c \\\" d\", r#\"e \" f\"#) }\n",
            "#[cfg(test)]\nmod tests {\n    fn g() { h.unwrap() }\n}\nfn i() {}\n",
        );
        let parts = Parts::of(text);
        assert_eq!(
            parts.comments,
            [(1, "//! First.".to_owned()), (2, "/* b */".to_owned())]
        );
        assert_eq!(
            parts.quoted,
            [
                (2, "\"c \\\" d\"".to_owned()),
                (2, "r#\"e \" f\"#".to_owned())
            ]
        );
        assert_eq!(Parts::lines_with(&parts.code, "unwrap"), [5]);
        let code = parts.code_without_tests();
        assert!(!code.contains("unwrap") && code.contains("fn i()"));
        assert_eq!(code.lines().count(), text.lines().count());
    }
}
