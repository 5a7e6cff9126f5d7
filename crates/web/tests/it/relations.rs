//! Route times role times relation: what parties, other organisations, facilitators of this area and of
//! another, those who left and those whose organisation left may see and do around an initiative (F5, F6).
use crate::browser::{BASE, Browser, site};
use axum::http::{Method, StatusCode};
use samskab_app::frame::{self, declare_in};
use samskab_app::initiative::{self, ask_to_join, invite, join, start_trial};
use samskab_app::meeting::{self, Of};
use samskab_app::practice_change::agree;
use samskab_app::{area, organisation, person, task};
use samskab_domain::access::{Actor, Role};
use samskab_domain::initiative::{JoinDraft, TrialDraft};
use samskab_domain::kernel::{Id, Language};
use samskab_domain::{
    area as area_rules, frame as frame_rules, meeting as meeting_rules,
    organisation as organisation_rules, practice_change as change_rules, task as task_rules,
};
use samskab_testkit::{Engine, Town};

const DANISH: Language = Language::Danish;

/// How someone stands to the initiative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    /// Works in the organisation that began it.
    Began,
    /// Works in the organisation it was begun with, whose practice changes.
    With,
    /// Works in an organisation that is invited and has not answered.
    Invited,
    /// Works in an organisation that was in it and has left.
    Left,
    /// Works elsewhere.
    Elsewhere,
    /// Is a facilitator of another area.
    OtherArea,
}

use Role::{Administrator, Coordinator, Facilitator, Frontline, Leader, Researcher};
use Stands::{Began, Elsewhere, Invited, Left, OtherArea, With};

/// Someone at the door.
#[derive(Clone, Copy)]
struct Who {
    stands: Stands,
    role: Role,
}

impl Who {
    fn party(self) -> bool {
        matches!(self.stands, Began | With)
    }

    /// Speaks for the organisation: opens, invites, answers.
    fn speaks(self) -> bool {
        matches!(self.role, Coordinator | Leader)
    }

    /// Is neutral in the area.
    fn neutral(self) -> bool {
        self.role == Facilitator && self.stands != OtherArea
    }

    fn works(self) -> bool {
        matches!(self.role, Frontline | Coordinator | Leader)
    }

    /// Writes in the initiative.
    fn writes(self) -> bool {
        self.neutral() || (self.party() && self.works())
    }
}

/// What there is to see and to do something about.
struct Setting {
    initiative: Id,
    place: Id,
    task: Id,
    change: Id,
    limit: Id,
    question: Id,
    invitation: Id,
    asking: Id,
    meeting: Id,
    people: Vec<(Who, Browser)>,
    former: Browser,
}

async fn made(town: &Town, keeper: &Actor, name: &str, sector: &str, form: &str) -> Id {
    let draft = organisation_rules::Draft {
        name: name.into(),
        sector: sector.into(),
        form: form.into(),
        areas: vec![town.area.to_string()],
        ..organisation_rules::Draft::default()
    };
    let made = organisation::create(&town.desk, keeper, &draft).await;
    made.unwrap()
}

