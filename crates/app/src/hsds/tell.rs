//! One offer, told as a service.
use super::rows::{AmountRow, CapacityRow, OfferRow, PlaceRow, TranslationRow};
use super::services::{Gathered, organization};
use super::take::{self, said};
use super::{Audience, Shape, Vocabulary, rfc3339};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, LINE_MAX, Language};
use samskab_domain::offer::{Accessibility, Cost, State, hidden};
use samskab_domain::schedule::Calendar;
use samskab_domain::topic::TopicGroup;
use samskab_domain::{offer, region};
use samskab_hsds::{self as hsds, Attribute, Object, derived, for_everyone, profile};
use samskab_locale::{Named, texts};

/// Tells one offer as a service.
pub(super) struct Teller<'a> {
    pub m: Id,
    pub offer: &'a OfferRow,
    pub all: &'a Gathered,
    pub vocabulary: &'a Vocabulary,
    pub today: Day,
    pub audience: Audience,
}

/// Those rows of a list that hang on an offer.
macro_rules! own {
    ($self:ident.$rows:ident) => {
        $self
            .all
            .$rows
            .iter()
            .filter(|row| row.offer_id == $self.offer.id)
    };
}

impl Teller<'_> {
    pub fn tell(&self, shape: Shape) -> Object {
        let source = self
            .offer
            .source
            .as_ref()
            .and_then(serde_json::Value::as_object);
        let theirs = source.map(hsds::Service::read).unwrap_or_default();
        let service = self.service(&theirs, shape);
        let doc = match shape {
            Shape::Minimal => {
                let mut doc = service.write(None);
                doc.retain(|name, _| {
                    matches!(name.as_str(), "id" | "name" | "status" | "last_modified")
                });
                doc
            }
            Shape::Short => service.write_short(source),
            Shape::Full => service.write(source),
        };
        match self.audience {
            Audience::Everyone => for_everyone(doc),
            Audience::Keepers => doc,
        }
    }

    fn service(&self, theirs: &hsds::Service, shape: Shape) -> hsds::Service {
        let o = self.offer;
        let line = |ours: &Option<String>, theirs: &Option<String>| {
            said(ours.clone(), theirs.clone(), take::line(theirs.as_deref()))
        };
        let age = |ours: Option<i64>, theirs: Option<u16>| {
            said(
                ours.and_then(|n| u16::try_from(n).ok()),
                theirs,
                take::age(theirs),
            )
        };
        let short = hsds::Service {
            id: o.id,
            name: said(
                Some(o.name.clone()),
                Some(theirs.name.clone()),
                take::text(Some(&theirs.name), take::NAME_MAX),
            )
            .unwrap_or_default(),
            description: self.description(theirs),
            url: said(
                o.url.clone(),
                theirs.url.clone(),
                take::web_address(theirs.url.as_deref()),
            ),
            email: said(
                o.email.clone(),
                theirs.email.clone(),
                take::email(theirs.email.as_deref()),
            ),
            status: self.status(theirs),
            eligibility_description: line(&o.for_whom, &theirs.eligibility_description),
            fees_description: line(&o.price, &theirs.fees_description),
            minimum_age: age(o.minimum_age, theirs.minimum_age),
            maximum_age: age(o.maximum_age, theirs.maximum_age),
            assured_date: o
                .checked_day
                .clone()
                .or_else(|| theirs.assured_date.clone()),
            assurer_email: self.assurer(theirs),
            last_modified: self.last_modified(theirs),
            alert: self.alert(theirs),
            organization: self.organization(theirs),
            ..hsds::Service::default()
        };
        if shape != Shape::Full {
            return short;
        }
        hsds::Service {
            phones: self.phones(theirs),
            schedules: self.schedules(theirs),
            places: self.places(theirs),
            languages: self.languages(theirs),
            cost_options: self.cost_options(theirs),
            contacts: self.contacts(theirs),
            capacities: self.capacities(theirs),
            attributes: self.attributes(theirs),
            ..short
        }
    }

    /// Where there is only a summary, it is the description too.
    fn description(&self, theirs: &hsds::Service) -> Option<String> {
        let o = self.offer;
        let taken = take::text(theirs.description.as_deref(), take::DESCRIPTION_MAX);
        if o.description.is_none() && taken.as_ref() == Some(&o.summary) {
            return theirs.description.clone();
        }
        let ours = said(o.description.clone(), theirs.description.clone(), taken);
        ours.or_else(|| o.source.is_none().then(|| o.summary.clone()))
    }

    /// Ours; a source's own word while it means the same.
    fn status(&self, theirs: &hsds::Service) -> String {
        let o = self.offer;
        let state = State::from_code(&o.state).unwrap_or(State::Draft);
        let known = o.checked_day.as_deref().or(o.known_day.as_deref());
        let stale = hidden(self.today, known.and_then(Day::parse), o.cadence);
        let closed = self
            .calendar()
            .is_some_and(|c| c.closure_on(self.today).is_some());
        let same = !theirs.status.is_empty() && take::state(&theirs.status) == state;
        match (state, self.audience) {
            (State::Draft, _) => "inactive",
            (State::Published, Audience::Everyone) if stale => "inactive",
            (State::Published, _) if closed => "temporarily closed",
            _ if same => &theirs.status,
            (State::Published, _) => "active",
            (State::Withdrawn, _) => "defunct",
        }
        .to_owned()
    }

    fn calendar(&self) -> Option<&Calendar> {
        self.all.calendars.get(&self.offer.id)
    }

    fn assurer(&self, theirs: &hsds::Service) -> Option<String> {
        match self.audience {
            Audience::Keepers if theirs.assurer_email.is_some() => theirs.assurer_email.clone(),
            _ => self
                .offer
                .checked_day
                .as_ref()
                .and(self.offer.email.clone()),
        }
    }

    fn last_modified(&self, theirs: &hsds::Service) -> Option<String> {
        let untouched = self.offer.version == 1
            && self.audience == Audience::Keepers
            && self.offer.source.is_some();
        if untouched {
            theirs.last_modified.clone()
        } else {
            Some(rfc3339(*self.offer.changed_at))
        }
    }

    /// That it is closed for a while, and until when.
    fn alert(&self, theirs: &hsds::Service) -> Option<String> {
        let closure = self.calendar().and_then(|c| c.closure_on(self.today));
        let t = texts(self.language());
        let words = closure.map(|closure| {
            let until = match closure.until {
                Some(until) => t.public.offer_closed_until(t.day(until)),
                None => t.public.offer_closed_now(),
            };
            match &closure.note {
                Some(note) => format!("{until}. {note}"),
                None => until,
            }
        });
        words.or_else(|| theirs.alert.clone())
    }

    fn language(&self) -> Language {
        Language::from_code(&self.offer.language).unwrap_or_default()
    }

    fn organization(&self, theirs: &hsds::Service) -> Option<hsds::Organization> {
        let bearer = own!(self.bearers).next()?;
        let ours = organization(&bearer.organisation);
        match &theirs.organization {
            Some(theirs) if theirs.id == ours.id && theirs.name == ours.name => {
                Some(theirs.clone())
            }
            None if self.offer.source.is_some() && self.audience == Audience::Keepers => None,
            _ => Some(ours),
        }
    }

    /// What the source says stands while we keep it too or never took it, then what is ours alone.
    fn beside<T: Clone, R>(
        theirs: &[T],
        ours: impl Iterator<Item = R>,
        same: impl Fn(&R, &T) -> bool,
        untaken: impl Fn(&T) -> bool,
        tell: impl Fn(&R) -> T,
    ) -> Vec<T> {
        let ours: Vec<R> = ours.collect();
        let stands = |t: &&T| untaken(t) || ours.iter().any(|row| same(row, t));
        let mut list: Vec<T> = theirs.iter().filter(stands).cloned().collect();
        let new = ours
            .iter()
            .filter(|row| !theirs.iter().any(|t| same(row, t)));
        list.extend(new.map(tell));
        list
    }

    fn phones(&self, theirs: &hsds::Service) -> Vec<hsds::Phone> {
        Self::beside(
            &theirs.phones,
            own!(self.phones),
            |row, said| take::phone(&said.number).as_ref() == Some(&row.number),
            |said| take::phone(&said.number).is_none(),
            |row| hsds::Phone {
                id: row.id,
                number: row.number.clone(),
                description: row.about.clone(),
            },
        )
    }

    fn schedules(&self, theirs: &hsds::Service) -> Vec<hsds::Schedule> {
        let language = self.language();
        Self::beside(
            &theirs.schedules,
            own!(self.schedules),
            |row, said| take::same_schedule(row, said, language),
            |said| take::schedule(said, language).is_none(),
            |row| hsds::Schedule {
                id: row.id,
                description: Some(row.body.clone()),
                repeat: row.rule().as_ref().map(take::repeat),
            },
        )
    }

    fn places(&self, theirs: &hsds::Service) -> Vec<hsds::Place> {
        Self::beside(
            &theirs.places,
            own!(self.places),
            |row, said| row.location_id == said.location.id,
            |said| said.location.id.is_nil(),
            |row| hsds::Place {
                id: row.place_id,
                location: self.location(row),
            },
        )
    }

    fn location(&self, row: &PlaceRow) -> hsds::Location {
        let features = own!(self.features).filter_map(|f| Accessibility::from_code(&f.body));
        let t = texts(Language::Danish);
        let mut accessibility: Vec<_> = features.map(|f| (f.name(t), None)).collect();
        if let Some(words) = &self.offer.access {
            accessibility.push((words.clone(), None));
        }
        let postcode = row.postcode.as_deref();
        let region = postcode
            .filter(|_| row.country == "DK")
            .and_then(region::of_postcode);
        hsds::Location {
            id: row.location_id,
            name: row.name.clone(),
            transportation: row.transport.clone(),
            latitude: row.latitude,
            longitude: row.longitude,
            address: row.address.clone(),
            postal_code: row.postcode.clone(),
            city: row.city.clone(),
            state_province: region.map(str::to_owned),
            country: row.country.clone(),
            accessibility,
        }
    }

    fn languages(&self, theirs: &hsds::Service) -> Vec<hsds::Language> {
        Self::beside(
            &theirs.languages,
            own!(self.languages),
            |row, said| take::language(said.code.as_deref()).as_ref() == Some(&row.body),
            |said| take::language(said.code.as_deref()).is_none(),
            |row| hsds::Language {
                id: derived(self.offer.id, "language", &row.body),
                code: Some(row.body.clone()),
                name: Some(offer::spoken(&row.body).to_owned()),
            },
        )
    }

    /// What is free costs nothing in kroner.
    fn cost_options(&self, theirs: &hsds::Service) -> Vec<hsds::CostOption> {
        let free = self.offer.cost.as_deref().and_then(Cost::from_code) == Some(Cost::Free);
        let nothing = AmountRow {
            offer_id: self.offer.id,
            id: derived(self.offer.id, "cost_option", "free"),
            amount: 0.0,
            currency: "DKK".to_owned(),
        };
        let nothing = free.then_some(&nothing);
        Self::beside(
            &theirs.cost_options,
            own!(self.amounts).chain(nothing),
            |row, said| said.amount == Some(row.amount),
            |said| said.amount.is_none(),
            |row| hsds::CostOption {
                id: row.id,
                amount: Some(row.amount),
                currency: Some(row.currency.clone()),
            },
        )
    }

    fn contacts(&self, theirs: &hsds::Service) -> Vec<hsds::Contact> {
        Self::beside(
            &theirs.contacts,
            own!(self.contacts),
            |row, said| take::line(said.title.as_deref()).as_ref() == Some(&row.title),
            |said| take::line(said.title.as_deref()).is_none(),
            |row| hsds::Contact {
                id: row.id,
                title: Some(row.title.clone()),
                since: Some(row.from_day.clone()),
            },
        )
    }

    fn capacities(&self, theirs: &hsds::Service) -> Vec<hsds::Capacity> {
        let unit = || texts(Language::Danish).hsds_places();
        let maximum = |row: &CapacityRow| row.maximum.map(|n| n as f64);
        Self::beside(
            &theirs.capacities,
            own!(self.capacities),
            |row, said| said.available == row.available as f64,
            |said| said.available.fract() != 0.0 || said.available < 0.0,
            |row| hsds::Capacity {
                id: row.id,
                available: row.available as f64,
                maximum: maximum(row),
                updated: rfc3339(*row.updated_at),
                unit: unit(),
            },
        )
    }

    /// A source's own words of other taxonomies stay; ours are told anew.
    fn attributes(&self, theirs: &hsds::Service) -> Vec<Attribute> {
        let others = theirs
            .attributes
            .iter()
            .filter(|a| !a.link_type.starts_with("samskab:"));
        let mut list: Vec<Attribute> = others.cloned().collect();
        let o = self.offer;
        let id = |kind: &str, key: &str| derived(o.id, kind, key);
        let plain = |link_type: &str, label: Option<String>, value: String| Attribute {
            id: id(link_type, label.as_deref().unwrap_or(&value)),
            link_type: link_type.to_owned(),
            label,
            value: Some(value),
            taxonomy_term: None,
        };
        let term = |link_type: &str, term: Id| Attribute {
            id: id(link_type, &term.to_string()),
            link_type: link_type.to_owned(),
            taxonomy_term: self.vocabulary.one(term),
            ..Attribute::default()
        };
        list.push(plain(
            profile::SUMMARY,
            None,
            o.summary.chars().take(LINE_MAX * 2).collect(),
        ));
        list.push(plain(profile::LANGUAGE, None, o.language.clone()));
        let group = TopicGroup::from_code(&o.topic_group).unwrap_or(TopicGroup::Other);
        list.push(term(
            profile::TOPIC,
            super::vocabulary::group_id(self.m, group),
        ));
        list.extend(own!(self.topics).map(|row| term(profile::TOPIC, row.topic_id)));
        list.push(term(profile::AREA, o.area_id));
        let second = own!(self.bearers).skip(1).map(|row| {
            let o = &row.organisation;
            plain(
                profile::BEARER,
                Some(o.name.clone()),
                o.organisation_id.to_string(),
            )
        });
        list.extend(second);
        if let Some(day) = &o.checked_day {
            let how = own!(self.verifications)
                .last()
                .and_then(|row| row.how.clone());
            list.push(plain(profile::VERIFICATION, how, day.clone()));
        }
        if own!(self.places).next().is_none() {
            list.extend(
                own!(self.features)
                    .map(|row| plain(profile::ACCESSIBILITY, None, row.body.clone())),
            );
        }
        list.extend(self.exceptions());
        list.extend(own!(self.translations).map(|row| self.translation(row)));
        list
    }

    fn exceptions(&self) -> Vec<Attribute> {
        let exceptions = self
            .calendar()
            .map(|c| c.exceptions.as_slice())
            .unwrap_or_default();
        let tell = |exception: &samskab_domain::schedule::Exception| {
            let label = match exception.times {
                None => "closed".to_owned(),
                Some((starts, None)) => starts.to_string(),
                Some((starts, Some(ends))) => format!("{starts}-{ends}"),
            };
            let day = exception.day.to_string();
            Attribute {
                id: derived(self.offer.id, profile::EXCEPTION, &day),
                link_type: profile::EXCEPTION.to_owned(),
                label: Some(label),
                value: Some(day),
                taxonomy_term: None,
            }
        };
        exceptions.iter().map(tell).collect()
    }

    /// The text, and whether the source has moved on since.
    fn translation(&self, row: &TranslationRow) -> Attribute {
        let label = format!("{}@{}", row.field, row.language);
        let outdated = (row.source_version < self.offer.version).then(|| {
            let id = derived(Id::nil(), profile::TRANSLATION, "outdated");
            super::vocabulary::object(serde_json::json!({
                "id": id.to_string(), "code": "outdated", "name": "outdated", "description": "outdated",
            }))
        });
        Attribute {
            id: derived(self.offer.id, profile::TRANSLATION, &label),
            link_type: profile::TRANSLATION.to_owned(),
            label: Some(label),
            value: Some(row.body.clone()),
            taxonomy_term: outdated,
        }
    }
}
