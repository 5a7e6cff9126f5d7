//! Short messages by an HTTP gateway that the operator names.
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::percent_decode_str;
use samskab_app::mail::{Letter, Post, Text, Texter};
use std::sync::Arc;
use std::time::Duration;
use ureq::Agent;

/// Seconds a gateway is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A gateway that takes a POST with `{"to": "4520304050", "message": "..."}` as JSON and answers with a status of 2xx.
/// User and password in its address go as HTTP Basic.
pub struct Gateway {
    agent: Agent,
    url: String,
    authorization: Option<String>,
}

impl Gateway {
    /// # Errors
    /// In words for the operator, without the password, when `url` is no address.
    pub fn new(url: &str) -> Result<Self, String> {
        let wrong = || {
            "SAMSKAB_SMS_URL is not an address like https://user:password@gateway.example/send"
                .to_owned()
        };
        let (scheme, rest) = url.trim().split_once("://").ok_or_else(wrong)?;
        if !matches!(scheme, "http" | "https") || rest.is_empty() {
            return Err(wrong());
        }
        let host_ends = rest.find('/').unwrap_or(rest.len());
        let (authority, path) = rest.split_at(host_ends);
        let (user, host) = match authority.rsplit_once('@') {
            Some((user, host)) => (Some(user), host),
            None => (None, authority),
        };
        if host.is_empty() || host.contains(char::is_whitespace) {
            return Err(wrong());
        }
        let agent = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .build();
        Ok(Self {
            agent: agent.into(),
            url: format!("{scheme}://{host}{path}"),
            authorization: user.map(basic),
        })
    }
}

#[async_trait]
impl Texter for Gateway {
    async fn text(&self, text: Text) -> Result<(), String> {
        let body = serde_json::json!({ "to": text.to, "message": text.text }).to_string();
        let mut request = self
            .agent
            .post(&self.url)
            .header("content-type", "application/json");
        if let Some(authorization) = &self.authorization {
            request = request.header("authorization", authorization);
        }
        let sent = tokio::task::spawn_blocking(move || request.send(body.as_bytes())).await;
        match sent {
            Ok(Ok(answer)) if answer.status().is_success() => Ok(()),
            Ok(Ok(answer)) => Err(format!("the gateway answered {}", answer.status().as_u16())),
            Ok(Err(_)) | Err(_) => Err("the gateway did not answer".to_owned()),
        }
    }
}

/// Letters by one way, short messages by a gateway.
pub struct WithTexts {
    letters: Arc<dyn Post>,
    gateway: Gateway,
}

impl WithTexts {
    pub fn new(letters: Arc<dyn Post>, gateway: Gateway) -> Self {
        Self { letters, gateway }
    }
}

#[async_trait]
impl Post for WithTexts {
    fn is_there(&self) -> bool {
        self.letters.is_there()
    }

    fn address(&self) -> String {
        self.letters.address()
    }

    fn texter(&self) -> Option<&dyn Texter> {
        Some(&self.gateway)
    }

    async fn carry(&self, letter: Letter) -> Result<(), String> {
        self.letters.carry(letter).await
    }
}

/// User and password as they are, where the address had to write a sign as `%40`, in Base64.
fn basic(user: &str) -> String {
    let plain: Vec<u8> = percent_decode_str(user).collect();
    format!("Basic {}", STANDARD.encode(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn user_and_password_leave_the_address() {
        let gateway = Gateway::new("https://me:p%40ss@gateway.example/send?x=1").unwrap();
        assert_eq!(gateway.url, "https://gateway.example/send?x=1");
        assert_eq!(gateway.authorization.as_deref(), Some("Basic bWU6cEBzcw=="));
        for wrong in [
            "",
            "gateway.example",
            "ftp://gateway.example",
            "https://",
            "https://hemmeligt@",
        ] {
            let error = Gateway::new(wrong).err().unwrap();
            assert!(!error.contains("hemmeligt"), "{wrong}");
        }
    }
}
