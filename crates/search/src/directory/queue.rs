//! Documents on their way into the index. tantivy lets ten thousand wait; taken apart into words, each takes some hundred
//! thousand bytes, so few may.
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use tantivy::TantivyDocument;
use tantivy::schema::Document;

/// So many wait at the most.
const WAITING: usize = 64;

/// Places for those that wait.
#[derive(Default)]
pub(super) struct Queue {
    taken: Mutex<usize>,
    left: Condvar,
}

/// A place, given back when the document is written.
struct Place(Arc<Queue>);

/// A document that waits.
pub(super) struct Entry {
    document: TantivyDocument,
    _place: Place,
}

impl Queue {
    /// Waits until there is room.
    pub fn enter(self: &Arc<Self>, document: TantivyDocument) -> Entry {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        while *taken >= WAITING {
            taken = self
                .left
                .wait(taken)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *taken += 1;
        Entry {
            document,
            _place: Place(self.clone()),
        }
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let taken = self.0.taken.lock();
        *taken.unwrap_or_else(PoisonError::into_inner) -= 1;
        self.0.left.notify_one();
    }
}

impl Document for Entry {
    type Value<'a> = <TantivyDocument as Document>::Value<'a>;
    type FieldsValuesIter<'a> = <TantivyDocument as Document>::FieldsValuesIter<'a>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        self.document.iter_fields_and_values()
    }

    fn into_tantivy_document(self) -> TantivyDocument {
        self.document
    }
}
