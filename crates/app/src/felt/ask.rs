//! The question goes out to those who told.
use crate::desk::{Desk, Outcome};
use crate::mail;
use samskab_database::{FromRow, KeptMoment, Value, sql};
use samskab_domain::answer::Kind;
use samskab_domain::calendar::Day;
use samskab_domain::felt::{After, Given, Voice, asked};
use samskab_domain::kernel::{Coded, Id};

#[derive(FromRow)]
pub(super) struct Answered {
    pub(super) need_id: Id,
    kind: String,
    answered_at: KeptMoment,
    by_day: Option<String>,
    done_at: Option<KeptMoment>,
}

impl Answered {
    pub(super) fn given(&self) -> Option<Given> {
        Some(Given {
            kind: Kind::from_code(&self.kind)?,
            answered: *self.answered_at,
            by: self.by_day.as_deref().and_then(Day::parse),
            done: self.done_at.map(Into::into),
        })
    }
}

/// An answer of this municipality that is given.
pub(super) async fn answered(
    desk: &Desk,
    municipality: Id,
    answer: Id,
) -> Outcome<Option<Answered>> {
    let sql = sql!(
        "select need_id, kind, answered_at, by_day, done_at from answer \
         where municipality_id = ? and id = ? and kind is not null and answered_at is not null",
        municipality,
        answer
    );
    Ok(desk.db.first(sql).await?)
}

#[derive(FromRow)]
struct Teller {
    membership_id: Id,
    person_id: Id,
}

/// Asks everyone whose story carries the need whether the answer can be felt, by a question and
/// a mail each. Run again, or before its time because *done* moved it, it asks nobody.
///
/// # Errors
/// What the database answers.
pub async fn ask(desk: &Desk, municipality: Id, answer: Id) -> Outcome<()> {
    let Some(answered) = answered(desk, municipality, answer).await? else {
        return Ok(());
    };
    let now = desk.now();
    let Some((at, after)) = answered.given().and_then(asked) else {
        return Ok(());
    };
    if at > now {
        return Ok(());
    }
    let tellers = tellers(desk, municipality, (answered.need_id, answer), after).await?;
    let citizens = citizens(desk, municipality, (answered.need_id, answer), after).await?;
    if tellers.is_empty() && citizens.is_empty() {
        return Ok(());
    }
    let questions: Vec<(Id, Id)> = tellers.iter().map(|t| (t.person_id, desk.id())).collect();
    let asked = tellers.iter().zip(&questions);
    let asked = asked.map(|(teller, &(_, id))| (id, Some(teller.membership_id), None));
    let stories = citizens
        .iter()
        .map(|story| (desk.id(), None, Some(story.id)));
    let rows = asked.chain(stories).map(|(id, membership, story)| {
        [
            Value::from(municipality),
            id.into(),
            answer.into(),
            answered.need_id.into(),
            Voice::Observer.code().into(),
            membership.into(),
            story.into(),
            after.code().into(),
            now.into(),
        ]
    });
    let mut tx = desk.db.write().await?;
    let insert = sql!(
        "insert into felt (municipality_id, id, answer_id, need_id, voice, membership_id, observation_id, after, asked_at) values "
    );
    // Two nodes at once: the second is refused as a whole by `felt_once`, and finds nobody left
    // to ask when it tries again.
    tx.run(insert.rows(rows)).await?;
    // Citizens who told without an account have no address: they see it where their code leads.
    if !questions.is_empty() {
        mail::ask_about(&mut tx, desk, municipality, mail::Kind::Felt, &questions).await?;
    }
    tx.commit().await?;
    Ok(())
}

#[derive(FromRow)]
struct Story {
    id: Id,
}

/// What the need rests on that citizens told without an account, and that was not asked about yet.
async fn citizens(
    desk: &Desk,
    municipality: Id,
    (need, answer): (Id, Id),
    after: After,
) -> Outcome<Vec<Story>> {
    let sql = sql!(
        "select observation.id from need_observation link \
         join observation on observation.municipality_id = link.municipality_id \
         and observation.id = link.observation_id and observation.state = 'kept' \
         and observation.teller_id is null \
         where link.municipality_id = ? and link.need_id = ? and not exists (select 1 from felt \
         where felt.municipality_id = link.municipality_id and felt.answer_id = ? \
         and felt.observation_id = observation.id and felt.after = ? and felt.passed_at is null) order by observation.id",
        municipality,
        need,
        answer,
        after.code()
    );
    Ok(desk.db.all(sql).await?)
}

/// Who told what the need rests on, is still here, and has not been asked this: each person once.
async fn tellers(
    desk: &Desk,
    municipality: Id,
    (need, answer): (Id, Id),
    after: After,
) -> Outcome<Vec<Teller>> {
    let sql = sql!(
        "select distinct membership.id as membership_id, membership.person_id from need_observation link \
         join observation on observation.municipality_id = link.municipality_id \
         and observation.id = link.observation_id and observation.state = 'kept' \
         join membership on membership.municipality_id = observation.municipality_id \
         and membership.id = observation.teller_id and membership.until_day is null \
         join person on person.municipality_id = membership.municipality_id \
         and person.id = membership.person_id and person.left_at is null \
         where link.municipality_id = ? and link.need_id = ? and not exists (select 1 from felt \
         join membership asked on asked.municipality_id = felt.municipality_id and asked.id = felt.membership_id \
         where felt.municipality_id = link.municipality_id and felt.answer_id = ? and felt.after = ? and felt.passed_at is null \
         and felt.voice = 'observer' and asked.person_id = membership.person_id) order by membership.id",
        municipality,
        need,
        answer,
        after.code()
    );
    let mut tellers: Vec<Teller> = desk.db.all(sql).await?;
    let mut known = std::collections::HashSet::new();
    tellers.retain(|t| known.insert(t.person_id));
    Ok(tellers)
}
