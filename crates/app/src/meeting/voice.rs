//! *Did you get to say what you came for?*
use super::table::{Meeting, find};
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Sector};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::meeting::voice::{Said, Tally};

/// One tap; a second replaces the first.
///
/// # Errors
/// [`Refusal::Missing`] for a meeting out of sight; [`Refusal::Done`] before it began and two weeks
/// after.
pub async fn say(desk: &Desk, actor: &Actor, meeting: Id, said: Said) -> Outcome<()> {
    actor.may(Act::SeeMeetings)?;
    let meeting = find(desk, actor, meeting).await?;
    keep(
        desk,
        actor.municipality,
        &meeting,
        (actor.person, actor.sector),
        said,
    )
    .await
}

/// Keeps what `who` said, under a hash that leads back to nobody. The journal names nobody either.
pub(super) async fn keep(
    desk: &Desk,
    municipality: Id,
    meeting: &Meeting,
    (person, sector): (Id, Sector),
    said: Said,
) -> Outcome<()> {
    let now = desk.now();
    if !meeting.asks(now) {
        return Err(Refusal::Done);
    }
    let key = key(desk, municipality, meeting.id, person);
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "delete from meeting_voice where municipality_id = ? and meeting_id = ? and key = ?",
        municipality,
        meeting.id,
        key.clone()
    ))
    .await?;
    tx.run(sql!(
        "insert into meeting_voice (municipality_id, meeting_id, key, sector, says) values (?, ?, ?, ?, ?)",
        municipality,
        meeting.id,
        key,
        sector.code(),
        said.code()
    ))
    .await?;
    let verb = journal::Verb::MeetingFelt;
    journal::write_as(&mut tx, municipality, None, verb, meeting.id, &[], now).await?;
    tx.commit().await?;
    Ok(())
}

fn key(desk: &Desk, municipality: Id, meeting: Id, person: Id) -> Vec<u8> {
    let parts: [&[u8]; 3] = [
        municipality.as_bytes(),
        meeting.as_bytes(),
        person.as_bytes(),
    ];
    desk.key.hash("meeting voice", &parts).to_vec()
}

#[derive(FromRow)]
struct Own {
    says: String,
}

/// What the actor has tapped.
pub(super) async fn own(
    desk: &Desk,
    municipality: Id,
    meeting: Id,
    person: Id,
) -> Outcome<Option<Said>> {
    let sql = sql!(
        "select says from meeting_voice where municipality_id = ? and meeting_id = ? and key = ?",
        municipality,
        meeting,
        key(desk, municipality, meeting, person)
    );
    let own: Option<Own> = desk.db.first(sql).await?;
    Ok(own.and_then(|o| Said::from_code(&o.says)))
}

/// What a sector tapped; nothing until enough have.
pub type BySector = [(Sector, Option<Tally>); 2];

#[derive(FromRow)]
struct Counted {
    sector: String,
    says: String,
    count: i64,
}

/// Both sectors, each for itself and never summed.
pub(super) async fn by_sector(desk: &Desk, municipality: Id, meeting: Id) -> Outcome<BySector> {
    let sql = sql!(
        "select sector, says, count(*) as count from meeting_voice where municipality_id = ? and meeting_id = ? \
         group by sector, says",
        municipality,
        meeting
    );
    let counted: Vec<Counted> = desk.db.all(sql).await?;
    Ok([Sector::Public, Sector::Voluntary].map(|sector| {
        let of = |said: Said| {
            let found = counted
                .iter()
                .find(|c| c.sector == sector.code() && c.says == said.code());
            found.map_or(0, |c| c.count)
        };
        let tally = Tally {
            yes: of(Said::Yes),
            partly: of(Said::Partly),
            no: of(Said::No),
        };
        (sector, tally.shown())
    }))
}
