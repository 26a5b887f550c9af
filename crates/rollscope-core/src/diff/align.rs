//! Which parts of two sequences are the same, in order. The only file that names the diff library.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, DefaultHasher, Hash};
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
    /// Whether both sides hold the same. Otherwise the older side was replaced by the newer one. Any side may be empty.
    pub(crate) equal: bool,
}

/// Aligns two sequences. The first and the last block are equal ones: what both sequences begin and end with, even if that is nothing.
///
/// Setting these aside makes the usual case cheap, and puts what was added to a list behind what it resembles: a new `- name:` and its `value:`
/// stay together when the values of neighbours are equal.
pub(crate) fn align<T: Eq + Hash>(older: &[T], newer: &[T]) -> Vec<Block> {
    let start = older.iter().zip(newer).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (older.get(start..).unwrap_or_default(), newer.get(start..).unwrap_or_default());
    let end = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old_end, new_end) = (older.len() - end, newer.len() - end);
    let (old_rest, new_rest) = (older.get(start..old_end).unwrap_or_default(), newer.get(start..new_end).unwrap_or_default());

    let mut blocks = vec![Block { older: 0..start, newer: 0..start, equal: true }];
    if old_rest.is_empty() || new_rest.is_empty() || (old_rest.len() == 1 && new_rest.len() == 1) {
        blocks.push(Block { older: start..old_end, newer: start..new_end, equal: false });
    } else {
        let mut numbers = Numbers::default();
        let (olds, news) = (numbers.of(old_rest), numbers.of(new_rest));
        let shift = |range: Range<usize>| range.start + start..range.end + start;
        let block =
            |op: &DiffOp| Block { older: shift(op.old_range()), newer: shift(op.new_range()), equal: matches!(op, DiffOp::Equal { .. }) };
        blocks.extend(operations(&olds, &news).iter().map(block));
    }
    blocks.push(Block { older: old_end..older.len(), newer: new_end..newer.len(), equal: true });
    blocks
}

/// Myers' algorithm with the library's own bounds on work. It is called directly so that no other algorithm gets into the wasm, and without a
/// deadline: a deadline asks for the clock, which traps there.
fn operations(older: &[u32], newer: &[u32]) -> Vec<DiffOp> {
    let mut hook = Compact::new(Replace::new(Capture::new()), older, newer);
    match myers::diff_deadline(&mut hook, older, 0..older.len(), newer, 0..newer.len(), None) {
        Ok(()) => hook.into_inner().into_inner().into_ops(),
    }
}

/// Gives equal things equal numbers. It is only asked, never walked through, and its hasher has no random key.
struct Numbers<'s, T>(HashMap<&'s T, u32, BuildHasherDefault<DefaultHasher>>);

impl<T> Default for Numbers<'_, T> {
    fn default() -> Self {
        Self(HashMap::default())
    }
}

impl<'s, T: Eq + Hash> Numbers<'s, T> {
    fn of(&mut self, things: &'s [T]) -> Vec<u32> {
        things.iter().map(|thing| self.number(thing)).collect()
    }

    fn number(&mut self, thing: &'s T) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(thing).or_insert(next)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(older: &str, newer: &str, expected: &str) {
        let (older, newer): (Vec<_>, Vec<_>) = (older.chars().collect(), newer.chars().collect());
        let show = |block: &Block| {
            let (old, new): (String, String) = (older[block.older.clone()].iter().collect(), newer[block.newer.clone()].iter().collect());
            if block.equal { old } else { format!("[{old}|{new}]") }
        };
        assert_eq!(align(&older, &newer).iter().map(show).collect::<String>(), expected);
    }

    #[test]
    fn finds_what_was_replaced() {
        check("", "", "[|]");
        check("abc", "abc", "abc[|]");
        check("abc", "axc", "a[b|x]c");
        check("abcdef", "axcdyf", "a[b|x]cd[e|y]f");
        check("", "abc", "[|abc]");
    }

    #[test]
    fn puts_an_addition_behind_what_it_resembles() {
        check("avcv", "avbvcv", "av[|bv]cv");
    }

    proptest! {
        #[test]
        fn covers_both_sides(older in "[ab]{0,20}", newer in "[ab]{0,20}") {
            let (older, newer): (Vec<_>, Vec<_>) = (older.chars().collect(), newer.chars().collect());
            let (mut old, mut new) = (0, 0);
            for block in align(&older, &newer) {
                prop_assert_eq!((old, new), (block.older.start, block.newer.start));
                prop_assert!(!block.equal || older[block.older.clone()] == newer[block.newer.clone()]);
                (old, new) = (block.older.end, block.newer.end);
            }
            prop_assert_eq!((old, new), (older.len(), newer.len()));
        }
    }
}
