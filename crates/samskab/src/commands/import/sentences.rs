//! What came of a file, in sentences. What rows say is never repeated: it may be personal.
use samskab_app::import::{Fault, Report, Sheet};
use samskab_locale::Texts;

/// Why nothing of a file was taken.
pub fn fault(t: &Texts, fault: &Fault) -> String {
    let why = match fault {
        Fault::Empty => t.import_empty(),
        Fault::OnlyAHeader => t.import_only_a_header(),
        Fault::NotText => t.import_not_text(),
        Fault::NotUtf8 { line } => t.import_not_utf8(line.to_string()),
        Fault::BrokenQuotes { line } => t.import_broken_quotes(line.to_string()),
        Fault::HugeCell { line } => t.import_huge_cell(line.to_string()),
        Fault::TooManyRows { max } => t.import_too_many_rows(*max),
        Fault::TooLarge { max } => t.import_too_large(max / (1024 * 1024)),
        Fault::NoColumn { column } => t.import_no_column(*column),
        Fault::TwoColumns { column } => t.import_two_columns(*column),
        Fault::NotGeoJson => t.import_not_geojson(),
    };
    format!("{why} {}", t.import_nothing_written())
}

/// A line for each reason of each row that was not taken, and one for columns passed over.
pub fn rows(t: &Texts, sheet: &Sheet, report: &Report, features: bool) -> Vec<String> {
    let place = if features {
        t.import_feature()
    } else {
        t.import_line()
    };
    let mut lines = Vec::new();
    for refused in &report.refused {
        for (column, why) in &refused.reasons {
            let column = sheet.columns.get(column).map_or(*column, String::as_str);
            lines.push(format!(
                "{place} {}, {column}: {}",
                refused.line,
                why.sentence(t)
            ));
        }
    }
    if !sheet.passed_over.is_empty() {
        lines.push(t.import_passed_over(sheet.passed_over.join(", ")));
    }
    lines
}

/// How many were taken, were there already, and were refused.
pub fn sum(t: &Texts, report: &Report) -> String {
    let mut parts = vec![t.import_taken(report.taken)];
    if report.translated > 0 {
        parts.push(t.import_translated(report.translated));
    }
    parts.push(t.import_already(report.already));
    parts.push(t.import_refused(report.refused.len()));
    format!("{}.", parts.join(", "))
}
