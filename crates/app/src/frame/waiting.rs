//! What an organisation is asked about its own items: whether they still hold.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;

/// An item to look at again.
#[derive(Clone, Debug, FromRow)]
pub struct ToLookAt {
    pub id: Id,
    pub body: String,
    until_day: Option<String>,
    /// Someone has asked, and waits for an answer.
    pub asked: bool,
}

impl ToLookAt {
    /// Its last day, when that has passed.
    pub fn until(&self) -> Option<Day> {
        Day::parse(self.until_day.as_deref()?)
    }
}

/// Items of the actor's organisation that have expired or that someone asks about; asked first,
/// then the longest expired.
///
/// # Errors
/// What the database answers.
pub async fn to_look_at(desk: &Desk, actor: &Actor, few: i64) -> Outcome<Vec<ToLookAt>> {
    let today = desk.today();
    let sql = sql!(
        "select * from (select item.id, item.body, case when item.until_day < ? then item.until_day end as until_day, \
         exists (select 1 from frame_challenge challenge where challenge.municipality_id = item.municipality_id \
         and challenge.frame_item_id = item.id and challenge.answered_at is null) as asked \
         from frame_item item left join initiative on initiative.municipality_id = item.municipality_id \
         and initiative.id = item.initiative_id \
         where item.municipality_id = ? and item.organisation_id = ? and item.lifted_at is null \
         and (initiative.id is null or initiative.state <> 'ended')) item \
         where asked or until_day is not null order by asked desc, until_day, id limit ?",
        today,
        actor.municipality,
        actor.organisation,
        few
    );
    Ok(desk.db.all(sql).await?)
}
