//! The command line.

/// What `cargo xtask help` prints.
pub(crate) const HELP: &str = "\
Sets up, builds, serves and tests rollscope. Each command installs what it misses and can be run again at any time.

  cargo xtask build                          builds the page as one file: web/dist/rollscope.html
  cargo xtask serve [--port N] [--no-open]   builds the page and serves it on this machine only
  cargo xtask test                           runs every check: formatting, lints, tests, docs, the page in a browser, sizes
  cargo xtask help                           prints this

Needed: Rust by rustup, Node.js 20.19 or newer. The first run takes some minutes.";

#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    Build,
    Serve { port: Option<u16>, open: bool },
    Test,
    Help,
}

impl Task {
    pub(crate) fn parse(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut arguments = arguments.peekable();
        let task = match arguments.next().as_deref() {
            None | Some("help" | "--help" | "-h") => return Ok(Task::Help),
            Some("build") => Task::Build,
            Some("test") => Task::Test,
            Some("serve") => serve(&mut arguments)?,
            Some(other) => return Err(format!("there is no command `{other}`")),
        };
        match arguments.next() {
            None => Ok(task),
            Some(argument) if argument == "--help" || argument == "-h" => Ok(Task::Help),
            Some(argument) => Err(format!("`{argument}` is not understood here")),
        }
    }
}

fn serve(arguments: &mut std::iter::Peekable<impl Iterator<Item = String>>) -> Result<Task, String> {
    let (mut port, mut open) = (None, true);
    while let Some(argument) =
        arguments.next_if(|argument| argument == "--port" || argument.starts_with("--port=") || argument == "--no-open")
    {
        if argument == "--no-open" {
            open = false;
            continue;
        }
        let value = argument.strip_prefix("--port=").map(str::to_owned).or_else(|| arguments.next()).unwrap_or_default();
        port = Some(value.parse().map_err(|_| format!("--port needs a number from 0 to 65535, not `{value}`"))?);
    }
    Ok(Task::Serve { port, open })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Task, String> {
        Task::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn knows_its_commands() {
        assert_eq!(parse("build"), Ok(Task::Build));
        assert_eq!(parse("test"), Ok(Task::Test));
        assert_eq!(parse("serve"), Ok(Task::Serve { port: None, open: true }));
        for help in ["", "help", "--help", "build --help", "serve -h"] {
            assert_eq!(parse(help), Ok(Task::Help), "{help}");
        }
    }

    #[test]
    fn reads_the_options_of_serve_in_any_order() {
        let wanted = Ok(Task::Serve { port: Some(8000), open: false });
        for line in ["serve --port 8000 --no-open", "serve --no-open --port=8000"] {
            assert_eq!(parse(line), wanted, "{line}");
        }
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        for line in ["bulid", "build --fast", "serve --port", "serve --port x", "serve --port 70000", "test serve"] {
            assert!(parse(line).is_err(), "{line}");
        }
    }
}
