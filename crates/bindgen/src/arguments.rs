//! The options of `wasm-bindgen` that are understood here.

use anyhow::{Context, bail};

/// What the command line asks for.
#[derive(Debug, PartialEq)]
pub(crate) enum Request {
    Version,
    Generate(Job),
}

/// One module to write bindings for.
#[derive(Debug, PartialEq)]
pub(crate) struct Job {
    pub(crate) input: String,
    pub(crate) out_dir: String,
    pub(crate) out_name: Option<String>,
    pub(crate) target: String,
    pub(crate) typescript: bool,
    pub(crate) debug: bool,
    pub(crate) keep_debug: bool,
    pub(crate) demangle: bool,
    pub(crate) omit_default_module_path: bool,
    pub(crate) split_linked_modules: bool,
}

impl Request {
    pub(crate) fn parse(mut arguments: impl Iterator<Item = String>) -> anyhow::Result<Self> {
        let (mut input, mut out_dir) = (None, None);
        // The defaults are those of the original.
        let mut job = Job {
            input: String::new(),
            out_dir: String::new(),
            out_name: None,
            target: "bundler".into(),
            typescript: true,
            debug: false,
            keep_debug: false,
            demangle: true,
            omit_default_module_path: false,
            split_linked_modules: false,
        };
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().with_context(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--version" | "-V" => return Ok(Request::Version),
                "--out-dir" => out_dir = Some(value()?),
                "--out-name" => job.out_name = Some(value()?),
                "--target" => job.target = value()?,
                "--typescript" => job.typescript = true,
                "--no-typescript" => job.typescript = false,
                "--debug" => job.debug = true,
                "--keep-debug" => job.keep_debug = true,
                "--no-demangle" => job.demangle = false,
                "--omit-default-module-path" => job.omit_default_module_path = true,
                "--split-linked-modules" => job.split_linked_modules = true,
                // Both are found out from the module itself since long; wasm-pack still can pass them.
                "--reference-types" | "--weak-refs" => {}
                option if option.starts_with('-') => bail!("unknown option {option}"),
                _ if input.is_some() => bail!("one module at a time: {argument} is the second"),
                _ => input = Some(argument),
            }
        }
        job.input = input.context("no module given")?;
        job.out_dir = out_dir.context("--out-dir is missing")?;
        Ok(Request::Generate(job))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> anyhow::Result<Request> {
        Request::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn reads_the_line_that_wasm_pack_writes() {
        let Request::Generate(job) = parse("core.wasm --out-dir pkg --typescript --target web --out-name core").unwrap() else {
            panic!("a module is asked for");
        };
        assert_eq!((job.input.as_str(), job.out_dir.as_str(), job.target.as_str()), ("core.wasm", "pkg", "web"));
        assert_eq!(job.out_name.as_deref(), Some("core"));
        assert!(job.typescript && job.demangle && !job.debug);
    }

    #[test]
    fn answers_the_question_for_its_version() {
        assert_eq!(parse("--version").unwrap(), Request::Version);
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for line in
            ["core.wasm", "--out-dir pkg", "a.wasm b.wasm --out-dir pkg", "a.wasm --out-dir", "a.wasm --out-dir pkg --encode-into always"]
        {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
