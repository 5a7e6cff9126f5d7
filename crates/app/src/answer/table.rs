//! The `answer` table: the only file that names its columns.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, Sql, Value, sql};
use samskab_domain::access::{Actor, Sector};
use samskab_domain::answer::{self as rules, Kind, Late, Responsibility, late_by};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};

/// Whose responsibility it is, as the organisation that answered says.
#[derive(Clone, Debug, Default, FromRow)]
pub struct Named {
    responsibility: Option<String>,
    /// Another who has it, or whoever it is shared with.
    pub responsible: Option<String>,
    /// Where it stands.
    pub paragraph: Option<String>,
    pub kle: Option<String>,
}

impl Named {
    pub fn responsibility(&self) -> Option<Responsibility> {
        Responsibility::from_code(self.responsibility.as_deref()?)
    }

    fn as_draft(&self) -> rules::NamedDraft {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        rules::NamedDraft {
            responsibility: text(&self.responsibility),
            responsible: text(&self.responsible),
            paragraph: text(&self.paragraph),
            kle: text(&self.kle),
        }
    }
}

/// An organisation that is asked and, once it has answered, what it says.
#[derive(Clone, Debug, FromRow)]
pub struct Answer {
    pub id: Id,
    pub need_id: Id,
    pub need: String,
    pub area_id: Id,
    pub area: String,
    pub organisation_id: Id,
    pub organisation: String,
    sector: String,
    asked_at: KeptMoment,
    due_day: String,
    /// The answer it was passed on from, and whose that was.
    pub passed_from_id: Option<Id>,
    passed_from: Option<String>,
    from_organisation_id: Option<Id>,
    kind: Option<String>,
    pub reason: Option<String>,
    /// What it means for the one who told.
    pub meaning: Option<String>,
    pub mandate: Option<String>,
    pub what: Option<String>,
    by_day: Option<String>,
    pub missing: Option<String>,
    pub missing_from: Option<String>,
    passed_to_id: Option<Id>,
    passed_to: Option<String>,
    passed_to_text: Option<String>,
    #[sqlx(flatten)]
    pub named: Named,
    answered_at: Option<KeptMoment>,
    done_at: Option<KeptMoment>,
    reminded_at: Option<KeptMoment>,
    overdue_at: Option<KeptMoment>,
    withdrawn_at: Option<KeptMoment>,
    language: String,
}

impl Answer {
    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    /// Asked for, and neither given nor withdrawn.
    pub fn is_open(&self) -> bool {
        self.kind.is_none() && self.withdrawn_at.is_none()
    }

    /// Those who asked no longer ask.
    pub fn is_withdrawn(&self) -> bool {
        self.withdrawn_at.is_some()
    }

    /// Whose answer passed it on.
    pub fn passed_from(&self) -> Option<&str> {
        self.passed_from.as_deref().filter(|_| !self.asked_again())
    }

    /// The same organisation wanted to know more, and was told.
    pub fn asked_again(&self) -> bool {
        self.from_organisation_id == Some(self.organisation_id)
    }

    /// The step of lateness that was taken; none once it is given.
    pub fn late_step(&self) -> Option<Late> {
        let step = |at: Option<KeptMoment>, late: Late| at.filter(|_| self.is_open()).map(|_| late);
        step(self.overdue_at, Late::Overdue).or_else(|| step(self.reminded_at, Late::Reminded))
    }

    /// What the form for it held, to be mended.
    pub fn as_draft(&self) -> rules::Draft {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        rules::Draft {
            kind: text(&self.kind),
            reason: text(&self.reason),
            meaning: text(&self.meaning),
            mandate: text(&self.mandate),
            what: text(&self.what),
            by: text(&self.by_day),
            frame_items: vec![],
            missing: text(&self.missing),
            missing_from: text(&self.missing_from),
            passed_to: self
                .passed_to_id
                .map(|id| id.to_string())
                .unwrap_or_default(),
            passed_to_text: text(&self.passed_to_text),
            named: self.named.as_draft(),
            stands: false,
        }
    }

