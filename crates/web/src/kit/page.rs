//! The page around a page: head, header, menu, footer.
use super::about::{self, About};
use super::assets::address;
use super::guard::append_cookie;
use super::list::address_with;
use super::visitor::Visitor;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};
use samskab_app::session::Session;
use samskab_domain::access::{Act, Role, Sector};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_locale::{Named, Texts};

/// A page to show.
pub struct Page {
    status: StatusCode,
    markup: Markup,
}

impl Page {
    /// `body` is what stands in `main`; it holds the page's one `h1`.
    pub fn new(v: &Visitor, title: impl AsRef<str>, body: Markup) -> Self {
        Self {
            status: StatusCode::OK,
            markup: whole(v, title.as_ref(), None, body),
        }
    }

    /// A page for anyone to find, which says what it is about.
    pub fn to_be_found(v: &Visitor, title: impl AsRef<str>, about: &About, body: Markup) -> Self {
        Self {
            status: StatusCode::OK,
            markup: whole(v, title.as_ref(), Some(about), body),
        }
    }

    /// A page a phone may keep: nothing in it tells who had it.
    pub fn of_nobody(v: &Visitor, title: impl AsRef<str>, body: Markup) -> Self {
        let header = html! {
            header.site { div.in { span.brand { (v.t.public.product()) " " small { (v.municipality.name) } } } }
        };
        Self {
            status: StatusCode::OK,
            markup: around(v, head(v.t, title.as_ref(), Some(v)), None, header, body),
        }
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The form again, with its remarks.
    #[must_use]
    pub fn unprocessable(self) -> Self {
        self.with_status(StatusCode::UNPROCESSABLE_ENTITY)
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        (self.status, self.markup).into_response()
    }
}

/// What the next page says once, after something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flash {
    Saved,
    SignedIn,
    SignedOut,
    Switched,
    Withdrawn,
    QuoteReleased,
    QuoteChecked,
    QuoteTakenBack,
    Linked,
    Also,
    Unlinked,
    Raised,
    Answered,
    Declared,
    Started,
    Noted,
    Agreed,
    FollowedUp,
    Ended,
    Verified,
    Invited,
    Left,
    Closed,
    Corrected,
    Sorted,
    FrameAsked,
    HandedOver,
    Called,
    Moved,
    Cancelled,
    InvitedToMeeting,
    MeetingClosed,
    Extended,
    DraftKept,
    LookAsked,
    ToldMore,
    AnswerCorrected,
    GivenOn,
    SaidGone,
    StillHere,
    Waits,
    LetThrough,
    TurnedDown,
    TakenBack,
    Merged,
    KeptApart,
    FaultsClosed,
    TaskOffered,
    TaskInvited,
    TaskTaken,
    TaskDeclined,
    TaskGivenBack,
}

type Sentence = fn(&Texts) -> String;

