//! Where to turn with what does not belong here: danger, concern for someone, a complaint.
use crate::kernel::{Reader, Remark, codes};
use crate::offer::web_address;
use crate::person::phone;

/// What one may be looking for when one is about to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Matter {
    /// Someone is in danger: 112 stands there always, the municipality's own watch beside it.
    Danger,
    /// Worry about a child or an adult; for staff it may be a duty to pass it on.
    Concern,
    /// A complaint about a decision or about help.
    Complaint,
}
codes! { Matter: Danger = "danger", Concern = "concern", Complaint = "complaint" }

/// What an administrator typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignpostsDraft {
    pub danger_phone: String,
    pub danger_url: String,
    pub concern_phone: String,
    pub concern_url: String,
    pub complaint_phone: String,
    pub complaint_url: String,
}

/// Where one matter belongs; without number and page there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signpost {
    pub matter: Matter,
    pub phone: Option<String>,
    pub url: Option<String>,
}

impl SignpostsDraft {
    /// # Errors
    /// A remark for each number or address that is none.
    pub fn consider(&self) -> Result<Vec<Signpost>, Vec<Remark>> {
        let mut read = Reader::new();
        let signposts = vec![
            Signpost {
                matter: Matter::Danger,
                phone: phone(&mut read, "danger_phone", &self.danger_phone),
                url: web_address(&mut read, "danger_url", &self.danger_url),
            },
            Signpost {
                matter: Matter::Concern,
                phone: phone(&mut read, "concern_phone", &self.concern_phone),
                url: web_address(&mut read, "concern_url", &self.concern_url),
            },
            Signpost {
                matter: Matter::Complaint,
                phone: phone(&mut read, "complaint_phone", &self.complaint_phone),
                url: web_address(&mut read, "complaint_url", &self.complaint_url),
            },
        ];
        read.finish(Some(signposts))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Why;

    #[test]
    fn each_number_and_page_is_remarked_at_its_own_field() {
        let draft = SignpostsDraft {
            concern_phone: "ring bare".into(),
            complaint_url: "javascript:alert(1)".into(),
            danger_phone: "70 20 30 40".into(),
            ..SignpostsDraft::default()
        };
        let remarks = draft.consider().unwrap_err();
        let found: Vec<_> = remarks.iter().map(|r| (r.field, &r.why)).collect();
        assert_eq!(
            found,
            [
                ("concern_phone", &Why::NotAPhone),
                ("complaint_url", &Why::NotAUrl)
            ]
        );
    }

    #[test]
    fn nothing_has_to_be_filled_in() {
        let signposts = SignpostsDraft::default().consider().unwrap();
        assert!(
            signposts
                .iter()
                .all(|s| s.phone.is_none() && s.url.is_none())
        );
    }
}
