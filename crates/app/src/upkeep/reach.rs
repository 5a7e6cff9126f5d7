//! Dead links, mailboxes and numbers are found: by form and by mail that comes back each night, web
//! addresses one by one where the operator lets the program look.
use crate::desk::{Desk, Outcome};
use crate::job;
use async_trait::async_trait;
use samskab_database::{FromRow, Tx, Value, sql};
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::upkeep::{
    DOUBT_AFTER, LOOK_AFTER, Reach, Standing, Trouble, after_look, mailbox_fits, number_fits,
};

/// Looks at web addresses of others.
#[async_trait]
pub trait Web: Send + Sync {
    /// What is wrong there, if anything. Only the open net is looked at.
    async fn look(&self, url: &str) -> Option<Trouble>;
}

#[derive(FromRow)]
struct Written {
    offer_id: Id,
    kind: String,
    value: String,
    bounced: bool,
}

/// Rows of a statement: engines take some ten thousand values.
const STATEMENT: usize = 1_000;

/// Looks at the form of every number and mailbox, and at mail that came back; then asks for the
/// links to be looked at.
///
/// # Errors
/// What the database answers; then all is as before.
pub async fn check_forms(desk: &Desk, m: Id) -> Outcome<()> {
    let now = desk.now();
    let written: Vec<Written> = desk
        .db
        .all(sql!(
            "select phone.offer_id, 'phone' as kind, phone.number as value, (1 = 0) as bounced from phone \
             join offer on offer.municipality_id = phone.municipality_id and offer.id = phone.offer_id \
             and offer.state = 'published' where phone.municipality_id = ? \
             union select offer.id as offer_id, 'email' as kind, offer.email as value, exists (select 1 from person \
             where person.municipality_id = offer.municipality_id and person.email_key = lower(offer.email) \
             and person.bounced_at is not null) as bounced from offer \
             where offer.municipality_id = ? and offer.state = 'published' and offer.email is not null",
            m,
            m
        ))
        .await?;
    let rows: Vec<[Value; 8]> = written
        .iter()
        .filter_map(|w| Some((w, trouble(w)?)))
        .map(|(w, trouble)| {
            [
                m.into(),
                w.offer_id.into(),
                (&w.kind).into(),
                (&w.value).into(),
                Standing::Broken.code().into(),
                trouble.code().into(),
                1.into(),
                now.into(),
            ]
        })
        .collect();
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "delete from offer_reach where municipality_id = ? and kind <> 'url'",
        m
    ))
    .await?;
    for rows in rows.chunks(STATEMENT) {
        tx.run(sql!(INSERT).rows(rows.iter().cloned())).await?;
    }
    let nothing = serde_json::json!({});
    job::ask(&mut tx, desk, m, job::Kind::LookAtLink, nothing, now).await?;
    tx.commit().await?;
    Ok(())
}

const INSERT: &str = "insert into offer_reach (municipality_id, offer_id, kind, value, state, trouble, failures, checked_at) values ";

fn trouble(written: &Written) -> Option<Trouble> {
    let fits = match Reach::from_code(&written.kind)? {
        Reach::Phone => number_fits(&written.value),
        Reach::Email => mailbox_fits(&written.value),
        Reach::Url => true,
    };
    match (fits, written.bounced) {
        (false, _) => Some(Trouble::Form),
        (true, true) => Some(Trouble::Bounced),
        (true, false) => None,
    }
}

#[derive(FromRow)]
struct Due {
    url: String,
    failures: i64,
}

#[derive(FromRow)]
struct There {
    id: Id,
}

/// Seconds between two links: no server is bothered.
const PAUSE: i64 = 2;

