//! The five lists.
use super::answer::page;
use super::asked::{Asked, Form};
use super::stream::{self, Reading};
use crate::kit::{Answer, Visitor};
use axum::http::HeaderMap;
use samskab_app::hsds::{self, Audience, Found, Shape, Vocabulary, Wish};

/// What of each is wished.
fn shape(form: &Form) -> Shape {
    match (form.minimal, form.full) {
        (true, _) => Shape::Minimal,
        (false, true) => Shape::Full,
        (false, false) => Shape::Short,
    }
}

fn reading(v: &Visitor, vocabulary: Vocabulary, wish: Wish, shape: Shape) -> Reading {
    Reading {
        site: v.site.clone(),
        m: v.municipality.id,
        vocabulary,
        wish,
        shape,
    }
}

/// `/{m}/api/hsds/services`
pub async fn services(v: Visitor, headers: HeaderMap, asked: Asked) -> Answer {
    let (wish, form) = match asked.read(&v) {
        Ok(read) => read,
        Err(problem) => return Ok(*problem),
    };
    let (desk, m) = (v.desk(), v.municipality.id);
    let vocabulary = hsds::vocabulary(desk, m).await?;
    let shape = shape(&form);
    if form.stream {
        return Ok(stream::services(reading(&v, vocabulary, wish, shape)));
    }
    let found = hsds::find(desk, m, &vocabulary, &wish, form.page).await?;
    let wished = (shape, Audience::Everyone);
    let found = Found {
        total: found.total,
        pages: found.pages,
        items: hsds::services(desk, m, &vocabulary, &found.items, wished).await?,
    };
    Ok(page(&headers, form.page, found))
}

/// `/{m}/api/hsds/service_at_locations`
pub async fn places(v: Visitor, headers: HeaderMap, asked: Asked) -> Answer {
    let (wish, form) = match asked.read(&v) {
        Ok(read) => read,
        Err(problem) => return Ok(*problem),
    };
    let (desk, m) = (v.desk(), v.municipality.id);
    let vocabulary = hsds::vocabulary(desk, m).await?;
    let shape = shape(&form);
    if form.stream {
        return Ok(stream::places(reading(&v, vocabulary, wish, shape)));
    }
    let found = hsds::places(desk, m, &vocabulary, &wish, form.page, shape).await?;
    Ok(page(&headers, form.page, found))
}

/// `/{m}/api/hsds/organizations`
pub async fn organizations(v: Visitor, headers: HeaderMap, asked: Asked) -> Answer {
    let (wish, form) = match asked.read(&v) {
        Ok(read) => read,
        Err(problem) => return Ok(*problem),
    };
    let (desk, m) = (v.desk(), v.municipality.id);
    let vocabulary = hsds::vocabulary(desk, m).await?;
    let shape = if form.full || form.full_service {
        Shape::Full
    } else {
        Shape::Short
    };
    if form.stream {
        let reading = reading(&v, vocabulary, wish, shape);
        return Ok(stream::organizations(reading, form.full_service));
    }
    let wished = (shape, form.full_service);
    let found = hsds::organisations(desk, m, &vocabulary, &wish, form.page, wished).await?;
    Ok(page(&headers, form.page, found))
}

/// `/{m}/api/hsds/taxonomies`
pub async fn taxonomies(v: Visitor, headers: HeaderMap, asked: Asked) -> Answer {
    let (wish, form) = match asked.read(&v) {
        Ok(read) => read,
        Err(problem) => return Ok(*problem),
    };
    let vocabulary = hsds::vocabulary(v.desk(), v.municipality.id).await?;
    let all = vocabulary.taxonomies(&wish.search);
    if form.stream {
        return Ok(stream::lines(&all));
    }
    Ok(page(&headers, form.page, form.page.of(&all)))
}

/// `/{m}/api/hsds/taxonomy_terms`
pub async fn taxonomy_terms(v: Visitor, headers: HeaderMap, asked: Asked) -> Answer {
    let (wish, form) = match asked.read(&v) {
        Ok(read) => read,
        Err(problem) => return Ok(*problem),
    };
    let vocabulary = hsds::vocabulary(v.desk(), v.municipality.id).await?;
    let all = vocabulary.terms(wish.taxonomy, form.top_only, form.parent, &wish.search);
    if form.stream {
        return Ok(stream::lines(&all));
    }
    Ok(page(&headers, form.page, form.page.of(&all)))
}
