//! A change that waits until someone else lets it through; until then citizens read the old text.
use super::change::apply;
use super::saying::{Change, Saying};
use super::table::{bearers_before, keepable};
use crate::desk::{Desk, Outcome, Refusal};
use crate::initiative::considered;
use crate::journal;
use crate::page::Page;
use samskab_database::{FromRow, KeptMoment, Tx, sql};
use samskab_domain::access::{Act, Actor, Role};
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::offer::fields::Field;
use samskab_domain::offer::{Decision, Draft, Wait, Way};
use serde_json::{Value, json};

/// Longest word to whoever wrote the change, in characters.
pub const NOTE_MAX: usize = 500;

#[derive(FromRow)]
struct Setting {
    changes_wait: String,
}

fn setting(m: Id) -> samskab_database::Sql {
    sql!("select changes_wait from municipality where id = ?", m)
}

/// Whose changes wait here.
///
/// # Errors
/// What the database answers.
pub async fn wait(desk: &Desk, m: Id) -> Outcome<Wait> {
    let found: Option<Setting> = desk.db.first(setting(m)).await?;
    Ok(found
        .and_then(|s| Wait::from_code(&s.changes_wait))
        .unwrap_or_default())
}

async fn wait_in(tx: &mut Tx, m: Id) -> Outcome<Wait> {
    let found: Option<Setting> = tx.first(setting(m)).await?;
    Ok(found
        .and_then(|s| Wait::from_code(&s.changes_wait))
        .unwrap_or_default())
}

/// Whether the actor's change to an offer of these bearers waits.
///
/// # Errors
/// What the database answers.
pub(super) async fn waits(tx: &mut Tx, actor: &Actor, bearers: &[Id]) -> Outcome<bool> {
    let wait = wait_in(tx, actor.municipality).await?;
    Ok(actor.change_waits(wait, bearers))
}

/// A change that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    row: Row,
    /// The fields of the form that are otherwise.
    pub typed: Vec<(String, Vec<String>)>,
}

#[derive(Clone, Debug, FromRow)]
struct Row {
    id: Id,
    offer_id: Id,
    name: String,
    typed: Value,
    created_by: Id,
    created_at: KeptMoment,
    role: String,
    organisation_id: Id,
    organisation: String,
}

impl Waiting {
    pub fn id(&self) -> Id {
        self.row.id
    }

    pub fn offer(&self) -> Id {
        self.row.offer_id
    }

    /// The offer's name as it stands.
    pub fn name(&self) -> &str {
        &self.row.name
    }

    pub fn at(&self) -> Moment {
        *self.row.created_at
    }

    /// Who wrote it: her role, and where.
    pub fn by(&self) -> (Role, &str) {
        let role = Role::from_code(&self.row.role).unwrap_or(Role::Coordinator);
        (role, &self.row.organisation)
    }

    /// The actor's own organisation wrote it.
    pub fn is_of(&self, actor: &Actor) -> bool {
        self.row.organisation_id == actor.organisation
    }
}

const WAITING: &str = "select proposal.id, proposal.offer_id, offer.name, proposal.typed, proposal.created_by, \
     proposal.created_at, membership.role, membership.organisation_id, organisation.name as organisation \
     from offer_proposal proposal \
     join offer on offer.municipality_id = proposal.municipality_id and offer.id = proposal.offer_id \
     join membership on membership.municipality_id = proposal.municipality_id and membership.id = proposal.created_by \
     join organisation on organisation.municipality_id = membership.municipality_id \
     and organisation.id = membership.organisation_id where proposal.outcome is null and proposal.municipality_id = ?";

fn waiting(row: Row) -> Waiting {
    let typed = row.typed.as_object().into_iter().flatten();
    let typed = typed.map(|(name, values)| {
        let values = values.as_array().into_iter().flatten();
        let values = values.filter_map(|v| v.as_str().map(str::to_owned));
        (name.clone(), values.collect())
    });
    Waiting {
        typed: typed.collect(),
        row,
    }
}

