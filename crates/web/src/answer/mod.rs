//! What one's organisation is asked, and what it says.
mod along;
mod correct;
mod form;
mod list;
mod look;
mod overdue;
mod said;
mod show;
mod way;
mod whose;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub use form::{around, form};
pub use said::said;
pub(crate) use show::page_with_users;
pub(crate) use way::title as way_title;

pub fn routes() -> Vec<Route> {
    let answer = Access::May(Act::Answer);
    let ask = Access::May(Act::RaiseNeed);
    vec![
        get("/{m}/answers", Access::May(Act::SeeAnswers), list::list),
        get(
            "/{m}/answers/overdue",
            Access::May(Act::SeeNeeds),
            overdue::list,
        ),
        get("/{m}/answers/{id}", Access::May(Act::SeeNeeds), show::show),
        post("/{m}/answers/{id}", answer, show::give),
        post("/{m}/answers/{id}/draft", answer, look::keep),
        post("/{m}/answers/{id}/looks", answer, look::ask),
        post("/{m}/answers/{id}/look", answer, look::say),
        get("/{m}/answers/{id}/extend", answer, along::extend_form),
        post("/{m}/answers/{id}/extend", answer, along::extend),
        get("/{m}/answers/{id}/correct", answer, correct::edit),
        post("/{m}/answers/{id}/correct", answer, correct::correct),
        get("/{m}/answers/{id}/withdraw", ask, along::withdraw_form),
        post("/{m}/answers/{id}/withdraw", ask, along::withdraw),
        get("/{m}/answers/{id}/reply", ask, along::reply_form),
        post("/{m}/answers/{id}/reply", ask, along::reply),
        post("/{m}/answers/{id}/done", answer, show::done),
        post("/{m}/answers/{id}/not-done", answer, show::take_back_done),
    ]
}
