//! What strangers to a circle meet at every address, in suggestions, counts, searches, mails and jobs:
//! nothing of a story, a sentence nobody has looked at, or a need that is not raised (F19).
use crate::browser::{BASE, Browser, site};
use async_trait::async_trait;
use axum::http::{Method, StatusCode};
use samskab_app::mail::{self, Letter, Post};
use samskab_app::need;
use samskab_app::observation::{self, QuoteDraft, Told};
use samskab_app::{answer, felt, job, likeness, organisation, person};
use samskab_database::{FromRow, sql};
use samskab_domain::access::{Actor, Role};
use samskab_domain::answer::{Draft as Given, RaiseDraft};
use samskab_domain::kernel::{Id, Language, Moment};
use samskab_domain::need::Draft;
use samskab_domain::observation as telling;
use samskab_domain::organisation as organisation_rules;
use samskab_testkit::{Engine, Town};
use samskab_web::routes;
use std::sync::Mutex;

/// Words that stand in one story and nowhere else, and are no words at all.
const STORY: &str = "kvisselbaf";
const QUOTE: &str = "smorrekvint";
const HELP: &str = "pludderhank";
const PLACE: &str = "9381";
const DRAFT: &str = "Drillebek uden tag";
const DRAFTED: &str = "kludrehop";
const SECRETS: [&str; 6] = [STORY, QUOTE, HELP, PLACE, DRAFT, DRAFTED];

