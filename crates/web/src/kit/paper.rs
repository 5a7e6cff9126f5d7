//! What can be taken along on paper.
use super::visitor::Visitor;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use samskab_app::press::{Document, Printed};
use samskab_locale::Texts;

/// A PDF to look at in the browser, which keeps it under `name`: letters, digits and dashes.
pub fn pdf(printed: Printed, name: &str) -> Response {
    let kind = HeaderValue::from_static("application/pdf");
    let mut answer = ([(header::CONTENT_TYPE, kind)], printed.pdf).into_response();
    let disposition = format!("inline; filename=\"{name}.pdf\"");
    if let Ok(value) = HeaderValue::from_str(&disposition) {
        answer
            .headers_mut()
            .insert(header::CONTENT_DISPOSITION, value);
    }
    answer
}

/// A document of this municipality, with nothing in it yet: what it is, whose, and from which day.
pub fn blank(v: &Visitor, t: &Texts, title: &str, kind: &str) -> Document {
    Document {
        language: t.language,
        title: title.to_owned(),
        above: format!("{kind} · {}", v.municipality.name),
        foot: t.paper_foot(&v.municipality.name, t.day(v.today())),
        blocks: vec![],
    }
}
