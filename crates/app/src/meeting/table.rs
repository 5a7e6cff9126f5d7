//! The `meeting` table, and who sees which of its rows.
use crate::desk::{Desk, Outcome, Refusal};
use samskab_database::{FromRow, KeptMoment, Sql, Tx, Value, sql};
use samskab_domain::access::{Actor, Sight};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::meeting as rules;
use samskab_domain::meeting::{Purpose, State, When};
use samskab_domain::schedule::Time;

/// A meeting as those who see it see it.
#[derive(Clone, Debug, FromRow)]
pub struct Meeting {
    pub id: Id,
    pub area_id: Id,
    pub area: String,
    pub initiative_id: Option<Id>,
    pub initiative: Option<String>,
    pub series_id: Option<Id>,
    series_day: Option<String>,
    purpose: String,
    /// A day on which practitioners of both sectors look at the area together (F26).
    pub seminar: bool,
    pub title: String,
    pub place: String,
    pub about: Option<String>,
    language: String,
    on_day: String,
    from_time: Option<String>,
    until_time: Option<String>,
    starts_at: KeptMoment,
    ends_at: KeptMoment,
    pub sequence: i64,
    /// How many times it was moved or named anew.
    pub version: i64,
    state: String,
    public_practice: Option<i64>,
    public_other: Option<i64>,
    voluntary_practice: Option<i64>,
    voluntary_other: Option<i64>,
    closed_at: Option<KeptMoment>,
    pub called_by: Id,
    changed_at: KeptMoment,
    /// How many practice changes came of it.
    pub changes: i64,
}

impl Meeting {
    pub fn purpose(&self) -> Purpose {
        Purpose::from_code(&self.purpose).unwrap_or(Purpose::Knowledge)
    }

    pub fn state(&self) -> State {
        State::from_code(&self.state).unwrap_or(State::Cancelled)
    }

    /// The language it was called in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn when(&self) -> When {
        let time = |text: &Option<String>| text.as_deref().and_then(Time::parse);
        When {
            day: Day::parse(&self.on_day).unwrap_or(Day::of(*self.starts_at)),
            hours: time(&self.from_time).zip(time(&self.until_time)),
        }
    }

    /// The day the row of meetings it is one of has it on.
    pub fn series_day(&self) -> Option<Day> {
        self.series_day.as_deref().and_then(Day::parse)
    }

    pub fn starts_at(&self) -> Moment {
        *self.starts_at
    }

    pub fn ends_at(&self) -> Moment {
        *self.ends_at
    }

    pub fn closed_at(&self) -> Option<Moment> {
        self.closed_at.map(Moment::from)
    }

    pub fn changed_at(&self) -> Moment {
        *self.changed_at
    }

    /// How many were there, in the order of [`rules::closing::PLACES`].
    pub fn there(&self) -> Option<[i64; 4]> {
        Some([
            self.public_practice?,
            self.public_other?,
            self.voluntary_practice?,
            self.voluntary_other?,
        ])
    }

    /// Whether one may still tap what one got to say.
    pub fn asks(&self, now: Moment) -> bool {
        let until = self.ends_at.plus(rules::voice::ASKED_DAYS * Moment::DAY);
        self.state() != State::Cancelled && *self.starts_at <= now && now < until
    }
}

const COLUMNS: &str = "select meeting.id, meeting.area_id, area.name as area, meeting.initiative_id, \
     initiative.title as initiative, meeting.series_id, meeting.series_day, meeting.purpose, meeting.seminar, \
     meeting.title, meeting.place, meeting.about, meeting.language, meeting.on_day, meeting.from_time, \
     meeting.until_time, meeting.starts_at, meeting.ends_at, meeting.sequence, meeting.version, meeting.state, \
     meeting.public_practice, meeting.public_other, meeting.voluntary_practice, meeting.voluntary_other, \
     meeting.closed_at, meeting.called_by, meeting.changed_at, (select count(*) from practice_change \
     where practice_change.municipality_id = meeting.municipality_id \
     and practice_change.meeting_id = meeting.id) as changes from meeting \
     join area on area.municipality_id = meeting.municipality_id and area.id = meeting.area_id \
     left join initiative on initiative.municipality_id = meeting.municipality_id \
     and initiative.id = meeting.initiative_id where meeting.municipality_id = ?";

/// Every meeting of a municipality, whoever may see it.
pub(crate) fn row(municipality: Id) -> Sql {
    sql!(COLUMNS, municipality)
}

/// Those someone is invited to, under whichever of her memberships; an invitation ends with the one it was
/// given to.
pub(crate) fn invited(municipality: Id, person: Id) -> Sql {
    row(municipality).and(
        " and meeting.id in (select meeting_id from meeting_invitation where municipality_id = ? and membership_id in \
         (select id from membership where municipality_id = ? and person_id = ? and until_day is null))",
        [municipality.into(), municipality.into(), person.into()],
    )
}

/// Narrows to the meetings `actor` sees: those she is invited to, under whichever of her
/// memberships, and those in [`Actor::sight_of_meetings`].
pub(crate) fn in_sight(sql: Sql, actor: &Actor) -> Sql {
    let sql = sql.and(
        " and (exists (select 1 from meeting_invitation \
         join membership on membership.municipality_id = meeting_invitation.municipality_id \
         and membership.id = meeting_invitation.membership_id \
         where meeting_invitation.municipality_id = meeting.municipality_id \
         and meeting_invitation.meeting_id = meeting.id and membership.person_id = ? \
         and membership.until_day is null)",
        [actor.person.into()],
    );
    let sql = match actor.sight_of_meetings() {
        Sight::Own => sql,
        Sight::Organisation => sql.and(
            " or exists (select 1 from initiative_party party where party.municipality_id = meeting.municipality_id \
             and party.initiative_id = meeting.initiative_id and party.organisation_id = ? and party.left_at is null)",
            [actor.organisation.into()],
        ),
        Sight::Areas if actor.areas.is_empty() => sql.text(" or 1 = 1"),
        Sight::Areas => sql
            .text(" or meeting.area_id in ")
            .list(actor.areas.iter().copied()),
    };
    sql.text(")")
}

