//! The `frame_item` table: the only file that names its columns.
use samskab_database::{FromRow, KeptMoment, Sql, Value, sql};
use samskab_domain::access::{Actor, Sector};
use samskab_domain::calendar::Day;
use samskab_domain::frame::{self as rules, ChangedBy, Firmness, Kind};
use samskab_domain::kernel::{Coded, Id, Language, Moment};

/// One limit or one room, with who declared it.
#[derive(Clone, Debug, FromRow)]
pub struct FrameItem {
    pub id: Id,
    pub area_id: Id,
    pub area: String,
    pub organisation_id: Id,
    pub organisation: String,
    sector: String,
    pub body: String,
    kind: String,
    pub source: Option<String>,
    firmness: String,
    changed_by: String,
    from_day: String,
    until_day: Option<String>,
    /// Found after a trial began. Counted; nobody is blamed.
    pub found_late: bool,
    created_at: KeptMoment,
}

impl FrameItem {
    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }

    pub fn kind(&self) -> Kind {
        Kind::from_code(&self.kind).unwrap_or(Kind::Policy)
    }

    pub fn firmness(&self) -> Firmness {
        Firmness::from_code(&self.firmness).unwrap_or(Firmness::Fixed)
    }

    pub fn changed_by(&self) -> Option<ChangedBy> {
        ChangedBy::from_code(&self.changed_by)
    }

    pub fn from(&self) -> Option<Day> {
        Day::parse(&self.from_day)
    }

    pub fn until(&self) -> Option<Day> {
        Day::parse(self.until_day.as_deref()?)
    }

    pub fn declared_at(&self) -> Moment {
        *self.created_at
    }
}

/// What [`FrameItem`] reads, for a query over `frame_item`, `area` and `organisation`.
pub(super) const COLUMNS: &str = "frame_item.id, frame_item.area_id, area.name as area, \
     frame_item.organisation_id, organisation.name as organisation, organisation.sector, \
     frame_item.body, frame_item.kind, frame_item.source, frame_item.firmness, \
     frame_item.changed_by, frame_item.from_day, frame_item.until_day, frame_item.found_late, \
     frame_item.created_at";

/// What [`COLUMNS`] come from.
pub(super) const TABLES: &str = " from frame_item \
     join area on area.municipality_id = frame_item.municipality_id and area.id = frame_item.area_id \
     join organisation on organisation.municipality_id = frame_item.municipality_id \
     and organisation.id = frame_item.organisation_id";

pub(super) fn insert(
    actor: &Actor,
    id: Id,
    item: &rules::FrameItem,
    language: Language,
    (today, now): (Day, Moment),
) -> Sql {
    let row: [Value; 16] = [
        actor.municipality.into(),
        id.into(),
        item.area.into(),
        actor.organisation.into(),
        (&item.text).into(),
        language.code().into(),
        item.kind.code().into(),
        item.source.clone().into(),
        item.firmness.code().into(),
        item.changed_by.code().into(),
        today.into(),
        item.until.into(),
        item.found_late.into(),
        1.into(),
        actor.membership.into(),
        now.into(),
    ];
    sql!(
        "insert into frame_item (municipality_id, id, area_id, organisation_id, body, language, kind, \
         source, firmness, changed_by, from_day, until_day, found_late, version, created_by, created_at) values "
    )
    .rows([row])
}
