//! Which of some texts that are gone became which of some that are new.

use super::words::{LONGEST, tokens, weight};

/// How many comparisons two sides may cost together. It bounds how far a text of the shorter side looks along the longer one, but each
/// looks at [`LEAST_REACH`] at least.
const COMPARISONS: usize = 10_000;

/// See [`COMPARISONS`].
const LEAST_REACH: usize = 8;

/// The share of common words from which two texts are taken for one that changed.
const LEAST_ALIKE: f64 = 0.5;

/// Pairs of positions in `olds` and `news` that read as one text that changed. Both positions grow from pair to pair.
///
/// Each text of the shorter side, in order, takes the one that is most like it of the next ones on the longer side.
pub(crate) fn pairs<T: AsRef<str>>(olds: &[T], news: &[T]) -> Vec<(usize, usize)> {
    if olds.len() <= news.len() { partners(olds, news) } else { partners(news, olds).into_iter().map(|(new, old)| (old, new)).collect() }
}

fn partners<T: AsRef<str>>(short: &[T], long: &[T]) -> Vec<(usize, usize)> {
    let bags: Vec<_> = long.iter().map(|text| Bag::of(text.as_ref())).collect();
    let reach = (COMPARISONS / short.len().max(1)).max(LEAST_REACH);
    let mut partners = Vec::new();
    let mut next = 0;
    for (position, text) in short.iter().enumerate() {
        let bag = Bag::of(text.as_ref());
        // Of equally similar ones the first, so that repeated texts pair in order.
        let mut best: Option<(usize, f64)> = None;
        for (candidate, other) in bags.iter().enumerate().skip(next).take(reach) {
            let alike = bag.alike(other);
            if alike >= LEAST_ALIKE && best.is_none_or(|(_, most)| alike > most) {
                best = Some((candidate, alike));
            }
        }
        if let Some((partner, _)) = best {
            partners.push((position, partner));
            next = partner + 1;
        }
    }
    partners
}

/// The words of a text, in sorted order.
struct Bag<'t> {
    words: Vec<&'t str>,
    weight: usize,
}

impl<'t> Bag<'t> {
    fn of(text: &'t str) -> Self {
        let mut words = if text.len() > LONGEST { Vec::new() } else { tokens(text) };
        words.retain(|token| weight(token) > 0);
        words.sort_unstable();
        let weight = words.iter().map(|token| weight(token)).sum();
        Self { words, weight }
    }

    /// From 0, nothing in common, to 1, the same words. Texts without words are like no other, and so are texts of very unlike length.
    fn alike(&self, other: &Self) -> f64 {
        let total = self.weight + other.weight;
        if total == 0 || (2 * self.weight.min(other.weight)) as f64 / (total as f64) < LEAST_ALIKE {
            return 0.0;
        }
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
        (2 * common) as f64 / total as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(olds: &[&str], news: &[&str], expected: &[(usize, usize)]) {
        assert_eq!(pairs(olds, news), expected);
    }

    #[test]
    fn pairs_similar_texts_in_order() {
        check(&["image: a:1", "value: one"], &["image: a:2", "value: two"], &[(0, 0), (1, 1)]);
        check(&["port: 9090"], &["checksum: 8f14", "port: 9091"], &[(0, 1)]);
        check(&["name: shop-db", "fieldRef:"], &["name: shop-db-v2"], &[(0, 0)]);
        check(&["key: gpu, effect: no", "key: spot, effect: no"], &["key: spot, effect: yes"], &[(1, 0)]);
        check(&["a"], &["b"], &[]);
        check(&["image: a:1"], &[[""; 99].as_slice(), &["image: a:2"]].concat(), &[(0, 99)]);
        check(&["}"], &["{"], &[]);
    }
}
