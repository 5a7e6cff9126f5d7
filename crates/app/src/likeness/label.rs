//! What a story and a need can have in common beside words, as someone chose it.
use samskab_domain::kernel::Id;
use samskab_words::likeness::{Kind, Reason};

/// What is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Same {
    TopicGroup,
    Topic,
    Area,
}

const MARKS: [(Same, char); 3] = [
    (Same::TopicGroup, 'g'),
    (Same::Topic, 't'),
    (Same::Area, 'a'),
];

/// The labels of a text; what was not chosen gives none.
pub(super) fn labels(group: &str, area: &str, topics: impl IntoIterator<Item = Id>) -> Vec<String> {
    let chosen = [('g', group), ('a', area)];
    let chosen = chosen.into_iter().filter(|(_, value)| !value.is_empty());
    let chosen = chosen.map(|(mark, value)| format!("{mark}{value}"));
    let topics = topics.into_iter().map(|topic| format!("t{topic}"));
    chosen.chain(topics).collect()
}

/// A text with whom it concerns: that is a part of what it says.
pub(super) fn with_whom(text: &str, concerns: Option<&str>) -> String {
    match concerns {
        Some(concerns) => format!("{text}\n{concerns}"),
        None => text.to_owned(),
    }
}

/// What is the same among the reasons; several topics are said once.
pub(super) fn same(reasons: &[Reason]) -> Vec<Same> {
    let shared = |mark: char| {
        let of_mark = |r: &Reason| r.kind == Kind::Label && r.own.starts_with(mark);
        reasons.iter().any(of_mark)
    };
    let found = MARKS.into_iter().filter(|(_, mark)| shared(*mark));
    found.map(|(same, _)| same).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use samskab_words::analyse::analyse;
    use samskab_words::likeness::{Index, Mix, Need};
    use uuid::Uuid;

    #[test]
    fn what_was_chosen_alike_is_said_beside_the_words() {
        let (area, topic) = (Uuid::from_u128(7).to_string(), Uuid::from_u128(9));
        let need = Need {
            title: "Weekenden er lang".into(),
            labels: labels("alone", &area, [topic, Uuid::from_u128(8)]),
            ..Need::default()
        };
        let found = |labels: &[String]| {
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            let text = analyse("Hver weekend er hun alene");
            let index = Index::new(std::slice::from_ref(&need));
            same(&index.compare(&text, &labels, Mix::default()).reasons(0))
        };
        assert_eq!(
            found(&labels("alone", &area, [topic])),
            [Same::TopicGroup, Same::Topic, Same::Area]
        );
        assert_eq!(found(&labels("language", &area, [])), [Same::Area]);
        assert!(found(&labels("", "", [])).is_empty());
    }
}
