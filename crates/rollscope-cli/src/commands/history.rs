//! `rollout history`: as kubectl prints it.

use rollscope_core::history::History;
use rollscope_core::input::Object;
use rollscope_core::model::{Export, WorkloadKind};
use rollscope_core::report::kubectl::{Version, rollout};

use crate::arguments::{Common, RolloutHistory};
use crate::failure::Failure;
use crate::output;

/// Answers for every object that was asked for; what has no answer is told at the end, as kubectl does.
pub(super) fn run(common: &Common, asked: &RolloutHistory, export: &Export) -> Result<u8, Failure> {
    let revision = revision(&asked.revision)?;
    let targets = asked.of.all().map_err(Failure::of_kubectl)?;
    if revision < 0 {
        return Err(Failure::of_kubectl(format!("revision must be a positive integer: {revision}")));
    }
    let mut failures = Vec::new();
    for (word, name) in targets {
        let resource = super::resource(export, word)?;
        let kind = resource
            .workload()
            .ok_or_else(|| Failure::of_kubectl(format!("no history viewer has been implemented for \"{}\"", resource.kind_and_group())))?;
        let objects = match name {
            Some(name) => vec![super::find(common, export, &resource, name)],
            None => all_of(common, export, kind).into_iter().map(Ok).collect(),
        };
        for object in objects {
            let shown = object.and_then(|object| print(common, export, &History::of(export, kind, object), revision));
            failures.extend(shown.err());
        }
    }
    Failure::all(failures).map_or(Ok(0), Err)
}

/// The number of `--revision`, in any base that Go's flags take.
fn revision(text: &str) -> Result<i64, Failure> {
    let invalid = |reason| {
        Failure::of_kubectl(format!(
            "invalid argument \"{text}\" for \"--revision\" flag: strconv.ParseInt: parsing \"{text}\": {reason}\nSee 'kubectl rollout history --help' for usage."
        ))
    };
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (base, digits) = match digits.as_bytes() {
        [b'0', b'x' | b'X', ..] => (16, digits.get(2..)),
        [b'0', b'b' | b'B', ..] => (2, digits.get(2..)),
        [b'0', b'o' | b'O', ..] => (8, digits.get(2..)),
        [b'0', _, ..] => (8, digits.get(1..)),
        _ => (10, Some(digits)),
    };
    let digits = digits
        .filter(|digits| !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(base)))
        .ok_or_else(|| invalid("invalid syntax"))?;
    i64::from_str_radix(&format!("{sign}{digits}"), base).map_err(|_| invalid("value out of range"))
}

/// The workloads of a kind, by name; of every namespace if none is given.
fn all_of<'a>(common: &Common, export: &'a Export, kind: WorkloadKind) -> Vec<&'a Object> {
    export.of_kind(kind.name()).filter(|object| common.includes(&object.identity.namespace)).collect()
}

fn print(common: &Common, export: &Export, history: &History<'_>, revision: i64) -> Result<(), Failure> {
    super::log(common, export, &history.diagnostics);
    let text = match revision {
        0 => rollout::history_table(history),
        number => rollout::revision(history, number, common.kubectl_version.unwrap_or(Version::NEWEST)).map_err(Failure::of_kubectl)?,
    };
    output::exactly(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_as_go_flags_do() {
        for (text, number) in [("3", 3), ("-3", -3), ("+3", 3), ("0x1F", 31), ("017", 15), ("0", 0)] {
            assert_eq!(revision(text).unwrap(), number, "{text}");
        }
        for text in ["", "abc", "1.5", "0x", "08", "-", "9223372036854775808"] {
            assert!(revision(text).is_err(), "{text}");
        }
    }
}
