//! What can be done here: every frame item that still holds.
use super::table::{COLUMNS, FrameItem, TABLES};
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::kernel::Id;

/// How many items an area shows.
const IN_AN_AREA: i64 = 200;

/// Those of one area, or of all of them: at most 200 for each, what can be done first.
///
/// # Errors
/// What the database answers.
pub async fn list(desk: &Desk, municipality: Id, area: Option<Id>) -> Outcome<Vec<FrameItem>> {
    let sql = Sql::default()
        .text("select * from (select ")
        .text(COLUMNS)
        .text(
            ", row_number() over (partition by frame_item.area_id \
             order by frame_item.firmness desc, frame_item.id desc) as place",
        )
        .text(TABLES)
        .and(
            " where frame_item.municipality_id = ? and area.closed_at is null \
             and (frame_item.until_day is null or frame_item.until_day >= ?)",
            [municipality.into(), desk.today().into()],
        )
        .when(" and frame_item.area_id = ?", area)
        .and(
            ") item where place <= ? order by area_id, place",
            [IN_AN_AREA.into()],
        );
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Citing {
    answer_id: Id,
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
    if answers.is_empty() {
        return Ok(vec![]);
    }
    let citing: Vec<Citing> = desk
        .db
        .all(
            sql!(
                "select answer_id, frame_item_id from answer_frame_item \
                 where municipality_id = ? and answer_id in ",
                municipality
            )
            .list(answers.iter().copied()),
        )
        .await?;
    if citing.is_empty() {
        return Ok(vec![]);
    }
    let sql = Sql::default()
        .text("select ")
        .text(COLUMNS)
        .text(TABLES)
        .and(
            " where frame_item.municipality_id = ? and frame_item.id in ",
            [municipality.into()],
        )
        .list(citing.iter().map(|c| c.frame_item_id));
    let items: Vec<FrameItem> = desk.db.all(sql).await?;
    Ok(citing
        .iter()
        .filter_map(|c| {
            let item = items.iter().find(|i| i.id == c.frame_item_id)?;
            Some((c.answer_id, item.clone()))
        })
        .collect())
}
