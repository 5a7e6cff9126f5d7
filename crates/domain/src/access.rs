//! Who may do what. Answered from facts handed in, never looked up from here.
//!
//! [`Act`] lists every permission once; [`Actor::may`] answers it. Pages, API and commands
//! ask here and nowhere else, and what is not allowed here is forbidden. `docs/access.md`
//! is written from this list.
//!
//! No rule asks for the sector (F5): whatever a role of a public organisation may do, the
//! same role of a voluntary one may do too.
use crate::kernel::{Id, codes};
use crate::offer::Wait;

/// The side an organisation stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sector {
    Public,
    Voluntary,
}
codes! { Sector: Public = "public", Voluntary = "voluntary" }

/// What a person is in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Frontline,
    Coordinator,
    Leader,
    Facilitator,
    Researcher,
    Administrator,
}
codes! { Role: Frontline = "frontline", Coordinator = "coordinator", Leader = "leader",
Facilitator = "facilitator", Researcher = "researcher", Administrator = "administrator" }

/// A person at work under one membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    pub municipality: Id,
    pub person: Id,
    pub membership: Id,
    pub organisation: Id,
    pub sector: Sector,
    pub role: Role,
    /// The areas the membership covers; none means all of them.
    pub areas: Vec<Id>,
}

/// Everything that needs leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    SeeMyDay,
    TellObservation,
    TellForAnother,
    ReadInbox,
    SeeNeeds,
    WriteNeed,
    NoteNeed,
    RaiseNeed,
    DeclareInterest,
    SeeAnswers,
    Answer,
    SeeFrames,
    DeclareFrame,
    AskAboutFrame,
    HandOver,
    SeeInitiatives,
    StartTrial,
    OpenInitiative,
    WriteChange,
    SeeMeetings,
    CallMeeting,
    SeeOffers,
    KeepOffers,
    FillVacancy,
    TendOffers,
    SeeInsight,
    Administer,
    Import,
}
codes! { Act: SeeMyDay = "see_my_day", TellObservation = "tell_observation", TellForAnother = "tell_for_another",
ReadInbox = "read_inbox", SeeNeeds = "see_needs", WriteNeed = "write_need", NoteNeed = "note_need", RaiseNeed = "raise_need", DeclareInterest = "declare_interest",
SeeAnswers = "see_answers", Answer = "answer", SeeFrames = "see_frames", DeclareFrame = "declare_frame",
AskAboutFrame = "ask_about_frame", HandOver = "hand_over", SeeInitiatives = "see_initiatives", StartTrial = "start_trial", OpenInitiative = "open_initiative",
WriteChange = "write_change", SeeMeetings = "see_meetings", CallMeeting = "call_meeting", SeeOffers = "see_offers", KeepOffers = "keep_offers", FillVacancy = "fill_vacancy", TendOffers = "tend_offers", SeeInsight = "see_insight",
Administer = "administer", Import = "import" }

