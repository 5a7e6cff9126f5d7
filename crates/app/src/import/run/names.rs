//! What changes, in the words people read.
use super::Change;
use crate::offer::aspect_of;
use samskab_domain::kernel::{Coded, Language};
use samskab_domain::offer::Aspect;
use samskab_domain::translation::Field;
use samskab_locale::{Named, Texts};

impl Change {
    /// What of the offer would be otherwise, in words; what Samskab has no word for as the standard names it.
    pub fn names(&self, t: &Texts) -> Vec<String> {
        let mut names: Vec<String> = self.properties.iter().map(|p| name(p, t)).collect();
        names.dedup();
        names
    }
}

fn name(property: &str, t: &Texts) -> String {
    if let Some((field, language)) = property.split_once('@') {
        let field = Field::from_code(field).map(|field| aspect_of(field).name(t));
        let language = Language::from_code(language).map(|language| t.language_named(language));
        if let Some((field, language)) = field.zip(language) {
            return t.aspect_in_language(field, language);
        }
    }
    match property {
        "known_day" | "assured_date" => t.import_known_day(),
        other => aspect(other).map_or_else(|| other.to_owned(), |aspect| aspect.name(t)),
    }
}

/// Columns of spreadsheets and properties of services.
fn aspect(property: &str) -> Option<Aspect> {
    Some(match property {
        "eligibility_description" => Aspect::ForWhom,
        "topic_group" => Aspect::Topic,
        "organisation" | "organization" => Aspect::Bearers,
        "location_name" | "service_at_locations" => Aspect::Place,
        "phones" => Aspect::Phone,
        "fees_description" => Aspect::Price,
        "schedule" | "schedules" => Aspect::When,
        "status" => Aspect::State,
        "minimum_age" | "maximum_age" => Aspect::Ages,
        "cost_options" => Aspect::Cost,
        "contacts" => Aspect::Contact,
        "capacities" => Aspect::Capacity,
        other => Aspect::from_code(other)?,
    })
}
