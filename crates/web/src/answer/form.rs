//! The form for an answer: always a reason, what it means, and on whose behalf.
use super::look::saved;
use super::whose;
use crate::kit::form::{Area, Choose, Line};
use crate::kit::input::Pairs;
use crate::kit::{Fail, FormView, Visitor};
use maud::{Markup, html};
use samskab_app::answer::{self, Answer, Colleague, Kept, Looking};
use samskab_app::{frame, organisation};
use samskab_domain::answer::{Draft, Kind, NamedDraft};
use samskab_domain::frame::Firmness;
use samskab_domain::kernel::{Coded, Remark, Why};
use samskab_locale::Named;

/// What the form is filled from, beside the draft.
pub struct Around {
    frames: Vec<(String, String)>,
    organisations: Vec<(String, String)>,
    /// What is kept of an answer that is not sent, and what colleagues say of it.
    pub(super) kept: Option<Kept>,
    pub(super) looks: Vec<Looking>,
    pub(super) colleagues: Vec<Colleague>,
}

impl Around {
    /// What stands in the form when it is opened.
    pub fn draft(&self) -> Draft {
        let kept = self.kept.as_ref();
        kept.map(|kept| kept.draft.clone()).unwrap_or_default()
    }
}

/// What an answer can cite, whom it can be passed on to, and what is written of it so far.
pub async fn around(v: &Visitor, asked: &Answer) -> Result<Around, Fail> {
    let (desk, m, actor) = (v.desk(), v.municipality.id, v.actor()?);
    let frames = frame::list(desk, m, Some(asked.area_id)).await?;
    let organisations = organisation::all(desk, m).await?;
    Ok(Around {
        frames: frames
            .into_iter()
            .filter(|i| i.firmness() != Firmness::Open)
            .map(|i| (i.id.to_string(), format!("{} ({})", i.body, i.organisation)))
            .collect(),
        organisations: organisations
            .into_iter()
            .filter(|o| o.id != asked.organisation_id)
            .map(|o| (o.id.to_string(), o.name))
            .collect(),
        kept: answer::kept(desk, actor, asked).await?,
        looks: answer::looks(desk, actor, asked).await?,
        colleagues: answer::colleagues(desk, actor).await?,
    })
}

/// What was sent.
pub(super) fn draft(sent: &Pairs) -> Draft {
    Draft {
        kind: sent.text("kind"),
        reason: sent.text("reason"),
        meaning: sent.text("meaning"),
        mandate: sent.text("mandate"),
        what: sent.text("what"),
        by: sent.text("by"),
        frame_items: sent.all("frame_items"),
        missing: sent.text("missing"),
        missing_from: sent.text("missing_from"),
        passed_to: sent.text("passed_to"),
        passed_to_text: sent.text("passed_to_text"),
        named: NamedDraft {
            responsibility: sent.text("responsibility"),
            responsible: sent.text("responsible"),
            paragraph: sent.text("paragraph"),
            kle: sent.text("kle"),
        },
        stands: sent.ticked("stands"),
    }
}

/// The form beside what it answers: to send, or to keep for later.
pub fn form(
    v: &Visitor,
    asked: &Answer,
    around: &Around,
    draft: &Draft,
    remarks: &[Remark],
) -> Markup {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let fields = fields(&form, draft, around, Kind::ALL);
    let overtaken = form.has(|why| *why == Why::ChangedMeanwhile);
    let version = around.kept.as_ref().map_or(0, |kept| kept.version);
    let at = |rest: &str| v.at(&format!("/answers/{}{rest}", asked.id));
    html! {
        div.card {
            h2 { (t.answer_yours()) }
            p.small.muted { (t.answer_yours_as(&asked.organisation)) }
            @if let Some(kept) = &around.kept { (saved(v, asked, kept, overtaken)) }
            (form.summary())
            form method="post" action=(at("")) {
                (fields)
                input type="hidden" name="version" value=(version);
                div.actions {
                    button.button { (t.answer_give()) }
                    button.button.quiet formaction=(at("/draft")) { (t.answer_keep_draft()) }
                    a.button.plain href=(at("/extend")) { (t.answer_extend()) }
                }
            }
        }
    }
}

