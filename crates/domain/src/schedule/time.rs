//! A time of day.
use std::fmt;

/// Hour and minute, as a clock on the wall shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    hour: i8,
    minute: i8,
}

impl Time {
    /// 0:00 to 23:59.
    pub fn new(hour: i8, minute: i8) -> Option<Self> {
        let fits = (0..24).contains(&hour) && (0..60).contains(&minute);
        fits.then_some(Self { hour, minute })
    }

    /// Reads `16:30`, `16.30`, `9` and, as other systems write them, `16:30:00`. What follows of a
    /// time zone is not for here.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split([':', '.']);
        let number = |part: &str| {
            let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            part.parse().ok().filter(|_: &i8| digits)
        };
        let hour = number(parts.next()?)?;
        let minute = parts.next().map_or(Some(0), number)?;
        let seconds = parts.next().map_or(Some(0), number)?;
        let whole = seconds == 0 && parts.next().is_none();
        Self::new(hour, minute).filter(|_| whole)
    }

    pub fn hour(self) -> i8 {
        self.hour
    }

    pub fn minute(self) -> i8 {
        self.minute
    }
}

/// `16:30`, as it is kept and sent.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_time_is_read_as_danes_and_machines_write_it() {
        for text in ["16:30", "16.30", " 16:30:00 "] {
            assert_eq!(Time::parse(text), Time::new(16, 30), "{text}");
        }
        assert_eq!(Time::parse("9"), Time::new(9, 0));
        for text in [
            "",
            "24:00",
            "16:60",
            "halv fem",
            "16:30:30",
            "1630",
            "-1:00",
            "16:30+01:00",
        ] {
            assert_eq!(Time::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(hour in 0i8..24, minute in 0i8..60) {
            let time = Time::new(hour, minute).unwrap();
            prop_assert_eq!(Time::parse(&time.to_string()), Some(time));
        }

        #[test]
        fn any_text_is_a_time_or_none(text in ".{0,12}") {
            let _ = Time::parse(&text);
        }
    }
}
