//! Which deleted line became which inserted line.

use super::words::{LONGEST, tokens, weight};

/// How many inserted lines a deleted line looks at; it bounds the work for texts that have nothing in common.
const REACH: usize = 24;

/// The share of common words from which two lines are taken for one that changed.
const LEAST_ALIKE: f64 = 0.5;

/// Pairs of positions in `olds` and `news` that read as one line that changed. Both positions grow from pair to pair.
pub(crate) fn pairs(olds: &[&str], news: &[&str]) -> Vec<(usize, usize)> {
    let bags: Vec<_> = news.iter().map(|line| Bag::of(line)).collect();
    let mut pairs = Vec::new();
    let mut next = 0;
    for (old, line) in olds.iter().enumerate() {
        let bag = Bag::of(line);
        let candidates = bags.iter().enumerate().skip(next).take(REACH);
        // The first of the most similar ones, so that repeated lines pair in order.
        let mut best: Option<(usize, f64)> = None;
        for (new, other) in candidates {
            let alike = bag.alike(other);
            if alike >= LEAST_ALIKE && best.is_none_or(|(_, most)| alike > most) {
                best = Some((new, alike));
            }
        }
        if let Some((new, _)) = best {
            pairs.push((old, new));
            next = new + 1;
        }
    }
    pairs
}

/// The words of a line, in sorted order.
struct Bag<'t> {
    words: Vec<&'t str>,
    weight: usize,
}

impl<'t> Bag<'t> {
    fn of(line: &'t str) -> Self {
        let mut words = if line.len() > LONGEST { Vec::new() } else { tokens(line) };
        words.retain(|token| weight(token) > 0);
        words.sort_unstable();
        let weight = words.iter().map(|token| weight(token)).sum();
        Self { words, weight }
    }

    /// From 0, nothing in common, to 1, the same words. Lines without words are like no other.
    fn alike(&self, other: &Self) -> f64 {
        let (mut ours, mut theirs) = (self.words.iter().peekable(), other.words.iter().peekable());
        let mut common = 0;
        while let (Some(our), Some(their)) = (ours.peek(), theirs.peek()) {
            match our.cmp(their) {
                std::cmp::Ordering::Less => ours.next(),
                std::cmp::Ordering::Greater => theirs.next(),
                std::cmp::Ordering::Equal => {
                    common += weight(our);
                    ours.next();
                    theirs.next()
                }
            };
        }
        let total = self.weight + other.weight;
        if total == 0 { 0.0 } else { (2 * common) as f64 / total as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(olds: &[&str], news: &[&str], expected: &[(usize, usize)]) {
        assert_eq!(pairs(olds, news), expected);
    }

    #[test]
    fn pairs_similar_lines_in_order() {
        check(&["image: a:1", "value: one"], &["image: a:2", "value: two"], &[(0, 0), (1, 1)]);
        check(&["port: 9090"], &["checksum: 8f14", "port: 9091"], &[(0, 1)]);
        check(&["name: shop-db", "fieldRef:"], &["name: shop-db-v2"], &[(0, 0)]);
        check(&["a"], &["b"], &[]);
        check(&["}"], &["{"], &[]);
    }
}
