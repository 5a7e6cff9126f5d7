//! A colleague looks at an answer before it is sent: she says that it is fine, or what to mind.
use super::read::find;
use super::table::Answer;
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::{journal, need};
use samskab_database::{FromRow, KeptMoment, Sql, is_taken, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::answer::{Look, LookDraft};
use samskab_domain::kernel::{Coded, Id, Language, Moment, Why};

/// A colleague's look, asked for or given.
#[derive(Clone, Debug, FromRow)]
pub struct Looking {
    pub id: Id,
    pub asked_of: Id,
    pub name: String,
    /// The version of the draft she was asked about.
    pub version: i64,
    asked_at: KeptMoment,
    look: Option<String>,
    pub remark: Option<String>,
    language: Option<String>,
    looked_at: Option<KeptMoment>,
}

impl Looking {
    /// Nothing so far, else what she says.
    pub fn look(&self) -> Option<Look> {
        Look::from_code(self.look.as_deref()?)
    }

    /// When she said it; when she was asked, else.
    pub fn at(&self) -> Moment {
        self.looked_at.map_or(*self.asked_at, Moment::from)
    }

    pub fn language(&self) -> Language {
        let code = self.language.as_deref();
        code.and_then(Language::from_code).unwrap_or_default()
    }
}

/// Someone who may be asked.
#[derive(Clone, Debug, FromRow)]
pub struct Colleague {
    pub membership: Id,
    pub name: String,
}

/// How many colleagues one can choose among, and how many looks are shown.
const MANY: i64 = 100;

/// Others who may answer for the actor's organisation.
///
/// # Errors
/// What the database answers.
pub async fn colleagues(desk: &Desk, actor: &Actor) -> Outcome<Vec<Colleague>> {
    if actor.may(Act::Answer).is_err() {
        return Ok(vec![]);
    }
    let sql = answerers(desk, actor)
        .and(" and membership.person_id <> ?", [actor.person.into()])
        .and(
            " order by person.sort_key, membership.id limit ?",
            [MANY.into()],
        );
    Ok(desk.db.all(sql).await?)
}

fn answerers(desk: &Desk, actor: &Actor) -> Sql {
    sql!(
        "select membership.id as membership, person.name from membership \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         where membership.municipality_id = ? and membership.organisation_id = ? and membership.until_day is null \
         and membership.from_day <= ? and person.left_at is null and membership.role in ",
        actor.municipality,
        actor.organisation,
        desk.today()
    )
    .list(Act::Answer.roles().iter().map(|role| role.code()))
}

/// What colleagues were asked and said of an answer that is not sent; the oldest first.
///
/// # Errors
/// What the database answers.
pub async fn looks(desk: &Desk, actor: &Actor, asked: &Answer) -> Outcome<Vec<Looking>> {
    if actor.may(Act::Answer).is_err() || actor.may_speak_for(asked.organisation_id).is_err() {
        return Ok(vec![]);
    }
    let sql = select(actor.municipality).and(
        " and look.answer_id = ? order by look.id limit ?",
        [asked.id.into(), MANY.into()],
    );
    Ok(desk.db.all(sql).await?)
}

fn select(municipality: Id) -> Sql {
    sql!(
        "select look.id, look.asked_of, person.name, look.version, look.asked_at, look.look, look.remark, \
         look.language, look.looked_at from answer_look look \
         join membership on membership.municipality_id = look.municipality_id and membership.id = look.asked_of \
         join person on person.municipality_id = membership.municipality_id and person.id = membership.person_id \
         where look.municipality_id = ?",
        municipality
    )
}

/// Asks a colleague to look at the draft as it stands. It can be sent without.
///
/// # Errors
/// [`Refusal::Missing`] for an answer out of sight or without a draft, denied for another's organisation; a remark
/// for someone who may not answer there; [`Refusal::Done`] when she is asked already.
pub async fn ask_to_look_at(desk: &Desk, actor: &Actor, id: Id, colleague: &str) -> Outcome<()> {
    actor.may(Act::Answer)?;
    let asked = find(desk, actor, id).await?;
    actor.may_speak_for(asked.organisation_id)?;
    let draft = super::kept(desk, actor, &asked).await?;
    let draft = draft.filter(|_| asked.is_open()).ok_or(Refusal::Missing)?;
    if colleague.trim().is_empty() {
        return Err(Refusal::remark("colleague", Why::Missing));
    }
    let all = colleagues(desk, actor).await?;
    let chosen = all
        .iter()
        .find(|c| c.membership.to_string() == colleague.trim());
    let chosen = chosen.ok_or(Refusal::remark("colleague", Why::Unknown))?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    need::lock(&mut tx, actor.municipality, asked.need_id).await?;
    let (look, m) = (desk.id(), actor.municipality);
    let insert = sql!(
        "insert into answer_look (municipality_id, id, answer_id, version, asked_by, asked_of, asked_at) \
         select municipality_id, ?, answer_id, ?, ?, ?, ? from answer_draft \
         where municipality_id = ? and answer_id = ?",
        look,
        draft.version,
        actor.membership,
        chosen.membership,
        now,
        m,
        id
    );
    match tx.run(insert).await {
        Err(error) if is_taken(&error) => return Err(Refusal::Done),
        Ok(0) => return Err(Refusal::Missing),
        done => done?,
    };
    let verb = journal::Verb::AnswerLookAsked;
    let related = [asked.need_id, chosen.membership];
    journal::write(&mut tx, actor, verb, id, &related, now).await?;
    tx.commit().await?;
    Ok(())
}

/// The colleague says what she thinks.
///
/// # Errors
/// [`Refusal::Missing`] when nobody asked her, or it was sent meanwhile; remarks for each field.
pub async fn say_look(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    draft: &LookDraft,
    language: Language,
) -> Outcome<()> {
    actor.may(Act::Answer)?;
    let asked = find(desk, actor, id).await?;
    actor.may_speak_for(asked.organisation_id)?;
    let texts = [("remark", draft.remark.as_str())];
    let looked = considered(draft.consider(), &texts, draft.harmless)?;
    let now = desk.now();
    let mut tx = desk.db.write().await?;
    need::lock(&mut tx, actor.municipality, asked.need_id).await?;
    let said = sql!(
        "update answer_look set look = ?, remark = ?, language = ?, looked_at = ? \
         where municipality_id = ? and answer_id = ? and asked_of = ? and look is null",
        looked.look.code(),
        looked.remark,
        language.code(),
        now,
        actor.municipality,
        id,
        actor.membership
    );
    if tx.run(said).await? == 0 {
        return Err(Refusal::Missing);
    }
    let verb = journal::Verb::AnswerLookedAt;
    journal::write(&mut tx, actor, verb, id, &[asked.need_id], now).await?;
    tx.commit().await?;
    Ok(())
}
