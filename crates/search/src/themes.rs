//! What a text is about, learnt from texts that people have sorted.
//!
//! One logistic regression over all themes at once (softmax) with words, pairs of words and runs of
//! letters, so that the weights are the explanation. The themes share what is sure: a theme that comes along
//! with another does not take its place among the first. With few texts the themes' own names help, and so
//! does how common each theme is.
use std::collections::HashMap;

/// A text and the themes people gave it, as places in the list of themes.
#[derive(Clone, Debug)]
pub struct Sorted {
    pub text: String,
    pub themes: Vec<usize>,
}

/// What was learnt.
#[derive(Debug)]
pub struct Themes {
    features: HashMap<String, (usize, f32)>,
    /// How many texts it was learnt from.
    texts: f32,
    weights: Vec<Vec<f32>>,
    bias: Vec<f32>,
    /// The mean of the texts of a theme, as a vector of length one: steadier than weights where a theme
    /// has few texts.
    middles: Vec<Vec<f32>>,
}

type Vector = Vec<(usize, f32)>;

/// Walks over all texts.
const ROUNDS: usize = 40;
/// First step of AdaGrad (Duchi, Hazan and Singer, 2011).
const STEP: f32 = 0.5;
/// What lying near the middle of a theme adds, in log-odds, times the root of the number of texts: a
/// middle is the surer the more texts it is the mean of.
const NEAR: f32 = 1.0;
/// How fast weights shrink, for all texts together.
const SHRINK: f32 = 0.5;
/// How much a text the theme is named by weighs beside one that people sorted.
const NAME: f32 = 2.0;

impl Themes {
    /// Learns `names.len()` themes.
    #[must_use]
    pub fn learn(names: &[&str], sorted: &[Sorted]) -> Self {
        let texts: Vec<Vec<(String, f32)>> = sorted.iter().map(|s| features(&s.text)).collect();
        let titles: Vec<Vec<(String, f32)>> = names.iter().map(|n| features(n)).collect();
        let features = rarities(&texts, &titles);
        let mut rows: Vec<(Vector, Vec<usize>, f32)> = texts
            .iter()
            .zip(sorted)
            .map(|(text, s)| (vector(&features, text), s.themes.clone(), 1.0))
            .collect();
        for (theme, title) in titles.iter().enumerate() {
            rows.push((vector(&features, title), vec![theme], NAME));
        }
        let mut model = Self {
            weights: vec![vec![0.0; features.len()]; names.len()],
            bias: vec![0.0; names.len()],
            middles: (0..names.len())
                .map(|theme| middle(theme, features.len(), &rows))
                .collect(),
            features,
            texts: sorted.len() as f32,
        };
        model.fit(&rows);
        model
    }

    /// The themes, the likeliest first, each with its log-odds.
    #[must_use]
    pub fn rank(&self, text: &str) -> Vec<(usize, f32)> {
        let vector = vector(&self.features, &features(text));
        let near = NEAR * self.texts.sqrt();
        let mut scores: Vec<(usize, f32)> = (0..self.bias.len())
            .map(|theme| {
                (
                    theme,
                    self.odds(theme, &vector) + near * self.near(theme, &vector),
                )
            })
            .collect();
        scores.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        scores
    }

    /// The words that speak most for a theme.
    #[must_use]
    pub fn words(&self, theme: usize, most: usize) -> Vec<&str> {
        let weight = |place: usize| {
            self.weights
                .get(theme)
                .and_then(|w| w.get(place))
                .copied()
                .unwrap_or(0.0)
        };
        let mut words: Vec<(&str, f32)> = self
            .features
            .iter()
            .filter(|(word, _)| !word.starts_with(['#', '_']))
            .map(|(word, &(place, _))| (word.as_str(), weight(place)))
            .filter(|(_, weight)| *weight > 0.0)
            .collect();
        words.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        words.into_iter().take(most).map(|(word, _)| word).collect()
    }

    fn odds(&self, theme: usize, vector: &Vector) -> f32 {
        let weights = self
            .weights
            .get(theme)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let sum: f32 = vector
            .iter()
            .map(|&(i, v)| v * weights.get(i).copied().unwrap_or(0.0))
            .sum();
        sum + self.bias.get(theme).copied().unwrap_or(0.0)
    }

    fn near(&self, theme: usize, vector: &Vector) -> f32 {
        let middle = self
            .middles
            .get(theme)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let product: f32 = vector
            .iter()
            .map(|&(i, v)| v * middle.get(i).copied().unwrap_or(0.0))
            .sum();
        let length: f32 = vector.iter().map(|(_, v)| v * v).sum();
        product / length.sqrt().max(f32::EPSILON)
    }

    /// Gradient steps on the logistic loss, the longer ones first; weights shrink a little each time.
    fn fit(&mut self, rows: &[(Vector, Vec<usize>, f32)]) {
        let shrink = SHRINK / rows.len() as f32;
        let mut walked: Vec<Vec<f32>> = vec![vec![1e-2; self.features.len()]; self.weights.len()];
        let mut bias_walked = vec![1e-2f32; self.bias.len()];
        for _ in 0..ROUNDS {
            for (vector, themes, worth) in rows {
                let slopes = self.slopes(vector, themes);
                let along = self.weights.iter_mut().zip(&mut walked).zip(&slopes);
                for ((weights, walked), slope) in along {
                    for &(i, value) in vector {
                        if let Some((weight, walked)) = weights.get_mut(i).zip(walked.get_mut(i)) {
                            step(weight, walked, worth * slope * value + shrink * *weight);
                        }
                    }
                }
                let along = self.bias.iter_mut().zip(&mut bias_walked).zip(&slopes);
                for ((bias, walked), slope) in along {
                    step(bias, walked, worth * slope);
                }
            }
        }
    }

