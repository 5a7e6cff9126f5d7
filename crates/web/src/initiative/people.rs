//! Who is in it: inviting, asking to be in it, taking over, leaving.
use super::around::names;
use super::organisations;
use crate::kit::form::Choose;
use crate::kit::page::back;
use crate::kit::parts::{Tone, quiet, quoted, tag, time};
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::initiative::{self, Invitation, Party, Reading};
use samskab_app::task::{self, Member};
use samskab_app::{Outcome, Refusal};
use samskab_domain::access::Act;
use samskab_domain::kernel::{Id, Remark};
use samskab_locale::Named;

/// `GET /{m}/initiatives/{id}/people`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    Ok(page(&v, id, &[]).await?.into_response())
}

/// `POST /{m}/initiatives/{id}/invite`
pub async fn invite(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let organisation = sent.text("organisation");
    finish(
        &v,
        id,
        initiative::invite(v.desk(), v.actor()?, id, &organisation).await,
    )
    .await
}

/// `POST /{m}/initiatives/{id}/ask`
pub async fn ask(v: Visitor, Target(id): Target) -> Answer {
    finish(
        &v,
        id,
        initiative::ask_to_join(v.desk(), v.actor()?, id).await,
    )
    .await
}

async fn finish(v: &Visitor, id: Id, done: Outcome<()>) -> Answer {
    match done {
        Ok(()) => Ok(to(
            &v.at(&format!("/initiatives/{id}/people")),
            Some(Flash::Saved),
        )),
        Err(Refusal::Remarks(remarks)) => {
            Ok(page(v, id, &remarks).await?.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/initiatives/{id}/leave`
pub async fn leave(v: Visitor, Target(id): Target) -> Answer {
    initiative::leave(v.desk(), v.actor()?, id).await?;
    Ok(to(&v.at(&format!("/initiatives/{id}")), Some(Flash::Saved)))
}

/// `POST /{m}/invitations/{id}/accept`
pub async fn accept(v: Visitor, Target(id): Target) -> Answer {
    answer(&v, id, true).await
}

/// `POST /{m}/invitations/{id}/decline`
pub async fn decline(v: Visitor, Target(id): Target) -> Answer {
    answer(&v, id, false).await
}

async fn answer(v: &Visitor, id: Id, yes: bool) -> Answer {
    let actor = v.actor()?;
    let initiative = initiative::answer_invitation(v.desk(), actor, id, yes, v.language()).await?;
    let flash = if yes {
        Flash::Started
    } else {
        Flash::TaskDeclined
    };
    Ok(to(
        &v.at(&format!("/initiatives/{initiative}")),
        Some(flash),
    ))
}

/// `POST /{m}/parties/{id}/succeed`
pub async fn succeed(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let next = sent.text("membership");
    let initiative = initiative::succeed(v.desk(), v.actor()?, id, &next, v.language()).await?;
    let place = v.at(&format!("/initiatives/{initiative}/people"));
    Ok(to(&place, Some(Flash::Saved)))
}

/// An organisation is invited, or another asks to be in it: yes please, or no thanks.
pub(crate) fn asked_in(v: &Visitor, asked: &Invitation) -> Markup {
    let t = v.t;
    let at = |step: &str| v.at(&format!("/invitations/{}/{step}", asked.id));
    let what = match asked.asking {
        true => t.my_day_asks_in(&asked.organisation),
        false => t.my_day_invited_in(),
    };
    html! {
        li {
            p { b { (what) } " " a href=(v.at(&format!("/initiatives/{}", asked.initiative_id))) { (asked.initiative) } }
            div.actions {
                (quiet(&at("accept"), &t.task_accept_invited(), &asked.initiative))
                (quiet(&at("decline"), &t.task_decline(), &asked.initiative))
            }
        }
    }
}

/// What of it waits for the reader's own answer.
pub(super) fn to_answer(v: &Visitor, reading: &Reading) -> Markup {
    let own = v.session().map(|s| s.actor.organisation);
    let hers = |asked: &&Invitation| match asked.asking {
        true => reading.may_write && Some(asked.organisation_id) != own,
        false => Some(asked.organisation_id) == own,
    };
    let speaks = v.may(Act::OpenInitiative) && reading.initiative.ended_at().is_none();
    let mut waits = reading
        .invitations
        .iter()
        .filter(hers)
        .filter(|_| speaks)
        .peekable();
    html! {
        @if waits.peek().is_some() {
            ul.rows role="list" { @for asked in waits { (asked_in(v, asked)) } }
        }
    }
}

/// Those who are invited, or ask, and wait for an answer.
pub(super) fn not_yet(v: &Visitor, asked: &Invitation) -> Markup {
    let t = v.t;
    let stands = match asked.asking {
        true => t.initiative_asks(),
        false => t.initiative_is_invited(),
    };
    html! { b { (asked.organisation) } " " (tag(Tone::Plain, stands)) " " (time(v, asked.created_at())) }
}

async fn page(v: &Visitor, id: Id, remarks: &[Remark]) -> Result<Page, Fail> {
    let t = v.t;
    let reading = initiative::read(v.desk(), v.actor()?, id).await?;
    let people = task::people(v.desk(), v.municipality.id, id).await?;
    let body = html! {
        (back(&v.at(&format!("/initiatives/{id}")), &reading.initiative.title))
        div.split {
            div {
                h1 { (t.initiative_who()) }
                ul.rows role="list" { @for party in &reading.parties { (line(v, reading.initiative.area_id, party, &people)) } }
                @for asked in &reading.invitations { p { (not_yet(v, asked)) } }
                (to_answer(v, &reading))
            }
            aside { (actions(v, &reading, remarks).await?) }
        }
    };
    Ok(Page::new(v, t.initiative_who(), body))
}

fn line(v: &Visitor, area: Id, party: &Party, people: &[Member]) -> Markup {
    let t = v.t;
    let reasons = party.reasons();
    let gives_on = v.session().is_some_and(|s| {
        let may = s.actor.may_give_on_place(area, party.organisation_id);
        may.is_ok()
    });
    let next = people
        .iter()
        .filter(|m| m.organisation_id == party.organisation_id);
    let next: Vec<&Member> = next.collect();
    html! {
        li {
            div {
                p {
                    b { (party.organisation) } " " (tag(Tone::Plain, party.sector().name(t)))
                    @if let Some(person) = &party.person { br; (person) @if party.practitioner { ", " (t.initiative_practitioner()) } }
                    @if let Some(aim) = &party.aim { br; span.muted { (quoted(aim)) } }
                    @if !reasons.is_empty() { br; span.small { (names(v, &reasons)) } }
                }
                @if party.gone {
                    div.note {
                        p { (t.task_gone(party.person.as_deref().unwrap_or_default())) }
                        @if gives_on && !next.is_empty() {
                            form method="post" action=(v.at(&format!("/parties/{}/succeed", party.id))) {
                                label for={ "next-" (party.id) } { (t.initiative_next()) }
                                select id={ "next-" (party.id) } name="membership" {
                                    @for member in &next { option value=(member.id) { (member.name) } }
                                }
                                button.button.quiet { (t.initiative_next_send()) }
                            }
                        }
                    }
                }
            }
        }
    }
}

async fn actions(v: &Visitor, reading: &Reading, remarks: &[Remark]) -> Result<Markup, Fail> {
    let t = v.t;
    let i = &reading.initiative;
    let at = |step: &str| v.at(&format!("/initiatives/{}/{step}", i.id));
    let mut others = organisations(v, None).await?;
    let inside: Vec<String> = reading
        .parties
        .iter()
        .map(|p| p.organisation_id.to_string())
        .collect();
    others.retain(|(id, _)| !inside.contains(id));
    let form = FormView::new(v, remarks);
    let field = form.select(Choose {
        name: "organisation",
        label: &t.initiative_invite_who(),
        hint: Some(&t.initiative_invite_hint()),
        options: &others,
        ..Choose::default()
    });
    let goes_on = i.ended_at().is_none();
    let speaks = v.may(Act::OpenInitiative) && goes_on;
    let own = v.actor()?.organisation;
    let waits = reading
        .invitations
        .iter()
        .any(|asked| asked.organisation_id == own);
    Ok(html! {
        @if reading.may_write {
            section.card { h2 { (t.initiative_invite()) } (form.finish(&at("invite"), field, &t.task_invite_send())) }
        }
        @if speaks && !reading.party && !waits {
            section.card { h2 { (t.initiative_ask()) } p.small { (t.initiative_ask_text()) } (quiet(&at("ask"), &t.initiative_ask(), &i.title)) }
        }
        @if speaks && reading.party {
            details { summary { (t.initiative_leave()) } p.small { (t.initiative_leave_text()) } (quiet(&at("leave"), &t.initiative_leave_send(), &i.title)) }
        }
    })
}