impl Flash {
    pub(super) const COOKIE: &'static str = "flash";
    const ALL: &[(Self, &'static str, Sentence)] = &[
        (Self::Saved, "saved", |t| t.flash_saved()),
        (Self::Waits, "waits", |t| t.flash_waits()),
        (Self::LetThrough, "let-through", |t| t.flash_let_through()),
        (Self::TurnedDown, "turned-down", |t| t.flash_turned_down()),
        (Self::TakenBack, "taken-back", |t| t.flash_taken_back()),
        (Self::Merged, "merged", |t| t.flash_merged()),
        (Self::KeptApart, "kept-apart", |t| t.flash_kept_apart()),
        (Self::SignedIn, "signed-in", |t| t.flash_signed_in()),
        (Self::SignedOut, "signed-out", |t| t.flash_signed_out()),
        (Self::Switched, "switched", |t| t.flash_switched()),
        (Self::Withdrawn, "withdrawn", |t| t.flash_withdrawn()),
        (Self::QuoteReleased, "quote-released", |t| {
            t.flash_quote_released()
        }),
        (Self::QuoteChecked, "quote-checked", |t| {
            t.flash_quote_checked()
        }),
        (Self::QuoteTakenBack, "quote-taken-back", |t| {
            t.flash_quote_taken_back()
        }),
        (Self::Linked, "linked", |t| t.flash_linked()),
        (Self::Also, "also", |t| t.flash_also()),
        (Self::Unlinked, "unlinked", |t| t.flash_unlinked()),
        (Self::Raised, "raised", |t| t.flash_raised()),
        (Self::Answered, "answered", |t| t.flash_answered()),
        (Self::Declared, "declared", |t| t.flash_declared()),
        (Self::Started, "started", |t| t.flash_started()),
        (Self::Noted, "noted", |t| t.flash_noted()),
        (Self::Agreed, "agreed", |t| t.flash_agreed()),
        (Self::FollowedUp, "followed-up", |t| t.flash_followed_up()),
        (Self::Ended, "ended", |t| t.flash_ended()),
        (Self::Verified, "verified", |t| t.flash_verified()),
        (Self::Invited, "invited", |t| t.flash_invited()),
        (Self::Left, "left", |t| t.flash_left()),
        (Self::Closed, "closed", |t| t.flash_closed()),
        (Self::Corrected, "corrected", |t| t.flash_corrected()),
        (Self::Sorted, "sorted", |t| t.flash_sorted()),
        (Self::FrameAsked, "frame-asked", |t| t.flash_frame_asked()),
        (Self::HandedOver, "handed-over", |t| t.flash_handed_over()),
        (Self::Called, "called", |t| t.flash_called()),
        (Self::Moved, "moved", |t| t.flash_moved()),
        (Self::Cancelled, "cancelled", |t| t.flash_cancelled()),
        (Self::InvitedToMeeting, "invited-to-meeting", |t| {
            t.flash_invited_to_meeting()
        }),
        (Self::MeetingClosed, "meeting-closed", |t| {
            t.flash_meeting_closed()
        }),
        (Self::Extended, "extended", |t| t.flash_extended()),
        (Self::DraftKept, "draft-kept", |t| t.flash_draft_kept()),
        (Self::LookAsked, "look-asked", |t| t.flash_look_asked()),
        (Self::ToldMore, "told-more", |t| t.flash_told_more()),
        (Self::AnswerCorrected, "answer-corrected", |t| {
            t.flash_answer_corrected()
        }),
        (Self::GivenOn, "given-on", |t| t.flash_given_on()),
        (Self::SaidGone, "said-gone", |t| t.flash_said_gone()),
        (Self::StillHere, "still-here", |t| t.flash_still_here()),
        (Self::FaultsClosed, "faults-closed", |t| {
            t.flash_faults_closed()
        }),
        (Self::TaskOffered, "task-offered", |t| {
            t.flash_task_offered()
        }),
        (Self::TaskInvited, "task-invited", |t| {
            t.flash_task_invited()
        }),
        (Self::TaskTaken, "task-taken", |t| t.flash_task_taken()),
        (Self::TaskDeclined, "task-declined", |t| {
            t.flash_task_declined()
        }),
        (Self::TaskGivenBack, "task-given-back", |t| {
            t.flash_task_given_back()
        }),
    ];

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, c, _)| *c == code)
            .map(|(flash, _, _)| *flash)
    }

    fn code(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(flash, _, _)| *flash == self)
            .map_or("", |(_, code, _)| code)
    }

    fn sentence(self, t: &Texts) -> String {
        let found = Self::ALL.iter().find(|(flash, _, _)| *flash == self);
        found
            .map(|(_, _, sentence)| sentence(t))
            .unwrap_or_default()
    }

    pub(super) fn forget() -> String {
        format!("{}=; Path=/; Max-Age=0; SameSite=Lax", Self::COOKIE)
    }
}

/// Leads to where something stands for good: old papers, bookmarks and programs follow.
pub fn moved(place: &str) -> Response {
    let mut answer = StatusCode::PERMANENT_REDIRECT.into_response();
    let place = HeaderValue::from_str(place).unwrap_or(HeaderValue::from_static("/"));
    answer.headers_mut().insert(header::LOCATION, place);
    answer
}

/// On to another page, after something was done.
pub fn to(place: &str, flash: Option<Flash>) -> Response {
    let mut answer = StatusCode::SEE_OTHER.into_response();
    let place = HeaderValue::from_str(place).unwrap_or(HeaderValue::from_static("/"));
    answer.headers_mut().insert(header::LOCATION, place);
    if let Some(flash) = flash {
        let cookie = format!(
            "{}={}; Path=/; Max-Age=60; SameSite=Lax; HttpOnly",
            Flash::COOKIE,
            flash.code()
        );
        append_cookie(&mut answer, &cookie);
    }
    answer
}

/// A page outside any municipality.
pub fn bare(t: &Texts, title: &str, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(t.language.code()) dir=(direction(t.language)) {
            head { (head(t, title, None)) }
            body {
                header.site { div.in { a.brand href="/" { (t.public.product()) } } }
                main id="main" tabindex="-1" { (body) }
                footer.site { div.in { p { (t.public.footer_about()) } } }
            }
        }
    }
}

/// Which way a language is written.
pub fn direction(language: Language) -> &'static str {
    if language.right_to_left() {
        "rtl"
    } else {
        "ltr"
    }
}

