//! The journal: who did what to what, when. Append-only, ids only, chained by hash.
//!
//! Each entry's hash covers the one before it, so that a row changed or taken out shows. Of
//! the person it covers only a salted digest: erasing a person empties membership and salt,
//! and the chain still holds.
use crate::desk::{Desk, Outcome, random};
use samskab_database::{FromRow, KeptMoment, Tx, sql};
use samskab_domain::access::Actor;
use samskab_domain::kernel::{Id, Moment};
use sha2::{Digest, Sha256};

mod check;
pub use check::{Fault, check};

/// What was done. The subject's kind is the first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    MunicipalityCreated,
    SettingsChanged,
    SignpostsPutUp,
    AreaCreated,
    AreaChanged,
    AreaClosed,
    OrganisationCreated,
    OrganisationChanged,
    OrganisationClosed,
    PersonInvited,
    PersonChanged,
    PersonLeft,
    MembershipGiven,
    MembershipEnded,
    SignedIn,
    SignedOut,
    MembershipSwitched,
    TopicCreated,
    TopicChanged,
    TopicRetired,
    ObservationRecorded,
    ObservationWithdrawn,
    /// A citizen told it; it waits for a look.
    ObservationHeld,
    ObservationReleased,
    ObservationSetAside,
    ObservationCorrected,
    ObservationSorted,
    QuoteReleased,
    QuoteChecked,
    QuoteWithdrawn,
    NeedDrafted,
    NeedChanged,
    NeedRaised,
    NeedMerged,
    NeedSplit,
    NeedSuperseded,
    ObservationLinked,
    ObservationUnlinked,
    SuggestionRefused,
    NeedNoted,
    AnswerGiven,
    AnswerDrafted,
    AnswerLookAsked,
    AnswerLookedAt,
    AnswerExtended,
    AnswerReminded,
    AnswerOverdue,
    AnswerWithdrawn,
    AnswerReplied,
    AnswerCorrected,
    AnswerDone,
    AnswerDoneTakenBack,
    FeltSaid,
    FrameDeclared,
    InterestDeclared,
    InterestEnded,
    FrameChanged,
    FrameLifted,
    FrameChallenged,
    FrameChallengeAnswered,
    FrameCited,
    HandedOver,
    HandoverFollowed,
    TrialStarted,
    InitiativeOpened,
    InitiativeNoted,
    InitiativeEnded,
    PartyJoined,
    PartyInvited,
    PartyAccepted,
    PartyDeclined,
    PartyLeft,
    PartySucceeded,
    InitiativePlaced,
    InitiativeTied,
    InitiativePaused,
    InitiativeResumed,
    UnderstandingWritten,
    UnderstandingAnswered,
    TaskOffered,
    TaskChanged,
    TaskInvited,
    TaskAccepted,
    TaskDeclined,
    TaskGivenBack,
    TaskDone,
    TaskDutySaid,
    ChangeAgreed,
    ChangeWishSaid,
    ChangeFollowedUp,
    MeetingCalled,
    MeetingChanged,
    MeetingCancelled,
    MeetingInvited,
    MeetingClosed,
    /// Someone tapped what she got to say; nobody is named.
    MeetingFelt,
    AgendaChanged,
    CalendarRenewed,
    MinutesWritten,
    MinutesTakenBack,
    OfferCreated,
    OfferChanged,
    /// A change to an offer that waits for someone else.
    ChangeProposed,
    ProposalDecided,
    OfferMerged,
    /// One word was put for another in many offers.
    OffersReplaced,
    /// Somebody looked at two offers and said that they are two.
    OffersKeptApart,
    OfferVerified,
    OfferLinkedToChange,
    VacancyOpened,
    GivenOn,
    VacancyClosed,
    /// Anyone said that something about an offer is wrong.
    FaultSaid,
    FaultClosed,
    OfferTranslated,
    RowsImported,
    ImportUndone,
}

