//! The three questions that place an effort (F3), why each side is in it (F11), and what is no
//! co-creation (F1).
use crate::access::Sector;
use crate::kernel::{Coded, Reader, Remark, Why, codes};

/// How the parties stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    CoCreation,
    /// Support by section 18 of the social services act: a grant, and no contract.
    Grant,
    /// One side buys what the other does.
    Contract,
    Supplier,
}
codes! { Relation: CoCreation = "co_creation", Grant = "grant", Contract = "contract", Supplier = "supplier" }

impl Relation {
    /// Whether it counts as co-creation. Contracts and supplier relations are named and not counted (F1).
    pub fn counts(self) -> bool {
        matches!(self, Self::CoCreation | Self::Grant)
    }
}

/// With whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WithWhom {
    /// Those the service is for.
    Users,
    /// Other citizens, each for herself.
    Volunteers,
    /// Other citizens in organisations.
    Organisations,
}
codes! { WithWhom: Users = "users", Volunteers = "volunteers", Organisations = "organisations" }

/// Of what: the first two are co-creation in the strict sense, the last two co-production.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OfWhat {
    Develop,
    Design,
    Implement,
    Deliver,
}
codes! { OfWhat: Develop = "develop", Design = "design", Implement = "implement", Deliver = "deliver" }

/// Started by whom; which side, [`Sector`] says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BegunBy {
    Practice,
    Management,
}
codes! { BegunBy: Practice = "practice", Management = "management" }

/// Why a side is in it: three different reasons, often mixed (F11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    Innovation,
    Participation,
    Efficiency,
}
codes! { Reason: Innovation = "innovation", Participation = "participation", Efficiency = "efficiency" }

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct PlaceDraft {
    pub relation: String,
    pub with_whom: Vec<String>,
    pub of_what: Vec<String>,
    pub begun_by: String,
    pub begun_side: String,
}

/// Where an effort is placed; all places are legitimate, and all but the relation may be left open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placing {
    pub relation: Relation,
    pub with_whom: Vec<WithWhom>,
    pub of_what: Vec<OfWhat>,
    pub begun_by: Option<BegunBy>,
    pub begun_side: Option<Sector>,
}

impl PlaceDraft {
    /// # Errors
    /// A remark for each field that cannot be taken.
    pub fn consider(&self) -> Result<Placing, Vec<Remark>> {
        let mut read = Reader::new();
        let relation = read.choice("relation", &self.relation);
        let with_whom = several(&mut read, "with_whom", &self.with_whom);
        let of_what = several(&mut read, "of_what", &self.of_what);
        let begun_by = read.optional_choice("begun_by", &self.begun_by);
        let begun_side = read.optional_choice("begun_side", &self.begun_side);
        let placing = relation.map(|relation| Placing {
            relation,
            with_whom,
            of_what,
            begun_by,
            begun_side,
        });
        read.finish(placing)
    }
}

/// Any of the choices of `T`, each once.
pub(crate) fn several<T: Coded + PartialEq>(
    read: &mut Reader,
    field: &'static str,
    typed: &[String],
) -> Vec<T> {
    let mut found = Vec::new();
    for code in typed {
        match T::from_code(code.trim()) {
            Some(choice) if !found.contains(&choice) => found.push(choice),
            Some(_) => {}
            None if read.has(field) => {}
            None => read.remark(field, Why::Unknown),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_counts_and_a_contract_does_not() {
        let counts: Vec<bool> = Relation::ALL.iter().map(|r| r.counts()).collect();
        assert_eq!(counts, [true, true, false, false]);
    }

    #[test]
    fn only_the_relation_has_to_be_said() {
        let draft = PlaceDraft {
            relation: "grant".into(),
            ..PlaceDraft::default()
        };
        assert_eq!(draft.consider().unwrap().relation, Relation::Grant);
        let nonsense = PlaceDraft {
            of_what: vec!["deliver".into(), "x".into(), "y".into()],
            ..draft
        };
        assert_eq!(nonsense.consider().unwrap_err().len(), 1);
    }
}
