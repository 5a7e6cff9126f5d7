//! What became of it, in states alone: whoever has the code learns nothing that is not public.
use super::code::{Code, told};
use crate::desk::{Desk, Outcome};
use crate::felt::{self, Question};
use crate::trail;
use samskab_domain::citizen::Step;
use samskab_domain::kernel::{Id, Moment};

/// What the one who has the code sees.
#[derive(Clone, Debug)]
pub struct Followed {
    /// Each step once, when it first happened; the oldest first.
    pub steps: Vec<(Step, Option<Moment>)>,
    /// Whether it can still be taken back.
    pub there: bool,
    /// Whether what was answered can be felt: asked, and perhaps answered.
    pub questions: Vec<Question>,
}

/// # Errors
/// [`crate::Refusal::Missing`] when nothing was told with the code.
pub async fn follow(desk: &Desk, municipality: Id, code: &Code) -> Outcome<Followed> {
    let told = told(desk, municipality, code).await?;
    let there = told.state != "withdrawn";
    let gone = match told.set_aside_at {
        Some(at) => (Step::SetAside, Some(*at)),
        None => (Step::TakenBack, None),
    };
    let first = (Step::Held, Some(*told.created_at));
    let mut steps = vec![first];
    let mut questions = vec![];
    match told.state.as_str() {
        "held" => {}
        "withdrawn" => steps.push(gone),
        _ => {
            steps.push((Step::Read, None));
            let trail = trail::open_to_all(desk, municipality, told.observation_id).await?;
            for at in trail.iter().filter(|at| !at.to_come) {
                if let Some(step) = state(&at.step)
                    && steps.iter().all(|(known, _)| *known != step)
                {
                    steps.push((step, Some(at.at)));
                }
            }
            questions = felt::of_story(desk, municipality, told.observation_id).await?;
        }
    }
    Ok(Followed {
        steps,
        there,
        questions,
    })
}

fn state(step: &trail::Step) -> Option<Step> {
    Some(match step {
        trail::Step::Gathered { .. } => Step::Gathered,
        trail::Step::Asked { .. } => Step::Asked,
        trail::Step::Answered { .. } => Step::Answered,
        trail::Step::Tried { .. } => Step::Tried,
        trail::Step::Changed { .. } => Step::Changed,
        trail::Step::Done { .. } => Step::Done,
        trail::Step::Offered { .. } => Step::Offered,
        trail::Step::Received
        | trail::Step::Became { .. }
        | trail::Step::Along { .. }
        | trail::Step::Felt { .. }
        | trail::Step::WillAsk { .. }
        | trail::Step::Ended { .. }
        | trail::Step::Awaited { .. } => return None,
    })
}
