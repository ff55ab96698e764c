//! Chữ: running text with light Markdown: `**đậm**`, `*nghiêng*`, `[^tên]`, and `\` before `*`, `[`, `\`.
//!
//! Everything else that Markdown knows is plain text here (`#`, `_x_`, `1. x`, links, `<b>`, `&amp;`),
//! so the library is asked only where emphasis begins and ends, and the text itself is taken from the
//! source.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use serde::Serialize;

use super::dau_sao::bong;
use super::{Loi, Muc, Nguon};

/// Rich text, on one line.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Chu(Vec<PhanChu>);

/// A piece of rich text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kieu", rename_all = "kebab-case")]
pub enum PhanChu {
    Chu {
        chu: Loi,
        dam: bool,
        nghieng: bool,
    },
    /// The mark of a footnote: `[^cu_the]`.
    DauChuThich {
        ten: String,
    },
}

/// Stands before the text while the library reads it, so that no line can begin a list, heading or
/// quotation; as a mark of punctuation it leaves emphasis beside it alone.
const CHAN: &str = "(";

impl Chu {
    /// Never fails: what is not emphasis or a mark is text. Line breaks become spaces.
    pub fn parse(text: &str) -> Self {
        Self::doc(text, None)
    }

    /// The same of text that `cho` knows the field of.
    pub fn doc(text: &str, cho: Option<&ChoChu<'_>>) -> Self {
        let line = text.split_whitespace_keeping_nbsp().join(" ");
        let source = format!("{CHAN}{line}");
        let marks = dau_nhan(&source);
        let mut chu = NguoiViet { ra: Self::default(), cho: cho.map(|cho| BanDo::new(text, cho)) };
        let (mut dam, mut nghieng, mut from) = (0usize, 0usize, CHAN.len());
        for (at, mark) in marks {
            chu.them(&source, from..at, dam > 0, nghieng > 0);
            let depth = if mark.dam { &mut dam } else { &mut nghieng };
            *depth = if mark.mo { depth.saturating_add(1) } else { depth.saturating_sub(1) };
            from = at.saturating_add(if mark.dam { 2 } else { 1 });
        }
        chu.them(&source, from..source.len(), dam > 0, nghieng > 0);
        chu.ra
    }

    pub fn phan(&self) -> &[PhanChu] {
        &self.0
    }

    /// The names of the footnote marks, in order.
    pub fn dau_chu_thich(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|phan| match phan {
            PhanChu::DauChuThich { ten } => Some(ten.as_str()),
            PhanChu::Chu { .. } => None,
        })
    }

    /// The same text without its footnote marks.
    pub fn bo_dau_chu_thich(mut self) -> Self {
        self.0.retain(|phan| matches!(phan, PhanChu::Chu { .. }));
        self
    }

    /// The text alone, without emphasis and marks.
    pub fn chu_tron(&self) -> String {
        self.0
            .iter()
            .map(|phan| match phan {
                PhanChu::Chu { chu, .. } => chu.as_str(),
                PhanChu::DauChuThich { .. } => "",
            })
            .collect()
    }

    /// The same text with `duoi` set right after its last character; `cuoi` are characters that fall
    /// away from the end before.
    pub fn thay_duoi(mut self, cuoi: &[char], duoi: &str) -> Self {
        while let Some(PhanChu::Chu { chu, .. }) = self.0.last_mut() {
            chu.truncate(chu.trim_end_matches(cuoi).len());
            if !chu.is_empty() {
                chu.push_str(duoi);
                return self;
            }
            self.0.pop();
        }
        if !duoi.is_empty() {
            self.0.push(PhanChu::Chu { chu: duoi.into(), dam: false, nghieng: false });
        }
        self
    }
}

/// The field that a text comes from.
#[derive(Debug, Clone, Copy)]
pub struct ChoChu<'a> {
    pub muc: &'a Muc,
    /// The text's pieces in order: where each begins in the text, and where in the field's value. Between the
    /// pieces a space may stand for what the value has there.
    pub manh: &'a [(usize, usize)],
}

/// From the one line of a text back to its field.
struct BanDo<'a> {
    cho: &'a ChoChu<'a>,
    /// Where each word begins, in the line and in the text.
    tu: Vec<(usize, usize)>,
}

impl<'a> BanDo<'a> {
    fn new(text: &str, cho: &'a ChoChu<'a>) -> Self {
        let (mut tu, mut line, mut at) = (Vec::new(), 0usize, 0usize);
        for word in text.split(TRANG) {
            if !word.is_empty() {
                tu.push((line, at));
                line = line.saturating_add(word.len()).saturating_add(1);
            }
            // Every sign that parts words is of one byte.
            at = at.saturating_add(word.len()).saturating_add(1);
        }
        Self { cho, tu }
    }

    /// Where a byte of the line stands in the value.
    fn cua(&self, at: usize) -> Option<usize> {
        truoc(self.cho.manh, truoc(&self.tu, at)?)
    }

