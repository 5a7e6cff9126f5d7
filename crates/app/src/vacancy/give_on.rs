//! Everything that hung on her is given on in one action, with a note.
use super::duties;
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::offer::{self, Change};
use crate::{journal, mail};
use samskab_database::{FromRow, Sql, Tx, Value, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Coded, Id, Language, Why};
use samskab_domain::offer::{Aspect, Way};
use samskab_domain::vacancy::{Draft, Kind};
use samskab_locale::{Named, texts};
use std::collections::BTreeMap;

#[derive(FromRow)]
struct Waiting {
    membership_id: Id,
    organisation_id: Id,
}

#[derive(FromRow)]
struct Receiver {
    person_id: Id,
}

#[derive(FromRow)]
struct Ended {
    offer_id: Id,
    title: String,
}

#[derive(FromRow)]
struct Moved {
    subject_id: Id,
}

/// Rows of a statement: engines take some ten thousand values.
const STATEMENT: usize = 1_000;

/// As many statements whether it is one offer or hundreds. Contacts end today and begin anew, so
/// that it can be told who it was; whoever takes over is written to.
///
/// # Errors
/// [`Refusal::Missing`] for others'; [`Refusal::Done`] when it is over; remarks for each field.
pub async fn give_on(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &Draft,
    language: Language,
) -> Outcome<()> {
    let given = considered(draft.consider(), &[("note", &draft.note)], true)?;
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    let waiting = waiting(&mut tx, actor, id).await?;
    let receiver: Option<Receiver> = tx
        .first(sql!(
            "select person_id from membership where municipality_id = ? and id = ? and organisation_id = ? \
             and until_day is null and id <> ? and role in ('frontline', 'coordinator', 'leader', 'facilitator')",
            m,
            given.to,
            waiting.organisation_id,
            waiting.membership_id
        ))
        .await?;
    let receiver = receiver.ok_or(Refusal::remark("to", Why::Unknown))?;
    let from = waiting.membership_id;
    let mut items = contacts(&mut tx, desk, m, (from, given.to)).await?;
    items.extend(others(&mut tx, desk, m, (from, given.to)).await?);
    let rows: Vec<_> = items
        .iter()
        .map(|&(kind, subject)| {
            [
                Value::from(m),
                id.into(),
                kind.code().into(),
                subject.into(),
            ]
        })
        .collect();
    for rows in rows.chunks(STATEMENT) {
        let insert = sql!(
            "insert into vacancy_item (municipality_id, vacancy_id, kind, subject_id) values "
        );
        let insert = insert
            .rows(rows.iter().cloned())
            .text(" on conflict do nothing");
        tx.run(insert).await?;
    }
    remember(&mut tx, desk, actor, (from, given.to), &items).await?;
    let duties = duties::move_on(&mut tx, desk, (m, id), (from, given.to)).await?;
    tx.run(sql!(
        "update vacancy set given_to = ?, note = ?, language = ?, closed_by = ?, closed_at = ? \
         where municipality_id = ? and id = ?",
        given.to,
        given.note,
        language.code(),
        actor.membership,
        now,
        m,
        id
    ))
    .await?;
    let to = [(receiver.person_id, id)];
    mail::ask_about(&mut tx, desk, m, mail::Kind::GivenOn, &to).await?;
    let related = items.iter().map(|(_, subject)| *subject);
    let related: Vec<Id> = related.chain(duties).collect();
    journal::write(&mut tx, actor, journal::Verb::GivenOn, id, &related, now).await?;
    tx.commit().await?;
    Ok(())
}

#[derive(FromRow)]
struct Holder {
    id: Id,
    role: String,
}

