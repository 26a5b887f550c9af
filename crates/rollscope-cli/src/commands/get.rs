//! `get KIND/NAME -o yaml|json`: one object, as kubectl prints it.

use rollscope_core::Value;
use rollscope_core::model::Export;
use rollscope_core::report::kubectl;

use super::resource::Resource;
use crate::arguments::{Common, Get, ObjectOutput};
use crate::failure::Failure;
use crate::output;

pub(super) fn run(common: &Common, asked: &Get, export: &Export) -> Result<u8, Failure> {
    let (kind, name) = asked.of.one().map_err(Failure::of_kubectl)?;
    let Some((kind, resource)) = kind_of(export, kind) else {
        return Err(super::unknown_kind(kind));
    };
    let object = super::find(common, export, &kind, &resource, name)?;
    let mut body = object.body().map_err(|diagnostic| Failure::of_kubectl(diagnostic.to_string()))?;
    if let Some(metadata) =
        body.as_map_mut().and_then(|body| body.get_mut("metadata")).and_then(Value::as_map_mut).filter(|_| !asked.show_managed_fields)
    {
        metadata.remove("managedFields");
    }
    let text = match asked.output {
        ObjectOutput::Yaml => kubectl::print::yaml(&body).map_err(Failure::of_kubectl)?,
        ObjectOutput::Json => kubectl::print::json(&body),
    };
    output::exactly(&text)?;
    Ok(0)
}

/// The kind that a word stands for, and its resource as the server names it. Kinds that are not known here are taken if the export holds them.
fn kind_of(export: &Export, word: &str) -> Option<(String, String)> {
    if let Some(resource) = Resource::from_argument(word) {
        return Some((resource.kind.to_owned(), resource.name));
    }
    let word = word.split('.').next().unwrap_or_default().to_lowercase();
    let is_meant = |kind: &&String| {
        let singular = kind.to_lowercase();
        word == singular || word == format!("{singular}s")
    };
    let kind = export.objects().map(|object| &object.identity.kind).find(is_meant)?;
    Some((kind.clone(), format!("{}s", kind.to_lowercase())))
}
