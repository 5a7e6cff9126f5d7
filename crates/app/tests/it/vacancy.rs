//! People leave: what hung on them is listed, given on at once, and no dead name stays.
use super::initiative::opening;
use super::need::{ask, tell, written};
use super::offer::named;
use super::upkeep::name;
use samskab_app::initiative::{self, Origin};
use samskab_app::offer::{create, read as read_offer};
use samskab_app::vacancy::{self, Draft, Kind, Reason, list, read, report, successors, unheld};
use samskab_app::{Refusal, job, journal, mail, my_day, need, organisation, person, task};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language, Moment, Why};
use samskab_domain::offer::{Aspect, Draft as Offer, Way};
use samskab_domain::organisation::Draft as Organisation;
use samskab_domain::task::{Draft as TaskDraft, InviteDraft, State};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

/// Offers that ask for `contact`, with `backup` behind her.
async fn offers(
    town: &Town,
    keeper: &Actor,
    contact: &Actor,
    backup: Option<&Actor>,
    many: usize,
) -> Vec<Id> {
    let mut ids = Vec::new();
    for number in 0..many {
        let written = Offer {
            contact: contact.membership.to_string(),
            backup: backup.map(|b| b.membership.to_string()).unwrap_or_default(),
            ..named(town, &format!("Tilbud {number:03}"))
        };
        ids.push(
            create(&town.desk, keeper, &written, None, DANISH)
                .await
                .unwrap(),
        );
    }
    ids
}

/// The name those signed in and the public read at an offer, and who stands in.
async fn names(town: &Town, reader: &Actor, offer: Id) -> (Option<String>, Option<String>) {
    let (desk, m) = (&town.desk, town.municipality);
    let public = read_offer(desk, m, None, offer, DANISH).await.unwrap();
    assert!(
        public
            .contacts
            .iter()
            .all(|c| c.person.is_none() && c.backup.is_none())
    );
    let inside = read_offer(desk, m, Some(reader), offer, DANISH)
        .await
        .unwrap();
    let contact = inside.contacts.into_iter().next().unwrap();
    assert_eq!(contact.vacant, contact.person.is_none());
    (contact.person, contact.backup)
}

#[tokio::test]
async fn a_hundred_and_twenty_two_offers_are_given_on_in_one_action() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let coordinator = town.member(Role::Coordinator).await;
        let leaving = town.member(Role::Frontline).await;
        let heir = town.member(Role::Frontline).await;
        let admin = town.member_of(Role::Administrator, town.public).await;
        let ids = offers(&town, &coordinator, &leaving, Some(&coordinator), 122).await;
        let before = names(&town, &heir, ids[0]).await;
        assert_eq!(before.0, Some(name(&town, &leaving).await));

        person::leave(desk, &admin, leaving.person).await.unwrap();
        let (gone, stands_in) = names(&town, &heir, ids[121]).await;
        assert_eq!(
            (gone, stands_in),
            (None, Some(name(&town, &coordinator).await))
        );
        let waiting = my_day::waiting(desk, &coordinator).await.unwrap();
        assert_eq!(waiting.vacancies.len(), 1);
        assert_eq!(waiting.vacancies[0].offers, 122);
        let id = waiting.vacancies[0].id;
        let open = read(desk, &coordinator, id).await.unwrap();
        assert_eq!(open.reason(), Reason::Left);
        assert_eq!(open.hanging.len(), 1);
        assert_eq!(open.hanging[0].0, Kind::Contact);
        assert_eq!(open.hanging[0].1.len(), 122, "all in one list");
        let people = successors(desk, &coordinator, &open).await.unwrap();
        assert!(people.iter().any(|(id, _)| *id == heir.membership));
        assert!(people.iter().all(|(id, _)| *id != leaving.membership));

        let outsider = town.member_of(Role::Coordinator, town.public).await;
        let draft = Draft {
            to: heir.membership.to_string(),
            note: "Nøglen hænger i køkkenet.".into(),
        };
        assert!(matches!(
            read(desk, &outsider, id).await,
            Err(Refusal::Missing)
        ));
        let refused = vacancy::give_on(desk, &outsider, id, &draft, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Missing)));
        let stranger = Draft {
            to: outsider.membership.to_string(),
            ..draft.clone()
        };
        let refused = vacancy::give_on(desk, &coordinator, id, &stranger, DANISH).await;
        let Err(Refusal::Remarks(remarks)) = refused else {
            panic!("someone of another organisation took over")
        };
        assert_eq!(
            (remarks[0].field, remarks[0].why.clone()),
            ("to", Why::Unknown)
        );
        assert!(
            matches!(
                vacancy::still_here(desk, &coordinator, id).await,
                Err(Refusal::Done)
            ),
            "she has left"
        );

        town.clock.advance(Moment::HOUR);
        vacancy::give_on(desk, &coordinator, id, &draft, DANISH)
            .await
            .unwrap();
        for offer in [ids[0], ids[60], ids[121]] {
            assert_eq!(
                names(&town, &coordinator, offer).await.0,
                Some(name(&town, &heir).await)
            );
        }
        let past = samskab_app::offer::history(desk, &coordinator, ids[60], None)
            .await
            .unwrap();
        let newest = &past.items[0];
        assert_eq!(
            (newest.way, newest.changes[0].aspect),
            (Way::GivenOn, Aspect::Holder)
        );
        let told = format!("{:?}", newest.changes);
        for person in [&leaving, &heir] {
            assert!(!told.contains(&name(&town, person).await), "{told}");
        }
        let again = vacancy::give_on(desk, &coordinator, id, &draft, DANISH).await;
        assert!(matches!(again, Err(Refusal::Done)));
        let received = read(desk, &heir, id).await.unwrap();
        assert_eq!(received.note(), Some("Nøglen hænger i køkkenet."));
        assert_eq!(received.hanging[0].1.len(), 122);
        assert!(!received.may_give);
        assert!(list(desk, &coordinator).await.unwrap().is_empty());
        assert_eq!(journal::check(desk, m).await.unwrap(), None);
    })
    .await;
}

