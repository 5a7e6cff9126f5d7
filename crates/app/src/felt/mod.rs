//! *Can it be felt?* Asked of those who told, four weeks after; beside them, what those it is
//! for say (F9, F19, F23).
mod ask;
mod objections;
mod of_needs;
mod question;
mod say;
mod users;

pub use ask::ask;
pub use objections::{Objection, objections};
pub use of_needs::{Added, Felt, of_needs};
pub(crate) use question::of_story;
pub use question::{Question, by_link, open, read};
pub use samskab_domain::felt::Draft;
pub(crate) use say::keep;
pub use say::{say, say_by_link};
pub use users::users_say;

use crate::desk::{Outcome, Refusal};
use samskab_domain::felt::Word;
use samskab_words::personal_data;

/// What holds, or every remark, those on personal data among them.
fn consider(draft: &Draft) -> Outcome<Word> {
    let personal = personal_data::remarks(&[("note", &draft.note)], draft.harmless);
    match draft.consider() {
        Ok(word) if personal.is_empty() => Ok(word),
        Ok(_) => Err(Refusal::Remarks(personal)),
        Err(mut remarks) => {
            remarks.extend(personal);
            Err(Refusal::Remarks(remarks))
        }
    }
}
