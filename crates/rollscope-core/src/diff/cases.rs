//! The cases of tests/cases/diff: two templates and the changes between them, a line each. `UPDATE_GOLDEN=1` rewrites the changes.
#![expect(clippy::disallowed_methods, reason = "cases are files")]

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;

use super::random::{any_template, any_tree};
use super::{apply, compare};
use crate::Value;
use crate::testing::{check_golden, folders, root};

fn cases() -> Vec<PathBuf> {
    folders(&root().join("tests/cases/diff"))
}

fn read(case: &Path, name: &str) -> Value {
    serde_yaml::from_str(&fs::read_to_string(case.join(name)).unwrap()).unwrap_or_else(|error| panic!("{}/{name}: {error}", case.display()))
}

#[track_caller]
fn check(older: &Value, newer: &Value) {
    let comparison = compare(older, newer);
    let applied = apply(&comparison.changes, older);
    assert_eq!(applied.as_ref(), Ok(newer), "{}", comparison.changes.iter().map(|change| format!("{change}\n")).collect::<String>());
    assert_eq!(comparison.changes.is_empty(), older == newer);
    for change in &comparison.changes {
        assert_eq!(change.path.to_string().parse(), Ok(change.path.clone()));
    }
}

#[test]
fn says_what_changed() {
    for case in cases() {
        let comparison = compare(&read(&case, "older.yaml"), &read(&case, "newer.yaml"));
        let changes = comparison.changes.iter().map(|change| format!("{change}\n"));
        let actual: String = changes.chain(comparison.notes.iter().map(|note| format!("! {note}\n"))).collect();
        check_golden(&case.join("changes.txt"), &actual);
    }
}

#[test]
fn applies_to_every_case_both_ways() {
    for case in cases() {
        let (older, newer) = (read(&case, "older.yaml"), read(&case, "newer.yaml"));
        check(&older, &newer);
        check(&newer, &older);
        check(&newer, &newer);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn applies_to_random_templates(older in any_template(), newer in any_template()) {
        check(&older, &newer);
        check(&older, &older);
    }

    #[test]
    fn applies_to_random_trees(older in any_tree(), newer in any_tree()) {
        check(&older, &newer);
        check(&older, &older);
    }

    #[test]
    fn applies_to_reordered_entries(template in any_template(), seed in any::<u64>()) {
        check(&template, &shuffled(&template, seed));
    }
}

/// The same tree with the entries of all lists in another order.
fn shuffled(value: &Value, seed: u64) -> Value {
    match value {
        Value::List(entries) => {
            let mut entries: Vec<_> = entries.iter().map(|entry| shuffled(entry, seed)).collect();
            for position in (1..entries.len()).rev() {
                entries.swap(position, (seed.rotate_left(position as u32) % (position as u64 + 1)) as usize);
            }
            Value::List(entries)
        }
        Value::Map(fields) => Value::Map(fields.iter().map(|(name, value)| (name, shuffled(value, seed))).collect()),
        scalar => scalar.clone(),
    }
}
