//! A folder to hand out: the offers one chooses, on A4, each with a code that leads to what holds
//! today.
use super::narrow::{NAMES, choices, wish};
use super::show::place_line;
use super::words::{all_told, mark};
use crate::kit::code::qr;
use crate::kit::page::back;
use crate::kit::parts::lang;
use crate::kit::{Answer, Page, Query, Visitor};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::offer::{self, Sheet};
use samskab_domain::kernel::{Coded, Id};
use samskab_locale::{Named, texts};

/// `GET /{m}/offers/folder`
pub async fn folder(v: Visitor, query: Query) -> Answer {
    let t = &v.t.public;
    let wish = wish(&v, &query);
    let found = offer::sheets(v.desk(), v.municipality.id, &wish, &[]).await?;
    let counts = offer::counts(v.desk(), v.municipality.id, &wish).await?;
    let chosen = query.0.all("offer");
    let chosen: Vec<Id> = chosen.iter().filter_map(|id| id.parse().ok()).collect();
    let is_in = |sheet: &&Sheet| chosen.is_empty() || chosen.contains(&sheet.offer.id());
    let large = query.0.ticked("large");
    let body = html! {
        div.no-print {
            (back(&v.at("/offers"), &t.offer_back()))
            h1 { (t.offer_folder()) }
            p.lead { (t.offer_folder_lead()) }
            (choices(&v, &query, &counts).await?)
            (form(&v, &query, &found, &chosen, large))
        }
        div.folder.large[large] {
            h2 { (t.front_offers_lead(&v.municipality.name)) }
            p.small { (t.offer_folder_made(v.t.day(v.today()))) }
            @for sheet in found.iter().filter(is_in) { (on_paper(&v, sheet)) }
        }
    };
    Ok(Page::new(&v, t.offer_folder(), body).into_response())
}

fn form(v: &Visitor, query: &Query, found: &[Sheet], chosen: &[Id], large: bool) -> Markup {
    let t = &v.t.public;
    html! {
        form method="get" action=(v.path) {
            @for name in NAMES {
                @let value = query.0.text(name);
                @if !value.is_empty() { input type="hidden" name=(name) value=(value); }
            }
            fieldset {
                legend { (t.offer_folder_choose()) }
                div.checks.two {
                    @for sheet in found {
                        @let id = sheet.offer.id();
                        @let name = sheet.offer.name_language(v.language());
                        label.choice {
                            input type="checkbox" name="offer" value=(id) checked[chosen.is_empty() || chosen.contains(&id)];
                            span lang=[lang(v, name)] { bdi { (sheet.offer.name()) } (mark(v, name)) }
                        }
                    }
                }
            }
            div.checks {
                label.choice { input type="checkbox" name="large" value="yes" checked[large]; span { (t.offer_folder_large()) } }
            }
            div.actions {
                button.button { (t.offer_folder_show()) }
                button.button.quiet type="button" data-print { (t.print()) }
            }
        }
    }
}

fn on_paper(v: &Visitor, sheet: &Sheet) -> Markup {
    let t = &v.t.public;
    let item = &sheet.offer;
    let (name, summary) = (
        item.name_language(v.language()),
        item.summary_language(v.language()),
    );
    let own = item.language();
    let place = v.at(&format!(
        "/offers/{}?language={}",
        item.id(),
        v.language().code()
    ));
    let address = format!("{}{place}", v.site.settings.base_url);
    html! {
        section.sheet {
            div {
                h3 lang=[lang(v, name)] { bdi { (item.name()) } (mark(v, name)) }
                p lang=[lang(v, summary)] { bdi { (item.summary()) } (mark(v, summary)) }
                dl.facts {
                    @if !item.when.is_empty() { dt { (t.offer_when()) } dd { (all_told(v, &item.when)) } }
                    @for place in &sheet.places { dt { (t.offer_where()) } dd { bdi { (place_line(place)) } } }
                    @if let Some(contact) = &sheet.contact { dt { (t.offer_contact()) } dd lang=[lang(v, own)] { bdi { (contact) } (mark(v, own)) } }
                    @for phone in &sheet.phones { dt { (t.offer_phone()) } dd { bdi dir="ltr" { (phone) } } }
                    (price(v, sheet))
                }
            }
            (qr(&address, &t.offer_code()))
        }
    }
}

/// What is known of the price in the reader's language, and what else was written of it.
fn price(v: &Visitor, sheet: &Sheet) -> Markup {
    let own = sheet.offer.language();
    let said = sheet.cost.map(|cost| cost.name(texts(own)));
    let written = sheet
        .price
        .as_ref()
        .filter(|text| Some(*text) != said.as_ref());
    let known = sheet
        .cost
        .filter(|_| written.is_none() || own != v.language());
    html! {
        @if known.is_some() || written.is_some() {
            dt { (v.t.public.offer_price()) }
            dd {
                @if let Some(known) = known { (known.name(v.t)) }
                @if known.is_some() && written.is_some() { br; }
                @if let Some(text) = written { bdi lang=[lang(v, own)] { (text) } (mark(v, own)) }
            }
        }
    }
}
