//! Forms: every field with its label, hint and remark, and a summary of remarks above them.
//!
//! What was typed is always shown again. Fields are rendered first and told of to the summary,
//! so that a summary never names a field that is not there.
use super::page::direction;
use super::parts::look;
use super::visitor::Visitor;
use maud::{Markup, html};
use samskab_domain::kernel::{Coded, Language, Remark, Why};
use samskab_locale::{Named, Texts};
use std::cell::RefCell;

/// A form being rendered.
pub struct FormView<'a> {
    v: &'a Visitor,
    t: &'static Texts,
    remarks: &'a [Remark],
    labels: RefCell<Vec<(String, String)>>,
    /// What stands in the fields people write in.
    texts: RefCell<Vec<Written>>,
}

struct Written {
    field: &'static str,
    text: String,
    /// It is looked through while it is written.
    looked_through: bool,
}

/// One line of text: what kind, how it is filled in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Line<'a> {
    pub name: &'static str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    pub value: &'a str,
    /// `type` of the input; `text` when empty.
    pub kind: &'static str,
    /// `autocomplete`; none when empty.
    pub autocomplete: &'static str,
    pub optional: bool,
}

/// A text of several lines.
#[derive(Clone, Copy, Debug, Default)]
pub struct Area<'a> {
    pub name: &'static str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    pub value: &'a str,
    pub rows: u8,
    pub max: usize,
    pub optional: bool,
    /// The language it is to be written in, where that is not the page's.
    pub language: Option<Language>,
    /// Says, while it is written, what in it may point to a person. For those who are signed in.
    pub personal: bool,
}

/// Something to choose among.
#[derive(Clone, Copy, Debug, Default)]
pub struct Choose<'a> {
    pub name: &'static str,
    pub label: &'a str,
    pub hint: Option<&'a str>,
    /// Value and text of each.
    pub options: &'a [(String, String)],
    /// A line that explains each, where there is one; not in a list that unfolds.
    pub about: &'a [String],
    pub chosen: &'a [String],
    pub optional: bool,
    /// Two columns where there is room.
    pub two: bool,
}

impl<'a> FormView<'a> {
    pub fn new(v: &'a Visitor, remarks: &'a [Remark]) -> Self {
        Self {
            v,
            t: v.t,
            remarks,
            labels: RefCell::default(),
            texts: RefCell::default(),
        }
    }

    /// The form: summary, fields, button.
    pub fn finish(&self, action: &str, fields: Markup, submit: &str) -> Markup {
        html! {
            (self.summary())
            form method="post" action=(action) {
                (fields)
                div.actions { button.button { (submit) } }
            }
        }
    }

    /// Every remark with a link to its field. Call it after the fields are rendered.
    pub fn summary(&self) -> Markup {
        if self.remarks.is_empty() {
            return html! {};
        }
        let t = &self.t.public;
        let labels = self.labels.borrow();
        let label = |field: &str| {
            labels
                .iter()
                .find(|(name, _)| name == field)
                .map(|(_, l)| l.clone())
        };
        html! {
            div.error-summary role="alert" tabindex="-1" {
                h2 { (t.error_summary(self.remarks.len())) }
                ul {
                    @for remark in self.remarks {
                        li {
                            @if let Some(label) = label(remark.field) {
                                a href={ "#" (remark.field) } { (label) @if !label.ends_with('?') { ":" } " " (self.t.why(&remark.why)) }
                            } @else { (self.t.why(&remark.why)) }
                        }
                    }
                }
                p { (t.error_nothing_lost()) }
            }
        }
    }

    /// What is wrong with a field, as a sentence.
    pub fn why(&self, field: &str) -> Option<String> {
        let remark = self.remarks.iter().find(|r| r.field == field)?;
        Some(self.t.why(&remark.why))
    }

    /// Whether a field's remark is of a kind that `which` picks out.
    pub fn has(&self, which: impl Fn(&Why) -> bool) -> bool {
        self.remarks.iter().any(|r| which(&r.why))
    }

    /// Whether a field was remarked on because it may point to a person.
    pub(super) fn is_personal(&self, field: &str) -> bool {
        let personal = |r: &Remark| r.field == field && matches!(r.why, Why::Personal { .. });
        self.remarks.iter().any(personal)
    }

    /// What is written in the fields that `wanted` picks out by name and by whether they are looked through.
    pub(super) fn written(&self, wanted: impl Fn(&str, bool) -> bool) -> Vec<String> {
        let texts = self.texts.borrow();
        let these = texts.iter().filter(|w| wanted(w.field, w.looked_through));
        these.map(|w| w.text.clone()).collect()
    }

    fn keep(&self, field: &'static str, text: &str, looked_through: bool) {
        self.texts.borrow_mut().push(Written {
            field,
            text: text.to_owned(),
            looked_through,
        });
    }

    fn tell(&self, name: &str, label: &str) {
        self.labels
            .borrow_mut()
            .push((name.to_owned(), label.to_owned()));
    }

    fn optional(&self, optional: bool) -> Markup {
        html! { @if optional { " " span.optional { "(" (self.t.public.optional()) ")" } } }
    }

