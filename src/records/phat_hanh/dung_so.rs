//! Dựng sổ: the register made again from what is left: the lines that are still whole, a copy from elsewhere, the
//! records of the issued folders, the witness. What nobody can know is said line by line, and a number that may
//! have been used is never free again: it is kept until a clerk says what became of it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::ban_con_lai::{BanConLai, cac_ban};
use super::chung::Chung;
use super::kho::{Kho, TEP_CHUNG};
use super::so_tren_dia::SoTrenDia;
use crate::diagnostic::Diagnostic;
use crate::model::Ky;
use crate::records::so_dang_ky::{
    Day, Dong, DongCo, DongCuaSo, So, SoCai, SoDong, SoHieu, TrangThai, Viec,
};

/// Why a number is kept, or void, of which nothing is left.
const KHONG_RO: &str = "dựng lại sổ: không còn bản ghi của số này";
/// More numbers without any record are no lost lines but a wrong number.
const THIEU_NHIEU_NHAT: usize = 20_000;

/// A register made again.
pub struct SoDungLai {
    pub text: String,
    pub so_dong: usize,
    /// How many lines stand as they were written at first.
    pub nguyen_van: usize,
    /// What is not known any more, a sentence each.
    pub ke: Vec<String>,
}

/// Makes the register again; `cu` is a copy of it from elsewhere, `dau` the number that an office begins a series
/// with where nothing tells. None if nothing is missing.
pub fn dung_so(
    kho: &Kho,
    doc: &SoTrenDia,
    cu: Option<&So>,
    dau: &dyn Fn(&Day) -> u64,
) -> Result<Option<SoDungLai>, Vec<Diagnostic>> {
    let whole = doc.sai.is_empty() && !doc.so.dong.is_empty() && doc.ngoai_so(kho).is_empty();
    if whole {
        return Ok(None);
    }
    let chung = doc.loi_chung.as_ref();
    let goc = dong_goc(kho, &doc.so, cu, chung).map_err(|fault| vec![fault])?;
    let mut dung = Dung::moi(goc);
    let ban = cac_ban(kho, &dung.cai)?;
    if dung.dong.is_empty() && ban.is_empty() && chung.is_none() {
        return Err(vec![khong_con_gi(kho)]);
    }
    dung.con_thieu_dong(chung);
    ban.iter().for_each(|ban| dung.them_ban(ban, chung, dau));
    dung.giu_so_thieu(chung)?;
    dung.huy(kho);
    dung.khoa(chung);
    dung.xong(kho)
}

/// The lines that stand as they were written: those of the register up to where it breaks, or of the copy.
pub fn dong_goc<D: DongCuaSo>(
    kho: &Kho,
    own: &SoDong<D>,
    cu: Option<&SoDong<D>>,
    chung: Option<&Chung>,
) -> Result<Vec<String>, Diagnostic> {
    let own = own.phan_nguyen();
    let Some(cu) = cu.map(SoDong::phan_nguyen) else { return Ok(nguyen_van(own)) };
    let proven = |lines: &[DongCo<D>]| {
        chung.is_some_and(|chung| {
            let at = chung.cuoi.so_dong.checked_sub(1).and_then(|index| lines.get(index));
            at.is_some_and(|at| at.cuoi == chung.cuoi)
        })
    };
    let same = own.iter().zip(cu).take_while(|(a, b)| a.nguyen_van == b.nguyen_van).count();
    match (proven(own), proven(cu)) {
        (true, false) => Ok(nguyen_van(own)),
        (false, true) => Ok(nguyen_van(cu)),
        _ if same == own.len().min(cu.len()) => {
            Ok(nguyen_van(if cu.len() > own.len() { cu } else { own }))
        }
        _ => {
            let message = format!(
                "sổ đang có và bản chép ở --tu khác nhau từ dòng {}",
                same.saturating_add(1)
            );
            Err(Diagnostic::error("register-broken", message).hint(format!(
                "xem bản nào đúng; bản đang có sai thì chuyển {} đi chỗ khác rồi chạy lại, bản chép sai thì bỏ --tu",
                kho.quyen().tep_so
            )))
        }
    }
}

