//! The way from what happened to one to what many need (F19). It helps; nothing on it is a gate but that
//! someone has told it at all.
use super::Evidence;
use crate::kernel::codes;

/// One step of the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Someone has told it: without that nobody can be asked for an answer.
    Told,
    /// Nothing in the words tells one person apart.
    General,
    /// It says whom it concerns.
    Whom,
    /// More than one has told it.
    Several,
    /// Several places, or both sectors, tell it.
    Widely,
    /// Someone for whom it is otherwise has been heard.
    Otherwise,
    /// More than one has said how it can be understood.
    Understood,
    /// It has been taken back to those it concerns.
    TakenBack,
}
codes! { Step: Told = "told", General = "general", Whom = "whom", Several = "several", Widely = "widely",
Otherwise = "otherwise", Understood = "understood", TakenBack = "taken_back" }

/// What is known of a need.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub evidence: Evidence,
    /// Something in the words may tell one person apart.
    pub singular: bool,
    pub says_whom: bool,
    pub counter: bool,
    /// How many organisations have said how they understand it.
    pub interpreters: usize,
    pub taken_back: bool,
}

impl Step {
    #[must_use]
    pub fn taken(self, facts: Facts) -> bool {
        match self {
            Self::Told => facts.evidence > Evidence::None,
            Self::General => !facts.singular,
            Self::Whom => facts.says_whom,
            Self::Several => facts.evidence >= Evidence::Several,
            Self::Widely => facts.evidence >= Evidence::SeveralPlaces,
            Self::Otherwise => facts.counter,
            Self::Understood => facts.interpreters > 1,
            Self::TakenBack => facts.taken_back,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Coded;

    #[test]
    fn a_new_need_has_taken_only_the_step_of_its_words() {
        let taken = |facts| Step::ALL.iter().filter(|s| s.taken(facts)).count();
        assert_eq!(taken(Facts::default()), 1);
        let whole = Facts {
            evidence: Evidence::BothSectors,
            says_whom: true,
            counter: true,
            interpreters: 2,
            taken_back: true,
            ..Facts::default()
        };
        assert_eq!(taken(whole), Step::ALL.len());
    }
}
