//! The one place that knows two database engines exist.
//!
//! SQL is written once, in the dialect both share. [`sql!`] takes the text with a `?` for
//! each value; values cross the border as [`Value`], rows come back through
//! `#[derive(sqlx::FromRow)]`, which serves both engines.
//!
//! [`Db`] reads, [`Tx`] writes. Whatever changes goes through one [`Tx`] and is durable when
//! [`Tx::commit`] returns.
mod engine;
mod migrate;
mod sql;
mod value;

pub use engine::{Db, Row, Tx, is_held, is_taken};
pub use sql::Sql;
pub use sqlx::{Error, FromRow, Result};
pub use value::{KeptMoment, Value};
