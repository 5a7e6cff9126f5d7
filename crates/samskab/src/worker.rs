//! Does the jobs that wait, one at a time, until the program stops.
use samskab_app::meeting::seminar;
use samskab_app::{
    Desk, Outcome, Refusal, answer, fault, felt, import, job, likeness, mail, notice, upkeep,
};
use samskab_domain::kernel::Id;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// What the worker works with.
pub struct Worker {
    pub desk: Desk,
    pub post: Arc<dyn mail::Post>,
    pub base_url: String,
    /// Looks whether links lead anywhere, where the operator lets it.
    pub web: Option<Arc<dyn upkeep::Web>>,
}

/// How often an idle worker looks.
const LOOK: Duration = Duration::from_secs(1);

impl Worker {
    /// Works until `stop` says so; a job begun is finished first.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let worked = match self.one().await {
                Ok(worked) => worked,
                Err(error) => {
                    tracing::error!(%error, "the worker could not look for jobs");
                    false
                }
            };
            if !worked {
                tokio::select! {
                    () = tokio::time::sleep(LOOK) => {}
                    changed = stop.changed() => if changed.is_err() { return },
                }
            }
        }
    }

    /// Does the next job that is due; says whether there was one.
    pub async fn one(&self) -> Outcome<bool> {
        let Some(claimed) = job::claim(&self.desk).await? else {
            return Ok(false);
        };
        let went = if claimed.spent() {
            Err(Refusal::Missing)
        } else {
            self.work(&claimed).await
        };
        match went {
            Ok(()) => job::finish(&self.desk, &claimed).await?,
            Err(refusal) => {
                tracing::warn!(job = %claimed.id, reason = %refusal, "a job did not go well");
                if job::give_up_or_retry(&self.desk, &claimed).await? {
                    self.given_up(&claimed).await?;
                }
            }
        }
        Ok(true)
    }

    /// What waits for a job that is not tried again waits no longer.
    async fn given_up(&self, claimed: &job::Claimed) -> Outcome<()> {
        let municipality = claimed.municipality_id;
        if let Some(mail) = named(claimed, "mail") {
            mail::give_up(&self.desk, municipality, mail).await?;
        }
        if let Some(paper) = named(claimed, "paper") {
            seminar::give_up(&self.desk, municipality, paper).await?;
        }
        Ok(())
    }

    async fn work(&self, claimed: &job::Claimed) -> Outcome<()> {
        let municipality = claimed.municipality_id;
        match claimed.kind() {
            Some(job::Kind::SendMail) => {
                let id = named(claimed, "mail").ok_or(Refusal::Missing)?;
                mail::send(
                    &self.desk,
                    self.post.as_ref(),
                    &self.base_url,
                    municipality,
                    id,
                )
                .await
            }
            Some(job::Kind::CleanUp) => job::clean_up(&self.desk, municipality).await,
            Some(job::Kind::AskWhetherFelt) => {
                let answer = named(claimed, "answer").ok_or(Refusal::Missing)?;
                felt::ask(&self.desk, municipality, answer).await
            }
            Some(job::Kind::AskWhetherStillRight) => upkeep::remind(&self.desk, municipality).await,
            Some(job::Kind::CheckForms) => upkeep::check_forms(&self.desk, municipality).await,
            Some(job::Kind::LookAtLink) => {
                upkeep::look_at_link(&self.desk, self.web.as_deref(), municipality).await
            }
            Some(job::Kind::LookForAlike) => upkeep::compare(&self.desk, municipality).await,
            Some(job::Kind::FollowJournal) => notice::follow(&self.desk, municipality).await,
            Some(job::Kind::TellNews) => {
                let person = named(claimed, "person").ok_or(Refusal::Missing)?;
                notice::tell(&self.desk, municipality, person).await
            }
            Some(job::Kind::LookAtAnswer) => {
                let answer = named(claimed, "answer").ok_or(Refusal::Missing)?;
                answer::look(&self.desk, municipality, answer).await
            }
            Some(job::Kind::TellOutcome) => {
                let id = named(claimed, "fault").ok_or(Refusal::Missing)?;
                let post = self.post.as_ref();
                fault::tell(&self.desk, post, &self.base_url, municipality, id).await
            }
            Some(job::Kind::LearnWords) => {
                let need = named(claimed, "need").ok_or(Refusal::Missing)?;
                likeness::learn(&self.desk, municipality, need).await
            }
            Some(job::Kind::LookAtFile) => {
                let run = named(claimed, "run").ok_or(Refusal::Missing)?;
                import::look_on(&self.desk, municipality, run).await
            }
            Some(job::Kind::BringIn) => {
                let run = named(claimed, "run").ok_or(Refusal::Missing)?;
                import::go_on(&self.desk, municipality, run).await
            }
            Some(job::Kind::TakeBack) => {
                let run = named(claimed, "run").ok_or(Refusal::Missing)?;
                import::go_back(&self.desk, municipality, run).await
            }
            Some(job::Kind::MakePaper) => {
                let paper = named(claimed, "paper").ok_or(Refusal::Missing)?;
                seminar::make(&self.desk, municipality, paper, samskab_web::seminar_paper).await
            }
            None => Err(Refusal::Missing),
        }
    }
}

