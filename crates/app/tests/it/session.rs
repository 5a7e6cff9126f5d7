//! Asking for a sign-in link tells nothing about who is a member.
use samskab_app::job::{Kind, claim, finish};
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
