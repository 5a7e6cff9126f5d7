//! A welfare area such as Ældre or Flygtninge.
use crate::kernel::{Reader, Remark};

/// What an administrator typed about an area.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub name: String,
    pub name_en: String,
    pub answer_days: String,
}

/// An area that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub name: String,
    /// The name in English, where there is one.
    pub name_en: Option<String>,
    /// Working days for an answer; none means the municipality's own.
    pub answer_days: Option<u16>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Area, Vec<Remark>> {
        let mut read = Reader::new();
        let name = read.required("name", &self.name, 60);
        let name_en = read.optional("name_en", &self.name_en, 60);
        let answer_days = match self.answer_days.trim() {
            "" => None,
            typed => crate::municipality::days(&mut read, "answer_days", typed),
        };
        read.finish(Some(Area {
            name,
            name_en,
            answer_days,
        }))
    }
}
