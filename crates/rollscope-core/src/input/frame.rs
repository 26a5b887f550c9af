//! One text to frames: the parts of it that are read one by one.
//!
//! A frame is a document, or one item of a list. Frames are found by looking at the text only, so that a part that breaks hides no other,
//! and so that reading can pause between any two of them.

use std::borrow::Cow;
use std::ops::Range;

use crate::input::source::Fault;
use crate::input::{split_json, split_yaml};
use crate::limits::Limits;

/// A part of a text that is read on its own.
#[derive(Debug, PartialEq)]
pub(crate) enum Frame {
    /// A YAML document, or several where the text hides it.
    Yaml(Range<usize>),
    /// One JSON value.
    Json(Range<usize>),
    /// What looked like a JSON value and breaks; it may still be YAML in flow style.
    Broken(Range<usize>, Fault),
    /// A list begins whose items are the next frames.
    ListStart(List),
    /// One item of the list that began last. A YAML item is a sequence of one entry.
    Item(Range<usize>),
    /// The list that began last is over.
    ListEnd(usize),
    /// A part that cannot be read; the fault's offset counts from the start of the text.
    Fault(Fault),
    /// Lines that belong to none of the frames, even where they stand inside one. Comes first.
    Strays(Strays),
}

/// What stands around the items of a list.
#[derive(Debug, PartialEq)]
pub(crate) struct List {
    pub(crate) format: Format,
    /// All of the list.
    pub(crate) document: Range<usize>,
    pub(crate) head: Head,
    /// Whether the items may not be where they seem to be.
    pub(crate) doubtful: bool,
}

/// What says which kind of list this is.
#[derive(Debug, PartialEq)]
pub(crate) enum Head {
    /// A sequence that stands alone.
    Bare,
    /// The YAML text before and behind the items, still to be read.
    Text(Range<usize>, Range<usize>),
    /// The fields `kind` and `apiVersion`.
    Fields { kind: Option<String>, api_version: Option<String> },
}

/// The format of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Format {
    /// YAML: one document or many.
    Yaml,
    /// JSON: one value or many, one behind the other.
    Json,
}

impl Frame {
    /// Where the frame ends, if it says so.
    pub(crate) fn end(&self) -> Option<usize> {
        match self {
            Self::Yaml(range) | Self::Json(range) | Self::Broken(range, _) | Self::Item(range) => Some(range.end),
            Self::ListEnd(end) => Some(*end),
            Self::ListStart(_) | Self::Fault(_) | Self::Strays(_) => None,
        }
    }
}

/// The format of a text and its frames, in order.
pub(crate) fn split(text: &str, limits: &Limits) -> (Format, Vec<Frame>) {
    let format = if starts_as_json(behind_strays(text)) { Format::Json } else { Format::Yaml };
    let strays = Strays::find(text, format);
    let mut frames = match format {
        Format::Json => split_json::split(text, limits, &strays),
        Format::Yaml => split_yaml::split(text, &strays),
    };
    if !strays.0.is_empty() {
        frames.insert(0, Frame::Strays(strays));
    }
    (format, frames)
}

/// The text behind the stray lines at its top: they do not tell its format.
fn behind_strays(text: &str) -> &str {
    let mut rest = text;
    while let Some(line) = rest.split_inclusive('\n').next().filter(|line| line.trim().is_empty() || is_log(line) || is_warning(line)) {
        rest = rest.get(line.len()..).unwrap_or_default();
    }
    rest
}

/// Whether a text begins as JSON does. YAML in flow style begins alike, but with a bare word.
pub(crate) fn starts_as_json(text: &str) -> bool {
    let text = text.trim_start();
    let inner = behind_strays(text.get(1..).unwrap_or_default()).trim_start().chars().next();
    match text.chars().next() {
        Some('{') => matches!(inner, None | Some('"' | '}')),
        Some('[') => matches!(inner, None | Some('{' | '[' | '"' | ']')),
        _ => false,
    }
}

/// `kubectl cluster-info dump` writes logs between the objects, framed by such lines.
pub(crate) const LOGS_START: &str = "==== START logs for container ";
/// The end of such logs.
pub(crate) const LOGS_END: &str = "==== END logs for container ";

