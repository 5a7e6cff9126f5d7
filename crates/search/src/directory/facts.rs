//! What a document is besides its words: what lists are narrowed and ordered by.

/// A value a list can be narrowed to, such as one area or one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Label(pub(super) u64);

impl Label {
    /// Labels of one kind are counted together; a kind is below 256.
    #[must_use]
    pub fn new(kind: u8, value: &str) -> Self {
        // FNV-1a (Fowler, Noll and Vo), cut to what the kind leaves free.
        let hash = value
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
        Self(u64::from(kind) << 56 | hash >> 8)
    }

    pub(super) fn kind(self) -> u8 {
        (self.0 >> 56) as u8
    }
}

/// Minutes in a day and in a week.
pub const DAY: u32 = 24 * 60;
pub const WEEK: u32 = 7 * DAY;

/// A time it is open each week, between two days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// Minutes since Monday began, below [`WEEK`].
    pub from: u32,
    /// Minutes after `from`, at most a day.
    pub length: u32,
    /// Days since 1970, both included.
    pub first_day: u32,
    pub last_day: u32,
}

/// The last day there is room for: always.
pub const ALWAYS: u32 = (1 << 18) - 1;

impl Hours {
    pub(super) fn pack(self) -> u64 {
        let (from, length) = (self.from.min(WEEK - 1), self.length.min(DAY));
        let days = [self.first_day, self.last_day].map(|day| u64::from(day.min(ALWAYS)));
        u64::from(from) << 50 | u64::from(length) << 36 | days[0] << 18 | days[1]
    }

    pub(super) fn unpack(packed: u64) -> Self {
        let part = |at: u32, bits: u32| (packed >> at & ((1 << bits) - 1)) as u32;
        Self {
            from: part(50, 14),
            length: part(36, 14),
            first_day: part(18, 18),
            last_day: part(0, 18),
        }
    }

    /// Monday is 0.
    fn weekday(self) -> u32 {
        self.from / DAY
    }

    fn holds(self, day: u32) -> bool {
        (self.first_day..=self.last_day).contains(&day)
    }
}

/// A place on earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub latitude: f64,
    pub longitude: f64,
}

impl Point {
    /// Metres along the surface, on a sphere of the earth's mean radius (haversine formula).
    #[must_use]
    pub fn metres_to(self, other: Self) -> f64 {
        let (a, b) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half = |difference: f64| (difference / 2.0).sin().powi(2);
        let turned = (other.longitude - self.longitude).to_radians();
        let arc = half(b - a) + a.cos() * b.cos() * half(turned);
        2.0 * 6_371_008.8 * arc.sqrt().min(1.0).asin()
    }
}

/// When somebody wants to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Open at this minute of the week (since Monday began) and day (since 1970).
    At { minute: u32, day: u32 },
    /// Some time in so many days from this one on.
    Within { day: u32, weekday: u32, days: u32 },
    /// On this day of the week, Monday being 0, in the week that begins with `day`.
    On {
        weekday: u32,
        today: u32,
        todays_weekday: u32,
    },
    /// After 17 on any day of the coming week.
    Evening { today: u32, todays_weekday: u32 },
}

/// When evening begins, in minutes of the day.
const EVENING: u32 = 17 * 60;

impl When {
    pub(super) fn fits(self, hours: Hours) -> bool {
        match self {
            Self::At { minute, day } => {
                let since = (minute + WEEK - hours.from) % WEEK;
                since < hours.length && hours.holds(day)
            }
            Self::Within { day, weekday, days } => {
                let ahead = (hours.weekday() + 7 - weekday % 7) % 7;
                ahead < days && hours.holds(day + ahead)
            }
            Self::On {
                weekday,
                today,
                todays_weekday,
            } => {
                let ahead = (weekday + 7 - todays_weekday % 7) % 7;
                hours.weekday() == weekday % 7 && hours.holds(today + ahead)
            }
            Self::Evening {
                today,
                todays_weekday,
            } => {
                let ahead = (hours.weekday() + 7 - todays_weekday % 7) % 7;
                let ends = hours.from % DAY + hours.length;
                ends > EVENING && hours.holds(today + ahead)
            }
        }
    }
}

/// What a document is besides its words.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub labels: Vec<Label>,
    pub hours: Vec<Hours>,
    pub place: Option<Point>,
    /// The day until which it counts as confirmed, and the one until which it may be trusted.
    pub fresh_until: u32,
    pub trusted_until: u32,
    /// Bytes that sort as the title does.
    pub sort_key: Vec<u8>,
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONDAY: u32 = 20_780;

    fn thursday_evening() -> Hours {
        Hours {
            from: 3 * DAY + 18 * 60,
            length: 120,
            first_day: MONDAY,
            last_day: MONDAY + 13,
        }
    }

    #[test]
    fn what_is_packed_comes_out_again() {
        for hours in [
            thursday_evening(),
            Hours {
                from: WEEK - 1,
                length: DAY,
                first_day: 0,
                last_day: ALWAYS,
            },
        ] {
            assert_eq!(Hours::unpack(hours.pack()), hours);
        }
    }

    #[test]
    fn a_time_fits_when_it_is_open_then() {
        let thursday = |minute: u32, week: u32| When::At {
            minute: 3 * DAY + minute,
            day: MONDAY + 3 + 7 * week,
        };
        let today = |weekday: u32| When::Within {
            day: MONDAY + weekday,
            weekday,
            days: 1,
        };
        for (when, fits) in [
            (thursday(18 * 60, 0), true),
            (thursday(20 * 60, 0), false),
            (thursday(17 * 60 + 59, 0), false),
            (thursday(19 * 60, 2), false),
            (today(3), true),
            (today(4), false),
            (
                When::Within {
                    day: MONDAY + 4,
                    weekday: 4,
                    days: 7,
                },
                true,
            ),
            (
                When::Within {
                    day: MONDAY + 11,
                    weekday: 4,
                    days: 7,
                },
                false,
            ),
            (
                When::On {
                    weekday: 3,
                    today: MONDAY,
                    todays_weekday: 0,
                },
                true,
            ),
            (
                When::On {
                    weekday: 2,
                    today: MONDAY,
                    todays_weekday: 0,
                },
                false,
            ),
            (
                When::Evening {
                    today: MONDAY,
                    todays_weekday: 0,
                },
                true,
            ),
        ] {
            assert_eq!(when.fits(thursday_evening()), fits, "{when:?}");
        }
    }

    #[test]
    fn over_midnight_and_over_sunday_is_one_time() {
        let night = Hours {
            from: 6 * DAY + 22 * 60,
            length: 4 * 60,
            first_day: 0,
            last_day: ALWAYS,
        };
        assert!(
            When::At {
                minute: 60,
                day: MONDAY
            }
            .fits(night)
        );
        assert!(
            !When::At {
                minute: 3 * 60,
                day: MONDAY
            }
            .fits(night)
        );
    }

    #[test]
    fn copenhagen_is_not_far_from_malmoe() {
        let copenhagen = Point {
            latitude: 55.676,
            longitude: 12.568,
        };
        let malmoe = Point {
            latitude: 55.605,
            longitude: 13.003,
        };
        let metres = copenhagen.metres_to(malmoe);
        assert!((27_000.0..30_000.0).contains(&metres), "{metres}");
    }
}
