//! Whose responsibility it is: named by the one who is asked, never asked of those who told.
use crate::kit::form::{Choose, Line, options};
use crate::kit::parts::lang;
use crate::kit::{FormView, Visitor};
use maud::{Markup, html};
use samskab_app::answer::Named as Said;
use samskab_domain::answer::{NamedDraft, Responsibility};
use samskab_domain::kernel::Language;
use samskab_locale::Named;

/// The fields, folded away until something stands in them. All of it may be left out.
pub(super) fn fields(form: &FormView<'_>, draft: &NamedDraft) -> Markup {
    let t = form.visitor().t;
    let texts = [
        ("responsibility", &draft.responsibility),
        ("responsible", &draft.responsible),
        ("paragraph", &draft.paragraph),
        ("kle", &draft.kle),
    ];
    let open = texts
        .iter()
        .any(|(field, text)| !text.is_empty() || form.why(field).is_some());
    let line = |name, label: String, hint: String, value| {
        form.line(Line {
            name,
            label: &label,
            hint: Some(&hint),
            value,
            optional: true,
            ..Line::default()
        })
    };
    html! {
        details.more-fields open[open] {
            summary { (t.answer_whose()) }
            (form.radios(Choose {
                name: "responsibility",
                label: &t.answer_responsibility(),
                hint: Some(&t.answer_responsibility_hint()),
                options: &options::<Responsibility>(t),
                chosen: std::slice::from_ref(&draft.responsibility),
                optional: true,
                ..Choose::default()
            }))
            (line("responsible", t.answer_responsible(), t.answer_responsible_hint(), &draft.responsible))
            (line("paragraph", t.answer_paragraph(), t.answer_paragraph_hint(), &draft.paragraph))
            (line("kle", t.administration_kle(), t.answer_kle_hint(), &draft.kle))
        }
    }
}

/// What was said of it, in one line; nothing where nothing was.
pub(super) fn said(v: &Visitor, named: &Said, language: Language) -> Markup {
    let t = v.t;
    let number = named
        .kle
        .as_deref()
        .map(|kle| t.administration_kle_number(kle));
    let lang = lang(v, language);
    let parts: Vec<Markup> = [
        named.responsibility().map(|r| html! { (r.name(t)) }),
        named
            .responsible
            .as_ref()
            .map(|who| html! { span lang=[lang] { (who) } }),
        named
            .paragraph
            .as_ref()
            .map(|place| html! { span lang=[lang] { (place) } }),
        number.map(|number| html! { (number) }),
    ]
    .into_iter()
    .flatten()
    .collect();
    html! {
        @if !parts.is_empty() {
            p {
                b { (t.answer_responsibility_is()) ": " }
                @for (i, part) in parts.iter().enumerate() { @if i > 0 { "\u{a0}· " } (part) }
            }
        }
    }
}
