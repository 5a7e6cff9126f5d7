//! Looks whether web addresses lead anywhere. Only addresses in the open net are asked, also where
//! a page leads on to another; nothing of what comes back is kept.
use async_trait::async_trait;
use samskab_app::upkeep::{Trouble, Web, is_public, of_status};
use std::net::SocketAddr;
use std::time::Duration;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error};

/// A server is waited for so long.
const PATIENCE: Duration = Duration::from_secs(15);
/// A page may lead on so many times.
const STEPS: u32 = 5;

/// The open net, over HTTP.
pub struct Links {
    agent: Agent,
}

/// Which addresses may be asked. Names are looked up here and the answer is what is connected to,
/// so that no name can mean one thing when it is judged and another when it is asked.
#[derive(Debug)]
struct Only {
    allowed: fn(SocketAddr) -> bool,
    names: DefaultResolver,
}

impl Resolver for Only {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        let mut allowed = self.empty();
        for address in found.iter().filter(|a| (self.allowed)(**a)) {
            allowed.push(*address);
        }
        if allowed.is_empty() {
            return Err(Error::Other("not in the open net".into()));
        }
        Ok(allowed)
    }
}

/// The doors web servers have; behind others there is something else.
fn in_the_open(address: SocketAddr) -> bool {
    matches!(address.port(), 80 | 443) && is_public(address.ip())
}

impl Default for Links {
    fn default() -> Self {
        Self::among(in_the_open)
    }
}

impl Links {
    fn among(allowed: fn(SocketAddr) -> bool) -> Self {
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(STEPS)
            .max_redirects_will_error(false)
            // A proxy would be asked in place of the server, and look names up by itself.
            .proxy(None)
            .user_agent("Samskab, looking whether a link still leads somewhere")
            .build();
        let names = DefaultResolver::default();
        let resolver = Only { allowed, names };
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        Self { agent }
    }
}

#[async_trait]
impl Web for Links {
    async fn look(&self, url: &str) -> Option<Trouble> {
        let (agent, url) = (self.agent.clone(), url.to_owned());
        let looked = tokio::task::spawn_blocking(move || look(&agent, &url));
        looked.await.unwrap_or(Some(Trouble::Unreachable))
    }
}

/// The head first; some servers know no heads, or hang up on who asks for one, so the page itself has the last word.
fn look(agent: &Agent, url: &str) -> Option<Trouble> {
    let head = agent.head(url).call();
    let answer = match head {
        Ok(answer) if answer.status().as_u16() < 400 => return None,
        Err(Error::Other(refused)) => Err(Error::Other(refused)),
        Ok(_) | Err(_) => agent.get(url).call(),
    };
    match answer {
        Ok(answer) => of_status(answer.status().as_u16()),
        Err(Error::Other(_)) => Some(Trouble::Refused),
        Err(_) => Some(Trouble::Unreachable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpListener;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// A server that gives every request the next of these answers; says how many came.
    fn server(answers: Vec<String>) -> (String, Arc<AtomicUsize>) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(AtomicUsize::new(0));
        let count = asked.clone();
        std::thread::spawn(move || {
            for answer in answers {
                let Ok((mut stream, _)) = listener.accept() else {
                    return;
                };
                count.fetch_add(1, Ordering::SeqCst);
                let _ = stream.read(&mut [0; 2048]);
                let _ = write!(
                    stream,
                    "HTTP/1.1 {answer}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                );
            }
        });
        (address, asked)
    }

    fn looked(answers: &[&str]) -> Option<Trouble> {
        let (url, _) = server(answers.iter().map(|a| (*a).to_owned()).collect());
        look(&Links::among(|_| true).agent, &url)
    }

    #[test]
    fn what_a_server_says_is_what_is_told() {
        assert_eq!(looked(&["200 OK"]), None);
        assert_eq!(
            looked(&["405 Method Not Allowed", "200 OK"]),
            None,
            "it knows no heads"
        );
        assert_eq!(
            looked(&["404 Not Found", "404 Not Found"]),
            Some(Trouble::Gone)
        );
        assert_eq!(looked(&["", "200 OK"]), None, "it hangs up on heads");
        assert_eq!(looked(&["503 Busy", "503 Busy"]), Some(Trouble::Unwell));
        assert_eq!(
            looked(&["403 Forbidden", "403 Forbidden"]),
            None,
            "somebody is there"
        );
        let silent = look(&Links::among(|_| true).agent, "http://127.0.0.1:1/");
        assert_eq!(silent, Some(Trouble::Unreachable));
    }

    #[test]
    fn nothing_behind_the_wall_is_ever_asked_nor_led_to() {
        let (inside, asked) = server(vec!["200 OK".into()]);
        let links = Links::default();
        for url in [
            inside.as_str(),
            "http://localhost/",
            "http://169.254.169.254/latest",
            "http://[::1]/",
        ] {
            assert_eq!(look(&links.agent, url), Some(Trouble::Refused), "{url}");
        }
        assert_eq!(asked.load(Ordering::SeqCst), 0);
        let inward = "302 Found\r\nlocation: http://127.0.0.1:9/";
        let (outside, _) = server(vec![inward.into()]);
        let all_but_nine = Links::among(|address| address.port() != 9);
        assert_eq!(
            look(&all_but_nine.agent, &outside),
            Some(Trouble::Refused),
            "led on to the inside"
        );
        assert!(
            !in_the_open("93.184.216.34:6379".parse().unwrap()),
            "no other doors"
        );
    }
}
