//! From the sources to one HTML file.

use crate::progress::{Done, Steps, seconds};
use crate::project::Project;
use crate::run::{Failure, Result, Run};
use crate::stamp::{Fingerprint, unless_fresh};
use crate::{setup, sizes};
use std::path::Path;
use std::time::Instant;

/// What lies in `web/` and of which nothing gets into the page: what is made from the rest, and what tests it.
const NOT_SOURCES: &[&str] = &["node_modules", "dist", "tests", "test-results", "playwright-report", "playwright.config.ts"];

/// Builds `web/dist/rollscope.html` with all that is missing for it.
pub(crate) fn build(project: &Project) -> Result<()> {
    let started = Instant::now();
    let mut steps = Steps::new(6);
    steps.step("looking for Node.js and Rust's WebAssembly target", setup::toolchain)?;
    steps.step("installing the npm packages", || setup::npm_packages(project))?;
    steps.step("building the WebAssembly core", || compile(project))?;
    steps.step("writing its JavaScript bindings", || write_bindings(project))?;
    let core = steps.step("shrinking it", || shrink(project))?;
    let page = steps.step("building the page", || bundle(project))?;
    println!("{} is ready after {}.", project.short(&project.page()), seconds(started.elapsed()));
    if [core, page].contains(&Done::Work) {
        sizes::measure(project)?.print();
    }
    Ok(())
}

/// Cargo itself knows what is up to date.
fn compile(project: &Project) -> Result<Done> {
    Run::cargo().args("build --profile wasm --target wasm32-unknown-unknown -p rollscope-wasm").dir(&project.root).quiet()?;
    Ok(Done::Work)
}

/// Into the target folder, from where `shrink` takes them; `web/wasm` holds finished files only.
fn write_bindings(project: &Project) -> Result<Done> {
    let wasm = project.target.join("wasm32-unknown-unknown/wasm/rollscope_wasm.wasm");
    let bindings = bindings(project);
    let tool = project.tools().join(format!("wasm-bindgen{}", std::env::consts::EXE_SUFFIX));
    // The writer's own sources and the versions it is built from count as well.
    let inputs = Fingerprint::new()
        .path(&wasm, &[])?
        .path(&project.root.join("crates/bindgen"), &[])?
        .path(&project.root.join("Cargo.lock"), &[])?;
    let output = bindings.join("rollscope_wasm_bg.wasm");
    unless_fresh(&bindings.join("stamp"), &inputs, &[&output, &tool], || {
        Run::cargo().args("build -p rollscope-bindgen").dir(&project.root).quiet()?;
        create_folder(&project.tools())?;
        create_folder(&bindings)?;
        copy(&project.target.join("debug").join(format!("rollscope-bindgen{}", std::env::consts::EXE_SUFFIX)), &tool)?;
        // The page has no address to load the module from: the worker is handed its bytes.
        let options = "--target web --typescript --omit-default-module-path --out-dir";
        Run::new(&tool).arg(&wasm).args(options).arg(&bindings).quiet().map(drop)
    })
}

/// `-Oz` takes a third off what the compiler writes and costs little speed. wasm-opt finds the features in use in the module itself.
fn shrink(project: &Project) -> Result<Done> {
    let (bindings, out) = (bindings(project), project.web_wasm());
    let binaryen = project.web().join("node_modules/binaryen");
    let inputs = Fingerprint::new().path(&bindings, &["stamp"])?.path(&binaryen.join("package.json"), &[])?;
    unless_fresh(&out.join(".stamp"), &inputs, &[&project.wasm(), &out.join("rollscope_wasm.js"), &out.join("rollscope_wasm.d.ts")], || {
        create_folder(&out)?;
        let wasm = bindings.join("rollscope_wasm_bg.wasm");
        Run::node().arg(binaryen.join("bin/wasm-opt")).arg("-Oz").arg(&wasm).arg("-o").arg(project.wasm()).quiet()?;
        for file in ["rollscope_wasm.js", "rollscope_wasm.d.ts", "rollscope_wasm_bg.wasm.d.ts"] {
            copy(&bindings.join(file), &out.join(file))?;
        }
        Ok(())
    })
}

fn bundle(project: &Project) -> Result<Done> {
    // The samples that the page offers are recorded cases.
    let inputs = Fingerprint::new().path(&project.web(), NOT_SOURCES)?.path(&project.root.join("tests/cases"), &[])?;
    unless_fresh(&project.dist().join(".stamp"), &inputs, &[&project.page()], || {
        Run::npm("npm").args("run build").dir(&project.web()).quiet()?;
        if project.page().is_file() {
            return Ok(());
        }
        Err(Failure::new(format!("`npm run build` wrote no {}", project.short(&project.page()))))
    })
}

fn bindings(project: &Project) -> std::path::PathBuf {
    project.own_target().join("bindings")
}

fn create_folder(path: &Path) -> Result<()> {
    std::fs::create_dir_all(path).map_err(|error| Failure::file("creating", path, &error))
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::copy(from, to).map(drop).map_err(|error| Failure::file("copying", from, &error))
}
