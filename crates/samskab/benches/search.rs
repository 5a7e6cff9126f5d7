//! Our search beside the full text search of SQLite (FTS5) and of PostgreSQL, on the same documents and
//! questions in the same run: how often the answer is among the first five, and how long one waits.
//!
//! ```text
//! scripts/with-postgres cargo bench -p samskab --bench search
//! ```
//!
//! Documents and questions are those of OMoS-QA; `SEARCH_SIZES` how many documents for the speed (618,10000,100000), those
//! beyond the real ones made of their titles and sentences. The other two are given what one gives them with care: the words of the
//! question without those that only ask, any of which may match, title before body, PostgreSQL's own rules of each
//! language. Ours runs as the offers' search does: likeness, counts and all.
use samskab_database::{Db, FromRow, Sql, sql};
use samskab_search::directory::{ALWAYS, Directory, Document, Facts, Text, Wish};
use samskab_testkit::{Engine, real_data};
use samskab_words::tongue::{Tongue, words};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

#[derive(Clone, Deserialize)]
struct Page {
    id: i64,
    title: String,
    description: String,
}

#[derive(Deserialize)]
struct Question {
    question: String,
    document: i64,
}

#[derive(FromRow)]
struct Found {
    id: i64,
}

/// What the questions got.
#[derive(Default)]
struct Measured {
    found: usize,
    empty: usize,
    waits: Vec<Duration>,
}

fn main() {
    let Some(real) = real_data("search") else {
        return;
    };
    let folder = real.join("omosqa");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(compare(&folder));
}

async fn compare(folder: &Path) {
    println!(
        "{:9} {:>7} {:12} {:>8} {:>8} {:>7} {:>8} {:>8} {:>9}",
        "language", "size", "engine", "recall@5", "empty", "fill s", "p50 ms", "p99 ms", "a second"
    );
    let sizes = std::env::var("SEARCH_SIZES").unwrap_or_else(|_| "618,10000,100000".into());
    let sizes: Vec<usize> = sizes.split(',').filter_map(|s| s.parse().ok()).collect();
    for language in ["de", "en", "ar", "uk"] {
        let pages: Vec<Page> = read(folder, &format!("documents.{language}.jsonl"));
        let questions: Vec<Question> = read(folder, &format!("questions.{language}.jsonl"));
        for &size in sizes
            .iter()
            .filter(|size| **size <= pages.len() || language == "de")
        {
            let pages = grown(&pages, size);
            ours(language, &pages, &questions);
            theirs(language, &pages, &questions, Engine::sqlite().await, "FTS5").await;
            if let Some((engine, done)) = Engine::postgres().await {
                theirs(language, &pages, &questions, engine, "PostgreSQL").await;
                done.now().await;
            }
        }
    }
}

fn read<T: for<'a> Deserialize<'a>>(folder: &Path, name: &str) -> Vec<T> {
    let text = std::fs::read_to_string(folder.join(name)).expect("a file of the data");
    let lines = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"));
    lines.collect()
}

/// The real ones, then the title of one with sentences of seven others.
fn grown(real: &[Page], size: usize) -> Vec<Page> {
    let sentences: Vec<&str> = real.iter().flat_map(|p| p.description.lines()).collect();
    let page = |i: usize| match real.get(i) {
        Some(page) => page.clone(),
        None => Page {
            id: i64::try_from(i).unwrap_or(i64::MAX),
            title: format!("{} {}", real[i % real.len()].title, i / real.len()),
            description: (1..8)
                .map(|n| sentences[i.wrapping_mul(37 * n + 1) % sentences.len()])
                .collect::<Vec<_>>()
                .join("\n"),
        },
    };
    (0..size).map(page).collect()
}

fn ours(language: &str, pages: &[Page], questions: &[Question]) {
    let begun = Instant::now();
    let folder = tempfile::tempdir().expect("a folder");
    let directory = Directory::open(folder.path()).expect("an index");
    let document = |page: &Page| Document {
        id: page.id.unsigned_abs().into(),
        texts: vec![Text {
            tongue: Tongue::of(language),
            title: page.title.clone(),
            body: page.description.clone(),
        }],
        facts: Facts {
            fresh_until: ALWAYS,
            trusted_until: ALWAYS,
            ..Facts::default()
        },
        quiet: false,
    };
    directory
        .change([], pages.iter().map(document), "")
        .expect("documents put in");
    let filled = begun.elapsed();
    let mut measured = Measured::default();
    for question in questions {
        let begun = Instant::now();
        let wish = Wish {
            typed: &question.question,
            most: Some(26),
            ..Wish::default()
        };
        let found = directory.search(&wish).expect("an answer");
        let hits = found
            .hits
            .iter()
            .map(|hit| i64::try_from(hit.id).unwrap_or(-1));
        measured.note(begun, hits.take(5).collect(), question);
    }
    measured.tell(language, pages.len(), "ours", filled);
}

