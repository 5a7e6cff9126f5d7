//! A seminar's pack: what stands in it and for whom, what is written back, and the pack on paper.
use super::DANISH;
use crate::initiative::third;
use samskab_app::initiative::{self, start_trial};
use samskab_app::job;
use samskab_app::meeting::seminar::{self, Fetched, Seminar};
use samskab_app::meeting::{self, Of};
use samskab_app::need::{self, NoteDraft};
use samskab_app::practice_change::agree;
use samskab_app::press::{Block, Document, Line, Press, Printed, Unprintable};
use samskab_app::{Desk, Refusal, answer, area};
use samskab_database::sql;
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::{Draft as AnswerDraft, RaiseDraft};
use samskab_domain::area::Draft as AreaDraft;
use samskab_domain::initiative::placing::PlaceDraft;
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::meeting::Draft;
use samskab_domain::meeting::seminar::{Ask, Progress};
use samskab_domain::need::Draft as NeedDraft;
use samskab_domain::practice_change::Draft as Change;
use samskab_testkit::{Town, on_every_engine};
use std::sync::Arc;

/// A town with a seminar, and a need that was raised to the municipality.
struct Day {
    town: Town,
    nadia: Actor,
    birthe: Actor,
    need: Id,
    seminar: Id,
}

fn called(seminar: bool) -> Draft {
    Draft {
        purpose: "knowledge".into(),
        title: "En dag om at være ældre".into(),
        day: "2026-12-10".into(),
        from: "09:00".into(),
        until: "15:00".into(),
        place: "Biblioteket".into(),
        seminar,
        ..Draft::default()
    }
}

async fn wrote(town: &Town, writer: &Actor, area: Id, title: &str) -> Id {
    let story = crate::initiative::story(town, writer).await;
    let draft = NeedDraft {
        title: title.into(),
        statement: "Ældre, der bor alene, kommer hjem til et hus uden mad.".into(),
        area: area.to_string(),
        topic_group: "illness_and_home".into(),
        observations: vec![story.to_string()],
        ..NeedDraft::default()
    };
    need::write(&town.desk, writer, &draft, DANISH)
        .await
        .unwrap()
}

async fn day(engine: &samskab_testkit::Engine) -> Day {
    let town = Town::new(engine).await;
    let nadia = town.member_of(Role::Facilitator, town.public).await;
    let birthe = town.member(Role::Frontline).await;
    let need = wrote(&town, &nadia, town.area, "Hjem til et tomt hus").await;
    wrote(&town, &nadia, town.area, "Kun en kladde").await;
    let raise = RaiseDraft {
        organisations: vec![town.public.to_string()],
        due: String::new(),
    };
    need::raise(&town.desk, &nadia, need, &raise).await.unwrap();
    let of = Of::Area(town.area);
    let seminar = meeting::call(&town.desk, &nadia, of, &called(true), DANISH)
        .await
        .unwrap();
    Day {
        town,
        nadia,
        birthe,
        need,
        seminar,
    }
}

fn noted(kind: &str, body: &str) -> NoteDraft {
    NoteDraft {
        kind: kind.into(),
        body: body.into(),
        ..NoteDraft::default()
    }
}

fn titles(seminar: &Seminar) -> Vec<&str> {
    let needs = seminar.themes.iter().flat_map(|theme| &theme.needs);
    needs.map(|seen| seen.need.title.as_str()).collect()
}

