//! People, and the memberships that tie them to organisations.
use crate::access::Role;
use crate::calendar::Day;
use crate::kernel::{Coded, Id, LINE_MAX, Language, Reader, Remark, Why};

/// How long a session lasts on a remembered phone, in days.
pub const SESSION_DAYS: i64 = 180;
/// How long a mailed sign-in link works, in minutes.
pub const SIGN_IN_LINK_MINUTES: i64 = 15;
/// How long an invitation works, in days.
pub const INVITATION_DAYS: i64 = 7;

/// What was typed to invite a person.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub name: String,
    pub email: String,
    pub phone: String,
    pub language: String,
}

/// A person who holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
    pub language: Language,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Person, Vec<Remark>> {
        let mut read = Reader::new();
        let name = read.required("name", &self.name, 100);
        let email = email(&mut read, "email", &self.email);
        if email.is_none() && !read.has("email") {
            read.remark("email", Why::Missing);
        }
        let phone = phone(&mut read, "phone", &self.phone);
        let language = read.optional_choice("language", &self.language);
        let person = email.map(|email| Person {
            name,
            email,
            phone,
            language: language.unwrap_or_default(),
        });
        read.finish(person)
    }
}

/// What was typed about a membership.
#[derive(Clone, Debug, Default)]
pub struct MembershipDraft {
    pub organisation: String,
    pub role: String,
    pub title: String,
    pub areas: Vec<String>,
    pub from: String,
}

/// A membership that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    pub organisation: Id,
    pub role: Role,
    /// What the person is called there, such as *SOSU-hjælper*.
    pub title: Option<String>,
    /// None means every area.
    pub areas: Vec<Id>,
    pub from: Day,
}

impl MembershipDraft {
    /// `today` is the day a membership begins when nothing else is said.
    ///
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self, today: Day) -> Result<Membership, Vec<Remark>> {
        let mut read = Reader::new();
        let organisation = read.id("organisation", &self.organisation);
        let role = read.choice("role", &self.role);
        let title = read.optional("title", &self.title, LINE_MAX);
        let areas = ids(&mut read, "areas", &self.areas);
        let from = read.optional_day("from", &self.from).unwrap_or(today);
        let membership = organisation
            .zip(role)
            .map(|(organisation, role)| Membership {
                organisation,
                role,
                title,
                areas,
                from,
            });
        read.finish(membership)
    }
}

/// An e-mail address, if one is given: something before and after one `@`, a dot in the host,
/// no blanks, at most 254 characters (RFC 5321, 4.5.3.1.3). Whether it works, the mail tells.
pub fn email(read: &mut Reader, field: &'static str, typed: &str) -> Option<String> {
    let text = read.optional(field, typed, 254)?;
    let fits = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty()
            && host.contains('.')
            && !host.contains('@')
            && !host.starts_with('.')
            && !host.ends_with('.')
    }) && !text
        .chars()
        .any(|c| c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')'));
    if !fits {
        read.remark(field, Why::NotAnEmail);
    }
    fits.then_some(text)
}

/// A phone number, if one is given: 3 to 15 digits (ITU-T E.164), a plus and blanks allowed.
pub fn phone(read: &mut Reader, field: &'static str, typed: &str) -> Option<String> {
    let text = read.optional(field, typed, 40)?;
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let fits = (3..=15).contains(&digits)
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '.'));
    if !fits {
        read.remark(field, Why::NotAPhone);
    }
    fits.then_some(text)
}

/// How many boxes of a list may be ticked: as many as lists to choose from show.
const IDS_MAX: usize = 500;

/// Every id of a list of boxes that were ticked, each once; none when there are too many.
pub fn ids(read: &mut Reader, field: &'static str, typed: &[String]) -> Vec<Id> {
    if typed.len() > IDS_MAX {
        let max = IDS_MAX as i64;
        read.remark(field, Why::NotInRange { min: 0, max });
        return Vec::new();
    }
    let mut ids = Vec::with_capacity(typed.len());
    for id in typed.iter().filter_map(|id| read.optional_id(field, id)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// The key under which an e-mail address is looked up: small letters.
pub fn email_key(email: &str) -> String {
    email.trim().to_lowercase()
}

/// The language a code stands for, Danish when it stands for none.
pub fn language(code: &str) -> Language {
    Language::from_code(code).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn email_of(typed: &str) -> Result<Option<String>, Vec<Remark>> {
        let mut read = Reader::new();
        let found = email(&mut read, "email", typed);
        read.finish(Some(found))
    }

    #[test]
    fn an_address_without_a_host_is_remarked_at_its_field() {
        for typed in [
            "birthe",
            "birthe@",
            "@fjordby.example",
            "a@b",
            "a b@c.dk",
            "a@b@c.dk",
        ] {
            let remarks = email_of(typed).unwrap_err();
            assert_eq!(remarks[0].why, Why::NotAnEmail, "{typed}");
        }
        assert_eq!(
            email_of(" birthe@fjordby.example "),
            Ok(Some("birthe@fjordby.example".to_owned()))
        );
    }

    #[test]
    fn a_list_of_ids_is_read_up_to_a_bound() {
        let typed: Vec<_> = (0..501).map(|i| Id::from_u128(i).to_string()).collect();
        let read_ids = |typed: &[String]| {
            let mut read = Reader::new();
            let found = ids(&mut read, "areas", typed);
            read.finish(Some(found))
        };
        assert_eq!(read_ids(&typed[..500]).unwrap().len(), 500);
        let why = Why::NotInRange { min: 0, max: 500 };
        assert_eq!(read_ids(&typed).unwrap_err()[0].why, why);
        let same = vec![typed[1].clone(); 500];
        assert_eq!(read_ids(&same).unwrap().len(), 1);
    }

    #[test]
    fn a_person_without_an_address_hears_that_it_is_missing() {
        let draft = Draft {
            name: "Birthe".into(),
            ..Draft::default()
        };
        assert_eq!(draft.consider().unwrap_err()[0].why, Why::Missing);
    }
}
