//! Which entry of an older list is which entry of a newer one.

use std::collections::{BTreeMap, BTreeSet};

use super::align::align;
use super::change::Oddity;
use super::list_keys::{EntryKey, ListKey, entry_key, item_segment};
use super::order;
use super::pairs::pairs;
use super::trail::Step;
use crate::Value;

/// How the entries of two lists belong together.
pub(crate) struct Matching<'v> {
    /// For each entry of the newer list where it was in the older one.
    pub(crate) origins: Vec<Origin>,
    keys: Option<Keys<'v>>,
}

/// Where an entry of the newer list was in the older one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// Nowhere: it is new.
    New,
    /// At this position, and in the same order with all others that were kept.
    Kept(usize),
    /// At this position, but others have overtaken it.
    Moved(usize),
}

impl Origin {
    pub(crate) fn older(self) -> Option<usize> {
        match self {
            Self::New => None,
            Self::Kept(position) | Self::Moved(position) => Some(position),
        }
    }
}

struct Keys<'v> {
    key: &'static ListKey,
    older: Vec<EntryKey<'v>>,
    newer: Vec<EntryKey<'v>>,
}

impl<'v> Matching<'v> {
    /// Matches by key. As few entries as possible have moved.
    pub(crate) fn by_key(older: &'v [Value], newer: &'v [Value], key: &'static ListKey) -> Result<Self, Oddity> {
        let keys = Keys { key, older: keys(older, key)?, newer: keys(newer, key)? };
        let (older, newer) = (unique(&keys.older, key)?, unique(&keys.newer, key)?);
        let matched = matched(&older, &newer);
        let mut stays = order::stable(&matched.iter().flatten().copied().collect::<Vec<_>>()).into_iter();
        let origin = |position: Option<usize>| match position {
            None => Origin::New,
            Some(position) if stays.next() == Some(true) => Origin::Kept(position),
            Some(position) => Origin::Moved(position),
        };
        Ok(Self { origins: matched.into_iter().map(origin).collect(), keys: Some(keys) })
    }

    /// Matches equal entries in order, then equal entries out of order, and then, where entries were replaced by others, those that read as
    /// one that changed.
    pub(crate) fn by_position(older: &[Value], newer: &[Value]) -> Self {
        let texts = |entries: &[Value]| entries.iter().map(canonical).collect::<Vec<_>>();
        let (old_texts, new_texts) = (texts(older), texts(newer));
        let mut origins = vec![Origin::New; newer.len()];

        let (equal, replaced): (Vec<_>, Vec<_>) = align(&old_texts, &new_texts).into_iter().partition(|block| block.equal);
        for block in equal {
            let slots = origins.get_mut(block.newer).into_iter().flatten();
            slots.zip(block.older).for_each(|(slot, from)| *slot = Origin::Kept(from));
        }

        let mut gone: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for from in replaced.iter().rev().flat_map(|block| block.older.clone().rev()) {
            old_texts.get(from).into_iter().for_each(|text| gone.entry(text).or_default().push(from));
        }
        let mut moved = BTreeSet::new();
        for (slot, text) in origins.iter_mut().zip(&new_texts).filter(|(slot, _)| **slot == Origin::New) {
            if let Some(from) = gone.get_mut(text.as_str()).and_then(Vec::pop) {
                *slot = Origin::Moved(from);
                moved.insert(from);
            }
        }

        for block in replaced {
            let olds: Vec<_> = block.older.filter(|from| !moved.contains(from)).collect();
            let news: Vec<_> = block.newer.filter(|to| origins.get(*to) == Some(&Origin::New)).collect();
            for (from, to) in became(&old_texts, &olds, &new_texts, &news) {
                origins.get_mut(to).into_iter().for_each(|slot| *slot = Origin::Kept(from));
            }
        }
        Self { origins, keys: None }
    }

    /// Whether the entries were told apart by key.
    pub(crate) fn is_keyed(&self) -> bool {
        self.keys.is_some()
    }

