//! The draft that is to be issued: which document, of what date, and whether it is ready.

use super::request::IssueRequest;
use crate::compose::compile::Compiler;
use crate::compose::fonts::Fonts;
use crate::compose::soan::{OwnTemplates, soan};
use crate::diagnostic::Diagnostic;
use crate::jobs::make::trang_co_gi;
use crate::jobs::so_sach::loi_tham_so;
use crate::jobs::{Outcome, load};
use crate::model::{BanSao, Ngay, NgayBanHanh, VanBan, so_ky_hieu};
use crate::reading::source::{self, HoSoNguon, TepNguon, ten_tep};
use crate::records::phat_hanh::ban_thao::{dau_ban_thao, dau_ban_thao_cu};
use crate::records::phat_hanh::san_sang::{chan, cho_trong, khong_chap_nhan};
use crate::rules::check::{KetQua, TaiLieu, TuNgoai, check, check_voi, nguoi_ky_con_mau};
use crate::rules::soat::dat_cho;

/// A draft that may be issued.
pub struct BanThao {
    pub nguon: HoSoNguon,
    pub ten: String,
    /// The file that makes it.
    pub tep: TepNguon,
    /// The files that go along, by the names shown.
    pub dua_vao: Vec<String>,
    pub van_ban: VanBan,
    pub ngay: Ngay,
    /// By which the register knows the draft again.
    pub dau: String,
    /// The same as it was made at first.
    pub dau_cu: String,
    /// The number on the command line, or the one that its file has.
    pub so: Option<u64>,
}

/// Reads the draft, with the date that it will have, and everything that may be said against it.
pub fn ban_thao(
    request: &IssueRequest,
    fonts: &Fonts,
    compiler: &dyn Compiler,
    outcome: &mut Outcome,
) -> Result<BanThao, Vec<Diagnostic>> {
    if request.tep.is_dir() {
        return Err(vec![
            Diagnostic::error("wrong-use", format!("{} là một thư mục", request.tep.display()))
                .hint("phát hành từng văn bản: chỉ ra tệp, ví dụ ke-hoach.yaml"),
        ]);
    }
    let mut nguon = source::read_ho_so(&request.tep)?;
    if let Some(dong) = &request.dong {
        nguon.dien(dong.clone());
    }
    let shared = load::mau_chung(request.shared.mau.as_deref()).map_err(|fault| vec![fault])?;
    nguon.diagnostics.extend(shared.1);
    load::them_mau(&mut nguon, &request.tep, &shared.0);
    let co_chu = |c| fonts.has(c);
    let as_is = check(&nguon, &co_chu);
    let chosen = chon(&as_is, request)?;
    let (ten, tep) = (chosen.ten.clone(), chosen.tep.clone());
    let Some(draft) = &chosen.van_ban else { return Err(as_is.diagnostics) };
    if let Some(sao) = &draft.sao {
        return Err(vec![ban_sao(&request.tep, sao)]);
    }
    chua_lay_so_duoc(draft)
        .map_err(|found| dat_cho(vec![found], nguon.tep.iter().chain(&nguon.md)))?;
    let ngay = ngay(request, draft)?;
    let so = so(request, draft)?;

    let given = TuNgoai { ten: ten.clone(), ngay_ban_hanh: ngay.to_string(), so };
    let KetQua { van_ban, diagnostics, dua_vao, .. } = check_voi(&nguon, &co_chu, Some(&given));
    outcome.diagnostics.extend(diagnostics.into_iter().filter(|d| !d.is_note()));
    let van_ban = van_ban.into_iter().find(|t| t.ten == ten).and_then(|t| t.van_ban);
    let tep = nguon.tep.iter().find(|t| t.ten == tep).cloned();
    let (Some(van_ban), Some(tep)) = (van_ban, tep) else {
        return Err(Vec::new());
    };
    let own = OwnTemplates { files: &nguon.mau, compiler };
    let placed = |found| dat_cho(found, nguon.tep.iter().chain(&nguon.md));
    let document = soan(&van_ban, fonts, Some(own)).map_err(placed)?;
    outcome.diagnostics.extend(placed(trang_co_gi(&document, fonts).map_err(placed)?));
    outcome.diagnostics.extend(cho_trong(&document, &tep.ten));
    outcome.diagnostics.extend(nguoi_ky_con_mau(&van_ban));
    dung_neu_chan(request, outcome)?;
    let (dau, dau_cu) = (dau_ban_thao(&document), dau_ban_thao_cu(&ten, &document));
    Ok(BanThao { nguon, ten, tep, dua_vao, van_ban, ngay, dau, dau_cu, so })
}

/// Copies have one series of numbers of their own (PL I, phần II), which this register doesn't keep; by terms it keeps
/// their numbers, which are reserved and entered (HD 05, PL 3).
fn ban_sao(tep: &std::path::Path, sao: &BanSao) -> Diagnostic {
    let danh_so = &sao.co_quan.danh_so;
    if let Some(ten) = danh_so.ban_sao {
        let message = format!(
            "{} là bản sao: lấy số ở dãy số {ten} rồi soạn, không phát hành",
            tep.display()
        );
        return Diagnostic::error("issue-refused", message)
            .hint("giữ số (vanthu register reserve), ghi so và ngay_ban_hanh vào tệp rồi soạn bằng “vanthu build”; ký xong thì vào sổ (vanthu register add)")
            .clause("Hướng dẫn 05-HD/VPTW, Phụ lục 3");
    }
    let message =
        format!("{} là bản sao: số của bản sao đánh riêng, không ghi vào sổ này", tep.display());
    Diagnostic::error("issue-refused", message)
        .hint("ghi so và ngay_ban_hanh vào tệp rồi soạn bằng “vanthu build”")
        .clause("Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II")
}