    /// Hint and remark, and the ids a control is described by.
    fn around(&self, name: &str, hint: Option<&str>) -> (Markup, Option<String>) {
        let why = self.why(name);
        let mut ids = Vec::new();
        if hint.is_some() {
            ids.push(format!("{name}-hint"));
        }
        if why.is_some() {
            ids.push(format!("{name}-error"));
        }
        let markup = html! {
            @if let Some(hint) = hint { p.hint id={ (name) "-hint" } { (hint) } }
            @if let Some(why) = why { p.field-error id={ (name) "-error" } { (why) } }
        };
        (markup, (!ids.is_empty()).then(|| ids.join(" ")))
    }

    fn class(&self, name: &str) -> &'static str {
        if self.why(name).is_some() {
            "field has-error"
        } else {
            "field"
        }
    }

    fn invalid(&self, name: &str) -> Option<&'static str> {
        self.why(name).map(|_| "true")
    }

    /// A line of text.
    pub fn line(&self, f: Line<'_>) -> Markup {
        self.tell(f.name, f.label);
        self.keep(f.name, f.value, false);
        let (around, described) = self.around(f.name, f.hint);
        let kind = if f.kind.is_empty() { "text" } else { f.kind };
        let autocomplete = (!f.autocomplete.is_empty()).then_some(f.autocomplete);
        html! {
            div class=(self.class(f.name)) {
                label for=(f.name) { (f.label) (self.optional(f.optional)) }
                (around)
                input id=(f.name) name=(f.name) type=(kind) value=(f.value) autocomplete=[autocomplete]
                    aria-invalid=[self.invalid(f.name)] aria-describedby=[described];
            }
        }
    }

    /// A text of several lines, with a count of what is left.
    pub fn area(&self, f: Area<'_>) -> Markup {
        self.tell(f.name, f.label);
        self.keep(f.name, f.value, f.personal);
        let (around, described) = self.around(f.name, f.hint);
        html! {
            div class=(self.class(f.name)) {
                label for=(f.name) { (f.label) (self.optional(f.optional)) }
                (around)
                textarea id=(f.name) name=(f.name) rows=(f.rows.max(2)) maxlength=(f.max)
                    lang=[f.language.map(Language::code)] dir=[f.language.map(direction)]
                    aria-invalid=[self.invalid(f.name)] aria-describedby=[described]
                    data-count={ (f.name) "-count" }
                    data-count-template=(self.t.public.count_left_template()) { (f.value) }
                p.counter id={ (f.name) "-count" } {}
                @if f.personal { (look(self.v, f.name, "/personal-data")) }
            }
        }
    }

    /// Choose one, all in view.
    pub fn radios(&self, f: Choose<'_>) -> Markup {
        self.boxes(f, "radio")
    }

    /// Tick any.
    pub fn checks(&self, f: Choose<'_>) -> Markup {
        self.boxes(f, "checkbox")
    }

    fn boxes(&self, f: Choose<'_>, kind: &str) -> Markup {
        self.tell(f.name, f.label);
        let (around, described) = self.around(f.name, f.hint);
        let class = self.why(f.name).map(|_| "has-error");
        let choices = if f.two { "choices two" } else { "choices" };
        html! {
            fieldset class=[class] aria-describedby=[described] {
                legend { (f.label) (self.optional(f.optional)) }
                (around)
                div class=(choices) {
                    @for (i, (value, text)) in f.options.iter().enumerate() {
                        // The summary's link leads to the first.
                        @let id = if i == 0 { f.name.to_owned() } else { format!("{}-{i}", f.name) };
                        label.choice {
                            input type=(kind) id=(id) name=(f.name) value=(value) checked[f.chosen.contains(value)];
                            span { (text) @if let Some(about) = f.about.get(i) { small { (about) } } }
                        }
                    }
                }
            }
        }
    }

    /// Choose one of a long list.
    pub fn select(&self, f: Choose<'_>) -> Markup {
        self.tell(f.name, f.label);
        let (around, described) = self.around(f.name, f.hint);
        html! {
            div class=(self.class(f.name)) {
                label for=(f.name) { (f.label) (self.optional(f.optional)) }
                (around)
                select id=(f.name) name=(f.name) aria-invalid=[self.invalid(f.name)] aria-describedby=[described] {
                    option value="" { (self.t.public.choose()) }
                    @for (value, text) in f.options {
                        option value=(value) selected[f.chosen.contains(value)] { (text) }
                    }
                }
            }
        }
    }

    /// A box that says yes to one thing.
    pub fn tick(&self, name: &'static str, label: &str, ticked: bool) -> Markup {
        self.tell(name, label);
        html! {
            div.checks {
                label.choice {
                    input type="checkbox" id=(name) name=(name) value="yes" checked[ticked];
                    span { (label) }
                }
            }
        }
    }

    /// The visitor the form is for.
    pub fn visitor(&self) -> &'a Visitor {
        self.v
    }
}

/// Every choice of `T` with its name.
pub fn options<T: Coded + Named>(t: &Texts) -> Vec<(String, String)> {
    T::ALL
        .iter()
        .map(|c| (c.code().to_owned(), c.name(t)))
        .collect()
}
