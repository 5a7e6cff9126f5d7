//! A need becomes another: the old address leads on, and nothing that was told or answered is lost.
use super::*;
use samskab_app::likeness::{Writing, nearest};
use samskab_app::trail;
use samskab_domain::need::Succession;

async fn listed(town: &Town, reader: &Actor) -> Vec<Id> {
    let page = need::list(&town.desk, reader, &Wish::default()).await;
    page.unwrap().items.iter().map(|l| l.need.id).collect()
}

async fn raised(town: &Town, writer: &Actor, stories: &[Id]) -> (Id, Id) {
    let id = written(town, writer, stories).await;
    let asked = need::raise(&town.desk, writer, id, &ask(&[town.public])).await;
    (id, asked.unwrap()[0])
}

async fn answered(town: &Town, answer: Id) {
    let leader = town.member_of(Role::Leader, town.public).await;
    let draft = answer_rules::Draft {
        kind: "act".into(),
        reason: "Vi ringer dagen før, og det koster os et opkald.".into(),
        meaning: "Hun bliver ringet op, inden hun kommer hjem.".into(),
        mandate: "Leder, inden for eget budget".into(),
        what: "Planlæggeren ringer ved hver hjemkomst.".into(),
        by: town.desk.today().plus(14).to_string(),
        ..answer_rules::Draft::default()
    };
    answer::give(&town.desk, &leader, answer, &draft, Language::Danish)
        .await
        .unwrap();
}

#[tokio::test]
async fn merged_needs_are_carried_by_all_and_what_was_answered_is_found_from_both() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let reader = town.member_of(Role::Frontline, town.public).await;
        let teller = town.member(Role::Frontline).await;
        let (one, two) = (
            tell(&town, &teller, "9000").await,
            tell(&town, &writer, "9200").await,
        );
        let (old, answer) = raised(&town, &writer, &[one]).await;
        answered(&town, answer).await;
        let (stays, _) = raised(&town, &writer, &[two]).await;
        let candidates = need::may_merge_into(desk, &writer, old).await.unwrap();
        assert_eq!(candidates.iter().map(|n| n.id).collect::<Vec<_>>(), [stays]);
        need::merge(desk, &writer, old, stays).await.unwrap();

        assert_eq!(listed(&town, &reader).await, [stays]);
        let leads = need::stands_as(desk, &reader, old).await.unwrap();
        assert_eq!(leads, Some(stays));
        let read = need::read(desk, &reader, stays).await.unwrap();
        assert_eq!(read.evidence, Evidence::SeveralPlaces);
        assert_eq!(read.before[0].answers.len(), 1);
        assert_eq!(read.before[0].kind, Succession::Merged);
        let before = need::read(desk, &reader, old).await.unwrap();
        assert_eq!(before.after[0].need.as_ref().unwrap().id, stays);
        assert_eq!(before.answers.len(), 1, "it stays where it was said");
        let trail = trail::of_observation(desk, &teller, one).await.unwrap();
        let named = |at: &trail::At| match &at.step {
            trail::Step::Gathered { need: Some(need) } => Some(("gathered", need.id)),
            trail::Step::Became { need, .. } => Some(("became", need.id)),
            _ => None,
        };
        let way: Vec<_> = trail.iter().filter_map(named).collect();
        assert_eq!(
            way,
            [("gathered", old), ("became", stays)],
            "her story leads to both, and it says why"
        );

        let again = need::merge(desk, &writer, old, stays).await;
        assert!(matches!(again, Err(Refusal::Done)), "{again:?}");
        let linked = need::link(desk, &writer, old, &[two], false).await;
        assert!(matches!(linked, Err(Refusal::Done)), "{linked:?}");
        let changed = need::change(desk, &writer, old, &draft(&town, &[])).await;
        assert!(matches!(changed, Err(Refusal::Done)), "{changed:?}");
        let writing = Writing {
            text: "Huset var uden mad, da hun kom fra sygehus.".into(),
            ..Writing::default()
        };
        let near = nearest(desk, &reader, &writing).await.unwrap();
        assert_eq!(
            near.iter().map(|n| n.need.id).collect::<Vec<_>>(),
            [stays],
            "the old one is offered to nobody"
        );
        assert_eq!(journal::check(desk, town.municipality).await.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn who_owes_an_answer_owes_it_to_the_new_need_and_a_chain_leads_to_its_end() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let reader = town.member_of(Role::Frontline, town.public).await;
        let story = tell(&town, &writer, "9000").await;
        let (first, owed) = raised(&town, &writer, &[story]).await;
        let anew = async |id| {
            town.clock.advance(Moment::SECOND);
            let draft = draft(&town, &[]);
            need::supersede(desk, &writer, id, &draft, Language::Danish).await
        };
        let second = anew(first).await.unwrap();
        let third = anew(second).await.unwrap();
        assert_eq!(state(&town, &reader, third).await, State::Raised);
        let read = need::read(desk, &reader, third).await.unwrap();
        assert_eq!(
            read.answers.iter().map(|a| a.id).collect::<Vec<_>>(),
            [owed]
        );
        for old in [first, second] {
            let leads = need::stands_as(desk, &reader, old).await.unwrap();
            assert_eq!(leads, Some(third));
        }
        answered(&town, owed).await;
        assert_eq!(state(&town, &reader, third).await, State::Planned);
        let last = anew(third).await.unwrap();
        let unseen = need::stands_as(desk, &reader, first).await.unwrap();
        assert_eq!(unseen, None, "the new one is a draft in its circle");
        let read = need::read(desk, &reader, third).await.unwrap();
        assert!(read.after[0].need.is_none(), "and has no name outside it");
        let leads = need::stands_as(desk, &writer, first).await.unwrap();
        assert_eq!(leads, Some(last));
    })
    .await;
}

