//! Lists in pages. The place in a list is a key, not a number, so that a page stays the same
//! page while rows come and go, and the thousandth page costs what the first does.
use samskab_domain::kernel::Id;

/// How many rows a page has.
pub const SIZE: usize = 25;

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// Where the next page begins, when there is one.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// What to ask the database for: one more than shown tells whether there are more.
    pub(crate) const LIMIT: i64 = SIZE as i64 + 1;

    /// A page from up to [`Page::LIMIT`] rows.
    pub(crate) fn of(mut rows: Vec<T>, key: impl Fn(&T) -> String) -> Self {
        let more = rows.len() > SIZE;
        rows.truncate(SIZE);
        let next = rows.last().filter(|_| more).map(key);
        Self { items: rows, next }
    }

    /// The same page with other rows.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> Page<U> {
        Page {
            items: self.items.into_iter().map(change).collect(),
            next: self.next,
        }
    }
}

/// A place in a list in the order of the alphabet.
pub(crate) fn alphabet_key(sort_key: &[u8], id: Id) -> String {
    format!("{}.{}", hex::encode(sort_key), id.simple())
}

/// The place a key from an address stands for; nonsense begins at the beginning.
pub(crate) fn read_alphabet_key(key: &str) -> Option<(Vec<u8>, Id)> {
    let (sort_key, id) = key.split_once('.')?;
    Some((hex::decode(sort_key).ok()?, id.parse().ok()?))
}
