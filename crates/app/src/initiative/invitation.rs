//! Inviting an organisation, asking to be in it, and answering either; leaving (F5, F6).
use super::table::{NewParty, insert_parties};
use super::{as_party, standing, writable};
use crate::desk::{Desk, Outcome, Refusal};
use crate::need::check_organisations;
use crate::{journal, meeting, task};
use samskab_database::{FromRow, KeptMoment, Sql, Tx, Value, is_taken, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::initiative::State;
use samskab_domain::kernel::{Id, Language, Moment, Why};

/// An invitation or a wish to be in it that waits for an answer.
#[derive(Clone, Debug, FromRow)]
pub struct Invitation {
    pub id: Id,
    pub initiative_id: Id,
    pub initiative: String,
    pub organisation_id: Id,
    pub organisation: String,
    /// The organisation itself asks.
    pub asking: bool,
    created_at: KeptMoment,
}

impl Invitation {
    pub fn created_at(&self) -> Moment {
        *self.created_at
    }
}

fn select(municipality: Id) -> Sql {
    sql!(
        "select invitation.id, invitation.initiative_id, initiative.title as initiative, invitation.organisation_id, \
         organisation.name as organisation, invitation.asking, invitation.created_at from initiative_invitation invitation \
         join initiative on initiative.municipality_id = invitation.municipality_id \
         and initiative.id = invitation.initiative_id \
         join organisation on organisation.municipality_id = invitation.municipality_id \
         and organisation.id = invitation.organisation_id \
         where invitation.municipality_id = ?",
        municipality
    )
}

/// Those nobody has answered.
fn waiting(municipality: Id) -> Sql {
    select(municipality).text(" and invitation.answered_at is null and initiative.state <> 'ended'")
}

/// What waits for an answer in an initiative.
pub(super) async fn waiting_in(
    desk: &Desk,
    municipality: Id,
    initiative: Id,
) -> Outcome<Vec<Invitation>> {
    let sql = waiting(municipality).and(
        " and invitation.initiative_id = ? order by invitation.id",
        [initiative.into()],
    );
    Ok(desk.db.all(sql).await?)
}

/// What waits for the actor's organisation to answer: it is invited, or asks are made to it.
///
/// # Errors
/// What the database answers.
pub async fn waiting_for(desk: &Desk, actor: &Actor, few: i64) -> Outcome<Vec<Invitation>> {
    let m = actor.municipality;
    let sql = waiting(m).and(
        " and ((invitation.asking = ? and invitation.organisation_id = ?) or (invitation.asking = ? \
         and exists (select 1 from initiative_party party where party.municipality_id = invitation.municipality_id \
         and party.initiative_id = invitation.initiative_id and party.left_at is null and party.organisation_id = ?))) \
         order by invitation.id limit ?",
        [
            false.into(),
            actor.organisation.into(),
            true.into(),
            actor.organisation.into(),
            few.into(),
        ],
    );
    Ok(desk.db.all(sql).await?)
}

/// A party invites another organisation.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all but its parties and facilitators; [`Refusal::Done`] when it
/// has ended; a remark for an organisation that is unknown, in it, or asked already.
pub async fn invite(desk: &Desk, actor: &Actor, initiative: Id, organisation: &str) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let parties = writable(&mut tx, actor, initiative).await?;
    let unknown = || Refusal::remark("organisation", Why::Unknown);
    let organisation: Id = match organisation.trim() {
        "" => return Err(Refusal::remark("organisation", Why::Missing)),
        typed => typed.parse().map_err(|_| unknown())?,
    };
    check_organisations(&mut tx, actor, "organisation", &[organisation]).await?;
    if parties.contains(&organisation) {
        return Err(Refusal::remark("organisation", Why::Taken));
    }
    save(desk, tx, actor, (initiative, organisation), false).await
}

/// Those who open initiatives for an organisation ask to be in one.
///
/// # Errors
/// Denied to other roles; [`Refusal::Missing`]; [`Refusal::Done`] when it has ended, or the
/// organisation is in it, is invited or asks already.
pub async fn ask_to_join(desk: &Desk, actor: &Actor, initiative: Id) -> Outcome<()> {
    actor.may(Act::OpenInitiative)?;
    let mut tx = desk.db.write().await?;
    let standing = standing(&mut tx, actor, initiative).await?;
    if standing.state == State::Ended || standing.parties.contains(&actor.organisation) {
        return Err(Refusal::Done);
    }
    save(desk, tx, actor, (initiative, actor.organisation), true).await
}

