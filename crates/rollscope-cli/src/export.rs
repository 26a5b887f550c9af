//! Reading what a question is about: files, folders, standard input.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rollscope_core::input::Session;
use rollscope_core::model::Export;
use rollscope_core::{Diagnostic, Limits};

use crate::arguments::EXPORT_HELP;
use crate::failure::Failure;
use crate::output::visible;

/// Bytes that are read at once, and bytes of text that are read into objects between two looks at the clock.
const PORTION: usize = 1 << 20;

/// Everything in the files, or in standard input if none is named.
pub(crate) fn read(files: &[PathBuf]) -> Result<Export, Failure> {
    let mut session = Session::new(Limits::default());
    let mut progress = Progress::new();
    let mut failures = Vec::new();
    for source in sources(files)? {
        let path = match source {
            Ok(path) => path,
            Err(failure) => {
                failures.push(failure);
                continue;
            }
        };
        failures.extend(open(&path).and_then(|source| feed(&mut session, &path, source)).err());
        loop {
            let step = session.step(PORTION);
            progress.show(&path, step.bytes_read, step.bytes_total, step.objects);
            if step.done {
                break;
            }
        }
    }
    progress.clear();
    let mut export = Export::default();
    export.add(session.take());
    if export.sources().is_empty() {
        return Err(Failure::no_answer(failures.join("\nerror: ")));
    }
    // One file that cannot be read is no reason to hide the others.
    failures.iter().for_each(|failure| anstream::eprintln!("{}", visible(&format!("error: {failure}"))));
    Ok(export)
}

/// A diagnostic as one line: `all.yaml:812:9: warning: …`, with what to do below it.
pub(crate) fn diagnostic_line(diagnostic: &Diagnostic) -> String {
    let line = visible(&diagnostic.to_string());
    match diagnostic.problem.hint() {
        Some(hint) => format!("{line}\n  {hint}"),
        None => line,
    }
}

/// Something to read, or why it cannot be.
type Source = Result<PathBuf, String>;

fn sources(files: &[PathBuf]) -> Result<Vec<Source>, Failure> {
    if files.is_empty() {
        let nothing_to_read = io::stdin().is_terminal();
        return if nothing_to_read {
            Err(Failure::no_answer(format!("there is nothing to read\n\n{EXPORT_HELP}")))
        } else {
            Ok(vec![Ok(PathBuf::from(STANDARD_INPUT))])
        };
    }
    let mut sources = Vec::new();
    for path in files {
        if path.is_dir() {
            let known = sources.len();
            folder(path, &mut sources);
            if sources.len() == known {
                sources.push(Err(format!("{} holds no {} file", path.display(), endings())));
            }
        } else {
            sources.push(Ok(path.clone()));
        }
    }
    Ok(sources)
}

/// The files of a folder that can hold objects, by name, with those of its folders. What cannot be listed does not keep the rest from being read.
fn folder(path: &Path, sources: &mut Vec<Source>) {
    let unread = |problem: io::Error| cannot_read(path, &problem);
    let mut entries = match fs::read_dir(path) {
        Ok(entries) => entries.map(|entry| entry.map(|entry| entry.path()).map_err(unread)).collect::<Vec<_>>(),
        Err(problem) => vec![Err(unread(problem))],
    };
    entries.sort();
    for entry in entries {
        match entry {
            Ok(inner) if inner.is_dir() && !inner.is_symlink() => folder(&inner, sources),
            Ok(file) if !can_hold_objects(&file) => {}
            file_or_failure => sources.push(file_or_failure),
        }
    }
}

/// What the names of files end with that are read out of a folder.
const ENDINGS: [&str; 5] = ["yaml", "yml", "json", "ndjson", "jsonl"];

