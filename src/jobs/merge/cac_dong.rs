//! The rows of a list: what each puts into the paper, and everything that may be said against it, before anything is
//! made.

use std::collections::BTreeMap;

use super::dau_bang::{Cot, DauBang};
use super::dong_phu::{self, DongPhu, ThuTu};
use super::request::{DongAn, MergeRequest, SoCua};
use crate::diagnostic::Diagnostic;
use crate::model::DongTron;
use crate::model::o_tron::la_boc;
use crate::reading::danh_sach::{Bang, Hang, O, TheoMay, ten_cot};
use crate::rules::soat::luat::chu_cu;

/// A row that a paper is made of.
pub(super) struct Dong {
    /// As Excel counts it.
    pub so: usize,
    pub dong: DongTron,
}

/// All rows, with what there is to say of them.
#[derive(Default)]
pub(super) struct CacDong {
    pub dong: Vec<Dong>,
    pub canh_bao: Vec<Diagnostic>,
    pub ghi_chu: Vec<String>,
}

/// Faults of rows that are told one by one.
const LOI_NHIEU_NHAT: usize = 50;

pub(super) fn doc(
    bang: &Bang,
    dau: &DauBang,
    request: &MergeRequest,
) -> Result<CacDong, Vec<Diagnostic>> {
    let (mut out, mut faults) = (CacDong::default(), Vec::new());
    let below = bang.hang.iter().filter(|hang| hang.so > dau.het);
    let (hidden, shown): (Vec<&Hang>, Vec<&Hang>) = below.partition(|hang| hang.an);
    faults.extend(dong_an(&hidden, request, &mut out));
    let take_hidden = request.dong_an == Some(DongAn::Lay);
    let mut rows: Vec<&Hang> = shown;
    rows.extend(hidden.into_iter().filter(|_| take_hidden));
    rows.sort_by_key(|hang| hang.so);
    let mut quen = Quen::default();
    let thu_tu = ThuTu::cua(dau, &rows);
    let rong = bang.hang.iter().find(|hang| hang.so == dau.het).and_then(|hang| hang.rong);
    for (at, hang) in rows.into_iter().enumerate() {
        match dong_phu::xet(dau, hang, at == 0, &thu_tu) {
            Some(phu) if bo_qua(&phu, dau, hang, request) => out.canh_bao.push(da_bo(hang, &phu)),
            Some(DongPhu::Cong(_)) if thieu(dau, hang) => faults.push(dong_cong(hang)),
            phu => {
                faults.extend(lech_cot(hang, rong));
                let found = mot_dong(bang, dau, hang, request, (&mut out, &mut quen));
                // A row that lacks nothing may be a sum all the same.
                if let (true, Some(phu @ (DongPhu::Cong(_) | DongPhu::DuMaKhongSo(_)))) =
                    (found.is_empty(), phu)
                {
                    out.canh_bao.push(co_le_cong(hang, &phu));
                }
                faults.extend(found);
            }
        }
    }
    quen.noi(&mut out);
    trung(&mut out, &mut faults, request);
    if faults.is_empty() && out.dong.is_empty() {
        let message = format!("danh sách không có dòng nào dưới dòng tên cột (dòng {})", dau.het);
        faults.push(Diagnostic::error("bad-list", message));
    }
    if faults.is_empty() { Ok(out) } else { Err(cat(faults)) }
}

/// Whether a cell that is wanted is blank.
fn thieu(dau: &DauBang, hang: &Hang) -> bool {
    dau.cot.iter().any(|cot| hang.o.get(&cot.cot).is_none_or(O::trong))
}

/// Whether a row is left out: what is surely no row of the list, and what lacks something where blank cells are allowed.
fn bo_qua(phu: &DongPhu, dau: &DauBang, hang: &Hang, request: &MergeRequest) -> bool {
    match phu {
        DongPhu::DauLap | DongPhu::SoCot => true,
        DongPhu::Cong(_) | DongPhu::KhongSo(_) => request.cho_trong && thieu(dau, hang),
        DongPhu::DuMaKhongSo(_) => false,
    }
}