struct Setting {
    town: Town,
    ids: Vec<Id>,
    story: Id,
    raised: Id,
    drafted: Id,
    outside: Vec<(&'static str, Browser)>,
    /// A leader of the organisation that is asked.
    party: (Browser, Actor),
}

async fn tell(town: &Town, teller: &Actor, story: &str) -> Id {
    town.clock.advance(Moment::SECOND);
    let draft = telling::Draft {
        story: story.into(),
        source: "saw".into(),
        topic_group: "alone".into(),
        area: town.area.to_string(),
        place: PLACE.into(),
        would_help: format!("En {HELP} ville hjælpe."),
        harmless: true,
        ..telling::Draft::default()
    };
    let told = Told {
        draft: &draft,
        language: Language::Danish,
        submission: None,
        membership: None,
    };
    let receipt = observation::record(&town.desk, teller, told).await;
    receipt.unwrap().id
}

async fn written(town: &Town, writer: &Actor, title: &str, statement: &str, from: &[Id]) -> Id {
    town.clock.advance(Moment::SECOND);
    let draft = Draft {
        title: title.into(),
        statement: statement.into(),
        area: town.area.to_string(),
        topic_group: "alone".into(),
        observations: from.iter().map(Id::to_string).collect(),
        harmless: true,
        ..Draft::default()
    };
    let need = need::write(&town.desk, writer, &draft, Language::Danish).await;
    need.unwrap()
}

async fn third_organisation(town: &Town) -> Id {
    let keeper = town.member(Role::Administrator).await;
    let draft = organisation_rules::Draft {
        name: "Havneklubben".into(),
        sector: "voluntary".into(),
        form: "informal".into(),
        areas: vec![town.area.to_string()],
        ..organisation_rules::Draft::default()
    };
    let made = organisation::create(&town.desk, &keeper, &draft).await;
    made.unwrap()
}

async fn setting(engine: &Engine) -> Setting {
    let town = Town::new(engine).await;
    let router = site(&town);
    let desk = &town.desk;
    let teller = town.member(Role::Frontline).await;
    let writer = town.member(Role::Coordinator).await;
    let text = format!("Hun sad alene med sin {STORY}. Ingen {QUOTE} kom forbi.");
    let story = tell(&town, &teller, &text).await;
    let other = tell(&town, &writer, &format!("Her var {STORY} hele dagen.")).await;
    let quote = QuoteDraft {
        body: format!("Ingen {QUOTE} kom forbi."),
        harmless: true,
    };
    let quote = observation::release(desk, &teller, story, &quote, Language::Danish).await;
    let carried = [story];
    let raised = written(
        &town,
        &writer,
        "Weekenden er lang",
        "Mange er alene.",
        &carried,
    )
    .await;
    need::link(desk, &writer, raised, &[other], true)
        .await
        .unwrap();
    let asked = RaiseDraft {
        organisations: vec![town.public.to_string()],
        due: String::new(),
    };
    let asked = need::raise(desk, &writer, raised, &asked).await.unwrap();
    let statement = format!("Mange får {DRAFTED}.");
    let drafted = written(&town, &writer, DRAFT, &statement, &carried).await;
    let third = third_organisation(&town).await;
    let mut outside = vec![("a stranger", Browser::new(&router, &town, None))];
    for (name, role, organisation) in [
        ("another's coordinator", Role::Coordinator, third),
        (
            "the asked one's coordinator",
            Role::Coordinator,
            town.public,
        ),
        ("a volunteer of another", Role::Frontline, third),
        ("a researcher", Role::Researcher, town.voluntary),
        ("an administrator", Role::Administrator, town.voluntary),
    ] {
        let (cookie, _) = town.session(role, organisation).await;
        outside.push((name, Browser::new(&router, &town, Some(cookie))));
    }
    let (cookie, session) = town.session(Role::Coordinator, town.voluntary).await;
    person::leave(desk, &session.actor, session.actor.person)
        .await
        .unwrap();
    outside.push((
        "a former member",
        Browser::new(&router, &town, Some(cookie)),
    ));
    let (cookie, session) = town.session(Role::Leader, town.public).await;
    let party = (Browser::new(&router, &town, Some(cookie)), session.actor);
    outside.push(("a party's leader", party.0.clone()));
    Setting {
        ids: vec![story, other, quote.unwrap(), raised, drafted, asked[0]],
        story,
        raised,
        drafted,
        outside,
        party,
        town,
    }
}

fn clean(what: &str, body: &str) {
    for secret in SECRETS {
        assert!(!body.contains(secret), "{what} tells *{secret}*");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_address_tells_anyone_outside_what_only_the_circle_knows() {
    let engine = Engine::sqlite().await;
    let here = setting(&engine).await;
    let mut walked = 0;
    for route in routes().iter().filter(|r| r.method == Method::GET) {
        // Signing out would end the walk.
        if route.path.contains("sign-out") {
            continue;
        }
        let path = route.path.replace("{m}", &here.town.slug);
        let path = path
            .replace("{token}", "nonsense")
            .replace("{file}", "x.css");
        let paths: Vec<String> = match path.contains("{id}") {
            true => here
                .ids
                .iter()
                .map(|id| path.replace("{id}", &id.to_string()))
                .collect(),
            false => vec![
                format!("{path}?q={STORY}&topic_group=alone&state=draft&all=yes"),
                path,
            ],
        };
        for (who, browser) in &here.outside {
            for path in &paths {
                let answer = browser.get(path).await;
                // A page may repeat what was asked for in its own address.
                let said = answer.body.replace(&format!("q={STORY}"), "");
                let said = said.replace(&format!("value=\"{STORY}\""), "");
                let said = said.replace(&format!("»{STORY}«"), "");
                clean(&format!("{path} to {who}"), &said);
                walked += 1;
            }
        }
    }
    assert!(walked > 1_000, "only {walked} were walked");
    for (who, browser) in &here.outside {
        for id in [here.story, here.drafted] {
            for kind in ["observations", "needs"] {
                let answer = browser.get(&format!("/provestad/{kind}/{id}")).await;
                assert_ne!(answer.status, StatusCode::OK, "{kind}/{id} to {who}");
            }
        }
    }
}

#[tokio::test]
async fn suggestions_answer_nobody_who_tries_words_out() {
    let engine = Engine::sqlite().await;
    let here = setting(&engine).await;
    work(&here.town).await;
    for (who, browser) in &here.outside {
        for words in [STORY, QUOTE, HELP, DRAFTED, DRAFT] {
            let tried = [("text", words), ("topic_group", "alone")];
            for path in ["likeness", "personal-data", "needs/general"] {
                let answer = browser.post(&format!("/provestad/{path}"), &tried).await;
                assert!(
                    !answer.body.contains("/needs/0"),
                    "{path} leads {who} from *{words}* to a need"
                );
            }
        }
    }
}

#[tokio::test]
async fn counts_that_could_point_to_a_teller_are_told_to_nobody_outside() {
    let engine = Engine::sqlite().await;
    let here = setting(&engine).await;
    let path = format!("/provestad/needs/{}", here.raised);
    for (who, browser) in &here.outside {
        let body = browser.get(&path).await.body;
        assert!(!body.contains("Hvis man ser bort fra én"), "{who}");
        assert!(
            !body.contains("Det holder også"),
            "{who}: two do not hold it"
        );
    }
    let (browser, actor) = &here.party;
    let body = browser.get(&path).await.body;
    assert!(
        body.matches("under tre").count() >= 5,
        "a party reads words"
    );
    let read = need::read(&here.town.desk, actor, here.raised)
        .await
        .unwrap();
    let profile = read.profile.unwrap();
    for count in [
        profile.observations,
        profile.observers,
        profile.places,
        profile.counter,
    ] {
        assert_eq!(count, None);
    }
    assert!(profile.without.is_empty() && profile.sources.is_none());
    assert!(read.stories.is_empty() && read.voices.is_empty() && read.general.is_none());
}

/// Keeps what it is to carry.
#[derive(Default)]
struct Postbox(Mutex<Vec<String>>);

#[async_trait]
impl Post for Postbox {
    async fn carry(&self, letter: Letter) -> Result<(), String> {
        let words = format!("{} {}", letter.subject, letter.text);
        self.0.lock().unwrap().push(words);
        Ok(())
    }
}

#[derive(FromRow)]
struct Job {
    payload: serde_json::Value,
}

/// Does what waits for the worker, and gives the letters it sent.
async fn work(town: &Town) -> Vec<String> {
    let (desk, m, post) = (&town.desk, town.municipality, Postbox::default());
    while let Some(claimed) = job::claim(desk).await.unwrap() {
        let id = |name: &str| -> Option<Id> { claimed.payload.get(name)?.as_str()?.parse().ok() };
        match claimed.kind() {
            Some(job::Kind::SendMail) => {
                mail::send(desk, &post, BASE, m, id("mail").unwrap())
                    .await
                    .unwrap();
            }
            Some(job::Kind::AskWhetherFelt) => {
                felt::ask(desk, m, id("answer").unwrap()).await.unwrap();
            }
            Some(job::Kind::LearnWords) => {
                likeness::learn(desk, m, id("need").unwrap()).await.unwrap();
            }
            _ => {}
        }
        job::finish(desk, &claimed).await.unwrap();
    }
    post.0.into_inner().unwrap()
}

#[tokio::test]
async fn mails_and_jobs_hold_nobodys_words() {
    let engine = Engine::sqlite().await;
    let here = setting(&engine).await;
    let (_, leader) = &here.party;
    let given = Given {
        kind: "act".into(),
        reason: "Vi åbner huset lørdag, fordi det er der, de mangler det.".into(),
        meaning: "Hun kan komme lørdag eftermiddag fra maj.".into(),
        mandate: "Leder, inden for eget budget".into(),
        what: "Huset er åbent lørdag klokken 13 til 16.".into(),
        by: here.town.desk.today().plus(14).to_string(),
        ..Given::default()
    };
    let asked = here.ids[5];
    answer::give(&here.town.desk, leader, asked, &given, Language::Danish)
        .await
        .unwrap();
    let jobs = sql!(
        "select payload from job where municipality_id = ?",
        here.town.municipality
    );
    let jobs: Vec<Job> = here.town.desk.db.all(jobs).await.unwrap();
    assert!(!jobs.is_empty());
    for job in jobs {
        clean("a job", &job.payload.to_string());
    }
    here.town.clock.advance(60 * Moment::DAY);
    let letters = work(&here.town).await;
    assert!(
        !letters.is_empty(),
        "who told is asked whether it can be felt"
    );
    for letter in &letters {
        clean("a letter", letter);
        assert!(
            !letter.contains("Weekenden er lang"),
            "only that there is news"
        );
    }
}
