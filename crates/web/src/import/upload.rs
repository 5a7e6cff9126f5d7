//! A form that carries files.
use crate::kit::input::Pairs;
use crate::kit::{Fail, Site};
use axum::extract::{FromRequest, Multipart, Request};

/// Largest form with files, in bytes.
pub(super) const MAX: usize = 32 * 1024 * 1024;

/// Fields, and the name and content of each file.
pub(super) struct Upload {
    pub fields: Pairs,
    pub files: Vec<(String, Vec<u8>)>,
}

impl FromRequest<Site> for Upload {
    type Rejection = Fail;
    async fn from_request(request: Request, site: &Site) -> Result<Self, Fail> {
        let parts = Multipart::from_request(request, site).await;
        let mut parts = parts.map_err(|_| Fail::Unreadable)?;
        let mut upload = Self {
            fields: Pairs::default(),
            files: vec![],
        };
        while let Some(part) = parts.next_field().await.map_err(|_| Fail::TooLarge)? {
            let field = part.name().unwrap_or_default().to_owned();
            let file = part.file_name().map(str::to_owned);
            let bytes = part.bytes().await.map_err(|_| Fail::TooLarge)?;
            match file {
                Some(name) if !bytes.is_empty() => upload.files.push((name, bytes.to_vec())),
                Some(_) => {}
                None => {
                    let text = String::from_utf8_lossy(&bytes).into_owned();
                    upload.fields.0.push((field, text));
                }
            }
        }
        Ok(upload)
    }
}
