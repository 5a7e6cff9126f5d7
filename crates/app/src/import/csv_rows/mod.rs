//! CSV as spreadsheets write it: comma, semicolon or tab, quotation marks, any line ending
//! (RFC 4180, and what differs from it in practice).
use super::columns::{Column, read_header};
use super::fault::{Fault, Reason, Refused};
use super::row::{Row, Sheet};
use super::{CELL_MAX, FILE_MAX, ROWS_MAX, text};

/// Reads a file whose first line names its columns; `required` must be among them.
///
/// # Errors
/// When nothing of it can be taken.
pub fn read(
    bytes: &[u8],
    columns: &'static [Column],
    required: &'static str,
) -> Result<Sheet, Fault> {
    let text = text::decode(bytes, FILE_MAX)?;
    let mut sheet = Sheet::default();
    let (delimiter, text, skipped) = delimiter(text);
    let mut scanner = Scanner {
        bytes: text.as_bytes(),
        text,
        at: 0,
        line: 1 + skipped,
        delimiter,
    };
    let header = scanner.next_filled()?.ok_or(Fault::Empty)?;
    let header = read_header(columns, required, &header.cells, &mut sheet)?;
    let mut count = 0;
    while let Some(record) = scanner.next_filled()? {
        count += 1;
        if count > ROWS_MAX {
            return Err(Fault::TooManyRows { max: ROWS_MAX });
        }
        keep(&mut sheet, &header, required, &record);
    }
    if count == 0 {
        return Err(Fault::OnlyAHeader);
    }
    Ok(sheet)
}

fn keep(
    sheet: &mut Sheet,
    header: &[Option<&'static str>],
    required: &'static str,
    record: &Record,
) {
    let beyond = record.cells.iter().skip(header.len());
    if beyond.into_iter().any(|cell| !cell.trim().is_empty()) {
        let refused = Refused::one(record.line, required, Reason::TooManyCells);
        return sheet.refused.push(refused);
    }
    let mut row = Row::new(record.line);
    for (column, cell) in header.iter().zip(&record.cells) {
        if let Some(column) = column {
            row.put(column, cell);
        }
    }
    if !row.is_empty() {
        sheet.rows.push(row);
    }
}

/// Stands nowhere in a text.
const NO_DELIMITER: u8 = 0;

/// What stands between cells: the sign that stands most often in the header outside quotation
/// marks, or the one a first line `sep=;` names. A header of one column has none, and commas
/// under it belong to the text.
fn delimiter(text: &str) -> (u8, &str, usize) {
    if let Some(rest) = text.strip_prefix("sep=") {
        let mut bytes = rest.bytes();
        let named = bytes.next().filter(|b| matches!(b, b',' | b';' | b'\t'));
        let end = rest
            .strip_prefix([',', ';', '\t'])
            .and_then(|r| r.strip_prefix("\r\n").or_else(|| r.strip_prefix('\n')));
        if let (Some(named), Some(end)) = (named, end) {
            return (named, end, 1);
        }
    }
    let (mut quoted, mut counts) = (false, [0_usize; 3]);
    for b in text.trim_start().bytes() {
        match b {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            b',' if !quoted => counts[0] += 1,
            b';' if !quoted => counts[1] += 1,
            b'\t' if !quoted => counts[2] += 1,
            _ => {}
        }
    }
    let [commas, semicolons, tabs] = counts;
    let delimiter = if counts == [0; 3] {
        NO_DELIMITER
    } else if semicolons > commas && semicolons >= tabs {
        b';'
    } else if tabs > commas {
        b'\t'
    } else {
        b','
    };
    (delimiter, text, 0)
}

struct Record {
    line: usize,
    cells: Vec<String>,
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    line: usize,
    delimiter: u8,
}

impl Scanner<'_> {
    /// The next record that is more than blanks and delimiters.
    fn next_filled(&mut self) -> Result<Option<Record>, Fault> {
        while let Some(record) = self.record()? {
            if record.cells.iter().any(|cell| !cell.trim().is_empty()) {
                return Ok(Some(record));
            }
        }
        Ok(None)
    }

    fn record(&mut self) -> Result<Option<Record>, Fault> {
        if self.at >= self.bytes.len() {
            return Ok(None);
        }
        let line = self.line;
        let mut cells = Vec::new();
        loop {
            let begun = self.line;
            let cell = if self.here() == Some(b'"') {
                self.quoted()?
            } else {
                self.plain()
            };
            if cell.len() > CELL_MAX {
                return Err(Fault::HugeCell { line: begun });
            }
            cells.push(cell);
            if self.here() == Some(self.delimiter) {
                self.at += 1;
            } else {
                self.end_line();
                return Ok(Some(Record { line, cells }));
            }
        }
    }

    fn here(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Up to the next delimiter or line ending. Quotation marks inside stand for themselves.
    fn plain(&mut self) -> String {
        let start = self.at;
        while let Some(b) = self.here() {
            if b == self.delimiter || b == b'\n' || b == b'\r' {
                break;
            }
            self.at += 1;
        }
        self.slice(start)
    }

    /// Up to the closing quotation mark; two of them stand for one.
    fn quoted(&mut self) -> Result<String, Fault> {
        let broken = Fault::BrokenQuotes { line: self.line };
        let mut cell = String::new();
        loop {
            self.at += 1;
            let start = self.at;
            while let Some(b) = self.here().filter(|b| *b != b'"') {
                self.line += usize::from(b == b'\n');
                self.at += 1;
            }
            if self.here().is_none() {
                return Err(broken);
            }
            cell.push_str(&self.slice(start));
            self.at += 1;
            match self.here() {
                Some(b'"') => cell.push('"'),
                None | Some(b'\n' | b'\r') => return Ok(cell),
                Some(b) if b == self.delimiter => return Ok(cell),
                Some(_) => return Err(broken),
            }
        }
    }

    fn end_line(&mut self) {
        if self.here() == Some(b'\r') {
            self.at += 1;
            self.line += usize::from(self.here() != Some(b'\n'));
        }
        if self.here() == Some(b'\n') {
            self.at += 1;
            self.line += 1;
        }
    }

    /// Starts and ends lie at ASCII signs, so never inside a letter.
    fn slice(&self, start: usize) -> String {
        self.text.get(start..self.at).unwrap_or_default().to_owned()
    }
}

#[cfg(test)]
mod tests;
