//! *What can be done?*: the space of possibility, saying what holds one, asking whether it still
//! does, and handing a question over to those who decide.
mod challenge;
mod declare;
mod form;
mod handover;
mod in_initiative;
mod show;
mod space;

pub(crate) use handover::line as handover_line;
pub(crate) use space::few;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let see = Access::May(Act::SeeFrames);
    let declare = Access::May(Act::DeclareFrame);
    let work = Access::May(Act::WriteChange);
    let ask = Access::May(Act::AskAboutFrame);
    let hand_over = Access::May(Act::HandOver);
    let see_initiatives = Access::May(Act::SeeInitiatives);
    vec![
        get("/{m}/frames", see, space::space),
        get("/{m}/frames/new", declare, declare::blank),
        post("/{m}/frames", declare, declare::declare),
        get("/{m}/frames/{id}", see, show::show),
        get("/{m}/frames/{id}/edit", work, declare::edit),
        post("/{m}/frames/{id}/edit", work, declare::change),
        post("/{m}/frames/{id}/lift", work, show::lift),
        post("/{m}/frames/{id}/challenges", ask, show::challenge),
        post("/{m}/frames/{id}/seen", see, show::seen),
        get("/{m}/challenges/{id}", work, challenge::asked),
        post("/{m}/challenges/{id}", work, challenge::answer),
        get(
            "/{m}/initiatives/{id}/frames",
            see_initiatives,
            in_initiative::space,
        ),
        get(
            "/{m}/initiatives/{id}/frames/new",
            work,
            in_initiative::blank,
        ),
        post("/{m}/initiatives/{id}/frames", work, in_initiative::declare),
        post(
            "/{m}/initiatives/{id}/frames/kept",
            work,
            in_initiative::cite,
        ),
        get("/{m}/handovers", see, handover::list),
        get("/{m}/handovers/new", hand_over, handover::blank),
        post("/{m}/handovers", hand_over, handover::hand_over),
        get("/{m}/handovers/{id}", see, handover::show),
        post("/{m}/handovers/{id}/outcome", hand_over, handover::follow),
    ]
}
