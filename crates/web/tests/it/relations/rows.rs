//! Every address of these rooms, and who may come there. What may be asked again and again stands in [`rows`], what
//! changes who stands where in [`steps`].
use super::Role::{Coordinator, Facilitator, Leader};
use super::Stands::{Began, Invited, OtherArea, With};
use super::{Setting, Who};
use axum::http::Method;
use samskab_domain::kernel::Id;

/// An address, how it is asked, with what, and who may.
pub struct Row {
    pub method: Method,
    pub path: String,
    pub form: String,
    pub may: fn(Who) -> bool,
}

impl Row {
    /// The address as the program has it.
    pub fn template(&self) -> (Method, String) {
        let path = self.path.split('?').next().unwrap_or_default();
        let parts = path.split('/').map(|part| match part.parse::<Id>() {
            Ok(_) => "{id}",
            Err(_) => part,
        });
        let path: Vec<&str> = parts.collect();
        (self.method.clone(), format!("/{{m}}{}", path.join("/")))
    }
}

fn get(path: impl Into<String>, may: fn(Who) -> bool) -> Row {
    Row {
        method: Method::GET,
        path: path.into(),
        form: String::new(),
        may,
    }
}

fn post(path: impl Into<String>, may: fn(Who) -> bool) -> Row {
    with(path, "", may)
}

fn with(path: impl Into<String>, form: impl Into<String>, may: fn(Who) -> bool) -> Row {
    Row {
        method: Method::POST,
        path: path.into(),
        form: form.into(),
        may,
    }
}

fn all(_: Who) -> bool {
    true
}

/// Hers alone who is asked, or who wrote it; none of those at the door is.
fn nobody_here(_: Who) -> bool {
    false
}

fn parties(w: Who) -> bool {
    w.party() && w.works()
}

/// Works with it, wherever she is.
fn working(w: Who) -> bool {
    w.works() || w.role == Facilitator
}

/// Opens initiatives, and says what her organisation keeps to.
fn opens(w: Who) -> bool {
    w.speaks() || w.role == Facilitator
}

fn leads(w: Who) -> bool {
    w.neutral() || (w.party() && w.speaks())
}

fn keeps_limit(w: Who) -> bool {
    w.stands == Began && w.works()
}

/// The seminar is of the area: those who work in it are invited, its facilitators see it.
fn in_the_area(w: Who) -> bool {
    w.works() || w.neutral()
}

pub fn rows(here: &Setting) -> Vec<Row> {
    let mut rows = of_the_initiative(here);
    rows.extend(of_its_work(here));
    rows.extend(of_frames(here));
    rows.extend(of_meetings(here));
    rows.extend(of_the_seminar(here));
    rows
}

fn of_the_initiative(here: &Setting) -> Vec<Row> {
    let at = |path: &str| format!("/initiatives/{}{path}", here.initiative);
    let writes = Who::writes;
    vec![
        get("/initiatives", all),
        get("/initiatives/endings", all),
        get("/initiatives/new", opens),
        post("/initiatives", opens),
        get("/trials/new", working),
        post("/trials", working),
        get(at(""), all),
        get(at("/people"), all),
        get(at("/understanding"), all),
        get(at("/story"), all),
        get(at("/story.pdf"), all),
        get(at("/place"), writes),
        post(at("/place"), writes),
        get(at("/need"), writes),
        post(at("/need"), writes),
        post(at("/notes"), writes),
        post(at("/pause"), writes),
        post(at("/resume"), writes),
        post(at("/end"), writes),
        post(at("/invite"), writes),
        post(at("/join"), parties),
        post(at("/understanding"), parties),
        post(at("/understanding/say"), parties),
        post(at("/ask"), opens),
        post(format!("/parties/{}/succeed", here.place), |w| {
            w.neutral() || (w.stands == With && w.speaks())
        }),
    ]
}

fn of_its_work(here: &Setting) -> Vec<Row> {
    let at = |path: &str| format!("/initiatives/{}{path}", here.initiative);
    let task = |path: &str| format!("/tasks/{}{path}", here.task);
    let change = |path: &str| format!("/changes/{}{path}", here.change);
    let writes = Who::writes;
    vec![
        get(at("/tasks"), all),
        post(at("/tasks"), writes),
        // Those who only read find it among the others.
        get(task(""), working),
        post(task(""), writes),
        post(task("/invite"), writes),
        with(task("/duty"), "duty=no", writes),
        post(task("/decline"), parties),
        post(task("/give-back"), parties),
        post(task("/done"), parties),
        get(at("/changes"), writes),
        post(at("/changes"), writes),
        get("/changes", all),
        get(change("/outcome"), all),
        post(change("/outcome"), writes),
        post(change("/wish"), |w| w.stands == With && w.works()),
    ]
}