impl Act {
    /// What it means, for the generated table.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::SeeMyDay => "See *My day*: what waits, and what became of what one said",
            Self::TellObservation => "Tell what one saw, and follow what became of it",
            Self::TellForAnother => "Write for a colleague or volunteer, who remains the teller",
            Self::ReadInbox => "Read the stories of one's circle",
            Self::SeeNeeds => "See raised needs (drafts only inside their circle)",
            Self::WriteNeed => "Write a need in general words, link and unlink observations",
            Self::NoteNeed => "Say how one understands a need one sees, and put ideas beside it",
            Self::RaiseNeed => "Ask organisations for an answer",
            Self::DeclareInterest => "Say what one's organisation itself stands to gain",
            Self::SeeAnswers => "See what one's organisation is asked",
            Self::Answer => "Answer for one's organisation, and say it is done",
            Self::SeeFrames => "See what can be done here, and who decides the rest",
            Self::DeclareFrame => "Declare a limit or a room for one's organisation",
            Self::AskAboutFrame => "Ask whether a limit or a room still holds",
            Self::HandOver => {
                "Hand a question over to elected politicians, and say what came of it"
            }
            Self::SeeInitiatives => "See initiatives and practice changes",
            Self::StartTrial => "Start a small trial with a practitioner of the other sector",
            Self::OpenInitiative => "Open an initiative and invite its parties",
            Self::WriteChange => "Write a practice change as a party, and say what came of it",
            Self::SeeMeetings => {
                "See the meetings one is invited to or one's organisation is in, and write in them"
            }
            Self::CallMeeting => "Call a meeting as a party, invite, move and close it",
            Self::SeeOffers => {
                "See offers as staff and volunteers see them, unpublished ones included"
            }
            Self::KeepOffers => {
                "Create and change offers one's organisation bears, confirm that they still hold"
            }
            Self::FillVacancy => {
                "Give on what hung on someone of one's organisation who left, see duties nobody holds"
            }
            Self::TendOffers => {
                "Tend the whole directory: how often offers are checked, whose changes wait, which are the same"
            }
            Self::SeeInsight => "See figures over the loop, never small counts",
            Self::Administer => "Keep areas, organisations, people, topics and settings",
            Self::Import => "Bring observations and offers in from files",
        }
    }

    /// The roles that may.
    pub fn roles(self) -> &'static [Role] {
        use Role::{Administrator, Coordinator, Facilitator, Frontline, Leader, Researcher};
        const WORKING: &[Role] = &[Frontline, Coordinator, Leader, Facilitator];
        const EVERYONE: &[Role] = &[
            Frontline,
            Coordinator,
            Leader,
            Facilitator,
            Researcher,
            Administrator,
        ];
        match self {
            Self::SeeMyDay | Self::SeeNeeds | Self::SeeFrames | Self::SeeInitiatives => EVERYONE,
            Self::SeeOffers => EVERYONE,
            Self::TellObservation | Self::NoteNeed | Self::StartTrial | Self::WriteChange => {
                WORKING
            }
            Self::AskAboutFrame => WORKING,
            Self::SeeMeetings | Self::CallMeeting => WORKING,
            Self::TellForAnother | Self::ReadInbox | Self::WriteNeed | Self::RaiseNeed => {
                &[Coordinator, Facilitator]
            }
            Self::SeeAnswers => &[Coordinator, Leader, Facilitator],
            Self::Answer => &[Leader, Coordinator],
            Self::DeclareFrame
            | Self::HandOver
            | Self::DeclareInterest
            | Self::OpenInitiative
            | Self::KeepOffers
            | Self::FillVacancy => &[Coordinator, Leader, Facilitator],
            Self::TendOffers => &[Facilitator],
            Self::SeeInsight => &[Coordinator, Leader, Facilitator, Researcher],
            Self::Administer => &[Administrator],
            Self::Import => &[Facilitator, Administrator],
        }
    }
}

/// The actor may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not allowed")]
pub struct Denied;

/// Which rows of a kind an actor may see; storage turns it into a `where`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// None but what the actor made.
    Own,
    /// The actor's own and those of the actor's organisation.
    Organisation,
    /// All within the actor's areas.
    Areas,
}

impl Actor {
    /// Whether the actor may do `act` at all; what rows it covers, the sights say.
    ///
    /// # Errors
    /// [`Denied`] when the role is not among those the act names.
    pub fn may(&self, act: Act) -> Result<(), Denied> {
        allow(act.roles().contains(&self.role))
    }

    /// Whose stories the actor may read: the circle (F19). A teller reads her own.
    pub fn sight_of_stories(&self) -> Sight {
        match self.role {
            Role::Coordinator => Sight::Organisation,
            Role::Facilitator => Sight::Areas,
            Role::Frontline | Role::Leader | Role::Researcher | Role::Administrator => Sight::Own,
        }
    }

    /// Which needs the actor may see before they are raised: they may hold what only the circle knows.
    pub fn sight_of_drafted_needs(&self) -> Sight {
        self.sight_of_stories()
    }

