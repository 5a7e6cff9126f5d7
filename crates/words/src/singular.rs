//! What in a text may tell one person apart from all others, though it names nobody (F19).
//!
//! An age, a single day, a post of which there is one, someone's mother: in a small town that is enough.
//! Nothing of it is forbidden; a need is put more generally without it.
use regex::Regex;
use std::sync::LazyLock;

/// What it is that tells one apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// How old someone is.
    Age,
    /// One day, or one occasion.
    Day,
    /// A post or a house of which there is one.
    Only,
    /// Someone's relative or neighbour.
    Kin,
    /// *He* or *she*: it speaks of one.
    One,
    /// A numbered room, flat or block.
    Room,
}

/// Where it stands, in bytes from the start of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

/// A pattern whose first group, or whole, is what is marked.
struct Sign {
    kind: Kind,
    pattern: Option<Regex>,
}

const MONTHS: &str =
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december";
const DAYS: &str = "mandags|tirsdags|onsdags|torsdags|fredags|lørdags|søndags|går|forgårs";

static SIGNS: LazyLock<Vec<Sign>> = LazyLock::new(|| {
    let sign = |kind, pattern: &str| Sign {
        kind,
        pattern: Regex::new(&format!("(?i){pattern}")).ok(),
    };
    vec![
        // *82 år*, *på 82*, *82-årig*, *toogfirs år gammel*; not *i 82 år* and not *over 80 år*.
        sign(
            Kind::Age,
            r"\b\d{1,3}[- ]?åring(?:en|e)?\b|\b\d{1,3}[- ]årige?\b",
        ),
        sign(
            Kind::Age,
            r"(?:\b(?:er|var|blev|bliver|fyldte|fylder|på)\s+)(\d{1,3}\s*år(?:\s+gammel)?)\b",
        ),
        sign(Kind::Age, r"\b\d{1,3}\s*år\s+gam(?:mel|le|melt)\b"),
        sign(
            Kind::Age,
            r"\b(?:kvinde|mand|enke|enkemand|pige|dreng|dame|herre|mor|far|søn|datter)n?\s+på\s+(\d{1,3})\b",
        ),
        sign(
            Kind::Day,
            &format!(r"\b(?:den\s+|d\.\s*)?\d{{1,2}}\.\s*(?:{MONTHS})(?:\s+\d{{4}})?\b"),
        ),
        sign(
            Kind::Day,
            r"\b(?:den\s+|d\.\s*)?\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\bd(?:en|\.)\s*\d{1,2}/\d{1,2}\b",
        ),
        sign(
            Kind::Day,
            &format!(
                r"\bi\s+(?:{DAYS})\b|\b(?:sidste|forrige)\s+(?:uge|weekend|måned|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)\b"
            ),
        ),
        sign(
            Kind::Day,
            &format!(r"\bjuleaften(?:sdag)?\b|\bnytårsaften\b|\b(?:{MONTHS})\s+20\d\d\b"),
        ),
        sign(
            Kind::Only,
            concat!(
                r"\b(?:formanden|forkvinden|forpersonen|borgmesteren|præsten|provsten|imamen|forstanderen|skolelederen|rektoren|direktøren|",
                r"chefen|centerlederen|områdelederen|teamlederen|gruppelederen|koordinatoren|tovholderen|viceværten|pedellen|kassereren|",
                r"næstformanden|bestyreren|købmanden|dirigenten|organisten|kirketjeneren|bibliotekaren|sundhedsplejersken|tolken|",
                r"sagsbehandleren|rådgiveren|lægen|chaufføren)\b",
            ),
        ),
        sign(
            Kind::Only,
            r"\b(?:den eneste|det eneste|som den første|vores eneste|byens eneste)\b",
        ),
        sign(
            Kind::Kin,
            concat!(
                r"\b(?:min|mit|hans|hendes|vores|deres|din|sin)\s+(?:egen\s+|gamle\s+|ældre\s+|yngste\s+|ældste\s+)?(?:mor|far|mormor|morfar|farmor|farfar|",
                r"svigermor|svigerfar|mand|kone|ægtefælle|kæreste|samlever|søn|datter|barnebarn|søster|bror|moster|faster|onkel|",
                r"tante|nabo|genbo|ven|veninde|besøgsven|kollega)\b",
            ),
        ),
        sign(Kind::One, r"\b(?:han|hun|ham|hende|hendes|hans)\b"),
        sign(
            Kind::Room,
            r"\b(?:stue|værelse|lejlighed|bolig|opgang|blok|hus)\s+(?:nr\.?\s*)?(\d{1,4}[a-z]?)\b",
        ),
    ]
});

/// Everything that may tell one apart, in order; each kind of the same words once.
#[must_use]
pub fn find(text: &str) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    for sign in SIGNS.iter() {
        let all = sign.pattern.iter().flat_map(|p| p.captures_iter(text));
        for group in all.filter_map(|c| c.get(1).or(c.get(0))) {
            let mark = Mark {
                kind: sign.kind,
                start: group.start(),
                end: group.end(),
            };
            let apart = |m: &Mark| mark.end <= m.start || m.end <= mark.start;
            if found.iter().all(apart) {
                found.push(mark);
            }
        }
    }
    found.sort_by_key(|m| m.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kinds(text: &str) -> Vec<Kind> {
        find(text).into_iter().map(|m| m.kind).collect()
    }

    #[test]
    fn what_tells_one_apart_is_found() {
        for (text, kind) in [
            ("Den 82-årige kan ikke komme ud.", Kind::Age),
            ("En kvinde på 91 mangler følge.", Kind::Age),
            ("Hvem hjælper, når man er 88 år?", Kind::Age),
            ("Det skete den 3. maj.", Kind::Day),
            ("Maden kom ikke d. 12/4.", Kind::Day),
            ("Det var galt igen i fredags.", Kind::Day),
            ("Formanden glemte nøglen.", Kind::Only),
            ("Min mor venter på svar.", Kind::Kin),
            ("Der er koldt på stue 12.", Kind::Room),
            ("Hun sad alene.", Kind::One),
        ] {
            assert_eq!(kinds(text), [kind], "{text}");
        }
    }

    #[test]
    fn general_words_pass() {
        for text in [
            "Ældre, der bor alene, kommer hjem fra sygehus til et hus uden mad.",
            "Mange over 80 år taler ikke med nogen fra fredag til mandag.",
            "Nogle har ventet i 12 år på en bolig, og børn i alderen 6-9 år venter med.",
            "De første to døgn er de værste, mest op til en weekend.",
            "Frivillige har aldrig vagtpligt. Pårørende og naboer hjælper.",
            "Bussen kører kl. 16.30 og koster 24 kr.",
        ] {
            assert!(find(text).is_empty(), "{text}: {:?}", find(text));
        }
    }

    proptest! {
        #[test]
        fn marks_lie_inside_the_text_in_order_and_apart(text in ".{0,120}") {
            let mut from = 0;
            for mark in find(&text) {
                prop_assert!(from <= mark.start && mark.start < mark.end);
                prop_assert!(text.get(mark.start..mark.end).is_some());
                from = mark.end;
            }
        }
    }
}
