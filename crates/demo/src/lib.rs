//! The fictive Fjordby Kommune.
use samskab_app::token::Secret;
use samskab_app::{Desk, Refusal};

pub const SLUG: &str = "fjordby";

pub async fn prepare(_: &Desk) -> Result<Vec<(String, Secret)>, Refusal> {
    Ok(vec![])
}
