//! *Did you want it yourselves?*: asked of those whose practice changes, and of nobody else (F23).
use crate::desk::{Desk, Outcome, Refusal};
use crate::journal;
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Act, Actor, Denied, Role};
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::practice_change::{Wanted, Willingness, WishDraft};

/// What one of them says.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Wish {
    change_id: Id,
    pub membership_id: Id,
    wanted: String,
}

impl Wish {
    pub fn wanted(&self) -> Option<Wanted> {
        Wanted::from_code(&self.wanted)
    }
}

/// What was said of these changes.
pub(super) async fn wishes(desk: &Desk, municipality: Id, changes: &[Id]) -> Outcome<Vec<Wish>> {
    let sql = sql!(
        "select change_id, membership_id, wanted from change_wish where municipality_id = ? and change_id in ",
        municipality
    )
    .list(changes.iter().copied());
    Ok(desk.db.all(sql).await?)
}

/// What they come to for one change.
pub(super) fn willingness(wishes: &[Wish], change: Id) -> Willingness {
    let hers = wishes.iter().filter(|w| w.change_id == change);
    let voices: Vec<Wanted> = hers.filter_map(Wish::wanted).collect();
    Willingness::of(&voices)
}

/// Those who work where practice changes; a facilitator is neutral, also at home.
pub(super) fn may_say_wish(actor: &Actor, organisation: Id) -> bool {
    actor.may(Act::WriteChange).is_ok()
        && actor.may_speak_for(organisation).is_ok()
        && actor.role != Role::Facilitator
}

#[derive(FromRow)]
struct Whose {
    organisation_id: Id,
    initiative_id: Id,
}

/// Said again, the newest word stands. Others hear what all of them come to, in words.
///
/// # Errors
/// [`Refusal::Missing`]; denied to those whose practice it is not; a remark when nothing is chosen.
pub async fn say_wish(desk: &Desk, actor: &Actor, change: Id, draft: &WishDraft) -> Outcome<()> {
    let (m, now) = (actor.municipality, desk.now());
    let mut tx = desk.db.write().await?;
    let whose: Option<Whose> = tx
        .first(sql!(
            "select organisation_id, initiative_id from practice_change where municipality_id = ? and id = ?",
            m,
            change
        ))
        .await?;
    let whose = whose.ok_or(Refusal::Missing)?;
    if !may_say_wish(actor, whose.organisation_id) {
        return Err(Denied.into());
    }
    let wanted = draft.consider()?;
    tx.run(sql!(
        "insert into change_wish (municipality_id, change_id, membership_id, wanted, said_at) values (?, ?, ?, ?, ?) \
         on conflict (municipality_id, change_id, membership_id) do update set wanted = excluded.wanted, \
         said_at = excluded.said_at",
        m,
        change,
        actor.membership,
        wanted.code(),
        now
    ))
    .await?;
    let verb = journal::Verb::ChangeWishSaid;
    journal::write(&mut tx, actor, verb, change, &[whose.initiative_id], now).await?;
    tx.commit().await?;
    Ok(())
}
