//! A file is looked at.
use super::list::{About, page};
use super::upload::Upload;
use crate::kit::{Answer, Visitor, to};
use axum::response::IntoResponse;
use samskab_app::Refusal;
use samskab_app::import::{self, Broken, File, Options, Parcel, Sent};
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
    if upload.files.is_empty() {
        return again(&v, about, &options, &[], Some(v.t.import_choose_file())).await;
    }
    let parcel = Parcel {
        files: upload.files,
        read: match about {
            About::Offers => File::offers,
            About::Stories => stories,
        },
    };
    let actor = v.actor()?;
    match import::send(v.desk(), actor, &parcel, &options).await {
        Ok(Sent::Here(id)) => Ok(to(&v.at(&format!("/imports/{id}")), None)),
        Ok(Sent::Later(id)) => {
            import::unpack_beside(v.desk(), actor, id, (parcel, options), v.language());
            Ok(to(&v.at(&format!("/imports/{id}")), None))
        }
        Ok(Sent::Broken(why)) => again(&v, about, &options, &[], Some(why.sentence(v.t))).await,
        Err(Refusal::Remarks(remarks)) => again(&v, about, &options, &remarks, None).await,
        Err(refusal) => Err(refusal.into()),
    }
}

fn stories(files: &[(String, Vec<u8>)]) -> Result<File, Broken> {
    let first = files.first().map(|(_, bytes)| bytes.as_slice());
    File::observations(first.unwrap_or_default())
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
