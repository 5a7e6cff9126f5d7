//! What a calendar program is given at a private address.
use super::soon::invited;
use crate::desk::{Desk, Outcome, Refusal};
use crate::meeting::entries::{Site, entries};
use crate::meeting::{Meeting, in_sight, row};
use crate::token::Secret;
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::{Actor, Role, Sector};
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::person::language;
use samskab_locale::texts;

#[derive(FromRow)]
struct Feed {
    scope: String,
    subject_id: Id,
    membership_id: Id,
    person_id: Id,
    organisation_id: Id,
    sector: String,
    role: String,
    language: String,
    slug: String,
}

#[derive(FromRow)]
struct InArea {
    area_id: Id,
}

/// Days back that a calendar still holds what was.
const BACK_DAYS: i64 = 180;
/// So many meetings at the most.
const MEETINGS: i64 = 500;

/// The calendar behind an address, as far as its owner sees it today.
///
/// # Errors
/// [`Refusal::Missing`] for an address that was never given or is renewed, and when the membership
/// has ended.
pub async fn feed(
    desk: &Desk,
    municipality: Id,
    base_url: &str,
    secret: &Secret,
) -> Outcome<String> {
    let sql = sql!(
        "select feed.scope, feed.subject_id, feed.membership_id, membership.person_id, membership.organisation_id, \
         organisation.sector, membership.role, person.language, municipality.slug from calendar_feed feed \
         join membership on membership.municipality_id = feed.municipality_id and membership.id = feed.membership_id \
         and (membership.until_day is null or membership.until_day > ?) \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         and person.left_at is null \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id and organisation.closed_at is null \
         join municipality on municipality.id = feed.municipality_id \
         where feed.municipality_id = ? and feed.hash = ?",
        desk.today(),
        municipality,
        secret.hash()
    );
    let feed: Feed = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let actor = owner(desk, municipality, &feed).await?;
    let since = desk.now().plus(-BACK_DAYS * Moment::DAY);
    let sql = within(&actor, &feed)
        .and(" and meeting.ends_at > ?", [since.into()])
        .and(
            " order by meeting.starts_at, meeting.id limit ?",
            [MEETINGS.into()],
        );
    let meetings: Vec<Meeting> = desk.db.all(sql).await?;
    let site = Site {
        base_url,
        slug: &feed.slug,
    };
    let entries = entries(desk, municipality, &meetings, site).await?;
    let t = texts(language(&feed.language));
    let title = |title: Option<&String>| title.cloned().unwrap_or_default();
    let name = match feed.scope.as_str() {
        "initiative" => title(meetings.iter().find_map(|m| m.initiative.as_ref())),
        "area" => title(meetings.first().map(|m| &m.area)),
        _ => t.calendar_feed_mine(),
    };
    Ok(samskab_calendar::feed(
        &format!("Samskab: {name}"),
        &entries,
    ))
}

async fn owner(desk: &Desk, municipality: Id, feed: &Feed) -> Outcome<Actor> {
    let areas: Vec<InArea> = desk
        .db
        .all(sql!(
            "select area_id from membership_area where municipality_id = ? and membership_id = ?",
            municipality,
            feed.membership_id
        ))
        .await?;
    Ok(Actor {
        municipality,
        person: feed.person_id,
        membership: feed.membership_id,
        organisation: feed.organisation_id,
        sector: Sector::from_code(&feed.sector).ok_or(Refusal::Missing)?,
        role: Role::from_code(&feed.role).ok_or(Refusal::Missing)?,
        areas: areas.into_iter().map(|a| a.area_id).collect(),
    })
}

fn within(actor: &Actor, feed: &Feed) -> Sql {
    let subject = feed.subject_id;
    match feed.scope.as_str() {
        "initiative" => in_sight(row(actor.municipality), actor)
            .and(" and meeting.initiative_id = ?", [subject.into()]),
        "area" => in_sight(row(actor.municipality), actor)
            .and(" and meeting.area_id = ?", [subject.into()]),
        _ => invited(actor),
    }
}
