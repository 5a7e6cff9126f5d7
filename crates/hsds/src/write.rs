//! A [`Service`] as a document, laid into the one it came from.
use crate::service::{
    Attribute, Capacity, Contact, CostOption, Language, Location, Organization, Phone, Place,
    Repeat, Schedule, Service,
};
use crate::{Object, derived, profile, read};
use serde_json::{Value, json};
use uuid::Uuid;

/// An object from what there is of it: what is missing has no property.
macro_rules! object {
    ($($name:literal: $value:expr),+ $(,)?) => {{
        let mut object = Object::new();
        $( put(&mut object, $name, $value); )+
        object
    }};
}

fn put(object: &mut Object, name: &str, value: impl Into<Option<Value>>) {
    let there = |v: &Value| match v {
        Value::Null => false,
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => true,
    };
    if let Some(value) = value.into().filter(there) {
        object.insert(name.to_owned(), value);
    }
}

fn text(text: &Option<String>) -> Option<Value> {
    text.as_deref().map(Value::from)
}

impl Service {
    /// The fully nested document. Where `source` says what `self` says, its own words stay; where it
    /// says more, they stay too. An empty property is left out.
    pub fn write(&self, source: Option<&Object>) -> Object {
        let none = Object::new();
        let source = source.unwrap_or(&none);
        let before = Self::read(source);
        let mut doc = source.clone();
        let ours = self.plain();
        let theirs = before.plain();
        for name in PLAIN {
            lay(&mut doc, name, ours.get(name), theirs.get(name));
        }
        lists(
            &mut doc,
            "phones",
            &self.phones,
            &before.phones,
            Phone::same,
            Phone::write,
        );
        lists(
            &mut doc,
            "schedules",
            &self.schedules,
            &before.schedules,
            Schedule::same,
            Schedule::write,
        );
        lists(
            &mut doc,
            "service_at_locations",
            &self.places,
            &before.places,
            Place::same,
            Place::write,
        );
        lists(
            &mut doc,
            "languages",
            &self.languages,
            &before.languages,
            |a, b| a.code == b.code,
            Language::write,
        );
        lists(
            &mut doc,
            "cost_options",
            &self.cost_options,
            &before.cost_options,
            CostOption::same,
            CostOption::write,
        );
        lists(
            &mut doc,
            "contacts",
            &self.contacts,
            &before.contacts,
            |a, b| a.title == b.title,
            Contact::write,
        );
        lists(
            &mut doc,
            "capacities",
            &self.capacities,
            &before.capacities,
            Capacity::same,
            Capacity::write,
        );
        lists(
            &mut doc,
            "attributes",
            &self.attributes,
            &before.attributes,
            |a, b| a.id == b.id,
            Attribute::write,
        );
        if self.organization != before.organization {
            let theirs = read::object(source, "organization");
            let ours = self
                .organization
                .as_ref()
                .map(|o| Value::Object(o.write(theirs)));
            put_or_remove(&mut doc, "organization", ours);
        }
        doc
    }

    /// Only what is one to one, as lists have it: with its organisation in short.
    pub fn write_short(&self, source: Option<&Object>) -> Object {
        let whole = self.write(source);
        let plain = |(_, value): &(&String, &Value)| !value.is_array() && !value.is_object();
        let mut short: Object = whole
            .iter()
            .filter(plain)
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect();
        for name in ["organization", "program"] {
            if let Some(object) = read::object(&whole, name) {
                let object = object
                    .iter()
                    .filter(plain)
                    .map(|(k, v)| (k.clone(), v.clone()))
                    .collect();
                short.insert(name.to_owned(), Value::Object(object));
            }
        }
        short
    }

    fn plain(&self) -> Object {
        object! {
            "id": Value::from(self.id.to_string()),
            "name": Value::from(self.name.as_str()),
            "description": text(&self.description),
            "url": text(&self.url),
            "email": text(&self.email),
            "status": Value::from(self.status.as_str()),
            "eligibility_description": text(&self.eligibility_description),
            "fees_description": text(&self.fees_description),
            "minimum_age": self.minimum_age.map(Value::from),
            "maximum_age": self.maximum_age.map(Value::from),
            "assured_date": text(&self.assured_date),
            "assurer_email": text(&self.assurer_email),
            "last_modified": text(&self.last_modified),
            "alert": text(&self.alert),
        }
    }
}

const PLAIN: [&str; 14] = [
    "id",
    "name",
    "description",
    "url",
    "email",
    "status",
    "eligibility_description",
    "fees_description",
    "minimum_age",
    "maximum_age",
    "assured_date",
    "assurer_email",
    "last_modified",
    "alert",
];

/// Puts our value where it is not what was understood of theirs.
fn lay(doc: &mut Object, name: &str, ours: Option<&Value>, theirs: Option<&Value>) {
    if ours != theirs {
        put_or_remove(doc, name, ours.cloned());
    }
}

