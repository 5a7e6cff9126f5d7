//! Tables as CSV files (RFC 4180), and what describes them (Frictionless Tabular Data Package).
use super::Package;
use super::tables::{COLUMNS, NUMBERS, file_of};
use crate::Object;
use serde_json::{Number, Value, json};
use std::collections::BTreeMap;

/// A file that is no table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}")]
pub struct Broken {
    pub file: String,
    pub line: usize,
}

/// The columns of a table: those of the standard that are used, then others.
fn columns(table: &str, rows: &[Object]) -> Vec<String> {
    let known = COLUMNS.iter().find(|(name, _)| *name == table);
    let known = known.map(|(_, columns)| *columns).unwrap_or_default();
    let mut columns: Vec<String> = known.iter().map(|c| (*c).to_owned()).collect();
    for name in rows.iter().flat_map(Object::keys) {
        if !columns.contains(name) {
            columns.push(name.clone());
        }
    }
    columns
}

/// Each table as a file: its name and what stands in it.
pub fn write_csv(package: &Package) -> Vec<(String, String)> {
    let tables = package.0.iter().filter(|(_, rows)| !rows.is_empty());
    tables
        .map(|(table, rows)| (file_of(table), file(table, rows)))
        .collect()
}

fn file(table: &str, rows: &[Object]) -> String {
    let columns = columns(table, rows);
    let mut out = csv::Writer::from_writer(Vec::new());
    let records = rows
        .iter()
        .map(|row| columns.iter().map(|c| cell(row.get(c))).collect());
    for record in std::iter::once(columns.clone()).chain(records) {
        // Memory takes what it is given.
        let _ = out.write_record(&record);
    }
    let bytes = out.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}

/// Reads tables from files: name and content of each. Files that are no tables of the standard
/// are passed over.
///
/// # Errors
/// The first file that is not CSV with a header.
pub fn read_csv<'a>(
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Package, Broken> {
    let mut package = Package::default();
    for (name, content) in files {
        if let Some(table) = table_of(name) {
            let rows = rows(content.trim_start_matches('\u{feff}')).map_err(|line| Broken {
                file: name.to_owned(),
                line,
            })?;
            package.0.entry(table.to_owned()).or_default().extend(rows);
        }
    }
    Ok(package)
}

/// Whether a file of this name is a table of the standard.
pub fn names_table(file: &str) -> bool {
    table_of(file).is_some()
}

fn table_of(file: &str) -> Option<&str> {
    let table = file.rsplit('/').next().unwrap_or(file);
    let table = table.strip_suffix(".csv").map(alias);
    table.filter(|table| COLUMNS.iter().any(|(name, _)| name == table))
}

/// Some write the tables' names in the singular or the plural.
fn alias(table: &str) -> &str {
    match table {
        "service_at_locations" => "service_at_location",
        "service_capacities" => "service_capacity",
        "urls" => "url",
        "fundings" => "funding",
        other => other,
    }
}

fn rows(content: &str) -> Result<Vec<Object>, usize> {
    let mut reader = csv::ReaderBuilder::new().from_reader(content.as_bytes());
    let columns = reader.headers().map_err(|_| 1usize)?.clone();
    if !columns.iter().any(|c| c.trim() == "id") {
        return Err(1);
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            usize::try_from(line).unwrap_or(1)
        })?;
        let cells = columns
            .iter()
            .zip(record.iter())
            .filter(|(_, cell)| !cell.is_empty());
        rows.push(
            cells
                .map(|(c, cell)| (c.trim().to_owned(), value(c.trim(), cell)))
                .collect(),
        );
    }
    Ok(rows)
}

fn value(column: &str, cell: &str) -> Value {
    if NUMBERS.contains(&column)
        && let Ok(number) = cell.parse::<Number>()
    {
        return Value::Number(number);
    }
    match cell.as_bytes().first() {
        // What the standard has no table for was written as JSON.
        Some(b'[' | b'{') => serde_json::from_str(cell).unwrap_or_else(|_| Value::from(cell)),
        _ => Value::from(cell),
    }
}

/// The descriptor: every table, its columns and their kinds.
pub fn datapackage(package: &Package, name: &str) -> Value {
    let kind = |column: &str| {
        if NUMBERS.contains(&column) {
            "number"
        } else {
            "string"
        }
    };
    let resources: BTreeMap<&String, Value> = package
        .0
        .iter()
        .map(|(table, rows)| {
            let fields: Vec<Value> = columns(table, rows)
                .iter()
                .map(|c| json!({ "name": c, "type": kind(c) }))
                .collect();
            let resource = json!({
                "name": table,
                "path": file_of(table),
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": { "fields": fields, "primaryKey": "id" },
            });
            (table, resource)
        })
        .collect();
    json!({
        "name": name,
        "profile": "tabular-data-package",
        "hsds_version": crate::VERSION,
        "resources": resources.into_values().collect::<Vec<_>>(),
    })
}
