//! Sources in, objects out, a little at a time.

use std::collections::VecDeque;
use std::sync::Arc;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Problem, Severity};
use crate::input::decode::decode;
use crate::input::frame::{Format, Frame, split};
use crate::input::object::Object;
use crate::input::reader::{Reader, Results};
use crate::input::source::{Fault, Source};
use crate::limits::Limits;

/// Reads any number of sources, each fed in chunks, in steps that the caller may pace or abandon.
///
/// ```
/// use rollscope_core::{Limits, input::Session};
///
/// let mut session = Session::new(Limits::default());
/// session.begin("pod.yaml");
/// session.feed(b"apiVersion: v1\nkind: Pod\n");
/// session.feed(b"metadata: {name: web}\n");
/// session.end();
/// while !session.step(64 * 1024).done {}
/// let reading = session.take();
/// assert_eq!(reading.objects[0].identity.name, "web");
/// assert!(reading.diagnostics.is_empty());
/// ```
#[derive(Debug)]
pub struct Session {
    limits: Limits,
    receiving: Option<Receiving>,
    waiting: VecDeque<Pending>,
    reading: Reading,
    /// Bytes of sources that are read to their end.
    bytes_done: usize,
    bytes_total: usize,
    objects: usize,
    /// Whether there are more objects than may be.
    full: bool,
}

/// How far a session has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Progress {
    /// Bytes that are read.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes_read: usize,
    /// Bytes that were fed.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes_total: usize,
    /// Objects found so far, those already taken included.
    #[cfg_attr(test, ts(type = "number"))]
    pub objects: usize,
    /// Whether all that was fed and ended is read.
    pub done: bool,
}

/// What was read.
#[derive(Debug, Default)]
pub struct Reading {
    /// The sources that were read to their end, in the order they were given.
    pub sources: Vec<SourceSummary>,
    /// The objects, in the order of the sources and of their places in them.
    pub objects: Vec<Object>,
    /// What could not be read or may not be what was meant; at most [`Limits::diagnostics`].
    pub diagnostics: Vec<Diagnostic>,
    /// How many further diagnostics were dropped.
    pub dropped_diagnostics: usize,
}

/// One source, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceSummary {
    /// The name it was given.
    pub name: String,
    /// Its size.
    pub bytes: usize,
    /// The objects found in it.
    pub objects: usize,
    /// Its format; `None` if it is empty or no text.
    pub format: Option<Format>,
}

/// A source whose bytes are still coming.
#[derive(Debug)]
struct Receiving {
    name: String,
    bytes: Vec<u8>,
    size: usize,
}

/// A source whose frames are still to be read.
#[derive(Debug)]
struct Pending {
    reader: Reader,
    frames: std::vec::IntoIter<Frame>,
    /// Where the last frame ended.
    offset: usize,
    summary: SourceSummary,
}

