//! The way down to where a comparison is.

use super::list_keys::{EntryKey, ListKey, item_segment};
use super::path::{Path, Segment};

/// A chain of borrowed steps. It becomes a [`Path`] only where there is something to tell, so that equal parts cost no memory.
pub(crate) struct Trail<'t> {
    parent: Option<&'t Trail<'t>>,
    step: Step<'t>,
}

/// One step of a [`Trail`]: a [`Segment`] that owns nothing.
pub(crate) enum Step<'t> {
    Root,
    Field(&'t str),
    Key(&'t str),
    Item(&'static ListKey, EntryKey<'t>),
    Index(usize),
}

impl Trail<'_> {
    pub(crate) const ROOT: Self = Self { parent: None, step: Step::Root };

    pub(crate) fn then<'b>(&'b self, step: Step<'b>) -> Trail<'b> {
        Trail { parent: Some(self), step }
    }

    pub(crate) fn path(&self) -> Path {
        let mut segments = Vec::new();
        let mut trail = Some(self);
        while let Some(Trail { parent, step }) = trail {
            segments.extend(step.segment());
            trail = *parent;
        }
        segments.reverse();
        Path { segments }
    }
}

impl Step<'_> {
    fn segment(&self) -> Option<Segment> {
        match self {
            Self::Root => None,
            Self::Field(name) => Some(Segment::Field((*name).to_owned())),
            Self::Key(name) => Some(Segment::Key((*name).to_owned())),
            Self::Item(key, entry) => Some(item_segment(key, *entry)),
            Self::Index(position) => Some(Segment::Index(*position)),
        }
    }
}
