//! What becomes of services.
use super::offers::{Around, Told, told};
use crate::desk::{Desk, Outcome};
use crate::import::Reason;
use crate::import::run::{Here, Sorted, here};
use samskab_domain::kernel::Id;
use samskab_hsds::Object;
use serde_json::Value;
use std::collections::HashSet;

/// New, changed, the same as before, or not to be taken. The first of them has the number `first`.
pub(in crate::import) async fn sort(
    desk: &Desk,
    m: Id,
    around: &Around,
    part: &[Object],
    first: usize,
) -> Outcome<Sorted> {
    let ids: Vec<Id> = part
        .iter()
        .filter_map(|doc| doc.get("id")?.as_str()?.parse().ok())
        .collect();
    let here = here(desk, m, &around.vocabulary, &ids).await?;
    let mut sorted = Sorted::default();
    let mut seen = HashSet::new();
    for (number, doc) in (first..).zip(part) {
        match told(doc, around) {
            Ok(told) if seen.insert(told.id()) => {
                let before = here.get(&told.id());
                place(&mut sorted, number, (told, doc), before);
            }
            Ok(_) => sorted.refuse(number, "id", &Reason::IdInUse),
            Err(reasons) => {
                for (column, reason) in &reasons {
                    sorted.refuse(number, column, reason);
                }
            }
        }
    }
    Ok(sorted)
}

fn place(
    sorted: &mut Sorted,
    number: usize,
    (mut told, doc): (Told, &Object),
    before: Option<&Here>,
) {
    let Some(before) = before else {
        return sorted.add(told);
    };
    let said = before.standing.source.as_ref().and_then(Value::as_object);
    if before.doc == *doc || said == Some(doc) {
        sorted.same += 1;
    } else if before.standing.merged_into.is_some() {
        sorted.refuse(number, "id", &Reason::Merged);
    } else {
        told.known = told.known.or(before.standing.known());
        let properties = differences(&before.doc, doc);
        sorted.change(told, before, properties);
    }
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
