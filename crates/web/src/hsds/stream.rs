//! All of a list, a line each (ndjson), written while it is read.
use crate::kit::Site;
use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use samskab_app::hsds::{self, Audience, PageWish, Shape, Vocabulary, Wish};
use samskab_app::{Outcome, Refusal};
use samskab_domain::kernel::Id;
use samskab_hsds::Object;
use serde_json::Value;
use std::sync::Arc;

const KIND: [(header::HeaderName, &str); 1] = [(header::CONTENT_TYPE, "application/x-ndjson")];

/// So many are read at once.
const AT_ONCE: i64 = 500;
/// So many organisations, each with its services.
const WITH_SERVICES: i64 = 20;

/// What is at hand already.
pub(super) fn lines(all: &[Object]) -> Response {
    (KIND, text(all)).into_response()
}

fn text(all: &[Object]) -> String {
    let lines = all
        .iter()
        .map(|object| format!("{}\n", Value::Object(object.clone())));
    lines.collect()
}

/// What is read, and for whom.
pub(super) struct Reading {
    pub site: Site,
    pub m: Id,
    pub vocabulary: Vocabulary,
    pub wish: Wish,
    pub shape: Shape,
}

/// Every service, however many there are, in the order of their ids.
pub(super) fn services(reading: Reading) -> Response {
    let reading = Arc::new(reading);
    written(move |after| {
        let r = reading.clone();
        async move {
            let (desk, many) = (&r.site.desk, (after, AT_ONCE));
            let ids = hsds::find_after(desk, r.m, &r.vocabulary, &r.wish, many).await?;
            let wished = (r.shape, Audience::Everyone);
            let all = hsds::services(desk, r.m, &r.vocabulary, &ids, wished).await?;
            Ok((all, ids.last().copied()))
        }
    })
}

/// Every service at each of its locations.
pub(super) fn places(reading: Reading) -> Response {
    let reading = Arc::new(reading);
    written(move |after| {
        let r = reading.clone();
        async move {
            let many = (after, AT_ONCE);
            hsds::places_after(&r.site.desk, r.m, &r.vocabulary, &r.wish, many, r.shape).await
        }
    })
}

/// Every organisation; with its services where asked for.
pub(super) fn organizations(reading: Reading, with_services: bool) -> Response {
    let reading = Arc::new(reading);
    written(move |before: Option<i64>| {
        let r = reading.clone();
        async move {
            let page = PageWish {
                number: before.unwrap_or(0) + 1,
                size: if with_services {
                    WITH_SERVICES
                } else {
                    AT_ONCE
                },
            };
            let wished = (r.shape, with_services);
            let (desk, wish) = (&r.site.desk, &r.wish);
            let found = hsds::organisations(desk, r.m, &r.vocabulary, wish, page, wished).await?;
            let more = (!found.items.is_empty()).then_some(page.number);
            Ok((found.items, more))
        }
    })
}

/// Part after part; each says from where the next goes on, the last that there is none.
fn written<K, F>(part: impl Fn(Option<K>) -> F + Send + 'static) -> Response
where
    K: Send + 'static,
    F: Future<Output = Outcome<(Vec<Object>, Option<K>)>> + Send,
{
    let parts = stream::try_unfold((part, None), |(part, after)| async move {
        let (all, last) = part(after).await?;
        Ok::<_, Refusal>(last.map(|last| (text(&all), (part, Some(last)))))
    });
    (KIND, Body::from_stream(parts)).into_response()
}
