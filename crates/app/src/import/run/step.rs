//! A file is brought in, part by part.
use super::content::Content;
use super::sorted::Sorted;
use super::table::{self, count};
use super::{Kind, Options, Run, RunState, may, run, write};
use crate::desk::{Desk, Outcome, Refusal};
use crate::import::hsds::{self, Around, around};
use crate::import::importer::holder;
use crate::import::row::{Row, counted};
use crate::import::{kept, observations, offer_row, offer_sort};
use crate::{job, journal, observation};
use samskab_database::{FromRow, Tx, is_taken, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, clean};
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_hsds::{Object, Organization};
use serde_json::{Value, json};
use std::collections::HashMap;

/// Asks the worker to bring it in.
///
/// # Errors
/// As [`super::begin`]; [`Refusal::Done`] when it was asked before.
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

/// How many of a file are written at once: few enough to see it come on, and so many of a large one that
/// the file need not be read from the database more than some hundred times.
fn part_of(total: usize) -> usize {
    (total / 100).clamp(200, 2_000)
}

/// What of a run is still to be brought in.
pub(super) async fn content(desk: &Desk, m: Id, run: &Run) -> Outcome<Content> {
    #[derive(FromRow)]
    struct Kept {
        content: Option<Value>,
    }
    let sql = sql!(
        "select content from import_run where municipality_id = ? and id = ?",
        m,
        run.id
    );
    let found: Option<Kept> = desk.db.first(sql).await?;
    let content = found.and_then(|f| f.content).unwrap_or_default();
    Ok(Content::read(run.kind(), &content))
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
    let content = content(desk, m, &found).await?;
    if found.done == 0 && options.create_organisations {
        let around = around(desk, actor, &options).await?;
        let new = newcomers(desk, &content, &around);
        write::organisations(desk, actor, &around.language, new).await?;
    }
    match part(desk, actor, &found, &content).await {
        // Another run of the same source has just brought in one of these: it is known now.
        Err(Refusal::Database(error)) if is_taken(&error) => {
            part(desk, actor, &found, &content).await
        }
        done => done,
    }
}

async fn part(desk: &Desk, actor: &Actor, run: &Run, content: &Content) -> Outcome<bool> {
    let done = usize::try_from(run.done).unwrap_or(0);
    let length = part_of(content.len()).min(content.len().saturating_sub(done));
    let more = done + length < content.len();
    let sorting = Sorting {
        desk,
        actor,
        run,
        options: run.options(),
    };
    let sorted = sorting.sort(content, done, length).await?;
    finish_part(desk, actor, run, sorted, (length, more), content).await?;
    Ok(more)
}

/// A run and on what terms it is sorted.
pub(super) struct Sorting<'a> {
    pub desk: &'a Desk,
    pub actor: &'a Actor,
    pub run: &'a Run,
    pub options: Options,
}

impl Sorting<'_> {
    /// What becomes of the `length` that follow the first `done`.
    pub async fn sort(&self, content: &Content, done: usize, length: usize) -> Outcome<Sorted> {
        let around = around(self.desk, self.actor, &self.options).await?;
        self.sort_against(&around, content, done, length).await
    }

    pub async fn sort_against(
        &self,
        around: &Around,
        content: &Content,
        done: usize,
        length: usize,
    ) -> Outcome<Sorted> {
        let (desk, m) = (self.desk, self.actor.municipality);
        let source = (self.run.rows_of(), self.run.id);
        let source = (source.0.as_str(), source.1);
        match content {
            Content::Services(incoming) => {
                let part: Vec<Object> = incoming
                    .services
                    .iter()
                    .skip(done)
                    .take(length)
                    .cloned()
                    .collect();
                hsds::sort(desk, m, around, &part, done + 1).await
            }
            Content::Offers(rows) => {
                let part = counted(rows).skip(done).take(length);
                let part: Vec<_> = part.map(|(row, hash, n)| (row.clone(), hash, n)).collect();
                offer_sort::sort(desk, m, around, source, &part).await
            }
            Content::Observations(rows) => {
                let part = counted(rows).skip(done).take(length);
                let part: Vec<_> = part.map(|(row, hash, n)| (row.clone(), hash, n)).collect();
                observations::sort(desk, self.actor, &self.options, source, &part).await
            }
        }
    }
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
        let payload = json!({ "run": id });
        job::ask(&mut tx, desk, m, job::Kind::BringIn, payload, desk.now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The organisations a file names and nobody knows; of services also those that came in before and
/// have come in again, to be brought up to date.
pub(super) fn newcomers(desk: &Desk, content: &Content, around: &Around) -> HashMap<Id, Object> {
    match content {
        Content::Services(incoming) => {
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
                let told = Organization::read(doc);
                let named = around.by_name.get(&samskab_locale::fold(told.name.trim()));
                if named.is_none_or(|id| *id == told.id) {
                    new.insert(told.id, doc.clone());
                }
            }
            new
        }
        Content::Offers(rows) => providers(desk, rows, around),
        Content::Observations(_) => HashMap::new(),
    }
}