/// A draft that still says so, and a kind that has no number at all.
fn chua_lay_so_duoc(draft: &VanBan) -> Result<(), Diagnostic> {
    let tep = ten_tep(&draft.nguon);
    if let Some(du_thao) = &draft.du_thao {
        let message = format!("chưa phát hành {tep}: văn bản còn ghi “{}”", du_thao.chu);
        let found = Diagnostic::error("issue-refused", message)
            .hint("xoá dòng du_thao khi văn bản đã được duyệt, rồi phát hành");
        return Err(match du_thao.goc.nguon() {
            Some(nguon) => found.about(nguon.clone(), ""),
            None => found,
        });
    }
    if !draft.kieu.so {
        let message = format!("{tep}: {} không có số, ký hiệu nên không vào sổ", draft.loai.ten());
        let hint = "soạn bằng “vanthu build”, trình ký rồi gửi đi";
        return Err(Diagnostic::error("issue-refused", message).hint(hint));
    }
    Ok(())
}

/// Stops where a finding forbids to go on; the findings themselves are in the outcome.
pub fn dung_neu_chan(request: &IssueRequest, outcome: &mut Outcome) -> Result<(), Vec<Diagnostic>> {
    let stops = || outcome.diagnostics.iter().filter(|d| chan(d, request.chap_nhan_canh_bao));
    let Some(first) = stops().next() else { return Ok(()) };
    if first.is_error() {
        return Err(Vec::new());
    }
    let first = stops().find(|d| khong_chap_nhan(d)).unwrap_or(first);
    let message =
        format!("chưa phát hành {}: văn bản chưa sẵn sàng trình ký", request.tep.display());
    let hint = match first.code.as_ref() {
        "merge-field" => {
            "phát hành từng dòng của danh sách: vanthu merge TEP.yaml DANH_SACH.xlsx --number each"
        }
        "sample-text" => {
            "thay chữ mẫu, tên mẫu bằng nội dung thật rồi phát hành; còn chữ mẫu thì chấp nhận cảnh báo cũng không phát hành được"
        }
        _ => "sửa các chỗ trên; chắc chắn vẫn phát hành thì thêm --chap-nhan-canh-bao",
    };
    Err(vec![Diagnostic::error("issue-refused", message).hint(hint)])
}

/// The one document that is meant.
fn chon<'k>(ket_qua: &'k KetQua, request: &IssueRequest) -> Result<&'k TaiLieu, Vec<Diagnostic>> {
    let all: Vec<&TaiLieu> = ket_qua.van_ban.iter().collect();
    let asked = |t: &&&TaiLieu| {
        request.only.as_ref().is_none_or(|o| t.ten == *o || t.ten.ends_with(&format!("-{o}")))
    };
    let names: Vec<&str> = all.iter().map(|t| t.ten.as_str()).collect();
    match all.iter().filter(asked).collect::<Vec<_>>().as_slice() {
        [one] => Ok(one),
        _ if ket_qua.diagnostics.iter().any(Diagnostic::is_error) => {
            Err(ket_qua.diagnostics.clone())
        }
        [] => {
            let message = format!("tệp {} không có văn bản ấy", request.tep.display());
            Err(vec![
                Diagnostic::error("wrong-use", message)
                    .hint(format!("các văn bản: {}", names.join(", "))),
            ])
        }
        _ => {
            let message =
                format!("tệp {} có nhiều văn bản: {}", request.tep.display(), names.join(", "));
            Err(vec![Diagnostic::error("wrong-use", message).hint("chọn một: --only bao-cao")])
        }
    }
}

/// The date of issue: the one that was given, which must not belie the draft's own, or the draft's.
fn ngay(request: &IssueRequest, draft: &VanBan) -> Result<Ngay, Vec<Diagnostic>> {
    let own: NgayBanHanh = draft.ngay_ban_hanh;
    let Some(text) = &request.date else {
        let whole = own.ngay().and_then(|_| Ngay::parse(&own.cum_tu()).ok());
        return whole.ok_or_else(|| {
            let message = format!("{} chưa ghi đủ ngày ban hành", ten_tep(&draft.nguon));
            vec![
                Diagnostic::error("needs-date", message)
                    .hint("thêm --date, ví dụ: --date 15/3/2023"),
            ]
        });
    };
    let ngay = Ngay::parse(text).map_err(|fault| vec![loi_tham_so("--date", fault)])?;
    let (first, last) = (own.ngay_dau_ky(), own.ngay_cuoi_ky());
    let same = if own.ngay().is_some() { first == ngay.ngay() } else { own.nam() == ngay.nam() };
    if same {
        return Ok(ngay);
    }
    let in_file = if first == last { own.cum_tu() } else { format!("năm {}", own.nam()) };
    let message = format!("--date là ngày {ngay}, mà {} ghi {in_file}", ten_tep(&draft.nguon));
    Err(vec![
        Diagnostic::error("date-differs", message)
            .hint("sửa --date hoặc sửa ngay_ban_hanh trong tệp"),
    ])
}

/// A number of before: given on the command line, or standing in the file.
fn so(request: &IssueRequest, draft: &VanBan) -> Result<Option<u64>, Vec<Diagnostic>> {
    let own = draft.so_ky_hieu.so();
    let Some(text) = &request.number else { return Ok(own) };
    let so = so_ky_hieu::so(text).map_err(|fault| vec![loi_tham_so("--number", fault)])?;
    match own {
        Some(own) if own != so => {
            let message =
                format!("--number là {so:02}, mà {} ghi so: {own}", ten_tep(&draft.nguon));
            Err(vec![
                Diagnostic::error("number-differs", message)
                    .hint("sửa --number hoặc sửa so trong tệp"),
            ])
        }
        _ => Ok(Some(so)),
    }
}
