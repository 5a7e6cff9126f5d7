//! A file is brought in, part by part.
use super::content::Content;
use super::sorted::Sorted;
use super::table::{self, count};
use super::{Kind, Options, Run, RunState, look, may, parts, run, write};
use crate::desk::{Desk, Outcome, Refusal};
use crate::import::hsds::{self, Around, around};
use crate::import::importer::holder;
use crate::import::offer_sort::Counted;
use crate::import::row::Row;
use crate::import::{kept, observations, offer_row, offer_sort};
use crate::{job, journal, observation};
use samskab_database::{Tx, is_taken, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Coded, clean};
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_hsds::{Object, Organization};
use serde_json::{Value, json};
use std::collections::HashMap;

/// Asks the worker to bring it in.
///
/// # Errors
/// As [`super::begin`]; [`Refusal::Done`] when it was asked before, or is not looked through.
pub async fn start(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    let found = run(desk, actor, id).await?;
    may(actor, &found.options())?;
    if found.state() != RunState::Waiting {
        return Err(Refusal::Done);
    }
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    look::forget(&mut tx, m, id).await?;
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
    let content = parts::part(desk, m, &found, found.done).await?;
    let beside = parts::beside(desk, m, &found).await?;
    if options.create_organisations {
        let around = around(desk, actor, &options).await?;
        let mut new = newcomers(desk, &content, &around);
        if found.done == 0 {
            new.extend(newcomers(desk, &beside, &around));
        }
        write::organisations(desk, actor, &around.language, new).await?;
    }
    match part(desk, actor, &found, (&content, &beside)).await {
        // Another run of the same source has just brought in one of these: it is known now.
        Err(Refusal::Database(error)) if is_taken(&error) => {
            part(desk, actor, &found, (&content, &beside)).await
        }
        done => done,
    }
}

async fn part(
    desk: &Desk,
    actor: &Actor,
    run: &Run,
    (content, beside): (&Content, &Content),
) -> Outcome<bool> {
    let length = count(content.len());
    let more = run.done + length < run.total;
    let sorting = Sorting {
        desk,
        actor,
        run,
        options: run.options(),
    };
    let around = around(desk, actor, &sorting.options).await?;
    let sorted = sorting.sort(&around, content, run.done).await?;
    finish_part(desk, actor, run, sorted, (length, more), beside).await?;
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
    /// What becomes of the part that begins after the first `done`.
    pub async fn sort(&self, around: &Around, part: &Content, done: i64) -> Outcome<Sorted> {
        let (desk, m) = (self.desk, self.actor.municipality);
        let source = (self.run.rows_of(), self.run.id);
        let source = (source.0.as_str(), source.1);
        match part {
            Content::Services(incoming) => {
                let first = usize::try_from(done).unwrap_or(0) + 1;
                hsds::sort(desk, m, around, &incoming.services, first).await
            }
            Content::Offers(rows) => offer_sort::sort(desk, m, around, source, &hashed(rows)).await,
            Content::Observations(rows) => {
                let rows = hashed(rows);
                observations::sort(desk, self.actor, &self.options, source, &rows).await
            }
        }
    }
}

fn hashed(rows: &[Row]) -> Vec<Counted> {
    let hashed = rows.iter().map(|row| (row.clone(), row.hash(), row.copy));
    hashed.collect()
}

/// Brings in the next part of a run the worker was asked for, and asks for the one after it.
///
/// # Errors
/// As [`step`]; [`Refusal::Missing`] when whoever asked for it may no longer.
pub async fn go_on(desk: &Desk, m: Id, id: Id) -> Outcome<()> {
    let by = table::one(desk, m, id).await?.created_by;
    let actor = holder(desk, m, by).await?;
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
    (length, more): (i64, bool),
    beside: &Content,
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
    if let (Content::Services(incoming), false) = (beside, more) {
        table::keep_rest(&mut tx, m, run.id, &incoming.rest).await?;
    }
    parts::forget(&mut tx, m, run).await?;
    // Where another node has done this part meanwhile, nothing of it is kept.
    let moved = sql!(
        "update import_run set state = ?, done = ?, added = added + ?, changed = changed + ?, same = same + ?, refused = ?",
        if more { "running" } else { "done" },
        run.done + length,
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
