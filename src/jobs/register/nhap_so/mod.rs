//! `register import`: the year's book as it stood on paper or in a table comes into the register, all of it or nothing.
//! Every fault of every row is told before a line is written.

mod dau_cot;
mod hang;
mod noi;

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::ky_hieu::chon_co_quan;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, SoMo, chua_ro_ky, kho_cua};
use crate::jobs::{Means, Outcome, duong_dan, load};
use crate::model::{CoQuan, Ky, Ngay};
use crate::reading::danh_sach::{self, Bang, TheoMay};
use crate::reading::source;
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::{Dong, So, SoCai, Viec};
use crate::rules::check::ky_tu;
use dau_cot::DauCot;
use hang::{DocHang, HangCu, ViecCu, nhac_huy};
use noi::{NoiSo, noi};

/// The old book, and whose it is.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ImportBookRequest {
    /// A table of Excel, LibreOffice or CSV.
    #[serde(with = "duong_dan")]
    pub tep: PathBuf,
    /// Which of its sheets.
    pub trang: Option<String>,
    /// The book's year or term; the one of its days if it isn't said.
    pub nam: Option<Ky>,
    /// The office by its symbol, where a folder has several.
    pub co_quan: Option<String>,
    /// Keeps the numbers that the book leaves out.
    pub bo_trong: bool,
    /// Says what would be written, and writes nothing.
    pub thu: bool,
    pub place: RegisterPlace,
}

/// Faults that are told one by one.
const LOI_NHIEU_NHAT: usize = 50;
/// Rows that a note names.
const KE: usize = 12;

/// Takes the book in.
pub(super) fn import(
    request: &ImportBookRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let (kho, offices) = kho_cua(&request.place);
    let bytes = source::read_danh_sach(&request.tep).map_err(one)?;
    let shown = request.tep.display().to_string();
    let bang = danh_sach::doc(&shown, &bytes, request.trang.as_deref()).map_err(one)?;
    let dau = dau_cot::tim(&bang)?;
    let rows = cac_hang(&bang, &dau, request, outcome).map_err(cat)?;
    let symbols: Vec<&str> = rows.iter().map(|hang| hang.ky_hieu.as_str()).collect();
    let office = chon_co_quan(&offices, request.co_quan.as_deref(), &symbols).map_err(one)?;
    let ky = ky_cua(&rows, request.nam.as_ref(), office).map_err(cat)?;
    chu_in_duoc(&rows).map_err(cat)?;
    let lam = |so: &So, cai: &SoCai, outcome: &mut Outcome| {
        let noi = noi(&rows, office, &ky, request.bo_trong, so, cai);
        outcome.diagnostics.extend(noi.canh_bao.iter().take(LOI_NHIEU_NHAT).cloned());
        outcome.notes.extend(ke(&noi));
        if noi.loi.is_empty() { Ok(noi) } else { Err(cat(noi.loi)) }
    };
    if request.thu {
        let _khoa = kho.khoa_doc().map_err(one)?;
        let doc = doc_so(&kho).map_err(one)?;
        if !doc.sai.is_empty() {
            return Err(doc.sai);
        }
        let noi = lam(&doc.so, &doc.cai, outcome)?;
        outcome.lines.extend(noi.dong.iter().map(mot_dong));
        outcome.lines.push(format!("chưa ghi gì; sẽ nhập {}", tom_tat(&noi)));
        return Ok(());
    }
    let so_mo = SoMo::mo(&kho, means)?;
    outcome.notes.extend(so_mo.ghi_chu.clone());
    let noi = lam(&so_mo.so, &so_mo.cai, outcome)?;
    so_mo.ghi(format!("sổ cũ {}", ky.goi()), &noi.dong, None, outcome)?;
    outcome.lines.push(format!("đã nhập {} vào sổ {}", tom_tat(&noi), so_mo.kho.ten_so()));
    Ok(())
}