impl Session {
    /// A session that has read nothing.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            receiving: None,
            waiting: VecDeque::new(),
            reading: Reading::default(),
            bytes_done: 0,
            bytes_total: 0,
            objects: 0,
            full: false,
        }
    }

    /// A source starts. One that was not ended is ended.
    pub fn begin(&mut self, name: &str) {
        self.end();
        self.receiving = Some(Receiving { name: name.to_owned(), bytes: Vec::new(), size: 0 });
    }

    /// The next bytes of the source that began last. Without one they are ignored.
    pub fn feed(&mut self, chunk: &[u8]) {
        if let Some(source) = &mut self.receiving {
            let room = self.limits.bytes.saturating_sub(source.bytes.len()).min(chunk.len());
            source.bytes.extend_from_slice(chunk.get(..room).unwrap_or_default());
            source.size = source.size.saturating_add(chunk.len());
            self.bytes_total = self.bytes_total.saturating_add(chunk.len());
        }
    }

    /// All bytes of the source are there: it is decoded and split, and [`step`](Session::step) will read it.
    pub fn end(&mut self) {
        if let Some(source) = self.receiving.take() {
            self.accept(source);
        }
    }

    /// Reads frames worth about `budget` bytes, but at least one. To be called until [`Progress::done`].
    pub fn step(&mut self, budget: usize) -> Progress {
        let mut left = budget.max(1);
        while left > 0 {
            let Some(source) = self.waiting.front_mut() else { break };
            let Some(frame) = source.frames.next().filter(|_| !self.full) else {
                self.finish_source();
                continue;
            };
            let end = frame.end().unwrap_or(source.offset);
            left = left.saturating_sub(end.saturating_sub(source.offset).max(1));
            source.offset = source.offset.max(end);
            let results = source.reader.read(frame);
            self.keep(results);
        }
        self.progress()
    }

    /// Reads one source in one go.
    pub fn read(&mut self, name: &str, bytes: &[u8]) {
        self.begin(name);
        self.feed(bytes);
        self.end();
        while !self.step(usize::MAX).done {}
    }

    /// What was read since the last time.
    pub fn take(&mut self) -> Reading {
        std::mem::take(&mut self.reading)
    }

    fn progress(&self) -> Progress {
        let current = self.waiting.front().map_or(0, |source| source.offset.min(source.summary.bytes));
        Progress {
            bytes_read: self.bytes_done + current,
            bytes_total: self.bytes_total,
            objects: self.objects,
            done: self.waiting.is_empty(),
        }
    }

    fn accept(&mut self, received: Receiving) {
        let Receiving { name, bytes, size } = received;
        let cut = size > bytes.len();
        let mut summary = SourceSummary { name: name.clone(), bytes: size, objects: 0, format: None };
        let mut frames = Vec::new();
        let (text, fault) = match decode(bytes) {
            Ok((text, fault)) => (text, fault),
            Err(problem) => (String::new(), Some(Fault { problem, offset: 0 })),
        };
        let source = Source::new(name, text, self.limits);
        if !source.text.trim().is_empty() {
            let (format, found) = split(&source.text, &self.limits);
            (summary.format, frames) = (Some(format), found);
        } else if fault.as_ref().is_none_or(|fault| fault.problem.severity() == Severity::Info) {
            self.report(Diagnostic::new(Problem::EmptySource, source.location(0)));
        }
        for fault in fault.into_iter().chain(oddities(&source.text)) {
            self.report(source.diagnostic(fault, 0));
        }
        if cut {
            self.report(Diagnostic::new(Problem::TooLarge { limit: self.limits.bytes }, source.location(source.text.len())));
        }
        let reader = Reader::new(Arc::new(source));
        self.waiting.push_back(Pending { reader, frames: frames.into_iter(), offset: 0, summary });
    }

    fn finish_source(&mut self) {
        if let Some(source) = self.waiting.pop_front() {
            self.bytes_done += source.summary.bytes;
            self.reading.sources.push(source.summary);
        }
    }

    fn keep(&mut self, results: Results) {
        for result in results {
            match result {
                Err(diagnostic) => self.report(diagnostic),
                Ok(_) if self.full => {}
                Ok(object) if self.objects == self.limits.objects => {
                    self.full = true;
                    self.report(Diagnostic::new(Problem::TooManyObjects { limit: self.limits.objects }, object.location()));
                }
                Ok(object) => {
                    self.objects += 1;
                    self.reading.objects.push(object);
                    if let Some(source) = self.waiting.front_mut() {
                        source.summary.objects += 1;
                    }
                }
            }
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        if self.reading.diagnostics.len() < self.limits.diagnostics {
            self.reading.diagnostics.push(diagnostic);
        } else {
            self.reading.dropped_diagnostics += 1;
        }
    }
}

/// Lines longer than this are worth a note: views cut them.
const LONG_LINE: usize = 500_000;

/// What is unusual about a text, but no obstacle to reading it.
fn oddities(text: &str) -> impl Iterator<Item = Fault> {
    let carriage_return = text.find("\r\n").map(|offset| Fault { problem: Problem::CarriageReturns, offset });
    let start = |line: &str| line.as_ptr() as usize - text.as_ptr() as usize;
    let long_line = text.split('\n').find(|line| line.len() > LONG_LINE);
    carriage_return
        .into_iter()
        .chain(long_line.map(move |line| Fault { problem: Problem::LongLine { bytes: line.len() }, offset: start(line) }))
}
