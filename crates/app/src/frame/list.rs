//! What can be done here: every frame item that still holds.
use super::table::{COLUMNS, FrameItem, TABLES, select};
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::kernel::{Id, Moment};

/// How many items an area shows.
const IN_AN_AREA: i64 = 200;

/// Those that hold for a whole area, of one area or of all: at most 200 for each, what can be
/// done first.
///
/// # Errors
/// What the database answers.
pub async fn list(desk: &Desk, municipality: Id, area: Option<Id>) -> Outcome<Vec<FrameItem>> {
    let (today, limit) = (desk.today(), IN_AN_AREA);
    let sql = Sql::default()
        .text("select * from (select ")
        .text(COLUMNS)
        .text(
            ", row_number() over (partition by frame_item.area_id \
             order by frame_item.firmness desc, frame_item.id desc) as place",
        )
        .text(TABLES)
        .and(
            " where frame_item.municipality_id = ? and frame_item.initiative_id is null and area.closed_at is null \
             and frame_item.lifted_at is null and frame_item.from_day <= ? \
             and (frame_item.until_day is null or frame_item.until_day >= ?)",
            [municipality.into(), today.into(), today.into()],
        )
        .when(" and frame_item.area_id = ?", area)
        .and(
            ") item where place <= ? order by area_id, place",
            [limit.into()],
        );
    Ok(desk.db.all(sql).await?)
}

/// What an initiative keeps to: its own items, and those of its area that it cites; also what
/// has ceased to hold since, so that it is noticed.
///
/// # Errors
/// What the database answers.
pub async fn of_initiative(
    desk: &Desk,
    municipality: Id,
    initiative: Id,
) -> Outcome<Vec<FrameItem>> {
    let sql = select(municipality).and(
        " and (frame_item.initiative_id = ? or frame_item.id in (select cited.frame_item_id \
         from initiative_frame_item cited where cited.municipality_id = ? and cited.initiative_id = ?)) \
         order by frame_item.firmness desc, frame_item.id limit ?",
        [
            initiative.into(),
            municipality.into(),
            initiative.into(),
            IN_AN_AREA.into(),
        ],
    );
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Count {
    count: i64,
}

/// How many limits were found on the way in an area since a day. Counted; nobody is blamed (F12).
///
/// # Errors
/// What the database answers.
pub async fn found_late(desk: &Desk, municipality: Id, area: Id, since: Moment) -> Outcome<i64> {
    let sql = sql!(
        "select count(*) as count from frame_item where municipality_id = ? and area_id = ? and found_late = ? \
         and created_at >= ?",
        municipality,
        area,
        true,
        since
    );
    let found: Option<Count> = desk.db.first(sql).await?;
    Ok(found.map_or(0, |f| f.count))
}

#[derive(FromRow)]
struct Citing {
    owner: Id,
    frame_item_id: Id,
}

/// What each of `answers` cites, also what has ceased to hold since.
///
/// # Errors
/// What the database answers.
pub(crate) async fn cited(
    desk: &Desk,
    municipality: Id,
    answers: &[Id],
) -> Outcome<Vec<(Id, FrameItem)>> {
    let sql = sql!(
        "select answer_id as owner, frame_item_id from answer_frame_item \
         where municipality_id = ? and answer_id in ",
        municipality
    );
    citing(desk, municipality, sql, answers).await
}

/// What an answer cited before each of `corrections`.
///
/// # Errors
/// What the database answers.
pub(crate) async fn cited_before(
    desk: &Desk,
    municipality: Id,
    corrections: &[Id],
) -> Outcome<Vec<(Id, FrameItem)>> {
    let sql = sql!(
        "select step_id as owner, frame_item_id from answer_version_frame_item \
         where municipality_id = ? and step_id in ",
        municipality
    );
    citing(desk, municipality, sql, corrections).await
}

async fn citing(
    desk: &Desk,
    municipality: Id,
    sql: Sql,
    owners: &[Id],
) -> Outcome<Vec<(Id, FrameItem)>> {
    if owners.is_empty() {
        return Ok(vec![]);
    }
    let citing: Vec<Citing> = desk.db.all(sql.list(owners.iter().copied())).await?;
    if citing.is_empty() {
        return Ok(vec![]);
    }
    let sql = select(municipality)
        .text(" and frame_item.id in ")
        .list(citing.iter().map(|c| c.frame_item_id));
    let items: Vec<FrameItem> = desk.db.all(sql).await?;
    Ok(citing
        .iter()
        .filter_map(|c| {
            let item = items.iter().find(|i| i.id == c.frame_item_id)?;
            Some((c.owner, item.clone()))
        })
        .collect())
}
