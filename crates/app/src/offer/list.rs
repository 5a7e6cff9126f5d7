//! Offers as they stand in a list.
use super::find::Narrowed;
use super::table::{and_kept_by, and_shown};
use super::when;
use super::words::{Told, when_in_list};
use crate::desk::{Desk, Outcome};
use crate::page::{Page, alphabet_key, read_alphabet_key};
use samskab_database::{FromRow, Sql, Value, sql};
use samskab_domain::access::{Act, Actor, Sector};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::offer::{Freshness, State, freshness};
use samskab_domain::topic::TopicGroup;
use samskab_locale::fold;

/// What of the list is wished.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// What was typed in the search box; [`super::find`] looks for it.
    pub q: String,
    pub area: Option<Id>,
    pub topic_group: Option<TopicGroup>,
    pub topic: Option<Id>,
    /// A postcode.
    pub place: Option<String>,
    /// Names and summaries come in it where they are translated.
    pub language: Language,
    /// Who asks, when signed in: those who keep offers see their own drafts first.
    pub keeper: Option<Actor>,
    /// What else it is narrowed to; [`super::find`] knows of it.
    pub narrowed: Narrowed,
    /// Where the page begins.
    pub after: Option<String>,
}

impl Wish {
    /// Whether it takes the index to answer.
    pub(super) fn is_searched(&self) -> bool {
        !self.q.trim().is_empty() || self.narrowed.takes_the_index(self.place.as_deref())
    }

    /// Whether it is a search as it was typed, at its beginning and narrowed to nothing.
    pub(super) fn is_words_alone(&self) -> bool {
        let chosen = self.area.is_some() || self.topic_group.is_some() || self.topic.is_some();
        self.after.is_none() && !chosen && self.place.is_none() && self.narrowed.is_nothing()
    }

    fn keeps(&self, municipality: Id) -> Option<&Actor> {
        let keeper = self.keeper.as_ref();
        keeper.filter(|k| k.may(Act::KeepOffers).is_ok() && k.municipality == municipality)
    }
}

/// An offer in a list.
#[derive(Clone, Debug)]
pub struct ListItem {
    row: Row,
    pub bearers: Vec<Bearer>,
    /// When, in words.
    pub when: Vec<Told>,
}

#[derive(Clone, Debug, FromRow)]
pub(super) struct Row {
    pub(super) id: Id,
    name: String,
    own_name: String,
    summary: String,
    language: String,
    translated: bool,
    summary_translated: bool,
    area: String,
    topic_group: String,
    state: String,
    checked_day: Option<String>,
    cadence: i64,
    sort_key: Vec<u8>,
    place: Option<String>,
}

impl ListItem {
    pub fn id(&self) -> Id {
        self.row.id
    }

    /// In the wished language, where there is a translation.
    pub fn name(&self) -> &str {
        &self.row.name
    }

    /// The name it has in its own language, when it is shown in another.
    pub fn own_name(&self) -> Option<&str> {
        (self.row.own_name != self.row.name).then_some(&self.row.own_name)
    }

    pub fn summary(&self) -> &str {
        &self.row.summary
    }

    /// The language the offer was written in.
    pub fn language(&self) -> Language {
        Language::from_code(&self.row.language).unwrap_or_default()
    }

    /// The language the name is shown in.
    pub fn name_language(&self, wished: Language) -> Language {
        match self.row.translated {
            true => wished,
            false => self.language(),
        }
    }

    /// The language the summary is shown in.
    pub fn summary_language(&self, wished: Language) -> Language {
        match self.row.summary_translated {
            true => wished,
            false => self.language(),
        }
    }

    pub fn area(&self) -> &str {
        &self.row.area
    }

    pub fn topic_group(&self) -> TopicGroup {
        TopicGroup::from_code(&self.row.topic_group).unwrap_or(TopicGroup::Other)
    }

    pub fn state(&self) -> State {
        State::from_code(&self.row.state).unwrap_or(State::Draft)
    }

    pub fn checked(&self) -> Option<Day> {
        self.row.checked_day.as_deref().and_then(Day::parse)
    }

    pub fn freshness(&self, today: Day) -> Freshness {
        freshness(today, self.checked(), self.row.cadence)
    }

