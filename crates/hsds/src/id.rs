//! Ids for what has none of its own.
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The id of something that hangs on `parent` and is told apart by its kind and key: always the
/// same for the same, and a UUID of version 8 (RFC 9562, section 5.8).
pub fn derived(parent: Uuid, kind: &str, key: &str) -> Uuid {
    let mut hash = Sha256::new();
    hash.update(parent.as_bytes());
    for part in [kind, key] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    let hash = hash.finalize();
    let mut bytes = [0; 16];
    for (byte, made) in bytes.iter_mut().zip(hash) {
        *byte = made;
    }
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_has_the_same_id_and_another_has_another() {
        let parent = Uuid::from_u128(7);
        let of = |kind: &str, key: &str| derived(parent, kind, key);
        assert_eq!(of("phone", "1"), of("phone", "1"));
        assert_ne!(of("phone", "1"), of("phone", "2"));
        assert_ne!(of("ab", "c"), of("a", "bc"));
        assert_eq!(of("phone", "1").get_version_num(), 8);
    }
}
