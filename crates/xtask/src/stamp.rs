//! Whether a step's inputs are those of its last run. A stamp lies beside the outputs it speaks for, so that it goes when they go.

use crate::progress::Done;
use crate::run::{Failure, Result};
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

/// The contents of files and folders as one number. Times are not looked at: a fresh checkout of the same text is the same.
pub(crate) struct Fingerprint(DefaultHasher);

impl Fingerprint {
    pub(crate) fn new() -> Self {
        Self(DefaultHasher::new())
    }

    /// Takes in a file, or a folder with all in it but the entries named in `skipped`.
    pub(crate) fn path(mut self, path: &Path, skipped: &[&str]) -> Result<Self> {
        self.add(path, skipped).map_err(|error| Failure::file("reading", path, &error))?;
        Ok(self)
    }

    fn add(&mut self, path: &Path, skipped: &[&str]) -> std::io::Result<()> {
        let name = path.file_name().unwrap_or_default().as_encoded_bytes();
        self.0.write_usize(name.len());
        self.0.write(name);
        if !path.is_dir() {
            let bytes = std::fs::read(path)?;
            self.0.write_usize(bytes.len());
            self.0.write(&bytes);
            return Ok(());
        }
        let mut entries: Vec<PathBuf> =
            std::fs::read_dir(path)?.map(|entry| entry.map(|entry| entry.path())).collect::<std::io::Result<_>>()?;
        entries.retain(|entry| !skipped.iter().any(|name| entry.file_name().is_some_and(|file| file == *name)));
        // A file system may list them in any order.
        entries.sort();
        self.0.write_usize(entries.len());
        entries.iter().try_for_each(|entry| self.add(entry, skipped))
    }

    fn text(&self) -> String {
        format!("{:016x}\n", self.0.finish())
    }
}

/// Runs `work` unless all `outputs` are there and were made from the same inputs. The stamp is `file`.
pub(crate) fn unless_fresh(file: &Path, inputs: &Fingerprint, outputs: &[&Path], work: impl FnOnce() -> Result<()>) -> Result<Done> {
    let stamp = inputs.text();
    let fresh = outputs.iter().all(|output| output.exists()) && std::fs::read_to_string(file).is_ok_and(|last| last == stamp);
    if fresh {
        return Ok(Done::Nothing);
    }
    // Gone before the work starts: a run that is broken off must not leave the stamp of the one before.
    let _ = std::fs::remove_file(file);
    work()?;
    std::fs::write(file, stamp).map_err(|error| Failure::file("writing", file, &error))?;
    Ok(Done::Work)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of the test's own, away with the end of the test.
    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("rollscope-xtask-{name}-{}", std::process::id()));
            std::fs::create_dir_all(path.join("in/modules")).unwrap();
            Self(path)
        }

        fn write(&self, path: &str, text: &str) {
            std::fs::write(self.0.join(path), text).unwrap();
        }

        fn inputs(&self) -> Fingerprint {
            Fingerprint::new().path(&self.0.join("in"), &["modules"]).unwrap()
        }

        fn runs(&self) -> bool {
            let output = self.0.join("output");
            let done = unless_fresh(&self.0.join("stamp"), &self.inputs(), &[&output], || {
                self.write("output", "");
                Ok(())
            });
            done.unwrap() == Done::Work
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn runs_again_only_when_an_input_changed_or_an_output_is_gone() {
        let folder = Folder::new("stamp");
        folder.write("in/a", "1");
        assert!(folder.runs(), "nothing was made yet");
        assert!(!folder.runs(), "nothing changed");
        folder.write("in/a", "2");
        assert!(folder.runs(), "an input changed");
        folder.write("in/modules/b", "3");
        assert!(!folder.runs(), "the folder is skipped");
        std::fs::remove_file(folder.0.join("output")).unwrap();
        assert!(folder.runs(), "the output is gone");
    }

    #[test]
    fn tells_a_renamed_file_from_the_old_one() {
        let folder = Folder::new("names");
        folder.write("in/a", "1");
        let before = folder.inputs().text();
        std::fs::rename(folder.0.join("in/a"), folder.0.join("in/b")).unwrap();
        assert_ne!(before, folder.inputs().text());
    }

    #[test]
    fn a_run_that_fails_leaves_no_stamp() {
        let folder = Folder::new("failure");
        folder.write("in/a", "1");
        assert!(folder.runs());
        folder.write("in/a", "2");
        let failed = unless_fresh(&folder.0.join("stamp"), &folder.inputs(), &[], || Err(Failure::new("broken")));
        assert!(failed.is_err());
        assert!(folder.runs(), "the failed run is made up for");
    }
}
