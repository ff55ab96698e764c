//! Chuỗi: the texts of the data, known again in what a template says.
//!
//! Typst clones a text without copying it, so one that comes out of the template unchanged still lies where it
//! lay when it went in, and one that was cut, joined or written in capitals doesn't. Typst also remembers what
//! a function said about an equal text before, and says it again with the text of that time. So equal texts of
//! all documents of the process are one text in memory ([`KHO`]), and a text that a template has among its own
//! words is nobody's.
//!
//! Of a text that several fields have there are as many as fields: pieces of rich text are counted, and the first
//! of them is the same in all data; others are others for other data. If each of them is printed as often as the
//! others, none was said in the place of another; otherwise all of them are nobody's.

use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use typst::ecow::EcoString;
use typst::foundations::{Str, Value};
use typst::syntax::Span;

use super::chu_mau::ChuMau;
use super::goc::Goc;

/// The texts in memory, each with the round in which it was last used.
static KHO: LazyLock<Mutex<Kho>> = LazyLock::new(Mutex::default);

/// Texts that are kept; a document has a few hundred.
const NHIEU_NHAT: usize = 16_384;

/// Rounds that a text outlives its use when there are too many. What Typst remembers of older ones is then
/// known no more.
const VONG: u64 = 32;

/// A text of less than this many bytes would be kept in place and never shared.
const DAI_DE_CHUNG: usize = 32;

#[derive(Default)]
struct Kho {
    chuoi: HashMap<EcoString, u64>,
    /// Texts that several fields of one document's data have, by these data and their place in them, or by what
    /// they say and their number among the pieces that say it.
    rieng: HashMap<(u64, usize), (EcoString, u64)>,
    vong: u64,
}

impl Kho {
    fn lay(&mut self, chu: &str) -> EcoString {
        if let Some((known, _)) = self.chuoi.get_key_value(chu) {
            let known = known.clone();
            self.chuoi.insert(known.clone(), self.vong);
            return known;
        }
        let new = rieng(chu);
        self.chuoi.insert(new.clone(), self.vong);
        new
    }

    /// The text at a place of some data: the same whenever the same data come again.
    fn lay_rieng(&mut self, cho: (u64, usize), chu: &str) -> EcoString {
        let known = self.rieng.get(&cho).filter(|(known, _)| known == chu);
        let text = known.map_or_else(|| rieng(chu), |(known, _)| known.clone());
        self.rieng.insert(cho, (text.clone(), self.vong));
        text
    }

    fn vong_moi(&mut self) {
        self.vong = self.vong.saturating_add(1);
        let oldest = self.vong.saturating_sub(VONG);
        if self.chuoi.len() > NHIEU_NHAT {
            self.chuoi.retain(|_, used| *used >= oldest);
        }
        if self.rieng.len() > NHIEU_NHAT {
            self.rieng.retain(|_, (_, used)| *used >= oldest);
        }
    }
}

/// A text of its own in memory.
fn rieng(chu: &str) -> EcoString {
    let mut new = EcoString::with_capacity(chu.len().max(DAI_DE_CHUNG));
    new.push_str(chu);
    new
}

/// The texts of one document's data.
pub struct BangChuoi {
    /// By their words.
    chuoi: HashMap<EcoString, Co>,
    /// Texts that the program made have numbers too where others say the same, from here on.
    ngoai: usize,
    /// What the templates say themselves.
    mau: Vec<Arc<ChuMau>>,
}

/// Whose a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Co {
    /// The field of that number alone, or the program.
    Mot(Option<usize>),
    /// Several, in the order of the data.
    NhieuNoi(Vec<Noi>),
}

/// One of several that say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Noi {
    so: usize,
    chu: EcoString,
}

/// Where a text was met: its place in the data, the field, and its number among pieces that read alike.
struct Gap {
    at: usize,
    so: Option<usize>,
    thu: Option<u64>,
}

