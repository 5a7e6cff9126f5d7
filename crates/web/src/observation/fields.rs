//! What more than one form about a story asks for.
use crate::kit::form::{Area, FormView, Line};
use maud::Markup;
use samskab_locale::Texts;

pub(super) fn concerns(form: &FormView<'_>, t: &Texts, written: &str) -> Markup {
    form.line(Line {
        name: "concerns",
        label: &t.observation_concerns(),
        hint: Some(&t.observation_concerns_hint()),
        value: written,
        optional: true,
        ..Line::default()
    })
}

pub(super) fn would_help(form: &FormView<'_>, t: &Texts, written: &str) -> Markup {
    form.area(Area {
        name: "would_help",
        personal: true,
        label: &t.observation_would_help(),
        value: written,
        rows: 2,
        max: 400,
        optional: true,
        ..Area::default()
    })
}
