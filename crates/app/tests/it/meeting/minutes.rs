//! Minutes written by several at once: no line is lost.
use super::{DANISH, begun};
use samskab_app::Refusal;
use samskab_app::meeting::{self, LineDraft};
use samskab_domain::kernel::{Id, Why};
use samskab_testkit::on_every_engine;

fn line(body: &str, of: Option<Id>) -> LineDraft {
    LineDraft {
        body: body.into(),
        of: of.map(|id| id.to_string()).unwrap_or_default(),
        harmless: false,
    }
}

#[tokio::test]
async fn two_who_write_at_once_lose_nothing() {
    on_every_engine(|engine| async move {
        let trial = begun(&engine).await;
        let desk = &trial.town.desk;
        let id = trial.call("practice", "2026-11-24").await;
        let write = |who, body: String, of| async move {
            meeting::write(desk, who, id, &line(&body, of), DANISH)
                .await
                .unwrap()
        };
        let mut written = Vec::new();
        for round in 0..10 {
            let one = write(&trial.birthe, format!("Linje {round} fra den ene"), None);
            let other = write(&trial.mona, format!("Linje {round} fra den anden"), None);
            let (one, other) = tokio::join!(one, other);
            written.extend([one, other]);
        }
        assert_eq!(trial.read(&trial.mona, id).await.lines.len(), 20);

        let of = Some(written[0]);
        let one = write(&trial.birthe, "Rettet af den ene".into(), of);
        let other = write(&trial.mona, "Rettet af den anden".into(), of);
        let (mine, _) = tokio::join!(one, other);
        let lines = trial.read(&trial.mona, id).await.lines;
        assert_eq!(lines.len(), 21, "both corrections stand");
        let twice: Vec<&str> = lines
            .iter()
            .filter(|l| l.twice)
            .map(|l| l.body.as_str())
            .collect();
        assert_eq!(twice.len(), 2);
        assert!(!lines.iter().any(|l| l.body == "Linje 0 fra den ene"));

        let hers = meeting::take_back(desk, &trial.mona, id, mine).await;
        assert!(matches!(hers, Err(Refusal::Missing)), "only who wrote it");
        meeting::take_back(desk, &trial.birthe, id, mine)
            .await
            .unwrap();
        let lines = trial.read(&trial.mona, id).await.lines;
        assert!(
            lines
                .iter()
                .any(|l| l.body == "Rettet af den anden" && !l.twice)
        );
        assert_eq!(lines.len(), 20);
        let others = lines
            .iter()
            .find(|l| l.body == "Rettet af den anden")
            .unwrap();
        let corrected = line("Rettet igen", Some(others.id));
        let corrected = meeting::write(desk, &trial.birthe, id, &corrected, DANISH)
            .await
            .unwrap();
        meeting::take_back(desk, &trial.birthe, id, corrected)
            .await
            .unwrap();
        let lines = trial.read(&trial.mona, id).await.lines;
        assert!(
            lines.iter().any(|l| l.body == "Rettet af den anden"),
            "another's line is not hers to take back"
        );
        assert_eq!(lines.len(), 20);

        let cpr = meeting::write(
            desk,
            &trial.mona,
            id,
            &line("Hun er 010190-1234", None),
            DANISH,
        )
        .await;
        assert_eq!(super::why(cpr), ("body", Why::Cpr));
        let foreign = meeting::write(desk, &trial.mona, id, &line("x", Some(id)), DANISH).await;
        assert!(matches!(foreign, Err(Refusal::Missing)));
        meeting::close(desk, &trial.birthe, id, &super::none())
            .await
            .unwrap();
        let late = meeting::write(desk, &trial.mona, id, &line("For sent", None), DANISH).await;
        assert!(matches!(late, Err(Refusal::Done)));
    })
    .await;
}
