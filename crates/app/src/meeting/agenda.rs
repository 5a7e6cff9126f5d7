//! The agenda is made from what waits: what was left last time, needs nobody does anything about,
//! answers that are late, changes nobody has said the outcome of, tasks that look like a duty.
use super::table::{Meeting, find, open};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::journal;
use crate::task;
use samskab_database::{FromRow, Sql, Tx, Value, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Coded, Id, Language, Reader};
use samskab_domain::meeting::{ITEM_MAX, ItemKind, State};

/// One item of an agenda.
#[derive(Clone, Debug, FromRow)]
pub struct Item {
    pub id: Id,
    kind: String,
    pub subject_id: Option<Id>,
    pub body: String,
    language: String,
    pub organisation: String,
    pub cleared: bool,
}

impl Item {
    pub fn kind(&self) -> ItemKind {
        ItemKind::from_code(&self.kind).unwrap_or(ItemKind::Own)
    }

    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }
}

/// The items of a meeting, in the order they were put.
pub(super) async fn of_meeting(desk: &Desk, municipality: Id, meeting: Id) -> Outcome<Vec<Item>> {
    let sql = sql!(
        "select item.id, item.kind, item.subject_id, item.body, item.language, organisation.name as organisation, \
         item.cleared_at is not null as cleared from agenda_item item \
         join membership on membership.municipality_id = item.municipality_id and membership.id = item.created_by \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where item.municipality_id = ? and item.meeting_id = ? order by item.id limit ?",
        municipality,
        meeting,
        ITEMS
    );
    Ok(desk.db.all(sql).await?)
}

/// So long an agenda is never dealt with.
const ITEMS: i64 = 60;

/// Something that waits and could be talked about.
#[derive(Clone, Debug, FromRow, PartialEq, Eq)]
pub struct Suggestion {
    kind: String,
    /// The need, answer, change or task; of what was left last time, that item.
    pub subject: Id,
    pub body: String,
    language: String,
}

impl Suggestion {
    pub fn kind(&self) -> ItemKind {
        ItemKind::from_code(&self.kind).unwrap_or(ItemKind::Own)
    }

    /// As a form sends it.
    pub fn pick(&self) -> String {
        format!("{}.{}", self.kind, self.subject)
    }
}

/// How many of each kind are suggested.
const EACH: i64 = 8;

/// What could be on the agenda and is not yet. Only what every member may see.
///
/// # Errors
/// [`Refusal::Missing`] for a meeting out of sight.
pub async fn suggestions(desk: &Desk, actor: &Actor, meeting: Id) -> Outcome<Vec<Suggestion>> {
    let meeting = find(desk, actor, meeting).await?;
    let mut found = Vec::new();
    for sql in waiting(desk, actor.municipality, &meeting) {
        found.extend(desk.db.all::<Suggestion>(sql).await?);
    }
    found.extend(asked_about(desk, actor, &meeting).await?);
    Ok(found)
}

/// Tasks something is asked about (F6), but for those that are on the agenda.
async fn asked_about(desk: &Desk, actor: &Actor, meeting: &Meeting) -> Outcome<Vec<Suggestion>> {
    let m = actor.municipality;
    let on_it = of_meeting(desk, m, meeting.id).await?;
    let not_yet = |id: Id| !on_it.iter().any(|item| item.subject_id == Some(id));
    let tasks = task::asked_about(desk, m, meeting.area_id, meeting.initiative_id).await?;
    let tasks = tasks.into_iter().filter(|task| not_yet(task.id));
    let each = usize::try_from(EACH).unwrap_or_default();
    let suggested = tasks.take(each).map(|task| Suggestion {
        kind: ItemKind::Task.code().to_owned(),
        subject: task.id,
        language: task.language().code().to_owned(),
        body: task.what,
    });
    Ok(suggested.collect())
}

/// Four queries, one for each kind that a query finds.
fn waiting(desk: &Desk, m: Id, meeting: &Meeting) -> [Sql; 4] {
    let not_yet = |sql: Sql, subject: &'static str| {
        sql.text(" and not exists (select 1 from agenda_item item where item.municipality_id = ")
            .and(
                "? and item.meeting_id = ? and item.subject_id = ",
                [m.into(), meeting.id.into()],
            )
            .text(subject)
            .text(")")
    };
    let left = sql!(
        "select 'own' as kind, left_over.id as subject, left_over.body, left_over.language from agenda_item left_over \
         join meeting held on held.municipality_id = left_over.municipality_id and held.id = left_over.meeting_id \
         where left_over.municipality_id = ? and held.state = 'closed' and left_over.cleared_at is null",
        m
    );
    let left = match meeting.initiative_id {
        Some(initiative) => left.and(" and held.initiative_id = ?", [initiative.into()]),
        None => left.and(
            " and held.initiative_id is null and held.area_id = ?",
            [meeting.area_id.into()],
        ),
    };
    let changes = sql!(
        "select 'change' as kind, change.id as subject, change.what as body, change.language from practice_change change \
         join initiative on initiative.municipality_id = change.municipality_id and initiative.id = change.initiative_id \
         where change.municipality_id = ? and change.outcome is null and change.from_day <= ? and initiative.area_id = ?",
        m,
        desk.today(),
        meeting.area_id
    )
    .when(" and initiative.id = ?", meeting.initiative_id);
    let answers = sql!(
        "select 'answer' as kind, answer.id as subject, need.title as body, need.language from answer \
         join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id \
         where answer.municipality_id = ? and answer.kind is null and answer.withdrawn_at is null \
         and answer.due_day < ? and need.area_id = ?",
        m,
        desk.today(),
        meeting.area_id
    );
    let needs = sql!(
        "select 'need' as kind, need.id as subject, need.title as body, need.language from need \
         where need.municipality_id = ? and need.state = 'raised' and need.area_id = ?",
        m,
        meeting.area_id
    );
    [
        not_yet(left, "left_over.id").and(" order by left_over.id limit ?", [EACH.into()]),
        not_yet(changes, "change.id").and(
            " order by change.from_day, change.id limit ?",
            [EACH.into()],
        ),
        not_yet(answers, "answer.id")
            .and(" order by answer.due_day, answer.id limit ?", [EACH.into()]),
        not_yet(needs, "need.id").and(" order by need.id desc limit ?", [EACH.into()]),
    ]
}

