//! The words of one segment in one language, and how much a typed one is like them.
use super::letters::{distance, runs_of_three};
use super::schema::MARK;
use samskab_words::tongue::{Tongue, words as split};
use std::collections::{HashMap, HashSet};
use tantivy::schema::Field;
use tantivy::{Result, SegmentReader};

/// Words less like the typed one are left out.
const LEAST_LIKE: f32 = 0.2;
/// Shorter words are no part of a compound, in letters.
pub(super) const SHORTEST_PART: usize = 4;
/// From this length on, in letters, two slips of the hand are forgiven.
const LONG: usize = 8;

/// Where there are many documents there are some hundred thousand words, therefore they are packed: their letters in
/// one row, and what is looked up in order.
#[derive(Debug)]
pub(super) struct Words {
    pub tongue: Tongue,
    letters: String,
    /// The commonest first.
    words: Vec<Packed>,
    /// Places in `words`, in the order of the plain letters, and of the stems.
    by_plain: Vec<u32>,
    by_stem: Vec<u32>,
    runs: Runs,
}

/// Where a word's letters begin in the row: its form, its plain letters and its stem follow each other.
#[derive(Clone, Copy, Debug)]
struct Packed {
    form: u32,
    plain: u32,
    stem: u32,
    ends: u32,
    documents: u32,
    runs: u16,
}

/// A word that stands in a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    /// As it is written most often.
    pub form: &'a str,
    pub plain: &'a str,
    pub stem: &'a str,
    /// In how many documents, those taken out among them.
    pub documents: u32,
    /// How many runs of three letters it has.
    runs: u16,
}

impl Words {
    pub fn read(segment: &SegmentReader, field: Field, tongue: Tongue) -> Result<Self> {
        let index = segment.inverted_index(field)?;
        let mut stream = index.terms().stream()?;
        let mut forms: Vec<(String, u32)> = Vec::new();
        while let Some((form, info)) = stream.next() {
            if let Ok(form) = std::str::from_utf8(form)
                && form != MARK
            {
                forms.push((form.to_owned(), info.doc_freq));
            }
        }
        forms.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Ok(Self::of(tongue, forms))
    }

    /// From forms and in how many documents each stands, the commonest first.
    fn of(tongue: Tongue, forms: Vec<(String, u32)>) -> Self {
        let mut words = Self {
            tongue,
            letters: String::new(),
            words: vec![],
            by_plain: vec![],
            by_stem: vec![],
            runs: Runs::default(),
        };
        let mut known: HashSet<String> = HashSet::new();
        let mut having = Vec::new();
        for (form, documents) in forms {
            let Some(word) = split(&form).next() else {
                continue;
            };
            let plain = tongue.plain(&word);
            if known.contains(&plain) {
                continue;
            }
            let runs = runs_of_three(&plain);
            let place = number(words.words.len());
            having.extend(runs.iter().map(|run| (*run, place)));
            let packed = Packed {
                form: words.put(&form),
                plain: words.put(&plain),
                stem: words.put(&tongue.stem(&word)),
                ends: number(words.letters.len()),
                documents,
                runs: u16::try_from(runs.len()).unwrap_or(u16::MAX),
            };
            words.words.push(packed);
            known.insert(plain);
        }
        words.in_order(having);
        words
    }

    /// Puts letters at the end of the row, and says where.
    fn put(&mut self, letters: &str) -> u32 {
        let begins = number(self.letters.len());
        self.letters.push_str(letters);
        begins
    }

    fn in_order(&mut self, having: Vec<(u64, u32)>) {
        self.letters.shrink_to_fit();
        self.words.shrink_to_fit();
        self.runs = Runs::of(having);
        let places: Vec<u32> = (0..number(self.words.len())).collect();
        let (mut by_plain, mut by_stem) = (places.clone(), places);
        by_plain.sort_by_key(|place| self.at(*place).map(|word| word.plain));
        by_stem.sort_by_key(|place| self.at(*place).map(|word| word.stem));
        (self.by_plain, self.by_stem) = (by_plain, by_stem);
    }