/// A small trial, with something of each kind in it.
async fn begun(town: &Town, birthe: &Actor, mona: &Actor) -> (Id, Id, Id, Id, Id) {
    let desk = &town.desk;
    let today = desk.today();
    let trial = TrialDraft {
        what: "En er der, når bilen kommer.".into(),
        with: town.public.to_string(),
        until: today.plus(28).to_string(),
        notice: "Der er lys.".into(),
        area: town.area.to_string(),
        harmless: false,
    };
    let id = start_trial(desk, birthe, None, &trial, DANISH)
        .await
        .unwrap();
    let hand = JoinDraft {
        practitioner: true,
        ..JoinDraft::default()
    };
    join(desk, mona, id, &hand, DANISH).await.unwrap();
    let change = change_rules::Draft {
        what: "Vi ringer dagen før.".into(),
        organisation: town.public.to_string(),
        who: "Planlæggeren".into(),
        from: today.to_string(),
        notice: "Du bliver ringet op.".into(),
        ..change_rules::Draft::default()
    };
    let change = agree(desk, birthe, id, &change, DANISH).await.unwrap();
    let task = task_rules::Draft {
        what: "Stå i døren".into(),
        kind: "supplement".into(),
        ..task_rules::Draft::default()
    };
    let task = task::write(desk, birthe, id, &task, DANISH).await.unwrap();
    let limit = frame_rules::Draft {
        text: "Frivillige har aldrig vagtpligt".into(),
        kind: "value".into(),
        firmness: "fixed".into(),
        changed_by: "board".into(),
        ..frame_rules::Draft::default()
    };
    let limit = declare_in(desk, birthe, id, &limit, DANISH).await.unwrap();
    let meeting = meeting_rules::Draft {
        purpose: "practice".into(),
        title: "Hvem ringer?".into(),
        day: today.plus(7).to_string(),
        place: "Køkkenet".into(),
        ..meeting_rules::Draft::default()
    };
    let of = Of::Initiative(id);
    let meeting = meeting::call(desk, birthe, of, &meeting, DANISH)
        .await
        .unwrap();
    (id, change, task, limit, meeting)
}

async fn waiting(town: &Town, actor: &Actor) -> Id {
    let waiting = initiative::waiting_for(&town.desk, actor, 9).await.unwrap();
    waiting[0].id
}

async fn setting(engine: &Engine) -> Setting {
    let town = Town::new(engine).await;
    let (desk, router) = (&town.desk, site(&town));
    let keeper = town.member(Administrator).await;
    let birthe = town.member(Frontline).await;
    let mona = town.member_of(Frontline, town.public).await;
    let (initiative, change, task, limit, meeting) = begun(&town, &birthe, &mona).await;
    let invited = made(&town, &keeper, "Havneklubben", "voluntary", "informal").await;
    let asks = made(&town, &keeper, "Syklubben", "voluntary", "informal").await;
    let elsewhere = made(&town, &keeper, "Skolen", "public", "institution").await;
    let left = made(&town, &keeper, "Biblioteket", "public", "institution").await;
    let begins = town.member(Leader).await;
    for organisation in [left, invited] {
        invite(desk, &begins, initiative, &organisation.to_string())
            .await
            .unwrap();
    }
    let librarian = town.member_of(Leader, left).await;
    let yes = waiting(&town, &librarian).await;
    initiative::answer_invitation(desk, &librarian, yes, true, DANISH)
        .await
        .unwrap();
    initiative::leave(desk, &librarian, initiative)
        .await
        .unwrap();
    let sewer = town.member_of(Leader, asks).await;
    ask_to_join(desk, &sewer, initiative).await.unwrap();
    let question = frame_rules::challenge::Draft {
        question: "Gælder det også om dagen?".into(),
    };
    let question = frame::challenge(desk, &mona, limit, &question, DANISH)
        .await
        .unwrap();
    let guest = town.member_of(Leader, invited).await;
    let parties = initiative::read(desk, &mona, initiative)
        .await
        .unwrap()
        .parties;
    let hers = parties
        .iter()
        .find(|p| p.membership_id == Some(mona.membership));
    let mut people = Vec::new();
    for (stands, organisation) in [
        (Began, town.voluntary),
        (With, town.public),
        (Invited, invited),
        (Left, left),
        (Elsewhere, elsewhere),
    ] {
        for role in [Frontline, Coordinator, Leader] {
            let (cookie, _) = town.session(role, organisation).await;
            let browser = Browser::new(&router, &town, Some(cookie));
            people.push((Who { stands, role }, browser));
        }
    }
    for role in [Facilitator, Researcher, Administrator] {
        let (cookie, _) = town.session(role, elsewhere).await;
        let stands = Elsewhere;
        people.push((
            Who { stands, role },
            Browser::new(&router, &town, Some(cookie)),
        ));
    }
    people.push((
        Who {
            stands: OtherArea,
            role: Facilitator,
        },
        of_another_area(&town, &keeper, elsewhere, &router).await,
    ));
    let (cookie, session) = town.session(Leader, town.public).await;
    person::leave(desk, &session.actor, session.actor.person)
        .await
        .unwrap();
    Setting {
        place: hers.unwrap().id,
        invitation: waiting(&town, &guest).await,
        asking: waiting(&town, &begins).await,
        former: Browser::new(&router, &town, Some(cookie)),
        initiative,
        task,
        change,
        limit,
        question,
        meeting,
        people,
    }
}

