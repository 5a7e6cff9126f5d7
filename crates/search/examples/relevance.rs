//! How well questions find the document that answers them.
//!
//! ```text
//! cargo run --release -p samskab-search --example relevance -- documents.jsonl questions.jsonl
//! ```
//!
//! A document has `id`, `language`, `title` and `description`; those with the same id are one document in
//! several languages. A third file may follow, of which the titles alone are taken, each to the document with its
//! id, as the name of its topic in another language would be. A question has `question` and `document`, the id of the one that answers it.
//! Prints one JSON object: recall within the first 1, 5 and 10, the mean reciprocal rank among the first 10
//! (MRR), the share of questions that find nothing, and recall within the first 5 when two neighbouring
//! letters are swapped in each word over five letters.
use samskab_search::directory::{Directory, Document, Text, Wish};
use samskab_words::tongue::Tongue;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::process::ExitCode;

#[derive(Deserialize)]
struct Page {
    id: u64,
    #[serde(default)]
    language: String,
    title: String,
    #[serde(default)]
    description: String,
}

#[derive(Deserialize)]
struct Question {
    question: String,
    document: u64,
}

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    let (documents, questions, topics) = match files.as_slice() {
        [documents, questions] => (documents, questions, None),
        [documents, questions, topics] => (documents, questions, Some(topics)),
        _ => {
            eprintln!(
                "relevance: files are needed: documents.jsonl questions.jsonl [topics.jsonl]"
            );
            return ExitCode::from(2);
        }
    };
    match measure(documents, questions, topics.map(String::as_str)) {
        Ok(measured) => {
            println!("{measured}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("relevance: {error}");
            ExitCode::from(2)
        }
    }
}

fn measure(
    documents: &str,
    questions: &str,
    topics: Option<&str>,
) -> Result<serde_json::Value, String> {
    let directory = Directory::in_memory().map_err(|e| e.to_string())?;
    let mut pages: Vec<Page> = read(documents)?;
    if let Some(topics) = topics {
        let topics: Vec<Page> = read(topics)?;
        pages.extend(topics.into_iter().map(|page| Page {
            description: String::new(),
            ..page
        }));
    }
    directory
        .change([], gathered(pages), "")
        .map_err(|e| e.to_string())?;
    let questions: Vec<Question> = read(questions)?;
    let told = ranks(&directory, &questions, str::to_owned)?;
    let slipped = ranks(&directory, &questions, with_slips)?;
    let share = |count: usize| count as f64 / questions.len().max(1) as f64;
    // The questions in two halves: what was tuned on one is to hold on the other.
    let half = |from: usize| {
        let half: Vec<&Rank> = told.iter().skip(from).step_by(2).collect();
        let within = half.iter().filter(|rank| rank.is_within(5)).count();
        within as f64 / half.len().max(1) as f64
    };
    let within =
        |ranks: &[Rank], most: usize| share(ranks.iter().filter(|r| r.is_within(most)).count());
    let reciprocal = |rank: &Rank| {
        rank.place
            .filter(|p| *p < 10)
            .map_or(0.0, |p| 1.0 / (p + 1) as f64)
    };
    Ok(serde_json::json!({
        "questions": questions.len(),
        "documents": directory.len(),
        "recall@1": within(&told, 1),
        "recall@5": within(&told, 5),
        "recall@5 of each half": [half(0), half(1)],
        "recall@10": within(&told, 10),
        "mrr": told.iter().map(reciprocal).sum::<f64>() / questions.len().max(1) as f64,
        "empty": share(told.iter().filter(|r| r.found == 0).count()),
        "recall@5 with slips": within(&slipped, 5),
        "empty with slips": share(slipped.iter().filter(|r| r.found == 0).count()),
    }))
}

fn read<T: DeserializeOwned>(file: &str) -> Result<Vec<T>, String> {
    let text = std::fs::read_to_string(file).map_err(|e| format!("{file}: {e}"))?;
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(i, line)| {
            serde_json::from_str(line).map_err(|e| format!("{file}, line {}: {e}", i + 1))
        })
        .collect()
}

/// One document for each id, in all its languages.
fn gathered(pages: Vec<Page>) -> Vec<Document> {
    let mut documents: BTreeMap<u64, Document> = BTreeMap::new();
    for page in pages {
        let document = documents.entry(page.id).or_default();
        document.id = page.id.into();
        document.texts.push(Text {
            tongue: Tongue::of(&page.language),
            title: page.title,
            body: page.description,
        });
    }
    documents.into_values().collect()
}

/// Where the answer stands, and how many documents were found.
struct Rank {
    place: Option<usize>,
    found: usize,
}

impl Rank {
    fn is_within(&self, most: usize) -> bool {
        self.place.is_some_and(|place| place < most)
    }
}

fn ranks(
    directory: &Directory,
    questions: &[Question],
    typed: fn(&str) -> String,
) -> Result<Vec<Rank>, String> {
    let rank = |question: &Question| {
        let typed = typed(&question.question);
        let wish = Wish {
            typed: &typed,
            ..Wish::default()
        };
        let hits = directory.search(&wish).map_err(|e| e.to_string())?.hits;
        Ok(Rank {
            place: hits
                .iter()
                .position(|hit| hit.id == u128::from(question.document)),
            found: hits.len(),
        })
    };
    questions.iter().map(rank).collect()
}

/// The question with two neighbouring letters in the middle of each word over five letters swapped.
fn with_slips(question: &str) -> String {
    let mut slipped: Vec<char> = question.chars().collect();
    let mut begin = 0;
    for end in 0..=slipped.len() {
        if slipped.get(end).is_some_and(|c| c.is_alphabetic()) {
            continue;
        }
        let middle = begin + (end - begin) / 2;
        if end - begin > 5 {
            slipped.swap(middle - 1, middle);
        }
        begin = end + 1;
    }
    slipped.into_iter().collect()
}
