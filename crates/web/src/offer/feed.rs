//! Offers in one's own calendar: one offer, a place, a search.
use super::narrow::wish;
use crate::kit::list::address_in_language;
use crate::kit::{Answer, Fail, Query, Target, Visitor, moved};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use samskab_app::offer::{self, Wish};
use samskab_domain::kernel::{Coded, Id};

/// `GET /{m}/offers/calendar.ics`
pub async fn several(v: Visitor, query: Query) -> Answer {
    let wish = wish(&v, &query);
    let name = v.t.public.front_offers_lead(&v.municipality.name);
    calendar(&v, &name, &wish, None).await
}

/// `GET /{m}/offers/{id}/calendar.ics`
pub async fn one(v: Visitor, Target(id): Target) -> Answer {
    if let Some(other) = offer::merged_into(v.desk(), v.municipality.id, id).await? {
        let place = format!("/offers/{other}/calendar.ics");
        return Ok(moved(&address_in_language(&v, &place)));
    }
    let reading = offer::read(v.desk(), v.municipality.id, None, id, v.language()).await?;
    let wish = Wish {
        language: v.language(),
        ..Wish::default()
    };
    calendar(&v, &reading.name.body, &wish, Some(id)).await
}

async fn calendar(
    v: &Visitor,
    name: &str,
    wish: &Wish,
    only: Option<Id>,
) -> Result<Response, Fail> {
    let language = v.language().code();
    let address = |id: Id| {
        let place = v.at(&format!("/offers/{id}?language={language}"));
        format!("{}{place}", v.site.settings.base_url)
    };
    let text = offer::feed(v.desk(), v.municipality.id, name, (wish, only), address).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
        (
            header::CONTENT_DISPOSITION,
            "inline; filename=\"samskab.ics\"",
        ),
    ];
    Ok((headers, text).into_response())
}
