//! Two offers that are one: looked at side by side, then merged.
use crate::kit::difference::texts;
use crate::kit::page::back;
use crate::kit::parts::{Tone, tag};
use crate::kit::{Answer, Flash, Form, Page, Query, Target, Visitor, to};
use crate::upkeep::two;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{self, Beside, Other, Preview};
use samskab_domain::kernel::Id;
use samskab_locale::Named;

/// `GET /{m}/offers/{id}/merge`
pub async fn look(v: Visitor, Target(id): Target, Query(query): Query) -> Answer {
    let t = v.t;
    let actor = v.actor()?;
    let body = match query.id("with") {
        Some(other) => {
            let preview = offer::preview(v.desk(), actor, id, other).await?;
            side_by_side(&v, (id, other), &preview)
        }
        None => {
            let q = query.text("q");
            let name = offer::draft(v.desk(), actor, id).await?.name;
            let others = offer::others(v.desk(), actor, id, &q).await?;
            search(&v, (id, &name), &q, &others)
        }
    };
    Ok(Page::new(&v, t.offer_merge_title(), body).into_response())
}

/// `POST /{m}/offers/{id}/merge`
pub async fn merge(v: Visitor, Target(id): Target, Form(sent): Form) -> Answer {
    let other = sent.id("with").unwrap_or_default();
    offer::merge(v.desk(), v.actor()?, id, other).await?;
    Ok(to(&v.at(&format!("/offers/{id}")), Some(Flash::Merged)))
}

fn search(v: &Visitor, (id, name): (Id, &str), q: &str, others: &[Other]) -> Markup {
    let t = v.t;
    let here = v.at(&format!("/offers/{id}/merge"));
    html! {
        div.narrow {
            (back(&v.at(&format!("/offers/{id}")), name))
            h1 { (t.offer_merge_title()) }
            p.lead { (name) }
            form method="get" action=(here) {
                div.field {
                    label for="q" { (t.offer_merge_find()) }
                    input id="q" name="q" type="search" value=(q);
                }
                div.actions { button.button.quiet { (t.public.search()) } }
            }
            @if others.is_empty() && !q.trim().is_empty() { p role="status" { (t.offer_merge_none()) } }
            ul.rows role="list" {
                @for other in others {
                    li {
                        p { b { (other.name) } @if let Some(bearer) = &other.bearer { br; span.muted.small { (bearer) } } }
                        a.button.quiet href={ (here) "?with=" (other.id) } {
                            (t.offer_merge_this()) span.visually-hidden { ": " (other.name) }
                        }
                    }
                }
            }
        }
    }
}

fn side_by_side(v: &Visitor, (kept, gone): (Id, Id), preview: &Preview) -> Markup {
    let t = v.t;
    html! {
        div.narrow {
            (back(&v.at("/upkeep/alike"), &t.upkeep_alike()))
            h1 { (t.offer_merge_title()) }
            p.lead { (t.offer_merge_lead()) }
            ul {
                li { a href=(v.at(&format!("/offers/{kept}"))) { (t.offer_merge_stays(&preview.kept)) } }
                li { a href=(v.at(&format!("/offers/{gone}"))) { (t.offer_merge_goes(&preview.gone)) } }
            }
            dl.facts { @for row in &preview.rows { dt { (row.aspect.name(t)) } dd { (beside(v, row)) } } }
            p.small.muted { (t.offer_merge_not_a_check()) }
            div.actions {
                form.inline-form method="post" action=(v.at(&format!("/offers/{kept}/merge"))) {
                    input type="hidden" name="with" value=(gone);
                    button.button { (t.offer_merge_do()) }
                }
                a.button.quiet href=(v.at(&format!("/offers/{gone}/merge?with={kept}"))) { (t.offer_merge_swap()) }
                (two(v, kept, gone))
            }
        }
    }
}

fn beside(v: &Visitor, row: &Beside) -> Markup {
    let t = v.t;
    html! {
        bdi { (texts(v, &row.kept, &row.after)) }
        @if row.after != row.kept { " " (tag(Tone::Good, t.offer_merge_comes_along())) }
        @else if row.gone != row.kept && !row.gone.is_empty() {
            p.small.muted { (t.offer_merge_other_says()) " " bdi { (row.gone) } }
        }
    }
}
