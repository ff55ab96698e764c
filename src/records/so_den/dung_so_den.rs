//! Dựng sổ đến: the book made again from what is left: the lines that are still whole, a copy, the lines that stand in the
//! kept folders, the kept files themselves, the witness. What nobody can know is said number by number, and a number that
//! may have been given is never free again: it stands in the book without its columns until a clerk says what it was.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use super::so_cai_den::SoCaiDen;
use super::so_den_hieu::SoDen;
use super::thu_muc_den::{ThuMucDen, cac_thu_muc};
use super::tren_dia::SoDenTrenDia;
use super::{DongDen, SoVanBanDen, ViecDen};
use crate::diagnostic::Diagnostic;
use crate::model::Ngay;
use crate::records::phat_hanh::chung::Chung;
use crate::records::phat_hanh::dung_so::{SoDungLai, dong_goc};
use crate::records::phat_hanh::kho::Kho;

/// What stands in the Ghi chú of a number of which nothing is left, and of one whose columns were read again.
const KHONG_RO: &str = "dựng lại sổ: không còn bản ghi của số này";
const DOC_LAI: &str = "dựng lại sổ: các cột đọc lại từ tệp đã lưu";
/// More numbers without any record are no lost lines but a wrong number.
const THIEU_NHIEU_NHAT: u64 = 20_000;

/// The columns that a kept file tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CotDoc {
    pub tac_gia: String,
    pub ky_hieu: String,
    pub ngay: Option<Ngay>,
    pub trich_yeu: String,
}

/// What there is to make the book of.
pub struct ConLai<'a> {
    pub kho: &'a Kho,
    pub doc: &'a SoDenTrenDia,
    /// A copy from elsewhere, or the program's own.
    pub cu: Option<&'a SoVanBanDen>,
    /// Numbers that were given, as somebody says or the other book.
    pub da_cap: &'a [SoDen],
    /// Reads a kept file.
    pub doc_tep: &'a dyn Fn(&Path) -> CotDoc,
}

/// Makes the book again; none if nothing is missing.
pub fn dung_so_den(con: &ConLai) -> Result<Option<SoDungLai>, Vec<Diagnostic>> {
    let (kho, doc) = (con.kho, con.doc);
    if doc.sai.is_empty() && !doc.so.dong.is_empty() && doc.ngoai_so(kho).is_empty() {
        return Ok(None);
    }
    let chung = doc.loi_chung.as_ref();
    let goc = dong_goc(kho, &doc.so, con.cu, chung).map_err(|fault| vec![fault])?;
    let mut dung = Dung::moi(goc);
    let luu = cac_thu_muc(kho, &dung.cai)?;
    if dung.dong.is_empty() && luu.is_empty() && chung.is_none() && con.da_cap.is_empty() {
        return Err(vec![khong_con_gi(kho)]);
    }
    if chung.is_none() && con.cu.is_none() && con.da_cap.is_empty() {
        return Err(vec![chua_ro_so_cuoi(kho, &dung.cai, &luu)]);
    }
    dung.con_thieu_dong(kho, chung);
    dung.them_luu(con, &luu, chung);
    dung.toi_so_cuoi(con, &luu, chung)?;
    dung.khoa(chung);
    dung.xong(kho)
}

/// The book as far as it has been made.
struct Dung {
    dong: Vec<String>,
    so: SoVanBanDen,
    cai: SoCaiDen,
    nguyen_van: usize,
    ke: Vec<String>,
}

impl Dung {
    fn moi(dong: Vec<String>) -> Self {
        let (so, _) = SoVanBanDen::doc(&SoVanBanDen::nguyen_van(&dong), "");
        let (cai, _) = SoCaiDen::tu(&so);
        Self { nguyen_van: dong.len(), dong, so, cai, ke: Vec::new() }
    }

    /// Adds a line at the end with a mark that follows; the line as it stands now.
    fn them(&mut self, dong: DongDen) -> String {
        let before = self.so.dong.len();
        let lines = self.so.noi(&[dong]);
        self.cai.noi(self.so.dong.get(before..).unwrap_or_default());
        self.dong.extend(lines.iter().cloned());
        lines.concat()
    }

    fn con_thieu_dong(&mut self, kho: &Kho, chung: Option<&Chung>) {
        let (own, tep) = (self.dong.len(), kho.quyen().tep_chung);
        if chung.is_none() {
            self.ke.push(format!(
                "không còn {tep} đọc được: năm nào đã khoá sổ thì không biết được, khoá lại nếu cần"
            ));
        }
        if let Some(chung) = chung.filter(|chung| chung.cuoi.so_dong > own) {
            self.ke.push(format!(
                "theo {tep} sổ có {} dòng, dòng nguyên văn còn lại trong sổ và bản chép là {own}",
                chung.cuoi.so_dong
            ));
        }
    }