/// Sends what waits and gives the ids of the letters that went out.
async fn sent(town: &Town) -> Vec<String> {
    #[derive(FromRow)]
    struct Sent {
        message_id: String,
    }
    let post = super::upkeep::Letters::default();
    while let Some(claimed) = job::claim(&town.desk).await.unwrap() {
        if claimed.kind() == Some(job::Kind::SendMail) {
            let id = claimed.payload["mail"].as_str().unwrap().parse().unwrap();
            mail::send(&town.desk, &post, "http://t.example", town.municipality, id)
                .await
                .unwrap();
        }
        job::finish(&town.desk, &claimed).await.unwrap();
    }
    let sql = sql!(
        "select message_id from mail where municipality_id = ? and state = 'sent' order by id",
        town.municipality
    );
    let sent: Vec<Sent> = town.desk.db.all(sql).await.unwrap();
    sent.into_iter().map(|s| s.message_id).collect()
}

#[tokio::test]
async fn a_mail_that_comes_back_marks_the_contact_until_the_address_is_mended() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let coordinator = town.member(Role::Coordinator).await;
        let contact = town.member(Role::Frontline).await;
        let admin = town.member_of(Role::Administrator, town.public).await;
        let offer = offers(&town, &coordinator, &contact, None, 1).await[0];
        let mut tx = desk.db.write().await.unwrap();
        mail::ask(
            &mut tx,
            desk,
            town.municipality,
            mail::Kind::Invitation,
            contact.person,
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let message = sent(&town).await.pop().unwrap();
        assert!(!mail::bounced(desk, "<7@elsewhere.example>").await.unwrap());
        assert!(mail::bounced(desk, &message).await.unwrap());
        assert!(
            mail::bounced(desk, &message).await.unwrap(),
            "heard twice, it does no harm"
        );
        let open = list(desk, &coordinator).await.unwrap();
        assert_eq!(
            open.iter().map(|o| o.reason()).collect::<Vec<_>>(),
            [Reason::Bounced]
        );
        assert_eq!(names(&town, &coordinator, offer).await.0, None);

        let mended = samskab_domain::person::Draft {
            name: "Prøve Mendt".into(),
            email: "ny@provestad.example".into(),
            phone: String::new(),
            language: "da".into(),
        };
        person::change(desk, &admin, contact.person, &mended)
            .await
            .unwrap();
        assert!(list(desk, &coordinator).await.unwrap().is_empty());
        assert_eq!(
            names(&town, &coordinator, offer).await.0.as_deref(),
            Some("Prøve Mendt")
        );
    })
    .await;
}

