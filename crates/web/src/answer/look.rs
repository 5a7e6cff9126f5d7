//! The draft of an answer, and a colleague's look at it before it is sent.
use super::along::{Words, words};
use super::form::{Around, draft};
use super::show::{Of, again};
use crate::kit::form::{Choose, options};
use crate::kit::parts::{lang, time};
use crate::kit::{Answer, Flash, Form, FormView, Target, Visitor, to};
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::answer::{self, Answer as Asked, Kept, Looking};
use samskab_domain::answer::{Look, LookDraft, REASON_MAX};
use samskab_domain::kernel::Remark;

/// `POST /{m}/answers/{id}/draft`
pub async fn keep(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let (draft, version) = (draft(&sent), sent.text("version"));
    let place = v.at(&format!("/answers/{id}"));
    match answer::keep_draft(v.desk(), v.actor()?, id, &draft, &version).await {
        Ok(()) => Ok(to(&place, Some(Flash::DraftKept))),
        Err(Refusal::Remarks(remarks)) => again(&v, id, Of::Answer(&draft), &remarks).await,
        Err(Refusal::Done) => Ok(to(&place, None)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/answers/{id}/looks`
pub async fn ask(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let colleague = sent.text("colleague");
    let place = v.at(&format!("/answers/{id}"));
    match answer::ask_to_look_at(v.desk(), v.actor()?, id, &colleague).await {
        Ok(()) => Ok(to(&place, Some(Flash::LookAsked))),
        Err(Refusal::Remarks(remarks)) => again(&v, id, Of::Colleague, &remarks).await,
        Err(Refusal::Done) => Ok(to(&place, None)),
        Err(refusal) => Err(refusal.into()),
    }
}

/// `POST /{m}/answers/{id}/look`
pub async fn say(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let draft = LookDraft {
        look: sent.text("look"),
        remark: sent.text("remark"),
        harmless: sent.ticked("harmless"),
    };
    match answer::say_look(v.desk(), v.actor()?, id, &draft, v.language()).await {
        Ok(()) => Ok(to(&v.at(&format!("/answers/{id}")), Some(Flash::Noted))),
        Err(Refusal::Remarks(remarks)) => again(&v, id, Of::Look(&draft), &remarks).await,
        Err(refusal) => Err(refusal.into()),
    }
}

/// That there is a draft, and who sees it.
pub(super) fn saved(v: &Visitor, asked: &Asked, kept: &Kept, overtaken: bool) -> Markup {
    let t = v.t;
    html! {
        p.small.muted {
            (t.answer_draft_saved(&kept.by)) " " (time(v, kept.at)) ". " (t.answer_draft_who(&asked.organisation))
        }
        @if overtaken {
            details open {
                summary { (t.answer_draft_now()) }
                p { (kept.draft.reason) }
                p { (kept.draft.meaning) }
            }
        }
    }
}

/// What colleagues say of the draft, the look one is asked for, and the way to ask for one. Without a draft there is
/// nothing to look at.
pub(super) fn looks(
    v: &Visitor,
    asked: &Asked,
    around: &Around,
    of: &Of<'_>,
    remarks: &[Remark],
) -> Markup {
    let t = v.t;
    let Some(kept) = &around.kept else {
        return html! {};
    };
    let me = v.session().map(|s| s.actor.membership);
    let mine = around
        .looks
        .iter()
        .any(|l| Some(l.asked_of) == me && l.look().is_none());
    let others: Vec<_> = around
        .looks
        .iter()
        .filter(|l| l.look().is_some() || Some(l.asked_of) != me)
        .collect();
    let ask = !mine && !around.colleagues.is_empty();
    html! {
        @if mine || ask || !others.is_empty() {
            div.card {
                h2 { @if mine { (t.answer_look_mine()) } @else { (t.answer_looks()) } }
                @for look in &others { (looking(v, look, kept)) }
                @if mine { (say_form(v, asked, of, remarks)) }
                @if ask { (ask_form(v, asked, around, of, remarks)) }
            }
        }
    }
}

fn looking(v: &Visitor, look: &Looking, kept: &Kept) -> Markup {
    let t = v.t;
    html! {
        p {
            @match look.look() {
                None => (t.answer_look_waiting(&look.name)),
                Some(Look::Fine) => b { (t.answer_look_fine(&look.name)) },
                Some(Look::Remark) => b { (t.answer_look_remark(&look.name)) },
            }
            " " span.small.muted {
                (time(v, look.at()))
                @if look.look().is_some() && look.version < kept.version { "\u{a0}· " (t.answer_look_older()) }
            }
            @if let Some(remark) = &look.remark { br; span lang=[lang(v, look.language())] { (remark) } }
        }
    }
}

fn ask_form(
    v: &Visitor,
    asked: &Asked,
    around: &Around,
    of: &Of<'_>,
    remarks: &[Remark],
) -> Markup {
    let t = v.t;
    let remarks = if matches!(of, Of::Colleague) {
        remarks
    } else {
        &[]
    };
    let form = FormView::new(v, remarks);
    let people: Vec<_> = around
        .colleagues
        .iter()
        .map(|c| (c.membership.to_string(), c.name.clone()))
        .collect();
    let fields = form.select(Choose {
        name: "colleague",
        label: &t.answer_look_who(),
        hint: Some(&t.answer_look_hint()),
        options: &people,
        ..Choose::default()
    });
    let action = v.at(&format!("/answers/{}/looks", asked.id));
    form.finish(&action, fields, &t.answer_look_ask())
}

fn say_form(v: &Visitor, asked: &Asked, of: &Of<'_>, remarks: &[Remark]) -> Markup {
    let t = v.t;
    let nothing = LookDraft::default();
    let (draft, remarks) = match of {
        Of::Look(draft) => (*draft, remarks),
        _ => (&nothing, &[][..]),
    };
    let form = FormView::new(v, remarks);
    let fields = html! {
        (form.radios(Choose {
            name: "look",
            label: &t.answer_look_what(),
            options: &options::<Look>(t),
            chosen: std::slice::from_ref(&draft.look),
            ..Choose::default()
        }))
        (words(&form, Words {
            name: "remark",
            label: &t.answer_look_words(),
            hint: Some(&t.answer_look_words_hint()),
            value: &draft.remark,
            max: REASON_MAX,
            harmless: draft.harmless,
        }))
    };
    let action = v.at(&format!("/answers/{}/look", asked.id));
    form.finish(&action, fields, &t.answer_look_say())
}
