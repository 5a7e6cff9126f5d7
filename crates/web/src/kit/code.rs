//! An address as a QR code, to be read by a phone off a sheet of paper.
use maud::{Markup, html};
use qrcode::{Color, EcLevel, QrCode};

/// Light around a code that readers need, in modules (ISO/IEC 18004, 6.3.8).
const QUIET: usize = 4;

/// The code as a picture; nothing when the address is longer than a code can hold. `label` says
/// what it is for.
pub fn qr(address: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::with_error_correction_level(address, EcLevel::M) else {
        return html! {};
    };
    let side = code.width() + 2 * QUIET;
    html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(label) shape-rendering="crispEdges" {
            path d=(dark(&code)) {}
        }
    }
}

/// Each run of dark modules in a row, as a rectangle.
fn dark(code: &QrCode) -> String {
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        while x < width {
            let run = row
                .iter()
                .skip(x)
                .take_while(|c| **c == Color::Dark)
                .count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run + 1;
        }
    }
    path
}