#[tokio::test]
async fn a_colleague_s_word_takes_the_name_away_and_she_may_still_be_there() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let coordinator = town.member(Role::Coordinator).await;
        let contact = town.member(Role::Frontline).await;
        let colleague = town.member_of(Role::Frontline, town.public).await;
        let offer = offers(&town, &coordinator, &contact, None, 1).await[0];
        for _ in 0..2 {
            report(desk, &colleague, offer).await.unwrap();
        }
        let open = list(desk, &coordinator).await.unwrap();
        assert_eq!(open.len(), 1, "said twice, it is one");
        assert_eq!(names(&town, &coordinator, offer).await.0, None);
        let refused = list(desk, &colleague).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        vacancy::still_here(desk, &coordinator, open[0].id)
            .await
            .unwrap();
        assert_eq!(
            names(&town, &coordinator, offer).await.0,
            Some(name(&town, &contact).await)
        );

        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let foreign = other.member(Role::Facilitator).await;
        assert!(matches!(
            report(desk, &foreign, offer).await,
            Err(Refusal::Missing)
        ));
        assert!(matches!(
            read(desk, &foreign, open[0].id).await,
            Err(Refusal::Missing)
        ));
    })
    .await;
}

#[tokio::test]
async fn what_nobody_holds_is_seen_by_those_who_can_find_someone() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let admin = town.member_of(Role::Administrator, town.public).await;
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let empty = Organisation {
            name: "Den tomme forening".into(),
            sector: "voluntary".into(),
            form: "association".into(),
            ..Organisation::default()
        };
        let empty = organisation::create(desk, &admin, &empty).await.unwrap();
        let alone = Offer {
            bearers: vec![empty.to_string()],
            ..named(&town, "Te")
        };
        create(desk, &facilitator, &alone, None, DANISH)
            .await
            .unwrap();
        let coordinator = town.member(Role::Coordinator).await;
        create(desk, &coordinator, &named(&town, "Kaffe"), None, DANISH)
            .await
            .unwrap();
        offers(&town, &coordinator, &coordinator, None, 1).await;
        town.clock.advance(Moment::HOUR);

        let all = unheld(desk, &facilitator).await.unwrap();
        let named: Vec<_> = all.offers.iter().map(|o| o.name.as_str()).collect();
        assert_eq!(named, ["Kaffe", "Te"]);
        assert_eq!(all.organisations.len(), 1);
        assert_eq!(
            (all.organisations[0].id, all.organisations[0].offers),
            (empty, 1)
        );
        let own = unheld(desk, &coordinator).await.unwrap();
        let named: Vec<_> = own.offers.iter().map(|o| o.name.as_str()).collect();
        assert_eq!(named, ["Kaffe"]);
        assert!(own.organisations.is_empty());
    })
    .await;
}

