//! Offers: what a citizen can use (HSDS `service`; F1, F2, F15, F16).
mod choice;
pub mod fields;
pub mod history;
pub mod terms;

use crate::calendar::Day;
use crate::kernel::{Id, LINE_MAX, Reader, Remark, Why, codes};
use crate::schedule;
use crate::topic::TopicGroup;
pub use choice::Choice;
pub use history::{Aspect, Decision, Wait, Way};
pub use terms::{Accessibility, Capacity, Cost, Terms};

/// Whether citizens see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Draft,
    Published,
    Withdrawn,
}
codes! { State: Draft = "draft", Published = "published", Withdrawn = "withdrawn" }

/// What a change did to an offer, as a user meets it (F1, F2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    New,
    Better,
    More,
    Different,
}
codes! { Effect: New = "new", Better = "better", More = "more", Different = "different" }

/// Whether the offer can be trusted to be as it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Freshness {
    /// Checked within its cadence.
    Checked,
    /// Over its cadence: ask whether it still holds.
    Due,
    /// Nobody has answered for long: ring first.
    Stale,
}

/// Months between checks, unless the offer says otherwise.
pub const DEFAULT_CADENCE_MONTHS: i64 = 3;

/// Months between checks that can be chosen.
pub const CADENCES: [i64; 4] = [1, 3, 6, 12];

/// Days after it was due until an unchecked offer is marked and sinks: everybody has been asked
/// ([`crate::upkeep::Rung`]), and had six weeks to answer.
pub const MARKED_AFTER: i64 = 90;

/// Days after it was due until citizens no longer meet it. Those at work do.
pub const HIDDEN_AFTER: i64 = 180;

/// How fresh an offer is on `today`, with `cadence` in months of 30 days.
pub fn freshness(today: Day, checked: Option<Day>, cadence: i64) -> Freshness {
    let Some(checked) = checked else {
        return Freshness::Stale;
    };
    let over = checked.days_until(today) - limit(cadence);
    if over <= 0 {
        Freshness::Checked
    } else if over <= MARKED_AFTER {
        Freshness::Due
    } else {
        Freshness::Stale
    }
}

/// Days a check holds.
fn limit(cadence: i64) -> i64 {
    cadence.clamp(1, 12) * 30
}

/// The first day on which somebody has to have known an offer to hold for citizens to meet it.
pub fn shown_since(today: Day, cadence: i64) -> Day {
    today.plus(-limit(cadence) - HIDDEN_AFTER)
}

/// Whether citizens no longer meet it: nobody has known it to hold for so long. `known` is when
/// it was checked last or, never checked, when it was written or its source vouched for it.
pub fn hidden(today: Day, known: Option<Day>, cadence: i64) -> bool {
    known.is_some_and(|known| known < shown_since(today, cadence))
}

/// The first day of which a check still keeps an offer from being due or, for
/// [`Freshness::Stale`], from being stale.
pub fn checked_since(today: Day, cadence: i64, freshness: Freshness) -> Day {
    match freshness {
        Freshness::Checked => today.plus(-limit(cadence)),
        Freshness::Due | Freshness::Stale => today.plus(-limit(cadence) - MARKED_AFTER),
    }
}

/// What was typed about an offer.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub name: String,
    pub summary: String,
    pub description: String,
    pub for_whom: String,
    pub area: String,
    pub topic_group: String,
    /// The finer topics it is found under.
    pub topics: Vec<String>,
    pub bearers: Vec<String>,
    pub location_name: String,
    pub address: String,
    pub postcode: String,
    pub city: String,
    /// How one gets there.
    pub transport: String,
    pub schedule: String,
    pub phone: String,
    pub email: String,
    pub url: String,
    pub price: String,
    pub languages: Vec<String>,
    pub access: String,
    pub contact_title: String,
    /// The membership that answers the phone for now.
    pub contact: String,
    /// The membership that is asked when she does not answer.
    pub backup: String,
    /// Months between checks; empty follows the topic group.
    pub cadence: String,
    pub state: String,
    pub effect: String,
    /// The change is a comma or the like: translations still say the same.
    pub minor: bool,
    pub when: schedule::Draft,
    pub terms: terms::Draft,
    /// The version that was changed; empty when it does not matter which.
    pub version: String,
}

