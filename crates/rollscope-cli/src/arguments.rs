//! What can be asked.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use rollscope_core::Time;
use rollscope_core::model::ClusterVersion;
use rollscope_core::report::kubectl::Version;

use crate::style::Color;

/// Kubernetes rollout history from exported objects: what changed, when, and how to get back. No cluster is asked.
#[derive(Debug, Parser)]
#[command(name = "rollscope", version, after_help = EXPORT_HELP, args_override_self = true)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Whether a command line that was refused is one of kubectl's: its command is the first word that is neither an option nor the value of one.
pub(crate) fn are_of_kubectl(words: impl IntoIterator<Item = OsString>) -> bool {
    let command = Arguments::command();
    let takes_value = |option: &str| {
        let is_meant = |known: &&clap::Arg| match option.strip_prefix("--") {
            Some(long) => known.get_long() == Some(long),
            None => known.get_short().is_some_and(|short| option == format!("-{short}")),
        };
        command.get_arguments().find(is_meant).is_some_and(|known| known.get_action().takes_values())
    };
    let mut words = words.into_iter().skip(1).map(|word| word.to_string_lossy().into_owned());
    while let Some(word) = words.next() {
        if !word.starts_with('-') {
            return matches!(word.as_str(), "rollout" | "get");
        }
        if takes_value(&word) {
            words.next();
        }
    }
    false
}

/// How an export is made; also shown when there is none to read.
pub(crate) const EXPORT_HELP: &str = "\
Make an export:
  kubectl get deploy,rs,ds,sts,controllerrevisions.apps,pods,events -A -o yaml --show-managed-fields > rollout.yaml
and look at it:
  rollscope -f rollout.yaml list";

#[derive(Debug, Args)]
pub(crate) struct Common {
    /// File or folder to read, `-` for standard input; may be given several times
    #[arg(short = 'f', long = "filename", global = true, value_name = "PATH")]
    pub(crate) files: Vec<PathBuf>,
    /// Namespace of the workload; may be left out where its name is in one namespace only
    #[arg(short, long, global = true)]
    pub(crate) namespace: Option<String>,
    /// Time that kubectl's commands write before their notes on standard error, in RFC 3339; without it the newest one in the export
    #[arg(long, global = true, value_name = "TIME")]
    pub(crate) now: Option<Time>,
    #[arg(long, global = true, value_name = "X.Y", help = format!("Whose text is printed; without it that of {}", Version::NEWEST))]
    pub(crate) kubectl_version: Option<Version>,
    /// Version of the cluster whose rules `plan` follows; without it what the export shows of its cluster
    #[arg(long, global = true, value_name = "X.Y")]
    pub(crate) cluster_version: Option<ClusterVersion>,
    /// Language of sentences that are not kubectl's; English is the only one yet
    #[arg(long, global = true, value_name = "LANG", default_value = "en")]
    pub(crate) lang: Language,
    /// When to colour
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

impl Common {
    /// Whether objects of a namespace are meant. An empty name means none in particular, as no option does.
    pub(crate) fn includes(&self, namespace: &str) -> bool {
        self.namespace.as_deref().is_none_or(|wanted| wanted.is_empty() || wanted == namespace)
    }
}

/// A language of our own sentences.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Language {
    /// English.
    En,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Workloads with revisions, state and last change; the first thing to run
    List(List),
    /// kubectl's rollout commands, over files and to the letter
    Rollout {
        #[command(subcommand)]
        command: Rollout,
    },
    /// What changed between two revisions of a workload
    Diff(Diff),
    /// The object as an undo leaves it, or the patch that kubectl would send
    Undo(Undo),
    /// What follows if something is done
    Plan {
        #[command(subcommand)]
        command: Plan,
    },
    /// One object of the export, as kubectl prints it
    Get(Get),
}

#[derive(Debug, Args)]
pub(crate) struct List {
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = TextOrJson::Text)]
    pub(crate) output: TextOrJson,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Rollout {
    /// The revisions of a workload, or one of them in detail
    History(RolloutHistory),
}

#[derive(Debug, Args)]
pub(crate) struct RolloutHistory {
    #[command(flatten)]
    pub(crate) of: Target,
    /// Show this revision's pod template instead of the list
    #[arg(long, default_value = "0", allow_hyphen_values = true)]
    pub(crate) revision: String,
}

