//! The Chromium that the tests of the page run in.

use crate::project::Project;
use crate::run::{Failure, Result, Run};
use std::path::{Path, PathBuf};

/// The page's tests read the browser's path from here; without it they take the one that Playwright installed.
pub(crate) const VARIABLE: &str = "ROLLSCOPE_CHROMIUM";

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];

const USUAL_PATHS: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    r"C:\Program Files\Microsoft\Edge\Application\msedge.exe",
];

/// A browser that is there, or one that is installed now. None means Playwright's own.
pub(crate) fn find_or_install(project: &Project) -> Result<Option<PathBuf>> {
    if let Some(path) = named(VARIABLE) {
        let missing = || Failure::new(format!("{VARIABLE} names {}, which is no file", path.display()));
        return if path.is_file() { Ok(Some(path)) } else { Err(missing()) };
    }
    if let Some(found) = find() {
        return Ok(Some(found));
    }
    let system = System::look();
    if system.has_chromium_package && system.root {
        println!("no browser found: installing Debian's Chromium");
        let installed = Run::new("apt-get").arg("update").shown().and_then(|()| {
            Run::new("apt-get")
                .args("install -y --no-install-recommends chromium fonts-liberation")
                .env("DEBIAN_FRONTEND", "noninteractive")
                .shown()
        });
        match (installed, find()) {
            (_, Some(found)) => return Ok(Some(found)),
            (Err(failure), None) => println!("that did not work, so Playwright's browser is tried: {failure}"),
            (Ok(()), None) => println!("that brought no browser, so Playwright's is tried"),
        }
    }
    println!("no browser found: letting Playwright install its Chromium");
    let with_deps = if system.debian_like && system.root { "--with-deps" } else { "" };
    let advice = format!("install Chromium or Chrome, or give the path of one in {VARIABLE}");
    Run::npm("npx").args("playwright install chromium").args(with_deps).dir(&project.web()).advice(&advice).shown()?;
    Ok(None)
}

/// Where other tools are told of a browser, then the search path, then where installers put it.
fn find() -> Option<PathBuf> {
    if let Some(path) = ["CHROME_PATH", "CHROMIUM"].into_iter().filter_map(named).find(|path| path.is_file()) {
        return Some(path);
    }
    let folders: Vec<PathBuf> = std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default();
    let on_path =
        NAMES.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))));
    on_path.chain(USUAL_PATHS.iter().map(PathBuf::from)).find(|path| path.is_file() && !is_snap(path))
}

/// The path in a variable of the environment; an empty one counts as none.
fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

/// Ubuntu's Chromium is a snap, or a script that asks for one: shut off from the file system, it opens none of the tests' files.
fn is_snap(path: &Path) -> bool {
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    real.starts_with("/snap") || real.ends_with("usr/bin/snap") || std::fs::read(&real).is_ok_and(|bytes| is_snap_script(&bytes))
}

fn is_snap_script(bytes: &[u8]) -> bool {
    bytes.starts_with(b"#!") && bytes.windows(9).any(|window| window == b"/snap/bin")
}

struct System {
    debian_like: bool,
    has_chromium_package: bool,
    root: bool,
}

impl System {
    fn look() -> Self {
        let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
        let root = cfg!(unix) && Run::new("id").arg("-u").quiet().is_ok_and(|id| id.trim() == "0");
        Self { root, ..Self::of_release(&release) }
    }

    /// What `/etc/os-release` tells. Ubuntu's own package holds no browser, only a pointer to the snap.
    fn of_release(release: &str) -> Self {
        let value = |name: &str| {
            let line = release.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix('='));
            line.unwrap_or_default().trim_matches(['"', '\'']).to_owned()
        };
        let (id, like) = (value("ID"), value("ID_LIKE"));
        let debian_like = id == "debian" || like.split_whitespace().any(|name| name == "debian");
        Self { debian_like, has_chromium_package: debian_like && id != "ubuntu", root: false }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_chromium_from_debian_but_not_from_ubuntu() {
        let system = |release| {
            let system = System::of_release(release);
            (system.debian_like, system.has_chromium_package)
        };
        assert_eq!(system("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n"), (true, true));
        assert_eq!(system("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"), (true, true));
        assert_eq!(system("ID=ubuntu\nID_LIKE=debian\n"), (true, false));
        assert_eq!(system("ID=fedora\n"), (false, false));
        assert_eq!(system(""), (false, false));
    }

    #[test]
    fn tells_a_script_for_a_snap_from_a_browser() {
        assert!(is_snap_script(b"#!/bin/sh\nexec /snap/bin/chromium \"$@\"\n"));
        assert!(!is_snap_script(b"#!/bin/sh\nexec /usr/lib/chromium/chromium \"$@\"\n"));
        assert!(!is_snap_script(b"\x7fELF /snap/bin"));
    }
}
