//! *Tell what you have experienced*: three choices and a story.
use crate::kit::about::About;
use crate::kit::form::{Area, Choose, Line, options};
use crate::kit::input::Pairs;
use crate::kit::limit::Who;
use crate::kit::signposts::signposts;
use crate::kit::{Answer, Form, FormView, Page, Visitor};
use axum::http::header;
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::citizen::{self, Code};
use samskab_app::{Refusal, area};
use samskab_domain::kernel::{Coded, Id, Remark};
use samskab_domain::observation::{Draft, STORY_MAX, Source};
use samskab_domain::topic::TopicGroup;

/// `GET /{m}/tell`
pub async fn blank(v: Visitor) -> Answer {
    let form_key = v.desk().id();
    let body = form(&v, &Draft::default(), form_key, &[]).await?;
    let about = About {
        description: v.t.public.tell_lead(),
        data: None,
    };
    Ok(Page::to_be_found(&v, v.t.public.tell_title(), &about, body).into_response())
}

/// `POST /{m}/tell`: the receipt is the answer itself, for the code is shown once and kept nowhere.
pub async fn tell(v: Visitor, Form(sent): Form) -> Answer {
    v.site.limits.strangers(Who::Address(v.caller))?;
    let draft = draft(&sent);
    let form_key = sent.id("form").unwrap_or_else(|| v.desk().id());
    match citizen::tell(v.desk(), v.municipality.id, &draft, v.language(), form_key).await {
        Ok(code) => {
            let page = Page::new(&v, v.t.public.tell_received_title(), received(&v, &code));
            let never = [(header::CACHE_CONTROL, "no-store")];
            Ok((never, page).into_response())
        }
        Err(Refusal::Remarks(remarks)) => {
            let body = form(&v, &draft, form_key, &remarks).await?;
            Ok(Page::new(&v, v.t.public.tell_title(), body)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn draft(sent: &Pairs) -> Draft {
    Draft {
        story: sent.text("story"),
        source: sent.text("source"),
        topic_group: sent.text("topic_group"),
        area: sent.text("area"),
        place: sent.text("place"),
        harmless: sent.ticked("harmless"),
        ..Draft::default()
    }
}

fn received(v: &Visitor, code: &Code) -> Markup {
    let t = &v.t.public;
    html! {
        div.narrow {
            h1 { (t.tell_received_title()) }
            p { (t.tell_who_reads()) }
            div.card {
                h2 { (t.tell_code()) }
                p.code { bdi dir="ltr" { (code.in_groups()) } }
                p { (t.tell_code_text()) }
                p.no-print { button.button.quiet type="button" data-print { (t.print()) } }
            }
            p.no-print { a href=(v.at("/told")) { (t.tell_follow_title()) } }
        }
    }
}

async fn form(
    v: &Visitor,
    draft: &Draft,
    form_key: Id,
    remarks: &[Remark],
) -> Result<Markup, Refusal> {
    let areas = area::list(v.desk(), v.municipality.id, v.language()).await?;
    let areas: Vec<_> = areas
        .into_iter()
        .map(|area| (area.id.to_string(), area.name))
        .collect();
    let t = &v.t.public;
    let form = FormView::new(v, remarks);
    let fields = html! {
        (story(&form, draft))
        (form.radios(Choose {
            name: "source",
            label: &t.tell_source(),
            options: &[
                (Source::Lived.code().to_owned(), t.tell_source_lived()),
                (Source::Told.code().to_owned(), t.tell_source_told()),
                (Source::Saw.code().to_owned(), t.tell_source_saw()),
            ],
            chosen: std::slice::from_ref(&draft.source),
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "topic_group",
            label: &t.tell_about(),
            options: &options::<TopicGroup>(v.t),
            chosen: std::slice::from_ref(&draft.topic_group),
            two: true,
            ..Choose::default()
        }))
        (form.radios(Choose {
            name: "area",
            label: &t.tell_area(),
            options: &areas,
            chosen: std::slice::from_ref(&draft.area),
            two: true,
            ..Choose::default()
        }))
        (form.line(Line {
            name: "place",
            label: &t.tell_place(),
            hint: Some(&t.tell_place_hint()),
            value: &draft.place,
            optional: true,
            ..Line::default()
        }))
        input type="hidden" name="form" value=(form_key);
    };
    Ok(html! {
        div.narrow {
            h1 { (t.tell_title()) }
            p.lead { (t.tell_lead()) }
            (form.finish(&v.at("/tell"), fields, &t.tell_send()))
            p.small { (t.tell_who_reads()) }
            p.small { (t.tell_not_help()) }
            (signposts(v).await?)
            p.beside.small { a href=(v.at("/told")) { (t.tell_follow_title()) } }
        }
    })
}

fn story(form: &FormView<'_>, draft: &Draft) -> Markup {
    let t = &form.visitor().t.public;
    html! {
        (form.area(Area {
            name: "story",
            personal: true,
            label: &t.tell_story(),
            hint: Some(&t.tell_story_hint()),
            value: &draft.story,
            rows: 5,
            max: STORY_MAX,
            ..Area::default()
        }))
        (form.marked_for_all(draft.harmless))
    }
}
