//! An offer's form by the names of its fields: as it is sent, and as a change of it waits.
use super::{Draft, terms};
use crate::schedule;

/// The values of a field, by its name.
pub type Field = (&'static str, Vec<String>);

impl Draft {
    /// Reads a form: `all` gives every value of a field.
    pub fn from_fields(all: impl Fn(&str) -> Vec<String>) -> Self {
        let text = |name: &str| all(name).into_iter().next().unwrap_or_default();
        let bearers = [all("bearers"), all("second_bearer")].concat();
        Self {
            name: text("name"),
            summary: text("summary"),
            description: text("description"),
            for_whom: text("for_whom"),
            area: text("area"),
            topic_group: text("topic_group"),
            topics: all("topics"),
            bearers: bearers.into_iter().filter(|b| !b.is_empty()).collect(),
            location_name: text("location_name"),
            address: text("address"),
            postcode: text("postcode"),
            city: text("city"),
            transport: text("transport"),
            schedule: text("schedule"),
            phone: text("phone"),
            email: text("email"),
            url: text("url"),
            price: text("price"),
            languages: all("languages"),
            access: text("access"),
            contact_title: text("contact_title"),
            contact: text("contact"),
            backup: text("backup"),
            cadence: text("cadence"),
            state: text("state"),
            effect: text("effect"),
            minor: !text("minor").is_empty(),
            when: schedule::Draft {
                repeats: text("repeats"),
                weekdays: all("weekdays"),
                starts_at: text("starts_at"),
                ends_at: text("ends_at"),
                from_day: text("from_day"),
                until_day: text("until_day"),
                open_on_holidays: text("open_on_holidays"),
                exceptions: text("exceptions"),
                closed_from: text("closed_from"),
                closed_until: text("closed_until"),
                closed_note: text("closed_note"),
            },
            terms: terms::Draft {
                minimum_age: text("minimum_age"),
                maximum_age: text("maximum_age"),
                cost: text("cost"),
                amount: text("amount"),
                accessibility: all("accessibility"),
                available: text("available"),
                maximum: text("maximum"),
            },
            version: text("version"),
        }
    }

    /// Every field of the form but what a change in practice did to the offer, and which version it is of.
    pub fn fields(&self) -> Vec<Field> {
        let one = |text: &String| vec![text.clone()];
        let (when, terms) = (&self.when, &self.terms);
        vec![
            ("name", one(&self.name)),
            ("summary", one(&self.summary)),
            ("description", one(&self.description)),
            ("for_whom", one(&self.for_whom)),
            ("area", one(&self.area)),
            ("topic_group", one(&self.topic_group)),
            ("topics", self.topics.clone()),
            ("bearers", self.bearers.clone()),
            ("location_name", one(&self.location_name)),
            ("address", one(&self.address)),
            ("postcode", one(&self.postcode)),
            ("city", one(&self.city)),
            ("transport", one(&self.transport)),
            ("schedule", one(&self.schedule)),
            ("phone", one(&self.phone)),
            ("email", one(&self.email)),
            ("url", one(&self.url)),
            ("price", one(&self.price)),
            ("languages", self.languages.clone()),
            ("access", one(&self.access)),
            ("contact_title", one(&self.contact_title)),
            ("contact", one(&self.contact)),
            ("backup", one(&self.backup)),
            ("cadence", one(&self.cadence)),
            ("state", one(&self.state)),
            (
                "minor",
                if self.minor {
                    vec!["yes".to_owned()]
                } else {
                    vec![]
                },
            ),
            ("repeats", one(&when.repeats)),
            ("weekdays", when.weekdays.clone()),
            ("starts_at", one(&when.starts_at)),
            ("ends_at", one(&when.ends_at)),
            ("from_day", one(&when.from_day)),
            ("until_day", one(&when.until_day)),
            ("open_on_holidays", one(&when.open_on_holidays)),
            ("exceptions", one(&when.exceptions)),
            ("closed_from", one(&when.closed_from)),
            ("closed_until", one(&when.closed_until)),
            ("closed_note", one(&when.closed_note)),
            ("minimum_age", one(&terms.minimum_age)),
            ("maximum_age", one(&terms.maximum_age)),
            ("cost", one(&terms.cost)),
            ("amount", one(&terms.amount)),
            ("accessibility", terms.accessibility.clone()),
            ("available", one(&terms.available)),
            ("maximum", one(&terms.maximum)),
        ]
    }

    /// The fields that are otherwise than in `before`. Blanks around a text, line ends and the
    /// order of what is ticked make no difference.
    #[must_use]
    pub fn otherwise_than(&self, before: &Self) -> Vec<Field> {
        let before = before.fields();
        let mut fields = self.fields();
        fields.retain(|(name, now)| {
            let then = before.iter().find(|(other, _)| other == name);
            then.is_none_or(|(_, then)| told(then) != told(now))
        });
        fields
    }

    /// This draft with some fields put in place of its own; it is of the same version.
    #[must_use]
    pub fn with(&self, changed: &[(String, Vec<String>)]) -> Self {
        let own = self.fields();
        let mut draft = Self::from_fields(|name| {
            let given = changed.iter().find(|(changed, _)| changed == name);
            let own = || own.iter().find(|(other, _)| *other == name);
            let values = given.map(|(_, values)| values.clone());
            let values = values.or_else(|| own().map(|(_, values)| values.clone()));
            values.unwrap_or_default()
        });
        draft.version.clone_from(&self.version);
        draft
    }
}

fn told(values: &[String]) -> Vec<String> {
    let values = values.iter().map(|v| v.trim().replace('\r', ""));
    let mut values: Vec<_> = values.filter(|v| !v.is_empty()).collect();
    values.sort_unstable();
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            name: "Kaffe".into(),
            bearers: vec!["a".into(), "b".into()],
            languages: vec!["da".into(), "en".into()],
            minor: true,
            ..Draft::default()
        }
    }

    #[test]
    fn a_form_comes_back_as_it_was_sent() {
        let sent = draft();
        let fields = sent.fields();
        let read = Draft::from_fields(|name| {
            let found = fields.iter().find(|(other, _)| *other == name);
            found.map(|(_, values)| values.clone()).unwrap_or_default()
        });
        assert_eq!(read.fields(), fields);
    }

    #[test]
    fn only_what_is_otherwise_is_a_change() {
        let before = draft();
        let mut after = draft();
        after.name = " Kaffe\r".into();
        after.languages.reverse();
        assert!(after.otherwise_than(&before).is_empty());
        after.phone = "70 00 00 11".into();
        let changed = after.otherwise_than(&before);
        assert_eq!(changed, [("phone", vec!["70 00 00 11".to_owned()])]);
        let named: Vec<_> = changed
            .into_iter()
            .map(|(name, values)| (name.to_owned(), values))
            .collect();
        let meanwhile = Draft {
            summary: "Varm kaffe".into(),
            ..draft()
        };
        let both = meanwhile.with(&named);
        assert_eq!(
            (both.summary.as_str(), both.phone.as_str()),
            ("Varm kaffe", "70 00 00 11")
        );
        assert_eq!(both.bearers, ["a", "b"]);
    }
}
