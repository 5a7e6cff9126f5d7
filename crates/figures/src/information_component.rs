//! The information component: how much more often two things are told together than apart.
//!
//! Norén, Hopstadius and Bate, *Shrinkage observed-to-expected ratios for robust and transparent large-scale
//! pattern discovery*, Statistical Methods in Medical Research 22(1), 2013.
use statrs::distribution::{ContinuousCDF, Gamma};

/// The information component with a two-sided interval, in bits: 1 is twice as often as expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InformationComponent {
    pub value: f64,
    /// The lower end of the 95 % credibility interval (IC025).
    pub lower: f64,
    /// The upper end (IC975).
    pub upper: f64,
}

/// What half a report on either side pulls small counts towards nothing.
const SHRINKAGE: f64 = 0.5;
/// More reports than any country has; beyond it the quantile's search gives no answer.
const MOST: f64 = 1e9;

impl InformationComponent {
    /// From `observed` reports where `expected` would be there by chance. None where either is negative, no
    /// number, or above a thousand million.
    #[must_use]
    pub fn of(observed: f64, expected: f64) -> Option<Self> {
        let value = ((observed + SHRINKAGE) / (expected + SHRINKAGE)).log2();
        Some(Self {
            value,
            lower: quantile(observed, expected, 0.025)?,
            upper: quantile(observed, expected, 0.975)?,
        })
    }
}

/// The exact quantile `share` (between 0 and 1) of the information component: the base-2 logarithm of that
/// of a gamma distribution with shape `observed` + ½ and rate `expected` + ½.
#[must_use]
pub fn quantile(observed: f64, expected: f64, share: f64) -> Option<f64> {
    let counts = 0.0..=MOST;
    if !(0.0 < share && share < 1.0 && counts.contains(&observed) && counts.contains(&expected)) {
        return None;
    }
    let gamma = Gamma::new(observed + SHRINKAGE, 1.0).ok()?;
    // The rate only divides, so that huge ones lose no digits in the search.
    let bits = (gamma.inverse_cdf(share) / (expected + SHRINKAGE)).log2();
    bits.is_finite().then_some(bits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_interval_holds_the_value_and_narrows_with_more_reports(observed in 1u32..400, expected in 0.01f64..400.0) {
            let observed = f64::from(observed);
            let one = InformationComponent::of(observed, expected).unwrap();
            let ten = InformationComponent::of(observed * 10.0, expected * 10.0).unwrap();
            prop_assert!(one.lower < one.value && one.value < one.upper);
            prop_assert!(ten.upper - ten.lower < one.upper - one.lower);
        }

        #[test]
        fn more_reports_never_lower_it(observed in 0u32..300, expected in 0.01f64..300.0) {
            let lower = |o: u32| InformationComponent::of(f64::from(o), expected).unwrap().lower;
            prop_assert!(lower(observed) < lower(observed + 1));
        }

        #[test]
        fn whatever_comes_in_nothing_panics(observed in prop_oneof![any::<f64>(), 0.0..2e9], expected in prop_oneof![any::<f64>(), 0.0..2e9]) {
            if let Some(found) = InformationComponent::of(observed, expected) {
                prop_assert!(!found.value.is_nan() && found.lower <= found.upper);
            }
        }
    }
}
