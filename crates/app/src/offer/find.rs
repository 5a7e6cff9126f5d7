//! Offers found by words and by what else was chosen, with how many there are of each.
use super::index::{Kind, SHOWN, Shelf, keep_up, number};
use super::list::{ListItem, Wish, of_ids, own_drafts};
use super::plainly::plainly;
use super::vain;
use crate::desk::{Desk, Outcome, Refusal};
use crate::page::{Page, SIZE};
use samskab_database::{FromRow, sql};
use samskab_domain::calendar::hour_and_minute;
use samskab_domain::kernel::{Coded, Id};
use samskab_domain::offer::{Accessibility, Choice, Cost};
use samskab_search::directory::{self, DAY, Found, Label, Near, Point, When};
use std::collections::HashMap;
use std::sync::Arc;

/// What a list is narrowed to beside area, topic and place.
#[derive(Clone, Debug, Default)]
pub struct Narrowed {
    /// The code of a language spoken there.
    pub spoken: Option<String>,
    pub cost: Option<Cost>,
    pub accessibility: Option<Accessibility>,
    pub when: Option<Choice>,
    /// How far from the middle of the place, in metres, what is in another is near as well. Without a
    /// place it says nothing.
    pub within: Option<f64>,
}

impl Narrowed {
    pub(super) fn is_nothing(&self) -> bool {
        let labels = self.spoken.is_none() && self.cost.is_none() && self.accessibility.is_none();
        labels && self.when.is_none()
    }

    pub(super) fn takes_the_index(&self, place: Option<&str>) -> bool {
        !self.is_nothing() || (place.is_some() && self.within.is_some())
    }
}

/// How many offers there would be with each choice, the other choices staying as they are.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    labels: HashMap<Label, u32>,
    times: Vec<u32>,
}

impl Counts {
    fn of(found: &mut Found) -> Self {
        Self {
            labels: std::mem::take(&mut found.counts),
            times: std::mem::take(&mut found.times),
        }
    }

    fn count(&self, kind: Kind, value: &str) -> u32 {
        self.labels.get(&kind.label(value)).copied().unwrap_or(0)
    }

    /// In this area, by its id.
    pub fn of_area(&self, area: &str) -> u32 {
        self.count(Kind::Area, area)
    }

    /// Of this topic group, by its code.
    pub fn of_topic_group(&self, code: &str) -> u32 {
        self.count(Kind::Group, code)
    }

    /// About this topic, by its id.
    pub fn of_topic(&self, topic: &str) -> u32 {
        self.count(Kind::Topic, topic)
    }

    /// In this postcode.
    pub fn of_place(&self, postcode: &str) -> u32 {
        self.count(Kind::Postcode, postcode)
    }

    /// Where this language is spoken, by its code.
    pub fn of_spoken(&self, code: &str) -> u32 {
        self.count(Kind::Spoken, code)
    }

    /// At this price, by its code.
    pub fn of_cost(&self, code: &str) -> u32 {
        self.count(Kind::Cost, code)
    }

    /// With this access, by its code.
    pub fn of_accessibility(&self, code: &str) -> u32 {
        self.count(Kind::Accessibility, code)
    }

    /// At this time, by its code.
    pub fn of_time(&self, code: &str) -> u32 {
        let place = Choice::ALL.iter().position(|choice| choice.code() == code);
        let count = place.and_then(|place| self.times.get(place));
        count.copied().unwrap_or(0)
    }
}

/// A page of offers and what belongs beside it.
#[derive(Clone, Debug)]
pub struct Listing {
    pub page: Page<ListItem>,
    /// How many there are in all, drafts not among them.
    pub total: usize,
    pub counts: Counts,
    /// What may have been meant, where a typed word stands nowhere.
    pub meant: Option<String>,
}

