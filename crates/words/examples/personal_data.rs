//! Marks personal data in texts, or measures how well persons are found.
//!
//! `personal_data FILE.jsonl`: each line an object with `text`; prints one line of spans for each.
//! `personal_data --iob2 FILE`: sentences in IOB2, the mark in the third column; prints precision
//! and recall over the words of persons. With `--errors` before FILE it prints the sentences that
//! went wrong instead: `[-missed-]`, `[+marked for nothing+]`.
use samskab_words::personal_data::{Kind, find};
use serde::Deserialize;
use serde_json::json;
use std::collections::HashSet;
use std::error::Error;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["--iob2", file] => measure(&fs::read_to_string(file)?),
        ["--iob2", "--errors", file] => faults(&fs::read_to_string(file)?),
        [file] => mark(&fs::read_to_string(file)?)?,
        _ => return Err("personal_data FILE.jsonl | --iob2 FILE".into()),
    }
    Ok(())
}

#[derive(Deserialize)]
struct Line {
    text: String,
}

fn mark(lines: &str) -> Result<(), Box<dyn Error>> {
    for line in lines.lines().filter(|l| !l.trim().is_empty()) {
        let Line { text } = serde_json::from_str(line)?;
        let letters: Vec<char> = text.chars().collect();
        let spans: Vec<_> = find(&text)
            .into_iter()
            .map(|f| {
                let words: String = letters
                    .get(f.start..f.end)
                    .unwrap_or_default()
                    .iter()
                    .collect();
                json!({"kind": f.kind.code(), "start": f.start, "end": f.end, "text": words})
            })
            .collect();
        println!("{}", json!({ "spans": spans }));
    }
    Ok(())
}

/// A sentence: its text, and each word with its place and whether it belongs to a person's name.
struct Sentence {
    text: String,
    words: Vec<(usize, usize, bool)>,
}

fn sentences(file: &str) -> Vec<Sentence> {
    file.replace("\r\n", "\n")
        .split("\n\n")
        .map(sentence)
        .filter(|s| !s.words.is_empty())
        .collect()
}

fn sentence(block: &str) -> Sentence {
    let rows: Vec<(&str, bool)> = block
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut columns = line.split('\t').skip(1);
            Some((columns.next()?, columns.next()?.ends_with("-PER")))
        })
        .collect();
    let given = block
        .lines()
        .find_map(|line| line.strip_prefix("# text = "));
    let joined = rows
        .iter()
        .map(|(word, _)| *word)
        .collect::<Vec<_>>()
        .join(" ");
    let text: Vec<char> = given.unwrap_or(&joined).chars().collect();
    let mut at = 0;
    let words = rows.iter().filter_map(|&(word, person)| {
        let letters: Vec<char> = word.chars().collect();
        let start = (at..text.len()).find(|&i| text.get(i..i + letters.len()) == Some(&letters))?;
        at = start + letters.len();
        Some((start, at, person))
    });
    Sentence {
        words: words.collect(),
        text: text.iter().collect(),
    }
}

fn marked(sentence: &Sentence) -> HashSet<usize> {
    find(&sentence.text)
        .into_iter()
        .filter(|f| matches!(f.kind, Kind::Name | Kind::Handle))
        .flat_map(|f| f.start..f.end)
        .collect()
}

fn measure(file: &str) {
    let (mut both, mut ours, mut theirs) = (0, 0, 0);
    for sentence in sentences(file) {
        let marked = marked(&sentence);
        for &(start, end, person) in &sentence.words {
            let found = (start..end).any(|i| marked.contains(&i))
                && sentence
                    .text
                    .chars()
                    .skip(start)
                    .take(end - start)
                    .any(char::is_alphanumeric);
            both += u32::from(found && person);
            ours += u32::from(found);
            theirs += u32::from(person);
        }
    }
    let share = |of: u32| f64::from(both) / f64::from(of.max(1));
    println!(
        "{}",
        json!({"precision": share(ours), "recall": share(theirs), "found": both, "marked": ours, "persons": theirs})
    );
}

fn faults(file: &str) {
    for s in sentences(file) {
        let marked = marked(&s);
        let words: Vec<String> = s
            .words
            .iter()
            .map(|&(a, b, p)| {
                let w: String = s.text.chars().skip(a).take(b - a).collect();
                let f = (a..b).any(|i| marked.contains(&i));
                match (p, f) {
                    (true, false) => format!("[-{w}-]"),
                    (false, true) => format!("[+{w}+]"),
                    _ => w,
                }
            })
            .collect();
        let line = words.join(" ");
        if line.contains("[-") || line.contains("[+") {
            println!("{line}");
        }
    }
}
