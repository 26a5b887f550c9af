//! What must be on the machine, and how it gets there.

use crate::progress::Done;
use crate::project::Project;
use crate::run::{Failure, Result, Run};
use crate::stamp::{Fingerprint, unless_fresh};
use std::path::Path;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// Rust's standard library for WebAssembly, and Node.js.
pub(crate) fn toolchain() -> Result<Done> {
    node()?;
    let library = Run::new("rustc").args("--print target-libdir --target").arg(WASM_TARGET).quiet()?;
    if Path::new(library.trim()).exists() {
        return Ok(Done::Nothing);
    }
    let advice = "Rust's standard library for wasm32-unknown-unknown is missing. With Rust from https://rustup.rs this installs it; \
        with Rust from a distribution, install its package for this target (Debian: libstd-rust-dev-wasm32)";
    Run::new("rustup").args("target add").arg(WASM_TARGET).advice(advice).quiet()?;
    Ok(Done::Work)
}

/// The packages of `web/package-lock.json`, exactly.
pub(crate) fn npm_packages(project: &Project) -> Result<Done> {
    let (web, modules) = (project.web(), project.web().join("node_modules"));
    let inputs = Fingerprint::new().path(&web.join("package.json"), &[])?.path(&web.join("package-lock.json"), &[])?;
    let ran = unless_fresh(&modules.join(".rollscope-stamp"), &inputs, &[&modules], || {
        let advice = "npm must reach its registry; what it says below tells more";
        Run::npm("npm").args("ci --no-audit --no-fund").dir(&web).advice(advice).quiet().map(drop)
    })?;
    Ok(if ran { Done::Work } else { Done::Nothing })
}

/// `rustfmt` or `clippy`, which a minimal Rust comes without.
pub(crate) fn component(name: &str, subcommand: &str) -> Result<()> {
    if Run::cargo().args(subcommand).arg("--version").succeeds() {
        return Ok(());
    }
    println!("installing {name}");
    Run::new("rustup")
        .args("component add")
        .arg(name)
        .advice("install it as your Rust was installed, or take Rust from https://rustup.rs")
        .shown()
}

fn node() -> Result<()> {
    let advice = "install Node.js 20 or newer, from https://nodejs.org or your distribution";
    let version = Run::new("node").arg("--version").advice(advice).quiet()?;
    match major(&version) {
        Some(major) if major < OLDEST_NODE => Err(Failure::new(format!("Node.js is {}, which is too old", version.trim())).advice(advice)),
        _ => Ok(()),
    }
}

/// `v20.20.2` is 20.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_major_version_of_node() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20"), None);
    }
}
