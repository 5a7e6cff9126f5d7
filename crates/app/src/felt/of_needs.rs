//! What is felt of each answer to a need: two lines, side by side.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::Actor;
use samskab_domain::felt::{After, Keys, Line, Says, Voice, counts, keys};
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use std::collections::BTreeMap;

/// What is felt of one answer.
#[derive(Clone, Debug)]
pub struct Felt {
    pub need: Id,
    pub answer: Id,
    pub observers: Line,
    pub users: Line,
    pub keys: Keys,
    /// When the last of them spoke.
    pub at: Option<Moment>,
    /// What they added in their own words, the newest first: users' words for all who see the
    /// need, observers' for those who asked and those who answered.
    pub added: Vec<Added>,
}

/// Words of one of them. An observer is not named; who wrote down the users' words is.
#[derive(Clone, Debug)]
pub struct Added {
    pub voice: Voice,
    pub says: Says,
    pub note: String,
    pub language: Language,
    pub organisation: String,
}

#[derive(FromRow)]
struct Row {
    need_id: Id,
    answer_id: Id,
    done: bool,
    voice: String,
    after: String,
    passed: bool,
    person_id: Id,
    says: Option<String>,
    note: Option<String>,
    language: Option<String>,
    said_at: Option<KeptMoment>,
    organisation: Option<String>,
    party: bool,
}

/// How many voices are read.
const VOICES: i64 = 2_000;
/// How many notes are shown under one answer.
const NOTES: usize = 5;

/// For each answer to the needs that someone was asked about, or said something to. The actor sees the
/// needs; `in_circle` says that she is one of those who asked.
///
/// # Errors
/// What the database answers.
pub async fn of_needs(
    desk: &Desk,
    actor: &Actor,
    needs: &[Id],
    in_circle: bool,
) -> Outcome<Vec<Felt>> {
    let sql = sql!(
        "select felt.need_id, felt.answer_id, answer.done_at is not null as done, felt.voice, felt.after, felt.passed_at is not null as passed, \
         coalesce(membership.person_id, felt.observation_id) as person_id, felt.says, \
         felt.note, felt.language, felt.said_at, organisation.name as organisation, \
         answer.organisation_id = ? as party from felt \
         join answer on answer.municipality_id = felt.municipality_id and answer.id = felt.answer_id \
         left join membership on membership.municipality_id = felt.municipality_id and membership.id = felt.membership_id \
         left join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where felt.municipality_id = ? and felt.need_id in ",
        actor.organisation,
        actor.municipality
    )
    .list(needs.iter().copied())
    .and(" order by felt.id desc limit ?", [VOICES.into()]);
    let rows: Vec<Row> = desk.db.all(sql).await?;
    let mut answers: BTreeMap<Id, Vec<Row>> = BTreeMap::new();
    for row in rows {
        answers.entry(row.answer_id).or_default().push(row);
    }
    let answers = answers.into_iter();
    Ok(answers
        .map(|(answer, rows)| felt(answer, rows, in_circle))
        .collect())
}

/// What counts as it stands now; of an observer asked again the last question alone, answered or not. The
/// rows come newest first.
fn current(mut rows: Vec<Row>) -> Vec<Row> {
    let mut known = std::collections::HashSet::new();
    rows.retain(|row| counts(after(row), row.passed, row.done));
    rows.retain(|row| voice(row) == Voice::User || known.insert(row.person_id));
    rows
}

fn after(row: &Row) -> After {
    After::from_code(&row.after).unwrap_or(After::Answer)
}

fn voice(row: &Row) -> Voice {
    Voice::from_code(&row.voice).unwrap_or(Voice::Observer)
}

fn felt(answer: Id, rows: Vec<Row>, in_circle: bool) -> Felt {
    let need = rows.first().map_or(answer, |row| row.need_id);
    let done = rows.first().is_some_and(|row| row.done);
    let rows = current(rows);
    let line = |wanted: Voice| {
        let said = rows.iter().filter(|row| voice(row) == wanted);
        let said: Vec<_> = said.filter_map(says).collect();
        Line::of(&said)
    };
    let (observers, users) = (line(Voice::Observer), line(Voice::User));
    Felt {
        need,
        answer,
        observers,
        users,
        keys: keys(done, observers, users),
        at: rows.iter().filter_map(|r| r.said_at).max().map(Into::into),
        added: rows
            .into_iter()
            .filter(|row| in_circle || row.party || voice(row) == Voice::User)
            .filter_map(added)
            .take(NOTES)
            .collect(),
    }
}

fn says(row: &Row) -> Option<Says> {
    Says::from_code(row.says.as_deref()?)
}

fn added(row: Row) -> Option<Added> {
    Some(Added {
        voice: voice(&row),
        says: says(&row)?,
        language: Language::from_code(row.language.as_deref()?).unwrap_or_default(),
        note: row.note?,
        organisation: row.organisation.unwrap_or_default(),
    })
}
