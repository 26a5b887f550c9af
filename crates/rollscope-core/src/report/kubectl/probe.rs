//! Probes of a container in one line.

use super::fields::{number, set, text, texts};
use super::{Version, go_text};
use crate::Value;

/// What is probed, and how often.
///
/// Models k8s.io/kubectl pkg/describe/describe.go DescribeProbe.
pub(super) fn describe(probe: &Value, version: Version) -> String {
    let [delay, timeout, period, success, failure] =
        ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"].map(|name| number(probe, name));
    let times = format!("delay={delay}s timeout={timeout}s period={period}s #success={success} #failure={failure}");
    format!("{} {times}", action(probe, version))
}

fn action(probe: &Value, version: Version) -> String {
    if let Some(exec) = set(probe, "exec") {
        format!("exec {}", go_text::list(&texts(exec, "command")))
    } else if let Some(get) = set(probe, "httpGet") {
        format!("http-get {}", url(get))
    } else if let Some(socket) = set(probe, "tcpSocket") {
        format!("tcp-socket {}:{}", text(socket, "host"), port(socket))
    } else if let Some(grpc) = set(probe, "grpc").filter(|_| version.knows_grpc_probes()) {
        format!("grpc <pod>:{} {}", number(grpc, "port"), text(grpc, "service"))
    } else {
        "unknown".to_owned()
    }
}

/// A number or a name; a missing one is 0.
fn port(action: &Value) -> String {
    set(action, "port").map_or_else(|| "0".to_owned(), |port| super::fields::as_text(port).into_owned())
}

/// Models Go's net/url URL.String and net.JoinHostPort.
fn url(get: &Value) -> String {
    let (scheme, host, port, path) = (text(get, "scheme").to_lowercase(), text(get, "host"), port(get), text(get, "path"));
    let host = match (port.is_empty(), host.contains(':')) {
        (true, _) => host.into_owned(),
        (false, true) => format!("[{host}]:{port}"),
        (false, false) => format!("{host}:{port}"),
    };
    let scheme = if scheme.is_empty() { scheme } else { format!("{scheme}:") };
    let slashes = if host.is_empty() && (scheme.is_empty() || path.is_empty()) { "" } else { "//" };
    let colon_first = path.split('/').next().is_some_and(|segment| segment.contains(':'));
    // Alone, a path such as `a:b` would look like a scheme.
    let dot = if scheme.is_empty() && slashes.is_empty() && colon_first { "./" } else { "" };
    let slash = if host.is_empty() || path.is_empty() || path.starts_with('/') { "" } else { "/" };
    let path = if path == "*" { path.into_owned() } else { percent_encoded(&path, "-_.~$&+,/:;=@") };
    let host = percent_encoded(&host, "-_.~!$&'()*+,;=:[]<>\"");
    format!("{scheme}{slashes}{host}{dot}{slash}{path}")
}

fn percent_encoded(text: &str, allowed: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        let char = char::from(byte);
        if char.is_ascii_alphanumeric() || allowed.contains(char) {
            out.push(char);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(probe: &str, expected: &str) {
        let probe = serde_json::from_str(probe).unwrap();
        assert_eq!(action(&probe, Version::NEWEST), expected, "{probe:?}");
    }

    #[test]
    fn writes_urls_as_go_does() {
        check(r#"{"httpGet":{"path":"/a b?c!é","port":80,"scheme":"HTTP"}}"#, "http-get http://:80/a%20b%3Fc%21%C3%A9");
        check(r#"{"httpGet":{"host":"::1","path":"x","port":"web","scheme":"HTTPS"}}"#, "http-get https://[::1]:web/x");
        check(r#"{"httpGet":{"path":"a:b/c","port":""}}"#, "http-get ./a:b/c");
        check(r#"{"httpGet":{"port":80}}"#, "http-get //:80");
    }

    #[test]
    fn names_every_kind_of_probe() {
        check(r#"{"exec":{"command":["a","b c"]}}"#, "exec [a b c]");
        check(r#"{"tcpSocket":{"port":80}}"#, "tcp-socket :80");
        check(r#"{"grpc":{"port":5,"service":"s"}}"#, "grpc <pod>:5 s");
        check("{}", "unknown");
        check(r#""text""#, "unknown");
    }
}
