//! Someone with a browser, speaking to the router itself.
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use flate2::read::GzDecoder;
use samskab_app::press::{Document, Press, Printed, Unprintable};
use samskab_app::token::Secret;
use samskab_testkit::Town;
use samskab_web::{Settings, Site, router};
use std::io::Read;
use std::num::NonZeroU32;
use std::sync::Arc;
use tower::ServiceExt;

pub const BASE: &str = "http://127.0.0.1:8080";

pub fn site(town: &Town) -> axum::Router {
    site_of(town, false)
}

/// The site as `serve` shows it, or as the demonstration does.
pub fn site_of(town: &Town, demo: bool) -> axum::Router {
    let settings = Settings {
        base_url: BASE.into(),
        trusted_proxies: vec![],
        writes_per_minute: NonZeroU32::MAX,
        demo,
        sms: true,
    };
    router(Site::new(
        town.desk.clone().with_press(Arc::new(Bare)),
        settings,
    ))
}

/// Sets a document as its bare values, so that what would stand on paper can be read here.
pub struct Bare;

impl Press for Bare {
    fn set(&self, document: &Document) -> Result<Printed, Unprintable> {
        let pdf = serde_json::to_vec(document).map_err(|e| Unprintable(e.to_string()))?;
        Ok(Printed { pdf, pages: 1 })
    }
}

#[derive(Clone)]
pub struct Browser {
    pub router: axum::Router,
    pub slug: String,
    pub cookie: Option<Secret>,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn location(&self) -> Option<&str> {
        self.headers.get(header::LOCATION)?.to_str().ok()
    }
}

impl Browser {
    pub fn new(router: &axum::Router, town: &Town, cookie: Option<Secret>) -> Self {
        Self {
            router: router.clone(),
            slug: town.slug.clone(),
            cookie,
        }
    }

    /// A page as browsers ask for it, compressed, and how many bytes it has on its way.
    pub async fn packed(&self, path: &str) -> (Answer, usize) {
        let mut request = Request::get(path).header(header::ACCEPT_ENCODING, "gzip");
        if let Some(cookie) = &self.cookie {
            request = request.header(
                header::COOKIE,
                format!("samskab-{}={}", self.slug, cookie.reveal()),
            );
        }
        let request = request.body(Body::empty()).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let packed = to_bytes(answer.into_body(), 16 << 20).await.unwrap();
        let mut bytes = Vec::new();
        if headers.contains_key(header::CONTENT_ENCODING) {
            GzDecoder::new(&packed[..]).read_to_end(&mut bytes).unwrap();
        } else {
            bytes.extend_from_slice(&packed);
        }
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let answer = Answer {
            status,
            headers,
            body,
        };
        (answer, packed.len())
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, String::new(), Some(BASE))
            .await
    }

    /// A form with one file in it.
    pub async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        (name, content): (&str, &str),
    ) -> Answer {
        let mut body = String::new();
        for (field, value) in fields {
            body.push_str(&format!(
                "--x\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n"
            ));
        }
        body.push_str(&format!(
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n{content}\r\n--x--\r\n"
        ));
        let mut request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .header(header::ORIGIN, BASE);
        if let Some(cookie) = &self.cookie {
            let cookie = format!("samskab-{}={}", self.slug, cookie.reveal());
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.body(Body::from(body)).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = to_bytes(answer.into_body(), 16 << 20).await.unwrap();
        Answer {
            status,
            headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    /// Asks with one more header.
    pub async fn carrying(&self, path: &str, name: header::HeaderName, value: &str) -> Answer {
        let request = Request::get(path).header(name, value);
        let request = request.body(Body::empty()).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = to_bytes(answer.into_body(), 16 << 20).await.unwrap();
        Answer {
            status,
            headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }

    pub async fn post(&self, path: &str, form: &[(&str, &str)]) -> Answer {
        let mut body = form_urlencoded::Serializer::new(String::new());
        body.extend_pairs(form);
        self.send(Method::POST, path, body.finish(), Some(BASE))
            .await
    }

    /// An empty form with one more cookie.
    pub async fn post_carrying(&self, path: &str, cookie: &str) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, BASE)
            .header(header::COOKIE, cookie);
        let request = request.body(Body::empty()).unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        Answer {
            status: answer.status(),
            headers: answer.headers().clone(),
            body: String::new(),
        }
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: String,
        origin: Option<&str>,
    ) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(
                header::COOKIE,
                format!("samskab-{}={}", self.slug, cookie.reveal()),
            );
        }
        let answer = self
            .router
            .clone()
            .oneshot(request.body(Body::from(body)).unwrap())
            .await
            .unwrap();
        let (status, headers) = (answer.status(), answer.headers().clone());
        let bytes = to_bytes(answer.into_body(), 16 << 20).await.unwrap();
        Answer {
            status,
            headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}
