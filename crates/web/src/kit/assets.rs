//! Styles, script and fonts, carried inside the program.
use super::fail::Fail;
use axum::extract::RawPathParams;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use samskab_domain::kernel::Language;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

#[derive(RustEmbed)]
#[folder = "../../assets/dist"]
struct Files;

/// Changes when any file does, so that browsers may keep them for ever.
static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for name in Files::iter() {
        hash.update(name.as_bytes());
        if let Some(file) = Files::get(&name) {
            hash.update(file.metadata.sha256_hash());
        }
    }
    let digest = hex::encode(hash.finalize());
    digest.chars().take(12).collect()
});

/// The address of a file.
pub fn address(file: &str) -> String {
    format!("/assets/{}/{file}", *VERSION)
}

/// Changes when any file does.
pub fn version() -> &'static str {
    &VERSION
}

/// A file that is text.
pub fn text(file: &str) -> Option<String> {
    String::from_utf8(Files::get(file)?.data.into_owned()).ok()
}

/// `GET /assets/{version}/{file}`
pub async fn file(params: RawPathParams) -> Response {
    let name = params.iter().find(|(key, _)| *key == "file");
    name.map_or_else(missing, |(_, name)| serve(name))
}

/// `GET /favicon.ico`
pub async fn favicon() -> Response {
    serve("favicon.svg")
}

fn serve(name: &str) -> Response {
    let Some(file) = Files::get(name) else {
        return missing();
    };
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let kept = "public, max-age=31536000, immutable";
    let headers = [
        (header::CONTENT_TYPE, kind.as_ref().to_owned()),
        (header::CACHE_CONTROL, kept.to_owned()),
    ];
    (headers, file.data.into_owned()).into_response()
}

fn missing() -> Response {
    Fail::Missing.alone(Language::Danish)
}