/// The program's own copy of a book, where it goes on as the book does as far as that is whole.
pub fn ban_chep<D: DongCuaSo>(kho: &Kho, own: &SoDong<D>) -> Option<SoDong<D>> {
    let bytes = kho.doc_ban_chep().ok()?;
    let (so, _) = SoDong::<D>::doc(&String::from_utf8_lossy(&bytes), "");
    let own = own.phan_nguyen();
    let copied = so.phan_nguyen();
    let same = own.iter().zip(copied).all(|(a, b)| a.nguyen_van == b.nguyen_van);
    (same && own.len() <= copied.len() && !copied.is_empty()).then_some(so)
}

/// A copy from elsewhere, of which the lines up to a broken one are good; `tep_so` is what the book is called.
pub fn doc_ban_chep<D: DongCuaSo>(
    bytes: &[u8],
    path: &Path,
    tep_so: &str,
) -> Result<SoDong<D>, Diagnostic> {
    let (so, _) = SoDong::doc(&String::from_utf8_lossy(bytes), &path.display().to_string());
    if so.phan_nguyen().is_empty() {
        let message = format!("{} không có dòng nào còn nguyên của một sổ đăng ký", path.display());
        return Err(Diagnostic::error("register-broken", message)
            .hint(format!("chỉ ra bản chép của {tep_so}")));
    }
    Ok(so)
}

fn nguyen_van<D>(lines: &[DongCo<D>]) -> Vec<String> {
    lines.iter().map(|at| at.nguyen_van.clone()).collect()
}

/// The register as far as it has been made.
struct Dung {
    dong: Vec<String>,
    so: So,
    cai: SoCai,
    nguyen_van: usize,
    ke: Vec<String>,
}

impl Dung {
    fn moi(dong: Vec<String>) -> Self {
        let (so, cai) = doc(&dong);
        Self { nguyen_van: dong.len(), dong, so, cai, ke: Vec::new() }
    }

    /// Adds lines at the end, each with a mark that follows.
    fn them(&mut self, lines: &[Dong]) {
        let before = self.so.dong.len();
        self.dong.extend(self.so.noi(lines));
        self.cai.noi(self.so.dong.get(before..).unwrap_or_default());
    }

    fn con_thieu_dong(&mut self, chung: Option<&Chung>) {
        if chung.is_none() {
            self.ke.push(format!(
                "không còn {TEP_CHUNG} đọc được: số đã giữ, đã huỷ sau số lớn nhất của mỗi dãy và năm đã khoá thì không biết \
                 được; còn nhớ số nào thì giữ lại ngay (vanthu register reserve --number …) trước khi phát hành tiếp"
            ));
        }
        let own = self.dong.len();
        if let Some(chung) = chung.filter(|chung| chung.cuoi.so_dong > own) {
            self.ke.push(format!(
                "theo {TEP_CHUNG} sổ có {} dòng, dòng nguyên văn còn lại là {own}; các việc giữ số, huỷ, chuyển ở những \
                 dòng mất chỉ còn như kể dưới đây",
                chung.cuoi.so_dong
            ));
        }
    }

