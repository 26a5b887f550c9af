//! Reading exports: recorded ones against independent witnesses, damaged ones, and whatever mutation makes of them.

mod damaged;
mod mutated;
mod places;
mod recorded;
mod shapes;

use rollscope_core::input::{Reading, Session};
use rollscope_core::{Limits, Value};

/// What is read from one source that is called `f`.
fn read(bytes: impl AsRef<[u8]>) -> Reading {
    let mut session = Session::new(Limits::default());
    session.read("f", bytes.as_ref());
    session.take()
}

/// The objects as `Kind/name`.
fn names(reading: &Reading) -> Vec<String> {
    reading.objects.iter().map(|object| format!("{}/{}", object.identity.kind, object.identity.name)).collect()
}

/// The diagnostics as they are shown.
fn said(reading: &Reading) -> Vec<String> {
    reading.diagnostics.iter().map(ToString::to_string).collect()
}

/// The objects as trees.
fn bodies(reading: &Reading) -> Vec<Value> {
    reading.objects.iter().map(|object| object.body().unwrap()).collect()
}