    pub fn place(&self) -> Option<&str> {
        self.row.place.as_deref()
    }
}

/// An organisation that bears an offer.
#[derive(Clone, Debug, FromRow)]
pub struct Bearer {
    pub(super) offer_id: Id,
    pub organisation_id: Id,
    pub name: String,
    sector: String,
    /// Its own mailbox and telephone, for when nobody holds a role.
    pub email: Option<String>,
    pub phone: Option<String>,
}

impl Bearer {
    pub fn sector(&self) -> Sector {
        Sector::from_code(&self.sector).unwrap_or(Sector::Voluntary)
    }
}

/// Rows with what hangs on them.
pub(super) async fn items(
    desk: &Desk,
    municipality: Id,
    rows: Vec<Row>,
    language: Language,
) -> Outcome<Vec<ListItem>> {
    let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
    let bearers = bearers_of(desk, municipality, &ids).await?;
    let kept = when::of(desk, municipality, &ids).await?;
    let item = |row: Row| {
        let own = Language::from_code(&row.language).unwrap_or_default();
        let first = kept.iter().find(|kept| kept.offer_id == row.id);
        let borne = bearers.iter().filter(|b| b.offer_id == row.id);
        ListItem {
            bearers: borne.cloned().collect(),
            when: first.map_or_else(Vec::new, |kept| when_in_list(kept, own, language)),
            row,
        }
    };
    Ok(rows.into_iter().map(item).collect())
}

/// Adds what was chosen; `found` are those that fit what was typed, and the rest.
pub(super) fn narrowed(sql: Sql, wish: &Wish, found: Option<&[Id]>) -> Sql {
    let place = wish.place.clone().filter(|_| found.is_none());
    let sql = sql
        .when(" and offer.area_id = ?", wish.area)
        .when(
            " and offer.topic_group = ?",
            wish.topic_group.map(Coded::code),
        )
        .when(
            " and exists (select 1 from offer_topic about where about.municipality_id = offer.municipality_id \
             and about.offer_id = offer.id and about.topic_id = ?)",
            wish.topic,
        )
        .when(
            " and exists (select 1 from offer_location link join location \
             on location.municipality_id = link.municipality_id and location.id = link.location_id \
             where link.municipality_id = offer.municipality_id and link.offer_id = offer.id \
             and location.postcode = ?)",
            place,
        );
    match found {
        Some(ids) => sql.text(" and offer.id in ").list(ids.iter().copied()),
        None => sql,
    }
}

/// Those of these offers that whoever asks may see, in no order.
pub(super) async fn of_ids(
    desk: &Desk,
    municipality: Id,
    wish: &Wish,
    ids: &[Id],
) -> Outcome<Vec<ListItem>> {
    let sql = select(municipality, wish.language).text(" and offer.state = 'published'");
    let sql = match &wish.keeper {
        Some(_) => sql,
        None => and_shown(sql, desk.today()),
    };
    let sql = sql.text(" and offer.id in ").list(ids.iter().copied());
    let rows = desk.db.all(sql).await?;
    items(desk, municipality, rows, wish.language).await
}

/// What a key begins with that goes on among the keeper's drafts.
const DRAFTS: &str = "d.";

/// The keeper's drafts that hold every typed word, in the order of the alphabet: they are in no index. None
/// where the page begins after them.
pub(super) async fn own_drafts(
    desk: &Desk,
    municipality: Id,
    wish: &Wish,
) -> Outcome<Page<ListItem>> {
    let keeper = wish.keeps(municipality);
    let keeper = keeper.filter(|_| wish.narrowed.is_nothing());
    let (Some(keeper), Some(after)) = (keeper, among_drafts(wish.after.as_deref())) else {
        return Ok(Page::of(vec![], |_| String::new()));
    };
    let sql = select(municipality, wish.language).text(" and offer.state = 'draft'");
    let sql = narrowed(and_kept_by(sql, keeper), wish, None);
    let words = patterns(&wish.q).into_iter();
    let sql = words.fold(sql, |sql, word| {
        sql.and(" and offer.search_text like ? escape '\\'", [word.into()])
    });
    let sql = match after {
        Some((key, id)) => sql.and(
            " and (offer.sort_key, offer.id) > (?, ?)",
            [key.into(), id.into()],
        ),
        None => sql,
    };
    let limit = Page::<ListItem>::LIMIT;
    let rows = sql.and(" order by offer.sort_key, offer.id limit ?", [limit.into()]);
    let Page { items: rows, next } = Page::of(desk.db.all(rows).await?, |row: &Row| {
        format!("{DRAFTS}{}", alphabet_key(&row.sort_key, row.id))
    });
    let items = items(desk, municipality, rows, wish.language).await?;
    Ok(Page { items, next })
}

