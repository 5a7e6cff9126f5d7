//! A gateway of our own hears what a real one would.
#![allow(
    clippy::unwrap_used,
    reason = "a test may stop where it finds something else than it expects"
)]
use samskab_app::mail::{Text, Texter};
use samskab_post::Gateway;
use std::io::{Read, Write};
use std::net::TcpListener;

/// Answers one request with `status`, and gives what it heard.
fn hear(status: &'static str) -> (String, std::thread::JoinHandle<String>) {
    let door = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = door.local_addr().unwrap().to_string();
    let heard = std::thread::spawn(move || {
        let (mut caller, _) = door.accept().unwrap();
        let mut heard = String::new();
        let mut bytes = [0; 4_096];
        while !heard.ends_with('}') {
            let n = caller.read(&mut bytes).unwrap();
            heard.push_str(&String::from_utf8_lossy(&bytes[..n]));
        }
        let answer = format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
        caller.write_all(answer.as_bytes()).unwrap();
        heard
    });
    (host, heard)
}

fn text() -> Text {
    Text {
        to: "4520304050".into(),
        text: "Der er nyt. Åbn".into(),
    }
}

#[tokio::test]
async fn a_message_goes_as_json_with_the_operators_key() {
    let (host, heard) = hear("200 OK");
    let gateway = Gateway::new(&format!("http://me:secret@{host}/send")).unwrap();
    gateway.text(text()).await.unwrap();
    let heard = heard.join().unwrap();
    assert!(heard.starts_with("POST /send HTTP/1.1"), "{heard}");
    assert!(
        heard
            .to_lowercase()
            .contains("authorization: basic bwu6c2vjcmv0")
    );
    assert!(heard.contains(r#""to":"4520304050""#) && heard.contains("Der er nyt. Åbn"));
}

#[tokio::test]
async fn a_refusal_is_told_without_number_and_words() {
    let (host, heard) = hear("401 Unauthorized");
    let gateway = Gateway::new(&format!("http://{host}/send")).unwrap();
    let error = gateway.text(text()).await.unwrap_err();
    heard.join().unwrap();
    assert_eq!(error, "the gateway answered 401");
}
