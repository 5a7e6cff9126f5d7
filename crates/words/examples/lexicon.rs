//! Makes `data/lexicon.fst` from the packages that `scripts/lexicon` fetches.
//!
//! A Hunspell dictionary is a list of stems, each with flags that say which endings it takes and
//! where it may stand in a compound. This writes every form out, with what it can be.
use fst::MapBuilder;
use samskab_words::lexicon::Part;
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::{env, fs};

/// Flags of this dictionary, by number (`index.aff`).
mod flag {
    pub const FORBIDDEN: u16 = 6;
    pub const NAME: u16 = 9;
    pub const BEGINS: u16 = 32;
    pub const MIDDLE: u16 = 33;
    pub const ENDS: u16 = 34;
    pub const ONLY_IN_COMPOUND: u16 = 36;
    pub const PLACE: u16 = 54;
}

/// An ending: cut `strip`, add `add` where the stem fits `ends`.
struct Ending {
    strip: String,
    add: String,
    flags: Vec<u16>,
    ends: Vec<Place>,
}

/// So many bearers make a first name common.
const MANY: f64 = 2_000.0;

/// One letter of a condition such as `[^sxz]`.
enum Place {
    Any,
    OneOf(String),
    NoneOf(String),
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [words, endings, names, out] = arguments.as_slice() else {
        return Err("lexicon DIC AFF NAMES.CSV OUT".into());
    };
    let endings = read_endings(&fs::read_to_string(endings)?);
    let mut forms = BTreeMap::new();
    for line in fs::read_to_string(words)?.lines().skip(1) {
        add_entry(&mut forms, &endings, line);
    }
    for line in fs::read_to_string(names)?.lines().skip(1) {
        add_person(&mut forms, line);
    }
    let mut map = MapBuilder::new(fs::File::create(out)?)?;
    for (form, parts) in &forms {
        map.insert(form, u64::from(*parts))?;
    }
    map.finish()?;
    println!("{} forms", forms.len());
    Ok(())
}

type Forms = BTreeMap<String, u8>;
type Endings = HashMap<u16, Vec<Ending>>;

fn numbers(text: &str) -> Vec<u16> {
    text.split(',').filter_map(|n| n.parse().ok()).collect()
}

fn read_endings(text: &str) -> Endings {
    let mut all = Endings::new();
    for line in text.lines().filter(|l| l.starts_with("SFX ")) {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let [_, flag, strip, add, ends, ..] = columns.as_slice() else {
            continue;
        };
        let Ok(flag) = flag.parse() else { continue };
        let (add, flags) = add.split_once('/').unwrap_or((add, ""));
        let nothing = |text: &str| text.replace('0', "");
        all.entry(flag).or_default().push(Ending {
            strip: nothing(strip),
            add: nothing(add),
            flags: numbers(flags),
            ends: condition(ends),
        });
    }
    all
}

fn condition(text: &str) -> Vec<Place> {
    let mut places = Vec::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        places.push(match letter {
            '.' => Place::Any,
            '[' => {
                let set: String = letters.by_ref().take_while(|&c| c != ']').collect();
                match set.strip_prefix('^') {
                    Some(set) => Place::NoneOf(set.to_owned()),
                    None => Place::OneOf(set),
                }
            }
            one => Place::OneOf(one.to_string()),
        });
    }
    places
}

fn fits(stem: &str, ends: &[Place]) -> bool {
    let letters: Vec<char> = stem.chars().collect();
    let Some(from) = letters.len().checked_sub(ends.len()) else {
        return false;
    };
    letters[from..]
        .iter()
        .zip(ends)
        .all(|(letter, place)| match place {
            Place::Any => true,
            Place::OneOf(set) => set.contains(*letter),
            Place::NoneOf(set) => !set.contains(*letter),
        })
}

fn add_entry(forms: &mut Forms, endings: &Endings, line: &str) {
    let entry = line.split_whitespace().next().unwrap_or_default();
    let (stem, flags) = entry.split_once('/').unwrap_or((entry, ""));
    let flags = numbers(flags);
    if flags.contains(&flag::FORBIDDEN) || stem.starts_with('-') {
        return;
    }
    let kind = kind(stem, &flags);
    keep(forms, stem, kind, &flags);
    grow(forms, endings, stem, kind, &flags, 2);
}

/// What the stem is, apart from where it may stand in a compound.
fn kind(stem: &str, flags: &[u16]) -> u8 {
    let proper = flags.contains(&flag::NAME) && stem.chars().next().is_some_and(char::is_uppercase);
    match proper {
        true if flags.contains(&flag::PLACE) => Part::Place.bit(),
        true => Part::Name.bit(),
        false => Part::Word.bit(),
    }
}

/// Every form the endings give; endings of endings too.
fn grow(forms: &mut Forms, endings: &Endings, stem: &str, kind: u8, flags: &[u16], deep: u8) {
    let given = flags.iter().filter_map(|f| endings.get(f)).flatten();
    for ending in given.filter(|e| fits(stem, &e.ends)) {
        let Some(root) = stem.strip_suffix(ending.strip.as_str()) else {
            continue;
        };
        let form = format!("{root}{}", ending.add);
        keep(forms, &form, kind, &ending.flags);
        if deep > 1 {
            grow(forms, endings, &form, kind, &ending.flags, deep - 1);
        }
    }
}

fn keep(forms: &mut Forms, form: &str, kind: u8, flags: &[u16]) {
    let form = form.trim_end_matches('-').to_lowercase();
    if form.is_empty() || form.contains([' ', '\'']) {
        return;
    }
    let mut parts = 0;
    if !flags.contains(&flag::ONLY_IN_COMPOUND) {
        parts |= kind;
    }
    if flags.contains(&flag::BEGINS) || flags.contains(&flag::MIDDLE) {
        parts |= Part::Begins.bit();
    }
    if flags.contains(&flag::ENDS) {
        parts |= Part::Ends.bit();
    }
    *forms.entry(form).or_default() |= parts;
}

/// `count,name,ethnicity,gender,first_name`.
fn add_person(forms: &mut Forms, line: &str) {
    let columns: Vec<&str> = line.split(',').collect();
    let [bearers, name, _, _, first] = columns.as_slice() else {
        return;
    };
    let many = bearers.parse().is_ok_and(|n: f64| n >= MANY);
    let parts = match *first {
        "True" if many => Part::First.bit() | Part::Common.bit(),
        "True" => Part::First.bit(),
        _ => Part::Last.bit(),
    };
    for name in name.split([' ', '-']).filter(|n| n.chars().count() > 1) {
        *forms.entry(name.to_lowercase()).or_default() |= parts;
    }
}
