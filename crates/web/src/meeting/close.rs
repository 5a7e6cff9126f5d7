//! Closing: a practice meeting asks what is done differently, before the agenda is cleared.
use super::change::led;
use super::people::place;
use crate::kit::form::{Choose, Line};
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::initiative::{self, Wish};
use samskab_app::meeting::{self, ClosingDraft, Reading};
use samskab_domain::initiative::State as Stands;
use samskab_domain::kernel::{Id, Remark};
use samskab_domain::meeting::Coming;
use samskab_domain::meeting::closing::PLACES;

/// `GET /{m}/meetings/{id}/close`
pub async fn form(v: Visitor, Target(id): Target) -> Answer {
    led(&v, id).await?;
    let reading = meeting::read(v.desk(), v.actor()?, id).await?;
    let draft = ClosingDraft {
        there: expected(&reading),
        ..ClosingDraft::default()
    };
    let body = page(&v, &reading, &draft, &[]).await?;
    Ok(Page::new(&v, v.t.meeting_close(), body).into_response())
}

/// As many as said that they would come.
fn expected(reading: &Reading) -> [String; 4] {
    PLACES.map(|(_, sector, practitioner)| {
        let of = reading.invited.iter().filter(|i| {
            i.coming() == Some(Coming::Yes)
                && i.sector() == sector
                && i.practitioner() == practitioner
        });
        match of.count() {
            0 => String::new(),
            count => count.to_string(),
        }
    })
}

/// `POST /{m}/meetings/{id}/close`
pub async fn close(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = ClosingDraft {
        none: sent.ticked("none"),
        there: PLACES.map(|(field, ..)| sent.text(field)),
        next: sent.all("next"),
    };
    match meeting::close(v.desk(), v.actor()?, id, &draft).await {
        Ok(()) => Ok(to(
            &v.at(&format!("/meetings/{id}")),
            Some(Flash::MeetingClosed),
        )),
        Err(Refusal::Remarks(remarks)) => {
            let reading = meeting::read(v.desk(), v.actor()?, id).await?;
            let body = page(&v, &reading, &draft, &remarks).await?;
            let page = Page::new(&v, v.t.meeting_close(), body);
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn page(
    v: &Visitor,
    reading: &Reading,
    draft: &ClosingDraft,
    remarks: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let meeting = &reading.meeting;
    let purpose = meeting.purpose();
    let at = v.at(&format!("/meetings/{}", meeting.id));
    let form = FormView::new(v, remarks);
    let open: Vec<(String, String)> = reading
        .agenda
        .iter()
        .map(|i| (i.id.to_string(), i.body.clone()))
        .collect();
    let fields = html! {
        @if purpose.asks_for_change() && reading.changes.is_empty() {
            @if let Some(why) = form.why("none") { p.field-error id="none-error" { (why) } }
            (form.tick("none", &t.meeting_none(), draft.none))
        }
        @if purpose.keeps_minutes() { (there(v, &form, draft)) }
        @if !open.is_empty() {
            (form.checks(Choose {
                name: "next",
                label: &t.meeting_bring_along(),
                hint: Some(&t.meeting_bring_along_hint()),
                options: &open,
                chosen: &draft.next,
                optional: true,
                ..Choose::default()
            }))
        }
    };
    let finished = form.finish(&format!("{at}/close"), fields, &t.meeting_close());
    let initiatives = match purpose.asks_for_change() {
        true => initiatives(v, reading).await?,
        false => vec![],
    };
    Ok(html! {
        div.narrow {
            (back(&at, &meeting.title))
            h1 { (t.meeting_close()) }
            @if purpose.asks_for_change() { (changes(v, reading, &initiatives)) }
            @else if purpose.keeps_minutes() { p.lead { (t.meeting_close_lead()) } }
            @else { p.lead { (t.meeting_close_relations()) } }
            (finished)
        }
    })
}

/// What is done differently, and where more of it is written.
fn changes(v: &Visitor, reading: &Reading, initiatives: &[(Id, String)]) -> Markup {
    let t = v.t;
    let meeting = reading.meeting.id;
    let write = |id: Id| v.at(&format!("/initiatives/{id}/changes?meeting={meeting}"));
    html! {
        h2 { (t.meeting_what_changes()) }
        p { (t.meeting_what_changes_text()) }
        @if !reading.changes.is_empty() {
            ul { @for change in &reading.changes {
                li { b { (change.what) } " " span.muted { (change.who) ", " (change.organisation) } }
            } }
        }
        @match initiatives {
            [] => p { (t.meeting_no_initiative()) },
            [(id, _)] => p { a.button href=(write(*id)) { (t.initiative_write_change()) } },
            several => {
                p { (t.meeting_which_initiative()) }
                ul { @for (id, title) in several { li { a href=(write(*id)) { (title) } } } }
            },
        }
    }
}

/// The initiatives a change can be written in by whoever closes it: the meeting's own, or those of its area.
async fn initiatives(v: &Visitor, reading: &Reading) -> Result<Vec<(Id, String)>, Fail> {
    let meeting = &reading.meeting;
    if let (Some(id), Some(title)) = (meeting.initiative_id, &meeting.initiative) {
        return Ok(vec![(id, title.clone())]);
    }
    let wish = Wish {
        area: Some(meeting.area_id),
        ..Wish::default()
    };
    let actor = v.actor()?;
    let page = initiative::list(v.desk(), actor, &wish).await?;
    let open = page.items.into_iter().filter(|item| {
        let parties: Vec<Id> = item.parties.iter().map(|p| p.organisation_id).collect();
        let writes = actor.may_write_in_initiative(meeting.area_id, &parties);
        writes.is_ok() && item.initiative.state() != Stands::Ended
    });
    Ok(open
        .map(|item| (item.initiative.id, item.initiative.title))
        .collect())
}

fn there(v: &Visitor, form: &FormView<'_>, draft: &ClosingDraft) -> Markup {
    let t = v.t;
    let lines = PLACES.iter().zip(&draft.there);
    html! {
        h2 { (t.meeting_there()) }
        p.hint { (t.meeting_there_hint()) }
        div.cards {
            @for ((field, ..), value) in lines {
                (form.line(Line { name: field, label: &place(v, field), value, kind: "number", optional: true, ..Line::default() }))
            }
        }
    }
}