/// An offer that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub name: String,
    pub summary: String,
    pub description: Option<String>,
    pub for_whom: Option<String>,
    pub area: Id,
    pub topic_group: TopicGroup,
    pub topics: Vec<Id>,
    /// One or two organisations.
    pub bearers: Vec<Id>,
    pub location_name: Option<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    /// How one gets there.
    pub transport: Option<String>,
    /// When, in plain words.
    pub schedule: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub url: Option<String>,
    pub price: Option<String>,
    /// Codes of the languages spoken (ISO 639-1).
    pub languages: Vec<String>,
    pub access: Option<String>,
    /// The role to ask for.
    pub contact_title: Option<String>,
    /// The membership that holds it for now; its name is shown to members only.
    pub contact: Option<Id>,
    /// The membership that is asked when she does not answer.
    pub backup: Option<Id>,
    /// Months between checks, where this offer has its own.
    pub cadence: Option<i64>,
    pub state: State,
    pub effect: Option<Effect>,
    /// When, by rule.
    pub when: schedule::Schedule,
    pub terms: Terms,
    /// What it was when it was opened to be changed.
    pub version: Option<i64>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Offer, Vec<Remark>> {
        let mut read = Reader::new();
        let name = read.required("name", &self.name, 120);
        let summary = read.required("summary", &self.summary, SUMMARY_MAX);
        let description = read.optional("description", &self.description, DESCRIPTION_MAX);
        let for_whom = read.optional("for_whom", &self.for_whom, LINE_MAX);
        let area = read.id("area", &self.area);
        let topic_group = read.choice("topic_group", &self.topic_group);
        let topics = topics(&mut read, "topics", &self.topics);
        let bearers = bearers(&mut read, "bearers", &self.bearers);
        let place = [
            read.optional("location_name", &self.location_name, LINE_MAX),
            read.optional("address", &self.address, LINE_MAX),
            read.optional("city", &self.city, 80),
        ];
        let postcode = crate::observation::postcode(&mut read, "postcode", &self.postcode);
        let transport = read.optional("transport", &self.transport, 300);
        let schedule = read.optional("schedule", &self.schedule, 300);
        let phone = crate::person::phone(&mut read, "phone", &self.phone);
        let email = crate::person::email(&mut read, "email", &self.email);
        let url = web_address(&mut read, "url", &self.url);
        let price = read.optional("price", &self.price, LINE_MAX);
        let languages = languages(&mut read, "languages", &self.languages);
        let access = read.optional("access", &self.access, LINE_MAX);
        let contact_title = read.optional("contact_title", &self.contact_title, LINE_MAX);
        let contact = read.optional_id("contact", &self.contact);
        if contact.is_some() && contact_title.is_none() && !read.has("contact_title") {
            read.remark("contact_title", Why::Missing);
        }
        let backup = read.optional_id("backup", &self.backup);
        let cadence = cadence(&mut read, "cadence", &self.cadence);
        let state = read.optional_choice("state", &self.state);
        let effect = read.optional_choice("effect", &self.effect);
        let when = self.when.consider(&mut read);
        let terms = self.terms.consider(&mut read);
        let version = read.version(&self.version);
        let [location_name, address, city] = place;
        let offer = area.zip(topic_group).map(|(area, topic_group)| Offer {
            name,
            summary,
            description,
            for_whom,
            area,
            topic_group,
            topics,
            bearers,
            location_name,
            address,
            postcode,
            city,
            transport,
            schedule,
            phone,
            email,
            url,
            price,
            languages,
            access,
            contact_title,
            contact,
            backup,
            cadence,
            state: state.unwrap_or(State::Published),
            effect,
            when,
            terms,
            version,
        });
        read.finish(offer)
    }

    /// The fields a person writes freely. Phones and addresses are what an offer is made of;
    /// CPR numbers never are.
    pub fn texts(&self) -> [(&'static str, &str); 10] {
        [
            ("name", &self.name),
            ("summary", &self.summary),
            ("description", &self.description),
            ("for_whom", &self.for_whom),
            ("schedule", &self.schedule),
            ("price", &self.price),
            ("access", &self.access),
            ("transport", &self.transport),
            ("contact_title", &self.contact_title),
            ("closed_note", &self.when.closed_note),
        ]
    }
}

/// Longest texts, in letters.
pub const SUMMARY_MAX: usize = 240;
pub const DESCRIPTION_MAX: usize = 4_000;

/// The topics that are chosen, each once.
fn topics(read: &mut Reader, field: &'static str, typed: &[String]) -> Vec<Id> {
    let mut topics: Vec<Id> = Vec::new();
    for typed in typed {
        match read.id(field, typed) {
            Some(topic) if !topics.contains(&topic) => topics.push(topic),
            _ => {}
        }
    }
    topics
}

/// Months between checks, if they are chosen.
pub fn cadence(read: &mut Reader, field: &'static str, typed: &str) -> Option<i64> {
    let typed = typed.trim();
    let found = CADENCES.into_iter().find(|m| m.to_string() == typed);
    if found.is_none() && !typed.is_empty() {
        read.remark(field, Why::Unknown);
    }
    found
}

/// An offer has one bearer, or two.
pub const BEARERS_MAX: usize = 2;

fn bearers(read: &mut Reader, field: &'static str, typed: &[String]) -> Vec<Id> {
    let mut bearers = crate::person::ids(read, field, typed);
    bearers.sort_unstable();
    bearers.dedup();
    if bearers.is_empty() && !read.has(field) {
        read.remark(field, Why::Missing);
    }
    if bearers.len() > BEARERS_MAX {
        read.remark(field, Why::Unknown);
    }
    bearers
}

