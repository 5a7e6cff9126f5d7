//! Placeholder.
use crate::kit::Route;

pub fn routes() -> Vec<Route> {
    vec![]
}
