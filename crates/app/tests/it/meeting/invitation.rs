//! Invitations by mail, with what calendar programs take up and answer.
use super::{DANISH, Trial, begun, called};
use async_trait::async_trait;
use samskab_app::mail::{Letter, Post};
use samskab_app::meeting::{self, Of};
use samskab_app::token::Secret;
use samskab_app::{Refusal, calendar, initiative, job, mail, person};
use samskab_domain::access::Role;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Id, Moment};
use samskab_domain::meeting::voice::Said;
use samskab_domain::meeting::{Coming, Draft, State};
use samskab_testkit::on_every_engine;
use std::sync::Mutex;

const BASE: &str = "https://samskab.example";

/// Keeps what it is given.
#[derive(Default)]
struct Letterbox(Mutex<Vec<Letter>>);

#[async_trait]
impl Post for Letterbox {
    fn address(&self) -> String {
        "svar@samskab.example".into()
    }

    async fn carry(&self, letter: Letter) -> Result<(), String> {
        self.0.lock().unwrap().push(letter);
        Ok(())
    }
}

/// Sends all that waits, and gives the letters about meetings to `to`.
async fn letters(trial: &Trial, to: Id) -> Vec<Letter> {
    let post = Letterbox::default();
    let (desk, m) = (&trial.town.desk, trial.town.municipality);
    while let Some(job) = job::claim(desk).await.unwrap() {
        if let Some(id) = job.payload["mail"].as_str() {
            mail::send(desk, &post, BASE, m, id.parse().unwrap())
                .await
                .unwrap();
        }
        job::finish(desk, &job).await.unwrap();
    }
    let number = if to == trial.birthe.person { 0 } else { 1 };
    let address = format!("proeve{number}@provestad.example");
    let all = post.0.into_inner().unwrap().into_iter();
    all.filter(|l| l.calendar.is_some() && l.to_address == address)
        .collect()
}

fn ics(letter: &Letter) -> String {
    letter.calendar.as_ref().unwrap().text.replace("\r\n ", "")
}

fn link(letter: &Letter) -> Secret {
    let at = letter.text.find("/meetings/from-mail/").expect("a link");
    let link = letter.text[at..].split_whitespace().next().unwrap();
    Secret::from_outside(link.rsplit('/').next().unwrap())
}

#[tokio::test]
async fn a_mail_says_title_time_and_place_and_nothing_else() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (desk, m) = (&trial.town.desk, trial.town.municipality);
        let id = trial.call("practice", "2026-12-01").await;
        let sent = letters(&trial, trial.mona.person).await;
        assert_eq!(sent.len(), 1);
        let text = &sent[0].text;
        for said in [
            "Hvem ringer dagen før?",
            "tirsdag 1. december 2026 kl. 14.00–15.00",
            "Køkkenet på Kilden",
        ] {
            assert!(text.contains(said), "{said} in\n{text}");
        }
        let whole = format!("{text}{}{}", sent[0].subject, ics(&sent[0]));
        for unsaid in [
            "Tag jeres sedler med",
            "En ringer dagen før",
            "Hjemmeplejen",
        ] {
            assert!(!whole.contains(unsaid), "{unsaid} in\n{whole}");
        }
        assert!(
            whole.contains("METHOD:REQUEST")
                && whole.contains("ORGANIZER:mailto:svar@samskab.example")
        );

        let secret = link(&sent[0]);
        assert_eq!(
            meeting::by_link(desk, m, &secret).await.unwrap().coming,
            None,
            "looking says nothing"
        );
        meeting::coming_by_link(desk, m, &secret, Coming::Maybe)
            .await
            .unwrap();
        assert_eq!(
            trial.read(&trial.mona, id).await.own,
            Some(Some(Coming::Maybe))
        );
        let unknown = meeting::by_link(desk, m, &Secret::from_outside("0000")).await;
        assert!(matches!(unknown, Err(Refusal::Missing)));

        let moved = Draft {
            from: "15:00".into(),
            until: "16:00".into(),
            ..called("practice", "2026-12-02")
        };
        meeting::change(desk, &trial.birthe, id, &moved)
            .await
            .unwrap();
        assert_eq!(
            trial.read(&trial.mona, id).await.own,
            Some(None),
            "asked again"
        );
        let sent = letters(&trial, trial.mona.person).await;
        assert_eq!(sent.len(), 1);
        assert!(ics(&sent[0]).contains("SEQUENCE:1"));
        let about_only = Draft {
            about: "Og kaffe.".into(),
            ..moved
        };
        meeting::change(desk, &trial.birthe, id, &about_only)
            .await
            .unwrap();
        assert!(
            letters(&trial, trial.mona.person).await.is_empty(),
            "nobody is told of that"
        );

        trial.town.clock.advance(10 * Moment::DAY);
        meeting::say_by_link(desk, m, &secret, Said::Partly)
            .await
            .unwrap();
        assert_eq!(trial.read(&trial.mona, id).await.said, Some(Said::Partly));
        let late = meeting::coming_by_link(desk, m, &secret, Coming::Yes).await;
        assert!(matches!(late, Err(Refusal::Done)));
    })
    .await;
}

