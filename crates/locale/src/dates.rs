//! Dates and times of day, as people read them.
use crate::Texts;
use samskab_domain::calendar::{Day, hour_and_minute};
use samskab_domain::kernel::Moment;
use samskab_domain::meeting::When;

impl Texts {
    /// `23. november 2026`.
    pub fn day(&self, day: Day) -> String {
        let (year, month, day) = day.parts();
        let month = self.public.month(month);
        self.public.date(day, month, year)
    }

    /// `november 2026`: as precise as *checked in November* needs to be.
    pub fn month_of(&self, day: Day) -> String {
        let (year, month, _) = day.parts();
        let month = self.public.month_alone(month);
        self.public.in_month(month, year)
    }

    /// `16.30`, or with a colon where that is how the language writes it. The clock is always
    /// the one of 24 hours.
    pub fn time_of_day(&self, hour: i8, minute: i8) -> String {
        self.public.time_of_day(hour, format!("{minute:02}"))
    }

    /// `23. november 2026 kl. 16.30`.
    pub fn moment(&self, moment: Moment) -> String {
        let (hour, minute) = hour_and_minute(moment);
        let date = self.day(Day::of(moment));
        self.public
            .date_and_time(date, self.time_of_day(hour, minute))
    }

    /// The time of day it is: `16.30`.
    pub fn clock_at(&self, moment: Moment) -> String {
        let (hour, minute) = hour_and_minute(moment);
        self.time_of_day(hour, minute)
    }

    /// `tirsdag 1. december 2026 kl. 14.00–15.30`, or the day alone where it is all day.
    pub fn hours(&self, when: When) -> String {
        let weekday = self.public.weekday(when.day.weekday());
        let day = format!("{weekday} {}", self.day(when.day));
        match when.hours {
            Some((from, until)) => {
                let hours = format!("{}–{}", self.clock(from), self.clock(until));
                self.public.date_and_time(day, hours)
            }
            None => day,
        }
    }

    /// The day near today in words (*i går*, *torsdag*), else its date, with the year
    /// where it is another.
    pub fn near(&self, day: Day, today: Day) -> String {
        match day.days_until(today) {
            0 => self.public.today(),
            1 => self.public.yesterday(),
            -1 => self.public.tomorrow(),
            2..=6 => self.public.weekday(day.weekday()),
            _ if day.parts().0 == today.parts().0 => {
                let (_, month, day) = day.parts();
                self.public.date_this_year(day, self.public.month(month))
            }
            _ => self.day(day),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::texts;
    use samskab_domain::calendar::Day;
    use samskab_domain::kernel::{Language, Moment};

    #[test]
    fn dates_read_as_each_language_writes_them() {
        let moment = Moment(1_795_447_800_000_000); // 2026-11-23T15:30:00Z
        let danish = texts(Language::Danish);
        assert_eq!(danish.moment(moment), "23. november 2026 kl. 16.30");
        assert_eq!(
            texts(Language::English).moment(moment),
            "23 November 2026 at 16.30"
        );
        for (language, read) in [
            (Language::Arabic, "23 نوفمبر 2026 الساعة 16:30"),
            (Language::Ukrainian, "23 листопада 2026 р. о 16:30"),
            (Language::Farsi, "23 نوامبر 2026 ساعت 16:30"),
            (Language::Tigrinya, "23 ሕዳር 2026 ሰዓት 16:30"),
        ] {
            assert_eq!(texts(language).moment(moment), read);
        }
        let ukrainian = texts(Language::Ukrainian);
        assert_eq!(
            ukrainian.month_of(Day::of(moment)),
            "листопад 2026 р.",
            "a month that stands alone is in the nominative"
        );
        let today = Day::of(moment);
        assert_eq!(danish.near(today.plus(-4), today), "torsdag");
        assert_eq!(danish.near(today.plus(-40), today), "14. oktober");
        assert_eq!(danish.near(today.plus(-400), today), "19. oktober 2025");
    }
}
