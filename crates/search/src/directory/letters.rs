//! Words as rows of letters: runs of them, and slips of the hand.

/// The words with two neighbouring letters of this one the other way round.
pub(super) fn swaps(word: &str) -> impl Iterator<Item = String> {
    let letters: Vec<char> = word.chars().collect();
    (1..letters.len()).filter_map(move |at| {
        let mut letters = letters.clone();
        letters.swap(at - 1, at);
        (letters.get(at - 1) != letters.get(at)).then(|| letters.into_iter().collect())
    })
}

/// Runs of three letters, hashed, the edges of the word among them.
pub(super) fn runs_of_three(form: &str) -> Vec<u64> {
    let letters: Vec<char> = between_edges(form);
    let hash = |run: &[char]| {
        run.iter()
            .fold(0, |hash, &c| hash << 21 | u64::from(c as u32))
    };
    let mut runs: Vec<u64> = letters.windows(3).map(hash).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Runs of four letters, the edges of the word among them; a shorter word is one run.
pub(super) fn runs_of_four(form: &str) -> Vec<String> {
    let letters = between_edges(form);
    let length = letters.len().min(4);
    letters
        .windows(length)
        .map(|run| run.iter().collect())
        .collect()
}

fn between_edges(form: &str) -> Vec<char> {
    std::iter::once(' ')
        .chain(form.chars())
        .chain([' '])
        .collect()
}

/// How many letters must be changed, left out, put in or swapped with their neighbour (Damerau and
/// Levenshtein, each letter once); more than `most` is `most + 1`.
#[must_use]
pub fn distance(a: &[char], b: &[char], most: usize) -> usize {
    if a.len().abs_diff(b.len()) > most {
        return most + 1;
    }
    let mut before: Vec<usize> = vec![];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let changed = last[j] + usize::from(x != y);
            let mut least = changed.min(last[j + 1] + 1).min(row[j] + 1);
            let swapped = i > 0 && j > 0 && a[i - 1] == y && b[j - 1] == x;
            if swapped {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        if row.iter().all(|slips| *slips > most) {
            return most + 1;
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()].min(most + 1)
}