#[derive(Debug, Args)]
pub(crate) struct Diff {
    #[command(flatten)]
    pub(crate) of: Target,
    /// The older revision: a number or `live`; without it the one before the other side
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub(crate) from: Option<Side>,
    /// The newer revision: a number or `live`; without it the newest
    #[arg(long, value_name = "N", conflicts_with = "to_file", allow_negative_numbers = true)]
    pub(crate) to: Option<Side>,
    /// A manifest whose pod template is the newer side, `-` for standard input: of the objects in it the one of the same kind and name, or the only one of
    /// that kind
    #[arg(long, value_name = "PATH")]
    pub(crate) to_file: Option<PathBuf>,
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = DiffOutput::Text)]
    pub(crate) output: DiffOutput,
    /// Exit with 1 if there is a difference
    #[arg(long)]
    pub(crate) exit_code: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Undo {
    #[command(flatten)]
    pub(crate) of: Target,
    /// The revision to go back to; 0 is the one before the current
    #[arg(long, default_value_t = 0, allow_negative_numbers = true, value_name = "N")]
    pub(crate) to_revision: i64,
    /// The object afterwards, or the patch
    #[arg(short, long, value_enum, default_value_t = UndoOutput::Yaml)]
    pub(crate) output: UndoOutput,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Plan {
    /// What an undo checks, changes and loses, the commands for it, and the history afterwards
    Undo(PlanUndo),
}

#[derive(Debug, Args)]
pub(crate) struct PlanUndo {
    #[command(flatten)]
    pub(crate) of: Target,
    /// The revision to go back to; 0 is the one before the current
    #[arg(long, default_value_t = 0, allow_negative_numbers = true, value_name = "N")]
    pub(crate) to_revision: i64,
    /// Form of the answer
    #[arg(short, long, value_enum, default_value_t = TextOrJson::Text)]
    pub(crate) output: TextOrJson,
}

#[derive(Debug, Args)]
pub(crate) struct Get {
    #[command(flatten)]
    pub(crate) of: Target,
    /// Form of the object
    #[arg(short, long, value_enum)]
    pub(crate) output: ObjectOutput,
    /// Keep metadata.managedFields
    #[arg(long)]
    pub(crate) show_managed_fields: bool,
}

/// Objects as kubectl takes them: `deployment/web`, `deployment web`, or `deployment` for all of a kind.
#[derive(Debug, Args)]
pub(crate) struct Target {
    /// KIND/NAME, or KIND NAME
    #[arg(value_name = "KIND/NAME")]
    words: Vec<String>,
}

/// What kubectl says of `deployment deployment/web`; the bracket is not closed there either.
const MIXED_FORMS: &str = "there is no need to specify a resource type as a separate argument when passing arguments in resource/name form \
                           (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'";

impl Target {
    /// Each kind with the name of one object, or without one for all. The error is kubectl's.
    ///
    /// Models k8s.io/cli-runtime pkg/resource/builder.go ResourceTypeOrNameArgs.
    pub(crate) fn all(&self) -> Result<Vec<(&str, Option<&str>)>, String> {
        let [first, names @ ..] = self.words.as_slice() else {
            return Err("required resource not specified".to_owned());
        };
        if first.is_empty() {
            return Err("required resource not specified".to_owned());
        }
        if names.iter().any(String::is_empty) {
            return Err("resource name may not be empty".to_owned());
        }
        if !first.contains('/') && !names.iter().any(|name| name.contains('/')) {
            let kinds = first.split(',').filter(|kind| !kind.is_empty());
            let of_kind = |kind| match names {
                [] => vec![(kind, None)],
                names => names.iter().map(|name| (kind, Some(name.as_str()))).collect(),
            };
            return Ok(kinds.flat_map(of_kind).collect());
        }
        let pair = |word: &'_ str| match word.split_once('/') {
            None => Err(MIXED_FORMS.to_owned()),
            Some((_, name)) if name.contains('/') => Err("arguments in resource/name form may not have more than one slash".to_owned()),
            Some((kind, name)) if !kind.is_empty() && !name.is_empty() => Ok(()),
            Some(_) => Err("arguments in resource/name form must have a single resource and name".to_owned()),
        };
        self.words.iter().try_for_each(|word| pair(word))?;
        Ok(self.words.iter().filter_map(|word| word.split_once('/')).map(|(kind, name)| (kind, Some(name))).collect())
    }

    /// The kind and the name of the one object that is meant.
    pub(crate) fn one(&self) -> Result<(&str, &str), String> {
        match self.all()?.as_slice() {
            [(kind, Some(name))] => Ok((kind, name)),
            _ => Err("one object is needed, as KIND/NAME or KIND NAME".to_owned()),
        }
    }
}

