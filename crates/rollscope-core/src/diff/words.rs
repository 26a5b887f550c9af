//! What differs inside two short texts.

use std::ops::Range;

use super::align::{Block, align};

/// Texts longer than this, in bytes, get no marks inside: nobody reads them, and they would cost the most.
pub(crate) const LONGEST: usize = 8_192;

/// Below this share of common letters and digits the marks would be confetti.
const LEAST_IN_COMMON: f64 = 0.3;

/// A stretch of text that is marked as different, or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'t> {
    /// The stretch; never empty.
    pub text: &'t str,
    /// Whether the other side has something else here, or nothing.
    pub changed: bool,
}

/// Marks what differs between two short texts: `nginx:1.23.1` and `nginx:1.24.1` differ in `23` and `24`.
///
/// A mark holds whole words, that is letters and digits up to the next punctuation or space. Marks that only punctuation keeps apart are one.
/// When too little is common, or a text has more than 8192 bytes, everything is marked. The runs of a side put together are its text.
pub fn words<'t>(before: &'t str, after: &'t str) -> (Vec<Run<'t>>, Vec<Run<'t>>) {
    if before == after {
        return (whole(before, false), whole(after, false));
    }
    if before.len() > LONGEST || after.len() > LONGEST {
        return (whole(before, true), whole(after, true));
    }
    let (old_tokens, new_tokens) = (tokens(before), tokens(after));
    let blocks = align(&old_tokens, &new_tokens);
    if share_in_common(&old_tokens, &new_tokens, &blocks) < LEAST_IN_COMMON {
        return (whole(before, true), whole(after, true));
    }
    let is_equal = |position: usize, block: &Block| {
        let between = position > 0 && position + 1 < blocks.len();
        block.equal && !(between && is_punctuation(old_tokens.get(block.older.clone()).unwrap_or_default()))
    };
    let equal: Vec<_> = blocks.iter().enumerate().map(|(position, block)| is_equal(position, block)).collect();
    let side = |text: &'t str, tokens: &[&'t str], range: fn(&Block) -> Range<usize>| {
        let lengths = blocks.iter().zip(&equal).map(|(block, equal)| (length(tokens, range(block)), !equal));
        runs(text, lengths)
    };
    (side(before, &old_tokens, |block| block.older.clone()), side(after, &new_tokens, |block| block.newer.clone()))
}

/// The whole text as one run, or no run if it is empty.
pub(crate) fn whole(text: &str, changed: bool) -> Vec<Run<'_>> {
    if text.is_empty() { Vec::new() } else { vec![Run { text, changed }] }
}

/// Splits into words, stretches of spaces, and single other characters.
pub(crate) fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::with_capacity(text.len() / 4 + 1);
    let (mut start, mut last) = (0, None);
    for (position, char) in text.char_indices() {
        let kind = Kind::of(char);
        if last.is_some_and(|last| last != kind || kind == Kind::Other) {
            tokens.extend(text.get(start..position));
            start = position;
        }
        last = Some(kind);
    }
    tokens.extend(text.get(start..).filter(|rest| !rest.is_empty()));
    tokens
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Space,
    Other,
}

impl Kind {
    fn of(char: char) -> Self {
        if char.is_alphanumeric() {
            Self::Word
        } else if char.is_whitespace() {
            Self::Space
        } else {
            Self::Other
        }
    }
}

/// How much a token weighs when two texts are compared: its length if it is a word.
pub(crate) fn weight(token: &str) -> usize {
    if token.starts_with(char::is_alphanumeric) { token.len() } else { 0 }
}

fn share_in_common(older: &[&str], newer: &[&str], blocks: &[Block]) -> f64 {
    let total: usize = older.iter().chain(newer).map(|token| weight(token)).sum();
    let equal = blocks.iter().filter(|block| block.equal).filter_map(|block| older.get(block.older.clone()));
    let common: usize = equal.flatten().map(|token| 2 * weight(token)).sum();
    // Texts of nothing but punctuation are compared for what they are.
    if total == 0 { 1.0 } else { common as f64 / total as f64 }
}

fn is_punctuation(tokens: &[&str]) -> bool {
    tokens.iter().all(|token| weight(token) == 0)
}

fn length(tokens: &[&str], range: Range<usize>) -> usize {
    tokens.get(range).unwrap_or_default().iter().map(|token| token.len()).sum()
}

/// Cuts `text` into stretches, joining neighbours with the same mark.
fn runs(text: &str, stretches: impl Iterator<Item = (usize, bool)>) -> Vec<Run<'_>> {
    let mut runs: Vec<Run<'_>> = Vec::new();
    let (mut start, mut end, mut mark) = (0, 0, false);
    for (length, changed) in stretches.filter(|(length, _)| *length > 0) {
        if changed != mark {
            runs.extend(text.get(start..end).filter(|text| !text.is_empty()).map(|text| Run { text, changed: mark }));
            (start, mark) = (end, changed);
        }
        end += length;
    }
    runs.extend(text.get(start..end).filter(|text| !text.is_empty()).map(|text| Run { text, changed: mark }));
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(before: &str, after: &str, expected: &str) {
        let show = |runs: &[Run<'_>]| {
            runs.iter().map(|run| if run.changed { format!("«{}»", run.text) } else { run.text.to_owned() }).collect::<String>()
        };
        let (old, new) = words(before, after);
        assert_eq!(format!("{} | {}", show(&old), show(&new)), expected);
    }

    #[test]
    fn marks_the_part_of_a_tag() {
        check("nginx:1.23.1", "nginx:1.231", "nginx:1.«23.1» | nginx:1.«231»");
        check(
            "registry.example.com:5000/shop/web:2.2.0",
            "registry.example.com:5000/shop/web:2.3.0",
            "registry.example.com:5000/shop/web:2.«2».0 | registry.example.com:5000/shop/web:2.«3».0",
        );
        check("shop-db", "shop-db-v2", "shop-db | shop-db«-v2»");
        check(
            "    prometheus.io/port: '9090'",
            "    prometheus.io/port: '9091'",
            "    prometheus.io/port: '«9090»' |     prometheus.io/port: '«9091»'",
        );
    }

    #[test]
    fn joins_marks_that_only_punctuation_keeps_apart() {
        check("web:2.2.0", "web:2.3.1", "web:2.«2.0» | web:2.«3.1»");
    }

    #[test]
    fn marks_everything_when_too_little_is_common() {
        check("v2", "v3", "«v2» | «v3»");
        check("IfNotPresent", "Always", "«IfNotPresent» | «Always»");
        check("a long way to go", "a quite different text", "«a long way to go» | «a quite different text»");
    }

    #[test]
    fn marks_nothing_in_equal_texts() {
        check("same", "same", "same | same");
        check("", "", " | ");
        check("", "new", " | «new»");
    }

    #[test]
    fn marks_all_of_a_long_text() {
        let long = "a ".repeat(LONGEST);
        assert_eq!(words(&long, "a").0, whole(&long, true));
    }

    proptest! {
        #[test]
        fn runs_put_together_are_the_text(before in ".{0,40}", after in "[a-c.: -]{0,40}") {
            let (old, new) = words(&before, &after);
            prop_assert_eq!(old.iter().map(|run| run.text).collect::<String>(), before.as_str());
            prop_assert_eq!(new.iter().map(|run| run.text).collect::<String>(), after.as_str());
        }
    }
}
