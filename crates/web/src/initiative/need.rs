//! Tying an initiative to the need it answers, when it began in a problem people brought.
use crate::kit::form::Choose;
use crate::kit::page::back;
use crate::kit::parts::empty;
use crate::kit::{Answer, Fail, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::Refusal;
use samskab_app::initiative;
use samskab_domain::kernel::{Id, Remark};

/// `GET /{m}/initiatives/{id}/need`
pub async fn show(v: Visitor, Target(id): Target) -> Answer {
    Ok(page(&v, id, "", &[]).await?.into_response())
}

/// `POST /{m}/initiatives/{id}/need`
pub async fn tie(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let need = sent.text("need");
    match initiative::tie(v.desk(), v.actor()?, id, &need).await {
        Ok(()) => Ok(to(&v.at(&format!("/initiatives/{id}")), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            let page = page(&v, id, &need, &remarks).await?;
            Ok(page.unprocessable().into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

async fn page(v: &Visitor, id: Id, chosen: &str, remarks: &[Remark]) -> Result<Page, Fail> {
    let t = v.t;
    let reading = initiative::read(v.desk(), v.actor()?, id).await?;
    if !reading.may_write {
        return Err(Fail::Forbidden);
    }
    let i = &reading.initiative;
    let place = v.at(&format!("/initiatives/{id}"));
    let needs = initiative::needs_to_tie(v.desk(), v.actor()?, i.area_id).await?;
    let options: Vec<_> = needs
        .into_iter()
        .map(|need| (need.id.to_string(), need.title))
        .collect();
    let form = FormView::new(v, remarks);
    let body = html! {
        div.narrow {
            (back(&place, &i.title))
            h1 { (t.initiative_tie()) }
            p.lead { (t.initiative_tie_lead()) }
            @if options.is_empty() { (empty(&t.initiative_tie_none(), &t.initiative_tie_none_text(), None)) }
            @else {
                @let field = form.radios(Choose {
                    name: "need",
                    label: &t.initiative_tie_which(),
                    options: &options,
                    chosen: &[chosen.to_owned()],
                    ..Choose::default()
                });
                (form.finish(&format!("{place}/need"), field, &t.initiative_join_send()))
            }
        }
    };
    Ok(Page::new(v, t.initiative_tie(), body))
}
