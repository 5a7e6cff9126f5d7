//! `themes comments.jsonl`: each line has `text` and `themes`. Of the 26 commonest themes, how often a
//! true one is among the first three suggested, after the first 100, 400 and 1,300 comments were sorted;
//! tried on all comments after those. Beside it what naming the three commonest themes would reach.
//! Comments with none of the themes are left out; exact copies of a comment that was learnt too.
use samskab_search::themes::{Sorted, Themes};
use serde::Deserialize;
use serde_json::{Map, json};
use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::{env, fs};

#[derive(Deserialize)]
struct Comment {
    text: String,
    themes: Vec<String>,
}

const COMMONEST: usize = 26;

fn main() -> Result<(), Box<dyn Error>> {
    let file = env::args().nth(1).ok_or("themes comments.jsonl")?;
    let text = fs::read_to_string(file)?;
    let lines = text.lines().filter(|l| !l.trim().is_empty());
    let comments: Vec<Comment> = lines.map(serde_json::from_str).collect::<Result<_, _>>()?;
    let names = commonest(&comments);
    let sorted: Vec<Sorted> = comments.iter().filter_map(|c| sorted(c, &names)).collect();
    let mut result = Map::new();
    for after in [100, 400, 1_300].into_iter().filter(|&n| n < sorted.len()) {
        let (learnt, tried) = sorted.split_at(after);
        result.insert(format!("after_{after}"), measure(&names, learnt, tried));
    }
    println!("{}", json!(result));
    Ok(())
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

fn measure(names: &[&str], learnt: &[Sorted], tried: &[Sorted]) -> serde_json::Value {
    let model = Themes::learn(names, learnt);
    let known: HashSet<&str> = learnt.iter().map(|s| s.text.as_str()).collect();
    let mut common: Vec<usize> = (0..names.len()).collect();
    common
        .sort_by_key(|t| std::cmp::Reverse(learnt.iter().filter(|s| s.themes.contains(t)).count()));
    let (mut all, mut hits, mut plain) = (0.0, 0.0, 0.0);
    for comment in tried.iter().filter(|c| !known.contains(c.text.as_str())) {
        let ranked = model.rank(&comment.text);
        let is_hit = ranked
            .iter()
            .take(3)
            .any(|(theme, _)| comment.themes.contains(theme));
        all += 1.0;
        hits += f64::from(u8::from(is_hit));
        plain += f64::from(u8::from(
            common.iter().take(3).any(|t| comment.themes.contains(t)),
        ));
    }
    json!({"hit@3": hits / all, "commonest_three": plain / all, "tried": all})
}
