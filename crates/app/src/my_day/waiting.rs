//! What waits. Nothing ever waits for a frontline worker or volunteer (a relation is not a case).
use crate::desk::{Desk, Outcome};
use crate::fault;
use crate::felt::{self, Objection};
use crate::frame::{self, Notice, ToLookAt};
use crate::initiative::{self, BroughtIn, Over, Quiet};
use crate::observation;
use crate::offer::{self, CheckItem, CheckWish};
use crate::task::{self, Invitation};
use crate::vacancy;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Id, Moment};

/// What waits for someone.
#[derive(Clone, Debug, Default)]
pub struct Waiting {
    /// Stories of the last two weeks that no need has gathered; [`MANY`] stands for more too.
    pub stories: i64,
    /// Answers the organisation is asked for, the soonest first.
    pub answers: Vec<Asked>,
    /// Changes that have begun and nobody has said how it went.
    pub changes: Vec<Begun>,
    /// Tasks the actor is asked to take: an invitation, without a date.
    pub invitations: Vec<Invitation>,
    /// Initiatives the organisation is invited to, or others ask to be in.
    pub asked_in: Vec<initiative::Invitation>,
    /// Small trials others began with the organisation, and nobody of it has said a word in yet.
    pub brought_in: Vec<BroughtIn>,
    /// Small trials that are over, and nobody has told how they went.
    pub over: Vec<Over>,
    /// Initiatives of the organisation that have gone quiet.
    pub quiet: Vec<Quiet>,
    /// Limits and rooms of the organisation that have run out, or that someone asks about.
    pub frames: Vec<ToLookAt>,
    /// Limits found on the way, in something the actor is in.
    pub found_late: Vec<Notice>,
    /// Offers to ask *does it still hold?* about, the longest unchecked first.
    pub offers: Vec<CheckItem>,
    /// Said to be done, and someone cannot feel it.
    pub objections: Vec<Objection>,
    /// Answers a colleague asks one to look at before they are sent.
    pub looks: Vec<Asked>,
    /// Answers that want to know more of those who asked.
    pub wanting: Vec<Asked>,
    /// Long overdue in the areas of the neutral.
    pub overdue: Vec<Asked>,
    /// What hung on those who left, to be given on; the oldest first.
    pub vacancies: Vec<vacancy::Open>,
    /// Offers of which someone says that something is wrong, the longest waiting first.
    pub faulty: Vec<fault::Faulty>,
}

impl Waiting {
    pub fn is_empty(&self) -> bool {
        self.stories == 0
            && self.answers.is_empty()
            && self.changes.is_empty()
            && self.invitations.is_empty()
            && self.asked_in.is_empty()
            && self.brought_in.is_empty()
            && self.over.is_empty()
            && self.quiet.is_empty()
            && self.frames.is_empty()
            && self.found_late.is_empty()
            && self.offers.is_empty()
            && self.objections.is_empty()
            && self.looks.is_empty()
            && self.wanting.is_empty()
            && self.overdue.is_empty()
            && self.vacancies.is_empty()
            && self.faulty.is_empty()
    }
}

/// An answer that is asked for.
#[derive(Clone, Debug, FromRow)]
pub struct Asked {
    pub id: Id,
    pub title: String,
    due_day: String,
}

impl Asked {
    pub fn due(&self) -> Option<Day> {
        Day::parse(&self.due_day)
    }
}

/// A change that has begun.
#[derive(Clone, Debug, FromRow)]
pub struct Begun {
    pub id: Id,
    pub what: String,
    from_day: String,
}

impl Begun {
    pub fn from(&self) -> Option<Day> {
        Day::parse(&self.from_day)
    }
}

/// How many of each kind the page names; the rest is one step away.
const FEW: i64 = 3;
/// So many new stories that nobody counts on.
pub const MANY: i64 = 100;
/// Days a story counts as new.
const NEW_DAYS: i64 = 14;

