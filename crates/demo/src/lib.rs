//! The fictive Fjordby Kommune, told through the same actions people use.
//!
//! The files in `data/` say what happened and how many days ago. [`prepare`] sorts it by time
//! and does it, with a desk whose clock stands at the moment of each event: journal, ids,
//! dates and links come out as if the town had lived through it. Nothing in it is random.
mod along;
mod answer;
mod around;
mod clock;
mod data;
mod frame;
mod initiative;
mod interest;
mod meeting;
mod municipality;
mod need;
mod observation;
mod offer;
mod person;
mod practice_change;
mod problem;
mod story;
mod task;
mod timeline;
mod upkeep;

use data::Data;
pub use problem::{Halt, Problem};
use samskab_app::session::{give_demo_links, has_demo_links};
use samskab_app::token::Secret;
use samskab_app::{Desk, Refusal};
use samskab_domain::kernel::Id;
use timeline::Timeline;

/// The municipality's slug.
pub const SLUG: &str = "fjordby";

/// Who signs in, in the order the links are given: `demo_login` in `people.toml`.
pub const LOGINS: [&str; 8] = [
    "volunteer",
    "staff",
    "coordinator",
    "leader",
    "voluntary_leader",
    "facilitator",
    "researcher",
    "administrator",
];

/// Makes Fjordby Kommune if it is not there, and gives one sign-in secret for each login. The
/// secrets work again and again until the next start, which gives new ones.
///
/// The secrets come last: where there are none, an earlier start was stopped half-way, and
/// what it left is not served as whole.
///
/// # Errors
/// [`Problem::Unfinished`] for such a half; [`Problem::Item`] names the item an action refused.
pub async fn prepare(desk: &Desk) -> Result<Vec<(String, Secret)>, Problem> {
    let data = Data::read()?;
    let municipality = match samskab_app::municipality::find(desk, SLUG).await {
        Ok(there) if has_demo_links(desk, there.id).await? => there.id,
        Ok(_) => return Err(Problem::Unfinished { slug: SLUG }),
        Err(Refusal::Missing) => tell(desk, &data).await?,
        Err(refusal) => return Err(refusal.into()),
    };
    links(desk, municipality, &data).await
}

async fn tell(desk: &Desk, data: &Data) -> Result<Id, Problem> {
    let mut story = municipality::found(desk, SLUG, data).await?;
    let mut timeline = Timeline::default();
    person::plan(data, &mut timeline)?;
    observation::plan(data, &mut timeline);
    frame::plan(data, &mut timeline);
    interest::plan(data, &mut timeline);
    need::plan(data, &mut timeline);
    initiative::plan(data, &mut timeline);
    meeting::plan(data, &mut timeline);
    offer::plan(data, &mut timeline);
    timeline.tell(&mut story, data, desk.now()).await?;
    upkeep::tell(&story, data, desk.now()).await?;
    need::everyone_spoke(&story, data)?;
    Ok(story.municipality)
}

async fn links(
    desk: &Desk,
    municipality: Id,
    data: &Data,
) -> Result<Vec<(String, Secret)>, Problem> {
    let person_of = |login: &&str| {
        let mut people = data.people.iter();
        people.find(|p| p.demo_login.as_deref() == Some(*login))
    };
    let (logins, emails): (Vec<&str>, Vec<&str>) = LOGINS
        .iter()
        .filter_map(|login| Some((*login, person_of(login)?.email.as_str())))
        .unzip();
    let secrets = give_demo_links(desk, municipality, &emails).await?;
    let given = logins.into_iter().zip(secrets);
    Ok(given
        .filter_map(|(login, secret)| Some((login.to_owned(), secret?)))
        .collect())
}
