//! What became of what I, or those I coordinate, said.
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::{Along, Kind};
use samskab_domain::frame::challenge::Says;
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::offer::Effect;

/// One piece of news.
#[derive(Clone, Debug)]
pub struct News {
    pub at: Moment,
    pub piece: Piece,
}

/// What it is about, and where it is told in full.
#[derive(Clone, Debug)]
pub enum Piece {
    Answered {
        need: Id,
        title: String,
        organisation: String,
        kind: Kind,
        meaning: String,
    },
    /// What the actor asked about a limit was answered.
    FrameAnswered {
        item: Id,
        organisation: String,
        says: Says,
        reason: String,
    },
    /// The date was moved, or the words were mended, with the reason.
    Along {
        answer: Id,
        title: String,
        organisation: String,
        along: Along,
        reason: String,
    },
    Changed {
        initiative: Id,
        organisation: String,
        what: String,
    },
    Offered {
        offer: Id,
        name: String,
        effect: Effect,
    },
}

/// How many pieces the page shows.
const FEW: usize = 5;

/// The newest first.
///
/// # Errors
/// What the database answers.
pub async fn news(desk: &Desk, actor: &Actor) -> Outcome<Vec<News>> {
    let mut news = answers(desk, actor).await?;
    news.extend(frames(desk, actor).await?);
    news.extend(along(desk, actor).await?);
    news.extend(changes(desk, actor).await?);
    news.extend(offers(desk, actor).await?);
    news.sort_by_key(|n| std::cmp::Reverse(n.at));
    news.truncate(FEW);
    Ok(news)
}

/// Narrows to needs that carry a story of the actor's own; of her organisation, for those who
/// speak for it; of any in her areas, for the neutral.
fn of_mine(sql: Sql, actor: &Actor) -> Sql {
    let sql = sql.text(
        " and exists (select 1 from need_observation link join observation \
         on observation.municipality_id = link.municipality_id and observation.id = link.observation_id \
         where link.municipality_id = need.municipality_id and link.need_id = need.id",
    );
    match actor.role {
        Role::Coordinator | Role::Leader => {
            sql.and(" and observation.organisation_id = ?)", [actor.organisation.into()])
        }
        Role::Facilitator | Role::Researcher | Role::Administrator if actor.areas.is_empty() => sql.text(")"),
        Role::Facilitator | Role::Researcher | Role::Administrator => {
            sql.text(" and observation.area_id in ").list(actor.areas.iter().copied()).text(")")
        }
        Role::Frontline => sql.and(
            " and observation.teller_id in (select id from membership where municipality_id = ? and person_id = ?))",
            [actor.municipality.into(), actor.person.into()],
        ),
    }
}

fn limit(sql: Sql, order: &'static str) -> Sql {
    sql.text(order).and(" limit ?", [(FEW as i64).into()])
}

#[derive(FromRow)]
struct Answered {
    need_id: Id,
    title: String,
    organisation: String,
    kind: String,
    meaning: Option<String>,
    answered_at: KeptMoment,
}

async fn answers(desk: &Desk, actor: &Actor) -> Outcome<Vec<News>> {
    let sql = sql!(
        "select answer.need_id, need.title, organisation.name as organisation, answer.kind, answer.meaning, \
         answer.answered_at from answer \
         join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id \
         join organisation on organisation.municipality_id = answer.municipality_id \
         and organisation.id = answer.organisation_id \
         where answer.municipality_id = ? and answer.answered_at is not null",
        actor.municipality
    );
    let sql = limit(of_mine(sql, actor), " order by answer.answered_at desc");
    let rows: Vec<Answered> = desk.db.all(sql).await?;
    let piece = |row: Answered| {
        Some(News {
            at: *row.answered_at,
            piece: Piece::Answered {
                need: row.need_id,
                title: row.title,
                organisation: row.organisation,
                kind: Kind::from_code(&row.kind)?,
                meaning: row.meaning.unwrap_or_default(),
            },
        })
    };
    Ok(rows.into_iter().filter_map(piece).collect())
}

#[derive(FromRow)]
struct FrameAnswered {
    id: Id,
    organisation: String,
    says: String,
    reason: String,
    answered_at: KeptMoment,
}

