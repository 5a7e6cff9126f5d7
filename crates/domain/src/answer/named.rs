//! Whose responsibility a need is: the one who is asked says it, never the one who told (F19).
use crate::kernel::{LINE_MAX, Reader, Why, codes};

/// Whose it is, as the asked organisation sees it. That it is not settled is worth saying too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Responsibility {
    Ours,
    Another,
    Shared,
    NotSettled,
}
codes! { Responsibility: Ours = "ours", Another = "another", Shared = "shared", NotSettled = "not_settled" }

/// What was typed of it; all of it may be left out.
#[derive(Clone, Debug, Default)]
pub struct NamedDraft {
    pub responsibility: String,
    pub responsible: String,
    pub paragraph: String,
    pub kle: String,
}

/// What is said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    pub responsibility: Option<Responsibility>,
    /// Another who has it, or whoever it is shared with.
    pub responsible: Option<String>,
    /// Where it stands: a law and its paragraph, an agreement.
    pub paragraph: Option<String>,
    /// The municipalities' own number for the task (KLE): a main group, with or without group and subject.
    pub kle: Option<String>,
}

/// Longest KLE number: `27.36.04`.
const KLE_MAX: usize = 8;

impl NamedDraft {
    /// What holds; each field that does not is remarked on.
    pub(super) fn read(&self, read: &mut Reader) -> Named {
        let responsibility = read.optional_choice("responsibility", &self.responsibility);
        let responsible = read.optional("responsible", &self.responsible, LINE_MAX);
        let paragraph = read.optional("paragraph", &self.paragraph, LINE_MAX);
        let kle = read.optional("kle", &self.kle, KLE_MAX);
        if kle.as_deref().is_some_and(|number| !is_kle(number)) {
            read.remark("kle", Why::NotAKle);
        }
        let others = matches!(
            responsibility,
            Some(Responsibility::Another | Responsibility::Shared)
        );
        Named {
            responsibility,
            // Left over from a change of mind, else.
            responsible: responsible.filter(|_| others),
            paragraph,
            kle,
        }
    }
}

/// One to three pairs of digits with dots between.
fn is_kle(number: &str) -> bool {
    let pairs: Vec<&str> = number.split('.').collect();
    let pair = |p: &&str| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit());
    pairs.len() <= 3 && pairs.iter().all(pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(draft: &NamedDraft) -> (Named, Vec<&'static str>) {
        let mut read = Reader::new();
        let named = draft.read(&mut read);
        let remarks = read.finish(Some(())).err().unwrap_or_default();
        (named, remarks.into_iter().map(|r| r.field).collect())
    }

    #[test]
    fn it_may_be_left_out_and_what_is_left_over_goes() {
        assert_eq!(read(&NamedDraft::default()), (Named::default(), vec![]));
        let changed = NamedDraft {
            responsibility: "ours".into(),
            responsible: "Regionen".into(),
            ..NamedDraft::default()
        };
        assert_eq!(read(&changed).0.responsible, None);
        let shared = NamedDraft {
            responsibility: "shared".into(),
            ..changed
        };
        assert_eq!(read(&shared).0.responsible.as_deref(), Some("Regionen"));
    }

    #[test]
    fn a_number_for_the_task_is_pairs_of_digits() {
        let kle = |number: &str| NamedDraft {
            kle: number.into(),
            ..NamedDraft::default()
        };
        for good in ["27", "27.36", "27.36.04", " 27.36.04 "] {
            assert!(read(&kle(good)).1.is_empty(), "{good}");
        }
        for wrong in ["7", "27.", "27.36.04.1", "aa.bb", "27-36", "２７"] {
            assert_eq!(read(&kle(wrong)).1, ["kle"], "{wrong}");
        }
    }
}