#[tokio::test]
async fn answers_come_back_from_calendar_programs() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let desk = &trial.town.desk;
        let row = Draft { repeats: "weekly".into(), times: "4".into(), ..called("practice", "2026-12-01") };
        let id = meeting::call(desk, &trial.birthe, Of::Initiative(trial.id), &row, DANISH).await.unwrap();
        let sent = letters(&trial, trial.mona.person).await;
        assert_eq!(sent.len(), 1, "one mail for the whole row");
        let text = ics(&sent[0]);
        assert!(text.contains("RRULE:FREQ=WEEKLY;COUNT=4"), "{text}");
        let uid = text.lines().find_map(|l| l.strip_prefix("UID:")).unwrap().to_owned();
        let answer = |says: &str, at: &str, who: &str| {
            format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n\
                DTSTAMP:20261124T080000Z\r\n{at}ATTENDEE;PARTSTAT={says}:mailto:{who}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
        };
        let mona = "Proeve1@provestad.example";
        assert_eq!(meeting::receive(desk, &answer("ACCEPTED", "", mona)).await.unwrap(), 1);
        let third = "RECURRENCE-ID;TZID=Europe/Copenhagen:20261215T140000\r\n";
        assert_eq!(meeting::receive(desk, &answer("DECLINED", third, mona)).await.unwrap(), 1);
        for nonsense in [answer("ACCEPTED", "", "fremmed@example.dk"), answer("ACCEPTED", "", mona).replace("provestad.samskab", "anden.samskab"), "hej".into()] {
            assert_eq!(meeting::receive(desk, &nonsense).await.unwrap(), 0);
        }
        let reading = trial.read(&trial.mona, id).await;
        let mut said = vec![reading.own.flatten()];
        for other in &reading.row {
            said.push(trial.read(&trial.mona, other.id).await.own.flatten());
        }
        let yes = Some(Coming::Yes);
        assert_eq!(said, [yes, yes, Some(Coming::No), yes]);

        let second = reading.row[0].id;
        meeting::change(desk, &trial.birthe, second, &called("practice", "2026-12-09")).await.unwrap();
        let text = ics(&letters(&trial, trial.mona.person).await[0]);
        assert!(text.contains("RECURRENCE-ID;TZID=Europe/Copenhagen:20261208T140000"), "{text}");
        assert!(text.contains("DTSTART;TZID=Europe/Copenhagen:20261209T140000") && !text.contains("FREQ=WEEKLY"));
        let moved = "RECURRENCE-ID;TZID=Europe/Copenhagen:20261208T140000\r\n";
        assert_eq!(meeting::receive(desk, &answer("ACCEPTED", moved, mona)).await.unwrap(), 0, "to the time it had");
        assert_eq!(meeting::receive(desk, &answer("TENTATIVE", "", mona)).await.unwrap(), 1);
        assert_eq!(trial.read(&trial.mona, second).await.own, Some(None), "it is asked about by itself");
        let to_it = format!("SEQUENCE:1\r\n{moved}");
        assert_eq!(meeting::receive(desk, &answer("ACCEPTED", &to_it, mona)).await.unwrap(), 1);
        assert_eq!(trial.read(&trial.mona, second).await.own, Some(yes));
        meeting::cancel(desk, &trial.birthe, reading.row[1].id, true).await.unwrap();
        let text = ics(&letters(&trial, trial.mona.person).await[0]);
        assert!(text.contains("METHOD:CANCEL"));
        assert_eq!(text.matches("STATUS:CANCELLED").count(), 2, "it and the rest of the row");
        let days: Vec<(State, Option<Day>)> = trial.read(&trial.mona, id).await.row.iter()
            .map(|m| (m.state(), m.series_day())).collect();
        let day = |text| Day::parse(text);
        assert_eq!(days, [(State::Planned, day("2026-12-08")), (State::Cancelled, day("2026-12-15")), (State::Cancelled, day("2026-12-22"))]);
    })
    .await;
}

