//! Examples of what is marked and what is not.
use super::*;
use proptest::prelude::*;

fn kinds(text: &str) -> Vec<Kind> {
    find(text).into_iter().map(|f| f.kind).collect()
}

#[test]
fn a_cpr_number_is_found_in_every_spelling() {
    for text in [
        "010190-1234",
        "0101901234",
        "01 01 90 1234",
        "01.01.90-1234",
        "01/01/90-1234",
        "01-01-90-1234",
        "010190 - 1234",
        "010190\n1234",
        "0 1 0 1 9 0 1 2 3 4",
        "Hun er 610190-1234, sagde han",
        "290200–1234",
        "٠١٠١٩٠-١٢٣٤",
        "CPR-nummer: 0101901234.",
        "hendes cpr er 1234",
        "01-01-1990-1234",
        "01.01.1990 1234",
        "1/1-90 1234",
        "1. januar 1990-1234",
        "010190 og så 1234",
        "010190 bindestreg 1234",
        "(010190) 1234",
        "010190: 1234",
        "010190 xxxx 1234",
        "010190 - - 1234",
        "0-1-0-1-9-0-1-2-3-4",
        "010190\u{200b}1234",
        "０１０１９０－１２３４",
        "O1O19O-1234",
        "født 010190, de sidste fire er 1234",
        "de sidste fire cifre er 1234",
        "nul et nul et ni nul en to tre fire",
    ] {
        assert_eq!(kinds(text), [Kind::Cpr], "{text}");
    }
}

#[test]
fn the_check_digit_makes_surer_and_its_lack_clears_nobody() {
    let reason = |text| find(text).first().map(|f| f.reason);
    assert_eq!(reason("070761-4285"), Some(Reason::CheckDigit));
    assert_eq!(reason("070761-4286"), Some(Reason::TenDigits));
}

#[test]
fn what_cannot_be_a_birthday_is_no_cpr_number() {
    assert!(kinds("Sag 991399-1234").iter().all(|k| *k != Kind::Cpr));
    assert!(kinds("12345678901234").is_empty());
}

#[test]
fn phone_numbers_and_addresses_are_marked_where_they_stand() {
    let found = find("Ring på 70 12 34 56.");
    assert_eq!(
        found
            .iter()
            .map(|f| (f.kind, f.start, f.end))
            .collect::<Vec<_>>(),
        [(Kind::Phone, 8, 19)]
    );
    assert_eq!(kinds("skriv til åse@fjordby.example"), [Kind::Email]);
    assert_eq!(kinds("skriv til aase (at) fjordby.dk"), [Kind::Email]);
    assert_eq!(kinds("+4570123456"), [Kind::Phone]);
    assert_eq!(kinds("find hende som @strikkeklubben"), [Kind::Handle]);
}

#[test]
fn who_spells_it_out_is_found_too() {
    for text in [
        "anna [at] test [dot] dk",
        "anna snabel a test punktum dk",
        "anna(snabel-a)test.dk",
        "anna at test dot dk",
        "anna＠test.dk",
        "anna_at_test.dk",
    ] {
        assert_eq!(kinds(text), [Kind::Email], "{text}");
    }
    for text in [
        "70/12/34/56",
        "70 – 12 – 34 – 56",
        "tlf: 7 0 1 2 3 4 5 6",
        "+45 (70) 12 34 56",
    ] {
        assert_eq!(kinds(text), [Kind::Phone], "{text}");
    }
    for text in [
        "skriv på instagram: annaholm",
        "se facebook.com/annaholm",
        "hun er m.me/annaholm",
        "kom @anna.holm92",
    ] {
        assert_eq!(kinds(text), [Kind::Handle], "{text}");
    }
}

#[test]
fn postal_addresses_are_marked() {
    for text in [
        "hun bor på nørregade 12",
        "Nygårdsvej12",
        "i 9000 aalborg",
        "Hun bor på Tårnvej 12, 2. tv.",
        "på Nørre Allé 4",
        "i 9000 Aalborg",
        "Ved Skoven 3? Nej, Søndergade 7B",
    ] {
        assert_eq!(kinds(text), [Kind::Address], "{text}");
    }
}

#[test]
fn ordinary_numbers_pass() {
    for text in [
        "kl. 16.30",
        "400 meter",
        "i 2026",
        "1. december 2026",
        "112",
        "årene 1716-1717",
        "Vejen 3 km ud",
        "koster 6.000 kr.",
        "den 01-01-1990 flyttede de",
        "d. 12.04.2026 1200 mennesker på gaden",
        "vi har en gruppe på facebook: vi mødes der",
        "i 2019 aalborg havde flere",
    ] {
        assert!(find(text).is_empty(), "{text}");
    }
}

#[test]
fn names_are_marked_and_other_words_with_a_capital_are_not() {
    for text in [
        "Så ringede Grethe til os.",
        "Ahmed Al-Khatib kom forbi",
        "vi talte med fru Vestergaard",
        "det er mohammed, der spørger",
    ] {
        assert_eq!(kinds(text), [Kind::Name], "{text}");
    }
    for text in [
        "Bussen holder langt væk.",
        "Han bor i Aalborg og kender Danmark.",
        "Kommunen ville ikke betale.",
        "Vi brugte MitID og Digital Post.",
        "Biblioteket lukker. Flere kommer nu.",
    ] {
        assert!(find(text).is_empty(), "{text}: {:?}", find(text));
    }
}

#[test]
fn in_another_language_only_first_names_speak() {
    for text in [
        "Nothing could be better. Everything was explained very well.",
        "I said that Paramedics may call. Because the Waiting time was long.",
    ] {
        assert!(find(text).is_empty(), "{text}: {:?}", find(text));
    }
    let named = "The nurse was kind and told Birgitte Holm everything about the treatment.";
    assert_eq!(kinds(named), [Kind::Name]);
}

#[test]
fn harmless_clears_a_name_and_never_a_cpr_number() {
    assert!(remarks(&[("story", "Grethe kom, ring 70 12 34 56")], true).is_empty());
    assert_eq!(remarks(&[("story", "010190-1234")], true).len(), 1);
}

proptest! {
    #[test]
    fn findings_lie_inside_the_text_in_order_and_apart(text in ".{0,200}") {
        let mut from = 0;
        for f in find(&text) {
            prop_assert!(from <= f.start && f.start < f.end && f.end <= text.chars().count());
            from = f.end;
        }
    }

    #[test]
    fn whether_a_cpr_number_stands_there_is_told_as_it_is_found(text in "[0-9a-z æøå,.\\-]{0,40}|.{0,60}") {
        let found = find(&text).iter().any(|f| f.kind == Kind::Cpr);
        prop_assert_eq!(has_cpr(&text), found);
    }

    #[test]
    fn a_number_is_found_wherever_it_stands(before in "[a-zæøå ,.]{0,30}", after in "[a-zæøå ,.]{0,30}") {
        let text = format!("{before} 010190-1234 {after}");
        prop_assert!(kinds(&text).contains(&Kind::Cpr));
    }
}
