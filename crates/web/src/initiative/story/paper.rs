//! The story on one sheet: all of it where it fits, else what matters most, and how much that is.
use super::told::{Told, told};
use crate::kit::paper::{blank, pdf};
use crate::kit::parts::beginning;
use crate::kit::{Answer, Visitor};
use samskab_app::initiative::{At, Story};
use samskab_app::press::{Block, Document, Line, Press, Printed, Unprintable, Words};
use samskab_app::press::{on_one_page, print as print_it};
use samskab_domain::calendar::Day;
use samskab_domain::kernel::{Coded, Language};
use samskab_locale::Texts;

/// So much of each text stands where all of the story has room; and where it has not.
const LONG: usize = 420;
const SHORT: usize = 150;
/// So much of the problem, whose page tells the rest.
const PROBLEM: usize = 500;

/// What the sheet is made of.
struct Sheet {
    t: &'static Texts,
    blank: Document,
    story: Story,
    /// Where all of it stands.
    address: String,
    steps: Vec<(At, Told)>,
}

pub(super) async fn print(v: &Visitor, story: Story) -> Answer {
    let t = v.t;
    let i = &story.initiative;
    let path = v.at(&format!("/initiatives/{}/story", i.id));
    let sheet = Sheet {
        t,
        blank: blank(v, t, &i.title, &t.initiative_story_kind(&i.area)),
        address: format!("{}{path}", v.site.settings.base_url),
        steps: story
            .steps
            .iter()
            .map(|step| (step.clone(), told(t, step)))
            .collect(),
        story,
    };
    let printed = print_it(v.desk(), move |press| sheet.set(press)).await?;
    Ok(pdf(printed, t.initiative_story_file().as_str()))
}

impl Sheet {
    fn set(&self, press: &dyn Press) -> Result<Printed, Unprintable> {
        let all = self.steps.len();
        let whole = press.set(&self.document(all, LONG))?;
        if whole.pages <= 1 {
            return Ok(whole);
        }
        on_one_page(press, all, |many| self.document(many, SHORT))
    }

    /// With the `many` steps that matter most, in the order they happened.
    fn document(&self, many: usize, length: usize) -> Document {
        let (t, i) = (self.t, &self.story.initiative);
        let written = Language::from_code(&i.language).unwrap_or_default();
        let problem = Words::plain(beginning(&one_line(&i.problem), PROBLEM)).in_language(written);
        let mut blocks = vec![
            Block::Text(problem.into()),
            Block::Facts(vec![(
                t.initiative_who(),
                Line::plain(self.story.parties.join(", ")),
            )]),
            Block::Table {
                head: vec![
                    t.initiative_story_when(),
                    t.initiative_story_what(),
                    t.initiative_story_whose(),
                ],
                widths: vec![5, 13, 6],
                rows: self
                    .kept(many)
                    .map(|(at, told)| row(t, at, told, length))
                    .collect(),
            },
        ];
        if many < self.steps.len() {
            let left = t.initiative_story_left_out(many, self.steps.len());
            blocks.push(Block::Aside(Line::plain(left)));
            blocks.push(Block::Aside(Line::plain(self.address.as_str())));
        }
        Document {
            blocks,
            ..self.blank.clone()
        }
    }

    /// Of those that matter as much, the latest first.
    fn kept(&self, many: usize) -> impl Iterator<Item = &(At, Told)> {
        let mut places: Vec<usize> = (0..self.steps.len()).collect();
        places.sort_by_key(|place| {
            let weight = self.steps.get(*place).map_or(0, |(_, told)| told.weight);
            std::cmp::Reverse((weight, *place))
        });
        places.truncate(many);
        places.sort_unstable();
        places.into_iter().filter_map(|place| self.steps.get(place))
    }
}

fn row(t: &Texts, at: &At, told: &Told, length: usize) -> Vec<Vec<Line>> {
    let day = t.day(Day::of(at.at));
    let when = match at.to_come {
        true => vec![
            Line::plain(day),
            Words::quiet(t.initiative_story_to_come()).into(),
        ],
        false => vec![Line::plain(day)],
    };
    let mut what = vec![Line::from(Words::strong(told.title.as_str()))];
    if let Some((_, label)) = &told.link {
        what.push(Line::plain(beginning(&one_line(label), length)));
    }
    let text = told.lines.iter().map(|line| one_line(line));
    let text = text.collect::<Vec<_>>().join("\u{a0}· ");
    if !text.is_empty() {
        what.push(Words::quiet(beginning(&text, length)).into());
    }
    let whose = told.whose.as_deref().unwrap_or_default();
    vec![when, what, vec![Words::quiet(whose).into()]]
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
