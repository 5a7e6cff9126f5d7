//! As much of something as one page holds.
use super::{Document, Press, Printed, Unprintable};

/// Sets the longest document that stays on one page: `with` makes it of the first so many of `all`
/// parts, and says itself what it leaves out. What does not fit even with none is set as it is.
///
/// # Errors
/// What the press answers.
pub fn on_one_page(
    press: &dyn Press,
    all: usize,
    with: impl Fn(usize) -> Document,
) -> Result<Printed, Unprintable> {
    let whole = press.set(&with(all))?;
    if whole.pages <= 1 {
        return Ok(whole);
    }
    // Of `fits` parts it is known that they stay on one page, of `spills` that they do not.
    let (mut fits, mut spills) = (0, all);
    let mut best = None;
    while spills - fits > 1 {
        let middle = fits + (spills - fits) / 2;
        let set = press.set(&with(middle))?;
        if set.pages <= 1 {
            (fits, best) = (middle, Some(set));
        } else {
            spills = middle;
        }
    }
    match best {
        Some(set) => Ok(set),
        None => press.set(&with(fits)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Block;
    use super::*;
    use samskab_domain::kernel::Language;

    /// A page of paper holds seven headings.
    struct Sevens;

    impl Press for Sevens {
        fn set(&self, document: &Document) -> Result<Printed, Unprintable> {
            let pages = document.blocks.len().div_ceil(7).max(1);
            let pdf = vec![0; document.blocks.len()];
            Ok(Printed { pdf, pages })
        }
    }

    fn headings(many: usize) -> Document {
        Document {
            language: Language::Danish,
            title: String::new(),
            above: String::new(),
            foot: String::new(),
            blocks: vec![Block::Heading(String::new()); many],
        }
    }

    #[test]
    fn as_many_as_fit_and_never_more() {
        for (all, wanted) in [(0, 0), (1, 1), (7, 7), (8, 7), (9, 7), (1_000, 7)] {
            let set = on_one_page(&Sevens, all, headings).unwrap();
            assert_eq!((set.pdf.len(), set.pages), (wanted, 1), "{all}");
        }
    }

    #[test]
    fn what_is_too_long_by_itself_is_set_as_it_is() {
        let set = on_one_page(&Sevens, 3, |many| headings(20 + many)).unwrap();
        assert_eq!((set.pdf.len(), set.pages), (20, 3));
    }
}
