//! Dates and times of day, as people read them.
use crate::Texts;
use samskab_domain::calendar::{Day, hour_and_minute};
use samskab_domain::kernel::Moment;

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
        let month = self.public.month(month);
        self.public.in_month(month, year)
    }

    /// `23. november 2026 kl. 16.30`.
    pub fn moment(&self, moment: Moment) -> String {
        let (hour, minute) = hour_and_minute(moment);
        let date = self.day(Day::of(moment));
        self.public
            .date_and_time(date, format!("{hour}.{minute:02}"))
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
    fn dates_read_as_danes_and_britons_write_them() {
        let moment = Moment(1_795_447_800_000_000); // 2026-11-23T15:30:00Z
        let danish = texts(Language::Danish);
        assert_eq!(danish.moment(moment), "23. november 2026 kl. 16.30");
        assert_eq!(
            texts(Language::English).moment(moment),
            "23 November 2026 at 16.30"
        );
        let today = Day::of(moment);
        assert_eq!(danish.near(today.plus(-4), today), "torsdag");
        assert_eq!(danish.near(today.plus(-40), today), "14. oktober");
        assert_eq!(danish.near(today.plus(-400), today), "19. oktober 2025");
    }
}
