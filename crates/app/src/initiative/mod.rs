//! Initiatives: from a problem in practice to a changed practice.
mod brought_in;
mod end;
mod endings;
mod invitation;
mod join;
mod list;
mod note;
mod open;
mod origin;
mod over;
mod pause;
mod place;
mod quiet;
mod read;
mod start_trial;
mod story;
mod succeed;
mod table;
mod tie;
mod understanding;

pub use brought_in::{BroughtIn, brought_in};
pub use end::end;
pub use endings::{EndingWish, endings};
pub use invitation::{Invitation, answer_invitation, ask_to_join, invite, leave, waiting_for};
pub use join::join;
pub use list::{ListItem, PartyName, Wish, list};
pub use note::note;
pub use open::open;
pub use origin::{Origin, OriginAnswer, OriginNeed, OriginSeen, origin};
pub use over::{Over, over};
pub use pause::{pause, resume};
pub use place::place;
pub use quiet::{Quiet, quiet};
pub(crate) use read::caused_offers;
pub use read::{CausedOffer, Note, Reading, read};
pub use samskab_domain::initiative::{EndDraft, JoinDraft, NoteDraft};
pub use start_trial::start_trial;
pub use story::{At, Event, Story, Whose, story};
pub use succeed::succeed;
pub use table::{Initiative, Party};
pub use tie::{needs_to_tie, tie};
pub use understanding::{Said, Understanding, Version, say_to_understanding, write_understanding};

pub(crate) use origin::{needs_within_sight, of_initiative as origin_of};
pub(crate) use table::{as_party, chosen, parties_of, standing, writable};

use crate::desk::Refusal;
use samskab_domain::initiative::State;
use samskab_domain::kernel::Remark;
use samskab_words::personal_data;

/// Every remark at once: what the rule said, and what was found of personal data.
pub(crate) fn considered<T>(
    rule: Result<T, Vec<Remark>>,
    texts: &[(&'static str, &str)],
    harmless: bool,
) -> Result<T, Refusal> {
    considered_with_names(rule, texts, harmless, &[])
}

/// The same, also of fields in which `names` may stand: a law, a committee, someone elected. A number that points to
/// a person stands nowhere.
pub(crate) fn considered_with_names<T>(
    rule: Result<T, Vec<Remark>>,
    texts: &[(&'static str, &str)],
    harmless: bool,
    names: &[(&'static str, &str)],
) -> Result<T, Refusal> {
    let mut personal = personal_data::remarks(texts, harmless);
    personal.extend(personal_data::remarks(names, true));
    match rule {
        Ok(value) if personal.is_empty() => Ok(value),
        Ok(_) => Err(Refusal::Remarks(personal)),
        Err(mut remarks) => {
            remarks.extend(personal);
            Err(Refusal::Remarks(remarks))
        }
    }
}
