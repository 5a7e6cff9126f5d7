//! A citizen tells, and is given a code.
use super::code::Code;
use crate::desk::{Desk, Outcome};
use crate::{journal, observation};
use samskab_database::sql;
use samskab_domain::kernel::{Id, Language};
use samskab_domain::observation::{Circle, Draft};

/// Held until a facilitator has looked at it. `form` is the form's own key: sent twice, it is
/// taken once and gives the same code.
///
/// # Errors
/// Remarks for every field, personal data included. Nothing refused is kept or logged.
pub async fn tell(
    desk: &Desk,
    municipality: Id,
    draft: &Draft,
    language: Language,
    form: Id,
) -> Outcome<Code> {
    let observation = observation::consider(draft)?;
    let observation = samskab_domain::observation::Observation {
        circle: Circle::Close,
        teller: None,
        ..observation
    };
    let code = Code::of_form(&desk.key, municipality, form);
    let (id, now) = (desk.id(), desk.now());
    let mut tx = desk.db.write().await?;
    observation::hold(&mut tx, municipality, id, &observation, language, now).await?;
    let kept = sql!(
        "insert into citizen_code (municipality_id, hash, observation_id, created_at) \
         values (?, ?, ?, ?) on conflict (municipality_id, hash) do nothing",
        municipality,
        code.hash(&desk.key, municipality),
        id,
        now
    );
    if tx.run(kept).await? == 0 {
        return Ok(code);
    }
    let verb = journal::Verb::ObservationHeld;
    journal::write_as(
        &mut tx,
        municipality,
        None,
        verb,
        id,
        &[observation.area],
        now,
    )
    .await?;
    tx.commit().await?;
    Ok(code)
}
