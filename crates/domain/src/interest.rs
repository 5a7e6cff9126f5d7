//! Interests: what an organisation of either sector itself stands to gain, as it says itself (F20).
//!
//! To say it openly never takes anything from a need: of what is declared, the evidence asks one thing
//! alone, whether it is also seen by someone with nothing to gain.
use crate::kernel::{Coded, Id, LINE_MAX, Reader, Remark, codes};
use crate::topic::TopicGroup;

/// What there is to gain. The municipality's own are among them: the report names more welfare at no
/// extra cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gain {
    /// Grants, payment, a contract.
    Money,
    /// Something gets cheaper, or a budget holds.
    Budget,
    Time,
    /// More members, volunteers or users.
    People,
    Premises,
    Influence,
    Other,
    /// Nothing for the organisation itself.
    Nothing,
}
codes! { Gain: Money = "money", Budget = "budget", Time = "time", People = "people", Premises = "premises",
Influence = "influence", Other = "other", Nothing = "nothing" }

/// What it is about: a whole group of topics, or one topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Group(TopicGroup),
    Topic(Id),
}

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The code of a group, or a topic's id.
    pub subject: String,
    pub gain: String,
    pub text: String,
    pub amount: String,
}

/// An interest that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interest {
    pub subject: Subject,
    pub gain: Gain,
    /// In the organisation's own words; may be left out where there is nothing to gain.
    pub text: Option<String>,
    /// What it is worth: kroner, hours, a line of a budget.
    pub amount: Option<String>,
}

/// Longest text, in characters.
pub const TEXT_MAX: usize = 300;

impl Draft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Interest, Vec<Remark>> {
        let mut read = Reader::new();
        let subject = match TopicGroup::from_code(self.subject.trim()) {
            Some(group) => Some(Subject::Group(group)),
            None => read.id("subject", &self.subject).map(Subject::Topic),
        };
        let gain: Option<Gain> = read.choice("gain", &self.gain);
        let text = match gain {
            None | Some(Gain::Nothing) => read.optional("text", &self.text, TEXT_MAX),
            Some(_) => Some(read.required("text", &self.text, TEXT_MAX)),
        };
        let amount = read.optional("amount", &self.amount, LINE_MAX);
        let interest = subject.zip(gain).map(|(subject, gain)| Interest {
            subject,
            gain,
            text,
            amount,
        });
        read.finish(interest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Why;

    fn draft(subject: &str, gain: &str, text: &str) -> Draft {
        Draft {
            subject: subject.into(),
            gain: gain.into(),
            text: text.into(),
            ..Draft::default()
        }
    }

    #[test]
    fn who_gains_something_says_what_and_who_gains_nothing_need_not() {
        let silent = draft("alone", "budget", " ").consider().unwrap_err();
        assert_eq!(
            silent,
            [Remark {
                field: "text",
                why: Why::Missing
            }]
        );
        assert!(draft("alone", "nothing", "").consider().is_ok());
    }

    #[test]
    fn it_is_about_a_group_or_a_topic() {
        let of = |subject: &str| draft(subject, "nothing", "").consider().map(|i| i.subject);
        assert_eq!(of("alone"), Ok(Subject::Group(TopicGroup::Alone)));
        let id = uuid::Uuid::from_u128(7);
        assert_eq!(of(&id.to_string()), Ok(Subject::Topic(id)));
        assert!(of("elsewhere").is_err());
    }
}
