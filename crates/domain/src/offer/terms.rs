//! On what terms: whose age, what it costs, how one gets in, how many there is room for.
use crate::kernel::{Coded, Reader, Why, codes};

/// Whether it costs anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cost {
    Free,
    Paid,
}
codes! { Cost: Free = "free", Paid = "paid" }

/// What someone needs to know before coming.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Accessibility {
    StepFree,
    Lift,
    Toilet,
    Parking,
    HearingLoop,
    Quiet,
    GuideDog,
    Companion,
}
codes! { Accessibility: StepFree = "step_free", Lift = "lift", Toilet = "toilet", Parking = "parking",
HearingLoop = "hearing_loop", Quiet = "quiet", GuideDog = "guide_dog", Companion = "companion" }

/// What was typed about the terms.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub minimum_age: String,
    pub maximum_age: String,
    pub cost: String,
    /// In kroner.
    pub amount: String,
    pub accessibility: Vec<String>,
    /// Places that are free.
    pub available: String,
    /// Places in all.
    pub maximum: String,
}

/// Terms that hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    pub minimum_age: Option<u16>,
    pub maximum_age: Option<u16>,
    pub cost: Option<Cost>,
    /// In øre, one hundredth of a krone.
    pub amount: Option<i64>,
    pub accessibility: Vec<Accessibility>,
    pub capacity: Option<Capacity>,
}

/// How many there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Capacity {
    pub available: u16,
    pub maximum: Option<u16>,
}

/// Oldest age one may be asked for.
const AGE_MAX: u16 = 120;
/// Most places.
const PLACES_MAX: u16 = 9_999;
/// Most kroner.
const KRONER_MAX: i64 = 99_999;

impl Draft {
    /// Notes a remark for each field that cannot be taken.
    pub fn consider(&self, read: &mut Reader) -> Terms {
        let minimum_age = number(read, "minimum_age", &self.minimum_age, AGE_MAX);
        let maximum_age = number(read, "maximum_age", &self.maximum_age, AGE_MAX);
        if let Some(least) = minimum_age.filter(|min| maximum_age.is_some_and(|max| max < *min)) {
            let (min, max) = (i64::from(least), i64::from(AGE_MAX));
            read.remark("maximum_age", Why::NotInRange { min, max });
        }
        let amount = kroner(read, "amount", &self.amount);
        let said = read.optional_choice::<Cost>("cost", &self.cost);
        let cost = match (said, amount) {
            (Some(Cost::Free), Some(amount)) if amount > 0 => {
                read.remark("amount", Why::NotInRange { min: 0, max: 0 });
                said
            }
            (None, Some(0)) => Some(Cost::Free),
            (None, Some(_)) => Some(Cost::Paid),
            _ => said,
        };
        Terms {
            minimum_age,
            maximum_age,
            cost,
            amount: amount.filter(|_| cost == Some(Cost::Paid)),
            accessibility: accessibility(read, "accessibility", &self.accessibility),
            capacity: self.capacity(read),
        }
    }

    fn capacity(&self, read: &mut Reader) -> Option<Capacity> {
        let available = number(read, "available", &self.available, PLACES_MAX);
        let maximum = number(read, "maximum", &self.maximum, PLACES_MAX);
        match (available, maximum) {
            (None, Some(_)) if !read.has("available") => {
                read.remark("available", Why::Missing);
            }
            (Some(available), Some(maximum)) if maximum < available => {
                let max = i64::from(maximum);
                read.remark("available", Why::NotInRange { min: 0, max });
            }
            _ => {}
        }
        available.map(|available| Capacity { available, maximum })
    }
}

impl Terms {
    /// As they were typed.
    pub fn draft(&self) -> Draft {
        let text = |n: Option<u16>| n.map(|n| n.to_string()).unwrap_or_default();
        let codes = self.accessibility.iter().map(|a| a.code().to_owned());
        Draft {
            minimum_age: text(self.minimum_age),
            maximum_age: text(self.maximum_age),
            cost: self.cost.map(|c| c.code().to_owned()).unwrap_or_default(),
            amount: self.amount.map(written).unwrap_or_default(),
            accessibility: codes.collect(),
            available: text(self.capacity.map(|c| c.available)),
            maximum: text(self.capacity.and_then(|c| c.maximum)),
        }
    }
}

fn number(read: &mut Reader, field: &'static str, typed: &str, most: u16) -> Option<u16> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse().ok().filter(|n: &u16| *n <= most);
    if number.is_none() {
        let max = i64::from(most);
        read.remark(field, Why::NotInRange { min: 0, max });
    }
    number
}

