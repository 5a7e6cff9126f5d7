//! Signing in by a link, and acting under one membership at a time.
//!
//! OpenID Connect will end in [`open`] too: it proves an e-mail address in another way.
mod ask_for_link;
mod demo_links;
mod enter;
mod find;
mod sign_out;
mod switch;

pub use ask_for_link::ask_for_link;
pub use demo_links::{give_demo_links, has_demo_links};
pub use enter::{enter, look, open};
pub use find::{Choice, Session, find};
pub use sign_out::{sign_out, sign_out_everywhere};
pub use switch::switch;
