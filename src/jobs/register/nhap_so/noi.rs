//! The rows of an old book against each other and against the register: every number once, none left out, days in order.

use std::collections::{BTreeMap, BTreeSet};

use super::hang::{HangCu, ViecCu};
use crate::diagnostic::Diagnostic;
use crate::jobs::register::ky_hieu::{
    cot_trich_yeu, day_trong_ky, la_lung, loai_cua_ky_hieu, loai_dau_cau, loai_theo_ten,
};
use crate::model::{CoQuan, Ky, Loai};
use crate::records::so_dang_ky::kiem::{khoang, kiem};
use crate::records::so_dang_ky::{Day, Dong, So, SoCai, SoHieu, TrangThai, Viec};

/// Gaps that are filled; more is another book.
const BO_TRONG_NHIEU_NHAT: u64 = 500;
/// What a number is kept for that nothing is known of.
const BO_TRONG: &str = "sổ cũ bỏ trống";

/// The lines that the book makes.
#[derive(Default)]
pub struct NoiSo {
    pub dong: Vec<Dong>,
    pub canh_bao: Vec<Diagnostic>,
    /// Numbers that are kept since the book says nothing of them.
    pub bo_trong: Vec<u64>,
    pub loi: Vec<Diagnostic>,
    /// Numbers of rows that have a fault of their own: they are told once, and are no gaps.
    hong: BTreeSet<u64>,
}

/// A row in its series.
struct Cho<'r> {
    hang: &'r HangCu,
    loai: Option<Loai>,
}

/// Puts the rows into their series. `so`, `cai` are the register as it stands.
pub fn noi(
    rows: &[HangCu],
    office: &CoQuan,
    ky: &Ky,
    bo_trong: bool,
    so: &So,
    cai: &SoCai,
) -> NoiSo {
    let mut out = NoiSo::default();
    let series = out.xep(rows, office, ky);
    let mut dung = Dung { so: so.clone(), cai: cai.clone(), bo_trong };
    for (day, rows) in &series {
        out.mot_day(day, rows, office, &mut dung);
    }
    // The same book once more: said once, not row by row.
    let taken = out.loi.iter().filter(|fault| fault.code == "number-taken").count();
    if rows.len() > 1 && taken == rows.len() {
        let message = format!("sổ cũ này đã nhập rồi: cả {taken} số đều có trong sổ");
        out.loi = vec![
            Diagnostic::error("number-taken", message).hint("xem các số: vanthu register list"),
        ];
    }
    // What no row is to blame for.
    if out.loi.is_empty() {
        let before: BTreeSet<String> = kiem(cai).into_iter().map(|found| found.message).collect();
        let mut after = kiem(&dung.cai);
        after.retain(|found| !before.contains(&found.message));
        out.loi.extend(after.into_iter().map(|found| Diagnostic { place: None, ..found }));
    }
    out
}

/// The register as it would be.
struct Dung {
    so: So,
    cai: SoCai,
    bo_trong: bool,
}

impl Dung {
    fn them(&mut self, dong: &Dong) {
        let before = self.so.dong.len();
        self.so.noi(std::slice::from_ref(dong));
        self.cai.noi(self.so.dong.get(before..).unwrap_or_default());
    }
}

