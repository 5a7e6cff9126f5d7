//! Each step of a story in words: the same on the page and on paper.
use crate::kit::parts::{offer_name, quoted_text};
use samskab_app::initiative::{At, Event, Whose};
use samskab_app::trail::{Link, Step};
use samskab_domain::answer::Along;
use samskab_domain::initiative::NoteKind;
use samskab_domain::initiative::ending::Condition;
use samskab_domain::meeting::State;
use samskab_domain::need::Succession;
use samskab_domain::task;
use samskab_locale::{Named, Texts};

/// A step as it is told.
#[derive(Default)]
pub struct Told {
    pub title: String,
    pub lines: Vec<String>,
    /// Where one reads on, and what stands there.
    pub link: Option<(String, String)>,
    /// A role of an organisation.
    pub whose: Option<String>,
    /// How much it matters where not all can stand: 5 is what no telling of the story can do without.
    pub weight: u8,
}

impl Told {
    fn new(weight: u8, title: String) -> Self {
        Self {
            title,
            weight,
            ..Self::default()
        }
    }

    fn line(mut self, line: impl Into<String>) -> Self {
        let line = line.into();
        if !line.trim().is_empty() {
            self.lines.push(line);
        }
        self
    }

    fn to(mut self, stage: &str, link: &Link) -> Self {
        self.link = Some((format!("/{stage}/{}", link.id), link.title.clone()));
        self
    }
}

/// A step in words.
pub fn told(t: &Texts, step: &At) -> Told {
    let told = match &step.event {
        Event::Before(before) => of_the_need(t, before),
        event => of_its_own(t, event),
    };
    let whose = step.whose.as_ref().map(|whose| named(t, whose));
    Told { whose, ..told }
}

fn named(t: &Texts, whose: &Whose) -> String {
    match whose.role {
        Some(role) => format!("{}, {}", role.name(t), whose.organisation),
        None => whose.organisation.clone(),
    }
}

/// A need became another, as a sentence.
pub fn became(t: &Texts, kind: Succession) -> String {
    match kind {
        Succession::Merged => t.trail_merged(),
        Succession::Split => t.trail_split(),
        Succession::Superseded => t.trail_superseded(),
    }
}

/// What the trail of the need tells.
fn of_the_need(t: &Texts, step: &Step) -> Told {
    match step {
        Step::Received => Told::new(3, t.trail_received()),
        Step::Gathered { .. } => Told::new(2, t.trail_gathered()),
        Step::Became { need, kind, .. } => Told::new(1, became(t, *kind)).to("needs", need),
        Step::Asked { organisations, .. } => {
            Told::new(2, t.trail_asked()).line(organisations.join(", "))
        }
        Step::Answered {
            organisation,
            kind,
            meaning,
            ..
        } => Told::new(4, quoted_text(&kind.name(t))).line(format!("{organisation}: {meaning}")),
        Step::Along {
            organisation,
            along,
            reason,
            until,
            ..
        } => {
            let title = match (along, until) {
                (Along::Extended, Some(until)) => t.way_extended(t.day(*until)),
                _ => along.name(t),
            };
            let reason = reason.as_deref().unwrap_or_default();
            let line = match reason.is_empty() {
                true => organisation.clone(),
                false => format!("{organisation}: {reason}"),
            };
            Told::new(1, title).line(line)
        }
        Step::Done { organisation, .. } => Told::new(4, t.trail_done(organisation)),
        Step::Felt {
            organisation,
            observers,
            users,
        } => Told::new(3, t.felt_question())
            .line(t.felt_answered_by(organisation))
            .line(format!("{} {}", t.felt_observers(), observers.name(t)))
            .line(format!("{} {}", t.felt_users(), users.name(t))),
        Step::WillAsk { organisation, on } => {
            Told::new(1, t.trail_will_ask()).line(t.trail_will_ask_text(organisation, t.day(*on)))
        }
        Step::Tried { initiative, .. } => {
            Told::new(2, t.trail_initiative()).to("initiatives", initiative)
        }
        Step::Changed {
            organisation, what, ..
        } => Told::new(4, t.trail_changed(organisation)).line(what),
        Step::Ended { learnt, .. } => Told::new(4, t.trail_ended()).line(learnt),
        Step::Offered { offer, effect } => Told::new(4, offer_name(t, *effect)).to("offers", offer),
        Step::Awaited { organisation, due } => {
            Told::new(1, t.trail_awaited(organisation)).line(t.trail_awaited_text(t.day(*due)))
        }
    }
}