fn da_bo(hang: &Hang, phu: &DongPhu) -> Diagnostic {
    let message = format!("dòng {} {}; dòng ấy được bỏ qua", hang.so, phu.la_gi());
    let fault = Diagnostic::warning("extra-row", message);
    match phu {
        DongPhu::KhongSo(_) => fault.hint("là một dòng cần trộn thì ghi số thứ tự cho dòng ấy"),
        _ => fault,
    }
}

fn dong_cong(hang: &Hang) -> Diagnostic {
    let message = format!("dòng {} là dòng tổng cộng, không phải một dòng để trộn", hang.so);
    Diagnostic::error("extra-row", message)
        .hint("xoá dòng ấy khỏi danh sách, hoặc thêm --cho-trong để bỏ qua")
}

fn co_le_cong(hang: &Hang, phu: &DongPhu) -> Diagnostic {
    let message = format!("dòng {} {} mà vẫn thành một bản", hang.so, phu.la_gi());
    Diagnostic::warning("extra-row", message)
        .hint("không phải một dòng để trộn thì xoá khỏi danh sách")
}

/// A row of plain text that has more cells than the head: a sign of the list's stands inside of a cell, and what follows
/// it has moved to the next column.
fn lech_cot(hang: &Hang, rong: Option<usize>) -> Option<Diagnostic> {
    let (own, head) = (hang.rong?, rong?);
    let last = hang.o.keys().next_back().filter(|cot| **cot >= head)?;
    let message = format!(
        "dòng {} có {own} ô mà dòng tên cột có {head}: dấu ngăn cột nằm trong một ô (số tiền, tên gọi) nên các ô sau nó lệch \
         cột (ô {} thừa ra)",
        hang.so,
        ten_cot(*last)
    );
    Some(
        Diagnostic::error("bad-cell", message).hint(
            "đặt cả ô ấy trong hai dấu nháy kép, hoặc lưu danh sách thành .xlsx rồi trộn tệp ấy",
        ),
    )
}

/// No more than anyone reads.
fn cat(mut faults: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let more = faults.len().saturating_sub(LOI_NHIEU_NHAT);
    if more > 0 {
        faults.truncate(LOI_NHIEU_NHAT);
        let message = format!("danh sách còn {more} chỗ nữa phải xem");
        faults.push(
            Diagnostic::error("more-faults", message).hint("sửa các lỗi đã báo rồi chạy lại"),
        );
    }
    faults
}

/// Whoever filters a list may mean the rows that are left, or not know that others are there.
fn dong_an(hidden: &[&Hang], request: &MergeRequest, out: &mut CacDong) -> Option<Diagnostic> {
    if hidden.is_empty() {
        return None;
    }
    let rows = cac_so(hidden.iter().map(|hang| hang.so));
    let count = hidden.len();
    match request.dong_an {
        Some(DongAn::Bo) => out.ghi_chu.push(format!("bỏ {count} dòng đang ẩn: {rows}")),
        Some(DongAn::Lay) => out.ghi_chu.push(format!("lấy cả {count} dòng đang ẩn: {rows}")),
        None => {
            let message = format!("danh sách có {count} dòng đang ẩn (do lọc hoặc giấu): {rows}");
            let hint = "chỉ trộn các dòng đang hiện thì thêm --hidden skip; trộn cả dòng ẩn thì thêm --hidden take";
            return Some(Diagnostic::error("hidden-rows", message).hint(hint));
        }
    }
    None
}

/// `2–5, 9` of row numbers in order.
pub(super) fn cac_so(all: impl Iterator<Item = usize>) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for so in all {
        match runs.last_mut() {
            Some((_, last)) if last.saturating_add(1) == so => *last = so,
            _ => runs.push((so, so)),
        }
    }
    let shown =
        runs.iter().take(12).map(|(a, b)| if a == b { a.to_string() } else { format!("{a}–{b}") });
    let text = shown.collect::<Vec<_>>().join(", ");
    if runs.len() > 12 { format!("{text}…") } else { text }
}

