//! Which parts of two sequences are the same, in order. The only file that names the diff library.

use std::collections::BTreeMap;
use std::ops::Range;

use similar::DiffOp;
use similar::algorithms::{Capture, Compact, Replace, myers};

/// A stretch of both sequences, in their order. The stretches cover both from start to end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    /// Where it is in the older sequence.
    pub(crate) older: Range<usize>,
    /// Where it is in the newer sequence.
    pub(crate) newer: Range<usize>,
    /// Whether both sides hold the same. Otherwise the older side was replaced by the newer one, and one of them may be empty.
    pub(crate) equal: bool,
}

/// Aligns two sequences of numbers that stand for what is compared.
///
/// Myers' algorithm with the library's own bounds on work, called directly so that no other algorithm gets into the wasm, and without a
/// deadline: a deadline asks for the clock, which traps there.
pub(crate) fn align(older: &[u32], newer: &[u32]) -> Vec<Block> {
    let mut hook = Compact::new(Replace::new(Capture::new()), older, newer);
    match myers::diff_deadline(&mut hook, older, 0..older.len(), newer, 0..newer.len(), None) {
        Ok(()) => hook.into_inner().into_inner().into_ops().iter().map(block).collect(),
    }
}

fn block(op: &DiffOp) -> Block {
    Block { older: op.old_range(), newer: op.new_range(), equal: matches!(op, DiffOp::Equal { .. }) }
}

/// Gives equal things equal numbers.
#[derive(Debug)]
pub(crate) struct Numbers<T> {
    known: BTreeMap<T, u32>,
}

impl<T: Ord> Numbers<T> {
    pub(crate) fn new() -> Self {
        Self { known: BTreeMap::new() }
    }

    pub(crate) fn number(&mut self, thing: T) -> u32 {
        let next = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        *self.known.entry(thing).or_insert(next)
    }
}
