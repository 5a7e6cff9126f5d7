//! The demonstration's town behind the router: pages full of life.
use crate::browser::{BASE, Bare, Browser};
use samskab_app::area;
use samskab_app::import::{File, Options, begin, hsds::read_json};
use samskab_app::meeting::seminar;
use samskab_app::token::{DEMO_SIGN_IN, Secret};
use samskab_app::{Desk, Key, session};
use samskab_app::{felt, job, likeness};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::kernel::{Id, Language};
use samskab_testkit::{Engine, SystemTime};
use samskab_web::{Settings, Site, router};
use std::num::NonZeroU32;
use std::sync::Arc;

pub struct Fjordby {
    pub desk: Desk,
    pub municipality: Id,
    pub router: axum::Router,
    /// A signed-in browser for each login of the demonstration.
    pub browsers: Vec<(String, Role, Browser)>,
    _engine: Engine,
}

#[derive(FromRow)]
struct Found {
    id: Id,
}

impl Fjordby {
    pub async fn new() -> Self {
        let engine = Engine::sqlite().await;
        let desk = Desk::new(
            engine.db.clone(),
            Arc::new(SystemTime),
            Key::from_text("fjordby"),
        )
        .with_press(Arc::new(Bare));
        let logins = samskab_demo::prepare(&desk).await.unwrap();
        let municipality = samskab_app::municipality::find(&desk, samskab_demo::SLUG)
            .await
            .unwrap()
            .id;
        let settings = Settings {
            base_url: BASE.into(),
            trusted_proxies: vec![],
            writes_per_minute: NonZeroU32::MAX,
            demo: true,
            sms: true,
        };
        ask_whether_felt(&desk, municipality).await;
        let router = router(Site::new(desk.clone(), settings));
        let mut browsers = Vec::new();
        for (name, link) in logins {
            let cookie: Secret = session::enter(&desk, municipality, &link, DEMO_SIGN_IN)
                .await
                .unwrap();
            let found = session::find(&desk, municipality, &cookie)
                .await
                .unwrap()
                .unwrap();
            if found.actor.role == Role::Facilitator {
                look_at_a_file(&desk, &found.actor).await;
                have_a_paper_made(&desk, &found.actor).await;
            }
            let browser = Browser {
                router: router.clone(),
                slug: samskab_demo::SLUG.to_owned(),
                cookie: Some(cookie),
            };
            browsers.push((name, found.actor.role, browser));
        }
        Self {
            desk,
            municipality,
            router,
            browsers,
            _engine: engine,
        }
    }

    pub fn nobody(&self) -> Browser {
        Browser {
            router: self.router.clone(),
            slug: samskab_demo::SLUG.to_owned(),
            cookie: None,
        }
    }

    pub fn browser(&self, role: Role) -> &Browser {
        let found = self.browsers.iter().find(|(_, r, _)| *r == role);
        &found.expect("a login for each role").2
    }

