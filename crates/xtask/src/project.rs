//! Where things are.

use crate::run::{Failure, Result};
use std::path::{Path, PathBuf};

pub(crate) struct Project {
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever the user put it.
    pub(crate) target: PathBuf,
}

impl Project {
    pub(crate) fn find() -> Result<Self> {
        // Asked for now and not compiled in: several checkouts can share one target folder, and then this was compiled in another one.
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
        let root = manifest.ancestors().nth(2).filter(|root| root.join("Cargo.toml").is_file());
        let program = std::env::current_exe().ok();
        let target = program.as_deref().and_then(|program| program.ancestors().nth(2));
        match (root, target) {
            (Some(root), Some(target)) => Ok(Self { root: root.to_owned(), target: target.to_owned() }),
            _ => Err(Failure::new("the project's folder was not found").advice("start this as `cargo xtask`, inside the project")),
        }
    }

    pub(crate) fn web(&self) -> PathBuf {
        self.root.join("web")
    }

    /// What `npm run build` writes.
    pub(crate) fn dist(&self) -> PathBuf {
        self.web().join("dist")
    }

    pub(crate) fn page(&self) -> PathBuf {
        self.dist().join(crate::serve::PAGE)
    }

    /// The finished WebAssembly core with its bindings, as the page's sources import it.
    pub(crate) fn web_wasm(&self) -> PathBuf {
        self.web().join("wasm")
    }

    pub(crate) fn wasm(&self) -> PathBuf {
        self.web_wasm().join("rollscope_wasm_bg.wasm")
    }

    /// Holds a copy of our bindings writer under the name `wasm-bindgen`, where wasm-pack finds it.
    pub(crate) fn tools(&self) -> PathBuf {
        self.own_target().join("bin")
    }

    /// The part of the target folder that belongs to this program.
    pub(crate) fn own_target(&self) -> PathBuf {
        self.target.join("xtask")
    }

    /// A path as a person in the project's folder would write it.
    pub(crate) fn short<'a>(&self, path: &'a Path) -> std::path::Display<'a> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}
