//! Volumes of a pod template.

use super::fields::{as_text, child, list, map, number, set, text, texts, truth};
use super::writer::Writer;
use super::{Version, container, go_text, labels};
use crate::Value;
use crate::model::quantity::Quantity;

/// All volumes, or `<none>`.
///
/// Models k8s.io/kubectl pkg/describe/describe.go describeVolumes.
pub(super) fn describe(out: &mut Writer, volumes: &[Value], version: Version) {
    if volumes.is_empty() {
        return out.line(0, format_args!("  Volumes:\t<none>"));
    }
    out.line(0, format_args!("  Volumes:"));
    for volume in volumes {
        out.line(1, format_args!(" {}:", text(volume, "name")));
        let known = KINDS.iter().filter(|kind| kind.field != "image" || version.knows_image_volumes());
        let found = known.filter_map(|kind| Some((kind, set(volume, kind.field)?))).next();
        match found {
            Some((kind, source)) => kind.describe(out, source, version),
            None => out.line(1, format_args!("<unknown>")),
        }
    }
}

/// A type of volume: where its source stands, what it is called, which fields are told.
struct Kind {
    field: &'static str,
    title: &'static str,
    lines: &'static [(&'static str, Show)],
}

/// How a field of a source is printed.
enum Show {
    Text(&'static str),
    TextOr(&'static str, &'static str),
    Flag(&'static str),
    Number(&'static str),
    /// Go's `[a b]`.
    List(&'static str),
    /// Go's `map[a:b]`.
    Map(&'static str),
    Joined(&'static str),
    /// Go's pointer to a reference: `&LocalObjectReference{Name:x,}`, or `nil`.
    Reference,
    SizeLimit,
    Custom(fn(&mut Writer, &Value, Version)),
}

impl Kind {
    fn describe(&self, out: &mut Writer, source: &Value, version: Version) {
        out.line(2, format_args!("Type:\t{}", self.title));
        for (label, show) in self.lines {
            match show.text(source) {
                Ok(value) => out.line(2, format_args!("{label}\t{value}")),
                Err(custom) => custom(out, source, version),
            }
        }
    }
}

impl Show {
    fn text(&self, source: &Value) -> Result<String, fn(&mut Writer, &Value, Version)> {
        Ok(match self {
            Self::Text(name) => text(source, name).into_owned(),
            Self::TextOr(name, other) => set(source, name).map_or_else(|| (*other).to_owned(), |value| as_text(value).into_owned()),
            Self::Flag(name) => truth(source, name).to_string(),
            Self::Number(name) => number(source, name).to_string(),
            Self::List(name) => go_text::list(&texts(source, name)),
            Self::Map(name) => go_text::map(&map(source, name)),
            Self::Joined(name) => texts(source, name).join(", "),
            Self::Reference => match set(source, "secretRef") {
                Some(reference) => format!("&LocalObjectReference{{Name:{},}}", text(reference, "name")),
                None => "nil".to_owned(),
            },
            Self::SizeLimit => size_limit(source),
            Self::Custom(custom) => return Err(*custom),
        })
    }
}

use Show::{Custom, Flag, Joined, List, Number, Reference, SizeLimit, Text, TextOr};

/// In the order in which kubectl looks for them.
const KINDS: &[Kind] = &[
    Kind {
        field: "hostPath",
        title: "HostPath (bare host directory volume)",
        lines: &[("Path:", Text("path")), ("HostPathType:", TextOr("type", "<none>"))],
    },
    Kind {
        field: "emptyDir",
        title: "EmptyDir (a temporary directory that shares a pod's lifetime)",
        lines: &[("Medium:", Text("medium")), ("SizeLimit:", SizeLimit)],
    },
    Kind {
        field: "gcePersistentDisk",
        title: "GCEPersistentDisk (a Persistent Disk resource in Google Compute Engine)",
        lines: &[
            ("PDName:", Text("pdName")),
            ("FSType:", Text("fsType")),
            ("Partition:", Number("partition")),
            ("ReadOnly:", Flag("readOnly")),
        ],
    },
    Kind {
        field: "awsElasticBlockStore",
        title: "AWSElasticBlockStore (a Persistent Disk resource in AWS)",
        lines: &[
            ("VolumeID:", Text("volumeID")),
            ("FSType:", Text("fsType")),
            ("Partition:", Number("partition")),
            ("ReadOnly:", Flag("readOnly")),
        ],
    },
    Kind {
        field: "gitRepo",
        title: "GitRepo (a volume that is pulled from git when the pod is created)",
        lines: &[("Repository:", Text("repository")), ("Revision:", Text("revision"))],
    },
    Kind {
        field: "secret",
        title: "Secret (a volume populated by a Secret)",
        lines: &[("SecretName:", Text("secretName")), ("Optional:", Flag("optional"))],
    },
    Kind {
        field: "configMap",
        title: "ConfigMap (a volume populated by a ConfigMap)",
        lines: &[("Name:", Text("name")), ("Optional:", Flag("optional"))],
    },
    Kind {
        field: "nfs",
        title: "NFS (an NFS mount that lasts the lifetime of a pod)",
        lines: &[("Server:", Text("server")), ("Path:", Text("path")), ("ReadOnly:", Flag("readOnly"))],
    },
    Kind {
        field: "iscsi",
        title: "ISCSI (an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod)",
        lines: &[
            ("TargetPortal:", Text("targetPortal")),
            ("IQN:", Text("iqn")),
            ("Lun:", Number("lun")),
            ("ISCSIInterface", Text("iscsiInterface")),
            ("FSType:", Text("fsType")),
            ("ReadOnly:", Flag("readOnly")),
            ("Portals:", List("portals")),
            ("DiscoveryCHAPAuth:", Flag("chapAuthDiscovery")),
            ("SessionCHAPAuth:", Flag("chapAuthSession")),
            ("SecretRef:", Reference),
            ("InitiatorName:", TextOr("initiatorName", "<none>")),
        ],
    },
    Kind {
        field: "glusterfs",
        title: "Glusterfs (a Glusterfs mount on the host that shares a pod's lifetime)",
        lines: &[("EndpointsName:", Text("endpoints")), ("Path:", Text("path")), ("ReadOnly:", Flag("readOnly"))],
    },
    Kind {
        field: "persistentVolumeClaim",
        title: "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)",
        lines: &[("ClaimName:", Text("claimName")), ("ReadOnly:", Flag("readOnly"))],
    },
    Kind {
        field: "ephemeral",
        title: "EphemeralVolume (an inline specification for a volume that gets created and deleted with the pod)",
        lines: &[("", Custom(claim_template))],
    },
    Kind {
        field: "rbd",
        title: "RBD (a Rados Block Device mount on the host that shares a pod's lifetime)",
        lines: &[
            ("CephMonitors:", List("monitors")),
            ("RBDImage:", Text("image")),
            ("FSType:", Text("fsType")),
            ("RBDPool:", Text("pool")),
            ("RadosUser:", Text("user")),
            ("Keyring:", Text("keyring")),
            ("SecretRef:", Reference),
            ("ReadOnly:", Flag("readOnly")),
        ],
    },
    Kind {
        field: "quobyte",
        title: "Quobyte (a Quobyte mount on the host that shares a pod's lifetime)",
        lines: &[("Registry:", Text("registry")), ("Volume:", Text("volume")), ("ReadOnly:", Flag("readOnly"))],
    },
    Kind {
        field: "downwardAPI",
        title: "DownwardAPI (a volume populated by information about the pod)",
        lines: &[("", Custom(downward_items))],
    },
    Kind {
        field: "azureDisk",
        title: "AzureDisk (an Azure Data Disk mount on the host and bind mount to the pod)",
        lines: &[
            ("DiskName:", Text("diskName")),
            ("DiskURI:", Text("diskURI")),
            ("Kind: ", Text("kind")),
            ("FSType:", Text("fsType")),
            ("CachingMode:", Text("cachingMode")),
            ("ReadOnly:", Flag("readOnly")),
        ],
    },
    Kind {
        field: "vsphereVolume",
        title: "vSphereVolume (a Persistent Disk resource in vSphere)",
        lines: &[("VolumePath:", Text("volumePath")), ("FSType:", Text("fsType")), ("StoragePolicyName:", Text("storagePolicyName"))],
    },
    Kind {
        field: "cinder",
        title: "Cinder (a Persistent Disk resource in OpenStack)",
        lines: &[("VolumeID:", Text("volumeID")), ("FSType:", Text("fsType")), ("ReadOnly:", Flag("readOnly")), ("SecretRef:", Reference)],
    },
    Kind {
        field: "photonPersistentDisk",
        title: "PhotonPersistentDisk (a Persistent Disk resource in photon platform)",
        lines: &[("PdID:", Text("pdID")), ("FSType:", Text("fsType"))],
    },
    Kind { field: "portworxVolume", title: "PortworxVolume (a Portworx Volume resource)", lines: &[("VolumeID:", Text("volumeID"))] },
    Kind {
        field: "scaleIO",
        title: "ScaleIO (a persistent volume backed by a block device in ScaleIO)",
        lines: &[
            ("Gateway:", Text("gateway")),
            ("System:", Text("system")),
            ("Protection Domain:", Text("protectionDomain")),
            ("Storage Pool:", Text("storagePool")),
            ("Storage Mode:", Text("storageMode")),
            ("VolumeName:", Text("volumeName")),
            ("FSType:", Text("fsType")),
            ("ReadOnly:", Flag("readOnly")),
        ],
    },
    Kind {
        field: "cephfs",
        title: "CephFS (a CephFS mount on the host that shares a pod's lifetime)",
        lines: &[
            ("Monitors:", List("monitors")),
            ("Path:", Text("path")),
            ("User:", Text("user")),
            ("SecretFile:", Text("secretFile")),
            ("SecretRef:", Reference),
            ("ReadOnly:", Flag("readOnly")),
        ],
    },
    Kind {
        field: "storageos",
        title: "StorageOS (a StorageOS Persistent Disk resource)",
        lines: &[
            ("VolumeName:", Text("volumeName")),
            ("VolumeNamespace:", Text("volumeNamespace")),
            ("FSType:", Text("fsType")),
            ("ReadOnly:", Flag("readOnly")),
        ],
    },
    Kind {
        field: "fc",
        title: "FC (a Fibre Channel disk)",
        lines: &[
            ("TargetWWNs:", Joined("targetWWNs")),
            ("LUN:", TextOr("lun", "<none>")),
            ("FSType:", Text("fsType")),
            ("ReadOnly:", Flag("readOnly")),
        ],
    },
    Kind {
        field: "azureFile",
        title: "AzureFile (an Azure File Service mount on the host and bind mount to the pod)",
        lines: &[("SecretName:", Text("secretName")), ("ShareName:", Text("shareName")), ("ReadOnly:", Flag("readOnly"))],
    },
    Kind {
        field: "flexVolume",
        title: "FlexVolume (a generic volume resource that is provisioned/attached using an exec based plugin)",
        lines: &[
            ("Driver:", Text("driver")),
            ("FSType:", Text("fsType")),
            ("SecretRef:", Reference),
            ("ReadOnly:", Flag("readOnly")),
            ("Options:", Show::Map("options")),
        ],
    },
    Kind {
        field: "flocker",
        title: "Flocker (a Flocker volume mounted by the Flocker agent)",
        lines: &[("DatasetName:", Text("datasetName")), ("DatasetUUID:", Text("datasetUUID"))],
    },
    Kind {
        field: "projected",
        title: "Projected (a volume that contains injected data from multiple sources)",
        lines: &[("", Custom(projected_sources))],
    },
    Kind {
        field: "csi",
        title: "CSI (a Container Storage Interface (CSI) volume source)",
        lines: &[("Driver:", Text("driver")), ("FSType:", Text("fsType")), ("ReadOnly:", Flag("readOnly")), ("", Custom(csi_attributes))],
    },
    Kind {
        field: "image",
        title: "Image (a container image or OCI artifact)",
        lines: &[("Reference:", Text("reference")), ("PullPolicy:", Text("pullPolicy"))],
    },
];

fn size_limit(source: &Value) -> String {
    let limit = child(source, "sizeLimit");
    let positive = Quantity::parse(as_text(limit).trim()).is_some_and(|quantity| quantity.is_positive());
    if positive { container::canonical(limit) } else { "<unset>".to_owned() }
}

fn downward_items(out: &mut Writer, source: &Value, _: Version) {
    out.line(2, format_args!("Items:"));
    for item in list(source, "items") {
        let path = text(item, "path");
        if let Some(field) = set(item, "fieldRef") {
            out.line(3, format_args!("{} -> {path}", text(field, "fieldPath")));
        }
        if let Some(field) = set(item, "resourceFieldRef") {
            out.line(3, format_args!("{} -> {path}", text(field, "resource")));
        }
    }
}

/// Models k8s.io/kubectl pkg/describe/describe.go printProjectedVolumeSource.
fn projected_sources(out: &mut Writer, source: &Value, version: Version) {
    for source in list(source, "sources") {
        if let Some(secret) = set(source, "secret") {
            out.line(2, format_args!("SecretName:\t{}", text(secret, "name")));
            projected_optional(out, "SecretOptionalName", secret, version);
        } else if set(source, "downwardAPI").is_some() {
            out.line(2, format_args!("DownwardAPI:\ttrue"));
        } else if let Some(config_map) = set(source, "configMap") {
            out.line(2, format_args!("ConfigMapName:\t{}", text(config_map, "name")));
            projected_optional(out, "ConfigMapOptional", config_map, version);
        } else if let Some(token) = set(source, "serviceAccountToken") {
            out.line(2, format_args!("TokenExpirationSeconds:\t{}", number(token, "expirationSeconds")));
        }
    }
}

fn projected_optional(out: &mut Writer, old_label: &str, source: &Value, version: Version) {
    if version.prints_projected_optional() {
        out.line(2, format_args!("Optional:\t{}", truth(source, "optional")));
    } else {
        // kubectl prints where the value lies in its memory; any address is as true as another.
        let address = if set(source, "optional").is_some() { "0xc000000000" } else { "<nil>" };
        out.line(2, format_args!("{old_label}:\t{address}"));
    }
}

/// Models k8s.io/kubectl pkg/describe/describe.go printCSIPersistentVolumeAttributesMultiline.
fn csi_attributes(out: &mut Writer, source: &Value, _: Version) {
    out.write(2, format_args!("VolumeAttributes:\t"));
    let attributes = map(source, "volumeAttributes");
    if attributes.is_empty() {
        return out.line(0, format_args!("<none>"));
    }
    for (index, (name, value)) in attributes.iter().enumerate() {
        if index > 0 {
            out.write(4, format_args!("\t"));
        }
        out.line(2, format_args!("{}", labels::shorten(&format!("{name}={}", as_text(value)), labels::LONGEST)));
    }
}

/// Models k8s.io/kubectl pkg/describe/describe.go printEphemeralVolumeSource and printPersistentVolumeClaim.
fn claim_template(out: &mut Writer, source: &Value, version: Version) {
    if let Some(claim) = set(source, "volumeClaimTemplate") {
        out.nest(2, |out| describe_claim(out, claim));
    }
    if version.prints_ephemeral_read_only() {
        out.line(2, format_args!("ReadOnly:\t{}", truth(source, "readOnly")));
    }
}

fn describe_claim(out: &mut Writer, claim: &Value) {
    let (metadata, spec) = (child(claim, "metadata"), child(claim, "spec"));
    let annotations = map(metadata, "annotations");
    let class =
        metadata.at(&["annotations", "volume.beta.kubernetes.io/storage-class"]).map_or_else(|| text(spec, "storageClassName"), as_text);
    let volume = text(spec, "volumeName");
    out.line(0, format_args!("StorageClass:\t{class}"));
    out.line(0, format_args!("Volume:\t{volume}"));
    labels::labels(out, "Labels", &map(metadata, "labels"));
    labels::annotations(out, "Annotations", &annotations);
    // A template has no status, which is where both come from once a volume is named.
    out.line(0, format_args!("Capacity:\t{}", if volume.is_empty() { "" } else { "0" }));
    out.line(0, format_args!("Access Modes:\t"));
    if let Some(mode) = set(spec, "volumeMode") {
        out.line(0, format_args!("VolumeMode:\t{}", as_text(mode)));
    }
    if let Some(data) = set(spec, "dataSource") {
        out.line(0, format_args!("DataSource:"));
        if let Some(group) = set(data, "apiGroup") {
            out.line(1, format_args!("APIGroup:\t{}", as_text(group)));
        }
        out.line(1, format_args!("Kind:\t{}", text(data, "kind")));
        out.line(1, format_args!("Name:\t{}", text(data, "name")));
    }
}
