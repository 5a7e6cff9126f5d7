//! One file on its way in: looked at, begun, brought in part by part, finished.
use super::incoming::Incoming;
use super::offers::{Around, Told, around, told};
use super::table::{self, Did};
use super::write;
use crate::desk::{Desk, Outcome, Refusal};
use crate::hsds::{Audience, Shape, services};
use crate::import::Reason;
use crate::import::importer::holder;
use crate::{job, journal};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Language, Moment, Reader};
use samskab_hsds::Object;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};

/// On what terms a file is brought in.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name it is known by.
    pub source: String,
    /// Language of texts that do not say it.
    pub language: String,
    /// Area of services that name none of ours.
    pub area: String,
    /// Organisations nobody knows are made, voluntary. Takes an administrator.
    pub create_organisations: bool,
}

impl Options {
    pub(super) fn kept(&self) -> Value {
        json!({ "area": self.area, "create_organisations": self.create_organisations })
    }
}

/// Where a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunState {
    /// Looked at, not yet brought in.
    Waiting,
    Running,
    Done,
    Undone,
}

impl RunState {
    fn of(code: &str) -> Self {
        match code {
            "waiting" => Self::Waiting,
            "running" => Self::Running,
            "undone" => Self::Undone,
            _ => Self::Done,
        }
    }
}

/// A run, as far as it has come.
#[derive(Clone, Debug, FromRow)]
pub struct Run {
    pub id: Id,
    pub source: String,
    language: String,
    options: Value,
    state: String,
    pub total: i64,
    pub done: i64,
    pub added: i64,
    pub changed: i64,
    pub same: i64,
    refused: Value,
    created_at: KeptMoment,
    finished_at: Option<KeptMoment>,
    /// Who brought it in.
    pub person: String,
}

impl Run {
    pub fn state(&self) -> RunState {
        RunState::of(&self.state)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }

    pub fn finished_at(&self) -> Option<Moment> {
        self.finished_at.map(Moment::from)
    }

    /// Number, column and reason of each that could not be taken.
    pub fn refused(&self) -> Vec<(usize, String, Reason)> {
        refusals(
            self.refused
                .as_array()
                .map(Vec::as_slice)
                .unwrap_or_default(),
        )
    }