impl Verb {
    /// The kind of what it was done to, and the word kept for it.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::MunicipalityCreated => ("municipality", "created"),
            Self::SettingsChanged => ("municipality", "settings_changed"),
            Self::SignpostsPutUp => ("municipality", "signposts_put_up"),
            Self::AreaCreated => ("area", "created"),
            Self::AreaChanged => ("area", "changed"),
            Self::AreaClosed => ("area", "closed"),
            Self::OrganisationCreated => ("organisation", "created"),
            Self::OrganisationChanged => ("organisation", "changed"),
            Self::OrganisationClosed => ("organisation", "closed"),
            Self::PersonInvited => ("person", "invited"),
            Self::PersonChanged => ("person", "changed"),
            Self::PersonLeft => ("person", "left"),
            Self::MembershipGiven => ("membership", "given"),
            Self::MembershipEnded => ("membership", "ended"),
            Self::SignedIn => ("session", "signed_in"),
            Self::SignedOut => ("session", "signed_out"),
            Self::MembershipSwitched => ("session", "membership_switched"),
            Self::TopicCreated => ("topic", "created"),
            Self::TopicChanged => ("topic", "changed"),
            Self::TopicRetired => ("topic", "retired"),
            Self::ObservationRecorded => ("observation", "recorded"),
            Self::ObservationWithdrawn => ("observation", "withdrawn"),
            Self::ObservationHeld => ("observation", "held"),
            Self::ObservationReleased => ("observation", "released"),
            Self::ObservationSetAside => ("observation", "set_aside"),
            Self::ObservationCorrected => ("observation", "corrected"),
            Self::ObservationSorted => ("observation", "sorted"),
            Self::QuoteReleased => ("quote", "released"),
            Self::QuoteChecked => ("quote", "checked"),
            Self::QuoteWithdrawn => ("quote", "withdrawn"),
            Self::NeedDrafted => ("need", "drafted"),
            Self::NeedChanged => ("need", "changed"),
            Self::NeedRaised => ("need", "raised"),
            Self::NeedMerged => ("need", "merged"),
            Self::NeedSplit => ("need", "split"),
            Self::NeedSuperseded => ("need", "superseded"),
            Self::ObservationLinked => ("need", "observation_linked"),
            Self::ObservationUnlinked => ("need", "observation_unlinked"),
            Self::SuggestionRefused => ("need", "suggestion_refused"),
            Self::NeedNoted => ("need", "noted"),
            Self::AnswerGiven => ("answer", "given"),
            Self::AnswerDrafted => ("answer", "drafted"),
            Self::AnswerLookAsked => ("answer", "look_asked"),
            Self::AnswerLookedAt => ("answer", "looked_at"),
            Self::AnswerExtended => ("answer", "extended"),
            Self::AnswerReminded => ("answer", "reminded"),
            Self::AnswerOverdue => ("answer", "overdue"),
            Self::AnswerWithdrawn => ("answer", "withdrawn"),
            Self::AnswerReplied => ("answer", "replied"),
            Self::AnswerCorrected => ("answer", "corrected"),
            Self::AnswerDone => ("answer", "done"),
            Self::AnswerDoneTakenBack => ("answer", "done_taken_back"),
            Self::FeltSaid => ("felt", "said"),
            Self::FrameDeclared => ("frame_item", "declared"),
            Self::InterestDeclared => ("interest", "declared"),
            Self::InterestEnded => ("interest", "ended"),
            Self::FrameChanged => ("frame_item", "changed"),
            Self::FrameLifted => ("frame_item", "lifted"),
            Self::FrameChallenged => ("frame_item", "challenged"),
            Self::FrameChallengeAnswered => ("frame_item", "challenge_answered"),
            Self::FrameCited => ("initiative", "frame_cited"),
            Self::HandedOver => ("political_handover", "handed_over"),
            Self::HandoverFollowed => ("political_handover", "followed"),
            Self::TrialStarted => ("initiative", "trial_started"),
            Self::InitiativeOpened => ("initiative", "opened"),
            Self::InitiativeNoted => ("initiative", "noted"),
            Self::InitiativeEnded => ("initiative", "ended"),
            Self::PartyJoined => ("initiative", "party_joined"),
            Self::PartyInvited => ("initiative", "party_invited"),
            Self::PartyAccepted => ("initiative", "party_accepted"),
            Self::PartyDeclined => ("initiative", "party_declined"),
            Self::PartyLeft => ("initiative", "party_left"),
            Self::PartySucceeded => ("initiative", "party_succeeded"),
            Self::InitiativePlaced => ("initiative", "placed"),
            Self::InitiativeTied => ("initiative", "tied"),
            Self::InitiativePaused => ("initiative", "paused"),
            Self::InitiativeResumed => ("initiative", "resumed"),
            Self::UnderstandingWritten => ("initiative", "understanding_written"),
            Self::UnderstandingAnswered => ("initiative", "understanding_answered"),
            Self::TaskOffered => ("task", "offered"),
            Self::TaskChanged => ("task", "changed"),
            Self::TaskInvited => ("task", "invited"),
            Self::TaskAccepted => ("task", "accepted"),
            Self::TaskDeclined => ("task", "declined"),
            Self::TaskGivenBack => ("task", "given_back"),
            Self::TaskDone => ("task", "done"),
            Self::TaskDutySaid => ("task", "duty_said"),
            Self::ChangeWishSaid => ("practice_change", "wish_said"),
            Self::ChangeAgreed => ("practice_change", "agreed"),
            Self::ChangeFollowedUp => ("practice_change", "followed_up"),
            Self::MeetingCalled => ("meeting", "called"),
            Self::MeetingChanged => ("meeting", "changed"),
            Self::MeetingCancelled => ("meeting", "cancelled"),
            Self::MeetingInvited => ("meeting", "invited"),
            Self::MeetingClosed => ("meeting", "closed"),
            Self::MeetingFelt => ("meeting", "felt"),
            Self::CalendarRenewed => ("calendar", "renewed"),
            Self::AgendaChanged => ("meeting", "agenda_changed"),
            Self::MinutesWritten => ("meeting", "minutes_written"),
            Self::MinutesTakenBack => ("meeting", "minutes_taken_back"),
            Self::OfferCreated => ("offer", "created"),
            Self::OfferChanged => ("offer", "changed"),
            Self::ChangeProposed => ("offer", "change_proposed"),
            Self::ProposalDecided => ("offer", "proposal_decided"),
            Self::OfferMerged => ("offer", "merged"),
            Self::OffersReplaced => ("offer", "replaced"),
            Self::OffersKeptApart => ("offer", "kept_apart"),
            Self::OfferVerified => ("offer", "verified"),
            Self::OfferLinkedToChange => ("offer", "linked_to_change"),
            Self::VacancyOpened => ("vacancy", "opened"),
            Self::GivenOn => ("vacancy", "given_on"),
            Self::VacancyClosed => ("vacancy", "closed"),
            Self::FaultSaid => ("fault", "said"),
            Self::FaultClosed => ("offer", "faults_closed"),
            Self::OfferTranslated => ("offer", "translated"),
            Self::RowsImported => ("municipality", "rows_imported"),
            Self::ImportUndone => ("municipality", "import_undone"),
        }
    }
}

