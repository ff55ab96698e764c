//! A face without its instructions for coarse screens: what a PDF embeds is less than half as large then, and what
//! is printed or read from is the same.
//!
//! Only the tables that go into a PDF are kept. A face whose outlines aren't TrueType's has no such instructions.

/// Tables that a PDF library reads or embeds (ISO 32000-1, 9.9), but `glyf` and `loca`.
const KEPT: [&[u8; 4]; 8] =
    [b"OS/2", b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name", b"post"];

/// A composite's part has these bits in its flags (OpenType, `glyf`).
const ARGS_ARE_WORDS: u16 = 0x0001;
const HAS_SCALE: u16 = 0x0008;
const MORE_PARTS: u16 = 0x0020;
const HAS_TWO_SCALES: u16 = 0x0040;
const HAS_MATRIX: u16 = 0x0080;
const HAS_INSTRUCTIONS: u16 = 0x0100;

/// Bytes before a glyph's outline: number of contours, bounds.
const GLYPH_HEAD: usize = 10;

/// The face `index` of the file as a file of its own; none if it isn't TrueType or is broken.
pub(super) fn unhinted(data: &[u8], index: u32) -> Option<Vec<u8>> {
    let face = ttf_parser::RawFace::parse(data, index).ok()?;
    let table = |tag: &[u8; 4]| face.table(ttf_parser::Tag::from_bytes(tag));
    let long = u16_at(table(b"head")?, 50)? != 0;
    let (glyf, loca) = glyphs(table(b"glyf")?, table(b"loca")?, long)?;
    let mut tables: Vec<(&[u8; 4], &[u8])> =
        KEPT.into_iter().filter_map(|tag| Some((tag, table(tag)?))).collect();
    tables.extend([(b"glyf", glyf.as_slice()), (b"loca", loca.as_slice())]);
    tables.sort_unstable_by_key(|(tag, _)| **tag);
    file(&tables)
}

/// All glyphs without instructions, and where each begins, in the form that the face had.
fn glyphs(glyf: &[u8], loca: &[u8], long: bool) -> Option<(Vec<u8>, Vec<u8>)> {
    let places: Vec<usize> = match long {
        true => loca
            .as_chunks()
            .0
            .iter()
            .map(|n| usize::try_from(u32::from_be_bytes(*n)))
            .collect::<Result<_, _>>()
            .ok()?,
        false => loca
            .as_chunks()
            .0
            .iter()
            .map(|n| usize::from(u16::from_be_bytes(*n)).saturating_mul(2))
            .collect(),
    };
    let (mut out, mut begins) = (Vec::with_capacity(glyf.len()), Vec::with_capacity(loca.len()));
    for pair in places.windows(2) {
        let &[from, to] = pair else { return None };
        place(&mut begins, out.len(), long)?;
        out.extend(glyph(glyf.get(from..to)?)?);
        pad(&mut out);
    }
    place(&mut begins, out.len(), long)?;
    Some((out, begins))
}

fn place(begins: &mut Vec<u8>, at: usize, long: bool) -> Option<()> {
    match long {
        true => begins.extend(u32::try_from(at).ok()?.to_be_bytes()),
        false => begins.extend(u16::try_from(at / 2).ok()?.to_be_bytes()),
    }
    Some(())
}

/// One glyph without instructions.
fn glyph(data: &[u8]) -> Option<Vec<u8>> {
    let contours = data.first_chunk().map_or(0, |n| u16::from_be_bytes(*n));
    // A space may be written as an outline of nothing.
    if contours == 0 {
        return Some(data.to_vec());
    }
    match usize::try_from(contours.cast_signed()) {
        Ok(contours) => simple(data, contours),
        Err(_) => composite(data),
    }
}

fn simple(data: &[u8], contours: usize) -> Option<Vec<u8>> {
    let length_at = GLYPH_HEAD.checked_add(contours.checked_mul(2)?)?;
    let length = usize::from(u16_at(data, length_at)?);
    let (before, rest) = (data.get(..length_at)?, data.get(length_at.checked_add(2)?..)?);
    Some([before, &[0, 0], rest.get(length..)?].concat())
}

fn composite(data: &[u8]) -> Option<Vec<u8>> {
    let mut out = data.get(..GLYPH_HEAD)?.to_vec();
    let mut at = GLYPH_HEAD;
    loop {
        let flags = u16_at(data, at)?;
        let end = at.checked_add(part_length(flags))?;
        out.extend((flags & !HAS_INSTRUCTIONS).to_be_bytes());
        out.extend(data.get(at.checked_add(2)?..end)?);
        if flags & MORE_PARTS == 0 {
            return Some(out);
        }
        at = end;
    }
}

/// Bytes of a composite's part: flags, glyph, its place, its scale.
fn part_length(flags: u16) -> usize {
    let place = if flags & ARGS_ARE_WORDS == 0 { 2 } else { 4 };
    let scale = match flags & (HAS_SCALE | HAS_TWO_SCALES | HAS_MATRIX) {
        HAS_SCALE => 2,
        HAS_TWO_SCALES => 4,
        HAS_MATRIX => 8,
        _ => 0,
    };
    4_usize.saturating_add(place).saturating_add(scale)
}

/// A file of these tables, which are in the order of their names. Checksums stay empty: nobody embeds them.
fn file(tables: &[(&[u8; 4], &[u8])]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let mut out =
        [0x0001_0000_u32.to_be_bytes().as_slice(), &count.to_be_bytes(), &[0; 6]].concat();
    let mut body = Vec::new();
    let start = tables.len().checked_mul(16)?.checked_add(out.len())?;
    for (tag, data) in tables {
        let at = u32::try_from(start.checked_add(body.len())?).ok()?;
        let length = u32::try_from(data.len()).ok()?;
        out.extend([**tag, [0; 4], at.to_be_bytes(), length.to_be_bytes()].as_flattened());
        body.extend_from_slice(data);
        pad(&mut body);
    }
    out.append(&mut body);
    Some(out)
}

fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(4), 0);
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*data.get(at..)?.first_chunk()?))
}

