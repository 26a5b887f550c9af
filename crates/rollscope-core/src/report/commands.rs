//! Commands to type. They are made of names that come from a file, so each word is quoted, and what is no name of an object makes no command.

use super::answer::AnnotationRow;
use crate::history::History;

/// Look first, undo, put back the annotations that the undo drops, delete the pods that it does not repair. Without a revision to go to only the last.
pub(super) fn commands(history: &History<'_>, to_revision: Option<i64>, annotations: &[AnnotationRow], pods: &[&str]) -> Vec<String> {
    let identity = &history.workload.identity;
    let names = [identity.name.as_str()].into_iter().chain(pods.iter().copied());
    if !names.into_iter().all(is_name) || !(identity.namespace.is_empty() || is_name(&identity.namespace)) {
        return Vec::new();
    }
    let workload = format!("{}/{}", history.kind.singular(), identity.name);
    let namespace: &[&str] = if identity.namespace.is_empty() { &[] } else { &["-n", &identity.namespace] };
    let command =
        |words: &[&str]| ["kubectl"].iter().chain(namespace).chain(words).map(|word| shell_word(word)).collect::<Vec<_>>().join(" ");
    let mut commands = Vec::new();
    if let Some(number) = to_revision {
        let revision = format!("--to-revision={number}");
        commands.push(command(&["rollout", "undo", &workload, &revision, "--dry-run=server"]));
        commands.push(command(&["rollout", "undo", &workload, &revision]));
    }
    let lost = annotations.iter().filter(|row| row.after.is_none() && is_annotation_name(&row.name));
    let lost: Vec<String> = lost.filter_map(|row| Some(format!("{}={}", row.name, row.before.as_ref()?))).collect();
    if !lost.is_empty() {
        let words: Vec<&str> = ["annotate", &workload].into_iter().chain(lost.iter().map(String::as_str)).collect();
        commands.push(command(&words));
    }
    if !pods.is_empty() {
        let words: Vec<&str> = ["delete", "pod"].into_iter().chain(pods.iter().copied()).collect();
        commands.push(command(&words));
    }
    commands
}

/// Whether the API takes this as the name of an object or a namespace: lower case letters, digits, `-` and `.`, with a letter or digit at both ends.
fn is_name(text: &str) -> bool {
    let is_end = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.bytes().all(|byte| is_end(Some(byte)) || byte == b'-' || byte == b'.')
        && is_end(text.bytes().next())
        && is_end(text.bytes().last())
}

/// Whether the API takes this as the name of an annotation, roughly; above all it is no option.
fn is_annotation_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte))
        && text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric())
}

/// A word as a POSIX shell takes it to the letter.
fn shell_word(text: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./=:@%+,".contains(&byte);
    if !text.is_empty() && text.bytes().all(is_plain) { text.to_owned() } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Limits;
    use crate::input::Session;
    use crate::model::{Export, WorkloadKind};

    fn check(name: &str, pods: &[&str], expected: &[&str]) {
        let mut session = Session::new(Limits::default());
        session.read(
            "x",
            serde_json::json!({"kind": "Deployment", "apiVersion": "apps/v1", "metadata": {"name": name, "namespace": "shop"}})
                .to_string()
                .as_bytes(),
        );
        let mut export = Export::default();
        export.add(session.take());
        let history = History::of(&export, WorkloadKind::Deployment, export.find("Deployment", "shop", name).unwrap());
        let lost = AnnotationRow { name: "note".to_owned(), before: Some("it's $5".to_owned()), after: None };
        assert_eq!(commands(&history, Some(3), &[lost], pods), expected);
    }

    #[test]
    fn look_undo_put_back_and_delete() {
        check(
            "web",
            &["web-4"],
            &[
                "kubectl -n shop rollout undo deployment/web --to-revision=3 --dry-run=server",
                "kubectl -n shop rollout undo deployment/web --to-revision=3",
                r"kubectl -n shop annotate deployment/web 'note=it'\''s $5'",
                "kubectl -n shop delete pod web-4",
            ],
        );
    }

    #[test]
    fn what_is_no_name_makes_no_command() {
        check("web; rm -rf ~", &[], &[]);
        check("web", &["--all"], &[]);
        check("web", &["web-0\n"], &[]);
    }
}
