//! The interests that stand beside a need.
use super::table::{Interest, select};
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::topic::TopicGroup;

/// What is declared about what a need is about.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// Those of its parties first.
    pub declared: Vec<Interest>,
    /// Its parties that have said nothing yet; they need not.
    pub silent: Vec<String>,
}

/// So many are shown beside a need.
const SHOWN: i64 = 100;

#[derive(FromRow)]
struct Party {
    name: String,
}

/// What the parties of a need say they gain, and what others at work in its area say.
pub(crate) async fn beside(
    desk: &Desk,
    municipality: Id,
    (group, area): (TopicGroup, Id),
    parties: &[Id],
) -> Outcome<Beside> {
    let sql = select(municipality)
        .and(
            " and interest.topic_group = ? and interest.ended_at is null and (interest.organisation_id in ",
            [group.code().into()],
        )
        .list(parties.iter().copied())
        .and(
            " or not exists (select 1 from organisation_area works where works.municipality_id = interest.municipality_id \
             and works.organisation_id = interest.organisation_id) \
             or exists (select 1 from organisation_area works where works.municipality_id = interest.municipality_id \
             and works.organisation_id = interest.organisation_id and works.area_id = ?)) \
             order by interest.id desc limit ?",
            [area.into(), SHOWN.into()],
        );
    let mut declared: Vec<Interest> = desk.db.all(sql).await?;
    declared.sort_by_key(|i| !parties.contains(&i.organisation_id));
    let spoke = |id: &Id| declared.iter().any(|i| i.organisation_id == *id);
    let silent: Vec<Id> = parties.iter().copied().filter(|id| !spoke(id)).collect();
    let sql = sql!(
        "select name from organisation where municipality_id = ? and id in ",
        municipality
    )
    .list(silent.iter().copied())
    .text(" order by sort_key, id");
    let silent: Vec<Party> = desk.db.all(sql).await?;
    Ok(Beside {
        silent: silent.into_iter().map(|p| p.name).collect(),
        declared,
    })
}

#[derive(FromRow)]
struct Organisation {
    organisation_id: Id,
}

/// The organisations that say they gain nothing from a whole group of topics, and name nothing they
/// gain from any topic of it.
pub(crate) async fn with_nothing_to_gain(
    desk: &Desk,
    municipality: Id,
    group: TopicGroup,
) -> Outcome<Vec<Id>> {
    let sql = sql!(
        "select distinct organisation_id from interest where municipality_id = ? and topic_group = ? \
         and gain = 'nothing' and topic_id is null and ended_at is null and not exists (select 1 from interest other \
         where other.municipality_id = interest.municipality_id and other.topic_group = interest.topic_group \
         and other.organisation_id = interest.organisation_id and other.gain <> 'nothing' and other.ended_at is null)",
        municipality,
        group.code()
    );
    let found: Vec<Organisation> = desk.db.all(sql).await?;
    Ok(found.into_iter().map(|o| o.organisation_id).collect())
}
