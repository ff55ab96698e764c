//! Where the letters of an issued page stand, read from its own content: the program writes one run of letters after the
//! other, each with its matrix (ISO 32000-1, 9.4).

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use super::doc_vat::Doc;
use super::giai_nen::Kho;
use super::hai_ban::Tep;
use super::vat::{DoiTuong, TuDien, Vat};

/// More letters than any page has; a page of the smallest print has some ten thousand.
const NHIEU_NHAT: usize = 40_000;
/// How high over the line the middle of a letter stands, in its size.
const GIUA: f64 = 0.3;

/// A letter: from where to where, the line that it stands on, its size. In points, from the page's lower left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChuCai {
    pub x0: f64,
    pub x1: f64,
    pub y: f64,
    pub co: f64,
}

impl ChuCai {
    pub fn giua(&self) -> (f64, f64) {
        (f64::midpoint(self.x0, self.x1), self.y + self.co * GIUA)
    }
}

/// `[a b c d e f]` of a matrix.
type MaTran = [f64; 6];
const NGUYEN: MaTran = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn nhan(a: MaTran, b: MaTran) -> MaTran {
    let [a0, a1, a2, a3, a4, a5] = a;
    let [b0, b1, b2, b3, b4, b5] = b;
    [
        a0 * b0 + a1 * b2,
        a0 * b1 + a1 * b3,
        a2 * b0 + a3 * b2,
        a2 * b1 + a3 * b3,
        a4 * b0 + a5 * b2 + b4,
        a4 * b1 + a5 * b3 + b5,
    ]
}

/// The letters of a page, without blanks; none where the content can't be read.
pub fn chu_cai(tep: &Tep<'_>, trang: u32) -> Option<Vec<ChuCai>> {
    let trang = tep.lay(trang)?;
    let trang = trang.tu_dien()?;
    let phong = cac_phong(tep, trang)?;
    let mut kho = Kho::default();
    let mut noi_dung = Vec::new();
    let than = tep.theo(trang.get(b"Contents".as_slice())?)?;
    let cac = match &than.vat {
        Vat::Mang(mang) => mang.iter().map(|vat| tep.theo(vat)).collect::<Option<Vec<_>>>()?,
        _ => vec![than],
    };
    for mot in cac {
        noi_dung.extend(mo(tep, &mot, &mut kho)?);
        noi_dung.push(b'\n');
    }
    Viet { phong, ..Viet::default() }.het(&noi_dung)
}

fn mo(tep: &Tep<'_>, doi_tuong: &DoiTuong, kho: &mut Kho) -> Option<Vec<u8>> {
    let dong = doi_tuong.dong?;
    kho.mo(doi_tuong.tu_dien()?, tep.ban.get(dong.tu..dong.den)?)
}

/// A face of the page: codes of two bytes, their widths, and which of them are blanks.
#[derive(Debug, Default)]
struct Phong {
    rong: HashMap<usize, f64>,
    khong_ke: f64,
    trong: HashSet<usize>,
}

fn cac_phong(tep: &Tep<'_>, trang: &TuDien) -> Option<BTreeMap<Vec<u8>, Rc<Phong>>> {
    let tai_nguyen = tep.theo(trang.get(b"Resources".as_slice())?)?;
    let Some(phong) = tai_nguyen.tu_dien()?.get(b"Font".as_slice()) else {
        return Some(BTreeMap::new());
    };
    let phong = tep.theo(phong)?;
    let mot = |(ten, vat): (&Vec<u8>, &Vat)| Some((ten.clone(), Rc::new(doc_phong(tep, vat)?)));
    phong.tu_dien()?.iter().map(mot).collect()
}

fn doc_phong(tep: &Tep<'_>, vat: &Vat) -> Option<Phong> {
    let goc = tep.theo(vat)?;
    let goc = goc.tu_dien()?;
    goc.get(b"Subtype".as_slice())?.la_ten(b"Type0").then_some(())?;
    let con = tep.theo(goc.get(b"DescendantFonts".as_slice())?)?;
    let con = tep.theo(con.vat.mang()?.first()?)?;
    let con = con.tu_dien()?;
    let khong_ke = con.get(b"DW".as_slice()).and_then(Vat::so).unwrap_or(1000.0);
    let rong = match con.get(b"W".as_slice()) {
        Some(vat) => be_rong(tep.theo(vat)?.vat.mang()?)?,
        None => HashMap::new(),
    };
    let trong = match goc.get(b"ToUnicode".as_slice()) {
        Some(vat) => khoang_trang(&mo(tep, &*tep.theo(vat)?, &mut Kho::default())?),
        None => HashSet::new(),
    };
    Some(Phong { rong, khong_ke, trong })
}