#[tokio::test]
async fn a_part_becomes_a_need_of_its_own_and_the_rest_stands_as_it_was() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let (one, two, loose) = (
            tell(&town, &writer, "9000").await,
            tell(&town, &writer, "9200").await,
            tell(&town, &writer, "9400").await,
        );
        let (id, _) = raised(&town, &writer, &[one, two]).await;
        let part = async |stories: &[Id]| {
            let draft = draft(&town, stories);
            need::split(desk, &writer, id, &draft, Language::Danish).await
        };
        assert_eq!(
            remarked(part(&[loose]).await),
            ("observations", Why::Unknown)
        );
        assert_eq!(remarked(part(&[]).await), ("observations", Why::Missing));
        let new = part(&[two]).await.unwrap();
        let read = need::read(desk, &writer, new).await.unwrap();
        assert_eq!(read.need.state(), State::Draft);
        assert_eq!(read.stories.len(), 1);
        assert_eq!(read.before[0].need.as_ref().unwrap().id, id);
        let whole = need::read(desk, &writer, id).await.unwrap();
        assert_eq!(whole.stories.len(), 2, "what was asked about stays there");
        assert_eq!(whole.after[0].kind, Succession::Split);
        let stands = need::stands_as(desk, &writer, id).await.unwrap();
        assert_eq!(stands, None);
        let mut both = listed(&town, &writer).await;
        both.sort();
        let mut expected = [id, new];
        expected.sort();
        assert_eq!(both, expected);
    })
    .await;
}

#[tokio::test]
async fn nobody_outside_its_circle_gathers_it_and_nothing_open_ends_in_a_draft() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let ours = town.member(Role::Coordinator).await;
        let theirs = town.member_of(Role::Coordinator, town.public).await;
        let neutral = town.member(Role::Facilitator).await;
        let (mine, yours) = (
            tell(&town, &ours, "9000").await,
            tell(&town, &theirs, "9000").await,
        );
        let (open, _) = raised(&town, &ours, &[mine]).await;
        let theirs_draft = written(&town, &theirs, &[yours]).await;
        let merged = need::merge(desk, &theirs, open, theirs_draft).await;
        assert!(matches!(merged, Err(Refusal::Denied(_))), "{merged:?}");
        let merged = need::merge(desk, &ours, open, theirs_draft).await;
        assert_eq!(remarked(merged), ("into", Why::Unknown));
        let merged = need::merge(desk, &neutral, open, theirs_draft).await;
        assert_eq!(remarked(merged), ("into", Why::Unknown));
        let itself = need::merge(desk, &neutral, open, open).await;
        assert_eq!(remarked(itself), ("into", Why::Unknown));
        need::merge(desk, &neutral, theirs_draft, open)
            .await
            .unwrap();
        let leads = need::stands_as(desk, &theirs, theirs_draft).await.unwrap();
        assert_eq!(leads, Some(open));
    })
    .await;
}

#[tokio::test]
async fn the_way_from_one_to_many_is_shown_to_those_who_write_it() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let desk = &town.desk;
        let writer = town.member(Role::Coordinator).await;
        let outside = town.member_of(Role::Frontline, town.public).await;
        let story = tell(&town, &writer, "9000").await;
        let mut anecdote = draft(&town, &[story]);
        anecdote.statement = "Den 82-årige kom hjem den 3. maj til et tomt køleskab.".into();
        anecdote.harmless = true;
        let id = need::write(desk, &writer, &anecdote, Language::Danish)
            .await
            .unwrap();
        let read = need::read(desk, &writer, id).await.unwrap();
        let general = read.general.unwrap();
        let words: Vec<_> = general.singular.iter().map(|s| s.words.as_str()).collect();
        assert_eq!(words, ["82-årige", "den 3. maj"]);
        assert_eq!(general.steps.iter().filter(|(_, taken)| *taken).count(), 1);
        need::raise(desk, &writer, id, &ask(&[town.public]))
            .await
            .unwrap();
        let read = need::read(desk, &outside, id).await.unwrap();
        assert!(read.general.is_none(), "it is a help, not a mark");
    })
    .await;
}
