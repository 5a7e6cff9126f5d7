//! *Can it be felt?* The question to those who told, and what the two lines say.
mod lines;
mod question;
mod users;

use crate::kit::route::{Access, Route, get, post};
use samskab_domain::access::Act;

pub(crate) use lines::{in_words, lines};
pub(crate) use question::waiting;
pub(crate) use users::users_form;

pub fn routes() -> Vec<Route> {
    let tell = Access::May(Act::TellObservation);
    vec![
        get("/{m}/felt/{id}", tell, question::show),
        post("/{m}/felt/{id}", tell, question::say),
        get(
            "/{m}/felt/from-mail/{token}",
            Access::Public,
            question::show_by_link,
        ),
        post(
            "/{m}/felt/from-mail/{token}",
            Access::Public,
            question::say_by_link,
        ),
        post(
            "/{m}/answers/{id}/felt",
            Access::May(Act::NoteNeed),
            users::say,
        ),
    ]
}