#[derive(FromRow)]
pub(crate) struct Head {
    pub(crate) sequence: i64,
    pub(crate) hash: Vec<u8>,
}

/// The end of a municipality's journal; none where nothing has happened yet.
///
/// # Errors
/// What the database answers.
pub(crate) async fn head(desk: &Desk, municipality: Id) -> samskab_database::Result<Option<Head>> {
    desk.db
        .first(sql!(
            "select sequence, hash from journal_head where municipality_id = ?",
            municipality
        ))
        .await
}

/// Writes what `actor` did. Call it last in a transaction: from here to the commit, other
/// writers of the municipality wait.
///
/// # Errors
/// What the database answers.
pub async fn write(
    tx: &mut Tx,
    actor: &Actor,
    verb: Verb,
    subject: Id,
    related: &[Id],
    now: Moment,
) -> Outcome<()> {
    write_as(
        tx,
        actor.municipality,
        Some(actor.membership),
        verb,
        subject,
        related,
        now,
    )
    .await
}

/// [`write`] for what no member did: the program itself, or an operator at the shell.
///
/// # Errors
/// What the database answers.
pub async fn write_as(
    tx: &mut Tx,
    municipality: Id,
    membership: Option<Id>,
    verb: Verb,
    subject: Id,
    related: &[Id],
    now: Moment,
) -> Outcome<()> {
    let head = "update journal_head set sequence = sequence + 1 where municipality_id = ? \
                returning sequence, hash";
    let head: Head = match tx.first(sql!(head, municipality)).await? {
        Some(head) => head,
        None => begin(tx, municipality).await?,
    };
    let salt: [u8; 16] = random()?;
    let actor_digest = digest_of_actor(membership, &salt);
    let (kind, verb) = verb.words();
    let related = serde_json::json!(related);
    let entry = Entry {
        sequence: head.sequence,
        at: KeptMoment(now),
        actor_digest,
        verb: verb.to_owned(),
        subject_kind: kind.to_owned(),
        subject_id: subject,
        related,
        hash: vec![],
    };
    let hash = entry.chained(&head.hash);
    tx.run(sql!(
        "insert into journal (municipality_id, sequence, at, membership_id, salt, actor_digest, \
         verb, subject_kind, subject_id, related, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        municipality,
        entry.sequence,
        now,
        membership,
        salt.to_vec(),
        entry.actor_digest,
        entry.verb,
        entry.subject_kind,
        subject,
        entry.related,
        hash.clone(),
    ))
    .await?;
    tx.run(sql!(
        "update journal_head set hash = ? where municipality_id = ?",
        hash,
        municipality
    ))
    .await?;
    Ok(())
}