/// What happened in the initiative.
fn of_its_own(t: &Texts, event: &Event) -> Told {
    match event {
        Event::Before(step) => of_the_need(t, step),
        Event::Seen { observation } => Told {
            link: Some((
                format!("/observations/{observation}"),
                t.initiative_read_story(),
            )),
            ..Told::new(3, t.initiative_story_seen())
        },
        Event::Written { need } => Told::new(3, t.initiative_story_written()).to("needs", need),
        Event::Began {
            lane,
            problem,
            until,
        } => {
            let title = match lane {
                true => t.initiative_story_began_small(),
                false => t.initiative_story_began(),
            };
            let until = until.map(|day| t.initiative_story_until(t.day(day)));
            Told::new(5, title)
                .line(problem)
                .line(until.unwrap_or_default())
        }
        Event::Joined { organisation, aim } => {
            let aim = aim.as_deref().map(|aim| t.initiative_story_aim(aim));
            Told::new(2, t.initiative_story_joined(organisation)).line(aim.unwrap_or_default())
        }
        Event::LeftIt { organisation } => Told::new(2, t.initiative_story_left(organisation)),
        Event::FoundLate { item, why } => Told::new(2, t.initiative_found_late())
            .line(why.as_deref().unwrap_or_default())
            .to("frames", item),
        Event::HandedOver {
            handover,
            recipient,
        } => Told {
            link: Some((
                format!("/handovers/{handover}"),
                t.initiative_story_read_handover(),
            )),
            ..Told::new(3, t.initiative_story_handed_over(recipient))
        },
        Event::HandoverAnswered {
            handover,
            recipient,
            outcome,
            text,
        } => Told {
            link: Some((
                format!("/handovers/{handover}"),
                t.initiative_story_read_handover(),
            )),
            ..Told::new(3, t.initiative_story_handover_answered(recipient))
                .line(outcome.name(t))
                .line(text.as_deref().unwrap_or_default())
        },
        Event::Task { what, step } => {
            let title = match step {
                task::Step::GivenBack => t.initiative_story_task_given_back(),
                task::Step::Done => t.initiative_story_task_done(),
                _ => t.initiative_story_task_taken(),
            };
            Told::new(1, title).line(what)
        }
        Event::Offered { offer, effect } => {
            Told::new(4, offer_name(t, *effect)).to("offers", offer)
        }
        Event::Understood { body } => Told::new(2, t.initiative_story_understood()).line(body),
        Event::Paused { why } => {
            Told::new(2, t.initiative_story_paused()).line(why.as_deref().unwrap_or_default())
        }
        Event::Resumed => Told::new(2, t.initiative_story_resumed()),
        Event::Ended {
            learnt,
            ended_as,
            conditions,
        } => Told::new(5, t.trail_ended())
            .line(learnt)
            .line(ended_as.map(|how| how.name(t)).unwrap_or_default())
            .line(hung_on(t, conditions)),
        Event::Until { day } => Told::new(2, t.initiative_story_until(t.day(*day))),
        Event::Met { .. } | Event::Noted { .. } => met(t, event),
        Event::Agreed { .. } | Event::CameOf { .. } => changed(t, event),
    }
}

/// Which of the area's conditions an ending hung on.
pub(crate) fn hung_on(t: &Texts, conditions: &[Condition]) -> String {
    let names: Vec<String> = conditions
        .iter()
        .map(|condition| condition.name(t))
        .collect();
    match names.is_empty() {
        true => String::new(),
        false => t.initiative_story_hung_on(names.join(", ")),
    }
}

fn met(t: &Texts, event: &Event) -> Told {
    match event {
        Event::Met {
            meeting,
            purpose,
            state,
            changes,
        } => {
            let none = *state == State::Closed && purpose.asks_for_change() && *changes == 0;
            let came_of = match (none, changes) {
                (true, _) => t.meeting_none(),
                (false, 0) => String::new(),
                (false, changes) => t.initiative_story_changes(*changes),
            };
            Told::new(2, t.initiative_story_met(purpose.name(t)))
                .line(came_of)
                .to("meetings", meeting)
        }
        Event::Noted { kind, body } => {
            let title = match kind {
                NoteKind::Meeting => t.initiative_meeting(),
                NoteKind::Note => t.initiative_note(),
            };
            Told::new(1, title).line(body)
        }
        _ => Told::default(),
    }
}

fn changed(t: &Texts, event: &Event) -> Told {
    let to = |told: Told, change: &Link| Told {
        link: Some((
            format!("/changes/{}/outcome", change.id),
            change.title.clone(),
        )),
        ..told
    };
    match event {
        Event::Agreed {
            change,
            who,
            organisation,
            from,
            notice,
        } => {
            let from = from.map(|day| t.day(day)).unwrap_or_default();
            let told = Told::new(4, t.initiative_change_step())
                .line(t.initiative_change_by(who, organisation, from))
                .line(format!("{} {notice}", t.initiative_change_notice()));
            to(told, change)
        }
        Event::CameOf {
            change,
            outcome,
            note,
        } => {
            let told = Told::new(3, outcome.name(t)).line(note.as_deref().unwrap_or_default());
            to(told, change)
        }
        _ => Told::default(),
    }
}
