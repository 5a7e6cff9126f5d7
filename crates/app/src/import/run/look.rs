//! What would become of a file that waits, found part by part and kept until somebody says yes or no.
use super::preview::{Change, Preview};
use super::step::Sorting;
use super::{Run, RunState, may, parts, preview, table};
use crate::desk::{Desk, Outcome, Refusal};
use crate::import::Reason;
use crate::import::hsds::around;
use crate::import::importer::holder;
use crate::job;
use samskab_database::{FromRow, Tx, sql};
use samskab_domain::access::{Act, Actor};
use samskab_domain::kernel::Id;
use serde_json::{Value, json};

/// So many of each are named.
pub const NAMED: usize = 100;

/// What would become of as much of a file as is looked at: how many, and the first of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    pub added: usize,
    pub changed: usize,
    pub refused: usize,
    /// As [`Preview::stories`].
    pub stories: usize,
    /// As [`Preview::same`].
    pub same: i64,
    /// As [`Preview::hidden`].
    pub hidden: usize,
    /// The names of new offers.
    pub new: Vec<String>,
    pub changes: Vec<Change>,
    /// Number and column of what cannot be taken, with the reason.
    pub not_taken: Vec<(usize, String, Reason)>,
}

#[derive(FromRow)]
struct Kept {
    looked: i64,
    found: Value,
}

/// Before a file is read.
pub(super) const UNREAD: i64 = -1;

impl Look {
    /// What a file says of itself before any of it is compared with what is here.
    pub(super) fn of(same: i64, refused: &[Value]) -> Self {
        let mut look = Self::default();
        look.add(Preview {
            same,
            refused: super::refusals(refused),
            ..Preview::default()
        });
        look
    }

    fn add(&mut self, part: Preview) {
        self.added += part.added.len();
        self.changed += part.changed.len();
        self.refused += part.refused.len();
        self.stories += part.stories;
        self.same += part.same;
        self.hidden += part.hidden;
        first(&mut self.new, part.added);
        first(&mut self.changes, part.changed);
        first(&mut self.not_taken, part.refused);
    }

    fn document(&self) -> Value {
        let changes = self
            .changes
            .iter()
            .map(|c| json!([c.id, c.name, c.properties]));
        let not_taken = self
            .not_taken
            .iter()
            .map(|(number, column, reason)| super::sorted::refusal(*number, column, reason));
        json!({
            "counts": [self.added, self.changed, self.refused, self.stories, self.hidden],
            "same": self.same,
            "new": self.new,
            "changes": changes.collect::<Vec<_>>(),
            "not_taken": not_taken.collect::<Vec<_>>(),
        })
    }

    fn read(kept: &Value) -> Self {
        let list = |name: &str| kept.get(name).and_then(Value::as_array);
        let count = |at: usize| {
            let count = list("counts").and_then(|counts| counts.get(at)?.as_u64());
            count.and_then(|count| usize::try_from(count).ok())
        };
        let count = |at| count(at).unwrap_or(0);
        let texts = |value: &Value| -> Vec<String> {
            let texts = value.as_array().into_iter().flatten();
            texts.filter_map(|t| Some(t.as_str()?.to_owned())).collect()
        };
        let change = |value: &Value| {
            Some(Change {
                id: value.get(0)?.as_str()?.parse().ok()?,
                name: value.get(1)?.as_str()?.to_owned(),
                properties: texts(value.get(2)?),
            })
        };
        Self {
            added: count(0),
            changed: count(1),
            refused: count(2),
            stories: count(3),
            hidden: count(4),
            same: kept.get("same").and_then(Value::as_i64).unwrap_or(0),
            new: kept.get("new").map(texts).unwrap_or_default(),
            changes: list("changes")
                .into_iter()
                .flatten()
                .filter_map(change)
                .collect(),
            not_taken: super::refusals(list("not_taken").map(Vec::as_slice).unwrap_or_default()),
        }
    }
}

fn first<T>(kept: &mut Vec<T>, more: Vec<T>) {
    let room = NAMED.saturating_sub(kept.len());
    kept.extend(more.into_iter().take(room));
}

/// Begins to look: what is known of the file now, how many of it are looked at.
///
/// # Errors
/// What the database answers.
pub(super) async fn begin(tx: &mut Tx, m: Id, run: Id, looked: i64, look: &Look) -> Outcome<()> {
    tx.run(sql!(
        "insert into import_look (municipality_id, run_id, looked, found) values (?, ?, ?, ?) \
         on conflict (municipality_id, run_id) do update set looked = excluded.looked, found = excluded.found",
        m,
        run,
        looked,
        look.document()
    ))
    .await?;
    Ok(())
}

/// Nothing of the file can be taken, and why in words.
///
/// # Errors
/// What the database answers.
pub(super) async fn broken(tx: &mut Tx, m: Id, run: Id, why: String) -> Outcome<()> {
    tx.run(sql!(
        "update import_look set broken = ? where municipality_id = ? and run_id = ?",
        why,
        m,
        run
    ))
    .await?;
    Ok(())
}

