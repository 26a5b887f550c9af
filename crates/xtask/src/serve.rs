//! A web server for one page, for this machine only.

use crate::run::{Failure, Result};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

/// The name of the page, at which it is served as well as at `/`.
pub(crate) const PAGE: &str = "rollscope.html";

/// Tried when no port is asked for; taken ports give way to any free one.
const USUAL_PORT: u16 = 7655;

/// A browser sends far less in front of an empty line.
const LONGEST_HEAD: usize = 16 * 1024;

/// Serves the file until the process is ended.
pub(crate) fn serve(page: &Path, port: Option<u16>, open: bool) -> Result<()> {
    let listener = listen(port)?;
    let port = listener.local_addr().map_err(|error| Failure::new(format!("no address to serve on: {error}")))?.port();
    let address = format!("http://127.0.0.1:{port}/");
    println!("\nserving rollscope at {address}\nCtrl-C ends it.");
    if open {
        open_browser(&address);
    }
    for stream in listener.incoming().flatten() {
        let page = page.to_owned();
        // A browser holds connections open before it uses them: one at a time would wait for those.
        std::thread::spawn(move || answer(stream, &page));
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
fn answer(mut stream: TcpStream, page: &Path) {
    let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
    if let Some(head) = read_head(&mut stream) {
        let _ = stream.write_all(&Response::to(&head, page).bytes());
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
    fn to(head: &str, page: &Path) -> Self {
        let mut words = head.lines().next().unwrap_or_default().split(' ');
        let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if method != "GET" && method != "HEAD" {
            return Self::text("405 Method Not Allowed", "only GET and HEAD are answered here\n");
        }
        // Read anew each time: a build in between is served without a new start.
        let found = if is_page(target) { std::fs::read(page).ok() } else { None };
        let found = found.map(|body| Self { status: "200 OK", content_type: "text/html; charset=utf-8", body, with_body: true });
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

/// Whether a request asks for the page, whatever it asks of it.
fn is_page(target: &str) -> bool {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    path.strip_prefix('/').is_some_and(|name| name.is_empty() || name == PAGE)
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

    #[test]
    fn serves_the_page_at_the_root_and_under_its_name_and_nothing_else() {
        for target in ["/", "/?src=a.yaml#b", "/rollscope.html", "/rollscope.html?v=1"] {
            assert!(is_page(target), "{target}");
        }
        for target in
            ["", "/.stamp", "/rollscope.html/", "//rollscope.html", "/../Cargo.toml", "/%2e%2e/b", "rollscope.html", "http://elsewhere/"]
        {
            assert!(!is_page(target), "{target}");
        }
    }

    #[test]
    fn answers_head_without_a_body_and_refuses_to_be_written_to() {
        // Tests run in the folder of their package; any file does for the page.
        let answer = |request: &str| String::from_utf8(Response::to(request, Path::new("Cargo.toml")).bytes()).unwrap();
        let get = answer("GET / HTTP/1.1\r\n\r\n");
        assert!(get.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n") && get.contains("[package]"));
        let head = answer("HEAD / HTTP/1.1\r\n\r\n");
        assert_eq!(head, get[..get.find("\r\n\r\n").unwrap() + 4]);
        assert!(answer("PUT / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
        assert!(answer("GET /Cargo.toml HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404 "));
        assert!(answer("nonsense").starts_with("HTTP/1.1 405 "));
    }
}
