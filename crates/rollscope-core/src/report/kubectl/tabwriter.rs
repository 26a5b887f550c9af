//! Columns of text, as Go aligns them.

/// Aligns text whose cells end with a TAB: cells of one column in lines that follow each other get one width, at least `min_width` and `padding` more
/// than the widest.
///
/// A line without a cell in a column ends the block, and below it the width is found anew. What stands behind the last TAB of a line belongs to no
/// column. Widths count characters. A vertical tab counts as TAB; a form feed as a line end that ends all blocks.
///
/// Models Go's text/tabwriter with spaces for padding and no flags.
pub fn align(text: &str, min_width: usize, padding: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for block in text.split_inclusive('\u{c}') {
        align_block(&mut out, block, min_width, padding);
    }
    out
}

fn align_block(out: &mut String, block: &str, min_width: usize, padding: usize) {
    let lines: Vec<Vec<&str>> = block.split_inclusive(['\n', '\u{c}']).map(cells).collect();
    let widths = column_widths(&lines, min_width, padding);
    let ended = block.ends_with(['\n', '\u{c}']);
    let count = lines.len();
    for (index, (line, widths)) in lines.iter().zip(&widths).enumerate() {
        for (column, cell) in line.iter().enumerate() {
            out.push_str(cell);
            let missing = widths.get(column).map_or(0, |width| width.saturating_sub(cell.chars().count()));
            out.extend(std::iter::repeat_n(' ', missing));
        }
        if ended || index + 1 < count {
            out.push('\n');
        }
    }
}

/// The cells of a line; at the very end of the text nothing behind a TAB is no cell.
fn cells(line: &str) -> Vec<&str> {
    let ended = line.strip_suffix(['\n', '\u{c}']);
    let mut cells: Vec<&str> = ended.unwrap_or(line).split(['\t', '\u{b}']).collect();
    if ended.is_none() && cells.len() > 1 && cells.last() == Some(&"") {
        cells.pop();
    }
    cells
}

/// The width of every cell but the last of each line: the largest of the cells above and below that are in reach.
fn column_widths(lines: &[Vec<&str>], min_width: usize, padding: usize) -> Vec<Vec<usize>> {
    let own = |cell: &&str| (cell.chars().count() + padding).max(min_width);
    let mut widths: Vec<Vec<usize>> =
        lines.iter().map(|line| line.split_last().map(|(_, cells)| cells.iter().map(own).collect()).unwrap_or_default()).collect();
    spread(widths.iter_mut());
    spread(widths.iter_mut().rev());
    widths
}

/// Carries widths from each line to the next.
fn spread<'a>(mut lines: impl Iterator<Item = &'a mut Vec<usize>>) {
    let Some(mut before) = lines.next() else { return };
    for line in lines {
        for (width, other) in line.iter_mut().zip(before.iter()) {
            *width = (*width).max(*other);
        }
        before = line;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(align(text, 0, 2), expected, "{text:?}");
    }

    #[test]
    fn gives_a_column_one_width() {
        check("a\tb\nlong\tc\n", "a     b\nlong  c\n");
        check("é\tb\nab\tc\n", "é   b\nab  c\n");
        check("a\t\tb\nc\tdd\te\n", "a      b\nc  dd  e\n");
    }

    #[test]
    fn starts_anew_below_a_line_without_the_column() {
        check("long\ta\nplain\nb\tc\n", "long  a\nplain\nb  c\n");
        check("long\ta\n\nb\tc\n", "long  a\n\nb  c\n");
        check("a\tlong\tx\nb\tc\nd\te\tf\n", "a  long  x\nb  c\nd  e  f\n");
        check("long\ta\u{c}b\tc\n", "long  a\nb  c\n");
    }

    #[test]
    fn leaves_the_last_cell_alone() {
        check("", "");
        check("a\tb", "a  b");
        check("a\t\n", "a  \n");
        check("a\t", "a");
        assert_eq!(align("a\tb\n", 8, 1), "a       b\n");
    }
}
