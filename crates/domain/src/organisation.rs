//! Organisations of both sectors, informal groups included.
pub use crate::access::Sector;
use crate::kernel::{Id, LINE_MAX, Reader, Remark, Why, codes};

/// What kind of organisation it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    Department,
    Institution,
    Association,
    LocalGroup,
    Informal,
}
codes! { Form: Department = "department", Institution = "institution", Association = "association",
LocalGroup = "local_group", Informal = "informal" }

/// What was typed about an organisation.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub name: String,
    pub sector: String,
    pub form: String,
    pub cvr: String,
    pub email: String,
    pub phone: String,
    pub about: String,
    pub areas: Vec<String>,
}

/// An organisation that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    pub name: String,
    pub sector: Sector,
    pub form: Form,
    /// Eight digits; an informal group has none, and nobody needs one (F5).
    pub cvr: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub about: Option<String>,
    pub areas: Vec<Id>,
}

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Organisation, Vec<Remark>> {
        let mut read = Reader::new();
        let name = read.required("name", &self.name, LINE_MAX);
        let sector = read.choice("sector", &self.sector);
        let form = read.choice("form", &self.form);
        let cvr = read.optional("cvr", &self.cvr, 20).and_then(|typed| {
            let number = cvr(&typed);
            if number.is_none() {
                read.remark("cvr", Why::NotACvr);
            }
            number
        });
        let email = crate::person::email(&mut read, "email", &self.email);
        let phone = crate::person::phone(&mut read, "phone", &self.phone);
        let about = read.optional("about", &self.about, 600);
        let areas = crate::person::ids(&mut read, "areas", &self.areas);
        let organisation = sector.zip(form).map(|(sector, form)| Organisation {
            name,
            sector,
            form,
            cvr,
            email,
            phone,
            about,
            areas,
        });
        read.finish(organisation)
    }
}

/// A CVR number: eight digits, blanks allowed, whose weighted sum (2, 7, 6, 5, 4, 3, 2, 1)
/// is divisible by 11 (Erhvervsstyrelsen's check of CVR numbers).
pub fn cvr(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) || digits.starts_with('0') {
        return None;
    }
    let sum: u32 = digits
        .bytes()
        .zip([2, 7, 6, 5, 4, 3, 2, 1])
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    sum.is_multiple_of(11).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_that_are_in_use_pass() {
        // Danmarks Statistik and Aalborg Kommune: printed on their letterheads.
        for number in ["17150413", "29 18 94 20"] {
            assert!(cvr(number).is_some(), "{number}");
        }
    }

    #[test]
    fn an_informal_group_needs_no_number() {
        let draft = Draft {
            name: "Naboerne på Tårnvej".into(),
            sector: "voluntary".into(),
            form: "informal".into(),
            ..Draft::default()
        };
        assert_eq!(draft.consider().unwrap().cvr, None);
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_found(place in 0usize..8, other in 0u8..10) {
            let mut digits = *b"29189420";
            prop_assume!(digits[place] != b'0' + other);
            digits[place] = b'0' + other;
            prop_assert_eq!(cvr(std::str::from_utf8(&digits).unwrap()), None);
        }

        #[test]
        fn anything_at_all_is_answered(typed in ".{0,20}") {
            let _ = cvr(&typed);
        }
    }
}
