//! What is asked for: after the question mark and, where a search is sent, in its body.
use crate::kit::fail::problem;
use crate::kit::site::Site;
use crate::kit::visitor::pairs;
use crate::kit::{Fail, Visitor};
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use http_body_util::{BodyExt, Limited};
use samskab_app::hsds::{Near, PageWish, Wish};
use samskab_domain::calendar::parse_moment;
use samskab_domain::kernel::{Id, Reader, Why};
use samskab_domain::schedule::{Time, WEEKDAYS};
use serde_json::{Value, json};

/// Names and values.
pub(super) struct Asked(Vec<(String, String)>);

/// Largest search that may be sent, in bytes.
const BODY_MAX: usize = 64 * 1024;

impl FromRequest<Site> for Asked {
    type Rejection = Fail;
    async fn from_request(request: Request, _: &Site) -> Result<Self, Fail> {
        let (parts, body) = request.into_parts();
        let mut all = pairs(&parts.uri);
        let kind = parts.headers.get(header::CONTENT_TYPE);
        let kind = kind.and_then(|k| k.to_str().ok()).unwrap_or_default();
        let json = kind.starts_with("application/json");
        let form = kind.starts_with("application/x-www-form-urlencoded");
        if json || form {
            let bytes = Limited::new(body, BODY_MAX).collect().await;
            let bytes = bytes.map_err(|_| Fail::TooLarge)?.to_bytes();
            if form {
                all.extend(form_urlencoded::parse(&bytes).into_owned());
            } else if !bytes.is_empty() {
                all.extend(fields(&bytes).ok_or(Fail::Unreadable)?);
            }
        }
        Ok(Self(all))
    }
}

/// The fields of a JSON object, as texts.
fn fields(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    let value: Value = serde_json::from_slice(bytes).ok()?;
    let text = |(name, value): (&String, &Value)| match value {
        Value::Null => None,
        Value::String(text) => Some((name.clone(), text.clone())),
        other => Some((name.clone(), other.to_string())),
    };
    Some(value.as_object()?.iter().filter_map(text).collect())
}

/// How a list is to be given.
pub(super) struct Form {
    pub page: PageWish,
    /// All of them, a line each.
    pub stream: bool,
    pub minimal: bool,
    pub full: bool,
    pub full_service: bool,
    pub top_only: bool,
    pub parent: Option<Id>,
}

/// Things on a page, unless said otherwise.
const SIZE: i64 = 50;
/// Most things on a page.
const SIZE_MAX: i64 = 1_000;
/// Most where only id and day are asked for: all of a large directory at once.
const MINIMAL_MAX: i64 = 100_000;

impl Asked {
    fn text(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// A text; an empty one asks for nothing.
    fn given(&self, name: &str) -> Option<&str> {
        self.typed(name).filter(|text| !text.is_empty())
    }

    /// What is to be a number, a day or a choice: an empty text is none of these.
    fn typed(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim())
    }

    /// What is wished, and how.
    ///
    /// # Errors
    /// A problem that names each parameter that cannot be read.
    pub(super) fn read(&self, v: &Visitor) -> Result<(Wish, Form), Box<Response>> {
        let mut read = Reader::new();
        let form = self.form(&mut read);
        let wish = self.wish(&mut read);
        read.finish(Some((wish, form))).map_err(|remarks| {
            let errors: Vec<_> = remarks
                .iter()
                .map(|r| json!({ "parameter": r.field, "detail": v.t.why(&r.why) }))
                .collect();
            let title = v.t.public.unreadable_title();
            Box::new(problem(
                StatusCode::BAD_REQUEST,
                &title,
                json!({ "errors": errors }),
            ))
        })
    }

    fn form(&self, read: &mut Reader) -> Form {
        let minimal = self.flag(read, "minimal");
        let size = self.number(read, "per_page");
        let (size, most) = match (size, minimal) {
            (None, true) => (MINIMAL_MAX, MINIMAL_MAX),
            (Some(size), true) => (size, MINIMAL_MAX),
            (size, false) => (size.unwrap_or(SIZE), SIZE_MAX),
        };
        Form {
            page: PageWish {
                number: self.number(read, "page").unwrap_or(1).max(1),
                size: size.clamp(1, most),
            },
            stream: self.text("format") == "ndjson",
            minimal,
            full: self.flag(read, "full"),
            full_service: self.flag(read, "full_service"),
            top_only: self.flag(read, "top_only"),
            parent: self.id("parent_id"),
        }
    }

    fn wish(&self, read: &mut Reader) -> Wish {
        // Read also where no postcode says from where: what is no number is said to be none.
        let within = self.number(read, "proximity").map(|metres| metres as f64);
        let near = self.given("postcode").map(|postcode| Near {
            postcode: postcode.chars().take(20).collect(),
            within,
        });
        Wish {
            search: self
                .text("search")
                .chars()
                .filter(|c| !c.is_control())
                .take(200)
                .collect(),
            taxonomy_term: self.id("taxonomy_term_id"),
            taxonomy: self.id("taxonomy_id"),
            organization: self.id("organization_id"),
            modified_after: self.modified_after(read),
            minimum_age: self.number(read, "minimum_age"),
            maximum_age: self.number(read, "maximum_age"),
            day: self.day(read),
            start_time: self.time(read, "start_time"),
            end_time: self.time(read, "end_time"),
            near,
        }
    }

    /// An id; what is no id is the id of nothing.
    fn id(&self, name: &str) -> Option<Id> {
        self.given(name)
            .map(|text| text.parse().unwrap_or_default())
    }

    fn flag(&self, read: &mut Reader, name: &'static str) -> bool {
        match self.typed(name) {
            None | Some("false" | "0") => false,
            Some("true" | "1") => true,
            Some(_) => {
                read.remark(name, Why::Unknown);
                false
            }
        }
    }

    fn number(&self, read: &mut Reader, name: &'static str) -> Option<i64> {
        let text = self.typed(name)?;
        let digits = text.strip_prefix('-').unwrap_or(text);
        let whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if !whole {
            let max = i64::from(i32::MAX);
            read.remark(name, Why::NotInRange { min: 0, max });
            return None;
        }
        // Beyond what can be counted there is nothing more.
        let most = if text.starts_with('-') {
            0
        } else {
            i64::from(i32::MAX)
        };
        Some(text.parse().unwrap_or(most).min(i64::from(i32::MAX)))
    }

    fn modified_after(&self, read: &mut Reader) -> Option<samskab_domain::kernel::Moment> {
        let moment = parse_moment(self.typed("modified_after")?);
        if moment.is_none() {
            read.remark("modified_after", Why::NotADate);
        }
        moment
    }

    fn day(&self, read: &mut Reader) -> Option<&'static str> {
        let day = self.typed("day")?.to_uppercase();
        let found = WEEKDAYS.iter().find(|w| **w == day).copied();
        if found.is_none() {
            read.remark("day", Why::Unknown);
        }
        found
    }

    fn time(&self, read: &mut Reader, name: &'static str) -> Option<Time> {
        let text = self.typed(name)?;
        let time = Time::parse(text).filter(|time| time.to_string() == text);
        if time.is_none() {
            read.remark(name, Why::NotATime);
        }
        time
    }
}