/// One side of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Side(pub(crate) rollscope_core::report::Side);

impl std::str::FromStr for Side {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        use rollscope_core::report::Side as Of;
        match text {
            "live" => Ok(Self(Of::Live)),
            _ => text.parse().map(|number| Self(Of::Revision(number))).map_err(|_| "a revision number or `live` is needed".to_owned()),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextOrJson {
    /// For people
    Text,
    /// For programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffOutput {
    /// A line a change, with field paths
    Text,
    /// Both templates beside each other
    SideBySide,
    /// As `diff -u` has it
    Unified,
    /// For programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum UndoOutput {
    /// The object as YAML
    Yaml,
    /// The object as JSON
    Json,
    /// The patch that kubectl sends, as JSON
    Patch,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ObjectOutput {
    /// As `kubectl get -o yaml`
    Yaml,
    /// As `kubectl get -o json`
    Json,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_fit_together() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn gives_the_command_for_an_export_as_readme_and_page_do() {
        let command = |text: &str| {
            let (_, behind) = text.split_once("kubectl get deploy,rs,").unwrap();
            let (command, _) = behind.split_once(" > rollout.yaml").unwrap();
            // The page breaks the line.
            command.split_whitespace().filter(|word| !word.trim_matches('\\').is_empty()).collect::<Vec<_>>().join(" ")
        };
        let ours = command(EXPORT_HELP);
        assert_eq!(command(include_str!("../../../README.md")), ours);
        assert_eq!(command(include_str!("../../../web/src/parts/command.ts")), ours);
    }

    #[test]
    fn tells_whose_command_a_refused_line_is() {
        for (line, expected) in [
            ("get deploy/web --bogus", true),
            ("rollout history --bogus", true),
            ("rollout bogus", true),
            ("rollout", true),
            ("get", true),
            ("get deploy/web", true),
            ("-n diff get deploy/web", true),
            ("-ndiff get deploy/web", true),
            ("--namespace=diff -f a.yaml get deploy/web", true),
            ("--kubectl-version bogus get deploy/web -o yaml", true),
            ("--bogus get deploy/web -o yaml", true),
            ("get deploy/web -o bogus", true),
            ("get deploy/web -o yaml --now", true),
            ("diff deploy/web -n get --bogus", false),
            ("diff get --bogus", false),
            ("-n get diff deploy/web --bogus", false),
            ("-f get --kubectl-version rollout list --bogus", false),
            ("plan rollout", false),
            ("bogus get", false),
            ("-n get", false),
            ("--bogus", false),
            ("", false),
        ] {
            let words = ["rollscope"].into_iter().chain(line.split_whitespace()).map(OsString::from);
            assert_eq!(are_of_kubectl(words), expected, "{line}");
        }
    }

    #[test]
    fn takes_objects_in_every_form_of_kubectl() {
        let check = |words: &[&str], expected: Option<&[(&str, Option<&str>)]>| {
            let target = Target { words: words.iter().map(|word| (*word).to_owned()).collect() };
            assert_eq!(target.all().ok().as_deref(), expected, "{words:?}");
        };
        check(&["deploy/web"], Some(&[("deploy", Some("web"))]));
        check(&["deploy", "web"], Some(&[("deploy", Some("web"))]));
        check(&["deploy", "web", "api"], Some(&[("deploy", Some("web")), ("deploy", Some("api"))]));
        check(&["deploy/web", "ds/log"], Some(&[("deploy", Some("web")), ("ds", Some("log"))]));
        check(&["deploy,sts"], Some(&[("deploy", None), ("sts", None)]));
        for refused in [&[][..], &["deploy", "deploy/web"], &["deploy/web", "api"], &["deploy/"], &["a/b/c"]] {
            check(refused, None);
        }
    }
}