#[tokio::test]
async fn the_pack_holds_what_every_member_may_see_and_figures_for_those_who_see_them_elsewhere() {
    on_every_engine(|engine| async move {
        let Day {
            town,
            nadia,
            birthe,
            seminar,
            ..
        } = day(&engine).await;
        let desk = &town.desk;
        let read = seminar::read(desk, &nadia, seminar).await.unwrap();
        assert_eq!(titles(&read), ["Hjem til et tomt hus"]);
        assert!(read.signals.is_some() && read.may_write && !read.cut);
        let read = seminar::read(desk, &birthe, seminar).await.unwrap();
        assert_eq!(titles(&read), ["Hjem til et tomt hus"]);
        assert!(read.signals.is_none(), "at the front one sees no figures");

        let stranger = town.member_of(Role::Leader, town.public).await;
        let missing = seminar::read(desk, &stranger, seminar).await;
        assert!(
            matches!(missing, Err(Refusal::Missing)),
            "she is not invited"
        );
        for role in [Role::Researcher, Role::Administrator] {
            let onlooker = town.member(role).await;
            let denied = seminar::read(desk, &onlooker, seminar).await;
            assert!(matches!(denied, Err(Refusal::Denied(_))), "{role:?}");
        }
        let other = Town::named(&engine, "Nabostad", "nabostad").await;
        let foreign = other.member(Role::Facilitator).await;
        let missing = seminar::read(desk, &foreign, seminar).await;
        assert!(matches!(missing, Err(Refusal::Missing)));
        let plain = meeting::call(desk, &nadia, Of::Area(town.area), &called(false), DANISH)
            .await
            .unwrap();
        let missing = seminar::read(desk, &nadia, plain).await;
        assert!(matches!(missing, Err(Refusal::Missing)), "it is no seminar");
    })
    .await;
}

#[tokio::test]
async fn rival_interpretations_stand_side_by_side_and_give_questions() {
    on_every_engine(|engine| async move {
        let Day {
            town,
            nadia,
            birthe,
            need,
            seminar,
        } = day(&engine).await;
        let desk = &town.desk;
        let before = seminar::read(desk, &birthe, seminar).await.unwrap();
        assert!(before.rivals.is_empty() && before.questions.is_empty());
        for (who, body) in [
            (&birthe, "Ingen aftaler det."),
            (&nadia, "De vil ikke ringes op."),
        ] {
            town.clock.advance(Moment::SECOND);
            need::note(desk, who, need, &noted("interpretation", body), DANISH)
                .await
                .unwrap();
        }
        town.clock.advance(60 * Moment::DAY);
        let read = seminar::read(desk, &birthe, seminar).await.unwrap();
        let bodies: Vec<_> = read.rivals[0]
            .notes
            .iter()
            .map(|n| n.body.as_str())
            .collect();
        assert_eq!(bodies, ["Ingen aftaler det.", "De vil ikke ringes op."]);
        assert!(read.themes[0].needs[0].asked[0].late);
        // One thing is asked about once, in the order of what matters most.
        let asked: Vec<_> = read.questions.iter().map(|(ask, _)| *ask).collect();
        assert_eq!(asked, [Ask::Rival]);

        let karin = town.member_of(Role::Leader, town.public).await;
        let id = read_answer(&town, need).await;
        let no = AnswerDraft {
            kind: "act".into(),
            reason: "Vi ringer fremover.".into(),
            meaning: "Hun bliver ringet op.".into(),
            mandate: "Leder".into(),
            what: "Et opkald".into(),
            by: desk.today().plus(10).to_string(),
            ..AnswerDraft::default()
        };
        answer::give(desk, &karin, id, &no, DANISH).await.unwrap();
        let read = seminar::read(desk, &birthe, seminar).await.unwrap();
        assert!(read.themes[0].needs[0].asked[0].kind.is_some());
    })
    .await;
}

async fn read_answer(town: &Town, need: Id) -> Id {
    let facilitator = town.member_of(Role::Facilitator, town.public).await;
    let read = need::read(&town.desk, &facilitator, need).await.unwrap();
    read.answers[0].id
}

