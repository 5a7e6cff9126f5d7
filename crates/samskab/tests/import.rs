//! `samskab import` as the operator meets it: one clear line, the right exit code, and nothing
//! written when the file is wrong.
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn samskab(data: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_samskab"))
        .args(words)
        .env("SAMSKAB_DATA", data)
        .env_remove("SAMSKAB_DATABASE_URL")
        .output()
        .expect("the program runs")
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A municipality with a facilitator and, since only pages make them, no area.
fn municipality() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let made = samskab(
        folder.path(),
        &["municipality", "create", "fjordby", "Fjordby"],
    );
    assert!(made.status.success(), "{}", said(&made.stderr));
    let invite = "person invite tove@fjordby.example --name Tove --municipality fjordby \
                  --organisation Kommunen --role facilitator";
    let words: Vec<_> = invite.split_whitespace().collect();
    assert!(samskab(folder.path(), &words).status.success());
    folder
}

fn import(folder: &Path, kind: &str, name: &str, content: &[u8], more: &[&str]) -> Output {
    let file = folder.join(name);
    std::fs::write(&file, content).expect("a file for the test");
    let file = file.display().to_string();
    let mut words = vec!["import", kind, &file, "--municipality", "fjordby"];
    words.extend(more);
    samskab(folder, &words)
}

#[test]
fn a_file_that_cannot_be_read_gives_one_line_and_exit_code_two() {
    let folder = municipality();
    let tove = ["--as", "tove@fjordby.example"];
    let many = format!("story\n{}", "a\n".repeat(200_001));
    let files: [(&str, &[u8], &str); 7] = [
        ("empty.csv", b"", "ikke noget i filen"),
        ("header.csv", b"story;place\r\n", "kun en overskriftslinje"),
        ("binary.csv", b"PK\x03\x04\0\0\0", "ikke en tekstfil"),
        (
            "latin.csv",
            b"story\nk\xf8ler",
            "Fra linje 2 er teksten ikke UTF-8",
        ),
        (
            "quotes.csv",
            b"story\n\"aldrig lukket",
            "begynder på linje 2",
        ),
        (
            "other.csv",
            b"farve\nr\xc3\xb8d\n",
            "Ingen kolonne hedder story",
        ),
        ("many.csv", many.as_bytes(), "mere end 200000 rækker"),
    ];
    for (name, content, words) in files {
        let out = import(folder.path(), "observations", name, content, &tove);
        let error = said(&out.stderr);
        assert_eq!(out.status.code(), Some(2), "{name}: {error}");
        assert!(error.contains(words), "{name}: {error}");
        assert_eq!(error.lines().count(), 1, "{name}: {error}");
        assert!(out.stdout.is_empty(), "{name}");
    }
    let out = import(folder.path(), "offers", "x.json", b"{\"a\": 1}", &tove);
    assert_eq!(out.status.code(), Some(2));
    assert!(said(&out.stderr).contains("ikke GeoJSON"));
}

#[test]
fn who_imports_and_where_to_must_be_known() {
    let folder = municipality();
    let story = b"story\nBussen kom ikke.\n";
    let cases: [(&[&str], &str); 4] = [
        (&["--as", "nobody@fjordby.example"], "--as"),
        (&["--as", "tove@fjordby.example"], "--area"),
        (
            &["--as", "tove@fjordby.example", "--area", "Ældre"],
            "Intet område",
        ),
        (
            &["--as", "tove@fjordby.example", "--how", "rumour"],
            "--how is one of lived",
        ),
    ];
    for (more, words) in cases {
        let out = import(folder.path(), "observations", "a.csv", story, more);
        let error = said(&out.stderr);
        assert_eq!(out.status.code(), Some(2), "{error}");
        assert!(error.contains(words), "{error}");
    }
}
