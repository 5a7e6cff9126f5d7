//! What a row says, told as an offer; and what it says otherwise than last time, put into one that is here.
use super::hsds::Told;
use super::offer_row::{Spot, known, organisation_key};
use super::row::Row;
use crate::desk::Desk;
use samskab_domain::kernel::{Id, Language};
use samskab_domain::offer::{Offer, spoken};
use samskab_domain::translation::Field;
use samskab_hsds::{self as hsds, Location, Phone, Place, Service, derived};
use std::collections::BTreeSet;

/// A row that holds.
pub(super) struct Ready<'a> {
    pub row: &'a Row,
    pub offer: Offer,
    pub spot: Spot,
}

/// The columns that say where it is.
const PLACE: [&str; 7] = [
    "location_name",
    "address",
    "postcode",
    "city",
    "country",
    "latitude",
    "longitude",
];

impl Ready<'_> {
    /// An offer nobody here has yet.
    pub fn told(&self, desk: &Desk, language: Language) -> Told {
        let (id, o) = (desk.id(), &self.offer);
        let schedule = o.schedule.iter().map(|words| (words.clone(), None));
        Told {
            service: Service {
                id,
                name: o.name.clone(),
                eligibility_description: o.for_whom.clone(),
                fees_description: o.price.clone(),
                email: o.email.clone(),
                url: o.url.clone(),
                phones: o.phone.iter().map(|number| phone(number)).collect(),
                languages: languages(id, &o.languages),
                places: self.place(desk, None).into_iter().collect(),
                ..Service::default()
            },
            source: None,
            name: o.name.clone(),
            summary: o.summary.clone(),
            description: o.description.clone(),
            area: o.area,
            group: o.topic_group,
            topics: vec![],
            language,
            state: o.state,
            known: known(self.row),
            bearers: o.bearers.clone(),
            cost: None,
            access: o.access.clone(),
            schedules: schedule.collect(),
            exceptions: vec![],
            accessibility: vec![],
            translations: vec![],
        }
    }

    /// Puts what the row says otherwise than `before` into an offer; which columns of it became otherwise.
    pub fn put(
        &self,
        told: &mut Told,
        before: &Row,
        desk: &Desk,
        known_bearer: bool,
    ) -> Vec<&'static str> {
        let (o, changed) = (&self.offer, self.row.changed(before));
        let says = |column: &str| changed.contains(column);
        let provider = says("organisation");
        let described = says("description") || provider;
        let summed = says("summary") || (described && self.row.text("summary").is_empty());
        let mut other = Vec::new();
        let mut put = |column, is_said: bool, put: &mut dyn FnMut(&mut Told) -> bool| {
            if is_said && put(told) {
                other.push(column);
            }
        };
        put("name", says("name"), &mut |t| set(&mut t.name, &o.name));
        put("summary", summed, &mut |t| set(&mut t.summary, &o.summary));
        put("description", described, &mut |t| {
            set(&mut t.description, &o.description)
        });
        put("for_whom", says("for_whom"), &mut |t| {
            set(&mut t.service.eligibility_description, &o.for_whom)
        });
        put("area", says("area"), &mut |t| set(&mut t.area, &o.area));
        put("topic_group", says("topic_group"), &mut |t| {
            set(&mut t.group, &o.topic_group)
        });
        put("organisation", provider && known_bearer, &mut |t| {
            set(&mut t.bearers, &o.bearers)
        });
        put("phone", says("phone"), &mut |t| {
            phones(
                &mut t.service.phones,
                before.text("phone"),
                o.phone.as_deref(),
            )
        });
        put("email", says("email"), &mut |t| {
            set(&mut t.service.email, &o.email)
        });
        put("url", says("url"), &mut |t| set(&mut t.service.url, &o.url));
        put("price", says("price"), &mut |t| {
            set(&mut t.service.fees_description, &o.price)
        });
        put("schedule", says("schedule"), &mut |t| {
            schedules(
                &mut t.schedules,
                before.text("schedule"),
                o.schedule.as_deref(),
            )
        });
        put("languages", says("languages"), &mut |t| {
            let spoken = languages(t.service.id, &o.languages);
            let codes =
                |l: &[hsds::Language]| l.iter().map(|l| l.code.clone()).collect::<BTreeSet<_>>();
            codes(&spoken) != codes(&t.service.languages) && set(&mut t.service.languages, &spoken)
        });
        put(
            "known_day",
            says("known_day") && known(self.row).is_some(),
            &mut |t| set(&mut t.known, &known(self.row)),
        );
        put("access", says("access"), &mut |t| {
            set(&mut t.access, &Some(o.access.clone().unwrap_or_default()))
        });
        put(
            "location_name",
            PLACE.iter().any(|column| says(column)),
            &mut |t| self.put_place(&mut t.service.places, &changed, desk),
        );
        other
    }

    /// The row's texts in a language the offer is not written in; which of them it had otherwise.
    pub fn words(
        &self,
        before: Option<&Row>,
        language: Language,
    ) -> Vec<(Field, Language, String)> {
        let o = &self.offer;
        let changed = before.map(|before| self.row.changed(before));
        let says = |column: &str| {
            changed
                .as_ref()
                .is_none_or(|changed| changed.contains(column))
        };
        let described = says("description") || says("organisation");
        let texts = [
            (Field::Name, says("name"), Some(&o.name)),
            (
                Field::Summary,
                says("summary") || described,
                Some(&o.summary),
            ),
            (Field::Description, described, o.description.as_ref()),
            (Field::ForWhom, says("for_whom"), o.for_whom.as_ref()),
            (Field::Schedule, says("schedule"), o.schedule.as_ref()),
            (Field::Price, says("price"), o.price.as_ref()),
            (Field::Access, says("access"), o.access.as_ref()),
        ];
        let said = texts.into_iter().filter(|(_, says, _)| *says);
        said.filter_map(|(field, _, text)| Some((field, language, text?.clone())))
            .collect()
    }

    /// Where it is, as far as the row says; the rest as it was.
    fn place(
        &self,
        desk: &Desk,
        changed: Option<(&Place, &BTreeSet<&'static str>)>,
    ) -> Option<Place> {
        let o = &self.offer;
        let says = |columns: &[&str]| {
            changed.is_none_or(|(_, said)| columns.iter().any(|c| said.contains(c)))
        };
        let was = changed
            .map(|(place, _)| place.location.clone())
            .unwrap_or_default();
        let mut now = Location {
            id: was.id,
            ..was.clone()
        };
        if says(&["location_name"]) {
            now.name = o.location_name.clone();
        }
        if says(&["address", "postcode", "country"]) {
            now.address = o.address.clone();
            now.postal_code = o.postcode.clone();
        }
        if says(&["city"]) {
            now.city = o.city.clone();
        }
        if says(&["latitude", "longitude"]) {
            (now.latitude, now.longitude) = (
                self.spot.degrees.map(|d| d.0),
                self.spot.degrees.map(|d| d.1),
            );
        }
        if says(&["country", "latitude", "longitude"]) {
            now.country = self.spot.country.clone();
        }
        if now == was && changed.is_some() {
            return None;
        }
        let words = [&now.name, &now.address, &now.postal_code, &now.city];
        let nowhere = words.iter().all(|w| w.is_none()) && now.latitude.is_none();
        // Others may be at the place that was: it stays as it is for them.
        (!nowhere).then(|| Place {
            id: Id::nil(),
            location: Location {
                id: desk.id(),
                ..now
            },
        })
    }

    fn put_place(
        &self,
        places: &mut Vec<Place>,
        changed: &BTreeSet<&'static str>,
        desk: &Desk,
    ) -> bool {
        let Some(was) = places.first().cloned() else {
            let place = self.place(desk, None);
            let found = place.is_some();
            places.extend(place);
            return found;
        };
        let now = self.place(desk, Some((&was, changed)));
        let moved = now.is_some();
        if let (Some(first), Some(now)) = (places.first_mut(), now) {
            *first = now;
        }
        moved
    }
}

