//! Eighteen months of one area with four initiatives: one that succeeds, one that comes to nothing, one that
//! meets and meets, and a small trial in the practice lane. Every figure on the pages is counted by hand here.
mod counted;

use crate::browser::{Browser, site};
use samskab_app::initiative::{self, EndDraft, JoinDraft, NoteDraft, Origin};
use samskab_app::meeting::{self, ClosingDraft, Of};
use samskab_app::{answer, frame, need, observation, practice_change, task};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::{Draft as Given, RaiseDraft};
use samskab_domain::frame as frame_rules;
use samskab_domain::initiative::placing::PlaceDraft;
use samskab_domain::initiative::{Draft as Opening, TrialDraft};
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::meeting::Draft as Calling;
use samskab_domain::practice_change::{Draft as Change, OutcomeDraft, WishDraft};
use samskab_domain::{need as need_rules, observation as telling, task as task_rules};
use samskab_testkit::{Engine, Town};

const DANISH: Language = Language::Danish;

struct Story {
    town: Town,
    birthe: Actor,
    knud: Actor,
    chair: Actor,
    inga: Actor,
    mona: Actor,
    karin: Actor,
}

/// The four, and what the pages are about.
struct Became {
    success: Id,
    failure: Id,
    in_a_loop: Id,
    lane: Id,
    practice_meeting: Id,
    social_meeting: Id,
}

impl Story {
    async fn new(engine: &Engine) -> Self {
        let town = Town::new(engine).await;
        Self {
            birthe: town.member(Role::Frontline).await,
            knud: town.member(Role::Frontline).await,
            chair: town.member(Role::Leader).await,
            inga: town.member(Role::Coordinator).await,
            mona: town.member_of(Role::Frontline, town.public).await,
            karin: town.member_of(Role::Leader, town.public).await,
            town,
        }
    }

    fn days(&self, days: i64) {
        self.town.clock.advance(days * Moment::DAY);
    }

    async fn tell(&self, teller: &Actor) -> Id {
        self.town.clock.advance(Moment::SECOND);
        let draft = telling::Draft {
            story: "Køleskabet var tomt, da hun kom hjem.".into(),
            source: "saw".into(),
            topic_group: "illness_and_home".into(),
            area: self.town.area.to_string(),
            ..telling::Draft::default()
        };
        let told = observation::Told {
            draft: &draft,
            language: DANISH,
            submission: None,
            membership: None,
        };
        let told = observation::record(&self.town.desk, teller, told).await;
        told.unwrap().id
    }

    /// A need that the municipality is asked about; the answer that waits.
    async fn need(&self, title: &str, stories: &[Id]) -> Id {
        self.town.clock.advance(Moment::SECOND);
        let desk = &self.town.desk;
        let draft = need_rules::Draft {
            title: title.into(),
            statement: "Ældre kommer hjem til et hus uden mad.".into(),
            area: self.town.area.to_string(),
            topic_group: "illness_and_home".into(),
            observations: stories.iter().map(Id::to_string).collect(),
            ..need_rules::Draft::default()
        };
        let written = need::write(desk, &self.inga, &draft, DANISH).await.unwrap();
        let asked = RaiseDraft {
            organisations: vec![self.town.public.to_string()],
            due: String::new(),
        };
        let answers = need::raise(desk, &self.inga, written, &asked)
            .await
            .unwrap();
        answers[0]
    }

    async fn answer(&self, answer: Id, kind: &str, limits: &[Id]) {
        let given = Given {
            kind: kind.into(),
            reason: "Vi får først besked, når hun er hjemme.".into(),
            meaning: "Hun bliver ringet op dagen før.".into(),
            mandate: "Leder af hjemmeplejen".into(),
            frame_items: limits.iter().map(Id::to_string).collect(),
            ..Given::default()
        };
        answer::give(&self.town.desk, &self.karin, answer, &given, DANISH)
            .await
            .unwrap();
    }

