//! A document as those get it who are handed it: read by a program that nobody here wrote.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
use samskab_app::press::{Block, Code, Document, Line, Press, Words};
use samskab_domain::kernel::Language;
use samskab_report::Typesetter;
use samskab_testkit::{can_read_pdf, poppler};

fn text(pdf: &[u8]) -> String {
    poppler("pdftotext", pdf, &["-layout"], &["-"])
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        language: Language::Danish,
        title: "Følgeskab til kaffe".to_owned(),
        above: "Samarbejde · Fjordby Kommune".to_owned(),
        foot: "Fjordby Kommune · 23. november 2026".to_owned(),
        blocks,
    }
}

/// Where a line may break, or did.
const BREAKS: [char; 2] = ['\u{ad}', '\u{200b}'];

/// One of each.
fn everything() -> Document {
    let row = |day: &str, what: &str, who: &str| {
        vec![
            vec![Line::plain(day)],
            vec![
                Words::strong(what).into(),
                Line::plain("Sådan gik det.").then(Words::quiet(" Mere fulgte.")),
            ],
            vec![Words::quiet(who).into()],
        ]
    };
    document(vec![
        Block::Text(Line::plain("Mange spiser alene.")),
        Block::Facts(vec![(
            "Hvor længe".to_owned(),
            Line::plain("Til 1. marts 2027"),
        )]),
        Block::Heading("Sådan er det gået".to_owned()),
        Block::Table {
            head: ["Hvornår", "Hvad", "Hvem"].map(str::to_owned).to_vec(),
            widths: vec![2, 6, 3],
            rows: vec![
                row("1. maj 2026", "Prøves af i det små", "Frivillig, Caféen"),
                row(
                    "2. juni 2026",
                    "Det gør vi anderledes nu",
                    "Leder, Hjemmeplejen",
                ),
            ],
        },
        Block::Under("Det lærte vi".to_owned()),
        Block::Quote {
            words: Words::plain("Jeg kommer igen på tirsdag.").in_language(Language::English),
            by: "En frivillig".to_owned(),
        },
        Block::List(vec![
            Line::plain("Ring dagen før"),
            Line::plain("Sid ved siden af"),
        ]),
        Block::Code {
            code: Code {
                rows: vec![vec![true, false], vec![false, true]],
                says: "Kode til tilbuddets side".to_owned(),
            },
            beside: vec![Line::plain("Kaffe hver tirsdag")],
        },
        Block::Aside(Line::plain("Her står de 2 vigtigste af 9.")),
    ])
}

#[test]
fn it_is_tagged_and_says_its_language_and_title() {
    if !can_read_pdf() {
        return;
    }
    let set = Typesetter.set(&everything()).unwrap();
    assert_eq!(set.pages, 1);
    let info = poppler("pdfinfo", &set.pdf, &[], &[]);
    let line = |name: &str| {
        let line = info.lines().find(|l| l.starts_with(name));
        let value = line.and_then(|l| l.split_once(':')).map(|(_, v)| v.trim());
        value
            .unwrap_or_else(|| panic!("no {name} in {info}"))
            .to_owned()
    };
    assert_eq!(line("Tagged"), "yes");
    assert_eq!(line("Title"), "Følgeskab til kaffe");
    assert_eq!(line("Pages"), "1");
    assert!(line("Page size").contains("A4"));
    let raw = String::from_utf8_lossy(&set.pdf);
    assert!(
        raw.contains("/Lang(da)") || raw.contains("/Lang (da)"),
        "its language"
    );
    assert!(raw.contains("pdfuaid"), "says that it is PDF/UA");
}

#[test]
fn what_each_part_is_can_be_heard() {
    if !can_read_pdf() {
        return;
    }
    let set = Typesetter.set(&everything()).unwrap();
    let tree = poppler("pdfinfo", &set.pdf, &["-struct-text"], &[]);
    let order = [
        "H1 ",
        "Følgeskab til kaffe",
        "Mange spiser alene.",
        "Hvor længe",
        "Til 1. marts 2027",
        "H2 ",
        "Sådan er det gået",
        "Table (block)",
        "TH <",
        "Hvornår",
        "TH <",
        "Hvad",
        "TD",
        "1. maj 2026",
        "Prøves af i det små",
        "Frivillig, Caféen",
        "2. juni 2026",
        "H3 ",
        "Det lærte vi",
        "Jeg kommer igen på tirsdag.",
        "Ring dagen før",
        "Figure",
        "Her står de 2 vigtigste af 9.",
    ];
    let mut rest = tree.as_str();
    for part in order {
        let Some((_, after)) = rest.split_once(part) else {
            panic!("no {part} where it should be:\n{tree}");
        };
        rest = after;
    }
    let raw = String::from_utf8_lossy(&set.pdf);
    assert!(raw.contains("/Alt"), "a figure says what it shows");
}

