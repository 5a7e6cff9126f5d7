//! An offer in other languages: where each stands, and what a reader is told of it.
use crate::offer::named;
use samskab_app::offer::{self, Wish};
use samskab_app::{Refusal, translation};
use samskab_domain::access::{Actor, Role};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Id, Language, Why};
use samskab_domain::offer::{Aspect, Way};
use samskab_domain::schedule;
use samskab_domain::translation::{Draft, Field, Standing};
use samskab_testkit::{Town, on_every_engine};

const ARABIC: Language = Language::Arabic;

fn words(texts: &[(Field, &str)], made: &str) -> Draft {
    let texts = texts.iter();
    Draft {
        texts: texts
            .map(|(field, text)| (*field, (*text).to_owned()))
            .collect(),
        made: made.to_owned(),
    }
}

/// Coffee every Thursday, in Danish.
fn coffee(town: &Town) -> samskab_domain::offer::Draft {
    samskab_domain::offer::Draft {
        schedule: String::new(),
        price: "Gratis".into(),
        postcode: "9000".into(),
        when: schedule::Draft {
            weekdays: vec!["TH".into()],
            starts_at: "16.30".into(),
            ends_at: "18.30".into(),
            ..schedule::Draft::default()
        },
        ..named(town, "Torsdagskaffe")
    }
}

async fn offered(town: &Town, keeper: &Actor) -> Id {
    offer::create(&town.desk, keeper, &coffee(town), None, Language::Danish)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_translation_stands_until_its_source_changes_in_a_way_that_matters() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let id = offered(&town, &keeper).await;
        let work = async || {
            translation::work_in(desk, &keeper, id, ARABIC)
                .await
                .unwrap()
        };

        let before = work().await;
        assert_eq!(before.standing(), Standing::Missing);
        let fields: Vec<_> = before.texts.iter().map(|text| text.field).collect();
        let expected = [
            Field::Name,
            Field::Summary,
            Field::Price,
            Field::ContactTitle,
        ];
        assert_eq!(fields, expected, "a rule is said in every language");

        let all = [
            (Field::Name, "قهوة الخميس"),
            (Field::Summary, "مرافق معك"),
            (Field::Price, "مجاني"),
            (Field::ContactTitle, "المنسق"),
        ];
        let written = words(&all, "machine");
        translation::write(desk, &keeper, id, (ARABIC, before.version), &written)
            .await
            .unwrap();
        assert_eq!(work().await.standing(), Standing::Machine);
        let past = offer::history(desk, &keeper, id, None).await.unwrap();
        let (way, changes) = (past.items[0].way, &past.items[0].changes);
        assert_eq!((way, changes.len()), (Way::Translated, 4));
        assert!(
            changes
                .iter()
                .all(|c| c.language == Some(ARABIC) && c.before.is_empty())
        );
        assert_eq!(
            (changes[0].aspect, changes[0].after.as_str()),
            (Aspect::Name, "قهوة الخميس")
        );
        let reading = offer::read(desk, town.municipality, None, id, ARABIC)
            .await
            .unwrap();
        assert!(reading.name.by_machine() && reading.name.language == ARABIC);
        assert_eq!(
            reading.when[0].body,
            "كل الخميس الساعة \u{2066}16:30–18:30\u{2069}"
        );

        let reviewed = words(&all, "reviewed");
        translation::write(desk, &keeper, id, (ARABIC, before.version), &reviewed)
            .await
            .unwrap();
        for (summary, minor, standing) in [
            (
                "En følgeven er hos dig når du kommer hjem.",
                true,
                Standing::Reviewed,
            ),
            (
                "En følgeven henter dig på sygehuset.",
                false,
                Standing::Outdated,
            ),
        ] {
            let draft = samskab_domain::offer::Draft {
                summary: summary.into(),
                minor,
                ..coffee(&town)
            };
            offer::change(desk, &keeper, id, &draft, None)
                .await
                .unwrap();
            assert_eq!(work().await.standing(), standing, "{summary}");
        }

        // What was translated from an older version is as old as that.
        translation::write(desk, &keeper, id, (ARABIC, before.version), &reviewed)
            .await
            .unwrap();
        assert_eq!(work().await.standing(), Standing::Outdated);
        let now = work().await.version;
        translation::write(desk, &keeper, id, (ARABIC, now + 9), &reviewed)
            .await
            .unwrap();
        assert_eq!(work().await.standing(), Standing::Reviewed);
        let draft = samskab_domain::offer::Draft {
            summary: "Ny tekst".into(),
            ..coffee(&town)
        };
        offer::change(desk, &keeper, id, &draft, None)
            .await
            .unwrap();
        assert_eq!(
            work().await.standing(),
            Standing::Outdated,
            "nobody translates what is to come"
        );
    })
    .await;
}