    async fn open(&self, opener: &Actor, title: &str, with: Id, answer: Option<Id>) -> Id {
        let draft = Opening {
            title: title.into(),
            problem: "Ældre kommer hjem til et tomt hus.".into(),
            area: self.town.area.to_string(),
            parties: vec![with.to_string()],
            aim: "At ingen sidder alene.".into(),
            ..Opening::default()
        };
        let (desk, origin) = (&self.town.desk, Origin { need: None, answer });
        let id = initiative::open(desk, opener, &origin, &draft, DANISH)
            .await
            .unwrap();
        let invited = match opener.organisation == self.karin.organisation {
            true => &self.chair,
            false => &self.karin,
        };
        let waits = initiative::waiting_for(desk, invited, 9).await.unwrap();
        let asked = waits
            .iter()
            .find(|asked| asked.initiative_id == id)
            .unwrap();
        initiative::answer_invitation(desk, invited, asked.id, true, DANISH)
            .await
            .unwrap();
        id
    }

    async fn join(&self, who: &Actor, initiative: Id) {
        let hand = JoinDraft {
            practitioner: true,
            ..JoinDraft::default()
        };
        initiative::join(&self.town.desk, who, initiative, &hand, DANISH)
            .await
            .unwrap();
    }

    async fn agree(&self, by: &Actor, initiative: Id, whose: Id, at: Option<Id>) -> Id {
        let change = Change {
            what: "Vi ringer dagen før.".into(),
            organisation: whose.to_string(),
            who: "Planlæggeren".into(),
            from: self.town.desk.today().to_string(),
            notice: "Du bliver ringet op.".into(),
            meeting: at.map(|m| m.to_string()).unwrap_or_default(),
            follow_up: String::new(),
            harmless: false,
        };
        practice_change::agree(&self.town.desk, by, initiative, &change, DANISH)
            .await
            .unwrap()
    }

    async fn came_of_it(&self, by: &Actor, change: Id, outcome: &str, wishes: &[(&Actor, &str)]) {
        let desk = &self.town.desk;
        let said = OutcomeDraft {
            outcome: outcome.into(),
            note: "Sådan gik det.".into(),
            ..OutcomeDraft::default()
        };
        practice_change::follow_up(desk, by, change, &said)
            .await
            .unwrap();
        for (who, wanted) in wishes {
            let wish = WishDraft {
                wanted: (*wanted).into(),
            };
            practice_change::say_wish(desk, who, change, &wish)
                .await
                .unwrap();
        }
    }

    /// A meeting held today, all day.
    async fn call(&self, by: &Actor, of: Of, purpose: &str) -> Id {
        let draft = Calling {
            purpose: purpose.into(),
            title: "Hvem ringer dagen før?".into(),
            day: self.town.desk.today().to_string(),
            place: "Køkkenet på Kilden".into(),
            ..Calling::default()
        };
        meeting::call(&self.town.desk, by, of, &draft, DANISH)
            .await
            .unwrap()
    }

    async fn close(&self, by: &Actor, meeting: Id, there: [&str; 4]) {
        let closing = ClosingDraft {
            none: true,
            there: there.map(str::to_owned),
            ..ClosingDraft::default()
        };
        meeting::close(&self.town.desk, by, meeting, &closing)
            .await
            .unwrap();
    }

    async fn browser(&self, role: Role, organisation: Id) -> Browser {
        let (cookie, _) = self.town.session(role, organisation).await;
        Browser::new(&site(&self.town), &self.town, Some(cookie))
    }
}

