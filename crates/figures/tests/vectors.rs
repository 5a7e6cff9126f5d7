//! The formulas against values computed elsewhere (`data/README.md`).
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
use samskab_figures::agreement::{Level, alpha};
use samskab_figures::disproportionality::Table;
use samskab_figures::information_component::{InformationComponent, quantile};
use samskab_figures::spread::{chao1, chapman, coverage, effective_number};
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("data/signal_vectors.json")).unwrap()
}

#[track_caller]
fn close(ours: f64, row: &Value, name: &str) {
    let theirs = row[name].as_f64().unwrap();
    assert!(
        (ours - theirs).abs() < 1e-6 * theirs.abs().max(1.0),
        "{name}: {ours} is not {theirs}"
    );
}

#[test]
fn the_information_component_and_its_interval() {
    for row in vectors()["ic"].as_array().unwrap() {
        let (observed, expected) = (row["O"].as_f64().unwrap(), row["E"].as_f64().unwrap());
        let found = InformationComponent::of(observed, expected).unwrap();
        close(found.value, row, "IC");
        close(found.lower, row, "IC025");
        close(found.upper, row, "IC975");
        close(quantile(observed, expected, 0.005).unwrap(), row, "IC005");
    }
}

#[test]
fn ratios_of_a_table() {
    for row in vectors()["prr"].as_array().unwrap() {
        let cell = |name: &str| row[name].as_u64().unwrap();
        let table = Table {
            both: cell("a"),
            first: cell("b"),
            second: cell("c"),
            neither: cell("d"),
        };
        let (prr, ror) = (table.proportional().unwrap(), table.odds().unwrap());
        close(table.expected().unwrap(), row, "E");
        close(prr.value, row, "PRR");
        close(prr.lower, row, "PRR_lo");
        close(prr.upper, row, "PRR_hi");
        close(ror.value, row, "ROR");
        close(ror.lower, row, "ROR_lo");
        close(table.chi_squared().unwrap(), row, "chi2_yates");
    }
}

/// The units of Krippendorff 2011, four coders and twelve units; 0 where nothing was said.
const CODERS: [[u8; 12]; 4] = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
];

#[test]
fn agreement_between_coders() {
    let unit = |i: usize| {
        CODERS
            .iter()
            .map(|coder| f64::from(coder[i]))
            .filter(|v| *v > 0.0)
            .collect()
    };
    let units: Vec<Vec<f64>> = (0..12).map(unit).collect();
    let row = &vectors()["alpha"];
    for (level, name) in [
        (Level::Nominal, "nominal"),
        (Level::Ordinal, "ordinal"),
        (Level::Interval, "interval"),
        (Level::Ratio, "ratio"),
    ] {
        close(alpha(&units, level).unwrap(), row, name);
    }
}

#[test]
fn spread_and_what_is_unseen() {
    for row in vectors()["neff"].as_array().unwrap() {
        let counts: Vec<u64> = row["counts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|n| n.as_u64().unwrap())
            .collect();
        close(effective_number(&counts).unwrap(), row, "neff");
    }
    for row in vectors()["chao1"].as_array().unwrap() {
        let (once, twice) = (row["f1"].as_u64().unwrap(), row["f2"].as_u64().unwrap());
        close(chao1(row["Sobs"].as_u64().unwrap(), once, twice), row, "bc");
        close(coverage(once, 120).unwrap(), row, "coverage");
    }
    let row = &vectors()["chapman"];
    let count = |name: &str| row[name].as_u64().unwrap();
    close(chapman(count("n1"), count("n2"), count("m")), row, "N");
}
