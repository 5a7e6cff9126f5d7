//! What partners are told of: what citizens meet, and what went away since they asked last.
use super::offer::named;
use samskab_app::Refusal;
use samskab_app::hsds::{Audience, PageWish, Shape, Wish, find, service, services, vocabulary};
use samskab_app::offer::{change, create, draft, verify};
use samskab_domain::access::Role;
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::offer::Draft;
use samskab_testkit::{Town, on_every_engine};

const DANISH: Language = Language::Danish;

/// The offers one is told of, each with its status.
async fn told(town: &Town, since: Option<Moment>) -> Vec<(Id, String)> {
    let (desk, m) = (&town.desk, town.municipality);
    let vocabulary = vocabulary(desk, m).await.unwrap();
    let wish = Wish {
        modified_after: since,
        ..Wish::default()
    };
    let page = PageWish {
        number: 1,
        size: 50,
    };
    let found = find(desk, m, &vocabulary, &wish, page).await.unwrap();
    assert_eq!(usize::try_from(found.total).unwrap(), found.items.len());
    let wished = (Shape::Minimal, Audience::Everyone);
    let all = services(desk, m, &vocabulary, &found.items, wished)
        .await
        .unwrap();
    let status = |o: &samskab_hsds::Object| o["status"].as_str().unwrap().to_owned();
    all.iter()
        .map(|o| (o["id"].as_str().unwrap().parse().unwrap(), status(o)))
        .collect()
}

#[tokio::test]
async fn what_nobody_vouches_for_is_left_out_and_told_of_once_as_gone() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        let keeper = town.member(Role::Coordinator).await;
        let coffee = create(desk, &keeper, &named(&town, "Kaffe"), None, DANISH)
            .await
            .unwrap();
        let tea = create(desk, &keeper, &named(&town, "Te"), None, DANISH)
            .await
            .unwrap();
        assert_eq!(told(&town, None).await.len(), 2);
        town.clock.advance(100 * Moment::DAY);
        let asked = town.desk.now();
        town.clock.advance(100 * Moment::DAY);
        verify(desk, &keeper, tea).await.unwrap();
        assert_eq!(
            told(&town, Some(asked)).await,
            [(tea, "active".to_owned())],
            "a check is news"
        );
        town.clock.advance(100 * Moment::DAY);

        assert_eq!(told(&town, None).await, [(tea, "active".to_owned())]);
        assert!(matches!(service(desk, m, coffee).await, Err(Refusal::Done)));
        let since = told(&town, Some(asked)).await;
        assert!(
            since.contains(&(coffee, "inactive".to_owned())),
            "{since:?}"
        );
        let later = town.desk.now();
        town.clock.advance(Moment::DAY);
        assert!(
            told(&town, Some(later)).await.is_empty(),
            "it is told of once"
        );

        verify(desk, &keeper, coffee).await.unwrap();
        assert!(service(desk, m, coffee).await.is_ok());
        assert_eq!(
            told(&town, Some(later)).await,
            [(coffee, "active".to_owned())]
        );
        let down = Draft {
            state: "withdrawn".into(),
            ..draft(desk, &keeper, coffee).await.unwrap()
        };
        change(desk, &keeper, coffee, &down, None).await.unwrap();
        assert_eq!(
            told(&town, Some(later)).await,
            [(coffee, "defunct".to_owned())]
        );
        assert!(matches!(service(desk, m, coffee).await, Err(Refusal::Done)));
        assert!(matches!(
            service(desk, m, town.area).await,
            Err(Refusal::Missing)
        ));
    })
    .await;
}
