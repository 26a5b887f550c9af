//! What must be on the machine, and how it gets there.

use crate::progress::Done;
use crate::project::Project;
use crate::run::{Failure, NODE, Result, Run};
use crate::stamp::{Fingerprint, unless_fresh};
use std::path::Path;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// What the page's build tool asks for.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// Rust's standard library for WebAssembly, and Node.js.
pub(crate) fn toolchain() -> Result<Done> {
    node()?;
    let library = Run::new("rustc").args("--print target-libdir --target").arg(WASM_TARGET).quiet()?;
    if Path::new(library.trim()).exists() {
        return Ok(Done::Nothing);
    }
    let advice = "the network must be there: this downloads Rust's standard library for WebAssembly, once";
    Run::rustup().args("target add").arg(WASM_TARGET).advice(advice).quiet()?;
    Ok(Done::Work)
}

/// The packages of `web/package-lock.json`.
///
/// Not by `npm ci`: tools made of one package for each system are written into a lock file only as far as the registry of that day had them,
/// and `npm ci` then refuses the whole file, on every system. `npm install --no-save` takes the versions of the file, fetches what this system
/// lacks in it, and leaves the file as it is.
pub(crate) fn npm_packages(project: &Project) -> Result<Done> {
    let (web, modules) = (project.web(), project.web().join("node_modules"));
    let inputs = Fingerprint::new().path(&web.join("package.json"), &[])?.path(&web.join("package-lock.json"), &[])?;
    unless_fresh(&modules.join(".rollscope-stamp"), &inputs, &[&modules], || {
        let advice = "npm must reach its registry; what it wrote tells more";
        Run::npm("npm").args("install --no-save --no-audit --no-fund").dir(&web).advice(advice).quiet().map(drop)
    })
}

/// `rustfmt` or `clippy`, which a minimal Rust comes without.
pub(crate) fn component(name: &str, subcommand: &str) -> Result<()> {
    if Run::cargo().args(subcommand).arg("--version").succeeds() {
        return Ok(());
    }
    println!("installing {name}");
    Run::rustup().args("component add").arg(name).shown()
}

fn node() -> Result<()> {
    let version = Run::node().arg("--version").quiet()?;
    match major_and_minor(&version) {
        Some(found) if found < OLDEST_NODE => Err(Failure::new(format!("Node.js is {}, which is too old", version.trim())).advice(NODE)),
        _ => Ok(()),
    }
}

/// `v20.20.2` is 20 and 20.
fn major_and_minor(version: &str) -> Option<(u32, u32)> {
    let mut numbers = version.trim().strip_prefix('v')?.split('.').map_while(|number| number.parse().ok());
    Some((numbers.next()?, numbers.next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_version_of_node() {
        assert_eq!(major_and_minor("v20.20.2\n"), Some((20, 20)));
        assert_eq!(major_and_minor("20"), None);
    }
}
