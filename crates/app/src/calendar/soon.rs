//! What is to come soon, and what was just held.
use crate::desk::{Desk, Outcome};
use crate::meeting::{Meeting, invited};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Moment;
use samskab_domain::meeting::voice::ASKED_DAYS;

/// Meetings the actor is invited to.
#[derive(Clone, Debug, Default)]
pub struct Soon {
    /// The next few, the soonest first.
    pub to_come: Vec<Meeting>,
    /// Held in the last two weeks, the newest first.
    pub held: Vec<Meeting>,
}

/// How many of each.
const FEW: i64 = 2;

/// Her own only: what her organisation is in without her stands in the calendar.
///
/// # Errors
/// What the database answers.
pub async fn soon(desk: &Desk, actor: &Actor) -> Outcome<Soon> {
    if actor.may(Act::SeeMeetings).is_err() {
        return Ok(Soon::default());
    }
    let now = desk.now();
    let to_come = invited(actor.municipality, actor.person)
        .and(
            " and meeting.ends_at > ? and meeting.state = 'planned' order by meeting.starts_at, meeting.id limit ?",
            [now.into(), FEW.into()],
        );
    let held = invited(actor.municipality, actor.person).and(
        " and meeting.ends_at <= ? and meeting.ends_at > ? and meeting.state <> 'cancelled' \
         order by meeting.starts_at desc, meeting.id limit ?",
        [
            now.into(),
            now.plus(-ASKED_DAYS * Moment::DAY).into(),
            FEW.into(),
        ],
    );
    Ok(Soon {
        to_come: desk.db.all(to_come).await?,
        held: desk.db.all(held).await?,
    })
}
