//! Which kubectl prints what.

use std::fmt;
use std::str::FromStr;

use crate::Error;
use crate::model::ClusterVersion;

/// A minor version of kubectl, whose text is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// The minor: 36 for 1.36.
    pub minor: u32,
}

impl Version {
    /// The newest version whose text is known exactly.
    pub const NEWEST: Self = Self { minor: 36 };
}

/// What depends on the version: each line says from which minor on kubectl prints it so.
impl Version {
    /// Probes of kind grpc have a text; before they were `unknown`.
    pub fn knows_grpc_probes(self) -> bool {
        self.minor >= 23
    }

    /// Ephemeral volumes end with a line about read-only access; only old versions had it.
    pub fn prints_ephemeral_read_only(self) -> bool {
        self.minor < 21
    }

    /// Templates tell how they spread over the topology.
    pub fn prints_topology_spread(self) -> bool {
        self.minor >= 25
    }

    /// Templates are written with `creationTimestamp: null`; only until 1.33.
    pub fn writes_null_time(self) -> bool {
        ClusterVersion { minor: self.minor, patch: 0 }.writes_null_time()
    }

    /// A refused undo names the Deployment to resume in the command it gives; only until 1.25.
    pub fn names_the_object_to_resume(self) -> bool {
        self.minor <= 25
    }

    /// ESC and CR are made visible.
    pub fn escapes_controls(self) -> bool {
        self.minor >= 26
    }

    /// Containers tell their seccomp profile.
    pub fn prints_seccomp_profile(self) -> bool {
        self.minor >= 27
    }

    /// Templates tell node selectors and tolerations, `<none>` included.
    pub fn prints_node_selectors_and_tolerations(self) -> bool {
        self.minor >= 30
    }

    /// Volumes of kind image have a text; before they were `<unknown>`.
    pub fn knows_image_volumes(self) -> bool {
        self.minor >= 32
    }

    /// Sources of projected volumes tell `Optional: true`; before, the address of that value.
    pub fn prints_projected_optional(self) -> bool {
        self.minor >= 33
    }

    /// Ports tell their name.
    pub fn prints_port_names(self) -> bool {
        self.minor >= 34
    }

    /// Templates tell their workload reference. Only one minor did.
    pub fn prints_workload_ref(self) -> bool {
        self.minor == 35
    }

    /// An undo warns that the last-applied annotation is not updated.
    pub fn warns_of_applied_objects(self) -> bool {
        self.minor >= 36
    }

    /// Templates tell their scheduling group.
    pub fn prints_scheduling_group(self) -> bool {
        self.minor >= 36
    }
}

impl FromStr for Version {
    type Err = Error;

    /// Reads `1.32`, `1.32.5` and `v1.36`; what follows the minor does not matter.
    fn from_str(text: &str) -> Result<Self, Error> {
        let mut parts = text.strip_prefix('v').unwrap_or(text).split(['.', '-', '+']);
        match (parts.next(), parts.next().map(str::parse)) {
            (Some("1"), Some(Ok(minor))) => Ok(Self { minor }),
            _ => Err(Error::new(format!("{text:?} is no version of kubectl; give one such as 1.32"))),
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "1.{}", self.minor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<u32>) {
        assert_eq!(text.parse::<Version>().ok().map(|version| version.minor), expected, "{text:?}");
    }

    #[test]
    fn reads_what_people_and_kubectl_write() {
        for text in ["1.32", "1.32.5", "v1.32", "v1.32.4-dispatcher", "1.32+"] {
            check(text, Some(32));
        }
        for text in ["", "1", "2.3", "1.x", "32", "1.-3", "v"] {
            check(text, None);
        }
    }
}
