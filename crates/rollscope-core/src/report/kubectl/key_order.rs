//! The order of names in YAML: as a person would order them, `a2` before `a10`.

use std::cmp::Ordering;

/// Puts fields into that order.
///
/// The order has circles (`1b` before `001` before `19` before `1b`), over which the sorts of the standard library panic. kubectl prints the names of a
/// circle in any order.
pub(super) fn sort<T>(fields: Vec<(&str, T)>) -> Vec<(&str, T)> {
    let ordered = fields.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if compare(a, b).is_le()));
    if ordered { fields } else { merge_sort(fields) }
}

fn merge_sort<T>(mut left: Vec<(&str, T)>) -> Vec<(&str, T)> {
    if left.len() < 2 {
        return left;
    }
    let right = merge_sort(left.split_off(left.len() / 2));
    let left = merge_sort(left);
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some((a, _)), Some((b, _))) = (left.peek(), right.peek()) {
        let from_right = compare(b, a).is_lt();
        merged.extend(if from_right { right.next() } else { left.next() });
    }
    merged.extend(left);
    merged.extend(right);
    merged
}

/// Letters come after everything else; digits compare as numbers.
///
/// Models sigs.k8s.io/yaml goyaml.v2 sorter.go.
fn compare(a: &str, b: &str) -> Ordering {
    let (left, right): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same = left.iter().zip(&right).take_while(|(a, b)| a == b).count();
    let (Some(&x), Some(&y)) = (left.get(same), right.get(same)) else {
        return left.len().cmp(&right.len());
    };
    match (x.is_alphabetic(), y.is_alphabetic()) {
        (true, true) => return x.cmp(&y),
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        (false, false) => {}
    }
    // A zero inside a number that has begun already is a digit like any other, not a leading zero.
    let begun = (x == '0' || y == '0') && left.iter().take(same).rev().take_while(|char| char.is_numeric()).any(|&char| char != '0');
    let number = |chars: &[char]| {
        let digits = chars.iter().skip(same).take_while(|char| char.is_numeric());
        digits.fold((i64::from(begun), 0_usize), |(number, length), &digit| {
            (number.wrapping_mul(10).wrapping_add(i64::from(u32::from(digit)) - i64::from(u32::from('0'))), length + 1)
        })
    };
    number(&left).cmp(&number(&right)).then(x.cmp(&y))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(ordered: &[&str]) {
        for pair in ordered.windows(2) {
            assert_eq!(compare(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(compare(pair[1], pair[0]), Ordering::Greater, "{pair:?}");
        }
    }

    #[test]
    fn orders_numbers_by_value() {
        check(&["a", "a.b", "a1", "a2", "a10", "a10b", "ab"]);
        check(&["v1", "v01", "v001", "v2"]);
        check(&["a1", "a10", "a100"]);
    }

    #[test]
    fn survives_circles() {
        let names: Vec<String> = (0..1000).map(|number| format!("{:b}", number * 7919).replace("11", "b")).collect();
        let sorted = sort(names.iter().map(|name| (name.as_str(), ())).collect());
        assert_eq!(sorted.len(), 1000);
    }

    #[test]
    fn puts_letters_last() {
        check(&["1.", "1a", "A", "Z.", "Z_", "Za", "a", "é"]);
    }
}
