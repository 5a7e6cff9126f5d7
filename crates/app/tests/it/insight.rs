//! What stands out in a place: quarters that are over, three organisations, campaigns once; nothing small is shown.
mod outcome;

use crate::need::{ask, written};
use samskab_app::insight::{Picture, Subject, signals};
use samskab_app::observation::{self, Told};
use samskab_app::{Refusal, need, organisation};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::topic::TopicGroup;
use samskab_domain::{observation as telling, organisation as organisation_rules};
use samskab_testkit::{Town, on_every_engine};

async fn told(town: &Town, teller: &Actor, story: String, topic: &str, place: &str) {
    town.clock.advance(Moment::SECOND);
    let draft = telling::Draft {
        story,
        source: "saw".into(),
        topic_group: topic.into(),
        area: town.area.to_string(),
        place: place.into(),
        ..telling::Draft::default()
    };
    let told = Told {
        draft: &draft,
        language: Language::Danish,
        submission: None,
        membership: None,
    };
    observation::record(&town.desk, teller, told).await.unwrap();
}

/// A third voice beside the town's two.
async fn third(town: &Town) -> Id {
    let keeper = town.member(Role::Administrator).await;
    let draft = organisation_rules::Draft {
        name: "Besøgsvennerne".into(),
        sector: "voluntary".into(),
        form: "association".into(),
        areas: vec![town.area.to_string()],
        ..organisation_rules::Draft::default()
    };
    organisation::create(&town.desk, &keeper, &draft)
        .await
        .unwrap()
}

/// Different enough from each other to be no copies.
const STORIES: [&str; 9] = [
    "bussen holder op klokken seks",
    "der er langt til nærmeste stoppested med rollator",
    "en nabo må altid køre for hende",
    "flextur skal bestilles dagen før",
    "toget standser ikke længere ved perronen",
    "taxaen er for dyr, når pensionen er brugt",
    "hun tør ikke cykle på den store vej i mørke",
    "færgen går kun om sommeren",
    "han kan ikke nå klinikken til tiden uden bil",
];

/// A town that tells of everything everywhere, and of getting about in 9000 above all.
async fn telling_town(town: &Town, same_words: bool) -> Actor {
    let organisations = [town.public, town.voluntary, third(town).await];
    for (i, place) in ["9000", "9200", "9220", "9400", "9500", "9600"]
        .into_iter()
        .enumerate()
    {
        let topics = [
            "alone",
            "language",
            "other",
            "post_and_rules",
            "work_and_money",
        ];
        let few = if place == "9000" { 1 } else { topics.len() };
        for topic in topics.into_iter().take(few) {
            let teller = town.member_of(Role::Frontline, organisations[i % 3]).await;
            told(
                town,
                &teller,
                format!("noget om {topic} ved {place}"),
                topic,
                place,
            )
            .await;
        }
    }
    for (i, story) in STORIES.iter().enumerate() {
        let teller = town.member_of(Role::Frontline, organisations[i % 3]).await;
        let copied = format!("{} Vi vil have bussen tilbage. Hilsen {i}", STORIES[0]);
        let text = if same_words { copied.as_str() } else { story };
        told(town, &teller, text.to_owned(), "getting_about", "9000").await;
    }
    town.member(Role::Leader).await
}

async fn picture(town: &Town, reader: &Actor) -> Picture {
    signals(&town.desk, reader).await.unwrap()
}

#[tokio::test]
async fn nothing_counts_before_its_quarter_is_over_and_then_what_three_tell_stands_out() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let leader = telling_town(&town, false).await;
        assert_eq!(picture(&town, &leader).await.signals, []);
        assert_eq!(picture(&town, &leader).await.spread, []);
        town.clock.advance(Moment::DAY * 120);
        let found = picture(&town, &leader).await;
        let out: Vec<_> = found
            .signals
            .iter()
            .map(|s| (s.topic_group, s.place.as_str(), s.at_least))
            .collect();
        assert_eq!(out, [(TopicGroup::GettingAbout, "9000", 5)]);
        let about = found
            .spread
            .iter()
            .find(|s| s.topic_group == TopicGroup::GettingAbout)
            .unwrap();
        assert_eq!((about.places, about.organisations), (None, Some(3)));
    })
    .await;
}

/// All that was told, page by page.
async fn everything(town: &Town, reader: &Actor) -> Vec<observation::Observation> {
    let (mut all, mut wish) = (Vec::new(), observation::Wish::default());
    loop {
        let page = observation::inbox(&town.desk, reader, &wish).await.unwrap();
        all.extend(page.items);
        match page.next {
            Some(next) => wish.before = Some(next.parse().unwrap()),
            None => return all,
        }
    }
}

#[tokio::test]
async fn a_raised_need_stands_out_where_three_tell_of_it_and_a_drafted_one_is_told_to_nobody() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let leader = telling_town(&town, false).await;
        let gatherer = town.member_of(Role::Facilitator, town.public).await;
        let told = everything(&town, &gatherer).await;
        let of = |group: TopicGroup| -> Vec<Id> {
            let these = told.iter().filter(|o| o.topic_group() == group);
            these.map(|o| o.id).collect()
        };
        // One need of what is told everywhere, one of what is told in 9000 above all.
        let everywhere = told
            .iter()
            .filter(|o| o.topic_group() != TopicGroup::GettingAbout);
        let everywhere: Vec<Id> = everywhere.map(|o| o.id).collect();
        let buses = of(TopicGroup::GettingAbout);
        for (stories, raise) in [(everywhere, true), (buses.clone(), true), (buses, false)] {
            let need = written(&town, &gatherer, &stories).await;
            if raise {
                need::raise(desk, &gatherer, need, &ask(&[town.public]))
                    .await
                    .unwrap();
            }
        }
        let this_quarter = picture(&town, &leader).await;
        assert_eq!(this_quarter.closer, []);
        town.clock.advance(Moment::DAY * 120);
        let found = picture(&town, &leader).await;
        let [one] = found.closer.as_slice() else {
            panic!("one of them, and not the draft: {:?}", found.closer);
        };
        assert!(matches!(one.subject, Subject::Need { .. }));
        assert_eq!(
            (one.signal.place.as_str(), one.signal.at_least),
            ("9000", 5)
        );
        assert!(one.signal.times < one.signal.at_most && one.signal.expected > 0.0);
    })
    .await;
}

#[tokio::test]
async fn a_campaign_of_near_copies_does_not_stand_out() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let leader = telling_town(&town, true).await;
        town.clock.advance(Moment::DAY * 120);
        assert_eq!(picture(&town, &leader).await.signals, []);
    })
    .await;
}

#[tokio::test]
async fn a_volunteer_is_not_shown_figures() {
    on_every_engine(async |engine| {
        let town = Town::new(&engine).await;
        let volunteer = town.member(Role::Frontline).await;
        let refused = signals(&town.desk, &volunteer).await;
        assert!(matches!(refused, Err(Refusal::Denied(_))), "{refused:?}");
    })
    .await;
}
