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
        self.text.push_str(text);
        self.values.extend(values);
        debug_assert_eq!(
            self.text.matches('?').count(),
            self.values.len(),
            "as many values as ? in {text}"
        );
        self
    }

    /// The text as PostgreSQL wants it: `$1`, `$2`, ... SQLite takes the `?` as they are; it
    /// looks names up one by one, so that numbered ones cost the square of their number.
    pub(crate) fn numbered(&self) -> String {
        let mut numbered = String::with_capacity(self.text.len() + 2 * self.values.len());
        for (i, part) in self.text.split('?').enumerate() {
            if i > 0 {
                numbered.push('$');
                numbered.push_str(&i.to_string());
            }
            numbered.push_str(part);
        }
        numbered
    }

    /// Whether the very same text is likely to be asked for again, so that the engine keeps it ready. One
    /// that carries many rows rarely is, and ready it takes as much memory as a hundred others.
    pub(crate) fn comes_again(&self) -> bool {
        self.values.len() <= Self::VALUES_OF_A_QUERY
    }

    /// As many values has a statement that no list makes longer, and a page of things.
    const VALUES_OF_A_QUERY: usize = 128;

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
        let before = self.values.len();
        self.values.extend(values.into_iter().map(Into::into));
        let marks = vec!["?"; self.values.len() - before];
        let marks = if marks.is_empty() {
            "null".to_owned()
        } else {
            marks.join(", ")
        };
        self.text.push_str(&format!("({marks})"));
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
        assert_eq!(sql.numbered(), "a = $1 and b = $2 and c = $3");
        assert_eq!(sql.values.len(), 3);
    }

    #[test]
    fn what_carries_many_rows_is_not_kept_ready() {
        assert!(sql!("id = ?", 1).list(0..100).comes_again());
        assert!(!sql!("id = ?", 1).list(0..1_000).comes_again());
    }

    #[test]
    fn an_empty_list_matches_nothing() {
        assert_eq!(Sql::default().list(Vec::<i64>::new()).text, "(null)");
        assert_eq!(Sql::default().list([1, 2]).text, "(?, ?)");
    }
}