/// The list with its counts: by words the best first, else in the order of the alphabet, those not checked for
/// long last.
///
/// # Errors
/// What the database or the index answers.
pub async fn find(desk: &Desk, municipality: Id, wish: &Wish) -> Outcome<Listing> {
    let (shelf, mut found) = search(desk, municipality, wish, SIZE + 1).await?;
    let counts = Counts::of(&mut found);
    // Once for each search, not again for each page and choice of it.
    if let Some(shelf) = shelf.as_ref().filter(|_| wish.is_words_alone()) {
        vain::hear(shelf, &wish.q, &found);
    }
    let meant = shelf.map(|shelf| shelf.directory.meant(&wish.q));
    Ok(Listing {
        page: page(desk, municipality, wish, &found).await?,
        total: found.total,
        counts,
        meant: meant.transpose()?.flatten(),
    })
}

/// The counts of a list by themselves.
///
/// # Errors
/// What the database or the index answers.
pub async fn counts(desk: &Desk, municipality: Id, wish: &Wish) -> Outcome<Counts> {
    let (_, mut found) = search(desk, municipality, wish, 1).await?;
    Ok(Counts::of(&mut found))
}

/// A keeper's drafts, and after the last of them what was found.
async fn page(
    desk: &Desk,
    municipality: Id,
    wish: &Wish,
    found: &Found,
) -> Outcome<Page<ListItem>> {
    let drafts = own_drafts(desk, municipality, wish).await?;
    if drafts.next.is_some() {
        return Ok(drafts);
    }
    let Page { items: ids, next } = Page::of(ids(found), Id::to_string);
    let mut items = of_ids(desk, municipality, wish, &ids).await?;
    let places: HashMap<Id, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    items.sort_by_key(|item| places.get(&item.id()).copied());
    items.splice(0..0, drafts.items);
    Ok(Page { items, next })
}

/// The offers that fit, at most so many, where it takes the index to say; in no order.
pub(super) async fn fitting(
    desk: &Desk,
    municipality: Id,
    wish: &Wish,
    most: usize,
) -> Outcome<Option<Vec<Id>>> {
    if !wish.is_searched() {
        return Ok(None);
    }
    let (_, found) = search(desk, municipality, wish, most).await?;
    Ok(Some(ids(&found)))
}

/// The published offers whose words fit, at most so many, the best first; none for words that say nothing.
///
/// # Errors
/// What the database or the index answers.
pub(crate) async fn with_words(
    desk: &Desk,
    municipality: Id,
    words: &str,
    most: usize,
) -> Outcome<Vec<Id>> {
    let wish = Wish {
        q: words.to_owned(),
        ..Wish::default()
    };
    Ok(fitting(desk, municipality, &wish, most)
        .await?
        .unwrap_or_default())
}

fn ids(found: &Found) -> Vec<Id> {
    found.hits.iter().map(|hit| Id::from_u128(hit.id)).collect()
}

/// What the index finds; none of it where there is no index yet.
async fn search(
    desk: &Desk,
    municipality: Id,
    wish: &Wish,
    most: usize,
) -> Outcome<(Option<Arc<Shelf>>, Found)> {
    let there = match keep_up(desk, municipality).await {
        Ok(there) => there,
        // What there is of the index is better than nothing; why it stands still is in the log.
        Err(Refusal::Index) => true,
        Err(refusal) => return Err(refusal),
    };
    if !there {
        let found = plainly(desk, municipality, wish, most).await?;
        return Ok((None, found));
    }
    let shelf = desk.shelves.of(municipality)?;
    let near = near(desk, municipality, wish).await?;
    let found = shelf.directory.search(&asked(desk, wish, near, most))?;
    Ok((Some(shelf), found))
}