/// The history of each offer tells that it was given on, from role to role: never from whom to whom.
async fn remember(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    (from, to): (Id, Id),
    items: &[(Kind, Id)],
) -> Outcome<()> {
    let m = actor.municipality;
    let holders = sql!(
        "select id, role from membership where municipality_id = ? and id in ",
        m
    );
    let holders: Vec<Holder> = tx.all(holders.list([from, to])).await?;
    let role = |id: Id| {
        let found = holders.iter().find(|h| h.id == id);
        found
            .and_then(|h| Role::from_code(&h.role))
            .map(|role| role.name(texts(Language::Danish)))
    };
    let (before, after) = (role(from).unwrap_or_default(), role(to).unwrap_or_default());
    let mut changes: BTreeMap<Id, Vec<Change>> = BTreeMap::new();
    for (kind, offer) in items {
        let aspect = match kind {
            Kind::Contact => Aspect::Holder,
            Kind::Backup => Aspect::Backup,
            _ => continue,
        };
        let (before, after) = (before.clone(), after.clone());
        let change = Change {
            aspect,
            language: None,
            before,
            after,
        };
        changes.entry(*offer).or_default().push(change);
    }
    let changes: Vec<_> = changes.into_iter().collect();
    let by = (m, Some(actor.membership));
    offer::keep(tx, desk, by, Way::GivenOn, &changes).await
}

async fn waiting(tx: &mut Tx, actor: &Actor, id: Id) -> Outcome<Waiting> {
    let open = super::close::locked(tx, actor.municipality, id).await?;
    actor
        .may_fill_vacancy(open.organisation_id)
        .map_err(|_| Refusal::Missing)?;
    if open.closed {
        return Err(Refusal::Done);
    }
    Ok(Waiting {
        membership_id: open.membership_id,
        organisation_id: open.organisation_id,
    })
}

async fn contacts(
    tx: &mut Tx,
    desk: &Desk,
    m: Id,
    (from, to): (Id, Id),
) -> Outcome<Vec<(Kind, Id)>> {
    let today = desk.today();
    let ended: Vec<Ended> = tx
        .all(sql!(
            "update contact set until_day = ? where municipality_id = ? and membership_id = ? and until_day is null \
             returning offer_id, title",
            today,
            m,
            from
        ))
        .await?;
    let rows: Vec<_> = ended
        .iter()
        .map(|e| {
            [
                Value::from(m),
                desk.id().into(),
                e.offer_id.into(),
                (&e.title).into(),
                to.into(),
                today.into(),
            ]
        })
        .collect();
    for rows in rows.chunks(STATEMENT) {
        let insert = sql!(
            "insert into contact (municipality_id, id, offer_id, title, membership_id, from_day) values "
        );
        tx.run(insert.rows(rows.iter().cloned())).await?;
    }
    Ok(ended
        .into_iter()
        .map(|e| (Kind::Contact, e.offer_id))
        .collect())
}

async fn others(tx: &mut Tx, desk: &Desk, m: Id, (from, to): (Id, Id)) -> Outcome<Vec<(Kind, Id)>> {
    let aims = sql!(
        "update initiative_party set aim = (select gone.aim from initiative_party gone \
         where gone.municipality_id = initiative_party.municipality_id \
         and gone.initiative_id = initiative_party.initiative_id and gone.membership_id = ? and gone.left_at is null \
         order by gone.id limit 1) where municipality_id = ? and membership_id = ? and left_at is null and aim is null",
        from,
        m,
        to
    );
    tx.run(aims).await?;
    let moves: [(Kind, Sql); 3] = [
        (
            Kind::Backup,
            sql!(
                "update offer_backup set membership_id = ? where municipality_id = ? and membership_id = ? \
                 returning offer_id as subject_id",
                to,
                m,
                from
            ),
        ),
        // One place is enough where whoever takes over is in it already.
        (
            Kind::Initiative,
            sql!(
                "update initiative_party set left_at = ? where municipality_id = ? and membership_id = ? \
                 and left_at is null and exists (select 1 from initiative_party hers \
                 where hers.municipality_id = initiative_party.municipality_id \
                 and hers.initiative_id = initiative_party.initiative_id and hers.membership_id = ? \
                 and hers.left_at is null) returning initiative_id as subject_id",
                desk.now(),
                m,
                from,
                to
            ),
        ),
        (
            Kind::Initiative,
            sql!(
                "update initiative_party set membership_id = ? where municipality_id = ? and membership_id = ? \
                 and left_at is null and initiative_id in (select id from initiative where municipality_id = ? \
                 and state <> 'ended') returning initiative_id as subject_id",
                to,
                m,
                from,
                m
            ),
        ),
    ];
    let mut moved = Vec::new();
    for (kind, sql) in moves {
        let subjects: Vec<Moved> = tx.all(sql).await?;
        moved.extend(subjects.into_iter().map(|s| (kind, s.subject_id)));
    }
    Ok(moved)
}