fn head(t: &Texts, title: &str, of: Option<&Visitor>) -> Markup {
    let style = if t.language.right_to_left() {
        "style.rtl.css"
    } else {
        "style.css"
    };
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        title { (title) " – " (t.public.product()) }
        link rel="icon" href=(address("favicon.svg"));
        link rel="stylesheet" href=(address(style));
        @if let Some(v) = of {
            @let colour = v.municipality.primary_colour.trim_start_matches('#');
            link rel="stylesheet" href=(v.at(&format!("/theme/{colour}.css")));
            link rel="manifest" href=(v.at("/app/app.webmanifest"));
            link rel="apple-touch-icon" href=(address("icon-192.png"));
            meta name="theme-color" content=(v.municipality.primary_colour);
        }
        script type="module" src=(address("script.js")) {}
    }
}

fn whole(v: &Visitor, title: &str, about: Option<&About>, body: Markup) -> Markup {
    let head = html! {
        (head(v.t, title, Some(v)))
        @if let Some(about) = about { (about::head(v, title, about)) }
    };
    let membership = v.session().map(|s| s.actor.membership);
    let header = html! {
        a.skip href="#main" { (v.t.public.skip_to_content()) }
        (site_header(v))
    };
    let body = html! {
        @if let Some(flash) = v.flash() { div.flash role="status" { p { (flash.sentence(v.t)) } } }
        (body)
        @if v.may(Act::TellObservation) { (unsent(v)) }
    };
    around(v, head, membership, header, body)
}

/// Everything of a page but what tells who is at it.
fn around(
    v: &Visitor,
    head: Markup,
    membership: Option<Id>,
    header: Markup,
    body: Markup,
) -> Markup {
    let t = v.t;
    html! {
        (DOCTYPE)
        html lang=(t.language.code()) dir=(direction(t.language)) data-town=(v.at("")) data-membership=[membership] {
            head { (head) }
            body {
                (header)
                main id="main" tabindex="-1" { (body) }
                @if membership.is_some() { (site_footer(v)) }
            }
        }
    }
}

/// What the script says of stories that lie on this phone: that they came through, and the
/// question before one signs out.
fn unsent(v: &Visitor) -> Markup {
    let t = v.t;
    html! {
        div.flash data-say-received role="status" hidden { p { (t.offline_received()) } }
        dialog data-unsent aria-labelledby="unsent-title" {
            h2 id="unsent-title" data-count data-begun=(t.offline_unsent_begun()) data-one=(t.offline_unsent_one())
                data-many=(t.offline_unsent_many()) {}
            p { (t.offline_unsent_text()) }
            div.actions {
                button.button type="button" data-send { (t.offline_unsent_send()) }
                button.button.quiet type="button" data-keep { (t.offline_unsent_keep()) }
                button.button.quiet type="button" data-delete { (t.offline_unsent_delete()) }
                button.button.plain type="button" data-cancel { (t.offline_unsent_cancel()) }
            }
        }
    }
}

fn site_header(v: &Visitor) -> Markup {
    let t = v.t;
    let home = if v.session().is_some() {
        v.at("/my-day")
    } else {
        v.at("")
    };
    html! {
        header.site {
            div.in {
                a.brand href=(home) { (t.public.product()) " " small { (v.municipality.name) } }
                nav.main aria-label=(t.public.main_menu()) {
                    @let (few, more) = menu(v);
                    @let here = current(v, few.iter().chain(&more));
                    @for item in &few { (menu_link(here, item)) }
                    @if !more.is_empty() {
                        details.more {
                            summary { (t.public.menu_more()) }
                            ul { @for item in &more { li { (menu_link(here, item)) } } }
                        }
                    }
                }
                @match v.session() {
                    Some(session) => (me(v, session)),
                    None => (languages(v)),
                }
            }
            @if v.municipality.fictive { p.demo-note { (t.public.demo_note()) } }
        }
    }
}

fn menu_link(here: Option<&str>, (address, label): &(String, String)) -> Markup {
    let here = (here == Some(address)).then_some("page");
    html! { a href=(address) aria-current=[here] { (label) } }
}

/// The entry the visitor is under: of several that fit, the narrowest.
fn current<'a>(v: &Visitor, items: impl Iterator<Item = &'a (String, String)>) -> Option<&'a str> {
    let under = |address: &str| {
        let rest = v.path.strip_prefix(address);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    items
        .map(|(address, _)| address.as_str())
        .filter(|address| under(address))
        .max_by_key(|address| address.len())
}

type Menu = Vec<(String, String)>;