    /// How much surer than true each theme is of a text; its own themes share the truth.
    fn slopes(&self, vector: &Vector, themes: &[usize]) -> Vec<f32> {
        let odds: Vec<f32> = (0..self.bias.len())
            .map(|theme| self.odds(theme, vector))
            .collect();
        let most = odds.iter().copied().fold(f32::MIN, f32::max);
        let all: f32 = odds.iter().map(|o| (o - most).exp()).sum();
        let share = 1.0 / themes.len().max(1) as f32;
        odds.iter()
            .enumerate()
            .map(|(theme, o)| {
                let truth = if themes.contains(&theme) { share } else { 0.0 };
                (o - most).exp() / all - truth
            })
            .collect()
    }
}

/// One step of AdaGrad.
fn step(weight: &mut f32, walked: &mut f32, slope: f32) {
    *walked += slope * slope;
    *weight -= STEP * slope / walked.sqrt();
}

fn middle(theme: usize, features: usize, rows: &[(Vector, Vec<usize>, f32)]) -> Vec<f32> {
    let mut middle = vec![0.0; features];
    for (vector, _, worth) in rows.iter().filter(|(_, themes, _)| themes.contains(&theme)) {
        for &(i, value) in vector {
            if let Some(sum) = middle.get_mut(i) {
                *sum += worth * value;
            }
        }
    }
    let length = middle
        .iter()
        .map(|v| v * v)
        .sum::<f32>()
        .sqrt()
        .max(f32::EPSILON);
    middle.into_iter().map(|v| v / length).collect()
}

/// What a text holds: words, pairs of words, runs of three to five letters within words.
fn features(text: &str) -> Vec<(String, f32)> {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    let mut counts: HashMap<String, f32> = HashMap::new();
    for word in &words {
        *counts.entry(word.clone()).or_default() += 1.0;
        let letters: Vec<char> = std::iter::once(' ')
            .chain(word.chars())
            .chain([' '])
            .collect();
        for length in 3..=5 {
            for run in letters.windows(length) {
                *counts
                    .entry(format!("#{}", run.iter().collect::<String>()))
                    .or_default() += 1.0;
            }
        }
    }
    for pair in words.windows(2) {
        *counts.entry(format!("_{}", pair.join(" "))).or_default() += 1.0;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|a, b| a.0.cmp(&b.0));
    counts
}

/// A place and a rarity for each feature that more than one text holds.
fn rarities(
    texts: &[Vec<(String, f32)>],
    titles: &[Vec<(String, f32)>],
) -> HashMap<String, (usize, f32)> {
    let mut having: HashMap<&str, f32> = HashMap::new();
    for (feature, _) in texts.iter().chain(titles).flatten() {
        *having.entry(feature).or_default() += 1.0;
    }
    let all = (texts.len() + titles.len()) as f32;
    let mut kept: Vec<(&str, f32)> = having.into_iter().filter(|(_, n)| *n > 1.0).collect();
    kept.sort_by(|a, b| a.0.cmp(b.0));
    kept.into_iter()
        .enumerate()
        .map(|(place, (feature, n))| {
            (
                feature.to_owned(),
                (place, ((1.0 + all) / (1.0 + n)).ln() + 1.0),
            )
        })
        .collect()
}

/// Words and runs of letters each as a vector of length one, side by side.
fn vector(features: &HashMap<String, (usize, f32)>, counts: &[(String, f32)]) -> Vector {
    let mut length = [0.0f32; 2];
    let mut found: Vec<(usize, f32, usize)> = Vec::new();
    for (feature, count) in counts {
        let Some(&(place, rare)) = features.get(feature) else {
            continue;
        };
        let part = usize::from(feature.starts_with('#'));
        let value = (1.0 + count.ln()) * rare;
        if let Some(sum) = length.get_mut(part) {
            *sum += value * value;
        }
        found.push((place, value, part));
    }
    let scale = |part: usize| {
        length
            .get(part)
            .copied()
            .unwrap_or(1.0)
            .sqrt()
            .max(f32::EPSILON)
    };
    found
        .into_iter()
        .map(|(place, value, part)| (place, value / scale(part)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(text: &str, theme: usize) -> Sorted {
        Sorted {
            text: text.to_owned(),
            themes: vec![theme],
        }
    }

    #[test]
    fn what_people_sorted_is_suggested_for_what_is_like_it() {
        let texts = [
            sorted("bussen kommer ikke om aftenen", 0),
            sorted("der går ingen bus til byen", 0),
            sorted("brevet var svært at læse", 1),
            sorted("hun forstod ikke brevet", 1),
        ];
        let model = Themes::learn(&["Kørsel", "Breve"], &texts);
        let first = |text: &str| model.rank(text).first().map(|(theme, _)| *theme);
        assert_eq!(first("bussen er nedlagt"), Some(0));
        assert_eq!(first("han kan ikke læse breve"), Some(1));
        assert_eq!(model.words(1, 1), ["brevet"]);
    }

    #[test]
    fn nothing_learnt_and_nothing_written_is_no_failure() {
        assert!(Themes::learn(&[], &[]).rank("").is_empty());
        let odds = Themes::learn(&["Kørsel"], &[]).rank("\u{0}");
        assert!(odds.iter().all(|(_, odds)| odds.is_finite()));
    }
}
