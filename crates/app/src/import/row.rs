//! One row of a file, in the columns we know.
use super::columns::Column;
use super::fault::Refused;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// One row: where it stands, and what stands in the columns we know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The line of a CSV file, the number of a GeoJSON feature.
    pub line: usize,
    /// Which copy of its content in the file it is: 1 for the first.
    pub copy: i64,
    cells: BTreeMap<&'static str, String>,
}

/// Everything a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub rows: Vec<Row>,
    /// Rows whose form alone says that they cannot be taken.
    pub refused: Vec<Refused>,
    /// Columns we know, with the words the file has for them.
    pub columns: BTreeMap<&'static str, String>,
    /// Columns we do not know, and pass over.
    pub passed_over: Vec<String>,
}

impl Row {
    pub fn new(line: usize) -> Self {
        Self {
            line,
            copy: 1,
            cells: BTreeMap::new(),
        }
    }

    /// Keeps a cell; an empty one is none. Spreadsheets write line breaks within a cell as
    /// vertical tabs and form feeds.
    pub fn put(&mut self, column: &'static str, text: &str) {
        let text = text.replace(['\u{b}', '\u{c}'], "\n");
        let text = text.trim();
        if !text.is_empty() {
            self.cells.insert(column, text.to_owned());
        }
    }

    /// What stands in a column; nothing when it is empty.
    pub fn text(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// How long its longest cell is, in bytes.
    pub(super) fn longest(&self) -> usize {
        self.cells.values().map(String::len).max().unwrap_or(0)
    }

    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// Its cells, to be kept until it is brought in, and as what its source said last.
    pub(super) fn cells(&self) -> Value {
        json!(self.cells)
    }

    /// The row with where it stands.
    pub(super) fn document(&self) -> Value {
        json!({ "line": self.line, "copy": self.copy, "cells": self.cells })
    }

    pub(super) fn read(columns: &'static [Column], kept: &Value) -> Option<Self> {
        let line = usize::try_from(kept.get("line")?.as_u64()?).ok()?;
        let mut row = Self::of_cells(columns, kept.get("cells")?);
        row.line = line;
        row.copy = kept.get("copy")?.as_i64()?;
        Some(row)
    }

    pub(super) fn of_cells(columns: &'static [Column], cells: &Value) -> Self {
        let mut row = Self::new(0);
        for column in columns {
            if let Some(text) = cells.get(column.code).and_then(Value::as_str) {
                row.put(column.code, text);
            }
        }
        row
    }

    /// The columns that say something else than they did in `before`.
    pub(super) fn changed(&self, before: &Self) -> BTreeSet<&'static str> {
        let columns = self.columns().chain(before.columns());
        columns.filter(|c| self.text(c) != before.text(c)).collect()
    }

    /// The columns that say something.
    pub(super) fn columns(&self) -> impl Iterator<Item = &'static str> {
        self.cells.keys().copied()
    }

    /// SHA-256 over every cell, each with its length before it; the order of columns and
    /// columns we do not know play no part.
    pub fn hash(&self) -> Vec<u8> {
        let mut hash = Sha256::new();
        for part in self.cells.iter().flat_map(|(k, v)| [*k, v.as_str()]) {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hash.finalize().to_vec()
    }
}

/// Says of each row which copy of its content in the file it is.
pub(super) fn count_copies(rows: &mut [Row]) {
    let mut seen: BTreeMap<Vec<u8>, i64> = BTreeMap::new();
    for row in rows {
        let count = seen.entry(row.hash()).or_default();
        *count += 1;
        row.copy = *count;
    }
}