/// What is told once for a column.
#[derive(Default)]
struct Quen {
    theo_may: BTreeMap<(String, TheoMay), (usize, String)>,
    xuong_dong: BTreeMap<String, Vec<usize>>,
    trong: BTreeMap<String, Vec<usize>>,
    gach: Vec<usize>,
}

impl Quen {
    fn noi(self, out: &mut CacDong) {
        for ((cot, loai), (so, chu)) in self.theo_may {
            let how = match loai {
                TheoMay::Ngay => {
                    "ngày hiện theo cài đặt của từng máy, được in theo thứ tự ngày/tháng/năm"
                }
                TheoMay::DauSo => {
                    "số có dấu ngăn theo cài đặt của từng máy, được in theo lối Việt Nam (1.234,5)"
                }
            };
            out.ghi_chu.push(format!("cột “{cot}”: {how}, ví dụ dòng {so}: {chu}"));
        }
        for (cot, rows) in self.xuong_dong {
            let rows = cac_so(rows.into_iter());
            let message =
                format!("cột “{cot}”: ô có xuống dòng được in liền một dòng (dòng {rows})");
            out.canh_bao.push(Diagnostic::warning("joined-lines", message));
        }
        if !self.gach.is_empty() {
            let rows = cac_so(self.gach.into_iter());
            let message =
                format!("dòng {rows}: chữ bị gạch ngang trong danh sách được in như chữ thường");
            out.canh_bao.push(
                Diagnostic::warning("struck-cells", message)
                    .hint("dòng đã bỏ thì xoá khỏi danh sách; chữ đã bỏ thì xoá khỏi ô"),
            );
        }
        for (cot, rows) in self.trong {
            out.ghi_chu.push(format!("cột “{cot}” trống ở dòng {}", cac_so(rows.into_iter())));
        }
    }
}

fn mot_dong(
    bang: &Bang,
    dau: &DauBang,
    hang: &Hang,
    request: &MergeRequest,
    (out, quen): (&mut CacDong, &mut Quen),
) -> Vec<Diagnostic> {
    let empty = O::default();
    let of = |cot: &Cot| hang.o.get(&cot.cot).unwrap_or(&empty);
    let in_merge = |cot: &Cot| bang.gop_cua(hang.so, cot.cot).is_some();
    if dau.cot.iter().all(|cot| of(cot).trong() && !in_merge(cot)) {
        return bo_dong(hang, request, out).into_iter().collect();
    }
    let (mut faults, mut values) = (Vec::new(), Vec::new());
    for cot in &dau.cot {
        let o = of(cot);
        match xet_o(bang, hang.so, cot, o, request) {
            Some(fault) => faults.push(fault),
            None => {
                let value = o.chu.trim();
                quen_gi(quen, cot, hang.so, o);
                values.push((cot.ten.clone(), value.to_owned()));
            }
        }
    }
    quen.gach.extend(hang.gach().then_some(hang.so));
    out.dong.push(Dong { so: hang.so, dong: DongTron { o: values } });
    faults
}

fn quen_gi(quen: &mut Quen, cot: &Cot, so: usize, o: &O) {
    if let Some(loai) = o.theo_may {
        quen.theo_may
            .entry((cot.ten.clone(), loai))
            .or_insert_with(|| (so, o.chu.trim().to_owned()));
    }
    if o.chu.trim().contains(['\n', '\t', '\r']) {
        quen.xuong_dong.entry(cot.ten.clone()).or_default().push(so);
    }
    if o.trong() {
        quen.trong.entry(cot.ten.clone()).or_default().push(so);
    }
}

