//! Other programs: how they are called, and what is said when one of them fails.

use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::process::{Command, Stdio};

/// Where Node.js comes from, and what belongs to it.
pub(crate) const NODE: &str = "install Node.js 20.19 or newer with npm, from https://nodejs.org or your distribution";

pub(crate) type Result<T> = std::result::Result<T, Failure>;

/// A call of another program. It gets no standard input, so that it can never wait for an answer.
pub(crate) struct Run {
    command: Command,
    /// For when it fails.
    advice: Option<String>,
    /// For when it is not there at all.
    source: Option<&'static str>,
}

impl Run {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        command.stdin(Stdio::null());
        Self { command, advice: None, source: None }
    }

    /// The cargo that runs us.
    pub(crate) fn cargo() -> Self {
        let mut run = Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // Cargo tells a program it runs about its package. A cargo started from there would hand that on, and build scripts that watch it
        // would run again at every change between `cargo xtask` and plain `cargo`.
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
                run.command.env_remove(name);
            }
        }
        run
    }

    /// `npm` or `npx`, which are scripts with an ending on Windows.
    pub(crate) fn npm(program: &str) -> Self {
        Self::new(if cfg!(windows) { format!("{program}.cmd") } else { program.to_owned() }).comes_from(NODE)
    }

    pub(crate) fn node() -> Self {
        Self::new("node").comes_from(NODE)
    }

    pub(crate) fn rustup() -> Self {
        Self::new("rustup").comes_from("take Rust from https://rustup.rs, or install what is missing as your Rust was installed")
    }

    fn comes_from(mut self, source: &'static str) -> Self {
        self.source = Some(source);
        self
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    /// Arguments that hold no space, as one would type them.
    pub(crate) fn args(mut self, line: &str) -> Self {
        self.command.args(line.split_whitespace());
        self
    }

    pub(crate) fn dir(mut self, dir: &Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// What a person can do if this fails.
    pub(crate) fn advice(mut self, advice: &str) -> Self {
        self.advice = Some(advice.to_owned());
        self
    }

    /// Runs it in silence and gives its standard output. All it wrote is shown if it fails.
    pub(crate) fn quiet(mut self) -> Result<String> {
        // Colours are for terminals, and some programs take CI for one.
        self.command.env("NO_COLOR", "1");
        let output = self.command.output().map_err(|error| self.not_started(&error))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() {
            return Ok(text);
        }
        let mut failure = self.failed(output.status);
        failure.output = format!("{text}{}", String::from_utf8_lossy(&output.stderr));
        Err(failure)
    }

    /// Runs it with its output on ours.
    pub(crate) fn shown(mut self) -> Result<()> {
        let status = self.command.status().map_err(|error| self.not_started(&error))?;
        if status.success() { Ok(()) } else { Err(self.failed(status)) }
    }

    /// Whether it can be started and succeeds; for questions such as `npm --version`.
    pub(crate) fn succeeds(self) -> bool {
        self.quiet().is_ok()
    }

    fn not_started(&self, error: &std::io::Error) -> Failure {
        self.failure(format!("`{self}` could not be started: {error}"), self.source.or(self.advice.as_deref()))
    }

    fn failed(&self, status: std::process::ExitStatus) -> Failure {
        self.failure(format!("`{self}` failed ({status})"), self.advice.as_deref())
    }

    fn failure(&self, what: String, advice: Option<&str>) -> Failure {
        let dir = self.command.get_current_dir().map(Path::to_owned).or_else(|| std::env::current_dir().ok());
        Failure { what, dir: dir.map(|dir| dir.display().to_string()), advice: advice.map(str::to_owned), output: String::new() }
    }
}

/// The command line, to be typed again by hand.
impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The full path of cargo and node is noise.
        let program = Path::new(self.command.get_program());
        write!(f, "{}", program.file_name().unwrap_or(program.as_os_str()).display())?;
        for argument in self.command.get_args() {
            let argument = argument.to_string_lossy();
            if argument.contains(char::is_whitespace) { write!(f, " '{argument}'")? } else { write!(f, " {argument}")? }
        }
        Ok(())
    }
}

/// What went wrong, where, and what can be done about it.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    dir: Option<String>,
    advice: Option<String>,
    output: String,
}

impl Failure {
    pub(crate) fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), dir: None, advice: None, output: String::new() }
    }

    /// For files: what was to be done with which one.
    pub(crate) fn file(doing: &str, path: &Path, error: &std::io::Error) -> Self {
        Self::new(format!("{doing} {} failed: {error}", path.display()))
    }

    pub(crate) fn advice(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// The one line of it that a summary has room for.
    pub(crate) fn what(&self) -> &str {
        &self.what
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.what)?;
        if let Some(dir) = &self.dir {
            write!(f, "\n  in:  {dir}")?;
        }
        if let Some(advice) = &self.advice {
            write!(f, "\n  try: {advice}")?;
        }
        if !self.output.trim().is_empty() {
            write!(f, "\n\nwhat it wrote:\n\n{}", self.output.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_command_folder_and_advice_when_a_program_is_missing() {
        let folder = std::env::temp_dir();
        let failure = Run::new("no-such-program").args("build --fast").dir(&folder).advice("install it").quiet();
        let text = failure.unwrap_err().to_string();
        assert!(text.starts_with("`no-such-program build --fast` could not be started"), "{text}");
        assert!(text.contains(&*folder.to_string_lossy()) && text.ends_with("try: install it"), "{text}");
    }

    #[test]
    fn shows_what_a_failing_program_wrote() {
        let text = Run::cargo().args("no-such-command").quiet().unwrap_err().to_string();
        assert!(text.contains("no-such-command` failed") && text.contains("what it wrote"), "{text}");
    }

    #[test]
    fn writes_a_command_line_that_can_be_typed() {
        assert_eq!(Run::new("/usr/bin/node").arg("a b").args("c d").to_string(), "node 'a b' c d");
    }
}
