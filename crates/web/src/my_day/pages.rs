//! The first page after signing in.
use crate::felt::waiting as felt_waiting;
use crate::initiative::{areas, asked_in};
use crate::kit::parts::{Step, When, offer_became, quiet, quoted, trail};
use crate::kit::{Answer, Page, Visitor};
use crate::meeting::{asked_after, rows};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samskab_app::calendar::{Soon, soon};
use samskab_app::felt;
use samskab_app::frame::{Notice, ToLookAt};
use samskab_app::initiative::{BroughtIn, Over, Quiet};
use samskab_app::my_day::{MANY, News, Piece, Waiting, news, waiting};
use samskab_app::task::Invitation as TaskInvitation;
use samskab_domain::access::Act;
use samskab_domain::answer::late_by;
use samskab_domain::calendar::{Day, hour_and_minute};
use samskab_locale::Named;

/// `GET /{m}/my-day`
pub async fn show(v: Visitor) -> Answer {
    let actor = v.actor()?;
    let waiting = waiting(v.desk(), actor).await?;
    let questions = felt::open(v.desk(), actor).await?;
    let soon = soon(v.desk(), actor).await?;
    let news = news(v.desk(), actor).await?;
    let areas = areas(&v).await?;
    let body = html! {
        h1 { (greeting(&v)) }
        div.split {
            div {
                (waits(&v, &waiting))
                (to_come(&v, &soon, &areas))
                (felt_waiting(&v, &questions))
                (asked_after(&v, &soon.held))
                (became(&v, &news))
            }
            aside { (tell(&v)) (find(&v)) }
        }
    };
    Ok(Page::new(&v, v.t.menu_my_day(), body).into_response())
}

/// *Good morning, Grethe*: the first name only, as people say it.
fn greeting(v: &Visitor) -> String {
    let name = v.session().map(|s| s.name.as_str()).unwrap_or_default();
    let first = name.split_whitespace().next().unwrap_or_default();
    match hour_and_minute(v.desk().now()).0 {
        5..=9 => v.t.my_day_morning(first),
        18..=23 => v.t.my_day_evening(first),
        _ => v.t.my_day_hello(first),
    }
}

fn tell(v: &Visitor) -> Markup {
    let t = v.t;
    html! {
        @if v.may(Act::TellObservation) {
            div.card {
                h2 { (t.observation_tell()) }
                p.muted.small { @if v.may(Act::TellForAnother) { (t.my_day_tell_or_write_for()) } @else { (t.my_day_tell_text()) } }
                p { a.button.wide href=(v.at("/observations/new")) { (t.menu_tell()) } }
            }
        }
    }
}

fn find(v: &Visitor) -> Markup {
    let t = v.t;
    html! {
        div.card {
            h2 { (t.public.menu_find_offers()) }
            form.search method="get" action=(v.at("/offers")) {
                label.visually-hidden for="q" { (t.public.offer_search_label()) }
                input id="q" name="q" type="search" placeholder=(t.public.offer_search_placeholder());
                button.button.quiet { (t.public.search()) }
            }
        }
    }
}