impl NoiSo {
    /// Each row's series and number; two rows of one number are told.
    fn xep<'r>(
        &mut self,
        rows: &'r [HangCu],
        office: &CoQuan,
        ky: &Ky,
    ) -> BTreeMap<Day, BTreeMap<u64, Cho<'r>>> {
        let mut series: BTreeMap<Day, BTreeMap<u64, Cho>> = BTreeMap::new();
        for hang in rows {
            let loai = match self.loai(hang, office) {
                Ok(loai) => loai,
                Err(fault) => {
                    self.loi.push(fault);
                    self.hong.insert(hang.so);
                    continue;
                }
            };
            let Some(day) = day_trong_ky(office, loai, ky) else {
                let message = format!("dòng {}: không rõ loại văn bản", hang.hang);
                let hint = "cơ quan đánh số riêng từng loại: thêm cột Loại, ghi Kế hoạch, Báo cáo…";
                self.loi.push(Diagnostic::error("bad-row", message).hint(hint));
                continue;
            };
            let of_series = series.entry(day).or_default();
            if let Some(other) = of_series.get(&hang.so) {
                let message = format!(
                    "dòng {}: số {:02} đã có ở dòng {}",
                    hang.hang, hang.so, other.hang.hang
                );
                let hint = "mỗi số một dòng; văn bản gửi nhiều nơi thì gộp nơi nhận vào một dòng";
                let fault = Diagnostic::error("number-taken", message).hint(hint);
                self.loi.push(fault.clause(ky.dieu_khoan()));
                continue;
            }
            of_series.insert(hang.so, Cho { hang, loai });
        }
        series
    }

    /// The kind as its column says it, or else symbol or subject.
    fn loai(&self, hang: &HangCu, office: &CoQuan) -> Result<Option<Loai>, Diagnostic> {
        if hang.loai.is_empty() {
            let own = loai_cua_ky_hieu(&hang.ky_hieu, office).filter(|_| !hang.ky_hieu.is_empty());
            return Ok(own.or_else(|| loai_dau_cau(&hang.trich_yeu)));
        }
        loai_theo_ten(&hang.loai).map(Some).ok_or_else(|| {
            let message = format!("dòng {}: không có loại văn bản “{}”", hang.hang, hang.loai);
            Diagnostic::error("bad-row", message).hint(
                "ghi tên loại của Nghị định, ví dụ Kế hoạch; loại riêng của cơ quan thì để trống ô Loại, ghi tên loại ở đầu trích yếu",
            )
        })
    }

    /// A series from its first number on.
    fn mot_day(&mut self, day: &Day, rows: &BTreeMap<u64, Cho>, office: &CoQuan, dung: &mut Dung) {
        let Some(smallest) = rows.keys().next().copied() else { return };
        let dau = self.mo(day, smallest, office, dung);
        let begins = dung.cai.so_mo(day).unwrap_or(dau);
        let mut ke = if dung.cai.cua_day(day).next().is_some_and(|m| m.so_hieu.so < smallest) {
            smallest.min(dung.cai.so_ke_tiep(day, dau))
        } else {
            begins
        };
        for (so, cho) in rows {
            self.trong(day, ke, *so, Some(cho.hang.hang), dung);
            self.mot_so(day, *so, cho, office, (dau, &mut *dung));
            ke = so.saturating_add(1);
        }
        // Up to the first number that stood in the register already.
        let next = dung.cai.cua_day(day).map(|muc| muc.so_hieu.so).find(|so| *so >= ke);
        if let Some(next) = next {
            self.trong(day, ke, next, None, dung);
        }
    }

    /// A book that begins before the register's first number opens the series anew.
    fn mo(&mut self, day: &Day, smallest: u64, office: &CoQuan, dung: &mut Dung) -> u64 {
        let own = day.so_dau(office);
        let there = dung.cai.cua_day(day).next().map(|muc| muc.so_hieu.so);
        let first = dung.cai.so_mo(day).or(there);
        if first.is_some_and(|first| smallest >= first) {
            return own;
        }
        let start = if smallest == own { own } else { 1 };
        if first.is_some() || start != 1 {
            let so_hieu = SoHieu { so: start, ky_hieu: String::new() };
            let dong = Dong::moi(Viec::MoSo, day.clone(), Some(so_hieu));
            dung.them(&dong);
            self.dong.push(dong);
        }
        start
    }

    /// The numbers from `tu` up to `den` that nothing is known of.
    fn trong(&mut self, day: &Day, tu: u64, den: u64, hang: Option<usize>, dung: &mut Dung) {
        let missing = |so: &u64| dung.cai.muc(day, *so).is_none() && !self.hong.contains(so);
        let gap: Vec<u64> = (tu..den)
            .take(usize::try_from(BO_TRONG_NHIEU_NHAT).unwrap_or(500))
            .filter(missing)
            .collect();
        let Some((first, last)) = gap.first().zip(gap.last()) else { return };
        let wide = den.saturating_sub(tu) > BO_TRONG_NHIEU_NHAT;
        if dung.bo_trong && !wide {
            for so in &gap {
                let so_hieu = SoHieu { so: *so, ky_hieu: String::new() };
                let kept = Dong::moi(Viec::GiuSo, day.clone(), Some(so_hieu));
                let kept = Dong { ghi_chu: BO_TRONG.to_owned(), ..kept };
                dung.them(&kept);
                self.dong.push(kept);
            }
            self.bo_trong.extend(gap);
            return;
        }
        let last = if wide { den.saturating_sub(1) } else { *last };
        let before = match hang {
            Some(hang) => format!("dòng {hang}: trước số {den:02}"),
            None => format!("trước số {den:02} đã có trong sổ"),
        };
        let message = format!("{before} thiếu {}", khoang(*first, last));
        let hint = match wide {
            true => "xem lại số ở dòng ấy có gõ nhầm không",
            false => {
                "thêm dòng của số còn thiếu (không có văn bản thì ghi “Huỷ: lý do” ở cột Ghi chú), hoặc thêm --bo-trong \
                 để giữ các số ấy"
            }
        };
        self.loi
            .push(Diagnostic::error("number-gap", message).hint(hint).clause(day.ky.dieu_khoan()));
    }

    /// One number: whether the register takes it, and its lines.
    fn mot_so(
        &mut self,
        day: &Day,
        so: u64,
        cho: &Cho,
        office: &CoQuan,
        (dau, dung): (u64, &mut Dung),
    ) {
        let hang = cho.hang;
        let allowed = match (&hang.viec, hang.ngay) {
            (ViecCu::VanBan | ViecCu::Huy(_), Some(ngay)) => {
                dung.cai.phat_hanh_duoc(day, so, ngay, dau)
            }
            _ => dung.cai.giu_duoc(day, so, dau),
        };
        let mut faults = allowed.err().unwrap_or_default();
        faults.extend(dung.cai.mot_day(day, &hang.ky_hieu).err());
        // Gaps were told with their rows.
        let faults = faults.into_iter().filter(|fault| fault.code != "number-gap");
        let told = faults
            .map(|fault| cua_dong(fault, hang.hang, dung.cai.muc(day, so).map(|m| m.trang_thai)));
        let told: Vec<Diagnostic> = told.collect();
        let taken = told.iter().any(|fault| fault.code == "number-taken");
        self.loi.extend(told);
        if taken {
            return;
        }
        if hang.ky_hieu.is_empty() && hang.viec == ViecCu::VanBan {
            let message = format!("dòng {}: số {so:02} không có ký hiệu", hang.hang);
            let hint = "ghi cả ký hiệu như in trên văn bản, ví dụ: 05/KH-HĐND";
            self.loi.push(Diagnostic::error("bad-row", message).hint(hint));
        }
        let so_hieu = SoHieu { so, ky_hieu: hang.ky_hieu.clone() };
        if !hang.ky_hieu.is_empty() {
            let strange = la_lung(&so_hieu, office, cho.loai);
            self.canh_bao.extend(strange.map(|text| {
                Diagnostic::warning("bad-symbol", format!("dòng {}: {text}", hang.hang))
            }));
        }
        for dong in cac_dong(day, so_hieu, cho) {
            dung.them(&dong);
            self.dong.push(dong);
        }
    }
}

