//! How someone hears that there is news for her: when, by what, and never what the news is (F19).
use crate::calendar::Day;
use crate::kernel::{Moment, Reader, Remark, Why, codes};
use crate::person::phone;

/// How soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Pace {
    /// When it happens, some minutes' news together.
    AtOnce,
    /// On Monday morning, when there is any.
    #[default]
    Weekly,
    /// Only where she looks herself.
    Never,
}
codes! { Pace: AtOnce = "at_once", Weekly = "weekly", Never = "never" }

/// By what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Channel {
    #[default]
    Mail,
    Sms,
}
codes! { Channel: Mail = "mail", Sms = "sms" }

/// Minutes that news waits for more, so that one afternoon is one message.
const GATHERED_MINUTES: i64 = 10;
/// Hours into a Monday in Denmark at which the week's news is told.
const MONDAY_HOUR: i64 = 8;
/// Days the link that stops messages works.
pub const STOP_LINK_DAYS: i64 = 180;

impl Pace {
    /// When someone is told of what happened at `now`; never, else.
    #[must_use]
    pub fn next(self, now: Moment) -> Option<Moment> {
        match self {
            Self::AtOnce => Some(now.plus(GATHERED_MINUTES * 60 * Moment::SECOND)),
            Self::Weekly => Some(monday(now)),
            Self::Never => None,
        }
    }
}

fn monday(now: Moment) -> Moment {
    let today = Day::of(now);
    let at = |day: Day| day.start().plus(MONDAY_HOUR * Moment::HOUR);
    let ahead = i64::from((8 - today.weekday()) % 7);
    match at(today.plus(ahead)) {
        next if next > now => next,
        _ => at(today.plus(ahead + 7)),
    }
}

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct WishDraft {
    pub pace: String,
    pub channel: String,
    pub phone: String,
}

/// A wish that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub pace: Pace,
    pub channel: Channel,
    pub phone: Option<String>,
}

impl WishDraft {
    /// # Errors
    /// A remark for each field that cannot be taken, and when messages are to go to a phone without a number.
    pub fn consider(&self) -> Result<Wish, Vec<Remark>> {
        let mut read = Reader::new();
        let pace = read.choice("pace", &self.pace);
        let channel = read.optional_choice("channel", &self.channel);
        let phone = phone(&mut read, "phone", &self.phone);
        let channel = channel.unwrap_or_default();
        if channel == Channel::Sms && phone.is_none() && !read.has("phone") {
            read.remark("phone", Why::Missing);
        }
        read.finish(pace.map(|pace| Wish {
            pace,
            channel,
            phone,
        }))
    }
}

/// A number as gateways take it: digits with the country before them, Denmark's where there is none.
#[must_use]
pub fn international(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match (phone.trim().starts_with('+'), digits.strip_prefix("00")) {
        (true, _) => digits,
        (false, Some(abroad)) => abroad.to_owned(),
        (false, None) => format!("45{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// 2026-11-23, a Monday, 09:00 in Copenhagen.
    const MONDAY: Moment = Moment(1_795_420_800_000_000);

    #[test]
    fn the_week_is_told_on_the_next_monday_morning_and_never_in_the_past() {
        let next = Pace::Weekly.next(MONDAY).unwrap();
        assert_eq!(
            Day::of(next),
            Day::parse("2026-11-30").unwrap(),
            "eight has gone by"
        );
        let before = MONDAY.plus(-2 * Moment::HOUR);
        assert_eq!(Day::of(Pace::Weekly.next(before).unwrap()), Day::of(MONDAY));
        assert_eq!(Pace::Never.next(MONDAY), None);
    }

    #[test]
    fn a_message_to_a_phone_needs_a_number() {
        let draft = |channel: &str, phone: &str| WishDraft {
            pace: "weekly".into(),
            channel: channel.into(),
            phone: phone.into(),
        };
        assert_eq!(draft("sms", "").consider().unwrap_err()[0].field, "phone");
        assert_eq!(
            draft("sms", "ring").consider().unwrap_err()[0].why,
            Why::NotAPhone
        );
        assert!(draft("mail", "").consider().is_ok());
        assert!(draft("sms", "20 30 40 50").consider().is_ok());
    }

    #[test]
    fn a_number_without_a_country_is_danish() {
        for (typed, sent) in [
            ("20 30 40 50", "4520304050"),
            ("+46 70-123 45 67", "46701234567"),
            ("0045 20304050", "4520304050"),
        ] {
            assert_eq!(international(typed), sent);
        }
    }

    proptest! {
        #[test]
        fn told_later_and_within_a_week(hours in 0i64..2_000) {
            let now = MONDAY.plus(hours * Moment::HOUR);
            let next = monday(now);
            prop_assert!(next > now && next <= now.plus(7 * Moment::DAY + 2 * Moment::HOUR));
            prop_assert_eq!(Day::of(next).weekday(), 1);
        }
    }
}
