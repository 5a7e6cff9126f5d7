//! What pages share.
//!
//! A handler takes a [`Visitor`] and, where it needs them, a [`Target`] id, the [`Query`] and
//! the [`Form`]; it gives a [`Page`], a redirect by [`to`], or a [`Fail`].
pub mod about;
pub mod assets;
pub mod code;
pub mod cors;
pub mod difference;
pub mod fail;
pub mod form;
pub mod guard;
pub mod headers;
pub mod input;
pub mod limit;
pub mod list;
pub mod log;
pub mod marked;
pub mod origin;
pub mod page;
pub mod paper;
pub mod parts;
pub mod route;
pub mod signposts;
pub mod site;
pub mod visitor;

pub use fail::Fail;
pub use form::FormView;
pub use input::{Form, Query, Target};
pub use page::{Flash, Page, moved, to};
pub use route::{Access, Route, get, post};
pub use site::Site;
pub use visitor::Visitor;

/// What a handler gives.
pub type Answer = Result<axum::response::Response, Fail>;
