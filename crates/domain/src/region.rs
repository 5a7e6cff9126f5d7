//! The Danish regions, by postcode: HSDS asks of each address for a *state or province*, and
//! Denmark has none.

/// The first postcode of each stretch that lies in one region, in order. A postcode that two
/// regions share stands under the one most of it lies in. As of 2026; on 1 January 2027
/// *Region Hovedstaden* and *Region Sjælland* become *Region Østdanmark*.
const STRETCHES: [(u16, &str); 29] = [
    (0, "Region Hovedstaden"),
    (2670, "Region Sjælland"),
    (2700, "Region Hovedstaden"),
    (4000, "Region Sjælland"),
    (4050, "Region Hovedstaden"),
    (4060, "Region Sjælland"),
    (5000, "Region Syddanmark"),
    (6893, "Region Midtjylland"),
    (7000, "Region Syddanmark"),
    (7130, "Region Midtjylland"),
    (7160, "Region Syddanmark"),
    (7171, "Region Midtjylland"),
    (7173, "Region Syddanmark"),
    (7270, "Region Midtjylland"),
    (7300, "Region Syddanmark"),
    (7330, "Region Midtjylland"),
    (7361, "Region Syddanmark"),
    (7362, "Region Midtjylland"),
    (7700, "Region Nordjylland"),
    (7760, "Region Midtjylland"),
    (7770, "Region Nordjylland"),
    (7790, "Region Midtjylland"),
    (7900, "Region Nordjylland"),
    (8000, "Region Midtjylland"),
    (9000, "Region Nordjylland"),
    (9550, "Region Midtjylland"),
    (9560, "Region Nordjylland"),
    (9631, "Region Midtjylland"),
    (9640, "Region Nordjylland"),
];

/// The region a Danish postcode lies in; none for what is no postcode.
pub fn of_postcode(postcode: &str) -> Option<&'static str> {
    let digits = postcode.len() == 4 && postcode.bytes().all(|b| b.is_ascii_digit());
    let code: u16 = postcode.parse().ok().filter(|_| digits)?;
    let after = STRETCHES.partition_point(|(first, _)| *first <= code);
    STRETCHES.get(after.checked_sub(1)?).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_lies_in_its_region() {
        for (postcode, region) in [
            ("1050", "Region Hovedstaden"),
            ("3700", "Region Hovedstaden"),
            ("4000", "Region Sjælland"),
            ("5000", "Region Syddanmark"),
            ("8000", "Region Midtjylland"),
            ("9000", "Region Nordjylland"),
            ("7700", "Region Nordjylland"),
        ] {
            assert_eq!(of_postcode(postcode), Some(region), "{postcode}");
        }
        for nonsense in ["", "90", "90000", "+900", "abcd"] {
            assert_eq!(of_postcode(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn the_stretches_are_in_order() {
        assert!(
            STRETCHES
                .windows(2)
                .all(|pair| pair[0].0 < pair[1].0 && pair[0].1 != pair[1].1)
        );
    }
}
