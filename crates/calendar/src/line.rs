//! Content lines (RFC 5545, 3.1): escaped, folded, ended with CRLF.
//!
//! Written here and not by a library: the one there is marks every component with `UID` and
//! `DTSTAMP`, time zones too, where RFC 5545 has no place for them.

/// A parameter's name and value.
pub type Value<'a> = (&'static str, &'a str);

/// A line is folded so that no part of it is longer, in bytes, without its ending.
const LONGEST: usize = 75;

/// Lines being written.
#[derive(Default)]
pub struct Lines(String);

impl Lines {
    /// A line whose value needs no escaping.
    pub fn put(&mut self, name: &'static str, parameters: &[Value<'_>], value: &str) {
        let mut line = name.to_owned();
        for (key, value) in parameters {
            line.push_str(&format!(";{key}={value}"));
        }
        line.push(':');
        line.extend(value.chars().filter(|c| !c.is_control()));
        self.fold(&line);
    }

    /// A line of words that people wrote.
    pub fn text(&mut self, name: &'static str, words: &str) {
        let mut line = format!("{name}:");
        for c in words.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.fold(&line);
    }

    fn fold(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    pub fn into_text(self) -> String {
        self.0
    }
}