/// The id a job's payload has under `name`.
fn named(claimed: &job::Claimed, name: &str) -> Option<Id> {
    claimed.payload.get(name)?.as_str()?.parse().ok()
}

#[cfg(test)]
#[allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
mod tests {
    use super::*;
    use async_trait::async_trait;
    use samskab_app::mail::Letter;
    use samskab_app::meeting::{self, Of};
    use samskab_database::{Sql, sql};
    use samskab_domain::access::Role;
    use samskab_domain::kernel::{Language, Moment};
    use samskab_domain::meeting::Draft;
    use samskab_domain::meeting::seminar::Progress;
    use samskab_testkit::{Town, on_every_engine};

    /// A post box without a bottom.
    struct Nowhere;

    #[async_trait]
    impl mail::Post for Nowhere {
        async fn carry(&self, _: Letter) -> Result<(), String> {
            Ok(())
        }
    }

    async fn run(desk: &Desk, sql: Sql) {
        let mut tx = desk.db.write().await.unwrap();
        tx.run(sql).await.unwrap();
        tx.commit().await.unwrap();
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_pack_that_cannot_be_made_is_given_up_and_may_be_asked_for_again() {
        on_every_engine(|engine| async move {
            let town = Town::new(&engine).await;
            let nadia = town.member_of(Role::Facilitator, town.public).await;
            let draft = Draft {
                purpose: "knowledge".into(),
                title: "En dag om at være ældre".into(),
                day: "2026-12-10".into(),
                place: "Biblioteket".into(),
                seminar: true,
                ..Draft::default()
            };
            let of = Of::Area(town.area);
            let danish = Language::Danish;
            let seminar = meeting::call(&town.desk, &nadia, of, &draft, danish).await;
            let seminar = seminar.unwrap();
            let paper = seminar::order(&town.desk, &nadia, seminar, danish).await;
            let paper = paper.unwrap();
            // Whoever looks up who is in what finds nothing there.
            let away = sql!("alter table initiative_party rename to put_away");
            run(&town.desk, away).await;
            let worker = Worker {
                desk: town.desk.clone(),
                post: Arc::new(Nowhere),
                base_url: String::new(),
                web: None,
            };
            let state = async || {
                let paper = seminar::paper(&town.desk, &nadia, paper).await;
                paper.unwrap().state()
            };
            let mut tries = 0;
            while state().await != Progress::Failed {
                assert!(tries < 20, "it is never given up");
                while worker.one().await.unwrap() {}
                town.clock.advance(65 * 60 * Moment::SECOND);
                tries += 1;
            }
            assert!(tries > 1, "it is tried again before it is given up");
            let back = sql!("alter table put_away rename to initiative_party");
            run(&town.desk, back).await;
            let again = seminar::order(&town.desk, &nadia, seminar, danish).await;
            assert_ne!(again.unwrap(), paper);
        })
        .await;
    }
}
