//! What may point to a person, named beside the box that says it points to nobody.
use super::form::FormView;
use super::visitor::Visitor;
use maud::{Markup, html};
use samskab_app::observation::{MarkReason, Marked, marks};
use samskab_domain::kernel::Why;

impl FormView<'_> {
    /// The box that says what was marked points to nobody, with each of the words and why it was marked; nothing
    /// where nothing was. Call it after the fields are rendered.
    pub fn marked(&self, harmless: bool) -> Markup {
        let t = self.visitor().t;
        html! {
            @if self.is_marked(harmless) {
                div.note {
                    p { (t.observation_marked()) }
                    (list(self.visitor(), &self.found(harmless)))
                    (self.tick("harmless", &t.observation_harmless(), harmless))
                }
            }
        }
    }

    /// The same for those who tell without an account, in all their languages.
    pub fn marked_for_all(&self, harmless: bool) -> Markup {
        let t = &self.visitor().t.public;
        html! {
            @if self.is_marked(harmless) {
                div.note {
                    p { (t.tell_marked()) }
                    (list(self.visitor(), &self.found(harmless)))
                    (self.tick("harmless", &t.tell_harmless(), harmless))
                }
            }
        }
    }

    fn is_marked(&self, harmless: bool) -> bool {
        harmless || self.has(|why| matches!(why, Why::Personal { .. }))
    }

    /// The words the box is about: those of the fields that were remarked on, or of all that are looked through.
    fn found(&self, harmless: bool) -> Vec<Marked> {
        let mut found: Vec<Marked> = Vec::new();
        for text in self.written(|field, looked_through| {
            (harmless && looked_through) || self.is_personal(field)
        }) {
            for mark in marks(&text) {
                if !found.iter().any(|known| known.words == mark.words) {
                    found.push(mark);
                }
            }
        }
        found
    }
}

/// The words that were marked, each with the reason; nothing where there are none.
pub fn list(v: &Visitor, marked: &[Marked]) -> Markup {
    html! {
        @if !marked.is_empty() {
            ul { @for mark in marked { li { bdi { b { (mark.words) } } ": " (reason(v, mark)) } } }
        }
    }
}

fn reason(v: &Visitor, mark: &Marked) -> String {
    let t = &v.t.public;
    match mark.reason {
        MarkReason::TenDigits => t.marks_ten_digits(),
        MarkReason::CheckDigit => t.marks_check_digit(),
        MarkReason::AfterCpr => t.marks_after_cpr(),
        MarkReason::EightDigits => t.marks_eight_digits(),
        MarkReason::MailAddress => t.marks_mail_address(),
        MarkReason::StreetAndNumber => t.marks_street_and_number(),
        MarkReason::PostcodeAndTown => t.marks_postcode_and_town(),
        MarkReason::AtSign => t.marks_at_sign(),
        MarkReason::NameList => t.marks_name_list(),
        MarkReason::UnknownWord => t.marks_unknown_word(),
        MarkReason::BesideAName => t.marks_beside_a_name(),
    }
}
