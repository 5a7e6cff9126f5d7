//! Gives a new municipality the default vocabulary.
use crate::desk::{Desk, Outcome};
use crate::translation;
use samskab_database::{Sql, Tx, Value, sql};
use samskab_domain::kernel::{Id, Language};
use samskab_locale::sort_key;
use serde::Deserialize;

#[derive(Deserialize)]
struct Vocabulary {
    topic: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    code: String,
    group: String,
    da: String,
    en: String,
    ar: String,
    uk: String,
    fa: String,
    ti: String,
    kle: Option<String>,
}

const DEFAULT: &str = include_str!("vocabulary.toml");

/// # Errors
/// What the database answers.
pub(crate) async fn fill(tx: &mut Tx, desk: &Desk, municipality: Id) -> Outcome<()> {
    let vocabulary: Vocabulary = toml::from_str(DEFAULT).unwrap_or(Vocabulary { topic: vec![] });
    let mut names: Vec<[Value; 9]> = Vec::new();
    let mut rows: Vec<[Value; 8]> = Vec::new();
    for topic in vocabulary.topic {
        let id = desk.id();
        let key = sort_key(&topic.da);
        rows.push([
            municipality.into(),
            id.into(),
            topic.code.into(),
            topic.group.into(),
            topic.da.into(),
            "da".into(),
            key.into(),
            topic.kle.into(),
        ]);
        for (language, name) in [
            (Language::English, topic.en),
            (Language::Arabic, topic.ar),
            (Language::Ukrainian, topic.uk),
            (Language::Farsi, topic.fa),
            (Language::Tigrinya, topic.ti),
        ] {
            names.push(translation::name_row(
                desk,
                municipality,
                ("topic", id),
                (language, name),
            ));
        }
    }
    let insert: Sql = sql!(
        "insert into topic (municipality_id, id, code, topic_group, name, language, sort_key, kle) values "
    );
    tx.run(insert.rows(rows)).await?;
    tx.run(sql!(translation::INSERT).rows(names)).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use samskab_domain::kernel::Coded;
    use samskab_domain::topic::TopicGroup;

    #[test]
    fn the_default_vocabulary_reads_and_uses_all_eight_groups() {
        let vocabulary: Vocabulary = toml::from_str(DEFAULT).unwrap();
        for topic in &vocabulary.topic {
            assert!(
                TopicGroup::from_code(&topic.group).is_some(),
                "{}",
                topic.code
            );
        }
        for group in TopicGroup::ALL {
            assert!(vocabulary.topic.iter().any(|t| t.group == group.code()));
        }
    }
}
