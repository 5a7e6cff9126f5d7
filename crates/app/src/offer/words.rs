//! An offer's words in the best language there is for the reader; each says which that is.
use super::when::Kept;
use crate::desk::{Desk, Outcome};
use samskab_database::{FromRow, sql};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::translation::{Field, Made, Standing, standing};
use samskab_locale::texts;

/// A text of an offer in the best language there is for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    pub body: String,
    pub language: Language,
    /// Where the translation stands; none when it is the source itself.
    pub standing: Option<Standing>,
}

impl Told {
    fn source(body: &str, language: Language) -> Self {
        Self {
            body: body.to_owned(),
            language,
            standing: None,
        }
    }

    /// The source has changed, in more than a comma, since it was translated.
    pub fn outdated(&self) -> bool {
        self.standing == Some(Standing::Outdated)
    }

    /// A machine translated it, and nobody has read it through.
    pub fn by_machine(&self) -> bool {
        self.standing == Some(Standing::Machine)
    }
}

#[derive(Clone, Debug, FromRow)]
struct Row {
    field: String,
    body: String,
    source_version: i64,
    state: String,
}

/// The translations of one offer into the reader's language.
#[derive(Clone, Debug)]
pub(super) struct Words {
    own: Language,
    wished: Language,
    major_version: i64,
    rows: Vec<Row>,
}

impl Words {
    /// # Errors
    /// What the database answers.
    pub(super) async fn of(
        desk: &Desk,
        m: Id,
        (offer, own, major_version): (Id, Language, i64),
        wished: Language,
    ) -> Outcome<Self> {
        let sql = sql!(
            "select field, body, source_version, state from translation where municipality_id = ? \
             and subject_kind = 'offer' and subject_id = ? and language = ?",
            m,
            offer,
            wished.code()
        );
        Ok(Self {
            own,
            wished,
            major_version,
            rows: desk.db.all(sql).await?,
        })
    }

    /// A text in the reader's language, else as it was written.
    pub(super) fn told(&self, field: Field, source: &str) -> Told {
        let found = self.rows.iter().find(|row| row.field == field.code());
        let Some(row) = found.filter(|_| self.wished != self.own) else {
            return Told::source(source, self.own);
        };
        let made = Made::from_code(&row.state).unwrap_or(Made::Machine);
        let stands = standing(Some((made, row.source_version)), self.major_version);
        Told {
            body: row.body.clone(),
            language: self.wished,
            standing: Some(stands),
        }
    }

    /// The same for a text that may not be there.
    pub(super) fn maybe(&self, field: Field, source: Option<&String>) -> Option<Told> {
        source.map(|source| self.told(field, source))
    }

    /// When, in words: each rule in the reader's language, and what was written beside it.
    pub(super) fn when(&self, kept: &[Kept]) -> Vec<Told> {
        let first = kept.first().map(|kept| kept.id);
        kept.iter()
            .flat_map(|kept| {
                let written = match Some(kept.id) == first {
                    true => self.told(Field::Schedule, &kept.body),
                    false => Told::source(&kept.body, self.own),
                };
                when(kept, self.own, self.wished, written)
            })
            .collect()
    }
}

/// Whether the words of a schedule say no more than its rule, whole hours with or without `.00`.
pub(super) fn only_rule(kept: &Kept, own: Language) -> bool {
    let plain = |words: &str| words.replace(".00", "").replace(":00", "");
    let rule = kept.rule();
    rule.is_some_and(|rule| plain(&texts(own).rule(&rule)) == plain(&kept.body))
}

/// A schedule for a reader: by its rule in her own language where that says it all, or where the
/// words beside it are in another.
pub(super) fn when(kept: &Kept, own: Language, wished: Language, written: Told) -> Vec<Told> {
    let by_rule = kept
        .rule()
        .map(|rule| Told::source(&texts(wished).rule(&rule), wished));
    match by_rule {
        Some(by_rule) if only_rule(kept, own) => vec![by_rule],
        Some(by_rule) if written.language != wished => vec![by_rule, written],
        _ => vec![written],
    }
}

/// A schedule in a list, where translations of its words are not read.
pub(super) fn when_in_list(kept: &Kept, own: Language, wished: Language) -> Vec<Told> {
    when(kept, own, wished, Told::source(&kept.body, own))
}
