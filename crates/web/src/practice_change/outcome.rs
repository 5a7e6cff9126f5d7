//! *How did it go?*, and the way on from a change to an offer.
use super::way::way;
use crate::felt::lines;
use crate::initiative::marked;
use crate::initiative::steps::what_changes;
use crate::kit::form::{Area, Choose, options};
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::practice_change::{self, Reading};
use samskab_app::{Refusal, offer};
use samskab_domain::access::Act;
use samskab_domain::kernel::{Coded, Id, Remark, Why};
use samskab_domain::practice_change::{Outcome, OutcomeDraft, Wanted, Willingness, WishDraft};
use samskab_locale::Named;

/// `GET /{m}/changes/{id}/outcome`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    let reading = practice_change::read(v.desk(), v.actor()?, id).await?;
    let draft = said(&reading);
    let body = page(&v, &reading, &draft, &[], &[]).await?;
    Ok(Page::new(&v, v.t.change_outcome_title(), body).into_response())
}

/// What was said last.
fn said(reading: &Reading) -> OutcomeDraft {
    OutcomeDraft {
        outcome: reading
            .change
            .outcome()
            .map(Coded::code)
            .unwrap_or_default()
            .to_owned(),
        note: reading.change.outcome_note.clone().unwrap_or_default(),
        version: reading.change.outcome_version.to_string(),
        harmless: false,
    }
}

/// `POST /{m}/changes/{id}/wish`
pub async fn wish(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let actor = v.actor()?;
    let draft = WishDraft {
        wanted: sent.text("wanted"),
    };
    match practice_change::say_wish(v.desk(), actor, id, &draft).await {
        Ok(()) => {
            let place = v.at(&format!("/changes/{id}/outcome"));
            Ok(to(&place, Some(Flash::Saved)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let reading = practice_change::read(v.desk(), actor, id).await?;
            let draft = said(&reading);
            let body = page(&v, &reading, &draft, &[], &remarks).await?;
            Ok(Page::new(&v, v.t.change_outcome_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/changes/{id}/outcome`
pub async fn follow_up(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let actor = v.actor()?;
    let mut draft = OutcomeDraft {
        outcome: sent.text("outcome"),
        note: sent.text("note"),
        version: sent.text("version"),
        harmless: sent.ticked("harmless"),
    };
    match practice_change::follow_up(v.desk(), actor, id, &draft).await {
        Ok(()) => {
            let place = v.at(&format!("/changes/{id}/outcome"));
            Ok(to(&place, Some(Flash::FollowedUp)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let reading = practice_change::read(v.desk(), actor, id).await?;
            // Told that someone said it meanwhile, she may look, and then say what she wrote all the same.
            if remarks.iter().any(|r| r.why == Why::ChangedMeanwhile) {
                draft.version = reading.change.outcome_version.to_string();
            }
            let body = page(&v, &reading, &draft, &remarks, &[]).await?;
            Ok(Page::new(&v, v.t.change_outcome_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn page(
    v: &Visitor,
    reading: &Reading,
    draft: &OutcomeDraft,
    remarks: &[Remark],
    wished: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let change = &reading.change;
    let keeps = v.may(Act::KeepOffers) && change.outcome() != Some(Outcome::NotDone);
    let offers = match keeps {
        true => offer::of_organisation(v.desk(), v.actor()?).await?,
        false => vec![],
    };
    let place = v.at(&format!("/initiatives/{}", change.initiative_id));
    let asked = change.outcome().is_none() || !remarks.is_empty();
    Ok(html! {
        div.narrow {
            (back(&place, &change.initiative))
            h1 { (t.change_outcome_title()) }
            div.card { (what_changes(v, change)) }
            p.small.muted { (t.change_whose(&change.organisation, change.sector().name(t))) }
            (wish_form(v, reading, wished))
            @if reading.may_write {
                @if asked { (form(v, change.id, draft, remarks)) }
                @else { details { summary { (t.change_outcome_again()) } (form(v, change.id, draft, remarks)) } }
            }
            (felt(v, reading))
            (way(v, reading))
            @if !reading.offers.is_empty() {
                h2 { (t.change_offers()) }
                ul { @for o in &reading.offers {
                    li { a href=(v.at(&format!("/offers/{}", o.id))) { (o.name) } @if let Some(effect) = o.effect() { "\u{a0}· " (effect.name(t)) } }
                } }
            }
            @if keeps && change.outcome().is_some() { (because(v, change.id, &offers)) }
        }
    })
}

fn form(v: &Visitor, id: Id, draft: &OutcomeDraft, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let fields = html! {
        input type="hidden" name="version" value=(draft.version);
        (form.radios(Choose {
            name: "outcome",
            label: &t.change_outcome(),
            options: &options::<Outcome>(t),
            chosen: std::slice::from_ref(&draft.outcome),
            ..Choose::default()
        }))
        (form.area(Area {
            name: "note",
            label: &t.change_note(),
            hint: Some(&t.change_note_hint()),
            value: &draft.note,
            rows: 3,
            max: 600,
            ..Area::default()
        }))
        (marked(&form, draft.harmless))
    };
    let action = v.at(&format!("/changes/{id}/outcome"));
    form.finish(&action, fields, &t.change_outcome_send())
}

/// *Did you want it yourselves?*, for those whose practice it is; what they say, for all.
fn wish_form(v: &Visitor, reading: &Reading, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let own = reading
        .own_wish
        .map(Coded::code)
        .unwrap_or_default()
        .to_owned();
    let form = FormView::new(v, remarks);
    let field = form.radios(Choose {
        name: "wanted",
        label: &t.change_wanted(),
        hint: Some(&t.change_wanted_hint()),
        options: &options::<Wanted>(t),
        chosen: &[own],
        ..Choose::default()
    });
    let action = v.at(&format!("/changes/{}/wish", reading.change.id));
    html! {
        @if reading.willingness != Willingness::Unheard {
            p { b { (t.change_wanted()) } " " (reading.willingness.name(t)) }
        }
        @if reading.asked_wish {
            details open[reading.own_wish.is_none() || !remarks.is_empty()] {
                summary { (t.change_wanted_say()) }
                (form.finish(&action, field, &t.change_wanted_send()))
            }
        }
    }
}

/// The two keys of the need it came from: those who told, and those it is for.
fn felt(v: &Visitor, reading: &Reading) -> Markup {
    html! {
        @if !reading.felt.is_empty() {
            h2 { (v.t.change_felt()) }
            @if let Some(need) = &reading.origin.need { h3 { (need.title) } }
            @for felt in &reading.felt { (lines(v, felt.answer, &reading.felt)) }
        }
    }
}

/// A new offer because of the change, or one there is that became better.
fn because(v: &Visitor, change: Id, offers: &[(Id, String)]) -> Markup {
    let t = v.t;
    html! {
        section {
            h2 { (t.change_because_title()) }
            p { (t.change_because_text()) }
            p { a.button.quiet href=(v.at(&format!("/offers/new?change={change}"))) { (t.change_because_new()) } }
            @if !offers.is_empty() {
                details {
                    summary { (t.change_because_old()) }
                    ul { @for (id, name) in offers {
                        li { a href=(v.at(&format!("/offers/{id}/edit?change={change}"))) { (name) } }
                    } }
                }
            }
        }
    }
}
