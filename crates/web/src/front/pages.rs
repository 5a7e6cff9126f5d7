//! What a citizen meets first.
use crate::kit::about::About;
use crate::kit::form::options;
use crate::kit::guard::language_of;
use crate::kit::page::bare;
use crate::kit::parts::lang;
use crate::kit::{Answer, Fail, Page, Site, Visitor};
use crate::offer::mark;
use axum::extract::State;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use maud::html;
use samskab_app::offer::{self, Wish};
use samskab_app::{area, municipality};
use samskab_domain::topic::TopicGroup;
use samskab_locale::{CITIZENS_LANGUAGES, texts};
use serde_json::json;

/// `GET /`: the municipalities on this server.
pub async fn server(State(site): State<Site>, request: Parts) -> Response {
    let language = language_of(&request, None, CITIZENS_LANGUAGES);
    let found = match municipality::list(&site.desk).await {
        Ok(found) => found,
        Err(refusal) => return Fail::from(refusal).alone(language),
    };
    let t = texts(language);
    let body = html! {
        h1 { (t.public.promise()) }
        p.lead { (t.public.front_lead()) }
        h2 { (t.public.front_municipalities()) }
        @if found.is_empty() { p { (t.public.front_none_yet()) } }
        ul.rows role="list" {
            @for m in &found {
                li { p { b { (m.name) } } a.button.quiet href={ "/" (m.slug) } { (t.public.front_go_to()) span.visually-hidden { " " (m.name) } } }
            }
        }
    };
    bare(t, &t.public.promise(), body).into_response()
}

/// `GET /{m}`: offers first, then the way in for those who take part.
pub async fn municipality(v: Visitor) -> Answer {
    let t = &v.t.public;
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let wish = Wish {
        language: v.language(),
        ..Wish::default()
    };
    let counts = offer::counts(v.desk(), v.municipality.id, &wish).await?;
    let groups = options::<TopicGroup>(v.t).into_iter();
    let groups = groups.map(|(code, name)| (counts.of_topic_group(&code), code, name));
    let groups: Vec<_> = groups.filter(|(count, ..)| *count > 0).collect();
    let areas = areas
        .iter()
        .map(|area| (counts.of_area(&area.id.to_string()), area));
    let areas: Vec<_> = areas.filter(|(count, _)| *count > 0).collect();
    let body = html! {
        div.hero {
            h1 { (t.front_title()) }
            p.lead { (t.front_offers_lead(&v.municipality.name)) }
            form.search method="get" action=(v.at("/offers")) {
                label.visually-hidden for="q" { (t.offer_search_label()) }
                input id="q" name="q" type="search" placeholder=(t.offer_search_placeholder())
                    data-suggest=(v.at("/offers/suggest"));
                button.button { (t.search()) }
            }
        }
        div.split {
            div {
                p.beside {
                    a href=(v.at("/offers/calendar")) { (t.offer_calendar_title()) }
                    a href=(v.at("/offers/places")) { (t.offer_by_place()) }
                    a href=(v.at("/offers")) { (t.offer_all()) }
                }
                @if !groups.is_empty() {
                    h2 { (t.front_by_topic()) }
                    div.actions {
                        @for (count, code, name) in &groups {
                            a.button.quiet href=(v.at(&format!("/offers?topic_group={code}"))) { (name) " (" (count) ")" }
                        }
                    }
                }
                @if !areas.is_empty() {
                    h2 { (t.front_by_area()) }
                    div.actions {
                        @for (count, area) in &areas {
                            a.button.quiet href=(v.at(&format!("/offers?area={}", area.id))) {
                                bdi lang=[lang(&v, area.language())] { (area.name) } (mark(&v, area.language())) " (" (count) ")"
                            }
                        }
                    }
                }
            }
            aside {
                div.card {
                    h2 { (t.tell_invite_title()) }
                    p { (t.tell_invite_text()) }
                    p { a.button.quiet href=(v.at("/tell")) { (t.tell_title()) } }
                    p.beside.small { a href=(v.at("/told")) { (t.tell_follow_title()) } }
                }
                div.card {
                    h2 { (t.front_take_part()) }
                    p { (t.front_take_part_text()) }
                    @let (place, label) = match v.session() {
                        Some(_) => (v.at("/my-day"), v.t.menu_my_day()),
                        None => (v.at("/sign-in"), t.sign_in()),
                    };
                    p { a.button.quiet href=(place) { (label) } }
                }
            }
        }
    };
    let search = format!("{}{}?q={{q}}", v.site.settings.base_url, v.at("/offers"));
    let about = About {
        description: t.front_offers_lead(&v.municipality.name),
        data: Some(json!({
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": format!("{} · {}", t.product(), v.municipality.name),
            "url": format!("{}{}", v.site.settings.base_url, v.at("")),
            "potentialAction": { "@type": "SearchAction", "target": search, "query-input": "required name=q" },
        })),
    };
    Ok(Page::to_be_found(&v, t.front_title(), &about, body).into_response())
}

/// What stands outside municipalities, asked in a way it does not take.
pub async fn wrong_way(request: Parts) -> Response {
    Fail::WrongWay.alone(language_of(&request, None, CITIZENS_LANGUAGES))
}

/// Whatever has no address.
pub async fn missing(request: Parts) -> Response {
    Fail::Missing.alone(language_of(&request, None, CITIZENS_LANGUAGES))
}
