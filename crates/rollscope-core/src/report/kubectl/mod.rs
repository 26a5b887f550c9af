//! kubectl's own text, to the letter.

pub mod pod_template;
pub mod print;

/// A minor version of kubectl, whose text is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// The minor: 36 for 1.36.
    pub minor: u32,
}

impl Version {
    /// The newest version whose text is known exactly.
    pub const NEWEST: Self = Self { minor: 36 };
}