/// All rows under the head, or the faults of all.
fn cac_hang(
    bang: &Bang,
    dau: &DauCot,
    request: &ImportBookRequest,
    outcome: &mut Outcome,
) -> Result<Vec<HangCu>, Vec<Diagnostic>> {
    let nam = match request.nam {
        Some(Ky::Nam(nam)) => Some(nam),
        _ => None,
    };
    let doc = DocHang { bang, dau, nam };
    let below = bang.hang.iter().filter(|hang| hang.so > dau.het);
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let (mut hidden, mut gach, mut nhac) = (Vec::new(), Vec::new(), Vec::new());
    for hang in below {
        match doc.doc(hang) {
            Ok(Some(row)) => {
                hidden.extend(hang.an.then_some(hang.so));
                nhac.extend(nhac_huy(&row).then_some(hang.so));
                gach.extend((hang.gach() && row.viec == ViecCu::VanBan).then_some(hang.so));
                rows.push(row);
            }
            Ok(None) => {}
            Err(found) => faults.extend(found),
        }
    }
    if !dau.thua.is_empty() {
        outcome.notes.push(format!("cột không dùng đến: {}", dau.thua.join(", ")));
    }
    if !hidden.is_empty() {
        outcome.notes.push(format!("lấy cả các dòng đang ẩn: {}", cac_so(&hidden)));
    }
    outcome.diagnostics.extend(co_le_huy(&nhac, &gach));
    outcome.notes.extend(theo_may(bang, dau));
    if faults.is_empty() && rows.is_empty() {
        let message = format!("sổ cũ không có dòng nào dưới dòng tên cột (dòng {})", dau.het);
        faults.push(Diagnostic::error("bad-list", message));
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

/// Rows that speak of void (`nhac`) or are struck out (`gach`), and do not say that their number is void.
fn co_le_huy(nhac: &[usize], gach: &[usize]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !nhac.is_empty() {
        let message = format!(
            "dòng {}: cột Ghi chú nói đến huỷ mà không rõ số ấy đã huỷ, được lấy như văn bản đang có hiệu lực",
            cac_so(nhac)
        );
        found.push(Diagnostic::warning("maybe-void", message));
    }
    if !gach.is_empty() {
        let message = format!(
            "dòng {}: bị gạch ngang trong sổ cũ mà không ghi là huỷ, được lấy như mọi dòng",
            cac_so(gach)
        );
        found.push(Diagnostic::warning("struck-cells", message));
    }
    let hint = "số đã huỷ thì ghi “Huỷ: lý do” ở cột Ghi chú rồi nhập lại";
    found.into_iter().map(|fault| fault.hint(hint)).collect()
}

/// Days that the file leaves to the settings of each computer.
fn theo_may(bang: &Bang, dau: &DauCot) -> Option<String> {
    let below = bang.hang.iter().filter(|hang| hang.so > dau.het);
    let mut found = below.flat_map(|hang| {
        let cells = dau.cac_cot().filter_map(|(_, at, _)| hang.o.get(&at));
        cells.map(move |o| (hang.so, o))
    });
    let (so, o) = found.find(|(_, o)| o.theo_may == Some(TheoMay::Ngay))?;
    Some(format!(
        "ngày hiện theo cài đặt của từng máy, được đọc theo thứ tự ngày/tháng/năm, ví dụ dòng {so}: {}",
        o.chu.trim()
    ))
}

/// The one year, or the one term, of all days.
fn ky_cua(rows: &[HangCu], asked: Option<&Ky>, office: &CoQuan) -> Result<Ky, Vec<Diagnostic>> {
    let dated = || rows.iter().filter_map(|hang| Some((hang, hang.ngay?)));
    let of = |ngay: Ngay| office.danh_so.ky(ngay.ngay());
    let ky = match (asked, dated().next()) {
        (Some(asked), _) => asked.clone(),
        (None, Some((_, ngay))) => of(ngay).map_err(|fault| vec![chua_ro_ky(office, fault)])?,
        (None, None) => {
            let message = "sổ cũ không có ngày nào để biết là sổ của năm nào";
            return Err(vec![
                Diagnostic::error("wrong-use", message).hint("thêm --nam, ví dụ: --nam 2026"),
            ]);
        }
    };
    let others = dated().filter(|(_, ngay)| of(*ngay).ok().as_ref() != Some(&ky));
    let faults: Vec<Diagnostic> = others
        .map(|(hang, ngay)| {
            let message =
                format!("dòng {}: ngày {ngay} không thuộc {} của sổ", hang.hang, ky.goi());
            Diagnostic::error("bad-row", message).hint(match ky.la_nam() {
                true => "mỗi năm một sổ: tách các dòng của năm khác sang tệp khác rồi nhập riêng",
                false => {
                    "mỗi nhiệm kỳ một sổ: tách các dòng của kỳ khác sang tệp khác rồi nhập riêng"
                }
            })
        })
        .collect();
    if faults.is_empty() { Ok(ky) } else { Err(faults) }
}

/// What stands in the book is printed some day: each row's words are looked at.
fn chu_in_duoc(rows: &[HangCu]) -> Result<(), Vec<Diagnostic>> {
    let fonts = load::fonts(None).map_err(|fault| vec![fault])?;
    let (mut seen, mut faults) = (BTreeSet::new(), Vec::new());
    for hang in rows {
        let HangCu { trich_yeu, nguoi_ky, noi_nhan, luu, ky_nhan, ghi_chu, .. } = hang;
        let words = [trich_yeu, nguoi_ky, noi_nhan, luu, ky_nhan, ghi_chu];
        let found =
            words.into_iter().flat_map(|text| ky_tu::trong_chu(text, &|c| fonts.has(c), &mut seen));
        faults.extend(found.map(|fault| {
            let message = format!("dòng {}: {}", hang.hang, fault.message);
            Diagnostic { hint: fault.hint, ..Diagnostic::error(fault.code, message) }
        }));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// No more than anyone reads.
fn cat(mut faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let more = faults.len().saturating_sub(LOI_NHIEU_NHAT);
    if more > 0 {
        faults.truncate(LOI_NHIEU_NHAT);
        let message = format!("sổ cũ còn {more} chỗ nữa phải xem");
        faults.push(
            Diagnostic::error("more-faults", message).hint("sửa các lỗi đã báo rồi chạy lại"),
        );
    }
    faults
}

/// What a clerk should see of the book beside its rows.
fn ke(noi: &NoiSo) -> Vec<String> {
    let named = |of: &dyn Fn(&Dong) -> bool| -> Vec<u64> {
        let lines = noi.dong.iter().filter(|dong| of(dong));
        lines.filter_map(|dong| Some(dong.so_hieu.as_ref()?.so)).collect()
    };
    let paper = |dong: &Dong| dong.viec == Viec::VaoSo;
    let groups = [
        ("số đã huỷ trong sổ cũ", named(&|dong| dong.viec == Viec::Huy)),
        ("số sổ cũ bỏ trống, nay giữ lại", noi.bo_trong.clone()),
        ("số không ghi người ký", named(&|dong| paper(dong) && dong.nguoi_ky.is_empty())),
        ("số không ghi nơi nhận", named(&|dong| paper(dong) && dong.noi_nhan.is_empty())),
    ];
    let groups = groups.into_iter().filter(|(_, all)| !all.is_empty());
    groups
        .map(|(ten, all)| {
            let all: Vec<usize> =
                all.into_iter().filter_map(|so| usize::try_from(so).ok()).collect();
            format!("{ten}: {}", cac_so(&all))
        })
        .collect()
}

/// `2, 3, 9 …` of numbers in order.
fn cac_so(all: &[usize]) -> String {
    let shown: Vec<String> = all.iter().take(KE).map(|so| format!("{so:02}")).collect();
    let more = all.len().saturating_sub(KE);
    let rest = if more > 0 { format!(" và {more} số nữa") } else { String::new() };
    format!("{}{rest}", shown.join(", "))
}

/// `56 số (2023 HĐND: 01 - 56)`.
fn tom_tat(noi: &NoiSo) -> String {
    let all = || noi.dong.iter().filter(|d| matches!(d.viec, Viec::VaoSo | Viec::GiuSo));
    let days: BTreeSet<_> = all().map(|dong| &dong.day).collect();
    let ends = days.into_iter().map(|day| {
        let own = all().filter(|dong| dong.day == *day);
        let numbers: Vec<u64> = own.filter_map(|d| Some(d.so_hieu.as_ref()?.so)).collect();
        let (first, last) = (numbers.iter().min(), numbers.iter().max());
        let (first, last) = first.zip(last).unwrap_or((&0, &0));
        format!("{day}: {first:02} - {last:02}")
    });
    let ends: Vec<String> = ends.collect();
    format!("{} số ({})", all().count(), ends.join("; "))
}

/// A line as `register list` would show it.
fn mot_dong(dong: &Dong) -> String {
    let so_hieu = dong.so_hieu.as_ref().map(ToString::to_string).unwrap_or_default();
    let ngay = dong.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    let cells = [
        dong.viec.ten(),
        &so_hieu,
        &ngay,
        &dong.trich_yeu,
        &dong.nguoi_ky,
        &dong.noi_nhan,
        &dong.ghi_chu,
    ];
    cells.join(" | ").trim_end_matches([' ', '|']).to_owned()
}
