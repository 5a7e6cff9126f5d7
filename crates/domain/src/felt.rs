//! Whether a change is felt (F9, F19, F23): the second key of a need.
//!
//! The answerer says *done*; those who saw, and apart from them those it is for, say whether it
//! can be felt. The two lines are never summed, and a *no* is never outvoted.
use crate::answer::Kind;
use crate::calendar::Day;
use crate::kernel::{Moment, Reader, Remark, codes};

/// What someone says to *can it be felt?*
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Says {
    Yes,
    /// A little.
    Partly,
    /// For some, not for others.
    ForSome,
    No,
    /// It no longer matters.
    NoLonger,
}
codes! { Says: Yes = "yes", Partly = "partly", ForSome = "for_some", No = "no", NoLonger = "no_longer" }

/// Whose word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voice {
    /// Someone who told what she saw.
    Observer,
    /// Those it is for, as someone wrote it down.
    User,
}
codes! { Voice: Observer = "observer", User = "user" }

/// What the question comes after. A question asked again later replaces the earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum After {
    /// An answer that promised nothing.
    Answer,
    /// The day by which it was promised.
    Promised,
    /// The answerer said that it is done.
    Done,
}
codes! { After: Answer = "answer", Promised = "promised", Done = "done" }

/// Days from an answer, a promised day or *done* until the question is asked: long enough to be
/// felt, short enough to be remembered.
pub const ASKED_AFTER_DAYS: i64 = 28;
/// Days the question in a mail can be answered without signing in.
pub const LINK_DAYS: i64 = 60;
/// Characters of what someone adds in her own words.
pub const NOTE_MAX: usize = 500;

/// A given answer, as far as it decides when to ask.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    pub kind: Kind,
    pub answered: Moment,
    /// By when it was to be done.
    pub by: Option<Day>,
    pub done: Option<Moment>,
}

/// When those who told are asked, and after what. Asked also where the answer was *no*: what was
/// seen may have changed all the same, or grown worse. Nobody is asked after an answer that only
/// wants to know more or sends the need on: the one that follows is asked about.
#[must_use]
pub fn asked(given: Given) -> Option<(Moment, After)> {
    let (from, after) = match (given.kind, given.done, given.by) {
        (Kind::KnowMore | Kind::PassedOn, _, _) => return None,
        (_, Some(done), _) => (done, After::Done),
        (kind, None, Some(by)) if kind.promises() => {
            (by.start().max(given.answered), After::Promised)
        }
        _ => (given.answered, After::Answer),
    };
    Some((from.plus(ASKED_AFTER_DAYS * Moment::DAY), after))
}

/// Whether what someone said still counts. Once something is said to be done, what was felt before says
/// nothing of it; nor does what was felt of a *done* that was taken back (`passed`).
#[must_use]
pub fn counts(after: After, passed: bool, done: bool) -> bool {
    !done || (after == After::Done && !passed)
}

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub says: String,
    pub note: String,
    /// The writer has looked it through: nobody can be recognised.
    pub harmless: bool,
}

/// A word that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub says: Says,
    pub note: Option<String>,
}

impl Draft {
    /// # Errors
    /// A remark for each field: one of the words has to be chosen, a note has at most
    /// [`NOTE_MAX`] characters.
    pub fn consider(&self) -> Result<Word, Vec<Remark>> {
        let mut read = Reader::new();
        let says = read.choice("says", &self.says);
        let note = read.optional("note", &self.note, NOTE_MAX);
        read.finish(says.map(|says| Word { says, note }))
    }
}

/// What one line of voices comes to, in words: never a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Line {
    /// Nobody has said anything yet.
    Unheard,
    Felt,
    /// A little, or for some.
    Partly,
    NotFelt,
    /// Some feel it and others do not.
    Divided,
    /// All who answered say that it no longer matters.
    NoLonger,
}
codes! { Line: Unheard = "unheard", Felt = "felt", Partly = "partly", NotFelt = "not_felt", Divided = "divided", NoLonger = "no_longer" }

impl Line {
    /// What voices come to. *No longer* says nothing about the others' experience.
    #[must_use]
    pub fn of(voices: &[Says]) -> Self {
        let has = |wanted: &[Says]| voices.iter().any(|v| wanted.contains(v));
        let partly = has(&[Says::Partly, Says::ForSome]);
        match (has(&[Says::Yes]), partly, has(&[Says::No])) {
            (false, false, true) => Self::NotFelt,
            (_, _, true) => Self::Divided,
            (_, true, false) => Self::Partly,
            (true, false, false) => Self::Felt,
            (false, false, false) if has(&[Says::NoLonger]) => Self::NoLonger,
            (false, false, false) => Self::Unheard,
        }
    }

