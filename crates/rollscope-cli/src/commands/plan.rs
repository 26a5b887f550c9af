//! `plan undo`: what an undo checks, changes and loses, the commands for it, and the history afterwards.

use rollscope_core::model::Export;
use rollscope_core::report;
use rollscope_core::report::answer::{AnnotationRow, RevisionAfter, Undo as Answer};
use rollscope_core::rollout::Outcome;

use super::diff::change_text;
use crate::arguments::{Common, PlanUndo, TextOrJson};
use crate::failure::Failure;
use crate::output::{self, visible};
use crate::style::{ADDED, REMOVED, STRONG, paint};

pub(super) fn run(common: &Common, asked: &PlanUndo, export: &Export) -> Result<u8, Failure> {
    let history = super::history_of(common, &asked.of, export)?;
    let answer = report::undo(export, &history, asked.to_revision, common.kubectl_version, common.cluster_version);
    match asked.output {
        TextOrJson::Json => super::print_json("UndoPlan", &answer)?,
        TextOrJson::Text => output::styled(&text(&answer))?,
    }
    Ok(if answer.outcome == Outcome::Refused { 2 } else { 0 })
}

fn text(answer: &Answer) -> String {
    let done = if answer.outcome == Outcome::Refused { "" } else { " (dry run)" };
    let mut lines = vec![paint(STRONG, &format!("{}{done}", visible(&answer.message)))];
    lines.extend(answer.warnings.iter().map(|warning| visible(warning)));
    if answer.outcome == Outcome::RolledBack {
        lines.extend(section("What changes in the pods", answer.changes.iter().map(change_text)));
        lines.extend(section("What changes in the workload's annotations", answer.annotations.iter().map(annotation)));
        lines.extend(section("Run", answer.commands.iter().map(|command| format!("  {}", visible(command)))));
        lines.extend(section("History afterwards", answer.history_after.iter().map(revision)));
    }
    lines.join("\n") + "\n"
}

/// A title and what belongs to it; nothing if nothing does.
fn section(title: &str, lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines = lines.peekable();
    let title = lines.peek().map(|_| format!("\n{}", paint(STRONG, title)));
    title.into_iter().chain(lines).collect()
}

fn annotation(row: &AnnotationRow) -> String {
    let name = visible(&row.name);
    match (&row.before, &row.after) {
        (Some(before), Some(after)) => format!("~ {name}  {} -> {}", paint(REMOVED, &visible(before)), paint(ADDED, &visible(after))),
        (Some(before), None) => format!("{}  {} is lost", paint(REMOVED, &format!("- {name}")), paint(REMOVED, &visible(before))),
        (None, after) => {
            format!("{}  {}", paint(ADDED, &format!("+ {name}")), paint(ADDED, &visible(after.as_deref().unwrap_or_default())))
        }
    }
}

fn revision(row: &RevisionAfter) -> String {
    let was = row.was.map(|number| format!(" (was {number})")).unwrap_or_default();
    format!("  {}{was}  {}", row.revision, visible(row.change_cause.as_deref().unwrap_or("<none>")))
}
