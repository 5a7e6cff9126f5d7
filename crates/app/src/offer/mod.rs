//! Offers: what a citizen can use, and why it is there.
mod addresses;
mod because;
mod causes;
mod change;
mod checks;
mod coming;
mod create;
mod details;
mod draft;
mod feed;
mod find;
mod history;
mod index;
mod list;
mod merge;
mod merged;
mod move_on;
mod people;
mod places;
mod propose;
mod read;
mod saying;
mod sheets;
mod table;
mod terms;
mod vain;
mod verify;
mod when;
mod words;

pub use addresses::{Address, address_parts, addresses};
pub use causes::{CauseAnswer, CauseChange, CauseNeed, CauseStory, Causes, causes};
pub(crate) use change::matters;
pub use change::{Changed, change};
pub use checks::{CheckItem, CheckWish, checks};
pub use coming::{Coming, coming};
pub use create::create;
pub use draft::{draft, of_organisation};
pub use feed::feed;
pub use find::{Counts, Listing, Narrowed, counts, find, suggest};
pub(crate) use history::keep;
pub use history::{Past, history};
pub use index::{follow, follow_all, rebuild};
pub(crate) use list::patterns;
pub use list::{Bearer, ListItem, Wish};
pub use merge::{Beside, Other, Preview, merge, others, preview};
pub use merged::merged_into;
pub use people::people;
pub use places::{Place, places};
pub use propose::{
    Look, NOTE_MAX as DECISION_NOTE_MAX, TurnedDown, Waiting, decide, look, of_offer as waiting_of,
    proposals, turned_down, wait,
};
pub use read::{Contact, Location, Offer, Phone, Reading, read};
pub use samskab_words::advice::{Advice, Kind as AdviceKind, advise};
pub use samskab_words::difference::{Fate, difference};
pub use saying::Change;
pub(crate) use saying::Saying;
pub use sheets::{Sheet, sheets};
pub use vain::{InVain, VAIN_FROM, search_in_vain};
pub use verify::verify;
pub use when::calendars;
pub(crate) use when::{COLUMNS as RULE_COLUMNS, Kept as RuleColumns, rule_values};
pub use words::Told;

pub(crate) use index::Shelves;
pub(crate) use table::{and_checked_before, and_kept_by, and_shown, keepable, shown};
pub(crate) use verify::{How, confirm};
