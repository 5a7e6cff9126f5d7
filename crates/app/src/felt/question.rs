//! One question, as the one who is asked sees it.
use crate::desk::{Desk, Outcome, Refusal};
use crate::token::{self, Purpose, Secret};
use samskab_database::{FromRow, Sql, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::answer::Kind;
use samskab_domain::felt::{LINK_DAYS, Says};
use samskab_domain::kernel::{Coded, Id, Language, Moment};

/// A question with what it is about. What is told of the need, everyone may see: it was raised.
#[derive(Clone, Debug, FromRow)]
pub struct Question {
    pub id: Id,
    pub need_id: Id,
    pub need: String,
    pub answer_id: Id,
    pub organisation: String,
    kind: String,
    pub what: Option<String>,
    pub meaning: Option<String>,
    done: bool,
    language: String,
    says: Option<String>,
    pub note: Option<String>,
    pub(super) membership_id: Option<Id>,
}

impl Question {
    /// The language the answer was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    /// What was answered.
    pub fn kind(&self) -> Option<Kind> {
        Kind::from_code(&self.kind)
    }

    /// The answerer says that it is done.
    pub fn done(&self) -> bool {
        self.done
    }

    /// What she has said; nothing so far, else.
    pub fn says(&self) -> Option<Says> {
        Says::from_code(self.says.as_deref()?)
    }
}

fn select(municipality: Id) -> Sql {
    sql!(
        "select felt.id, felt.need_id, need.title as need, felt.answer_id, organisation.name as organisation, \
         answer.kind, answer.what, answer.meaning, answer.done_at is not null as done, answer.language, felt.says, \
         felt.note, felt.membership_id from felt \
         join need on need.municipality_id = felt.municipality_id and need.id = felt.need_id \
         join answer on answer.municipality_id = felt.municipality_id and answer.id = felt.answer_id \
         join organisation on organisation.municipality_id = answer.municipality_id \
         and organisation.id = answer.organisation_id \
         where felt.municipality_id = ? and felt.voice = 'observer'",
        municipality
    )
}

/// Narrows to what was asked of the actor, under whichever of her memberships.
fn of(sql: Sql, actor: &Actor) -> Sql {
    sql.and(
        " and felt.membership_id in (select id from membership where municipality_id = ? and person_id = ?)",
        [actor.municipality.into(), actor.person.into()],
    )
}

/// A question asked of the actor.
///
/// # Errors
/// [`Refusal::Missing`] for another's.
pub async fn read(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Question> {
    actor.may(Act::TellObservation)?;
    let sql = of(select(actor.municipality), actor).and(" and felt.id = ?", [id.into()]);
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

/// The question a mail's link opens. Looking changes nothing: mail scanners look too.
///
/// # Errors
/// [`Refusal::Missing`] for a link that has run out or was never given.
pub async fn by_link(desk: &Desk, municipality: Id, secret: &Secret) -> Outcome<Question> {
    let id = token::look(desk, municipality, secret, &[Purpose::Felt], desk.now()).await?;
    let sql = select(municipality).and(" and felt.id = ?", [id.into()]);
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

/// What was asked of the citizen who told `story` without an account, the newest first.
///
/// # Errors
/// What the database answers.
pub(crate) async fn of_story(desk: &Desk, municipality: Id, story: Id) -> Outcome<Vec<Question>> {
    let sql = select(municipality).and(
        " and felt.observation_id = ? and felt.passed_at is null order by felt.asked_at desc, felt.id limit ?",
        [story.into(), SHOWN.into()],
    );
    Ok(desk.db.all(sql).await?)
}

/// How many open questions are shown at a time.
const SHOWN: i64 = 3;

/// What the actor is asked and has said nothing to, the newest first. After two months a
/// question goes by itself: it is no duty.
///
/// # Errors
/// What the database answers.
pub async fn open(desk: &Desk, actor: &Actor) -> Outcome<Vec<Question>> {
    if actor.may(Act::TellObservation).is_err() {
        return Ok(vec![]);
    }
    let since = desk.now().plus(-LINK_DAYS * Moment::DAY);
    let sql = of(select(actor.municipality), actor).and(
        " and felt.says is null and felt.passed_at is null and felt.asked_at > ? order by felt.asked_at desc, felt.id limit ?",
        [since.into(), SHOWN.into()],
    );
    Ok(desk.db.all(sql).await?)
}
