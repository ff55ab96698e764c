//! Vị trí: where each node of a text begins. The library tells a place only with an error, so every scalar is made
//! one, which is caught, and reading goes on behind it. A list or mapping is an error where it is left before its end,
//! which costs its inside: so those of one depth are told by a reading of their own.

use std::fmt;
use std::sync::Arc;

use serde::de::{DeserializeSeed, EnumAccess, Error as _, MapAccess, SeqAccess, Visitor};
use serde_yaml::Deserializer;

use super::o_tron::giau;
use super::passes::locate_one;
use crate::machine::recent::Recent;

/// Places of all nodes by their numbers; 0 where none is known.
type Places = Arc<Vec<(u32, u32)>>;

/// Of the last files with a finding.
static KNOWN: Recent<String, Places> = Recent::new(4);

/// A shorter text is read once for each node that is asked for, a longer one a few times for all: a hồ sơ may have a
/// thousand short files with findings about each other, and nothing is kept of them.
const SHORT: usize = 16 * 1024;

/// Line and column of a node, from 1.
pub fn locate(text: &str, number: usize) -> Option<(usize, usize)> {
    if text.len() < SHORT { locate_one(text, number) } else { locate_of_all(text, number) }
}

fn locate_of_all(text: &str, number: usize) -> Option<(usize, usize)> {
    let places = match KNOWN.get(text) {
        Some(places) => places,
        None => {
            let places = Places::new(all(text));
            KNOWN.keep(text.to_owned(), Places::clone(&places));
            places
        }
    };
    let known = |number: usize| {
        let (line, column) = places.get(number).copied().filter(|(line, _)| *line > 0)?;
        Some((usize::try_from(line).ok()?, usize::try_from(column).ok()?))
    };
    // Only an empty list or mapping is not known; what stands before it is its key, or the item before.
    known(number).or_else(|| known(number.checked_sub(1)?).filter(|_| number < places.len()))
}

fn all(text: &str) -> Vec<(u32, u32)> {
    let text = &*giau(text);
    let mut pass = Pass { nodes: Vec::new(), next: 0, level: None, deepest: 0, broken: false };
    run(&mut pass, text);
    if !pass.broken {
        for level in 0..pass.deepest {
            (pass.next, pass.level) = (0, Some(level));
            run(&mut pass, text);
        }
    }
    pass.nodes.into_iter().map(|node| node.place).collect()
}

fn run(pass: &mut Pass, text: &str) {
    // What is wrong with the whole of it was told when it was read.
    let _ = At { pass, depth: 0 }.deserialize(Deserializer::from_str(text));
}

/// A node, and the number of the last one inside it.
#[derive(Clone, Copy, Default)]
struct Known {
    place: (u32, u32),
    last: usize,
}

/// One reading of the text.
struct Pass {
    nodes: Vec<Known>,
    /// The number of the node that comes next.
    next: usize,
    /// At which depth lists and mappings are told; none where it is the scalars.
    level: Option<usize>,
    /// How many depths have lists or mappings.
    deepest: usize,
    /// There is something that can't be passed by.
    broken: bool,
}

/// A node at its depth.
struct At<'p> {
    pass: &'p mut Pass,
    depth: usize,
}

impl At<'_> {
    fn inside(&mut self) -> At<'_> {
        At { pass: self.pass, depth: self.depth.saturating_add(1) }
    }

    /// Whether a list or mapping is left here, so that it is an error. Its number was the last one.
    fn leave(&mut self) -> bool {
        let number = self.pass.next.saturating_sub(1);
        self.pass.deepest = self.pass.deepest.max(self.depth.saturating_add(1));
        let leave = self.pass.level == Some(self.depth);
        if leave {
            self.pass.next = self.pass.nodes.get(number).map_or(0, |n| n.last).saturating_add(1);
        }
        leave
    }
}

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = ();

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let At { pass, depth } = self;
        if pass.broken {
            return Err(D::Error::custom(""));
        }
        let number = pass.next;
        pass.next = number.saturating_add(1);
        if number >= pass.nodes.len() {
            pass.nodes.resize(number.saturating_add(1), Known::default());
        }
        let told = deserializer.deserialize_any(At { pass: &mut *pass, depth });
        let last = pass.next.saturating_sub(1);
        if let Some(node) = pass.nodes.get_mut(number) {
            node.last = last;
            if let Err(error) = &told {
                node.place = place_of(&error.to_string());
            }
        }
        // An error in the midst of something that can't be passed by ends all.
        told.or_else(|error| if pass.broken { Err(error) } else { Ok(()) })
    }
}

/// The place that an error's words end in: `… at line 3 column 5`; without one it is the text's beginning.
fn place_of(words: &str) -> (u32, u32) {
    let read = || {
        let (_, at) = words.rsplit_once(" at line ")?;
        let (line, column) = at.split_once(" column ")?;
        Some((line.parse().ok()?, column.parse().ok()?))
    };
    read().unwrap_or((1, 1))
}

impl<'de> Visitor<'de> for At<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("anything")
    }

    // A scalar of whatever kind is not what is expected, unless it is passed by.

    fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_i128<E: serde::de::Error>(self, _: i128) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_u128<E: serde::de::Error>(self, _: u128) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_str<E: serde::de::Error>(self, _: &str) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<(), E> {
        if self.pass.level.is_none() { Err(E::custom("vanthu: here")) } else { Ok(()) }
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        if !self.leave() {
            while items.next_element_seed(self.inside())?.is_some() {}
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<(), A::Error> {
        if !self.leave() {
            while entries.next_key_seed(self.inside())?.is_some() {
                entries.next_value_seed(self.inside())?;
            }
        }
        Ok(())
    }

    fn visit_enum<A: EnumAccess<'de>>(self, _: A) -> Result<(), A::Error> {
        self.pass.broken = true;
        Err(A::Error::custom("vanthu: tag"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::yaml::passes::read;

    /// What the library says when it fails at each node by itself.
    fn same(text: &str) {
        let nodes = read(text).map_or(0, |root| root.count());
        for number in 0..nodes.saturating_add(2) {
            let (of_all, one) = (locate_of_all(text, number), locate_one(text, number));
            assert_eq!(of_all, one, "{number} in {text:?}");
        }
    }

    #[test]
    fn every_node_is_where_the_library_fails() {
        same("a: 05\nb:\n  - x\n  - >-\n    y\n    z\nc:\nd: 350.000\n");
        same("- [1, {a: b, c: [k]}, [[d]]]\n-\n  - - e\n    - f: g\n      h: 'i'\n");
        same("a: &x [b, {c: d}]\ne: *x\nf: [*x, *x]\n");
        same("a: {k: v}\nb: [v]\nc: ~\nd: \"\"\n? e\n: g\n");
        same("x");
        assert_eq!(locate_of_all("a: b\nc: []\nd: e\n", 4), Some((2, 1)));
        assert_eq!(locate_of_all("a: b\nc: []\nd: e\n", 5), Some((3, 1)));
        same("# lời\n\n---\nviệc: ngày\n");
    }

    #[test]
    fn a_long_file_is_located_in_a_few_readings() {
        let text: String = (0..100_000).map(|i| format!("khoa_{i}: a\n")).collect();
        let start = std::time::Instant::now();
        for i in 0..100 {
            assert_eq!(locate(&text, 1 + 2 * i), Some((i + 1, 1)));
        }
        assert!(start.elapsed() < std::time::Duration::from_secs(20), "{:?}", start.elapsed());
    }
}
