//! Asking for a sign-in link tells nothing about who is a member.
use async_trait::async_trait;
use samskab_app::job::{Kind, claim, finish};
use samskab_app::mail::{self, Letter, Post};
use samskab_app::session::ask_for_link;
use samskab_database::{FromRow, sql};
use samskab_domain::access::Role;
use samskab_domain::kernel::Moment;
use samskab_testkit::{Town, on_every_engine};

#[derive(FromRow)]
struct Count {
    n: i64,
}

async fn mails(town: &Town) -> i64 {
    let sql = sql!(
        "select count(*) as n from mail where municipality_id = ? and kind = 'sign_in'",
        town.municipality
    );
    town.desk.db.first::<Count>(sql).await.unwrap().unwrap().n
}

async fn mail_jobs(town: &Town) -> usize {
    let mut jobs = 0;
    while let Some(job) = claim(&town.desk).await.unwrap() {
        jobs += usize::from(job.kind() == Some(Kind::SendMail));
        finish(&town.desk, &job).await.unwrap();
    }
    jobs
}

#[tokio::test]
async fn a_stranger_makes_as_much_work_as_a_member_and_no_mail() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        town.member(Role::Frontline).await;
        for (typed, sent) in [
            ("nobody@provestad.example", 0),
            ("proeve0@provestad.example", 1),
        ] {
            ask_for_link(&town.desk, town.municipality, typed)
                .await
                .unwrap();
            assert_eq!(mails(&town).await, sent, "{typed}");
            assert_eq!(mail_jobs(&town).await, 1, "{typed}");
        }
    })
    .await;
}

struct NoServer;

#[async_trait]
impl Post for NoServer {
    fn is_there(&self) -> bool {
        false
    }

    async fn carry(&self, _: Letter) -> Result<(), String> {
        Err("no mail server".to_owned())
    }
}

#[tokio::test]
async fn without_a_mail_server_no_link_is_made() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        let (desk, m) = (&town.desk, town.municipality);
        town.member(Role::Frontline).await;
        ask_for_link(desk, m, "proeve0@provestad.example")
            .await
            .unwrap();
        while let Some(job) = claim(desk).await.unwrap() {
            if let Some(mail) = job.payload["mail"].as_str() {
                let base = "https://samskab.example";
                mail::send(desk, &NoServer, base, m, mail.parse().unwrap())
                    .await
                    .unwrap();
            }
            finish(desk, &job).await.unwrap();
        }
        for (rows, expected) in [
            ("select count(*) as n from mail where state = 'failed'", 1),
            ("select count(*) as n from token where used_at is null", 0),
        ] {
            let count: Option<Count> = desk.db.first(sql!(rows)).await.unwrap();
            assert_eq!(count.unwrap().n, expected, "{rows}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_person_gets_three_links_in_a_quarter_of_an_hour_and_no_more() {
    on_every_engine(|engine| async move {
        let town = Town::new(&engine).await;
        for _ in 0..2 {
            town.member(Role::Frontline).await;
        }
        let ask = async |typed: &str| {
            ask_for_link(&town.desk, town.municipality, typed)
                .await
                .unwrap();
        };
        for _ in 0..5 {
            ask("proeve0@provestad.example").await;
        }
        assert_eq!(mails(&town).await, 3);
        ask("proeve1@provestad.example").await;
        assert_eq!(mails(&town).await, 4);
        town.clock.advance(16 * 60 * Moment::SECOND);
        ask("proeve0@provestad.example").await;
        assert_eq!(mails(&town).await, 5);
    })
    .await;
}
