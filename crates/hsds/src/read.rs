//! A document as a [`Service`]. What cannot be understood is passed over: it stays in the document.
use crate::service::{
    Attribute, Capacity, Contact, CostOption, Language, Location, Organization, Phone, Place,
    Repeat, Schedule, Service,
};
use crate::{Object, profile};
use serde_json::Value;
use uuid::Uuid;

impl Service {
    /// What is understood of a nested service.
    pub fn read(doc: &Object) -> Self {
        Self {
            id: id(doc),
            name: text(doc, "name").unwrap_or_default(),
            description: text(doc, "description"),
            url: text(doc, "url"),
            email: text(doc, "email"),
            status: text(doc, "status").unwrap_or_default(),
            eligibility_description: text(doc, "eligibility_description"),
            fees_description: text(doc, "fees_description"),
            minimum_age: whole(doc, "minimum_age"),
            maximum_age: whole(doc, "maximum_age"),
            assured_date: text(doc, "assured_date"),
            assurer_email: text(doc, "assurer_email"),
            last_modified: text(doc, "last_modified"),
            alert: text(doc, "alert"),
            phones: all(doc, "phones").map(phone).collect(),
            schedules: all(doc, "schedules").map(schedule).collect(),
            places: all(doc, "service_at_locations").map(place).collect(),
            languages: all(doc, "languages").map(language).collect(),
            organization: object(doc, "organization").map(Organization::read),
            cost_options: all(doc, "cost_options").map(cost_option).collect(),
            contacts: all(doc, "contacts").map(contact).collect(),
            capacities: all(doc, "capacities").filter_map(capacity).collect(),
            attributes: all(doc, "attributes").map(attribute).collect(),
        }
    }
}

impl Organization {
    /// What is understood of an organisation.
    pub fn read(doc: &Object) -> Self {
        let identifiers = || all(doc, "organization_identifiers");
        let cvr = identifiers()
            .find(|i| text(i, "identifier_scheme").as_deref() == Some(profile::CVR_SCHEME));
        Self {
            id: id(doc),
            name: text(doc, "name").unwrap_or_default(),
            description: text(doc, "description").unwrap_or_default(),
            email: text(doc, "email"),
            phone: all(doc, "phones").find_map(|phone| text(phone, "number")),
            cvr: cvr.and_then(|i| text(i, "identifier")),
        }
    }
}

/// The objects of a list.
pub(crate) fn all<'a>(doc: &'a Object, name: &str) -> impl Iterator<Item = &'a Object> + use<'a> {
    let list = doc.get(name).and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_object)
}

pub(crate) fn object<'a>(doc: &'a Object, name: &str) -> Option<&'a Object> {
    doc.get(name).and_then(Value::as_object)
}

pub(crate) fn text(doc: &Object, name: &str) -> Option<String> {
    doc.get(name).and_then(Value::as_str).map(str::to_owned)
}

pub(crate) fn id(doc: &Object) -> Uuid {
    let text = doc.get("id").and_then(Value::as_str);
    text.and_then(|text| text.parse().ok()).unwrap_or_default()
}

fn number(doc: &Object, name: &str) -> Option<f64> {
    doc.get(name).and_then(Value::as_f64)
}

fn whole(doc: &Object, name: &str) -> Option<u16> {
    let number = number(doc, name)?;
    let fits = number.fract() == 0.0 && (0.0..=f64::from(u16::MAX)).contains(&number);
    fits.then_some(number as u16)
}

pub(crate) fn phone(doc: &Object) -> Phone {
    Phone {
        id: id(doc),
        number: text(doc, "number").unwrap_or_default(),
        description: text(doc, "description"),
    }
}

pub(crate) fn schedule(doc: &Object) -> Schedule {
    let repeat = text(doc, "freq").map(|freq| Repeat {
        freq,
        interval: whole(doc, "interval"),
        byday: text(doc, "byday"),
        bymonthday: text(doc, "bymonthday"),
        dtstart: text(doc, "dtstart").or_else(|| text(doc, "valid_from")),
        until: text(doc, "until").or_else(|| text(doc, "valid_to")),
        count: whole(doc, "count"),
        opens_at: clock(doc, "opens_at"),
        closes_at: clock(doc, "closes_at"),
    });
    Schedule {
        id: id(doc),
        description: text(doc, "description"),
        repeat,
    }
}

/// `16:30` of `16:30:00`, `16:30+01:00` or `16:30Z`: the hour of the place, as it was meant.
fn clock(doc: &Object, name: &str) -> Option<String> {
    let text = text(doc, name)?;
    text.get(..5).map(str::to_owned)
}

pub(crate) fn place(doc: &Object) -> Place {
    Place {
        id: id(doc),
        location: object(doc, "location").map(location).unwrap_or_default(),
    }
}

pub(crate) fn location(doc: &Object) -> Location {
    let address = all(doc, "addresses").next();
    let of = |name: &str| address.and_then(|a| text(a, name));
    let known = |name: &str, most: f64| number(doc, name).filter(|n| n.abs() <= most);
    let spot = known("latitude", 90.0).zip(known("longitude", 180.0));
    let accessible = |a: &Object| Some((text(a, "description")?, text(a, "details")));
    Location {
        id: id(doc),
        name: text(doc, "name"),
        transportation: text(doc, "transportation"),
        latitude: spot.map(|s| s.0),
        longitude: spot.map(|s| s.1),
        address: of("address_1"),
        postal_code: of("postal_code"),
        city: of("city"),
        state_province: of("state_province"),
        country: of("country").unwrap_or_else(|| "ZZ".to_owned()),
        accessibility: all(doc, "accessibility").filter_map(accessible).collect(),
    }
}

pub(crate) fn language(doc: &Object) -> Language {
    Language {
        id: id(doc),
        code: text(doc, "code"),
        name: text(doc, "name"),
    }
}

pub(crate) fn cost_option(doc: &Object) -> CostOption {
    CostOption {
        id: id(doc),
        amount: number(doc, "amount"),
        currency: text(doc, "currency").map(|c| c.to_uppercase()),
    }
}

pub(crate) fn contact(doc: &Object) -> Contact {
    let mut attributes = all(doc, "attributes").map(attribute);
    let since = attributes.find(|a| a.link_type == profile::CONTACT_SINCE);
    Contact {
        id: id(doc),
        title: text(doc, "title"),
        since: since.and_then(|a| a.value),
    }
}

pub(crate) fn capacity(doc: &Object) -> Option<Capacity> {
    Some(Capacity {
        id: id(doc),
        available: number(doc, "available")?,
        maximum: number(doc, "maximum"),
        updated: text(doc, "updated").unwrap_or_default(),
        unit: object(doc, "unit")
            .and_then(|unit| text(unit, "name"))
            .unwrap_or_default(),
    })
}

pub(crate) fn attribute(doc: &Object) -> Attribute {
    Attribute {
        id: id(doc),
        link_type: text(doc, "link_type").unwrap_or_default(),
        label: text(doc, "label"),
        value: text(doc, "value"),
        taxonomy_term: object(doc, "taxonomy_term").cloned(),
    }
}