/// Kroner, with a comma or a point before the øre, as øre.
fn kroner(read: &mut Reader, field: &'static str, typed: &str) -> Option<i64> {
    let typed = typed
        .trim()
        .trim_end_matches("kr.")
        .trim_end_matches("kr")
        .trim();
    if typed.is_empty() {
        return None;
    }
    let (whole, part) = typed.split_once([',', '.']).unwrap_or((typed, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let fits = digits(whole) && digits(part) && part.len() <= 2 && whole.len() <= 5;
    let amount = whole
        .parse::<i64>()
        .ok()
        .zip(format!("{part:0<2}").parse::<i64>().ok())
        .map(|(whole, part)| whole * 100 + part)
        .filter(|_| fits);
    if amount.is_none() {
        let max = KRONER_MAX;
        read.remark(field, Why::NotInRange { min: 0, max });
    }
    amount
}

/// Øre as kroner, as Danes write them.
fn written(amount: i64) -> String {
    match amount % 100 {
        0 => (amount / 100).to_string(),
        part => format!("{},{part:02}", amount / 100),
    }
}

fn accessibility(read: &mut Reader, field: &'static str, typed: &[String]) -> Vec<Accessibility> {
    let mut found: Vec<Accessibility> = Vec::new();
    for code in typed.iter().filter(|c| !c.trim().is_empty()) {
        match Accessibility::from_code(code.trim()) {
            Some(feature) => found.push(feature),
            None if read.has(field) => {}
            None => read.remark(field, Why::Unknown),
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn heard(draft: &Draft) -> Result<Terms, Vec<(&'static str, Why)>> {
        let mut read = Reader::new();
        let terms = draft.consider(&mut read);
        let remarks = |found: Vec<crate::kernel::Remark>| {
            found.into_iter().map(|r| (r.field, r.why)).collect()
        };
        read.finish(Some(terms)).map_err(remarks)
    }

    #[test]
    fn what_it_costs_is_said_once() {
        let of = |cost: &str, amount: &str| {
            let draft = Draft {
                cost: cost.into(),
                amount: amount.into(),
                ..Draft::default()
            };
            heard(&draft).map(|t| (t.cost, t.amount))
        };
        assert_eq!(of("", "40"), Ok((Some(Cost::Paid), Some(4_000))));
        assert_eq!(of("paid", "12,5 kr."), Ok((Some(Cost::Paid), Some(1_250))));
        assert_eq!(of("", "0"), Ok((Some(Cost::Free), None)));
        assert_eq!(of("paid", ""), Ok((Some(Cost::Paid), None)));
        assert!(of("free", "40").is_err());
        for nonsense in ["-1", "1,234", "mange", "999999", ","] {
            assert!(of("", nonsense).is_err(), "{nonsense}");
        }
    }

    #[test]
    fn there_is_no_more_room_than_there_is() {
        let of = |available: &str, maximum: &str| {
            let draft = Draft {
                available: available.into(),
                maximum: maximum.into(),
                ..Draft::default()
            };
            heard(&draft).map(|t| t.capacity)
        };
        assert_eq!(of("", ""), Ok(None));
        assert!(of("3", "12").is_ok_and(|c| c.is_some()));
        assert_eq!(
            of("13", "12"),
            Err(vec![("available", Why::NotInRange { min: 0, max: 12 })])
        );
        assert_eq!(of("", "12"), Err(vec![("available", Why::Missing)]));
    }

    #[test]
    fn nobody_is_too_old_before_she_is_old_enough() {
        let draft = Draft {
            minimum_age: "18".into(),
            maximum_age: "12".into(),
            ..Draft::default()
        };
        assert!(heard(&draft).is_err());
    }

    proptest! {
        #[test]
        fn terms_written_down_are_the_same_terms(
            ages in (0u16..60, 60u16..=120), amount in 1i64..900_000, available in 0u16..9, features in 0usize..256,
        ) {
            let accessibility = Accessibility::ALL.iter().enumerate().filter(|(i, _)| features >> i & 1 == 1).map(|(_, a)| *a).collect();
            let terms = Terms {
                minimum_age: Some(ages.0), maximum_age: Some(ages.1), cost: Some(Cost::Paid), amount: Some(amount),
                accessibility, capacity: Some(Capacity { available, maximum: Some(9) }),
            };
            prop_assert_eq!(heard(&terms.draft()), Ok(terms));
        }
    }
}
