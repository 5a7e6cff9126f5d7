//! The fields of a meeting, the same when it is called and when it is moved.
use crate::initiative::marked;
use crate::kit::form::{Area, Choose, Line};
use crate::kit::input::Pairs;
use crate::kit::{FormView, Visitor};
use maud::{Markup, html};
use samskab_domain::kernel::Coded;
use samskab_domain::meeting::{Draft, Purpose};
use samskab_locale::Named;

pub(super) fn draft(sent: &Pairs) -> Draft {
    Draft {
        purpose: sent.text("purpose"),
        title: sent.text("title"),
        day: sent.text("day"),
        from: sent.text("from"),
        until: sent.text("until"),
        place: sent.text("place"),
        about: sent.text("about"),
        repeats: sent.text("repeats"),
        times: sent.text("times"),
        seminar: sent.ticked("seminar"),
        version: sent.text("version"),
        harmless: sent.ticked("harmless"),
    }
}

/// What it is for, what it is called, when and where.
pub(super) fn fields(v: &Visitor, form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = v.t;
    let purposes: Vec<_> = Purpose::ALL
        .iter()
        .map(|p| (p.code().to_owned(), p.name(t)))
        .collect();
    let about = [
        t.purpose_practice_about(),
        t.purpose_knowledge_about(),
        t.purpose_decide_about(),
        t.purpose_relations_about(),
    ];
    html! {
        (form.radios(Choose {
            name: "purpose",
            label: &t.meeting_purpose(),
            options: &purposes,
            about: &about,
            chosen: std::slice::from_ref(&draft.purpose),
            ..Choose::default()
        }))
        (form.line(Line { name: "title", label: &t.meeting_title(), hint: Some(&t.meeting_title_hint()), value: &draft.title, ..Line::default() }))
        (form.line(Line { name: "day", label: &t.meeting_day(), value: &draft.day, kind: "date", ..Line::default() }))
        div.cards {
            (form.line(Line { name: "from", label: &t.meeting_from(), value: &draft.from, kind: "time", optional: true, ..Line::default() }))
            (form.line(Line { name: "until", label: &t.meeting_until(), value: &draft.until, kind: "time", optional: true, ..Line::default() }))
        }
        p.hint { (t.meeting_all_day_hint()) }
        (form.line(Line { name: "place", label: &t.meeting_place(), hint: Some(&t.meeting_place_hint()), value: &draft.place, ..Line::default() }))
        (form.area(Area {
            name: "about",
            label: &t.meeting_about(),
            hint: Some(&t.meeting_about_hint()),
            value: &draft.about,
            rows: 3,
            max: 600,
            optional: true,
            ..Area::default()
        }))
        @if draft.seminar { input type="hidden" name="seminar" value="yes"; }
        (marked(form, draft.harmless))
    }
}
