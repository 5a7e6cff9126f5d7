//! A shared understanding: written along the way, agreed to or seen differently, never waited for.
use super::marked;
use crate::kit::form::{Area, Choose, options};
use crate::kit::page::back;
use crate::kit::parts::{empty, lang, prose_in, time};
use crate::kit::{Answer, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::initiative::{self, Reading};
use samskab_domain::initiative::understanding::{Draft, NOTE_MAX, TEXT_MAX, Voice, VoiceDraft};
use samskab_domain::kernel::{Id, Remark};
use samskab_locale::Named;

/// What was typed in one of the page's forms, and what was wrong with it.
#[derive(Default)]
struct Typed {
    text: Option<(Draft, Vec<Remark>)>,
    voice: Option<(VoiceDraft, Vec<Remark>)>,
}

/// `GET /{m}/initiatives/{id}/understanding`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    Ok(page(&v, id, Typed::default()).await?.into_response())
}

/// `POST /{m}/initiatives/{id}/understanding`
pub async fn write(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = Draft {
        text: sent.text("text"),
        harmless: sent.ticked("harmless"),
    };
    let actor = v.actor()?;
    match initiative::write_understanding(v.desk(), actor, id, &draft, v.language()).await {
        Ok(()) => Ok(saved(&v, id)),
        Err(Refusal::Remarks(remarks)) => {
            let typed = Typed {
                text: Some((draft, remarks)),
                ..Typed::default()
            };
            Ok(page(&v, id, typed).await?.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/initiatives/{id}/understanding/say`
pub async fn say(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = VoiceDraft {
        says: sent.text("says"),
        note: sent.text("note"),
        harmless: sent.ticked("harmless"),
    };
    let number = sent.text("number").parse().unwrap_or_default();
    match initiative::say_to_understanding(v.desk(), v.actor()?, (id, number), &draft).await {
        Ok(()) => Ok(saved(&v, id)),
        Err(Refusal::Remarks(remarks)) => {
            let typed = Typed {
                voice: Some((draft, remarks)),
                ..Typed::default()
            };
            Ok(page(&v, id, typed).await?.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn saved(v: &Visitor, id: Id) -> axum::response::Response {
    let place = v.at(&format!("/initiatives/{id}/understanding"));
    to(&place, Some(Flash::Saved))
}

async fn page(v: &Visitor, id: Id, typed: Typed) -> Result<Page, crate::kit::Fail> {
    let t = v.t;
    let reading = initiative::read(v.desk(), v.actor()?, id).await?;
    let writes = reading.may_write && reading.party;
    let body = html! {
        (back(&v.at(&format!("/initiatives/{id}")), &reading.initiative.title))
        div.split {
            div {
                h1 { (t.understanding_title()) }
                p.lead { (t.understanding_lead()) }
                (versions(v, &reading))
            }
            aside { @if writes { (forms(v, &reading, typed)) } }
        }
    };
    Ok(Page::new(v, t.understanding_title(), body))
}

fn versions(v: &Visitor, reading: &Reading) -> Markup {
    let t = v.t;
    let understanding = &reading.understanding;
    let Some((newest, older)) = understanding.versions.split_first() else {
        return empty(&t.understanding_none_title(), &t.understanding_none(), None);
    };
    html! {
        div.card {
            (prose_in(lang(v, newest.language()), &newest.body))
            p.small.muted { (newest.organisation) "\u{a0}· " (time(v, newest.written_at())) }
        }
        ul.rows role="list" {
            @for said in &understanding.said {
                li { p { b { (said.organisation) } ": " (said.says().unwrap_or(Voice::Yes).name(t)) @if let Some(note) = &said.note { ". " (note) } } }
            }
        }
        @if !older.is_empty() {
            details {
                summary { (t.frame_before(older.len())) }
                @for version in older {
                    div.card {
                        (prose_in(lang(v, version.language()), &version.body))
                        p.small.muted { (version.organisation) "\u{a0}· " (time(v, version.written_at())) }
                    }
                }
            }
        }
    }
}

fn forms(v: &Visitor, reading: &Reading, typed: Typed) -> Markup {
    let t = v.t;
    let place = v.at(&format!(
        "/initiatives/{}/understanding",
        reading.initiative.id
    ));
    let newest = reading.understanding.versions.first();
    let (voice, remarks) = typed.voice.unwrap_or_default();
    let say = FormView::new(v, &remarks);
    let (draft, wrong) = typed.text.unwrap_or_else(|| {
        let text = newest.map(|n| n.body.clone()).unwrap_or_default();
        let draft = Draft {
            text,
            harmless: false,
        };
        (draft, vec![])
    });
    let write = FormView::new(v, &wrong);
    let field = write.area(Area {
        name: "text",
        label: &t.understanding_text(),
        value: &draft.text,
        rows: 8,
        max: TEXT_MAX,
        ..Area::default()
    });
    html! {
        @if let Some(newest) = newest {
            section.card {
                h2 { (t.understanding_say()) }
                @let fields = html! {
                    input type="hidden" name="number" value=(newest.number);
                    (say.radios(Choose { name: "says", label: &t.understanding_yours(), options: &options::<Voice>(t), chosen: std::slice::from_ref(&voice.says), ..Choose::default() }))
                    (say.area(Area { name: "note", label: &t.understanding_note(), value: &voice.note, rows: 2, max: NOTE_MAX, optional: true, ..Area::default() }))
                    (marked(&say, voice.harmless))
                };
                (say.finish(&format!("{place}/say"), fields, &t.initiative_join_send()))
            }
        }
        section.card {
            h2 { (t.understanding_write()) }
            @let fields = html! { (field) (marked(&write, draft.harmless)) };
            (write.finish(&place, fields, &t.initiative_join_send()))
        }
    }
}
