//! Where the command line reads from: files, folders, standard input, and what happens when one of them cannot be read.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "tests run the command line")]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const DEPLOYMENT: &str = "\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: \"nginx:1\"}]}}
";

/// A new folder for a test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // There is none at the first run.
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// What a command prints to standard output and standard error in a folder, and its status.
fn run(folder: &Path, arguments: &[&str], standard_input: Stdio) -> (String, String, Option<i32>) {
    let mut rollscope = Command::new(env!("CARGO_BIN_EXE_rollscope"));
    let output = rollscope.current_dir(folder).args(arguments).stdin(standard_input).output().unwrap();
    let [stdout, stderr] = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap());
    (stdout, stderr, output.status.code())
}

const FOUND: &str = "\
NAMESPACE  WORKLOAD        STATE    REVISIONS  LAST CHANGE  DETAIL
shop       deployment/web  unknown  0          unknown      the export holds no status of it
";

/// A folder with one file that is gone, one that opens, but cannot be read, and a good one behind them.
#[cfg(unix)]
fn damaged(name: &str) -> PathBuf {
    use std::os::unix::fs::symlink;
    let folder = folder(name);
    fs::create_dir(folder.join("inner")).unwrap();
    symlink("nowhere", folder.join("inner/gone.yaml")).unwrap();
    fs::write(folder.join("inner/readable.jsonl"), DEPLOYMENT).unwrap();
    symlink(".", folder.join("inner/itself.yaml")).unwrap();
    folder
}

#[cfg(unix)]
#[test]
fn says_once_what_cannot_be_read_and_reads_the_rest() {
    let folder = damaged("partly");
    let said = "\
error: cannot read inner/gone.yaml: No such file or directory (os error 2)
error: cannot read inner/itself.yaml: Is a directory (os error 21)
";
    assert_eq!(run(&folder, &["-f", "inner", "list"], Stdio::null()), (FOUND.to_owned(), said.to_owned(), Some(0)));
}

#[cfg(unix)]
#[test]
fn has_no_answer_if_nothing_can_be_read() {
    let folder = damaged("nothing");
    fs::remove_file(folder.join("inner/readable.jsonl")).unwrap();
    let said = "\
error: cannot read inner/gone.yaml: No such file or directory (os error 2)
error: cannot read inner/itself.yaml: Is a directory (os error 21)
";
    assert_eq!(run(&folder, &["-f", "inner", "list"], Stdio::null()), (String::new(), said.to_owned(), Some(2)));
}

#[test]
fn names_a_folder_without_a_file_to_read() {
    let folder = folder("empty");
    fs::create_dir(folder.join("inner")).unwrap();
    fs::write(folder.join("good.yaml"), DEPLOYMENT).unwrap();
    let said = "error: inner holds no .yaml, .yml, .json, .ndjson or .jsonl file\n".to_owned();
    assert_eq!(run(&folder, &["-f", "inner", "list"], Stdio::null()), (String::new(), said.clone(), Some(2)));
    assert_eq!(run(&folder, &["-f", "inner", "-f", "good.yaml", "list"], Stdio::null()), (FOUND.to_owned(), said, Some(0)));
}

#[test]
fn reads_a_manifest_as_it_reads_an_export() {
    let folder = folder("manifest");
    fs::write(folder.join("export.yaml"), DEPLOYMENT).unwrap();
    let utf16: Vec<u8> = DEPLOYMENT.replace("nginx:1", "nginx:2").encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(folder.join("utf16.yaml"), [&[0xff, 0xfe], &utf16[..]].concat()).unwrap();
    let compare = |file: &str, standard_input| {
        let (stdout, stderr, status) = run(&folder, &["-f", "export.yaml", "diff", "deploy/web", "--to-file", file], standard_input);
        let change = "~ spec.containers[name=web].image  nginx:1 -> nginx:2";
        assert_eq!(stdout, format!("deployment/shop/web  live template to {file}\n{change}\n"));
        assert_eq!((stderr, status), (format!("{file}:1:1: info: the text is UTF-16; it is read as such\n"), Some(0)));
    };
    compare("utf16.yaml", Stdio::null());
    compare("-", File::open(folder.join("utf16.yaml")).unwrap().into());
}