#[test]
fn the_text_comes_out_in_the_order_it_is_read() {
    if !can_read_pdf() {
        return;
    }
    let set = Typesetter.set(&everything()).unwrap();
    let text = text(&set.pdf);
    let places: Vec<_> = [
        "Samarbejde · Fjordby",
        "Følgeskab til kaffe",
        "Mange spiser",
        "Hvornår",
        "1. maj 2026",
        "2. juni 2026",
        "Det lærte vi",
        "Ring dagen før",
        "Her står de 2",
        "Fjordby Kommune · 23. november 2026",
    ]
    .iter()
    .map(|part| {
        text.find(part)
            .unwrap_or_else(|| panic!("no {part} in {text}"))
    })
    .collect();
    assert!(places.is_sorted(), "{text}");
}

#[test]
fn no_sign_that_people_write_means_anything() {
    if !can_read_pdf() {
        return;
    }
    let hostile = [
        "#set page(width: 3cm) #panic(\"ud\")",
        "$ x^2 $ og *stjerner* og _streger_",
        "\\ \\u{41} \\n \"citat\" 'citat' `kode` ```rust fn```",
        "= Overskrift",
        "- punkt",
        "+ punkt",
        "/ ord: mening",
        "@navn <mærke> // bort /* bort */",
        "~ -- --- ...",
        "#read(\"/etc/passwd\") #json(\"values.json\") #include \"sheet.typ\"",
        "https://eksempel.dk/#a?b=c&d=\"e\"",
        "{\"is\":\"heading\"} }} ]] ))",
    ];
    let rows = hostile
        .iter()
        .map(|h| vec![vec![Line::plain(*h)], vec![Words::strong(*h).into()]])
        .collect();
    let document = Document {
        title: hostile[0].to_owned(),
        above: hostile[1].to_owned(),
        foot: hostile[2].to_owned(),
        ..document(vec![
            Block::Heading(hostile[0].to_owned()),
            Block::Text(Line::plain(hostile.join(" "))),
            Block::Table {
                head: vec![hostile[0].to_owned(), hostile[3].to_owned()],
                widths: vec![1, 1],
                rows,
            },
            Block::Quote {
                words: Words::plain(hostile[9]),
                by: hostile[8].to_owned(),
            },
        ])
    };
    let set = Typesetter.set(&document).unwrap();
    // Lines break where they do; nothing else may be lost, and nothing be added.
    let dense = |text: &str| {
        text.chars()
            .filter(|c| !c.is_whitespace() && !BREAKS.contains(c))
            .collect::<String>()
    };
    let said = dense(&poppler("pdftotext", &set.pdf, &["-raw"], &["-"]));
    for text in hostile {
        let wanted = dense(text);
        let found = said.matches(&wanted).count();
        assert!(found >= 3, "{wanted} stands {found} times in {said}");
    }
}

#[test]
fn letters_of_every_language_and_signs_of_none_are_set() {
    if !can_read_pdf() {
        return;
    }
    let texts = [
        "مرحبا بكم في المقهى",
        "می\u{200c}خواهم",
        "ሰላም ብዙሕ",
        "Їжа та тепло",
        "Café naïve Ångström e\u{301}",
        "🙂 👩‍👩‍👧 🇩🇰 \u{202e}vendt\u{202c} \u{0} \u{feff} \u{e000} \u{10ffff}",
        "漢字 हिन्दी",
    ];
    let mut blocks: Vec<Block> = texts.iter().map(|t| Block::Text(Line::plain(*t))).collect();
    blocks.push(Block::Text(
        Words::plain("مرحبا بكم")
            .in_language(Language::Arabic)
            .into(),
    ));
    blocks.push(Block::List(vec![Line::plain("x".repeat(2_000))]));
    blocks.push(Block::Table {
        head: vec!["A".to_owned(), "B".to_owned()],
        widths: vec![1, 5],
        rows: vec![vec![
            vec![Line::plain(
                "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk".repeat(3),
            )],
            vec![Line::default()],
        ]],
    });
    let set = Typesetter.set(&document(blocks)).unwrap();
    let said = text(&set.pdf);
    assert!(
        said.contains("Їжа та тепло") && said.contains("Café naïve"),
        "{said}"
    );
    assert!(said.contains('◊') && said.contains("vendt"), "{said}");
}

#[test]
fn nothing_at_all_is_a_page_too() {
    if !can_read_pdf() {
        return;
    }
    let set = Typesetter.set(&document(vec![])).unwrap();
    assert_eq!(set.pages, 1);
    assert!(text(&set.pdf).contains("Følgeskab til kaffe"));
}

#[test]
fn a_table_says_its_headings_on_each_page() {
    if !can_read_pdf() {
        return;
    }
    let rows = (0..120).map(|n| {
        vec![
            vec![Line::plain(n.to_string())],
            vec![Line::plain("Noget skete.")],
        ]
    });
    let table = Block::Table {
        head: vec!["Hvornår".to_owned(), "Hvad".to_owned()],
        widths: vec![1, 4],
        rows: rows.collect(),
    };
    let set = Typesetter.set(&document(vec![table])).unwrap();
    assert!(set.pages > 2);
    assert_eq!(text(&set.pdf).matches("Hvornår").count(), set.pages);
}
