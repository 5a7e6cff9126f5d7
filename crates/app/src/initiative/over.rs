//! Small trials whose time is over, and nobody has told how they went (F10: started at once, told afterwards).
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;

/// A small trial that is over.
#[derive(Clone, Debug, FromRow)]
pub struct Over {
    pub id: Id,
    pub title: String,
    until_day: Option<String>,
    /// When somebody last told something.
    told_at: Option<KeptMoment>,
}

impl Over {
    fn told(&self) -> bool {
        let until = self.until_day.as_deref().and_then(Day::parse);
        let told = self.told_at.map(|at| Day::of(*at));
        until.is_none_or(|until| told.is_some_and(|told| told >= until))
    }
}

/// So many that are over are looked through.
const LOOKED_THROUGH: i64 = 50;

/// The last to be over first: for those who are in one themselves, and of all their organisation is in for those
/// who speak for it. Whoever leaves it alone is asked for nothing.
///
/// # Errors
/// What the database answers.
pub async fn over(desk: &Desk, actor: &Actor, few: usize) -> Outcome<Vec<Over>> {
    let (m, hers) = (actor.municipality, actor.may(Act::OpenInitiative).is_err());
    let sql = sql!(
        "select initiative.id, initiative.title, initiative.until_day, (select max(note.created_at) \
         from initiative_note note where note.municipality_id = initiative.municipality_id \
         and note.initiative_id = initiative.id) as told_at from initiative \
         where initiative.municipality_id = ? and initiative.lane = ? and initiative.state = 'trial' \
         and initiative.paused_at is null and initiative.until_day < ? \
         and exists (select 1 from initiative_party party where party.municipality_id = initiative.municipality_id \
         and party.initiative_id = initiative.id and party.left_at is null and party.organisation_id = ?",
        m,
        true,
        desk.today(),
        actor.organisation
    )
    .when(" and party.membership_id = ?", hers.then_some(actor.membership))
    .and(
        ") order by initiative.until_day desc, initiative.id limit ?",
        [LOOKED_THROUGH.into()],
    );
    let mut over: Vec<Over> = desk.db.all(sql).await?;
    over.retain(|trial| !trial.told());
    over.truncate(few);
    Ok(over)
}
