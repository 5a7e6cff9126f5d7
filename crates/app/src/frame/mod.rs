//! Frame items: what can be done here, what is open, what is decided elsewhere and by whom.
mod challenge;
mod change;
mod cite;
mod declare;
mod handover;
mod list;
mod notice;
mod read;
mod table;
mod waiting;

pub use challenge::{Challenge, answer_challenge, asked, challenge};
pub use change::{change, lift};
pub use cite::cite;
pub use declare::{declare, declare_in};
pub use handover::{
    AboutNeed, Handover, follow_handover, hand_over, handover, handovers, handovers_about,
    handovers_of_need, need_of,
};
pub(crate) use list::{cited, cited_before};
pub use list::{found_late, list, of_initiative};
pub use notice::{Notice, notices, put_aside};
pub use read::{CitingAnswer, CitingInitiative, Reading, Version, read};
pub use table::FrameItem;
pub use waiting::{ToLookAt, to_look_at};
