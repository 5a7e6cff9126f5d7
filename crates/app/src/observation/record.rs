//! A person tells what she saw. A coordinator may write for another, who remains the teller.
use super::table::{self, By, NewRow};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, Sql, Tx, sql};
use samskab_domain::access::{Act, Actor, Denied, Role};
use samskab_domain::kernel::{Coded, Id, Language, Moment, Reader, Remark, Why};
use samskab_domain::observation::{Draft, Observation};
use samskab_words::personal_data;

/// What comes with a draft from the form that sent it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    pub draft: &'a Draft,
    pub language: Language,
    /// The form's own key: sent twice, it is taken once.
    pub submission: Option<Id>,
    /// The membership the form was opened under; she may have changed it in another window.
    pub membership: Option<Id>,
}

/// The receipt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub id: Id,
    /// It had come before; nothing was written again.
    pub again: bool,
}

/// # Errors
/// Denied to those who tell nothing here, or who write for someone outside their sight;
/// remarks for every field, personal data included. Nothing refused is kept or logged.
pub async fn record(desk: &Desk, actor: &Actor, told: Told<'_>) -> Outcome<Recorded> {
    actor.may(Act::TellObservation)?;
    if let Some(key) = told.submission
        && let Some(id) = came_before(desk, actor, key).await?
    {
        return Ok(Recorded { id, again: true });
    }
    let remarks = writing_as(desk, actor, told.membership).await?;
    let observation = consider(told.draft, remarks)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    let id = desk.id();
    if let Some(key) = told.submission {
        // Before anything else: the same form sent at the same moment waits here for the first.
        if tx.run(keep_submission(actor, key, id, now)).await? == 0 {
            let id = sent_before(&mut tx, actor, key).await?;
            return Ok(Recorded { id, again: true });
        }
    }
    check_places(&mut tx, actor.municipality, &observation).await?;
    let teller = teller(desk, &mut tx, actor, &observation).await?;
    let row = NewRow {
        municipality: actor.municipality,
        id,
        by: Some(By {
            organisation: teller.organisation_id,
            teller: teller.id,
            writer: actor.membership,
        }),
        language: told.language,
        observation: &observation,
        now,
    };
    tx.run(table::insert([row])).await?;
    let verb = journal::Verb::ObservationRecorded;
    journal::write(&mut tx, actor, verb, id, &[observation.area], now).await?;
    tx.commit().await?;
    Ok(Recorded { id, again: false })
}

/// What holds, or every remark, `remarks` and those on personal data among them.
pub(super) fn consider(draft: &Draft, mut remarks: Vec<Remark>) -> Outcome<Observation> {
    remarks.extend(personal_data::remarks(&draft.texts(), draft.harmless));
    match draft.consider() {
        Ok(observation) if remarks.is_empty() => Ok(observation),
        Ok(_) => Err(Refusal::Remarks(remarks)),
        Err(mut all) => {
            all.extend(remarks);
            Err(Refusal::Remarks(all))
        }
    }
}

#[derive(FromRow)]
struct Writer {
    name: String,
    organisation: String,
}

/// A remark when the form was opened under another membership: its story would land in a
/// circle the teller did not have in mind.
async fn writing_as(desk: &Desk, actor: &Actor, opened: Option<Id>) -> Outcome<Vec<Remark>> {
    if opened.is_none_or(|membership| membership == actor.membership) {
        return Ok(vec![]);
    }
    let sql = sql!(
        "select person.name, organisation.name as organisation from person \
         join organisation on organisation.municipality_id = person.municipality_id \
         where person.municipality_id = ? and person.id = ? and organisation.id = ?",
        actor.municipality,
        actor.person,
        actor.organisation
    );
    let writer: Option<Writer> = desk.db.first(sql).await?;
    let writer = writer.ok_or(Refusal::Denied(Denied))?;
    Ok(vec![Remark {
        field: "membership",
        why: Why::WritingAs {
            name: writer.name,
            organisation: writer.organisation,
        },
    }])
}

#[derive(FromRow)]
struct Before {
    subject_id: Id,
}

/// What the person's form brought when it came before, under whichever of her memberships: a
/// phone sends again what it has no receipt for, also after she has signed in as something else.
async fn came_before(desk: &Desk, actor: &Actor, key: Id) -> Outcome<Option<Id>> {
    let before: Option<Before> = desk.db.first(sent_by(actor, key)).await?;
    Ok(before.map(|b| b.subject_id))
}

fn sent_by(actor: &Actor, key: Id) -> Sql {
    sql!(
        "select submission.subject_id from submission join membership \
         on membership.municipality_id = submission.municipality_id and membership.id = submission.membership_id \
         where submission.municipality_id = ? and submission.key = ? and membership.person_id = ?",
        actor.municipality,
        key,
        actor.person
    )
}

/// The same, when it came while this one was on its way.
async fn sent_before(tx: &mut Tx, actor: &Actor, key: Id) -> Outcome<Id> {
    let before: Option<Before> = tx.first(sent_by(actor, key)).await?;
    // Another's key was made up, and tells nothing of what it belongs to.
    before.map(|b| b.subject_id).ok_or(Refusal::Denied(Denied))
}

