//! The files of the repository, without what is built or installed in it.
use std::path::{Path, PathBuf};

/// Folders that are built, installed or kept by git.
const NOT_OURS: &[&str] = &[
    ".git",
    "data",
    "dist",
    "node_modules",
    "playwright-report",
    "shots",
    "target",
    "test-results",
];
/// `data` is a running site's where it stands at the root; elsewhere it is ours.
const AT_THE_ROOT_ONLY: &str = "data";

/// A text file: its path from the root with `/` between, and what stands in it.
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    /// Whether the file ends in one of these.
    pub fn is(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }

    /// Whether it is only there for tests and measurements.
    pub fn is_for_tests(&self) -> bool {
        self.path.starts_with("crates/testkit/")
            || self.path.contains("/tests/")
            || self.path.ends_with("/tests.rs")
            || self.path.contains("/benches/")
            || self.path.starts_with("e2e/")
    }
}

/// The folder everything stands in.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.parent().and_then(Path::parent);
    root.expect("the program's crate stands two folders down")
        .to_owned()
}

/// Every text file under `folder`, in order of their paths; fonts and pictures are passed over.
pub fn files(folder: &str) -> Vec<File> {
    let root = root();
    let mut found = Vec::new();
    gather(&root, &root.join(folder), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The Rust files of all crates.
pub fn rust_files() -> Vec<File> {
    let mut found = files("crates");
    found.retain(|file| file.is(&[".rs"]));
    assert!(found.len() > 100, "the Rust files were not found");
    found
}

/// The names of the folders directly in `folder`.
pub fn folders(folder: &str) -> Vec<String> {
    entries(&root().join(folder))
        .into_iter()
        .filter(|path| path.is_dir())
        .map(|path| name(&path))
        .collect()
}

/// The names of the Rust modules directly in `folder`: its files and its folders.
pub fn modules(folder: &str) -> Vec<String> {
    entries(&root().join(folder))
        .into_iter()
        .map(|path| name(&path).trim_end_matches(".rs").to_owned())
        .filter(|name| !["lib", "main", "mod"].contains(&name.as_str()))
        .collect()
}

fn gather(root: &Path, folder: &Path, found: &mut Vec<File>) {
    for path in entries(folder) {
        let name = name(&path);
        if path.is_dir() {
            let deep = folder != root && name == AT_THE_ROOT_ONLY;
            if deep || !NOT_OURS.contains(&name.as_str()) {
                gather(root, &path, found);
            }
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            let path = path.strip_prefix(root).unwrap_or(&path);
            let path = path.to_string_lossy().replace('\\', "/");
            found.push(File { path, text });
        }
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let read = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = read.filter_map(Result::ok).map(|e| e.path()).collect();
    paths.sort();
    paths
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
