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
        match self.work(&claimed).await {
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
