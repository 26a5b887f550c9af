//! Lines with a level, as kubectl describes objects with them.

use std::fmt;

/// Collects text; every piece is put behind two spaces a level, also where it does not start a line.
///
/// Models k8s.io/kubectl pkg/describe/describe.go prefixWriter and nestedPrefixWriter.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
    nested: usize,
}

impl Writer {
    pub(super) fn write(&mut self, level: usize, text: fmt::Arguments<'_>) {
        for _ in 0..level + self.nested {
            self.out.push_str("  ");
        }
        self.out.push_str(&text.to_string());
    }

    pub(super) fn line(&mut self, level: usize, text: fmt::Arguments<'_>) {
        self.write(level, text);
        self.out.push('\n');
    }

    /// Lets something write deeper by so many levels.
    pub(super) fn nest(&mut self, levels: usize, write: impl FnOnce(&mut Self)) {
        self.nested += levels;
        write(self);
        self.nested -= levels;
    }

    pub(super) fn finish(self) -> String {
        self.out
    }
}
