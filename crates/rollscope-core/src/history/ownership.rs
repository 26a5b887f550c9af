//! Who controls whom.

use crate::input::Object;
use crate::model::{Export, Selector};
use crate::value::Value;

/// The objects of a kind that kubectl counts to a workload: controlled by its unique identity, with labels that its selector takes. Oldest first, then
/// by name.
///
/// Models kubectl pkg/polymorphichelpers and pkg/util/deployment, which list by selector and keep what the workload controls. A controller would also adopt
/// objects that nobody controls; an export does not show whether it will.
pub(super) fn controlled<'a>(export: &'a Export, kind: &str, workload: &'a Object, body: &Value) -> Vec<&'a Object> {
    let identity = &workload.identity;
    let Some(selector) = Selector::from_field(body.at(&["spec", "selector"])) else {
        return Vec::new();
    };
    let selected = |object: &&Object| object.identity.namespace == identity.namespace && selector.matches(&object.identity.labels);
    export.controlled(kind, workload).into_iter().filter(selected).collect()
}
