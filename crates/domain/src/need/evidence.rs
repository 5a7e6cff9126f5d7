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

/// Linked stories that count alike in everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// How many they are.
    pub stories: i64,
    /// Who told them; one person under two memberships is one. None: citizens without an account, each of
    /// whom told one.
    pub observer: Option<Id>,
    /// None where a citizen told without an account.
    pub organisation: Option<Id>,
    pub sector: Option<Sector>,
    pub place: Option<String>,
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
    pub fn of(stories: &[Told]) -> Self {
        let carrying = || stories.iter().filter(|t| t.carries());
        let from = |source| all(carrying().filter(|t| t.source == source));
        let mut organisations = Counted::default();
        for told in carrying() {
            *organisations.entry(told.organisation).or_default() += told.stories;
        }
        Self {
            support: Support::of(carrying()),
            lived: from(Source::Lived),
            told: from(Source::Told),
            saw: from(Source::Saw),
            impression: from(Source::Impression),
            counter: all(stories.iter().filter(|t| t.counter && !t.echo)),
            echoes: all(stories.iter().filter(|t| t.echo)),
            most_from_one: organisations.into_values().max().unwrap_or(0),
        }
    }
}

/// How many stories these are.
fn all<'a>(told: impl Iterator<Item = &'a Told>) -> i64 {
    told.map(|told| told.stories).sum()
}

impl Support {
    /// What these stories give; those that do not carry are for the caller to leave out.
    #[must_use]
    pub fn of<'a>(stories: impl Iterator<Item = &'a Told>) -> Self {
        let (mut observers, mut organisations) = (HashSet::new(), HashSet::new());
        let (mut sectors, mut places) = (HashSet::new(), HashSet::new());
        let (mut observations, mut citizens) = (0, 0);
        for told in stories {
            observations += told.stories;
            match told.observer {
                Some(observer) => _ = observers.insert(observer),
                None => citizens += told.stories,
            }
            organisations.extend(told.organisation);
            sectors.extend(told.sector);
            places.extend(told.place.as_deref());
        }
        Self {
            observations,
            observers: observers.len() as i64 + citizens,
            organisations: organisations.len() as i64,
            sectors: sectors.len() as i64,
            places: places.len() as i64,
        }
    }
}

/// What is left without each of those who tell, in no order that means anything. Each story is looked at once,
/// however many tell: what only one organisation knows of goes with it.
#[must_use]
pub fn without_each(stories: &[Told]) -> Vec<Without> {
    let (mut told, mut all) = (Counted::default(), 0);
    let (mut observers, mut sectors) = (Known::default(), Known::default());
    let mut places = Known::default();
    for alike in stories.iter().filter(|t| t.carries()) {
        let from = alike.organisation;
        all += alike.stories;
        *told.entry(from).or_default() += alike.stories;
        match alike.observer {
            Some(observer) => observers.by(observer, from),
            None => observers.by_one_each(alike.stories, from),
        }
        if let Some(sector) = alike.sector {
            sectors.by(sector, from);
        }
        if let Some(place) = alike.place.as_deref() {
            places.by(place, from);
        }
    }
    let organisations = told.keys().flatten().count() as i64;
    let (observers, sectors, places) = (observers.left(), sectors.left(), places.left());
    told.iter()
        .map(|(&organisation, count)| Without {
            organisation,
            left: Support {
                observations: all - count,
                observers: observers(organisation),
                organisations: organisations - i64::from(organisation.is_some()),
                sectors: sectors(organisation),
                places: places(organisation),
            },
        })
        .collect()
}

/// How many of something each organisation has; none are the citizens.
type Counted = BTreeMap<Option<Id>, i64>;

/// Who knows of what: one organisation alone, or several.
struct Known<T> {
    who: HashMap<T, Who>,
    /// What has no name, and is each known to one organisation alone.
    nameless: Counted,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Only(Option<Id>),
    Several,
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self {
            who: HashMap::new(),
            nameless: Counted::new(),
        }
    }
}

impl<T: Eq + Hash> Known<T> {
    fn by(&mut self, what: T, organisation: Option<Id>) {
        let only = Who::Only(organisation);
        let who = self.who.entry(what).or_insert(only);
        if *who != only {
            *who = Who::Several;
        }
    }

    fn by_one_each(&mut self, many: i64, organisation: Option<Id>) {
        *self.nameless.entry(organisation).or_default() += many;
    }

