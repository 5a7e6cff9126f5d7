//! What is handed out on paper: a document by its parts, and who sets it.
//!
//! How a page is set leaves the house by [`Press`], as a letter does by [`crate::mail::Post`]. A document holds texts as they are;
//! nothing in it is ever read as markup.
mod document;
mod one_page;

pub use document::{Block, Code, Document, Line, Words};
pub use one_page::on_one_page;

use crate::desk::{Desk, Outcome};
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Sets documents as PDF.
pub trait Press: Send + Sync {
    /// # Errors
    /// [`Unprintable`] when it cannot be set so that everybody can read it.
    fn set(&self, document: &Document) -> Result<Printed, Unprintable>;
}

/// A document that was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    pub pdf: Vec<u8>,
    pub pages: usize,
}

/// It could not be set. Says where it stopped, never what stands in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("could not be set: {0}")]
pub struct Unprintable(pub String);

/// Sets nothing: for programs that print no paper.
pub struct NoPress;

impl Press for NoPress {
    fn set(&self, _: &Document) -> Result<Printed, Unprintable> {
        Err(Unprintable("there is no press".to_owned()))
    }
}

/// A press that few use at a time, so that setting pages never takes the whole machine.
#[derive(Clone)]
pub(crate) struct Shop {
    press: Arc<dyn Press>,
    places: Arc<Semaphore>,
}

/// How many documents are set at a time.
const PLACES: usize = 2;

impl Shop {
    pub(crate) fn new(press: Arc<dyn Press>) -> Self {
        Self {
            press,
            places: Arc::new(Semaphore::new(PLACES)),
        }
    }
}

/// Lets `work` use the press, away from the threads that answer requests.
///
/// # Errors
/// [`crate::Refusal::Unprintable`] when it could not be set.
pub async fn print<W>(desk: &Desk, work: W) -> Outcome<Printed>
where
    W: FnOnce(&dyn Press) -> Result<Printed, Unprintable> + Send + 'static,
{
    let shop = desk.shop.clone();
    let closed = |_| Unprintable("the press is closed".to_owned());
    let _place = shop.places.acquire().await.map_err(closed)?;
    let press = shop.press.clone();
    let stopped = |_| Unprintable("the press stopped".to_owned());
    let set = tokio::task::spawn_blocking(move || work(press.as_ref()));
    Ok(set.await.map_err(stopped)??)
}