#[cfg(test)]
mod tests {
    use ttf_parser::{Face, GlyphId, OutlineBuilder};

    use super::*;

    const REGULAR: &[u8] = include_bytes!("../../fonts/LiberationSerif-Regular.ttf");

    /// An outline, stroke by stroke.
    #[derive(Default, PartialEq, Debug)]
    struct Strokes(Vec<[f32; 5]>);

    impl OutlineBuilder for Strokes {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0.push([0.0, x, y, 0.0, 0.0]);
        }

        fn line_to(&mut self, x: f32, y: f32) {
            self.0.push([1.0, x, y, 0.0, 0.0]);
        }

        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.0.push([2.0, x1, y1, x, y]);
        }

        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}

        fn close(&mut self) {
            self.0.push([3.0; 5]);
        }
    }

    #[test]
    fn every_glyph_looks_as_before() {
        let own = unhinted(REGULAR, 0).unwrap();
        assert!(own.len() * 3 < REGULAR.len() * 2);
        let [before, after] = [REGULAR, &own].map(|data| Face::parse(data, 0).unwrap());
        assert_eq!(before.number_of_glyphs(), after.number_of_glyphs());
        let mut drawn = 0;
        for id in (0..before.number_of_glyphs()).map(GlyphId) {
            let [mut one, mut other] = [Strokes::default(), Strokes::default()];
            let bounds = before.outline_glyph(id, &mut one);
            assert_eq!(bounds, after.outline_glyph(id, &mut other));
            assert_eq!(one, other);
            assert_eq!(before.glyph_hor_advance(id), after.glyph_hor_advance(id));
            drawn += usize::from(!one.0.is_empty());
        }
        assert!(drawn > 2000, "{drawn}");
        assert_eq!(before.glyph_index('ỹ'), after.glyph_index('ỹ'));
    }

    #[test]
    fn a_broken_file_is_left_alone() {
        assert_eq!(unhinted(b"", 0), None);
        assert_eq!(unhinted(REGULAR, 1), None);
        for end in (0..REGULAR.len()).step_by(9973) {
            unhinted(&REGULAR[..end], 0);
        }
        let mut broken = REGULAR.to_vec();
        for at in (0..broken.len()).step_by(101) {
            broken[at] ^= 0x55;
        }
        unhinted(&broken, 0);
    }

    #[test]
    fn places_may_be_short_or_long() {
        let glyf = [&[0; 12], b"abcd".as_slice()].concat();
        let one = |loca: &[u8], long| glyphs(&glyf, loca, long).map(|(_, begins)| begins);
        assert_eq!(one(&[0, 0, 0, 6], false), Some(vec![0, 0, 0, 6]));
        assert_eq!(one(&[0, 0, 0, 0, 0, 0, 0, 12], true), Some(vec![0, 0, 0, 0, 0, 0, 0, 12]));
        // A glyph that lies behind the end.
        assert_eq!(one(&[0, 0, 0, 60], false), None);
    }
}
