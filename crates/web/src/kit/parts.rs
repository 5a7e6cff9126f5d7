//! Small pieces that stand on many pages.
use super::visitor::Visitor;
use maud::{Markup, Render, html};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Language, Moment};
use samskab_domain::offer::Effect;
use samskab_locale::Texts;

/// A moment as a day, with its exact time for machines and on hover.
pub fn time(v: &Visitor, moment: Moment) -> Markup {
    let day = Day::of(moment);
    html! { time datetime=(day.to_string()) title=(v.t.moment(moment)) { (v.t.near(day, v.today())) } }
}

/// A day, as one would say it today.
pub fn day(v: &Visitor, day: Day) -> Markup {
    html! { time datetime=(day.to_string()) title=(v.t.day(day)) { (v.t.near(day, v.today())) } }
}

/// How a tag is coloured; the words say it too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Plain,
    /// Now, or mind this.
    Warm,
    /// Checked.
    Good,
}

/// A word about something.
pub fn tag(tone: Tone, text: impl Render) -> Markup {
    let class = match tone {
        Tone::Plain => "tag",
        Tone::Warm => "tag warm",
        Tone::Good => "tag good",
    };
    html! { span class=(class) { (text) } }
}

/// Where on the trail a step lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Happened,
    Now,
    ToCome,
    Refused,
}

/// One step of a trail.
pub struct Step {
    pub when: When,
    pub at: Option<Moment>,
    pub title: Markup,
    pub text: Markup,
}

/// The trail: one line from what was seen to what changed.
pub fn trail(v: &Visitor, steps: &[Step]) -> Markup {
    let t = &v.t;
    html! {
        ol.trail role="list" {
            @for step in steps {
                @let class = match step.when {
                    When::Happened => None,
                    When::Now => Some("now"),
                    When::ToCome => Some("to-come"),
                    When::Refused => Some("refused"),
                };
                li class=[class] {
                    @if let Some(at) = step.at { (time(v, at)) }
                    h3 {
                        @match step.when {
                            When::Now => span.visually-hidden { (t.trail_now()) " " },
                            When::ToCome => span.visually-hidden { (t.trail_to_come()) " " },
                            When::Happened | When::Refused => {},
                        }
                        (step.title)
                    }
                    (step.text)
                }
            }
        }
    }
}

/// What a change did to an offer, as a heading says it.
pub fn offer_became(v: &Visitor, effect: Effect) -> String {
    offer_name(v.t, effect)
}

/// The same on paper.
pub fn offer_name(t: &Texts, effect: Effect) -> String {
    match effect {
        Effect::New => t.trail_offer_new(),
        Effect::Better => t.trail_offer_better(),
        Effect::More => t.trail_offer_more(),
        Effect::Different => t.trail_offer_different(),
    }
}

/// An empty list: what it means, and what to do next.
pub fn empty(title: &str, text: &str, action: Option<(&str, &str)>) -> Markup {
    html! {
        div.empty {
            h2 { (title) }
            p { (text) }
            @if let Some((address, label)) = action { p { a.button href=(address) { (label) } } }
        }
    }
}

/// A text people wrote, with its line breaks kept as paragraphs.
pub fn prose(text: &str) -> Markup {
    prose_in(None, text)
}

/// The same with its `lang`, where that is not the page's.
pub fn prose_in(lang: Option<&str>, text: &str) -> Markup {
    html! {
        @for paragraph in text.split('\n').filter(|p| !p.trim().is_empty()) {
            // Its own direction too: else the full stop of a text that runs the other way stands before it.
            p lang=[lang] dir=[lang.map(|_| "auto")] { (paragraph) }
        }
    }
}

/// The beginning of a text, cut between words.
pub fn beginning(text: &str, max: usize) -> String {
    if text.chars().count() <= max {
        return text.to_owned();
    }
    let cut: String = text.chars().take(max).collect();
    let kept = cut.rsplit_once(char::is_whitespace);
    let kept = kept.map_or(cut.as_str(), |(kept, _)| kept);
    let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || ",;:–-".contains(c));
    let space = if kept.ends_with(['.', '!', '?']) {
        " "
    } else {
        ""
    };
    format!("{kept}{space}…")
}

/// The `lang` of an element that holds words written in another language than the page's.
pub fn lang(v: &Visitor, written: Language) -> Option<&'static str> {
    (written != v.language()).then(|| written.code())
}

/// A form that is one button.
pub fn button_form(action: &str, label: &str, class: &str) -> Markup {
    html! { form.inline-form method="post" action=(action) { button class=(class) { (label) } } }
}

/// A quiet button that is a form of its own, and what it is about, for the ear.
pub fn quiet(action: &str, label: &str, about: &str) -> Markup {
    html! {
        form.inline-form method="post" action=(action) {
            button.button.quiet { (label) span.visually-hidden { ": " (about) } }
        }
    }
}

/// A quotation in the marks Danes use; another language's readers know them too.
pub fn quoted(text: &str) -> Markup {
    html! { (quoted_text(text)) }
}

/// The same where there is no markup.
pub fn quoted_text(text: &str) -> String {
    format!("»{text}«")
}

/// A place that says what the server makes of `field` while it is written; empty without script.
pub fn look(v: &Visitor, field: &str, address: &str) -> Markup {
    html! { div data-look=(v.at(address)) data-field=(field) role="status" {} }
}