/// The meetings the actor sees.
pub(super) fn select(actor: &Actor) -> Sql {
    in_sight(row(actor.municipality), actor)
}

/// # Errors
/// [`Refusal::Missing`] for one out of sight.
pub(super) async fn find(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Meeting> {
    let sql = select(actor).and(" and meeting.id = ?", [id.into()]);
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

#[derive(FromRow)]
struct InIt {
    organisation_id: Id,
}

fn parties(meeting: &Meeting, municipality: Id) -> Sql {
    sql!(
        "select distinct organisation_id from initiative_party \
         where municipality_id = ? and initiative_id = ? and left_at is null",
        municipality,
        meeting.initiative_id
    )
}

/// What someone may do about a meeting she sees.
#[derive(Clone, Copy, Debug)]
pub struct May {
    /// Moves, cancels and closes it.
    pub lead: bool,
    /// Calls the next one of the same.
    pub call: bool,
    /// Ends the initiative it is of; never for one of an area.
    pub end: bool,
}

pub(super) async fn may(desk: &Desk, actor: &Actor, meeting: &Meeting) -> Outcome<May> {
    let found: Vec<InIt> = desk.db.all(parties(meeting, actor.municipality)).await?;
    let parties: Vec<Id> = found.iter().map(|p| p.organisation_id).collect();
    let area = meeting.area_id;
    let of_initiative = meeting.initiative_id.map(|_| parties.as_slice());
    Ok(May {
        lead: may_lead(actor, meeting, &found).is_ok(),
        call: actor.may_call_meeting(area, of_initiative).is_ok(),
        end: of_initiative.is_some_and(|of| actor.may_write_in_initiative(area, of).is_ok()),
    })
}

fn may_lead(actor: &Actor, meeting: &Meeting, parties: &[InIt]) -> Outcome<()> {
    let parties: Vec<Id> = parties.iter().map(|p| p.organisation_id).collect();
    let of_initiative = meeting.initiative_id.map(|_| parties.as_slice());
    actor.may_lead_meeting(meeting.area_id, of_initiative, meeting.called_by)?;
    Ok(())
}

/// A planned meeting the actor sees, held for writing.
///
/// # Errors
/// [`Refusal::Missing`] for one out of sight; [`Refusal::Done`] for one closed or cancelled.
pub(super) async fn open(tx: &mut Tx, actor: &Actor, id: Id) -> Outcome<Meeting> {
    let hold = sql!(
        "select id from meeting where municipality_id = ? and id = ?",
        actor.municipality,
        id
    )
    .text(tx.only_postgres(" for update"));
    tx.run(hold).await?;
    let sql = select(actor).and(" and meeting.id = ?", [id.into()]);
    let meeting: Meeting = tx.first(sql).await?.ok_or(Refusal::Missing)?;
    match meeting.state() {
        State::Planned => Ok(meeting),
        State::Closed | State::Cancelled => Err(Refusal::Done),
    }
}

/// A planned meeting the actor leads, held for writing.
///
/// # Errors
/// As [`open`]; denied to those who do not lead it.
pub(super) async fn led(tx: &mut Tx, actor: &Actor, id: Id) -> Outcome<Meeting> {
    let meeting = open(tx, actor, id).await?;
    let found: Vec<InIt> = tx.all(parties(&meeting, actor.municipality)).await?;
    may_lead(actor, &meeting, &found)?;
    Ok(meeting)
}

/// One meeting to be written.
pub(super) struct NewRow<'a> {
    pub id: Id,
    pub area: Id,
    pub initiative: Option<Id>,
    pub series: Option<Id>,
    pub when: When,
    pub meeting: &'a rules::Meeting,
    pub language: Language,
    pub now: Moment,
}

pub(super) fn insert<'a>(actor: &Actor, rows: impl IntoIterator<Item = NewRow<'a>>) -> Sql {
    let rows = rows.into_iter().map(|row| {
        let hours = row.when.hours;
        [
            Value::from(actor.municipality),
            row.id.into(),
            row.area.into(),
            row.initiative.into(),
            row.series.into(),
            row.series.map(|_| row.when.day).into(),
            row.meeting.purpose.code().into(),
            row.meeting.seminar.into(),
            row.meeting.title.as_str().into(),
            row.meeting.place.as_str().into(),
            row.meeting.about.clone().into(),
            row.language.code().into(),
            row.when.day.into(),
            hours.map(|(from, _)| from.to_string()).into(),
            hours.map(|(_, until)| until.to_string()).into(),
            row.when.starts().into(),
            row.when.ends().into(),
            0i64.into(),
            State::Planned.code().into(),
            actor.membership.into(),
            row.now.into(),
            row.now.into(),
        ]
    });
    sql!(
        "insert into meeting (municipality_id, id, area_id, initiative_id, series_id, series_day, purpose, seminar, \
         title, place, about, language, on_day, from_time, until_time, starts_at, ends_at, sequence, state, \
         called_by, created_at, changed_at) values "
    )
    .rows(rows)
}
