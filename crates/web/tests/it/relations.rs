//! Route times role times relation: what parties, other organisations, facilitators of this area and of
//! another, those who left and those whose organisation left may see and do around an initiative (F5, F6).
mod rows;

use crate::browser::{BASE, Browser, site};
use axum::http::StatusCode;
use rows::{Row, rows, steps};
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
    /// Something on the agenda of the meeting, and a line of its minutes that none of the people wrote.
    item: Id,
    line: Id,
    area: Id,
    handover: Id,
    seminar: Id,
    /// Asked for by none of the people.
    paper: Id,
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
        harmless: false,
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
    let handover = handed_over(&town, &begins).await;
    let (seminar, paper) = seminar(&town).await;
    let (item, line) = written(&town, &birthe, meeting).await;
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
        item,
        line,
        area: town.area,
        handover,
        seminar,
        paper,
        people,
    }
}

/// Something on the agenda, and a line of the minutes.
async fn written(town: &Town, writer: &Actor, meeting: Id) -> (Id, Id) {
    let desk = &town.desk;
    let put = meeting::Put {
        own: "Hvem har nøglen?".into(),
        ..meeting::Put::default()
    };
    meeting::put(desk, writer, meeting, &put, DANISH)
        .await
        .unwrap();
    let line = meeting::LineDraft {
        body: "Vi har kun én nøgle.".into(),
        ..meeting::LineDraft::default()
    };
    let line = meeting::write(desk, writer, meeting, &line, DANISH)
        .await
        .unwrap();
    let read = meeting::read(desk, writer, meeting).await.unwrap();
    (read.agenda[0].id, line)
}

async fn handed_over(town: &Town, leader: &Actor) -> Id {
    let draft = frame_rules::handover::Draft {
        area: town.area.to_string(),
        recipient: "Udvalget for ældre".into(),
        text: "Kan huset holde åbent om lørdagen?".into(),
        sent: town.desk.today().to_string(),
        ..frame_rules::handover::Draft::default()
    };
    frame::hand_over(&town.desk, leader, &draft, DANISH)
        .await
        .unwrap()
}

/// A seminar of the area, to which all who work there by now are invited, and its pack on paper.
async fn seminar(town: &Town) -> (Id, Id) {
    let desk = &town.desk;
    let facilitator = town.member_of(Facilitator, town.public).await;
    let draft = meeting_rules::Draft {
        purpose: "knowledge".into(),
        title: "En dag om at være ældre".into(),
        day: desk.today().plus(30).to_string(),
        place: "Biblioteket".into(),
        seminar: true,
        ..meeting_rules::Draft::default()
    };
    let seminar = meeting::call(desk, &facilitator, Of::Area(town.area), &draft, DANISH)
        .await
        .unwrap();
    let paper = meeting::seminar::order(desk, &facilitator, seminar, DANISH)
        .await
        .unwrap();
    (seminar, paper)
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

async fn asked(browser: &Browser, row: &Row) -> StatusCode {
    let path = format!("/provestad{}", row.path);
    let answer = browser
        .send(row.method.clone(), &path, row.form.clone(), Some(BASE))
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
    for row in rows(&here) {
        for (who, browser) in &here.people {
            let status = asked(browser, &row).await;
            let may = (row.may)(*who);
            if refused(status) == may || status.is_server_error() {
                let (method, path) = (&row.method, &row.path);
                wrong.push(format!(
                    "{method} {path} as {:?} {:?}: {status}, expected {may}",
                    who.stands, who.role
                ));
            }
        }
        let status = asked(&here.former, &row).await;
        if status != StatusCode::UNAUTHORIZED {
            let (method, path) = (&row.method, &row.path);
            wrong.push(format!("{method} {path} as someone who left: {status}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What changes who stands where is tried by all who may not, then by one who may.
#[tokio::test]
async fn answering_calling_off_resting_and_leaving_are_for_those_it_is_up_to() {
    let engine = Engine::sqlite().await;
    let here = setting(&engine).await;
    for row in &steps(&here) {
        let (may, may_not): (Vec<_>, Vec<_>) =
            here.people.iter().partition(|(who, _)| (row.may)(*who));
        for (who, browser) in may_not {
            let status = asked(browser, row).await;
            let what = format!("{} as {:?} {:?}: {status}", row.path, who.stands, who.role);
            assert!(refused(status), "{what}");
        }
        let status = asked(&here.former, row).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{}", row.path);
        let (first, second) = (&may[0].1, &may[1].1);
        let status = asked(first, row).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{}", row.path);
        let again = asked(second, row).await;
        let over = again == StatusCode::GONE || refused(again);
        assert!(over, "{} again: {again}", row.path);
    }
}

#[tokio::test]
async fn no_address_of_these_rooms_is_left_out() {
    let engine = Engine::sqlite().await;
    let here = setting(&engine).await;
    let walked: Vec<_> = rows(&here)
        .iter()
        .chain(&steps(&here))
        .map(Row::template)
        .collect();
    let left_out: Vec<String> = samskab_web::routes()
        .into_iter()
        .filter(|route| {
            let room = route.path.split('/').nth(2).unwrap_or_default();
            let known = (route.method.clone(), route.path.to_owned());
            rows::ROOMS.contains(&room)
                && !walked.contains(&known)
                && !rows::ELSEWHERE.iter().any(|(path, _)| *path == route.path)
        })
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    assert!(left_out.is_empty(), "{}", left_out.join("\n"));
}
