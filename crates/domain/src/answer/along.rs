//! What can happen to an answer along its way, and the words that go with it.
use super::clock::REASON_MAX;
use crate::kernel::{Reader, Remark, Why, codes};

/// What happened, as everyone who sees the need can follow it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Along {
    /// The asked organisation moved the date.
    Extended,
    /// The date went by, and the asked were reminded.
    Reminded,
    /// Still nothing: those above were told.
    Overdue,
    /// Those who asked no longer ask.
    Withdrawn,
    /// Those who asked told what the answerer missed, and asked again.
    Replied,
    /// The answerer mended what was said; what stood before can be read.
    Corrected,
}
codes! { Along: Extended = "extended", Reminded = "reminded", Overdue = "overdue", Withdrawn = "withdrawn",
Replied = "replied", Corrected = "corrected" }

/// Characters of what is told to an answerer who wanted to know more.
pub const REPLY_MAX: usize = 1_200;

/// Words someone typed for one step of the way.
#[derive(Clone, Debug, Default)]
pub struct WordsDraft {
    pub words: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

impl WordsDraft {
    /// `field` is what the form calls it; at most `max` characters.
    ///
    /// # Errors
    /// A remark when there are none, or too many.
    pub fn consider(&self, field: &'static str, max: usize) -> Result<String, Vec<Remark>> {
        let mut read = Reader::new();
        let words = read.required(field, &self.words, max);
        read.finish(Some(words))
    }
}

/// What a colleague says to an answer that is not sent yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Look {
    /// Send it.
    Fine,
    /// Mind this first.
    Remark,
}
codes! { Look: Fine = "fine", Remark = "remark" }

/// What she typed.
#[derive(Clone, Debug, Default)]
pub struct LookDraft {
    pub look: String,
    pub remark: String,
    /// The writer has looked at what was marked and says it points to nobody.
    pub harmless: bool,
}

/// A look that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    pub look: Look,
    pub remark: Option<String>,
}

impl LookDraft {
    /// # Errors
    /// A remark when she says neither, or has a remark and does not write it.
    pub fn consider(&self) -> Result<Looked, Vec<Remark>> {
        let mut read = Reader::new();
        let look = read.choice("look", &self.look);
        let remark = read.optional("remark", &self.remark, REASON_MAX);
        if look == Some(Look::Remark) && remark.is_none() && !read.has("remark") {
            read.remark("remark", Why::Missing);
        }
        read.finish(look.map(|look| Looked { look, remark }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colleague_says_fine_in_one_tap_and_a_remark_in_words() {
        let say = |look: &str, remark: &str| {
            let draft = LookDraft {
                look: look.into(),
                remark: remark.into(),
                harmless: false,
            };
            draft.consider()
        };
        assert_eq!(say("fine", "").unwrap().look, Look::Fine);
        assert_eq!(say("remark", " ").unwrap_err()[0].field, "remark");
        assert_eq!(say("", "").unwrap_err()[0].field, "look");
        let long = say("remark", &"x".repeat(REASON_MAX + 1)).unwrap_err();
        assert_eq!(long.len(), 1, "too long is not missing too");
    }

    #[test]
    fn words_are_remarked_under_the_name_the_form_gives_them() {
        let remarks = WordsDraft::default().consider("why", 10).unwrap_err();
        assert_eq!((remarks[0].field, &remarks[0].why), ("why", &Why::Missing));
    }
}
