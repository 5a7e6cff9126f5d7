//! The municipality itself: its areas and organisations.
use crate::data::Data;
use crate::person;
use crate::problem::{Halt, Problem};
use crate::story::{Story, moment};
use crate::timeline::{OPENING, labelled};
use samskab_app::{Desk, area, municipality, organisation, topic};
use samskab_domain::access::{Actor, Role, Sector};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::municipality::SignpostsDraft;
use samskab_domain::{area as area_rules, organisation as organisation_rules};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    key: String,
    name_da: String,
    names: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organisation {
    key: String,
    name: String,
    pub sector: String,
    form: String,
    areas: Vec<String>,
    #[serde(default)]
    cvr: String,
    phone: Option<String>,
    email: String,
    about: String,
}

/// Makes the municipality on the day its administrator begins, with areas, topics and the
/// organisations of both sectors.
pub async fn found(desk: &Desk, slug: &'static str, data: &Data) -> Result<Story, Problem> {
    let (admin, membership) = person::administrator(&data.people)?;
    let mut story = Story::new(desk, desk.now(), Id::nil(), operator(Id::nil()));
    story.stand_at(moment(story.day(membership.since_days), OPENING));
    let new = municipality::NewMunicipality {
        slug,
        name: "Fjordby Kommune",
        fictive: true,
    };
    story.municipality = municipality::create(&story.desk, new).await?;
    story.keeper = operator(story.municipality);
    for topic in topic::list(&story.desk, story.municipality, Language::Danish).await? {
        if let Some(code) = &topic.code {
            story.topics.insert(code, topic.id);
        }
    }
    for area in &data.areas {
        let made = make_area(&mut story, area).await;
        labelled("area", &area.key, made)?;
    }
    let (first, others): (Vec<_>, Vec<_>) = data
        .organisations
        .iter()
        .partition(|o| o.key == membership.organisation);
    for organisation in first {
        let made = make_organisation(&mut story, organisation).await;
        labelled("organisation", &organisation.key, made)?;
    }
    let joined = person::join(&mut story, data, admin, membership).await;
    labelled("person", &admin.key, joined)?;
    let administrator = story.member(&admin.key, None);
    story.keeper = labelled("person", &admin.key, administrator)?;
    municipality::put_up(&story.desk, &story.keeper, &signposts()).await?;
    for organisation in others {
        let made = make_organisation(&mut story, organisation).await;
        labelled("organisation", &organisation.key, made)?;
    }
    Ok(story)
}

/// The operator at the shell acts with an administrator's leave, under no membership.
fn operator(municipality: Id) -> Actor {
    Actor {
        municipality,
        person: Id::nil(),
        membership: Id::nil(),
        organisation: Id::nil(),
        sector: Sector::Public,
        role: Role::Administrator,
        areas: vec![],
    }
}

/// Numbers that nobody has, and pages that are not there.
fn signposts() -> SignpostsDraft {
    SignpostsDraft {
        danger_phone: "99 00 01 12".into(),
        concern_phone: "99 00 01 13".into(),
        concern_url: "https://fjordby.example/underretning".into(),
        complaint_url: "https://fjordby.example/klage".into(),
        ..SignpostsDraft::default()
    }
}

async fn make_area(story: &mut Story, told: &Area) -> Result<(), Halt> {
    let names = told.names.iter();
    let names = names.filter_map(|(code, name)| Some((Language::from_code(code)?, name.clone())));
    let draft = area_rules::Draft {
        name: told.name_da.clone(),
        names: names.collect(),
        answer_days: String::new(),
    };
    let id = area::create(&story.desk, &story.keeper, &draft).await?;
    story.areas.insert(&told.key, id);
    Ok(())
}

async fn make_organisation(story: &mut Story, told: &Organisation) -> Result<(), Halt> {
    let draft = organisation_rules::Draft {
        name: told.name.clone(),
        sector: told.sector.clone(),
        form: told.form.clone(),
        cvr: told.cvr.clone(),
        email: told.email.clone(),
        phone: told.phone.clone().unwrap_or_default(),
        about: told.about.clone(),
        areas: story.areas.all_typed(&told.areas)?,
    };
    let id = organisation::create(&story.desk, &story.keeper, &draft).await?;
    story.organisations.insert(&told.key, id);
    Ok(())
}

impl Organisation {
    pub fn is(&self, key: &str) -> bool {
        self.key == key
    }

    /// Whether `text` is its key or its name.
    pub fn called(&self, text: &str) -> Option<&str> {
        (self.key == text || self.name == text).then_some(self.key.as_str())
    }
}