/// The eighteen months.
async fn told(s: &Story) -> Became {
    let (desk, public, voluntary) = (&s.town.desk, s.town.public, s.town.voluntary);
    let stories = [
        s.tell(&s.birthe).await,
        s.tell(&s.knud).await,
        s.tell(&s.birthe).await,
        s.tell(&s.birthe).await,
        s.tell(&s.knud).await,
    ];
    let first = s.need("Hjem til et tomt hus", &stories[..2]).await;
    let second = s.need("Ingen følger med", &stories[2..3]).await;
    let third = s.need("Ingen nøgle om søndagen", &stories[3..4]).await;
    s.need("Ingen svarer i telefonen", &stories[4..]).await;

    s.days(10);
    let limit = frame_rules::Draft {
        area: s.town.area.to_string(),
        text: "Huset er låst om søndagen".into(),
        kind: "resource".into(),
        firmness: "fixed".into(),
        changed_by: "department".into(),
        ..frame_rules::Draft::default()
    };
    let limit = frame::declare(desk, &s.karin, &limit, DANISH)
        .await
        .unwrap();
    s.answer(first, "together", &[]).await;
    s.answer(second, "together", &[]).await;
    s.answer(third, "cannot", &[limit]).await;

    s.days(2);
    let success = s
        .open(&s.karin, "Nogen i døren", voluntary, Some(first))
        .await;
    let failure = s
        .open(&s.karin, "Seks guider", voluntary, Some(second))
        .await;
    let in_a_loop = s.open(&s.chair, "Hvem ringer man til", public, None).await;
    let trial = TrialDraft {
        what: "En svarer i telefonen fra klokken tolv.".into(),
        with: public.to_string(),
        until: desk.today().plus(28).to_string(),
        notice: "Der er et menneske.".into(),
        ..TrialDraft::default()
    };
    let lane = initiative::start_trial(desk, &s.knud, Some(stories[4]), &trial, DANISH)
        .await
        .unwrap();
    for (who, what) in [(&s.mona, success), (&s.birthe, success), (&s.mona, lane)] {
        s.join(who, what).await;
    }
    let grant = PlaceDraft {
        relation: "grant".into(),
        ..PlaceDraft::default()
    };
    initiative::place(desk, &s.chair, in_a_loop, &grant)
        .await
        .unwrap();
    let in_the_door = task_rules::Draft {
        what: "Stå i døren".into(),
        kind: "supplement".into(),
        ..task_rules::Draft::default()
    };
    let in_the_door = task::write(desk, &s.karin, success, &in_the_door, DANISH)
        .await
        .unwrap();
    task::accept(desk, &s.birthe, in_the_door).await.unwrap();

    s.days(8);
    let practice_meeting = s.call(&s.karin, Of::Initiative(success), "practice").await;
    let rings = s
        .agree(&s.karin, success, public, Some(practice_meeting))
        .await;
    s.close(&s.karin, practice_meeting, ["1", "1", "1", ""])
        .await;
    let chain = s.agree(&s.birthe, success, voluntary, None).await;
    let guides = s.agree(&s.chair, failure, voluntary, None).await;
    let phone = s.agree(&s.knud, lane, public, None).await;

    s.days(10);
    let social_meeting = s.call(&s.karin, Of::Initiative(success), "relations").await;
    s.close(&s.karin, social_meeting, ["4", "4", "4", "4"])
        .await;

    s.days(30);
    s.came_of_it(
        &s.karin,
        rings,
        "done",
        &[(&s.karin, "yes"), (&s.mona, "yes")],
    )
    .await;
    s.came_of_it(
        &s.birthe,
        chain,
        "differently",
        &[(&s.birthe, "partly"), (&s.chair, "yes")],
    )
    .await;
    s.came_of_it(&s.chair, guides, "not_done", &[(&s.birthe, "no")])
        .await;
    s.came_of_it(&s.mona, phone, "done", &[]).await;
    answer::done(desk, &s.karin, first).await.unwrap();
    let told = NoteDraft {
        kind: "note".into(),
        body: "Fjorten opkald på fire uger.".into(),
        harmless: false,
    };
    initiative::note(desk, &s.knud, lane, &told, DANISH)
        .await
        .unwrap();

    for _ in 0..4 {
        s.days(30);
        let meeting = s
            .call(&s.chair, Of::Initiative(in_a_loop), "practice")
            .await;
        s.close(&s.chair, meeting, ["", "2", "", "2"]).await;
    }
    s.days(20);
    let over = EndDraft {
        learnt: "Vi kendte hverken familierne eller klubberne.".into(),
        ended_as: "nothing".into(),
        conditions: vec!["stability".into(), "settings".into()],
        ..EndDraft::default()
    };
    initiative::end(desk, &s.chair, failure, &over)
        .await
        .unwrap();
    s.days(100);
    let late = frame_rules::Draft {
        area: s.town.area.to_string(),
        text: "Alarmen går klokken tre".into(),
        kind: "standard".into(),
        firmness: "negotiable".into(),
        changed_by: "department".into(),
        found_late: true,
        late_why: "Den gik, da vi dækkede bord.".into(),
        ..frame_rules::Draft::default()
    };
    frame::declare(desk, &s.karin, &late, DANISH).await.unwrap();
    let none = s.call(&s.karin, Of::Initiative(success), "practice").await;
    s.close(&s.karin, none, ["1", "", "1", ""]).await;
    s.days(240);
    Became {
        success,
        failure,
        in_a_loop,
        lane,
        practice_meeting,
        social_meeting,
    }
}
