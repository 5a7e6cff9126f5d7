//! Mending a story, sorting it, and sending it again under another membership.
use super::{draft, tell};
use samskab_app::observation::{QuoteDraft, Told, correct, read, record, release, sort, withdraw};
use samskab_app::{Refusal, person};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Coded, Language};
use samskab_domain::observation::{CorrectionDraft, SortingDraft};
use samskab_domain::person::MembershipDraft;
use samskab_testkit::{Town, on_every_engine};

fn words(story: &str) -> CorrectionDraft {
    CorrectionDraft {
        story: story.into(),
        ..CorrectionDraft::default()
    }
}

#[tokio::test]
async fn a_story_is_mended_by_its_teller_and_takes_back_quotes_it_no_longer_holds() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, danish) = (&town.desk, Language::Danish);
        let teller = town.member(Role::Frontline).await;
        let coordinator = town.member(Role::Coordinator).await;
        let story = "Bussen kom aldrig. Hun gik hjem.";
        let id = tell(&town, &teller, &draft(&town, story)).await.unwrap();
        for body in ["Bussen kom aldrig.", "Hun gik hjem."] {
            let quote = QuoteDraft {
                body: body.into(),
                harmless: false,
            };
            release(desk, &teller, id, &quote, danish).await.unwrap();
        }
        let mended = words("Bussen kom for sent. Hun gik hjem.");
        let refused = correct(desk, &coordinator, id, &mended, danish).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))));
        let refused = correct(desk, &teller, id, &words("Hun er 010190-1234"), danish).await;
        assert!(matches!(refused, Err(Refusal::Remarks(_))));
        correct(desk, &teller, id, &mended, danish).await.unwrap();
        let seen = read(desk, &coordinator, id).await.unwrap();
        assert_eq!(seen.observation.story, mended.story);
        assert_eq!(seen.before.len(), 1);
        assert_eq!(seen.before[0].story, story);
        let left: Vec<_> = seen.quotes.iter().map(|q| q.body.as_str()).collect();
        assert_eq!(left, ["Hun gik hjem."]);
        withdraw(desk, &teller, id).await.unwrap();
        let gone = read(desk, &teller, id).await.unwrap();
        assert!(gone.before.is_empty() && !gone.may_correct);
        let late = correct(desk, &teller, id, &mended, danish).await;
        assert!(matches!(late, Err(Refusal::Denied(_))));
    })
    .await;
}

#[tokio::test]
async fn who_wrote_it_down_may_mend_it_and_only_the_circle_sorts_it() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let coordinator = town.member(Role::Coordinator).await;
        let volunteer = town.member(Role::Frontline).await;
        let mut told = draft(&town, "Hun ville hellere fortælle det end skrive det.");
        told.teller = volunteer.membership.to_string();
        told.circle = "wide".into();
        let id = tell(&town, &coordinator, &told).await.unwrap();
        let mended = words("Hun vil hellere fortælle end skrive.");
        correct(desk, &coordinator, id, &mended, Language::Danish)
            .await
            .unwrap();
        let sorting = SortingDraft {
            topic_group: "other".into(),
            frequency: "often".into(),
            concerns: "ældre, der bor alene".into(),
            ..SortingDraft::default()
        };
        let elsewhere = town.member_of(Role::Coordinator, town.public).await;
        assert!(matches!(
            sort(desk, &elsewhere, id, &sorting).await,
            Err(Refusal::Denied(_))
        ));
        assert!(matches!(
            sort(desk, &volunteer, id, &sorting).await,
            Err(Refusal::Denied(_))
        ));
        let wrong = SortingDraft {
            topic: desk.id().to_string(),
            ..sorting.clone()
        };
        assert!(matches!(
            sort(desk, &coordinator, id, &wrong).await,
            Err(Refusal::Remarks(_))
        ));
        sort(desk, &coordinator, id, &sorting).await.unwrap();
        let seen = read(desk, &volunteer, id).await.unwrap().observation;
        assert_eq!(seen.story, mended.story);
        assert_eq!(seen.frequency().map(Coded::code), Some("often"));
        assert_eq!(seen.concerns, Some(sorting.concerns));
        assert!(read(desk, &elsewhere, id).await.unwrap().before.is_empty());
    })
    .await;
}

#[tokio::test]
async fn sent_again_under_another_membership_of_the_same_person_it_is_received() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let teller = town.member(Role::Frontline).await;
        let draft = draft(&town, "Sendt to gange fra samme telefon");
        let told = Told {
            draft: &draft,
            language: Language::Danish,
            submission: Some(town.desk.id()),
            membership: Some(teller.membership),
        };
        let first = record(&town.desk, &teller, told).await.unwrap();
        let administrator = town.member_of(Role::Administrator, town.public).await;
        let other = MembershipDraft {
            organisation: town.public.to_string(),
            role: Role::Frontline.code().into(),
            ..MembershipDraft::default()
        };
        let new = person::give_membership(&town.desk, &administrator, teller.person, &other)
            .await
            .unwrap();
        let mut elsewhere = teller.clone();
        elsewhere.membership = new;
        elsewhere.organisation = town.public;
        let again = record(&town.desk, &elsewhere, told).await.unwrap();
        assert_eq!((again.id, again.again), (first.id, true));
    })
    .await;
}
