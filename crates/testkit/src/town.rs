//! A small municipality: one area, an organisation of each sector, members on demand.
use crate::clock::HandClock;
use crate::engine::Engine;
use samskab_app::import::{self, File, Options, Run};
use samskab_app::person::{Invitation, invite_from_shell};
use samskab_app::session::{self, Session};
use samskab_app::token::{SIGN_IN, Secret};
use samskab_app::{Desk, Key, Outcome, area, municipality, organisation};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Coded, Id, Language};
use samskab_domain::{area as area_rules, organisation as organisation_rules, person};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// A municipality in a box.
pub struct Town {
    pub desk: Desk,
    pub clock: Arc<HandClock>,
    pub municipality: Id,
    pub slug: String,
    pub area: Id,
    /// A public organisation.
    pub public: Id,
    /// A voluntary one.
    pub voluntary: Id,
    people: AtomicU32,
}

impl Town {
    pub async fn new(engine: &Engine) -> Self {
        Self::named(engine, "prøvestad", "provestad").await
    }

    /// Brings a file in at once.
    ///
    /// # Errors
    /// As the import itself.
    pub async fn bring_in(&self, actor: &Actor, file: &File, options: &Options) -> Outcome<Run> {
        let id = import::begin(&self.desk, actor, file, options).await?;
        while import::step(&self.desk, actor, id).await? {}
        import::run(&self.desk, actor, id).await
    }

    /// A second municipality beside the first has another slug.
    pub async fn named(engine: &Engine, name: &str, slug: &str) -> Self {
        let clock = Arc::new(HandClock::monday());
        let desk = Desk::new(engine.db.clone(), clock.clone(), Key::from_text("town"));
        let new = municipality::NewMunicipality {
            slug,
            name,
            fictive: true,
        };
        let id = municipality::create(&desk, new)
            .await
            .expect("a municipality is made");
        let keeper = founder(id);
        let draft = area_rules::Draft {
            name: "Ældre".into(),
            names: vec![(Language::English, "Elderly".into())],
            answer_days: String::new(),
        };
        let area = area::create(&desk, &keeper, &draft)
            .await
            .expect("an area is made");
        let mut organisations = Vec::new();
        for (name, sector, form) in [
            ("Hjemmeplejen", "public", "department"),
            ("Seniorforeningen", "voluntary", "association"),
        ] {
            let draft = organisation_rules::Draft {
                name: name.into(),
                sector: sector.into(),
                form: form.into(),
                areas: vec![area.to_string()],
                ..organisation_rules::Draft::default()
            };
            organisations.push(
                organisation::create(&desk, &keeper, &draft)
                    .await
                    .expect("an organisation is made"),
            );
        }
        Self {
            desk,
            clock,
            municipality: id,
            slug: slug.to_owned(),
            area,
            public: organisations[0],
            voluntary: organisations[1],
            people: AtomicU32::new(0),
        }
    }

    /// A new member of the voluntary organisation.
    pub async fn member(&self, role: Role) -> Actor {
        self.session(role, self.voluntary).await.1.actor
    }

    /// A new member of `organisation`.
    pub async fn member_of(&self, role: Role, organisation: Id) -> Actor {
        self.session(role, organisation).await.1.actor
    }

    /// A new member of `organisation`, signed in: the cookie's secret and the session.
    pub async fn session(&self, role: Role, organisation: Id) -> (Secret, Session) {
        self.session_in(role, organisation, &[]).await
    }

    /// The same for some areas alone, by their ids.
    pub async fn session_in(
        &self,
        role: Role,
        organisation: Id,
        areas: &[String],
    ) -> (Secret, Session) {
        let number = self.people.fetch_add(1, Ordering::SeqCst);
        let invitation = Invitation {
            person: person::Draft {
                name: format!("Prøve {number}"),
                email: format!("proeve{number}@{}.example", self.slug),
                phone: String::new(),
                language: "da".into(),
            },
            membership: person::MembershipDraft {
                organisation: organisation.to_string(),
                role: role.code().into(),
                areas: areas.to_vec(),
                ..person::MembershipDraft::default()
            },
        };
        let desk = &self.desk;
        let (_, link) = invite_from_shell(desk, self.municipality, &invitation)
            .await
            .expect("a person is invited");
        let cookie = session::enter(desk, self.municipality, &link, SIGN_IN)
            .await
            .expect("she signs in");
        let session = session::find(desk, self.municipality, &cookie)
            .await
            .expect("the session is read")
            .expect("the session is there");
        (cookie, session)
    }
}

/// An administrator who is no member: makes the town before there is anyone in it.
fn founder(municipality: Id) -> Actor {
    Actor {
        municipality,
        person: Id::nil(),
        membership: Id::nil(),
        organisation: Id::nil(),
        sector: samskab_domain::access::Sector::Public,
        role: Role::Administrator,
        areas: vec![],
    }
}
