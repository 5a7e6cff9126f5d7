//! What hangs on a membership, and what was given on.
use super::duties;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;
use samskab_domain::vacancy::Kind;

/// One thing: an offer, an initiative, or what else it is; the id its page is found by.
#[derive(Clone, Debug, FromRow)]
pub struct Thing {
    pub id: Id,
    pub name: String,
}

/// Everything that hangs on a membership, by its kind; a kind with nothing is left out.
pub type Hanging = Vec<(Kind, Vec<Thing>)>;

/// As many of a kind as a page names; all are given on.
const MANY: i64 = 500;

/// # Errors
/// What the database answers.
pub(super) async fn hanging(desk: &Desk, reader: &Actor, membership: Id) -> Outcome<Hanging> {
    let m = reader.municipality;
    let contacts = sql!(
        "select distinct offer.id, offer.name, offer.sort_key from contact \
         join offer on offer.municipality_id = contact.municipality_id and offer.id = contact.offer_id \
         where contact.municipality_id = ? and contact.membership_id = ? and contact.until_day is null \
         order by offer.sort_key, offer.id limit ?",
        m,
        membership,
        MANY
    );
    let backups = sql!(
        "select offer.id, offer.name from offer_backup backup \
         join offer on offer.municipality_id = backup.municipality_id and offer.id = backup.offer_id \
         where backup.municipality_id = ? and backup.membership_id = ? order by offer.sort_key, offer.id limit ?",
        m,
        membership,
        MANY
    );
    let initiatives = sql!(
        "select distinct initiative.id, initiative.title as name from initiative_party party \
         join initiative on initiative.municipality_id = party.municipality_id \
         and initiative.id = party.initiative_id and initiative.state <> 'ended' \
         where party.municipality_id = ? and party.membership_id = ? and party.left_at is null \
         order by initiative.id limit ?",
        m,
        membership,
        MANY
    );
    let duties = duties::hanging(desk, reader, membership).await?;
    by_kind(desk, [contacts, backups, initiatives], duties).await
}

/// What a vacancy that is over gave on.
///
/// # Errors
/// What the database answers.
pub(super) async fn given(desk: &Desk, reader: &Actor, vacancy: Id) -> Outcome<Hanging> {
    let m = reader.municipality;
    let offers = |kind: &'static str| {
        sql!(
            "select offer.id, offer.name from vacancy_item item \
             join offer on offer.municipality_id = item.municipality_id and offer.id = item.subject_id \
             where item.municipality_id = ? and item.vacancy_id = ? and item.kind = ? \
             order by offer.sort_key, offer.id limit ?",
            m,
            vacancy,
            kind,
            MANY
        )
    };
    let initiatives = sql!(
        "select initiative.id, initiative.title as name from vacancy_item item \
         join initiative on initiative.municipality_id = item.municipality_id and initiative.id = item.subject_id \
         where item.municipality_id = ? and item.vacancy_id = ? and item.kind = 'initiative' \
         order by initiative.id limit ?",
        m,
        vacancy,
        MANY
    );
    let duties = duties::given(desk, reader, vacancy).await?;
    let parts = [offers("contact"), offers("backup"), initiatives];
    by_kind(desk, parts, duties).await
}

async fn by_kind(
    desk: &Desk,
    [contacts, backups, initiatives]: [Sql; 3],
    duties: Hanging,
) -> Outcome<Hanging> {
    let mut all = vec![
        (Kind::Contact, desk.db.all(contacts).await?),
        (Kind::Backup, desk.db.all(backups).await?),
        (Kind::Initiative, desk.db.all(initiatives).await?),
    ];
    all.extend(duties);
    let some = all
        .into_iter()
        .filter(|(_, things): &(_, Vec<Thing>)| !things.is_empty());
    Ok(some.collect())
}