fn waits(v: &Visitor, waiting: &Waiting) -> Markup {
    let t = v.t;
    html! {
        @if !waiting.is_empty() {
            h2 { (t.my_day_waits()) }
            ul.rows role="list" {
                @if waiting.stories > 0 {
                    li {
                        p { b { @if waiting.stories < MANY { (t.my_day_stories(waiting.stories)) } @else { (t.my_day_stories_many()) } } br; span.muted.small { (t.my_day_stories_text()) } }
                        a.button.quiet href=(v.at("/inbox?loose=yes")) { (t.my_day_read()) }
                    }
                }
                @for asked in &waiting.answers {
                    li {
                        p {
                            b { (t.my_day_answer()) } " " (asked.title) br;
                            @if let Some(due) = asked.due() {
                                span.muted.small {
                                    @if late_by(due, v.today()).is_some() { (t.my_day_answer_late(t.near(due, v.today()))) } @else { (t.my_day_answer_due(t.near(due, v.today()))) }
                                }
                            }
                        }
                        a.button.quiet href=(v.at(&format!("/answers/{}", asked.id))) {
                            (t.my_day_answer_go()) span.visually-hidden { ": " (asked.title) }
                        }
                    }
                }
                @let more = [
                    (&waiting.looks, t.my_day_look(), t.my_day_look_go()),
                    (&waiting.wanting, t.my_day_wanting(), t.my_day_wanting_go()),
                    (&waiting.overdue, t.my_day_overdue(), t.answer_open()),
                ];
                @for (answers, what, go) in &more {
                    @for asked in *answers {
                        li {
                            p { b { (what) } " " (asked.title) }
                            a.button.quiet href=(v.at(&format!("/answers/{}", asked.id))) {
                                (go) span.visually-hidden { ": " (asked.title) }
                            }
                        }
                    }
                }
                @for begun in &waiting.changes {
                    li {
                        p {
                            b { (t.my_day_change()) } " " (begun.what) br;
                            @if let Some(from) = begun.from() { span.muted.small { (t.my_day_change_from(t.near(from, v.today()))) } }
                        }
                        a.button.quiet href=(v.at(&format!("/changes/{}/outcome", begun.id))) {
                            (t.my_day_change_go()) span.visually-hidden { ": " (begun.what) }
                        }
                    }
                }
                @for objection in &waiting.objections {
                    li {
                        p { b { (t.felt_disagree()) } " " (objection.title) br; span.muted.small { (t.felt_disagree_text()) } }
                        a.button.quiet href=(v.at(&format!("/needs/{}", objection.need_id))) {
                            (t.answer_open()) span.visually-hidden { ": " (objection.title) }
                        }
                    }
                }
                @for asked in &waiting.asked_in { (asked_in(v, asked)) }
                @for begun in &waiting.brought_in { (brought_in(v, begun)) }
                @for trial in &waiting.over { (over(v, trial)) }
                @for quiet in &waiting.quiet { (gone_quiet(v, quiet)) }
                @for task in &waiting.invitations { (invitation(v, task)) }
                @for notice in &waiting.found_late { (found_late(v, notice)) }
                @for frame in &waiting.frames { (frame_again(v, frame)) }
                @for faulty in &waiting.faulty {
                    li {
                        p { b { (t.fault_waits()) } " " (faulty.name) }
                        a.button.quiet href=(v.at(&format!("/offers/{}/faults", faulty.id))) {
                            (t.vacancy_see()) span.visually-hidden { ": " (faulty.name) }
                        }
                    }
                }
                @for vacancy in &waiting.vacancies {
                    li {
                        p { b { (t.vacancy_give_on()) } " " (vacancy.person) br; span.muted.small { (vacancy.reason().name(t)) } }
                        a.button.quiet href=(v.at(&format!("/vacancies/{}", vacancy.id))) {
                            (t.vacancy_see()) span.visually-hidden { ": " (vacancy.person) }
                        }
                    }
                }
                @for offer in &waiting.offers {
                    li {
                        p {
                            b { (t.menu_checks()) } " " a href=(v.at(&format!("/offers/{}", offer.id))) { (offer.name) } br;
                            span.muted.small {
                                @match offer.checked() {
                                    Some(day) => (t.my_day_checked(v.t.month_of(day))),
                                    None => (t.my_day_never_checked()),
                                }
                            }
                        }
                        (quiet(&v.at(&format!("/offers/{}/verify", offer.id)), &t.my_day_still_right(), &offer.name))
                    }
                }
            }
        }
    }
}

/// Others try something in the small with one's organisation: say what one wants, or no thanks.
fn brought_in(v: &Visitor, begun: &BroughtIn) -> Markup {
    let t = v.t;
    let what = t.my_day_tries_with(&begun.organisation);
    html! {
        li {
            p { b { (what) } " " (begun.title) }
            a.button.quiet href=(v.at(&format!("/initiatives/{}", begun.id))) {
                (t.initiative_look()) span.visually-hidden { ": " (begun.title) }
            }
        }
    }
}

/// *How did it go?*: once it is over, of those who tried it.
fn over(v: &Visitor, trial: &Over) -> Markup {
    let t = v.t;
    html! {
        li {
            p { b { (t.my_day_over()) } " " (trial.title) }
            a.button.quiet href=(v.at(&format!("/initiatives/{}?note=yes#note", trial.id))) {
                (t.my_day_over_go()) span.visually-hidden { ": " (trial.title) }
            }
        }
    }
}

fn gone_quiet(v: &Visitor, quiet: &Quiet) -> Markup {
    let t = v.t;
    html! {
        li {
            p { b { (t.initiative_quiet()) } " " (quiet.title) }
            a.button.quiet href=(v.at(&format!("/initiatives/{}", quiet.id))) {
                (t.initiative_look()) span.visually-hidden { ": " (quiet.title) }
            }
        }
    }
}