    pub(super) fn options(&self) -> Options {
        let text = |name: &str| {
            self.options
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        Options {
            source: self.source.clone(),
            language: self.language.clone(),
            area: text("area"),
            create_organisations: self.options.get("create_organisations")
                == Some(&Value::Bool(true)),
        }
    }
}

/// Refusals as they are kept.
pub(super) fn refusals(kept: &[Value]) -> Vec<(usize, String, Reason)> {
    let read = |v: &Value| {
        let number = usize::try_from(v.get(0)?.as_u64()?).ok()?;
        let reason = Reason::from_code(v.get(2)?.as_str()?)?;
        Some((number, v.get(1)?.as_str()?.to_owned(), reason))
    };
    kept.iter().filter_map(read).collect()
}

/// Keeps a file to be brought in. Nothing of it is anywhere else yet.
///
/// # Errors
/// Denied to those who may not import, and to all but administrators when organisations are to be
/// made; remarks on name and area.
pub async fn begin(
    desk: &Desk,
    actor: &Actor,
    incoming: &Incoming,
    options: &Options,
) -> Outcome<Id> {
    may(actor, options)?;
    let mut read = Reader::new();
    read.required("source", &options.source, samskab_domain::kernel::LINE_MAX);
    read.choice::<Language>("language", &options.language);
    read.required("area", &options.area, samskab_domain::kernel::LINE_MAX);
    read.finish(Some(()))?;
    crate::import::check_area(desk, actor, &options.area).await?;
    let (m, id) = (actor.municipality, desk.id());
    let total = i64::try_from(incoming.services.len()).unwrap_or(i64::MAX);
    let content = Some(incoming.document());
    let mut tx = desk.db.write().await?;
    tx.run(table::insert(
        m,
        id,
        options,
        content,
        total,
        actor.membership,
        desk.now(),
    ))
    .await?;
    tx.commit().await?;
    Ok(id)
}

pub(super) fn may(actor: &Actor, options: &Options) -> Outcome<()> {
    actor.may(Act::Import)?;
    if options.create_organisations {
        actor.may(Act::Administer)?;
    }
    Ok(())
}

/// Forgets a run that was only looked at.
///
/// # Errors
/// Denied to those who may not import.
pub async fn forget(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    actor.may(Act::Import)?;
    let mut tx = desk.db.write().await?;
    let gone = sql!(
        "delete from import_run where municipality_id = ? and id = ? and state = 'waiting'",
        actor.municipality,
        id
    );
    tx.run(gone).await?;
    tx.commit().await?;
    Ok(())
}

/// One run.
///
/// # Errors
/// Denied to those who may not import; [`Refusal::Missing`].
pub async fn run(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Run> {
    actor.may(Act::Import)?;
    table::one(desk, actor.municipality, id).await
}

/// As many are listed.
const LISTED: i64 = 50;

/// The latest runs, the newest first.
///
/// # Errors
/// Denied to those who may not import.
pub async fn runs(desk: &Desk, actor: &Actor) -> Outcome<Vec<Run>> {
    actor.may(Act::Import)?;
    let sql = sql!(table::COLUMNS, actor.municipality);
    Ok(desk
        .db
        .all(sql.and(" order by run.id desc limit ?", [LISTED.into()]))
        .await?)
}

/// Asks the worker to bring it in.
///
/// # Errors
/// As [`begin`]; [`Refusal::Done`] when it was asked before.
pub async fn start(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    let found = run(desk, actor, id).await?;
    may(actor, &found.options())?;
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    let begun = sql!(
        "update import_run set state = 'running', created_by = ? where municipality_id = ? and id = ? and state = 'waiting'",
        actor.membership,
        m,
        id
    );
    if tx.run(begun).await? == 0 {
        return Err(Refusal::Done);
    }
    let payload = json!({ "run": id });
    job::ask(&mut tx, desk, m, job::Kind::BringIn, payload, desk.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// So many services are written at once.
const PART: usize = 200;

/// The content of a run that is still to be brought in.
pub(super) async fn content(desk: &Desk, m: Id, id: Id) -> Outcome<Incoming> {
    #[derive(FromRow)]
    struct Content {
        content: Option<Value>,
    }
    let sql = sql!(
        "select content from import_run where municipality_id = ? and id = ?",
        m,
        id
    );
    let found: Option<Content> = desk.db.first(sql).await?;
    let content = found.and_then(|f| f.content).unwrap_or_default();
    Ok(super::incoming::read_json(content.to_string().as_bytes()).unwrap_or_default())
}

/// Brings in the next part; says whether there is more. What was written of a run that stopped half
/// way stands, and the next call goes on from there.
///
/// # Errors
/// What the database answers; [`Refusal::Missing`] for no run, [`Refusal::Done`] for one that is
/// not under way.
pub async fn step(desk: &Desk, actor: &Actor, id: Id) -> Outcome<bool> {
    let m = actor.municipality;
    let found = table::one(desk, m, id).await?;
    if !matches!(found.state(), RunState::Waiting | RunState::Running) {
        return Err(Refusal::Done);
    }
    let options = found.options();
    may(actor, &options)?;
    let incoming = content(desk, m, id).await?;
    let done = usize::try_from(found.done).unwrap_or(0);
    if done == 0 {
        organisations(desk, actor, &incoming, &options).await?;
    }
    let part: Vec<Object> = incoming
        .services
        .iter()
        .skip(done)
        .take(PART)
        .cloned()
        .collect();
    let around = around(desk, actor, &options).await?;
    let sorted = sort(desk, m, &around, &part, done).await?;
    let more = done + part.len() < incoming.services.len();
    finish_part(desk, actor, &found, sorted, (part.len(), more), &incoming).await?;
    Ok(more)
}

/// Brings in the next part of a run the worker was asked for, and asks for the one after it.
///
/// # Errors
/// As [`step`]; [`Refusal::Missing`] when whoever asked for it may no longer.
pub async fn go_on(desk: &Desk, m: Id, id: Id) -> Outcome<()> {
    #[derive(FromRow)]
    struct By {
        created_by: Id,
    }
    let by = sql!(
        "select created_by from import_run where municipality_id = ? and id = ?",
        m,
        id
    );
    let by: Option<By> = desk.db.first(by).await?;
    let actor = holder(desk, m, by.ok_or(Refusal::Missing)?.created_by).await?;
    let more = match step(desk, &actor, id).await {
        Err(Refusal::Done) => false,
        more => more?,
    };
    if more {
        let mut tx = desk.db.write().await?;
        job::ask(
            &mut tx,
            desk,
            m,
            job::Kind::BringIn,
            json!({ "run": id }),
            desk.now(),
        )
        .await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Makes the organisations nobody knows, where that is wished; those that came in before and have
/// come in again are brought up to date.
async fn organisations(
    desk: &Desk,
    actor: &Actor,
    incoming: &Incoming,
    options: &Options,
) -> Outcome<()> {
    if !options.create_organisations {
        return Ok(());
    }
    let around = around(desk, actor, options).await?;
    let mut new: HashMap<Id, Object> = HashMap::new();
    for service in &incoming.services {
        let organization = service.get("organization").and_then(Value::as_object);
        let read = samskab_hsds::Service::read(service);
        if let (Some(doc), Some(told), None) =
            (organization, &read.organization, around.bearer(&read))
        {
            new.entry(told.id).or_insert_with(|| doc.clone());
        }
    }
    for doc in &incoming.organizations {
        let told = samskab_hsds::Organization::read(doc);
        let named = around.by_name.get(&samskab_locale::fold(told.name.trim()));
        if named.is_none_or(|id| *id == told.id) {
            new.insert(told.id, doc.clone());
        }
    }
    write::organisations(desk, actor, &around.language, new).await
}

/// What becomes of a part.
pub(super) struct Sorted {
    pub told: Vec<Told>,
    pub did: Vec<Did>,
    pub same: i64,
    pub refused: Vec<Value>,
}

/// New, changed, the same as before, or not to be taken.
pub(super) async fn sort(
    desk: &Desk,
    m: Id,
    around: &Around,
    part: &[Object],
    first: usize,
) -> Outcome<Sorted> {
    let ids: Vec<Id> = part
        .iter()
        .filter_map(|doc| doc.get("id")?.as_str()?.parse().ok())
        .collect();
    let wished = (Shape::Full, Audience::Keepers);
    let before = services(desk, m, &around.vocabulary, &ids, wished).await?;
    let before: HashMap<&str, &Object> = before
        .iter()
        .filter_map(|doc| Some((doc.get("id")?.as_str()?, doc)))
        .collect();
    let sources = write::sources(desk, m, &ids).await?;
    let mut sorted = Sorted {
        told: vec![],
        did: vec![],
        same: 0,
        refused: vec![],
    };
    let mut seen = HashSet::new();
    for (number, doc) in (first + 1..).zip(part) {
        let id = doc.get("id").and_then(Value::as_str).unwrap_or_default();
        let told = match told(doc, around) {
            Ok(told) if seen.insert(told.service.id) => told,
            Ok(_) => {
                sorted
                    .refused
                    .push(json!([number, "id", Reason::IdInUse.code()]));
                continue;
            }
            Err(reasons) => {
                let told =
                    |(column, reason): &(&str, Reason)| json!([number, column, reason.code()]);
                sorted.refused.extend(reasons.iter().map(told));
                continue;
            }
        };
        let offer = told.service.id;
        let source = sources.get(&offer);
        match before.get(id) {
            Some(now) if *now == doc || source.and_then(Value::as_object) == Some(doc) => {
                sorted.same += 1
            }
            Some(now) => {
                let before = json!({ "doc": now, "source": source });
                sorted.did.push(Did {
                    offer,
                    what: "changed",
                    before: Some(before),
                });
                sorted.told.push(told);
            }
            None => {
                sorted.did.push(Did {
                    offer,
                    what: "new",
                    before: None,
                });
                sorted.told.push(told);
            }
        }
    }
    Ok(sorted)
}

async fn finish_part(
    desk: &Desk,
    actor: &Actor,
    run: &Run,
    sorted: Sorted,
    (length, more): (usize, bool),
    incoming: &Incoming,
) -> Outcome<()> {
    let (m, now) = (actor.municipality, desk.now());
    let count = |what: &str| sorted.did.iter().filter(|did| did.what == what).count();
    let (added, changed) = (count("new"), count("changed"));
    let mut refused = run.refused.as_array().cloned().unwrap_or_default();
    refused.extend(sorted.refused);
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let ids: Vec<Id> = sorted.did.iter().map(|did| did.offer).collect();
    let mut tx = desk.db.write().await?;
    write::offers(&mut tx, desk, actor, &sorted.told, now).await?;
    table::keep_changes(&mut tx, m, run.id, sorted.did).await?;
    if !more {
        table::keep_rest(&mut tx, m, run.id, &incoming.rest).await?;
    }
    // Where another node has done this part meanwhile, nothing of it is kept.
    let moved = sql!(
        "update import_run set state = ?, done = ?, added = added + ?, changed = changed + ?, same = same + ?, refused = ?",
        if more { "running" } else { "done" },
        run.done + number(length),
        number(added),
        number(changed),
        sorted.same,
        Value::Array(refused)
    )
    .when(", finished_at = ?", (!more).then_some(now))
    .text(if more { "" } else { ", content = null" })
    .and(
        " where municipality_id = ? and id = ? and done = ? and state in ('waiting', 'running')",
        [m.into(), run.id.into(), run.done.into()],
    );
    if tx.run(moved).await? == 0 {
        return Err(Refusal::Done);
    }
    journal::write(&mut tx, actor, journal::Verb::RowsImported, m, &ids, now).await?;
    tx.commit().await?;
    Ok(())
}
