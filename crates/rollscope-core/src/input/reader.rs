//! Frames to objects.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Problem};
use crate::input::frame::{Format, Frame, Head, List, Strays};
use crate::input::object::{ListKind, Object, Place};
use crate::input::source::{Fault, Source};
use crate::input::yaml::{Step, Stream};
use crate::input::{json, shape, yaml};
use crate::limits::Limits;
use crate::value::{Map, Value};

/// What a frame gave: objects, and what is to be said about it.
pub(crate) type Results = Vec<Result<Object, Diagnostic>>;

/// Reads the frames of one source, in order.
#[derive(Debug)]
pub(crate) struct Reader {
    source: Arc<Source>,
    strays: Strays,
    list: Option<OpenList>,
    results: Results,
}

/// The list whose items are being read.
#[derive(Debug)]
struct OpenList {
    list: List,
    kind: Option<Arc<ListKind>>,
    /// The index of the next item.
    next: usize,
    /// Whether the items were already read with the document as a whole.
    done: bool,
    /// Whether reading the document as a whole was tried and failed, which is not worth trying twice.
    tried: bool,
    /// Whether the text around the items says what they are; a list that is cut off does not.
    says_kind: bool,
}

impl Reader {
    pub(crate) fn new(source: Arc<Source>) -> Self {
        Self { source, strays: Strays::default(), list: None, results: Vec::new() }
    }

    /// Reads one frame.
    pub(crate) fn read(&mut self, frame: Frame) -> Results {
        match frame {
            Frame::Yaml(range) => self.yaml(range),
            Frame::Json(range) => self.json(range),
            Frame::Broken(range, fault) => self.broken(range, fault),
            Frame::ListStart(list) => self.list_start(list),
            Frame::Item(range) => self.item(range),
            Frame::ListEnd(end) => self.list_end(end),
            Frame::Fault(fault) => self.report(fault, 0),
            Frame::Strays(strays) => self.strays(strays),
        }
        std::mem::take(&mut self.results)
    }

    fn report(&mut self, fault: Fault, base: usize) {
        self.results.push(Err(self.source.diagnostic(fault, base)));
    }

    fn place(&self, format: Format, range: Range<usize>) -> Place {
        Place::new(self.source.clone(), format, range)
    }

    fn strays(&mut self, strays: Strays) {
        // One word for all of them: they come in dozens, and nothing is lost.
        if let Some(offset) = strays.first() {
            self.report(Fault { problem: Problem::StrayText, offset }, 0);
        }
        self.strays = strays;
    }

    /// Reads a part of the source without its stray lines. Faults are counted with them.
    fn read_part<T>(
        &self,
        range: &Range<usize>,
        read: impl Fn(&str, &Limits) -> Result<(T, Vec<Fault>), Fault>,
    ) -> Result<(T, Vec<Fault>), Fault> {
        let part = self.strays.excerpt(&self.source.text, range);
        let place = |fault: Fault| Fault { offset: part.original(fault.offset), ..fault };
        let (read, warnings) = read(&part.text, &self.source.limits).map_err(place)?;
        Ok((read, warnings.into_iter().map(place).collect()))
    }

    fn read_yaml(&self, range: &Range<usize>) -> Result<Stream, Fault> {
        let read = |text: &str, limits: &Limits| yaml::read(text, limits).map(|stream| (stream.documents, stream.warnings));
        self.read_part(range, read).map(|(documents, warnings)| Stream { documents, warnings })
    }

    fn unwrap(&mut self, value: Value, place: Place, kind: Option<&Arc<ListKind>>) {
        shape::unwrap(value, place, kind, &self.strays, &mut self.results);
    }

    fn yaml(&mut self, range: Range<usize>) {
        let range = self.strays.trim(&self.source.text, range);
        match self.read_yaml(&range) {
            Ok(stream) => self.documents(stream, range, None),
            Err(fault) => self.report(fault, range.start),
        }
    }

    fn documents(&mut self, stream: Stream, range: Range<usize>, kind: Option<&Arc<ListKind>>) {
        for warning in stream.warnings {
            self.report(warning, range.start);
        }
        let single = stream.documents.len() == 1;
        let place = self.place(Format::Yaml, range);
        for document in stream.documents.into_iter().filter(|document| *document != Value::Null) {
            if single {
                self.unwrap(document, place.clone(), kind);
            } else {
                shape::unwrap_kept(document, place.clone(), &self.strays, &mut self.results);
            }
        }
    }

    fn json(&mut self, range: Range<usize>) {
        let kind = self.list.as_ref().and_then(|list| list.kind.clone());
        match self.read_part(&range, json::read) {
            Ok((value, warnings)) => {
                for warning in warnings {
                    self.report(warning, range.start);
                }
                self.unwrap(value, self.place(Format::Json, range), kind.as_ref());
            }
            Err(fault) => self.report(fault, range.start),
        }
    }

    /// kubectl, too, takes for YAML what begins like JSON and is none.
    fn broken(&mut self, range: Range<usize>, fault: Fault) {
        let stream = match fault.problem {
            Problem::Syntax { .. } => self.read_yaml(&range).ok(),
            _ => None,
        };
        match stream {
            Some(stream) => {
                let kind = self.list.as_ref().and_then(|list| list.kind.clone());
                self.documents(stream, range, kind.as_ref());
            }
            None => self.report(fault, range.start),
        }
    }

    fn list_start(&mut self, list: List) {
        let mut open = OpenList { kind: None, next: 0, done: false, tried: false, says_kind: true, list };
        if open.list.doubtful {
            self.read_whole(&mut open);
        }
        if !open.done {
            self.list_head(&mut open);
        }
        self.list = Some(open);
    }

