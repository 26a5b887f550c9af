//! Labels and annotations, one below the other.

use super::fields::as_text;
use super::writer::Writer;
use crate::Value;
use crate::metadata::LAST_APPLIED;

/// The longest annotation, in bytes, that stands on one line.
pub(super) const LONGEST: usize = 140;

/// `TITLE:` and `name=value` for each; further ones start with a TAB.
///
/// Models k8s.io/kubectl pkg/describe/describe.go printLabelsMultiline.
pub(super) fn labels(out: &mut Writer, title: &str, labels: &[(&str, &Value)]) {
    out.write(0, format_args!("{title}:\t"));
    if labels.is_empty() {
        return out.line(0, format_args!("<none>"));
    }
    for (index, (name, value)) in labels.iter().enumerate() {
        if index > 0 {
            // Two pieces, as kubectl writes them: inside something nested, each is indented.
            out.write(0, format_args!(""));
            out.write(0, format_args!("\t"));
        }
        out.line(0, format_args!("{name}={}", as_text(value)));
    }
}

/// `TITLE:` and `name: value` for each; what is long or has lines goes below its name, cut.
///
/// Models k8s.io/kubectl pkg/describe/describe.go printAnnotationsMultiline.
pub(super) fn annotations(out: &mut Writer, title: &str, annotations: &[(&str, &Value)]) {
    out.write(0, format_args!("{title}:\t"));
    let mut shown = annotations.iter().filter(|(name, _)| *name != LAST_APPLIED).peekable();
    if shown.peek().is_none() {
        return out.line(0, format_args!("<none>"));
    }
    for (index, (name, value)) in shown.enumerate() {
        if index > 0 {
            out.write(0, format_args!("\t"));
        }
        let value = as_text(value);
        let value = value.strip_suffix('\n').unwrap_or(&value);
        if name.len() + value.len() + 2 <= LONGEST && !value.contains('\n') {
            out.line(0, format_args!("{name}: {value}"));
            continue;
        }
        out.line(0, format_args!("{name}:"));
        for line in value.split('\n') {
            out.line(0, format_args!("\t  {}", shorten(line, LONGEST - 2)));
        }
    }
}

/// The text cut at so many bytes, with dots if something is cut; half a character becomes U+FFFD, as on a terminal.
pub(super) fn shorten(text: &str, length: usize) -> String {
    match text.as_bytes().split_at_checked(length) {
        Some((kept, rest)) if !rest.is_empty() => format!("{}...", String::from_utf8_lossy(kept)),
        _ => text.to_owned(),
    }
}
