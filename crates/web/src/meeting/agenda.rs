//! What to talk about: what waits for the parties, and what someone writes herself.
use super::show::{Typed, page};
use crate::initiative::marked;
use crate::kit::form::{Choose, Line};
use crate::kit::parts::lang;
use crate::kit::{Answer, Form, FormView, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::meeting::{self, Item, Put, Reading, Suggestion};
use samskab_domain::kernel::Remark;
use samskab_domain::meeting::{ItemKind, State};
use samskab_locale::Named;

/// `POST /{m}/meetings/{id}/agenda`
pub async fn put(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let put = Put {
        picks: sent.all("picks"),
        own: sent.text("own"),
        harmless: sent.ticked("harmless"),
    };
    match meeting::put(v.desk(), v.actor()?, id, &put, v.language()).await {
        Ok(()) => Ok(to(&v.at(&format!("/meetings/{id}#agenda")), None)),
        Err(Refusal::Remarks(remarks)) => {
            let typed = Typed {
                agenda: Some((put, remarks)),
                ..Typed::default()
            };
            Ok(page(&v, id, typed).await?.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/meetings/{id}/agenda/off`
pub async fn take_off(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let item = sent.id("item").ok_or(Refusal::Missing)?;
    meeting::take_off(v.desk(), v.actor()?, id, item).await?;
    Ok(to(&v.at(&format!("/meetings/{id}#agenda")), None))
}

pub(super) fn agenda(
    v: &Visitor,
    reading: &Reading,
    waiting: &[Suggestion],
    typed: Option<&(Put, Vec<Remark>)>,
) -> Markup {
    let t = v.t;
    let planned = reading.meeting.state() == State::Planned;
    let place = v.at(&format!("/meetings/{}/agenda", reading.meeting.id));
    if !planned && reading.agenda.is_empty() {
        return html! {};
    }
    html! {
        h2 id="agenda" { @if reading.meeting.state() == State::Closed { (t.meeting_agenda_held()) } @else { (t.meeting_agenda()) } }
        @if reading.agenda.is_empty() { p.muted { @if reading.meeting.purpose().keeps_minutes() { (t.meeting_agenda_empty()) } @else { (t.meeting_agenda_none_needed()) } } }
        @else {
            ol.rows role="list" { @for item in &reading.agenda { (row(v, item, planned.then_some(place.as_str()))) } }
        }
        @if planned { (put_form(v, reading, waiting, typed, &place)) }
    }
}

fn row(v: &Visitor, item: &Item, place: Option<&str>) -> Markup {
    let t = v.t;
    let lang = lang(v, item.language());
    let to = item.subject_id.and_then(|id| match item.kind() {
        ItemKind::Need => Some(v.at(&format!("/needs/{id}"))),
        ItemKind::Answer => Some(v.at(&format!("/answers/{id}"))),
        ItemKind::Change => Some(v.at(&format!("/changes/{id}/outcome"))),
        ItemKind::Task => Some(v.at(&format!("/tasks/{id}"))),
        ItemKind::Own => None,
    });
    html! {
        li {
            p {
                @match &to {
                    Some(to) => a href=(to) lang=[lang] { (item.body) },
                    None => b lang=[lang] { (item.body) },
                }
                br;
                span.muted.small {
                    @if item.kind() == ItemKind::Own { (item.organisation) } @else { (item.kind().name(t)) }
                    @if place.is_none() && !item.cleared { "\u{a0}· " (t.meeting_next_time()) }
                }
            }
            @if let Some(place) = place {
                form.inline-form method="post" action={ (place) "/off" } {
                    input type="hidden" name="item" value=(item.id);
                    button.button.plain { (t.meeting_agenda_off()) span.visually-hidden { ": " (item.body) } }
                }
            }
        }
    }
}

fn put_form(
    v: &Visitor,
    reading: &Reading,
    waiting: &[Suggestion],
    typed: Option<&(Put, Vec<Remark>)>,
    place: &str,
) -> Markup {
    let t = v.t;
    let blank = (Put::default(), vec![]);
    let (put, remarks) = typed.unwrap_or(&blank);
    let form = FormView::new(v, remarks);
    let options: Vec<(String, String)> =
        waiting.iter().map(|s| (s.pick(), s.body.clone())).collect();
    let about: Vec<String> = waiting
        .iter()
        .map(|s| match s.kind() {
            ItemKind::Own => t.meeting_left_over(),
            kind => kind.name(t),
        })
        .collect();
    let fields = html! {
        @if !options.is_empty() {
            (form.checks(Choose {
                name: "picks",
                label: &t.meeting_waiting(),
                hint: Some(&t.meeting_waiting_hint()),
                options: &options,
                about: &about,
                chosen: &put.picks,
                optional: true,
                ..Choose::default()
            }))
        }
        (form.line(Line { name: "own", label: &t.meeting_own(), value: &put.own, optional: true, ..Line::default() }))
        (marked(&form, put.harmless))
    };
    // Whoever meets to know each other needs no agenda.
    let wanted = reading.agenda.is_empty() && reading.meeting.purpose().keeps_minutes();
    let open = typed.is_some() || wanted;
    html! {
        details open[open] {
            summary { (t.meeting_agenda_put()) }
            (form.finish(place, fields, &t.meeting_agenda_put_send()))
        }
    }
}
