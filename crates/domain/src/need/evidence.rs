//! What stands behind a need: in words first, the table one step away, never a score (F19, F20).
use crate::access::Sector;
use crate::kernel::Id;
use crate::observation::Source;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::Hash;

/// How widely a need is told, in words: the evidence a reader meets first (F19).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// No observation yet.
    #[default]
    None,
    One,
    Several,
    SeveralPlaces,
    BothSectors,
}

/// What stands behind a need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Support {
    pub observations: i64,
    /// Different tellers: one who tells ten times is still one.
    pub observers: i64,
    pub organisations: i64,
    pub sectors: i64,
    pub places: i64,
}

impl Support {
    /// The widest rung of the ladder that holds. Never a score.
    pub fn evidence(self) -> Evidence {
        match self {
            Self {
                observations: 0, ..
            } => Evidence::None,
            // One person may be a volunteer here and staff there; she is still one.
            Self {
                observers: 2..,
                sectors: 2..,
                ..
            } => Evidence::BothSectors,
            Self {
                observers: 2..,
                places: 2..,
                ..
            } => Evidence::SeveralPlaces,
            Self { observers: 2.., .. } => Evidence::Several,
            _ => Evidence::One,
        }
    }
}

/// Counts below this are not shown to those who may not read every story they count: they
/// could point to a teller.
pub const SMALLEST_SHOWN: i64 = 3;

/// A count as it may be told: none where it is too small, and not `open` to the reader anyway.
/// That nobody is there points to nobody.
pub fn shown(count: i64, open: bool) -> Option<i64> {
    (open || count == 0 || count >= SMALLEST_SHOWN).then_some(count)
}

/// Linked stories that an organisation knows in the same way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How many they are.
    pub stories: i64,
    /// None where citizens told without an account.
    pub organisation: Option<Id>,
    pub sector: Option<Sector>,
    pub source: Source,
    /// They tell of someone for whom it is otherwise.
    pub counter: bool,
    /// Each nearly repeats another that is counted: one campaign, not many voices.
    pub echo: bool,
}

impl Told {
    /// Whether they speak for the need.
    #[must_use]
    pub fn carries(&self) -> bool {
        !self.counter && !self.echo
    }
}

/// What a need has gathered, as far as it is counted. Of places, observers and months, what carries it alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    pub told: Vec<Told>,
    /// Which organisation tells of which place, each pair once; none are the citizens.
    pub places: Vec<(String, Option<Id>)>,
    /// How many people tell in each organisation; a person under two memberships is one in each.
    pub observers: Vec<(Id, i64)>,
    /// Those among them who tell in more than one organisation, with each.
    pub in_several: Vec<(Id, Id)>,
    pub months: i64,
}

impl Gathered {
    /// How many stories, of whatever kind.
    #[must_use]
    pub fn stories(&self) -> i64 {
        all(self.told.iter())
    }

    fn carrying(&self) -> impl Iterator<Item = &Told> {
        self.told.iter().filter(|t| t.carries())
    }

    /// Different tellers. Citizens without an account each told one.
    fn observers(&self) -> i64 {
        let citizens = all(self.carrying().filter(|t| t.organisation.is_none()));
        let in_each: i64 = self.observers.iter().map(|(_, many)| many).sum();
        let several: HashSet<Id> = self.in_several.iter().map(|(who, _)| *who).collect();
        citizens + in_each - self.in_several.len() as i64 + several.len() as i64
    }

    /// Those who tell in an organisation, and nowhere else.
    fn only_in(&self, organisation: Option<Id>) -> i64 {
        let Some(organisation) = organisation else {
            return all(self.carrying().filter(|t| t.organisation.is_none()));
        };
        let here = |(id, many): &(Id, i64)| (*id == organisation).then_some(*many);
        let also_elsewhere = self.in_several.iter().filter(|(_, id)| *id == organisation);
        self.observers.iter().find_map(here).unwrap_or(0) - also_elsewhere.count() as i64
    }

    fn support(&self) -> Support {
        let organisations: HashSet<Id> = self.carrying().filter_map(|t| t.organisation).collect();
        let sectors: HashSet<Sector> = self.carrying().filter_map(|t| t.sector).collect();
        let places: HashSet<&str> = self
            .places
            .iter()
            .map(|(place, _)| place.as_str())
            .collect();
        Support {
            observations: all(self.carrying()),
            observers: self.observers(),
            organisations: organisations.len() as i64,
            sectors: sectors.len() as i64,
            places: places.len() as i64,
        }
    }
}

/// The table behind the words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub support: Support,
    /// How the tellers know, in the order of [`Source`].
    pub lived: i64,
    pub told: i64,
    pub saw: i64,
    pub impression: i64,
    /// Those for whom it is otherwise, counted apart.
    pub counter: i64,
    /// Those that nearly repeat another, counted with it.
    pub echoes: i64,
    /// In how many months it was told.
    pub months: i64,
    /// How many of the observations come from the organisation that tells most.
    pub most_from_one: i64,
}

/// What is left when one organisation is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// None: the citizens who told without an account, all together.
    pub organisation: Option<Id>,
    pub left: Support,
}

