//! What would change, before anything does.
use super::sorted::Sorted;
use super::step::{Sorting, content, newcomers};
use super::{Run, may, table};
use crate::desk::{Desk, Outcome};
use crate::import::Reason;
use crate::import::hsds::{Told, around};
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

/// As many are sorted at once.
const PART: usize = 500;

/// Looks at a run that waits. Nothing is written.
///
/// # Errors
/// As [`super::begin`]; [`crate::Refusal::Missing`].
pub async fn preview(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Preview> {
    let m = actor.municipality;
    let run: Run = table::one(desk, m, id).await?;
    let options = run.options();
    may(actor, &options)?;
    let content = content(desk, m, &run).await?;
    let mut around = around(desk, actor, &options).await?;
    if options.create_organisations {
        for (id, doc) in newcomers(desk, &content, &around) {
            let name = samskab_hsds::Organization::read(&doc).name;
            around.by_id.insert(id, ());
            around.by_name.insert(samskab_locale::fold(name.trim()), id);
        }
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
    for first in (0..content.len()).step_by(PART) {
        let sorted = sorting.sort_against(&around, &content, first, PART).await?;
        preview.add(sorted, &cadences, desk.today());
    }
    Ok(preview)
}

impl Preview {
    fn add(&mut self, sorted: Sorted, cadences: &HashMap<TopicGroup, i64>, today: Day) {
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
