//! Bytes as text, or the reason why not.
use super::fault::Fault;

/// Largest file, in bytes.
pub const FILE_MAX: usize = 128 * 1024 * 1024;

/// # Errors
/// Empty, of more than `max` bytes, no text, or not UTF-8.
pub(super) fn decode(bytes: &[u8], max: usize) -> Result<&str, Fault> {
    if bytes.len() > max {
        return Err(Fault::TooLarge { max });
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(Fault::NotText);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        Fault::NotUtf8 {
            line: before.iter().filter(|b| **b == b'\n').count() + 1,
        }
    })?;
    if text.trim().is_empty() {
        return Err(Fault::Empty);
    }
    Ok(text)
}
