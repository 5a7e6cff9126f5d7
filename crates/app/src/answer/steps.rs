//! What happened to an answer along its way, in the open: who moved the date and why, that it was reminded of, what
//! was told to the answerer, what was mended.
use super::table::Named;
use crate::desk::{Desk, Outcome};
use crate::frame::{self, FrameItem};
use samskab_database::{FromRow, KeptMoment, Tx, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::{Along, Kind};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language, Moment};

/// One step of an answer's way.
#[derive(Clone, Debug, FromRow)]
pub struct Step {
    id: Id,
    pub answer_id: Id,
    kind: String,
    pub reason: Option<String>,
    language: Option<String>,
    from_day: Option<String>,
    until_day: Option<String>,
    /// Whose it was; none for what the program did by itself.
    pub organisation: Option<String>,
    role: Option<String>,
    created_at: KeptMoment,
    /// What the answer said before it was corrected.
    #[sqlx(skip)]
    pub before: Option<Before>,
}

/// An answer as it stood before a correction.
#[derive(Clone, Debug, FromRow)]
pub struct Before {
    step_id: Id,
    kind: String,
    pub reason: String,
    pub meaning: String,
    pub mandate: String,
    pub what: Option<String>,
    by_day: Option<String>,
    pub missing: Option<String>,
    pub missing_from: Option<String>,
    #[sqlx(flatten)]
    pub named: Named,
    language: String,
    /// The limits it kept to.
    #[sqlx(skip)]
    pub cited: Vec<FrameItem>,
}

impl Step {
    pub fn along(&self) -> Option<Along> {
        Along::from_code(&self.kind)
    }

    pub fn at(&self) -> Moment {
        *self.created_at
    }

    /// The role of whoever did it.
    pub fn role(&self) -> Option<Role> {
        Role::from_code(self.role.as_deref()?)
    }

    /// The language its words were written in.
    pub fn language(&self) -> Language {
        let code = self.language.as_deref();
        code.and_then(Language::from_code).unwrap_or_default()
    }

    /// The date before and after, where it was moved.
    pub fn days(&self) -> Option<(Day, Day)> {
        let day = |text: &Option<String>| Day::parse(text.as_deref()?);
        day(&self.from_day).zip(day(&self.until_day))
    }
}

impl Before {
    pub fn kind(&self) -> Option<Kind> {
        Kind::from_code(&self.kind)
    }

    pub fn by(&self) -> Option<Day> {
        Day::parse(self.by_day.as_deref()?)
    }

    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }
}

/// So many steps of a need's answers are shown.
const SHOWN: i64 = 500;

/// The steps of these answers, the oldest first, corrections with what stood before.
///
/// # Errors
/// What the database answers.
pub(crate) async fn steps_of(desk: &Desk, municipality: Id, answers: &[Id]) -> Outcome<Vec<Step>> {
    let sql = sql!(
        "select step.id, step.answer_id, step.kind, step.reason, step.language, step.from_day, step.until_day, \
         organisation.name as organisation, membership.role, step.created_at from answer_step step \
         left join membership on membership.municipality_id = step.municipality_id and membership.id = step.created_by \
         left join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where step.municipality_id = ? and step.answer_id in ",
        municipality
    )
    .list(answers.iter().copied())
    .and(" order by step.id limit ?", [SHOWN.into()]);
    let mut steps: Vec<Step> = desk.db.all(sql).await?;
    let corrected = steps.iter().filter(|s| s.along() == Some(Along::Corrected));
    let corrected: Vec<Id> = corrected.map(|s| s.id).collect();
    if !corrected.is_empty() {
        let sql = sql!(
            "select step_id, kind, reason, meaning, mandate, what, by_day, missing, missing_from, responsibility, \
             responsible, paragraph, kle, language from answer_version where municipality_id = ? and step_id in ",
            municipality
        );
        let mut versions: Vec<Before> = desk.db.all(sql.list(corrected.iter().copied())).await?;
        for (step, item) in frame::cited_before(desk, municipality, &corrected).await? {
            if let Some(version) = versions.iter_mut().find(|v| v.step_id == step) {
                version.cited.push(item);
            }
        }
        for step in &mut steps {
            step.before = versions.iter().find(|v| v.step_id == step.id).cloned();
        }
    }
    Ok(steps)
}

/// A step to be written down.
pub(super) struct NewStep<'a> {
    pub id: Id,
    pub answer: Id,
    pub along: Along,
    pub reason: Option<&'a str>,
    pub language: Option<Language>,
    pub days: Option<(Day, Day)>,
}

impl<'a> NewStep<'a> {
    /// With a reason someone gave.
    pub(super) fn said(
        desk: &Desk,
        answer: Id,
        along: Along,
        reason: &'a str,
        language: Language,
    ) -> Self {
        Self {
            id: desk.id(),
            answer,
            along,
            reason: Some(reason),
            language: Some(language),
            days: None,
        }
    }

    /// Writes it down as done by `membership`, or by the program itself.
    ///
    /// # Errors
    /// What the database answers.
    pub(super) async fn take(
        &self,
        tx: &mut Tx,
        municipality: Id,
        membership: Option<Id>,
        now: Moment,
    ) -> Outcome<()> {
        tx.run(sql!(
            "insert into answer_step (municipality_id, id, answer_id, kind, reason, language, from_day, until_day, \
             created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            municipality,
            self.id,
            self.answer,
            self.along.code(),
            self.reason.map(str::to_owned),
            self.language.map(Coded::code),
            self.days.map(|(from, _)| from),
            self.days.map(|(_, until)| until),
            membership,
            now
        ))
        .await?;
        Ok(())
    }
}

/// Keeps what an answer says and cites now, before the step that corrects it.
///
/// # Errors
/// What the database answers.
pub(super) async fn keep_version(tx: &mut Tx, actor: &Actor, step: Id, answer: Id) -> Outcome<()> {
    tx.run(sql!(
        "insert into answer_version (municipality_id, step_id, kind, reason, meaning, mandate, what, by_day, missing, \
         missing_from, responsibility, responsible, paragraph, kle, language) \
         select municipality_id, ?, kind, reason, meaning, mandate, what, by_day, missing, \
         missing_from, responsibility, responsible, paragraph, kle, language from answer where municipality_id = ? and id = ?",
        step,
        actor.municipality,
        answer
    ))
    .await?;
    tx.run(sql!(
        "insert into answer_version_frame_item (municipality_id, step_id, frame_item_id, version) \
         select municipality_id, ?, frame_item_id, version from answer_frame_item \
         where municipality_id = ? and answer_id = ?",
        step,
        actor.municipality,
        answer
    ))
    .await?;
    Ok(())
}