    /// The lines that the folders have, in the order in which they were written.
    fn them_luu(&mut self, con: &ConLai, luu: &BTreeMap<SoDen, ThuMucDen>, chung: Option<&Chung>) {
        let known: HashSet<String> = self.dong.iter().cloned().collect();
        let lines = luu.values().flat_map(|own| &own.dong);
        let mut lines: Vec<_> = lines.filter(|line| !known.contains(&line.nguyen_van)).collect();
        lines.sort_by_key(|line| line.stt);
        for line in lines {
            let so_den = line.dong.so_den;
            let opens = line.dong.viec.mo_so();
            let from = dau_nam(so_den.nam, luu, chung, &self.cai);
            let end = if opens { so_den.so } else { so_den.so.saturating_add(1) };
            self.lap_cho(con, luu, so_den.nam, (from, end));
            if opens && self.cai.muc(so_den).is_some() {
                continue;
            }
            self.mo_nam_neu_khoa(&line.dong);
            let (stt, _) = self.so.sau_khi(&[]);
            if self.them(line.dong.clone()) == line.nguyen_van {
                self.nguyen_van = self.nguyen_van.saturating_add(1);
            } else {
                self.ke.push(format!(
                    "việc “{}” của số đến {so_den}: ở sổ cũ là dòng {}, nay là dòng {stt}: có dòng khác không còn",
                    line.dong.viec.ten(),
                    line.stt
                ));
            }
        }
    }

    /// A line that the year took although it was closed before: it had been opened again.
    fn mo_nam_neu_khoa(&mut self, dong: &DongDen) {
        let nam = dong.so_den.nam;
        let settles = matches!(dong.viec, ViecDen::Giao | ViecDen::KyNhan | ViecDen::Xong);
        if self.cai.da_khoa(nam) && !settles {
            let open = DongDen::cua_nam(ViecDen::MoNam, nam);
            self.them(DongDen {
                ghi_chu: KHONG_RO.replace("số này", "việc mở lại"), ..open
            });
        }
    }

    /// The numbers of a year from its first, or from the one behind its last, up to before `end`.
    fn lap_cho(
        &mut self,
        con: &ConLai,
        luu: &BTreeMap<SoDen, ThuMucDen>,
        nam: i32,
        (from, end): (u64, u64),
    ) {
        let from = self.cai.so_cuoi(nam).map_or(from, |last| last.saturating_add(1));
        for so in from..end {
            let so_den = SoDen { nam, so };
            let dong = match luu.get(&so_den) {
                Some(own) => self.tu_tep(con, so_den, own),
                None => {
                    self.ke.push(format!(
                        "số đến {so_den} không còn bản ghi: sổ giữ chỗ, không cấp lại số ấy; biết là văn bản nào thì ghi: vanthu \
                         incoming correct {so_den} --ngay-den … --tac-gia … --trich-yeu … --ly-do …"
                    ));
                    khong_ro(so_den)
                }
            };
            self.mo_nam_neu_khoa(&dong);
            self.them(dong);
        }
    }

    /// The line of a folder of before, which holds none: from its list of files and from the file that came.
    fn tu_tep(&mut self, con: &ConLai, so_den: SoDen, own: &ThuMucDen) -> DongDen {
        let path = own.tep.as_ref().map(|tep| con.kho.duong_dan(&own.dich).join(tep));
        let read = path.map(|path| (con.doc_tep)(&path)).unwrap_or_default();
        let known = !read.tac_gia.is_empty() && own.ngay.is_some();
        self.ke.push(match known {
            true => format!(
                "số đến {so_den}: các cột đọc lại từ tệp đã lưu ({} {}), xem lại có đúng không",
                read.tac_gia, read.ky_hieu
            ),
            false => format!(
                "số đến {so_den}: thư mục đã lưu còn nguyên mà không đọc được tác giả; ghi: vanthu incoming correct {so_den} \
                 --tac-gia … --trich-yeu … --ly-do …"
            ),
        });
        let viec = if known { ViecDen::Den } else { ViecDen::KhongRo };
        DongDen {
            ngay: own.ngay,
            tac_gia: read.tac_gia,
            ky_hieu: read.ky_hieu,
            ngay_van_ban: read.ngay,
            trich_yeu: read.trich_yeu,
            ghi_chu: if known { DOC_LAI } else { KHONG_RO }.to_owned(),
            bang_ke: own.bang_ke.clone(),
            tep: own.dau_tep.clone(),
            ..DongDen::moi(viec, so_den)
        }
    }

