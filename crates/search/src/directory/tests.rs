//! What a small directory finds.
use super::*;
use proptest::prelude::*;

fn offer(id: u128, tongue: Tongue, title: &str, body: &str) -> Document {
    Document {
        id,
        texts: vec![Text {
            tongue,
            title: title.into(),
            body: body.into(),
        }],
        facts: Facts {
            sort_key: title.to_lowercase().into_bytes(),
            fresh_until: ALWAYS,
            trusted_until: ALWAYS,
            ..Facts::default()
        },
        quiet: false,
    }
}

fn few() -> Vec<Document> {
    let da = Tongue::Danish;
    let mut few = vec![
        offer(
            1,
            da,
            "Torsdagskaffe",
            "Kom forbi og drik en kop med os på havnen.",
        ),
        offer(
            2,
            da,
            "Sprogcafé",
            "Øv dig i at tale dansk sammen med frivillige.",
        ),
        offer(
            3,
            da,
            "Besøgsven",
            "En frivillig kommer hjem til dig og snakker.",
        ),
        offer(
            4,
            da,
            "Madklub i køkkenet",
            "Vi laver mad og spiser sammen.",
        ),
        offer(5, da, "Lektiehjælp", "Hjælp til skolen for børn og unge."),
        offer(6, da, "Åben rådgivning", "Råd om breve, penge og bolig."),
    ];
    few[4].texts.push(Text {
        tongue: Tongue::Arabic,
        title: "مساعدة في الواجبات المدرسية".into(),
        body: String::new(),
    });
    few[0].texts.push(Text {
        tongue: Tongue::Other,
        title: "Aktivitetshuset Kilden".into(),
        body: String::new(),
    });
    few
}

fn directory(documents: Vec<Document>) -> Directory {
    let directory = Directory::in_memory().unwrap();
    directory.change([], documents, "").unwrap();
    directory
}

#[test]
fn more_come_in_than_may_wait_at_once() {
    let many = (1..=500).map(|id| offer(id, Tongue::Danish, "Torsdagskaffe", "Kom forbi."));
    let directory = directory(many.collect());
    assert_eq!(directory.len(), 500);
    let batches = [Ok::<_, Error>(few()), Ok(few())];
    let refused: std::result::Result<(), Error> = directory.rebuild(batches, "");
    refused.unwrap();
    assert_eq!(directory.len(), 12);
}

fn found(directory: &Directory, typed: &str) -> Vec<u128> {
    let wish = Wish {
        typed,
        ..Wish::default()
    };
    let found = directory.search(&wish).unwrap();
    found.hits.iter().map(|hit| hit.id).collect()
}

#[test]
fn words_are_found_in_other_forms_parts_and_spellings() {
    let directory = directory(few());
    for (typed, first) in [
        ("kaffe", 1),
        ("sprogcafe", 2),
        ("sprogcaféer", 2),
        ("sporgcafe", 2),
        ("cafe", 2),
        ("besøgsvenner", 3),
        ("koekken", 4),
        ("kokkenet", 4),
        ("aaben raadgivning", 6),
        ("børnenes lektier", 5),
        ("hvor kan jeg få råd om penge?", 6),
        ("مدرسة", 5),
        ("kilden", 1),
        // A slip in a form that stands nowhere.
        ("للواجابت", 5),
    ] {
        assert_eq!(found(&directory, typed).first(), Some(&first), "{typed}");
    }
}

#[test]
fn any_word_may_match_and_more_is_better() {
    let directory = directory(few());
    let ids = found(&directory, "frivillig kommer hjem");
    assert_eq!(ids.first(), Some(&3));
    assert!(ids.contains(&2), "{ids:?}");
}

#[test]
fn what_is_changed_and_taken_out_is_seen_at_once_and_kept_in_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let kept = Directory::open(folder.path()).unwrap();
    kept.change([], few(), "7").unwrap();
    let renamed = offer(1, Tongue::Danish, "Fredagste", "Te på havnen");
    kept.change([2], [renamed], "8").unwrap();
    assert_eq!(found(&kept, "fredagste"), [1]);
    assert!(!found(&kept, "sprogcafé").contains(&2));
    drop(kept);
    let again = Directory::open(folder.path()).unwrap();
    assert_eq!(again.len(), 5);
    assert_eq!(again.mark().unwrap().as_deref(), Some("8"));
    let one = few().into_iter().take(1).collect();
    again.rebuild::<Error>([Ok(one)], "9").unwrap();
    assert_eq!(found(&again, ""), [1]);
}

#[test]
fn a_list_is_narrowed_counted_and_ordered() {
    let mut documents = few();
    let (bus, talk) = (Label::new(1, "bus"), Label::new(1, "talk"));
    let arabic = Label::new(2, "ar");
    documents[0].facts.labels = vec![bus, arabic];
    documents[1].facts.labels = vec![talk];
    documents[2].facts.labels = vec![talk, arabic];
    documents[2].facts.trusted_until = 99;
    let directory = directory(documents);
    let wish = |labels: &[Label]| {
        let wish = Wish {
            labels: labels.to_vec(),
            today: 100,
            ..Wish::default()
        };
        directory.search(&wish).unwrap()
    };
    let ids = |found: &Found| found.hits.iter().map(|hit| hit.id).collect::<Vec<_>>();
    assert_eq!(ids(&wish(&[])), [5, 4, 2, 1, 6, 3]);
    let talking = wish(&[talk]);
    assert_eq!(ids(&talking), [2, 3], "whom nobody vouches for comes last");
    assert_eq!((talking.counts[&bus], talking.counts[&talk]), (1, 2));
    assert_eq!(talking.counts[&arabic], 1);
    assert_eq!(ids(&wish(&[talk, bus])), [2, 1, 3]);
    assert_eq!(ids(&wish(&[talk, arabic])), [3]);
}

