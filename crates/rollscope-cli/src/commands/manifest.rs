//! A manifest that a workload is compared with: `diff --to-file`.

use std::path::Path;

use rollscope_core::Value;
use rollscope_core::history::History;
use rollscope_core::input::{Identity, Object};
use rollscope_core::model::Export;

use crate::arguments::{Common, Diff};
use crate::export::{self, STANDARD_INPUT};
use crate::failure::Failure;

/// The side of a comparison that a manifest makes.
pub(super) struct Manifest {
    /// The file, and the object in it where that has another name than the workload.
    pub(super) label: String,
    /// The object's pod template.
    pub(super) template: Value,
}

impl Manifest {
    /// The part of a file that is about a workload. What else the file holds does not matter; what cannot be read goes to standard error.
    pub(super) fn for_workload(path: &Path, history: &History<'_>) -> Result<Self, Failure> {
        let manifest = export::read(&[path.to_owned()])?;
        super::tell(manifest.diagnostics(), manifest.diagnostic_count());
        let (file, kind, workload) = (path.display(), history.kind, &history.workload.identity);
        let of_kind: Vec<_> = manifest.of_kind(kind.name()).collect();
        let object = choose(&of_kind, workload).ok_or_else(|| {
            Failure::no_answer(format!("{file} holds no {} {}: it holds {}", kind.name(), full_name(workload), held(&manifest)))
        })?;
        let body = object.body().map_err(Failure::no_answer)?;
        let name = &object.identity.name;
        let template = body.at(&["spec", "template"]);
        let template = template.ok_or_else(|| Failure::no_answer(format!("{} {name} in {file} has no spec.template", kind.name())))?;
        let label = if *name == workload.name { file.to_string() } else { format!("{file}: {}/{name}", kind.singular()) };
        Ok(Self { label, template: template.clone() })
    }
}

/// Of the objects of a kind the one with the workload's name, in its namespace or in none; else the only one.
fn choose<'o>(of_kind: &[&'o Object], workload: &Identity) -> Option<&'o Object> {
    let in_namespace = |namespace: &str| {
        let is_meant = |object: &&&Object| object.identity.name == workload.name && object.identity.namespace == namespace;
        of_kind.iter().find(is_meant).copied()
    };
    in_namespace(&workload.namespace).or_else(|| in_namespace("")).or(match of_kind {
        [only] => Some(only),
        _ => None,
    })
}

/// Objects that are named in an error.
const NAMED: usize = 5;

/// The objects of a manifest, as an error names them.
fn held(manifest: &Export) -> String {
    let mut objects: Vec<_> =
        manifest.objects().map(|object| format!("{} {}", object.identity.kind, full_name(&object.identity))).collect();
    let more = objects.len().saturating_sub(NAMED);
    objects.truncate(NAMED);
    if more > 0 {
        objects.push(format!("{more} more"));
    }
    if objects.is_empty() { "no object".to_owned() } else { objects.join(", ") }
}

/// `shop/web`, or the name alone.
fn full_name(Identity { namespace, name, .. }: &Identity) -> String {
    if namespace.is_empty() { name.clone() } else { format!("{namespace}/{name}") }
}

/// Standard input can be read once.
pub(super) fn check(common: &Common, asked: &Diff) -> Result<(), Failure> {
    let standard_input = Path::new(STANDARD_INPUT);
    let manifest_from_it = asked.to_file.as_deref() == Some(standard_input);
    let export_from_it = common.files.is_empty() || common.files.iter().any(|path| path == standard_input);
    if manifest_from_it && export_from_it {
        return Err(Failure::no_answer("standard input cannot be both the export and the manifest: give a file to -f or to --to-file"));
    }
    Ok(())
}
