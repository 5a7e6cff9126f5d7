//! Where to turn with what does not belong here, under every form where someone tells.
use super::visitor::Visitor;
use maud::{Markup, html};
use samskab_app::{Refusal, municipality};
use samskab_domain::municipality::{Matter, Signpost};
use samskab_locale::Named;

/// The number that is right everywhere in Denmark.
const EMERGENCY: &str = "112";

/// Danger, concern and complaint, in the reader's language; 112 always.
///
/// # Errors
/// What the database answers.
pub async fn signposts(v: &Visitor) -> Result<Markup, Refusal> {
    let t = &v.t.public;
    let there = municipality::signposts(v.desk(), v.municipality.id).await?;
    let own = there.iter().find(|s| s.matter == Matter::Danger);
    Ok(html! {
        section.signposts aria-label=(t.signpost_title()) {
            p { b { (Matter::Danger.name(v.t)) } " " (call(v, EMERGENCY)) @if let Some(own) = own { (ways(v, own)) } }
            @for signpost in there.iter().filter(|s| s.matter != Matter::Danger) {
                p { b { (signpost.matter.name(v.t)) } (ways(v, signpost)) }
            }
        }
    })
}

fn ways(v: &Visitor, signpost: &Signpost) -> Markup {
    html! {
        @if let Some(phone) = &signpost.phone { " " (call(v, phone)) }
        @if let Some(url) = &signpost.url {
            " " a href=(url) rel="noreferrer" { (v.t.public.signpost_read()) span.visually-hidden { ": " (signpost.matter.name(v.t)) } }
        }
    }
}

/// The number stands as one reads it, in whatever direction the page runs.
fn call(v: &Visitor, phone: &str) -> Markup {
    let digits: String = phone
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == '+')
        .collect();
    html! { a href={ "tel:" (digits) } { (v.t.public.signpost_call()) " " bdi dir="ltr" { (phone) } } }
}
