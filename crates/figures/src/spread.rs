//! How widely something is told, and by how few.

/// The effective number of tellers: (Σn)² / Σn², the inverse of the Herfindahl-Hirschman index (Laakso and
/// Taagepera, 1979). As many as there are when all tell alike, 1 when one tells all; none of no counts.
#[must_use]
pub fn effective_number(counts: &[u64]) -> Option<f64> {
    let sum: f64 = counts.iter().map(|&n| n as f64).sum();
    let squares: f64 = counts.iter().map(|&n| (n as f64).powi(2)).sum();
    (squares > 0.0).then(|| sum * sum / squares)
}

/// The share of all counts that the busiest tenth stands for, between 0 and 1; of fewer than ten the busiest
/// one. None of no counts.
#[must_use]
pub fn busiest_tenth(counts: &[u64]) -> Option<f64> {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let all: f64 = sorted.iter().map(|&n| n as f64).sum();
    let tenth = sorted.len().div_ceil(10);
    let busiest: f64 = sorted.iter().take(tenth).map(|&n| n as f64).sum();
    (all > 0.0).then(|| busiest / all)
}

/// How many kinds there are in all, seen and unseen, by Chao's lower bound with its bias corrected (Chao, 1984;
/// 2005): `seen` kinds, `once` of them told by one only, `twice` by two.
#[must_use]
pub fn chao1(seen: u64, once: u64, twice: u64) -> f64 {
    let (once, twice) = (once as f64, twice as f64);
    seen as f64 + once * (once - 1.0).max(0.0) / (2.0 * (twice + 1.0))
}

/// Good's coverage: the share of what is told that is of kinds already known, between 0 and 1. `once` kinds were told
/// by one only, among `told` in all. None where nothing is told.
#[must_use]
pub fn coverage(once: u64, told: u64) -> Option<f64> {
    (told > 0).then(|| (1.0 - once as f64 / told as f64).max(0.0))
}

/// How many there are, from two counts of `first` and `second` of which `both` are the same ones (Chapman, 1951).
#[must_use]
pub fn chapman(first: u64, second: u64, both: u64) -> f64 {
    (first as f64 + 1.0) * (second as f64 + 1.0) / (both as f64 + 1.0) - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_effective_number_lies_between_one_and_all(counts in prop::collection::vec(1u64..1_000, 1..40)) {
            let number = effective_number(&counts).unwrap();
            prop_assert!(number > 0.999_999 && number < counts.len() as f64 + 1e-6);
        }

        #[test]
        fn the_busiest_tenth_stands_for_at_least_its_share(counts in prop::collection::vec(1u64..1_000, 1..60)) {
            let share = busiest_tenth(&counts).unwrap();
            prop_assert!(share <= 1.0 && share * counts.len() as f64 >= counts.len().div_ceil(10) as f64 - 1e-6);
        }
    }

    #[test]
    fn nothing_told_has_no_spread() {
        assert_eq!(effective_number(&[]), None);
        assert_eq!(busiest_tenth(&[0, 0]), None);
        assert_eq!(coverage(0, 0), None);
    }
}
