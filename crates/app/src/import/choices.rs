//! Choices as a file may write them: by code, or by their name in Danish or English.
use super::columns::key;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Coded;
use samskab_locale::{LANGUAGES, Named, texts};

/// The code of the choice that was written; what is not known stays as it is, for the rules
/// to remark on.
pub(super) fn code<T: Coded + Named>(written: &str, default: &str) -> String {
    if written.is_empty() {
        return default.to_owned();
    }
    let wanted = key(written);
    let named = |c: &T| {
        key(c.code()) == wanted || LANGUAGES.iter().any(|l| key(&c.name(texts(*l))) == wanted)
    };
    let found = T::ALL.iter().copied().find(named);
    found.map_or_else(|| written.to_owned(), |c| c.code().to_owned())
}

/// A day written the international way or as Danes and Britons do: day, month, year.
pub(super) fn day(written: &str) -> Option<Day> {
    let written = written.split_whitespace().next()?;
    let written = written.split('T').next()?;
    if let Some(day) = Day::parse(written) {
        return Some(day);
    }
    let parts: Vec<u16> = written
        .split(['-', '/', '.'])
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    let [day, month, year] = parts.try_into().ok()?;
    Day::parse(&format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use samskab_domain::observation::Source;

    #[test]
    fn a_choice_is_known_by_its_code_and_by_both_its_names() {
        for written in ["saw", "Jeg så det", "I SAW IT", "jeg  saa det"] {
            assert_eq!(code::<Source>(written, "told"), "saw", "{written}");
        }
        assert_eq!(code::<Source>("", "told"), "told");
        assert_eq!(code::<Source>("rygter", "told"), "rygter");
    }

    #[test]
    fn days_are_read_in_both_orders() {
        for written in [
            "2021-09-30",
            "30/09/2021",
            "30-9-2021",
            "30.09.2021",
            "2021-09-30T10:00:00",
        ] {
            assert_eq!(day(written), Day::parse("2021-09-30"), "{written}");
        }
        for written in ["", "09/30/2021", "30/09", "i går", "30/09/21"] {
            assert_eq!(day(written), None, "{written}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_day_or_none(written in ".{0,20}") {
            let _ = day(&written);
        }
    }
}
