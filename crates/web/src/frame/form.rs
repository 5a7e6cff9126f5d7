//! The form for an item: one sentence, how firm it is, and where it comes from.
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::{Fail, FormView, Visitor};
use maud::{Markup, html};
use samskab_app::area;
use samskab_domain::frame::{
    ChangedBy, Draft, Firmness, Kind, SHORT_MAX, SourceKind, TEXT_MAX, WHY_MAX,
};

pub(super) fn draft(sent: &Pairs) -> Draft {
    Draft {
        area: sent.text("area"),
        text: sent.text("text"),
        short: sent.text("short"),
        kind: sent.text("kind"),
        source_kind: sent.text("source_kind"),
        source: sent.text("source"),
        firmness: sent.text("firmness"),
        changed_by: sent.text("changed_by"),
        from: sent.text("from"),
        until: sent.text("until"),
        found_late: sent.ticked("found_late"),
        late_why: sent.text("late_why"),
        harmless: sent.ticked("harmless"),
    }
}

/// The area, to choose.
pub(super) async fn areas(v: &Visitor) -> Result<Vec<(String, String)>, Fail> {
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let named = areas.into_iter().map(|a| (a.id.to_string(), a.name));
    Ok(named.collect())
}

/// Every field but the area, which only a new item has.
pub(super) fn fields(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.area(Area {
            name: "text",
            label: &t.frame_text(),
            hint: Some(&t.frame_text_hint()),
            value: &draft.text,
            rows: 2,
            max: TEXT_MAX,
            ..Area::default()
        }))
        (form.radios(Choose {
            name: "firmness",
            label: &t.frame_firmness(),
            options: &options::<Firmness>(t),
            chosen: std::slice::from_ref(&draft.firmness),
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "changed_by",
            label: &t.frame_changed_by(),
            options: &options::<ChangedBy>(t),
            chosen: std::slice::from_ref(&draft.changed_by),
            two: true,
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "kind",
            label: &t.frame_kind(),
            options: &options::<Kind>(t),
            chosen: std::slice::from_ref(&draft.kind),
            two: true,
            ..Choose::default()
        }))
        (late(form, draft))
        (where_from(form, draft))
        (form.marked(draft.harmless))
    }
}

fn late(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    html! {
        (form.tick("found_late", &t.frame_found_late_tick(), draft.found_late))
        details open[draft.found_late || form.why("late_why").is_some()] {
            summary { (t.frame_late_open()) }
            (form.area(Area {
                name: "late_why",
                label: &t.frame_late_why(),
                hint: Some(&t.frame_late_why_hint()),
                value: &draft.late_why,
                rows: 3,
                max: WHY_MAX,
                ..Area::default()
            }))
        }
    }
}

/// What is good to know and can be left out.
fn where_from(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = form.visitor().t;
    let said = |field: &str| !field.is_empty();
    let open = said(&draft.short)
        || said(&draft.source)
        || said(&draft.source_kind)
        || said(&draft.until)
        || ["short", "source", "source_kind", "from", "until"]
            .iter()
            .any(|f| form.why(f).is_some());
    html! {
        details.more-fields open[open] {
            summary { (t.frame_more_fields()) }
            (form.line(Line {
                name: "short",
                label: &t.frame_short(),
                hint: Some(&t.frame_short_hint(SHORT_MAX)),
                value: &draft.short,
                optional: true,
                ..Line::default()
            }))
            (form.radios(Choose {
                name: "source_kind",
                label: &t.frame_source_kind(),
                options: &options::<SourceKind>(t),
                chosen: std::slice::from_ref(&draft.source_kind),
                optional: true,
                two: true,
                ..Choose::default()
            }))
            (form.line(Line {
                name: "source",
                label: &t.frame_source(),
                hint: Some(&t.frame_source_hint()),
                value: &draft.source,
                optional: true,
                ..Line::default()
            }))
            (form.line(Line {
                name: "from",
                label: &t.frame_from(),
                value: &draft.from,
                kind: "date",
                optional: true,
                ..Line::default()
            }))
            (form.line(Line {
                name: "until",
                label: &t.frame_until(),
                hint: Some(&t.frame_until_hint()),
                value: &draft.until,
                kind: "date",
                optional: true,
                ..Line::default()
            }))
        }
    }
}
