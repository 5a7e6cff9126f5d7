//! The table behind a need, as far as a reader may see it.
use super::support::{all_readable, gathered};
use super::table::Need;
use crate::desk::{Desk, Outcome};
use crate::interest;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;
use samskab_domain::need::evidence::{self, Told, still_holds, without_each};
use samskab_domain::need::{Evidence, SMALLEST_SHOWN, Support, shown};

/// The numbers behind a need; none where a number could point to a teller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub observations: Option<i64>,
    pub observers: Option<i64>,
    pub organisations: Option<i64>,
    /// How many sides tell it; two at the most, so it points to nobody.
    pub sectors: i64,
    pub places: Option<i64>,
    pub months: Option<i64>,
    /// How the tellers know: lived it, were told, saw it, have an impression.
    pub sources: Option<[i64; 4]>,
    /// Those for whom it is otherwise, counted apart.
    pub counter: Option<i64>,
    /// Those that nearly repeat another, counted with it.
    pub echoes: Option<i64>,
    /// The share of the organisation that tells most, in percent.
    pub most_from_one: Option<i64>,
    /// What is left without each organisation; for those alone who may read every story.
    pub without: Vec<Left>,
}

/// What is left when an organisation is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// None: the citizens who told without an account.
    pub organisation: Option<String>,
    pub left: Support,
}

/// What stands behind a need, as far as `actor` may see it.
#[derive(Clone, Debug)]
pub(super) struct Behind {
    pub(super) evidence: Evidence,
    /// The numbers, for parties and facilitators.
    pub(super) profile: Option<Profile>,
    pub(super) still_holds: bool,
    pub(super) without_gain: bool,
    /// Someone for whom it is otherwise has told.
    pub(super) counter: bool,
}

pub(super) async fn behind(
    desk: &Desk,
    actor: &Actor,
    need: &Need,
    parties: &[Id],
) -> Outcome<Behind> {
    let m = actor.municipality;
    let gathered = gathered(desk, m, need.id).await?;
    let open = all_readable(desk, actor, need.id).await?;
    let whole = evidence::Profile::of(&gathered);
    let without = without_each(&gathered);
    let profile = match actor.may_see_profile(parties) {
        true => {
            let without = match open {
                true => named(desk, m, &without).await?,
                false => vec![],
            };
            Some(Profile::of(&whole, open, without))
        }
        false => None,
    };
    let gainless = interest::with_nothing_to_gain(desk, m, need.topic_group()).await?;
    Ok(Behind {
        evidence: whole.support.evidence(),
        profile,
        still_holds: still_holds(&without),
        without_gain: without_gain(&gathered.told, &gainless, open),
        counter: whole.counter > 0,
    })
}

/// Whether it is also seen by someone with nothing to gain. Where few say that they gain nothing, it would
/// tell who told; so it is said to those alone who may read every story.
fn without_gain(stories: &[Told], gainless: &[Id], open: bool) -> bool {
    let few = (gainless.len() as i64) < SMALLEST_SHOWN;
    let is_among = |id: Id| gainless.contains(&id);
    (open || !few)
        && stories
            .iter()
            .any(|t| t.carries() && t.organisation.is_some_and(is_among))
}

impl Profile {
    /// Small numbers only where `open`: the reader may read every story they count.
    fn of(whole: &evidence::Profile, open: bool, without: Vec<Left>) -> Self {
        let support = whole.support;
        let sources = [whole.lived, whole.told, whole.saw, whole.impression];
        let all = support.observations;
        // What is left over would tell a number that is not shown.
        let apart = |counts: &[i64]| counts.iter().all(|&count| shown(count, open).is_some());
        let most = whole.most_from_one;
        let share = (all > 0 && apart(&[most, all - most])).then(|| (100 * most + all / 2) / all);
        Self {
            observations: shown(all, open),
            observers: shown(support.observers, open),
            organisations: shown(support.organisations, open),
            sectors: support.sectors,
            places: shown(support.places, open),
            months: shown(whole.months, open),
            sources: apart(&sources).then_some(sources),
            counter: shown(whole.counter, open),
            echoes: shown(whole.echoes, open),
            most_from_one: share,
            without,
        }
    }
}

#[derive(FromRow)]
struct Named {
    id: Id,
    name: String,
}

async fn named(desk: &Desk, municipality: Id, without: &[evidence::Without]) -> Outcome<Vec<Left>> {
    let sql = sql!(
        "select id, name from organisation where municipality_id = ? and id in ",
        municipality
    )
    .list(without.iter().filter_map(|w| w.organisation))
    .text(" order by sort_key, id");
    let names: Vec<Named> = desk.db.all(sql).await?;
    let left_of =
        |organisation: Option<Id>| without.iter().find(|w| w.organisation == organisation);
    let mut left: Vec<Left> = names
        .into_iter()
        .filter_map(|n| {
            Some(Left {
                left: left_of(Some(n.id))?.left,
                organisation: Some(n.name),
            })
        })
        .collect();
    left.extend(left_of(None).map(|w| Left {
        organisation: None,
        left: w.left,
    }));
    Ok(left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn outside_the_circle_no_small_number_is_told_or_left_over(
            sources in prop::array::uniform4(0i64..9), most in 0i64..9, counter in 0i64..9
        ) {
            let all: i64 = sources.iter().sum();
            let most = most.min(all);
            let support = Support { observations: all, observers: all, organisations: 2, sectors: 1, places: 1 };
            let whole = evidence::Profile {
                support, lived: sources[0], told: sources[1], saw: sources[2], impression: sources[3],
                counter, echoes: counter, months: 1, most_from_one: most,
            };
            let small = |count: i64| (1..SMALLEST_SHOWN).contains(&count);
            let told = Profile::of(&whole, false, vec![]);
            for count in [told.observations, told.observers, told.organisations, told.places, told.months, told.counter, told.echoes] {
                prop_assert!(count.is_none_or(|c| !small(c)));
            }
            prop_assert!(told.sources.is_none_or(|s| !s.into_iter().any(small)));
            prop_assert!(told.most_from_one.is_none() || !small(most) && !small(all - most));
            prop_assert_eq!(Profile::of(&whole, true, vec![]).observations, Some(all));
        }
    }
}
