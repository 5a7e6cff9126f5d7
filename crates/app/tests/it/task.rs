//! Who does what: put up, asked for, taken, declined, given back; and what is asked about it.
use crate::initiative::{opened_together, opening, third};
use samskab_app::initiative::{EndDraft, end, leave};
use samskab_app::person::end_membership;
use samskab_app::task::{
    self, accept, change, decline, done, give_back, invite, people, say_duty, write,
};
use samskab_app::{Outcome, Refusal, my_day};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language, Moment, Remark, Why};
use samskab_domain::task::{Draft, Duty, Flag, InviteDraft, State};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

fn lock_up(kind: &str) -> Draft {
    Draft {
        what: "Låse af om søndagen".into(),
        kind: kind.into(),
        ..Draft::default()
    }
}

fn asking(member: &Actor) -> InviteDraft {
    InviteDraft {
        membership: member.membership.to_string(),
    }
}

async fn opened(town: &Town) -> (Actor, Id) {
    let leader = town.member_of(Role::Leader, town.public).await;
    let draft = opening(town, &[town.voluntary]);
    let id = opened_together(town, &leader, &draft).await;
    (leader, id)
}

async fn only(town: &Town, initiative: Id) -> task::Task {
    let tasks = task::of_initiative(&town.desk, town.municipality, initiative).await;
    tasks.unwrap().remove(0)
}

fn late<T: std::fmt::Debug>(outcome: Outcome<T>) {
    assert!(matches!(outcome, Err(Refusal::Done)), "{outcome:?}");
}

fn denied<T: std::fmt::Debug>(outcome: Outcome<T>) {
    assert!(matches!(outcome, Err(Refusal::Denied(_))), "{outcome:?}");
}

#[derive(FromRow)]
struct Kept {
    step: String,
    organisation_id: Option<Id>,
}

#[tokio::test]
async fn asked_she_may_say_no_thanks_and_nobody_keeps_that_it_was_her() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, initiative) = opened(&town).await;
        let birthe = town.member(Role::Frontline).await;
        let knud = town.member(Role::Frontline).await;
        let outside = third(&town, "voluntary", "informal").await;
        let rahel = town.member_of(Role::Frontline, outside).await;
        denied(write(desk, &rahel, initiative, &lock_up("supplement"), DANISH).await);
        let id = write(desk, &leader, initiative, &lock_up("supplement"), DANISH)
            .await
            .unwrap();
        let stranger = invite(desk, &leader, id, &asking(&rahel)).await;
        assert!(matches!(&stranger, Err(Refusal::Remarks(r)) if r[0].why == Why::Unknown));
        let who = people(desk, town.municipality, initiative).await.unwrap();
        assert!(who.iter().any(|m| m.id == birthe.membership));
        assert!(who.iter().all(|m| m.id != rahel.membership));

        town.clock.advance(Moment::SECOND);
        invite(desk, &leader, id, &asking(&birthe)).await.unwrap();
        town.clock.advance(Moment::SECOND);
        let waits = my_day::waiting(desk, &birthe).await.unwrap().invitations;
        assert_eq!(waits[0].id, id);
        assert!(
            my_day::waiting(desk, &knud)
                .await
                .unwrap()
                .invitations
                .is_empty()
        );
        late(accept(desk, &knud, id).await);
        late(decline(desk, &knud, id).await);
        decline(desk, &birthe, id).await.unwrap();
        assert_eq!(only(&town, initiative).await.state(), State::Open);
        let steps: Vec<Kept> = desk
            .db
            .all(sql!(
                "select step, organisation_id from task_step where task_id = ? order by id",
                id
            ))
            .await
            .unwrap();
        let said: Vec<&str> = steps.iter().map(|s| s.step.as_str()).collect();
        assert_eq!(said, ["offered", "invited", "declined"]);
        assert_eq!(steps[2].organisation_id, None);

        accept(desk, &knud, id).await.unwrap();
        late(accept(desk, &birthe, id).await);
        late(give_back(desk, &birthe, id).await);
        late(invite(desk, &leader, id, &asking(&birthe)).await);
        give_back(desk, &knud, id).await.unwrap();
        denied(accept(desk, &rahel, id).await);
        accept(desk, &birthe, id).await.unwrap();
        done(desk, &birthe, id).await.unwrap();
        late(give_back(desk, &birthe, id).await);
    })
    .await;
}