/// Where the logs that start at `offset` end: behind their last line, or at the end of the text.
pub(crate) fn logs_end(text: &str, offset: usize) -> usize {
    let mut at = offset;
    for line in text.get(offset..).unwrap_or_default().split_inclusive('\n') {
        at += line.len();
        if line.starts_with(LOGS_END) {
            return at;
        }
    }
    text.len()
}

/// Lines that kubectl wrote to its standard error, where that went into the same file: `kubectl get ... > file 2>&1`. In order, line breaks included.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Strays(Vec<Range<usize>>);

impl Strays {
    /// The stray lines of a text. Container logs, which are no objects anyway, are left out.
    pub(crate) fn find(text: &str, format: Format) -> Self {
        let mut search = StraySearch { json: format == Format::Json, ..StraySearch::default() };
        let (mut offset, mut skipped_until) = (0, 0);
        for line in text.split_inclusive('\n') {
            let range = offset..offset + line.len();
            offset = range.end;
            if range.start < skipped_until {
                continue;
            }
            if line.starts_with(LOGS_START) {
                skipped_until = logs_end(text, range.start);
                search.document_ends();
            } else {
                search.line(line, range);
            }
        }
        search.document_ends();
        search.strays.sort_unstable_by_key(|stray| stray.start);
        Self(search.strays)
    }

    /// Where the first of them starts.
    pub(crate) fn first(&self) -> Option<usize> {
        self.0.first().map(|stray| stray.start)
    }

    /// Where the stray line ends that starts at `offset`, if one does.
    pub(crate) fn end_of(&self, offset: usize) -> Option<usize> {
        let index = self.0.binary_search_by_key(&offset, |stray| stray.start).ok()?;
        self.0.get(index).map(|stray| stray.end)
    }

    fn within(&self, range: &Range<usize>) -> &[Range<usize>] {
        let first = self.0.partition_point(|stray| stray.start < range.start);
        let end = self.0.partition_point(|stray| stray.start < range.end);
        self.0.get(first..end).unwrap_or_default()
    }

    /// Whether a range holds one.
    pub(crate) fn touch(&self, range: &Range<usize>) -> bool {
        !self.within(range).is_empty()
    }

    /// A range without the stray lines at its ends, so that few ranges hold any.
    pub(crate) fn trim(&self, text: &str, range: Range<usize>) -> Range<usize> {
        let is_blank = |range: Range<usize>| text.get(range).is_some_and(|between| between.trim().is_empty());
        let Range { mut start, mut end } = range;
        for stray in self.within(&(start..end)) {
            if !is_blank(start..stray.start) {
                break;
            }
            start = stray.end.min(end);
        }
        for stray in self.within(&(start..end)).iter().rev() {
            if !is_blank(stray.end.min(end)..end) {
                break;
            }
            end = stray.start;
        }
        start..end
    }

    /// The text of a range without the stray lines in it.
    pub(crate) fn excerpt<'t>(&self, text: &'t str, range: &Range<usize>) -> Excerpt<'t> {
        let mut cuts = Vec::new();
        let (mut kept, mut start, mut cut) = (String::new(), range.start, 0);
        for stray in self.within(range) {
            kept += text.get(start..stray.start).unwrap_or_default();
            cut += stray.len();
            cuts.push((kept.len(), cut));
            start = stray.end;
        }
        let rest = text.get(start.min(range.end)..range.end).unwrap_or_default();
        Excerpt { text: if cuts.is_empty() { Cow::Borrowed(rest) } else { Cow::Owned(kept + rest) }, cuts }
    }
}

/// A part of a text without its stray lines.
pub(crate) struct Excerpt<'t> {
    pub(crate) text: Cow<'t, str>,
    /// Where lines were taken out, and how many bytes up to there.
    cuts: Vec<(usize, usize)>,
}

