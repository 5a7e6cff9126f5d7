//! The `frame_item` table: the only file that names its columns.
use crate::desk::{Outcome, Refusal};
use crate::initiative::considered_with_names;
use samskab_database::{FromRow, KeptMoment, Sql, Tx, Value, sql};
use samskab_domain::access::{Actor, Sector};
use samskab_domain::calendar::Day;
use samskab_domain::frame::{
    self as rules, ChangedBy, Firmness, Kind, SourceKind, Validity, validity,
};
use samskab_domain::kernel::{Coded, Id, Language, Moment};

/// What was typed about an item, when it holds and points to nobody.
pub(super) fn taken(draft: &rules::Draft, today: Day) -> Outcome<rules::FrameItem> {
    let (rule, texts) = (draft.consider(today), draft.texts());
    let names = [("source", draft.source.as_str())];
    considered_with_names(rule, &texts, draft.harmless, &names)
}

/// One limit or one room, with who declared it.
#[derive(Clone, Debug, FromRow)]
pub struct FrameItem {
    pub id: Id,
    pub area_id: Id,
    pub area: String,
    /// The one initiative it holds for; none when it holds for the whole area.
    pub initiative_id: Option<Id>,
    pub initiative: Option<String>,
    pub organisation_id: Id,
    pub organisation: String,
    sector: String,
    pub body: String,
    pub short: Option<String>,
    language: String,
    kind: String,
    source_kind: Option<String>,
    pub source: Option<String>,
    firmness: String,
    changed_by: String,
    from_day: String,
    until_day: Option<String>,
    /// Found after a trial began. Counted; nobody is blamed.
    pub found_late: bool,
    /// How it was found, and what that means for those who had begun.
    pub late_why: Option<String>,
    pub version: i64,
    lifted_at: Option<KeptMoment>,
    pub lifted_why: Option<String>,
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

    pub fn lifted_at(&self) -> Option<Moment> {
        self.lifted_at.map(Moment::from)
    }

    pub fn source_kind(&self) -> Option<SourceKind> {
        SourceKind::from_code(self.source_kind.as_deref()?)
    }

    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    /// Where it stands on a day.
    pub fn validity(&self, today: Day) -> Validity {
        let from = self.from().unwrap_or(today);
        validity(from, self.until(), self.lifted_at.is_some(), today)
    }

    /// As it would be typed.
    pub fn draft(&self) -> rules::Draft {
        let text = |kept: &Option<String>| kept.clone().unwrap_or_default();
        rules::Draft {
            area: self.area_id.to_string(),
            text: self.body.clone(),
            short: text(&self.short),
            kind: self.kind.clone(),
            source_kind: text(&self.source_kind),
            source: text(&self.source),
            firmness: self.firmness.clone(),
            changed_by: self.changed_by.clone(),
            from: self.from_day.clone(),
            until: text(&self.until_day),
            found_late: self.found_late,
            late_why: text(&self.late_why),
            harmless: false,
        }
    }
}

/// What [`FrameItem`] reads, for a query over [`TABLES`].
pub(super) const COLUMNS: &str = "frame_item.id, frame_item.area_id, area.name as area, frame_item.initiative_id, \
     initiative.title as initiative, frame_item.organisation_id, organisation.name as organisation, \
     organisation.sector, frame_item.body, frame_item.short, frame_item.language, frame_item.kind, \
     frame_item.source_kind, frame_item.source, frame_item.firmness, frame_item.changed_by, frame_item.from_day, \
     frame_item.until_day, frame_item.found_late, frame_item.late_why, frame_item.version, frame_item.lifted_at, \
     frame_item.lifted_why, frame_item.created_at";

/// What [`COLUMNS`] come from.
pub(super) const TABLES: &str = " from frame_item \
     join area on area.municipality_id = frame_item.municipality_id and area.id = frame_item.area_id \
     join organisation on organisation.municipality_id = frame_item.municipality_id \
     and organisation.id = frame_item.organisation_id \
     left join initiative on initiative.municipality_id = frame_item.municipality_id \
     and initiative.id = frame_item.initiative_id";

