//! What becomes of a part of a file.
use super::standing::Here;
use crate::import::fault::Reason;
use crate::import::hsds::Told;
use crate::import::kept::Mark;
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::observation::Observation;
use serde_json::{Value, json};

/// New, changed, the same as before, or not to be taken.
#[derive(Default)]
pub(in crate::import) struct Sorted {
    /// Offers as they will be, and what that does to each, in the same order.
    pub told: Vec<Told>,
    pub did: Vec<Did>,
    pub stories: Vec<(Id, Observation, Moment)>,
    /// Rows to be known again, and contents that others take the place of.
    pub marks: Vec<Mark>,
    pub gone: Vec<Vec<u8>>,
    pub same: usize,
    pub refused: Vec<Value>,
}

/// What a run does to an offer.
pub(in crate::import) struct Did {
    pub offer: Id,
    pub what: &'static str,
    /// How it was, where it was here.
    pub before: Option<Value>,
    /// What of it becomes otherwise.
    pub properties: Vec<String>,
}

impl Sorted {
    pub fn refuse(&mut self, number: usize, column: &str, reason: &Reason) {
        self.refused.push(refusal(number, column, reason));
    }

    pub fn add(&mut self, told: Told) {
        let (offer, what) = (told.id(), "new");
        self.did.push(Did {
            offer,
            what,
            before: None,
            properties: vec![],
        });
        self.told.push(told);
    }

    /// The same, where another row has told of the offer before at `index`; where it stands now.
    pub fn alter(
        &mut self,
        index: Option<usize>,
        told: Told,
        here: &Here,
        properties: Vec<String>,
    ) -> usize {
        let before = index.and_then(|i| {
            self.told
                .get_mut(i)
                .zip(self.did.get_mut(i))
                .map(|found| (i, found))
        });
        let Some((index, (was, did))) = before else {
            self.change(told, here, properties);
            return self.told.len() - 1;
        };
        *was = told;
        did.properties.extend(properties);
        index
    }

    /// Notes which row took the place of which, so that it can be undone.
    pub fn took_place(&mut self, index: usize, before: Option<&Mark>, now: &Mark) {
        let kept = self.did.get_mut(index).and_then(|did| did.before.as_mut());
        let (Some(kept), Some(before)) = (kept.and_then(Value::as_object_mut), before) else {
            return;
        };
        let marks = kept.entry("marks").or_insert_with(|| json!([]));
        if let Some(marks) = marks.as_array_mut() {
            marks.push(json!({ "before": before.document(), "now": hex::encode(&now.hash) }));
        }
    }

    pub fn change(&mut self, told: Told, here: &Here, properties: Vec<String>) {
        let (offer, what) = (told.id(), "changed");
        let before = Some(here.remember());
        self.did.push(Did {
            offer,
            what,
            before,
            properties,
        });
        self.told.push(told);
    }
}

/// A refusal as it is kept: numbers and codes, no words.
pub(super) fn refusal(number: usize, column: &str, reason: &Reason) -> Value {
    json!([number, column, reason.code()])
}
