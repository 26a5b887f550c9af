//! What a reader may spend.

/// How much of an input is read before the reader gives up on it, with a [`Diagnostic`](crate::Diagnostic) that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one source.
    pub bytes: usize,
    /// Objects of all sources together.
    pub objects: usize,
    /// Nesting of maps and lists in one object; more than 120 counts as 120, so that no tree exhausts the stack and every
    /// format has the same bound.
    pub depth: usize,
    /// Maps, lists and scalars of one YAML document.
    pub nodes: usize,
    /// What the aliases of one YAML document may add to it, in nodes; 32 bytes of text count as one more node.
    pub aliases: usize,
    /// Diagnostics that are kept; further ones are only counted.
    pub diagnostics: usize,
}

impl Limits {
    /// Nesting of an object that is read: never so much that a tree could exhaust the stack.
    pub(crate) fn nesting(&self) -> usize {
        self.depth.min(120)
    }

    /// Nesting of what an object may be wrapped in: a list around it, and a watch event around that, do not count as nesting of the object.
    pub(crate) fn wrapped_nesting(&self) -> usize {
        self.nesting() + 3
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 1 << 30, objects: 5_000_000, depth: 100, nodes: 20_000_000, aliases: 200_000, diagnostics: 1_000 }
    }
}