fn put_or_remove(doc: &mut Object, name: &str, value: Option<Value>) {
    match value {
        Some(value) => put(doc, name, value),
        None => drop(doc.remove(name)),
    }
}

/// Puts our list where it is not what was understood of theirs: each item laid into the one of
/// theirs that is the same thing.
fn lists<T: PartialEq>(
    doc: &mut Object,
    name: &str,
    ours: &[T],
    theirs: &[T],
    same: fn(&T, &T) -> bool,
    write: fn(&T, Option<&Object>) -> Object,
) {
    if ours == theirs {
        return;
    }
    let docs: Vec<Object> = read::all(doc, name).cloned().collect();
    let item = |ours: &T| {
        let found = theirs.iter().position(|theirs| same(ours, theirs));
        let source = found.and_then(|i| docs.get(i));
        let unchanged = found.and_then(|i| theirs.get(i)) == Some(ours);
        Value::Object(match source {
            Some(source) if unchanged => source.clone(),
            source => write(ours, source),
        })
    };
    let list: Vec<Value> = ours.iter().map(item).collect();
    put_or_remove(doc, name, (!list.is_empty()).then_some(Value::Array(list)));
}

/// `new` laid over `source`; the source's id stays, since it is the same thing. What `new` leaves
/// out of `known` goes.
fn over(source: Option<&Object>, new: Object, known: &[&str]) -> Object {
    let Some(source) = source else {
        return new;
    };
    let mut doc = source.clone();
    for name in known.iter().filter(|name| !new.contains_key(**name)) {
        doc.remove(*name);
    }
    for (name, value) in new {
        if name != "id" || !doc.contains_key("id") {
            doc.insert(name, value);
        }
    }
    doc
}

fn id(id: Uuid) -> Value {
    Value::from(id.to_string())
}

/// A number as people write it: `35`, not `35.0`.
fn number(n: f64) -> Value {
    if n.fract() == 0.0 && n.abs() < 1e15 {
        Value::from(n as i64)
    } else {
        Value::from(n)
    }
}

impl Phone {
    fn same(&self, other: &Self) -> bool {
        self.number == other.number
    }

    fn write(&self, source: Option<&Object>) -> Object {
        let new = object! {
            "id": id(self.id),
            "number": Value::from(self.number.as_str()),
            "description": text(&self.description),
        };
        over(source, new, &["description"])
    }
}

impl Schedule {
    fn same(&self, other: &Self) -> bool {
        self.id == other.id || self.description == other.description
    }

    fn write(&self, source: Option<&Object>) -> Object {
        let repeat = self.repeat.clone().unwrap_or_default();
        let Repeat {
            freq,
            interval,
            byday,
            bymonthday,
            dtstart,
            until,
            count,
            opens_at,
            closes_at,
        } = repeat;
        let new = object! {
            "id": id(self.id),
            "description": text(&self.description),
            "freq": Value::from(freq),
            "interval": interval.map(Value::from),
            "byday": text(&byday),
            "bymonthday": text(&bymonthday),
            "dtstart": text(&dtstart),
            "valid_from": text(&dtstart),
            "until": text(&until),
            "valid_to": text(&until),
            "count": count.map(Value::from),
            "opens_at": text(&opens_at),
            "closes_at": text(&closes_at),
        };
        let known = [
            "description",
            "freq",
            "interval",
            "byday",
            "bymonthday",
            "dtstart",
            "valid_from",
            "until",
            "valid_to",
            "count",
            "opens_at",
            "closes_at",
        ];
        over(source, new, &known)
    }
}

impl Place {
    fn same(&self, other: &Self) -> bool {
        self.id == other.id
    }

    fn write(&self, source: Option<&Object>) -> Object {
        let theirs = source.and_then(|s| read::object(s, "location"));
        let new = object! {
            "id": id(self.id),
            "location": Value::Object(self.location.write(theirs)),
        };
        over(source, new, &["location"])
    }
}

impl Location {
    fn write(&self, source: Option<&Object>) -> Object {
        let feature = |(i, (description, details)): (usize, &(String, Option<String>))| {
            Value::Object(object! {
                "id": id(derived(self.id, "accessibility", &i.to_string())),
                "description": Value::from(description.as_str()),
                "details": text(details),
            })
        };
        let accessibility = self.accessibility.iter().enumerate().map(feature).collect();
        let new = object! {
            "id": id(self.id),
            "location_type": Value::from("physical"),
            "name": text(&self.name),
            "transportation": text(&self.transportation),
            "latitude": self.latitude.map(number),
            "longitude": self.longitude.map(number),
            "addresses": self.address(source).map(|a| Value::Array(vec![Value::Object(a)])),
            "accessibility": Value::Array(accessibility),
        };
        over(
            source,
            new,
            &["name", "transportation", "addresses", "accessibility"],
        )
    }