#[test]
fn the_nearer_comes_first_and_the_far_is_left_out() {
    let mut documents = vec![
        offer(1, Tongue::Danish, "Kaffe", "Kaffe"),
        offer(2, Tongue::Danish, "Kaffe", "Kaffe"),
    ];
    let here = Point {
        latitude: 57.0,
        longitude: 9.9,
    };
    documents[0].facts.place = Some(Point {
        latitude: 57.3,
        ..here
    });
    documents[1].facts.place = Some(here);
    let directory = directory(documents);
    let near = |within| {
        Some(Near {
            point: here,
            within,
            or: None,
        })
    };
    let ids = |near| {
        let wish = Wish {
            typed: "kaffe",
            near,
            ..Wish::default()
        };
        let found = directory.search(&wish).unwrap();
        found.hits.iter().map(|hit| hit.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(near(None)), [2, 1]);
    assert_eq!(ids(near(Some(5_000.0))), [2]);
}

#[test]
fn a_word_begun_is_completed_and_a_slip_put_right() {
    let directory = directory(few());
    let texts = |typed| directory.suggest(typed, 3).unwrap();
    assert_eq!(texts("åben spr"), ["åben sprogcafé"]);
    assert_eq!(texts("koe"), ["køkkenet"]);
    assert!(texts("s").is_empty() && texts("spr ").is_empty());
    assert_eq!(
        directory.meant("sporgcafé nu").unwrap().as_deref(),
        Some("sprogcafé nu")
    );
    assert_eq!(directory.meant("sprogcafe").unwrap(), None);
}

#[test]
fn what_was_taken_out_is_neither_suggested_nor_meant() {
    let directory = directory(few());
    let renamed = offer(1, Tongue::Danish, "Fredagste", "Te på havnen");
    directory.change([2], [renamed], "").unwrap();
    for begun in ["torsdagsk", "spro"] {
        assert!(directory.suggest(begun, 3).unwrap().is_empty(), "{begun}");
    }
    for slip in ["torsdagskafef", "sporgcafé"] {
        assert_eq!(directory.meant(slip).unwrap(), None, "{slip}");
    }
    assert_eq!(directory.suggest("freda", 3).unwrap(), ["fredagste"]);
    assert_eq!(directory.suggest("havn", 3).unwrap(), ["havnen"]);
}

#[test]
fn after_many_small_changes_all_is_as_if_it_had_been_made_anew() {
    let small = directory(vec![]);
    for _ in 0..5 {
        for document in few() {
            small.change([document.id], [document], "").unwrap();
        }
    }
    let anew = directory(few());
    assert_eq!(small.len(), anew.len());
    for typed in ["", "kaffe", "frivillig hjem", "penge"] {
        assert_eq!(found(&small, typed), found(&anew, typed), "{typed}");
    }
    for begun in ["sp", "ha", "mad", "مس"] {
        let texts = |directory: &Directory| {
            let mut texts = directory.suggest(begun, 9).unwrap();
            texts.sort();
            texts
        };
        assert_eq!(texts(&small), texts(&anew), "{begun}");
    }
}

#[test]
fn words_are_suggested_as_their_writers_spell_them() {
    let uk = offer(1, Tongue::Ukrainian, "Сім’я і здоров’я", "");
    let fa = offer(2, Tongue::Farsi, "کودکان", "");
    let ar = offer(3, Tongue::Arabic, "أنشطة الأطفال", "");
    let directory = directory(vec![uk, fa, ar]);
    for (typed, text) in [
        ("моя сім’", "моя сім’я"),
        ("моя сім", "моя сім’я"),
        ("здоров", "здоров’я"),
        ("كود", "کودکان"),
        ("انش", "أنشطة"),
    ] {
        assert_eq!(directory.suggest(typed, 3).unwrap(), [text], "{typed}");
    }
}

#[test]
fn one_who_may_not_see_a_document_finds_as_if_it_were_not_there() {
    let shown = Label::new(7, "shown");
    let mut documents = vec![
        offer(1, Tongue::Danish, "Kaffe kaffe kaffe", "kaffe og kage"),
        offer(
            2,
            Tongue::Danish,
            "Bowling",
            "En lang tekst om bowling og kegler, og bagefter er der kaffe til alle.",
        ),
        offer(3, Tongue::Danish, "Kage", "kage"),
    ];
    for document in &mut documents[1..] {
        document.facts.labels = vec![shown];
    }
    let all = directory(documents.clone());
    let without = directory(documents.split_off(1));
    for typed in ["kaffe", "kaffe kage", ""] {
        let wish = Wish {
            typed,
            only: Some(shown),
            ..Wish::default()
        };
        let (seen, alone) = (all.search(&wish).unwrap(), without.search(&wish).unwrap());
        let ids = |found: &Found| found.hits.iter().map(|hit| hit.id).collect::<Vec<_>>();
        assert_eq!(
            (ids(&seen), seen.total),
            (ids(&alone), alone.total),
            "{typed}"
        );
        assert_eq!(seen.counts, alone.counts, "{typed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_typed_is_refused(typed in "\\PC{0,80}") {
        let directory = directory(few());
        found(&directory, &typed);
        directory.suggest(&typed, 5).unwrap();
        directory.meant(&typed).unwrap();
    }

    #[test]
    fn a_swap_is_one_slip(word in "[a-zæøå]{2,12}", at in 0usize..11) {
        let a: Vec<char> = word.chars().collect();
        let mut b = a.clone();
        let at = at.min(a.len() - 2);
        b.swap(at, at + 1);
        prop_assert!(distance(&a, &b, 2) <= 1);
        prop_assert_eq!(distance(&a, &b, 2), distance(&b, &a, 2));
    }
}
