//! When and by what one hears of news.
use crate::kit::form::{Choose, Line, options};
use crate::kit::{Answer, Flash, Form, FormView, Page, Visitor, to};
use axum::response::IntoResponse;
use maud::html;
use samskab_app::Refusal;
use samskab_app::notice::{self, Set};
use samskab_domain::kernel::{Coded, Remark};
use samskab_domain::notice::{Channel, Pace, WishDraft};

/// `GET /{m}/notices`
pub async fn show(v: Visitor) -> Answer {
    let set = notice::set(v.desk(), v.actor()?).await?;
    let typed = WishDraft {
        pace: set.pace().code().to_owned(),
        channel: set.channel().code().to_owned(),
        phone: set.phone.clone().unwrap_or_default(),
    };
    Ok(page(&v, &set, &typed, &[]).into_response())
}

/// `POST /{m}/notices`
pub async fn change(v: Visitor, Form(sent): Form) -> Answer {
    let draft = WishDraft {
        pace: sent.text("pace"),
        channel: sent.text("channel"),
        phone: sent.text("phone"),
    };
    match notice::change(v.desk(), v.actor()?, &draft).await {
        Ok(()) => Ok(to(&v.at("/notices"), Some(Flash::Saved))),
        Err(Refusal::Remarks(remarks)) => {
            let set = notice::set(v.desk(), v.actor()?).await?;
            Ok(page(&v, &set, &draft, &remarks)
                .unprocessable()
                .into_response())
        }
        Err(refusal) => Err(refusal.into()),
    }
}

fn page(v: &Visitor, set: &Set, draft: &WishDraft, remarks: &[Remark]) -> Page {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let sms = v.site.settings.sms;
    let fields = html! {
        (form.radios(Choose {
            name: "pace",
            label: &t.notice_when(),
            options: &options::<Pace>(t),
            chosen: std::slice::from_ref(&draft.pace),
            ..Choose::default()
        }))
        @if sms {
            (form.radios(Choose {
                name: "channel",
                label: &t.notice_by(),
                options: &options::<Channel>(t),
                chosen: std::slice::from_ref(&draft.channel),
                ..Choose::default()
            }))
            (form.line(Line {
                name: "phone",
                label: &t.notice_phone(),
                value: &draft.phone,
                kind: "tel",
                autocomplete: "tel",
                optional: true,
                ..Line::default()
            }))
        }
    };
    let body = html! {
        div.narrow {
            h1 { (t.notice_title()) }
            p { (t.notice_lead()) }
            p.muted { (t.notice_address(&set.email)) }
            @if set.stopped { div.note { p { (t.notice_bounced(&set.email)) } } }
            (form.finish(&v.at("/notices"), fields, &t.public.save()))
            p.small.muted { (t.notice_content()) }
        }
    };
    Page::new(v, t.notice_title(), body)
}
