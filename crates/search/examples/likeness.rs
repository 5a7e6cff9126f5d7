//! `likeness needs.jsonl observations.jsonl`: how often a story's own need comes first, or among the
//! first three, and the mean of one over its rank; cold, and with the group known where needs have one.
use samskab_words::analyse::analyse;
use samskab_words::likeness::{Index, Mix, Need};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::error::Error;
use std::{env, fs};

#[derive(Deserialize)]
struct NeedLine {
    need: String,
    title: String,
    #[serde(default)]
    statement: String,
    group: Option<String>,
}

#[derive(Deserialize)]
struct Story {
    need: String,
    text: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = env::args().skip(1).collect();
    let [needs, stories] = files.as_slice() else {
        return Err("likeness needs.jsonl observations.jsonl".into());
    };
    let (needs, stories): (Vec<NeedLine>, Vec<Story>) = (read(needs)?, read(stories)?);
    let index = Index::new(&needs.iter().map(of).collect::<Vec<_>>());
    let mut result = json!({"needs": needs.len(), "observations": stories.len(), "cold": measure(&index, &needs, &stories, false)});
    if needs.iter().any(|n| n.group.is_some()) {
        result["group_known"] = measure(&index, &needs, &stories, true);
    }
    println!("{result}");
    Ok(())
}

fn of(line: &NeedLine) -> Need {
    Need {
        title: line.title.clone(),
        statement: line.statement.clone(),
        labels: line.group.iter().cloned().collect(),
        ..Need::default()
    }
}

fn read<T: DeserializeOwned>(file: &str) -> Result<Vec<T>, Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let lines = text.lines().filter(|l| !l.trim().is_empty());
    Ok(lines.map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn measure(index: &Index, needs: &[NeedLine], stories: &[Story], grouped: bool) -> Value {
    let (mut first, mut third, mut reciprocal) = (0.0, 0.0, 0.0);
    for story in stories {
        let Some(own) = needs.iter().position(|n| n.need == story.need) else {
            continue;
        };
        let group = needs
            .get(own)
            .and_then(|n| n.group.as_deref())
            .filter(|_| grouped);
        let text = analyse(&story.text);
        let hits = index
            .compare(&text, group.as_slice(), Mix::default())
            .hits();
        // What is like in nothing comes last.
        let rank = 1 + hits
            .iter()
            .position(|h| h.need == own)
            .unwrap_or(needs.len() - 1);
        first += f64::from(u8::from(rank == 1));
        third += f64::from(u8::from(rank <= 3));
        reciprocal += 1.0 / rank as f64;
    }
    let all = stories.len().max(1) as f64;
    json!({"accuracy@1": first / all, "accuracy@3": third / all, "mrr": reciprocal / all})
}
