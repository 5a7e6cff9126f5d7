//! What would change, before anything does.
use super::content::Content;
use super::sorted::Sorted;
use super::step::{Sorting, newcomers};
use super::{Run, may, parts, table};
use crate::desk::{Desk, Outcome};
use crate::import::Reason;
use crate::import::hsds::{Around, Told, around};
use samskab_domain::access::Actor;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;
use samskab_domain::offer::{State, hidden};
use samskab_domain::topic::TopicGroup;
use std::collections::HashMap;

/// What would become of a file.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The names of new offers.
    pub added: Vec<String>,
    pub changed: Vec<Change>,
    /// How many new stories; what they say is read where stories are read.
    pub stories: usize,
    pub same: i64,
    /// How many of the new offers citizens will not meet: the last day their source vouches for
    /// is long ago, or it says itself that they have ended.
    pub hidden: usize,
    /// Number and column of each that cannot be taken, with the reason.
    pub refused: Vec<(usize, String, Reason)>,
}

/// An offer that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub id: Id,
    pub name: String,
    /// The properties or columns that would be otherwise.
    pub properties: Vec<String>,
}

/// Looks at a run that waits. Nothing is written.
///
/// # Errors
/// As [`super::begin`]; [`crate::Refusal::Missing`].
pub async fn preview(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Preview> {
    let m = actor.municipality;
    let run: Run = table::one(desk, m, id).await?;
    let options = run.options();
    may(actor, &options)?;
    let creates = options.create_organisations;
    let mut around = around(desk, actor, &options).await?;
    if creates {
        let beside = parts::beside(desk, m, &run).await?;
        meet(desk, &beside, &mut around);
    }
    let cadences = crate::upkeep::cadences(desk, m).await?;
    let mut preview = Preview {
        same: run.same,
        refused: run.refused(),
        ..Preview::default()
    };
    let sorting = Sorting {
        desk,
        actor,
        run: &run,
        options,
    };
    let mut done = run.done;
    while done < run.total {
        let part = parts::part(desk, m, &run, done).await?;
        if creates {
            meet(desk, &part, &mut around);
        }
        let sorted = sorting.sort(&around, &part, done).await?;
        preview.add(sorted, &cadences, desk.today());
        done += table::count(part.len());
    }
    Ok(preview)
}

/// Takes the organisations a part would make as if they were here.
pub(super) fn meet(desk: &Desk, part: &Content, around: &mut Around) {
    for (id, doc) in newcomers(desk, part, around) {
        let name = samskab_hsds::Organization::read(&doc).name;
        around.by_id.insert(id, ());
        around.by_name.insert(samskab_locale::fold(name.trim()), id);
    }
}

impl Preview {
    pub(super) fn add(&mut self, sorted: Sorted, cadences: &HashMap<TopicGroup, i64>, today: Day) {
        self.same += table::count(sorted.same);
        self.stories += sorted.stories.len();
        self.refused.extend(super::refusals(&sorted.refused));
        for (told, did) in sorted.told.into_iter().zip(sorted.did) {
            if did.before.is_some() {
                self.changed.push(Change {
                    id: did.offer,
                    name: told.name,
                    properties: did.properties,
                });
            } else {
                self.hidden += usize::from(!met(&told, cadences, today));
                self.added.push(told.name);
            }
        }
    }
}

/// Whether citizens will meet an offer that is new here.
fn met(told: &Told, cadences: &HashMap<TopicGroup, i64>, today: Day) -> bool {
    let cadence = cadences.get(&told.group).copied();
    let cadence = cadence.unwrap_or(samskab_domain::offer::DEFAULT_CADENCE_MONTHS);
    told.state == State::Published && !hidden(today, told.known.or(Some(today)), cadence)
}
