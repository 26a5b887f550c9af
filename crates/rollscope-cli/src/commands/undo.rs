//! `undo`: the object as an undo leaves it, or the patch that kubectl would send.

use rollscope_core::model::Export;
use rollscope_core::report::kubectl;
use rollscope_core::rollout::undo::{Patch, UndoResult};
use rollscope_core::{Value, rollout};

use crate::arguments::{Common, Undo, UndoOutput};
use crate::failure::Failure;
use crate::output::{self, visible};

pub(super) fn run(common: &Common, asked: &Undo, export: &Export) -> Result<u8, Failure> {
    let history = super::history_of(common, &asked.of, export)?;
    let version = common.kubectl_version.unwrap_or(kubectl::Version::NEWEST);
    let undo = rollout::undo(&history, asked.to_revision, common.kubectl_version.map(kubectl::Version::writes_null_time));
    let line = kubectl::rollout::undo_line(&history, &undo, asked.to_revision, version);
    if let Some(warning) = kubectl::rollout::undo_warning(&history, &undo, version) {
        anstream::eprintln!("{}", visible(&warning));
    }
    let object = match &undo.result {
        UndoResult::Refused(_) => return Err(Failure::no_answer(line.trim_start_matches("error: "))),
        UndoResult::Skipped => &history.body,
        UndoResult::RolledBack { object, .. } => object,
    };
    // Nothing was done: kubectl's own words for that stand behind its line.
    anstream::eprintln!("{} (dry run)", visible(&line));
    let text = match asked.output {
        UndoOutput::Yaml => kubectl::print::yaml(object).map_err(Failure::no_answer)?,
        UndoOutput::Json => kubectl::print::json(object),
        UndoOutput::Patch => kubectl::print::json(&patch(&undo.result)),
    };
    output::exactly(&text)?;
    Ok(0)
}

/// What kubectl sends; for an undo that is skipped nothing, which an empty list of operations says.
fn patch(result: &UndoResult) -> Value {
    match result {
        UndoResult::RolledBack { patch: Patch::Json(body) | Patch::StrategicMerge(body), .. } => body.clone(),
        UndoResult::Skipped | UndoResult::Refused(_) => Value::List(Vec::new()),
    }
}