fn asked<'a>(desk: &Desk, wish: &'a Wish, near: Option<Near>, most: usize) -> directory::Wish<'a> {
    let narrowed = &wish.narrowed;
    let place = wish.place.as_deref().filter(|_| near.is_none());
    let labels = [
        wish.area.map(|area| Kind::Area.label(&area.to_string())),
        wish.topic_group
            .map(|group| Kind::Group.label(group.code())),
        wish.topic
            .map(|topic| Kind::Topic.label(&topic.to_string())),
        narrowed
            .spoken
            .as_deref()
            .map(|code| Kind::Spoken.label(code)),
        narrowed.cost.map(|cost| Kind::Cost.label(cost.code())),
        narrowed
            .accessibility
            .map(|a| Kind::Accessibility.label(a.code())),
        place.map(|postcode| Kind::Postcode.label(postcode)),
    ];
    let when = narrowed.when;
    let after = wish.after.as_deref().and_then(|id| id.parse::<Id>().ok());
    directory::Wish {
        typed: &wish.q,
        labels: labels.into_iter().flatten().collect(),
        // Those at work meet what citizens no longer do.
        only: wish.keeper.is_none().then(|| Kind::Shown.label(SHOWN)),
        times: Choice::ALL
            .iter()
            .map(|&choice| time(desk, choice))
            .collect(),
        when: when.and_then(|when| Choice::ALL.iter().position(|&choice| choice == when)),
        near,
        today: number(desk.today()),
        after: after.map(|id| id.as_u128()),
        most: Some(most),
    }
}

#[derive(FromRow)]
struct Middle {
    latitude: Option<f64>,
    longitude: Option<f64>,
}

/// So far from the middle of what is known in the postcode, and all that is in it.
async fn near(desk: &Desk, municipality: Id, wish: &Wish) -> Outcome<Option<Near>> {
    let Some((postcode, within)) = wish.place.as_deref().zip(wish.narrowed.within) else {
        return Ok(None);
    };
    let middle: Option<Middle> = desk
        .db
        .first(sql!(
            "select avg(latitude) as latitude, avg(longitude) as longitude from location \
             where municipality_id = ? and postcode = ?",
            municipality,
            postcode
        ))
        .await?;
    let middle = middle.and_then(|middle| middle.latitude.zip(middle.longitude));
    Ok(middle.map(|(latitude, longitude)| Near {
        point: Point {
            latitude,
            longitude,
        },
        within: Some(within),
        or: Some(Kind::Postcode.label(postcode)),
    }))
}

fn time(desk: &Desk, choice: Choice) -> When {
    let today = desk.today();
    let (day, weekday) = (number(today), u32::from(today.weekday().unsigned_abs()) - 1);
    let on = |weekday_wished| When::On {
        weekday: weekday_wished,
        today: day,
        todays_weekday: weekday,
    };
    match choice {
        Choice::Now => {
            let (hour, minute) = hour_and_minute(desk.now());
            let minute = 60 * u32::from(hour.unsigned_abs()) + u32::from(minute.unsigned_abs());
            When::At {
                minute: weekday * DAY + minute,
                day,
            }
        }
        Choice::Today => When::Within {
            day,
            weekday,
            days: 1,
        },
        Choice::ThisWeek => When::Within {
            day,
            weekday,
            days: 7,
        },
        Choice::Evening => When::Evening {
            today: day,
            todays_weekday: weekday,
        },
        Choice::Monday => on(0),
        Choice::Tuesday => on(1),
        Choice::Wednesday => on(2),
        Choice::Thursday => on(3),
        Choice::Friday => on(4),
        Choice::Saturday => on(5),
        Choice::Sunday => on(6),
    }
}

/// As many suggestions as are read at a glance.
const SUGGESTIONS: usize = 6;

/// What a search begun may become.
///
/// # Errors
/// What the index answers.
pub async fn suggest(desk: &Desk, municipality: Id, typed: &str) -> Outcome<Vec<String>> {
    let shelf = desk.shelves.of(municipality)?;
    if shelf.directory.is_empty() {
        keep_up(desk, municipality).await?;
    }
    Ok(shelf.directory.suggest(typed, SUGGESTIONS)?)
}
