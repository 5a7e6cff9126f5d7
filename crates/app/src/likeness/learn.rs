//! What a need has gathered, looked at anew: near copies, the words people use about it, and where it had
//! stood among the suggestions. A job, asked for by whatever changes what is gathered.
use super::kept;
use super::label::{labels, with_whom};
use super::nearest::says_something;
use crate::desk::{Desk, Outcome, Refusal};
use crate::{job, need};
use samskab_database::{FromRow, Sql, Tx, Value, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;
use samskab_words::analyse::analyse;
use samskab_words::echo::{Shingles, groups};
use samskab_words::learnt::{self, Learnt};
use samskab_words::likeness::Mix;
use std::collections::HashMap;

/// So many of the newest stories of a need are compared with each other.
const COMPARED: i64 = 2_000;
/// So many of the newest stories are learnt from, here and elsewhere.
const LEARNT_FROM: i64 = 400;
/// So many are looked at for where the need stood; the rest next time.
const LOOKED_AT: i64 = 100;

/// Asks for it, in the transaction that changes what `need` has gathered.
///
/// # Errors
/// What the database answers.
pub(crate) async fn ask(desk: &Desk, tx: &mut Tx, municipality: Id, need: Id) -> Outcome<()> {
    ask_all(desk, tx, municipality, [need]).await
}

/// The same for several needs.
///
/// # Errors
/// What the database answers.
pub(crate) async fn ask_all(
    desk: &Desk,
    tx: &mut Tx,
    municipality: Id,
    needs: impl IntoIterator<Item = Id>,
) -> Outcome<()> {
    let payloads = needs.into_iter().map(|n| serde_json::json!({ "need": n }));
    let (kind, now) = (job::Kind::LearnWords, desk.now());
    job::ask_all(tx, desk, municipality, kind, payloads, now).await
}

#[derive(FromRow)]
struct NeedOf {
    need_id: Id,
}

/// Asks for it for every need that has gathered a story, before the story's words change or go.
///
/// # Errors
/// What the database answers.
pub(crate) async fn ask_for_story(
    desk: &Desk,
    tx: &mut Tx,
    municipality: Id,
    story: Id,
) -> Outcome<()> {
    let needs: Vec<NeedOf> = tx
        .all(sql!(
            "select need_id from need_observation where municipality_id = ? and observation_id = ?",
            municipality,
            story
        ))
        .await?;
    ask_all(desk, tx, municipality, needs.into_iter().map(|n| n.need_id)).await
}

/// Does it. However often it runs, the same comes of it.
///
/// # Errors
/// What the database answers.
pub async fn learn(desk: &Desk, municipality: Id, need: Id) -> Outcome<()> {
    // First, while the words do not know what was linked just now.
    let more = note_suggested(desk, municipality, need).await?;
    mark_echoes(desk, municipality, need).await?;
    learn_words(desk, municipality, need).await?;
    if more {
        let mut tx = desk.db.write().await?;
        ask(desk, &mut tx, municipality, need).await?;
        tx.commit().await?;
    }
    Ok(())
}

#[derive(FromRow)]
struct Linked {
    id: Id,
    story: String,
    concerns: Option<String>,
    topic_group: String,
    topic_id: Option<Id>,
    area_id: Id,
}

/// Where the need would have stood among the suggestions for each story that people have linked since it
/// was written. Says whether there are more.
async fn note_suggested(desk: &Desk, m: Id, need: Id) -> Outcome<bool> {
    let sql = sql!(
        "select observation.id, observation.story, observation.concerns, observation.topic_group, observation.topic_id, \
         observation.area_id from need_observation link \
         join need on need.municipality_id = link.municipality_id and need.id = link.need_id \
         join observation on observation.municipality_id = link.municipality_id \
         and observation.id = link.observation_id and observation.state = 'kept' \
         where link.municipality_id = ? and link.need_id = ? and link.suggested is null \
         and link.linked_at > need.created_at order by observation.id limit ?",
        m,
        need,
        LOOKED_AT
    );
    let linked: Vec<Linked> = desk.db.all(sql).await?;
    let needs = kept::needs(desk, m).await?;
    let place = |told: &Linked| {
        let labels = labels(&told.topic_group, &told.area_id.to_string(), told.topic_id);
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let text = analyse(&with_whom(&told.story, told.concerns.as_deref()));
        let compared = needs.index.compare(&text, &labels, Mix::default());
        let mut hits = compared.hits();
        hits.retain(says_something);
        let found = hits
            .iter()
            .position(|h| needs.ids.get(h.need) == Some(&need));
        found.map_or(NOT_SUGGESTED, |place| place as i64 + 1)
    };
    let rows: Vec<[Value; 2]> = linked
        .iter()
        .map(|told| [told.id.into(), place(told).into()])
        .collect();
    if rows.is_empty() {
        return Ok(false);
    }
    let more = rows.len() as i64 == LOOKED_AT;
    let mut tx = desk.db.write().await?;
    let update = Sql::default().text(
        "update need_observation set suggested = found.place from (select column1 as story, column2 as place from (values ",
    );
    let update = update.rows(rows).and(
        ") as found) as found where need_observation.municipality_id = ? and need_observation.need_id = ? \
         and need_observation.observation_id = found.story",
        [m.into(), need.into()],
    );
    tx.run(update).await?;
    tx.commit().await?;
    Ok(more)
}

/// The place of a need that was not suggested at all: after any that was.
const NOT_SUGGESTED: i64 = 1_000_000;

#[derive(FromRow)]
struct Gathered {
    id: Id,
    story: String,
    counter: bool,
}

/// Finds the near copies among what carries a need, and apart from them among its counter-cases.
async fn mark_echoes(desk: &Desk, m: Id, need: Id) -> Outcome<()> {
    let sql = sql!(
        "select observation.id, observation.story, link.counter from need_observation link \
         join observation on observation.municipality_id = link.municipality_id \
         and observation.id = link.observation_id and observation.state = 'kept' \
         where link.municipality_id = ? and link.need_id = ? order by observation.id desc limit ?",
        m,
        need,
        COMPARED
    );
    let mut stories: Vec<Gathered> = desk.db.all(sql).await?;
    // The oldest is the one the others repeat.
    stories.reverse();
    let (other, carrying): (Vec<_>, Vec<_>) = stories.into_iter().partition(|s| s.counter);
    let mut rows = echoes(&carrying);
    rows.extend(echoes(&other));
    let mut tx = desk.db.write().await?;
    tx.run(sql!(
        "update need_observation set echo_of = null where municipality_id = ? and need_id = ? and echo_of is not null",
        m,
        need
    ))
    .await?;
    if !rows.is_empty() {
        let update = Sql::default().text(
            "update need_observation set echo_of = found.first from (select column1 as story, column2 as first from (values ",
        );
        let update = update.rows(rows).and(
            ") as found) as found where need_observation.municipality_id = ? and need_observation.need_id = ? \
             and need_observation.observation_id = found.story",
            [m.into(), need.into()],
        );
        tx.run(update).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Each story that nearly repeats an earlier one, with that one.
fn echoes(stories: &[Gathered]) -> Vec<[Value; 2]> {
    let texts: Vec<Shingles> = stories.iter().map(|s| Shingles::of(&s.story)).collect();
    let firsts = groups(&texts);
    let pairs = stories.iter().zip(firsts).enumerate();
    pairs
        .filter(|(place, (_, first))| place != first)
        .filter_map(|(_, (story, first))| {
            let first = stories.get(first)?;
            Some([story.id.into(), first.id.into()])
        })
        .collect()
}

#[derive(FromRow)]
struct Told {
    story: String,
    organisation_id: Id,
}

/// What citizens told without an account speaks as one organisation.
const TOLD: &str = "select observation.story, coalesce(observation.organisation_id, observation.municipality_id) as organisation_id \
     from observation where observation.municipality_id = ? and observation.state = 'kept' and observation.id in (";

async fn told(desk: &Desk, m: Id, which: impl FnOnce(Sql) -> Sql) -> Outcome<Vec<Told>> {
    let newest = ") order by observation.id desc limit ?";
    let sql = which(sql!(TOLD, m)).and(newest, [LEARNT_FROM.into()]);
    Ok(desk.db.all(sql).await?)
}

#[derive(FromRow)]
struct Words {
    title: String,
    statement: String,
}

async fn learn_words(desk: &Desk, m: Id, need: Id) -> Outcome<()> {
    let own = sql!(
        "select title, statement from need where municipality_id = ? and id = ?",
        m,
        need
    );
    let Some(own): Option<Words> = desk.db.first(own).await? else {
        return Ok(());
    };
    let here = told(desk, m, |sql| {
        sql.and(
            "select observation_id from need_observation where municipality_id = ? and need_id = ? \
             and echo_of is null and counter = ?",
            [m.into(), need.into(), false.into()],
        )
    });
    let here = here.await?;
    let elsewhere = told(desk, m, |sql| {
        sql.and(
            "select observation_id from need_refusal where municipality_id = ? and need_id = ? \
             union select observation_id from need_observation where municipality_id = ? and need_id <> ?",
            [m.into(), need.into(), m.into(), need.into()],
        )
    });
    let elsewhere = elsewhere.await?;
    let own = analyse(&format!("{}. {}", own.title, own.statement));
    let mut numbers: HashMap<Id, usize> = HashMap::new();
    let (here, elsewhere) = (
        stories(here, &mut numbers),
        stories(elsewhere, &mut numbers),
    );
    let learnt = learnt::learn(&here, &elsewhere, &own);
    keep(desk, m, need, learnt).await
}

fn stories(told: Vec<Told>, numbers: &mut HashMap<Id, usize>) -> Vec<learnt::Story> {
    let mut story = |told: Told| {
        let next = numbers.len();
        learnt::Story {
            text: analyse(&told.story),
            organisation: *numbers.entry(told.organisation_id).or_insert(next),
        }
    };
    told.into_iter().map(&mut story).collect()
}

/// In place of what was learnt before; where nothing is and was, nothing changes.
async fn keep(desk: &Desk, m: Id, need: Id, learnt: Vec<Learnt>) -> Outcome<()> {
    let mut tx = desk.db.write().await?;
    let gone = tx
        .run(sql!(
            "delete from need_word where municipality_id = ? and need_id = ?",
            m,
            need
        ))
        .await?;
    if gone == 0 && learnt.is_empty() {
        return Ok(());
    }
    if !learnt.is_empty() {
        let rows = learnt.into_iter().map(|word| {
            [
                Value::from(m),
                need.into(),
                word.stem.into(),
                word.word.into(),
                f64::from(word.weight).into(),
                (word.organisations as i64).into(),
            ]
        });
        let insert = sql!(
            "insert into need_word (municipality_id, need_id, stem, word, weight, organisations) values "
        );
        tx.run(insert.rows(rows)).await?;
    }
    tx.run(sql!(
        "update need set learnt = coalesce(learnt, 0) + 1 where municipality_id = ? and id = ?",
        m,
        need
    ))
    .await?;
    tx.commit().await?;
    Ok(())
}

/// A word the tool has learnt about a need.
#[derive(Clone, Debug, FromRow)]
pub struct Word {
    pub word: String,
    /// How many organisations use it; three at least.
    pub organisations: i64,
}

/// What has been learnt about a need the actor gathers for, the weightiest first.
///
/// # Errors
/// Denied to those who gather nothing; [`Refusal::Missing`] for a need out of sight.
pub async fn words(desk: &Desk, actor: &Actor, need: Id) -> Outcome<Vec<Word>> {
    actor.may(Act::WriteNeed)?;
    if need::among(desk, actor, &[need]).await?.is_empty() {
        return Err(Refusal::Missing);
    }
    let sql = sql!(
        "select word, organisations from need_word where municipality_id = ? and need_id = ? \
         order by weight desc, stem",
        actor.municipality,
        need
    );
    Ok(desk.db.all(sql).await?)
}