/// Forgets what was looked at; it is about to happen.
///
/// # Errors
/// What the database answers.
pub(super) async fn forget(tx: &mut Tx, m: Id, run: Id) -> Outcome<()> {
    tx.run(sql!(
        "delete from import_look where municipality_id = ? and run_id = ?",
        m,
        run
    ))
    .await?;
    Ok(())
}

async fn kept(desk: &Desk, m: Id, run: Id) -> Outcome<Option<Kept>> {
    let kept = sql!(
        "select looked, found from import_look where municipality_id = ? and run_id = ?",
        m,
        run
    );
    Ok(desk.db.first(kept).await?)
}

/// What would become of a file, as far as it has been looked at.
///
/// # Errors
/// Denied to those who may not import.
pub async fn looked(desk: &Desk, actor: &Actor, run: Id) -> Outcome<Look> {
    actor.may(Act::Import)?;
    let kept = kept(desk, actor.municipality, run).await?;
    Ok(kept.map(|kept| Look::read(&kept.found)).unwrap_or_default())
}

/// Looks at the next part of a file, and asks for the one after it. Looked at twice, a part counts once.
///
/// # Errors
/// What the database answers; [`Refusal::Missing`] when whoever sent the file may no longer bring it in.
pub async fn look_on(desk: &Desk, m: Id, id: Id) -> Outcome<()> {
    let run = match table::one(desk, m, id).await {
        // Forgotten meanwhile.
        Err(Refusal::Missing) => return Ok(()),
        run => run?,
    };
    if run.state() != RunState::LookedAt {
        return Ok(());
    }
    let actor = holder(desk, m, run.created_by).await?;
    look(desk, &actor, &run).await?;
    Ok(())
}

/// The same for a file so small that whoever sent it can wait: all of it.
///
/// # Errors
/// As [`look_on`].
pub(super) async fn look_through(desk: &Desk, actor: &Actor, id: Id) -> Outcome<()> {
    loop {
        let run = table::one(desk, actor.municipality, id).await?;
        if run.state() != RunState::LookedAt {
            return Ok(());
        }
        look(desk, actor, &run).await?;
    }
}

async fn look(desk: &Desk, actor: &Actor, run: &Run) -> Outcome<()> {
    let (m, options) = (actor.municipality, run.options());
    may(actor, &options)?;
    let Some(kept) = kept(desk, m, run.id).await?.filter(|kept| kept.looked >= 0) else {
        return Ok(());
    };
    let mut look = Look::read(&kept.found);
    let mut around = around(desk, actor, &options).await?;
    let part = parts::part(desk, m, run, kept.looked).await?;
    if options.create_organisations {
        preview::meet(desk, &parts::beside(desk, m, run).await?, &mut around);
        preview::meet(desk, &part, &mut around);
    }
    let sorting = Sorting {
        desk,
        actor,
        run,
        options,
    };
    let sorted = sorting.sort(&around, &part, kept.looked).await?;
    let cadences = crate::upkeep::cadences(desk, m).await?;
    let mut would = Preview::default();
    would.add(sorted, &cadences, desk.today());
    look.add(would);
    let looked = kept.looked + table::count(part.len());
    let mut tx = desk.db.write().await?;
    let moved = sql!(
        "update import_look set looked = ?, found = ? where municipality_id = ? and run_id = ? and looked = ?",
        looked,
        look.document(),
        m,
        run.id,
        kept.looked
    );
    if tx.run(moved).await? > 0 && looked < run.total {
        ask(&mut tx, desk, m, run.id).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Asks the worker to look on.
///
/// # Errors
/// What the database answers.
pub(super) async fn ask(tx: &mut Tx, desk: &Desk, m: Id, run: Id) -> Outcome<()> {
    let payload = json!({ "run": run });
    job::ask(tx, desk, m, job::Kind::LookAtFile, payload, desk.now()).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_look_is_kept_as_it_is_and_names_only_the_first() {
        let mut look = Look::of(2, &[json!([3, "phone", "not_a_phone"])]);
        let names = |many: usize| (0..many).map(|n| n.to_string()).collect::<Vec<_>>();
        for many in [60, 60] {
            look.add(Preview {
                added: names(many),
                changed: vec![Change {
                    id: Id::from_u128(7),
                    name: "Kaffe".into(),
                    properties: names(2),
                }],
                hidden: 1,
                ..Preview::default()
            });
        }
        assert_eq!((look.added, look.new.len(), look.changed), (120, NAMED, 2));
        assert_eq!((look.same, look.refused, look.hidden), (2, 1, 2));
        assert_eq!(Look::read(&look.document()), look);
        assert_eq!(Look::read(&json!({})), Look::default());
    }
}
