//! Who may change what a need has gathered.
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;

/// A story linked to a need: whose it is, and who linked it.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Link {
    pub(super) observation_id: Id,
    pub(super) counter: bool,
    organisation_id: Option<Id>,
    area_id: Id,
    teller: Option<Id>,
    linker: Id,
    linker_organisation_id: Id,
}

impl Link {
    /// Its own close circle, or who linked it. That it may be read widely is not enough.
    pub(super) fn may_go(&self, actor: &Actor) -> bool {
        let told = actor.in_circle_of_story(self.organisation_id, self.area_id);
        told || self.teller == Some(actor.person) || self.linker == actor.person
    }

    /// Whoever linked it, or her circle, says whether it is a counter-case.
    pub(super) fn may_turn(&self, actor: &Actor) -> bool {
        self.linker == actor.person
            || actor.in_circle_of_story(Some(self.linker_organisation_id), self.area_id)
    }
}

/// Of `stories`, those a need has gathered.
pub(super) fn select(municipality: Id, need: Id, stories: &[Id]) -> Sql {
    sql!(
        "select link.observation_id, link.counter, observation.organisation_id, observation.area_id, \
         teller.person_id as teller, linker.person_id as linker, \
         linker.organisation_id as linker_organisation_id from need_observation link \
         join observation on observation.municipality_id = link.municipality_id \
         and observation.id = link.observation_id \
         left join membership teller on teller.municipality_id = observation.municipality_id \
         and teller.id = observation.teller_id \
         join membership linker on linker.municipality_id = link.municipality_id \
         and linker.id = link.linked_by where link.municipality_id = ? and link.need_id = ? and link.observation_id in ",
        municipality,
        need
    )
    .list(stories.iter().copied())
}