impl Profile {
    #[must_use]
    pub fn of(gathered: &Gathered) -> Self {
        let from = |source| all(gathered.carrying().filter(|t| t.source == source));
        let stories = &gathered.told;
        Self {
            support: gathered.support(),
            lived: from(Source::Lived),
            told: from(Source::Told),
            saw: from(Source::Saw),
            impression: from(Source::Impression),
            counter: all(stories.iter().filter(|t| t.counter && !t.echo)),
            echoes: all(stories.iter().filter(|t| t.echo)),
            months: gathered.months,
            most_from_one: from_each(gathered).into_values().max().unwrap_or(0),
        }
    }
}

/// How many stories these are.
fn all<'a>(told: impl Iterator<Item = &'a Told>) -> i64 {
    told.map(|told| told.stories).sum()
}

/// How many carrying stories each organisation tells; none are the citizens.
fn from_each(gathered: &Gathered) -> BTreeMap<Option<Id>, i64> {
    let mut each = BTreeMap::new();
    for told in gathered.carrying() {
        *each.entry(told.organisation).or_default() += told.stories;
    }
    each
}

/// What is left without each of those who tell, in no order that means anything: what only one organisation
/// knows of goes with it.
#[must_use]
pub fn without_each(gathered: &Gathered) -> Vec<Without> {
    let whole = gathered.support();
    let sides = gathered.carrying();
    let sides = alone(sides.filter_map(|t| Some((t.sector?, t.organisation))));
    let places = alone(gathered.places.iter().map(|(place, id)| (place, *id)));
    let of = |alone: &BTreeMap<Option<Id>, i64>, id| alone.get(&id).copied().unwrap_or(0);
    from_each(gathered)
        .into_iter()
        .map(|(organisation, stories)| Without {
            organisation,
            left: Support {
                observations: whole.observations - stories,
                observers: whole.observers - gathered.only_in(organisation),
                organisations: whole.organisations - i64::from(organisation.is_some()),
                sectors: whole.sectors - of(&sides, organisation),
                places: whole.places - of(&places, organisation),
            },
        })
        .collect()
}

/// Of how much each organisation alone knows.
fn alone<T: Eq + Hash>(known: impl Iterator<Item = (T, Option<Id>)>) -> BTreeMap<Option<Id>, i64> {
    let mut who: HashMap<T, Option<Option<Id>>> = HashMap::new();
    for (what, organisation) in known {
        // Known to another too: to nobody alone.
        let known = who.entry(what).or_insert(Some(organisation));
        *known = known.filter(|only| *only == organisation);
    }
    let mut alone = BTreeMap::new();
    for only in who.into_values().flatten() {
        *alone.entry(only).or_default() += 1;
    }
    alone
}

