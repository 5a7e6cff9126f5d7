//! *Is it still right?*: one tap for each offer.
use crate::kit::list::paging;
use crate::kit::parts::{Tone, empty, tag};
use crate::kit::{Answer, Flash, Form, Page, Query, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{self, CheckItem, CheckWish};
use samskab_app::vacancy;
use samskab_domain::offer::Freshness;

/// `GET /{m}/offers/checks`
pub async fn list(v: Visitor, Query(query): Query) -> Answer {
    let t = v.t;
    let after = query.text("after");
    let wish = CheckWish {
        after: (!after.is_empty()).then_some(after),
    };
    let page = offer::checks(v.desk(), v.actor()?, &wish).await?;
    let body = html! {
        h1 { (t.menu_checks()) }
        p { a href=(v.at("/upkeep")) { (t.upkeep_title()) } }
        @if page.items.is_empty() { (empty(&t.offer_checks_none_title(), &t.offer_checks_none_text(), None)) }
        @else {
            p.muted { (t.offer_checks_lead()) }
            ul.rows role="list" { @for item in &page.items { (row(&v, item)) } }
            (paging(&v, "after", page.next.as_deref()))
        }
    };
    Ok(Page::new(&v, t.menu_checks(), body).into_response())
}

fn row(v: &Visitor, item: &CheckItem) -> Markup {
    let t = v.t;
    let checked = match item.checked() {
        Some(day) => t.offer_last_checked(t.near(day, v.today())),
        None => t.offer_never_checked(),
    };
    let tone = match item.freshness(v.today()) {
        Freshness::Stale => Tone::Warm,
        Freshness::Due | Freshness::Checked => Tone::Plain,
    };
    let phone = item.phone.as_deref().map(|p| p.replace(' ', "\u{a0}"));
    let known = [&item.schedule, &phone, &item.contact];
    let known: Vec<_> = known.into_iter().flatten().map(String::as_str).collect();
    let place = v.at(&format!("/offers/{}", item.id));
    html! {
        li {
            p {
                a href=(place) { b { (item.name) } }
                br; (known.join("\u{a0}· "))
                br; (tag(tone, checked))
                @if item.hidden(v.today()) { " " (tag(Tone::Warm, t.offer_hidden())) }
            }
            div.actions {
                form.inline-form method="post" action={ (place) "/verify" } {
                    input type="hidden" name="from" value="checks";
                    button.button.quiet { (t.offer_yes()) span.visually-hidden { ": " (item.name) } }
                }
                a.button.plain href={ (place) "/edit" } { (t.public.edit()) span.visually-hidden { ": " (item.name) } }
            }
        }
    }
}

/// `POST /{m}/offers/{id}/verify`
pub async fn verify(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    offer::verify(v.desk(), v.actor()?, id).await?;
    let place = match sent.text("from").as_str() {
        "checks" => v.at("/offers/checks"),
        _ => v.at(&format!("/offers/{id}")),
    };
    Ok(to(&place, Some(Flash::Verified)))
}

/// `POST /{m}/offers/{id}/contact-gone`: a colleague says that she is no longer there.
pub async fn contact_gone(v: Visitor, Target(id): Target) -> Answer {
    vacancy::report(v.desk(), v.actor()?, id).await?;
    let place = v.at(&format!("/offers/{id}"));
    Ok(to(&place, Some(Flash::SaidGone)))
}
