//! Someone takes over from one who is not there any more (F15).
use super::table::{NewParty, chosen, insert_parties};
use super::{State, standing};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::{Coded, Id, Language, Why};

#[derive(FromRow)]
struct Place {
    initiative_id: Id,
    organisation_id: Id,
    practitioner: bool,
    aim: Option<String>,
    reasons: Option<String>,
    gone: bool,
}

#[derive(FromRow)]
struct Member {
    organisation_id: Id,
    role: String,
}

/// What her side wants stays as it was said; who says so is new, and one of those who work there: researchers
/// and administrators are in no initiative.
///
/// # Errors
/// Denied to all but those who speak for her organisation, and facilitators; [`Refusal::Missing`];
/// [`Refusal::Done`] when she is still there or the initiative has ended; a remark for someone who
/// does not work there.
pub async fn succeed(
    desk: &Desk,
    actor: &Actor,
    party: Id,
    membership: &str,
    language: Language,
) -> Outcome<Id> {
    actor.may(Act::OpenInitiative)?;
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    let place: Option<Place> = tx
        .first(sql!(
            "select party.initiative_id, party.organisation_id, party.practitioner, party.aim, party.reasons, \
             (membership.until_day is not null or person.left_at is not null) as gone from initiative_party party \
             left join membership on membership.municipality_id = party.municipality_id and membership.id = party.membership_id \
             left join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
             where party.municipality_id = ? and party.id = ? and party.left_at is null",
            m,
            party
        ))
        .await?;
    let place = place.ok_or(Refusal::Missing)?;
    let standing = standing(&mut tx, actor, place.initiative_id).await?;
    actor.may_give_on_place(standing.area, place.organisation_id)?;
    if !place.gone || standing.state == State::Ended {
        return Err(Refusal::Done);
    }
    let unknown = || Refusal::remark("membership", Why::Unknown);
    let next: Id = membership.trim().parse().map_err(|_| unknown())?;
    let member: Option<Member> = tx
        .first(sql!(
            "select organisation_id, role from membership where municipality_id = ? and id = ? and until_day is null \
             and role in ('frontline', 'coordinator', 'leader', 'facilitator')",
            m,
            next
        ))
        .await?;
    let hers = member.filter(|m| m.organisation_id == place.organisation_id);
    let member = hers.ok_or_else(unknown)?;
    let now = desk.now();
    let gives_on = sql!(
        "update initiative_party set left_at = ? where municipality_id = ? and id = ? and left_at is null",
        now,
        m,
        party
    );
    if tx.run(gives_on).await? == 0 {
        return Err(Refusal::Done);
    }
    // One place is enough for whoever is in it already.
    let in_it = sql!(
        "update initiative_party set aim = coalesce(aim, ?) where municipality_id = ? and initiative_id = ? \
         and membership_id = ? and left_at is null",
        place.aim.as_deref(),
        m,
        place.initiative_id,
        next
    );
    let in_it = tx.run(in_it).await? > 0;
    let row = NewParty {
        id: desk.id(),
        initiative: place.initiative_id,
        organisation: place.organisation_id,
        membership: Some(next),
        // Of whoever stands elsewhere, nobody else says that she does the work.
        practitioner: place.practitioner && member.role == Role::Frontline.code(),
        aim: place.aim.as_deref(),
        reasons: &chosen(place.reasons.as_deref()),
        language,
        now,
    };
    if !in_it {
        tx.run(insert_parties(m, [row])).await?;
    }
    let verb = journal::Verb::PartySucceeded;
    journal::write(&mut tx, actor, verb, place.initiative_id, &[next], now).await?;
    tx.commit().await?;
    Ok(place.initiative_id)
}