/// What someone puts on the agenda.
#[derive(Clone, Debug, Default)]
pub struct Put {
    /// Suggestions, as [`Suggestion::pick`] gives them.
    pub picks: Vec<String>,
    pub own: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// Anyone who is in the meeting may.
///
/// # Errors
/// [`Refusal::Missing`] for a meeting out of sight; [`Refusal::Done`] for one closed or cancelled;
/// a remark when nothing was chosen or written.
pub async fn put(desk: &Desk, actor: &Actor, id: Id, put: &Put, language: Language) -> Outcome<()> {
    actor.may(Act::SeeMeetings)?;
    if find(desk, actor, id).await?.state() != State::Planned {
        return Err(Refusal::Done);
    }
    let waiting = suggestions(desk, actor, id).await?;
    let mut picked: Vec<&Suggestion> = waiting
        .iter()
        .filter(|s| put.picks.contains(&s.pick()))
        .collect();
    let own = own(put, picked.is_empty())?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    open(&mut tx, actor, id).await?;
    // Another may have put the same there since it was suggested.
    let there = subjects(&mut tx, actor.municipality, id).await?;
    picked.retain(|s| !there.contains(&s.subject));
    if picked.is_empty() && own.is_none() {
        return Ok(());
    }
    let from_waiting = picked.iter().map(|s| {
        (
            s.kind.as_str(),
            Some(s.subject),
            s.body.as_str(),
            s.language.as_str(),
        )
    });
    let written = own.as_deref();
    let written = written.map(|own| (ItemKind::Own.code(), None, own, language.code()));
    let rows = from_waiting
        .chain(written)
        .map(|(kind, subject, body, language)| {
            [
                Value::from(actor.municipality),
                desk.id().into(),
                id.into(),
                kind.into(),
                subject.into(),
                body.into(),
                language.into(),
                actor.membership.into(),
                now.into(),
            ]
        });
    let insert = sql!(
        "insert into agenda_item (municipality_id, id, meeting_id, kind, subject_id, body, language, created_by, \
         created_at) values "
    );
    tx.run(insert.rows(rows)).await?;
    brought_along(&mut tx, desk, actor, &picked).await?;
    let related: Vec<Id> = picked.iter().map(|s| s.subject).collect();
    let verb = journal::Verb::AgendaChanged;
    journal::write(&mut tx, actor, verb, id, &related, now).await?;
    tx.commit().await?;
    Ok(())
}

#[derive(FromRow)]
struct Subject {
    subject_id: Id,
}

/// What is on the agenda that waited somewhere else.
async fn subjects(tx: &mut Tx, municipality: Id, meeting: Id) -> Outcome<Vec<Id>> {
    let sql = sql!(
        "select subject_id from agenda_item where municipality_id = ? and meeting_id = ? and subject_id is not null",
        municipality,
        meeting
    );
    let found: Vec<Subject> = tx.all(sql).await?;
    Ok(found.into_iter().map(|item| item.subject_id).collect())
}

fn own(put: &Put, needed: bool) -> Outcome<Option<String>> {
    let mut read = Reader::new();
    let own = match needed {
        true => Some(read.required("own", &put.own, ITEM_MAX)),
        false => read.optional("own", &put.own, ITEM_MAX),
    };
    considered(read.finish(Some(own)), &[("own", &put.own)], put.harmless)
}

/// What was left last time and stands here now no longer waits there.
async fn brought_along(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    picked: &[&Suggestion],
) -> Outcome<()> {
    let left = picked.iter().filter(|s| s.kind() == ItemKind::Own);
    let clear = sql!(
        "update agenda_item set cleared_at = ? where municipality_id = ? and id in ",
        desk.now(),
        actor.municipality
    );
    tx.run(clear.list(left.map(|s| s.subject))).await?;
    Ok(())
}

/// Takes an item off again: whoever put it there, or who leads the meeting.
///
/// # Errors
/// [`Refusal::Missing`] for an item that is not there or not hers to take.
pub async fn take_off(desk: &Desk, actor: &Actor, id: Id, item: Id) -> Outcome<()> {
    actor.may(Act::SeeMeetings)?;
    let meeting = find(desk, actor, id).await?;
    let leads = super::table::may(desk, actor, &meeting).await?.lead;
    let mut tx = desk.db.write().await?;
    open(&mut tx, actor, id).await?;
    let own = (!leads).then_some(actor.membership);
    let delete = sql!(
        "delete from agenda_item where municipality_id = ? and meeting_id = ? and id = ?",
        actor.municipality,
        id,
        item
    )
    .when(" and created_by = ?", own);
    if tx.run(delete).await? == 0 {
        return Err(Refusal::Missing);
    }
    let verb = journal::Verb::AgendaChanged;
    journal::write(&mut tx, actor, verb, id, &[], desk.now()).await?;
    tx.commit().await?;
    Ok(())
}
