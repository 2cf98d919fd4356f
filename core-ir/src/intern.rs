//! Append-only interners that can be shared between threads.
//!
//! An item never moves and is never dropped while the interner lives, so reading by id takes no lock.

use std::borrow::Borrow;
use std::hash::{BuildHasher, Hash};
use std::sync::RwLock;

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;

/// An interned string. Ordering is by age, not by text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct StrId(pub(crate) u32);

/// Maps equal values to one dense `u32`.
pub(crate) struct Interner<T> {
    items: boxcar::Vec<T>,
    index: RwLock<HashTable<u32>>,
}

impl<T: Hash + Eq> Interner<T> {
    pub(crate) fn new() -> Self {
        Self { items: boxcar::Vec::new(), index: RwLock::new(HashTable::new()) }
    }

    /// The id of the value equal to `key`, if it was interned.
    pub(crate) fn find<Q>(&self, key: &Q) -> Option<u32>
    where
        T: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let hash = FxBuildHasher.hash_one(key);
        let index = self.index.read().unwrap_or_else(|poison| poison.into_inner());
        index.find(hash, |&id| self.items[id as usize].borrow() == key).copied()
    }

    /// The id of the value equal to `key`, made by `make` when it is new.
    pub(crate) fn intern_with<Q>(&self, key: &Q, make: impl FnOnce() -> T) -> u32
    where
        T: Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        if let Some(id) = self.find(key) {
            return id;
        }
        let hash = FxBuildHasher.hash_one(key);
        let mut index = self.index.write().unwrap_or_else(|poison| poison.into_inner());
        // Another thread may have added it between the two locks.
        if let Some(&id) = index.find(hash, |&id| self.items[id as usize].borrow() == key) {
            return id;
        }
        let id = u32::try_from(self.items.push(make())).expect("fewer than 2^32 interned items");
        index.insert_unique(hash, id, |&id| FxBuildHasher.hash_one(self.items[id as usize].borrow()));
        id
    }

    pub(crate) fn intern(&self, value: T) -> u32
    where
        T: Borrow<T>,
    {
        if let Some(id) = self.find::<T>(&value) {
            return id;
        }
        let hash = FxBuildHasher.hash_one(&value);
        let mut index = self.index.write().unwrap_or_else(|poison| poison.into_inner());
        if let Some(&id) = index.find(hash, |&id| self.items[id as usize] == value) {
            return id;
        }
        let id = u32::try_from(self.items.push(value)).expect("fewer than 2^32 interned items");
        index.insert_unique(hash, id, |&id| FxBuildHasher.hash_one(&self.items[id as usize]));
        id
    }

    pub(crate) fn get(&self, id: u32) -> &T {
        &self.items[id as usize]
    }
}
