//! An offer in the words of schema.org, for search engines.
use super::show::place_line;
use crate::kit::Visitor;
use crate::kit::about::About;
use samskab_app::offer::Reading;
use samskab_domain::access::Sector;
use samskab_domain::kernel::Coded;
use samskab_domain::schedule::Occurrence;
use serde_json::{Value, json};

/// How many of the coming times are told.
const TIMES: usize = 8;

pub(super) fn about(v: &Visitor, reading: &Reading) -> About {
    About {
        description: reading.summary.body.clone(),
        data: Some(json!({
            "@context": "https://schema.org",
            "@graph": graph(v, reading),
        })),
    }
}

fn graph(v: &Visitor, reading: &Reading) -> Vec<Value> {
    let until = v.today().plus(60);
    let times = reading.calendar.between(v.today(), until);
    let mut graph = vec![service(v, reading)];
    let timed = times.into_iter().filter(|o| o.starts.is_some()).take(TIMES);
    graph.extend(timed.map(|occurrence| event(v, reading, occurrence)));
    graph
}

fn service(v: &Visitor, reading: &Reading) -> Value {
    let here = address(v);
    let providers = reading.bearers.iter().map(|bearer| {
        let kind = match bearer.sector() {
            Sector::Public => "GovernmentOrganization",
            Sector::Voluntary => "NGO",
        };
        json!({ "@type": kind, "name": bearer.name })
    });
    let mut told = json!({
        "@type": "Service",
        "@id": here,
        "url": here,
        "name": reading.name.body,
        "description": reading.summary.body,
        "inLanguage": reading.name.language.code(),
        "provider": providers.collect::<Vec<_>>(),
        "areaServed": { "@type": "AdministrativeArea", "name": v.municipality.name },
    });
    if !reading.languages.is_empty() {
        told["availableLanguage"] = json!(reading.languages);
    }
    let mut channel = json!({ "@type": "ServiceChannel", "serviceUrl": here });
    if let Some(phone) = reading.phones.first() {
        channel["servicePhone"] = json!({ "@type": "ContactPoint", "telephone": phone.number });
    }
    if let Some(place) = place(reading) {
        channel["serviceLocation"] = place;
    }
    told["availableChannel"] = channel;
    told
}

fn event(v: &Visitor, reading: &Reading, occurrence: Occurrence) -> Value {
    let mut told = json!({
        "@type": "Event",
        "name": reading.name.body,
        "description": reading.summary.body,
        "startDate": begins(occurrence),
        "eventStatus": "https://schema.org/EventScheduled",
        "url": address(v),
    });
    if let Some(ends) = occurrence.ends {
        let over = Some(ends) <= occurrence.starts;
        let day = occurrence.day.plus(i64::from(over));
        told["endDate"] = json!(format!("{day}T{ends}"));
    }
    if let Some(place) = place(reading) {
        told["location"] = place;
    }
    told
}

fn place(reading: &Reading) -> Option<Value> {
    let place = reading.locations.first()?;
    let name = place.name.clone().unwrap_or_else(|| place_line(place));
    Some(json!({
        "@type": "Place",
        "name": name,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": place.address,
            "postalCode": place.postcode,
            "addressLocality": place.city,
            "addressCountry": "DK",
        },
    }))
}

fn address(v: &Visitor) -> String {
    let (base, path) = (&v.site.settings.base_url, &v.path);
    format!("{base}{path}?language={}", v.language().code())
}

/// In the municipality's own time, as schema.org takes a time without a zone.
fn begins(occurrence: Occurrence) -> String {
    let day = occurrence.day;
    occurrence
        .starts
        .map_or_else(|| day.to_string(), |starts| format!("{day}T{starts}"))
}
