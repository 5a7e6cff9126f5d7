//! Meetings as calendar programs have them: one entry each, or one for a row and one more for each of
//! it that was changed.
use super::table::Meeting;
use crate::desk::{Desk, Outcome};
use samskab_calendar::Entry;
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::meeting::{Repeats, State, When};
use samskab_domain::schedule::Time;

/// A row of meetings as it was called.
#[derive(Clone, Debug, FromRow)]
pub(crate) struct Series {
    id: Id,
    repeats: String,
    first_day: String,
    times: i64,
    from_time: Option<String>,
    until_time: Option<String>,
    title: String,
    place: String,
    created_at: KeptMoment,
}

/// Where the municipality's pages are.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    pub base_url: &'a str,
    pub slug: &'a str,
}

impl Site<'_> {
    /// What a meeting or a row of them is called everywhere and for ever. The slug leads an answer
    /// to its municipality.
    fn uid(self, id: Id) -> String {
        format!("{id}@{}.samskab", self.slug)
    }

    fn address(self, id: Id) -> String {
        format!("{}/{}/meetings/{id}", self.base_url, self.slug)
    }
}

/// The id and the slug that an address of [`Site::uid`] is made of.
pub(super) fn read_uid(uid: &str) -> Option<(Id, &str)> {
    let (id, slug) = uid.strip_suffix(".samskab")?.split_once('@')?;
    Some((id.parse().ok()?, slug))
}

impl Series {
    fn hours(&self) -> Option<(Time, Time)> {
        let time = |text: &Option<String>| text.as_deref().and_then(Time::parse);
        time(&self.from_time).zip(time(&self.until_time))
    }

    fn on(&self, day: Day) -> When {
        When {
            day,
            hours: self.hours(),
        }
    }

    /// The row itself: its rule, and the times of it that are not held, or not there for the reader.
    pub(super) fn entry(&self, meetings: &[&Meeting], site: Site<'_>) -> Option<Entry> {
        let first = Day::parse(&self.first_day)?;
        let repeats = Repeats::from_code(&self.repeats)?;
        let times = u8::try_from(self.times).ok()?;
        let held = meetings.iter().filter(|m| m.state() != State::Cancelled);
        let held: Vec<Day> = held.filter_map(|m| m.series_day()).collect();
        let cancelled = meetings.len().saturating_sub(held.len());
        let all = held.is_empty();
        let changed = meetings.iter().map(|m| m.changed_at()).max();
        let days = repeats.days(first, times).into_iter();
        let left_out = days.filter(|day| !held.contains(day));
        Some(Entry {
            uid: site.uid(self.id),
            sequence: i64::try_from(cancelled).unwrap_or_default(),
            stamp: changed.unwrap_or(*self.created_at),
            when: self.on(first),
            title: self.title.clone(),
            place: self.place.clone(),
            address: meetings.first().map(|m| site.address(m.id)),
            cancelled: all,
            rule: Some(repeats.rule(first, times)),
            left_out: match all {
                true => vec![],
                false => left_out.map(|day| self.on(day)).collect(),
            },
            instead_of: None,
        })
    }

    /// Whether a meeting of the row is otherwise than the row has it.
    fn differs(&self, meeting: &Meeting) -> bool {
        let here = meeting.series_day().map(|day| self.on(day));
        here != Some(meeting.when()) || meeting.title != self.title || meeting.place != self.place
    }
}

/// One meeting by itself, or as the one of its row that it is.
pub(super) fn entry(meeting: &Meeting, series: Option<&Series>, site: Site<'_>) -> Entry {
    let instead_of = series.zip(meeting.series_day());
    Entry {
        uid: site.uid(meeting.series_id.unwrap_or(meeting.id)),
        sequence: meeting.sequence,
        stamp: meeting.changed_at(),
        when: meeting.when(),
        title: meeting.title.clone(),
        place: meeting.place.clone(),
        address: Some(site.address(meeting.id)),
        cancelled: meeting.state() == State::Cancelled,
        rule: None,
        left_out: vec![],
        instead_of: instead_of.map(|(series, day)| series.on(day)),
    }
}

/// All of `meetings`, and with each that is one of a row, as much of the row as is `seen`.
pub(crate) async fn entries(
    desk: &Desk,
    municipality: Id,
    meetings: &[Meeting],
    seen: Sql,
    site: Site<'_>,
) -> Outcome<Vec<Entry>> {
    let ids: Vec<Id> = meetings.iter().filter_map(|m| m.series_id).collect();
    let rows = rows(desk, municipality, &ids).await?;
    let all = of_rows(desk, seen, &ids).await?;
    let alone = meetings.iter().filter(|m| m.series_id.is_none());
    let mut entries: Vec<Entry> = alone.map(|m| entry(m, None, site)).collect();
    for series in &rows {
        let of_row: Vec<&Meeting> = all
            .iter()
            .filter(|m| m.series_id == Some(series.id))
            .collect();
        entries.extend(series.entry(&of_row, site));
        let changed = of_row
            .iter()
            .filter(|m| m.state() != State::Cancelled && series.differs(m));
        entries.extend(changed.map(|m| entry(m, Some(series), site)));
    }
    Ok(entries)
}

/// The rows behind these ids.
pub(super) async fn rows(desk: &Desk, municipality: Id, ids: &[Id]) -> Outcome<Vec<Series>> {
    let sql = sql!(
        "select id, repeats, first_day, times, from_time, until_time, title, place, created_at from meeting_series \
         where municipality_id = ? and id in ",
        municipality
    );
    let sql = sql.list(ids.iter().copied()).text(" order by id");
    Ok(desk.db.all(sql).await?)
}

/// Those of `seen` that are in these rows, in order.
pub(super) async fn of_rows(desk: &Desk, seen: Sql, ids: &[Id]) -> Outcome<Vec<Meeting>> {
    let sql = seen
        .text(" and meeting.series_id in ")
        .list(ids.iter().copied())
        .text(" order by meeting.starts_at, meeting.id");
    Ok(desk.db.all(sql).await?)
}
