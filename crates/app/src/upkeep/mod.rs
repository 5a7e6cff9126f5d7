//! Keeping offers right: those who keep one are asked in time whether it still holds, the nearest
//! first, and answer from their mail.
mod alike;
mod confirm;
mod keepers;
mod lacking;
mod letter;
mod reach;
mod reachable;
mod remind;
mod replace;
mod settings;

pub use alike::{Alike, alike, alike_count, compare, keep_apart};
pub use confirm::{ToConfirm, confirm, not_me, to_confirm};
pub(crate) use keepers::keepers;
pub(crate) use lacking::AND_ORPHANED;
pub use lacking::{LackWish, Lacking, counts, lacking};
pub(crate) use letter::names;
pub use reach::{Dead, Web, check_forms, look_at_link};
pub use remind::remind;
pub use replace::{Hit, REPLACE_MANY, look_for, replace};
pub use samskab_domain::upkeep::{
    Gap, Lack, ReplaceDraft, Settings, SettingsDraft, Shared, Spot, Trouble, is_public, of_status,
};
pub(crate) use settings::cadences;
pub use settings::{set, settings, waiting_count};