#[tokio::test]
async fn what_comes_of_it_is_written_back_and_says_where_it_came_from() {
    on_every_engine(|engine| async move {
        let Day {
            town,
            nadia,
            birthe,
            need,
            seminar,
        } = day(&engine).await;
        let desk = &town.desk;
        let idea = noted("idea", "En ringer dagen før.");
        seminar::write_back(desk, &birthe, seminar, need, &idea, DANISH)
            .await
            .unwrap();
        let read = need::read(desk, &nadia, need).await.unwrap();
        assert_eq!(
            read.notes[0].seminar_day().unwrap().to_string(),
            "2026-12-10"
        );
        let came = seminar::read(desk, &nadia, seminar).await.unwrap().came;
        assert_eq!(came.notes[0].0.id, need);
        assert_eq!(came.notes[0].1.body, "En ringer dagen før.");

        let number = noted("idea", "Ring til 010190-1234.");
        let refused = seminar::write_back(desk, &birthe, seminar, need, &number, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Remarks(_))));
        let keeper = town.member(Role::Administrator).await;
        let other_area = AreaDraft {
            name: "Et andet område".into(),
            ..AreaDraft::default()
        };
        let other_area = area::create(desk, &keeper, &other_area).await.unwrap();
        let elsewhere = wrote(&town, &nadia, other_area, "Et andet sted").await;
        let refused = seminar::write_back(desk, &nadia, seminar, elsewhere, &idea, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Missing)), "{refused:?}");
        let alike = third(&town, "voluntary", "informal").await;
        let stranger = town.member_of(Role::Coordinator, alike).await;
        let refused = seminar::write_back(desk, &stranger, seminar, need, &idea, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Missing)), "{refused:?}");
        meeting::cancel(desk, &nadia, seminar, false).await.unwrap();
        let refused = seminar::write_back(desk, &birthe, seminar, need, &idea, DANISH).await;
        assert!(matches!(refused, Err(Refusal::Done)), "{refused:?}");
    })
    .await;
}

/// Sets a document as its values.
struct Bare;

impl Press for Bare {
    fn set(&self, document: &Document) -> Result<Printed, Unprintable> {
        let pdf = serde_json::to_vec(document).unwrap();
        Ok(Printed { pdf, pages: 2 })
    }
}

fn compose(seminar: &Seminar, language: Language) -> Document {
    let said = seminar.rivals.iter().flat_map(|rival| &rival.notes);
    let said = said.map(|note| Block::Text(Line::plain(note.body.as_str())));
    Document {
        language,
        title: seminar.meeting.title.clone(),
        above: seminar.municipality.clone(),
        foot: seminar.on.to_string(),
        blocks: said.collect(),
    }
}

/// Does the jobs that make papers.
async fn work(desk: &Desk) -> usize {
    let mut made = 0;
    while let Some(claimed) = job::claim(desk).await.unwrap() {
        if claimed.kind() == Some(job::Kind::MakePaper) {
            let paper = claimed.payload["paper"].as_str().unwrap().parse().unwrap();
            seminar::make(desk, claimed.municipality_id, paper, compose)
                .await
                .unwrap();
            made += 1;
        }
        job::finish(desk, &claimed).await.unwrap();
    }
    made
}