/// A meeting that `caller` has called for next week.
async fn called(town: &Town, caller: &Actor) {
    let (id, now) = (town.desk.id(), town.desk.now());
    let week = now.plus(7 * Moment::DAY);
    let mut tx = town.desk.db.write().await.unwrap();
    tx.run(sql!(
        "insert into meeting (municipality_id, id, area_id, purpose, seminar, title, place, language, on_day, starts_at, \
         ends_at, sequence, state, called_by, created_at, changed_at) \
         values (?, ?, ?, 'practice', ?, 'Torsdagsmøde', 'Kilden', 'da', ?, ?, ?, 0, 'planned', ?, ?, ?)",
        town.municipality, id, town.area, false, town.desk.today().plus(7), week, week.plus(Moment::HOUR),
        caller.membership, now, now
    ))
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn tasks_answers_meetings_and_drafts_are_given_on_too_and_a_draft_stays_in_its_circle() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let opened = opening(&town, &[town.voluntary]);
        let initiative = initiative::open(desk, &leader, &Origin::default(), &opened, DANISH)
            .await
            .unwrap();
        let leaving = town.member(Role::Coordinator).await;
        let invited = initiative::waiting_for(desk, &leaving, 1).await.unwrap();
        initiative::answer_invitation(desk, &leaving, invited[0].id, true, DANISH)
            .await
            .unwrap();
        let heir = town.member(Role::Frontline).await;
        let admin = town.member_of(Role::Administrator, town.public).await;
        let work = TaskDraft {
            what: "Låse af om søndagen".into(),
            kind: "supplement".into(),
            ..TaskDraft::default()
        };
        let work = task::write(desk, &leader, initiative, &work, DANISH)
            .await
            .unwrap();
        let asked = InviteDraft {
            membership: leaving.membership.to_string(),
        };
        task::invite(desk, &leader, work, &asked).await.unwrap();
        task::accept(desk, &leaving, work).await.unwrap();
        written(&town, &leaving, &[]).await;
        called(&town, &leaving).await;
        let writer = town.member_of(Role::Coordinator, town.public).await;
        let story = tell(&town, &writer, "9000").await;
        let raised = written(&town, &writer, &[story]).await;
        need::raise(desk, &writer, raised, &ask(&[town.voluntary]))
            .await
            .unwrap();

        person::leave(desk, &admin, leaving.person).await.unwrap();
        let facilitator = town.member_of(Role::Facilitator, town.public).await;
        let id = list(desk, &facilitator).await.unwrap()[0].id;
        let kinds = async |who: &Actor| {
            let read = read(desk, who, id).await.unwrap();
            read.hanging
                .iter()
                .map(|(kind, _)| *kind)
                .collect::<Vec<_>>()
        };
        let all = [Kind::Task, Kind::Answer, Kind::Meeting, Kind::Need];
        assert_eq!(kinds(&facilitator).await, all);
        let chief = town.member(Role::Leader).await;
        assert!(
            !kinds(&chief).await.contains(&Kind::Need),
            "she is not in the circle of drafts"
        );
        let draft = Draft {
            to: heir.membership.to_string(),
            ..Draft::default()
        };
        vacancy::give_on(desk, &facilitator, id, &draft, DANISH)
            .await
            .unwrap();
        let received = kinds(&heir).await;
        assert!(
            received.contains(&Kind::Task) && received.contains(&Kind::Meeting),
            "{received:?}"
        );
        let tasks = task::of_initiative(desk, town.municipality, initiative)
            .await
            .unwrap();
        assert_eq!(tasks[0].state(), State::Invited, "she is asked, not told");
        task::accept(desk, &heir, work).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_place_given_on_to_one_who_is_in_it_already_becomes_one_with_hers() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = town.member_of(Role::Leader, town.public).await;
        let opened = opening(&town, &[town.voluntary]);
        let id = initiative::open(desk, &leader, &Origin::default(), &opened, DANISH)
            .await
            .unwrap();
        let (leaving, heir) = (
            town.member(Role::Coordinator).await,
            town.member(Role::Leader).await,
        );
        let invited = initiative::waiting_for(desk, &leaving, 1).await.unwrap();
        initiative::answer_invitation(desk, &leaving, invited[0].id, true, DANISH)
            .await
            .unwrap();
        let aim = initiative::JoinDraft {
            aim: "At ingen venter alene.".into(),
            ..initiative::JoinDraft::default()
        };
        initiative::join(desk, &leaving, id, &aim, DANISH)
            .await
            .unwrap();
        let hand = initiative::JoinDraft {
            practitioner: true,
            ..initiative::JoinDraft::default()
        };
        initiative::join(desk, &heir, id, &hand, DANISH)
            .await
            .unwrap();
        let admin = town.member_of(Role::Administrator, town.public).await;
        person::leave(desk, &admin, leaving.person).await.unwrap();
        let open = list(desk, &heir).await.unwrap()[0].id;
        let researcher = town.member(Role::Researcher).await;
        let to = |who: &Actor| Draft {
            to: who.membership.to_string(),
            ..Draft::default()
        };
        let refused = vacancy::give_on(desk, &heir, open, &to(&researcher), DANISH).await;
        assert!(matches!(refused, Err(Refusal::Remarks(_))), "{refused:?}");
        vacancy::give_on(desk, &heir, open, &to(&heir), DANISH)
            .await
            .unwrap();
        let parties = initiative::read(desk, &heir, id).await.unwrap().parties;
        let theirs = parties
            .iter()
            .filter(|p| p.organisation_id == town.voluntary);
        let theirs: Vec<_> = theirs.collect();
        assert_eq!(theirs.len(), 1, "{theirs:?}");
        assert_eq!(theirs[0].aim.as_deref(), Some("At ingen venter alene."));
        assert!(theirs[0].practitioner);
    })
    .await;
}
