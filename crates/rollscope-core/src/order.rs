//! Sorting that is compiled once.
//!
//! Every `sort_by` of the standard library is compiled anew for its type, which is 4 kB of WebAssembly each time. Where few things are sorted that is not worth it.

use std::cmp::Ordering;

/// Sorts as `sort_by_key` does: what has equal keys keeps its order.
pub(crate) fn by_key<'a, T, K: Ord>(items: &'a mut Vec<T>, key: impl Fn(&T) -> K + 'a) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let mut order: Vec<usize> = (0..items.len()).collect();
    let compare = |a: usize, b: usize| keys.get(a).cmp(&keys.get(b));
    sort(&mut order, &compare);
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|index| taken.get_mut(index).and_then(Option::take)));
}

#[inline(never)]
fn sort(order: &mut [usize], compare: &dyn Fn(usize, usize) -> Ordering) {
    order.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_order_of_equal_keys() {
        let mut items = vec![("b", 1), ("a", 2), ("b", 0), ("a", 1)];
        by_key(&mut items, |item| item.0);
        assert_eq!(items, [("a", 2), ("a", 1), ("b", 1), ("b", 0)]);
    }
}
