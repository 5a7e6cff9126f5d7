//! One number, mailbox, web address or word put in place of another in many offers at once.
use crate::kernel::{LINE_MAX, Reader, Remark, Why, codes};
use crate::offer::{DESCRIPTION_MAX, SUMMARY_MAX, web_address};
use crate::person;

/// Where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Spot {
    Phone,
    Email,
    /// The beginning of a web address: a site that moved takes its pages along.
    Url,
    /// The texts people wrote.
    Words,
}
codes! { Spot: Phone = "phone", Email = "email", Url = "url", Words = "words" }

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct ReplaceDraft {
    pub spot: String,
    pub find: String,
    pub put: String,
}

/// A replacement that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replace {
    pub spot: Spot,
    pub find: String,
    pub put: String,
}

/// Shorter words stand inside too many others.
const LEAST: i64 = 3;

impl ReplaceDraft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Replace, Vec<Remark>> {
        let mut read = Reader::new();
        let spot = read.choice("spot", &self.spot);
        let find = read.required("find", &self.find, LINE_MAX);
        let put = match spot {
            Some(Spot::Phone) => person::phone(&mut read, "put", &self.put),
            Some(Spot::Email) => person::email(&mut read, "put", &self.put),
            Some(Spot::Url) => web_address(&mut read, "put", &self.put),
            Some(Spot::Words) | None => read.optional("put", &self.put, LINE_MAX),
        };
        if put.is_none() && !read.has("put") {
            read.remark("put", Why::Missing);
        }
        let letters = i64::try_from(find.chars().count()).unwrap_or(i64::MAX);
        if letters < LEAST && !read.has("find") {
            let max = i64::try_from(LINE_MAX).unwrap_or(i64::MAX);
            read.remark("find", Why::NotInRange { min: LEAST, max });
        }
        let both = spot.zip(put);
        read.finish(both.map(|(spot, put)| Replace { spot, find, put }))
    }
}

/// A telephone number as it is compared: digits alone, without the Danish prefix.
pub fn bare_number(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let danish = digits.strip_prefix("0045").or(digits.strip_prefix("45"));
    match danish {
        Some(rest) if rest.len() == 8 => rest.to_owned(),
        _ => digits,
    }
}

/// How long a text of an offer may become, in letters, by its column; all but two are lines.
pub fn most_of(column: &str) -> usize {
    match column {
        "summary" => SUMMARY_MAX,
        "description" => DESCRIPTION_MAX,
        _ => LINE_MAX,
    }
}

impl Replace {
    /// What a text becomes; none when it stays.
    pub fn of(&self, text: &str) -> Option<String> {
        let after = match self.spot {
            Spot::Phone => (bare_number(text) == bare_number(&self.find)).then(|| self.put.clone()),
            Spot::Email => {
                (text.to_lowercase() == self.find.to_lowercase()).then(|| self.put.clone())
            }
            Spot::Url => {
                let rest = text.strip_prefix(self.find.as_str());
                let ends = |rest: &str| {
                    rest.is_empty() || rest.starts_with(['/', '?', '#']) || self.find.ends_with('/')
                };
                rest.filter(|rest| ends(rest))
                    .map(|rest| format!("{}{rest}", self.put))
            }
            Spot::Words => Some(text.replace(&self.find, &self.put)),
        };
        after.filter(|after| after != text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn replace(spot: Spot, find: &str, put: &str) -> Replace {
        Replace {
            spot,
            find: find.into(),
            put: put.into(),
        }
    }

    #[test]
    fn a_number_is_the_same_however_it_is_spaced() {
        let new = replace(Spot::Phone, "70000011", "70 00 00 12");
        for text in ["70 00 00 11", "+45 70 00 00 11", "004570000011"] {
            assert_eq!(new.of(text).as_deref(), Some("70 00 00 12"), "{text}");
        }
        assert_eq!(new.of("70 00 00 13"), None);
    }

    #[test]
    fn a_site_that_moves_takes_its_pages_along_and_no_other_site() {
        let new = replace(Spot::Url, "https://gammel.dk", "https://ny.dk");
        assert_eq!(
            new.of("https://gammel.dk/kaffe?x=1").as_deref(),
            Some("https://ny.dk/kaffe?x=1")
        );
        assert_eq!(
            new.of("https://gammel.dk").as_deref(),
            Some("https://ny.dk")
        );
        assert_eq!(new.of("https://gammel.dk.andre.dk/"), None);
    }

    #[test]
    fn what_is_put_has_the_form_of_what_it_stands_for() {
        let typed = |spot: &str, find: &str, put: &str| {
            let draft = ReplaceDraft {
                spot: spot.into(),
                find: find.into(),
                put: put.into(),
            };
            draft.consider().map_err(|remarks| remarks[0].why.clone())
        };
        assert_eq!(typed("phone", "70000011", "12"), Err(Why::NotAPhone));
        assert_eq!(typed("email", "a@b.dk", "b"), Err(Why::NotAnEmail));
        assert_eq!(typed("words", "Kilden", ""), Err(Why::Missing));
        assert!(matches!(
            typed("words", "ab", "cd"),
            Err(Why::NotInRange { .. })
        ));
        assert!(typed("url", "https://a.dk", "https://b.dk").is_ok());
    }
}
