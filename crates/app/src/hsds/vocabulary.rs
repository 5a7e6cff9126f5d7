//! What offers are about: topics in their eight groups, and welfare areas, as taxonomies.
use crate::desk::{Desk, Outcome};
use crate::{area, topic};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::topic::TopicGroup;
use samskab_hsds::{Object, derived};
use samskab_locale::{Named, texts};
use serde_json::{Value, json};

/// The two taxonomies of a municipality with their terms.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    topics: Id,
    areas: Id,
    terms: Vec<Term>,
    name: [String; 2],
}

/// One word, and what it stands for here.
#[derive(Clone, Debug)]
struct Term {
    id: Id,
    parent: Option<Id>,
    meaning: Meaning,
    code: Option<String>,
    name: String,
}

/// What a term stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Area(Id),
    Group(&'static str),
    Topic(Id),
}

/// The words in Danish, the language of the municipality.
///
/// # Errors
/// What the database answers.
pub async fn vocabulary(desk: &Desk, m: Id) -> Outcome<Vocabulary> {
    let t = texts(Language::Danish);
    let group = |group: TopicGroup| Term {
        id: group_id(m, group),
        parent: None,
        meaning: Meaning::Group(group.code()),
        code: Some(group.code().to_owned()),
        name: group.name(t),
    };
    let mut terms: Vec<Term> = TopicGroup::ALL.iter().copied().map(group).collect();
    for topic in topic::list(desk, m, Language::Danish).await? {
        terms.push(Term {
            id: topic.id,
            parent: Some(group_id(m, topic.group())),
            meaning: Meaning::Topic(topic.id),
            code: topic.code,
            name: topic.name,
        });
    }
    for area in area::list(desk, m, Language::Danish).await? {
        terms.push(Term {
            id: area.id,
            parent: None,
            meaning: Meaning::Area(area.id),
            code: None,
            name: area.name,
        });
    }
    Ok(Vocabulary {
        topics: derived(m, "taxonomy", "topics"),
        areas: derived(m, "taxonomy", "areas"),
        terms,
        name: [t.hsds_topics(), t.hsds_areas()],
    })
}

/// The term a group of topics is.
pub(super) fn group_id(m: Id, group: TopicGroup) -> Id {
    derived(m, "topic_group", group.code())
}

/// The group of topics a term is, or belongs to.
pub(crate) fn group_of(vocabulary: &Vocabulary, term: Id) -> Option<TopicGroup> {
    let found = vocabulary.terms.iter().find(|t| t.id == term)?;
    match (&found.meaning, found.parent) {
        (Meaning::Group(code), _) => TopicGroup::from_code(code),
        (Meaning::Topic(_), Some(parent)) => group_of(vocabulary, parent),
        _ => None,
    }
}

impl Vocabulary {
    pub(crate) fn is_topic(&self, term: Id) -> bool {
        self.meaning(term) == Some(Meaning::Topic(term))
    }

    pub(super) fn has(&self, taxonomy: Id) -> bool {
        taxonomy == self.topics || taxonomy == self.areas
    }

    pub(super) fn meaning(&self, term: Id) -> Option<Meaning> {
        let found = self.terms.iter().find(|t| t.id == term)?;
        Some(found.meaning.clone())
    }

    /// Both taxonomies, or those whose name holds these words.
    pub fn taxonomies(&self, search: &str) -> Vec<Object> {
        let search = samskab_locale::fold(search);
        [(self.topics, &self.name[0]), (self.areas, &self.name[1])]
            .into_iter()
            .filter(|(_, name)| samskab_locale::fold(name).contains(&search))
            .map(|(id, name)| {
                object(json!({ "id": id.to_string(), "name": name, "description": name }))
            })
            .collect()
    }

    /// The terms: of one taxonomy, only those at the top, only those under one.
    pub fn terms(
        &self,
        taxonomy: Option<Id>,
        top: bool,
        parent: Option<Id>,
        search: &str,
    ) -> Vec<Object> {
        let search = samskab_locale::fold(search);
        let wanted = |t: &&Term| {
            taxonomy.is_none_or(|id| self.taxonomy_of(t) == id)
                && (!top || t.parent.is_none())
                && (parent.is_none() || t.parent == parent)
                && samskab_locale::fold(&t.name).contains(&search)
        };
        self.terms
            .iter()
            .filter(wanted)
            .map(|t| self.term(t))
            .collect()
    }

    /// One term.
    pub fn one(&self, id: Id) -> Option<Object> {
        self.terms.iter().find(|t| t.id == id).map(|t| self.term(t))
    }

    fn taxonomy_of(&self, term: &Term) -> Id {
        match term.meaning {
            Meaning::Area(_) => self.areas,
            Meaning::Group(_) | Meaning::Topic(_) => self.topics,
        }
    }

    fn term(&self, term: &Term) -> Object {
        let taxonomy = self.taxonomy_of(term);
        let name = &self.name[usize::from(taxonomy == self.areas)];
        let mut doc = object(json!({
            "id": term.id.to_string(),
            "name": term.name,
            "description": term.name,
            "taxonomy": name,
            "taxonomy_id": taxonomy.to_string(),
            "language": "da",
        }));
        if let Some(parent) = term.parent {
            doc.insert("parent_id".to_owned(), Value::from(parent.to_string()));
        }
        if let Some(code) = &term.code {
            doc.insert("code".to_owned(), Value::from(code.as_str()));
        }
        doc
    }
}

pub(super) fn object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        _ => Object::new(),
    }
}