/// A row that has nothing of what is wanted: a sum, a remark, the signature under the list.
fn bo_dong(hang: &Hang, request: &MergeRequest, out: &mut CacDong) -> Option<Diagnostic> {
    let words =
        hang.o.values().map(|o| o.chu.trim()).find(|chu| !chu.is_empty()).unwrap_or_default();
    let words: String = words.chars().take(40).collect();
    let message = format!("dòng {}: mọi cột cần dùng đều trống (dòng ấy có “{words}”)", hang.so);
    if request.cho_trong {
        out.canh_bao
            .push(Diagnostic::warning("empty-cell", format!("{message}; dòng ấy được bỏ qua")));
        return None;
    }
    let hint = "dòng tổng cộng, ghi chú hay chữ ký thì xoá khỏi danh sách, hoặc thêm --cho-trong để bỏ qua";
    Some(Diagnostic::error("empty-cell", message).hint(hint))
}

/// What is wrong with one cell.
fn xet_o(bang: &Bang, so: usize, cot: &Cot, o: &O, request: &MergeRequest) -> Option<Diagnostic> {
    let name = format!("dòng {so}, cột “{}” ({}{so})", cot.ten, ten_cot(cot.cot));
    if let Some(gop) = bang.gop_cua(so, cot.cot)
        && (gop.hang.0 != gop.hang.1 || gop.cot.0 != cot.cot)
    {
        let from = format!("{}{}", ten_cot(gop.cot.0), gop.hang.0);
        let to = format!("{}{}", ten_cot(gop.cot.1), gop.hang.1);
        let message = format!("{name}: ô gộp {from}:{to} nên không rõ giá trị của từng dòng");
        return Some(
            Diagnostic::error("bad-cell", message).hint("bỏ gộp ô rồi ghi đủ vào từng dòng"),
        );
    }
    if let Some(sai) = bang.sai_cua(o) {
        return Some(Diagnostic::error("bad-cell", format!("{name}: {sai}")));
    }
    if o.chu.contains(la_boc) {
        return Some(Diagnostic::error(
            "hidden-character",
            format!("{name}: có ký tự riêng của phông chữ khác"),
        ));
    }
    if let Some(cu) = chu_cu(&o.chu) {
        let message = format!(
            "{name}: chữ gõ bằng bảng mã {}, không phải Unicode: “{}”",
            cu.bang_ma,
            o.chu.trim()
        );
        let hint = format!(
            "gõ lại bằng Unicode, hoặc chuyển cả danh sách bằng UniKey Toolkit; có phải là: {}?",
            cu.moi.join(" ")
        );
        return Some(Diagnostic::error("bad-cell", message).hint(hint));
    }
    (o.trong() && !request.cho_trong).then(|| {
        Diagnostic::error("empty-cell", format!("dòng {so}, cột “{}” trống", cot.ten))
            .hint("ghi nội dung vào ô; muốn để trống thật thì thêm --cho-trong")
    })
}

/// Rows that say the same.
fn trung(out: &mut CacDong, faults: &mut Vec<Diagnostic>, request: &MergeRequest) {
    let mut first: BTreeMap<&[(String, String)], usize> = BTreeMap::new();
    for dong in &out.dong {
        let Some(so) = first.get(dong.dong.o.as_slice()) else {
            first.insert(&dong.dong.o, dong.so);
            continue;
        };
        let message = format!("dòng {} giống hệt dòng {so} ở mọi cột được dùng", dong.so);
        match request.so {
            SoCua::MoiBan => {
                let hint = "hai văn bản giống hệt nhau không lấy hai số; xoá một dòng";
                faults.push(Diagnostic::error("duplicate-row", message).hint(hint));
            }
            _ => out.canh_bao.push(
                Diagnostic::warning("duplicate-row", message)
                    .hint("xem lại có phải một người ghi hai lần không"),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_rows_are_told_short() {
        assert_eq!(cac_so([2, 3, 4, 9].into_iter()), "2–4, 9");
        assert!(cac_so((0..40).map(|n| n * 2)).ends_with("22…"));
    }
}
