//! A web server for one folder, for this machine only.

use crate::run::{Failure, Result};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// What `/` answers with.
pub(crate) const PAGE: &str = "rollscope.html";

/// Tried when no port is asked for; taken ports give way to any free one.
const USUAL_PORT: u16 = 7655;

/// A browser sends far less in front of an empty line.
const LONGEST_HEAD: usize = 16 * 1024;

/// Serves until the process is ended.
pub(crate) fn serve(folder: &Path, port: Option<u16>, open: bool) -> Result<()> {
    let listener = listen(port)?;
    let port = listener.local_addr().map_err(|error| Failure::new(format!("no address to serve on: {error}")))?.port();
    let address = format!("http://127.0.0.1:{port}/");
    println!("\nserving rollscope at {address}\nCtrl-C ends it.");
    if open {
        open_browser(&address);
    }
    for stream in listener.incoming().flatten() {
        let folder = folder.to_owned();
        // A browser holds connections open before it uses them: one at a time would wait for those.
        std::thread::spawn(move || answer(stream, &folder));
    }
    Ok(())
}

fn listen(port: Option<u16>) -> Result<TcpListener> {
    let listener = match port {
        Some(port) => TcpListener::bind((Ipv4Addr::LOCALHOST, port)),
        None => TcpListener::bind((Ipv4Addr::LOCALHOST, USUAL_PORT)).or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0))),
    };
    listener.map_err(|error| {
        Failure::new(format!("port {} cannot be used: {error}", port.unwrap_or_default())).advice("give another one with --port, or none")
    })
}

/// A connection that breaks is the browser's affair.
fn answer(mut stream: TcpStream, folder: &Path) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    if let Some(head) = read_head(&mut stream) {
        let _ = stream.write_all(&Response::to(&head, folder).bytes());
    }
}

/// The request up to its empty line; a body has no meaning here.
fn read_head(stream: &mut TcpStream) -> Option<String> {
    let (mut head, mut part) = (Vec::new(), [0; 2048]);
    while !head.windows(4).any(|window| window == b"\r\n\r\n") {
        let length = stream.read(&mut part).ok().filter(|length| *length > 0)?;
        head.extend_from_slice(&part[..length]);
        if head.len() > LONGEST_HEAD {
            return None;
        }
    }
    String::from_utf8(head).ok()
}

struct Response {
    status: &'static str,
    content_type: &'static str,
    body: Vec<u8>,
    with_body: bool,
}

impl Response {
    fn to(head: &str, folder: &Path) -> Self {
        let mut words = head.lines().next().unwrap_or_default().split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if method != "GET" && method != "HEAD" {
            return Self::text("405 Method Not Allowed", "only GET and HEAD are answered here\n");
        }
        let found = file_for(target).and_then(|path| {
            let bytes = std::fs::read(folder.join(&path)).ok()?;
            Some(Self { status: "200 OK", content_type: content_type(&path), body: bytes, with_body: true })
        });
        Self { with_body: method == "GET", ..found.unwrap_or_else(|| Self::text("404 Not Found", "there is no such file\n")) }
    }

    fn text(status: &'static str, text: &str) -> Self {
        Self { status, content_type: "text/plain; charset=utf-8", body: text.into(), with_body: true }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\nAllow: GET, HEAD\r\n\
             Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
            self.status,
            self.content_type,
            self.body.len()
        )
        .into_bytes();
        if self.with_body {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }
}

/// The file below the folder that a request's target names; none if it leads anywhere else, or to a hidden file.
fn file_for(target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    if path.is_empty() {
        return Some(PAGE.into());
    }
    // Decoded first and looked at afterwards, so that no escape hides a separator or a dot.
    let path = percent_decoded(path)?;
    let fits = |name: &str| !name.is_empty() && !name.starts_with('.') && !name.contains(['\\', ':', '\0']);
    path.split('/').all(fits).then(|| path.into())
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(rest.next()?).to_digit(16);
        bytes.push(if byte == b'%' { u8::try_from(digit()? * 16 + digit()?).ok()? } else { byte });
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" | "yaml" | "yml" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Shows the page where there is a desktop; a machine without one is no error.
fn open_browser(address: &str) {
    let desktop = std::env::var_os("DISPLAY").is_some() || std::env::var_os("WAYLAND_DISPLAY").is_some();
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else if desktop {
        Command::new("xdg-open")
    } else {
        return;
    };
    let _ = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(target: &str, expected: Option<&str>) {
        assert_eq!(file_for(target), expected.map(PathBuf::from), "{target}");
    }

    #[test]
    fn answers_the_root_with_the_page() {
        check("/", Some("rollscope.html"));
        check("/?src=a.yaml#b", Some("rollscope.html"));
    }

    #[test]
    fn finds_files_in_folders_and_with_escaped_names() {
        check("/assets/core.wasm", Some("assets/core.wasm"));
        check("/a%20b.js?v=1", Some("a b.js"));
    }

    #[test]
    fn never_leaves_its_folder() {
        for target in [
            "/../Cargo.toml",
            "/a/../../b",
            "/%2e%2e/b",
            "/..%2fb",
            "/..%5cb",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/C:/b",
            "/a%00b",
            "/.stamp",
            "/a//b",
            "etc/passwd",
            "http://elsewhere/",
            "",
            "/%",
            "/%f",
            "/%zz",
            "/%ff",
        ] {
            check(target, None);
        }
    }

    #[test]
    fn names_the_types_a_browser_insists_on() {
        for (file, expected) in [
            ("a.html", "text/html; charset=utf-8"),
            ("a.js", "text/javascript; charset=utf-8"),
            ("a.wasm", "application/wasm"),
            ("a.svg", "image/svg+xml"),
            ("a", "application/octet-stream"),
        ] {
            assert_eq!(content_type(Path::new(file)), expected);
        }
    }

    #[test]
    fn answers_head_without_a_body_and_refuses_to_be_written_to() {
        // Tests run in the folder of their package.
        let folder = Path::new(".");
        let answer = |request: &str| String::from_utf8(Response::to(request, folder).bytes()).unwrap();
        let get = answer("GET /Cargo.toml HTTP/1.1\r\n\r\n");
        assert!(get.starts_with("HTTP/1.1 200 OK\r\n") && get.contains("[package]"));
        let head = answer("HEAD /Cargo.toml HTTP/1.1\r\n\r\n");
        assert_eq!(head, get[..get.find("\r\n\r\n").unwrap() + 4]);
        assert!(answer("PUT /Cargo.toml HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
        assert!(answer("GET /missing HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404 "));
        assert!(answer("nonsense").starts_with("HTTP/1.1 405 "));
    }
}