    /// Someone says that it cannot be felt.
    #[must_use]
    pub fn objects(self) -> bool {
        matches!(self, Self::NotFelt | Self::Divided)
    }
}

/// What the two keys come to together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Keys {
    /// Nothing to turn yet, or one key only.
    Open,
    /// Said to be done and felt by at least one line, with no objection in the other: closed.
    Closed,
    /// Said to be done, and someone says that it cannot be felt. It stays open, for both to see.
    Disagree,
}

/// Both keys: *done* from the answerer, and the two lines.
#[must_use]
pub fn keys(done: bool, observers: Line, users: Line) -> Keys {
    match (done, observers.objects() || users.objects()) {
        (false, _) => Keys::Open,
        (true, true) => Keys::Disagree,
        (true, false) if [observers, users].contains(&Line::Felt) => Keys::Closed,
        (true, false) => Keys::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Coded;
    use proptest::prelude::*;

    const ANSWERED: Moment = Moment(1_000 * Moment::DAY);

    fn given(kind: Kind) -> Given {
        Given {
            kind,
            answered: ANSWERED,
            by: None,
            done: None,
        }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_no_is_asked_about_too() {
        let four_weeks = ANSWERED.plus(28 * Moment::DAY);
        assert_eq!(
            asked(given(Kind::Cannot)),
            Some((four_weeks, After::Answer))
        );
        assert_eq!(asked(given(Kind::PassedOn)), None);
        assert_eq!(asked(given(Kind::KnowMore)), None);
    }

    #[test]
    fn a_promise_is_asked_about_after_its_day_and_again_after_done() {
        let by = day("2027-03-01");
        let promised = Given {
            by: Some(by),
            ..given(Kind::Act)
        };
        let after_day = by.plus(28).start();
        let (at, after) = asked(promised).unwrap();
        assert_eq!((Day::of(at), after), (Day::of(after_day), After::Promised));
        let done = by.plus(3).start();
        let (at, after) = asked(Given {
            done: Some(done),
            ..promised
        })
        .unwrap();
        assert_eq!((at, after), (done.plus(28 * Moment::DAY), After::Done));
    }

    #[test]
    fn what_was_felt_before_it_was_done_says_nothing_of_it() {
        for after in [After::Answer, After::Promised] {
            assert!(counts(after, false, false) && !counts(after, false, true));
        }
        assert!(counts(After::Done, false, true));
        assert!(!counts(After::Done, true, true), "done again: asked anew");
    }

    #[test]
    fn a_word_has_to_be_chosen_and_a_note_stays_short() {
        let long = Draft {
            says: "perhaps".into(),
            note: "x".repeat(NOTE_MAX + 1),
            ..Draft::default()
        };
        let fields: Vec<_> = long.consider().unwrap_err();
        let fields: Vec<_> = fields.iter().map(|r| r.field).collect();
        assert_eq!(fields, ["says", "note"]);
        let word = Draft {
            says: " no ".into(),
            note: "  ".into(),
            ..Draft::default()
        };
        let word = word.consider().unwrap();
        assert_eq!((word.says, word.note), (Says::No, None));
    }

    fn any_line() -> impl Strategy<Value = Vec<Says>> {
        prop::collection::vec(prop::sample::select(Says::ALL), 0..6)
    }

    #[test]
    fn a_no_is_not_lost_among_those_who_feel_a_little() {
        let line = Line::of(&[Says::Partly, Says::No]);
        assert_eq!(line, Line::Divided);
        assert_eq!(keys(true, line, Line::Felt), Keys::Disagree);
    }

    proptest! {
        #[test]
        fn one_no_keeps_it_open_however_many_say_yes(mut voices in any_line(), users in any_line()) {
            voices.push(Says::No);
            let line = Line::of(&voices);
            prop_assert!(line != Line::Felt && line != Line::Unheard);
            prop_assert_ne!(keys(true, line, Line::of(&users)), Keys::Closed);
        }

        #[test]
        fn nothing_closes_before_the_answerer_says_done(a in any_line(), b in any_line()) {
            prop_assert_eq!(keys(false, Line::of(&a), Line::of(&b)), Keys::Open);
        }

        #[test]
        fn the_order_of_voices_changes_nothing(mut voices in any_line()) {
            let line = Line::of(&voices);
            voices.reverse();
            prop_assert_eq!(Line::of(&voices), line);
        }
    }
}
