//! The form of an offer.
use super::terms::circumstances;
use super::when::when;
use crate::initiative::steps::what_changes;
use crate::initiative::{areas, organisations};
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::page::back;
use crate::kit::parts::look;
use crate::kit::{Fail, FormView, Visitor};
use maud::{Markup, html};
use samskab_app::practice_change::Change;
use samskab_app::{offer, topic};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Coded, Id, Remark};
use samskab_domain::offer::{Draft, Effect, State};
use samskab_domain::topic::TopicGroup;

pub(super) type Choices = Vec<(String, String)>;

/// What the form is filled from, beside the draft.
pub(super) struct Around {
    /// The offer that is changed; none when it is new.
    pub offer: Option<Id>,
    because: Option<Change>,
    areas: Choices,
    topics: Choices,
    organisations: Choices,
    people: Choices,
    /// The bearer that cannot be changed away: the keeper's own organisation.
    own: Option<(String, String)>,
}

pub(super) async fn around(
    v: &Visitor,
    offer: Option<Id>,
    because: Option<Change>,
) -> Result<Around, Fail> {
    let actor = v.actor()?;
    let organisations = organisations(v, None).await?;
    let fixed = (actor.role != Role::Facilitator).then(|| actor.organisation.to_string());
    let people = offer::people(v.desk(), actor).await?;
    Ok(Around {
        offer,
        because,
        areas: areas(v).await?,
        topics: topics(v).await?,
        own: organisations
            .iter()
            .find(|(id, _)| fixed.as_deref() == Some(id))
            .cloned(),
        organisations,
        people: people
            .into_iter()
            .map(|(id, name)| (id.to_string(), name))
            .collect(),
    })
}

/// The finer topics, those of one group after another.
async fn topics(v: &Visitor) -> Result<Choices, Fail> {
    let topics = topic::list(v.desk(), v.municipality.id, v.language()).await?;
    let of_group = |group: &TopicGroup| {
        let own = topics.iter().filter(|topic| topic.group() == *group);
        let named = own.map(|topic| (topic.id.to_string(), topic.name.clone()));
        named.collect::<Vec<_>>()
    };
    Ok(TopicGroup::ALL.iter().flat_map(of_group).collect())
}

pub(super) fn form(v: &Visitor, draft: &Draft, around: &Around, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let fields = html! {
        @if around.offer.is_some() { input type="hidden" name="version" value=(draft.version); }
        (because(&form, draft, around))
        (what(&form, draft, around))
        (bearers(&form, draft, around))
        (when(&form, draft))
        (place(&form, draft))
        (reach(&form, draft, around))
        (circumstances(&form, draft))
        (form.radios(Choose {
            name: "state",
            label: &t.offer_state(),
            options: &options::<State>(t),
            chosen: std::slice::from_ref(&draft.state),
            ..Choose::default()
        }))
        @if around.offer.is_some() {
            (form.tick("minor", &t.offer_minor(), draft.minor))
            p.small.muted { (t.offer_not_a_check()) }
        }
    };
    let (title, leave, label, action) = match around.offer {
        Some(id) => {
            let place = v.at(&format!("/offers/{id}"));
            let action = format!("{place}/edit");
            (t.offer_edit(), place, draft.name.clone(), action)
        }
        None => (
            t.offer_new(),
            v.at("/offers"),
            t.public.offer_back(),
            v.at("/offers"),
        ),
    };
    html! {
        div.narrow {
            (back(&leave, &label))
            h1 { (title) }
            p.lead { (t.offer_form_lead()) }
            (form.finish(&action, fields, &t.public.save()))
        }
    }
}

fn because(form: &FormView<'_>, draft: &Draft, around: &Around) -> Markup {
    let v = form.visitor();
    html! {
        @if let Some(change) = &around.because {
            div.card { h2 { (v.t.offer_because()) } (what_changes(v, change)) }
            input type="hidden" name="change" value=(change.id);
            (form.radios(Choose {
                name: "effect",
                label: &v.t.offer_effect(),
                options: &options::<Effect>(v.t),
                chosen: std::slice::from_ref(&draft.effect),
                two: true,
                ..Choose::default()
            }))
        }
    }
}

