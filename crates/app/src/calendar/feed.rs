//! What a calendar program is given at a private address.
use crate::desk::{Desk, Outcome, Refusal};
use crate::meeting::entries::{Site, entries};
use crate::meeting::{Meeting, in_sight, invited, row};
use crate::person;
use crate::token::Secret;
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::person::language;
use samskab_locale::texts;

#[derive(FromRow)]
struct Feed {
    scope: String,
    subject_id: Id,
    membership_id: Id,
    language: String,
    slug: String,
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
        "select feed.scope, feed.subject_id, feed.membership_id, person.language, municipality.slug \
         from calendar_feed feed \
         join membership on membership.municipality_id = feed.municipality_id and membership.id = feed.membership_id \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         join municipality on municipality.id = feed.municipality_id \
         where feed.municipality_id = ? and feed.hash = ?",
        municipality,
        secret.hash()
    );
    let feed: Feed = desk.db.first(sql).await?.ok_or(Refusal::Missing)?;
    let actor = person::acting(desk, municipality, feed.membership_id).await?;
    let since = desk.now().plus(-BACK_DAYS * Moment::DAY);
    let seen = within(&actor, &feed);
    let sql = seen
        .clone()
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
    let entries = entries(desk, municipality, &meetings, seen, site).await?;
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

fn within(actor: &Actor, feed: &Feed) -> Sql {
    let subject = feed.subject_id;
    match feed.scope.as_str() {
        "initiative" => in_sight(row(actor.municipality), actor)
            .and(" and meeting.initiative_id = ?", [subject.into()]),
        "area" => in_sight(row(actor.municipality), actor)
            .and(" and meeting.area_id = ?", [subject.into()]),
        _ => invited(actor.municipality, actor.person),
    }
}