    /// The line of a document that was issued.
    fn them_ban(&mut self, ban: &BanConLai, chung: Option<&Chung>, dau: &dyn Fn(&Day) -> u64) {
        let day = &ban.dong.day;
        let told = chung.and_then(|c| c.day.iter().find(|d| d.day == *day)).map(|d| d.dau);
        let first = told.unwrap_or_else(|| dau(day)).min(ban.nho_nhat);
        if let Some(open) = self.cai.mo_day(day, first) {
            self.them(&[open]);
        }
        self.giu_van_ban_cu(ban);
        let here = self.so.sau_khi(&[]);
        let as_it_was = ban.goc.as_ref().is_some_and(|(stt, dau)| (*stt, dau.clone()) == here);
        if as_it_was {
            self.nguyen_van = self.nguyen_van.saturating_add(1);
        }
        match &ban.goc {
            Some((stt, _)) if !as_it_was => self.ke.push(format!(
                "{}: ở sổ cũ là dòng {stt}, nay là dòng {}: dòng khác giữa đó không còn",
                ban.so_hieu(),
                here.0
            )),
            None => self.ke.push(format!(
                "{}: dòng viết lại theo văn bản đã lưu; ghi chú và dấu của bản thảo không còn",
                ban.so_hieu()
            )),
            _ => {}
        }
        self.them(std::slice::from_ref(&ban.dong));
    }

    /// The papers that this one replaces, corrects or takes back, where nothing is left of them (they were made elsewhere
    /// and no file was kept): kept with their symbols, so that what was done to them is not lost too.
    fn giu_van_ban_cu(&mut self, ban: &BanConLai) {
        for qh in &ban.dong.quan_he {
            let (so, ky_hieu) = (qh.so_hieu.so, qh.so_hieu.ky_hieu.clone());
            let known = self.cai.tat_ca().any(|muc| qh.la(muc));
            let own = &ban.dong.day;
            let loai = own.loai.as_ref().map(|loai| match ky_hieu.split_once(['-', '/']) {
                Some((first, _))
                    if ban.dong.so_hieu.as_ref().is_none_or(|s| s.ky_hieu != ky_hieu) =>
                {
                    first.to_owned()
                }
                _ => loai.clone(),
            });
            let loai = qh.ten_day.clone().or(loai);
            let day = Day { ky: qh.ky.clone(), co_quan: own.co_quan.clone(), loai };
            if known || self.cai.muc(&day, so).is_some() {
                continue;
            }
            self.ke.push(format!(
                "{day}: {} không còn bản ghi, mà {} {} văn bản ấy; ghi là đang giữ",
                qh.so_hieu,
                ban.so_hieu(),
                qh.loai.chu_dong()
            ));
            let kept = Dong::moi(Viec::GiuSo, day, Some(qh.so_hieu.clone()));
            self.them(&[Dong { ghi_chu: KHONG_RO.to_owned(), ..kept }]);
        }
    }

    /// Numbers that were given and have no record: kept, so that nobody gets them again.
    fn giu_so_thieu(&mut self, chung: Option<&Chung>) -> Result<(), Vec<Diagnostic>> {
        let mut ends: BTreeMap<Day, (u64, u64)> = BTreeMap::new();
        for day in self.cai.cac_day() {
            let last = self.cai.cua_day(day).last().map_or(0, |muc| muc.so_hieu.so);
            ends.insert(day.clone(), (self.cai.so_mo(day).unwrap_or(1), last));
        }
        for told in chung.into_iter().flat_map(|chung| &chung.day) {
            let end = ends.entry(told.day.clone()).or_insert((told.dau, told.cuoi));
            *end = (end.0.min(told.dau), end.1.max(told.cuoi));
        }
        let mut missing = Vec::new();
        for (day, (first, last)) in ends {
            let known: BTreeSet<u64> = self.cai.cua_day(&day).map(|muc| muc.so_hieu.so).collect();
            let open = known.is_empty().then(|| self.cai.mo_day(&day, first)).flatten();
            let lost = (first..=last).filter(|so| !known.contains(so)).take(THIEU_NHIEU_NHAT);
            let lost: Vec<u64> = lost.collect();
            if lost.len().saturating_add(missing.len()) >= THIEU_NHIEU_NHAT {
                return Err(vec![thieu_qua_nhieu(&day)]);
            }
            missing.extend(open);
            for so in lost {
                let so_hieu = SoHieu { so, ky_hieu: String::new() };
                let ten = day.goi(&so_hieu);
                self.ke.push(format!(
                    "{day}: số {so:02} không còn bản ghi; ghi là đang giữ. Biết rõ đã huỷ thì: vanthu register void {ten} \
                     --ly-do …"
                ));
                let ghi_chu = KHONG_RO.to_owned();
                missing
                    .push(Dong { ghi_chu, ..Dong::moi(Viec::GiuSo, day.clone(), Some(so_hieu)) });
            }
        }
        self.them(&missing);
        Ok(())
    }