    /// Whether the actor is in the close circle of a story told in `organisation`: its
    /// coordinators and the facilitators of `area`. That it may be read widely brings nobody in.
    /// Without an organisation a citizen told it, and the facilitators alone are there.
    pub fn in_circle_of_story(&self, organisation: Option<Id>, area: Id) -> bool {
        self.in_sight(self.sight_of_stories(), organisation, area)
    }

    /// Whether the actor is in the circle a need was written in: `organisation`'s coordinators
    /// and the facilitators of `area`.
    pub fn in_circle_of_need(&self, organisation: Id, area: Id) -> bool {
        self.in_sight(self.sight_of_drafted_needs(), Some(organisation), area)
    }

    fn in_sight(&self, sight: Sight, organisation: Option<Id>, area: Id) -> bool {
        match sight {
            Sight::Own => false,
            Sight::Organisation => Some(self.organisation) == organisation,
            Sight::Areas => self.covers(area),
        }
    }

    /// Whether the actor may see who stands behind a need: how many, from where, with whom.
    pub fn may_see_profile(&self, parties: &[Id]) -> bool {
        matches!(self.role, Role::Facilitator) || parties.contains(&self.organisation)
    }

    /// Acts for an organisation: leaders and coordinators for their own only.
    ///
    /// # Errors
    /// [`Denied`] for anyone else's organisation.
    pub fn may_speak_for(&self, organisation: Id) -> Result<(), Denied> {
        allow(self.organisation == organisation)
    }

    /// Keeps an offer: its bearers do, and the facilitator, who is neutral.
    ///
    /// # Errors
    /// [`Denied`] when neither.
    pub fn may_keep_offer(&self, bearers: &[Id]) -> Result<(), Denied> {
        self.may(Act::KeepOffers)?;
        allow(self.role == Role::Facilitator || bearers.contains(&self.organisation))
    }

    /// Whether what the actor changes in an offer of `bearers` waits for someone else.
    pub fn change_waits(&self, wait: Wait, bearers: &[Id]) -> bool {
        self.role != Role::Facilitator
            && match wait {
                Wait::Nobody => false,
                Wait::Shared => bearers.len() > 1,
                Wait::Everybody => true,
            }
    }

    /// Lets through what `organisation` changed in an offer of `bearers`: a facilitator; where
    /// both bearers watch over it, those who keep it for the other one.
    ///
    /// # Errors
    /// [`Denied`] when neither.
    pub fn may_let_through(
        &self,
        wait: Wait,
        bearers: &[Id],
        organisation: Id,
    ) -> Result<(), Denied> {
        self.may_keep_offer(bearers)?;
        let other = wait != Wait::Everybody && self.organisation != organisation;
        allow(self.role == Role::Facilitator || other)
    }

    /// Keeps a frame item: those who declare for the organisation whose it is. In an initiative
    /// its practitioners do too, for they are the ones who find a limit on the way (F12).
    ///
    /// # Errors
    /// [`Denied`] for anyone else's, and for the roles that declare none.
    pub fn may_keep_frame(&self, organisation: Id, in_initiative: bool) -> Result<(), Denied> {
        self.may(if in_initiative {
            Act::WriteChange
        } else {
            Act::DeclareFrame
        })?;
        self.may_speak_for(organisation)
    }

    /// Says what came of a question handed over to politicians: those who hand over for the
    /// organisation that asked, and the facilitator.
    ///
    /// # Errors
    /// [`Denied`] when neither.
    pub fn may_follow_handover(&self, organisation: Id) -> Result<(), Denied> {
        self.may(Act::HandOver)?;
        allow(self.role == Role::Facilitator || self.organisation == organisation)
    }

    /// Gives on what hung on someone of `organisation`: those who lead there, and the facilitator.
    ///
    /// # Errors
    /// [`Denied`] when neither.
    pub fn may_fill_vacancy(&self, organisation: Id) -> Result<(), Denied> {
        self.may(Act::FillVacancy)?;
        allow(self.role == Role::Facilitator || self.organisation == organisation)
    }

