//! Stage 2: objects to what rollouts need.
//!
//! An [`Export`] is every object of an input, found by kind, namespace and name and by who controls it. The other files are small views over an untouched
//! tree: what they do not know they keep.

mod condition;
mod export;
mod kind;
pub mod pod;
pub mod pod_template;
pub mod quantity;
mod selector;
mod version;

pub use condition::condition;
pub use export::Export;
pub use kind::{Resource, WorkloadKind};
pub use selector::Selector;
pub use version::ClusterVersion;
