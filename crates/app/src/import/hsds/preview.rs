//! What would change, before anything does.
use super::offers::around;
use super::run::{Run, may, sort};
use super::{incoming, run, table};
use crate::desk::{Desk, Outcome};
use samskab_domain::access::Actor;
use samskab_domain::kernel::Id;
use samskab_hsds::Object;
use serde_json::Value;

/// What would become of a file.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    pub added: Vec<String>,
    pub changed: Vec<Change>,
    pub same: i64,
    /// Number and column of each that cannot be taken, with the reason.
    pub refused: Vec<(usize, String, crate::import::Reason)>,
}

/// An offer that would change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub id: Id,
    pub name: String,
    /// The properties that would be otherwise.
    pub properties: Vec<String>,
}

/// Looks at a run that waits. Nothing is written.
///
/// # Errors
/// As [`super::begin`]; [`crate::Refusal::Missing`].
pub async fn preview(desk: &Desk, actor: &Actor, id: Id) -> Outcome<Preview> {
    let m = actor.municipality;
    let found: Run = table::one(desk, m, id).await?;
    let options = found.options();
    may(actor, &options)?;
    let incoming: incoming::Incoming = run::content(desk, m, id).await?;
    let mut around = around(desk, actor, &options).await?;
    if options.create_organisations {
        let made = incoming.services.iter().map(samskab_hsds::Service::read);
        around
            .by_id
            .extend(made.filter_map(|s| Some((s.organization?.id, ()))));
    }
    let mut preview = Preview::default();
    for (number, part) in incoming.services.chunks(500).enumerate() {
        let sorted = sort(desk, m, &around, part, number * 500).await?;
        preview.same += sorted.same;
        preview.refused.extend(run::refusals(&sorted.refused));
        for (told, did) in sorted.told.iter().zip(&sorted.did) {
            let before = did
                .before
                .as_ref()
                .and_then(|b| b.get("doc"))
                .and_then(Value::as_object);
            match before {
                None => preview.added.push(told.name.clone()),
                Some(before) => preview.changed.push(Change {
                    id: did.offer,
                    name: told.name.clone(),
                    properties: differences(before, &told.source),
                }),
            }
        }
    }
    Ok(preview)
}

fn differences(before: &Object, after: &Object) -> Vec<String> {
    let names = before
        .keys()
        .chain(after.keys().filter(|name| !before.contains_key(*name)));
    names
        .filter(|name| before.get(*name) != after.get(*name))
        .cloned()
        .collect()
}
