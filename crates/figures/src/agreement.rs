//! Agreement between people who sort the same things.
//!
//! K. Krippendorff, *Computing Krippendorff's Alpha-Reliability*, 2011.

/// How far apart two values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Same or not.
    Nominal,
    /// By rank.
    Ordinal,
    /// By difference.
    Interval,
    /// By difference in relation to their sum.
    Ratio,
}

/// Krippendorff's alpha: 1 is full agreement, 0 what chance would give; from .80 firm, from .667 tentative. Each unit
/// holds what its coders said, those who said nothing left out. None where no unit was coded twice, or where
/// all say the same value throughout, so that there is nothing to agree about.
#[must_use]
pub fn alpha(units: &[Vec<f64>], level: Level) -> Option<f64> {
    let coded: Vec<&Vec<f64>> = units
        .iter()
        .filter(|u| u.len() > 1 && u.iter().all(|v| v.is_finite()))
        .collect();
    let mut values: Vec<f64> = coded.iter().flat_map(|u| u.iter().copied()).collect();
    values.sort_by(f64::total_cmp);
    let all = values.len() as f64;
    let mut kinds = values.clone();
    kinds.dedup();
    let having: Vec<f64> = kinds
        .iter()
        .map(|k| values.iter().filter(|v| *v == k).count() as f64)
        .collect();
    let apart = |a: f64, b: f64| distance(level, &kinds, &having, a, b);
    let mut observed = 0.0;
    for unit in &coded {
        let pairs: f64 = unit
            .iter()
            .flat_map(|&a| unit.iter().map(move |&b| (a, b)))
            .map(|(a, b)| apart(a, b))
            .sum();
        observed += pairs / (unit.len() as f64 - 1.0);
    }
    let mut expected = 0.0;
    for (&a, na) in kinds.iter().zip(&having) {
        for (&b, nb) in kinds.iter().zip(&having) {
            expected += na * nb * apart(a, b);
        }
    }
    let alpha = 1.0 - (all - 1.0) * observed / expected;
    alpha.is_finite().then_some(alpha)
}

fn distance(level: Level, kinds: &[f64], having: &[f64], a: f64, b: f64) -> f64 {
    if a == b {
        return 0.0;
    }
    match level {
        Level::Nominal => 1.0,
        Level::Interval => (a - b).powi(2),
        Level::Ratio if a + b == 0.0 => 0.0,
        Level::Ratio => ((a - b) / (a + b)).powi(2),
        Level::Ordinal => {
            let (low, high) = (a.min(b), a.max(b));
            let between = kinds
                .iter()
                .zip(having)
                .filter(|(k, _)| **k >= low && **k <= high);
            let ends: f64 = kinds
                .iter()
                .zip(having)
                .filter(|(k, _)| **k == low || **k == high)
                .map(|(_, n)| n / 2.0)
                .sum();
            (between.map(|(_, n)| n).sum::<f64>() - ends).powi(2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn all_alike_in_each_unit_is_one(values in prop::collection::vec(0u8..5, 2..20)) {
            prop_assume!(values.iter().any(|v| *v != values[0]));
            let units: Vec<Vec<f64>> = values.iter().map(|&v| vec![f64::from(v); 3]).collect();
            for level in [Level::Nominal, Level::Ordinal, Level::Interval, Level::Ratio] {
                prop_assert!((alpha(&units, level).unwrap() - 1.0).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn nothing_coded_twice_has_no_agreement() {
        assert_eq!(alpha(&[vec![1.0], vec![]], Level::Nominal), None);
        assert_eq!(alpha(&[vec![1.0, 1.0]], Level::Nominal), None);
    }
}
