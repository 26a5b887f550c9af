//! Why a command has no answer, and the exit status for it.

use std::fmt;

use rollscope_core::model::Resource;

/// What ends a command: a line on standard error and a status.
#[derive(Debug)]
pub(crate) struct Failure {
    /// The exit status: 2 for our own commands, 1 for kubectl's.
    pub(crate) status: u8,
    message: String,
}

impl Failure {
    /// For our own commands: there is no answer.
    pub(crate) fn no_answer(message: impl fmt::Display) -> Self {
        Self { status: 2, message: format!("error: {message}") }
    }

    /// For kubectl's commands: what kubectl says, after its `error: `.
    pub(crate) fn of_kubectl(message: impl fmt::Display) -> Self {
        Self { status: 1, message: format!("error: {message}") }
    }

    /// For kubectl's commands: what the server would have said.
    pub(crate) fn not_found(resource: &Resource, name: &str) -> Self {
        Self { status: 1, message: format!("Error from server (NotFound): {resource} \"{name}\" not found") }
    }

    /// Several failures as one: kubectl names each on a line, and only a single one with `error: ` before it.
    pub(crate) fn all(mut failures: Vec<Self>) -> Option<Self> {
        if failures.len() <= 1 {
            return failures.pop();
        }
        let status = failures.iter().map(|failure| failure.status).max()?;
        let lines: Vec<_> = failures.iter().map(|failure| failure.message.trim_start_matches("error: ")).collect();
        Some(Self { status, message: lines.join("\n") })
    }

    /// The same failure as the other kind of command ends with it.
    pub(crate) fn with_status(self, status: u8) -> Self {
        Self { status, ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&crate::output::visible(&self.message))
    }
}