/// Whether several still tell it, whichever organisation one leaves out.
#[must_use]
pub fn still_holds(without: &[Without]) -> bool {
    !without.is_empty()
        && without
            .iter()
            .all(|w| w.left.evidence() >= Evidence::Several)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    /// One story, as it is told.
    #[derive(Clone, Debug)]
    struct One {
        observer: Option<Id>,
        organisation: Option<Id>,
        sector: Option<Sector>,
        place: String,
        counter: bool,
        echo: bool,
    }

    fn one(observer: u128, organisation: u128, place: &str) -> One {
        One {
            observer: (organisation > 0).then(|| Uuid::from_u128(observer)),
            organisation: (organisation > 0).then(|| Uuid::from_u128(organisation)),
            sector: match organisation {
                0 => None,
                n if n % 2 == 0 => Some(Sector::Public),
                _ => Some(Sector::Voluntary),
            },
            place: place.into(),
            counter: false,
            echo: false,
        }
    }

    /// Stories one by one, gathered as storage gathers them.
    fn gathered(stories: &[One]) -> Gathered {
        let mut gathered = Gathered::default();
        let mut pairs: BTreeMap<Id, HashSet<Id>> = BTreeMap::new();
        let mut places = HashSet::new();
        for story in stories {
            gathered.told.push(Told {
                stories: 1,
                organisation: story.organisation,
                sector: story.sector,
                source: Source::Saw,
                counter: story.counter,
                echo: story.echo,
            });
            if story.counter || story.echo {
                continue;
            }
            places.insert((story.place.clone(), story.organisation));
            if let Some((who, id)) = story.observer.zip(story.organisation) {
                pairs.entry(who).or_default().insert(id);
            }
        }
        gathered.places = places.into_iter().collect();
        let mut observers: BTreeMap<Id, i64> = BTreeMap::new();
        for (who, organisations) in pairs {
            for id in &organisations {
                *observers.entry(*id).or_default() += 1;
                if organisations.len() > 1 {
                    gathered.in_several.push((who, *id));
                }
            }
        }
        gathered.observers = observers.into_iter().collect();
        gathered
    }

    /// What stories give, counted one by one.
    fn counted<'a>(stories: impl Iterator<Item = &'a One>) -> Support {
        let stories: Vec<&One> = stories.filter(|s| !s.counter && !s.echo).collect();
        let people: HashSet<Id> = stories.iter().filter_map(|s| s.observer).collect();
        let citizens = stories.iter().filter(|s| s.observer.is_none()).count();
        let organisations: HashSet<Id> = stories.iter().filter_map(|s| s.organisation).collect();
        let sectors: HashSet<Sector> = stories.iter().filter_map(|s| s.sector).collect();
        let places: HashSet<&str> = stories.iter().map(|s| s.place.as_str()).collect();
        Support {
            observations: stories.len() as i64,
            observers: (people.len() + citizens) as i64,
            organisations: organisations.len() as i64,
            sectors: sectors.len() as i64,
            places: places.len() as i64,
        }
    }

    proptest! {
        #[test]
        fn one_observer_is_never_more_than_one(
            observations in 0i64..20, observers in 0i64..=1, organisations in 0i64..4, sectors in 0i64..=2, places in 0i64..6
        ) {
            let support = Support { observations, observers, organisations, sectors, places };
            prop_assert!(support.evidence() <= Evidence::One);
        }

        #[test]
        fn it_is_what_it_is_one_by_one_whole_and_without_each(
            raw in prop::collection::vec((1u128..9, 0u128..4, "[a-c]", 0u8..6), 0..40)
        ) {
            let stories: Vec<One> = raw.iter().map(|(who, where_from, place, otherwise)| One {
                counter: *otherwise == 0,
                echo: *otherwise == 1,
                ..one(*who, *where_from, place)
            }).collect();
            let gathered = gathered(&stories);
            let whole = Profile::of(&gathered);
            prop_assert_eq!(whole.support, counted(stories.iter()));
            let sources = whole.lived + whole.told + whole.saw + whole.impression;
            prop_assert_eq!(sources, whole.support.observations);
            prop_assert_eq!(sources + whole.counter + whole.echoes, gathered.stories());
            let without = without_each(&gathered);
            for w in &without {
                prop_assert!(w.left.observations < whole.support.observations);
                prop_assert!(w.left.evidence() <= whole.support.evidence());
                let others = stories.iter().filter(|s| s.organisation != w.organisation);
                prop_assert_eq!(w.left, counted(others));
            }
            if still_holds(&without) {
                prop_assert!(whole.support.observations >= 3 && without.len() >= 2);
            }
        }
    }

    #[test]
    fn one_loud_organisation_holds_nothing_up() {
        let mut stories: Vec<_> = (1..9).map(|who| one(who, 1, "9000")).collect();
        stories.push(one(20, 2, "9000"));
        assert_eq!(Profile::of(&gathered(&stories)).most_from_one, 8);
        assert!(!still_holds(&without_each(&gathered(&stories))));
        stories.push(one(21, 3, "9000"));
        assert!(still_holds(&without_each(&gathered(&stories))));
        assert!(!still_holds(&[]));
    }

    #[test]
    fn whatever_citizens_write_into_an_open_form_can_be_left_out_together() {
        let stories: Vec<_> = (1..9).map(|who| one(who, 0, "9000")).collect();
        assert!(!still_holds(&without_each(&gathered(&stories))));
    }

    #[test]
    fn a_campaign_is_one_voice_whoever_sends_it() {
        let mut stories: Vec<_> = (1..9).map(|who| one(who, who, "9000")).collect();
        for echo in stories.iter_mut().skip(1) {
            echo.echo = true;
        }
        let profile = Profile::of(&gathered(&stories));
        assert_eq!(profile.support.evidence(), Evidence::One);
        assert_eq!((profile.support.observations, profile.echoes), (1, 7));
        assert!(!still_holds(&without_each(&gathered(&stories))));
    }

    #[test]
    fn who_sees_it_otherwise_carries_nothing() {
        let mut other = one(1, 1, "9000");
        other.counter = true;
        let profile = Profile::of(&gathered(&[other, one(2, 2, "9000")]));
        assert_eq!((profile.support.observations, profile.counter), (1, 1));
    }

    #[test]
    fn one_who_tells_ten_times_is_still_one() {
        let support = Support {
            observations: 10,
            observers: 1,
            organisations: 1,
            sectors: 1,
            places: 4,
        };
        assert_eq!(support.evidence(), Evidence::One);
    }

    #[test]
    fn a_count_that_could_point_to_a_teller_stays_in_the_circle() {
        for count in 0..6 {
            assert_eq!(shown(count, true), Some(count));
            assert_eq!(shown(count, false).is_none(), (1..=2).contains(&count));
        }
    }

    #[test]
    fn the_ladder_climbs_with_observers_places_and_sectors() {
        let mut support = Support {
            observations: 2,
            observers: 2,
            organisations: 1,
            sectors: 1,
            places: 1,
        };
        assert_eq!(support.evidence(), Evidence::Several);
        support.places = 2;
        assert_eq!(support.evidence(), Evidence::SeveralPlaces);
        support.sectors = 2;
        assert_eq!(support.evidence(), Evidence::BothSectors);
        support.observers = 1;
        assert_eq!(support.evidence(), Evidence::One, "one person, two hats");
    }
}
