//! *My day*: what waits for me, and what became of what I and mine said.
mod news;
mod waiting;

pub use news::{News, Piece, news};
pub use waiting::{Asked, Begun, MANY, Waiting, waiting};