    /// How many are left without an organisation.
    fn left(self) -> impl Fn(Option<Id>) -> i64 {
        let mut alone = self.nameless;
        let all = self.who.len() as i64 + alone.values().sum::<i64>();
        for who in self.who.into_values() {
            if let Who::Only(organisation) = who {
                *alone.entry(organisation).or_default() += 1;
            }
        }
        move |without| all - alone.get(&without).copied().unwrap_or(0)
    }
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

    fn told(observer: u128, organisation: u128, place: &str) -> Told {
        Told {
            stories: 1,
            observer: (organisation > 0).then(|| Uuid::from_u128(observer)),
            organisation: (organisation > 0).then(|| Uuid::from_u128(organisation)),
            sector: match organisation {
                0 => None,
                n if n % 2 == 0 => Some(Sector::Public),
                _ => Some(Sector::Voluntary),
            },
            place: Some(place.into()),
            source: Source::Saw,
            counter: false,
            echo: false,
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
        fn leaving_someone_out_never_adds_and_what_holds_has_three_tellers(
            raw in prop::collection::vec((1u128..9, 0u128..4, "[a-c]"), 0..30)
        ) {
            let stories: Vec<_> = raw.iter().map(|(who, where_from, place)| told(*who, *where_from, place)).collect();
            let whole = Profile::of(&stories);
            let without = without_each(&stories);
            for w in &without {
                prop_assert!(w.left.observations < whole.support.observations);
                prop_assert!(w.left.evidence() <= whole.support.evidence());
                let others = stories.iter().filter(|t| t.organisation != w.organisation);
                prop_assert_eq!(w.left, Support::of(others));
            }
            if still_holds(&without) {
                prop_assert!(whole.support.observations >= 3 && without.len() >= 2);
            }
            let sources = whole.lived + whole.told + whole.saw + whole.impression;
            prop_assert_eq!(sources, whole.support.observations);
        }
    }

    proptest! {
        #[test]
        fn counted_together_they_are_what_they_are_one_by_one(
            raw in prop::collection::vec((1u128..4, 0u128..4, "[ab]", any::<bool>(), any::<bool>()), 0..40)
        ) {
            let one_by_one: Vec<_> = raw.iter().map(|(who, where_from, place, counter, echo)| Told {
                counter: *counter,
                echo: *echo,
                ..told(*who, *where_from, place)
            }).collect();
            let mut together: Vec<Told> = Vec::new();
            for one in &one_by_one {
                let alike = |other: &&mut Told| Told { stories: 1, ..(**other).clone() } == *one;
                match together.iter_mut().find(alike) {
                    Some(other) => other.stories += 1,
                    None => together.push(one.clone()),
                }
            }
            prop_assert_eq!(Profile::of(&together), Profile::of(&one_by_one));
            prop_assert_eq!(without_each(&together), without_each(&one_by_one));
        }
    }

    #[test]
    fn one_loud_organisation_holds_nothing_up() {
        let mut stories: Vec<_> = (1..9).map(|who| told(who, 1, "9000")).collect();
        stories.push(told(20, 2, "9000"));
        assert_eq!(Profile::of(&stories).most_from_one, 8);
        assert!(!still_holds(&without_each(&stories)));
        stories.push(told(21, 3, "9000"));
        assert!(still_holds(&without_each(&stories)));
        assert!(!still_holds(&[]));
    }

    #[test]
    fn whatever_citizens_write_into_an_open_form_can_be_left_out_together() {
        let stories: Vec<_> = (1..9).map(|who| told(who, 0, "9000")).collect();
        assert!(!still_holds(&without_each(&stories)));
    }

    #[test]
    fn a_campaign_is_one_voice_whoever_sends_it() {
        let mut stories: Vec<_> = (1..9).map(|who| told(who, who, "9000")).collect();
        for echo in stories.iter_mut().skip(1) {
            echo.echo = true;
        }
        let profile = Profile::of(&stories);
        assert_eq!(profile.support.evidence(), Evidence::One);
        assert_eq!((profile.support.observations, profile.echoes), (1, 7));
        assert!(!still_holds(&without_each(&stories)));
    }

    #[test]
    fn who_sees_it_otherwise_carries_nothing() {
        let mut other = told(1, 1, "9000");
        other.counter = true;
        let profile = Profile::of(&[other, told(2, 2, "9000")]);
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