fn keep_submission(actor: &Actor, key: Id, subject: Id, now: Moment) -> Sql {
    sql!(
        "insert into submission (municipality_id, key, membership_id, subject_id, created_at) \
         values (?, ?, ?, ?, ?) on conflict (municipality_id, key) do nothing",
        actor.municipality,
        key,
        actor.membership,
        subject,
        now
    )
}

#[derive(FromRow)]
struct Teller {
    id: Id,
    organisation_id: Id,
}

/// Whose story it is: the actor's own, or that of one at work here who tells herself otherwise.
async fn teller(
    desk: &Desk,
    tx: &mut Tx,
    actor: &Actor,
    observation: &Observation,
) -> Outcome<Teller> {
    let own = Teller {
        id: actor.membership,
        organisation_id: actor.organisation,
    };
    let Some(other) = observation.teller.filter(|&t| t != actor.membership) else {
        return Ok(own);
    };
    actor.may(Act::TellForAnother)?;
    let organisation = (actor.role == Role::Coordinator).then_some(actor.organisation);
    let sql = sql!(
        "select id, organisation_id from membership where municipality_id = ? and id = ? and until_day is null \
         and from_day <= ? and role in ",
        actor.municipality,
        other,
        desk.today()
    )
    .list(Act::TellObservation.roles().iter().map(|role| role.code()))
    .when(" and organisation_id = ?", organisation);
    let found = tx.first(sql).await?;
    found.ok_or_else(|| Refusal::remark("teller", Why::Unknown))
}

#[derive(FromRow)]
struct There {
    id: Id,
}

/// Area and topic are this municipality's and in use.
pub(super) async fn check_places(
    tx: &mut Tx,
    municipality: Id,
    observation: &Observation,
) -> Outcome<()> {
    let mut read = Reader::new();
    let area = sql!(
        "select id from area where municipality_id = ? and id = ? and closed_at is null",
        municipality,
        observation.area
    );
    if tx.first::<There>(area).await?.is_none() {
        read.remark("area", Why::Unknown);
    }
    if !topic_there(tx, municipality, observation.topic).await? {
        read.remark("topic", Why::Unknown);
    }
    read.finish(Some(())).map_err(Refusal::Remarks)
}

async fn topic_there(tx: &mut Tx, municipality: Id, topic: Option<Id>) -> Outcome<bool> {
    let Some(topic) = topic else {
        return Ok(true);
    };
    let sql = sql!(
        "select id from topic where municipality_id = ? and id = ? and retired_at is null",
        municipality,
        topic
    );
    Ok(tx.first::<There>(sql).await?.is_some())
}

/// A remark when the topic is not this municipality's or no longer in use.
pub(super) async fn check_topic(tx: &mut Tx, municipality: Id, topic: Option<Id>) -> Outcome<()> {
    match topic_there(tx, municipality, topic).await? {
        true => Ok(()),
        false => Err(Refusal::remark("topic", Why::Unknown)),
    }
}

/// Brings in many at once, each already considered, told by the actor at its own time: for imports.
///
/// # Errors
/// What the database answers.
pub(crate) async fn insert_all(
    tx: &mut Tx,
    actor: &Actor,
    language: Language,
    observations: &[(Id, Observation, Moment)],
) -> Outcome<()> {
    if observations.is_empty() {
        return Ok(());
    }
    let rows = observations.iter().map(|(id, observation, at)| NewRow {
        municipality: actor.municipality,
        id: *id,
        by: Some(By {
            organisation: actor.organisation,
            teller: actor.membership,
            writer: actor.membership,
        }),
        language,
        observation,
        now: *at,
    });
    tx.run(table::insert(rows)).await?;
    Ok(())
}

/// Deletes those of these stories that nobody has corrected, linked, quoted or built on, and says which:
/// for imports that are taken back.
///
/// # Errors
/// What the database answers.
pub(crate) async fn forget_untouched(tx: &mut Tx, m: Id, ids: &[Id]) -> Outcome<Vec<Id>> {
    let untouched = sql!(
        "select id from observation where state = 'kept' \
         and not exists (select 1 from quote link where link.municipality_id = observation.municipality_id and link.observation_id = observation.id) \
         and not exists (select 1 from need_observation link where link.municipality_id = observation.municipality_id and link.observation_id = observation.id) \
         and not exists (select 1 from need_refusal link where link.municipality_id = observation.municipality_id and link.observation_id = observation.id) \
         and not exists (select 1 from initiative link where link.municipality_id = observation.municipality_id and link.observation_id = observation.id) \
         and not exists (select 1 from observation_version link where link.municipality_id = observation.municipality_id and link.observation_id = observation.id) \
         and municipality_id = ? and id in ",
        m
    );
    let untouched: Vec<There> = tx.all(untouched.list(ids.iter().copied())).await?;
    let untouched: Vec<Id> = untouched.into_iter().map(|there| there.id).collect();
    let gone = sql!(
        "delete from observation where municipality_id = ? and id in ",
        m
    );
    tx.run(gone.list(untouched.iter().copied())).await?;
    Ok(untouched)
}
