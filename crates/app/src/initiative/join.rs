//! A member of one of the parties says what her side wants, or that she does the work herself.
use super::table::{NewParty, codes, insert_parties};
use super::{as_party, considered};
use crate::desk::{Desk, Outcome};
use crate::journal;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::initiative::JoinDraft;
use samskab_domain::kernel::{Coded, Id, Language};

#[derive(FromRow)]
struct Place {
    id: Id,
    membership_id: Option<Id>,
}

/// Joining again changes what was said; an aim left empty stays as it was.
///
/// # Errors
/// [`Refusal::Missing`]; denied to those whose organisation is no party; [`Refusal::Done`]
/// when it has ended; a remark when nothing is said.
pub async fn join(
    desk: &Desk,
    actor: &Actor,
    initiative: Id,
    draft: &JoinDraft,
    language: Language,
) -> Outcome<()> {
    let m = actor.municipality;
    let mut tx = desk.db.write().await?;
    as_party(&mut tx, actor, initiative).await?;
    let joining = considered(draft.consider(), &[("aim", &draft.aim)], draft.harmless)?;
    let places: Vec<Place> = tx
        .all(sql!(
            "select id, membership_id from initiative_party where municipality_id = ? and initiative_id = ? \
             and organisation_id = ? and left_at is null and (membership_id = ? or membership_id is null) order by id",
            m,
            initiative,
            actor.organisation,
            actor.membership
        ))
        .await?;
    let own = places.iter().find(|p| p.membership_id.is_some());
    let now = desk.now();
    let taken = match own.or(places.first()) {
        Some(place) => {
            let mut sql = sql!(
                "update initiative_party set membership_id = ?, practitioner = ?, language = ?",
                actor.membership,
                joining.practitioner,
                language.code()
            );
            sql = sql.when(", aim = ?", joining.aim.clone());
            let reasons = codes(&joining.reasons);
            sql = sql.when(", reasons = ?", Some(reasons).filter(|r| !r.is_empty()));
            // A colleague may have taken the empty place since it was seen.
            let which = " where municipality_id = ? and id = ? and (membership_id is null or membership_id = ?)";
            let which = sql.and(which, [m.into(), place.id.into(), actor.membership.into()]);
            tx.run(which).await? > 0
        }
        None => false,
    };
    if !taken {
        let party = NewParty {
            id: desk.id(),
            initiative,
            organisation: actor.organisation,
            membership: Some(actor.membership),
            practitioner: joining.practitioner,
            aim: joining.aim.as_deref(),
            reasons: &joining.reasons,
            language,
            now,
        };
        tx.run(insert_parties(m, [party])).await?;
    }
    let verb = journal::Verb::PartyJoined;
    let related = [actor.organisation];
    journal::write(&mut tx, actor, verb, initiative, &related, now).await?;
    tx.commit().await?;
    Ok(())
}
