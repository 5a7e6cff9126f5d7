//! Frame items: one limit or one room for manoeuvre each; together the space of possibility (F12, F21, F22).
use crate::calendar::Day;
use crate::kernel::{Id, LINE_MAX, Reader, Remark, codes};

/// What kind of limit or room it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Law,
    Policy,
    Resource,
    Standard,
    Value,
}
codes! { Kind: Law = "law", Policy = "policy", Resource = "resource", Standard = "standard", Value = "value" }

/// How firm it is: what can be done here, what is open, what is decided elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Firmness {
    Open,
    Negotiable,
    Fixed,
}
codes! { Firmness: Open = "open", Negotiable = "negotiable", Fixed = "fixed" }

/// Who can change it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangedBy {
    Parliament,
    Council,
    Committee,
    Department,
    Board,
    Participants,
}
codes! { ChangedBy: Parliament = "parliament", Council = "council", Committee = "committee",
Department = "department", Board = "board", Participants = "participants" }

/// What was typed about a frame item.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub area: String,
    pub text: String,
    pub kind: String,
    pub source: String,
    pub firmness: String,
    pub changed_by: String,
    pub until: String,
    pub found_late: bool,
}

/// A frame item that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameItem {
    pub area: Id,
    pub text: String,
    pub kind: Kind,
    /// The paragraph, document, budget line or value it rests on.
    pub source: Option<String>,
    pub firmness: Firmness,
    pub changed_by: ChangedBy,
    pub until: Option<Day>,
    /// Found after a trial began. Counted; nobody is blamed.
    pub found_late: bool,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<FrameItem, Vec<Remark>> {
        let mut read = Reader::new();
        let area = read.id("area", &self.area);
        let text = read.required("text", &self.text, 300);
        let kind = read.choice("kind", &self.kind);
        let source = read.optional("source", &self.source, LINE_MAX);
        let firmness = read.choice("firmness", &self.firmness);
        let changed_by = read.choice("changed_by", &self.changed_by);
        let until = read.optional_day("until", &self.until);
        let item = match (area, kind, firmness, changed_by) {
            (Some(area), Some(kind), Some(firmness), Some(changed_by)) => Some(FrameItem {
                area,
                text,
                kind,
                source,
                firmness,
                changed_by,
                until,
                found_late: self.found_late,
            }),
            _ => None,
        };
        read.finish(item)
    }
}