/// Looks at the link that waits longest, and asks for the next; without `web` at none.
///
/// # Errors
/// What the database answers.
pub async fn look_at_link(desk: &Desk, web: Option<&dyn Web>, m: Id) -> Outcome<()> {
    let Some(web) = web else {
        return Ok(());
    };
    let now = desk.now();
    let due = sql!(
        "select offer.url, coalesce(max(reach.failures), 0) as failures from offer \
         left join offer_reach reach on reach.municipality_id = offer.municipality_id and reach.offer_id = offer.id \
         and reach.kind = 'url' and reach.value = offer.url \
         where offer.municipality_id = ? and offer.state = 'published' and offer.url is not null \
         and (reach.offer_id is null or reach.checked_at < ? or (reach.state <> 'fine' and reach.checked_at < ?)) \
         group by offer.url order by max(reach.checked_at), offer.url limit 1",
        m,
        now.plus(-LOOK_AFTER * Moment::DAY),
        now.plus(-DOUBT_AFTER * Moment::DAY)
    );
    let due: Option<Due> = desk.db.first(due).await?;
    let Some(due) = due else {
        return Ok(());
    };
    let found = web.look(&due.url).await;
    let mut tx = desk.db.write().await?;
    keep(&mut tx, desk, m, &due, found).await?;
    let next = desk.now().plus(PAUSE * Moment::SECOND);
    let nothing = serde_json::json!({});
    job::ask(&mut tx, desk, m, job::Kind::LookAtLink, nothing, next).await?;
    tx.commit().await?;
    Ok(())
}

async fn keep(tx: &mut Tx, desk: &Desk, m: Id, due: &Due, found: Option<Trouble>) -> Outcome<()> {
    let (standing, failures) = after_look(found, due.failures);
    let same: Vec<There> = tx
        .all(sql!(
            "select id from offer where municipality_id = ? and state = 'published' and url = ?",
            m,
            &due.url
        ))
        .await?;
    let ids: Vec<Id> = same.into_iter().map(|s| s.id).collect();
    let before = sql!(
        "delete from offer_reach where municipality_id = ? and kind = 'url' and offer_id in ",
        m
    );
    tx.run(before.list(ids.iter().copied())).await?;
    let rows = ids.iter().map(|id| -> [Value; 8] {
        [
            m.into(),
            (*id).into(),
            Reach::Url.code().into(),
            (&due.url).into(),
            standing.code().into(),
            found.map(Coded::code).into(),
            failures.into(),
            desk.now().into(),
        ]
    });
    let rows: Vec<_> = rows.collect();
    for rows in rows.chunks(STATEMENT) {
        tx.run(sql!(INSERT).rows(rows.iter().cloned())).await?;
    }
    Ok(())
}

/// What leads nowhere in one offer.
#[derive(Clone, Debug, FromRow)]
pub struct Dead {
    pub(super) offer_id: Id,
    pub value: String,
    trouble: String,
    checked_at: samskab_database::KeptMoment,
}

impl Dead {
    pub fn trouble(&self) -> Trouble {
        Trouble::from_code(&self.trouble).unwrap_or(Trouble::Unreachable)
    }

    /// When it was looked at.
    pub fn at(&self) -> Moment {
        *self.checked_at
    }
}

/// What leads nowhere in these offers, as long as it still stands there.
///
/// # Errors
/// What the database answers.
pub(super) async fn dead(desk: &Desk, m: Id, offers: &[Id]) -> Outcome<Vec<Dead>> {
    let sql = sql!(
        "select reach.offer_id, reach.value, reach.trouble, reach.checked_at from offer_reach reach \
         join offer on offer.municipality_id = reach.municipality_id and offer.id = reach.offer_id \
         where reach.state = 'broken'"
    )
    .text(STANDS)
    .and(" and reach.municipality_id = ? and reach.offer_id in ", [m.into()])
    .list(offers.iter().copied())
    .text(" order by reach.kind, reach.value");
    Ok(desk.db.all(sql).await?)
}

/// Adds that what was looked at still stands in the offer.
pub(super) const STANDS: &str = " and ((reach.kind = 'url' and reach.value = offer.url) \
     or (reach.kind = 'email' and reach.value = offer.email) or (reach.kind = 'phone' and exists (select 1 from phone \
     where phone.municipality_id = offer.municipality_id and phone.offer_id = offer.id and phone.number = reach.value)))";
