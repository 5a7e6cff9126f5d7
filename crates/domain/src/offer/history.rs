//! What changes in an offer, as people read it, and whose changes wait.
use crate::kernel::codes;

/// One thing an offer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aspect {
    Name,
    Summary,
    Description,
    ForWhom,
    Area,
    Topic,
    Topics,
    State,
    Bearers,
    When,
    Exceptions,
    Closed,
    Place,
    Transport,
    Contact,
    Phone,
    Email,
    Url,
    Price,
    Cost,
    Ages,
    Languages,
    Access,
    Accessibility,
    Capacity,
    Cadence,
    /// Who holds the role one asks for; by role, for no name outlives the person.
    Holder,
    /// Who is asked when she does not answer.
    Backup,
}
codes! { Aspect: Name = "name", Summary = "summary", Description = "description", ForWhom = "for_whom", Area = "area",
Topic = "topic", Topics = "topics", State = "state", Bearers = "bearers", When = "when", Exceptions = "exceptions",
Closed = "closed", Place = "place", Transport = "transport", Contact = "contact", Phone = "phone", Email = "email",
Url = "url", Price = "price", Cost = "cost", Ages = "ages", Languages = "languages", Access = "access",
Accessibility = "accessibility", Capacity = "capacity", Cadence = "cadence", Holder = "holder", Backup = "backup" }

/// Which way a change came about. None of them says that the offer still holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Way {
    /// Somebody who keeps it wrote it.
    Edited,
    /// Somebody wrote it, and somebody else let it through.
    LetThrough,
    /// One word was put for another in many offers.
    Replaced,
    /// Another offer was merged into it.
    Merged,
    /// A file brought it in.
    Imported,
    /// Somebody wrote it in another language.
    Translated,
    /// What hung on somebody who left was given on.
    GivenOn,
}
codes! { Way: Edited = "edited", LetThrough = "let_through", Replaced = "replaced", Merged = "merged", Imported = "imported", Translated = "translated", GivenOn = "given_on" }

/// Whose changes to offers wait until someone else lets them through. A facilitator's never do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wait {
    /// Everyone's show at once: what is right today is worth more than a second pair of eyes.
    #[default]
    Nobody,
    /// An offer of two bearers is the word of both: what one of them changes waits for the other,
    /// whichever sector it is of (F5).
    Shared,
    /// All changes wait for a facilitator.
    Everybody,
}
codes! { Wait: Nobody = "nobody", Shared = "shared", Everybody = "everybody" }

/// What came of a change that waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    LetThrough,
    TurnedDown,
    /// Whoever wrote it took it back.
    TakenBack,
}
codes! { Decision: LetThrough = "let_through", TurnedDown = "turned_down", TakenBack = "taken_back" }
