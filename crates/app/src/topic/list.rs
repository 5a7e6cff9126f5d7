//! The topics in use, by group and in the order of the alphabet.
use crate::desk::{Desk, Outcome};
use crate::translation;
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::topic::TopicGroup;

#[derive(Clone, Debug, FromRow)]
pub struct Topic {
    pub id: Id,
    /// Stable name of a topic of the default vocabulary.
    pub code: Option<String>,
    topic_group: String,
    /// In the asked language, where there is one.
    pub name: String,
    language: String,
    pub kle: Option<String>,
}

impl Topic {
    /// The language the name is in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.language).unwrap_or_default()
    }

    pub fn group(&self) -> TopicGroup {
        TopicGroup::from_code(&self.topic_group).unwrap_or(TopicGroup::Other)
    }
}

/// # Errors
/// What the database answers.
pub async fn list(desk: &Desk, municipality: Id, language: Language) -> Outcome<Vec<Topic>> {
    let sql = sql!(
        "select topic.id, topic.code, topic.topic_group, coalesce(translation.body, topic.name) as name, \
         coalesce(translation.language, topic.language) as language, topic.kle \
         from topic left join translation on translation.municipality_id = topic.municipality_id \
         and translation.subject_id = topic.id and translation.field = 'name' \
         and translation.language = ? \
         where topic.municipality_id = ? and topic.retired_at is null order by topic.sort_key, topic.id",
        language.code(),
        municipality
    );
    Ok(desk.db.all(sql).await?)
}

/// One topic with its name as it was written and in other languages, to be changed.
///
/// # Errors
/// [`crate::Refusal::Missing`] when there is none.
pub async fn draft(desk: &Desk, municipality: Id, id: Id) -> Outcome<samskab_domain::topic::Draft> {
    #[derive(FromRow)]
    struct Kept {
        name: String,
        topic_group: String,
        kle: Option<String>,
    }
    let kept: Option<Kept> = desk
        .db
        .first(sql!(
            "select name, topic_group, kle from topic where municipality_id = ? and id = ? and retired_at is null",
            municipality,
            id
        ))
        .await?;
    let kept = kept.ok_or(crate::Refusal::Missing)?;
    Ok(samskab_domain::topic::Draft {
        name: kept.name,
        names: translation::all(desk, municipality, id, "name").await?,
        group: kept.topic_group,
        kle: kept.kle.unwrap_or_default(),
    })
}
