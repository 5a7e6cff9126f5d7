//! Walks forward from one story: the same few queries, however long the trail.
use super::became::{became, came_by, successions};
use super::{At, By, Link, Step};
use crate::answer::steps_of;
use crate::desk::{Desk, Outcome};
use crate::felt::{self, Felt};
use crate::observation;
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::access::{Actor, Role, Sight};
use samskab_domain::calendar::Day;
use samskab_domain::felt::{Given, asked as asked_felt};
use samskab_domain::kernel::{Coded, Id, Moment};
use samskab_domain::{answer, offer, practice_change};

/// The trail of a story the actor may read, oldest first, what is to come last.
///
/// # Errors
/// [`crate::Refusal::Missing`] outside the circle.
pub async fn of_observation(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Vec<At>> {
    let reading = observation::read(desk, actor, id).await?;
    let mut trail = vec![happened(reading.observation.created_at(), Step::Received)];
    let needs = needs(desk, actor.municipality, id).await?;
    let visible = in_sight(&needs, actor);
    let successions = successions(desk, actor.municipality, &visible).await?;
    let first = needs.iter().filter(|n| !came_by(&successions, n));
    trail.extend(first.map(|n| gathered(n, n.visible(actor))));
    trail.extend(became(&successions, &needs));
    let answers = answers(desk, actor.municipality, &visible).await?;
    let felt = felt::of_needs(desk, actor, &visible, false).await?;
    trail.extend(felt.iter().filter_map(|f| said(f, &answers)));
    trail.extend(answers.iter().filter_map(|a| will_ask(a, desk.now())));
    trail.extend(onwards(desk, actor.municipality, id, (&needs, &answers), &visible).await?);
    trail.sort_by_key(|step| (step.to_come, step.at));
    Ok(trail)
}

/// What everyone may see of a story's trail, oldest first: nothing of a need that is not raised
/// but that the story was gathered.
///
/// # Errors
/// What the database answers.
pub(crate) async fn open_to_all(desk: &Desk, municipality: Id, id: Id) -> Outcome<Vec<At>> {
    let needs = needs(desk, municipality, id).await?;
    let raised = |n: &Need| n.raised_at.is_some();
    let visible: Vec<Id> = needs.iter().filter(|n| raised(n)).map(|n| n.id).collect();
    let answers = answers(desk, municipality, &visible).await?;
    let gathered = needs.iter().map(|n| gathered(n, raised(n)));
    let mut trail: Vec<At> = gathered.collect();
    trail.extend(onwards(desk, municipality, id, (&needs, &answers), &visible).await?);
    trail.sort_by_key(|step| (step.to_come, step.at));
    Ok(trail)
}

/// What was asked, answered, done and felt of a need the reader sees, oldest first, what is to come last.
///
/// # Errors
/// What the database answers.
pub(crate) async fn of_need(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Vec<At>> {
    let needs = one_need(desk, actor.municipality, id).await?;
    let visible = in_sight(&needs, actor);
    let answers = answers(desk, actor.municipality, &visible).await?;
    let felt = felt::of_needs(desk, actor, &visible, false).await?;
    let mut trail = answered_on_the_way(desk, actor.municipality, &needs, &answers).await?;
    trail.extend(felt.iter().filter_map(|f| said(f, &answers)));
    trail.extend(answers.iter().filter_map(|a| will_ask(a, desk.now())));
    trail.sort_by_key(|step| (step.to_come, step.at));
    Ok(trail)
}

fn in_sight(needs: &[Need], actor: &Actor) -> Vec<Id> {
    let seen = needs.iter().filter(|n| n.visible(actor));
    seen.map(|n| n.id).collect()
}

/// Who was asked, what happened on the way, what was answered and done.
async fn answered_on_the_way(
    desk: &Desk,
    municipality: Id,
    needs: &[Need],
    answers: &[Answer],
) -> Outcome<Vec<At>> {
    let mut trail = asked(needs, answers);
    let ids: Vec<Id> = answers.iter().map(|a| a.id).collect();
    let along = steps_of(desk, municipality, &ids).await?;
    trail.extend(
        along
            .iter()
            .filter_map(|step| on_its_way(step, answers, needs)),
    );
    trail.extend(answers.iter().filter_map(|a| answered(a, needs)));
    trail.extend(answers.iter().filter_map(|a| done(a, needs)));
    Ok(trail)
}

/// From the needs a reader sees to what they led to.
async fn onwards(
    desk: &Desk,
    municipality: Id,
    observation: Id,
    (needs, answers): (&[Need], &[Answer]),
    visible: &[Id],
) -> Outcome<Vec<At>> {
    let mut trail = answered_on_the_way(desk, municipality, needs, answers).await?;
    let initiatives = initiatives(desk, municipality, observation, visible).await?;
    trail.extend(initiatives.iter().flat_map(steps_of_initiative));
    let ids: Vec<Id> = initiatives.iter().map(|i| i.id).collect();
    trail.extend(changes(desk, municipality, &ids).await?);
    trail.extend(offers(desk, municipality, &ids).await?);
    Ok(trail)
}

fn happened(at: Moment, step: Step) -> At {
    At {
        at,
        to_come: false,
        by: None,
        step,
    }
}

fn done_by(at: Moment, by: Option<By>, step: Step) -> At {
    At {
        by,
        ..happened(at, step)
    }
}

/// A role as it is kept, of an organisation.
pub(super) fn by(role: Option<&str>, organisation: &str) -> Option<By> {
    Some(By {
        role: Role::from_code(role?)?,
        organisation: organisation.to_owned(),
    })
}

#[derive(FromRow)]
pub(super) struct Need {
    pub(super) id: Id,
    title: String,
    organisation_id: Id,
    area_id: Id,
    pub(super) linked_at: KeptMoment,
    raised_at: Option<KeptMoment>,
    role: String,
    organisation: String,
}

impl Need {
    /// Raised needs are seen by all members, drafts by their circle.
    fn visible(&self, actor: &Actor) -> bool {
        self.raised_at.is_some()
            || match actor.sight_of_drafted_needs() {
                Sight::Own => false,
                Sight::Organisation => self.organisation_id == actor.organisation,
                Sight::Areas => actor.covers(self.area_id),
            }
    }

    pub(super) fn link(&self) -> Link {
        Link {
            id: self.id,
            title: self.title.clone(),
        }
    }
}

/// A need by itself, as its writer drafted it.
async fn one_need(desk: &Desk, municipality: Id, id: Id) -> Outcome<Vec<Need>> {
    let sql = sql!(
        "select need.id, need.title, need.organisation_id, need.area_id, need.created_at as linked_at, need.raised_at, \
         membership.role, organisation.name as organisation from need \
         join membership on membership.municipality_id = need.municipality_id and membership.id = need.created_by \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id where need.municipality_id = ? and need.id = ?",
        municipality,
        id
    );
    Ok(desk.db.all(sql).await?)
}

async fn needs(desk: &Desk, municipality: Id, observation: Id) -> Outcome<Vec<Need>> {
    let sql = sql!(
        "select need.id, need.title, need.organisation_id, need.area_id, link.linked_at, need.raised_at, \
         membership.role, organisation.name as organisation \
         from need_observation link join need on need.municipality_id = link.municipality_id \
         and need.id = link.need_id \
         join membership on membership.municipality_id = link.municipality_id and membership.id = link.linked_by \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id where link.municipality_id = ? and link.observation_id = ? \
         order by link.linked_at",
        municipality,
        observation
    );
    Ok(desk.db.all(sql).await?)
}

/// What the reader may not see yet keeps its place on the trail and has no name.
fn gathered(need: &Need, visible: bool) -> At {
    let need_link = visible.then(|| need.link());
    let whose = by(Some(&need.role), &need.organisation).filter(|_| visible);
    done_by(*need.linked_at, whose, Step::Gathered { need: need_link })
}

#[derive(FromRow)]
struct Answer {
    id: Id,
    need_id: Id,
    organisation: String,
    due_day: String,
    asked_at: KeptMoment,
    kind: Option<String>,
    meaning: Option<String>,
    answered_at: Option<KeptMoment>,
    by_day: Option<String>,
    done_at: Option<KeptMoment>,
    withdrawn_at: Option<KeptMoment>,
    asked_role: String,
    asking: String,
    answered_role: Option<String>,
    done_role: Option<String>,
}

impl Answer {
    fn is_open(&self) -> bool {
        self.kind.is_none() && self.withdrawn_at.is_none()
    }
}

async fn answers(desk: &Desk, municipality: Id, needs: &[Id]) -> Outcome<Vec<Answer>> {
    let sql = sql!(
        "select answer.id, answer.need_id, organisation.name as organisation, answer.due_day, answer.asked_at, \
         answer.kind, answer.meaning, answer.answered_at, answer.by_day, answer.done_at, answer.withdrawn_at, \
         asker.role as asked_role, asking.name as asking, giver.role as answered_role, finisher.role as done_role \
         from answer \
         join organisation on organisation.municipality_id = answer.municipality_id \
         and organisation.id = answer.organisation_id \
         join membership asker on asker.municipality_id = answer.municipality_id and asker.id = answer.asked_by \
         join organisation asking on asking.municipality_id = asker.municipality_id and asking.id = asker.organisation_id \
         left join membership giver on giver.municipality_id = answer.municipality_id and giver.id = answer.answered_by \
         left join membership finisher on finisher.municipality_id = answer.municipality_id \
         and finisher.id = answer.done_by where answer.municipality_id = ? and answer.need_id in ",
        municipality
    )
    .list(needs.iter().copied())
    .text(" order by answer.id");
    Ok(desk.db.all(sql).await?)
}

/// One step for each need that was raised, with all who were asked, and one for each who has
/// not answered yet.
fn asked(needs: &[Need], answers: &[Answer]) -> Vec<At> {
    let mut steps = Vec::new();
    for need in needs.iter().filter(|n| n.raised_at.is_some()) {
        let of_need: Vec<_> = answers.iter().filter(|a| a.need_id == need.id).collect();
        let first = of_need.iter().min_by_key(|a| *a.asked_at);
        let step = Step::Asked {
            need: need.link(),
            organisations: of_need.iter().map(|a| a.organisation.clone()).collect(),
        };
        steps.extend(first.map(|a| done_by(*a.asked_at, by(Some(&a.asked_role), &a.asking), step)));
        for answer in of_need.iter().filter(|a| a.is_open()) {
            if let Some(due) = Day::parse(&answer.due_day) {
                steps.push(At {
                    at: due.start(),
                    to_come: true,
                    by: None,
                    step: Step::Awaited {
                        organisation: answer.organisation.clone(),
                        due,
                    },
                });
            }
        }
    }
    steps
}

fn answered(answer: &Answer, needs: &[Need]) -> Option<At> {
    let need = needs.iter().find(|n| n.id == answer.need_id)?;
    let step = Step::Answered {
        need: need.link(),
        organisation: answer.organisation.clone(),
        kind: answer::Kind::from_code(answer.kind.as_deref()?)?,
        meaning: answer.meaning.clone().unwrap_or_default(),
    };
    let whose = by(answer.answered_role.as_deref(), &answer.organisation);
    Some(done_by(*answer.answered_at?, whose, step))
}

/// What was said to the program alone, such as a reminder, is nobody's doing.
fn on_its_way(step: &crate::answer::Step, answers: &[Answer], needs: &[Need]) -> Option<At> {
    let answer = answers.iter().find(|a| a.id == step.answer_id)?;
    let need = needs.iter().find(|n| n.id == answer.need_id)?;
    let whose = step.role().zip(step.organisation.clone());
    let whose = whose.map(|(role, organisation)| By { role, organisation });
    let along = Step::Along {
        need: need.link(),
        organisation: answer.organisation.clone(),
        along: step.along()?,
        reason: step.reason.clone(),
        until: step.days().map(|(_, until)| until),
    };
    Some(done_by(step.at(), whose, along))
}

fn done(answer: &Answer, needs: &[Need]) -> Option<At> {
    let need = needs.iter().find(|n| n.id == answer.need_id)?;
    let step = Step::Done {
        need: need.link(),
        organisation: answer.organisation.clone(),
    };
    let whose = by(answer.done_role.as_deref(), &answer.organisation);
    Some(done_by(*answer.done_at?, whose, step))
}

fn said(felt: &Felt, answers: &[Answer]) -> Option<At> {
    let answer = answers.iter().find(|a| a.id == felt.answer)?;
    let step = Step::Felt {
        organisation: answer.organisation.clone(),
        observers: felt.observers,
        users: felt.users,
    };
    Some(happened(felt.at?, step))
}

fn will_ask(answer: &Answer, now: Moment) -> Option<At> {
    let given = Given {
        kind: answer::Kind::from_code(answer.kind.as_deref()?)?,
        answered: *answer.answered_at?,
        by: answer.by_day.as_deref().and_then(Day::parse),
        done: answer.done_at.map(Into::into),
    };
    let (at, _) = asked_felt(given)?;
    let step = Step::WillAsk {
        organisation: answer.organisation.clone(),
        on: Day::of(at),
    };
    (at > now).then_some(At {
        at,
        to_come: true,
        by: None,
        step,
    })
}

#[derive(FromRow)]
struct Initiative {
    id: Id,
    title: String,
    lane: bool,
    created_at: KeptMoment,
    learnt: Option<String>,
    ended_at: Option<KeptMoment>,
    role: String,
    organisation: String,
    ended_role: Option<String>,
    ending: Option<String>,
}

async fn initiatives(
    desk: &Desk,
    municipality: Id,
    observation: Id,
    needs: &[Id],
) -> Outcome<Vec<Initiative>> {
    let sql = sql!(
        "select initiative.id, initiative.title, initiative.lane, initiative.created_at, initiative.learnt, \
         initiative.ended_at, membership.role, organisation.name as organisation, ender.role as ended_role, \
         ending.name as ending from initiative \
         join membership on membership.municipality_id = initiative.municipality_id \
         and membership.id = initiative.created_by \
         join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         left join membership ender on ender.municipality_id = initiative.municipality_id \
         and ender.id = initiative.ended_by \
         left join organisation ending on ending.municipality_id = ender.municipality_id \
         and ending.id = ender.organisation_id \
         where initiative.municipality_id = ? and (initiative.observation_id = ? or initiative.need_id in ",
        municipality,
        observation
    )
    .list(needs.iter().copied())
    .text(") order by initiative.id");
    Ok(desk.db.all(sql).await?)
}

fn steps_of_initiative(initiative: &Initiative) -> Vec<At> {
    let link = Link {
        id: initiative.id,
        title: initiative.title.clone(),
    };
    let begun = Step::Tried {
        initiative: link.clone(),
        lane: initiative.lane,
    };
    let whose = by(Some(&initiative.role), &initiative.organisation);
    let mut steps = vec![done_by(*initiative.created_at, whose, begun)];
    if let (Some(at), Some(learnt)) = (initiative.ended_at, &initiative.learnt) {
        let ended = Step::Ended {
            initiative: link,
            learnt: learnt.clone(),
        };
        let organisation = initiative.ending.as_deref().unwrap_or_default();
        let whose = by(initiative.ended_role.as_deref(), organisation);
        steps.push(done_by(*at, whose, ended));
    }
    steps
}

#[derive(FromRow)]
struct Change {
    initiative_id: Id,
    title: String,
    organisation: String,
    what: String,
    from_day: String,
    created_at: KeptMoment,
    outcome: Option<String>,
    role: String,
    agreeing: String,
}

async fn changes(desk: &Desk, municipality: Id, initiatives: &[Id]) -> Outcome<Vec<At>> {
    let sql = sql!(
        "select practice_change.initiative_id, initiative.title, organisation.name as organisation, \
         practice_change.what, practice_change.from_day, practice_change.created_at, practice_change.outcome, \
         membership.role, agreeing.name as agreeing from practice_change \
         join membership on membership.municipality_id = practice_change.municipality_id \
         and membership.id = practice_change.created_by \
         join organisation agreeing on agreeing.municipality_id = membership.municipality_id \
         and agreeing.id = membership.organisation_id \
         join initiative on initiative.municipality_id = practice_change.municipality_id \
         and initiative.id = practice_change.initiative_id \
         join organisation on organisation.municipality_id = practice_change.municipality_id \
         and organisation.id = practice_change.organisation_id \
         where practice_change.municipality_id = ? and practice_change.initiative_id in ",
        municipality
    )
    .list(initiatives.iter().copied())
    .text(" order by practice_change.id");
    let rows: Vec<Change> = desk.db.all(sql).await?;
    let now = desk.now();
    let step = |row: Change| {
        // A change written down the same day, or afterwards, stands where it was written.
        let at = Day::parse(&row.from_day)?.start().max(*row.created_at);
        Some(At {
            at,
            to_come: at > now,
            by: by(Some(&row.role), &row.agreeing),
            step: Step::Changed {
                initiative: Link {
                    id: row.initiative_id,
                    title: row.title,
                },
                organisation: row.organisation,
                what: row.what,
                outcome: row
                    .outcome
                    .as_deref()
                    .and_then(practice_change::Outcome::from_code),
            },
        })
    };
    Ok(rows.into_iter().filter_map(step).collect())
}

#[derive(FromRow)]
struct Offer {
    id: Id,
    name: String,
    effect: String,
    linked_at: KeptMoment,
    role: Option<String>,
    organisation: Option<String>,
}

async fn offers(desk: &Desk, municipality: Id, initiatives: &[Id]) -> Outcome<Vec<At>> {
    let sql = sql!(
        "select offer.id, offer.name, offer_change.effect, offer_change.linked_at, membership.role, \
         organisation.name as organisation from offer_change \
         join practice_change on practice_change.municipality_id = offer_change.municipality_id \
         and practice_change.id = offer_change.change_id \
         join offer on offer.municipality_id = offer_change.municipality_id and offer.id = offer_change.offer_id \
         left join membership on membership.municipality_id = offer_change.municipality_id \
         and membership.id = offer_change.linked_by \
         left join organisation on organisation.municipality_id = membership.municipality_id \
         and organisation.id = membership.organisation_id \
         where offer_change.municipality_id = ? and offer.state = 'published' and practice_change.initiative_id in ",
        municipality
    )
    .list(initiatives.iter().copied())
    .text(" order by offer_change.linked_at");
    let rows: Vec<Offer> = desk.db.all(sql).await?;
    let step = |row: Offer| {
        let effect = offer::Effect::from_code(&row.effect)?;
        let link = Link {
            id: row.id,
            title: row.name,
        };
        let whose = by(row.role.as_deref(), &row.organisation.unwrap_or_default());
        Some(done_by(
            *row.linked_at,
            whose,
            Step::Offered {
                offer: link,
                effect,
            },
        ))
    };
    Ok(rows.into_iter().filter_map(step).collect())
}
