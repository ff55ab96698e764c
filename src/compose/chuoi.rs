//! Chuỗi: the texts of the data, known again in what a template says.
//!
//! Typst clones a text without copying it, so one that comes out of the template unchanged still lies where it
//! lay when it went in, and one that was cut, joined or written in capitals doesn't. Typst also remembers what
//! a function said about an equal text before, and says it again with the text of that time. So equal texts of
//! all documents of the process are one text in memory ([`KHO`]), and a text that two fields have is nobody's;
//! neither is one that a template has among its own words.

use std::cell::RefCell;
use std::collections::HashMap;
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
    vong: u64,
}

impl Kho {
    fn lay(&mut self, chu: &str) -> EcoString {
        if let Some((known, _)) = self.chuoi.get_key_value(chu) {
            let known = known.clone();
            self.chuoi.insert(known.clone(), self.vong);
            return known;
        }
        let mut new = EcoString::with_capacity(chu.len().max(DAI_DE_CHUNG));
        new.push_str(chu);
        self.chuoi.insert(new.clone(), self.vong);
        new
    }

    fn vong_moi(&mut self) {
        self.vong = self.vong.saturating_add(1);
        if self.chuoi.len() > NHIEU_NHAT {
            let oldest = self.vong.saturating_sub(VONG);
            self.chuoi.retain(|_, used| *used >= oldest);
        }
    }
}

/// The texts of one document's data.
pub struct BangChuoi {
    /// By their words.
    chuoi: HashMap<EcoString, Co>,
    /// What the templates say themselves.
    mau: Vec<Arc<ChuMau>>,
}

/// Whose a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Co {
    /// The field of that number.
    Mot(usize),
    /// Several fields say it, or the program does.
    NhieuNoi,
}

impl BangChuoi {
    /// Of texts with the numbers of the fields that say them.
    pub fn new<'t>(
        chu: impl IntoIterator<Item = (&'t str, Option<usize>)>,
        mau: Vec<Arc<ChuMau>>,
    ) -> Self {
        let mut kho = KHO.lock().unwrap_or_else(PoisonError::into_inner);
        kho.vong_moi();
        let mut chuoi: HashMap<EcoString, Co> = HashMap::new();
        for (chu, so) in chu {
            let own = so.map_or(Co::NhieuNoi, Co::Mot);
            match chuoi.get_mut(chu) {
                Some(co) if *co == own => {}
                Some(co) => *co = Co::NhieuNoi,
                None => {
                    chuoi.insert(kho.lay(chu), own);
                }
            }
        }
        Self { chuoi, mau }
    }

    /// The same value with the texts of this table in it.
    fn thay(&self, value: Value) -> Value {
        match value {
            Value::Str(text) => match self.chuoi.get_key_value(text.as_str()) {
                Some((known, _)) => Value::Str(Str::from(known.clone())),
                None => Value::Str(text),
            },
            Value::Array(items) => {
                Value::Array(items.into_iter().map(|item| self.thay(item)).collect())
            }
            Value::Dict(dict) => {
                let entries = dict.into_iter().map(|(key, value)| (key, self.thay(value)));
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
                (known.as_ptr() == chu.as_ptr() && !own()).then_some(Goc::DuLieu(*so))
            }
            Some((_, Co::NhieuNoi)) => None,
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
        Some(bang) => bang.thay(value),
        None => value,
    })
}

/// Where a text that a template says comes from.
pub fn goc(chu: &EcoString, span: Span) -> Option<Goc> {
    DANG_DICH.with_borrow(|bang| bang.as_ref()?.goc(chu, span))
}

/// Every text in JSON, in its order; keys are none.
pub fn cac_chu(json: &str) -> Vec<String> {
    fn gom(value: serde_json::Value, all: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => all.push(text),
            serde_json::Value::Array(items) => items.into_iter().for_each(|v| gom(v, all)),
            serde_json::Value::Object(map) => map.into_iter().for_each(|(_, v)| gom(v, all)),
            _ => {}
        }
    }
    let mut all = Vec::new();
    gom(serde_json::from_str(json).unwrap_or_default(), &mut all);
    all
}