impl Excerpt<'_> {
    /// The offset in the part, stray lines included, of an offset in the excerpt.
    pub(crate) fn original(&self, offset: usize) -> usize {
        let before = self.cuts.partition_point(|(at, _)| *at <= offset);
        let cut = before.checked_sub(1).and_then(|last| self.cuts.get(last)).map_or(0, |(_, cut)| *cut);
        offset + cut
    }
}

/// Looks for stray lines, line by line.
///
/// A log line cannot be mistaken. `Warning: ...` may be a field of an object in YAML: it is one where the document holds together with it.
#[derive(Default)]
struct StraySearch {
    json: bool,
    strays: Vec<Range<usize>>,
    /// Warnings of which the next line tells whether they are a field.
    warnings: Vec<Range<usize>>,
    /// Whether one of them cannot be a field.
    broken: bool,
    /// Whether the document is a block map, once it has a line.
    block_map: Option<bool>,
    /// Whether the document has a field `Warning` already.
    has_field: bool,
}

impl StraySearch {
    fn line(&mut self, line: &str, range: Range<usize>) {
        if is_log(line) || (self.json && is_warning(line)) {
            self.strays.push(range);
        } else if self.json || line.trim_start().is_empty() || line.starts_with('#') {
            // These stand anywhere without a meaning.
        } else if is_warning(line) {
            self.broken |= !is_field(line);
            self.warnings.push(range);
        } else if line.starts_with("---") || line.starts_with("...") {
            self.document_ends();
        } else {
            // A field of a block map is not followed by what is part of another one, or of a list.
            let goes_on = line.starts_with([' ', '\t', '{', '[']) || line.starts_with("- ") || line.trim_end() == "-";
            self.settle(!goes_on);
            self.block_map.get_or_insert(!goes_on);
        }
    }

    fn document_ends(&mut self) {
        self.settle(self.block_map.is_some());
        (self.block_map, self.has_field) = (None, false);
    }

    fn settle(&mut self, field_may_stand_here: bool) {
        if self.warnings.is_empty() {
            return;
        }
        let one = self.warnings.len() == 1 && !self.has_field && !self.broken;
        if one && field_may_stand_here && self.block_map != Some(false) {
            self.has_field = true;
        } else {
            self.strays.append(&mut self.warnings);
        }
        self.warnings.clear();
        self.broken = false;
    }
}

/// Whether a line starts as klog starts them: `I1120 09:17:52.000000   12345 request.go:668] `.
pub(crate) fn is_log(line: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let Some((head, said)) = line.strip_prefix(['I', 'W', 'E', 'F']).and_then(|line| line.split_once(']')) else { return false };
    let mut words = head.split(' ').filter(|word| !word.is_empty());
    let (Some(day), Some(time), Some(thread), Some(place), None) = (words.next(), words.next(), words.next(), words.next(), words.next())
    else {
        return false;
    };
    let is_time = |time: &str| {
        let parts = time.split_once('.').map(|(clock, fraction)| (clock.split(':').collect::<Vec<_>>(), fraction));
        parts.is_some_and(|(clock, fraction)| {
            clock.len() == 3 && clock.iter().all(|part| part.len() == 2 && digits(part)) && digits(fraction)
        })
    };
    head.starts_with(day)
        && day.len() == 4
        && digits(day)
        && is_time(time)
        && digits(thread)
        && place.rsplit_once(':').is_some_and(|(file, line)| !file.is_empty() && digits(line))
        && said.chars().next().is_none_or(|next| next.is_ascii_whitespace())
}

fn is_warning(line: &str) -> bool {
    line.starts_with("Warning: ")
}

/// Whether a line with a warning could be a field of YAML.
fn is_field(line: &str) -> bool {
    let value = line.strip_prefix("Warning: ").unwrap_or_default().trim();
    let bytes = value.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(b'"'), Some(b'"')) | (Some(b'\''), Some(b'\'')) | (Some(b'{'), Some(b'}')) | (Some(b'['), Some(b']')) | (None, _) => true,
        (Some(b'|' | b'>'), _) => value.len() <= 3,
        (Some(first), _) => {
            (first.is_ascii_alphanumeric() || !first.is_ascii()) && !(value.contains(": ") || value.ends_with(':') || value.contains(" #"))
        }
    }
}
