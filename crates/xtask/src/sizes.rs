//! How large the product is, and how large it may be.

use crate::project::Project;
use crate::run::{Failure, Result, Run};

/// In bytes, after brotli. A kB is 1000 bytes.
const WASM_LIMIT: u64 = 260_000;
/// In bytes, after gzip.
const PAGE_LIMIT: u64 = 400_000;

pub(crate) struct Sizes {
    wasm: u64,
    page: u64,
}

/// Node.js compresses, as it is there and carries brotli; a crate for it would be one more to build.
pub(crate) fn measure(project: &Project) -> Result<Sizes> {
    let script = project.root.join("crates/xtask/src/sizes.mjs");
    let printed = Run::node().arg(script).arg(project.wasm()).arg(project.page()).quiet()?;
    let numbers: Vec<u64> = printed.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    match numbers[..] {
        [wasm, page] => Ok(Sizes { wasm, page }),
        _ => Err(Failure::new(format!("sizes.mjs printed `{}`, not two numbers", printed.trim()))),
    }
}

impl Sizes {
    pub(crate) fn print(&self) {
        self.lines().iter().for_each(|(line, _)| println!("{line}"));
    }

    /// The lines that are over their limit, as an error.
    pub(crate) fn check(&self) -> Result<()> {
        let over: Vec<String> = self.lines().into_iter().filter(|(_, fits)| !fits).map(|(line, _)| line.trim_start().to_owned()).collect();
        if over.is_empty() { Ok(()) } else { Err(Failure::new(format!("too large: {}", over.join("; ")))) }
    }

    fn lines(&self) -> [(String, bool); 2] {
        [("WebAssembly core, brotli", self.wasm, WASM_LIMIT), ("page with all in it, gzip", self.page, PAGE_LIMIT)]
            .map(|(name, size, limit)| (format!("  {name:<26}{:>7} of {:.0} kB", format!("{:.1}", kb(size)), kb(limit)), size <= limit))
    }
}

fn kb(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allows_the_limit_itself_and_nothing_above() {
        assert!(Sizes { wasm: WASM_LIMIT, page: PAGE_LIMIT }.check().is_ok());
        let failure = Sizes { wasm: WASM_LIMIT + 1, page: 1 }.check().unwrap_err().to_string();
        assert!(failure.starts_with("too large: WebAssembly core") && !failure.contains("page"), "{failure}");
    }
}
