//! The tables of the standard: from nested documents to rows and back, and rows as CSV files.
mod csv_files;
mod tables;

pub use csv_files::{Broken, datapackage, names_table, read_csv, write_csv};
pub use tables::file_of;

use crate::{Object, derived, read};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use tables::{ONE, lists};

/// Rows by table, each with its id first.
#[derive(Clone, Debug, Default)]
pub struct Package(pub BTreeMap<String, Vec<Object>>, HashMap<String, Places>);

/// Where the first row of each id stands in a table, as far as it has been looked at: many things hang on one.
#[derive(Clone, Debug, Default)]
struct Places {
    looked_at: usize,
    by_id: HashMap<Option<String>, usize>,
}

impl PartialEq for Package {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}

impl Places {
    fn find(&mut self, rows: &[Object], row: &Object) -> Option<usize> {
        for (place, row) in rows.iter().enumerate().skip(self.looked_at) {
            self.by_id.entry(id_of(row)).or_insert(place);
        }
        self.looked_at = rows.len();
        self.by_id.get(&id_of(row)).copied()
    }
}

fn id_of(row: &Object) -> Option<String> {
    row.get("id").map(ToString::to_string)
}

impl Package {
    /// Nested services as rows.
    pub fn of_services<'a>(services: impl IntoIterator<Item = &'a Object>) -> Self {
        let mut package = Self::default();
        for service in services {
            package.add("services", service, &[]);
        }
        package
    }

    /// Adds an object and all that hangs on it.
    pub fn add(&mut self, table: &str, doc: &Object, keys: &[(&str, &str)]) {
        let own = doc.get("id").and_then(Value::as_str).unwrap_or_default();
        let mut row = Object::new();
        let many = |name: &str| lists().find(|m| m.parent == table && m.property == name);
        let one = |name: &str| ONE.iter().find(|o| o.table == table && o.property == name);
        for (name, value) in doc {
            match (many(name), one(name), value) {
                (Some(m), _, Value::Array(list)) => {
                    for item in list.iter().filter_map(Value::as_object) {
                        self.add(m.table, item, &[(m.key, own)]);
                    }
                }
                (_, Some(o), Value::Object(item)) => {
                    self.add(o.target, item, &[]);
                    if let Some(id) = item.get("id") {
                        row.insert(o.key.to_owned(), id.clone());
                    }
                }
                _ => drop(row.insert(name.clone(), value.clone())),
            }
        }
        for (key, id) in keys {
            row.insert((*key).to_owned(), Value::from(*id));
        }
        self.put(table, row);
    }

    /// One thing has one row, with a key for each that it hangs on. Where two things that are not
    /// the same have one id, the second gets another.
    fn put(&mut self, table: &str, mut row: Object) {
        let rows = self.0.entry(table.to_owned()).or_default();
        let places = self.1.entry(table.to_owned()).or_default();
        let place = places.find(rows, &row);
        let Some(there) = place.and_then(|place| rows.get_mut(place)) else {
            return rows.push(row);
        };
        if row.iter().all(|(k, v)| there.get(k).is_none_or(|t| t == v)) {
            return there.extend(row);
        }
        let id = row.get("id").and_then(Value::as_str);
        let parent = id.and_then(|id| id.parse().ok());
        let text = Value::Object(row.clone()).to_string();
        let other = derived(parent.unwrap_or_default(), table, &text);
        row.insert("id".to_owned(), Value::from(other.to_string()));
        if places.find(rows, &row).is_none() {
            rows.push(row);
        }
    }

    /// The nested services.
    pub fn services(&self) -> Vec<Object> {
        self.nested("services")
    }

    /// The nested rows of a table.
    pub fn nested(&self, table: &str) -> Vec<Object> {
        let index = Index::of(self);
        let rows = self.0.get(table).into_iter().flatten();
        rows.map(|row| index.nest(table, row)).collect()
    }

    /// The rows of `self` that `known` does not say in full.
    pub fn beyond(&self, known: &Self) -> Self {
        let mut rest = Self::default();
        for (table, rows) in &self.0 {
            let there = by_id(known.0.get(table).map(Vec::as_slice).unwrap_or_default());
            let said = |row: &&Object| {
                let same = there.get(&id_of(row));
                same.is_some_and(|same| row.iter().all(|(k, v)| same.get(k) == Some(v)))
            };
            let beyond: Vec<Object> = rows.iter().filter(|row| !said(row)).cloned().collect();
            if !beyond.is_empty() {
                rest.0.insert(table.clone(), beyond);
            }
        }
        rest
    }

    /// Adds rows that were kept apart; where both have a row, what `self` says stands.
    pub fn fill(&mut self, rest: Self) {
        for (table, more) in rest.0 {
            let rows = self.0.entry(table).or_default();
            let mut places: BTreeMap<_, _> = BTreeMap::new();
            for (i, row) in rows.iter().enumerate() {
                places.insert(id_of(row), i);
            }
            for row in more {
                let place = places.get(&id_of(&row));
                match place.and_then(|i| rows.get_mut(*i)) {
                    Some(there) => {
                        for (name, value) in row {
                            there.entry(name).or_insert(value);
                        }
                    }
                    None => rows.push(row),
                }
            }
        }
    }
}

