//! A file is looked at.
use super::list::page;
use super::upload::Upload;
use crate::kit::{Answer, Visitor, to};
use axum::response::IntoResponse;
use samskab_app::Refusal;
use samskab_app::import::hsds::{self, Incoming, Options, Unreadable};
use samskab_domain::kernel::Remark;

/// `POST /{m}/imports`
pub async fn begin(v: Visitor, upload: Upload) -> Answer {
    let options = Options {
        source: upload
            .files
            .first()
            .map(|(name, _)| known_as(name))
            .unwrap_or_default(),
        language: upload.fields.text("language"),
        area: upload.fields.text("area"),
        create_organisations: upload.fields.ticked("create_organisations"),
    };
    let incoming = match read(&upload) {
        Ok(incoming) => incoming,
        Err(why) => return again(&v, &options, &[], Some(why.sentence(&v))).await,
    };
    match hsds::begin(v.desk(), v.actor()?, &incoming, &options).await {
        Ok(id) => Ok(to(&v.at(&format!("/imports/{id}")), None)),
        Err(Refusal::Remarks(remarks)) => again(&v, &options, &remarks, None).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn again(v: &Visitor, options: &Options, remarks: &[Remark], file: Option<String>) -> Answer {
    let page = page(v, options, remarks, file.as_deref()).await?;
    Ok(page.unprocessable().into_response())
}

/// The file's name without its ending.
fn known_as(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.chars().take(100).collect()
}

/// Why there is nothing to look at.
enum Nothing {
    NoFile,
    Unreadable(Unreadable),
}

impl Nothing {
    fn sentence(self, v: &Visitor) -> String {
        match self {
            Self::NoFile => v.t.import_choose_file(),
            Self::Unreadable(Unreadable::NotHsds) => v.t.import_not_hsds(),
            Self::Unreadable(Unreadable::Table(broken)) => {
                v.t.import_broken_table(broken.file, broken.line)
            }
        }
    }
}

/// One JSON file, or tables as CSV.
fn read(upload: &Upload) -> Result<Incoming, Nothing> {
    let (name, first) = upload.files.first().ok_or(Nothing::NoFile)?;
    if !name.to_lowercase().ends_with(".csv") {
        return hsds::read_json(first).map_err(Nothing::Unreadable);
    }
    let tables: Vec<(&str, String)> = upload
        .files
        .iter()
        .map(|(name, bytes)| (name.as_str(), String::from_utf8_lossy(bytes).into_owned()))
        .collect();
    let tables = tables.iter().map(|(name, text)| (*name, text.as_str()));
    hsds::read_tables(tables).map_err(Nothing::Unreadable)
}