    /// The bytes of the value behind a stretch of the source, which begins with [`CHAN`].
    fn khoang(&self, source: &str, doan: Range<usize>) -> Option<Range<usize>> {
        let last = source.get(doan.clone())?.chars().next_back()?;
        let line = |at: usize| at.checked_sub(CHAN.len());
        let start = self.cua(line(doan.start)?)?;
        let end = self.cua(line(doan.end.checked_sub(last.len_utf8())?)?)?;
        // A space may stand for something else in the value.
        let end = if last == ' ' { end } else { end.saturating_add(last.len_utf8()) };
        (start <= end).then_some(start..end)
    }
}

/// Follows the last pair that begins at a place or before it.
fn truoc(pairs: &[(usize, usize)], at: usize) -> Option<usize> {
    let next = pairs.partition_point(|(from, _)| *from <= at);
    let (from, to) = pairs.get(next.checked_sub(1)?)?;
    Some(to.saturating_add(at.saturating_sub(*from)))
}

/// Writes the pieces of a text.
struct NguoiViet<'a> {
    ra: Chu,
    cho: Option<BanDo<'a>>,
}

impl NguoiViet<'_> {
    /// Adds a stretch of the source: its marks and escapes are resolved here.
    fn them(&mut self, source: &str, doan: Range<usize>, dam: bool, nghieng: bool) {
        let mut chu = String::new();
        let mut rest = source.get(doan.clone()).unwrap_or_default();
        let at = |rest: &str| doan.end.saturating_sub(rest.len());
        let mut from = doan.start;
        while let Some(c) = rest.chars().next() {
            if let Some((ten, after)) = dau_chu_thich(rest) {
                self.day(source, from..at(rest), std::mem::take(&mut chu), (dam, nghieng));
                self.ra.0.push(PhanChu::DauChuThich { ten: ten.to_owned() });
                rest = after;
                from = at(rest);
                continue;
            }
            let after = rest.get(c.len_utf8()..).unwrap_or_default();
            let escaped = after.chars().next().filter(|n| c == '\\' && "*[\\".contains(*n));
            chu.push(escaped.unwrap_or(c));
            rest = if escaped.is_some() { after.get(1..).unwrap_or_default() } else { after };
        }
        self.day(source, from..doan.end, chu, (dam, nghieng));
    }

    fn day(&mut self, source: &str, doan: Range<usize>, chu: String, (dam, nghieng): (bool, bool)) {
        if chu.is_empty() {
            return;
        }
        let nguon = self.cho.as_ref().and_then(|ban_do| {
            let khoang = Some(ban_do.khoang(source, doan)?);
            Some(Nguon { muc: ban_do.cho.muc.clone(), khoang })
        });
        self.ra.0.push(PhanChu::Chu { chu: Loi::new(chu, nguon), dam, nghieng });
    }
}

/// What parts words.
const TRANG: [char; 4] = [' ', '\n', '\r', '\t'];

/// Breaking at spaces must leave no-break spaces alone, which `split_whitespace` takes for spaces.
trait SplitLines {
    fn split_whitespace_keeping_nbsp(&self) -> Vec<&str>;
}

impl SplitLines for str {
    fn split_whitespace_keeping_nbsp(&self) -> Vec<&str> {
        self.split(TRANG).filter(|word| !word.is_empty()).collect()
    }
}

/// Where emphasis begins or ends: `**` or `*`.
#[derive(Debug, Clone, Copy)]
struct DauNhan {
    dam: bool,
    mo: bool,
}

/// The marks of emphasis by their offset. Those made with `_` are text.
fn dau_nhan(source: &str) -> BTreeMap<usize, DauNhan> {
    let mut marks = BTreeMap::new();
    let bong = bong(source);
    let starred = |at: usize| bong.as_bytes().get(at) == Some(&b'*');
    for (event, range) in Parser::new_ext(&bong, Options::empty()).into_offset_iter() {
        let (at, mark) = match event {
            Event::Start(Tag::Strong) => (range.start, DauNhan { dam: true, mo: true }),
            Event::Start(Tag::Emphasis) => (range.start, DauNhan { dam: false, mo: true }),
            Event::End(TagEnd::Strong) => {
                (range.end.saturating_sub(2), DauNhan { dam: true, mo: false })
            }
            Event::End(TagEnd::Emphasis) => {
                (range.end.saturating_sub(1), DauNhan { dam: false, mo: false })
            }
            _ => continue,
        };
        if starred(at) {
            marks.insert(at, mark);
        }
    }
    marks
}

