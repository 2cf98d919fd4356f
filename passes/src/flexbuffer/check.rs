//! Whether bytes are a FlexBuffer that a reader can walk without looking where it goes, as those of kernels do.

use rustc_hash::FxHashSet;

use super::{Reader, kind};

/// Maps and vectors may nest this deep.
const MOST_NESTED: usize = 64;

/// What is wrong with `bytes` as a FlexBuffer, as the end of a sentence about them.
///
/// All that a reader can get at lies within the bytes, ends where its length says, and was written before what it belongs
/// to, so that walking ends. Keys of maps are sorted, since readers look for them by halves. Alignment is not asked for.
pub fn check(bytes: &[u8]) -> Result<(), String> {
    let [rest @ .., packed, width] = bytes else { return Err("have no root".into()) };
    let width = usize::from(*width);
    let root = rest.len().checked_sub(width).filter(|_| matches!(width, 1 | 2 | 4 | 8));
    let root = root.ok_or("have a root that takes no number's bytes")?;
    // What is written once takes its bytes once: more looking than that means that one thing lies in another.
    let left = bytes.len().saturating_mul(8).saturating_add(64);
    let mut checker = Checker { reader: Reader { bytes }, seen: FxHashSet::default(), left };
    checker.entry(Place { at: root, width, before: bytes.len(), depth: 0 }, *packed)
}

/// Where an entry stands.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    /// The bytes that it takes.
    width: usize,
    /// What it refers to was written before this.
    before: usize,
    depth: usize,
}

struct Checker<'a> {
    reader: Reader<'a>,
    seen: FxHashSet<(usize, u8)>,
    left: usize,
}

