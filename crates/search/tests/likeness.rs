//! How often a story finds its own need, on fictive Danish stories that the vocabulary was not made for.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
use samskab_words::analyse::analyse;
use samskab_words::likeness::{Index, Kind, Mix, Need};
use serde::Deserialize;

const NEEDS: &str = include_str!("data/needs.da.jsonl");
const STORIES: &str = include_str!("data/observations.da.jsonl");

#[derive(Deserialize)]
struct Line {
    need: String,
    #[serde(default)]
    title: String,
    #[serde(default)]
    statement: String,
    #[serde(default)]
    text: String,
    group: Option<String>,
}

fn lines(text: &str) -> Vec<Line> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn index(needs: &[Line]) -> Index {
    let needs: Vec<Need> = needs
        .iter()
        .map(|n| Need {
            title: n.title.clone(),
            statement: n.statement.clone(),
            labels: n.group.iter().cloned().collect(),
            ..Need::default()
        })
        .collect();
    Index::new(&needs)
}

/// The share of stories whose own need is among the first three.
fn among_three(grouped: bool) -> f64 {
    let (needs, stories) = (lines(NEEDS), lines(STORIES));
    let index = index(&needs);
    let hit = |story: &&Line| {
        let own = needs.iter().position(|n| n.need == story.need).unwrap();
        let group = needs[own].group.as_deref().filter(|_| grouped);
        let text = analyse(&story.text);
        let compared = index.compare(&text, group.as_slice(), Mix::default());
        compared.hits().iter().take(3).any(|h| h.need == own)
    };
    stories.iter().filter(hit).count() as f64 / stories.len() as f64
}

#[test]
fn a_story_finds_its_need_far_more_often_than_chance_would() {
    let chance = 3.0 / lines(NEEDS).len() as f64;
    assert!(among_three(false) > chance + 0.2, "{}", among_three(false));
    assert!(among_three(true) >= 0.94, "{}", among_three(true));
}

#[test]
fn each_reason_shows_words_that_stand_in_the_texts() {
    let (needs, stories) = (lines(NEEDS), lines(STORIES));
    let index = index(&needs);
    for story in &stories {
        let text = story.text.to_lowercase();
        let analysed = analyse(&story.text);
        let compared = index.compare(&analysed, &[], Mix::default());
        for hit in compared.hits() {
            let need =
                format!("{} {}", needs[hit.need].title, needs[hit.need].statement).to_lowercase();
            let reasons = compared.reasons(hit.need);
            let sum: f32 = reasons.iter().map(|r| r.weight).sum();
            assert!((sum - hit.score).abs() < 1e-3, "{sum} is not {}", hit.score);
            for reason in reasons.iter().filter(|r| r.kind != Kind::Letters) {
                assert!(
                    text.contains(&reason.own) && need.contains(&reason.theirs),
                    "{reason:?}"
                );
            }
        }
    }
}

#[test]
fn case_and_blanks_change_nothing() {
    let index = index(&lines(NEEDS));
    for story in lines(STORIES) {
        let loud = format!("  {}\n", story.text.to_uppercase());
        let rank = |text: &str| {
            index
                .compare(&analyse(text), &[], Mix::default())
                .hits()
                .iter()
                .map(|h| h.need)
                .collect::<Vec<_>>()
        };
        assert_eq!(rank(&story.text), rank(&loud));
    }
}

#[test]
fn a_story_without_words_is_like_nothing() {
    let index = index(&lines(NEEDS));
    assert!(
        index
            .compare(&analyse("?! \u{0} 😀"), &[], Mix::default())
            .hits()
            .is_empty()
    );
    assert!(
        Index::new(&[])
            .compare(&analyse("Bussen kom ikke"), &["x"], Mix::default())
            .hits()
            .is_empty()
    );
}
