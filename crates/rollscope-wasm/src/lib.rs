//! rollscope for the browser: one session object, made to live in a worker. Questions and answers cross as text; the answers are JSON in the form of
//! `rollscope_core::report::answer`.

use std::cell::{OnceCell, RefCell};

use rollscope_core::history::History;
use rollscope_core::input;
use rollscope_core::model::{Export, WorkloadKind};
use rollscope_core::report::answer::Overview;
use rollscope_core::report::{self, Side, kubectl};
use rollscope_core::{Limits, Value};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// What was read so far, and the answers about it.
#[wasm_bindgen]
pub struct Session {
    reader: input::Session,
    export: Export,
    /// What is asked for page by page is made once.
    overview: OnceCell<Overview>,
    history: RefCell<Option<report::answer::History>>,
}

#[wasm_bindgen]
impl Session {
    /// A session that has read nothing.
    #[wasm_bindgen(constructor)]
    #[expect(clippy::new_without_default, reason = "JavaScript has no default")]
    pub fn new() -> Self {
        // A panic would be a bug and ends the worker; the console then tells where it was.
        std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
        Self {
            reader: input::Session::new(Limits::default()),
            export: Export::default(),
            overview: OnceCell::new(),
            history: RefCell::new(None),
        }
    }

    /// A source starts: a file, or text that was pasted.
    pub fn begin(&mut self, name: &str) {
        self.reader.begin(name);
    }

    /// Bytes of the source.
    pub fn feed(&mut self, chunk: &js_sys::Uint8Array) {
        self.reader.feed(&chunk.to_vec());
    }

    /// The source is complete.
    pub fn end(&mut self) {
        self.reader.end();
    }

    /// Reads about `budget` bytes into objects and tells how far reading has come, as `Progress`. To be called until it is done.
    pub fn step(&mut self, budget: usize) -> Result<String, JsError> {
        let progress = self.reader.step(budget);
        if progress.done {
            self.export.add(self.reader.take());
            self.overview.take();
            self.history.take();
        }
        json(&progress)
    }

    /// What the export holds, with `limit` of its workloads from `offset` on, as `Overview`.
    pub fn overview(&self, offset: usize, limit: usize) -> Result<String, JsError> {
        json(&self.overview.get_or_init(|| report::overview(&self.export)).page(offset, limit))
    }

    /// The revisions of a workload, newest first, as `History`.
    pub fn history(&self, id: &str, offset: usize, limit: usize) -> Result<String, JsError> {
        let mut last = self.history.borrow_mut();
        match &*last {
            Some(history) if history.workload.id == id => json(&history.page(offset, limit)),
            _ => json(&last.insert(report::history(&self.export, &self.history_of(id)?)).page(offset, limit)),
        }
    }

    /// What changed between two sides, as `Diff`. A side is the number of a revision in decimal, or `live`, the workload's own template.
    pub fn diff(&self, id: &str, from: &str, to: &str) -> Result<String, JsError> {
        json(&report::diff(&self.history_of(id)?, from.parse()?, to.parse()?)?)
    }

    /// What an undo to a revision would do, as `Undo`; 0 stands for the revision before.
    pub fn undo(&self, id: &str, revision: f64) -> Result<String, JsError> {
        json(&report::undo(&self.export, &self.history_of(id)?, revision as i64, None, None))
    }

    /// One side as YAML: the pod template of a revision, or with `live` the workload as exported.
    pub fn manifest(&self, id: &str, side: &str) -> Result<String, JsError> {
        let history = self.history_of(id)?;
        let object = match side.parse()? {
            Side::Live => Some(&history.body),
            Side::Revision(number) => history.revision(number).and_then(|revision| revision.template.as_ref()),
        };
        let object: &Value = object.ok_or_else(|| JsError::new("the export holds no such revision"))?;
        Ok(kubectl::print::yaml(object)?)
    }

    /// A revision, by its number in decimal, as `kubectl rollout history --revision` prints it.
    pub fn describe(&self, id: &str, revision: &str) -> Result<String, JsError> {
        Ok(kubectl::rollout::revision(&self.history_of(id)?, revision.parse()?, kubectl::Version::NEWEST)?)
    }

    fn history_of(&self, id: &str) -> Result<History<'_>, JsError> {
        let mut words = id.splitn(3, '/');
        let kind = words.next().and_then(WorkloadKind::from_argument);
        let workload = match (kind, words.next(), words.next()) {
            (Some(kind), Some(namespace), Some(name)) => self.export.find(kind.name(), namespace, name).map(|object| (kind, object)),
            _ => None,
        };
        let (kind, object) = workload.ok_or_else(|| JsError::new(&format!("the export holds no {id}")))?;
        Ok(History::of(&self.export, kind, object))
    }
}

fn json<T: Serialize>(answer: &T) -> Result<String, JsError> {
    Ok(serde_json::to_string(answer)?)
}
