//! Short messages to phones, for those who wish that.
use async_trait::async_trait;

/// A message ready to go. Not printed by `Debug`: it names a phone and holds a link.
pub struct Text {
    /// Digits with the country before them.
    pub to: String,
    pub text: String,
}

/// Carries short messages out.
#[async_trait]
pub trait Texter: Send + Sync {
    /// Hands a message to the gateway.
    ///
    /// # Errors
    /// In words for the operator, without number or content.
    async fn text(&self, text: Text) -> Result<(), String>;
}
