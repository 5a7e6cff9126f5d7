//! `samskab person invite`
use crate::fail::Fail;
use crate::settings::Data;
use clap::{Args, Subcommand};
use samskab_app::organisation;
use samskab_app::person::{Invitation, invite_from_shell};
use samskab_app::{Refusal, municipality};
use samskab_domain::access::Actor;
use samskab_domain::access::{Role, Sector};
use samskab_domain::kernel::Id;
use samskab_domain::organisation::Draft as OrganisationDraft;
use samskab_domain::person;

#[derive(Subcommand)]
pub enum Person {
    /// Invite a person and print the link that signs her in
    Invite(Invite),
}

#[derive(Args)]
pub struct Invite {
    /// Her e-mail address
    email: String,
    /// Her name
    #[arg(long)]
    name: String,
    /// Slug of the municipality
    #[arg(long)]
    municipality: String,
    /// Name of her organisation; made if there is none of that name
    #[arg(long)]
    organisation: String,
    /// public or voluntary, for an organisation that is made
    #[arg(long, default_value = "public")]
    sector: String,
    /// frontline, coordinator, leader, facilitator, researcher or administrator
    #[arg(long)]
    role: String,
    /// da or en
    #[arg(long, default_value = "da")]
    language: String,
    /// Address people type
    #[arg(
        long,
        env = "SAMSKAB_BASE_URL",
        default_value = "http://127.0.0.1:8080"
    )]
    base_url: String,
}

pub async fn run(data: &Data, asked: Person) -> Result<(), Fail> {
    let Person::Invite(invite) = asked;
    let desk = data.open().await?;
    let municipality = municipality::find(&desk, &invite.municipality)
        .await
        .map_err(|_| Fail::Usage(format!("there is no municipality {}", invite.municipality)))?;
    let organisation = match named(&desk, municipality.id, &invite.organisation).await? {
        Some(id) => id,
        None => make(&desk, municipality.id, &invite).await?,
    };
    let invitation = Invitation {
        person: person::Draft {
            name: invite.name,
            email: invite.email,
            phone: String::new(),
            language: invite.language,
        },
        membership: person::MembershipDraft {
            organisation: organisation.to_string(),
            role: invite.role,
            ..person::MembershipDraft::default()
        },
    };
    let (_, link) = invite_from_shell(&desk, municipality.id, &invitation).await?;
    let base = invite.base_url.trim_end_matches('/');
    println!("{base}/{}/sign-in/{}", municipality.slug, link.reveal());
    Ok(())
}

async fn named(
    desk: &samskab_app::Desk,
    municipality: Id,
    name: &str,
) -> Result<Option<Id>, Refusal> {
    let all = organisation::all(desk, municipality).await?;
    Ok(all.into_iter().find(|o| o.name == name).map(|o| o.id))
}

async fn make(desk: &samskab_app::Desk, municipality: Id, invite: &Invite) -> Result<Id, Refusal> {
    let form = if invite.sector == "public" {
        "department"
    } else {
        "association"
    };
    let draft = OrganisationDraft {
        name: invite.organisation.clone(),
        sector: invite.sector.clone(),
        form: form.into(),
        ..OrganisationDraft::default()
    };
    organisation::create(desk, &operator(municipality), &draft).await
}

/// The operator at the shell acts with an administrator's leave, under no membership.
fn operator(municipality: Id) -> Actor {
    Actor {
        municipality,
        person: Id::nil(),
        membership: Id::nil(),
        organisation: Id::nil(),
        sector: Sector::Public,
        role: Role::Administrator,
        areas: vec![],
    }
}
