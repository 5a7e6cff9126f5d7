//! What a need is about more precisely, and how much of it there is: kept with its words, and when it becomes
//! another.
use super::*;
use samskab_app::likeness::{Same, Writing, nearest, stories};
use samskab_app::{likeness, topic};
use samskab_domain::topic as topic_rules;

async fn topic(town: &Town, name: &str) -> Id {
    let keeper = town.member(Role::Administrator).await;
    let draft = topic_rules::Draft {
        name: name.into(),
        group: "illness_and_home".into(),
        ..topic_rules::Draft::default()
    };
    topic::create(&town.desk, &keeper, &draft).await.unwrap()
}

fn about(town: &Town, topics: &[Id]) -> Draft {
    Draft {
        topics: topics.iter().map(Id::to_string).collect(),
        extent: "Flere hver uge".into(),
        ..draft(town, &[])
    }
}

async fn topics(town: &Town, reader: &Actor, need: Id) -> Vec<Id> {
    need::read(&town.desk, reader, need).await.unwrap().topics
}

#[tokio::test]
async fn topics_and_extent_are_kept_changed_and_taken_along() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, danish) = (&town.desk, Language::Danish);
        let writer = town.member(Role::Coordinator).await;
        let (food, home) = (topic(&town, "Mad").await, topic(&town, "Udskrivning").await);
        let id = need::write(desk, &writer, &about(&town, &[home, food]), danish)
            .await
            .unwrap();
        let read = need::read(desk, &writer, id).await.unwrap();
        assert_eq!(read.topics, [food, home], "by the alphabet");
        assert_eq!(read.need.extent.as_deref(), Some("Flere hver uge"));
        let typed = need::draft(desk, &writer, id).await.unwrap();
        assert_eq!(
            (typed.topics.len(), typed.extent.as_str()),
            (2, "Flere hver uge")
        );

        let unknown = about(&town, &[food, desk.id()]);
        let refused = need::change(desk, &writer, id, &unknown).await;
        assert_eq!(remarked(refused), ("topics", Why::Unknown));
        let named = Draft {
            extent: "Grethe Madsen og hendes søster".into(),
            ..about(&town, &[])
        };
        let refused = need::change(desk, &writer, id, &named).await;
        assert_eq!(remarked(refused).0, "extent");
        need::change(desk, &writer, id, &about(&town, &[food]))
            .await
            .unwrap();
        assert_eq!(topics(&town, &writer, id).await, [food]);

        let of_home = about(&town, &[home]);
        let other = need::write(desk, &writer, &of_home, danish).await.unwrap();
        need::merge(desk, &writer, id, other).await.unwrap();
        assert_eq!(topics(&town, &writer, other).await, [food, home]);
        let typed = need::draft(desk, &writer, other).await.unwrap();
        let anew = need::supersede(desk, &writer, other, &typed, danish).await;
        assert_eq!(topics(&town, &writer, anew.unwrap()).await, [food, home]);
    })
    .await;
}

#[tokio::test]
async fn the_same_topic_group_and_area_are_among_the_reasons_both_ways() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let food = topic(&town, "Mad").await;
        let of_food = about(&town, &[food]);
        let id = need::write(desk, &writer, &of_food, Language::Danish)
            .await
            .unwrap();
        let writing = Writing {
            text: "Huset var uden mad, da hun kom hjem.".into(),
            topic_group: "illness_and_home".into(),
            area: town.area.to_string(),
            topic: Some(food),
        };
        let near = nearest(desk, &writer, &writing).await.unwrap();
        assert_eq!(near[0].need.id, id);
        assert_eq!(near[0].same, [Same::TopicGroup, Same::Topic, Same::Area]);
        let elsewhere = Writing {
            text: writing.text.clone(),
            ..Writing::default()
        };
        let near = nearest(desk, &writer, &elsewhere).await.unwrap();
        assert!(near[0].same.is_empty());

        tell(&town, &writer, "9000").await;
        let alike = stories(desk, &writer, id).await.unwrap();
        assert_eq!(alike[0].same, [Same::TopicGroup, Same::Area]);
        let words = likeness::words(desk, &writer, id).await.unwrap();
        assert!(words.is_empty(), "nothing is learnt of one organisation");
    })
    .await;
}