/// `c [w1 w2 …]` and `c1 c2 w` (ISO 32000-1, 9.7.4.3).
fn be_rong(mang: &[Vat]) -> Option<HashMap<usize, f64>> {
    let mut ra = HashMap::new();
    let mut con = mang.iter();
    while let Some(dau) = con.next() {
        let dau = dau.dem()?;
        match con.next()? {
            Vat::Mang(cac) => {
                for (thu, rong) in cac.iter().enumerate() {
                    ra.insert(dau.checked_add(thu)?, rong.so()?);
                }
            }
            cuoi => {
                let rong = con.next()?.so()?;
                ra.extend((dau..=cuoi.dem()?.min(0xffff)).map(|ma| (ma, rong)));
            }
        }
    }
    Some(ra)
}

/// The codes that a table of Unicode calls a blank: `<0004> <0020>`.
fn khoang_trang(bang: &[u8]) -> HashSet<usize> {
    let bang = String::from_utf8_lossy(bang);
    let tu: Vec<&str> = bang.split_ascii_whitespace().collect();
    let ma = |tu: &str| usize::from_str_radix(tu.strip_prefix('<')?.strip_suffix('>')?, 16).ok();
    let doi = tu.windows(2).filter_map(|hai| Some((ma(hai.first()?)?, ma(hai.get(1)?)?)));
    doi.filter(|(_, chu)| matches!(chu, 0x20 | 0xa0)).map(|(ma, _)| ma).collect()
}

/// The state while a content is read.
#[derive(Debug, Default)]
struct Viet {
    phong: BTreeMap<Vec<u8>, Rc<Phong>>,
    ctm: MaTran,
    chong: Vec<MaTran>,
    tm: MaTran,
    dong: MaTran,
    dang: Option<Rc<Phong>>,
    co: f64,
    ra: Vec<ChuCai>,
}

impl Viet {
    fn het(mut self, noi_dung: &[u8]) -> Option<Vec<ChuCai>> {
        (self.ctm, self.tm, self.dong) = (NGUYEN, NGUYEN, NGUYEN);
        let mut doc = Doc::new(noi_dung, 0);
        let mut cho: Vec<Vat> = Vec::new();
        loop {
            doc.bo_trong();
            let Some(byte) = doc.nhin() else { return Some(self.ra) };
            if byte.is_ascii_alphabetic() || matches!(byte, b'\'' | b'"') {
                self.lenh(doc.chu_lenh(), &cho)?;
                cho.clear();
            } else {
                cho.push(doc.vat(0).ok()?);
            }
            (cho.len() < 200 && self.ra.len() <= NHIEU_NHAT).then_some(())?;
        }
    }

    /// One operator. What moves or shows letters otherwise than the program does is not read.
    fn lenh(&mut self, lenh: &[u8], cho: &[Vat]) -> Option<()> {
        let so = || cho.iter().map(Vat::so).collect::<Option<Vec<f64>>>();
        match lenh {
            b"q" => self.chong.push(self.ctm),
            b"Q" => self.ctm = self.chong.pop()?,
            b"cm" => self.ctm = nhan(so()?.try_into().ok()?, self.ctm),
            b"BT" => (self.tm, self.dong) = (NGUYEN, NGUYEN),
            b"Tm" => {
                self.tm = so()?.try_into().ok()?;
                self.dong = self.tm;
            }
            b"Td" => {
                let [x, y] = so()?.try_into().ok()?;
                self.dong = nhan([1.0, 0.0, 0.0, 1.0, x, y], self.dong);
                self.tm = self.dong;
            }
            b"Tf" => {
                let [ten, co] = cho else { return None };
                (self.dang, self.co) = (self.phong.get(ten.ten()?).cloned(), co.so()?);
            }
            b"TJ" => self.viet(cho.first()?.mang()?)?,
            b"Tj" => self.viet(cho)?,
            b"TD" | b"T*" | b"'" | b"\"" | b"Tz" | b"Tc" | b"Tw" | b"BI" => return None,
            _ => {}
        }
        Some(())
    }

    fn viet(&mut self, mang: &[Vat]) -> Option<()> {
        let phong = self.dang.clone()?;
        for vat in mang {
            match vat {
                Vat::So(so) => self.tien(-so / 1000.0),
                vat => {
                    for ma in vat.chuoi()?.chunks(2) {
                        let ma =
                            ma.iter().fold(0_usize, |so, b| so.wrapping_shl(8) | usize::from(*b));
                        let rong = *phong.rong.get(&ma).unwrap_or(&phong.khong_ke) / 1000.0;
                        if !phong.trong.contains(&ma) {
                            self.ra.push(self.chu(rong));
                        }
                        self.tien(rong);
                    }
                }
            }
        }
        Some(())
    }

    fn tien(&mut self, rong: f64) {
        self.tm = nhan([1.0, 0.0, 0.0, 1.0, rong * self.co, 0.0], self.tm);
    }

    /// The letter that stands where the pen is.
    fn chu(&self, rong: f64) -> ChuCai {
        let [a, b, _, _, x, y] = nhan(self.tm, self.ctm);
        let dai = a.hypot(b);
        let x1 = x + a * rong * self.co;
        ChuCai { x0: x.min(x1), x1: x.max(x1), y, co: self.co * dai }
    }
}