async fn theirs(
    language: &str,
    pages: &[Page],
    questions: &[Question],
    engine: Engine,
    name: &str,
) {
    let begun = Instant::now();
    let db = engine.db.clone();
    fill(&db, language, pages).await;
    let filled = begun.elapsed();
    let mut measured = Measured::default();
    for question in questions {
        let begun = Instant::now();
        let hits: Vec<Found> = match query(&db, language, &question.question) {
            Some(query) => db.all(query).await.expect("an answer"),
            None => vec![],
        };
        measured.note(begun, hits.iter().map(|hit| hit.id).collect(), question);
    }
    measured.tell(language, pages.len(), name, filled);
}

async fn fill(db: &Db, language: &str, pages: &[Page]) {
    let mut tx = db.write().await.expect("a transaction");
    let table = match db {
        Db::Sqlite { .. } => {
            "create virtual table page using fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2')"
        }
        Db::Postgres(_) => "create table page (id bigint primary key, words tsvector not null)",
    };
    tx.run(sql!(table)).await.expect("a table");
    for page in pages {
        let values = || {
            [
                page.id.into(),
                page.title.clone().into(),
                page.description.clone().into(),
            ]
        };
        let insert = match db {
            Db::Sqlite { .. } => Sql::default().and(
                "insert into page (rowid, title, body) values (?, ?, ?)",
                values(),
            ),
            Db::Postgres(_) => Sql::default().and(in_postgres(language, INSERT), values()),
        };
        tx.run(insert).await.expect("a page");
    }
    if let Db::Postgres(_) = db {
        tx.run(sql!("create index page_words on page using gin (words)"))
            .await
            .expect("an index");
    }
    tx.commit().await.expect("kept");
    if let Db::Postgres(_) = db {
        let mut tx = db.write().await.expect("a transaction");
        tx.run(sql!("analyze page")).await.expect("looked through");
        tx.commit().await.expect("kept");
    }
}

/// The same in PostgreSQL's configuration of each language.
type InPostgres = [(&'static str, &'static str); 4];

const INSERT: InPostgres = [
    (
        "de",
        "insert into page (id, words) values (?, setweight(to_tsvector('german', ?), 'A') || to_tsvector('german', ?))",
    ),
    (
        "en",
        "insert into page (id, words) values (?, setweight(to_tsvector('english', ?), 'A') || to_tsvector('english', ?))",
    ),
    (
        "ar",
        "insert into page (id, words) values (?, setweight(to_tsvector('arabic', ?), 'A') || to_tsvector('arabic', ?))",
    ),
    (
        "uk",
        "insert into page (id, words) values (?, setweight(to_tsvector('simple', ?), 'A') || to_tsvector('simple', ?))",
    ),
];
const SELECT: InPostgres = [
    (
        "de",
        "select id from page, to_tsquery('german', ?) asked where words @@ asked order by ts_rank(words, asked, 1) desc, id limit 5",
    ),
    (
        "en",
        "select id from page, to_tsquery('english', ?) asked where words @@ asked order by ts_rank(words, asked, 1) desc, id limit 5",
    ),
    (
        "ar",
        "select id from page, to_tsquery('arabic', ?) asked where words @@ asked order by ts_rank(words, asked, 1) desc, id limit 5",
    ),
    (
        "uk",
        "select id from page, to_tsquery('simple', ?) asked where words @@ asked order by ts_rank(words, asked, 1) desc, id limit 5",
    ),
];

fn in_postgres(language: &str, of: InPostgres) -> &'static str {
    let found = of.into_iter().find(|(code, _)| *code == language);
    found.map(|(_, text)| text).expect("a language of the data")
}

/// Any of the telling words; none when there is none.
fn query(db: &Db, language: &str, question: &str) -> Option<Sql> {
    let tongue = Tongue::of(language);
    let telling: BTreeSet<String> = words(question)
        .filter(|word| !tongue.is_small(word))
        .collect();
    let telling: Vec<String> = telling.into_iter().collect();
    if telling.is_empty() {
        return None;
    }
    Some(match db {
        Db::Sqlite { .. } => {
            let any = telling
                .iter()
                .map(|word| format!("\"{word}\""))
                .collect::<Vec<_>>()
                .join(" OR ");
            sql!(
                "select rowid as id from page where page match ? order by bm25(page, 5.0, 1.0) limit 5",
                any
            )
        }
        Db::Postgres(_) => {
            Sql::default().and(in_postgres(language, SELECT), [telling.join(" | ").into()])
        }
    })
}

impl Measured {
    fn note(&mut self, begun: Instant, first: Vec<i64>, question: &Question) {
        self.waits.push(begun.elapsed());
        self.empty += usize::from(first.is_empty());
        self.found += usize::from(first.contains(&question.document));
    }

    fn tell(mut self, language: &str, size: usize, engine: &str, filled: Duration) {
        self.waits.sort();
        let many = self.waits.len();
        let at = |share: f64| {
            self.waits[((many as f64 * share) as usize).min(many - 1)].as_secs_f64() * 1e3
        };
        let share = |count: usize| count as f64 / many as f64;
        let all: Duration = self.waits.iter().sum();
        println!(
            "{language:9} {size:>7} {engine:12} {:>8.3} {:>8.3} {:>7.1} {:>8.2} {:>8.2} {:>9.0}",
            share(self.found),
            share(self.empty),
            filled.as_secs_f64(),
            at(0.5),
            at(0.99),
            many as f64 / all.as_secs_f64()
        );
    }
}