/// The few screens a role lives in, and all else one step away.
fn menu(v: &Visitor) -> (Menu, Menu) {
    let t = v.t;
    let Some(session) = v.session() else {
        let offers = (v.at("/offers"), t.public.menu_find_offers());
        let tell = (v.at("/tell"), t.public.menu_tell_us());
        let enter = (v.at("/sign-in"), t.public.sign_in());
        return (vec![offers, tell, enter], vec![]);
    };
    let find = match session.actor.sector {
        Sector::Public => t.menu_find_and_call(),
        Sector::Voluntary => t.public.menu_find_offers(),
    };
    let all = [
        (Act::TellObservation, "/observations/new", t.menu_tell()),
        (Act::TellObservation, "/observations", t.menu_what_became()),
        (Act::SeeOffers, "/offers", find),
        (Act::SeeAnswers, "/answers", t.menu_answers()),
        (Act::ReadInbox, "/inbox", t.menu_inbox()),
        (Act::SeeNeeds, "/needs", t.menu_needs()),
        (Act::KeepOffers, "/offers/checks", t.menu_checks()),
        (Act::KeepOffers, "/upkeep", t.upkeep_title()),
        (Act::FillVacancy, "/vacancies", t.vacancy_title()),
        (Act::SeeInitiatives, "/initiatives", t.menu_initiatives()),
        (Act::SeeMeetings, "/calendar", t.calendar_title()),
        (Act::SeeFrames, "/frames", t.menu_frames()),
        (Act::SeeInitiatives, "/changes", t.ledger_title()),
        (Act::Administer, "/administration", t.menu_administration()),
        (Act::SeeInsight, "/insight", t.insight_title()),
        (Act::SeeMyDay, "/my-day", t.menu_my_day()),
    ];
    let first: &[&str] = match session.actor.role {
        Role::Frontline => &["/observations/new", "/observations", "/offers"],
        Role::Coordinator => &["/inbox", "/needs", "/offers/checks"],
        Role::Leader => &["/my-day", "/answers", "/needs"],
        Role::Facilitator => &["/my-day", "/inbox", "/needs", "/initiatives"],
        Role::Researcher => &["/my-day", "/needs", "/insight"],
        Role::Administrator => &["/my-day", "/administration"],
    };
    let may = all
        .into_iter()
        .filter(|(act, _, _)| session.actor.may(*act).is_ok());
    let (mut few, mut more) = (vec![], vec![]);
    for (_, path, label) in may {
        let place = first.iter().position(|p| *p == path);
        match place {
            Some(place) => few.push((place, (v.at(path), label))),
            None => more.push((v.at(path), label)),
        }
    }
    few.sort_by_key(|(place, _)| *place);
    (few.into_iter().map(|(_, item)| item).collect(), more)
}

fn me(v: &Visitor, session: &Session) -> Markup {
    let t = v.t;
    let others = session
        .choices
        .iter()
        .filter(|c| c.membership != session.actor.membership);
    html! {
        details.me {
            summary { span { (session.name) " " small { "· " (session.organisation) } } }
            div {
                p { b { (session.name) } br; span.muted { (session.organisation) ", " (session.actor.role.name(t)) } }
                @if session.choices.len() > 1 {
                    section {
                        h2 { (t.public.act_as()) }
                        @for choice in others {
                            form method="post" action=(v.at("/membership")) {
                                input type="hidden" name="membership" value=(choice.membership);
                                button { (choice.organisation) ", " (choice.role.name(t)) }
                            }
                        }
                    }
                }
                p { a href=(v.at("/notices")) { (t.notice_title()) } }
                (languages(v))
                form method="post" action=(v.at("/sign-out")) data-draft-clear { button { (t.public.sign_out()) } }
                form method="post" action=(v.at("/sign-out/everywhere")) data-draft-clear {
                    button { (t.public.sign_out_everywhere()) }
                }
            }
        }
    }
}

fn languages(v: &Visitor) -> Markup {
    html! {
        ul.languages role="list" {
            @for language in v.languages {
                @let chosen = (*language == v.language()).then_some("true");
                li {
                    a href=(address_with(v, &[("language", language.code())])) lang=(language.code())
                        hreflang=(language.code()) aria-current=[chosen] { (language.own_name()) }
                }
            }
        }
    }
}

fn site_footer(v: &Visitor) -> Markup {
    let t = v.t;
    html! {
        footer.site {
            div.in {
                p { (t.public.footer_about()) }
                @if v.session().is_some() { (languages(v)) }
                p.small { (t.public.footer_source()) }
            }
        }
    }
}

/// A way back, above the heading.
pub fn back(address: &str, label: &str) -> Markup {
    html! { p.back { a href=(address) { (label) } } }
}