/// The items of a municipality.
pub(super) fn select(municipality: Id) -> Sql {
    Sql::default()
        .text("select ")
        .text(COLUMNS)
        .text(TABLES)
        .and(
            " where frame_item.municipality_id = ?",
            [municipality.into()],
        )
}

/// One item, seen from inside a transaction.
///
/// # Errors
/// [`Refusal::Missing`] when it is not this municipality's.
pub(super) async fn find(tx: &mut Tx, municipality: Id, id: Id) -> Outcome<FrameItem> {
    let sql = select(municipality).and(" and frame_item.id = ?", [id.into()]);
    tx.first(sql).await?.ok_or(Refusal::Missing)
}

/// Lets whoever else writes to an item wait until this transaction is over.
///
/// # Errors
/// What the database answers.
pub(super) async fn hold(tx: &mut Tx, municipality: Id, id: Id) -> Outcome<()> {
    let sql = sql!(
        "select id from frame_item where municipality_id = ? and id = ?",
        municipality,
        id
    );
    let sql = sql.text(tx.only_postgres(" for no key update"));
    tx.run(sql).await?;
    Ok(())
}

pub(super) fn insert(
    actor: &Actor,
    (id, initiative): (Id, Option<Id>),
    item: &rules::FrameItem,
    language: Language,
    now: Moment,
) -> Sql {
    let row: [Value; 20] = [
        actor.municipality.into(),
        id.into(),
        item.area.into(),
        initiative.into(),
        actor.organisation.into(),
        (&item.text).into(),
        item.short.clone().into(),
        language.code().into(),
        item.kind.code().into(),
        item.source_kind.map(Coded::code).into(),
        item.source.clone().into(),
        item.firmness.code().into(),
        item.changed_by.code().into(),
        item.from.into(),
        item.until.into(),
        item.found_late.is_some().into(),
        item.found_late.clone().into(),
        1.into(),
        actor.membership.into(),
        now.into(),
    ];
    sql!(
        "insert into frame_item (municipality_id, id, area_id, initiative_id, organisation_id, body, short, language, \
         kind, source_kind, source, firmness, changed_by, from_day, until_day, found_late, late_why, version, \
         created_by, created_at) values "
    )
    .rows([row])
}

/// Keeps what an item says now as a version of the past.
pub(super) fn keep_version(actor: &Actor, id: Id, now: Moment) -> Sql {
    sql!(
        "insert into frame_item_version (municipality_id, frame_item_id, number, body, language, kind, source, \
         firmness, changed_by, from_day, until_day, replaced_by, replaced_at) \
         select municipality_id, id, version, body, language, kind, source, firmness, changed_by, from_day, \
         until_day, ?, ? from frame_item where municipality_id = ? and id = ?",
        actor.membership,
        now,
        actor.municipality,
        id
    )
}

/// Puts an item right, when nobody else has since version `seen`.
pub(super) fn update(
    municipality: Id,
    (id, seen): (Id, i64),
    item: &rules::FrameItem,
    language: Language,
) -> Sql {
    sql!(
        "update frame_item set body = ?, short = ?, language = ?, kind = ?, source_kind = ?, source = ?, firmness = ?, \
         changed_by = ?, from_day = ?, until_day = ?, found_late = ?, late_why = ?, version = version + 1 \
         where municipality_id = ? and id = ? and version = ? and lifted_at is null",
        &item.text,
        item.short.clone(),
        language.code(),
        item.kind.code(),
        item.source_kind.map(Coded::code),
        item.source.clone(),
        item.firmness.code(),
        item.changed_by.code(),
        item.from,
        item.until,
        item.found_late.is_some(),
        item.found_late.clone(),
        municipality,
        id,
        seen
    )
}
