//! The people: invited on the day their membership begins, signed in once, and some leave.
use crate::data::Data;
use crate::municipality::Organisation;
use crate::problem::{Halt, Problem};
use crate::story::{Member, Story};
use crate::timeline::{Event, JOINING, LEAVING, Timeline};
use samskab_app::person::{Invitation, give_membership, invite_from_shell, leave};
use samskab_app::token::SIGN_IN;
use samskab_app::{Refusal, session};
use samskab_domain::access::{Actor, Role, Sector};
use samskab_domain::kernel::Coded;
use samskab_domain::person as rules;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    pub key: String,
    name: String,
    pub email: String,
    #[serde(default)]
    language: String,
    /// The sign-in the demonstration gives for this person.
    pub demo_login: Option<String>,
    /// Mail to her came back lately.
    #[serde(default)]
    pub bounced: bool,
    pub membership: Vec<Membership>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Membership {
    pub organisation: String,
    role: String,
    areas: Vec<String>,
    title: String,
    pub since_days: i64,
    until_days: Option<i64>,
}

impl Membership {
    pub fn is(&self, role: Role) -> bool {
        self.role == role.code()
    }
}

/// The administrator, with whom the municipality begins.
pub fn administrator(people: &[Person]) -> Result<(&Person, &Membership), Problem> {
    let mut memberships = people
        .iter()
        .flat_map(|p| p.membership.iter().map(move |m| (p, m)));
    memberships
        .find(|(_, m)| m.is(Role::Administrator))
        .ok_or(Problem::Refused(Refusal::Missing))
}

/// Whoever was there before the municipality began is written in on its first day.
pub fn plan<'a>(data: &'a Data, timeline: &mut Timeline<'a>) -> Result<(), Problem> {
    let (admin, first) = administrator(&data.people)?;
    for person in data.people.iter().filter(|p| p.key != admin.key) {
        for membership in &person.membership {
            let ago = membership.since_days.min(first.since_days);
            timeline.add(ago, JOINING, Event::Joined(person, membership));
            if let Some(ago) = membership.until_days {
                timeline.add(ago, LEAVING, Event::Left(person));
            }
        }
    }
    Ok(())
}

pub async fn join(
    story: &mut Story,
    data: &Data,
    told: &Person,
    membership: &Membership,
) -> Result<(), Halt> {
    let draft = rules::MembershipDraft {
        organisation: story.organisations.typed(&membership.organisation)?,
        role: membership.role.clone(),
        title: membership.title.clone(),
        areas: story.areas.all_typed(&membership.areas)?,
        from: story.day(membership.since_days).to_string(),
    };
    let actor = if story.people.find(&told.key).is_some() {
        join_again(story, data, told, membership, &draft).await?
    } else {
        join_first(story, told, draft).await?
    };
    story.members.push(Member {
        person: told.key.clone(),
        organisation: membership.organisation.clone(),
        title: membership.title.clone(),
        actor,
        gone: false,
    });
    Ok(())
}

/// Invited at the shell, which sends no mail; she spends the link at once.
async fn join_first(
    story: &mut Story,
    told: &Person,
    membership: rules::MembershipDraft,
) -> Result<Actor, Halt> {
    let invitation = Invitation {
        person: rules::Draft {
            name: told.name.clone(),
            email: told.email.clone(),
            phone: String::new(),
            language: told.language.clone(),
        },
        membership,
    };
    let (desk, municipality) = (&story.desk, story.municipality);
    let (id, link) = invite_from_shell(desk, municipality, &invitation).await?;
    let cookie = session::enter(desk, municipality, &link, SIGN_IN).await?;
    let session = session::find(desk, municipality, &cookie).await?;
    story.people.insert(&told.key, id);
    Ok(session.ok_or(Refusal::Missing)?.actor)
}

async fn join_again(
    story: &Story,
    data: &Data,
    told: &Person,
    membership: &Membership,
    draft: &rules::MembershipDraft,
) -> Result<Actor, Halt> {
    let person = story.people.get(&told.key)?;
    let id = give_membership(&story.desk, &story.keeper, person, draft).await?;
    let areas: Result<Vec<_>, Halt> = membership
        .areas
        .iter()
        .map(|area| story.areas.get(area))
        .collect();
    Ok(Actor {
        municipality: story.municipality,
        person,
        membership: id,
        organisation: story.organisations.get(&membership.organisation)?,
        sector: sector(&data.organisations, &membership.organisation)?,
        role: Role::from_code(&membership.role).ok_or(Refusal::Missing)?,
        areas: areas?,
    })
}

fn sector(organisations: &[Organisation], key: &str) -> Result<Sector, Halt> {
    let organisation = organisations.iter().find(|o| o.is(key));
    let sector = organisation.and_then(|o| Sector::from_code(&o.sector));
    sector.ok_or_else(|| Halt::Unknown {
        kind: "organisation",
        key: key.to_owned(),
    })
}

/// She leaves by herself; what she told stays.
pub async fn left(story: &mut Story, told: &Person) -> Result<(), Halt> {
    let actor = story.member(&told.key, None)?;
    leave(&story.desk, &actor, actor.person).await?;
    for member in &mut story.members {
        member.gone |= member.person == told.key;
    }
    Ok(())
}