/// # Errors
/// What the database answers.
pub async fn waiting(desk: &Desk, actor: &Actor) -> Outcome<Waiting> {
    let mut waiting = Waiting::default();
    if actor.may(Act::ReadInbox).is_ok() {
        let since = desk.now().plus(-NEW_DAYS * Moment::DAY);
        waiting.stories = observation::loose_since(desk, actor, since, MANY).await?;
    }
    if actor.may(Act::Answer).is_ok() {
        waiting.answers = answers(desk, actor).await?;
        waiting.changes = changes(desk, actor).await?;
        waiting.objections = felt::objections(desk, actor).await?;
        waiting.looks = looks(desk, actor).await?;
    }
    if actor.may(Act::RaiseNeed).is_ok() {
        waiting.wanting = wanting(desk, actor).await?;
    }
    if actor.role == Role::Facilitator {
        waiting.overdue = overdue(desk, actor).await?;
    }
    if actor.may(Act::DeclareFrame).is_ok() {
        waiting.frames = frame::to_look_at(desk, actor, FEW).await?;
    }
    if actor.may(Act::OpenInitiative).is_ok() {
        waiting.asked_in = initiative::waiting_for(desk, actor, FEW).await?;
        waiting.quiet = initiative::quiet(desk, actor, FEW).await?;
    }
    if actor.may(Act::WriteChange).is_ok() {
        waiting.brought_in = initiative::brought_in(desk, actor, FEW).await?;
        let few = usize::try_from(FEW).unwrap_or_default();
        waiting.over = initiative::over(desk, actor, few).await?;
    }
    waiting.invitations = task::invitations(desk, actor, FEW).await?;
    waiting.found_late = frame::notices(desk, actor).await?;
    if actor.may(Act::FillVacancy).is_ok() {
        waiting.vacancies = vacancy::list(desk, actor).await?;
        waiting
            .vacancies
            .truncate(usize::try_from(FEW).unwrap_or_default());
    }
    if actor.may(Act::KeepOffers).is_ok() {
        waiting.faulty = fault::faulty(desk, actor, FEW).await?;
    }
    if actor.may(Act::KeepOffers).is_ok() && actor.role != Role::Facilitator {
        waiting.offers = offers(desk, actor).await?;
    }
    Ok(waiting)
}

async fn answers(desk: &Desk, actor: &Actor) -> Outcome<Vec<Asked>> {
    let sql = sql!(
        "select answer.id, need.title, answer.due_day from answer \
         join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id \
         where answer.municipality_id = ? and answer.organisation_id = ? and answer.kind is null \
         and answer.withdrawn_at is null order by answer.due_day, answer.id limit ?",
        actor.municipality,
        actor.organisation,
        FEW
    );
    Ok(desk.db.all(sql).await?)
}

const ASKED: &str = "select answer.id, need.title, answer.due_day from answer \
     join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id";

async fn looks(desk: &Desk, actor: &Actor) -> Outcome<Vec<Asked>> {
    let sql = sql!(ASKED).and(
        " join answer_look look on look.municipality_id = answer.municipality_id and look.answer_id = answer.id \
         where look.municipality_id = ? and look.asked_of = ? and look.look is null order by look.id limit ?",
        [actor.municipality.into(), actor.membership.into(), FEW.into()],
    );
    Ok(desk.db.all(sql).await?)
}

/// Those nobody has told more yet, of the needs whose circle the actor is in.
async fn wanting(desk: &Desk, actor: &Actor) -> Outcome<Vec<Asked>> {
    let sql = sql!(ASKED).and(
        " where answer.municipality_id = ? and answer.kind = 'know_more' and not exists (select 1 from answer_step step \
         where step.municipality_id = answer.municipality_id and step.answer_id = answer.id and step.kind = 'replied')",
        [actor.municipality.into()],
    );
    let sql = match actor.role {
        Role::Facilitator if actor.areas.is_empty() => sql,
        Role::Facilitator => sql
            .text(" and need.area_id in ")
            .list(actor.areas.iter().copied()),
        _ => sql.and(" and need.organisation_id = ?", [actor.organisation.into()]),
    };
    let sql = sql.and(" order by answer.id desc limit ?", [FEW.into()]);
    Ok(desk.db.all(sql).await?)
}

async fn overdue(desk: &Desk, actor: &Actor) -> Outcome<Vec<Asked>> {
    let sql = sql!(ASKED).and(
        " where answer.municipality_id = ? and answer.overdue_at is not null and answer.kind is null \
         and answer.withdrawn_at is null",
        [actor.municipality.into()],
    );
    let sql = match actor.areas.is_empty() {
        true => sql,
        false => sql
            .text(" and need.area_id in ")
            .list(actor.areas.iter().copied()),
    };
    let sql = sql.and(" order by answer.due_day, answer.id limit ?", [FEW.into()]);
    Ok(desk.db.all(sql).await?)
}

async fn changes(desk: &Desk, actor: &Actor) -> Outcome<Vec<Begun>> {
    let sql = sql!(
        "select id, what, from_day from practice_change where municipality_id = ? and organisation_id = ? \
         and outcome is null and coalesce(follow_up_day, from_day) <= ? order by coalesce(follow_up_day, from_day), id limit ?",
        actor.municipality,
        actor.organisation,
        desk.today(),
        FEW
    );
    Ok(desk.db.all(sql).await?)
}

async fn offers(desk: &Desk, actor: &Actor) -> Outcome<Vec<CheckItem>> {
    let page = offer::checks(desk, actor, &CheckWish::default()).await?;
    let few = usize::try_from(FEW).unwrap_or_default();
    Ok(page.items.into_iter().take(few).collect())
}
