//! The offers, written by someone who keeps them, some because of a practice change.
use crate::data::Data;
use crate::person::{Membership, Person};
use crate::practice_change::Change;
use crate::problem::Halt;
use crate::story::Story;
use crate::timeline::{Event, HANDING_OVER, OFFERING, TAKING_DOWN, Timeline, VERIFYING};
use samskab_app::offer::{change, create, verify};
use samskab_app::translation;
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::offer::{Draft, State, terms};
use samskab_domain::schedule;
use samskab_domain::translation::{Draft as Words, Field, Made};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    pub key: String,
    name: String,
    area: String,
    bearers: Vec<String>,
    /// Where it stands in the end.
    state: String,
    summary: String,
    description: String,
    for_whom: String,
    topic_group: String,
    #[serde(default)]
    location_name: String,
    #[serde(default)]
    address: String,
    postcode: String,
    city: String,
    #[serde(default)]
    transport: String,
    schedule: String,
    #[serde(default)]
    phone: String,
    #[serde(default)]
    email: String,
    price: String,
    languages: Vec<String>,
    #[serde(default)]
    access: String,
    contact: Option<String>,
    /// Who stands in for her.
    backup: Option<String>,
    contact_title: String,
    /// What citizens said is wrong, and nobody has looked at yet.
    #[serde(default)]
    pub fault: Vec<Fault>,
    /// A change that one of its bearers wrote and the other has not seen yet.
    pub waiting: Option<Waiting>,
    /// When someone last said that it holds; for one taken down, when that was.
    confirmed_days_ago: i64,
    /// The change it came of, and what that did to it.
    change: Option<String>,
    #[serde(default)]
    effect: String,
    days_ago: i64,
    /// Two letters; the rest of the time is told with it.
    #[serde(default)]
    weekday: String,
    #[serde(default)]
    repeats: String,
    #[serde(default)]
    from_day: String,
    #[serde(default)]
    starts: String,
    #[serde(default)]
    ends: String,
    #[serde(default)]
    cost: String,
    #[serde(default)]
    amount: String,
    #[serde(default)]
    minimum_age: String,
    #[serde(default)]
    maximum_age: String,
    #[serde(default)]
    available: String,
    #[serde(default)]
    maximum: String,
    #[serde(default)]
    accessibility: Vec<String>,
    #[serde(default)]
    translation: Vec<Translation>,
    topics: Vec<String>,
    cadence_months: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    pub kind: String,
    #[serde(default)]
    pub note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waiting {
    pub summary: String,
    pub phone: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Translation {
    language: String,
    #[serde(default = "written")]
    made: String,
    /// The version of the offer it was made from; an older one than there is makes it outdated.
    #[serde(default = "first")]
    version: i64,
    name: String,
    summary: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    for_whom: String,
    #[serde(default)]
    price: String,
    #[serde(default)]
    contact_title: String,
}

fn written() -> String {
    Made::Written.code().to_owned()
}

fn first() -> i64 {
    1
}

/// How an offer comes about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Birth {
    /// It came of a change.
    FromChange,
    /// It was there before any change.
    OfItself,
}

pub fn plan<'a>(data: &'a Data, timeline: &mut Timeline<'a>) {
    for told in &data.offers {
        let born = told.born(data);
        let change = told.change.as_deref().and_then(|key| change_of(data, key));
        match change {
            Some(change) if change.days_ago < born => {
                timeline.add(born, OFFERING, Event::Offered(told, Birth::OfItself));
                let ago = change.from_days_ago.min(change.days_ago);
                timeline.add(ago, OFFERING, Event::OfferChanged(told));
            }
            Some(_) => timeline.add(born, OFFERING, Event::Offered(told, Birth::FromChange)),
            None => timeline.add(born, OFFERING, Event::Offered(told, Birth::OfItself)),
        }
        if let Some(since) = told.contact_since(data).filter(|since| *since < born) {
            timeline.add(since, HANDING_OVER, Event::HandedOver(told));
        }
        let ago = told.confirmed_days_ago;
        if told.state == State::Withdrawn.code() {
            timeline.add(ago, TAKING_DOWN, Event::TakenDown(told));
        } else {
            timeline.add(ago, VERIFYING, Event::Verified(told));
        }
    }
}

fn change_of<'a>(data: &'a Data, key: &str) -> Option<&'a Change> {
    let mut changes = data.initiatives.iter().flat_map(|i| &i.change);
    changes.find(|c| c.key == key)
}

fn memberships(data: &Data) -> impl Iterator<Item = (&Person, &Membership)> {
    let people = data.people.iter();
    people.flat_map(|p| p.membership.iter().map(move |m| (p, m)))
}

impl Offer {
    /// The day it is written down: when it began, or once someone is there who may write it.
    fn born(&self, data: &Data) -> i64 {
        let keeps = |m: &Membership| {
            m.is(Role::Facilitator)
                || (m.is(Role::Coordinator) || m.is(Role::Leader))
                    && self.bearers.contains(&m.organisation)
        };
        let keepers = memberships(data).filter(|(_, m)| keeps(m));
        let first = keepers.map(|(_, m)| m.since_days).max();
        let opened = memberships(data).find(|(_, m)| m.is(Role::Administrator));
        let limits = [first, opened.map(|(_, m)| m.since_days)];
        let days = limits.into_iter().flatten();
        days.fold(self.days_ago, i64::min)
    }

    fn contact_since(&self, data: &Data) -> Option<i64> {
        let contact = self.contact.as_deref()?;
        let hers = memberships(data).filter(|(p, _)| p.key == contact);
        hers.filter(|(_, m)| self.bearers.contains(&m.organisation))
            .map(|(_, m)| m.since_days)
            .max()
    }

