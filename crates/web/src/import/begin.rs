//! A file is looked at.
use super::list::{About, page};
use super::upload::Upload;
use crate::kit::{Answer, Visitor, to};
use axum::response::IntoResponse;
use samskab_app::Refusal;
use samskab_app::import::{self, Broken, File, Options};
use samskab_domain::kernel::Remark;

/// `POST /{m}/imports`
pub async fn begin(v: Visitor, upload: Upload) -> Answer {
    let about = About::of(&upload.fields.text("about"));
    let language = upload.fields.text("language");
    let name = upload.files.first().map(|(name, _)| name.as_str());
    let options = Options {
        source: import::known_as(name.unwrap_or_default(), &language),
        language,
        area: upload.fields.text("area"),
        create_organisations: upload.fields.ticked("create_organisations"),
        looked_through: upload.fields.ticked("looked_through"),
        ..Options::default()
    };
    let file = match read(about, &upload.files) {
        Ok(Some(file)) => file,
        Ok(None) => return again(&v, about, &options, &[], Some(v.t.import_choose_file())).await,
        Err(why) => return again(&v, about, &options, &[], Some(why.sentence(v.t))).await,
    };
    match import::begin(v.desk(), v.actor()?, &file, &options).await {
        Ok(id) => Ok(to(&v.at(&format!("/imports/{id}")), None)),
        Err(Refusal::Remarks(remarks)) => again(&v, about, &options, &remarks, None).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn again(
    v: &Visitor,
    about: About,
    options: &Options,
    remarks: &[Remark],
    file: Option<String>,
) -> Answer {
    let page = page(v, about, options, remarks, file.as_deref()).await?;
    Ok(page.unprocessable().into_response())
}

fn read(about: About, files: &[(String, Vec<u8>)]) -> Result<Option<File>, Broken> {
    let Some((_, first)) = files.first() else {
        return Ok(None);
    };
    match about {
        About::Offers => File::offers(files),
        About::Stories => File::observations(first),
    }
    .map(Some)
}