    /// Empty until it is given.
    pub fn kind(&self) -> Option<Kind> {
        Kind::from_code(self.kind.as_deref()?)
    }

    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }

    pub fn asked_at(&self) -> Moment {
        *self.asked_at
    }

    pub fn due(&self) -> Option<Day> {
        Day::parse(&self.due_day)
    }

    /// By when what was promised is to be done.
    pub fn by(&self) -> Option<Day> {
        Day::parse(self.by_day.as_deref()?)
    }

    /// Whom it was passed on to.
    pub fn passed_to(&self) -> Option<&str> {
        self.passed_to.as_deref().or(self.passed_to_text.as_deref())
    }

    pub fn answered_at(&self) -> Option<Moment> {
        self.answered_at.map(Moment::from)
    }

    pub fn done_at(&self) -> Option<Moment> {
        self.done_at.map(Moment::from)
    }

    /// How many working days the answer is overdue; none once it is given.
    pub fn late(&self, today: Day) -> Option<u32> {
        match self.is_open() {
            true => late_by(self.due()?, today),
            false => None,
        }
    }

    /// How many working days after its date the answer came.
    pub fn came_late(&self) -> Option<u32> {
        late_by(self.due()?, Day::of(self.answered_at()?))
    }

    pub(super) fn key(&self) -> String {
        let settled = i64::from(!self.is_open());
        format!("{settled}.{}", self.due_key())
    }

    pub(super) fn due_key(&self) -> String {
        format!("{}.{}", self.due_day, self.id.simple())
    }
}

const COLUMNS: &str = "select answer.id, answer.need_id, need.title as need, need.area_id, area.name as area, \
     answer.organisation_id, organisation.name as organisation, organisation.sector, answer.asked_at, \
     answer.due_day, answer.passed_from_id, before_organisation.name as passed_from, \
     before.organisation_id as from_organisation_id, answer.kind, \
     answer.reason, answer.meaning, answer.mandate, answer.what, answer.by_day, answer.missing, \
     answer.missing_from, answer.passed_to_id, passed.name as passed_to, answer.passed_to_text, answer.responsibility, answer.responsible, \
     answer.paragraph, answer.kle, answer.answered_at, \
     answer.done_at, answer.reminded_at, answer.overdue_at, answer.withdrawn_at, answer.language from answer \
     join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id \
     join area on area.municipality_id = need.municipality_id and area.id = need.area_id \
     join organisation on organisation.municipality_id = answer.municipality_id \
     and organisation.id = answer.organisation_id \
     left join organisation passed on passed.municipality_id = answer.municipality_id \
     and passed.id = answer.passed_to_id \
     left join answer before on before.municipality_id = answer.municipality_id \
     and before.id = answer.passed_from_id \
     left join organisation before_organisation on before_organisation.municipality_id = before.municipality_id \
     and before_organisation.id = before.organisation_id \
     where answer.municipality_id = ?";

/// The answers asked for in a municipality. All of them belong to raised needs, which every
/// member may see.
pub(super) fn select(municipality: Id) -> Sql {
    sql!(COLUMNS, municipality)
}

/// How many answers a need shows.
const ANSWERS: i64 = 100;

/// Everyone asked about a need, in the order they were asked.
pub(crate) async fn of_need(desk: &Desk, municipality: Id, need: Id) -> Outcome<Vec<Answer>> {
    let sql = select(municipality).and(
        " and answer.need_id = ? order by answer.id limit ?",
        [need.into(), ANSWERS.into()],
    );
    Ok(desk.db.all(sql).await?)
}

/// What was asked about any of `needs`, in the order it was asked.
///
/// # Errors
/// What the database answers.
pub(crate) async fn of_needs(desk: &Desk, municipality: Id, needs: &[Id]) -> Outcome<Vec<Answer>> {
    let sql = select(municipality)
        .text(" and answer.need_id in ")
        .list(needs.iter().copied())
        .and(" order by answer.id limit ?", [ANSWERS.into()]);
    Ok(desk.db.all(sql).await?)
}

