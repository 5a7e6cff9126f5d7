//! What the page and the paper say alike.
pub(crate) use crate::insight::against;
use samskab_app::meeting::seminar::{Asked, Changed};
use samskab_app::need::Note;
use samskab_app::trail::Link;
use samskab_domain::initiative::placing::Relation;
use samskab_domain::meeting::seminar::Ask;
use samskab_locale::{Named, Texts};

/// A question to discuss.
pub fn question(t: &Texts, ask: Ask, about: &Link) -> String {
    let title = about.title.trim_end_matches('.');
    match ask {
        Ask::Rival => t.seminar_ask_rival(title),
        Ask::Differs => t.seminar_ask_differs(title),
        Ask::NotFelt => t.seminar_ask_not_felt(title),
        Ask::Late => t.seminar_ask_late(title),
        Ask::Cannot => t.seminar_ask_cannot(title),
        Ask::Learnt => t.seminar_ask_learnt(title),
        Ask::NotDone => t.seminar_ask_not_done(title),
    }
}

/// What an organisation that was asked has said.
pub fn answered(t: &Texts, asked: &Asked) -> String {
    let organisation = asked.organisation.as_str();
    match (asked.kind, asked.late) {
        (Some(kind), _) => t.seminar_answered(organisation, kind.name(t)),
        (None, true) => t.seminar_answer_late(organisation),
        (None, false) => t.seminar_answer_awaited(organisation),
    }
}

/// A change, whose practice it is and what came of it.
pub fn changed(t: &Texts, changed: &Changed) -> String {
    let what = changed.change.title.trim_end_matches('.');
    match changed.outcome {
        Some(outcome) => t.seminar_changed(what, &changed.organisation, outcome.name(t)),
        None => t.seminar_changed_awaited(what, &changed.organisation),
    }
}

/// That it is a contract, and is not counted (F1).
pub fn not_counted(t: &Texts, relation: Relation) -> Option<String> {
    (!relation.counts()).then(|| t.initiative_not_counted(relation.name(t)))
}

/// Who signs a note.
pub fn signed(t: &Texts, note: &Note) -> String {
    format!("{} · {}", note.organisation, note.sector().name(t))
}