/// A facilitator whose membership is for another area alone.
async fn of_another_area(
    town: &Town,
    keeper: &Actor,
    organisation: Id,
    router: &axum::Router,
) -> Browser {
    let draft = area_rules::Draft {
        name: "Flygtninge".into(),
        ..area_rules::Draft::default()
    };
    let other = area::create(&town.desk, keeper, &draft).await.unwrap();
    let (cookie, _) = town
        .session_in(Facilitator, organisation, &[other.to_string()])
        .await;
    Browser::new(router, town, Some(cookie))
}

/// An address, how it is asked, and who may.
type Row = (Method, String, &'static str, fn(Who) -> bool);

fn rows(here: &Setting) -> Vec<Row> {
    let at = |path: &str| format!("/initiatives/{}{path}", here.initiative);
    let get = |path: String, who: fn(Who) -> bool| -> Row { (Method::GET, path, "", who) };
    let post = |path: String, who: fn(Who) -> bool| -> Row { (Method::POST, path, "", who) };
    let all: fn(Who) -> bool = |_| true;
    let writes: fn(Who) -> bool = Who::writes;
    let parties: fn(Who) -> bool = |w| w.party() && w.works();
    let keeps_limit: fn(Who) -> bool = |w| w.stands == Began && w.works();
    let sees_meeting: fn(Who) -> bool = Who::writes;
    let leads: fn(Who) -> bool = |w| w.neutral() || (w.party() && w.speaks());
    let working: fn(Who) -> bool = |w| w.works() || w.role == Facilitator;
    let opens: fn(Who) -> bool = |w| w.speaks() || w.role == Facilitator;
    let (task, change, limit) = (here.task, here.change, here.limit);
    let meeting = |path: &str| format!("/meetings/{}{path}", here.meeting);
    vec![
        get(at(""), all),
        get(at("/people"), all),
        get(at("/tasks"), all),
        get(at("/understanding"), all),
        get(at("/frames"), all),
        get("/initiatives".into(), all),
        get("/initiatives/endings".into(), all),
        get("/changes".into(), all),
        get(format!("/changes/{change}/outcome"), all),
        get(format!("/frames/{limit}"), all),
        get(at("/place"), writes),
        post(at("/place"), writes),
        get(at("/need"), writes),
        post(at("/need"), writes),
        get(at("/changes"), writes),
        post(at("/changes"), writes),
        post(at("/notes"), writes),
        post(at("/pause"), writes),
        post(at("/end"), writes),
        post(at("/invite"), writes),
        post(at("/tasks"), writes),
        post(at("/frames/kept"), writes),
        post(at("/join"), parties),
        post(at("/understanding"), parties),
        post(at("/understanding/say"), parties),
        get(at("/frames/new"), parties),
        post(at("/frames"), parties),
        post(at("/ask"), opens),
        post(format!("/tasks/{task}"), writes),
        post(format!("/tasks/{task}/invite"), writes),
        (
            Method::POST,
            format!("/tasks/{task}/duty"),
            "duty=no",
            writes,
        ),
        post(format!("/tasks/{task}/decline"), parties),
        post(format!("/tasks/{task}/give-back"), parties),
        post(format!("/tasks/{task}/done"), parties),
        post(format!("/changes/{change}/outcome"), writes),
        post(format!("/changes/{change}/wish"), |w| {
            w.stands == With && w.works()
        }),
        get(format!("/frames/{limit}/edit"), keeps_limit),
        post(format!("/frames/{limit}/lift"), keeps_limit),
        post(format!("/frames/{limit}/challenges"), working),
        post(format!("/challenges/{}", here.question), keeps_limit),
        post(format!("/parties/{}/succeed", here.place), |w| {
            w.neutral() || (w.stands == With && w.speaks())
        }),
        get(meeting(""), sees_meeting),
        post(meeting("/agenda"), sees_meeting),
        post(meeting("/lines"), sees_meeting),
        get(meeting("/change"), leads),
        get(meeting("/close"), leads),
        post(meeting("/close"), leads),
        post(meeting("/invitations"), leads),
        get(
            format!("/meetings/new?initiative={}", here.initiative),
            writes,
        ),
    ]
}

async fn asked(browser: &Browser, row: &Row) -> StatusCode {
    let (method, path, body, _) = row;
    let path = format!("/provestad{path}");
    let answer = browser
        .send(method.clone(), &path, (*body).to_owned(), Some(BASE))
        .await;
    let signs_in = answer.location().is_some_and(|l| l.contains("/sign-in"));
    match signs_in {
        true => StatusCode::UNAUTHORIZED,
        false => answer.status,
    }
}

fn refused(status: StatusCode) -> bool {
    matches!(status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND)
}

#[tokio::test]
async fn each_relation_sees_and_does_what_is_its_own_and_no_more() {
    let engine = Engine::sqlite().await;
    let here = setting(&engine).await;
    let mut wrong = Vec::new();
    let mut walked = 0;
    for row in rows(&here) {
        for (who, browser) in &here.people {
            let status = asked(browser, &row).await;
            let may = (row.3)(*who);
            if refused(status) == may || status.is_server_error() {
                let (method, path) = (&row.0, &row.1);
                wrong.push(format!(
                    "{method} {path} as {:?} {:?}: {status}, expected {may}",
                    who.stands, who.role
                ));
            }
            walked += 1;
        }
        let status = asked(&here.former, &row).await;
        if status != StatusCode::UNAUTHORIZED {
            wrong.push(format!("{} {} as someone who left: {status}", row.0, row.1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(walked > 800, "only {walked} were walked");
}

/// What changes who stands where is tried by all who may not, then by one who may.
#[tokio::test]
async fn answering_calling_off_resting_and_leaving_are_for_those_it_is_up_to() {
    let engine = Engine::sqlite().await;
    let here = setting(&engine).await;
    let parties: fn(Who) -> bool = |w| w.party() && w.works();
    let steps: Vec<Row> = [
        (
            format!("/invitations/{}/decline", here.invitation),
            (|w| w.stands == Invited && w.speaks()) as fn(Who) -> bool,
        ),
        (
            format!("/invitations/{}/accept", here.asking),
            (|w| w.neutral() || (w.party() && w.speaks())) as fn(Who) -> bool,
        ),
        (format!("/tasks/{}/accept", here.task), parties),
        (
            format!("/meetings/{}/cancel", here.meeting),
            (|w| w.neutral() || (w.party() && w.speaks())) as fn(Who) -> bool,
        ),
        (
            format!("/initiatives/{}/leave", here.initiative),
            (|w| w.party() && w.speaks()) as fn(Who) -> bool,
        ),
    ]
    .into_iter()
    .map(|(path, may)| (Method::POST, path, "", may))
    .collect();
    for row in &steps {
        let (may, may_not): (Vec<_>, Vec<_>) =
            here.people.iter().partition(|(who, _)| (row.3)(*who));
        for (who, browser) in may_not {
            let status = asked(browser, row).await;
            let what = format!("{} as {:?} {:?}: {status}", row.1, who.stands, who.role);
            assert!(refused(status), "{what}");
        }
        let status = asked(&here.former, row).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{}", row.1);
        let (first, second) = (&may[0].1, &may[1].1);
        assert_eq!(asked(first, row).await, StatusCode::SEE_OTHER, "{}", row.1);
        let again = asked(second, row).await;
        assert!(
            [StatusCode::GONE, StatusCode::FORBIDDEN].contains(&again),
            "{} again: {again}",
            row.1
        );
    }
}
