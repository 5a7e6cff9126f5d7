//! What one's organisation is asked, and what it says.
mod form;
mod list;
mod said;
mod show;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub use form::{around, form};
pub use said::said;
pub(crate) use show::page_with_users;

pub fn routes() -> Vec<Route> {
    let answer = Access::May(Act::Answer);
    vec![
        get("/{m}/answers", Access::May(Act::SeeAnswers), list::list),
        get("/{m}/answers/{id}", Access::May(Act::SeeNeeds), show::show),
        post("/{m}/answers/{id}", answer, show::give),
        post("/{m}/answers/{id}/done", answer, show::done),
        post("/{m}/answers/{id}/not-done", answer, show::take_back_done),
    ]
}
