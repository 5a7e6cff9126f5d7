//! A service as an offer and what hangs on it, or the reasons why not.
use crate::desk::{Desk, Outcome};
use crate::hsds::take;
use crate::hsds::{Vocabulary, group_of};
use crate::import::Reason;
use crate::import::observation_row::Areas;
use crate::import::run::Options;
use samskab_domain::access::Actor;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Why};
use samskab_domain::offer::{Accessibility, BEARERS_MAX, Cost, State};
use samskab_domain::schedule::{Exception, Rule, Time};
use samskab_domain::topic::TopicGroup;
use samskab_domain::translation::Field;
use samskab_hsds::{Attribute, Object, Service, profile};
use samskab_locale::{Named, texts};
use samskab_words::personal_data::has_cpr;
use std::collections::HashMap;

/// An offer as a source tells it.
#[derive(Clone, Debug)]
pub(in crate::import) struct Told {
    pub service: Service,
    /// What its source says in its own words, where that is a document of the standard.
    pub source: Option<Object>,
    pub name: String,
    pub summary: String,
    pub description: Option<String>,
    pub area: Id,
    pub group: TopicGroup,
    pub topics: Vec<Id>,
    pub language: Language,
    pub state: State,
    pub known: Option<Day>,
    /// Bear it here.
    pub bearers: Vec<Id>,
    /// What it costs, in kind.
    pub cost: Option<Cost>,
    /// How one gets in, in words; what stands here stays where none is told.
    pub access: Option<String>,
    pub schedules: Vec<(String, Option<Rule>)>,
    pub exceptions: Vec<Exception>,
    pub accessibility: Vec<Accessibility>,
    /// Field, language and text.
    pub translations: Vec<(Field, Language, String)>,
}

impl Told {
    pub fn id(&self) -> Id {
        self.service.id
    }
}

/// What everything is read against.
pub(in crate::import) struct Around {
    pub areas: Areas,
    pub area: String,
    pub group: TopicGroup,
    pub language: Language,
    pub vocabulary: Vocabulary,
    /// Organisations by id and by folded name.
    pub by_id: HashMap<Id, ()>,
    pub by_name: HashMap<String, Id>,
    /// Bears what names nobody.
    pub own: Id,
}

impl Around {
    /// Who bears a service here, where somebody does.
    pub(in crate::import) fn bearer(&self, service: &Service) -> Option<Id> {
        let Some(organization) = &service.organization else {
            return Some(self.own);
        };
        let known = self.by_id.contains_key(&organization.id);
        let named = || {
            self.by_name
                .get(&samskab_locale::fold(organization.name.trim()))
                .copied()
        };
        known.then_some(organization.id).or_else(named)
    }
}

/// The offer a document tells of.
pub(in crate::import) fn told(
    doc: &Object,
    around: &Around,
) -> Result<Told, Vec<(&'static str, Reason)>> {
    let service = Service::read(doc);
    let mut reasons = Vec::new();
    let name = take::text(Some(&service.name), take::NAME_MAX);
    if service.id.is_nil() {
        reasons.push(("id", Reason::Rule(Why::Missing)));
    }
    if name.is_none() {
        reasons.push(("name", Reason::Rule(Why::Missing)));
    }
    let bearer = around.bearer(&service);
    if bearer.is_none() {
        reasons.push(("organization", Reason::NoSuchOrganisation));
    }
    let area = area(&service, around);
    if area.is_none() {
        reasons.push(("area", Reason::NoSuchArea));
    }
    if holds_cpr(&service) {
        reasons.push(("description", Reason::Rule(Why::Cpr)));
    }
    match (name, bearer, area) {
        (Some(name), Some(bearer), Some(area)) if reasons.is_empty() => {
            Ok(tell(doc, service, around, (name, bearer, area)))
        }
        _ => Err(reasons),
    }
}

fn holds_cpr(service: &Service) -> bool {
    let texts = [
        &service.description,
        &service.eligibility_description,
        &service.fees_description,
    ];
    let mut texts = texts.into_iter().flatten().chain([&service.name]);
    texts.any(|text| has_cpr(text))
}

fn tell(
    doc: &Object,
    service: Service,
    around: &Around,
    (name, bearer, area): (String, Id, Id),
) -> Told {
    let language = value(&service, profile::LANGUAGE).and_then(|code| Language::from_code(&code));
    let language = language.unwrap_or(around.language);
    let summary = value(&service, profile::SUMMARY).or_else(|| service.description.clone());
    let summary = take::text(summary.as_deref(), 240).unwrap_or_else(|| name.clone());
    let described = take::text(service.description.as_deref(), take::DESCRIPTION_MAX);
    // An export of ours says the summary where there is no description.
    let description =
        described.filter(|text| value(&service, profile::SUMMARY).as_ref() != Some(text));
    let (group, topics) = topics(&service, around);
    let assured = service.assured_date.as_deref().and_then(Day::parse);
    Told {
        source: Some(doc.clone()),
        name,
        summary,
        description,
        area,
        group,
        topics,
        language,
        state: take::state(&service.status),
        known: assured,
        bearers: bearers(&service, bearer, around),
        cost: cost(&service),
        access: None,
        schedules: service
            .schedules
            .iter()
            .filter_map(|s| take::schedule(s, language))
            .collect(),
        exceptions: exceptions(&service),
        accessibility: accessibility(&service),
        translations: translations(&service, language),
        service,
    }
}