    /// The standard wants each part of an address; one that nobody knows is said to be unknown.
    fn address(&self, source: Option<&Object>) -> Option<Object> {
        let parts = [&self.address, &self.postal_code, &self.city];
        if parts.iter().all(|part| part.is_none()) {
            return None;
        }
        let said = |part: &Option<String>| Value::from(part.as_deref().unwrap_or(profile::UNKNOWN));
        let new = object! {
            "id": id(derived(self.id, "address", "")),
            "address_1": said(&self.address.clone().or_else(|| self.name.clone())),
            "city": said(&self.city),
            "state_province": said(&self.state_province),
            "postal_code": said(&self.postal_code),
            "country": Value::from(self.country.as_str()),
            "address_type": Value::from("physical"),
        };
        let theirs = source.and_then(|s| read::all(s, "addresses").next());
        Some(over(theirs, new, &[]))
    }
}

impl Language {
    fn write(&self, source: Option<&Object>) -> Object {
        let new = object! { "id": id(self.id), "code": text(&self.code), "name": text(&self.name) };
        over(source, new, &["code", "name"])
    }
}

impl Organization {
    /// The document of an organisation, laid into the one it came from.
    pub fn write(&self, source: Option<&Object>) -> Object {
        let none = Object::new();
        let source = source.unwrap_or(&none);
        let before = Self::read(source);
        let mut doc = source.clone();
        let plain = |o: &Self| {
            object! {
                "id": id(o.id),
                "name": Value::from(o.name.as_str()),
                "description": Value::from(o.description.as_str()),
                "email": text(&o.email),
            }
        };
        let (ours, theirs) = (plain(self), plain(&before));
        for name in ["id", "name", "description", "email"] {
            lay(&mut doc, name, ours.get(name), theirs.get(name));
        }
        if !doc.contains_key("description") {
            doc.insert("description".to_owned(), Value::from(self.name.as_str()));
        }
        if self.phone != before.phone {
            let phone = |number: &String| {
                let id = derived(self.id, "phone", number);
                Phone {
                    id,
                    number: number.clone(),
                    description: None,
                }
                .write(None)
            };
            let phones: Vec<_> = self.phone.iter().map(phone).map(Value::Object).collect();
            put_or_remove(
                &mut doc,
                "phones",
                (!phones.is_empty()).then_some(Value::Array(phones)),
            );
        }
        if self.cvr != before.cvr {
            let mut rest: Vec<Value> = read::all(source, "organization_identifiers")
                .filter(|i| {
                    read::text(i, "identifier_scheme").as_deref() != Some(profile::CVR_SCHEME)
                })
                .map(|i| Value::Object(i.clone()))
                .collect();
            rest.extend(self.cvr.as_ref().map(|cvr| {
                json!({
                    "id": derived(self.id, "identifier", cvr).to_string(),
                    "identifier_scheme": profile::CVR_SCHEME,
                    "identifier_type": "CVR",
                    "identifier": cvr,
                })
            }));
            put_or_remove(
                &mut doc,
                "organization_identifiers",
                (!rest.is_empty()).then_some(Value::Array(rest)),
            );
        }
        doc
    }
}

impl CostOption {
    fn same(&self, other: &Self) -> bool {
        self.id == other.id || self.amount == other.amount
    }

    fn write(&self, source: Option<&Object>) -> Object {
        let new = object! {
            "id": id(self.id),
            "amount": self.amount.map(number),
            "currency": text(&self.currency),
        };
        over(source, new, &["amount", "currency"])
    }
}

impl Contact {
    fn write(&self, source: Option<&Object>) -> Object {
        let since = self.since.as_ref().map(|since| {
            let attribute = Attribute {
                id: derived(self.id, "since", ""),
                link_type: profile::CONTACT_SINCE.to_owned(),
                value: Some(since.clone()),
                ..Attribute::default()
            };
            Value::Array(vec![Value::Object(attribute.write(None))])
        });
        let new = object! { "id": id(self.id), "title": text(&self.title), "attributes": since };
        over(source, new, &["title"])
    }
}

impl Capacity {
    fn same(&self, other: &Self) -> bool {
        self.id == other.id || self.unit == other.unit
    }

    fn write(&self, source: Option<&Object>) -> Object {
        let unit = object! {
            "id": id(derived(Uuid::nil(), "unit", &self.unit)),
            "name": Value::from(self.unit.as_str()),
        };
        let new = object! {
            "id": id(self.id),
            "available": number(self.available),
            "maximum": self.maximum.map(number),
            "updated": Value::from(self.updated.as_str()),
            "unit": Value::Object(source.and_then(|s| read::object(s, "unit")).cloned().unwrap_or(unit)),
        };
        over(source, new, &["maximum"])
    }
}

impl Attribute {
    fn write(&self, source: Option<&Object>) -> Object {
        let new = object! {
            "id": id(self.id),
            "link_type": Value::from(self.link_type.as_str()),
            "label": text(&self.label),
            "value": text(&self.value),
            "taxonomy_term": self.taxonomy_term.clone().map(Value::Object),
        };
        over(source, new, &["label", "value", "taxonomy_term"])
    }
}