/// Where among the drafts a page begins; nothing where it begins after them.
fn among_drafts(after: Option<&str>) -> Option<Option<(Vec<u8>, Id)>> {
    match after {
        None => Some(None),
        Some(key) => key.strip_prefix(DRAFTS).map(read_alphabet_key),
    }
}

pub(super) fn select(municipality: Id, language: Language) -> Sql {
    let language = || Value::from(language.code());
    Sql::default().and(
        "select offer.id, coalesce(name.body, offer.name) as name, offer.name as own_name, \
         coalesce(summary.body, offer.summary) as summary, offer.language, (name.body is not null) as translated, \
         (summary.body is not null) as summary_translated, \
         area.name as area, offer.topic_group, offer.state, offer.checked_day, offer.cadence, offer.sort_key, \
         (select min(coalesce(location.name, location.address, location.city)) from offer_location link \
         join location on location.municipality_id = link.municipality_id and location.id = link.location_id \
         where link.municipality_id = offer.municipality_id and link.offer_id = offer.id) as place \
         from offer join area on area.municipality_id = offer.municipality_id and area.id = offer.area_id \
         left join translation name on name.municipality_id = offer.municipality_id \
         and name.subject_kind = 'offer' and name.subject_id = offer.id and name.field = 'name' and name.language = ? \
         left join translation summary on summary.municipality_id = offer.municipality_id \
         and summary.subject_kind = 'offer' and summary.subject_id = offer.id and summary.field = 'summary' \
         and summary.language = ? where offer.municipality_id = ?",
        [language(), language(), municipality.into()],
    )
}

/// As many words of a search as are looked for.
const WORDS: usize = 8;

/// What was typed as patterns, one for each word; `%` and `_` stand for themselves.
pub(crate) fn patterns(q: &str) -> Vec<String> {
    let folded = fold(q);
    let words = folded.split_whitespace().filter(|w| !w.contains('\0'));
    words
        .take(WORDS)
        .map(|word| {
            let word: String = word.chars().take(40).collect();
            let word = word
                .replace('\\', "\\\\")
                .replace('%', "\\%")
                .replace('_', "\\_");
            format!("%{word}%")
        })
        .collect()
}

/// Who bears these offers.
pub(super) async fn bearers_of(
    desk: &Desk,
    municipality: Id,
    offers: &[Id],
) -> Outcome<Vec<Bearer>> {
    let sql = sql!(
        "select bearer.offer_id, bearer.organisation_id, organisation.name, organisation.sector, \
         organisation.email, organisation.phone from offer_bearer bearer \
         join organisation on organisation.municipality_id = bearer.municipality_id \
         and organisation.id = bearer.organisation_id \
         where bearer.municipality_id = ? and bearer.offer_id in ",
        municipality
    )
    .list(offers.iter().copied())
    .text(" order by organisation.sort_key, organisation.id");
    Ok(desk.db.all(sql).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_mean_anything_to_a_pattern_stand_for_themselves() {
        assert_eq!(patterns("100% _x\\"), ["%100\\%%", "%\\_x\\\\%"]);
        assert_eq!(patterns(" Åben  CAFÉ "), ["%aaben%", "%cafe%"]);
        assert!(patterns("  ").is_empty());
    }

    #[test]
    fn a_key_goes_on_among_the_drafts_or_after_them() {
        assert_eq!(among_drafts(None), Some(None));
        let id = Id::from_u128(7);
        let key = format!("{DRAFTS}{}", alphabet_key(b"ab", id));
        assert_eq!(among_drafts(Some(&key)), Some(Some((b"ab".to_vec(), id))));
        assert_eq!(among_drafts(Some("d.zz.1")), Some(None), "made up");
        assert_eq!(among_drafts(Some(&id.to_string())), None);
    }
}
