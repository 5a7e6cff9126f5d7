//! Needs like what one is writing or has told.
mod near;

pub(crate) use near::{also_words, offered, why};

use crate::kit::route::{Access, Route, post};
use samskab_domain::access::Act;

pub fn routes() -> Vec<Route> {
    let tell = Access::May(Act::TellObservation);
    vec![
        post("/{m}/likeness", tell, near::while_writing),
        post("/{m}/observations/{id}/also", tell, near::also),
        post("/{m}/observations/{id}/not-also", tell, near::not_also),
    ]
}
