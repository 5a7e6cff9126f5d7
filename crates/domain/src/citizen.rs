//! What a citizen who told without an account sees of it: states, and no words (F19).

/// How far what a citizen told has come: all that her code shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// It waits for a facilitator to look at it.
    Held,
    Read,
    Gathered,
    Asked,
    Answered,
    Tried,
    Changed,
    Done,
    Offered,
    SetAside,
    TakenBack,
}