/// Keeps what was typed, in place of what waited before.
///
/// # Errors
/// What the database answers.
pub(super) async fn put(
    tx: &mut Tx,
    desk: &Desk,
    actor: &Actor,
    offer: Id,
    changed: &[Field],
) -> Outcome<()> {
    let (m, now) = (actor.municipality, desk.now());
    tx.run(sql!(
        "delete from offer_proposal where municipality_id = ? and offer_id = ? and outcome is null",
        m,
        offer
    ))
    .await?;
    let typed: serde_json::Map<String, Value> = changed
        .iter()
        .map(|(name, values)| ((*name).to_owned(), json!(values)))
        .collect();
    if typed.is_empty() {
        return Ok(());
    }
    tx.run(sql!(
        "insert into offer_proposal (municipality_id, id, offer_id, typed, created_by, created_at, language) \
         values (?, ?, ?, ?, ?, ?, ?)",
        m,
        desk.id(),
        offer,
        Value::Object(typed),
        actor.membership,
        now,
        Language::Danish.code()
    ))
    .await?;
    journal::write(tx, actor, journal::Verb::ChangeProposed, offer, &[], now).await
}

/// The change of an offer that waits, for whoever has been found to keep it.
///
/// # Errors
/// What the database answers.
pub async fn of_offer(desk: &Desk, m: Id, offer: Id) -> Outcome<Option<Waiting>> {
    let sql = sql!(WAITING, m).and(" and proposal.offer_id = ?", [offer.into()]);
    let row: Option<Row> = desk.db.first(sql).await?;
    Ok(row.map(waiting))
}

/// Those the actor keeps, the longest waiting first.
///
/// # Errors
/// Denied to those who keep no offers.
pub async fn proposals(desk: &Desk, actor: &Actor, after: Option<Id>) -> Outcome<Page<Waiting>> {
    actor.may(Act::KeepOffers)?;
    let sql = super::table::and_kept_by(sql!(WAITING, actor.municipality), actor)
        .when(" and proposal.id > ?", after)
        .and(
            " order by proposal.id limit ?",
            [Page::<Waiting>::LIMIT.into()],
        );
    let rows: Vec<Row> = desk.db.all(sql).await?;
    Ok(Page::of(rows, |row| row.id.to_string()).map(waiting))
}

/// A change beside what stands there now.
#[derive(Clone, Debug)]
pub struct Look {
    pub waiting: Waiting,
    pub changes: Vec<Change>,
    /// The reader can let it through.
    pub may_decide: bool,
    /// It can no longer be let through as it is: something it names is gone.
    pub stuck: bool,
}

/// What would become otherwise: done as it would be, looked at, and not kept.
///
/// # Errors
/// [`Refusal::Missing`] when nothing waits, and for those who do not keep the offer.
pub async fn look(desk: &Desk, actor: &Actor, offer: Id) -> Outcome<Look> {
    actor.may(Act::KeepOffers)?;
    let m = actor.municipality;
    super::table::keepable_now(desk, actor, offer)
        .await
        .map_err(|_| Refusal::Missing)?;
    let found = of_offer(desk, m, offer).await?.ok_or(Refusal::Missing)?;
    let draft = super::draft::as_it_stands(desk, actor, offer).await?;
    let mut tx = desk.db.write().await?;
    let bearers = bearers_before(&mut tx, m, offer).await?;
    let wait = wait_in(&mut tx, m).await?;
    let theirs = found.row.organisation_id;
    let before = Saying::of(&mut tx, m, offer).await?;
    let tried = try_out(&mut tx, desk, actor, offer, &draft.with(&found.typed)).await;
    let (changes, stuck) = match tried {
        Ok(()) => (before.changes(&Saying::of(&mut tx, m, offer).await?), false),
        Err(Refusal::Remarks(_)) => (vec![], true),
        Err(refusal) => return Err(refusal),
    };
    Ok(Look {
        may_decide: actor.may_let_through(wait, &bearers, theirs).is_ok(),
        waiting: found,
        changes,
        stuck,
    })
}