fn can_hold_objects(file: &Path) -> bool {
    file.extension().is_some_and(|extension| ENDINGS.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// `.yaml, .yml, … or .jsonl`.
fn endings() -> String {
    let [most @ .., last] = ENDINGS.map(|ending| format!(".{ending}"));
    format!("{} or {last}", most.join(", "))
}

/// The name under which standard input is read.
pub(crate) const STANDARD_INPUT: &str = "-";

fn open(path: &Path) -> Result<Box<dyn Read>, String> {
    if path == Path::new(STANDARD_INPUT) {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(File::open(path).map_err(|problem| cannot_read(path, &problem))?))
}

/// Feeds a source as far as it can be read. It begins when the first bytes are there, so that one of which there are none is not taken for empty.
fn feed(session: &mut Session, path: &Path, mut source: impl Read) -> Result<(), String> {
    let mut portion = vec![0; PORTION];
    let mut count = source.read(&mut portion).map_err(|problem| cannot_read(path, &problem))?;
    session.begin(&path.display().to_string());
    let mut size = 0;
    let mut outcome = Ok(());
    while count > 0 {
        session.feed(&portion[..count]);
        size += count;
        count = source.read(&mut portion).unwrap_or_else(|problem| {
            outcome = Err(format!("cannot read {} beyond byte {size}: {problem}", path.display()));
            0
        });
    }
    session.end();
    outcome
}

fn cannot_read(path: &Path, problem: &io::Error) -> String {
    format!("cannot read {}: {problem}", path.display())
}

/// How far reading has come, on a terminal and only if it takes a while.
struct Progress {
    shown: Option<Instant>,
    started: Instant,
    terminal: bool,
}

impl Progress {
    const PATIENCE: Duration = Duration::from_millis(400);

    fn new() -> Self {
        Self { shown: None, started: Instant::now(), terminal: io::stderr().is_terminal() }
    }

    fn show(&mut self, path: &Path, read: usize, total: usize, objects: usize) {
        let due = self.shown.unwrap_or(self.started).elapsed() >= Self::PATIENCE;
        if self.terminal && due {
            let percent = read * 100 / total.max(1);
            eprint!("\r\x1b[Kreading {}: {percent} %, {objects} objects", visible(&path.display().to_string()));
            // A progress line that cannot be shown is no reason to stop.
            let _ = io::stderr().flush();
            self.shown = Some(Instant::now());
        }
    }

    fn clear(&self) {
        if self.shown.is_some() {
            eprint!("\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pipe whose writer dies: some text, then a failure.
    struct Breaking<'t>(&'t [u8]);

    impl Read for Breaking<'_> {
        fn read(&mut self, portion: &mut [u8]) -> io::Result<usize> {
            let count = self.0.read(portion)?;
            if count == 0 { Err(io::Error::other("broken")) } else { Ok(count) }
        }
    }

    /// What a session reads of a source, as sources, objects and diagnostics, and what it fails with.
    fn read_of(source: impl Read) -> ((usize, usize, usize), Result<(), String>) {
        let mut session = Session::new(Limits::default());
        let outcome = feed(&mut session, Path::new("f"), source);
        while !session.step(PORTION).done {}
        let reading = session.take();
        ((reading.sources.len(), reading.objects.len(), reading.diagnostics.len()), outcome)
    }

    #[test]
    fn keeps_what_was_read_before_a_failure() {
        let text = b"kind: Pod\nmetadata: {name: web}\n";
        assert_eq!(read_of(&text[..]), ((1, 1, 0), Ok(())));
        assert_eq!(read_of(Breaking(text)), ((1, 1, 0), Err("cannot read f beyond byte 32: broken".to_owned())));
    }

    #[test]
    fn does_not_call_empty_what_cannot_be_read() {
        assert_eq!(read_of(Breaking(b"")), ((0, 0, 0), Err("cannot read f: broken".to_owned())));
        assert_eq!(read_of(io::empty()), ((1, 0, 1), Ok(())));
    }

    #[test]
    fn lists_the_failure_of_a_folder_among_its_sources() {
        let mut sources = vec![Ok(PathBuf::from("before.yaml"))];
        folder(Path::new("no/such"), &mut sources);
        sources.push(Ok(PathBuf::from("behind.yaml")));
        let failed: Vec<_> = sources.iter().filter_map(|source| source.as_ref().err()).collect();
        assert_eq!(sources.len(), 3);
        assert!(failed.len() == 1 && failed[0].starts_with("cannot read no/such: "), "{failed:?}");
    }

    #[test]
    fn names_every_ending_that_it_reads() {
        assert_eq!(endings(), ".yaml, .yml, .json, .ndjson or .jsonl");
        assert!(can_hold_objects(Path::new("a/b.JSONL")) && !can_hold_objects(Path::new("a/yaml")));
    }
}
