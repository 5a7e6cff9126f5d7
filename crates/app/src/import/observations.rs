//! What becomes of rows that tell stories. The importing member is their teller.
use super::kept::{self, Mark};
use super::observation_row::{AreaNames, Areas, consider};
use super::offer_sort::Counted;
use super::run::{Options, Sorted};
use crate::area;
use crate::desk::{Desk, Outcome, Refusal};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Language, Why};
use std::collections::HashMap;

/// New, the same as before, or not to be taken. A changed row is a new story.
pub(super) async fn sort(
    desk: &Desk,
    actor: &Actor,
    options: &Options,
    (source, run): (&str, Id),
    part: &[Counted],
) -> Outcome<Sorted> {
    let areas = areas(desk, actor, &options.area).await?;
    let hashes = part.iter().map(|(_, hash, _)| hash.clone());
    let known = kept::known(desk, actor.municipality, source, hashes).await?;
    let mut sorted = Sorted::default();
    for (row, hash, occurrence) in part {
        if known.contains(&(hash.clone(), *occurrence)) {
            sorted.same += 1;
            continue;
        }
        match consider(row, &areas, options, desk.now()) {
            Ok((observation, at)) => {
                let id = desk.id_at(at);
                sorted.stories.push((id, observation, at));
                sorted.marks.push(Mark {
                    hash: hash.clone(),
                    occurrence: *occurrence,
                    external_id: None,
                    language: Some(options.language.clone()),
                    body: None,
                    subject: id,
                    run: Some(run),
                });
            }
            Err(refused) => {
                for (column, reason) in &refused.reasons {
                    sorted.refuse(row.line, column, reason);
                }
            }
        }
    }
    Ok(sorted)
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
