//! What the unit tests share: golden files.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests read their cases from files")]

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Holds `actual` against a file; with UPDATE_GOLDEN=1 writes the file instead.
pub(crate) fn check_golden(path: &Path, actual: &str) {
    if std::env::var("UPDATE_GOLDEN").is_ok_and(|value| value == "1") {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, actual).unwrap();
        return;
    }
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    assert!(expected == actual, "{} is out of date: run UPDATE_GOLDEN=1 cargo test\n{actual}", path.display());
}
