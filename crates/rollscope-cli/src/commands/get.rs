//! `get KIND/NAME -o yaml|json`: one object, as kubectl prints it.

use rollscope_core::Value;
use rollscope_core::model::Export;
use rollscope_core::report::kubectl;

use crate::arguments::{Common, Get, ObjectOutput};
use crate::failure::Failure;
use crate::output;

pub(super) fn run(common: &Common, asked: &Get, export: &Export) -> Result<u8, Failure> {
    let (kind, name) = asked.of.one().map_err(Failure::of_kubectl)?;
    let object = super::find(common, export, &super::resource(export, kind)?, name)?;
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
