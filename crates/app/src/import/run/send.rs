//! A file is sent through a page: a small one is read and looked through while one waits, a large one
//! afterwards, and its page tells how far that has come.
use super::begin::hold;
use super::content::{Broken, File};
use super::look::{self, Look, UNREAD};
use super::{Options, begin, parts, table};
use crate::desk::{Desk, Outcome};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Language};
use samskab_locale::texts;

/// So many bytes are read and looked through while somebody waits.
const AT_ONCE: usize = 256 * 1024;

/// Reads files, each with its name.
type Read = fn(&[(String, Vec<u8>)]) -> Result<File, Broken>;

/// What came in: the name and content of each file, and how they are read. What they hold is in no
/// table before it is read: a row that is refused is kept nowhere.
pub struct Parcel {
    pub files: Vec<(String, Vec<u8>)>,
    pub read: Read,
}

impl Parcel {
    fn size(&self) -> usize {
        self.files.iter().map(|(_, bytes)| bytes.len()).sum()
    }

    fn open(&self) -> Result<File, Broken> {
        (self.read)(&self.files)
    }
}

/// What becomes of a parcel.
pub enum Sent {
    /// It is here, and looked through.
    Here(Id),
    /// It is large: [`unpack`] it, and its page follows.
    Later(Id),
    /// Nothing of it can be taken.
    Broken(Broken),
}

/// Takes a file to be looked at.
///
/// # Errors
/// As [`begin`](super::begin).
pub async fn send(desk: &Desk, actor: &Actor, parcel: &Parcel, options: &Options) -> Outcome<Sent> {
    if parcel.size() > AT_ONCE {
        return Ok(Sent::Later(announce(desk, actor, options).await?));
    }
    let file = match parcel.open() {
        Ok(file) => file,
        Err(broken) => return Ok(Sent::Broken(broken)),
    };
    let id = begin(desk, actor, &file, options).await?;
    let run = table::one(desk, actor.municipality, id).await?;
    let mut tx = desk.db.write().await?;
    let known = Look::of(run.same, run.refused_rows());
    look::begin(&mut tx, actor.municipality, id, 0, &known).await?;
    tx.commit().await?;
    look::look_through(desk, actor, id).await?;
    Ok(Sent::Here(id))
}

/// A run of which nothing is known but its name.
async fn announce(desk: &Desk, actor: &Actor, options: &Options) -> Outcome<Id> {
    begin::check(desk, actor, options, true).await?;
    let (id, m) = (desk.id(), actor.municipality);
    let mut tx = desk.db.write().await?;
    tx.run(table::insert(desk, actor, id, options)).await?;
    look::begin(&mut tx, m, id, UNREAD, &Look::default()).await?;
    tx.commit().await?;
    Ok(id)
}

/// The same beside what is going on: whoever sent it is answered meanwhile.
pub fn unpack_beside(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    sent: (Parcel, Options),
    reader: Language,
) {
    let (desk, actor) = (desk.clone(), actor.clone());
    tokio::spawn(async move {
        if let Err(error) = unpack(&desk, &actor, id, sent, reader).await {
            tracing::error!(%error, "a file could not be read");
        }
    });
}

/// Reads a large file that was announced, and asks the worker to look through it.
///
/// # Errors
/// What the database answers.
pub async fn unpack(
    desk: &Desk,
    actor: &Actor,
    id: Id,
    (parcel, options): (Parcel, Options),
    reader: Language,
) -> Outcome<()> {
    let m = actor.municipality;
    let opened = tokio::task::spawn_blocking(move || parcel.open()).await;
    let file = match opened {
        Ok(Ok(file)) => file,
        Ok(Err(broken)) => {
            let mut tx = desk.db.write().await?;
            look::broken(&mut tx, m, id, broken.sentence(texts(reader))).await?;
            tx.commit().await?;
            return Ok(());
        }
        // Told on its page when it has not come after a while.
        Err(_) => return Ok(()),
    };
    let held = hold(desk, actor, &file, &options).await?;
    let mut tx = desk.db.write().await?;
    // Nobody has forgotten it meanwhile.
    if tx.run(table::read(m, id, (&file, &options), &held)).await? > 0 {
        parts::keep(&mut tx, m, id, &held.content).await?;
        let known = Look::of(table::count(held.same), &held.refused);
        look::begin(&mut tx, m, id, 0, &known).await?;
        look::ask(&mut tx, desk, m, id).await?;
        tx.commit().await?;
    }
    Ok(())
}