/// *Would you like to?*: with a no thanks beside the yes, and no date by which to answer.
fn invitation(v: &Visitor, task: &TaskInvitation) -> Markup {
    let t = v.t;
    let at = |step: &str| v.at(&format!("/tasks/{}/{step}", task.id));
    html! {
        li {
            p {
                b { (t.my_day_task()) } " " (task.what) br;
                span.muted.small {
                    a href=(v.at(&format!("/initiatives/{}", task.initiative_id))) { (task.initiative) }
                    @if let Some(until) = task.until() { "\u{a0}· " (t.task_until()) " " (t.near(until, v.today())) }
                }
            }
            div.actions {
                (quiet(&at("accept"), &t.task_accept_invited(), &task.what))
                (quiet(&at("decline"), &t.task_decline(), &task.what))
            }
        }
    }
}

/// A limit found on the way, told to all who are in it (F12).
fn found_late(v: &Visitor, notice: &Notice) -> Markup {
    let t = v.t;
    let at = Day::of(notice.told_at());
    html! {
        li {
            p {
                b { (t.frame_found_late(t.near(at, v.today()))) } " "
                a href=(v.at(&format!("/frames/{}", notice.frame_item_id))) { (notice.body) } br;
                span.muted.small { (notice.organisation) @if let Some(title) = &notice.initiative { "\u{a0}· " (title) } }
            }
            (quiet(&v.at(&format!("/frames/{}/seen", notice.frame_item_id)), &t.frame_seen(), &notice.body))
        }
    }
}

/// *Does it still hold?*: it has run out, or somebody asks.
fn frame_again(v: &Visitor, frame: &ToLookAt) -> Markup {
    let t = v.t;
    html! {
        li {
            p {
                b { (t.frame_ask()) } " " (frame.body) br;
                span.muted.small {
                    @if frame.asked { (t.my_day_frame_asked()) }
                    @else if let Some(until) = frame.until() { (t.frame_expired(t.near(until, v.today()))) }
                }
            }
            a.button.quiet href=(v.at(&format!("/frames/{}", frame.id))) {
                (t.initiative_look()) span.visually-hidden { ": " (frame.body) }
            }
        }
    }
}

/// The next meetings she is invited to.
fn to_come(v: &Visitor, soon: &Soon, areas: &[(String, String)]) -> Markup {
    let t = v.t;
    html! {
        @if !soon.to_come.is_empty() {
            h2 { (t.calendar_to_come()) }
            (rows(v, &soon.to_come, areas))
            p { a href=(v.at("/calendar")) { (t.calendar_all()) } }
        }
    }
}

fn became(v: &Visitor, news: &[News]) -> Markup {
    let t = v.t;
    let steps: Vec<_> = news.iter().map(|n| step(v, n)).collect();
    html! {
        h2 { (t.menu_what_became()) }
        @if steps.is_empty() { p.muted { (t.my_day_nothing_yet()) } } @else { (trail(v, &steps)) }
    }
}

fn step(v: &Visitor, news: &News) -> Step {
    let t = v.t;
    let (title, text) = match &news.piece {
        Piece::Answered {
            need,
            title,
            organisation,
            kind,
            meaning,
        } => (
            html! { a href=(v.at(&format!("/needs/{need}"))) { (t.my_day_answered(title)) } },
            html! { p { (organisation) ": " (quoted(&kind.name(t))) @if !meaning.is_empty() { ". " (meaning) } } },
        ),
        Piece::FrameAnswered {
            item,
            organisation,
            says,
            reason,
        } => (
            html! { a href=(v.at(&format!("/frames/{item}"))) { (t.frame_answered(organisation)) } },
            html! { p { (quoted(&says.name(t))) " " (reason) } },
        ),
        Piece::Along {
            answer,
            title,
            organisation,
            along,
            reason,
        } => (
            html! { a href=(v.at(&format!("/answers/{answer}"))) { (along.name(t)) ": " (title) } },
            html! { p { (organisation) ": " (reason) } },
        ),
        Piece::Changed {
            initiative,
            organisation,
            what,
        } => (
            html! { a href=(v.at(&format!("/initiatives/{initiative}"))) { (t.trail_changed(organisation)) } },
            html! { p { (what) } },
        ),
        Piece::Offered {
            offer,
            name,
            effect,
        } => (
            html! { a href=(v.at(&format!("/offers/{offer}"))) { (name) } },
            html! { p { (offer_became(v, *effect)) } },
        ),
    };
    Step {
        when: When::Happened,
        at: Some(news.at),
        title,
        text,
    }
}