/// A web address, if one is given: http or https with a host; nothing else may be linked to.
pub fn web_address(read: &mut Reader, field: &'static str, typed: &str) -> Option<String> {
    let text = read.optional(field, typed, 500)?;
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let fits = host.is_some_and(|h| {
        h.contains('.')
            && !h.starts_with('.')
            && !h
                .chars()
                .any(|c| c.is_whitespace() || matches!(c, '"' | '<' | '>'))
    });
    if !fits {
        read.remark(field, Why::NotAUrl);
    }
    fits.then_some(text)
}

/// Languages often spoken, each by its own name (ISO 639-1).
pub const SPOKEN: &[(&str, &str)] = &[
    ("da", "Dansk"),
    ("en", "English"),
    ("de", "Deutsch"),
    ("ar", "العربية"),
    ("uk", "Українська"),
    ("fa", "فارسی"),
    ("ti", "ትግርኛ"),
    ("so", "Soomaali"),
    ("tr", "Türkçe"),
    ("ku", "Kurdî"),
    ("pl", "Polski"),
    ("ru", "Русский"),
];

/// A language by its own name; one we do not know by its code.
pub fn spoken(code: &str) -> &str {
    let found = SPOKEN.iter().find(|(known, _)| *known == code);
    found.map_or(code, |(_, name)| name)
}

/// How many languages an offer may be spoken in.
const LANGUAGES_MAX: usize = 20;

fn languages(read: &mut Reader, field: &'static str, typed: &[String]) -> Vec<String> {
    let mut codes: Vec<String> = typed
        .iter()
        .map(|c| c.trim().to_lowercase())
        .filter(|c| !c.is_empty())
        .collect();
    let fits = |c: &String| (2..=3).contains(&c.len()) && c.bytes().all(|b| b.is_ascii_lowercase());
    if !codes.iter().all(fits) {
        read.remark(field, Why::Unknown);
    }
    codes.sort_unstable();
    codes.dedup();
    if codes.len() > LANGUAGES_MAX {
        let max = LANGUAGES_MAX as i64;
        read.remark(field, Why::NotInRange { min: 0, max });
    }
    codes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_offer_sinks_step_by_step_when_nobody_checks_it() {
        let today = Day::parse("2026-11-23").unwrap();
        let ago = |days: i64| Some(today.plus(-days));
        assert_eq!(freshness(today, ago(90), 3), Freshness::Checked);
        assert_eq!(freshness(today, ago(91), 3), Freshness::Due);
        assert_eq!(freshness(today, ago(181), 3), Freshness::Stale);
        assert!(!hidden(today, ago(270), 3) && hidden(today, ago(271), 3));
        assert!(!hidden(today, ago(540), 12) && hidden(today, ago(541), 12));
        assert!(!hidden(today, None, 3));
        assert_eq!(freshness(today, None, 3), Freshness::Stale);
    }

    proptest! {
        #[test]
        fn the_first_day_that_counts_is_where_freshness_turns(cadence in 0i64..15, ago in 0i64..900) {
            let today = Day::parse("2026-11-23").unwrap();
            let checked = today.plus(-ago);
            let fresh = freshness(today, Some(checked), cadence);
            let due = checked < checked_since(today, cadence, Freshness::Checked);
            let stale = checked < checked_since(today, cadence, Freshness::Stale);
            prop_assert_eq!(due, fresh != Freshness::Checked);
            prop_assert_eq!(stale, fresh == Freshness::Stale);
            if hidden(today, Some(checked), cadence) {
                prop_assert!(stale, "nothing goes without having been marked");
            }
        }
    }

    #[test]
    fn an_offer_has_one_bearer_or_two() {
        let of = |ids: &[u128]| {
            let typed: Vec<_> = ids
                .iter()
                .map(|&i| uuid::Uuid::from_u128(i).to_string())
                .collect();
            let mut read = Reader::new();
            let found = bearers(&mut read, "bearers", &typed);
            (found.len(), read.has("bearers"))
        };
        assert_eq!(of(&[]), (0, true));
        assert_eq!(of(&[1]), (1, false));
        assert_eq!(of(&[1, 2]), (2, false));
        assert_eq!(of(&[1, 2, 1]), (2, false));
        assert_eq!(of(&[1, 2, 3]), (3, true));
    }

    #[test]
    fn an_offer_speaks_twenty_languages_at_most() {
        let of = |count: u8, times: usize| {
            let codes = (0..count).map(|i| format!("a{}", char::from(b'a' + i)));
            let typed: Vec<_> = codes.flat_map(|code| vec![code; times]).collect();
            let mut read = Reader::new();
            let found = languages(&mut read, "languages", &typed);
            (found.len(), read.has("languages"))
        };
        assert_eq!(of(20, 1), (20, false));
        assert_eq!(of(20, 3), (20, false));
        assert!(of(21, 1).1);
        assert!(of(1, 10_000).0 <= 1);
    }

    #[test]
    fn only_web_addresses_become_links() {
        for typed in [
            "javascript:alert(1)",
            "ftp://a.dk",
            "https://",
            "fjordby",
            "https://a b.dk",
        ] {
            let mut read = Reader::new();
            assert_eq!(web_address(&mut read, "url", typed), None, "{typed}");
            assert!(read.has("url"), "{typed}");
        }
    }
}
