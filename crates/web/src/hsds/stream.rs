//! All of a list, a line each (ndjson), written while it is read.
use crate::kit::Site;
use axum::body::Body;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use samskab_app::Outcome;
use samskab_app::hsds::{self, Audience, Shape, Vocabulary, Wish};
use samskab_domain::kernel::Id;
use samskab_hsds::Object;
use serde_json::Value;

const KIND: [(header::HeaderName, &str); 1] = [(header::CONTENT_TYPE, "application/x-ndjson")];

/// So many are read at once.
const AT_ONCE: i64 = 500;

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

/// Every service, however many there are, in the order of their ids.
pub(super) fn services(
    site: Site,
    m: Id,
    vocabulary: Vocabulary,
    wish: Wish,
    shape: Shape,
) -> Response {
    let reading = Reading {
        site,
        m,
        vocabulary,
        wish,
        shape,
    };
    let parts = stream::try_unfold((reading, None), |(reading, after)| async move {
        let (text, last) = reading.part(after).await?;
        Ok::<_, samskab_app::Refusal>(last.map(|last| (text, (reading, Some(last)))))
    });
    (KIND, Body::from_stream(parts)).into_response()
}

struct Reading {
    site: Site,
    m: Id,
    vocabulary: Vocabulary,
    wish: Wish,
    shape: Shape,
}

impl Reading {
    /// The next lines, and the last of them; none at the end.
    async fn part(&self, after: Option<Id>) -> Outcome<(String, Option<Id>)> {
        let desk = &self.site.desk;
        let ids =
            hsds::find_after(desk, self.m, &self.vocabulary, &self.wish, (after, AT_ONCE)).await?;
        let wished = (self.shape, Audience::Everyone);
        let all = hsds::services(desk, self.m, &self.vocabulary, &ids, wished).await?;
        Ok((text(&all), ids.last().copied()))
    }
}
