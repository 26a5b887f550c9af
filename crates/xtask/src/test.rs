//! Every check of the project, one after the other.

use crate::progress::seconds;
use crate::project::Project;
use crate::run::{Failure, Result, Run};
use crate::{browser, page, setup, sizes};
use std::time::{Duration, Instant};

/// How a stage ended when it did not fail.
enum Ended {
    Passed,
    /// Could not be run here, and why.
    Skipped(&'static str),
}

type Work = fn(&Project) -> Result<Ended>;

/// In this order; the cheap ones that fail most often come first.
const BEFORE_BUILD: &[(&str, Work)] =
    &[("formatting", formatting), ("lints", lints), ("Rust tests", rust_tests), ("documentation", documentation)];

const BUILD: (&str, Work) = ("build", build);

/// They look at what was built: after a build that failed, an older page would tell nothing about the sources of today.
const AFTER_BUILD: &[(&str, Work)] =
    &[("wasm in Node.js", same_answers), ("page in a browser", page_tests), ("sizes", within_limits), ("wasm-pack", wasm_pack)];

/// Runs all stages, whatever becomes of the ones before, and tells whether none failed.
pub(crate) fn test(project: &Project) -> Result<bool> {
    let mut stages: Vec<Stage> = BEFORE_BUILD.iter().map(|(name, work)| Stage::run(name, || work(project))).collect();
    let build = Stage::run(BUILD.0, || (BUILD.1)(project));
    let built = build.result.is_ok();
    stages.push(build);
    let after = |work: &Work| if built { work(project) } else { Ok(Ended::Skipped("the build failed")) };
    stages.extend(AFTER_BUILD.iter().map(|(name, work)| Stage::run(name, || after(work))));

    println!("\n━━ summary ━━");
    stages.iter().for_each(|stage| println!("{}", stage.summary()));
    println!("\n{}", closing_line(&stages));
    Ok(stages.iter().all(|stage| stage.result.is_ok()))
}

/// A stage that is over.
struct Stage {
    name: &'static str,
    result: Result<Ended>,
    time: Duration,
}

impl Stage {
    fn run(name: &'static str, work: impl FnOnce() -> Result<Ended>) -> Self {
        println!("\n━━ {name} ━━");
        let started = Instant::now();
        let result = work();
        match &result {
            Ok(Ended::Passed) => {}
            Ok(Ended::Skipped(reason)) => println!("skipped: {reason}"),
            Err(failure) => println!("\nerror: {failure}"),
        }
        Self { name, result, time: started.elapsed() }
    }

    fn summary(&self) -> String {
        let (word, reason) = match &self.result {
            Ok(Ended::Passed) => ("passed", ""),
            Ok(Ended::Skipped(reason)) => ("skipped", *reason),
            Err(failure) => ("FAILED", failure.what()),
        };
        format!("  {:<20}{word:<8}{:>9}  {reason}", self.name, seconds(self.time)).trim_end().to_owned()
    }
}

/// Machines read this line too: it stands alone, and nothing is said of skipped stages when there are none.
fn closing_line(stages: &[Stage]) -> String {
    let count = |wanted: fn(&Stage) -> bool| stages.iter().filter(|stage| wanted(stage)).count();
    let passed = count(|stage| matches!(stage.result, Ok(Ended::Passed)));
    let failed = count(|stage| stage.result.is_err());
    let skipped = match stages.len() - passed - failed {
        0 => String::new(),
        skipped => format!(", {skipped} skipped"),
    };
    format!("{passed} passed, {failed} failed{skipped}")
}

fn formatting(project: &Project) -> Result<Ended> {
    setup::component("rustfmt", "fmt")?;
    let advice = "`cargo fmt` puts it right";
    Run::cargo().args("fmt --all --check").dir(&project.root).advice(advice).shown()?;
    Ok(Ended::Passed)
}

fn lints(project: &Project) -> Result<Ended> {
    setup::component("clippy", "clippy")?;
    Run::cargo().args("clippy --workspace --all-targets -- -D warnings").dir(&project.root).shown()?;
    Ok(Ended::Passed)
}

fn rust_tests(project: &Project) -> Result<Ended> {
    Run::cargo().args("test --workspace --no-fail-fast").dir(&project.root).shown()?;
    Ok(Ended::Passed)
}

fn documentation(project: &Project) -> Result<Ended> {
    Run::cargo().args("doc --workspace --no-deps").env("RUSTDOCFLAGS", "-D warnings").dir(&project.root).shown()?;
    Ok(Ended::Passed)
}

fn build(project: &Project) -> Result<Ended> {
    page::build(project)?;
    Ok(Ended::Passed)
}

/// The WebAssembly core against the command line.
fn same_answers(project: &Project) -> Result<Ended> {
    Run::cargo().args("build -p rollscope-cli").dir(&project.root).shown()?;
    let command_line = project.target.join("debug").join(format!("rollscope{}", std::env::consts::EXE_SUFFIX));
    Run::node().arg("tests/wasm/same-as-command-line.mjs").arg(project.web_wasm()).arg(command_line).dir(&project.root).shown()?;
    Ok(Ended::Passed)
}

/// Types, lints and the built file in a browser.
fn page_tests(project: &Project) -> Result<Ended> {
    let mut tests = Run::npm("npm").arg("test").dir(&project.web());
    match browser::find_or_install(project)? {
        Some(path) => {
            println!("browser: {}", path.display());
            tests = tests.env(browser::VARIABLE, path);
        }
        None => println!("browser: Playwright's own"),
    }
    tests.shown()?;
    Ok(Ended::Passed)
}

fn within_limits(project: &Project) -> Result<Ended> {
    let sizes = sizes::measure(project)?;
    sizes.print();
    sizes.check()?;
    Ok(Ended::Passed)
}

/// The way others take the WebAssembly core into their own projects.
fn wasm_pack(project: &Project) -> Result<Ended> {
    if !Run::new("wasm-pack").arg("--version").succeeds() {
        return Ok(Ended::Skipped("wasm-pack is not installed"));
    }
    let mut path = vec![project.tools()];
    path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let path = std::env::join_paths(path).map_err(|error| Failure::new(format!("PATH cannot be extended: {error}")))?;
    Run::new("wasm-pack")
        .args("build crates/rollscope-wasm --target web --mode no-install --out-dir")
        .arg(project.own_target().join("wasm-pack"))
        .env("PATH", path)
        .dir(&project.root)
        .shown()?;
    Ok(Ended::Passed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(result: Result<Ended>) -> Stage {
        Stage { name: "wasm-pack", result, time: Duration::from_millis(120) }
    }

    #[test]
    fn closes_with_the_counts_and_names_skipped_stages_only_if_there_are_any() {
        let mut stages = vec![stage(Ok(Ended::Passed)), stage(Ok(Ended::Passed))];
        assert_eq!(closing_line(&stages), "2 passed, 0 failed");
        stages.push(stage(Err(Failure::new("broken"))));
        stages.push(stage(Ok(Ended::Skipped("not here"))));
        assert_eq!(closing_line(&stages), "2 passed, 1 failed, 1 skipped");
    }

    #[test]
    fn tells_in_the_summary_why_a_stage_failed_or_was_skipped() {
        let summary = stage(Err(Failure::new("`npm test` failed"))).summary();
        assert_eq!(summary, "  wasm-pack           FAILED      0.1 s  `npm test` failed");
        let summary = stage(Ok(Ended::Skipped("it is not installed"))).summary();
        assert_eq!(summary, "  wasm-pack           skipped     0.1 s  it is not installed");
    }
}
