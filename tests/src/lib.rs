//! Recorded cases for the tests of every face: exports of real clusters, what kubectl printed about them, and what a real undo left.
//!
//! The tests themselves are under `tests/tests`, one file a question; the data is under `tests/cases` and is read from here only.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests read their cases from files")]

use std::fs;
use std::path::{Path, PathBuf};

use rollscope_core::Limits;
use rollscope_core::Value;
use rollscope_core::input::Session;
use rollscope_core::model::Export;

/// A snapshot of a recorded scenario.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Its folder.
    pub folder: PathBuf,
    /// How it is called in messages: `01-nginx-deployment/snap-03-stuck-bad-image`.
    pub name: String,
}

/// Every recorded snapshot, in order.
pub fn snapshots() -> Vec<Snapshot> {
    let mut snapshots = Vec::new();
    for version in folders(&cases().join("recorded")) {
        for scenario in folders(&version) {
            for folder in folders(&scenario) {
                let name = folder.strip_prefix(&version).expect("a folder inside").display().to_string();
                snapshots.push(Snapshot { folder, name });
            }
        }
    }
    assert!(!snapshots.is_empty(), "there are recorded snapshots");
    snapshots
}

impl Snapshot {
    /// The export, as `kubectl get … -o yaml` wrote it.
    pub fn export_file(&self) -> PathBuf {
        self.folder.join("all.yaml")
    }

    /// The export as the core reads it. A recorded export is read without any diagnostic.
    pub fn export(&self) -> Export {
        let export = read("all.yaml", &fs::read(self.export_file()).expect("the export is there"));
        assert!(export.diagnostics().is_empty(), "{}: {:?}", self.name, export.diagnostics());
        export
    }

    /// The recorded lines of a file beside the export; none if there is no such file.
    pub fn lines(&self, file: &str) -> Vec<Value> {
        let text = fs::read_to_string(self.folder.join(file)).unwrap_or_default();
        text.split('\n').filter(|line| !line.is_empty()).map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
    }
}

/// Reads one source.
pub fn read(name: &str, bytes: &[u8]) -> Export {
    let mut session = Session::new(Limits::default());
    session.read(name, bytes);
    let mut export = Export::default();
    export.add(session.take());
    export
}

/// The text of a field of a recorded line.
pub fn text<'a>(line: &'a Value, field: &str) -> &'a str {
    line.get(field).and_then(Value::as_str).unwrap_or_else(|| panic!("{field} is text in {line:?}"))
}

/// The folder of the cases.
pub fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("cases")
}

/// The folders in a folder, by name.
pub fn folders(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).unwrap_or_else(|problem| panic!("{}: {problem}", path.display()));
    let mut folders: Vec<_> = entries.map(|entry| entry.expect("a readable entry").path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// kubectl before 1.33 prints the address of a value in its own memory for the optional sources of projected volumes: no export holds it.
pub fn without_addresses(text: &str) -> String {
    let lines = text.split('\n').map(|line| match line.split_once("0xc0") {
        Some((before, address)) if address.bytes().all(|byte| byte.is_ascii_hexdigit()) => format!("{before}ADDRESS"),
        _ => line.to_owned(),
    });
    lines.collect::<Vec<_>>().join("\n")
}
