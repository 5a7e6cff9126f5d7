//! Every quirk of spreadsheets, and anything at all.
use super::*;
use crate::import::columns::{OBSERVATION, OFFER};
use proptest::prelude::*;

fn stories(text: &str) -> Vec<(usize, String)> {
    let sheet = read(text.as_bytes(), OBSERVATION, "story").unwrap();
    sheet
        .rows
        .iter()
        .map(|r| (r.line, r.text("story").to_owned()))
        .collect()
}

fn fault(bytes: &[u8]) -> Fault {
    read(bytes, OBSERVATION, "story").unwrap_err()
}

#[test]
fn a_line_break_inside_quotation_marks_belongs_to_the_cell() {
    let text =
        "\u{feff}Fortælling;Kilde\r\n\"Første;\r\nanden \"\"citat\"\"\";saw\r\n\r\nTredje;told\r\n";
    assert_eq!(
        stories(text),
        [
            (2, "Første;\r\nanden \"citat\"".to_owned()),
            (5, "Tredje".to_owned())
        ]
    );
}

#[test]
fn the_delimiter_is_counted_outside_quotation_marks() {
    assert_eq!(
        stories("\"a,b,c\";story\nx;En, to\n"),
        [(2, "En, to".to_owned())]
    );
    assert_eq!(
        stories("sep=,\nstory,x;y\n\"a, b\",1\n"),
        [(3, "a, b".to_owned())]
    );
    assert_eq!(
        stories("story\tplace\nEn, to; tre\t9000"),
        [(2, "En, to; tre".to_owned())]
    );
}

#[test]
fn under_a_single_column_commas_belong_to_the_text() {
    assert_eq!(
        stories("Story\nEn, to; tre\n"),
        [(2, "En, to; tre".to_owned())]
    );
}

#[test]
fn old_line_endings_and_empty_lines_are_taken() {
    assert_eq!(
        stories("story\r\rEn\rTo"),
        [(3, "En".to_owned()), (4, "To".to_owned())]
    );
    assert_eq!(
        stories("story,place\n,,\n  ,\nEn\n"),
        [(4, "En".to_owned())]
    );
}

#[test]
fn a_row_with_more_cells_than_the_header_is_refused_and_the_rest_go_on() {
    let sheet = read(b"story,place\na,9000,b\nc,9000,\n", OBSERVATION, "story").unwrap();
    assert_eq!(
        sheet.refused,
        [Refused::one(2, "story", Reason::TooManyCells)]
    );
    assert_eq!(sheet.rows.len(), 1);
}

#[test]
fn what_is_no_file_of_rows_is_told_in_one_word() {
    assert_eq!(fault(b""), Fault::Empty);
    assert_eq!(fault(b"\xef\xbb\xbf \r\n"), Fault::Empty);
    assert_eq!(fault(b"story;place\r\n;\r\n"), Fault::OnlyAHeader);
    assert_eq!(fault(b"PK\x03\x04\0\0"), Fault::NotText);
    assert_eq!(fault(b"story\nok\nk\xf8ler"), Fault::NotUtf8 { line: 3 });
    assert_eq!(
        fault(b"story\n\"never closed\nmore"),
        Fault::BrokenQuotes { line: 2 }
    );
    assert_eq!(
        fault(b"story\n\"closed\" too early\n"),
        Fault::BrokenQuotes { line: 2 }
    );
    assert_eq!(fault(b"colour\nred\n"), Fault::NoColumn { column: "story" });
    assert_eq!(
        fault(b"story;Tekst\na;b\n"),
        Fault::TwoColumns { column: "story" }
    );
    let huge = format!("story\na\n{}\n", "x".repeat(CELL_MAX + 1));
    assert_eq!(fault(huge.as_bytes()), Fault::HugeCell { line: 3 });
}

#[test]
fn one_row_more_than_we_take_is_too_many() {
    let file = |rows: usize| format!("story\n{}", "a\n".repeat(rows));
    assert!(read(file(ROWS_MAX).as_bytes(), OBSERVATION, "story").is_ok());
    assert_eq!(
        fault(file(ROWS_MAX + 1).as_bytes()),
        Fault::TooManyRows { max: ROWS_MAX }
    );
}

#[test]
fn columns_we_do_not_know_are_named_and_passed_over() {
    let sheet = read("Fortælling;Farve\na;b\n".as_bytes(), OBSERVATION, "story").unwrap();
    assert_eq!(sheet.passed_over, ["Farve"]);
    assert_eq!(sheet.columns["story"], "Fortælling");
}

proptest! {
    #[test]
    fn anything_at_all_is_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, OBSERVATION, "story");
        let with_header = [b"story;place\n".as_slice(), &bytes].concat();
        let _ = read(&with_header, OFFER, "name");
    }

    #[test]
    fn anything_made_of_the_signs_that_matter_is_answered(
        text in "[\",;\t\r\na ]{0,60}",
    ) {
        let _ = read(format!("story,place\n{text}").as_bytes(), OBSERVATION, "story");
    }

    #[test]
    fn what_another_program_writes_is_read_as_it_was(
        cells in proptest::collection::vec("[a-zæøå\",;\n' .!]{0,20}x", 1..12),
        semicolon in any::<bool>(),
    ) {
        let delimiter = if semicolon { b';' } else { b',' };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(vec![]);
        writer.write_record(["story", "place"]).unwrap();
        for cell in &cells {
            writer.write_record([cell.as_str(), ""]).unwrap();
        }
        let sheet = read(&writer.into_inner().unwrap(), OBSERVATION, "story").unwrap();
        let read: Vec<_> = sheet.rows.iter().map(|r| r.text("story").to_owned()).collect();
        let written: Vec<_> = cells.iter().map(|c| c.trim().to_owned()).collect();
        prop_assert_eq!(read, written);
    }
}
