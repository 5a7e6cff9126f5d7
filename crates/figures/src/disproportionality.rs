//! Ratios from a table of two by two.
//!
//! Evans, Waller and Davis, *Use of proportional reporting ratios (PRRs) for signal generation*,
//! Pharmacoepidemiology and Drug Safety 10, 2001; Rothman, Lanes and Sacks, *The reporting odds ratio*, the same 13, 2004.

/// How often two things are told together and apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Both.
    pub both: u64,
    /// The first without the second.
    pub first: u64,
    /// The second without the first.
    pub second: u64,
    /// Neither.
    pub neither: u64,
}

/// A ratio with its 95 % confidence interval; 1 means no more often than otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    pub value: f64,
    pub lower: f64,
    pub upper: f64,
}

/// The normal distribution's 97.5 % point, as the papers round it.
const Z: f64 = 1.96;

impl Table {
    fn parts(self) -> [f64; 4] {
        [self.both, self.first, self.second, self.neither].map(|n| n as f64)
    }

    /// Reports in all.
    #[must_use]
    pub fn all(self) -> f64 {
        self.parts().iter().sum()
    }

    /// How many both would be told by chance; none of an empty table.
    #[must_use]
    pub fn expected(self) -> Option<f64> {
        let [a, b, c, _] = self.parts();
        (self.all() > 0.0).then(|| (a + b) * (a + c) / self.all())
    }

    /// The proportional reporting ratio; none where a share would be divided by nothing.
    #[must_use]
    pub fn proportional(self) -> Option<Ratio> {
        let [a, b, c, d] = self.parts();
        let value = (a / (a + b)) / (c / (c + d));
        ratio(value, 1.0 / a - 1.0 / (a + b) + 1.0 / c - 1.0 / (c + d))
    }

    /// The reporting odds ratio; none where a cell is empty.
    #[must_use]
    pub fn odds(self) -> Option<Ratio> {
        let [a, b, c, d] = self.parts();
        ratio(a * d / (b * c), 1.0 / a + 1.0 / b + 1.0 / c + 1.0 / d)
    }

    /// Chi-squared with Yates' correction; none where a row or column is empty.
    #[must_use]
    pub fn chi_squared(self) -> Option<f64> {
        let [a, b, c, d] = self.parts();
        let n = self.all();
        let apart = ((a * d - b * c).abs() - n / 2.0).max(0.0);
        let value = n * apart * apart / ((a + b) * (c + d) * (a + c) * (b + d));
        value.is_finite().then_some(value)
    }
}

fn ratio(value: f64, variance: f64) -> Option<Ratio> {
    let away = Z * variance.sqrt();
    let found = Ratio {
        value,
        lower: (value.ln() - away).exp(),
        upper: (value.ln() + away).exp(),
    };
    let whole = value > 0.0
        && found.value.is_finite()
        && found.lower.is_finite()
        && found.upper.is_finite();
    whole.then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn intervals_hold_their_ratio_and_no_table_panics(both: u64, first: u64, second: u64, neither: u64) {
            let table = Table { both, first, second, neither };
            for ratio in [table.proportional(), table.odds()].into_iter().flatten() {
                prop_assert!(ratio.lower <= ratio.value && ratio.value <= ratio.upper);
            }
            prop_assert!(table.chi_squared().is_none_or(|value| value >= 0.0));
        }
    }
}
