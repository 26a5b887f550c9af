//! Versions of clusters, whose rules differ.

use std::str::FromStr;

/// The version of a cluster's control plane, such as 1.36.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClusterVersion {
    /// The minor: 36.
    pub minor: u32,
    /// The patch: 2; 0 where none is given.
    pub patch: u32,
}

impl ClusterVersion {
    /// Whether programs of this version write an unset time as `creationTimestamp: null`: until 1.33 servers and kubectl did.
    ///
    /// Models apimachinery pkg/apis/meta/v1/types.go ObjectMeta.CreationTimestamp, whose tag became `omitzero` in 1.34.
    pub fn writes_null_time(self) -> bool {
        self.minor <= 33
    }
}

impl FromStr for ClusterVersion {
    type Err = String;

    /// Takes `1.36`, `1.36.2` and `v1.36.2`; what a vendor adds behind `-` or `+` is ignored.
    fn from_str(text: &str) -> Result<Self, String> {
        let refused = || format!("{text:?} is not a version such as 1.36 or 1.36.2");
        let numbers = text.strip_prefix('v').unwrap_or(text).split(['-', '+']).next().unwrap_or_default();
        let numbers: Vec<u32> = numbers.split('.').map(str::parse).collect::<Result<_, _>>().map_err(|_| refused())?;
        match numbers.as_slice() {
            [1, minor] => Ok(Self { minor: *minor, patch: 0 }),
            [1, minor, patch] => Ok(Self { minor: *minor, patch: *patch }),
            _ => Err(refused()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions_as_clusters_give_them() {
        for (text, minor, patch) in [("1.36", 36, 0), ("v1.35.3", 35, 3), ("v1.29.4-gke.100", 29, 4), ("1.28.9+k3s1", 28, 9)] {
            assert_eq!(text.parse(), Ok(ClusterVersion { minor, patch }), "{text}");
        }
        for text in ["", "1", "2.0", "one.two", "vv1.36", "1.36.2.1"] {
            assert!(text.parse::<ClusterVersion>().is_err(), "{text}");
        }
    }
}