fn what(form: &FormView<'_>, draft: &Draft, around: &Around) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.line(Line { name: "name", label: &t.offer_name(), value: &draft.name, ..Line::default() }))
        (form.area(Area {
            name: "summary",
            label: &t.offer_summary(),
            hint: Some(&t.offer_summary_hint()),
            value: &draft.summary,
            rows: 2,
            max: 240,
            ..Area::default()
        }))
        (look(form.visitor(), "summary", "/offers/advice"))
        (form.area(Area { name: "description", label: &t.offer_description(), value: &draft.description, rows: 5, max: 4_000, optional: true, ..Area::default() }))
        (look(form.visitor(), "description", "/offers/advice"))
        (line(form, "for_whom", &t.offer_form_for_whom(), None, &draft.for_whom))
        (form.radios(Choose {
            name: "area",
            label: &t.offer_form_area(),
            options: &around.areas,
            chosen: std::slice::from_ref(&draft.area),
            two: true,
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "topic_group",
            label: &t.offer_form_topic(),
            options: &options::<TopicGroup>(t),
            chosen: std::slice::from_ref(&draft.topic_group),
            two: true,
            ..Choose::default()
        }))
        details.more-fields open[!draft.topics.is_empty() || form.has(|_| true)] {
            summary { (t.offer_form_topics_open()) }
            (form.checks(Choose {
                name: "topics",
                label: &t.offer_form_topics(),
                hint: Some(&t.offer_form_topics_hint()),
                options: &around.topics,
                chosen: &draft.topics,
                optional: true,
                two: true,
                ..Choose::default()
            }))
        }
    }
}

/// A line that may be left out.
pub(super) fn line(
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

/// A keeper's own organisation stays a bearer; a facilitator chooses both.
fn bearers(form: &FormView<'_>, draft: &Draft, around: &Around) -> Markup {
    let t = form.visitor().t;
    let own = around.own.as_ref().map(|(id, _)| id);
    let mut others = draft.bearers.iter().filter(|b| Some(*b) != own).cloned();
    let first = match own {
        Some(_) => String::new(),
        None => others.next().unwrap_or_default(),
    };
    let second = others.next().unwrap_or_default();
    let rest: Choices = around
        .organisations
        .iter()
        .filter(|(id, _)| Some(id) != own)
        .cloned()
        .collect();
    html! {
        @match &around.own {
            Some((id, name)) => {
                p id="bearers" { (t.offer_own_bearer()) " " b { (name) } }
                input type="hidden" name="bearers" value=(id);
            }
            None => (form.select(Choose {
                name: "bearers",
                label: &t.offer_bearer(),
                options: &rest,
                chosen: &[first],
                ..Choose::default()
            })),
        }
        (form.select(Choose {
            name: "second_bearer",
            label: &t.offer_second_bearer(),
            options: &rest,
            chosen: &[second],
            optional: true,
            ..Choose::default()
        }))
    }
}

fn place(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        h2 { (t.offer_place_part()) }
        (line(form, "location_name", &t.offer_location_name(), None, &draft.location_name))
        (line(form, "address", &t.offer_address(), None, &draft.address))
        (line(form, "postcode", &t.offer_postcode(), None, &draft.postcode))
        (line(form, "city", &t.offer_city(), None, &draft.city))
        (line(form, "transport", &t.offer_transport(), Some(&t.offer_transport_hint()), &draft.transport))
    }
}

fn reach(form: &FormView<'_>, draft: &Draft, around: &Around) -> Markup {
    let t = form.visitor().t;
    html! {
        h2 { (t.offer_reach_part()) }
        (line(form, "contact_title", &t.offer_contact_title(), Some(&t.offer_contact_title_hint()), &draft.contact_title))
        (form.select(Choose {
            name: "contact",
            label: &t.offer_contact_person(),
            hint: Some(&t.offer_contact_person_hint()),
            options: &around.people,
            chosen: std::slice::from_ref(&draft.contact),
            optional: true,
            ..Choose::default()
        }))
        (form.select(Choose {
            name: "backup",
            label: &t.offer_backup(),
            hint: Some(&t.offer_backup_hint()),
            options: &around.people,
            chosen: std::slice::from_ref(&draft.backup),
            optional: true,
            ..Choose::default()
        }))
        (form.line(Line { name: "phone", label: &t.offer_form_phone(), value: &draft.phone, kind: "tel", optional: true, ..Line::default() }))
        (form.line(Line { name: "email", label: &t.offer_form_email(), value: &draft.email, kind: "email", optional: true, ..Line::default() }))
        (form.line(Line { name: "url", label: &t.offer_form_url(), value: &draft.url, kind: "url", optional: true, ..Line::default() }))
    }
}