    /// A leader or coordinator of a bearer, or the facilitator.
    pub fn keeper(&self, story: &Story) -> Result<Actor, Halt> {
        let mut bearers = self.bearers.iter();
        match bearers.find_map(|o| story.one_who_may(Act::KeepOffers, o).ok()) {
            Some(keeper) => Ok(keeper),
            None => story.facilitator(),
        }
    }

    /// Someone of the file, if she is there yet.
    fn held_by(&self, story: &Story, person: Option<&String>) -> Option<Id> {
        let contact = person?;
        let mut bearers = self.bearers.iter();
        bearers.find_map(|o| {
            let member = story.at_work(contact, Some(o)).ok()?;
            (!member.gone).then_some(member.actor.membership)
        })
    }

    fn draft(&self, story: &Story) -> Result<Draft, Halt> {
        let held = |person| self.held_by(story, person).map(|id| id.to_string());
        Ok(Draft {
            topics: story.topics.all_typed(&self.topics)?,
            version: String::new(),
            name: self.name.clone(),
            summary: self.summary.clone(),
            description: self.description.clone(),
            for_whom: self.for_whom.clone(),
            area: story.areas.typed(&self.area)?,
            topic_group: self.topic_group.clone(),
            bearers: story.organisations.all_typed(&self.bearers)?,
            location_name: self.location_name.clone(),
            address: self.address.clone(),
            postcode: self.postcode.clone(),
            city: self.city.clone(),
            transport: self.transport.clone(),
            schedule: self.schedule.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            url: String::new(),
            price: self.price.clone(),
            languages: self.languages.clone(),
            access: self.access.clone(),
            contact_title: self.contact_title.clone(),
            contact: held(self.contact.as_ref()).unwrap_or_default(),
            backup: held(self.backup.as_ref()).unwrap_or_default(),
            cadence: self.cadence_months.to_string(),
            state: self.state.clone(),
            effect: self.effect.clone(),
            minor: false,
            when: self.when(),
            terms: self.terms(),
        })
    }

    fn when(&self) -> schedule::Draft {
        schedule::Draft {
            repeats: self.repeats.clone(),
            weekdays: self.weekday.split(',').map(str::to_owned).collect(),
            starts_at: self.starts.clone(),
            ends_at: self.ends.clone(),
            from_day: self.from_day.clone(),
            ..schedule::Draft::default()
        }
    }

    fn terms(&self) -> terms::Draft {
        terms::Draft {
            minimum_age: self.minimum_age.clone(),
            maximum_age: self.maximum_age.clone(),
            cost: self.cost.clone(),
            amount: self.amount.clone(),
            accessibility: self.accessibility.clone(),
            available: self.available.clone(),
            maximum: self.maximum.clone(),
        }
    }

    fn because(&self, story: &Story) -> Result<Option<Id>, Halt> {
        self.change
            .as_deref()
            .map(|key| story.changes.get(key))
            .transpose()
    }
}

pub async fn tell(story: &mut Story, told: &Offer, birth: Birth) -> Result<(), Halt> {
    let keeper = told.keeper(story)?;
    let mut draft = told.draft(story)?;
    let because = match birth {
        Birth::FromChange => told.because(story)?,
        Birth::OfItself => None,
    };
    if because.is_none() {
        draft.effect = String::new();
    }
    if told.state == State::Withdrawn.code() {
        // What it says in the end is why it was taken down.
        draft.description = String::new();
        draft.state = State::Published.code().to_owned();
    }
    let id = create(&story.desk, &keeper, &draft, because, Language::Danish).await?;
    story.offers.insert(&told.key, id);
    translate(story, told, id).await
}

async fn translate(story: &Story, told: &Offer, id: Id) -> Result<(), Halt> {
    let keeper = told.keeper(story)?;
    for translation in &told.translation {
        let language = Language::from_code(&translation.language);
        let language = language.ok_or_else(|| Halt::Unknown {
            kind: "language",
            key: translation.language.clone(),
        })?;
        let texts = [
            (Field::Name, &translation.name),
            (Field::Summary, &translation.summary),
            (Field::Description, &translation.description),
            (Field::ForWhom, &translation.for_whom),
            (Field::Price, &translation.price),
            (Field::ContactTitle, &translation.contact_title),
        ];
        let texts = texts.map(|(field, text)| (field, text.clone()));
        let words = Words {
            texts: texts.into(),
            made: translation.made.clone(),
        };
        let of = (language, translation.version);
        translation::write(&story.desk, &keeper, id, of, &words).await?;
    }
    Ok(())
}

/// A practice change made it better, more or different; or it says so in the end.
pub async fn changed(story: &Story, told: &Offer) -> Result<(), Halt> {
    let because = told.because(story)?;
    let id = story.offers.get(&told.key)?;
    let draft = told.draft(story)?;
    change(&story.desk, &told.keeper(story)?, id, &draft, because).await?;
    Ok(())
}

/// The one to ask for came later than the offer.
pub async fn handed_over(story: &Story, told: &Offer) -> Result<(), Halt> {
    let id = story.offers.get(&told.key)?;
    let draft = Draft {
        effect: String::new(),
        ..told.draft(story)?
    };
    change(&story.desk, &told.keeper(story)?, id, &draft, None).await?;
    Ok(())
}

pub async fn verified(story: &Story, told: &Offer) -> Result<(), Halt> {
    verify(
        &story.desk,
        &told.keeper(story)?,
        story.offers.get(&told.key)?,
    )
    .await?;
    Ok(())
}
