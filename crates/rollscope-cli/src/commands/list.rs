//! `list`: workloads with revisions, state and last change.

use rollscope_core::model::Export;
use rollscope_core::report::answer::{Overview, Workload};
use rollscope_core::report::{State, overview};

use crate::arguments::{Common, List, TextOrJson};
use crate::failure::Failure;
use crate::output::{self, visible};
use crate::style::{BAD, FAINT, STRONG, paint};

pub(super) fn run(common: &Common, asked: &List, export: &Export) -> Result<u8, Failure> {
    let mut overview = overview(export);
    overview.workloads.retain(|workload| common.includes(&workload.namespace));
    overview.workload_count = overview.workloads.len();
    super::tell(&overview.diagnostics, overview.diagnostic_count);
    if export.objects().next().is_none() && !export.diagnostics().is_empty() {
        return Err(Failure::no_answer("nothing could be read"));
    }
    match asked.output {
        TextOrJson::Json => super::print_json("Overview", &overview)?,
        TextOrJson::Text => output::styled(&text(common, &overview))?,
    }
    Ok(0)
}

type Row = [String; 6];

fn text(common: &Common, overview: &Overview) -> String {
    if overview.workloads.is_empty() {
        let kinds: Vec<_> = overview.kinds.iter().map(|kind| format!("{} {}", kind.count, visible(&kind.kind))).collect();
        let held = if kinds.is_empty() { "no object".to_owned() } else { kinds.join(", ") };
        let place = match common.namespace.as_deref().filter(|namespace| !namespace.is_empty()) {
            Some(namespace) => format!("namespace {} of this export; all of it", visible(namespace)),
            None => "this export; it".to_owned(),
        };
        return format!("No Deployment, DaemonSet or StatefulSet in {place} holds {held}.\n");
    }
    let header = ["NAMESPACE", "WORKLOAD", "STATE", "REVISIONS", "LAST CHANGE", "DETAIL"].map(str::to_owned);
    let rows: Vec<Row> = overview.workloads.iter().map(row).collect();
    let width = |column: usize| rows.iter().chain([&header]).map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 6] = std::array::from_fn(width);
    let mut text = paint(STRONG, &line(&header, &widths));
    for (row, workload) in rows.iter().zip(&overview.workloads) {
        text.push('\n');
        let line = line(row, &widths);
        text.push_str(&match workload.state {
            State::Stuck | State::Failing => paint(BAD, &line),
            State::Zero | State::Unknown => paint(FAINT, &line),
            _ => line,
        });
    }
    text.push('\n');
    text
}

fn row(workload: &Workload) -> Row {
    let revisions = match workload.live {
        Some(live) => format!("{}, live {live}", workload.revisions),
        None => workload.revisions.to_string(),
    };
    let detail = if workload.state == State::Settled { workload.images.join(",") } else { workload.state_text.clone() };
    let row = [
        workload.namespace.clone(),
        format!("{}/{}", workload.kind.to_lowercase(), workload.name),
        word(workload.state).to_owned(),
        revisions,
        workload.changed.clone().unwrap_or_else(|| "unknown".to_owned()),
        detail,
    ];
    row.map(|cell| visible(&cell).replace(['\n', '\t'], " "))
}

fn word(state: State) -> &'static str {
    match state {
        State::Stuck => "stuck",
        State::Failing => "failing",
        State::Progressing => "progressing",
        State::Paused => "paused",
        State::Held => "held",
        State::OnDelete => "on delete",
        State::Zero => "scaled to 0",
        State::Settled => "settled",
        State::Unknown => "unknown",
    }
}

fn line(row: &Row, widths: &[usize; 6]) -> String {
    let cells = row.iter().zip(widths).map(|(cell, width)| format!("{cell:width$}"));
    cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
}
