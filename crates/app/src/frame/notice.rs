//! A limit found on the way is told to all who are in it (F12): each hears it once, on *My day*.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, Tx, Value, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Moment};

/// What was found, and where it is told in full.
#[derive(Clone, Debug, FromRow)]
pub struct Notice {
    pub frame_item_id: Id,
    pub body: String,
    pub organisation: String,
    pub initiative: Option<String>,
    told_at: KeptMoment,
}

impl Notice {
    pub fn told_at(&self) -> Moment {
        *self.told_at
    }
}

#[derive(FromRow)]
struct Found {
    id: Id,
}

/// Tells all who are in what an item holds for, one initiative or all that goes on in its area, but the one who
/// found it. Of an organisation that nobody has joined for, those who speak for it hear it all the same.
pub(super) async fn tell_of_late(
    tx: &mut Tx,
    actor: &Actor,
    item: Id,
    (area, initiative): (Id, Option<Id>),
    now: Moment,
) -> Outcome<()> {
    let sql = sql!(
        "select membership.id from membership where membership.municipality_id = ? and membership.until_day is null \
         and membership.id <> ? and exists (select 1 from initiative_party party \
         join initiative on initiative.municipality_id = party.municipality_id and initiative.id = party.initiative_id \
         and initiative.state <> 'ended' where party.municipality_id = membership.municipality_id \
         and party.organisation_id = membership.organisation_id and party.left_at is null \
         and (party.membership_id = membership.id or membership.role in ('leader', 'coordinator'))",
        actor.municipality,
        actor.membership
    );
    let sql = match initiative {
        Some(initiative) => sql.and(" and initiative.id = ?)", [initiative.into()]),
        None => sql.and(" and initiative.area_id = ?)", [area.into()]),
    };
    let told: Vec<Found> = tx.all(sql).await?;
    if told.is_empty() {
        return Ok(());
    }
    let rows = told.iter().map(|member| {
        [
            Value::from(actor.municipality),
            item.into(),
            member.id.into(),
            now.into(),
        ]
    });
    let insert = sql!(
        "insert into frame_notice (municipality_id, frame_item_id, membership_id, told_at) values "
    );
    tx.run(insert.rows(rows).text(" on conflict do nothing"))
        .await?;
    Ok(())
}

/// How many are shown at once.
const FEW: i64 = 5;

/// What the actor has been told and not yet put aside, the newest first.
///
/// # Errors
/// What the database answers.
pub async fn notices(desk: &Desk, actor: &Actor) -> Outcome<Vec<Notice>> {
    let sql = sql!(
        "select notice.frame_item_id, item.body, organisation.name as organisation, initiative.title as initiative, \
         notice.told_at from frame_notice notice \
         join frame_item item on item.municipality_id = notice.municipality_id and item.id = notice.frame_item_id \
         join organisation on organisation.municipality_id = item.municipality_id \
         and organisation.id = item.organisation_id \
         left join initiative on initiative.municipality_id = item.municipality_id and initiative.id = item.initiative_id \
         where notice.municipality_id = ? and notice.membership_id = ? and notice.seen_at is null \
         order by notice.told_at desc, notice.frame_item_id limit ?",
        actor.municipality,
        actor.membership,
        FEW
    );
    Ok(desk.db.all(sql).await?)
}

/// The actor has read it; that it was told stays. Twice is as good as once.
///
/// # Errors
/// What the database answers.
pub async fn put_aside(desk: &Desk, actor: &Actor, item: Id) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update frame_notice set seen_at = ? where municipality_id = ? and frame_item_id = ? \
         and membership_id = ? and seen_at is null",
        desk.now(),
        actor.municipality,
        item,
        actor.membership
    ))
    .await?;
    tx.commit().await?;
    Ok(())
}