    /// Writes in an initiative: its parties do, and the facilitators of its area.
    ///
    /// # Errors
    /// [`Denied`] when neither.
    pub fn may_write_in_initiative(&self, area: Id, parties: &[Id]) -> Result<(), Denied> {
        self.may(Act::WriteChange)?;
        allow(self.is_neutral_in(area) || parties.contains(&self.organisation))
    }

    /// Lets an organisation in that asks to be in an initiative: as for writing in it, but nobody answers
    /// what her own organisation asks.
    ///
    /// # Errors
    /// [`Denied`] when neither, and for one's own organisation.
    pub fn may_let_in(&self, area: Id, parties: &[Id], organisation: Id) -> Result<(), Denied> {
        self.may_write_in_initiative(area, parties)?;
        allow(self.organisation != organisation)
    }

    /// Says who takes over a place in an initiative: those who speak for `organisation`, and the
    /// facilitators of its area.
    ///
    /// # Errors
    /// [`Denied`] when neither.
    pub fn may_give_on_place(&self, area: Id, organisation: Id) -> Result<(), Denied> {
        self.may(Act::OpenInitiative)?;
        allow(self.is_neutral_in(area) || self.organisation == organisation)
    }

    fn is_neutral_in(&self, area: Id) -> bool {
        self.role == Role::Facilitator && self.covers(area)
    }

    /// Which meetings the actor sees beside those she is invited to: a facilitator all of her
    /// areas, others those of the initiatives their organisation is in.
    pub fn sight_of_meetings(&self) -> Sight {
        match self.role {
            Role::Facilitator => Sight::Areas,
            Role::Frontline | Role::Coordinator | Role::Leader => Sight::Organisation,
            Role::Researcher | Role::Administrator => Sight::Own,
        }
    }

    /// Calls a meeting: the parties of an initiative do, practitioners too; one of the area,
    /// those who speak for an organisation in it. The facilitators of the area call both.
    ///
    /// # Errors
    /// [`Denied`] to all others.
    pub fn may_call_meeting(&self, area: Id, parties: Option<&[Id]>) -> Result<(), Denied> {
        self.may(Act::CallMeeting)?;
        allow(match (self.role, parties) {
            (Role::Facilitator, _) => self.covers(area),
            (_, Some(parties)) => parties.contains(&self.organisation),
            (Role::Coordinator | Role::Leader, None) => self.covers(area),
            (_, None) => false,
        })
    }

    /// Leads a meeting that is called, moves, cancels and closes it: those who speak for a party,
    /// the facilitators of its area, and whoever called it, of an initiative as long as her
    /// organisation is in it.
    ///
    /// # Errors
    /// [`Denied`] to all others.
    pub fn may_lead_meeting(
        &self,
        area: Id,
        parties: Option<&[Id]>,
        caller: Id,
    ) -> Result<(), Denied> {
        self.may(Act::CallMeeting)?;
        let party = parties.map(|parties| parties.contains(&self.organisation));
        let called = self.membership == caller && party.unwrap_or(true);
        allow(match self.role {
            Role::Facilitator => self.covers(area),
            Role::Coordinator | Role::Leader => called || party == Some(true),
            _ => called,
        })
    }

    /// Whether the membership covers `area`.
    pub fn covers(&self, area: Id) -> bool {
        self.areas.is_empty() || self.areas.contains(&area)
    }
}

