//! On what terms, in the form of an offer and on its page.
use super::form::{Choices, line};
use crate::kit::form::{Choose, Line, options};
use crate::kit::{FormView, Visitor};
use maud::{Markup, html};
use samskab_app::offer::Reading;
use samskab_domain::calendar::Day;
use samskab_domain::offer::{Accessibility, CADENCES, Cost, Draft, SPOKEN, Terms};
use samskab_locale::Named;

/// What many leave out: price, age, access, languages, places.
pub(super) fn circumstances(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    let terms = &draft.terms;
    let filled = [
        &draft.price,
        &draft.access,
        &draft.cadence,
        &terms.cost,
        &terms.minimum_age,
        &terms.maximum_age,
        &terms.available,
    ];
    let filled = filled.iter().any(|text| !text.is_empty()) || !terms.accessibility.is_empty();
    let chosen = draft.languages.iter().any(|l| l != "da");
    html! {
        details.more-fields open[chosen || filled || form.has(|_| true)] {
            summary { (t.public.more_fields()) }
            (form.radios(Choose {
                name: "cost",
                label: &t.offer_cost(),
                options: &options::<Cost>(t),
                chosen: std::slice::from_ref(&terms.cost),
                optional: true,
                two: true,
                ..Choose::default()
            }))
            (number(form, "amount", &t.offer_amount(), Some(&t.offer_amount_hint()), &terms.amount))
            (line(form, "price", &t.offer_form_price(), Some(&t.offer_form_price_hint()), &draft.price))
            (number(form, "minimum_age", &t.offer_minimum_age(), None, &terms.minimum_age))
            (number(form, "maximum_age", &t.offer_maximum_age(), None, &terms.maximum_age))
            (number(form, "available", &t.offer_available(), Some(&t.offer_available_hint()), &terms.available))
            (number(form, "maximum", &t.offer_maximum(), None, &terms.maximum))
            (form.checks(Choose {
                name: "accessibility",
                label: &t.offer_accessibility(),
                options: &options::<Accessibility>(t),
                chosen: &terms.accessibility,
                optional: true,
                two: true,
                ..Choose::default()
            }))
            (line(form, "access", &t.offer_form_access(), Some(&t.offer_form_access_hint()), &draft.access))
            (form.checks(Choose {
                name: "languages",
                label: &t.offer_form_languages(),
                options: &languages(draft),
                chosen: &draft.languages,
                optional: true,
                two: true,
                ..Choose::default()
            }))
            (form.select(Choose {
                name: "cadence",
                label: &t.offer_cadence(),
                hint: Some(&t.offer_cadence_hint()),
                options: &CADENCES.map(|months| (months.to_string(), t.offer_cadence_months(months))),
                chosen: std::slice::from_ref(&draft.cadence),
                optional: true,
                ..Choose::default()
            }))
        }
    }
}

fn languages(draft: &Draft) -> Choices {
    let known = SPOKEN
        .iter()
        .map(|(code, name)| ((*code).to_owned(), (*name).to_owned()));
    let more = draft
        .languages
        .iter()
        .filter(|l| SPOKEN.iter().all(|(code, _)| code != l));
    known.chain(more.map(|l| (l.clone(), l.clone()))).collect()
}

fn number(
    form: &FormView<'_>,
    name: &'static str,
    label: &str,
    hint: Option<&str>,
    value: &str,
) -> Markup {
    form.line(Line {
        name,
        label,
        hint,
        value,
        optional: true,
        ..Line::default()
    })
}

/// Label and words of what is known of the terms.
pub(super) fn facts(v: &Visitor, reading: &Reading) -> Vec<(String, String)> {
    let t = &v.t.public;
    let terms = &reading.terms;
    let mut facts = Vec::new();
    facts.extend(ages(v, terms).map(|words| (t.offer_ages(), words)));
    if let Some(words) = places(v, reading) {
        facts.push((t.offer_places(), words));
    }
    facts
}

/// What helps one in.
pub(super) fn access(v: &Visitor, reading: &Reading) -> Option<String> {
    let features = reading.terms.accessibility.iter().map(|f| f.name(v.t));
    let features: Vec<_> = features.collect();
    (!features.is_empty()).then(|| features.join("\u{a0}· "))
}

fn ages(v: &Visitor, terms: &Terms) -> Option<String> {
    let t = &v.t.public;
    match (terms.minimum_age, terms.maximum_age) {
        (Some(from), Some(to)) => Some(t.offer_ages_between(from, to)),
        (Some(from), None) => Some(t.offer_ages_from(from)),
        (None, Some(to)) => Some(t.offer_ages_to(to)),
        (None, None) => None,
    }
}

/// How many are free, and when someone last counted them.
fn places(v: &Visitor, reading: &Reading) -> Option<String> {
    let t = &v.t.public;
    let capacity = reading.terms.capacity?;
    let free = t.offer_places_free(capacity.available);
    let words = match capacity.maximum {
        Some(all) => t.offer_places_of(free, all),
        None => free,
    };
    let day = reading
        .counted_at
        .map(|at| v.t.near(Day::of(at), v.today()));
    Some(match day {
        Some(day) => format!("{words} ({})", t.offer_places_when(day)),
        None => words,
    })
}

/// What is known of what it costs, beside its own words.
pub(super) fn price(v: &Visitor, reading: &Reading) -> Option<String> {
    let kroner = |amount: i64| match amount % 100 {
        0 => format!("{} kr.", amount / 100),
        part => format!("{},{part:02} kr.", amount / 100),
    };
    let amount = reading.terms.amount.map(kroner);
    amount.or_else(|| reading.terms.cost.map(|cost| cost.name(v.t)))
}
