//! Which entries of a reordered list stayed, so that as few as possible have moved.

/// Marks a longest increasing subsequence of `positions`, which differ from each other. The entries that are not marked have moved.
///
/// Of several such subsequences the one with the smallest positions at its end is taken. O(n log n).
pub(crate) fn stable(positions: &[usize]) -> Vec<bool> {
    // Per length of a subsequence the index of the smallest last position, and per index the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(positions.len());
    let position = |index: usize| positions.get(index).copied().unwrap_or_default();
    for index in 0..positions.len() {
        let length = ends.partition_point(|&end| position(end) < position(index));
        previous.push(length.checked_sub(1).and_then(|shorter| ends.get(shorter).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut marks = vec![false; positions.len()];
    let mut next = ends.last().copied();
    while let Some(index) = next {
        if let Some(mark) = marks.get_mut(index) {
            *mark = true;
        }
        next = previous.get(index).copied().flatten();
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(positions: &[usize], expected: &[usize]) {
        let stayed = positions.iter().zip(stable(positions)).filter(|(_, stays)| *stays);
        assert_eq!(stayed.map(|(position, _)| *position).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn keeps_the_longest_run_in_order() {
        check(&[], &[]);
        check(&[0, 1, 2], &[0, 1, 2]);
        check(&[1, 2, 3, 0], &[1, 2, 3]);
        check(&[3, 0, 1, 2], &[0, 1, 2]);
        check(&[2, 1, 0], &[0]);
        check(&[4, 0, 3, 1, 2], &[0, 1, 2]);
    }
}