#[tokio::test]
async fn the_paper_is_made_once_and_handed_only_to_whoever_asked_while_it_still_holds() {
    on_every_engine(|engine| async move {
        let Day {
            town,
            nadia,
            birthe,
            need,
            seminar,
        } = day(&engine).await;
        let desk = &town.desk.clone().with_press(Arc::new(Bare));
        let paper = seminar::order(desk, &birthe, seminar, DANISH)
            .await
            .unwrap();
        let again = seminar::order(desk, &birthe, seminar, DANISH)
            .await
            .unwrap();
        assert_eq!(again, paper, "what is on its way is not asked for twice");
        seminar::give_up(desk, town.municipality, paper)
            .await
            .unwrap();
        let given_up = seminar::paper(desk, &birthe, paper).await.unwrap();
        assert_eq!(given_up.state(), Progress::Failed);
        let paper = seminar::order(desk, &birthe, seminar, DANISH)
            .await
            .unwrap();
        assert_ne!(again, paper, "what was given up is asked for anew");
        let state = |who: Actor| async move { seminar::paper(desk, &who, paper).await };
        assert_eq!(
            state(birthe.clone()).await.unwrap().state(),
            Progress::Waiting
        );
        let early = seminar::fetch(desk, &birthe, paper, compose).await.unwrap();
        assert!(matches!(early, Fetched::NotYet(_)));
        assert_eq!(work(desk).await, 2);
        let made = state(birthe.clone()).await.unwrap();
        assert_eq!((made.state(), made.pages), (Progress::Made, Some(2)));
        let Fetched::Pdf(pdf, language) =
            seminar::fetch(desk, &birthe, paper, compose).await.unwrap()
        else {
            panic!("it is made");
        };
        assert_eq!(language, DANISH);
        assert!(String::from_utf8(pdf).unwrap().contains("En dag om"));
        // The facilitator sees more, and has no way to another's paper.
        assert!(matches!(state(nadia.clone()).await, Err(Refusal::Missing)));
        let missing = seminar::fetch(desk, &nadia, paper, compose).await;
        assert!(matches!(missing, Err(Refusal::Missing)));

        for body in ["Ingen aftaler det.", "De vil ikke ringes op."] {
            town.clock.advance(Moment::SECOND);
            need::note(desk, &birthe, need, &noted("interpretation", body), DANISH)
                .await
                .unwrap();
        }
        let outdated = seminar::fetch(desk, &birthe, paper, compose).await.unwrap();
        assert!(matches!(outdated, Fetched::Outdated(_)));
        let gone = seminar::fetch(desk, &birthe, paper, compose).await;
        assert!(
            matches!(gone, Err(Refusal::Missing)),
            "what no longer holds is not kept"
        );
    })
    .await;
}

#[tokio::test]
async fn a_paper_of_someone_who_left_is_never_made_and_none_outlives_its_day() {
    on_every_engine(|engine| async move {
        let Day {
            town,
            birthe,
            nadia,
            seminar,
            ..
        } = day(&engine).await;
        let desk = &town.desk.clone().with_press(Arc::new(Bare));
        let left = seminar::order(desk, &birthe, seminar, DANISH)
            .await
            .unwrap();
        let kept = seminar::order(desk, &nadia, seminar, DANISH).await.unwrap();
        let mut tx = desk.db.write().await.unwrap();
        let ended = "update membership set until_day = ? where municipality_id = ? and id = ?";
        tx.run(sql!(
            ended,
            desk.today(),
            town.municipality,
            birthe.membership
        ))
        .await
        .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(work(desk).await, 2);
        for missing in [
            seminar::read(desk, &birthe, seminar).await.map(drop),
            seminar::paper(desk, &birthe, left).await.map(drop),
            seminar::fetch(desk, &birthe, left, compose).await.map(drop),
        ] {
            assert!(matches!(missing, Err(Refusal::Missing)), "{missing:?}");
        }

        town.clock.advance(2 * Moment::DAY);
        job::clean_up(desk, town.municipality).await.unwrap();
        let gone = seminar::paper(desk, &nadia, kept).await;
        assert!(matches!(gone, Err(Refusal::Missing)));
    })
    .await;
}

#[tokio::test]
async fn what_was_bought_is_named_among_what_was_tried_and_what_changes_is_written_back() {
    on_every_engine(|engine| async move {
        let Day {
            town,
            nadia,
            birthe,
            seminar,
            ..
        } = day(&engine).await;
        let desk = &town.desk;
        let draft = crate::initiative::trial(town.public, Some(town.area));
        let bought = start_trial(desk, &birthe, None, &draft, DANISH)
            .await
            .unwrap();
        let place = PlaceDraft {
            relation: "contract".into(),
            ..PlaceDraft::default()
        };
        initiative::place(desk, &birthe, bought, &place)
            .await
            .unwrap();
        let read = seminar::read(desk, &nadia, seminar).await.unwrap();
        assert!(!read.tried[0].relation.counts());

        let agreed = Change {
            meeting: seminar.to_string(),
            ..crate::initiative::change(town.public)
        };
        agree(desk, &birthe, bought, &agreed, DANISH).await.unwrap();
        let came = seminar::read(desk, &nadia, seminar).await.unwrap().came;
        assert_eq!(came.changes[0].what, agreed.what);
    })
    .await;
}
