//! A municipality: the site, and what it may set about its look.
mod signpost;

pub use signpost::{Matter, Signpost, SignpostsDraft};

use crate::kernel::{Reader, Remark, Why};

/// Words a municipality cannot have as its slug, since they are addresses of the program.
pub const RESERVED: &[&str] = &[
    "assets", "healthz", "readyz", "metrics", "api", "sw", "static", "favicon", "robots", "about",
];

/// The slug in addresses: 2 to 40 small letters, digits and hyphens, starting with a letter.
///
/// # Errors
/// [`Why::Unknown`] for anything else or a reserved word.
pub fn slug(typed: &str) -> Result<String, Why> {
    let slug = typed.trim().to_lowercase();
    let fits = (2..=40).contains(&slug.len())
        && slug.starts_with(|c: char| c.is_ascii_lowercase())
        && slug
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if fits && !RESERVED.contains(&slug.as_str()) {
        Ok(slug)
    } else {
        Err(Why::Unknown)
    }
}

/// A colour as sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// Reads `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let hex = text.trim().strip_prefix('#')?;
        if hex.len() != 6 || !hex.is_ascii() {
            return None;
        }
        let part = |i| u8::from_str_radix(&hex[i..i + 2], 16).ok();
        Some(Self {
            red: part(0)?,
            green: part(2)?,
            blue: part(4)?,
        })
    }

    /// `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// A darker shade, `share` of the light left (0 to 1).
    #[must_use]
    pub fn darker(self, share: f64) -> Self {
        let dim = |c: u8| (f64::from(c) * share.clamp(0.0, 1.0)).round() as u8;
        Self {
            red: dim(self.red),
            green: dim(self.green),
            blue: dim(self.blue),
        }
    }

    /// A pale tint: `share` of the colour, the rest white.
    #[must_use]
    pub fn tint(self, share: f64) -> Self {
        let share = share.clamp(0.0, 1.0);
        let mix = |c: u8| (255.0 - (255.0 - f64::from(c)) * share).round() as u8;
        Self {
            red: mix(self.red),
            green: mix(self.green),
            blue: mix(self.blue),
        }
    }

    /// Contrast with white, 1 to 21 (WCAG 2.1, "contrast ratio" and "relative luminance").
    pub fn contrast_with_white(self) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        let luminance =
            0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue);
        1.05 / (luminance + 0.05)
    }
}

/// Least contrast with white for text and buttons (WCAG 2.1 AA, 1.4.3).
pub const LEAST_CONTRAST: f64 = 4.5;

/// What an administrator typed about the site.
#[derive(Clone, Debug, Default)]
pub struct SettingsDraft {
    pub name: String,
    pub primary: String,
    pub answer_days: String,
}

/// Settings that hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub name: String,
    pub primary: Colour,
    /// Working days an asked organisation has for its answer, unless the area says otherwise.
    pub answer_days: u16,
}

impl SettingsDraft {
    /// # Errors
    /// A remark for each field that cannot be taken, contrast included.
    pub fn consider(&self) -> Result<Settings, Vec<Remark>> {
        let mut read = Reader::new();
        let name = read.required("name", &self.name, 80);
        let primary = Colour::parse(&self.primary);
        match primary {
            None => read.remark("primary", Why::NotAColour),
            Some(c) if c.contrast_with_white() < LEAST_CONTRAST => {
                read.remark("primary", Why::TooPale);
            }
            Some(_) => {}
        }
        let answer_days = days(&mut read, "answer_days", &self.answer_days);
        let settings = primary
            .zip(answer_days)
            .map(|(primary, answer_days)| Settings {
                name,
                primary,
                answer_days,
            });
        read.finish(settings)
    }
}

/// A number of working days from 1 to 120.
pub(crate) fn days(read: &mut Reader, field: &'static str, typed: &str) -> Option<u16> {
    let days = typed.trim().parse().ok().filter(|d| (1..=120).contains(d));
    if days.is_none() {
        read.remark(field, Why::NotInRange { min: 1, max: 120 });
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_as_in_the_standard() {
        let black = Colour::parse("#000000").unwrap();
        assert!((black.contrast_with_white() - 21.0).abs() < 0.001);
        let grey = Colour::parse("#767676").unwrap();
        assert!((grey.contrast_with_white() - 4.54).abs() < 0.01);
    }

    #[test]
    fn a_pale_colour_is_refused_with_its_reason() {
        let draft = SettingsDraft {
            name: "Fjordby Kommune".into(),
            primary: "#ffcc00".into(),
            answer_days: "20".into(),
        };
        let remarks = draft.consider().unwrap_err();
        assert_eq!(remarks[0].why, Why::TooPale);
    }

    #[test]
    fn a_slug_is_never_an_address_of_the_program() {
        assert_eq!(slug("Fjordby"), Ok("fjordby".to_owned()));
        for typed in ["assets", "å", "1by", "", "a/b", "fjord by"] {
            assert!(slug(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn nonsense_is_no_colour() {
        for text in ["", "#12", "red", "#zzzzzz", "#12345é", "0b5c6b"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
    }
}