/// Whoever bears it first, and a second one that is known here.
fn bearers(service: &Service, first: Id, around: &Around) -> Vec<Id> {
    let second =
        attributes(service, profile::BEARER).filter_map(|a| a.value.as_deref()?.parse().ok());
    let second = second.filter(|id| *id != first && around.by_id.contains_key(id));
    std::iter::once(first)
        .chain(second.take(BEARERS_MAX - 1))
        .collect()
}

fn cost(service: &Service) -> Option<Cost> {
    let mut amounts = service
        .cost_options
        .iter()
        .filter_map(|c| c.amount)
        .peekable();
    amounts.peek()?;
    Some(if amounts.any(|amount| amount > 0.0) {
        Cost::Paid
    } else {
        Cost::Free
    })
}

fn attributes<'a>(service: &'a Service, link_type: &'a str) -> impl Iterator<Item = &'a Attribute> {
    service
        .attributes
        .iter()
        .filter(move |a| a.link_type == link_type)
}

fn value(service: &Service, link_type: &str) -> Option<String> {
    attributes(service, link_type).find_map(|a| a.value.clone())
}

fn term(attribute: &Attribute) -> Option<Id> {
    let term = attribute.taxonomy_term.as_ref()?;
    term.get("id")?.as_str()?.parse().ok()
}

fn area(service: &Service, around: &Around) -> Option<Id> {
    let said =
        attributes(service, profile::AREA).find_map(|a| around.areas.find(&term(a)?.to_string()));
    said.or_else(|| around.areas.find(&around.area))
}

fn topics(service: &Service, around: &Around) -> (TopicGroup, Vec<Id>) {
    let terms: Vec<Id> = attributes(service, profile::TOPIC)
        .filter_map(term)
        .collect();
    let group = terms
        .iter()
        .find_map(|id| group_of(&around.vocabulary, *id));
    let topics = terms
        .into_iter()
        .filter(|id| around.vocabulary.is_topic(*id));
    (group.unwrap_or(around.group), topics.collect())
}

fn exceptions(service: &Service) -> Vec<Exception> {
    let read = |a: &Attribute| {
        let day = Day::parse(a.value.as_deref()?)?;
        let times = match a.label.as_deref()?.split_once('-') {
            Some((starts, ends)) => Some((Time::parse(starts)?, Time::parse(ends))),
            None => Time::parse(a.label.as_deref()?).map(|starts| (starts, None)),
        };
        Some(Exception { day, times })
    };
    let mut found: Vec<_> = attributes(service, profile::EXCEPTION)
        .filter_map(read)
        .collect();
    found.sort_unstable_by_key(|e| e.day);
    found.dedup_by_key(|e| e.day);
    found
}

/// Those our own exports name; another's words stay in its document.
fn accessibility(service: &Service) -> Vec<Accessibility> {
    let t = texts(Language::Danish);
    let places = service
        .places
        .iter()
        .flat_map(|p| &p.location.accessibility);
    let words = places.map(|(words, _)| words.clone());
    let codes = attributes(service, profile::ACCESSIBILITY).filter_map(|a| a.value.clone());
    let words: Vec<String> = words.chain(codes).collect();
    let named = |f: &&Accessibility| words.iter().any(|w| *w == f.name(t) || w == f.code());
    Accessibility::ALL.iter().filter(named).copied().collect()
}

fn translations(service: &Service, own: Language) -> Vec<(Field, Language, String)> {
    let read = |a: &Attribute| {
        let (field, language) = a.label.as_deref()?.split_once('@')?;
        let field = Field::from_code(field)?;
        let language = Language::from_code(language).filter(|l| *l != own)?;
        Some((
            field,
            language,
            take::text(a.value.as_deref(), field.longest())?,
        ))
    };
    let mut found: Vec<(Field, Language, String)> = Vec::new();
    for (field, language, text) in attributes(service, profile::TRANSLATION).filter_map(read) {
        if !found.iter().any(|(f, l, _)| *f == field && *l == language) {
            found.push((field, language, text));
        }
    }
    found
}

/// What is known of the municipality.
pub(in crate::import) async fn around(
    desk: &Desk,
    actor: &Actor,
    options: &Options,
) -> Outcome<Around> {
    let m = actor.municipality;
    let organisations = crate::import::run::organisations(desk, m).await?;
    Ok(Around {
        areas: crate::import::observations::areas(desk, actor, &options.area).await?,
        area: options.area.clone(),
        group: options.topic_group,
        language: Language::from_code(&options.language).unwrap_or_default(),
        vocabulary: crate::hsds::vocabulary(desk, m).await?,
        by_id: organisations.iter().map(|o| (o.id, ())).collect(),
        by_name: organisations
            .into_iter()
            .map(|o| (samskab_locale::fold(&o.name), o.id))
            .collect(),
        own: actor.organisation,
    })
}
