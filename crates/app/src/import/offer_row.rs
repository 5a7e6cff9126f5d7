//! A row as an offer, or the reasons why not.
use super::choices::{code, day};
use super::fault::{Reason, Refused, reasons};
use super::geojson::cut;
use super::hsds::Around;
use super::plain_text;
use super::row::Row;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Why};
use samskab_domain::offer::{Draft, Offer};
use samskab_domain::topic::TopicGroup;
use samskab_locale::{LANGUAGES, texts};
use samskab_words::personal_data::has_cpr;

/// Degrees north and east, and the country.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Spot {
    pub degrees: Option<(f64, f64)>,
    pub country: String,
}

/// The last day the source itself vouches for: when it was updated there, or was to end.
pub(super) fn known(row: &Row) -> Option<Day> {
    day(row.text("known_day"))
}

/// ISO 3166-1 leaves `ZZ` free; CLDR uses it for a country that is not known.
const UNKNOWN_COUNTRY: &str = "ZZ";

/// The key an organisation is found by.
pub(super) fn organisation_key(name: &str) -> String {
    samskab_locale::fold(name.trim())
}

/// The offer a row tells of, and where it is.
pub(super) fn consider(row: &Row, around: &Around) -> Result<(Offer, Spot), Refused> {
    let mut found = Vec::new();
    let area = around.areas.of(row, &around.area);
    let spot = spot(row);
    let draft = draft(row, around, area.as_ref().ok().copied(), spot.as_ref().ok());
    if let Err(reason) = area {
        found.push(("area", reason));
    }
    if let Err(column) = spot {
        found.push((column, Reason::NotACoordinate));
    }
    let texts = [
        ("name", &draft.name),
        ("summary", &draft.summary),
        ("description", &draft.description),
        ("for_whom", &draft.for_whom),
        ("schedule", &draft.schedule),
    ];
    for (column, text) in texts {
        if has_cpr(text) {
            found.push((column, Reason::Rule(Why::Cpr)));
        }
    }
    match (draft.consider(), spot) {
        (Ok(offer), Ok(spot)) if found.is_empty() => Ok((offer, spot)),
        (offer, _) => {
            found.extend(reasons(offer.err().unwrap_or_default()));
            Err(Refused {
                line: row.line,
                reasons: found,
            })
        }
    }
}

fn draft(row: &Row, around: &Around, area: Option<Id>, spot: Option<&Spot>) -> Draft {
    let plain = |column| plain_text(row.text(column));
    let provider = row.text("organisation");
    let bearer = around.by_name.get(&organisation_key(provider));
    let unknown = (bearer.is_none() && !provider.is_empty()).then_some(provider);
    let description = plain("description");
    let summary = match plain("summary") {
        none if none.is_empty() => cut(&description, 240),
        summary => summary,
    };
    let (address, postcode) = address(row, spot);
    Draft {
        name: plain("name"),
        summary,
        description: with_provider(description, unknown, around.language),
        for_whom: plain("for_whom"),
        area: area.unwrap_or_default().to_string(),
        topic_group: code::<TopicGroup>(row.text("topic_group"), around.group.code()),
        bearers: vec![bearer.copied().unwrap_or(around.own).to_string()],
        location_name: plain("location_name"),
        address,
        postcode,
        city: plain("city"),
        schedule: plain("schedule"),
        phone: row.text("phone").to_owned(),
        email: row.text("email").to_owned(),
        url: web(row.text("url")),
        price: plain("price"),
        languages: row
            .text("languages")
            .split([',', ';', '/', '|', ' '])
            .map(str::to_owned)
            .collect(),
        access: plain("access"),
        ..Draft::default()
    }
}

/// Who provides it, when no organisation here bears that name.
fn with_provider(description: String, provider: Option<&str>, language: Language) -> String {
    let Some(provider) = provider else {
        return description;
    };
    let line = if LANGUAGES.contains(&language) {
        texts(language).import_provider(provider)
    } else {
        provider.to_owned()
    };
    format!("{description}\n{line}").trim().to_owned()
}

/// Other countries' postcodes belong to the address.
fn address(row: &Row, spot: Option<&Spot>) -> (String, String) {
    let address = plain_text(row.text("address"));
    let postcode = row.text("postcode");
    let danish = postcode.len() == 4 && postcode.bytes().all(|b| b.is_ascii_digit());
    let here = spot.is_none_or(|s| s.country == "DK");
    if postcode.is_empty() || (danish && here) {
        return (address, postcode.to_owned());
    }
    let parts: Vec<_> = [address.as_str(), postcode]
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect();
    (parts.join(", "), String::new())
}

fn web(written: &str) -> String {
    if written.starts_with("www.") {
        format!("https://{written}")
    } else {
        written.to_owned()
    }
}

/// Where it is; the column that cannot be read, otherwise.
fn spot(row: &Row) -> Result<Spot, &'static str> {
    let latitude = degrees(row.text("latitude"), 90.0).map_err(|()| "latitude")?;
    let longitude = degrees(row.text("longitude"), 180.0).map_err(|()| "longitude")?;
    let degrees = match (latitude, longitude) {
        (Some(latitude), Some(longitude)) => Some((latitude, longitude)),
        (None, None) => None,
        (None, Some(_)) => return Err("latitude"),
        (Some(_), None) => return Err("longitude"),
    };
    let country = row.text("country").to_uppercase();
    let coded = country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
    let country = match (coded, degrees) {
        (true, _) => country,
        (false, Some(degrees)) if !in_denmark(degrees) => UNKNOWN_COUNTRY.to_owned(),
        (false, _) => "DK".to_owned(),
    };
    Ok(Spot { degrees, country })
}

fn degrees(written: &str, most: f64) -> Result<Option<f64>, ()> {
    if written.is_empty() {
        return Ok(None);
    }
    let number: f64 = written.replace(',', ".").parse().map_err(|_| ())?;
    if number.is_finite() && number.abs() <= most {
        Ok(Some(number))
    } else {
        Err(())
    }
}

/// Whether a point lies in the frame around Denmark (54.5 to 57.8 north, 8.0 to 15.2 east).
fn in_denmark((latitude, longitude): (f64, f64)) -> bool {
    (54.5..=57.8).contains(&latitude) && (8.0..=15.2).contains(&longitude)
}