#[tokio::test]
async fn an_invitation_ends_with_the_membership_it_was_given_to() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let (desk, m) = (&trial.town.desk, trial.town.municipality);
        let id = trial.call("practice", "2026-12-01").await;
        let sent = letters(&trial, trial.mona.person).await;
        let keeper = trial.town.member(Role::Administrator).await;
        person::end_membership(desk, &keeper, trial.mona.membership)
            .await
            .unwrap();
        let by_link = meeting::coming_by_link(desk, m, &link(&sent[0]), Coming::Yes).await;
        assert!(matches!(by_link, Err(Refusal::Missing)), "{by_link:?}");
        let uid = ics(&sent[0]);
        let uid = uid.lines().find_map(|l| l.strip_prefix("UID:")).unwrap();
        let answer = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:{uid}\r\n\
             ATTENDEE;PARTSTAT=ACCEPTED:mailto:proeve1@provestad.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        assert_eq!(meeting::receive(desk, &answer).await.unwrap(), 0);
        assert_eq!(trial.read(&trial.birthe, id).await.invited.len(), 1);
        meeting::change(desk, &trial.birthe, id, &called("practice", "2026-12-02"))
            .await
            .unwrap();
        assert!(letters(&trial, trial.mona.person).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn those_of_an_organisation_that_left_are_told_once_and_invited_no_more() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let desk = &trial.town.desk;
        let held = trial.call("practice", "2026-11-24").await;
        let next = trial.call("practice", "2026-12-01").await;
        let row = Draft {
            repeats: "weekly".into(),
            times: "3".into(),
            title: "Kaffe".into(),
            ..called("relations", "2026-12-08")
        };
        let of = Of::Initiative(trial.id);
        meeting::call(desk, &trial.birthe, of, &row, DANISH)
            .await
            .unwrap();
        let facilitator = trial
            .town
            .member_of(Role::Facilitator, trial.town.public)
            .await;
        meeting::invite(desk, &facilitator, next, &[facilitator.membership])
            .await
            .unwrap();
        let invited = letters(&trial, trial.mona.person).await;
        trial.town.clock.advance(2 * Moment::DAY);
        let karin = trial.town.member_of(Role::Leader, trial.town.public).await;
        initiative::leave(desk, &karin, trial.id).await.unwrap();

        let told = letters(&trial, trial.mona.person).await;
        assert_eq!(told.len(), 2, "one mail of the meeting and one of the row");
        for letter in &told {
            let text = ics(letter);
            assert_eq!(letter.calendar.as_ref().unwrap().method, "CANCEL");
            assert!(text.contains("STATUS:CANCELLED"), "{text}");
            assert!(
                letter.text.contains("er du heller ikke inviteret"),
                "{}",
                letter.text
            );
            assert!(!letter.text.contains("from-mail"), "it opens nothing");
            let said = format!("{}{text}", letter.text);
            assert!(!said.contains("Tag jeres sedler med"), "{said}");
        }
        assert!(
            ics(&told[1]).contains("RRULE:FREQ=WEEKLY;COUNT=3"),
            "the row as a whole"
        );
        let uid = |letter: &Letter| {
            let text = ics(letter);
            let uid = text.lines().find_map(|l| l.strip_prefix("UID:"));
            uid.unwrap().to_owned()
        };
        let known: Vec<String> = invited.iter().map(uid).collect();
        assert!(told.iter().all(|letter| known.contains(&uid(letter))));

        let gone = meeting::read(desk, &trial.mona, next).await;
        assert!(matches!(gone, Err(Refusal::Missing)), "{gone:?}");
        let by_link = meeting::by_link(desk, trial.town.municipality, &link(&invited[1])).await;
        assert!(matches!(by_link, Err(Refusal::Missing)));
        assert!(
            calendar::soon(desk, &trial.mona)
                .await
                .unwrap()
                .to_come
                .is_empty()
        );
        assert!(
            trial.read(&trial.mona, held).await.own.is_some(),
            "where she was, she was"
        );
        let names = trial.read(&trial.birthe, next).await.invited;
        assert_eq!(
            names.len(),
            2,
            "who began it, and the facilitator, are invited still"
        );
    })
    .await;
}
