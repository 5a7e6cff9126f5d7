//! Needs others have told of: shown while one writes, added to with one tap afterwards.
use crate::kit::parts::lang;
use crate::kit::{Answer, Fail, Flash, Form, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::likeness::{Kind, Near, Reason, Same, Writing, for_story, nearest};
use samskab_app::need;
use samskab_app::observation::Observation;
use samskab_domain::access::Sector;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::need::State;
use samskab_domain::topic::TopicGroup;
use samskab_locale::Named;

/// `POST /{m}/likeness`: a part of a page. The text is neither kept nor logged.
pub async fn while_writing(v: Visitor, Form(sent): Form) -> Answer {
    let t = v.t;
    let writing = Writing {
        text: sent.text("text"),
        topic_group: sent.text("topic_group"),
        area: sent.text("area"),
        topic: sent.id("topic"),
    };
    let near = nearest(v.desk(), v.actor()?, &writing).await?;
    let part = html! {
        @if !near.is_empty() {
            div.card {
                p { b { (t.likeness_title()) } }
                ul.rows role="list" { @for near in &near { li { (told(&v, near)) } } }
                p.small.muted { (t.likeness_while_writing()) }
            }
        }
    };
    Ok(part.into_response())
}

/// `POST /{m}/observations/{id}/also`
pub async fn also(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let need: Id = sent.id("need").ok_or(Fail::Missing)?;
    need::also(v.desk(), v.actor()?, need, id).await?;
    Ok(to(&v.at(&format!("/observations/{id}")), Some(Flash::Also)))
}

/// `POST /{m}/observations/{id}/not-also`
pub async fn not_also(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let need: Id = sent.id("need").ok_or(Fail::Missing)?;
    need::not_also(v.desk(), v.actor()?, need, id).await?;
    Ok(to(
        &v.at(&format!("/observations/{id}")),
        Some(Flash::Saved),
    ))
}

/// The needs a story of one's own can be added to, for the page that has just received it.
pub(crate) async fn offered(v: &Visitor, o: &Observation) -> Result<Markup, Fail> {
    let t = v.t;
    let writing = Writing {
        text: match &o.concerns {
            Some(concerns) => format!("{}\n{concerns}", o.story),
            None => o.story.clone(),
        },
        topic_group: o.topic_group().code().to_owned(),
        area: o.area_id.to_string(),
        topic: o.topic_id,
    };
    let near = for_story(v.desk(), v.actor()?, o.id, &writing).await?;
    let raised: Vec<_> = near
        .iter()
        .filter(|n| n.need.state() != State::Draft)
        .collect();
    let action = v.at(&format!("/observations/{}/also", o.id));
    let not = v.at(&format!("/observations/{}/not-also", o.id));
    Ok(html! {
        @if !raised.is_empty() {
            div.card {
                h2 { (t.likeness_title()) }
                ul.rows role="list" {
                    @for near in raised {
                        li {
                            div { (told(v, near)) }
                            form.inline-form method="post" action=(action) {
                                input type="hidden" name="need" value=(near.need.id);
                                button.button.quiet {
                                    (also_words(v))
                                    span.visually-hidden { ": " (near.need.title) }
                                }
                                button.button.plain formaction=(not) {
                                    (t.likeness_not_also())
                                    span.visually-hidden { ": " (near.need.title) }
                                }
                            }
                        }
                    }
                }
                p.small.muted { (t.likeness_none_fits()) }
            }
        }
    })
}

/// *I have seen that too*; those who are at work say *we*.
pub(crate) fn also_words(v: &Visitor) -> String {
    let staff = v
        .session()
        .is_some_and(|s| s.actor.sector == Sector::Public);
    match staff {
        true => v.t.likeness_also_staff(),
        false => v.t.likeness_also(),
    }
}

/// How many words, and how many pairs, are shown.
const SHOWN: usize = 3;

/// Why two texts are alike, in one line. `group` is the topic group of either: it is said where it is the same.
pub(crate) fn why(v: &Visitor, reasons: &[Reason], same: &[Same], group: TopicGroup) -> String {
    let words = shared_words(reasons);
    let mut parts = pairs(v, reasons);
    if !words.is_empty() {
        parts.insert(0, v.t.likeness_words(words.join(", ")));
    }
    let learnt = words_of(reasons, Kind::Learnt);
    if !learnt.is_empty() {
        parts.push(v.t.likeness_learnt(learnt.join(", ")));
    }
    parts.extend(chosen_alike(v, same, group));
    parts.join("\u{a0}· ")
}

/// What someone chose alike for both, each in a few words.
fn chosen_alike(v: &Visitor, same: &[Same], group: TopicGroup) -> Vec<String> {
    let t = v.t;
    // A topic lies in its group: one of them is enough.
    let topic = same.contains(&Same::Topic);
    let named = |s: &Same| match s {
        Same::Topic => Some(t.likeness_same_topic()),
        Same::TopicGroup if topic => None,
        Same::TopicGroup => Some(t.likeness_same_group(group.name(t))),
        Same::Area => Some(t.likeness_same_area()),
    };
    same.iter().filter_map(named).collect()
}

fn told(v: &Visitor, near: &Near) -> Markup {
    let t = v.t;
    let address = v.at(&format!("/needs/{}", near.need.id));
    html! {
        a href=(address) lang=[lang(v, near.need.language())] { (near.need.title) }
        br;
        span.small.muted { (why(v, &near.reasons, &near.same, near.need.topic_group())) }
        @if near.need.state() == State::Draft { " " span.small.muted { (t.likeness_draft()) } }
    }
}

/// The visitor's own words that the need has too, in any form.
fn shared_words(reasons: &[Reason]) -> Vec<&str> {
    words_of(reasons, Kind::Word)
}

/// The visitor's own words among the reasons of a kind.
fn words_of(reasons: &[Reason], kind: Kind) -> Vec<&str> {
    let mut words: Vec<&str> = Vec::new();
    for reason in reasons.iter().filter(|r| r.kind == kind) {
        if !words.contains(&reason.own.as_str()) {
            words.push(&reason.own);
        }
    }
    words.truncate(SHOWN);
    words
}

/// Different words about the same thing; where words are shared already, they say enough.
fn pairs(v: &Visitor, reasons: &[Reason]) -> Vec<String> {
    let words = shared_words(reasons);
    let told = |word: &str| words.contains(&word);
    let mut pairs: Vec<String> = Vec::new();
    let other = reasons
        .iter()
        .filter(|r| r.kind == Kind::About && r.own != r.theirs && !told(&r.own));
    for reason in other {
        let pair = v.t.likeness_about(&reason.own, &reason.theirs);
        if !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    pairs.truncate(SHOWN.saturating_sub(words.len()));
    pairs
}
