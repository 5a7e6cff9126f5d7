//! What pages share, where it stands on its own.
use axum::http::HeaderMap;
use samskab_web::kit::about::harmless;
use samskab_web::kit::code::qr;
use samskab_web::kit::visitor::{behind, network};
use serde_json::{Value, json};

/// Light around a code, in modules.
const QUIET: usize = 4;

fn heard(peer: &str, words: &[&str]) -> String {
    let proxies = ["10.0.0.1", "10.0.0.2", "2001:db8:1::1"].map(|ip| ip.parse().unwrap());
    let mut headers = HeaderMap::new();
    for word in words {
        headers.append("x-forwarded-for", word.parse().unwrap());
    }
    behind(&proxies, peer.parse().unwrap(), &headers).to_string()
}

#[test]
fn only_a_trusted_proxy_is_believed_and_only_its_last_word() {
    assert_eq!(heard("198.51.100.7", &["203.0.113.9"]), "198.51.100.7");
    assert_eq!(heard("10.0.0.1", &[]), "10.0.0.1");
    for words in [
        &["203.0.113.9"][..],
        &["192.0.2.1, 203.0.113.9"],
        &["192.0.2.1", "203.0.113.9, 10.0.0.2"],
        &["nonsense, 203.0.113.9:4711,10.0.0.2:80, [2001:db8:1::1]:443"],
        &["::ffff:203.0.113.9"],
    ] {
        assert_eq!(heard("10.0.0.1", words), "203.0.113.9", "{words:?}");
        assert_eq!(heard("::ffff:10.0.0.1", words), "203.0.113.9", "{words:?}");
    }
    assert_eq!(heard("10.0.0.1", &["[2001:db8::5]:443"]), "2001:db8::5");
}

#[test]
fn nothing_is_believed_beyond_a_word_that_cannot_be_read() {
    for words in [
        &["203.0.113.9, unknown"][..],
        &["203.0.113.9, unknown, 10.0.0.2"],
        &["203.0.113.9", ""],
        &["203.0.113.9, 203.0.113.9:port"],
        &["203.0.113.9, _hidden:80"],
    ] {
        assert_eq!(heard("10.0.0.1", words), "10.0.0.1", "{words:?}");
    }
}

#[test]
fn a_household_counts_as_one() {
    let of = |ip: &str| network(ip.parse().unwrap()).to_string();
    assert_eq!(of("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    assert_eq!(of("2001:db8:1:2:ffff::1"), "2001:db8:1:2::");
    assert_eq!(of("203.0.113.9"), "203.0.113.9");
}

#[test]
fn data_cannot_end_its_element() {
    let told = json!({ "name": "</script><script>alert(1)</script>" });
    let text = harmless(&told);
    assert!(!text.contains('<'));
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), told);
}

#[test]
fn a_code_has_its_three_corners_and_light_around_it() {
    let drawn = qr("https://samskab.example/fjordby/offers/x", "Læs").into_string();
    for (x, y) in [(QUIET, QUIET), (QUIET, QUIET + 6)] {
        assert!(drawn.contains(&format!("M{x} {y}h7v1h-7z")), "{drawn}");
    }
    assert!(!drawn.contains("M0 ") && !drawn.contains("M3 "));
    assert!(drawn.contains("aria-label=\"Læs\""));
}

#[test]
fn too_long_an_address_has_no_code() {
    assert_eq!(qr(&"x".repeat(5_000), "").into_string(), "");
}