fn of_frames(here: &Setting) -> Vec<Row> {
    let at = |path: &str| format!("/initiatives/{}/frames{path}", here.initiative);
    let limit = |path: &str| format!("/frames/{}{path}", here.limit);
    let question = format!("/challenges/{}", here.question);
    let handed = format!("/handovers/{}", here.handover);
    vec![
        get("/frames", all),
        get("/frames/new", opens),
        post("/frames", opens),
        get(limit(""), all),
        get(limit("/edit"), keeps_limit),
        post(limit("/edit"), keeps_limit),
        post(limit("/lift"), keeps_limit),
        post(limit("/challenges"), working),
        post(limit("/seen"), all),
        get(question.clone(), keeps_limit),
        post(question, keeps_limit),
        get(at(""), all),
        get(at("/new"), parties),
        post(at(""), parties),
        post(at("/kept"), Who::writes),
        get("/handovers", all),
        get("/handovers/new", opens),
        post("/handovers", opens),
        get(handed.clone(), all),
        post(format!("{handed}/outcome"), |w| {
            w.role == Facilitator || (w.stands == Began && w.speaks())
        }),
    ]
}

fn of_meetings(here: &Setting) -> Vec<Row> {
    let meeting = |path: &str| format!("/meetings/{}{path}", here.meeting);
    let of = format!("initiative={}", here.initiative);
    let writes = Who::writes;
    vec![
        get(format!("/meetings/new?{of}"), writes),
        with("/meetings", of.clone(), writes),
        with("/meetings", format!("area={}", here.area), |w| {
            opens(w) && w.stands != OtherArea
        }),
        get(meeting(""), writes),
        get(meeting("/change"), leads),
        post(meeting("/change"), leads),
        get(meeting("/close"), leads),
        post(meeting("/close"), leads),
        post(meeting("/invitations"), leads),
        post(meeting("/agenda"), writes),
        post(meeting("/lines"), writes),
        with(meeting("/voice"), "said=yes", writes),
        with(meeting("/coming"), "coming=yes", nobody_here),
        with(
            meeting("/lines/back"),
            format!("line={}", here.line),
            nobody_here,
        ),
        get("/calendar", working),
        with("/calendar/feeds", of, working),
        with("/calendar/feeds", "mine=yes", working),
    ]
}

fn of_the_seminar(here: &Setting) -> Vec<Row> {
    let seminar = |path: &str| format!("/meetings/{}/seminar{path}", here.seminar);
    let paper = format!("/seminar-papers/{}", here.paper);
    vec![
        get(seminar(""), in_the_area),
        post(seminar("/notes"), in_the_area),
        post(seminar("/papers"), in_the_area),
        get(paper.clone(), nobody_here),
        get(format!("{paper}/pdf"), nobody_here),
    ]
}

/// What changes who stands where, or is there no more afterwards: it goes well once.
pub fn steps(here: &Setting) -> Vec<Row> {
    let meeting = |path: &str| format!("/meetings/{}{path}", here.meeting);
    vec![
        post(format!("/invitations/{}/decline", here.invitation), |w| {
            w.stands == Invited && w.speaks()
        }),
        post(format!("/invitations/{}/accept", here.asking), leads),
        post(format!("/tasks/{}/accept", here.task), parties),
        with(meeting("/agenda/off"), format!("item={}", here.item), leads),
        post(meeting("/cancel"), leads),
        post(format!("/initiatives/{}/leave", here.initiative), |w| {
            w.party() && matches!(w.role, Coordinator | Leader)
        }),
    ]
}

/// What is not walked here, and why.
pub const ELSEWHERE: [(&str, &str); 2] = [
    (
        "/{m}/meetings/from-mail/{token}",
        "opened by who has the link, whoever she is",
    ),
    (
        "/{m}/calendar/{token}/{file}",
        "opened by who has the address",
    ),
];

/// The rooms whose every address is walked.
pub const ROOMS: [&str; 12] = [
    "frames",
    "challenges",
    "handovers",
    "initiatives",
    "trials",
    "invitations",
    "parties",
    "tasks",
    "changes",
    "meetings",
    "seminar-papers",
    "calendar",
];
