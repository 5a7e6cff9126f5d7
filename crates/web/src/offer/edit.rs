//! Writing an offer, and changing one, also because of a change in practice.
use super::form::{Around, around, form};
use crate::kit::input::Pairs;
use crate::kit::{Answer, Fail, Flash, Form, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use samskab_app::offer::Changed;
use samskab_app::practice_change::{self, Change};
use samskab_app::{Refusal, offer};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Coded, Id, Remark, Why};
use samskab_domain::offer::{Draft, Effect, State};

/// The change an offer comes of, when one is named.
async fn because(v: &Visitor, change: Option<Id>) -> Result<Option<Change>, Fail> {
    Ok(match change {
        None => None,
        Some(id) => {
            let reading = practice_change::read(v.desk(), v.actor()?, id).await?;
            Some(reading.change)
        }
    })
}

/// `GET /{m}/offers/new`
pub async fn blank(v: Visitor, Query(query): Query) -> Answer {
    let because = because(&v, query.id("change")).await?;
    let actor = v.actor()?;
    let own = (actor.role != Role::Facilitator).then(|| actor.organisation.to_string());
    let area = match (&because, actor.areas.as_slice()) {
        (Some(change), _) => change.area_id.to_string(),
        (None, [only]) => only.to_string(),
        _ => String::new(),
    };
    let effect = because.as_ref().map(|_| Effect::New.code());
    let draft = Draft {
        area,
        bearers: own.into_iter().collect(),
        languages: vec!["da".to_owned()],
        state: State::Published.code().to_owned(),
        effect: effect.unwrap_or_default().to_owned(),
        ..Draft::default()
    };
    let around = around(&v, None, because).await?;
    let body = form(&v, &draft, &around, &[]);
    Ok(Page::new(&v, v.t.offer_new(), body).into_response())
}

/// `POST /{m}/offers`
pub async fn create(v: Visitor, Form(sent): Form) -> Answer {
    let (draft, change) = (draft(&sent), sent.id("change"));
    match offer::create(v.desk(), v.actor()?, &draft, change, v.language()).await {
        Ok(id) => Ok(to(&v.at(&format!("/offers/{id}")), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            let around = around(&v, None, because(&v, change).await?).await?;
            Ok(again(&v, &draft, &around, &remarks))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `GET /{m}/offers/{id}/edit`
pub async fn edit(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let draft = offer::draft(v.desk(), v.actor()?, id).await?;
    let because = because(&v, query.id("change")).await?;
    let around = around(&v, Some(id), because).await?;
    let body = form(&v, &draft, &around, &[]);
    Ok(Page::new(&v, v.t.offer_edit(), body).into_response())
}

/// `POST /{m}/offers/{id}/edit`
pub async fn change(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let (mut draft, change) = (draft(&sent), sent.id("change"));
    match offer::change(v.desk(), v.actor()?, id, &draft, change).await {
        Ok(changed) => {
            let flash = match changed {
                Changed::AtOnce => Flash::Saved,
                Changed::Waits => Flash::Waits,
            };
            Ok(to(&v.at(&format!("/offers/{id}")), Some(flash)))
        }
        Err(Refusal::Remarks(remarks)) => {
            // Told that someone changed it, she may look, and then save what she wrote all the same.
            if remarks.iter().any(|r| r.why == Why::ChangedMeanwhile) {
                draft.version = offer::draft(v.desk(), v.actor()?, id).await?.version;
            }
            let around = around(&v, Some(id), because(&v, change).await?).await?;
            Ok(again(&v, &draft, &around, &remarks))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn again(
    v: &Visitor,
    draft: &Draft,
    around: &Around,
    remarks: &[Remark],
) -> axum::response::Response {
    let title = match around.offer {
        Some(_) => v.t.offer_edit(),
        None => v.t.offer_new(),
    };
    Page::new(v, title, form(v, draft, around, remarks))
        .unprocessable()
        .into_response()
}

fn draft(sent: &Pairs) -> Draft {
    Draft::from_fields(|name| sent.all(name))
}