    /// What the notes beside the documents say of void numbers.
    fn huy(&mut self, kho: &Kho) {
        let void: Vec<Dong> = self
            .cai
            .tat_ca()
            .filter(|muc| muc.trang_thai == TrangThai::PhatHanh)
            .filter_map(|muc| {
                let ghi_chu = super::ban_con_lai::ly_do_huy(kho, muc)?;
                let so_hieu = Some(muc.so_hieu.clone());
                Some(Dong { ghi_chu, ..Dong::moi(Viec::Huy, muc.dong.day.clone(), so_hieu) })
            })
            .collect();
        self.them(&void);
    }

    /// Closed years; a number that is kept there was void.
    fn khoa(&mut self, chung: Option<&Chung>) {
        let known: Vec<(Ky, String)> = self.cai.nam_khoa().cloned().collect();
        let closed = chung.into_iter().flat_map(|chung| &chung.khoa);
        for (ky, co_quan) in closed.filter(|year| !known.contains(year)) {
            let of_year = |day: &Day| day.ky == *ky && day.co_quan == *co_quan;
            let kept = self.cai.tat_ca().filter(|muc| muc.trang_thai == TrangThai::Giu);
            let mut lines: Vec<Dong> = kept
                .filter(|muc| of_year(&muc.dong.day))
                .map(|muc| {
                    let (day, so_hieu) = (muc.dong.day.clone(), Some(muc.so_hieu.clone()));
                    Dong { ghi_chu: KHONG_RO.to_owned(), ..Dong::moi(Viec::Huy, day, so_hieu) }
                })
                .collect();
            let day = Day { ky: ky.clone(), co_quan: co_quan.clone(), loai: None };
            lines.push(Dong::moi(Viec::KhoaNam, day, None));
            self.them(&lines);
        }
    }

    fn xong(mut self, kho: &Kho) -> Result<Option<SoDungLai>, Vec<Diagnostic>> {
        let text = So::nguyen_van(&self.dong);
        let (so, mut found) = So::doc(&text, &kho.ten_so());
        found.extend(SoCai::tu(&so).1);
        if !found.is_empty() {
            return Err(found);
        }
        if self.nguyen_van < self.dong.len() {
            self.ke.push(
                "việc chuyển văn bản (cột 7, 8, 9) ở những dòng mất không có trong thư mục nào; ghi lại bằng vanthu register \
                 deliver"
                    .to_owned(),
            );
        }
        let Self { dong, nguyen_van, ke, .. } = self;
        Ok(Some(SoDungLai { text, so_dong: dong.len(), nguyen_van, ke }))
    }
}

fn doc(lines: &[String]) -> (So, SoCai) {
    let (so, _) = So::doc(&So::nguyen_van(lines), "");
    let (cai, _) = SoCai::tu(&so);
    (so, cai)
}

fn khong_con_gi(kho: &Kho) -> Diagnostic {
    let message =
        format!("không có gì để dựng lại sổ {}: không có văn bản đã phát hành nào", kho.ten_so());
    Diagnostic::error("not-found", message)
        .hint("chỉ ra thư mục để sổ: --so-sach THU_MUC; có bản chép của sổ thì thêm --tu TEP")
}

fn thieu_qua_nhieu(day: &Day) -> Diagnostic {
    let message = format!("dãy số {day} thiếu quá nhiều số ({THIEU_NHIEU_NHAT} số trở lên)");
    Diagnostic::error("number-gap", message)
        .hint("xem lại trong phat-hanh có thư mục lạ mang số quá lớn không; cơ quan mở sổ giữa năm thì khai so_dang_ky: dau_so")
}