/// `[^ten]` at the start of `text`, with what follows it.
fn dau_chu_thich(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix("[^")?;
    let end = inner.find(|c: char| !(c.is_alphanumeric() || "_-".contains(c)))?;
    let (ten, after) = inner.split_at_checked(end)?;
    let after = after.strip_prefix(']')?;
    (!ten.is_empty()).then_some((ten, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chu(chu: &str, dam: bool, nghieng: bool) -> PhanChu {
        PhanChu::Chu { chu: chu.into(), dam, nghieng }
    }

    fn plain(text: &str) -> String {
        Chu::parse(text).chu_tron()
    }

    #[test]
    fn emphasis_and_marks() {
        assert_eq!(
            Chu::parse("a **b *c*** “*d*”[^cu_the]”.").phan(),
            [
                chu("a ", false, false),
                chu("b ", true, false),
                chu("c", true, true),
                chu(" “", false, false),
                chu("d", false, true),
                chu("”", false, false),
                PhanChu::DauChuThich { ten: "cu_the".into() },
                chu("”.", false, false),
            ]
        );
        assert_eq!(Chu::parse("***x***").phan(), [chu("x", true, true)]);
        assert_eq!(Chu::parse("**Tỉnh Đắk Lắk:** Học").phan().len(), 2);
    }

    #[test]
    fn everything_else_is_text() {
        for text in [
            "# đề mục",
            "1. một",
            "- gạch",
            "> trích",
            "_x_ __y__",
            "`mã`",
            "[a](b) ![c](d) <b>x</b> <http://a.b>",
            "&amp; &lt; $x$ #let @r",
            "5 * 3 * 2",
            "(*) Ghi chú",
            "a | b",
            "=====",
            "[x]: /url",
            "[^]",
            "[^a b]",
            "\\# \\_ \\",
            "~~x~~",
            "10\u{a0}000",
        ] {
            assert_eq!(plain(text), text);
        }
    }

    #[test]
    fn a_star_in_a_number_or_alone_in_brackets_is_a_star() {
        for text in [
            "10*1000 đồng đến 10*3000 đồng",
            "(*) Một, (**) hai, (*) ba",
            "2*3*4",
            "a*b và c*d",
            "2**3 và 4**5",
        ] {
            assert_eq!(plain(text), text);
        }
        let found = Chu::parse("10*2 **Thời gian:**03 ngày, *nghiêng* x*y");
        let bold: Vec<String> = found
            .phan()
            .iter()
            .filter_map(|p| match p {
                PhanChu::Chu { chu, dam: true, .. } => Some(chu.to_string()),
                _ => None,
            })
            .collect();
        assert_eq!(bold, ["Thời gian:"]);
        assert_eq!(found.chu_tron(), "10*2 Thời gian:03 ngày, nghiêng x*y");
    }

    #[test]
    fn escapes_and_line_breaks() {
        assert_eq!(plain(r"\*a\* \[^x] \\"), r"*a* [^x] \");
        assert_eq!(Chu::parse(r"\[^x]").dau_chu_thich().count(), 0);
        assert_eq!(plain("  a\n  b\r\n\n c "), "a b c");
    }

    #[test]
    fn the_end_can_be_replaced() {
        let end = |text| Chu::parse(text).thay_duoi(&['.', '/', ' '], "./.").chu_tron();
        for text in ["năm 2023", "năm 2023.", "năm 2023./.", "năm 2023 ./.", "năm 2023 ./. "] {
            assert_eq!(end(text), "năm 2023./.");
        }
        assert_eq!(end("*năm 2023.*"), "năm 2023./.");
        assert_eq!(end("năm[^x]."), "năm./.");
    }

    /// Each piece with what stands there in the value.
    fn sources(value: &str, text: &str, manh: &[(usize, usize)]) -> Vec<(String, String)> {
        let muc = Muc::new(&std::sync::Arc::new(crate::model::CacMuc::new("a.yaml")), 0);
        let chu = Chu::doc(text, Some(&ChoChu { muc: &muc, manh }));
        let piece = |phan: &PhanChu| match phan {
            PhanChu::Chu { chu, .. } => {
                let khoang = chu.nguon().unwrap().khoang.clone().unwrap();
                Some((chu.to_string(), value[khoang].to_owned()))
            }
            PhanChu::DauChuThich { .. } => None,
        };
        chu.phan().iter().filter_map(piece).collect()
    }

    #[test]
    fn pieces_know_their_bytes_of_the_value() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let value = "  Học **tập**\n  *kinh*[^x] \\*nghiệm\\*  đó.";
        assert_eq!(
            sources(value, value, &[(0, 0)]),
            [
                pair("Học ", "Học"),
                pair("tập", "tập"),
                pair(" ", ""),
                pair("kinh", "kinh"),
                pair(" *nghiệm* đó.", " \\*nghiệm\\*  đó."),
            ]
        );
        // Two lines of a body that were joined.
        let value = "- Một **hai**\n   ba bốn";
        let found =
            sources(value, "Một **hai** ba bốn", &[(0, 2), (14, value.find("ba").unwrap())]);
        assert_eq!(found.last(), Some(&pair(" ba bốn", "\n   ba bốn")));
        assert_eq!(found[1], pair("hai", "hai"));
    }

    #[test]
    fn hostile_input_is_quick() {
        for unit in [
            "*", "**a ", "*a **b", "[^", "[", "`", "<", "_", "\\", "![", "\u{301}", "*_", "[^a",
            "[a](", "<a ",
        ] {
            Chu::parse(&unit.repeat(100_000));
        }
    }
}