    /// Addresses with their ids filled in by rows that are there: the first, the middle and the
    /// last of the kind the address is about.
    pub async fn filled(&self, path: &str) -> Vec<String> {
        let path = path.replace("{m}", samskab_demo::SLUG);
        let path = path
            .replace("{token}", "nonsense")
            .replace("{file}", "0b5c6b.css")
            .replace("{language}", "en");
        if !path.contains("{id}") {
            return vec![path];
        }
        let kind = path
            .split('/')
            .rev()
            .skip_while(|p| *p != "{id}")
            .nth(1)
            .unwrap_or_default();
        if kind == "felt" {
            return self.questions().await;
        }
        let m = self.municipality;
        let all = match kind {
            "answers" if path.ends_with("/extend") || path.ends_with("/withdraw") => sql!(
                "select id from answer where municipality_id = ? and kind is null order by id",
                m
            ),
            "answers" if path.ends_with("/reply") => sql!(
                "select id from answer where municipality_id = ? and kind = 'know_more' order by id",
                m
            ),
            "answers" if path.ends_with("/correct") => sql!(
                "select id from answer where municipality_id = ? and kind is not null order by id",
                m
            ),
            "observations" => sql!(
                "select id from observation where municipality_id = ? order by id",
                m
            ),
            "quotes" => sql!(
                "select id from quote where municipality_id = ? order by id",
                m
            ),
            "needs" => sql!(
                "select id from need where municipality_id = ? order by id",
                m
            ),
            "answers" => sql!(
                "select id from answer where municipality_id = ? order by id",
                m
            ),
            "initiatives" => sql!(
                "select id from initiative where municipality_id = ? order by id",
                m
            ),
            "meetings" if path.contains("/seminar") => sql!(
                "select id from meeting where municipality_id = ? and seminar = ? order by id",
                m,
                true
            ),
            "meetings" => sql!(
                "select id from meeting where municipality_id = ? order by id",
                m
            ),
            "seminar-papers" => sql!(
                "select id from seminar_paper where municipality_id = ? order by id",
                m
            ),
            "changes" => sql!(
                "select id from practice_change where municipality_id = ? order by id",
                m
            ),
            "offers" if path.ends_with("/proposal") => sql!(
                "select offer_id as id from offer_proposal where municipality_id = ? and outcome is null order by id",
                m
            ),
            "offers" | "services" => sql!(
                "select id from offer where municipality_id = ? order by id",
                m
            ),
            "interests" => sql!(
                "select id from interest where municipality_id = ? order by id",
                m
            ),
            "invitations" => sql!(
                "select id from initiative_invitation where municipality_id = ? order by id",
                m
            ),
            "parties" => sql!(
                "select id from initiative_party where municipality_id = ? order by id",
                m
            ),
            "tasks" => sql!(
                "select id from task where municipality_id = ? order by id",
                m
            ),
            "frames" => sql!(
                "select id from frame_item where municipality_id = ? order by id",
                m
            ),
            "challenges" => sql!(
                "select id from frame_challenge where municipality_id = ? order by id",
                m
            ),
            "handovers" => sql!(
                "select id from political_handover where municipality_id = ? order by id",
                m
            ),
            "vacancies" => sql!(
                "select id from vacancy where municipality_id = ? order by id",
                m
            ),
            "areas" => sql!(
                "select id from area where municipality_id = ? order by id",
                m
            ),
            "organisations" | "organizations" => sql!(
                "select id from organisation where municipality_id = ? order by id",
                m
            ),
            "people" => sql!(
                "select id from person where municipality_id = ? order by id",
                m
            ),
            "memberships" => sql!(
                "select id from membership where municipality_id = ? order by id",
                m
            ),
            "topics" | "taxonomies" | "taxonomy_terms" => sql!(
                "select id from topic where municipality_id = ? order by id",
                m
            ),
            "imports" => sql!(
                "select id from import_run where municipality_id = ? order by id",
                m
            ),
            "service_at_locations" => sql!(
                "select id from location where municipality_id = ? order by id",
                m
            ),
            other => panic!("no rows are known for {other} in {path}"),
        };
        let rows: Vec<Found> = self.desk.db.all(all).await.unwrap();
        let ids = [rows.first(), rows.get(rows.len() / 2), rows.last()];
        ids.into_iter()
            .flatten()
            .map(|row| path.replace("{id}", &row.id.to_string()))
            .collect()
    }
}

impl Fjordby {
    /// Where those who sign in here are asked whether something can be felt.
    async fn questions(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (_, _, browser) in &self.browsers {
            let page = browser.get("/fjordby/my-day").await.body;
            let links = page.split("href=\"/fjordby/felt/").skip(1);
            let ids = links.filter_map(|link| link.split('"').next());
            found.extend(ids.map(|id| format!("/fjordby/felt/{id}")));
        }
        found.sort();
        found.dedup();
        found
    }
}

/// The pack of a seminar on paper, for whoever asked.
async fn have_a_paper_made(desk: &Desk, actor: &Actor) {
    let m = actor.municipality;
    let seminar = "select id from meeting where municipality_id = ? and seminar = ? order by id";
    let seminar: Option<Found> = desk.db.first(sql!(seminar, m, true)).await.unwrap();
    let seminar = seminar.unwrap().id;
    let paper = seminar::order(desk, actor, seminar, Language::Danish)
        .await
        .unwrap();
    seminar::make(desk, m, paper, samskab_web::seminar_paper)
        .await
        .unwrap();
}

/// A file that waits to be brought in.
async fn look_at_a_file(desk: &Desk, actor: &Actor) {
    let file =
        br#"[{"id":"01a2093d-d989-7aad-916c-1f04204b9a01","name":"Syklubben","status":"active"}]"#;
    let areas = area::list(desk, actor.municipality, Language::Danish)
        .await
        .unwrap();
    let area = areas.iter().find(|a| actor.covers(a.id)).unwrap();
    let options = Options {
        source: "naboen".into(),
        language: "da".into(),
        area: area.id.to_string(),
        ..Options::default()
    };
    let file = File::Services(read_json(file).unwrap());
    begin(desk, actor, &file, &options).await.unwrap();
}

/// What the worker does with the questions that are due.
async fn ask_whether_felt(desk: &Desk, municipality: Id) {
    while let Some(claimed) = job::claim(desk).await.unwrap() {
        if claimed.kind() == Some(job::Kind::AskWhetherFelt) {
            let answer = claimed.payload["answer"].as_str().unwrap();
            let answer = answer.parse().unwrap();
            felt::ask(desk, municipality, answer).await.unwrap();
        }
        if claimed.kind() == Some(job::Kind::LearnWords) {
            let need = claimed.payload["need"].as_str().unwrap();
            likeness::learn(desk, municipality, need.parse().unwrap())
                .await
                .unwrap();
        }
        job::finish(desk, &claimed).await.unwrap();
    }
}