/// Whether it became otherwise.
fn set<T: PartialEq + Clone>(kept: &mut T, said: &T) -> bool {
    let other = kept != said;
    if other {
        *kept = said.clone();
    }
    other
}

fn phone(number: &str) -> Phone {
    Phone {
        id: Id::nil(),
        number: number.to_owned(),
        description: None,
    }
}

/// The number the row had before gives way, else the first; the others stay.
fn phones(phones: &mut Vec<Phone>, before: &str, now: Option<&str>) -> bool {
    let was = crate::hsds::take::phone(before);
    let at = phones.iter().position(|p| Some(&p.number) == was.as_ref());
    match (at, now) {
        (Some(at), None) => {
            phones.remove(at);
            true
        }
        (None, None) => false,
        (_, Some(now)) if phones.iter().any(|p| p.number == now) => false,
        (at, Some(now)) => {
            match phones.get_mut(at.unwrap_or(0)) {
                Some(kept) => *kept = phone(now),
                None => phones.push(phone(now)),
            }
            true
        }
    }
}

/// The words the row had before give way, else those that follow no rule; times by rule stay.
fn schedules<R>(schedules: &mut Vec<(String, Option<R>)>, before: &str, now: Option<&str>) -> bool {
    let before = super::plain_text(before);
    let at = schedules.iter().position(|(words, _)| *words == before);
    let at = at.or_else(|| schedules.iter().position(|(_, rule)| rule.is_none()));
    match (at, now) {
        (_, Some(now)) if schedules.iter().any(|(words, _)| words == now) => return false,
        (Some(at), None) => drop(schedules.remove(at)),
        (None, None) => return false,
        (Some(at), Some(now)) => {
            if let Some(kept) = schedules.get_mut(at) {
                *kept = (now.to_owned(), None);
            }
        }
        (None, Some(now)) => schedules.push((now.to_owned(), None)),
    }
    true
}

fn languages(offer: Id, codes: &[String]) -> Vec<hsds::Language> {
    let codes: BTreeSet<&String> = codes.iter().collect();
    let language = |code: &String| hsds::Language {
        id: derived(offer, "language", code),
        code: Some(code.clone()),
        name: Some(spoken(code).to_owned()),
    };
    codes.into_iter().map(language).collect()
}

/// Whether the organisation a row names is one of ours.
pub(super) fn names_one_of(by_name: &std::collections::HashMap<String, Id>, row: &Row) -> bool {
    by_name.contains_key(&organisation_key(row.text("organisation")))
}
