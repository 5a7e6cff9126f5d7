//! The pack on paper, part by part in the order it is read.
use super::words::{against, answered, changed, not_counted, question, signed};
use crate::initiative::story::hung_on;
use crate::kit::parts::quoted_text;
use samskab_app::insight::Picture;
use samskab_app::meeting::seminar::{Rival, Seen, Seminar, Theme, Tried};
use samskab_app::press::{Block, Document, Line, Words};
use samskab_domain::kernel::Language;
use samskab_locale::{Named, Texts, texts};

/// The document of a pack in `language`.
pub fn compose(seminar: &Seminar, language: Language) -> Document {
    let t = texts(language);
    let m = &seminar.meeting;
    let mut blocks = vec![
        Block::Text(Words::strong(t.hours(m.when())).into()),
        Block::Text(Line::plain(m.place.as_str())),
        Block::Text(Line::plain(t.seminar_lead())),
    ];
    blocks.extend(needs(t, seminar));
    blocks.extend(
        seminar
            .signals
            .iter()
            .flat_map(|picture| signals(t, picture)),
    );
    blocks.extend(rivals(t, &seminar.rivals));
    blocks.extend(tried(t, &seminar.tried));
    blocks.extend(questions(t, seminar));
    Document {
        language,
        title: m.title.clone(),
        above: format!(
            "{} · {} · {}",
            t.meeting_seminar(),
            m.area,
            seminar.municipality
        ),
        foot: t.paper_foot(&seminar.municipality, t.day(seminar.on)),
        blocks,
    }
}

fn needs(t: &Texts, seminar: &Seminar) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(t.seminar_needs())];
    if seminar.themes.is_empty() {
        blocks.push(Block::Text(Line::plain(t.seminar_needs_none())));
    }
    blocks.extend(seminar.themes.iter().flat_map(|theme| theme_of(t, theme)));
    if seminar.cut {
        blocks.push(Block::Aside(Line::plain(t.seminar_cut())));
    }
    blocks
}

fn theme_of(t: &Texts, theme: &Theme) -> [Block; 2] {
    let head = vec![t.seminar_need(), t.seminar_told(), t.seminar_said()];
    [
        Block::Under(theme.topic_group.name(t)),
        Block::Table {
            head,
            widths: vec![10, 5, 7],
            rows: theme.needs.iter().map(|seen| need(t, seen)).collect(),
        },
    ]
}

fn need(t: &Texts, seen: &Seen) -> Vec<Vec<Line>> {
    let language = seen.need.language();
    let mut what = vec![Line::from(
        Words::strong(seen.need.title.as_str()).in_language(language),
    )];
    if let Some(voice) = &seen.voice {
        let words = Words::quiet(quoted_text(&voice.body));
        what.push(words.in_language(voice.language()).into());
    }
    let told = vec![
        Line::plain(seen.evidence.name(t)),
        Words::quiet(seen.need.state().name(t)).into(),
    ];
    let said = seen.asked.iter();
    let said = said.map(|asked| Line::plain(answered(t, asked)));
    vec![what, told, said.collect()]
}

fn signals(t: &Texts, picture: &Picture) -> Vec<Block> {
    let heading = Block::Heading(t.seminar_signals());
    if picture.signals.is_empty() {
        let none = format!("{}. {}", t.insight_none_title(), t.insight_none_text());
        return vec![heading, Block::Text(Line::plain(none))];
    }
    let rows = picture.signals.iter().map(|signal| {
        let cells = [
            signal.topic_group.name(t),
            signal.place.clone(),
            t.insight_at_least(signal.at_least),
            against(t, signal),
        ];
        cells.map(|cell| vec![Line::plain(cell)]).to_vec()
    });
    vec![
        heading,
        Block::Text(Line::plain(t.seminar_signals_text())),
        Block::Table {
            head: vec![
                t.insight_topic(),
                t.insight_place(),
                t.insight_told(),
                t.insight_against(),
            ],
            widths: vec![3, 2, 2, 3],
            rows: rows.collect(),
        },
    ]
}

fn rivals(t: &Texts, rivals: &[Rival]) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(t.seminar_rivals())];
    if rivals.is_empty() {
        blocks.push(Block::Text(Line::plain(t.seminar_rivals_none())));
    }
    for rival in rivals {
        blocks.push(Block::Under(rival.need.title.clone()));
        if rival.differs {
            blocks.push(Block::Text(Line::plain(t.need_state_differs())));
        }
        blocks.extend(rival.notes.iter().map(|note| Block::Quote {
            words: Words::plain(note.body.as_str()).in_language(note.language()),
            by: signed(t, note),
        }));
    }
    blocks
}

fn tried(t: &Texts, all: &[Tried]) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(t.seminar_tried())];
    if all.is_empty() {
        blocks.push(Block::Text(Line::plain(t.seminar_tried_none())));
        return blocks;
    }
    let rows = all.iter().map(|tried| {
        let mut what = vec![
            Line::from(Words::strong(tried.initiative.title.as_str())),
            Words::quiet(format!("{} · {}", tried.state.name(t), t.day(tried.began))).into(),
        ];
        what.extend(not_counted(t, tried.relation).map(Line::plain));
        let changes = tried.changes.iter();
        let changes = changes.map(|change| Line::plain(changed(t, change)));
        let learnt = tried.learnt.iter().map(Line::plain);
        let hung = Some(hung_on(t, &tried.conditions)).filter(|on| !on.is_empty());
        let hung = hung.map(|on| Words::quiet(on).into());
        vec![what, changes.collect(), learnt.chain(hung).collect()]
    });
    blocks.push(Block::Table {
        head: vec![
            t.seminar_initiative(),
            t.initiative_change_step(),
            t.seminar_learnt(),
        ],
        widths: vec![6, 8, 8],
        rows: rows.collect(),
    });
    blocks
}

fn questions(t: &Texts, seminar: &Seminar) -> Vec<Block> {
    let heading = Block::Heading(t.seminar_questions());
    if seminar.questions.is_empty() {
        return vec![
            heading,
            Block::Text(Line::plain(t.seminar_questions_none())),
        ];
    }
    let asked = seminar.questions.iter();
    let asked = asked.map(|(ask, about)| Line::plain(question(t, *ask, about)));
    vec![heading, Block::List(asked.collect())]
}