    /// Reads the document as one, if it reads.
    fn read_whole(&mut self, open: &mut OpenList) {
        let range = open.list.document.clone();
        open.tried = true;
        if let Ok(stream) = self.read_yaml(&range) {
            self.documents(stream, range, None);
            open.done = true;
        }
    }

    fn list_head(&mut self, open: &mut OpenList) {
        match &open.list.head {
            Head::Bare => {}
            Head::Fields { kind, api_version } => {
                open.kind = ListKind::new(kind.as_deref().unwrap_or_default(), api_version.as_deref().unwrap_or_default());
            }
            Head::Text(before, behind) => match self.read_head(before, behind) {
                Ok(fields) if shape::is_named(&fields) => {
                    open.done = true;
                    self.yaml(open.list.document.clone());
                }
                // The items stand twice, and the later ones hold.
                Ok(fields) if fields.get("items").is_some_and(|items| *items != Value::Null) => self.read_whole(open),
                Ok(fields) => {
                    open.says_kind = fields.get("kind").and_then(Value::as_str).is_some_and(|kind| kind.ends_with("List"));
                    open.kind = shape::list_kind(&fields);
                }
                // Either the document is broken around its items, or it was not as it looked.
                Err((fault, base)) => {
                    self.read_rest(open);
                    if !open.done {
                        self.report(fault, base);
                    }
                }
            },
        }
    }

    /// The fields around the items. The fault counts from the offset beside it.
    fn read_head(&mut self, before: &Range<usize>, behind: &Range<usize>) -> Result<Map, (Fault, usize)> {
        let mut head = Map::new();
        for range in [before, behind] {
            let stream = self.read_yaml(range).map_err(|fault| (fault, range.start))?;
            for document in stream.documents {
                match document {
                    Value::Null => {}
                    Value::Map(fields) => {
                        for (name, value) in fields.iter() {
                            head.insert(name, value.clone());
                        }
                    }
                    other => {
                        let problem =
                            Problem::Syntax { format: "YAML", detail: format!("expected the fields of a list, found {}", other.noun()) };
                        return Err((Fault { problem, offset: 0 }, range.start));
                    }
                }
            }
        }
        Ok(head)
    }

    fn item(&mut self, range: Range<usize>) {
        let Some(mut open) = self.list.take() else { return };
        if !open.done {
            match open.list.format {
                Format::Json => {
                    self.list = Some(open);
                    self.json(range);
                    return;
                }
                Format::Yaml => self.yaml_item(range, &mut open),
            }
            open.next += 1;
        }
        self.list = Some(open);
    }

    fn yaml_item(&mut self, range: Range<usize>, open: &mut OpenList) {
        let range = self.strays.trim(&self.source.text, range);
        let fault = match self.read_yaml(&range) {
            Ok(stream) => match single_entry(stream) {
                Some((value, warnings)) => {
                    for warning in warnings {
                        self.report(warning, range.start);
                    }
                    let place = self.place(Format::Yaml, range).below(Step::Entry(0));
                    self.unwrap(value, place, open.kind.as_ref());
                    return;
                }
                None => {
                    let problem = Problem::Syntax { format: "YAML", detail: "this is not one item of a list".to_owned() };
                    Fault { problem, offset: 0 }
                }
            },
            Err(fault) => fault,
        };
        self.read_rest(open);
        if !open.done {
            self.report(fault, range.start);
        }
    }

    /// Reads the document as a whole and takes the items that are not read yet.
    ///
    /// An item that does not read on its own may need its surroundings, as one with an alias does, or it was cut wrongly. Those before it were
    /// right: each of them was complete. If the whole does not read either, the item is broken, and those behind it are still read on their own.
    fn read_rest(&mut self, open: &mut OpenList) {
        if std::mem::replace(&mut open.tried, true) {
            return;
        }
        let range = open.list.document.clone();
        let Some((items, kind, way, warnings)) = self.read_yaml(&range).ok().and_then(whole_list) else { return };
        let place = self.place(Format::Yaml, range.clone());
        let place = way.into_iter().fold(place, |place, step| place.below(step));
        let kind = open.kind.clone().or(kind);
        shape::unwrap_items(items, open.next, &place, kind.as_ref(), &self.strays, &mut self.results);
        if open.next == 0 {
            for warning in warnings {
                self.report(warning, range.start);
            }
        }
        open.done = true;
        open.says_kind = true;
    }

    fn list_end(&mut self, end: usize) {
        if let Some(open) = self.list.take()
            && !open.says_kind
        {
            self.report(Fault { problem: Problem::CutOff { what: "the list" }, offset: end }, 0);
        }
    }
}

/// The item that a text holds, if it is a sequence of exactly one.
fn single_entry(stream: Stream) -> Option<(Value, Vec<Fault>)> {
    let [Value::List(entries)] = <[Value; 1]>::try_from(stream.documents).ok()? else { return None };
    let [entry] = <[Value; 1]>::try_from(entries).ok()?;
    Some((entry, stream.warnings))
}

type WholeList = (Vec<Value>, Option<Arc<ListKind>>, Vec<Step<'static>>, Vec<Fault>);

/// The items of a document that is a list, what it says of them, and the way to them.
fn whole_list(stream: Stream) -> Option<WholeList> {
    let [document] = <[Value; 1]>::try_from(stream.documents).ok()?;
    match document {
        Value::List(items) => Some((items, None, Vec::new(), stream.warnings)),
        Value::Map(mut fields) => {
            let Some(Value::List(items)) = fields.remove("items") else { return None };
            Some((items, shape::list_kind(&fields), vec![Step::Field("items")], stream.warnings))
        }
        _ => None,
    }
}
