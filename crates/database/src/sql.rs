//! A statement being written: fixed text plus values, never text from outside.
use crate::Value;

/// A statement and its values. Text is `&'static`, so nothing typed by anyone gets into it.
#[derive(Clone, Debug, Default)]
pub struct Sql {
    pub(crate) text: String,
    pub(crate) values: Vec<Value>,
}

/// A statement: `sql!("select id from need where municipality_id = ? and id = ?", m, id)`.
#[macro_export]
macro_rules! sql {
    ($text:expr $(, $value:expr)* $(,)?) => {
        $crate::Sql::default().and($text, [$($crate::Value::from($value)),*])
    };
}

impl Sql {
    /// Adds text whose `?` stand for `values`, in order.
    #[must_use]
    pub fn and(mut self, text: &'static str, values: impl IntoIterator<Item = Value>) -> Self {
        let mut values = values.into_iter();
        for (i, part) in text.split('?').enumerate() {
            if i > 0 {
                self.values.extend(values.next());
                self.text.push('$');
                self.text.push_str(&self.values.len().to_string());
            }
            self.text.push_str(part);
        }
        debug_assert!(values.next().is_none(), "more values than ? in {text}");
        self
    }

    /// Adds text without values.
    #[must_use]
    pub fn text(self, text: &'static str) -> Self {
        self.and(text, [])
    }

    /// Adds `text` with its one `?`, if there is a value.
    #[must_use]
    pub fn when(self, text: &'static str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.and(text, [value.into()]),
            None => self,
        }
    }

    /// Adds `(?, ?, ...)` for the values; `(null)` when there are none, which matches nothing.
    #[must_use]
    pub fn list<V: Into<Value>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.text.push('(');
        let before = self.values.len();
        for value in values {
            if self.values.len() > before {
                self.text.push_str(", ");
            }
            self = self.and("?", [value.into()]);
        }
        if self.values.len() == before {
            self.text.push_str("null");
        }
        self.text.push(')');
        self
    }

    /// Adds `(?, ...), (?, ...)`: the rows of an insert.
    #[must_use]
    pub fn rows<const N: usize>(mut self, rows: impl IntoIterator<Item = [Value; N]>) -> Self {
        for (i, row) in rows.into_iter().enumerate() {
            if i > 0 {
                self.text.push_str(", ");
            }
            self = self.list(row);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_mark_becomes_the_next_number() {
        let sql = sql!("a = ? and b = ?", 1, 2)
            .when(" and c = ?", Some("x"))
            .when(" and d = ?", None::<i64>);
        assert_eq!(sql.text, "a = $1 and b = $2 and c = $3");
        assert_eq!(sql.values.len(), 3);
    }

    #[test]
    fn an_empty_list_matches_nothing() {
        assert_eq!(Sql::default().list(Vec::<i64>::new()).text, "(null)");
        assert_eq!(Sql::default().list([1, 2]).text, "($1, $2)");
    }
}