async fn try_out(tx: &mut Tx, desk: &Desk, actor: &Actor, offer: Id, draft: &Draft) -> Outcome<()> {
    let considered = considered(draft.consider(), &draft.texts(), true)?;
    apply(
        tx,
        desk,
        actor,
        (offer, Way::LetThrough),
        (&considered, draft.minor),
    )
    .await
}

/// Lets it through, turns it down with a word, or takes one's own back. `seen` is the change that
/// was looked at: one that was written anew meanwhile is not decided on.
///
/// # Errors
/// [`Refusal::Missing`] when nothing waits; [`Refusal::Done`] when another waits by now; denied to
/// those who may not; remarks when it no longer holds.
pub async fn decide(
    desk: &Desk,
    actor: &Actor,
    (offer, seen): (Id, Id),
    decision: Decision,
    note: &str,
) -> Outcome<()> {
    actor.may(Act::KeepOffers)?;
    let (m, now) = (actor.municipality, desk.now());
    let mut read = samskab_domain::kernel::Reader::new();
    let note = read.optional("note", note, NOTE_MAX);
    let note = read.finish(Some(note)).map_err(Refusal::Remarks)?;
    let found = of_offer(desk, m, offer).await?.ok_or(Refusal::Missing)?;
    if found.id() != seen {
        return Err(Refusal::Done);
    }
    let draft = super::draft::as_it_stands(desk, actor, offer).await?;
    let mut tx = desk.db.write().await?;
    keepable(&mut tx, actor, offer).await?;
    let bearers = bearers_before(&mut tx, m, offer).await?;
    let wait = wait_in(&mut tx, m).await?;
    match decision {
        Decision::TakenBack => actor.may_speak_for(found.row.organisation_id)?,
        Decision::LetThrough | Decision::TurnedDown => {
            actor.may_let_through(wait, &bearers, found.row.organisation_id)?;
        }
    }
    let decided = tx
        .run(sql!(
            "update offer_proposal set outcome = ?, note = ?, decided_by = ?, decided_at = ? \
             where municipality_id = ? and id = ? and outcome is null",
            decision.code(),
            note,
            actor.membership,
            now,
            m,
            seen
        ))
        .await?;
    if decided == 0 {
        return Err(Refusal::Done);
    }
    if decision == Decision::LetThrough {
        try_out(&mut tx, desk, actor, offer, &draft.with(&found.typed)).await?;
    }
    let verb = journal::Verb::ProposalDecided;
    let related = [seen, found.row.created_by];
    journal::write(&mut tx, actor, verb, offer, &related, now).await?;
    tx.commit().await?;
    Ok(())
}

/// The last change of the actor's organisation that was turned down, with the word beside it, as
/// long as nothing newer waits.
#[derive(Clone, Debug, FromRow)]
pub struct TurnedDown {
    pub note: Option<String>,
    decided_at: KeptMoment,
}

impl TurnedDown {
    pub fn at(&self) -> Moment {
        *self.decided_at
    }
}

/// # Errors
/// What the database answers.
pub async fn turned_down(desk: &Desk, actor: &Actor, offer: Id) -> Outcome<Option<TurnedDown>> {
    let sql = sql!(
        "select note, decided_at from offer_proposal proposal where municipality_id = ? and offer_id = ? \
         and outcome = 'turned_down' and created_by in (select id from membership where municipality_id = ? \
         and organisation_id = ?) and not exists (select 1 from offer_proposal newer \
         where newer.municipality_id = proposal.municipality_id and newer.offer_id = proposal.offer_id \
         and newer.id > proposal.id) and decided_at > ? order by id desc limit 1",
        actor.municipality,
        offer,
        actor.municipality,
        actor.organisation,
        desk.now().plus(-30 * Moment::DAY)
    );
    Ok(desk.db.first(sql).await?)
}
