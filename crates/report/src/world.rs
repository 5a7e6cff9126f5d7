//! All that Typst sees: one sheet, one document's values, our fonts. No files, no network, no clock.
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source, VirtualPath};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static SHEET: LazyLock<Source> = LazyLock::new(|| Source::detached(include_str!("sheet.typ")));
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The fonts of our pages, and those of the letters it lacks; the first that has a letter is taken.
pub(crate) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&[u8]; 4] = [
        include_bytes!("../fonts/IBMPlexSans-Regular.ttf"),
        include_bytes!("../fonts/IBMPlexSans-SemiBold.ttf"),
        include_bytes!("../fonts/IBMPlexSansArabic-Regular.ttf"),
        include_bytes!("../fonts/NotoSansEthiopic-Regular.ttf"),
    ];
    let fonts = files.into_iter();
    fonts
        .filter_map(|file| Font::new(Bytes::new(file), 0))
        .collect()
});

/// The name the sheet reads its values by.
const VALUES: &str = "values.json";

/// One document to set.
pub(crate) struct OneSheet {
    values: Bytes,
}

impl OneSheet {
    pub(crate) fn new(values: &serde_json::Value) -> Self {
        Self {
            values: Bytes::from_string(values.to_string()),
        }
    }
}

fn missing(path: &VirtualPath) -> FileError {
    FileError::NotFound(path.get_without_slash().into())
}

impl World for OneSheet {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        SHEET.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == SHEET.id() {
            Ok(SHEET.clone())
        } else {
            Err(missing(id.vpath()))
        }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id.vpath().file_name() == Some(VALUES) {
            Ok(self.values.clone())
        } else {
            Err(missing(id.vpath()))
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
