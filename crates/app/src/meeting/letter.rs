//! What a mail about a meeting says: title, time and place, and nothing else.
use super::entries::{Series, Site, entries, entry, of_rows, rows};
use super::table::{Meeting, invited, row};
use crate::desk::{Desk, Outcome, Refusal};
use crate::mail::{self, Invitation};
use samskab_calendar::{Entry, Method, People};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::meeting::State;
use samskab_domain::meeting::voice::ASKED_DAYS;
use samskab_locale::Texts;

/// The words of a mail, and the invitation beside them.
pub(crate) struct Words {
    pub subject: String,
    pub text: String,
    pub calendar: Invitation,
}

/// A mail to someone.
pub(crate) struct To<'a> {
    pub person: Id,
    pub name: &'a str,
    pub people: People<'a>,
    pub site: Site<'a>,
    /// Opens the page that takes an answer.
    pub link: &'a str,
}

/// The meeting a mail is about.
pub(crate) async fn of(desk: &Desk, municipality: Id, id: Id) -> Outcome<Meeting> {
    let sql = row(municipality).and(" and meeting.id = ?", [id.into()]);
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

/// # Errors
/// What the database answers.
pub(crate) async fn words(
    desk: &Desk,
    municipality: Id,
    meeting: &Meeting,
    kind: mail::Kind,
    to: To<'_>,
    t: &Texts,
) -> Outcome<Words> {
    let (title, place) = (meeting.title.as_str(), meeting.place.as_str());
    let when = time(meeting, t);
    let hers = invited(municipality, to.person);
    let (subject, text, method, found) = match kind {
        mail::Kind::MeetingCancelled => (
            t.mail_meeting_cancelled_subject(title),
            t.mail_meeting_cancelled_text(to.name, title, when, place),
            Method::Cancel,
            cancelled(desk, municipality, meeting, hers, to.site).await?,
        ),
        mail::Kind::MeetingWithout => (
            t.mail_meeting_without_subject(title),
            t.mail_meeting_without_text(to.name, title, when, place),
            Method::Cancel,
            withdrawn(desk, municipality, meeting, to.site).await?,
        ),
        mail::Kind::MeetingChanged => (
            t.mail_meeting_changed_subject(title),
            t.mail_meeting_changed_text(to.name, title, when, place, to.link),
            Method::Request,
            alone(desk, municipality, meeting, to.site).await?,
        ),
        _ => (
            t.mail_meeting_subject(title),
            t.mail_meeting_text(to.name, title, when, place, to.link),
            Method::Request,
            entries(
                desk,
                municipality,
                std::slice::from_ref(meeting),
                hers,
                to.site,
            )
            .await?,
        ),
    };
    let text_of_calendar = samskab_calendar::invitation(method, to.people, &found);
    let calendar = Invitation {
        method: method.word(),
        text: text_of_calendar,
    };
    Ok(Words {
        subject,
        text,
        calendar,
    })
}

/// `23. november 2026 kl. 16.30–18.00`, or the day alone; of a row, also that it comes again.
fn time(meeting: &Meeting, t: &Texts) -> String {
    let when = t.hours(meeting.when());
    match meeting.series_id {
        Some(_) => t.meeting_time_of_row(when),
        None => when,
    }
}

async fn alone(
    desk: &Desk,
    municipality: Id,
    meeting: &Meeting,
    site: Site<'_>,
) -> Outcome<Vec<Entry>> {
    let row = row_of(desk, municipality, meeting).await?;
    Ok(vec![entry(meeting, row.as_ref(), site)])
}

/// The row a meeting is one of.
async fn row_of(desk: &Desk, municipality: Id, meeting: &Meeting) -> Outcome<Option<Series>> {
    let ids: Vec<Id> = meeting.series_id.into_iter().collect();
    Ok(rows(desk, municipality, &ids).await?.pop())
}

/// The meeting, or the whole row it is one of, as not there for her any more.
async fn withdrawn(
    desk: &Desk,
    municipality: Id,
    meeting: &Meeting,
    site: Site<'_>,
) -> Outcome<Vec<Entry>> {
    let found = match row_of(desk, municipality, meeting).await? {
        Some(row) => row.entry(&[], site),
        None => Some(entry(meeting, None, site)),
    };
    let gone = found.map(|entry| Entry {
        cancelled: true,
        sequence: meeting.sequence + 1,
        stamp: desk.now(),
        ..entry
    });
    Ok(gone.into_iter().collect())
}

/// Every meeting of the row she was invited to that is cancelled, so that whoever missed one mail has it by the
/// next.
async fn cancelled(
    desk: &Desk,
    municipality: Id,
    meeting: &Meeting,
    hers: Sql,
    site: Site<'_>,
) -> Outcome<Vec<Entry>> {
    let Some(series) = meeting.series_id else {
        return Ok(vec![entry(meeting, None, site)]);
    };
    let rows = rows(desk, municipality, &[series]).await?;
    let all = of_rows(desk, hers, &[series]).await?;
    let cancelled = all.iter().filter(|m| m.state() == State::Cancelled);
    Ok(cancelled.map(|m| entry(m, rows.first(), site)).collect())
}

#[derive(FromRow)]
struct Found {
    id: Id,
}

/// The invitation a link in a mail opens, and how long it works: until nobody is asked any more what
/// she got to say. None where it ended with the membership it was given to.
pub(crate) async fn invitation_of(
    desk: &Desk,
    municipality: Id,
    meeting: &Meeting,
    person: Id,
) -> Outcome<Option<(Id, i64)>> {
    let sql = sql!(
        "select invitation.id from meeting_invitation invitation \
         join membership on membership.municipality_id = invitation.municipality_id \
         and membership.id = invitation.membership_id and membership.until_day is null \
         where invitation.municipality_id = ? and invitation.meeting_id = ? and membership.person_id = ?",
        municipality,
        meeting.id,
        person
    );
    let found: Option<Found> = desk.db.first(sql).await?;
    let until = meeting.ends_at().plus(ASKED_DAYS * Moment::DAY);
    let lifetime = (until.0 - desk.now().0).max(Moment::DAY);
    Ok(found.map(|found| (found.id, lifetime)))
}
