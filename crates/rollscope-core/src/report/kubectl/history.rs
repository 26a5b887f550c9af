//! `rollout history` as text.

use super::tabwriter;

/// The table of revisions, ascending as they are given. `head` is the object: `deployment.apps/web`.
///
/// A revision without a cause, or with an empty one, shows `<none>`. A cause of several lines is printed as it is, and the rows below it are aligned
/// among themselves.
///
/// Models k8s.io/kubectl pkg/polymorphichelpers/history.go ViewHistory and pkg/cmd/rollout/rollout_history.go.
pub fn table(head: &str, rows: &[(i64, Option<&str>)]) -> String {
    if rows.is_empty() {
        return format!("{head} \n{NONE}\n");
    }
    let mut text = String::from("REVISION\tCHANGE-CAUSE\n");
    for (revision, cause) in rows {
        let cause = cause.filter(|cause| !cause.is_empty()).unwrap_or("<none>");
        text.push_str(&format!("{revision}\t{cause}\n"));
    }
    format!("{head} \n{}\n", tabwriter::align(&text, 0, 2))
}

/// One revision: the object, its number and the text of its template.
pub fn revision(head: &str, revision: i64, template: &str) -> String {
    format!("{head} with revision #{revision}\n{template}\n")
}

/// What is printed in the place of one revision where there is no revision at all.
pub fn none_of(head: &str, revision: i64) -> String {
    format!("{head} with revision #{revision}\n{NONE}\n")
}

const NONE: &str = "No rollout history found.";

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[(i64, Option<&str>)], expected: &str) {
        assert_eq!(table("deployment.apps/web", rows), expected);
    }

    #[test]
    fn prints_a_row_for_each_revision() {
        let rows = [(1, None), (10, Some("")), (11, Some("kubectl set image"))];
        check(&rows, "deployment.apps/web \nREVISION  CHANGE-CAUSE\n1         <none>\n10        <none>\n11        kubectl set image\n\n");
    }

    #[test]
    fn aligns_anew_below_a_cause_of_several_lines() {
        let rows = [(1, Some("first\nsecond")), (2, Some("x"))];
        check(&rows, "deployment.apps/web \nREVISION  CHANGE-CAUSE\n1         first\nsecond\n2  x\n\n");
    }

    #[test]
    fn says_when_there_is_none() {
        check(&[], "deployment.apps/web \nNo rollout history found.\n");
    }
}
