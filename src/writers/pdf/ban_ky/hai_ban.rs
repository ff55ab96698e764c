//! The file before an update and after it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use super::bang_tra::{BangTra, Cho};
use super::doan::tra_cuoi;
use super::doc_vat::{Doc, Kq};
use super::giai_nen::Kho;
use super::ket_qua::KhacBanGoc;
use super::vat::{DoiTuong, TuDien, Vat};

/// The issued file, and what updates said after it.
#[derive(Debug)]
pub struct Tep<'a> {
    pub ban: &'a [u8],
    goc: HashMap<u32, usize>,
    pub duoi: TuDien,
    lop: BTreeMap<u32, Rc<DoiTuong>>,
    nho: RefCell<HashMap<u32, Option<Rc<DoiTuong>>>>,
}

impl<'a> Tep<'a> {
    /// The issued file. The program writes one table, and nothing packed.
    pub fn mo(goc: &'a [u8], ban: &'a [u8]) -> Kq<Self> {
        let la = || KhacBanGoc::new("bản gốc không phải tệp PDF của chương trình này");
        let o = tra_cuoi(goc).ok_or_else(la)?;
        let bang = BangTra::doc(goc, o, &mut Kho::default())?;
        if bang.truoc().is_some() {
            return Err(la());
        }
        let cho = bang.muc.iter().filter_map(|(so, cho)| match cho {
            Cho::O(o) => Some((*so, *o)),
            Cho::Bo | Cho::Trong { .. } => None,
        });
        Ok(Self {
            ban,
            goc: cho.collect(),
            duoi: bang.duoi,
            lop: BTreeMap::new(),
            nho: RefCell::default(),
        })
    }

    pub fn lay(&self, so: u32) -> Option<Rc<DoiTuong>> {
        if let Some(co) = self.lop.get(&so) {
            return Some(co.clone());
        }
        if let Some(co) = self.nho.borrow().get(&so) {
            return co.clone();
        }
        let doc = self.goc.get(&so).and_then(|o| {
            let dai = |so: u32| Doc::new(self.ban, *self.goc.get(&so)?).so_cua(so);
            Doc::new(self.ban, *o).doi_tuong(so, &dai).ok().map(Rc::new)
        });
        self.nho.borrow_mut().insert(so, doc.clone());
        doc
    }

    pub fn co(&self, so: u32) -> bool {
        self.lop.contains_key(&so) || self.goc.contains_key(&so)
    }

    pub fn them(&mut self, doan: BTreeMap<u32, Rc<DoiTuong>>) {
        self.lop.extend(doan);
    }

    pub fn theo(&self, vat: &Vat) -> Option<Rc<DoiTuong>> {
        match vat {
            Vat::Tro(so) => self.lay(*so),
            vat => Some(Rc::new(DoiTuong { vat: vat.clone(), dong: None })),
        }
    }
}

/// Both states of the file, and which of the update's objects have been looked at.
#[derive(Debug)]
pub struct HaiBan<'k, 'a> {
    pub cu: &'k Tep<'a>,
    pub moi: &'k BTreeMap<u32, Rc<DoiTuong>>,
    da: RefCell<BTreeSet<u32>>,
}

impl<'k, 'a> HaiBan<'k, 'a> {
    pub fn new(cu: &'k Tep<'a>, moi: &'k BTreeMap<u32, Rc<DoiTuong>>) -> Self {
        Self { cu, moi, da: RefCell::default() }
    }

    /// An object as the update leaves it.
    pub fn sau(&self, so: u32) -> Option<Rc<DoiTuong>> {
        self.moi.get(&so).cloned().or_else(|| self.cu.lay(so))
    }

    /// What `vat` is or names, as the update leaves it, in the place where `cu` stood. What is new, or stood in this place
    /// before, counts as looked at: what has another place in the issued file keeps waiting for whoever knows it.
    pub fn theo(&self, cu: Option<&Vat>, vat: &Vat) -> Option<Rc<DoiTuong>> {
        match vat {
            Vat::Tro(so) => {
                if self.la_moi(*so) || cu.and_then(Vat::tro) == Some(*so) {
                    self.cham(*so);
                }
                self.sau(*so)
            }
            vat => Some(Rc::new(DoiTuong { vat: vat.clone(), dong: None })),
        }
    }

    /// Marks an object as allowed. Answers whether it is new and was not marked before.
    pub fn cham(&self, so: u32) -> bool {
        self.moi.contains_key(&so) && self.da.borrow_mut().insert(so)
    }

    /// Whether the update writes an object that was not there.
    pub fn la_moi(&self, so: u32) -> bool {
        self.moi.contains_key(&so) && !self.cu.co(so)
    }

    /// Whether the update leaves an object as it was.
    pub fn nguyen(&self, so: u32) -> bool {
        let Some(moi) = self.moi.get(&so) else { return true };
        self.cu.lay(so).is_some_and(|cu| {
            let dong = |o: &DoiTuong| o.dong.and_then(|d| self.cu.ban.get(d.tu..d.den));
            cu.vat.giong(&moi.vat) && dong(&cu) == dong(moi)
        })
    }

    /// The numbers that the update writes and nobody has allowed.
    pub fn chua_xet(&self) -> Vec<u32> {
        let da = self.da.borrow();
        self.moi.keys().copied().filter(|so| !da.contains(so)).collect()
    }
}
