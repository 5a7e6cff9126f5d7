//! Anyone says that something about an offer is wrong, and may hear what came of it.
use super::offer::named;
use super::upkeep::Letters;
use samskab_app::fault::{self, CameOfIt, Draft, Kind, close, faulty, list, more, say};
use samskab_app::offer::{create, read};
use samskab_app::{Refusal, job, journal, mail, my_day};
use samskab_database::{FromRow, sql};
use samskab_domain::access::Role;
use samskab_domain::fault::OPEN_MAX;
use samskab_domain::kernel::{Id, Language, Moment, PersonalKind, Why};
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

/// Does every job that is due; the letters that went out: to which address, and what they say.
async fn work(town: &Town) -> Vec<(String, String)> {
    let post = Letters::default();
    let (desk, m, base) = (&town.desk, town.municipality, "http://t.example");
    while let Some(claimed) = job::claim(desk).await.unwrap() {
        let named = |name: &str| claimed.payload[name].as_str().unwrap().parse().unwrap();
        match claimed.kind() {
            Some(job::Kind::TellOutcome) => fault::tell(desk, &post, base, m, named("fault"))
                .await
                .unwrap(),
            Some(job::Kind::SendMail) => mail::send(desk, &post, base, m, named("mail"))
                .await
                .unwrap(),
            _ => {}
        }
        job::finish(desk, &claimed).await.unwrap();
    }
    post.all()
}

#[derive(FromRow)]
struct Kept {
    reply_to: Option<String>,
}

async fn kept(town: &Town) -> Vec<Option<String>> {
    let sql = sql!(
        "select reply_to from offer_fault where municipality_id = ? order by id",
        town.municipality
    );
    let kept: Vec<Kept> = town.desk.db.all(sql).await.unwrap();
    kept.into_iter().map(|k| k.reply_to).collect()
}

#[tokio::test]
async fn what_a_stranger_says_reaches_those_who_keep_it_and_she_hears_the_outcome_once() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let outsider = town.member_of(Role::Coordinator, town.public).await;
        let offer = create(desk, &keeper, &named(&town, "Kaffe"), None, DANISH)
            .await
            .unwrap();
        work(&town).await;
        let said = say(desk, m, offer, Kind::WrongTime, Language::Arabic)
            .await
            .unwrap();
        town.clock.advance(Moment::SECOND);
        let again = say(desk, m, offer, Kind::Closed, DANISH).await.unwrap();
        let letters = work(&town).await;
        assert_eq!(letters.len(), 1, "one mail a day, however many say so");
        assert!(letters[0].1.contains("/faults") && !letters[0].1.contains("Kaffe"));

        let personal = Draft {
            note: "Spørg Kirsten Sørensen i stedet".into(),
            ..Draft::default()
        };
        let refused = more(desk, m, offer, said, &personal).await;
        let Err(Refusal::Remarks(remarks)) = refused else {
            panic!("a name was kept: {refused:?}")
        };
        assert_eq!(
            remarks[0].why,
            Why::Personal {
                kind: PersonalKind::Name
            }
        );
        let cpr = Draft {
            note: "Hun har 010190-1234".into(),
            harmless: true,
            ..Draft::default()
        };
        assert!(matches!(
            more(desk, m, offer, said, &cpr).await,
            Err(Refusal::Remarks(_))
        ));
        let fine = Draft {
            note: "Det er kl. 15".into(),
            email: "borger@mail.example".into(),
            harmless: false,
        };
        more(desk, m, offer, said, &fine).await.unwrap();
        assert!(
            matches!(
                more(desk, m, offer, said, &fine).await,
                Err(Refusal::Missing)
            ),
            "added to once"
        );
        town.clock.advance(2 * Moment::HOUR);
        assert!(
            matches!(
                more(desk, m, offer, again, &fine).await,
                Err(Refusal::Missing)
            ),
            "too late"
        );

        let waiting = my_day::waiting(desk, &keeper).await.unwrap();
        assert_eq!(
            waiting.faulty.iter().map(|f| f.faults).collect::<Vec<_>>(),
            [2]
        );
        let seen = list(desk, &keeper, offer).await.unwrap();
        assert_eq!(seen[0].note.as_deref(), Some("Det er kl. 15"));
        assert!(seen[0].answer && !seen[1].answer);
        assert!(list(desk, &outsider, offer).await.unwrap().is_empty());
        assert!(faulty(desk, &outsider, 10).await.unwrap().is_empty());
        let refused = close(desk, &outsider, offer, CameOfIt::Mended).await;
        assert!(matches!(refused, Err(Refusal::Missing)), "{refused:?}");

        close(desk, &keeper, offer, CameOfIt::Mended).await.unwrap();
        assert!(matches!(
            close(desk, &keeper, offer, CameOfIt::Mended).await,
            Err(Refusal::Done)
        ));
        let letters = work(&town).await;
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].0, "borger@mail.example");
        assert_eq!(
            kept(&town).await,
            [None, None],
            "the address was kept for that alone"
        );
        assert_eq!(journal::check(desk, m).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn two_who_say_closed_are_told_to_everyone_until_somebody_looks() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let offer = create(desk, &keeper, &named(&town, "Kaffe"), None, DANISH)
            .await
            .unwrap();
        let marked = async || {
            read(desk, m, None, offer, DANISH)
                .await
                .unwrap()
                .said_closed
        };
        say(desk, m, offer, Kind::Closed, DANISH).await.unwrap();
        assert!(!marked().await);
        for _ in 0..OPEN_MAX + 5 {
            say(desk, m, offer, Kind::Closed, DANISH).await.unwrap();
        }
        assert!(marked().await);
        assert_eq!(
            i64::try_from(kept(&town).await.len()).unwrap(),
            OPEN_MAX,
            "more tell nothing new"
        );
        close(desk, &keeper, offer, CameOfIt::AsItStands)
            .await
            .unwrap();
        assert!(!marked().await);

        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        for (m, offer) in [(other.municipality, offer), (m, Id::from_u128(5))] {
            let refused = say(desk, m, offer, Kind::Other, DANISH).await;
            assert!(matches!(refused, Err(Refusal::Missing)));
        }
    })
    .await;
}

#[tokio::test]
async fn an_address_nobody_answered_is_forgotten_after_ninety_days() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let offer = create(desk, &keeper, &named(&town, "Kaffe"), None, DANISH)
            .await
            .unwrap();
        let said = say(desk, m, offer, Kind::Moved, DANISH).await.unwrap();
        let draft = Draft {
            email: "borger@mail.example".into(),
            ..Draft::default()
        };
        more(desk, m, offer, said, &draft).await.unwrap();
        town.clock.advance(91 * Moment::DAY);
        job::clean_up(desk, m).await.unwrap();
        assert_eq!(
            kept(&town).await,
            [None],
            "what was said still waits, without an address"
        );
    })
    .await;
}
