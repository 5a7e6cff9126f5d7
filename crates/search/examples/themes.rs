//! `themes comments.jsonl`: each line has `text` and `themes`. Of the 26 commonest themes, how often a
//! true one is among the first three suggested, after the first 100, 400 and 1,300 comments were sorted;
//! tried on all comments after those. Beside it what naming the three commonest themes would reach.
//! Comments with none of the themes are left out; exact copies of a comment that was learnt too.
//!
//! Told twice: `in_file_order`, and `shuffled` as the mean of ten orders. A file that comes house by house
//! lets the first comments speak of one house alone, which is harder for any model; published figures
//! are of shuffled comments.
use samskab_search::themes::{Sorted, Themes};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::{env, fs};

#[derive(Deserialize)]
struct Comment {
    text: String,
    themes: Vec<String>,
}

const COMMONEST: usize = 26;
const LEARNT: [usize; 3] = [100, 400, 1_300];
const ORDERS: u32 = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).ok_or("themes comments.jsonl")?;
    let text = fs::read_to_string(file)?;
    let lines = text.lines().filter(|l| !l.trim().is_empty());
    let comments: Vec<Comment> = lines.map(serde_json::from_str).collect::<Result<_, _>>()?;
    let names = commonest(&comments);
    let sorted: Vec<Sorted> = comments.iter().filter_map(|c| sorted(c, &names)).collect();
    let orders: Vec<Vec<Sorted>> = (0..ORDERS).map(|n| shuffled(&sorted, n)).collect();
    let result = json!({
        "in_file_order": told(&names, &[sorted]),
        "shuffled": told(&names, &orders),
    });
    println!("{result}");
    Ok(())
}

/// The mean of all orders after each number of comments there are enough for.
fn told(names: &[&str], orders: &[Vec<Sorted>]) -> Value {
    let enough = |n: &usize| orders.iter().all(|o| *n < o.len());
    let mut result = Map::new();
    for after in LEARNT.into_iter().filter(enough) {
        let reached: Vec<Reached> = orders
            .iter()
            .map(|order| order.split_at(after))
            .map(|(learnt, tried)| measure(names, learnt, tried))
            .collect();
        let mean =
            |of: fn(&Reached) -> f64| reached.iter().map(of).sum::<f64>() / reached.len() as f64;
        result.insert(
            format!("after_{after}"),
            json!({
                "hit@3": mean(|r| r.hits / r.tried),
                "commonest_three": mean(|r| r.plain / r.tried),
                "tried": mean(|r| r.tried),
            }),
        );
    }
    Value::Object(result)
}

/// The same order for the same number each time.
fn shuffled(sorted: &[Sorted], order: u32) -> Vec<Sorted> {
    let mut shuffled: Vec<(usize, &Sorted)> = sorted.iter().enumerate().collect();
    shuffled.sort_by_cached_key(|(place, _)| {
        let mut hasher = DefaultHasher::new();
        (order, place).hash(&mut hasher);
        hasher.finish()
    });
    shuffled.into_iter().map(|(_, s)| s.clone()).collect()
}

fn commonest(comments: &[Comment]) -> Vec<&str> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for theme in comments.iter().flat_map(|c| &c.themes) {
        *counts.entry(theme).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    counts
        .into_iter()
        .take(COMMONEST)
        .map(|(name, _)| name)
        .collect()
}

fn sorted(comment: &Comment, names: &[&str]) -> Option<Sorted> {
    let place = |theme: &String| names.iter().position(|n| n == theme);
    let themes: Vec<usize> = comment.themes.iter().filter_map(place).collect();
    (!themes.is_empty()).then(|| Sorted {
        text: comment.text.clone(),
        themes,
    })
}

#[derive(Default)]
struct Reached {
    tried: f64,
    hits: f64,
    plain: f64,
}

fn measure(names: &[&str], learnt: &[Sorted], tried: &[Sorted]) -> Reached {
    let model = Themes::learn(names, learnt);
    let known: HashSet<&str> = learnt.iter().map(|s| s.text.as_str()).collect();
    let mut common: Vec<usize> = (0..names.len()).collect();
    common
        .sort_by_key(|t| std::cmp::Reverse(learnt.iter().filter(|s| s.themes.contains(t)).count()));
    let mut reached = Reached::default();
    for comment in tried.iter().filter(|c| !known.contains(c.text.as_str())) {
        let is_true = |theme: &usize| comment.themes.contains(theme);
        let ranked = model.rank(&comment.text);
        let is_hit = ranked.iter().take(3).any(|(theme, _)| is_true(theme));
        reached.tried += 1.0;
        reached.hits += f64::from(u8::from(is_hit));
        reached.plain += f64::from(u8::from(common.iter().take(3).any(is_true)));
    }
    reached
}
