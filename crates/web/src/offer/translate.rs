//! An offer in other languages: where each stands, and writing one beside its source.
use crate::kit::form::{Area, Choose, options};
use crate::kit::input::{LanguagePart, Pairs};
use crate::kit::page::back;
use crate::kit::parts::{Tone, prose_in, tag};
use crate::kit::{Answer, Flash, Form, FormView, Page, Target, Visitor, to};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::Refusal;
use samskab_app::translation::{self, Work};
use samskab_domain::kernel::{Coded, Id, Language, Remark};
use samskab_domain::translation::{Draft, Field, Made, Standing};
use samskab_locale::{CITIZENS_LANGUAGES, Named};

/// `GET /{m}/offers/{id}/translations`
pub async fn languages(v: Visitor, Target(id): Target) -> Answer {
    let t = v.t;
    let works = translation::works(v.desk(), v.actor()?, id, CITIZENS_LANGUAGES).await?;
    let offer = v.at(&format!("/offers/{id}"));
    let name = works.first().map(|(_, work)| work.name.clone());
    let body = html! {
        (back(&offer, name.as_deref().unwrap_or_default()))
        h1 { (t.offer_translations()) }
        p.lead { (t.offer_translations_lead()) }
        ul.rows role="list" {
            @for (language, work) in &works {
                li {
                    p { b { (t.language_named(*language)) } "\u{a0}· " bdi lang=(language.code()) { (language.own_name()) } " " (standing(v.t, work.standing())) }
                    a.button.quiet href={ (offer) "/translations/" (language.code()) } { (t.offer_translate()) span.visually-hidden { ": " (t.language_named(*language)) } }
                }
            }
        }
    };
    Ok(Page::new(&v, t.offer_translations(), body).into_response())
}

fn standing(t: &samskab_locale::Texts, standing: Standing) -> Markup {
    let tone = match standing {
        Standing::Missing | Standing::Outdated | Standing::Machine => Tone::Warm,
        Standing::Written => Tone::Plain,
        Standing::Reviewed => Tone::Good,
    };
    tag(tone, standing.name(t))
}

/// `GET /{m}/offers/{id}/translations/{language}`
pub async fn edit(v: Visitor, Target(id): Target, LanguagePart(language): LanguagePart) -> Answer {
    let work = translation::work_in(v.desk(), v.actor()?, id, language).await?;
    let texts = work.texts.iter();
    let draft = Draft {
        texts: texts
            .map(|text| (text.field, text.translation.clone().unwrap_or_default()))
            .collect(),
        made: Made::Written.code().to_owned(),
    };
    Ok(page(&v, id, language, &work, &draft, &[]).into_response())
}

/// `POST /{m}/offers/{id}/translations/{language}`
pub async fn write(
    v: Visitor,
    Target(id): Target,
    LanguagePart(language): LanguagePart,
    Form(sent): Form,
) -> Answer {
    let actor = v.actor()?;
    let work = translation::work_in(v.desk(), actor, id, language).await?;
    let draft = draft(&sent, &work);
    // Without the version it was made from, it counts as made from none.
    let version = sent.text("version").parse().unwrap_or(0);
    match translation::write(v.desk(), actor, id, (language, version), &draft).await {
        Ok(()) => Ok(to(
            &v.at(&format!("/offers/{id}/translations")),
            Some(Flash::Saved),
        )),
        Err(Refusal::Remarks(remarks)) => Ok(page(&v, id, language, &work, &draft, &remarks)
            .unprocessable()
            .into_response()),
        Err(refusal) => Err(refusal.into()),
    }
}

fn draft(sent: &Pairs, work: &Work) -> Draft {
    let texts = work.texts.iter();
    Draft {
        texts: texts
            .map(|text| (text.field, sent.text(text.field.code())))
            .collect(),
        made: sent.text("made"),
    }
}

fn page(
    v: &Visitor,
    id: Id,
    language: Language,
    work: &Work,
    draft: &Draft,
    remarks: &[Remark],
) -> Page {
    let t = v.t;
    let form = FormView::new(v, remarks);
    let fields = html! {
        @for (text, (_, typed)) in work.texts.iter().zip(&draft.texts) {
            section.translation {
                div.source {
                    p.small.muted { (t.offer_translation_source(t.language_named(work.own))) " " (standing(t, text.standing)) }
                    (prose_in(Some(work.own.code()), &text.source))
                }
                (form.area(Area {
                    name: text.field.code(),
                    label: &label(v, text.field),
                    value: typed,
                    rows: if text.field == Field::Description { 6 } else { 2 },
                    max: text.field.longest(),
                    optional: true,
                    language: Some(language),
                    ..Area::default()
                }))
            }
        }
        (form.radios(Choose {
            name: "made",
            label: &t.offer_translation_made(),
            options: &options::<Made>(t),
            chosen: std::slice::from_ref(&draft.made),
            ..Choose::default()
        }))
        input type="hidden" name="version" value=(work.version);
    };
    let title = t.offer_translate_into(t.language_named(language));
    let place = v.at(&format!("/offers/{id}/translations"));
    let action = format!("{place}/{}", language.code());
    let body = html! {
        (back(&place, &t.offer_translations()))
        h1 { (title) }
        p.lead { (t.offer_translate_lead(t.language_named(work.own))) }
        (form.finish(&action, fields, &t.public.save()))
    };
    Page::new(v, title, body)
}

fn label(v: &Visitor, field: Field) -> String {
    let t = v.t;
    match field {
        Field::Name => t.offer_name(),
        Field::Summary => t.offer_summary(),
        Field::Description => t.offer_description(),
        Field::ForWhom => t.offer_form_for_whom(),
        Field::Schedule => t.offer_schedule(),
        Field::Price => t.offer_form_price(),
        Field::Access => t.offer_form_access(),
        Field::ContactTitle => t.offer_contact_title(),
    }
}