#[tokio::test]
async fn a_task_that_runs_on_is_asked_about_and_given_back_the_question_is_gone() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, initiative) = opened(&town).await;
        let chair = town.member(Role::Leader).await;
        let id = write(desk, &leader, initiative, &lock_up("supplement"), DANISH)
            .await
            .unwrap();
        late(say_duty(desk, &leader, id, Duty::Yes).await);
        accept(desk, &chair, id).await.unwrap();
        assert!(only(&town, initiative).await.flags(desk.today()).is_empty());
        town.clock.advance(60 * Moment::DAY);
        assert_eq!(
            only(&town, initiative).await.flags(desk.today()),
            [Flag::MaybeDuty]
        );
        say_duty(desk, &leader, id, Duty::Yes).await.unwrap();
        assert_eq!(
            only(&town, initiative).await.flags(desk.today()),
            [Flag::Duty]
        );
        change(desk, &leader, id, &lock_up("core"), DANISH)
            .await
            .unwrap();
        let flags = only(&town, initiative).await.flags(desk.today());
        assert_eq!(flags, [Flag::Duty, Flag::CoreByVolunteers]);
        change(desk, &chair, id, &lock_up("disputed"), DANISH)
            .await
            .unwrap();
        give_back(desk, &chair, id).await.unwrap();
        assert!(only(&town, initiative).await.flags(desk.today()).is_empty());
        accept(desk, &leader, id).await.unwrap();
        assert!(only(&town, initiative).await.flags(desk.today()).is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_hung_on_someone_who_left_is_set_free_by_those_still_there() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, initiative) = opened(&town).await;
        let keeper = town.member_of(Role::Administrator, town.public).await;
        let knud = town.member(Role::Frontline).await;
        let id = write(desk, &leader, initiative, &lock_up("supplement"), DANISH)
            .await
            .unwrap();
        accept(desk, &knud, id).await.unwrap();
        late(give_back(desk, &leader, id).await);
        end_membership(desk, &keeper, knud.membership)
            .await
            .unwrap();
        assert!(only(&town, initiative).await.gone);
        give_back(desk, &leader, id).await.unwrap();
        let bare = only(&town, initiative).await;
        assert!(bare.state() == State::Open && bare.person.is_none());
        let over = EndDraft {
            learnt: "Vi lærte noget.".into(),
            ..EndDraft::default()
        };
        end(desk, &leader, initiative, &over).await.unwrap();
        late(accept(desk, &leader, id).await);
        let gone = accept(desk, &leader, Id::from_u128(3)).await;
        assert!(matches!(gone, Err(Refusal::Missing)));
    })
    .await;
}

#[tokio::test]
async fn what_hung_on_an_organisation_that_leaves_is_there_for_others_to_take() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, initiative) = opened(&town).await;
        let chair = town.member(Role::Leader).await;
        let birthe = town.member(Role::Frontline).await;
        let mona = town.member_of(Role::Frontline, town.public).await;
        let (mut ids, draft) = (Vec::new(), lock_up("supplement"));
        for _ in 0..4 {
            let task = write(desk, &leader, initiative, &draft, DANISH).await;
            ids.push(task.unwrap());
        }
        accept(desk, &birthe, ids[0]).await.unwrap();
        invite(desk, &leader, ids[1], &asking(&birthe))
            .await
            .unwrap();
        accept(desk, &birthe, ids[2]).await.unwrap();
        done(desk, &birthe, ids[2]).await.unwrap();
        accept(desk, &mona, ids[3]).await.unwrap();
        leave(desk, &chair, initiative).await.unwrap();
        let left = task::of_initiative(desk, town.municipality, initiative)
            .await
            .unwrap();
        let state = |id: Id| left.iter().find(|t| t.id == id).unwrap().state();
        let states: Vec<State> = ids.iter().map(|id| state(*id)).collect();
        assert_eq!(
            states,
            [State::Open, State::Open, State::Done, State::Taken]
        );
        let waits = my_day::waiting(desk, &birthe).await.unwrap().invitations;
        assert!(waits.is_empty(), "{waits:?}");
        accept(desk, &mona, ids[0]).await.unwrap();
        let steps: Vec<Kept> = desk
            .db
            .all(sql!(
                "select step, organisation_id from task_step where task_id = ? order by id",
                ids[0]
            ))
            .await
            .unwrap();
        let given_back = steps.iter().find(|s| s.step == "given_back").unwrap();
        assert_eq!(given_back.organisation_id, Some(town.voluntary));
    })
    .await;
}

#[tokio::test]
async fn what_became_more_is_asked_about_anew_and_no_form_writes_over_what_it_has_not_seen() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let (leader, initiative) = opened(&town).await;
        let birthe = town.member(Role::Frontline).await;
        let id = write(desk, &leader, initiative, &lock_up("supplement"), DANISH)
            .await
            .unwrap();
        accept(desk, &birthe, id).await.unwrap();
        let seen = only(&town, initiative).await.draft();
        let disputed = Draft {
            kind: "disputed".into(),
            ..seen.clone()
        };
        change(desk, &leader, id, &disputed, DANISH).await.unwrap();
        assert_eq!(only(&town, initiative).await.state(), State::Taken);

        let more = Draft {
            what: "Låse af hver dag".into(),
            ..seen
        };
        let refused = change(desk, &leader, id, &more, DANISH).await;
        let meanwhile = |r: &Remark| (r.field, r.why.clone()) == ("version", Why::ChangedMeanwhile);
        assert!(
            matches!(&refused, Err(Refusal::Remarks(r)) if meanwhile(&r[0])),
            "{refused:?}"
        );
        let more = Draft {
            version: only(&town, initiative).await.draft().version,
            ..more
        };
        change(desk, &leader, id, &more, DANISH).await.unwrap();
        let asked = my_day::waiting(desk, &birthe).await.unwrap().invitations;
        assert_eq!(asked[0].what, "Låse af hver dag");
        decline(desk, &birthe, id).await.unwrap();

        accept(desk, &birthe, id).await.unwrap();
        let hers = Draft {
            what: "Låse af om søndagen".into(),
            version: String::new(),
            ..more
        };
        change(desk, &birthe, id, &hers, DANISH).await.unwrap();
        let task = only(&town, initiative).await;
        assert_eq!(task.state(), State::Taken, "her own words ask her nothing");
    })
    .await;
}
