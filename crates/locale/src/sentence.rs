//! Remarks as sentences that say how to mend it.
use crate::Texts;
use samskab_domain::kernel::{PersonalKind, Why};

impl Texts {
    /// What is wrong with a field, and how to mend it.
    pub fn why(&self, why: &Why) -> String {
        let t = &self.public;
        match why {
            Why::Missing => t.why_missing(),
            Why::TooLong { max } => t.why_too_long(*max),
            Why::TooShort { min } => t.why_too_short(*min),
            Why::Unknown => t.why_unknown(),
            Why::Unreadable => t.why_unreadable(),
            Why::Cpr => t.why_cpr(),
            Why::Personal { kind } => match kind {
                PersonalKind::Phone => t.why_personal_phone(),
                PersonalKind::Email => t.why_personal_email(),
                PersonalKind::Address => t.why_personal_address(),
                PersonalKind::Handle => t.why_personal_handle(),
                PersonalKind::Name => t.why_personal_name(),
            },
            Why::NotADate => t.why_not_a_date(),
            Why::DateOutOfRange => t.why_date_out_of_range(),
            Why::NotAnEmail => t.why_not_an_email(),
            Why::NotAPhone => t.why_not_a_phone(),
            Why::NotACvr => t.why_not_a_cvr(),
            Why::NotAKle => t.why_not_a_kle(),
            Why::NotAPostcode => t.why_not_a_postcode(),
            Why::NotAUrl => t.why_not_a_url(),
            Why::NotATime => t.why_not_a_time(),
            Why::NotAColour => t.why_not_a_colour(),
            Why::TooPale => t.why_too_pale(),
            Why::WritingAs { name, organisation } => t.why_writing_as(name, organisation),
            Why::Taken => t.why_taken(),
            Why::NoSuchCode => t.why_no_such_code(),
            Why::NotInRange { min, max } => t.why_not_in_range(*min, *max),
            Why::NeedsBothSectors => t.why_needs_both_sectors(),
            Why::NeedsObservation => t.why_needs_observation(),
            Why::NamesNothing => t.why_names_nothing(),
            Why::ChangeOrNone => self.why_change_or_none(),
            Why::EndsTooSoon => self.why_ends_too_soon(),
            Why::ChangedMeanwhile => t.why_changed_meanwhile(),
        }
    }
}
