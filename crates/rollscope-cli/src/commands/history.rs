//! `rollout history`: as kubectl prints it.

use rollscope_core::history::History;
use rollscope_core::input::Object;
use rollscope_core::model::{Export, WorkloadKind};
use rollscope_core::report::kubectl::rollout;

use crate::arguments::{Common, RolloutHistory};
use crate::failure::Failure;
use crate::output;

pub(super) fn run(common: &Common, asked: &RolloutHistory, export: &Export) -> Result<u8, Failure> {
    let targets = asked.of.all().map_err(Failure::of_kubectl)?;
    if asked.revision < 0 {
        return Err(Failure::of_kubectl(format!("revision must be a positive integer: {}", asked.revision)));
    }
    for (kind, name) in targets {
        let kind = super::workload_kind(kind)?;
        let objects = match name {
            Some(name) => vec![super::workload(common, export, kind, name)?],
            None => all_of(common, export, kind),
        };
        for object in objects {
            print(common, asked, export, &History::of(export, kind, object))?;
        }
    }
    Ok(0)
}

/// The workloads of a kind, by name; of every namespace if none is given.
fn all_of<'a>(common: &Common, export: &'a Export, kind: WorkloadKind) -> Vec<&'a Object> {
    let wanted = |object: &&Object| common.namespace.as_ref().is_none_or(|namespace| object.identity.namespace == *namespace);
    export.of_kind(kind.name()).filter(wanted).collect()
}

fn print(common: &Common, asked: &RolloutHistory, export: &Export, history: &History<'_>) -> Result<(), Failure> {
    super::log(common, export, &history.diagnostics);
    let text = match asked.revision {
        0 => rollout::history_table(history),
        number => rollout::revision(history, number, common.kubectl_version).map_err(Failure::of_kubectl)?,
    };
    output::exactly(&text)
}
