//! People: invited, given memberships, listed, seen out and back again.
use super::{invitation, remark, remarks, waiting_mails};
use samskab_app::person::{self, Invitation, Wish};
use samskab_app::token::{self, Purpose, SIGN_IN};
use samskab_app::{Refusal, journal, session};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Moment, Why};
use samskab_domain::person::Draft;
use samskab_testkit::{Town, on_every_engine};

#[tokio::test]
async fn a_person_is_invited_given_a_second_membership_and_leaves_and_may_come_back() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member_of(Role::Administrator, town.public).await;
        let wrong = Invitation::default();
        let fields: Vec<_> = remarks(person::invite(desk, &keeper, &wrong).await)
            .iter()
            .map(|r| r.field)
            .collect();
        assert_eq!(fields, ["name", "email", "organisation", "role"]);
        let first = invitation("birthe@town.example", town.voluntary);
        let id = person::invite(desk, &keeper, &first).await.unwrap();
        assert_eq!(waiting_mails(desk, m).await, 1);
        let capital = invitation("BIRTHE@town.example", town.public);
        let refused = person::invite(desk, &keeper, &capital).await;
        assert_eq!(remarks(refused), remark("email", Why::Taken));
        let second = person::give_membership(desk, &keeper, id, &capital.membership)
            .await
            .unwrap();
        let profile = person::read(desk, &keeper, id).await.unwrap();
        assert_eq!(profile.memberships.len(), 2);
        assert_eq!(
            person::end_membership(desk, &keeper, second).await.unwrap(),
            id
        );
        assert!(matches!(
            person::end_membership(desk, &keeper, second).await,
            Err(Refusal::Missing)
        ));
        person::leave(desk, &keeper, id).await.unwrap();
        assert!(matches!(
            person::read(desk, &keeper, id).await,
            Err(Refusal::Missing)
        ));
        let back = person::invite(desk, &keeper, &capital).await.unwrap();
        assert_eq!(back, id);
        let profile = person::read(desk, &keeper, id).await.unwrap();
        let organisations: Vec<_> = profile
            .memberships
            .iter()
            .map(|m| m.organisation.as_str())
            .collect();
        assert_eq!(organisations, ["Hjemmeplejen"]);
        assert_eq!(journal::check(desk, m).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn people_are_listed_once_each_whatever_they_belong_to_page_by_page() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member_of(Role::Administrator, town.public).await;
        for _ in 0..27 {
            let member = town.member(Role::Frontline).await;
            let more = invitation("", town.public).membership;
            person::give_membership(desk, &keeper, member.person, &more)
                .await
                .unwrap();
        }
        let mut wish = Wish::default();
        let mut seen = Vec::new();
        loop {
            let page = person::list(desk, &keeper, &wish).await.unwrap();
            seen.extend(page.items.iter().map(|p| p.id));
            match page.next {
                Some(next) => wish.after = Some(next),
                None => break,
            }
        }
        assert_eq!(seen.len(), 28);
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 28);
        let narrowed = Wish {
            organisation: Some(town.voluntary),
            after: None,
        };
        assert_eq!(
            person::list(desk, &keeper, &narrowed)
                .await
                .unwrap()
                .items
                .len(),
            25
        );
    })
    .await;
}

#[tokio::test]
async fn a_corrected_address_ends_what_the_wrong_one_was_sent_and_is_invited_itself() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member_of(Role::Administrator, town.public).await;
        let (cookie, session) = town.session(Role::Frontline, town.voluntary).await;
        let person = session.actor.person;
        let mut tx = desk.db.write().await.unwrap();
        let link = token::give(&mut tx, desk, m, Purpose::SignIn, person, Moment::DAY)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let mut draft = Draft {
            name: "Birthe Holm".into(),
            email: "PROEVE1@provestad.example".into(),
            ..Draft::default()
        };
        person::change(desk, &keeper, person, &draft).await.unwrap();
        session::look(desk, m, &link, SIGN_IN).await.unwrap();
        assert!(session::find(desk, m, &cookie).await.unwrap().is_some());
        assert_eq!(waiting_mails(desk, m).await, 0);

        draft.email = "birthe@provestad.example".into();
        person::change(desk, &keeper, person, &draft).await.unwrap();
        let spent = session::enter(desk, m, &link, SIGN_IN).await;
        assert!(matches!(spent, Err(Refusal::Missing)));
        assert!(session::find(desk, m, &cookie).await.unwrap().is_none());
        assert_eq!(waiting_mails(desk, m).await, 1);
    })
    .await;
}