/// A finding of the register about a row.
fn cua_dong(fault: Diagnostic, hang: usize, there: Option<TrangThai>) -> Diagnostic {
    let hint = match (fault.code.as_ref(), there) {
        ("number-taken", Some(TrangThai::Giu)) => {
            Some("số ấy đang giữ trong sổ: xoá dòng này, hoặc ghi văn bản của nó vào dòng")
        }
        ("number-taken", _) => Some(
            "số ấy đã có trong sổ của chương trình: xoá dòng này khỏi tệp, giữ các dòng chưa có",
        ),
        ("date-runs-back", _) => Some(
            "số theo thứ tự ngày: xem lại ngày ở dòng này và ở số bên cạnh; sổ giấy ghi đúng như vậy thì báo người phụ trách",
        ),
        _ => None,
    };
    let message = format!("dòng {hang}: {}", fault.message);
    let found = Diagnostic { message, place: None, ..fault };
    match hint {
        Some(hint) => found.hint(hint),
        None => found,
    }
}

/// The lines of a row: a paper, a kept number, and that it is void.
fn cac_dong(day: &Day, so_hieu: SoHieu, cho: &Cho) -> Vec<Dong> {
    let hang = cho.hang;
    let line = |viec| Dong::moi(viec, day.clone(), Some(so_hieu.clone()));
    let paper = || Dong {
        ngay: hang.ngay,
        // As the book has it; a kind in a column of its own comes before its subject.
        trich_yeu: match hang.loai.is_empty() {
            true => hang.trich_yeu.clone(),
            false => cot_trich_yeu(cho.loai, &hang.trich_yeu),
        },
        nguoi_ky: hang.nguoi_ky.clone(),
        noi_nhan: hang.noi_nhan.clone(),
        luu: hang.luu.clone(),
        so_ban: hang.so_ban,
        ngay_chuyen: hang.ngay_chuyen,
        ky_nhan: hang.ky_nhan.clone(),
        ghi_chu: hang.ghi_chu.clone(),
        ..line(Viec::VaoSo)
    };
    let kept = || Dong { ghi_chu: hang.ghi_chu.clone(), ..line(Viec::GiuSo) };
    match &hang.viec {
        ViecCu::VanBan => vec![paper()],
        ViecCu::Giu => vec![kept()],
        ViecCu::Huy(why) => {
            let void = Dong { ghi_chu: why.clone(), ..line(Viec::Huy) };
            let own = if hang.ngay.is_some() { paper() } else { kept() };
            vec![own, void]
        }
    }
}
