//! Offers as the Human Services Data Specification has them: for everyone who wants to show them
//! elsewhere, and whole for those who keep them. What goes into which property, `docs/hsds-profile.md`
//! tells.
mod export;
mod find;
mod lists;
mod organisations;
mod places;
mod rows;
mod served;
mod services;
pub(crate) mod take;
mod tell;
mod vocabulary;

pub use export::{export, tables};
pub(crate) use find::shown;
pub use find::{Near, Wish, find, find_after};
pub use organisations::{organisation, organisations};
pub use places::{PlaceKey, place, place_since, places, places_after};
pub use services::{Audience, Shape, service, services};
pub(crate) use vocabulary::group_of;
pub use vocabulary::{Vocabulary, vocabulary};

use samskab_domain::kernel::{Id, Moment};

/// The lists that are kept, of each kind.
#[derive(Clone, Default)]
pub(crate) struct Kept {
    offers: lists::Lists<Id>,
    places: lists::Lists<places::Row>,
    organisations: lists::Lists<organisations::Listed>,
}

/// One page of something, and how many there are.
#[derive(Clone, Debug)]
pub struct Found<T> {
    pub total: i64,
    /// On so many pages.
    pub pages: i64,
    pub items: Vec<T>,
}

impl<T> Default for Found<T> {
    fn default() -> Self {
        Self {
            total: 0,
            pages: 0,
            items: vec![],
        }
    }
}

/// Which page of a list: the standard counts pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageWish {
    /// From 1.
    pub number: i64,
    pub size: i64,
}

impl PageWish {
    fn offset(self) -> i64 {
        (self.number - 1).max(0).saturating_mul(self.size)
    }

    /// This page of a list that is all in memory.
    pub fn of<T: Clone>(self, all: &[T]) -> Found<T> {
        let skip = usize::try_from(self.offset()).unwrap_or(usize::MAX);
        let take = usize::try_from(self.size).unwrap_or(0);
        Found {
            total: i64::try_from(all.len()).unwrap_or(i64::MAX),
            pages: i64::try_from(all.len().div_ceil(take.max(1))).unwrap_or(i64::MAX),
            items: all.iter().skip(skip).take(take).cloned().collect(),
        }
    }
}

/// `2026-11-23T15:30:00.000000Z` (RFC 3339).
pub(crate) fn rfc3339(moment: Moment) -> String {
    samskab_domain::calendar::rfc3339(moment)
}
