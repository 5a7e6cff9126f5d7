//! Minutes are lines, each signed, that are only ever added. A line that is corrected stays behind
//! the one that takes its place. Two who correct the same line at once are both kept: nobody
//! wins by being later. Who takes back her correction of another's line leaves it as it was.
use crate::kernel::{Id, Reader, Remark};
use std::collections::{HashMap, HashSet};

/// Longest line, in characters.
pub const LINE_MAX: usize = 600;

/// What was typed as a line.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub body: String,
    /// The version that stood there when the writer began to correct it.
    pub of: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

impl Draft {
    /// The line, and the version it takes the place of.
    ///
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<(String, Option<Id>), Vec<Remark>> {
        let mut read = Reader::new();
        let body = read.required("body", &self.body, LINE_MAX);
        let of = read.optional_id("of", &self.of);
        read.finish(Some((body, of)))
    }
}

/// One version of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    pub id: Id,
    /// The line it is a version of: the id of its first.
    pub line: Id,
    /// The version its writer saw.
    pub replaces: Option<Id>,
    /// Its writer has taken it back.
    pub taken_back: bool,
}

/// A version that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it is among the versions handed in.
    pub index: usize,
    /// Another version of the same line stands beside it: two wrote at once.
    pub twice: bool,
}

/// The versions that stand, line by line, in the order the lines were begun and, within a line,
/// in the order given.
#[must_use]
pub fn standing(versions: &[Version]) -> Vec<Standing> {
    let replaced = replaced(versions);
    let mut heads: Vec<(usize, &Version)> = versions
        .iter()
        .enumerate()
        .filter(|(_, v)| !v.taken_back && !replaced.contains(&v.id))
        .collect();
    heads.sort_by_key(|(_, v)| v.line);
    let of_line = |line| heads.iter().filter(move |(_, v)| v.line == line).count();
    heads
        .iter()
        .map(|(index, v)| Standing {
            index: *index,
            twice: of_line(v.line) > 1,
        })
        .collect()
}

/// The versions that another has taken the place of, whether at once or step by step, and that is not taken back.
fn replaced(versions: &[Version]) -> HashSet<Id> {
    let before: HashMap<Id, Option<Id>> = versions.iter().map(|v| (v.id, v.replaces)).collect();
    let mut replaced = HashSet::new();
    for version in versions.iter().filter(|v| !v.taken_back) {
        let mut earlier = version.replaces;
        while let Some(id) = earlier.filter(|id| replaced.insert(*id)) {
            earlier = before.get(&id).copied().flatten();
        }
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    /// What one of several writers does: writes a line, corrects one of those on her screen, or
    /// looks again.
    #[derive(Clone, Debug)]
    enum Step {
        Write,
        Correct(usize, usize),
        Look(usize),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let one = prop_oneof![
            Just(Step::Write),
            (0usize..4, 0usize..50).prop_map(|(who, which)| Step::Correct(who, which)),
            (0usize..4).prop_map(Step::Look),
        ];
        prop::collection::vec(one, 0..80)
    }

    proptest! {
        #[test]
        fn nothing_goes_but_what_its_replacer_had_on_her_screen(steps in steps()) {
            let mut versions: Vec<Version> = Vec::new();
            let mut screens: [Vec<Version>; 4] = Default::default();
            let mut seen_by_replacer: HashMap<Id, Vec<Id>> = HashMap::new();
            for (n, step) in steps.into_iter().enumerate() {
                let id = Uuid::from_u128(n as u128 + 1);
                match step {
                    Step::Write => versions.push(Version { id, line: id, replaces: None, taken_back: false }),
                    Step::Correct(who, which) if !screens[who].is_empty() => {
                        let of = screens[who][which % screens[who].len()];
                        seen_by_replacer.insert(id, screens[who].iter().map(|v| v.id).collect());
                        versions.push(Version { id, line: of.line, replaces: Some(of.id), taken_back: false });
                    }
                    Step::Correct(..) => {}
                    Step::Look(who) => {
                        screens[who] = standing(&versions).iter().map(|s| versions[s.index]).collect();
                    }
                }
            }
            let stands: Vec<Id> = standing(&versions).iter().map(|s| versions[s.index].id).collect();
            for version in &versions {
                let after: Vec<_> = versions.iter().filter(|v| v.replaces == Some(version.id)).collect();
                prop_assert_eq!(stands.contains(&version.id), after.is_empty());
                for replacer in after {
                    prop_assert!(seen_by_replacer[&replacer.id].contains(&version.id));
                }
                prop_assert!(
                    standing(&versions).iter().any(|s| versions[s.index].line == version.line),
                    "a line is lost"
                );
            }
        }
    }

    #[test]
    fn two_who_correct_a_line_at_once_are_both_kept_until_someone_makes_one_of_them() {
        let [a, b, c, d] = [1, 2, 3, 4].map(Uuid::from_u128);
        let version = |id, replaces| Version {
            id,
            line: a,
            replaces,
            taken_back: false,
        };
        let mut all = vec![version(a, None), version(b, Some(a)), version(c, Some(a))];
        let shown = |all: &[Version]| {
            standing(all)
                .iter()
                .map(|s| (all[s.index].id, s.twice))
                .collect::<Vec<_>>()
        };
        assert_eq!(shown(&all), [(b, true), (c, true)]);
        all.push(version(d, Some(b)));
        assert_eq!(shown(&all), [(c, true), (d, true)]);
        all[2].taken_back = true;
        assert_eq!(shown(&all), [(d, false)]);
    }

    #[test]
    fn a_line_stands_again_when_its_correction_is_taken_back_and_not_while_another_goes_on_from_it()
    {
        let [a, b, c] = [1, 2, 3].map(Uuid::from_u128);
        let version = |id, replaces, taken_back| Version {
            id,
            line: a,
            replaces,
            taken_back,
        };
        let shown = |all: &[Version]| {
            let stands = standing(all).into_iter();
            stands.map(|s| all[s.index].id).collect::<Vec<_>>()
        };
        let hers = version(a, None, false);
        assert_eq!(shown(&[hers, version(b, Some(a), true)]), [a]);
        let goes_on = version(c, Some(b), false);
        assert_eq!(shown(&[hers, version(b, Some(a), true), goes_on]), [c]);
        let own = version(a, None, true);
        assert!(shown(&[own, version(b, Some(a), true)]).is_empty());
    }
}
