//! The `observation` table: the only file that names its columns.
use samskab_database::{FromRow, KeptMoment, Sql, Value, sql};
use samskab_domain::access::{Actor, Sight};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::observation::{self as rules, Circle, Frequency, Severity, Source};
use samskab_domain::topic::TopicGroup;

/// A story with what a reader in its circle sees around it.
#[derive(Clone, Debug, FromRow)]
pub struct Observation {
    pub id: Id,
    pub area_id: Id,
    pub area: String,
    /// Whose it is; nobody's where a citizen told without an account.
    pub organisation_id: Option<Id>,
    pub organisation: Option<String>,
    pub teller_id: Option<Id>,
    pub writer_id: Option<Id>,
    pub story: String,
    language: String,
    source: String,
    topic_group: String,
    pub topic_id: Option<Id>,
    frequency: Option<String>,
    severity: Option<String>,
    pub place: Option<String>,
    pub concerns: Option<String>,
    pub would_help: Option<String>,
    circle: String,
    pub state: String,
    created_at: KeptMoment,
    /// To how many needs it is linked.
    pub needs: i64,
}

impl Observation {
    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn source(&self) -> Option<Source> {
        Source::from_code(&self.source)
    }

    pub fn topic_group(&self) -> TopicGroup {
        TopicGroup::from_code(&self.topic_group).unwrap_or(TopicGroup::Other)
    }

    pub fn frequency(&self) -> Option<Frequency> {
        Frequency::from_code(self.frequency.as_deref()?)
    }

    pub fn severity(&self) -> Option<Severity> {
        Severity::from_code(self.severity.as_deref()?)
    }

    pub fn circle(&self) -> Circle {
        Circle::from_code(&self.circle).unwrap_or(Circle::Close)
    }

    pub fn created_at(&self) -> Moment {
        *self.created_at
    }
}

/// The stories of a municipality, as far as `actor` may read them.
pub(crate) fn select(actor: &Actor) -> Sql {
    within_sight(select_any(actor.municipality), actor)
}

/// The stories of a municipality: the caller says which `actor` may read.
pub(super) fn select_any(municipality: Id) -> Sql {
    sql!(
        "select observation.id, observation.area_id, area.name as area, observation.organisation_id, \
         organisation.name as organisation, observation.teller_id, observation.writer_id, observation.story, observation.language, observation.source, \
         observation.topic_group, observation.topic_id, observation.frequency, observation.severity, observation.place, observation.concerns, observation.would_help, \
         observation.circle, observation.state, observation.created_at, \
         (select count(*) from need_observation link where link.municipality_id = observation.municipality_id \
         and link.observation_id = observation.id) as needs from observation \
         join area on area.municipality_id = observation.municipality_id and area.id = observation.area_id \
         left join organisation on organisation.municipality_id = observation.municipality_id \
         and organisation.id = observation.organisation_id where observation.municipality_id = ?",
        municipality
    )
}

/// Narrows a query over `observation` to the stories `actor` may read.
pub(crate) fn within_sight(sql: Sql, actor: &Actor) -> Sql {
    let own = "observation.teller_id in (select id from membership where municipality_id = ? and person_id = ?)";
    let me: [Value; 2] = [actor.municipality.into(), actor.person.into()];
    let sql = sql.text(" and (").and(own, me);
    let sql = match actor.sight_of_stories() {
        Sight::Own => sql.and(" or (observation.circle = 'wide' and observation.state = 'kept')", []),
        Sight::Organisation => sql.and(
            " or (observation.state = 'kept' and (observation.organisation_id = ? or observation.circle = 'wide'))",
            [actor.organisation.into()],
        ),
        Sight::Areas if actor.areas.is_empty() => sql.text(" or observation.state <> 'withdrawn'"),
        Sight::Areas => sql
            .text(" or (observation.circle = 'wide' and observation.state = 'kept')")
            .text(" or (observation.state <> 'withdrawn' and observation.area_id in ")
            .list(actor.areas.iter().copied())
            .text(")"),
    };
    sql.text(")")
}

/// One place stories lie in: a condition on `observation` that one index answers.
pub(super) type Place = (&'static str, Option<Id>);

/// What a membership told.
pub(super) const TOLD_BY: &str = " and observation.teller_id = ?";

/// Where the kept stories an actor may read lie, as [`within_sight`] has it, beside what she told
/// herself. Their `or` would walk the whole municipality for the few stories of a small
/// organisation.
pub(super) fn places(actor: &Actor) -> Vec<Place> {
    let wide = (" and observation.circle = 'wide'", None);
    match actor.sight_of_stories() {
        Sight::Own => vec![wide],
        Sight::Organisation => vec![
            wide,
            (
                " and observation.organisation_id = ?",
                Some(actor.organisation),
            ),
        ],
        Sight::Areas if actor.areas.is_empty() => vec![("", None)],
        Sight::Areas => {
            let areas = actor.areas.iter();
            let areas = areas.map(|&area| (" and observation.area_id = ?", Some(area)));
            std::iter::once(wide).chain(areas).collect()
        }
    }
}

/// Whose story it is, and who wrote it down.
#[derive(Clone, Copy, Debug)]
pub(super) struct By {
    pub organisation: Id,
    pub teller: Id,
    pub writer: Id,
}

/// What a row of the table is made of.
pub(super) struct NewRow<'a> {
    pub municipality: Id,
    pub id: Id,
    /// Whose it is and who wrote it down; empty for a citizen's own.
    pub by: Option<By>,
    pub language: Language,
    pub observation: &'a rules::Observation,
    pub now: Moment,
}

pub(super) fn insert<'a>(rows: impl IntoIterator<Item = NewRow<'a>>) -> Sql {
    sql!(
        "insert into observation (municipality_id, id, area_id, organisation_id, teller_id, writer_id, \
         story, language, source, topic_group, topic_id, place, concerns, frequency, severity, would_help, \
         circle, state, created_at, month) values "
    )
    .rows(rows.into_iter().map(values))
}

fn values(row: NewRow<'_>) -> [Value; 20] {
    let o = row.observation;
    [
        row.municipality.into(),
        row.id.into(),
        o.area.into(),
        row.by.map(|by| by.organisation).into(),
        row.by.map(|by| by.teller).into(),
        row.by.map(|by| by.writer).into(),
        (&o.story).into(),
        row.language.code().into(),
        o.source.code().into(),
        o.topic_group.code().into(),
        o.topic.into(),
        o.place.clone().into(),
        o.concerns.clone().into(),
        o.frequency.map(Coded::code).into(),
        o.severity.map(Coded::code).into(),
        o.would_help.clone().into(),
        o.circle.code().into(),
        // What comes from outside waits for someone to look at it.
        if row.by.is_some() { "kept" } else { "held" }.into(),
        row.now.into(),
        Day::of(row.now).months().into(),
    ]
}
