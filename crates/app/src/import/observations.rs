//! Writes the observations of a file, in batches. The importing member is the teller.
use super::fault::Refused;
use super::kept::{self, Mark};
use super::observation_row::{AreaNames, Areas, Defaults, consider};
use super::row::{Sheet, counted};
use super::{BATCH, Report, STATEMENT, source};
use crate::desk::{Desk, Outcome, Refusal};
use crate::{area, journal, observation};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_domain::observation::Observation;
use std::collections::HashMap;

/// A row that holds.
struct Ready {
    hash: Vec<u8>,
    occurrence: i64,
    observation: Observation,
    at: Moment,
}

/// Takes every row that can be taken and has not come in from `source_name` before.
///
/// # Errors
/// Denied to those who may not import; remarks when the source's name or the default area
/// cannot be taken. [`Refusal::Done`] when the same file is being imported elsewhere; what
/// came in before that stays, and doing it again takes the rest.
pub async fn observations(
    desk: &Desk,
    actor: &Actor,
    sheet: &Sheet,
    defaults: &Defaults,
    source_name: &str,
    language: Language,
) -> Outcome<Report> {
    actor.may(Act::Import)?;
    let source = source("observations", source_name)?;
    let areas = areas(desk, actor, &defaults.area).await?;
    let mut report = Report {
        refused: sheet.refused.clone(),
        ..Report::default()
    };
    let mut ready = Vec::with_capacity(BATCH);
    for (row, hash, occurrence) in counted(&sheet.rows) {
        match consider(row, &areas, defaults, desk.now()) {
            Ok((observation, at)) => ready.push(Ready {
                hash,
                occurrence,
                observation,
                at,
            }),
            Err(refused) => report.refused.push(refused),
        }
        if ready.len() == BATCH {
            let batch = std::mem::replace(&mut ready, Vec::with_capacity(BATCH));
            write(desk, actor, &source, language, batch, &mut report).await?;
        }
    }
    write(desk, actor, &source, language, ready, &mut report).await?;
    in_order(&mut report.refused);
    Ok(report)
}

pub(super) fn in_order(refused: &mut [Refused]) {
    refused.sort_by_key(|r| r.line);
}

/// # Errors
/// A remark when there is a default and it is no area of the actor's.
pub(super) async fn areas(desk: &Desk, actor: &Actor, default: &str) -> Outcome<Areas> {
    let mut names: HashMap<Id, Vec<String>> = HashMap::new();
    for language in [Language::Danish, Language::English] {
        for area in area::list(desk, actor.municipality, language).await? {
            names.entry(area.id).or_default().push(area.name);
        }
    }
    let all = names.into_iter().map(|(id, names)| AreaNames { id, names });
    let areas = Areas::new(all.collect(), actor);
    if !default.trim().is_empty() && areas.find(default).is_none() {
        return Err(Refusal::remark("area", Why::Unknown));
    }
    Ok(areas)
}

/// Whether rows may be put in the area of this name.
///
/// # Errors
/// A remark when it is no area of the actor's.
pub async fn check_area(desk: &Desk, actor: &Actor, name: &str) -> Outcome<()> {
    areas(desk, actor, name).await.map(drop)
}

async fn write(
    desk: &Desk,
    actor: &Actor,
    source: &str,
    language: Language,
    batch: Vec<Ready>,
    report: &mut Report,
) -> Outcome<()> {
    if batch.is_empty() {
        return Ok(());
    }
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    let known = kept::known(&mut tx, m, source, batch.iter().map(|r| r.hash.clone())).await?;
    let (mut rows, mut marks) = (Vec::new(), Vec::new());
    for ready in batch {
        if known.contains(&(ready.hash.clone(), ready.occurrence)) {
            report.already += 1;
            continue;
        }
        let id = desk.id_at(ready.at);
        rows.push((id, ready.observation, ready.at));
        marks.push(Mark {
            hash: ready.hash,
            occurrence: ready.occurrence,
            external_id: None,
            subject: id,
        });
    }
    if rows.is_empty() {
        return Ok(());
    }
    for rows in rows.chunks(STATEMENT) {
        observation::insert_all(&mut tx, actor, language, rows).await?;
    }
    kept::keep(&mut tx, m, source, "observation", &marks, now).await?;
    let ids: Vec<Id> = rows.iter().map(|(id, _, _)| *id).collect();
    let verb = journal::Verb::RowsImported;
    journal::write(&mut tx, actor, verb, m, &ids, now).await?;
    tx.commit().await?;
    report.taken += rows.len();
    Ok(())
}