impl Checker<'_> {
    /// An entry whose type byte is `packed`.
    fn entry(&mut self, place: Place, packed: u8) -> Result<(), String> {
        let wrong = |what: &str| Err(format!("{what} at byte {}", place.at));
        if self.reader.number(place.at, place.width).is_none() {
            return wrong("have an entry that ends after them");
        }
        let ty = packed >> 2;
        if matches!(ty, kind::NULL | kind::INT | kind::UINT | kind::FLOAT | kind::BOOL) {
            return Ok(());
        }
        let target = self.reader.target(place.at, place.width, packed);
        let Some((at, width)) = target.filter(|target| target.0 < place.before) else {
            return wrong("have an offset that leads outside, or to what it is in,");
        };
        if !self.seen.insert((at, packed)) {
            return Ok(());
        }
        let inner = Place { at, width, before: at, depth: place.depth + 1 };
        if inner.depth > MOST_NESTED {
            return wrong("nest too deep");
        }
        let sound = match ty {
            kind::INDIRECT_INT | kind::INDIRECT_UINT | kind::INDIRECT_FLOAT => {
                self.reader.number(at, width).is_some()
            }
            kind::KEY => self.key(at)?.is_some(),
            kind::STRING => {
                let end = self.count(inner).and_then(|count| at.checked_add(count));
                end.is_some_and(|end| self.reader.bytes.get(end) == Some(&0))
            }
            kind::BLOB => self.count(inner).is_some_and(|count| self.has(at, count, 1)),
            kind::VECTOR | kind::MAP => return self.vector(inner, ty == kind::MAP),
            kind::VECTOR_INT | kind::VECTOR_UINT | kind::VECTOR_FLOAT | kind::VECTOR_BOOL => {
                self.count(inner).is_some_and(|count| self.has(at, count, width))
            }
            kind::VECTOR_KEY | kind::VECTOR_STRING => {
                // Such strings have a length of one byte.
                let element = if ty == kind::VECTOR_KEY { kind::KEY } else { kind::STRING };
                let Some(count) = self.count(inner).filter(|&count| self.has(at, count, width)) else {
                    return wrong("lead to a vector that ends after them");
                };
                return self.entries(inner, count, |_| Some(element << 2));
            }
            kind::FIRST_TUPLE..=kind::LAST_TUPLE => {
                let count = usize::from((ty - kind::FIRST_TUPLE) / 3) + 2;
                self.has(at, count, width)
            }
            _ => return wrong("have an entry of an unknown type"),
        };
        if sound { Ok(()) } else { wrong("lead to something that ends after them") }
    }

    /// A vector with a type for each entry, or a map, which is one with keys.
    fn vector(&mut self, place: Place, is_map: bool) -> Result<(), String> {
        let Place { at, width, .. } = place;
        let wrong = |what: &str| Err(format!("{what} at byte {at}"));
        // Entries, and then a byte for each.
        let Some(count) = self.count(place).filter(|&count| self.has(at, count, width + 1)) else {
            return wrong("have a vector that ends after them");
        };
        if is_map {
            let before = |steps: usize| at.checked_sub(width.checked_mul(steps)?);
            let keys_width = before(2).and_then(|at| self.reader.number(at, width));
            let bits = [1, 2, 4, 8].iter().position(|&bytes| keys_width == Some(bytes));
            let (Some(keys), Some(bits)) = (before(3), bits) else { return wrong("have a map without keys") };
            let packed = kind::VECTOR_KEY << 2 | bits as u8;
            self.entry(Place { at: keys, ..place }, packed)?;
            let (keys, keys_width) = self.reader.target(keys, width, packed).unwrap_or_default();
            self.keys(Place { at: keys, width: keys_width, ..place }, count)?;
        }
        let bytes = self.reader.bytes;
        self.entries(place, count, |i| bytes.get(at + count * width + i).copied())
    }

    /// The keys of a map with `count` values: as many, and sorted.
    fn keys(&mut self, keys: Place, count: usize) -> Result<(), String> {
        let wrong = |what: &str| Err(format!("{what} at byte {}", keys.at));
        if self.count(keys) != Some(count) {
            return wrong("have a map with another number of keys than of values");
        }
        let mut last = None;
        for i in 0..count {
            let at =
                self.reader.target(keys.at + i * keys.width, keys.width, 0).map_or(usize::MAX, |it| it.0);
            let key = self.key(at)?;
            if key.is_none() || last.is_some_and(|last| last >= key) {
                return wrong("have a map whose keys are not sorted");
            }
            last = Some(key);
        }
        Ok(())
    }

    fn entries(
        &mut self,
        of: Place,
        count: usize,
        packed: impl Fn(usize) -> Option<u8>,
    ) -> Result<(), String> {
        self.spend(count)?;
        for i in 0..count {
            let packed = packed(i).ok_or("have a vector without types")?;
            self.entry(Place { at: of.at + i * of.width, ..of }, packed)?;
        }
        Ok(())
    }

    /// The number before `place`: how much is there.
    fn count(&self, place: Place) -> Option<usize> {
        usize::try_from(self.reader.number(place.at.checked_sub(place.width)?, place.width)?).ok()
    }

    /// Whether there are `count` pieces of `width` bytes from `at` on.
    fn has(&self, at: usize, count: usize, width: usize) -> bool {
        let end = count.checked_mul(width).and_then(|bytes| at.checked_add(bytes));
        end.is_some_and(|end| end <= self.reader.bytes.len())
    }

    /// The text up to a zero byte.
    fn key(&mut self, at: usize) -> Result<Option<Vec<u8>>, String> {
        let bytes = self.reader.bytes.get(at..).unwrap_or_default();
        let len = bytes.iter().position(|&byte| byte == 0);
        self.spend(len.unwrap_or(bytes.len()))?;
        Ok(len.map(|len| bytes[..len].to_vec()))
    }

    fn spend(&mut self, much: usize) -> Result<(), String> {
        let left = self.left.checked_sub(much).ok_or("hold things that lie in each other")?;
        self.left = left;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::check;
    use crate::flexbuffer::{Flex, encode_map};

    fn sample() -> Vec<u8> {
        let inner = BTreeMap::from([("x".to_owned(), Flex::Blob(Vec::new()))]);
        encode_map(&BTreeMap::from([
            ("axes".to_owned(), Flex::List(vec![Flex::Int(1), Flex::Int(-1)])),
            ("inner".to_owned(), Flex::Map(inner.clone())),
            ("list".to_owned(), Flex::List(vec![Flex::Null, Flex::Map(inner), Flex::List(Vec::new())])),
            ("mode".to_owned(), Flex::String(b"SAME".to_vec())),
            ("rate".to_owned(), Flex::Float(0.5)),
        ]))
    }

    #[test]
    fn what_we_write_is_sound_and_a_part_of_it_is_not() {
        let bytes = sample();
        assert_eq!(check(&bytes), Ok(()));
        assert_eq!(check(&encode_map(&BTreeMap::new())), Ok(()));
        // The root is at the end; what is missing at the start is what it leads to.
        assert!((1..bytes.len()).all(|from| check(&bytes[from..]).is_err() || bytes.len() - from < 40));
        assert!(check(&[]).is_err() && check(&[1]).is_err() && check(&[1, 4, 3]).is_err());
    }

    #[test]
    fn other_widths_and_types_are_read() {
        // 5, as the root itself.
        assert_eq!(check(&[5, 4, 1]), Ok(()));
        // A vector of the strings "ab" and "c".
        assert_eq!(check(&[2, b'a', b'b', 0, 1, b'c', 0, 2, 7, 4, 20, 20, 4, 40, 1]), Ok(()));
        // Three ints without a length.
        assert_eq!(check(&[1, 2, 3, 3, 19 << 2, 1]), Ok(()));
        assert!(check(&[1, 1, 18 << 2 | 3, 1]).is_err());
        // A float elsewhere.
        assert_eq!(check(&[0, 0, 0, 0, 4, 8 << 2 | 2, 1]), Ok(()));
    }

    #[test]
    fn circles_and_towers_end() {
        // A vector of one entry, which is the vector.
        assert!(check(&[1, 0, 40, 2, 40, 1]).is_err_and(|why| why.contains("to what it is in")));
        // Vectors in vectors, each of one entry.
        let tower = |floors: usize| {
            let mut bytes = vec![0];
            for floor in 0..floors {
                bytes.extend([1, if floor == 0 { 1 } else { 3 }, 40]);
            }
            bytes.extend([2, 40, 1]);
            bytes
        };
        assert_eq!(check(&tower(10)), Ok(()));
        assert!(check(&tower(1_000)).is_err());
        // Each of twenty vectors holds the one before it twice: a million ways to the first.
        let mut bytes = vec![0];
        for floor in 0..20 {
            let step = if floor == 0 { 1 } else { 5 };
            bytes.extend([2, step, step + 1, 40, 40]);
        }
        bytes.extend([4, 40, 1]);
        assert_eq!(check(&bytes), Ok(()));
    }

    #[test]
    fn no_byte_makes_it_panic() {
        let good = sample();
        for at in 0..good.len() {
            for value in [0, 1, 7, 8, 40, 127, 128, 255] {
                let mut bad = good.clone();
                bad[at] = value;
                let _ = check(&bad);
            }
        }
    }
}
