//! The files, read into what each stage calls its own.
use crate::problem::Problem;
use crate::{frame, initiative, interest, meeting, municipality, need, observation, offer, person};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Everything that is told.
pub struct Data {
    pub areas: Vec<municipality::Area>,
    pub organisations: Vec<municipality::Organisation>,
    pub people: Vec<person::Person>,
    pub frames: Vec<frame::Item>,
    pub interests: Vec<interest::Interest>,
    pub handovers: Vec<frame::Handover>,
    pub observations: Vec<observation::Observation>,
    pub needs: Vec<need::Need>,
    pub initiatives: Vec<initiative::Initiative>,
    pub meetings: Vec<meeting::Meeting>,
    pub offers: Vec<offer::Offer>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Organisations {
    area: Vec<municipality::Area>,
    organisation: Vec<municipality::Organisation>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Frames {
    item: Vec<frame::Item>,
    handover: Vec<frame::Handover>,
}

/// Names the list a file holds under the word its entries carry.
macro_rules! file_of {
    ($($file:ident { $word:ident: $entry:ty })+) => {$(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $file { $word: Vec<$entry> }
    )+};
}
file_of! {
    People { person: person::Person }
    Interests { interest: interest::Interest }
    Observations { observation: observation::Observation }
    Needs { need: need::Need }
    Initiatives { initiative: initiative::Initiative }
    Meetings { meeting: meeting::Meeting }
    Offers { offer: offer::Offer }
}

macro_rules! read {
    ($file:literal) => {
        read($file, include_str!(concat!("../data/", $file)))
    };
}

fn read<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| Problem::File {
        file,
        error: Box::new(error),
    })
}

impl Data {
    pub fn read() -> Result<Self, Problem> {
        let who: Organisations = read!("organisations.toml")?;
        let people: People = read!("people.toml")?;
        let frames: Frames = read!("frames.toml")?;
        let interests: Interests = read!("interests.toml")?;
        let observations: Observations = read!("observations.toml")?;
        let needs: Needs = read!("needs.toml")?;
        let initiatives: Initiatives = read!("initiatives.toml")?;
        let meetings: Meetings = read!("meetings.toml")?;
        let offers: Offers = read!("offers.toml")?;
        Ok(Self {
            areas: who.area,
            organisations: who.organisation,
            people: people.person,
            frames: frames.item,
            interests: interests.interest,
            handovers: frames.handover,
            observations: observations.observation,
            needs: needs.need,
            initiatives: initiatives.initiative,
            meetings: meetings.meeting,
            offers: offers.offer,
        })
    }
}
