//! What lists hold, kept until anything changes: partners read page after page of the same list, and
//! each page says how many there are in all.
use super::Wish;
use crate::desk::{Desk, Outcome};
use crate::journal;
use crate::offer::touched_since;
use samskab_domain::calendar::Day;
use samskab_domain::kernel::Id;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// Lists of one kind, in the order they were read. Shared by all copies of a desk.
pub(crate) struct Lists<T>(Arc<Mutex<VecDeque<List<T>>>>);

struct List<T> {
    municipality: Id,
    wish: Wish,
    read: Reading,
    things: Arc<Vec<T>>,
}

/// When a list was read: how far the journal went, which tells of all that changes, and the day that what is
/// shown is told from.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reading {
    sequence: i64,
    day: Day,
}

/// So many things are kept of a kind, in as many lists as that makes; of the last list all.
const THINGS: usize = 200_000;
/// So many lists are kept of a kind.
const LISTS: usize = 32;

impl<T> Clone for Lists<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> Lists<T> {
    /// What `wish` asks for, read where it is not kept as it is now.
    ///
    /// # Errors
    /// What the database answers, or `read`.
    pub(super) async fn get(
        &self,
        desk: &Desk,
        municipality: Id,
        wish: &Wish,
        read: impl Future<Output = Outcome<Vec<T>>>,
    ) -> Outcome<Arc<Vec<T>>> {
        // Asked first: a list may be newer than it says, never older.
        let now = Reading {
            sequence: journal::head(desk, municipality)
                .await?
                .map_or(0, |head| head.sequence),
            day: desk.today(),
        };
        if let Some((things, read)) = self.kept(municipality, wish, now.day) {
            if read == now {
                return Ok(things);
            }
            if !touched_since(desk, municipality, read.sequence).await? {
                self.keep(municipality, wish, now, things.clone());
                return Ok(things);
            }
        }
        let things = Arc::new(read.await?);
        self.keep(municipality, wish, now, things.clone());
        Ok(things)
    }

    fn kept(&self, municipality: Id, wish: &Wish, day: Day) -> Option<(Arc<Vec<T>>, Reading)> {
        let lists = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = lists.iter().find(|list| list.is(municipality, wish));
        let found = found.filter(|list| list.read.day == day);
        found.map(|list| (list.things.clone(), list.read))
    }

    fn keep(&self, municipality: Id, wish: &Wish, read: Reading, things: Arc<Vec<T>>) {
        let mut lists = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        lists.retain(|list| !list.is(municipality, wish));
        lists.push_back(List {
            municipality,
            wish: wish.clone(),
            read,
            things,
        });
        let many = |lists: &VecDeque<List<T>>| -> usize {
            lists.iter().map(|list| list.things.len()).sum()
        };
        while lists.len() > LISTS || (lists.len() > 1 && many(&lists) > THINGS) {
            lists.pop_front();
        }
    }
}

impl<T> List<T> {
    fn is(&self, municipality: Id, wish: &Wish) -> bool {
        self.municipality == municipality && self.wish == *wish
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keep(lists: &Lists<usize>, municipality: u128, search: &str, many: usize) {
        let things = Arc::new((0..many).collect());
        lists.keep(
            Id::from_u128(municipality),
            &wish(search),
            reading(),
            things,
        );
    }

    fn reading() -> Reading {
        Reading {
            sequence: 7,
            day: Day::parse("2026-11-25").unwrap(),
        }
    }

    fn wish(search: &str) -> Wish {
        Wish {
            search: search.to_owned(),
            ..Wish::default()
        }
    }

    #[test]
    fn a_list_is_kept_for_its_wish_in_its_municipality_on_its_day() {
        let lists = Lists::default();
        keep(&lists, 1, "kaffe", 3);
        keep(&lists, 2, "kaffe", 4);
        keep(&lists, 2, "kaffe", 5);
        let kept = |m, search, day| {
            let found = lists.kept(Id::from_u128(m), &wish(search), day);
            found.map(|(things, _)| things.len())
        };
        let today = reading().day;
        assert_eq!(kept(1, "kaffe", today), Some(3));
        assert_eq!(kept(1, "te", today), None);
        assert_eq!(kept(1, "kaffe", today.plus(1)), None);
        assert_eq!(kept(2, "kaffe", today), Some(5));
    }

    #[test]
    fn only_so_much_is_kept_and_the_last_list_however_long() {
        let lists = Lists::default();
        for search in 0..100 {
            keep(&lists, 1, &search.to_string(), 1);
        }
        assert_eq!(lists.0.lock().unwrap().len(), LISTS);
        keep(&lists, 1, "all", THINGS + 1);
        assert_eq!(lists.0.lock().unwrap().len(), 1);
    }
}