fn by_id(rows: &[Object]) -> BTreeMap<Option<String>, &Object> {
    rows.iter().map(|row| (id_of(row), row)).collect()
}

/// Rows by what they hang on, so that nesting reads each once.
struct Index<'a> {
    children: BTreeMap<(&'static str, &'static str, &'a str), Vec<&'a Object>>,
    own: BTreeMap<(&'static str, &'a str), &'a Object>,
}

impl<'a> Index<'a> {
    fn of(package: &'a Package) -> Self {
        let rows = |table: &str| package.0.get(table).map(Vec::as_slice).unwrap_or_default();
        let text = |row: &'a Object, name: &str| row.get(name).and_then(Value::as_str);
        let mut index = Self {
            children: BTreeMap::new(),
            own: BTreeMap::new(),
        };
        let keys: std::collections::BTreeSet<_> = lists().map(|m| (m.table, m.key)).collect();
        for (table, key) in keys {
            for row in rows(table) {
                if let Some(parent) = text(row, key) {
                    index
                        .children
                        .entry((table, key, parent))
                        .or_default()
                        .push(row);
                }
            }
        }
        for one in ONE {
            for row in rows(one.target) {
                if let Some(id) = text(row, "id") {
                    index.own.insert((one.target, id), row);
                }
            }
        }
        index
    }

    fn nest(&self, table: &str, row: &'a Object) -> Object {
        let own = row.get("id").and_then(Value::as_str).unwrap_or_default();
        let mut doc = row.clone();
        for many in lists().filter(|m| m.table == table) {
            doc.remove(many.key);
        }
        for one in ONE.iter().filter(|o| o.table == table) {
            let target = read::text(row, one.key);
            let target = target
                .as_deref()
                .and_then(|id| self.own.get(&(one.target, id)));
            if let Some(target) = target {
                doc.remove(one.key);
                doc.insert(
                    one.property.to_owned(),
                    Value::Object(self.nest(one.target, target)),
                );
            } else if let Some(key) = row.get(one.key) {
                doc.insert(one.key.to_owned(), key.clone());
            }
        }
        for many in lists().filter(|m| m.parent == table) {
            let rows = self.children.get(&(many.table, many.key, own));
            let items = rows
                .into_iter()
                .flatten()
                .map(|row| Value::Object(self.nest(many.table, row)));
            let items: Vec<Value> = items.collect();
            if !items.is_empty() {
                doc.insert(many.property.to_owned(), Value::Array(items));
            }
        }
        doc
    }
}