fn providers(desk: &Desk, rows: &[Row], around: &Around) -> HashMap<Id, Object> {
    let mut names: HashMap<String, String> = HashMap::new();
    for row in rows {
        let name = clean(row.text("organisation")).unwrap_or_default();
        let key = offer_row::organisation_key(&name);
        if !key.is_empty() && !around.by_name.contains_key(&key) {
            names.entry(key).or_insert(name);
        }
    }
    let organisation = |name: String| {
        let id = desk.id();
        (
            id,
            Organization {
                id,
                name,
                ..Organization::default()
            }
            .write(None),
        )
    };
    names.into_values().map(organisation).collect()
}

async fn finish_part(
    desk: &Desk,
    actor: &Actor,
    run: &Run,
    sorted: Sorted,
    (length, more): (usize, bool),
    content: &Content,
) -> Outcome<()> {
    let (m, now) = (actor.municipality, desk.now());
    let how_many = |what: &str| sorted.did.iter().filter(|did| did.what == what).count();
    let (added, changed) = (how_many("new") + sorted.stories.len(), how_many("changed"));
    let stories = sorted.stories.iter().map(|(id, _, _)| *id);
    let ids: Vec<Id> = sorted
        .did
        .iter()
        .map(|did| did.offer)
        .chain(stories)
        .collect();
    let mut refused = run.refused.as_array().cloned().unwrap_or_default();
    refused.extend(sorted.refused.iter().cloned());
    let mut tx = desk.db.write().await?;
    keep(&mut tx, desk, actor, run, &sorted, now).await?;
    table::keep_changes(&mut tx, m, run.id, sorted.did).await?;
    if let (Content::Services(incoming), false) = (content, more) {
        table::keep_rest(&mut tx, m, run.id, &incoming.rest).await?;
    }
    // Where another node has done this part meanwhile, nothing of it is kept.
    let moved = sql!(
        "update import_run set state = ?, done = ?, added = added + ?, changed = changed + ?, same = same + ?, refused = ?",
        if more { "running" } else { "done" },
        run.done + count(length),
        count(added),
        count(changed),
        count(sorted.same),
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
    if !ids.is_empty() {
        journal::write(&mut tx, actor, journal::Verb::RowsImported, m, &ids, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

async fn keep(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    run: &Run,
    sorted: &Sorted,
    now: Moment,
) -> Outcome<()> {
    let (m, source) = (actor.municipality, run.rows_of());
    write::offers(tx, desk, actor, &sorted.told, now).await?;
    let language = Language::from_code(&run.language).unwrap_or_default();
    observation::insert_all(tx, actor, language, &sorted.stories).await?;
    kept::forget(tx, m, &source, sorted.gone.iter().cloned()).await?;
    let kind = if run.kind() == Kind::Observations {
        "observation"
    } else {
        "offer"
    };
    kept::keep(tx, m, &source, kind, &sorted.marks, now).await
}