/// Answers to what the actor herself asked.
async fn frames(desk: &Desk, actor: &Actor) -> Outcome<Vec<News>> {
    let sql = sql!(
        "select item.id, organisation.name as organisation, challenge.says, challenge.reason, challenge.answered_at \
         from frame_challenge challenge \
         join frame_item item on item.municipality_id = challenge.municipality_id and item.id = challenge.frame_item_id \
         join organisation on organisation.municipality_id = item.municipality_id \
         and organisation.id = item.organisation_id \
         where challenge.municipality_id = ? and challenge.answered_at is not null and challenge.created_by = ?",
        actor.municipality,
        actor.membership
    );
    let sql = limit(sql, " order by challenge.answered_at desc");
    let rows: Vec<FrameAnswered> = desk.db.all(sql).await?;
    let piece = |row: FrameAnswered| {
        Some(News {
            at: *row.answered_at,
            piece: Piece::FrameAnswered {
                item: row.id,
                organisation: row.organisation,
                says: Says::from_code(&row.says)?,
                reason: row.reason,
            },
        })
    };
    Ok(rows.into_iter().filter_map(piece).collect())
}

#[derive(FromRow)]
struct Step {
    answer_id: Id,
    title: String,
    organisation: String,
    kind: String,
    reason: Option<String>,
    created_at: KeptMoment,
}

async fn along(desk: &Desk, actor: &Actor) -> Outcome<Vec<News>> {
    let sql = sql!(
        "select step.answer_id, need.title, organisation.name as organisation, step.kind, step.reason, step.created_at \
         from answer_step step \
         join answer on answer.municipality_id = step.municipality_id and answer.id = step.answer_id \
         join need on need.municipality_id = answer.municipality_id and need.id = answer.need_id \
         join organisation on organisation.municipality_id = answer.municipality_id \
         and organisation.id = answer.organisation_id \
         where step.municipality_id = ? and step.kind in ('extended', 'corrected')",
        actor.municipality
    );
    let sql = limit(of_mine(sql, actor), " order by step.id desc");
    let rows: Vec<Step> = desk.db.all(sql).await?;
    let piece = |row: Step| {
        Some(News {
            at: *row.created_at,
            piece: Piece::Along {
                answer: row.answer_id,
                title: row.title,
                organisation: row.organisation,
                along: Along::from_code(&row.kind)?,
                reason: row.reason.unwrap_or_default(),
            },
        })
    };
    Ok(rows.into_iter().filter_map(piece).collect())
}

#[derive(FromRow)]
struct Changed {
    initiative_id: Id,
    organisation: String,
    what: String,
    created_at: KeptMoment,
}

async fn changes(desk: &Desk, actor: &Actor) -> Outcome<Vec<News>> {
    let sql = sql!(
        "select practice_change.initiative_id, organisation.name as organisation, practice_change.what, \
         practice_change.created_at from practice_change \
         join initiative on initiative.municipality_id = practice_change.municipality_id \
         and initiative.id = practice_change.initiative_id \
         join need on need.municipality_id = initiative.municipality_id and need.id = initiative.need_id \
         join organisation on organisation.municipality_id = practice_change.municipality_id \
         and organisation.id = practice_change.organisation_id where practice_change.municipality_id = ?",
        actor.municipality
    );
    let sql = limit(of_mine(sql, actor), " order by practice_change.id desc");
    let rows: Vec<Changed> = desk.db.all(sql).await?;
    let piece = |row: Changed| News {
        at: *row.created_at,
        piece: Piece::Changed {
            initiative: row.initiative_id,
            organisation: row.organisation,
            what: row.what,
        },
    };
    Ok(rows.into_iter().map(piece).collect())
}

#[derive(FromRow)]
struct Offered {
    id: Id,
    name: String,
    effect: String,
    linked_at: KeptMoment,
}

async fn offers(desk: &Desk, actor: &Actor) -> Outcome<Vec<News>> {
    let sql = sql!(
        "select offer.id, offer.name, offer_change.effect, offer_change.linked_at from offer_change \
         join offer on offer.municipality_id = offer_change.municipality_id and offer.id = offer_change.offer_id \
         join practice_change on practice_change.municipality_id = offer_change.municipality_id \
         and practice_change.id = offer_change.change_id \
         join initiative on initiative.municipality_id = practice_change.municipality_id \
         and initiative.id = practice_change.initiative_id \
         join need on need.municipality_id = initiative.municipality_id and need.id = initiative.need_id \
         where offer_change.municipality_id = ? and offer.state = 'published'",
        actor.municipality
    );
    let sql = limit(of_mine(sql, actor), " order by offer_change.linked_at desc");
    let rows: Vec<Offered> = desk.db.all(sql).await?;
    let piece = |row: Offered| {
        Some(News {
            at: *row.linked_at,
            piece: Piece::Offered {
                offer: row.id,
                name: row.name,
                effect: Effect::from_code(&row.effect)?,
            },
        })
    };
    Ok(rows.into_iter().filter_map(piece).collect())
}
