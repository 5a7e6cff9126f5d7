//! What is kept of a document.
use samskab_words::tongue::Tongue;
use tantivy::schema::{
    BytesOptions, Field, INDEXED, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing,
    TextOptions,
};

/// Stands among the forms of every document that has a text in the language.
pub(super) const MARK: &str = "\u{1}";

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct OfTongue {
    pub title: Field,
    pub body: Field,
    /// Runs of letters.
    pub runs: Field,
    /// Whole words as they are written.
    pub forms: Field,
}

#[derive(Clone, Debug)]
pub(super) struct Fields {
    pub id: Field,
    pub id_high: Field,
    pub id_low: Field,
    pub labels: Field,
    pub hours: Field,
    pub latitude: Field,
    pub longitude: Field,
    pub fresh_until: Field,
    pub trusted_until: Field,
    pub sort_key: Field,
    tongues: [OfTongue; Tongue::ALL.len()],
}

impl Fields {
    pub fn of(&self, tongue: Tongue) -> OfTongue {
        self.tongues[tongue as usize]
    }
}

pub(super) fn build() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let column = || NumericOptions::default().set_fast();
    let fields = Fields {
        id: schema.add_bytes_field("id", INDEXED),
        id_high: schema.add_u64_field("id_high", column()),
        id_low: schema.add_u64_field("id_low", column()),
        labels: schema.add_u64_field("labels", column()),
        hours: schema.add_u64_field("hours", column()),
        latitude: schema.add_f64_field("latitude", column()),
        longitude: schema.add_f64_field("longitude", column()),
        fresh_until: schema.add_u64_field("fresh_until", column()),
        trusted_until: schema.add_u64_field("trusted_until", column()),
        sort_key: schema.add_bytes_field("sort_key", BytesOptions::default().set_fast()),
        tongues: Tongue::ALL.map(|tongue| {
            let mut text = |name: &str, record, norms| {
                let indexing = TextFieldIndexing::default()
                    .set_tokenizer("raw")
                    .set_index_option(record)
                    .set_fieldnorms(norms);
                let options = TextOptions::default().set_indexing_options(indexing);
                schema.add_text_field(&format!("{name}_{}", tongue.code()), options)
            };
            OfTongue {
                title: text("title", IndexRecordOption::WithFreqs, true),
                body: text("body", IndexRecordOption::WithFreqs, true),
                runs: text("runs", IndexRecordOption::WithFreqs, true),
                forms: text("forms", IndexRecordOption::Basic, false),
            }
        }),
    };
    (schema.build(), fields)
}