    /// The step to an entry of the older list.
    pub(crate) fn older_step(&self, position: usize) -> Step<'_> {
        let item = self.keys.as_ref().and_then(|keys| Some(Step::Item(keys.key, *keys.older.get(position)?)));
        item.unwrap_or(Step::Index(position))
    }

    /// The step to an entry of the newer list.
    pub(crate) fn newer_step(&self, position: usize) -> Step<'_> {
        let item = self.keys.as_ref().and_then(|keys| Some(Step::Item(keys.key, *keys.newer.get(position)?)));
        item.unwrap_or(Step::Index(position))
    }

    /// The positions in the older list, of `len` entries, that no newer entry comes from; in order.
    pub(crate) fn removed(&self, len: usize) -> Vec<usize> {
        let mut stays = vec![false; len];
        for position in self.origins.iter().filter_map(|origin| origin.older()) {
            stays.get_mut(position).into_iter().for_each(|stays| *stays = true);
        }
        (0..len).zip(stays).filter(|(_, stays)| !stays).map(|(position, _)| position).collect()
    }

    /// For each entry of the newer list the older position, of `len`, of the next kept entry at or after it.
    pub(crate) fn next_kept(&self, len: usize) -> Vec<usize> {
        let mut next = len;
        let mut positions = Vec::with_capacity(self.origins.len());
        for origin in self.origins.iter().rev() {
            if let Origin::Kept(position) = origin {
                next = *position;
            }
            positions.push(next);
        }
        positions.reverse();
        positions
    }
}

fn keys<'v>(entries: &'v [Value], key: &ListKey) -> Result<Vec<EntryKey<'v>>, Oddity> {
    let key = |(position, entry): (usize, &'v Value)| entry_key(entry, key).ok_or(Oddity::NoKey { position });
    entries.iter().enumerate().map(key).collect()
}

/// The keys with their positions, sorted by key.
fn unique<'v>(keys: &[EntryKey<'v>], key: &ListKey) -> Result<Vec<(EntryKey<'v>, usize)>, Oddity> {
    let mut sorted: Vec<_> = keys.iter().copied().zip(0..).collect();
    sorted.sort_unstable();
    let repeated = sorted.iter().zip(sorted.iter().skip(1)).find(|((a, _), (b, _))| a == b);
    match repeated {
        Some(((repeated, _), _)) => Err(Oddity::RepeatedKey { key: item_segment(key, *repeated) }),
        None => Ok(sorted),
    }
}

/// For each entry of the newer list the position of the older one with its key. Both sides come sorted by key.
fn matched(older: &[(EntryKey<'_>, usize)], newer: &[(EntryKey<'_>, usize)]) -> Vec<Option<usize>> {
    let mut matched = vec![None; newer.len()];
    let mut older = older.iter().peekable();
    for (key, to) in newer {
        while older.next_if(|(other, _)| other < key).is_some() {}
        let from = older.next_if(|(other, _)| other == key).map(|(_, from)| *from);
        matched.get_mut(*to).into_iter().for_each(|slot| *slot = from);
    }
    matched
}

/// Which of the entries at `olds` became which of those at `news`: one by one if there are as many, otherwise those that are alike.
fn became(old_texts: &[String], olds: &[usize], new_texts: &[String], news: &[usize]) -> Vec<(usize, usize)> {
    if olds.len() == news.len() {
        return olds.iter().copied().zip(news.iter().copied()).collect();
    }
    let old_texts: Vec<_> = olds.iter().filter_map(|position| old_texts.get(*position)).collect();
    let new_texts: Vec<_> = news.iter().filter_map(|position| new_texts.get(*position)).collect();
    let pairs = pairs(&old_texts, &new_texts).into_iter();
    pairs.filter_map(|(old, new)| Some((*olds.get(old)?, *news.get(new)?))).collect()
}

/// A text that is the same for equal values and for no others.
fn canonical(value: &Value) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
