//! One command a file.

mod diff;
mod get;
mod history;
mod list;
mod manifest;
mod plan;
mod undo;

use rollscope_core::Diagnostic;
use rollscope_core::history::History;
use rollscope_core::input::Object;
use rollscope_core::model::{Export, Resource, WorkloadKind};
use serde::Serialize;

use crate::arguments::{Arguments, Command, Common, Plan, Rollout, Target};
use crate::export::{self, diagnostic_line};
use crate::failure::Failure;
use crate::output::{self, visible};

/// Runs a command and returns its exit status.
pub(crate) fn run(arguments: &Arguments) -> Result<u8, Failure> {
    let common = &arguments.common;
    match &arguments.command {
        Command::Rollout { command: Rollout::History(asked) } => of_kubectl(common, |export| history::run(common, asked, export)),
        Command::Get(asked) => of_kubectl(common, |export| get::run(common, asked, export)),
        Command::List(asked) => list::run(common, asked, &export::read(&common.files)?),
        Command::Diff(asked) => {
            manifest::check(common, asked)?;
            ours(common, |export| diff::run(common, asked, export))
        }
        Command::Undo(asked) => ours(common, |export| undo::run(common, asked, export)),
        Command::Plan { command: Plan::Undo(asked) } => ours(common, |export| plan::run(common, asked, export)),
    }
}

/// Our own commands say what could not be read as compilers do, and have no answer if nothing could be.
fn ours(common: &Common, answer: impl FnOnce(&Export) -> Result<u8, Failure>) -> Result<u8, Failure> {
    let export = export::read(&common.files)?;
    tell(export.diagnostics(), export.diagnostic_count());
    answer(&export)
}

/// Says what could not be read, or not as it stands, of `count` such things.
fn tell(diagnostics: &[Diagnostic], count: usize) {
    for diagnostic in diagnostics {
        anstream::eprintln!("{}", diagnostic_line(diagnostic));
    }
    let hidden = count.saturating_sub(diagnostics.len());
    if hidden > 0 {
        anstream::eprintln!("{hidden} further notes like these are not shown");
    }
}

/// kubectl's commands keep kubectl's statuses, and say what could not be read as kubectl logs: its standard error is compared by scripts.
fn of_kubectl(common: &Common, answer: impl FnOnce(&Export) -> Result<u8, Failure>) -> Result<u8, Failure> {
    let export = export::read(&common.files).map_err(|failure| failure.with_status(1))?;
    log(common, &export, export.diagnostics());
    answer(&export)
}

/// Diagnostics in the form of klog: `W1120 09:29:47.000000 all.yaml:812:9] …`.
fn log(common: &Common, export: &Export, diagnostics: &[Diagnostic]) {
    let now = common.now.or_else(|| export.newest_time()).unwrap_or_default();
    let [_, month, day_and_time] = now.to_string().splitn(3, '-').map(str::to_owned).collect::<Vec<_>>().try_into().unwrap_or_default();
    let (day, clock) = day_and_time.split_once('T').unwrap_or_default();
    let clock = clock.trim_end_matches('Z');
    for diagnostic in diagnostics {
        let letter = match diagnostic.problem.severity() {
            rollscope_core::Severity::Info => 'I',
            rollscope_core::Severity::Warning => 'W',
            rollscope_core::Severity::Error => 'E',
        };
        let text = visible(&diagnostic.problem.to_string());
        let place = visible(&diagnostic.location.to_string());
        anstream::eprintln!("{letter}{month}{day} {clock}.000000 {place}] {text}");
    }
}

/// The kind of object that a word stands for.
fn resource(export: &Export, word: &str) -> Result<Resource, Failure> {
    Resource::from_argument(word, export.objects().map(|object| &object.identity)).ok_or_else(|| {
        let name = word.split('.').next().unwrap_or_default();
        Failure::of_kubectl(format!("the server doesn't have a resource type \"{name}\""))
    })
}

/// The object of a kind with a name. Without a namespace its name must be in one only.
fn find<'a>(common: &Common, export: &'a Export, resource: &Resource, name: &str) -> Result<&'a Object, Failure> {
    let is_meant = |object: &&Object| {
        object.identity.name == name && common.includes(&object.identity.namespace) && resource.includes(&object.identity)
    };
    let named: Vec<_> = export.objects().filter(is_meant).collect();
    match named.as_slice() {
        [] => Err(Failure::not_found(resource, name)),
        [object] => Ok(object),
        several => {
            let namespaces: Vec<_> = several.iter().map(|object| object.identity.namespace.as_str()).collect();
            Err(Failure::of_kubectl(format!(
                "{resource} \"{name}\" is in {} namespaces: choose one with -n: {}",
                several.len(),
                namespaces.join(", ")
            )))
        }
    }
}

/// The workload that is called so.
fn workload<'a>(common: &Common, export: &'a Export, word: &str, name: &str) -> Result<(WorkloadKind, &'a Object), Failure> {
    let resource = resource(export, word)?;
    let kind = resource.workload().ok_or_else(|| {
        let kinds = WorkloadKind::ALL.map(WorkloadKind::singular).join(", ");
        Failure::no_answer(format!("{} has no revisions; the kinds that have are {kinds}", resource.kind_and_group()))
    })?;
    Ok((kind, find(common, export, &resource, name)?))
}

/// The history of the workload that was asked for; what is wrong with it goes to standard error.
fn history_of<'a>(common: &Common, target: &Target, export: &'a Export) -> Result<History<'a>, Failure> {
    let (kind, name) = target.one().map_err(Failure::no_answer)?;
    let (kind, object) = workload(common, export, kind, name).map_err(|failure| failure.with_status(2))?;
    let history = History::of(export, kind, object);
    tell(&history.diagnostics, history.diagnostics.len());
    Ok(history)
}

/// An answer for programs: the data with a version and a kind, as Kubernetes' own objects have them.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Versioned<'a, T> {
    api_version: &'static str,
    kind: &'static str,
    #[serde(flatten)]
    answer: &'a T,
}

/// Prints an answer for programs.
fn print_json<T: Serialize>(kind: &'static str, answer: &T) -> Result<(), Failure> {
    let versioned = Versioned { api_version: "rollscope/v1", kind, answer };
    let text = serde_json::to_string_pretty(&versioned).map_err(Failure::no_answer)?;
    output::exactly(&format!("{text}\n"))
}