/// One asked answer to be written.
pub(super) struct Asked {
    pub id: Id,
    pub need: Id,
    pub organisation: Id,
    pub due: Day,
    pub passed_from: Option<Id>,
}

pub(super) fn insert(actor: &Actor, asked: impl IntoIterator<Item = Asked>, now: Moment) -> Sql {
    let rows = asked.into_iter().map(|a| {
        [
            Value::from(actor.municipality),
            a.id.into(),
            a.need.into(),
            a.organisation.into(),
            actor.membership.into(),
            actor.organisation.into(),
            now.into(),
            a.due.into(),
            a.passed_from.into(),
            // It takes the language it is given in.
            Language::default().code().into(),
        ]
    });
    sql!(
        "insert into answer (municipality_id, id, need_id, organisation_id, asked_by, \
         asking_organisation_id, asked_at, due_day, passed_from_id, language) values "
    )
    .rows(rows)
}

/// Gives an answer that has not been given.
pub(super) fn fill(
    actor: &Actor,
    id: Id,
    answer: &rules::Answer,
    language: Language,
    now: Moment,
) -> Sql {
    sql!(
        "update answer set kind = ?, reason = ?, meaning = ?, mandate = ?, what = ?, by_day = ?, \
         missing = ?, missing_from = ?, passed_to_id = ?, passed_to_text = ?, responsibility = ?, responsible = ?, \
         paragraph = ?, kle = ?, language = ?, answered_by = ?, answered_at = ? \
         where municipality_id = ? and id = ? and organisation_id = ? and kind is null and withdrawn_at is null",
        answer.kind.code(),
        &answer.reason,
        &answer.meaning,
        &answer.mandate,
        answer.what.clone(),
        answer.by,
        answer.missing.clone(),
        answer.missing_from.clone(),
        answer.passed_to,
        answer.passed_to_text.clone(),
        answer.named.responsibility.map(Coded::code),
        answer.named.responsible.clone(),
        answer.named.paragraph.clone(),
        answer.named.kle.clone(),
        language.code(),
        actor.membership,
        now,
        actor.municipality,
        id,
        actor.organisation
    )
}

/// Puts other words in the place of those of an answer that is given.
pub(super) fn refill(actor: &Actor, id: Id, answer: &rules::Answer, language: Language) -> Sql {
    sql!(
        "update answer set kind = ?, reason = ?, meaning = ?, mandate = ?, what = ?, by_day = ?, missing = ?, \
         missing_from = ?, responsibility = ?, responsible = ?, paragraph = ?, kle = ?, language = ? \
         where municipality_id = ? and id = ? and organisation_id = ? and kind is not null",
        answer.kind.code(),
        &answer.reason,
        &answer.meaning,
        &answer.mandate,
        answer.what.clone(),
        answer.by,
        answer.missing.clone(),
        answer.missing_from.clone(),
        answer.named.responsibility.map(Coded::code),
        answer.named.responsible.clone(),
        answer.named.paragraph.clone(),
        answer.named.kle.clone(),
        language.code(),
        actor.municipality,
        id,
        actor.organisation
    )
}

/// Says that what was promised is done.
pub(super) fn finish(actor: &Actor, id: Id, now: Moment) -> Sql {
    sql!(
        "update answer set done_by = ?, done_at = ? where municipality_id = ? and id = ? \
         and organisation_id = ? and done_at is null",
        actor.membership,
        now,
        actor.municipality,
        id,
        actor.organisation
    )
}

/// Takes back that what was promised is done.
pub(super) fn unfinish(actor: &Actor, id: Id) -> Sql {
    sql!(
        "update answer set done_by = null, done_at = null where municipality_id = ? and id = ? \
         and organisation_id = ? and done_at is not null",
        actor.municipality,
        id,
        actor.organisation
    )
}
