//! Needs by theme, and how they are understood.
use super::NEEDS;
use crate::desk::{Desk, Outcome};
use crate::felt::{self, Felt};
use crate::need::{self, Need, Note};
use crate::observation::{self, Quote};
use crate::trail::Link;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Actor;
use samskab_domain::answer::Kind;
use samskab_domain::calendar::Day;
use samskab_domain::felt::Keys;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::meeting::seminar::Ask;
use samskab_domain::need::{Evidence, State};
use samskab_domain::topic::TopicGroup;
use std::collections::HashMap;

/// Needs about one thing, the newest first.
#[derive(Clone, Debug)]
pub struct Theme {
    pub topic_group: TopicGroup,
    pub needs: Vec<Seen>,
}

/// A need of the area, with what is said about it.
#[derive(Clone, Debug)]
pub struct Seen {
    pub need: Need,
    pub evidence: Evidence,
    /// Who was asked, in the order they were.
    pub asked: Vec<Asked>,
    /// One sentence that was let out of the stories.
    pub voice: Option<Quote>,
    /// Somebody cannot feel what is said to be done.
    not_felt: bool,
}

/// An organisation that was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    pub organisation: String,
    /// None while it has not answered.
    pub kind: Option<Kind>,
    /// The date has gone by.
    pub late: bool,
}

/// A need that is understood in more than one way.
#[derive(Clone, Debug)]
pub struct Rival {
    pub need: Link,
    /// *We see it differently* stands.
    pub differs: bool,
    /// Each signed; the oldest first.
    pub notes: Vec<Note>,
}

impl Seen {
    pub(super) fn link(&self) -> Link {
        Link {
            id: self.need.id,
            title: self.need.title.clone(),
        }
    }

    /// What it gives reason to ask.
    pub(super) fn asks(&self) -> Vec<Ask> {
        let answered = |kind: Kind| self.asked.iter().any(|a| a.kind == Some(kind));
        let only_no = answered(Kind::Cannot) && !answered(Kind::Act) && !answered(Kind::Together);
        let asks = [
            (self.not_felt, Ask::NotFelt),
            (self.asked.iter().any(|a| a.late), Ask::Late),
            (only_no, Ask::Cannot),
        ];
        asks.into_iter()
            .filter_map(|(yes, ask)| yes.then_some(ask))
            .collect()
    }
}

/// The newest needs of an area, and whether there are more. Five queries, however many.
pub(super) async fn seen(desk: &Desk, actor: &Actor, area: Id) -> Outcome<(Vec<Seen>, bool)> {
    let m = actor.municipality;
    let most = i64::try_from(NEEDS).unwrap_or(i64::MAX);
    let mut listed = need::in_area(desk, actor, area, most + 1).await?;
    let cut = listed.len() > NEEDS;
    listed.truncate(NEEDS);
    let ids: Vec<Id> = listed.iter().map(|l| l.need.id).collect();
    let mut asked = asked(desk, m, &ids).await?;
    let mut voices: HashMap<Id, Quote> = HashMap::new();
    for (need, quote) in observation::voices_of_needs(desk, m, &ids).await? {
        if !quote.counter {
            voices.entry(need).or_insert(quote);
        }
    }
    let felt = felt::of_needs(desk, actor, &ids, false).await?;
    let objected = |need: Id| {
        felt.iter()
            .any(|f: &Felt| f.need == need && f.keys == Keys::Disagree)
    };
    let seen = listed.into_iter().map(|listed| Seen {
        asked: asked.remove(&listed.need.id).unwrap_or_default(),
        voice: voices.remove(&listed.need.id),
        not_felt: objected(listed.need.id),
        evidence: listed.evidence,
        need: listed.need,
    });
    Ok((seen.collect(), cut))
}

#[derive(FromRow)]
struct Row {
    need_id: Id,
    organisation: String,
    kind: Option<String>,
    due_day: String,
}

async fn asked(desk: &Desk, m: Id, needs: &[Id]) -> Outcome<HashMap<Id, Vec<Asked>>> {
    let sql = sql!(
        "select answer.need_id, organisation.name as organisation, answer.kind, answer.due_day from answer \
         join organisation on organisation.municipality_id = answer.municipality_id \
         and organisation.id = answer.organisation_id \
         where answer.withdrawn_at is null and answer.municipality_id = ? and answer.need_id in ",
        m
    )
    .list(needs.iter().copied())
    .text(" order by answer.id");
    let rows: Vec<Row> = desk.db.all(sql).await?;
    let today = desk.today();
    let mut asked: HashMap<Id, Vec<Asked>> = HashMap::new();
    for row in rows {
        let kind = row.kind.as_deref().and_then(Kind::from_code);
        let gone_by = Day::parse(&row.due_day).is_some_and(|due| due < today);
        asked.entry(row.need_id).or_default().push(Asked {
            organisation: row.organisation,
            late: kind.is_none() && gone_by,
            kind,
        });
    }
    Ok(asked)
}

/// Those that have two interpretations or more, or are seen differently for good.
pub(super) async fn rivals(desk: &Desk, m: Id, seen: &[Seen]) -> Outcome<Vec<Rival>> {
    let ids: Vec<Id> = seen.iter().map(|s| s.need.id).collect();
    let mut notes: HashMap<Id, Vec<Note>> = HashMap::new();
    for (need, note) in need::understood(desk, m, &ids).await? {
        notes.entry(need).or_default().push(note);
    }
    let rivals = seen.iter().filter_map(|seen| {
        let notes = notes.remove(&seen.need.id).unwrap_or_default();
        let differs = seen.need.state() == State::Differs;
        (differs || notes.len() > 1).then(|| Rival {
            need: seen.link(),
            differs,
            notes,
        })
    });
    Ok(rivals.collect())
}

/// In the topics' own order; a topic without needs is left out.
pub(super) fn by_topic(seen: Vec<Seen>) -> Vec<Theme> {
    let mut themes: Vec<Theme> = TopicGroup::ALL
        .iter()
        .map(|&topic_group| Theme {
            topic_group,
            needs: vec![],
        })
        .collect();
    for need in seen {
        let group = need.need.topic_group();
        if let Some(theme) = themes.iter_mut().find(|t| t.topic_group == group) {
            theme.needs.push(need);
        }
    }
    themes.retain(|theme| !theme.needs.is_empty());
    themes
}
