//! Needs: written in general words, carried by observations, raised for an answer.
mod also;
mod change;
mod differ;
mod general;
mod in_area;
mod link;
mod links;
mod list;
mod note;
mod profile;
mod raise;
mod read;
mod refuse;
mod succeed;
mod succession;
mod support;
mod table;
mod topics;
mod unlink;
mod write;

pub use also::{also, to_add_to};
pub use change::change;
pub use differ::see_differently;
pub use general::{General, Singular, SingularKind, singular};
pub(crate) use in_area::{in_area, understood, written_at};
pub use link::link;
pub(crate) use list::among;
pub use list::{Listed, Wish, list};
pub(crate) use note::note_from;
pub use note::{Note, note};
pub use profile::{Left, Profile};
pub use raise::raise;
pub use read::{Begun, Reading, Story, draft, read};
pub(crate) use refuse::settled_for;
pub use refuse::{not_also, refuse};
pub use samskab_domain::need::NoteDraft;
pub use succeed::{merge, split, supersede};
pub use succession::{Kin, may_merge_into, stands_as};
pub(crate) use support::{Counts, counts};
pub use table::Need;
pub(crate) use table::{find, lock, move_state};
pub(crate) use topics::{topics_of, topics_of_all};
pub use unlink::unlink;
pub use write::write;

use crate::desk::{Outcome, Refusal};
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Why};
use samskab_domain::need::{Draft, Need as Considered};
use samskab_words::personal_data;

/// What holds, or every remark, those on personal data among them.
fn consider(draft: &Draft) -> Outcome<Considered> {
    let personal = personal_data::remarks(&draft.texts(), draft.harmless);
    match draft.consider() {
        Ok(need) if personal.is_empty() => Ok(need),
        Ok(_) => Err(Refusal::Remarks(personal)),
        Err(mut remarks) => {
            remarks.extend(personal);
            Err(Refusal::Remarks(remarks))
        }
    }
}

#[derive(FromRow)]
struct There {
    id: Id,
}

/// The area is this municipality's and in use.
pub(crate) async fn check_area(tx: &mut Tx, actor: &Actor, area: Id) -> Outcome<()> {
    let sql = sql!(
        "select id from area where municipality_id = ? and id = ? and closed_at is null",
        actor.municipality,
        area
    );
    let found: Option<There> = tx.first(sql).await?;
    match found {
        Some(there) if there.id == area => Ok(()),
        _ => Err(Refusal::remark("area", Why::Unknown)),
    }
}

/// An answer can be asked of each of these: this municipality's, and open.
pub(crate) async fn check_organisations(
    tx: &mut Tx,
    actor: &Actor,
    field: &'static str,
    ids: &[Id],
) -> Outcome<()> {
    let sql = sql!(
        "select id from organisation where municipality_id = ? and closed_at is null and id in ",
        actor.municipality
    )
    .list(ids.iter().copied());
    let found: Vec<There> = tx.all(sql).await?;
    match ids.iter().all(|id| found.iter().any(|f| f.id == *id)) {
        true => Ok(()),
        false => Err(Refusal::remark(field, Why::Unknown)),
    }
}
