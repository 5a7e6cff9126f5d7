//! One task: putting it right, and asking someone whether she would like to.
use super::board::fields;
use crate::kit::form::Choose;
use crate::kit::input::Pairs;
use crate::kit::page::back;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::task::{self, Task};
use samskab_app::{Refusal, initiative};
use samskab_domain::kernel::{Id, Remark, Why};
use samskab_domain::task::{Draft, State};

pub(super) fn draft(sent: &Pairs) -> Draft {
    Draft {
        what: sent.text("what"),
        kind: sent.text("kind"),
        until: sent.text("until"),
        must: sent.ticked("must"),
        bridge: sent.ticked("bridge"),
        in_place: sent.all("in_place"),
        version: sent.text("version"),
        harmless: sent.ticked("harmless"),
    }
}

/// `GET /{m}/tasks/{id}`; those who only read find it among the others.
pub async fn edit(v: Visitor, Target(id): Target) -> Answer {
    let task = task::one(v.desk(), v.actor()?, id).await?;
    let reading = initiative::read(v.desk(), v.actor()?, task.initiative_id).await?;
    if !reading.may_write {
        let board = v.at(&format!("/initiatives/{}/tasks", task.initiative_id));
        return Ok(to(&board, None));
    }
    let body = page(&v, &task, &task.draft(), &[], &[]).await?;
    Ok(Page::new(&v, &task.what, body).into_response())
}

/// `POST /{m}/tasks/{id}`
pub async fn change(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let mut draft = draft(&sent);
    let actor = v.actor()?;
    match task::change(v.desk(), actor, id, &draft, v.language()).await {
        Ok(initiative) => {
            let place = v.at(&format!("/initiatives/{initiative}/tasks"));
            Ok(to(&place, Some(Flash::Saved)))
        }
        Err(Refusal::Remarks(remarks)) => {
            let task = task::one(v.desk(), actor, id).await?;
            // Told that someone changed it, she may look, and then save what she wrote all the same.
            if remarks.iter().any(|r| r.why == Why::ChangedMeanwhile) {
                draft.version = task.draft().version;
            }
            let body = page(&v, &task, &draft, &remarks, &[]).await?;
            Ok(Page::new(&v, &task.what, body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// The page again, when nobody was chosen to ask.
pub(super) async fn again(v: &Visitor, id: Id, remarks: &[Remark]) -> Answer {
    let task = task::one(v.desk(), v.actor()?, id).await?;
    let body = page(v, &task, &task.draft(), &[], remarks).await?;
    Ok(Page::new(v, &task.what, body)
        .unprocessable()
        .into_response())
}

async fn page(
    v: &Visitor,
    task: &Task,
    draft: &Draft,
    remarks: &[Remark],
    asking: &[Remark],
) -> Result<Markup, Fail> {
    let t = v.t;
    let people = task::people(v.desk(), v.municipality.id, task.initiative_id).await?;
    let people: Vec<_> = people
        .into_iter()
        .map(|m| (m.id.to_string(), format!("{}, {}", m.name, m.organisation)))
        .collect();
    let action = v.at(&format!("/tasks/{}", task.id));
    let ask = FormView::new(v, asking);
    let asked = ask.select(Choose {
        name: "membership",
        label: &t.task_invite_who(),
        hint: Some(&t.task_invite_hint()),
        options: &people,
        ..Choose::default()
    });
    let form = FormView::new(v, remarks);
    let me = v.session().map(|s| s.actor.membership);
    let anothers = task.state() == State::Taken && !task.gone && task.membership_id != me;
    let fields = html! {
        input type="hidden" name="version" value=(draft.version);
        @if anothers { p.note { (t.task_asks_anew(task.person.as_deref().unwrap_or_default())) } }
        (fields(&form, draft))
    };
    let may_ask = matches!(task.state(), State::Open | State::Invited);
    Ok(html! {
        div.narrow {
            (back(&v.at(&format!("/initiatives/{}/tasks", task.initiative_id)), &t.task_title()))
            h1 { (task.what) }
            @if may_ask {
                h2 { (t.task_invite()) }
                (ask.finish(&format!("{action}/invite"), asked, &t.task_invite_send()))
            }
            h2 { (t.task_change()) }
            (form.finish(&action, fields, &t.task_change_save()))
        }
    })
}
