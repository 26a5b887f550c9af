//! Holds what is printed here against what real kubectls printed: see tests/cases/kubectl-text/README.md.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a test may read its cases")]

use std::fs;
use std::path::{Path, PathBuf};

use super::{history, pod_template, print};
use crate::Value;
use crate::model::quantity::Quantity;
use crate::testing::{folders, root};

/// Calls `check` for every folder of a group.
fn each(group: &str, check: impl Fn(&Path)) {
    folders(&cases().join(group)).iter().for_each(|folder| check(folder));
}

fn cases() -> PathBuf {
    root().join("tests/cases/kubectl-text")
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn tree(path: &Path) -> Value {
    serde_json::from_str(&text(path)).unwrap()
}

/// Shows the first line that differs; whole texts are too long to read.
fn check(path: &Path, printed: &str) {
    let expected = text(path);
    for (number, (printed, expected)) in printed.lines().zip(expected.lines()).enumerate() {
        assert_eq!(printed, expected, "{}:{}", path.display(), number + 1);
    }
    assert!(printed == expected, "{}: one text is longer", path.display());
}

#[test]
fn prints_objects_as_kubectl_does() {
    each("objects", |folder| {
        let object = tree(&folder.join("expected.json"));
        check(&folder.join("expected.json"), &print::json(&object));
        check(&folder.join("expected.yaml"), &print::yaml(&object).unwrap());
    });
}

#[test]
fn describes_templates_as_each_kubectl_does() {
    each("templates", |folder| {
        let template = tree(&folder.join("template.json"));
        let texts = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "txt"));
        for path in texts {
            let version = path.file_stem().unwrap().to_str().unwrap().parse().unwrap();
            check(&path, &pod_template::describe(&template, version));
        }
    });
}

#[test]
fn prints_histories_as_kubectl_does() {
    each("histories", |folder| {
        let history = tree(&folder.join("rows.json"));
        let rows = history.get("rows").unwrap().as_list().unwrap().iter().map(|row| match row.as_list().unwrap() {
            [revision, cause] => (revision.as_int().unwrap(), cause.as_str()),
            _ => panic!("a row is a revision and its cause"),
        });
        let rows: Vec<_> = rows.collect();
        check(&folder.join("expected.txt"), &history::table(history.get("object").unwrap().as_str().unwrap(), &rows));
    });
}

#[test]
fn prints_quantities_in_canonical_form() {
    for line in text(&cases().join("quantities.jsonl")).lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let printed = Quantity::parse(case.get("text").unwrap().as_str().unwrap()).map(|quantity| quantity.to_string());
        assert_eq!(printed.as_deref(), case.get("canonical").unwrap().as_str(), "{line}");
    }
}

mod properties {
    use proptest::prelude::*;

    use super::*;
    use crate::Map;
    use crate::report::kubectl::{Version, tabwriter};

    /// Names that mean something to the texts, and some that do not.
    const NAMES: &str = "metadata|labels|annotations|spec|containers|initContainers|name|ports|containerPort|command|resources|limits|livenessProbe|httpGet\
        |port|path|env|valueFrom|resourceFieldRef|divisor|volumeMounts|subPath|volumes|projected|sources|csi|volumeAttributes|ephemeral|volumeClaimTemplate\
        |tolerations|topologySpreadConstraints|labelSelector|matchExpressions|workloadRef|schedulingGroup|x1|[a-z0-9.]{1,4}";

    fn trees(strings: &'static str) -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            any::<i64>().prop_map(Value::Int),
            strings.prop_map(Value::String),
        ];
        leaf.prop_recursive(7, 80, 6, |inner| {
            let fields = prop::collection::vec((NAMES, inner.clone()), 0..6).prop_map(|fields| Value::Map(Map::from_entries(fields)));
            prop_oneof![3 => fields, 1 => prop::collection::vec(inner, 0..4).prop_map(Value::List)]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn describes_any_tree(template in trees("\\PC*"), minor in 18_u32..40) {
            let text = pod_template::describe(&template, Version { minor });
            prop_assert!(text.starts_with("Pod Template:\n"));
        }

        #[test]
        fn prints_yaml_that_reads_as_the_same_tree(tree in trees("[ -~\n\t\u{1}é世🚀\u{feff}]{0,120}|[-+0-9._:eExobT ]{0,12}|[ a]{70,90}")) {
            let read: Value = serde_yaml::from_str(&print::yaml(&tree).unwrap()).unwrap();
            prop_assert_eq!(read, tree);
        }

        #[test]
        fn prints_json_that_reads_as_the_same_tree(tree in trees("\\PC*|[\u{0}-\u{ff}]*")) {
            let read: Value = serde_json::from_str(&print::json(&tree)).unwrap();
            prop_assert_eq!(read, tree);
        }

        #[test]
        fn aligns_any_text_and_keeps_its_words(text in "[a-z\t\n\u{b}\u{c}é]*") {
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(words(&tabwriter::align(&text, 0, 2)), words(&text));
        }

        #[test]
        fn reads_any_quantity_and_its_own_text_again(text in "[-+]?[0-9]{0,25}(\\.[0-9]{0,12})?([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]{1,10})?") {
            if let Some(quantity) = Quantity::parse(&text) {
                let printed = quantity.to_string();
                prop_assert_eq!(Quantity::parse(&printed).map(|again| again.to_string()), Some(printed));
            }
        }
    }
}