    /// Up to the last number that was ever given, as far as anything tells.
    fn toi_so_cuoi(
        &mut self,
        con: &ConLai,
        luu: &BTreeMap<SoDen, ThuMucDen>,
        chung: Option<&Chung>,
    ) -> Result<(), Vec<Diagnostic>> {
        let told = chung.into_iter().flat_map(|chung| &chung.day);
        let told = told.map(|day| SoDen { nam: day.day.ky.nam_dau(), so: day.cuoi });
        let given = con.da_cap.iter().copied().chain(luu.keys().copied()).chain(told);
        let mut last: BTreeMap<i32, u64> = BTreeMap::new();
        for so_den in given {
            let own = last.entry(so_den.nam).or_default();
            *own = so_den.so.max(*own);
        }
        for (nam, so) in last {
            let from = dau_nam(nam, luu, chung, &self.cai);
            let next = self.cai.so_cuoi(nam).map_or(from, |last| last.saturating_add(1));
            if so.saturating_sub(next) >= THIEU_NHIEU_NHAT {
                return Err(vec![thieu_qua_nhieu(nam, so)]);
            }
            self.lap_cho(con, luu, nam, (from, so.saturating_add(1)));
        }
        Ok(())
    }

    /// Years that the witness knows to be closed, or open.
    fn khoa(&mut self, chung: Option<&Chung>) {
        let Some(chung) = chung else { return };
        let told: BTreeSet<i32> = chung.khoa.iter().map(|(ky, _)| ky.nam_dau()).collect();
        let own: BTreeSet<i32> = self.cai.nam_khoa().collect();
        let mut lines: Vec<DongDen> = Vec::new();
        lines.extend(told.difference(&own).map(|nam| DongDen::cua_nam(ViecDen::KhoaNam, *nam)));
        lines.extend(own.difference(&told).map(|nam| DongDen::cua_nam(ViecDen::MoNam, *nam)));
        for line in lines {
            self.them(line);
        }
    }

    fn xong(mut self, kho: &Kho) -> Result<Option<SoDungLai>, Vec<Diagnostic>> {
        let text = SoVanBanDen::nguyen_van(&self.dong);
        let (so, mut found) = SoVanBanDen::doc(&text, &kho.ten_so());
        found.extend(SoCaiDen::tu(&so).1);
        if !found.is_empty() {
            return Err(found);
        }
        if self.nguyen_van < self.dong.len() {
            self.ke.push(
                "việc giao, ký nhận, giải quyết xong ở những dòng không còn thì ghi lại như lúc đầu; xem lại bằng vanthu incoming list"
                    .to_owned(),
            );
        }
        let Self { dong, nguyen_van, ke, .. } = self;
        Ok(Some(SoDungLai { text, so_dong: dong.len(), nguyen_van, ke }))
    }
}

/// The first number of a year.
fn dau_nam(
    nam: i32,
    luu: &BTreeMap<SoDen, ThuMucDen>,
    chung: Option<&Chung>,
    cai: &SoCaiDen,
) -> u64 {
    let told = chung.into_iter().flat_map(|chung| &chung.day);
    let told = told.filter(|day| day.day.ky.nam_dau() == nam).map(|day| day.dau);
    let kept = luu.keys().filter(|so_den| so_den.nam == nam).map(|so_den| so_den.so);
    let own = cai.cua_nam(nam).next().map(|muc| muc.so_den().so);
    told.chain(kept).chain(own).min().unwrap_or(1)
}

fn khong_ro(so_den: SoDen) -> DongDen {
    DongDen { ghi_chu: KHONG_RO.to_owned(), ..DongDen::moi(ViecDen::KhongRo, so_den) }
}

fn khong_con_gi(kho: &Kho) -> Diagnostic {
    let message =
        format!("không có gì để dựng lại sổ {}: không có văn bản đến nào đã lưu", kho.ten_so());
    Diagnostic::error("not-found", message)
        .hint("chỉ ra thư mục để sổ: --so-sach THU_MUC; có bản chép của sổ thì thêm --tu TEP; biết số đến cuối cùng đã cấp thì thêm --so-cuoi, ví dụ: --so-cuoi 45/2026")
}

/// Neither witness nor copy: what came last may be lost with its number, which must not be given again.
fn chua_ro_so_cuoi(kho: &Kho, cai: &SoCaiDen, luu: &BTreeMap<SoDen, ThuMucDen>) -> Diagnostic {
    let last = luu.keys().copied().chain(cai.tat_ca().map(|muc| muc.so_den())).max();
    let last = last.map(|so_den| so_den.to_string()).unwrap_or_default();
    let message = format!(
        "chưa dựng lại: không còn {} và bản chép của sổ, nên không biết số đến cuối cùng đã cấp; văn bản đã lưu có tới số {last}",
        kho.quyen().tep_chung
    );
    Diagnostic::error("confirm-first", message).hint(format!(
        "xem số trên dấu đến đóng gần đây nhất, hoặc sổ đã in, rồi thêm --so-cuoi, ví dụ: --so-cuoi {last}"
    ))
}

fn thieu_qua_nhieu(nam: i32, so: u64) -> Diagnostic {
    let message =
        format!("năm {nam} thiếu quá nhiều số đến ({THIEU_NHIEU_NHAT} số trở lên, tới số {so})");
    Diagnostic::error("number-gap", message).hint(
        "xem lại trong thư mục của sổ có thư mục lạ mang số quá lớn không, và số ghi sau --so-cuoi",
    )
}
