//! How a municipality tends its directory: how often offers are checked, whose changes wait.
use crate::kernel::{Coded, Reader, Remark};
use crate::offer::{DEFAULT_CADENCE_MONTHS, Wait, cadence};
use crate::topic::TopicGroup;

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct SettingsDraft {
    pub wait: String,
    /// Months between checks for each group of topics; empty is the usual.
    pub cadences: Vec<(TopicGroup, String)>,
}

/// What holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub wait: Wait,
    pub cadences: Vec<(TopicGroup, i64)>,
}

impl SettingsDraft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Settings, Vec<Remark>> {
        let mut read = Reader::new();
        let wait = read.choice("wait", &self.wait);
        let cadences = self.cadences.iter();
        let cadences = cadences.map(|(group, typed)| {
            let months = cadence(&mut read, group.code(), typed);
            (*group, months.unwrap_or(DEFAULT_CADENCE_MONTHS))
        });
        let cadences = cadences.collect();
        read.finish(wait.map(|wait| Settings { wait, cadences }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Why;

    #[test]
    fn what_is_left_empty_is_checked_as_usual() {
        let typed = |months: &str| SettingsDraft {
            wait: "shared".into(),
            cadences: vec![(TopicGroup::Alone, months.into())],
        };
        let settings = typed("").consider().unwrap();
        assert_eq!(settings.cadences, [(TopicGroup::Alone, 3)]);
        assert_eq!(typed("12").consider().unwrap().cadences[0].1, 12);
        let remark = Remark {
            field: "alone",
            why: Why::Unknown,
        };
        assert_eq!(typed("7").consider(), Err(vec![remark]));
    }
}