/// Everything an answer of one of `kinds` says; without a kind to choose, the words alone.
pub(super) fn fields(
    form: &FormView<'_>,
    draft: &Draft,
    around: &Around,
    kinds: &[Kind],
) -> Markup {
    let t = form.visitor().t;
    let options: Vec<_> = kinds
        .iter()
        .map(|kind| (kind.code().to_owned(), kind.name(t)))
        .collect();
    html! {
        @if !kinds.is_empty() {
            (form.radios(Choose {
                name: "kind",
                label: &t.answer_kind(),
                options: &options,
                chosen: std::slice::from_ref(&draft.kind),
                ..Choose::default()
            }))
            (by_kind(form, draft, around, kinds.contains(&Kind::PassedOn)))
        }
        (why(form, draft))
    }
}

fn why(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.area(Area {
            name: "reason",
            label: &t.answer_reason(),
            hint: Some(&t.answer_reason_hint()),
            value: &draft.reason,
            rows: 4,
            max: 1_200,
            ..Area::default()
        }))
        (form.area(Area {
            name: "meaning",
            label: &t.answer_meaning(),
            value: &draft.meaning,
            rows: 3,
            max: 600,
            ..Area::default()
        }))
        @if form.has(|why| *why == Why::NamesNothing) || draft.stands {
            (form.tick("stands", &t.answer_stands(), draft.stands))
        }
        (form.line(Line {
            name: "mandate",
            label: &t.answer_mandate(),
            hint: Some(&t.answer_mandate_hint()),
            value: &draft.mandate,
            ..Line::default()
        }))
        (whose::fields(form, &draft.named))
    }
}

/// What only one kind of answer asks for: folded away, and where the browser can, only what
/// belongs to the chosen kind is there.
fn by_kind(form: &FormView<'_>, draft: &Draft, around: &Around, passing: bool) -> Markup {
    let t = form.visitor().t;
    let open = |kind: Kind| draft.kind == kind.code();
    html! {
        details.for-kind.act open[open(Kind::Act)] { summary { (t.answer_if_act()) } (promise(form, draft)) }
        details.for-kind.cannot open[open(Kind::Cannot)] {
            summary { (t.answer_if_cannot()) }
            @if around.frames.is_empty() { p.small.muted { (t.frame_none()) } }
            @else {
                (form.checks(Choose {
                    name: "frame_items",
                    label: &t.answer_frames(),
                    hint: Some(&t.answer_frames_hint()),
                    options: &around.frames,
                    chosen: &draft.frame_items,
                    optional: true,
                    ..Choose::default()
                }))
            }
        }
        details.for-kind.know-more open[open(Kind::KnowMore)] { summary { (t.answer_if_know_more()) } (question(form, draft)) }
        @if passing { details.for-kind.passed-on open[open(Kind::PassedOn)] { summary { (t.answer_if_passed_on()) } (onwards(form, draft, around)) } }
    }
}

fn promise(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.area(Area {
            name: "what",
            label: &t.answer_what(),
            value: &draft.what,
            rows: 2,
            max: 600,
            ..Area::default()
        }))
        (form.line(Line {
            name: "by",
            label: &t.answer_by(),
            value: &draft.by,
            kind: "date",
            ..Line::default()
        }))
    }
}

fn question(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.area(Area {
            name: "missing",
            label: &t.answer_missing(),
            value: &draft.missing,
            rows: 2,
            max: 600,
            ..Area::default()
        }))
        (form.line(Line {
            name: "missing_from",
            label: &t.answer_missing_from(),
            value: &draft.missing_from,
            ..Line::default()
        }))
    }
}

fn onwards(form: &FormView<'_>, draft: &Draft, around: &Around) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.select(Choose {
            name: "passed_to",
            label: &t.answer_passed_to(),
            options: &around.organisations,
            chosen: std::slice::from_ref(&draft.passed_to),
            ..Choose::default()
        }))
        (form.line(Line {
            name: "passed_to_text",
            label: &t.answer_passed_to_text(),
            hint: Some(&t.answer_passed_to_hint()),
            value: &draft.passed_to_text,
            optional: true,
            ..Line::default()
        }))
    }
}
