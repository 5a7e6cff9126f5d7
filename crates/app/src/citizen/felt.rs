//! The one who told says whether what was answered can be felt, by her code.
use super::code::{Code, told};
use crate::desk::{Desk, Outcome, Refusal};
use crate::felt::{self, Draft};
use samskab_domain::kernel::{Id, Language};

/// One tap; she may change her mind. No words: what she writes would have to be looked at first.
///
/// # Errors
/// [`Refusal::Missing`] when nothing was told with the code or it was asked of another; a remark
/// when it says nothing.
pub async fn say(
    desk: &Desk,
    municipality: Id,
    code: &Code,
    question: Id,
    says: &str,
    language: Language,
) -> Outcome<()> {
    let told = told(desk, municipality, code).await?;
    let questions = felt::of_story(desk, municipality, told.observation_id).await?;
    let asked = questions.into_iter().find(|q| q.id == question);
    let asked = asked.ok_or(Refusal::Missing)?;
    let draft = Draft {
        says: says.to_owned(),
        ..Draft::default()
    };
    felt::keep(desk, municipality, &asked, &draft, language).await
}
