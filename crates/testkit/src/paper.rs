//! A PDF, read by a program that nobody here wrote.
use std::process::Command;

/// Whether poppler is here; `make test` sees to it.
pub fn can_read_pdf() -> bool {
    let found = Command::new("pdfinfo").arg("-v").output().is_ok();
    if !found {
        eprintln!("not read: poppler is missing (scripts/need poppler)");
    }
    found
}

/// Poppler's word on a PDF.
pub fn poppler(program: &str, pdf: &[u8], before: &[&str], after: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf).unwrap();
    let said = Command::new(program)
        .args(before)
        .arg(path)
        .args(after)
        .output();
    let said = said.unwrap();
    assert!(said.status.success(), "{program}: {said:?}");
    String::from_utf8_lossy(&said.stdout).into_owned()
}
