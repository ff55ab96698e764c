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

use std::cell::{Cell, RefCell};
use std::hash::{Hash, Hasher};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use typst::ecow::EcoString;
use typst::foundations::Value;
use typst::syntax::Span;

use super::chu_mau::ChuMau;
use super::goc::Goc;
use super::value::du_lieu::DuLieu;

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
    chuoi: FxHashMap<EcoString, Cell<u64>>,
    /// Texts that several fields of one document's data have, by these data and their place in them, or by what
    /// they say and their number among the pieces that say it.
    rieng: FxHashMap<(u64, usize), (EcoString, u64)>,
    vong: u64,
}

impl Kho {
    fn lay(&mut self, chu: &str) -> EcoString {
        if let Some((known, used)) = self.chuoi.get_key_value(chu) {
            used.set(self.vong);
            return known.clone();
        }
        let new = rieng(chu);
        self.chuoi.insert(new.clone(), Cell::new(self.vong));
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
            self.chuoi.retain(|_, used| used.get() >= oldest);
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

/// The texts of one document's data, and the data with these texts in them.
pub struct BangChuoi {
    du_lieu: Value,
    /// The number of the field whose text lies at an address, if it is that field's alone.
    so: FxHashMap<usize, Option<usize>>,
    /// All texts by what they say.
    chuoi: FxHashSet<EcoString>,
    /// The numbers of each text that several say, each once.
    nhom: Vec<Vec<usize>>,
    /// What the templates say themselves.
    mau: Vec<Arc<ChuMau>>,
}

/// Where a text was met: its place in the data, the field, and its number among pieces that read alike.
struct Gap {
    at: usize,
    so: Option<usize>,
    thu: Option<u64>,
}

/// A number that stands for a value.
fn bam(value: &impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The first number of a text that no field says; fields are counted from 0 and are never so many.
const NGOAI: usize = usize::MAX / 2;

impl BangChuoi {
    /// Of data and the numbers of the fields that say its texts, in their order.
    pub fn new(data: &DuLieu, cac_so: &[Option<usize>], mau: Vec<Arc<ChuMau>>) -> Self {
        let mut kho = KHO.lock().unwrap_or_else(PoisonError::into_inner);
        kho.vong_moi();
        let all = data.cac_chu_co_so();
        let numbers = cac_so.iter().copied().chain(std::iter::repeat(None));
        let mut who: FxHashMap<&str, Vec<Gap>> = FxHashMap::default();
        for (at, ((chu, thu), so)) in all.iter().zip(numbers).enumerate() {
            who.entry(chu.as_str()).or_default().push(Gap { at, so, thu: *thu });
        }
        let mut gom = Gom::new(bam(&all), all.len(), &mut kho);
        for (chu, gap) in &who {
            let cua_mau = mau.iter().any(|mau| mau.noi(chu));
            gom.them(chu, gap, cua_mau);
        }
        let Gom { so, nhom, chuoi, cho, .. } = gom;
        let du_lieu = gia_tri(data, &mut cho.into_iter());
        Self { du_lieu, so, chuoi, nhom, mau }
    }

    /// Where a text that a template says comes from; `span` is the place in the template.
    fn goc(&self, chu: &EcoString, span: Span) -> Option<Goc> {
        if let Some(so) = self.so.get(&dia_chi(chu)) {
            return so.map(Goc::DuLieu);
        }
        let of = |mau: &Arc<ChuMau>| mau.co_cho(span) || mau.noi(chu);
        (!self.chuoi.contains(chu) && self.mau.iter().any(of)).then_some(Goc::Mau)
    }
}

/// Where a text lies in memory.
fn dia_chi(chu: &EcoString) -> usize {
    chu.as_ptr().addr()
}

/// What is gathered of the texts, one after the other.
struct Gom<'k> {
    kho: &'k mut Kho,
    /// What stands for all of the data.
    data: u64,
    so: FxHashMap<usize, Option<usize>>,
    nhom: Vec<Vec<usize>>,
    chuoi: FxHashSet<EcoString>,
    /// The text at each place of the data.
    cho: Vec<EcoString>,
    /// Texts that the program made have numbers too where others say the same, from here on.
    ngoai: usize,
}

impl<'k> Gom<'k> {
    fn new(data: u64, len: usize, kho: &'k mut Kho) -> Self {
        let (so, chuoi) = (FxHashMap::default(), FxHashSet::default());
        let cho = vec![EcoString::new(); len];
        Self { kho, data, so, nhom: Vec::new(), chuoi, cho, ngoai: NGOAI }
    }

    /// A text and the places that say it. One that the templates say too is nobody's.
    fn them(&mut self, chu: &str, cac_gap: &[Gap], cua_mau: bool) {
        let first = cac_gap.first().and_then(|gap| gap.so);
        let same = cac_gap.iter().all(|gap| gap.so == first);
        let known = self.kho.lay(chu);
        if same && (first.is_some() || cac_gap.len() == 1) {
            self.so.insert(dia_chi(&known), first.filter(|_| !cua_mau));
            cac_gap.iter().for_each(|gap| self.dat(gap.at, &known));
        } else {
            self.nhieu_noi(chu, cac_gap, cua_mau);
        }
        self.chuoi.insert(known);
    }

    fn dat(&mut self, at: usize, chu: &EcoString) {
        if let Some(slot) = self.cho.get_mut(at) {
            slot.clone_from(chu);
        }
    }

    /// Each of several fields that say the same has a text of its own in memory.
    fn nhieu_noi(&mut self, chu: &str, cac_gap: &[Gap], cua_mau: bool) {
        let so_chu = bam(&chu);
        let mut all: Vec<(usize, EcoString)> = Vec::new();
        for gap in cac_gap {
            let so = gap.so.unwrap_or(self.ngoai);
            self.ngoai = self.ngoai.saturating_add(1);
            let text = match gap.thu.and_then(|thu| usize::try_from(thu).ok()) {
                Some(thu) => self.kho.lay_rieng((so_chu, thu), chu),
                // The same field is the same text.
                None => match all.iter().find(|(own, _)| *own == so) {
                    Some((_, known)) => known.clone(),
                    None => self.kho.lay_rieng((self.data, gap.at), chu),
                },
            };
            self.so.entry(dia_chi(&text)).or_insert(Some(so).filter(|_| !cua_mau));
            self.dat(gap.at, &text);
            all.push((so, text));
        }
        let mut nhom: Vec<usize> = all.into_iter().map(|(so, _)| so).collect();
        nhom.sort_unstable();
        nhom.dedup();
        self.nhom.push(nhom);
    }
}

/// The data as Typst reads them from JSON, with these texts in their places.
fn gia_tri(data: &DuLieu, chu: &mut impl Iterator<Item = EcoString>) -> Value {
    match data {
        DuLieu::Trong => Value::None,
        DuLieu::CoKhong(value) => Value::Bool(*value),
        DuLieu::So(so) => Value::Int(i64::try_from(*so).unwrap_or(i64::MAX)),
        DuLieu::Phan(phan) => Value::Float(*phan),
        DuLieu::Chu(_) => Value::Str(chu.next().unwrap_or_default().into()),
        DuLieu::DanhSach(items) => {
            Value::Array(items.iter().map(|item| gia_tri(item, chu)).collect())
        }
        DuLieu::Nhom(nhom) => {
            let entry =
                |(khoa, value): (&String, &DuLieu)| (khoa.as_str().into(), gia_tri(value, chu));
            Value::Dict(nhom.iter().map(entry).collect())
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

/// The data of the template that this thread compiles.
pub fn du_lieu() -> Option<Value> {
    DANG_DICH.with_borrow(|bang| Some(bang.as_ref()?.du_lieu.clone()))
}

/// Where a text that a template says comes from.
pub fn goc(chu: &EcoString, span: Span) -> Option<Goc> {
    DANG_DICH.with_borrow(|bang| bang.as_ref()?.goc(chu, span))
}

/// The groups of numbers that say the same text, in the table at hand.
pub fn cac_nhom() -> Vec<Vec<usize>> {
    DANG_DICH.with_borrow(|bang| bang.as_ref().map(|bang| bang.nhom.clone()).unwrap_or_default())
}
