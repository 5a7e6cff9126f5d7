//! Sets what is handed out as PDF that everybody can read: tagged, with its language and title (PDF/UA-1).
//!
//! Typst does the work. Its source is [`SHEET`](sheet.typ), which never changes; what people wrote comes to it as values, so
//! that no sign in it means anything.
mod legible;
mod world;

use samskab_app::press::{Document, Press, Printed, Unprintable};
use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, pdf};
use world::OneSheet;

/// Sets documents by Typst.
#[derive(Clone, Copy, Debug, Default)]
pub struct Typesetter;

impl Press for Typesetter {
    fn set(&self, document: &Document) -> Result<Printed, Unprintable> {
        let set = set(document);
        // Typst remembers what it has set; nobody's words are to outlive their page.
        comemo::evict(0);
        set
    }
}

fn set(document: &Document) -> Result<Printed, Unprintable> {
    let mut values =
        serde_json::to_value(document).map_err(|_| Unprintable("values".to_owned()))?;
    legible::make(&mut values);
    let world = OneSheet::new(&values);
    let set: PagedDocument = typst::compile(&world).output.map_err(|all| why(&all))?;
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]);
    let options = PdfOptions {
        standards: standards.map_err(|_| Unprintable("standards".to_owned()))?,
        ..PdfOptions::default()
    };
    Ok(Printed {
        pdf: pdf(&set, &options).map_err(|all| why(&all))?,
        pages: set.pages().len(),
    })
}

/// What kind of fault it was. Its own words may quote what someone wrote.
fn why(all: &[SourceDiagnostic]) -> Unprintable {
    let quotes = ['"', '`', '\'', '‘', '“'];
    let first = all.first().map(|d| d.message.as_str());
    let first = first.and_then(|message| message.split(quotes).next());
    Unprintable(first.unwrap_or("no reason").to_owned())
}
