//! Where the keys do not turn together: said to be done, and someone cannot feel it.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;

/// A need whose answer is said to be done, and is not felt by someone.
#[derive(Clone, Debug, FromRow)]
pub struct Objection {
    pub need_id: Id,
    pub title: String,
}

/// How many are named.
const SHOWN: i64 = 3;

/// Those that the actor's organisation asked about or answered, the newest first. It goes to
/// both sides, and stays until one of them does something.
///
/// # Errors
/// What the database answers.
pub async fn objections(desk: &Desk, actor: &Actor) -> Outcome<Vec<Objection>> {
    if actor.may(Act::Answer).is_err() {
        return Ok(vec![]);
    }
    let sql = sql!(
        "select distinct answer.need_id, need.title from felt \
         join answer on answer.municipality_id = felt.municipality_id and answer.id = felt.answer_id \
         and answer.done_at is not null \
         join need on need.municipality_id = felt.municipality_id and need.id = felt.need_id \
         where felt.municipality_id = ? and felt.says = 'no' and felt.after = 'done' and felt.passed_at is null \
         and (answer.organisation_id = ? or need.organisation_id = ?) \
         order by answer.need_id desc limit ?",
        actor.municipality,
        actor.organisation,
        actor.organisation,
        SHOWN
    );
    Ok(desk.db.all(sql).await?)
}
