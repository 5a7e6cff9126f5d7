//! One thing by its id.
use super::answer::json;
use super::asked::Asked;
use crate::kit::fail::problem;
use crate::kit::{Answer, Fail, Target, Visitor, moved};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use samskab_app::{Refusal, hsds, offer};
use samskab_hsds::Object;
use serde_json::{Value, json};

fn found(headers: &HeaderMap, object: Object) -> Response {
    json(headers, &Value::Object(object))
}

/// `GET /{m}/api/hsds/services/{id}`: one that was merged into another leads there; one that was
/// there and is not told of any more is gone.
pub async fn service(v: Visitor, headers: HeaderMap, Target(id): Target) -> Answer {
    let (desk, m) = (v.desk(), v.municipality.id);
    if let Some(other) = offer::merged_into(desk, m, id).await? {
        return Ok(moved(&v.at(&format!("/api/hsds/services/{other}"))));
    }
    match hsds::service(desk, m, id).await {
        Ok(service) => Ok(found(&headers, service)),
        Err(Refusal::Done) => {
            let title = v.t.public.offer_closed_title();
            Ok(problem(StatusCode::GONE, &title, json!({})))
        }
        Err(refusal) => Err(refusal.into()),
    }
}

/// `GET /{m}/api/hsds/service_at_locations/{id}`: one of an offer that was merged into another leads to
/// where that one is.
pub async fn place(v: Visitor, headers: HeaderMap, Target(id): Target) -> Answer {
    let (desk, m) = (v.desk(), v.municipality.id);
    match hsds::place(desk, m, id).await {
        Err(Refusal::Missing) => {
            let other = hsds::place_since(desk, m, id).await?.ok_or(Fail::Missing)?;
            Ok(moved(
                &v.at(&format!("/api/hsds/service_at_locations/{other}")),
            ))
        }
        place => Ok(found(&headers, place?)),
    }
}

/// `GET /{m}/api/hsds/organizations/{id}`
pub async fn organization(
    v: Visitor,
    headers: HeaderMap,
    Target(id): Target,
    asked: Asked,
) -> Answer {
    let form = match asked.read(&v) {
        Ok((_, form)) => form,
        Err(problem) => return Ok(*problem),
    };
    let (desk, m) = (v.desk(), v.municipality.id);
    let organization = hsds::organisation(desk, m, id, form.full_service).await?;
    Ok(found(&headers, organization))
}

/// `GET /{m}/api/hsds/taxonomies/{id}`
pub async fn taxonomy(v: Visitor, headers: HeaderMap, Target(id): Target) -> Answer {
    let vocabulary = hsds::vocabulary(v.desk(), v.municipality.id).await?;
    let id = id.to_string();
    let all = vocabulary.taxonomies("").into_iter();
    let mut these = all.filter(|t| t.get("id").and_then(Value::as_str) == Some(&id));
    Ok(found(&headers, these.next().ok_or(Fail::Missing)?))
}

/// `GET /{m}/api/hsds/taxonomy_terms/{id}`
pub async fn taxonomy_term(v: Visitor, headers: HeaderMap, Target(id): Target) -> Answer {
    let vocabulary = hsds::vocabulary(v.desk(), v.municipality.id).await?;
    Ok(found(&headers, vocabulary.one(id).ok_or(Fail::Missing)?))
}
