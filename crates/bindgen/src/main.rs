//! Writes the JavaScript and TypeScript side of a WebAssembly module, as the `wasm-bindgen` command does.
//!
//! It takes the part of that command's options which `cargo xtask build` and `wasm-pack` use. `cargo xtask build` leaves a copy of it named
//! `wasm-bindgen` in `target/xtask/bin`; with that folder on `PATH`, `wasm-pack` takes it for the original and installs nothing.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a command line program reads its arguments; only the core must not"
)]

mod arguments;

use anyhow::Context;
use arguments::{Job, Request};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> anyhow::Result<()> {
    match Request::parse(std::env::args().skip(1))? {
        // wasm-pack reads the second word as the version.
        Request::Version => println!("wasm-bindgen {}", wasm_bindgen_shared::version()),
        Request::Generate(job) => generate(&job)?,
    }
    Ok(())
}

fn generate(job: &Job) -> anyhow::Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&job.input)
        .typescript(job.typescript)
        .debug(job.debug)
        .keep_debug(job.keep_debug)
        .demangle(job.demangle)
        .omit_default_module_path(job.omit_default_module_path)
        .split_linked_modules(job.split_linked_modules);
    match job.target.as_str() {
        "web" => bindgen.web(true)?,
        "bundler" => bindgen.bundler(true)?,
        "no-modules" => bindgen.no_modules(true)?,
        "nodejs" => bindgen.nodejs(true)?,
        "deno" => bindgen.deno(true)?,
        other => anyhow::bail!("unknown target `{other}`: web, bundler, no-modules, nodejs and deno are known"),
    };
    if let Some(name) = &job.out_name {
        bindgen.out_name(name);
    }
    bindgen.generate(&job.out_dir).with_context(|| format!("no bindings for {}", job.input))
}