    fn at(&self, place: u32) -> Option<Word<'_>> {
        self.words
            .get(place as usize)
            .map(|word| self.unpacked(word))
    }

    fn unpacked(&self, word: &Packed) -> Word<'_> {
        let letters = |begins: u32, ends: u32| {
            let letters = self.letters.get(begins as usize..ends as usize);
            letters.unwrap_or_default()
        };
        Word {
            form: letters(word.form, word.plain),
            plain: letters(word.plain, word.stem),
            stem: letters(word.stem, word.ends),
            documents: word.documents,
            runs: word.runs,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Words whose plain letters begin so.
    pub fn beginning<'a>(&'a self, plain: &str) -> impl Iterator<Item = Word<'a>> {
        let before = |place: &u32| self.at(*place).is_some_and(|word| word.plain < plain);
        let from = self.by_plain.partition_point(before);
        let rest = self.by_plain.iter().skip(from);
        let words = rest.filter_map(|place| self.at(*place));
        words.take_while(move |word| word.plain.starts_with(plain))
    }

    /// The word that is written so in plain letters.
    pub fn plain(&self, plain: &str) -> Option<Word<'_>> {
        let find = |place: &u32| self.at(*place).map(|word| word.plain).cmp(&Some(plain));
        let found = self.by_plain.binary_search_by(find).ok()?;
        self.at(*self.by_plain.get(found)?)
    }

    /// Whether a word has this stem.
    pub fn has_stem(&self, stem: &str) -> bool {
        let find = |place: &u32| self.at(*place).map(|word| word.stem).cmp(&Some(stem));
        self.by_stem.binary_search_by(find).is_ok()
    }

    /// Stems of words that are like the typed one, and how much.
    pub fn like<'a>(&'a self, typed: &Typed) -> impl Iterator<Item = (&'a str, f32)> {
        let like = self.sharing(&typed.runs).map(|(word, shared)| {
            let likeness = typed.likeness(&word, shared);
            (word.stem, likeness)
        });
        like.filter(|(stem, likeness)| *likeness >= LEAST_LIKE && **stem != *typed.stem)
    }

    /// Words that a few slips of the hand lie between, and how many.
    pub fn near<'a>(&'a self, typed: &Typed) -> impl Iterator<Item = (usize, Word<'a>)> {
        let sharing = self.sharing(&typed.runs);
        sharing.filter_map(|(word, _)| Some((typed.slips(&word)?, word)))
    }

    /// The words that share runs of letters, and how many.
    fn sharing(&self, runs: &[u64]) -> impl Iterator<Item = (Word<'_>, u16)> {
        let mut shared: HashMap<u32, u16> = HashMap::new();
        for place in runs.iter().flat_map(|run| self.runs.having(*run)) {
            *shared.entry(*place).or_default() += 1;
        }
        let words = shared.into_iter();
        words.filter_map(|(place, shared)| Some((self.at(place)?, shared)))
    }
}

/// Which words have a run of three letters.
#[derive(Debug, Default)]
struct Runs {
    /// Each run once, in order, and where its words begin.
    begins: Vec<(u64, u32)>,
    words: Vec<u32>,
}

impl Runs {
    /// From runs, each with the place of a word that has it.
    fn of(mut having: Vec<(u64, u32)>) -> Self {
        having.sort_unstable();
        let first_of_each = having.iter().enumerate().filter(|(at, (run, _))| {
            let before = at.checked_sub(1).and_then(|before| having.get(before));
            before.is_none_or(|(before, _)| before != run)
        });
        Self {
            begins: first_of_each
                .map(|(at, (run, _))| (*run, number(at)))
                .collect(),
            words: having.iter().map(|(_, place)| *place).collect(),
        }
    }

    /// The places of the words that have it.
    fn having(&self, run: u64) -> &[u32] {
        let Ok(at) = self.begins.binary_search_by_key(&run, |(run, _)| *run) else {
            return &[];
        };
        let begins = |at: usize| self.begins.get(at).map(|(_, place)| *place as usize);
        let ends = begins(at + 1).unwrap_or(self.words.len());
        let words = begins(at).and_then(|begins| self.words.get(begins..ends));
        words.unwrap_or_default()
    }
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// A typed word beside the words of one language.
pub(super) struct Typed {
    letters: Vec<char>,
    pub stem: String,
    stem_letters: Vec<char>,
    runs: Vec<u64>,
    /// It stands in a document just so: then it is no slip of the hand.
    known: bool,
}

impl Typed {
    pub fn new(tongue: Tongue, word: &str, known: bool) -> Self {
        let (plain, stem) = (tongue.plain(word), tongue.stem(word));
        Self {
            letters: plain.chars().collect(),
            stem_letters: stem.chars().collect(),
            stem,
            runs: runs_of_three(&plain),
            known,
        }
    }

    /// From nought to one: a slip of the hand, one a part of the other, or runs of letters in common
    /// (Dice's coefficient).
    fn likeness(&self, word: &Word<'_>, shared: u16) -> f32 {
        let form: Vec<char> = word.plain.chars().collect();
        let stem: Vec<char> = word.stem.chars().collect();
        let (typed, own) = (&self.letters, &self.stem_letters);
        let share = |part: usize, whole: usize| (part as f32 / whole as f32).sqrt();
        let mut best: f32 = 0.0;
        let dice = 2.0 * f32::from(shared) / (self.runs.len() as f32 + f32::from(word.runs));
        if dice >= 0.4 {
            best = best.max(0.7 * dice * dice);
        }
        let holds = form.len() > typed.len() && (form.starts_with(own) || form.ends_with(typed));
        if holds && own.len() >= SHORTEST_PART {
            best = best.max(0.5 * share(typed.len(), form.len()));
        }
        let held = typed.len() > form.len() && (typed.starts_with(&stem) || typed.ends_with(&form));
        if held && stem.len() >= SHORTEST_PART {
            best = best.max(0.3 * share(form.len(), typed.len()));
        }
        match self.slips(word) {
            Some(0 | 1) if !self.known => best.max(0.9),
            Some(_) if !self.known => best.max(0.6),
            // The slip stands in the stem, and the endings or articles differ.
            None if !self.known && own.len() >= SHORTEST_PART && distance(own, &stem, 1) <= 1 => {
                best.max(0.6)
            }
            _ => best,
        }
    }

    /// How many slips of the hand lie between, when they are few enough for the word's length.
    fn slips(&self, word: &Word<'_>) -> Option<usize> {
        let most = match self.letters.len() {
            0..4 => return None,
            4..LONG => 1,
            _ => 2,
        };
        let form: Vec<char> = word.plain.chars().collect();
        let slips = distance(&self.letters, &form, most);
        (slips <= most).then_some(slips)
    }
}
