//! When an offer can be used, in words.
use crate::Texts;
use samskab_domain::schedule::{Frequency, OnDay, Rule, Time};
use std::collections::BTreeSet;

impl Texts {
    /// `16.30`, or as the language writes it.
    pub fn clock(&self, time: Time) -> String {
        self.time_of_day(time.hour(), time.minute())
    }

    /// *Hver anden torsdag kl. 16.30–18.30 fra 5. november 2026*.
    pub fn rule(&self, rule: &Rule) -> String {
        let t = &self.public;
        let mut parts = vec![self.days_of(rule)];
        parts.extend(self.times_of(rule));
        if let Some(from) = rule.from.filter(|_| rule.every > 1 || rule.until.is_some()) {
            parts.push(t.schedule_from(self.day(from)));
        }
        parts.extend(rule.until.map(|until| t.schedule_until(self.day(until))));
        let words = parts.join(" ");
        // *The second Monday of the month,* waits for a time, and not all have one.
        words.strip_suffix(',').unwrap_or(&words).to_owned()
    }

    fn days_of(&self, rule: &Rule) -> String {
        let t = &self.public;
        let each = |on: &OnDay| match on.nth {
            None => t.weekday(on.weekday),
            Some(nth) => t.schedule_nth(nth, t.weekday(on.weekday)),
        };
        let own = rule.from.map(|from| t.weekday(from.weekday()));
        let mut named: Vec<String> = rule.on.iter().map(each).collect();
        named.extend(rule.month_days.iter().map(|n| t.schedule_month_day(*n)));
        if named.is_empty() {
            named.extend(match rule.frequency {
                Frequency::Weekly => own,
                Frequency::Monthly => rule.from.map(|from| t.schedule_month_day(from.parts().2)),
            });
        }
        let days = self.listed(&named);
        match (rule.frequency, rule.every) {
            (Frequency::Weekly, 0 | 1) if is_workdays(&rule.on) => t.schedule_workdays(),
            (Frequency::Weekly, 0 | 1) => t.schedule_weekly(days),
            (Frequency::Weekly, 2) => t.schedule_every_other(days),
            (Frequency::Weekly, weeks) => t.schedule_every(weeks, days),
            (Frequency::Monthly, 0 | 1) => t.schedule_monthly(days),
            (Frequency::Monthly, months) => t.schedule_every_months(months, days),
        }
    }

    fn times_of(&self, rule: &Rule) -> Option<String> {
        let starts = self.clock(rule.starts?);
        Some(match rule.ends {
            Some(ends) => self.public.schedule_time(starts, self.clock(ends)),
            None => self.public.schedule_starts(starts),
        })
    }

    /// *mandag, onsdag og fredag*.
    fn listed(&self, words: &[String]) -> String {
        match words {
            [] => String::new(),
            [one] => one.clone(),
            [before @ .., last] => self
                .public
                .schedule_and(before.join(self.public.schedule_comma().as_str()), last),
        }
    }
}

/// Monday to Friday, and no other day.
fn is_workdays(on: &[OnDay]) -> bool {
    let days = on.iter().filter(|on| on.nth.is_none());
    let days: BTreeSet<i8> = days.map(|on| on.weekday).collect();
    on.len() == 5 && days == BTreeSet::from([1, 2, 3, 4, 5])
}

#[cfg(test)]
mod tests {
    use crate::texts;
    use samskab_domain::calendar::Day;
    use samskab_domain::kernel::Language;
    use samskab_domain::schedule::{Frequency, OnDay, Rule, Time};

    fn rule(on: &[&str]) -> Rule {
        let on = on.iter().map(|text| OnDay::parse(text).unwrap());
        Rule::weekly(on.collect(), Time::new(16, 30), Time::new(18, 0))
    }

    #[test]
    fn a_rule_reads_as_people_say_it() {
        let said = |rule: &Rule| texts(Language::Danish).rule(rule);
        assert_eq!(said(&rule(&["TH"])), "Hver torsdag kl. 16.30–18.00");
        assert_eq!(
            said(&rule(&["MO", "WE", "FR"])),
            "Hver mandag, onsdag og fredag kl. 16.30–18.00"
        );
        let workdays = ["MO", "TU", "WE", "TH", "FR"];
        assert_eq!(said(&rule(&workdays)), "Alle hverdage kl. 16.30–18.00");
        let other = Rule {
            every: 2,
            from: Day::parse("2026-11-05"),
            ends: None,
            ..rule(&["TH"])
        };
        assert_eq!(
            said(&other),
            "Hver anden torsdag kl. 16.30 fra 5. november 2026"
        );
        let monthly = |on: &[&str], month_days: Vec<i8>| Rule {
            frequency: Frequency::Monthly,
            month_days,
            ..rule(on)
        };
        assert_eq!(
            said(&monthly(&["1MO"], vec![])),
            "Den første mandag i måneden kl. 16.30–18.00"
        );
        assert_eq!(
            said(&monthly(&["-1FR"], vec![])),
            "Den sidste fredag i måneden kl. 16.30–18.00"
        );
        assert_eq!(
            said(&monthly(&[], vec![1, 15])),
            "Den 1. og 15. i måneden kl. 16.30–18.00"
        );
        let english = texts(Language::English).rule(&monthly(&["1MO"], vec![]));
        assert_eq!(english, "The first Monday of the month, 16.30–18.00");
        let whole_day = Rule {
            starts: None,
            ends: None,
            ..monthly(&["2MO"], vec![])
        };
        let english = texts(Language::English).rule(&whole_day);
        assert_eq!(english, "The second Monday of the month");
    }
}
