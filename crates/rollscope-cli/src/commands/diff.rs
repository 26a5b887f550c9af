//! `diff`: what changed between two revisions.

use rollscope_core::history::History;
use rollscope_core::model::Export;
use rollscope_core::report::answer::{ChangeRow, Diff as Answer, LineOperation, LineRow, Operation, Run};
use rollscope_core::report::{self, Side};

use super::manifest::Manifest;
use crate::arguments::{Common, Diff, DiffOutput};
use crate::failure::Failure;
use crate::output::{self, visible};
use crate::style::{ADDED, FAINT, MARK, REMOVED, STRONG, paint};

pub(super) fn run(common: &Common, asked: &Diff, export: &Export) -> Result<u8, Failure> {
    let history = super::history_of(common, &asked.of, export)?;
    let answer = answer(asked, &history)?;
    match asked.output {
        DiffOutput::Json => super::print_json("Diff", &answer)?,
        DiffOutput::Unified => output::exactly(&answer.unified)?,
        DiffOutput::SideBySide => output::styled(&side_by_side(&answer))?,
        DiffOutput::Text => output::styled(&text(&answer))?,
    }
    Ok(u8::from(asked.exit_code && !answer.changes.is_empty()))
}

fn answer(asked: &Diff, history: &History<'_>) -> Result<Answer, Failure> {
    if let Some(path) = &asked.to_file {
        let manifest = Manifest::for_workload(path, history)?;
        let from = asked.from.map_or(Side::Live, |side| side.0);
        return report::diff_with(history, from, &manifest.label, &manifest.template).map_err(Failure::no_answer);
    }
    let numbers: Vec<i64> = history.listed().map(|revision| revision.number).collect();
    let newest = numbers.last().copied().ok_or_else(|| Failure::no_answer("there is no revision of it in the export"))?;
    let to = asked.to.map_or(Side::Revision(newest), |side| side.0);
    let from = match (asked.from, to) {
        (Some(side), _) => side.0,
        (None, Side::Live) => Side::Revision(newest),
        (None, Side::Revision(to)) => {
            let before = numbers.iter().rev().find(|number| **number < to);
            Side::Revision(*before.ok_or_else(|| Failure::no_answer(format!("there is no revision before {to} to compare it with")))?)
        }
    };
    report::diff(history, from, to).map_err(Failure::no_answer)
}

fn text(answer: &Answer) -> String {
    let mut text = paint(STRONG, &visible(&format!("{}  {} to {}", answer.id, answer.from, answer.to)));
    if answer.changes.is_empty() {
        text.push_str("\nno difference");
    }
    for line in
        answer.changes.iter().map(change_text).chain(answer.notes.iter().map(|note| paint(FAINT, &visible(&format!("note: {note}")))))
    {
        text.push('\n');
        text.push_str(&line);
    }
    text.push('\n');
    text
}

/// Values up to this length stand in one line with their path.
const SHORT: usize = 60;

/// A change: its sign and path, and what was and is there; long values below it.
pub(super) fn change_text(change: &ChangeRow) -> String {
    let (sign, style) = match change.operation {
        Operation::Added => ('+', ADDED),
        Operation::Removed => ('-', REMOVED),
        Operation::Changed => ('~', STRONG),
        Operation::Moved => ('>', STRONG),
    };
    let head = paint(style, &format!("{sign} {}", visible(&change.path)));
    let sides = [(&change.before, '-', REMOVED), (&change.after, '+', ADDED)];
    let sides = sides.into_iter().filter(|(runs, ..)| !runs.is_empty());
    if sides.clone().all(|(runs, ..)| plain(runs).chars().count() <= SHORT && !plain(runs).contains('\n')) {
        let values: Vec<_> = sides.map(|(runs, _, style)| painted(runs, style)).collect();
        return format!("{head}  {}", values.join(" -> "));
    }
    let lines = sides.flat_map(|(runs, sign, style)| {
        let lines: Vec<_> =
            lines_of(runs).iter().map(|line| format!("    {} {}", paint(style, &sign.to_string()), painted(line, style))).collect();
        lines
    });
    [head].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

/// Runs cut at line ends, so that a colour does not run over one.
fn lines_of(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut lines = vec![Vec::new()];
    for run in runs {
        for (index, part) in run.text.split('\n').enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push(Run { text: part.to_owned(), changed: run.changed });
            }
        }
    }
    lines
}

fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| visible(&run.text)).collect()
}

fn painted(runs: &[Run], style: anstyle::Style) -> String {
    let changed = style.effects(MARK.get_effects());
    let all_changed = runs.iter().all(|run| run.changed);
    runs.iter().map(|run| paint(if run.changed && !all_changed { changed } else { style }, &visible(&run.text))).collect()
}

fn side_by_side(answer: &Answer) -> String {
    let lines_without = |other| answer.lines.iter().filter(move |line| line.operation != other).collect::<Vec<_>>();
    let (olds, news) = (lines_without(LineOperation::Insert), lines_without(LineOperation::Delete));
    let width = olds.iter().map(|line| plain(&line.runs).chars().count()).max().unwrap_or(0).clamp(20, 100);
    let mut text = paint(STRONG, &visible(&format!("  {:width$}   {}", answer.from, answer.to)));
    for row in &answer.beside {
        let numbered =
            |lines: &[&'_ LineRow], number: Option<usize>| number.and_then(|number| lines.get(number - 1).map(|line| (*line).clone()));
        let (old_sign, old, old_style) = cell(numbered(&olds, row.old).as_ref(), '-', REMOVED);
        let (new_sign, new, new_style) = cell(numbered(&news, row.new).as_ref(), '+', ADDED);
        let padding = " ".repeat(width.saturating_sub(old.chars().count()));
        let line =
            format!("{}{padding} {}", paint(old_style, &format!("{old_sign} {old}")), paint(new_style, &format!("{new_sign} {new}")));
        text.push('\n');
        text.push_str(line.trim_end());
    }
    text.push('\n');
    text
}

fn cell(line: Option<&LineRow>, sign: char, style: anstyle::Style) -> (char, String, anstyle::Style) {
    match line {
        None => (' ', String::new(), anstyle::Style::new()),
        Some(line) if line.operation == LineOperation::Equal => (' ', plain(&line.runs), anstyle::Style::new()),
        Some(line) => (sign, plain(&line.runs), style),
    }
}
