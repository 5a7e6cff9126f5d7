//! The code a citizen is given: sixty bits, written so that it can be read aloud.
use crate::desk::{Desk, Outcome, Refusal};
use crate::key::Key;
use samskab_database::{FromRow, KeptMoment, sql};
use samskab_domain::kernel::Id;

/// Digits and letters without I, L, O and U, which are easily misread (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Five bits each.
const LENGTH: usize = 12;

/// Twelve letters. Not printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    /// The code for what one form brings: the same form sent twice is given the same code.
    pub(super) fn of_form(key: &Key, municipality: Id, form: Id) -> Self {
        let hash = key.hash("code", &[municipality.as_bytes(), form.as_bytes()]);
        let bits = hash
            .iter()
            .take(8)
            .fold(0_u64, |bits, &byte| bits << 8 | u64::from(byte));
        let letters = (0..LENGTH).map(|i| {
            let five = (bits >> (59 - 5 * i)) & 31;
            char::from(LETTERS[usize::try_from(five).unwrap_or(0)])
        });
        Self(letters.collect())
    }

    /// What someone typed: in any case, with spaces or lines between, and with the letters that
    /// are easily misread.
    pub fn typed(text: &str) -> Option<Self> {
        let letters: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !"-\u{2010}\u{2011}\u{2013}".contains(*c))
            .map(|c| match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .take(LENGTH + 1)
            .collect();
        let known = letters.bytes().all(|b| LETTERS.contains(&b));
        (letters.len() == LENGTH && known).then_some(Self(letters))
    }

    /// In three groups of four.
    pub fn in_groups(&self) -> String {
        let groups: Vec<&str> = [(0, 4), (4, 8), (8, 12)]
            .into_iter()
            .filter_map(|(from, to)| self.0.get(from..to))
            .collect();
        groups.join("-")
    }

    /// What is kept of it: keyed, for sixty bits could be tried out by whoever has a copy.
    pub(super) fn hash(&self, key: &Key, municipality: Id) -> Vec<u8> {
        key.hash("told", &[municipality.as_bytes(), self.0.as_bytes()])
            .to_vec()
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(..)")
    }
}

/// What was told with a code.
#[derive(Clone, Debug, FromRow)]
pub(super) struct Told {
    pub(super) observation_id: Id,
    pub(super) area_id: Id,
    pub(super) state: String,
    pub(super) created_at: KeptMoment,
    pub(super) set_aside_at: Option<KeptMoment>,
}

/// # Errors
/// [`Refusal::Missing`] when nothing was told with it.
pub(super) async fn told(desk: &Desk, municipality: Id, code: &Code) -> Outcome<Told> {
    let sql = sql!(
        "select observation.id as observation_id, observation.area_id, observation.state, \
         observation.created_at, code.set_aside_at from citizen_code code \
         join observation on observation.municipality_id = code.municipality_id \
         and observation.id = code.observation_id where code.municipality_id = ? and code.hash = ?",
        municipality,
        code.hash(&desk.key, municipality)
    );
    desk.db.first(sql).await?.ok_or(Refusal::Missing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn code(key: &str, form: u128) -> Code {
        Code::of_form(
            &Key::from_text(key),
            Uuid::from_u128(1),
            Uuid::from_u128(form),
        )
    }

    #[test]
    fn another_key_or_form_gives_another_code() {
        assert!(code("a", 1) == code("a", 1));
        assert!(code("a", 1) != code("b", 1));
        assert!(code("a", 1) != code("a", 2));
        assert_eq!(code("a", 1).in_groups().len(), 14);
    }

    #[test]
    fn letters_that_look_alike_are_one() {
        let typed = Code::typed(" oil0 abcd-efgh ").unwrap();
        assert_eq!(typed.in_groups(), "0110-ABCD-EFGH");
        for wrong in [
            "",
            "0110",
            "0110-ABCD-EFGU",
            "0110-ABCD-EFGHJ",
            "ØÆÅ0-ABCD-EFGH",
        ] {
            assert!(Code::typed(wrong).is_none(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_shown_can_be_typed(form in any::<u128>()) {
            let given = code("a", form);
            let typed = Code::typed(&given.in_groups().to_lowercase()).unwrap();
            prop_assert!(typed == given);
        }

        #[test]
        fn nothing_typed_makes_it_fall(text in "\\PC*") {
            if let Some(code) = Code::typed(&text) {
                prop_assert_eq!(code.0.len(), LENGTH);
            }
        }
    }
}