/// A number that stands for a value.
fn bam(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The first number of a text that no field says; fields are counted from 0 and are never so many.
const NGOAI: usize = usize::MAX / 2;

impl BangChuoi {
    /// Of texts with the numbers of the fields that say them, and of pieces that read alike their own.
    pub fn new<'t>(
        chu: impl IntoIterator<Item = (&'t str, Option<usize>, Option<u64>)>,
        mau: Vec<Arc<ChuMau>>,
    ) -> Self {
        let mut kho = KHO.lock().unwrap_or_else(PoisonError::into_inner);
        kho.vong_moi();
        let mut bang = Self { chuoi: HashMap::new(), ngoai: NGOAI, mau };
        let all: Vec<(&str, Option<usize>, Option<u64>)> = chu.into_iter().collect();
        let data = bam(&all);
        let mut who: HashMap<&str, Vec<Gap>> = HashMap::new();
        for (at, (chu, so, thu)) in all.iter().enumerate() {
            who.entry(chu).or_default().push(Gap { at, so: *so, thu: *thu });
        }
        for (chu, cac_so) in who {
            let first = cac_so.first().and_then(|gap| gap.so);
            let same = cac_so.iter().all(|gap| gap.so == first);
            let co = match same && (first.is_some() || cac_so.len() == 1) {
                true => Co::Mot(first),
                false => bang.nhieu_noi(&cac_so, |cho| kho.lay_rieng(cho, chu), (data, bam(&chu))),
            };
            bang.chuoi.insert(kho.lay(chu), co);
        }
        bang
    }

    /// `data` and `chu` stand for all of the data and for the text itself.
    fn nhieu_noi(
        &mut self,
        cac_so: &[Gap],
        mut lay: impl FnMut((u64, usize)) -> EcoString,
        (data, chu): (u64, u64),
    ) -> Co {
        let mut all: Vec<Noi> = Vec::new();
        for gap in cac_so {
            let so = gap.so.unwrap_or(self.ngoai);
            self.ngoai = self.ngoai.saturating_add(1);
            let text = match gap.thu.and_then(|thu| usize::try_from(thu).ok()) {
                Some(thu) => lay((chu, thu)),
                // The same field is the same text.
                None => {
                    let known = all.iter().find(|noi| noi.so == so).map(|noi| noi.chu.clone());
                    known.unwrap_or_else(|| lay((data, gap.at)))
                }
            };
            all.push(Noi { so, chu: text });
        }
        Co::NhieuNoi(all)
    }

    /// The numbers of each text that several say, each once.
    fn cac_nhom(&self) -> Vec<Vec<usize>> {
        let group = |co: &Co| match co {
            Co::Mot(_) => None,
            Co::NhieuNoi(all) => {
                let mut so: Vec<usize> = all.iter().map(|noi| noi.so).collect();
                so.sort_unstable();
                so.dedup();
                Some(so)
            }
        };
        self.chuoi.values().filter_map(group).collect()
    }

    /// The same value with the texts of this table in it.
    fn thay<'b>(&'b self, value: Value, da_gap: &mut HashMap<&'b str, usize>) -> Value {
        match value {
            Value::Str(text) => match self.chuoi.get_key_value(text.as_str()) {
                Some((known, Co::Mot(_))) => Value::Str(Str::from(known.clone())),
                Some((known, Co::NhieuNoi(all))) => {
                    let met = da_gap.entry(known.as_str()).or_default();
                    let own = all.get(*met).map_or_else(|| text.into(), |noi| noi.chu.clone());
                    *met = met.saturating_add(1);
                    Value::Str(Str::from(own))
                }
                None => Value::Str(text),
            },
            Value::Array(items) => {
                Value::Array(items.into_iter().map(|item| self.thay(item, da_gap)).collect())
            }
            Value::Dict(dict) => {
                let entries = dict.into_iter().map(|(key, value)| (key, self.thay(value, da_gap)));
                Value::Dict(entries.collect())
            }
            other => other,
        }
    }

    /// Where a text that a template says comes from; `span` is the place in the template.
    fn goc(&self, chu: &EcoString, span: Span) -> Option<Goc> {
        let own = || self.mau.iter().any(|mau| mau.noi(chu));
        match self.chuoi.get_key_value(chu.as_str()) {
            Some((known, Co::Mot(so))) => {
                let same = known.as_ptr() == chu.as_ptr() && !own();
                so.filter(|_| same).map(Goc::DuLieu)
            }
            Some((_, Co::NhieuNoi(all))) => {
                let found = all.iter().find(|noi| noi.chu.as_ptr() == chu.as_ptr())?;
                (!own()).then_some(Goc::DuLieu(found.so))
            }
            None => {
                let there = || self.mau.iter().any(|mau| mau.co_cho(span));
                (there() || own()).then_some(Goc::Mau)
            }
        }
    }
}

thread_local! {
    /// The table of the template that this thread compiles.
    static DANG_DICH: RefCell<Option<BangChuoi>> = const { RefCell::new(None) };
}

/// Compiles with a table at hand.
pub fn voi<T>(bang: BangChuoi, dich: impl FnOnce() -> T) -> T {
    /// Takes the table away, also where Typst fails.
    struct Het;
    impl Drop for Het {
        fn drop(&mut self) {
            DANG_DICH.set(None);
        }
    }
    DANG_DICH.set(Some(bang));
    let _het = Het;
    dich()
}

/// The data of a template, with the texts of its table in it.
pub fn du_lieu(value: Value) -> Value {
    DANG_DICH.with_borrow(|bang| match bang {
        Some(bang) => bang.thay(value, &mut HashMap::new()),
        None => value,
    })
}

/// Where a text that a template says comes from.
pub fn goc(chu: &EcoString, span: Span) -> Option<Goc> {
    DANG_DICH.with_borrow(|bang| bang.as_ref()?.goc(chu, span))
}

/// The groups of numbers that say the same text, in the table at hand.
pub fn cac_nhom() -> Vec<Vec<usize>> {
    DANG_DICH.with_borrow(|bang| bang.as_ref().map(BangChuoi::cac_nhom).unwrap_or_default())
}

/// Every text in JSON, in its order, with the number of a piece that reads like others; keys are none.
pub fn cac_chu(json: &str) -> Vec<(String, Option<u64>)> {
    fn gom(value: serde_json::Value, so: Option<u64>, all: &mut Vec<(String, Option<u64>)>) {
        match value {
            serde_json::Value::String(text) => all.push((text, so)),
            serde_json::Value::Array(items) => items.into_iter().for_each(|v| gom(v, None, all)),
            serde_json::Value::Object(map) => {
                let piece = map.contains_key("nghieng");
                let so = map.get("so").and_then(serde_json::Value::as_u64).filter(|_| piece);
                map.into_iter().for_each(|(_, v)| gom(v, so, all));
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    gom(serde_json::from_str(json).unwrap_or_default(), None, &mut all);
    all
}
