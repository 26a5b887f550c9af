//! Reading what a question is about: files, folders, standard input.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rollscope_core::input::Session;
use rollscope_core::model::Export;
use rollscope_core::{Diagnostic, Limits};

use crate::arguments::{Common, EXPORT_HELP};
use crate::failure::Failure;
use crate::output::visible;

/// Bytes that are read at once, and bytes of text that are read into objects between two looks at the clock.
const PORTION: usize = 1 << 20;

/// Everything that the arguments name.
pub(crate) fn read(common: &Common) -> Result<Export, Failure> {
    let mut session = Session::new(Limits::default());
    let mut progress = Progress::new();
    let sources = sources(&common.files)?;
    let mut failures = Vec::new();
    for path in &sources {
        if let Err(problem) = feed(&mut session, path) {
            failures.push(format!("cannot read {}: {problem}", path.display()));
            continue;
        }
        loop {
            let step = session.step(PORTION);
            progress.show(path, step.bytes_read, step.bytes_total, step.objects);
            if step.done {
                break;
            }
        }
    }
    progress.clear();
    if failures.len() == sources.len() {
        return Err(Failure::no_answer(failures.join("\n")));
    }
    // One file that cannot be read is no reason to hide the others.
    failures.iter().for_each(|failure| anstream::eprintln!("{}", visible(&format!("error: {failure}"))));
    let mut export = Export::default();
    export.add(session.take());
    Ok(export)
}

/// One document, for a manifest.
pub(crate) fn read_manifest(path: &Path) -> Result<rollscope_core::Value, Failure> {
    let bytes = fs::read(path).map_err(|problem| Failure::no_answer(format!("cannot read {}: {problem}", path.display())))?;
    let text = String::from_utf8(bytes).map_err(|_| Failure::no_answer(format!("{} is not UTF-8", path.display())))?;
    rollscope_core::input::read_tree(&path.display().to_string(), &text)
        .map_err(|diagnostic| Failure::no_answer(diagnostic_line(&diagnostic)))
}

/// A diagnostic as one line: `all.yaml:812:9: warning: …`, with what to do below it.
pub(crate) fn diagnostic_line(diagnostic: &Diagnostic) -> String {
    let line = visible(&diagnostic.to_string());
    match diagnostic.problem.hint() {
        Some(hint) => format!("{line}\n  {hint}"),
        None => line,
    }
}

fn sources(files: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    if files.is_empty() {
        let nothing_to_read = io::stdin().is_terminal();
        return if nothing_to_read {
            Err(Failure::no_answer(format!("there is nothing to read\n\n{EXPORT_HELP}")))
        } else {
            Ok(vec![PathBuf::from("-")])
        };
    }
    let mut sources = Vec::new();
    for path in files {
        if path.is_dir() {
            folder(path, &mut sources).map_err(|problem| Failure::no_answer(format!("cannot read {}: {problem}", path.display())))?;
        } else {
            sources.push(path.clone());
        }
    }
    if sources.is_empty() {
        return Err(Failure::no_answer("the folder holds no .yaml, .yml, .json or .ndjson file"));
    }
    Ok(sources)
}

/// The files of a folder that can hold objects, by name, with those of its folders.
fn folder(path: &Path, sources: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    for entry in entries {
        if entry.is_dir() && !entry.is_symlink() {
            folder(&entry, sources)?;
        } else if entry
            .extension()
            .is_some_and(|extension| ["yaml", "yml", "json", "ndjson", "jsonl"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
        {
            sources.push(entry);
        }
    }
    Ok(())
}

fn feed(session: &mut Session, path: &Path) -> io::Result<()> {
    let mut source: Box<dyn Read> = if path == Path::new("-") { Box::new(io::stdin().lock()) } else { Box::new(File::open(path)?) };
    session.begin(&path.display().to_string());
    let mut portion = vec![0; PORTION];
    loop {
        match source.read(&mut portion)? {
            0 => break,
            count => session.feed(&portion[..count]),
        }
    }
    session.end();
    Ok(())
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