#[tokio::test]
async fn only_those_who_keep_an_offer_translate_it_and_wrong_words_are_told() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let keeper = town.member(Role::Coordinator).await;
        let id = offered(&town, &keeper).await;
        let draft = words(&[(Field::Name, "Coffee")], "written");
        let stranger = town.member_of(Role::Coordinator, town.public).await;
        let denied = translation::write(desk, &stranger, id, (ARABIC, 1), &draft).await;
        assert!(matches!(denied, Err(Refusal::Denied(_))));
        let volunteer = town.member(Role::Frontline).await;
        let denied = translation::works(desk, &volunteer, id, &[ARABIC]).await;
        assert!(matches!(denied, Err(Refusal::Denied(_))));
        let own = translation::work_in(desk, &keeper, id, Language::Danish).await;
        assert!(matches!(own, Err(Refusal::Missing)));

        for (draft, field, why) in [
            (words(&[(Field::Name, "Coffee")], ""), "made", Why::Missing),
            (
                words(&[(Field::Name, "Ring 010190-1234")], "written"),
                "name",
                Why::Cpr,
            ),
        ] {
            let refused = translation::write(desk, &keeper, id, (ARABIC, 1), &draft).await;
            match refused {
                Err(Refusal::Remarks(remarks)) => {
                    assert_eq!((remarks[0].field, &remarks[0].why), (field, &why))
                }
                other => panic!("no remark but {other:?}"),
            }
        }
        let works = translation::works(desk, &keeper, id, &[ARABIC])
            .await
            .unwrap();
        assert!(
            works[0]
                .1
                .texts
                .iter()
                .all(|text| text.translation.is_none())
        );

        let (name, none) = ((Field::Name, "Coffee"), (Field::Name, " "));
        for (text, kept) in [(name, true), (none, false)] {
            translation::write(desk, &keeper, id, (ARABIC, 1), &words(&[text], "written"))
                .await
                .unwrap();
            let work = translation::work_in(desk, &keeper, id, ARABIC)
                .await
                .unwrap();
            assert_eq!(work.texts[0].translation.is_some(), kept);
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_ahead_where_it_is_and_what_fits_on_paper() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let m = town.municipality;
        let keeper = town.member(Role::Coordinator).await;
        let id = offered(&town, &keeper).await;
        let hidden = samskab_domain::offer::Draft {
            state: "draft".into(),
            ..coffee(&town)
        };
        offer::create(desk, &keeper, &hidden, None, Language::Danish)
            .await
            .unwrap();

        let today = desk.today();
        let wish = Wish::default();
        let coming = offer::coming(desk, m, (&wish, None), (today, today.plus(13)))
            .await
            .unwrap();
        let days: Vec<Day> = coming.times.iter().map(|(time, _)| time.day).collect();
        assert_eq!(days.len(), 2);
        assert!(days.iter().all(|day| day.weekday() == 4), "{days:?}");
        assert_eq!((coming.offers.len(), coming.more), (1, false));
        let feed = offer::feed(desk, m, "Fjordby", (&wish, Some(id)), |id| {
            format!("https://x.example/{id}")
        });
        let feed = feed.await.unwrap();
        assert!(feed.contains("DTSTART;TZID=Europe/Copenhagen:"));
        assert!(
            feed.contains("T163000") && feed.contains("SUMMARY:Torsdagskaffe"),
            "{feed}"
        );
        let elsewhere = Wish {
            place: Some("8000".into()),
            ..Wish::default()
        };
        let none = offer::coming(desk, m, (&elsewhere, None), (today, today.plus(13)))
            .await
            .unwrap();
        assert!(none.times.is_empty());

        let counts = offer::counts(desk, m, &Wish::default()).await.unwrap();
        let places = offer::places(desk, m, &counts).await.unwrap();
        let places: Vec<_> = places
            .iter()
            .map(|p| (p.postcode.as_str(), p.offers))
            .collect();
        assert_eq!(places, [("9000", 1)]);

        let sheets = offer::sheets(desk, m, &wish, &[]).await.unwrap();
        assert_eq!(sheets.len(), 1);
        assert_eq!(sheets[0].offer.id(), id);
        assert_eq!(sheets[0].phones, ["70 00 00 11"]);
        assert_eq!(sheets[0].contact.as_deref(), Some("Koordinator"));
        assert!(
            offer::sheets(desk, m, &wish, &[m])
                .await
                .unwrap()
                .is_empty()
        );

        let addresses = offer::addresses(desk, m, None).await.unwrap();
        let ids: Vec<Id> = addresses.iter().map(|a| a.id).collect();
        assert_eq!(ids, [id]);
        assert!(
            offer::addresses(desk, m, Some(id))
                .await
                .unwrap()
                .is_empty()
        );
        assert!(offer::address_parts(desk, m).await.unwrap().is_empty());
    })
    .await;
}