async fn save(
    desk: &Desk,
    mut tx: Tx,
    actor: &Actor,
    (initiative, organisation): (Id, Id),
    asking: bool,
) -> Outcome<()> {
    let insert = insert_invitations(desk, actor, initiative, &[organisation], asking);
    let kept = tx.run(insert).await;
    match kept {
        Err(error) if is_taken(&error) && asking => return Err(Refusal::Done),
        Err(error) if is_taken(&error) => {
            return Err(Refusal::remark("organisation", Why::Taken));
        }
        kept => kept?,
    };
    let (verb, now) = (journal::Verb::PartyInvited, desk.now());
    journal::write(&mut tx, actor, verb, initiative, &[organisation], now).await?;
    tx.commit().await?;
    Ok(())
}

/// Organisations that are invited, or one that asks.
pub(super) fn insert_invitations(
    desk: &Desk,
    actor: &Actor,
    initiative: Id,
    organisations: &[Id],
    asking: bool,
) -> Sql {
    let rows = organisations.iter().map(|&organisation| {
        [
            Value::from(actor.municipality),
            desk.id().into(),
            initiative.into(),
            organisation.into(),
            asking.into(),
            actor.membership.into(),
            desk.now().into(),
        ]
    });
    sql!(
        "insert into initiative_invitation (municipality_id, id, initiative_id, organisation_id, asking, created_by, \
         created_at) values "
    )
    .rows(rows)
}

/// The invited organisation answers an invitation, those who are in it one who asks, and nobody what her own
/// organisation asked. *No thanks* needs no reason.
///
/// # Errors
/// [`Refusal::Missing`]; denied to all others; [`Refusal::Done`] when it was answered before, or the
/// initiative has ended.
pub async fn answer_invitation(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    yes: bool,
    language: Language,
) -> Outcome<Id> {
    actor.may(Act::OpenInitiative)?;
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    let sql = select(m).and(" and invitation.id = ?", [id.into()]);
    let asked: Invitation = tx.first(sql).await?.ok_or(Refusal::Missing)?;
    let standing = standing(&mut tx, actor, asked.initiative_id).await?;
    match asked.asking {
        true => actor.may_let_in(standing.area, &standing.parties, asked.organisation_id)?,
        false => actor.may_speak_for(asked.organisation_id)?,
    }
    if standing.state == State::Ended {
        return Err(Refusal::Done);
    }
    let now = desk.now();
    let answered = sql!(
        "update initiative_invitation set accepted = ?, answered_by = ?, answered_at = ? \
         where municipality_id = ? and id = ? and answered_at is null",
        yes,
        actor.membership,
        now,
        m,
        id
    );
    if tx.run(answered).await? == 0 {
        return Err(Refusal::Done);
    }
    if yes {
        let party = NewParty {
            id: desk.id(),
            initiative: asked.initiative_id,
            organisation: asked.organisation_id,
            membership: None,
            practitioner: false,
            aim: None,
            reasons: &[],
            language,
            now,
        };
        tx.run(insert_parties(m, [party])).await?;
    }
    let verb = match yes {
        true => journal::Verb::PartyAccepted,
        false => journal::Verb::PartyDeclined,
    };
    let related = [asked.organisation_id];
    journal::write(&mut tx, actor, verb, asked.initiative_id, &related, now).await?;
    tx.commit().await?;
    Ok(asked.initiative_id)
}

/// An organisation is not in it any more. What it did there stays; what it had taken on is there for others
/// to take, and its people are not invited to meet any more.
///
/// # Errors
/// [`Refusal::Missing`]; denied to those who do not speak for a party; [`Refusal::Done`] when it
/// has ended.
pub async fn leave(desk: &Desk, actor: &Actor, initiative: Id) -> Outcome<()> {
    actor.may(Act::OpenInitiative)?;
    let mut tx = desk.db.write().await?;
    as_party(&mut tx, actor, initiative).await?;
    let now = desk.now();
    tx.run(sql!(
        "update initiative_party set left_at = ? where municipality_id = ? and initiative_id = ? \
         and organisation_id = ? and left_at is null",
        now,
        actor.municipality,
        initiative,
        actor.organisation
    ))
    .await?;
    let mut related = vec![actor.organisation];
    related.extend(task::let_go(&mut tx, desk, actor, initiative).await?);
    meeting::let_go(&mut tx, desk, actor, initiative).await?;
    let verb = journal::Verb::PartyLeft;
    journal::write(&mut tx, actor, verb, initiative, &related, now).await?;
    tx.commit().await?;
    Ok(())
}
