//! One change, and those of an initiative.
use super::wish::{Wish, may_say_wish, willingness, wishes};
use crate::desk::{Desk, Outcome, Refusal};
use crate::felt::{self, Felt};
use crate::initiative::{CausedOffer, OriginSeen, caused_offers, origin_of, parties_of};
use crate::meeting::{self, Meeting};
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_domain::access::{Act, Actor, Sector};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::practice_change::{Outcome as CameOfIt, Wanted, Willingness};

/// A change with whose practice it is.
#[derive(Clone, Debug, FromRow)]
pub struct Change {
    pub id: Id,
    pub initiative_id: Id,
    pub initiative: String,
    pub area_id: Id,
    pub organisation_id: Id,
    pub organisation: String,
    sector: String,
    pub what: String,
    pub who: String,
    pub notice: String,
    meeting_id: Option<Id>,
    from_day: String,
    follow_up_day: Option<String>,
    outcome: Option<String>,
    pub outcome_note: Option<String>,
    /// How many times it was said.
    pub outcome_version: i64,
    outcome_at: Option<KeptMoment>,
    created_at: KeptMoment,
}

impl Change {
    pub fn from(&self) -> Option<Day> {
        Day::parse(&self.from_day)
    }

    /// When somebody asks how it went.
    pub fn follow_up(&self) -> Option<Day> {
        Day::parse(self.follow_up_day.as_deref().unwrap_or(&self.from_day))
    }

    /// The side whose practice it is.
    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }

    pub fn outcome(&self) -> Option<CameOfIt> {
        self.outcome.as_deref().and_then(CameOfIt::from_code)
    }

    pub fn outcome_at(&self) -> Option<Moment> {
        self.outcome_at.map(Moment::from)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }
}

/// A change, what came of it, and whether the reader may say so.
#[derive(Clone, Debug)]
pub struct Reading {
    pub change: Change,
    pub offers: Vec<CausedOffer>,
    pub may_write: bool,
    /// Where it comes from, as far as the reader may see.
    pub origin: OriginSeen,
    /// Where it was agreed, when the reader sees that meeting.
    pub met: Option<Meeting>,
    /// What is felt of the answer it came from, or of any to its need: the two keys, side by side.
    pub felt: Vec<Felt>,
    /// What those whose practice it is say to *did you want it yourselves?*
    pub willingness: Willingness,
    /// The reader is one of them; and what she said.
    pub asked_wish: bool,
    pub own_wish: Option<Wanted>,
}

pub(super) fn select(municipality: Id) -> Sql {
    sql!(
        "select change.id, change.initiative_id, initiative.title as initiative, initiative.area_id, \
         change.organisation_id, organisation.name as organisation, organisation.sector, change.what, change.who, \
         change.notice, change.meeting_id, change.from_day, change.follow_up_day, change.outcome, change.outcome_note, change.outcome_version, change.outcome_at, change.created_at \
         from practice_change change \
         join initiative on initiative.municipality_id = change.municipality_id and initiative.id = change.initiative_id \
         join organisation on organisation.municipality_id = change.municipality_id \
         and organisation.id = change.organisation_id where change.municipality_id = ?",
        municipality
    )
}

/// # Errors
/// Denied to those who see no initiatives; [`Refusal::Missing`] when it is not this
/// municipality's.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Reading> {
    actor.may(Act::SeeInitiatives)?;
    let m = actor.municipality;
    let sql = select(m).and(" and change.id = ?", [id.into()]);
    let change: Change = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let parties = parties_of(desk, m, change.initiative_id).await?;
    let parties: Vec<Id> = parties.iter().map(|p| p.organisation_id).collect();
    let offers = caused_offers(desk, m, std::slice::from_ref(&change)).await?;
    let origin = origin_of(desk, actor, change.initiative_id).await?;
    let met = match change.meeting_id {
        Some(meeting) => meeting::seen(desk, actor, meeting).await?,
        None => None,
    };
    let wishes = wishes(desk, m, &[id]).await?;
    let own = wishes.iter().find(|w| w.membership_id == actor.membership);
    Ok(Reading {
        felt: felt_of(desk, actor, &origin).await?,
        willingness: willingness(&wishes, id),
        asked_wish: may_say_wish(actor, change.organisation_id),
        own_wish: own.and_then(Wish::wanted),
        origin,
        met,
        may_write: actor
            .may_write_in_initiative(change.area_id, &parties)
            .is_ok(),
        change,
        offers,
    })
}

/// What is felt where it began: of the answer, when it came from one, else of each to its need.
async fn felt_of(desk: &Desk, actor: &Actor, origin: &OriginSeen) -> Outcome<Vec<Felt>> {
    let Some(need) = &origin.need else {
        return Ok(vec![]);
    };
    let mut felt = felt::of_needs(desk, actor, &[need.id], false).await?;
    if let Some(answer) = &origin.answer {
        felt.retain(|f| f.answer == answer.id);
    }
    Ok(felt)
}

/// The changes of an initiative, oldest first.
pub(crate) async fn changes_of(
    desk: &Desk,
    municipality: Id,
    initiative: Id,
) -> Outcome<Vec<Change>> {
    let sql = select(municipality).and(
        " and change.initiative_id = ? order by change.id",
        [initiative.into()],
    );
    Ok(desk.db.all(sql).await?)
}
