//! What a comparison says: changes, and where it could not use the API's rules.

use std::fmt;

use super::path::{Path, Segment};
use crate::Value;

/// The answer of [`compare`](super::compare).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// The changes in reading order: fields by name, entries as they stand in the lists. Empty for equal trees.
    pub changes: Vec<Change>,
    /// Where a part was not shaped as the API has it and was compared by position instead. The changes are right all the same.
    pub notes: Vec<Note>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Where it is.
    pub path: Path,
    /// What happened there.
    pub op: Op,
}

/// What happened at a place. All positions count from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum Op {
    /// The highest node that is only in the newer tree.
    Added {
        /// The whole subtree.
        value: Value,
        /// For an entry of a list its position in the newer list.
        position: Option<usize>,
    },
    /// The highest node that is only in the older tree.
    Removed {
        /// The whole subtree.
        value: Value,
        /// For an entry of a list its position in the older list.
        position: Option<usize>,
    },
    /// Another scalar, or another kind of value.
    Changed {
        /// The value of the older tree.
        before: Value,
        /// The value of the newer tree.
        after: Value,
    },
    /// An entry of a list that others have overtaken. What changed inside it is told apart, at paths below.
    Moved {
        /// Its position in the older list.
        from: usize,
        /// Its position in the newer list.
        to: usize,
    },
}

/// A part that was not shaped as the API has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The value that is odd, or the list with the odd entry.
    pub path: Path,
    /// What is odd about it.
    pub oddity: Oddity,
}

/// What is odd about a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// The API has a map here.
    NotAMap {
        /// What stands there instead, such as `a list`.
        found: &'static str,
    },
    /// The API has a list here.
    NotAList {
        /// What stands there instead, such as `a map`.
        found: &'static str,
    },
    /// An entry of a keyed list is no map, or has no usable value in a key field. The list was compared by position.
    NoKey {
        /// The entry's position, from 0.
        position: usize,
    },
    /// Two entries of a keyed list have one key. The list was compared by position.
    RepeatedKey {
        /// The key.
        key: Segment,
    },
}

impl fmt::Display for Change {
    /// One line: `~` changed, `+` added, `-` removed, `>` moved; values are JSON.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match &self.op {
            Op::Added { value, .. } => write!(formatter, "+ {path}: {}", json(value)?),
            Op::Removed { value, .. } => write!(formatter, "- {path}: {}", json(value)?),
            Op::Changed { before, after } => write!(formatter, "~ {path}: {} -> {}", json(before)?, json(after)?),
            Op::Moved { from, to } => write!(formatter, "> moved {path}: {from} -> {to}"),
        }
    }
}

fn json(value: &Value) -> Result<String, fmt::Error> {
    serde_json::to_string(value).map_err(|_| fmt::Error)
}

impl fmt::Display for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match &self.oddity {
            Oddity::NotAMap { found } => write!(formatter, "{path}: {found} where the API has a map"),
            Oddity::NotAList { found } => write!(formatter, "{path}: {found} where the API has a list"),
            Oddity::NoKey { position } => write!(formatter, "{path}: entry {position} has no key; compared by position"),
            Oddity::RepeatedKey { key } => write!(formatter, "{path}: {key} is there twice; compared by position"),
        }
    }
}
