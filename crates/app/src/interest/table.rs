//! The `interest` table: the only file that names its columns.
use samskab_database::{FromRow, KeptMoment, Sql, sql};
use samskab_domain::access::{Actor, Sector};
use samskab_domain::interest::{self as rules, Gain};
use samskab_domain::kernel::{Coded, Id, Language, Moment};
use samskab_domain::topic::TopicGroup;

/// What one organisation says it stands to gain.
#[derive(Clone, Debug, FromRow)]
pub struct Interest {
    pub id: Id,
    pub organisation_id: Id,
    pub organisation: String,
    sector: String,
    topic_group: String,
    /// The one topic it is about, in the municipality's own words; none where it is the whole group.
    pub topic: Option<String>,
    gain: String,
    pub body: Option<String>,
    pub amount: Option<String>,
    language: String,
    created_at: KeptMoment,
    ended_at: Option<KeptMoment>,
}

impl Interest {
    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }

    pub fn topic_group(&self) -> TopicGroup {
        TopicGroup::from_code(&self.topic_group).unwrap_or(TopicGroup::Other)
    }

    pub fn gain(&self) -> Gain {
        Gain::from_code(&self.gain).unwrap_or(Gain::Other)
    }

    /// The language it was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn declared_at(&self) -> Moment {
        *self.created_at
    }

    /// Since when it no longer holds.
    pub fn ended_at(&self) -> Option<Moment> {
        self.ended_at.map(Moment::from)
    }
}

/// What a municipality's organisations have declared; the caller narrows it.
pub(super) fn select(municipality: Id) -> Sql {
    sql!(
        "select interest.id, interest.organisation_id, organisation.name as organisation, organisation.sector, \
         interest.topic_group, topic.name as topic, interest.gain, interest.body, interest.amount, \
         interest.language, interest.created_at, interest.ended_at from interest \
         join organisation on organisation.municipality_id = interest.municipality_id \
         and organisation.id = interest.organisation_id \
         left join topic on topic.municipality_id = interest.municipality_id and topic.id = interest.topic_id \
         where interest.municipality_id = ?",
        municipality
    )
}

/// What an interest is about, looked up.
#[derive(Clone, Copy)]
pub(super) struct About {
    pub group: TopicGroup,
    pub topic: Option<Id>,
}

pub(super) fn insert(
    actor: &Actor,
    id: Id,
    interest: &rules::Interest,
    about: About,
    language: Language,
    now: Moment,
) -> Sql {
    sql!(
        "insert into interest (municipality_id, id, organisation_id, topic_group, topic_id, gain, body, amount, \
         language, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        actor.municipality,
        id,
        actor.organisation,
        about.group.code(),
        about.topic,
        interest.gain.code(),
        interest.text.clone(),
        interest.amount.clone(),
        language.code(),
        actor.membership,
        now
    )
}

/// Ends what the actor's organisation has said before in the same words' place, and what cannot be true
/// beside it: nothing to gain beside something.
pub(super) fn end_before(actor: &Actor, gain: Gain, about: About, now: Moment) -> Sql {
    let sql = sql!(
        "update interest set ended_at = ?, ended_by = ? where municipality_id = ? and organisation_id = ? \
         and ended_at is null and topic_group = ? and (",
        now,
        actor.membership,
        actor.municipality,
        actor.organisation,
        about.group.code()
    );
    let sql = match (gain, about.topic) {
        (Gain::Nothing, None) => sql.text("gain <> 'nothing'"),
        (Gain::Nothing, Some(topic)) => sql.and("topic_id = ?", [topic.into()]),
        (_, None) => sql.text("gain = 'nothing'"),
        // Something to gain on one topic leaves what is said of the others.
        (_, Some(topic)) => sql.and(
            "gain = 'nothing' and (topic_id is null or topic_id = ?)",
            [topic.into()],
        ),
    };
    let sql = sql.and(" or gain = ? and topic_id", [gain.code().into()]);
    match about.topic {
        None => sql.text(" is null)"),
        Some(topic) => sql.and(" = ?)", [topic.into()]),
    }
}
