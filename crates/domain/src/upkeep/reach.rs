//! Whether a web address, a mailbox or a number leads anywhere.
use crate::kernel::{Reader, codes};
use crate::person;
use crate::upkeep::bare_number;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    Url,
    Email,
    Phone,
}
codes! { Reach: Url = "url", Email = "email", Phone = "phone" }

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// The server says that there is no such page.
    Gone,
    /// The server says that it is not well itself.
    Unwell,
    /// Nobody answers, or there is no such name.
    Unreachable,
    /// It lies where nobody outside comes, such as in an own network.
    Refused,
    /// It cannot be a number or an address at all.
    Form,
    /// Mail to it comes back.
    Bounced,
}
codes! { Trouble: Gone = "gone", Unwell = "unwell", Unreachable = "unreachable", Refused = "refused", Form = "form",
Bounced = "bounced" }

/// How it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    Fine,
    /// There was trouble once; it is looked at again before anyone is told.
    Doubtful,
    Broken,
}
codes! { Standing: Fine = "fine", Doubtful = "doubtful", Broken = "broken" }

/// Looks in a row that have to find a server unwell or silent: servers are repaired over night.
const LOOKS: i64 = 3;

/// Days between two looks at what is fine, and at what is not.
pub const LOOK_AFTER: i64 = 7;
pub const DOUBT_AFTER: i64 = 1;

/// How it stands after a look, and how many looks in a row found trouble; `before` is how many did.
pub fn after_look(found: Option<Trouble>, before: i64) -> (Standing, i64) {
    let failures = before + 1;
    match found {
        None => (Standing::Fine, 0),
        Some(Trouble::Unwell | Trouble::Unreachable) if failures < LOOKS => {
            (Standing::Doubtful, failures)
        }
        Some(_) => (Standing::Broken, failures),
    }
}

/// What a server's status (RFC 9110) says of a page. Whoever refuses programs is there.
pub fn of_status(status: u16) -> Option<Trouble> {
    match status {
        404 | 410 => Some(Trouble::Gone),
        500.. => Some(Trouble::Unwell),
        _ => None,
    }
}

/// A Danish number has eight digits, a short one three to five; others begin with a plus.
pub fn number_fits(number: &str) -> bool {
    let mut read = Reader::new();
    let form = person::phone(&mut read, "phone", number).is_some();
    let bare = bare_number(number);
    let abroad = number.trim_start().starts_with(['+', '0']);
    form && (bare.len() == 8 || (3..=5).contains(&bare.len()) || (abroad && bare.len() >= 7))
}

/// Whether it has the form of a mail address.
pub fn mailbox_fits(email: &str) -> bool {
    person::email(&mut Reader::new(), "email", email).is_some()
}

/// Whether an address lies in the open net (IANA's registries of special-purpose addresses): a
/// link that is typed must not make the program knock at doors behind the wall.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_public_v4(v4),
        IpAddr::V6(v6) => is_public_v6(v6),
    }
}

fn is_public_v4(a: Ipv4Addr) -> bool {
    let [one, two, three, _] = a.octets();
    let special = matches!(
        (one, two, three),
        (0 | 10 | 127 | 224..=255, _, _)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (192, 168, _)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    );
    !special
}

fn is_public_v6(a: Ipv6Addr) -> bool {
    if let Some(v4) = a.to_ipv4_mapped() {
        return is_public_v4(v4);
    }
    let [first, second, third, fourth, fifth, sixth, seventh, eighth] = a.segments();
    let inside = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match (first, second) {
        // Another net's address is inside: 6to4, and the way to IPv4 that networks have (NAT64).
        (0x2002, high) => inside(high, third),
        (0x64, 0xff9b) if [third, fourth, fifth, sixth] == [0; 4] => inside(seventh, eighth),
        (0x2001, 0..=0x1ff) | (0x2001, 0xdb8) | (0x3fff, 0..=0xfff) => false,
        _ => (0x2000..=0x3fff).contains(&first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_is_down_over_night_is_not_broken() {
        assert_eq!(
            after_look(Some(Trouble::Unreachable), 0),
            (Standing::Doubtful, 1)
        );
        assert_eq!(
            after_look(Some(Trouble::Unwell), 1),
            (Standing::Doubtful, 2)
        );
        assert_eq!(after_look(Some(Trouble::Unwell), 2), (Standing::Broken, 3));
        assert_eq!(after_look(Some(Trouble::Gone), 0), (Standing::Broken, 1));
        assert_eq!(after_look(None, 9), (Standing::Fine, 0));
        let fine = [200, 301, 401, 403, 405, 429].map(of_status);
        assert!(fine.iter().all(Option::is_none));
        assert_eq!(
            [404, 410, 503].map(of_status),
            [
                Some(Trouble::Gone),
                Some(Trouble::Gone),
                Some(Trouble::Unwell)
            ]
        );
    }

    #[test]
    fn what_lies_behind_the_wall_is_not_the_open_net() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "198.18.0.1",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "2002:7f00:1::",
            "64:ff9b::a00:1",
            "64:ff9b:1::808:808",
            "2001:db8::1",
        ] {
            assert!(!is_public(private.parse().unwrap()), "{private}");
        }
        for public in [
            "93.184.216.34",
            "8.8.8.8",
            "172.32.0.1",
            "2a00:1450::1",
            "2002:808:808::",
            "64:ff9b::808:808",
        ] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
    }

    #[test]
    fn a_number_with_a_digit_too_few_is_none() {
        for fits in [
            "70 00 00 11",
            "+45 70000011",
            "112",
            "11 41 1",
            "+49 30 1234567",
            "0046 8 123 456",
        ] {
            assert!(number_fits(fits), "{fits}");
        }
        for wrong in ["70 00 00 1", "700000111", "ring", ""] {
            assert!(!number_fits(wrong), "{wrong}");
        }
        assert!(mailbox_fits("kaffe@fjordby.example") && !mailbox_fits("kaffe@fjordby"));
    }
}