async fn begin(tx: &mut Tx, municipality: Id) -> Outcome<Head> {
    tx.run(sql!(
        "insert into journal_head (municipality_id, sequence, hash) values (?, ?, ?)",
        municipality,
        1,
        Vec::<u8>::new()
    ))
    .await?;
    Ok(Head {
        sequence: 1,
        hash: vec![],
    })
}

#[derive(FromRow)]
pub(crate) struct Entry {
    pub(crate) sequence: i64,
    pub(crate) at: KeptMoment,
    pub(crate) actor_digest: Vec<u8>,
    pub(crate) verb: String,
    pub(crate) subject_kind: String,
    pub(crate) subject_id: Id,
    pub(crate) related: serde_json::Value,
    pub(crate) hash: Vec<u8>,
}

impl Entry {
    /// SHA-256 over the hash before and every field, each with its length before it.
    pub(crate) fn chained(&self, before: &[u8]) -> Vec<u8> {
        let mut hash = Sha256::new();
        let sequence = self.sequence.to_be_bytes();
        let at = self.at.0.0.to_be_bytes();
        let related = self.related.to_string();
        let parts: [&[u8]; 8] = [
            before,
            &sequence,
            &at,
            &self.actor_digest,
            self.verb.as_bytes(),
            self.subject_kind.as_bytes(),
            self.subject_id.as_bytes(),
            related.as_bytes(),
        ];
        for part in parts {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        hash.finalize().to_vec()
    }
}

pub(crate) fn digest_of_actor(membership: Option<Id>, salt: &[u8]) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(membership.map_or([0; 16], |id| *id.as_bytes()));
    hash.finalize().to_vec()
}