fn allow(yes: bool) -> Result<(), Denied> {
    if yes { Ok(()) } else { Err(Denied) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Coded;
    use uuid::Uuid;

    fn actor(role: Role, sector: Sector) -> Actor {
        Actor {
            municipality: Uuid::from_u128(1),
            person: Uuid::from_u128(2),
            membership: Uuid::from_u128(3),
            organisation: Uuid::from_u128(4),
            sector,
            role,
            areas: vec![],
        }
    }

    #[test]
    fn both_sectors_may_the_same() {
        for act in Act::ALL {
            for role in Role::ALL {
                assert_eq!(
                    actor(*role, Sector::Public).may(*act),
                    actor(*role, Sector::Voluntary).may(*act)
                );
            }
        }
    }

    #[test]
    fn nobody_lets_her_own_change_through() {
        let (own, other) = (Uuid::from_u128(4), Uuid::from_u128(9));
        let both = [own, other];
        let coordinator = actor(Role::Coordinator, Sector::Public);
        let facilitator = actor(Role::Facilitator, Sector::Voluntary);
        assert!(!coordinator.change_waits(Wait::Nobody, &both));
        assert!(!coordinator.change_waits(Wait::Shared, &[own]));
        assert!(coordinator.change_waits(Wait::Shared, &both));
        assert!(coordinator.change_waits(Wait::Everybody, &[own]));
        assert!(!facilitator.change_waits(Wait::Everybody, &both));
        let may = |actor: &Actor, wait, from| actor.may_let_through(wait, &both, from).is_ok();
        assert!(!may(&coordinator, Wait::Shared, own) && may(&coordinator, Wait::Shared, other));
        assert!(!may(&coordinator, Wait::Everybody, other));
        assert!(may(&facilitator, Wait::Everybody, own));
        let outsider = coordinator.may_let_through(Wait::Shared, &[other], other);
        assert!(outsider.is_err());
    }

    #[test]
    fn nobody_answers_what_her_own_organisation_asks() {
        let (area, own, other) = (Uuid::from_u128(7), Uuid::from_u128(4), Uuid::from_u128(9));
        let facilitator = actor(Role::Facilitator, Sector::Public);
        assert!(facilitator.may_let_in(area, &[other], own).is_err());
        assert!(facilitator.may_let_in(area, &[own], other).is_ok());
        let leader = actor(Role::Leader, Sector::Voluntary);
        assert!(leader.may_let_in(area, &[own], other).is_ok());
        assert!(leader.may_let_in(area, &[other], own).is_err());
    }

    #[test]
    fn a_meeting_is_its_parties_and_its_facilitators() {
        let (area, own, other) = (Uuid::from_u128(7), Uuid::from_u128(4), Uuid::from_u128(9));
        let elsewhere = Actor {
            areas: vec![Uuid::from_u128(8)],
            ..actor(Role::Facilitator, Sector::Public)
        };
        let volunteer = actor(Role::Frontline, Sector::Voluntary);
        assert!(volunteer.may_call_meeting(area, Some(&[own])).is_ok());
        assert!(volunteer.may_call_meeting(area, Some(&[other])).is_err());
        assert!(volunteer.may_call_meeting(area, None).is_err());
        let caller = volunteer.membership;
        let leads = |parties: Option<Id>, caller| {
            let parties = parties.as_ref().map(std::slice::from_ref);
            volunteer.may_lead_meeting(area, parties, caller).is_ok()
        };
        assert!(leads(Some(own), caller) && leads(None, caller));
        assert!(!leads(Some(own), other) && !leads(Some(other), caller));
        assert!(elsewhere.may_call_meeting(area, None).is_err());
        assert_eq!(volunteer.sight_of_meetings(), Sight::Organisation);
        assert_eq!(elsewhere.sight_of_meetings(), Sight::Areas);
    }

    #[test]
    fn leaders_researchers_and_administrators_read_no_stories_but_their_own() {
        for role in [Role::Leader, Role::Researcher, Role::Administrator] {
            assert_eq!(actor(role, Sector::Public).sight_of_stories(), Sight::Own);
            assert!(actor(role, Sector::Public).may(Act::ReadInbox).is_err());
        }
    }

    #[test]
    fn nobody_but_its_bearers_and_the_facilitator_keeps_an_offer() {
        let bearer = Uuid::from_u128(4);
        let leader = actor(Role::Leader, Sector::Voluntary);
        assert!(leader.may_keep_offer(&[bearer]).is_ok());
        assert!(leader.may_keep_offer(&[Uuid::from_u128(9)]).is_err());
        assert!(
            actor(Role::Facilitator, Sector::Public)
                .may_keep_offer(&[])
                .is_ok()
        );
        assert!(
            actor(Role::Frontline, Sector::Public)
                .may_keep_offer(&[bearer])
                .is_err()
        );
    }
}
