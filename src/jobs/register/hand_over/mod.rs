//! `register hand-over`: a year's papers, or some of them, become one hồ sơ for the archive: each is judged as it lies in
//! its folder, then all are packed with their lists, the minutes and the digests.

mod chon;
mod dong_goi;
mod kiem;
mod tham_so;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::find::{self, FindRequest};
use super::ky_hieu::mot_co_quan;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, chua_co_so, kho_cua, loi_tham_so};
use crate::jobs::{Means, Outcome, duong_dan};
use crate::model::{CoQuan, Ky, Ngay};
use crate::records::nop_luu::goi_tin::{CheDo, MaHoSo, qua_dai};
use crate::records::nop_luu::{HoSoNop, TaiLieu};
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::khong_dau;
use chon::Chon;
use dong_goi::dong_goi;
use tham_so::{CHE_DO_KHONG_GHI, che_do, co_loi, khong_tep, loi, ma_co_quan, thieu_ma};

pub use kiem::{kiem, la_goi};

/// What is done to a paper.
const VIEC: &str = "nộp lưu";

/// Which papers go to the archive, as what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandOverRequest {
    /// The year; of an office that numbers by terms also the term.
    pub nam: Ky,
    /// Only these numbers; all of the year if none.
    pub so_hieu: Vec<String>,
    /// Only what has these words in subject or text: the papers of one matter.
    pub tim: Option<String>,
    pub tieu_de: String,
    /// Số, ký hiệu hồ sơ.
    pub ky_hieu: String,
    /// `Vĩnh viễn`, `20 năm`.
    pub thoi_han: String,
    /// The day of the hand-over, as the clerk writes it.
    pub date: String,
    pub ben_giao: String,
    pub ben_nhan: String,
    /// Mã định danh of the office: the beginning of the hồ sơ's code.
    pub ma_dinh_danh: Option<String>,
    /// Who may read it in the archive: `cong-khai`.
    pub che_do: Option<String>,
    pub tu_khoa: Option<String>,
    /// Mã đăng ký yêu cầu nộp, as the archive gave it.
    pub ma_dang_ky: Option<String>,
    /// The office by its symbol, where the register has several.
    pub co_quan: Option<String>,
    /// The package's folder; without it one beside the register.
    #[serde(with = "duong_dan")]
    pub output: Option<PathBuf>,
    /// Says what would be packed.
    pub thu: bool,
    pub chap_nhan_canh_bao: bool,
    pub place: RegisterPlace,
}

/// Makes the package.
pub(super) fn hand_over(
    request: &HandOverRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let ngay = Ngay::parse(&request.date).map_err(|fault| vec![loi_tham_so("--date", fault)])?;
    co_loi(request).map_err(one)?;
    let ma_co_quan = ma_co_quan(request).map_err(one)?;
    let che_do = che_do(request).map_err(one)?;
    let (kho, offices) = kho_cua(&request.place);
    let office = co_quan(request, &offices, &mut outcome.notes);
    let found = match &office {
        Ok(office) => theo_loi(request, &office.ky_hieu, means, outcome)?,
        Err(_) => None,
    };
    let request = found.as_ref().unwrap_or(request);
    // Nobody writes meanwhile: what was judged is what is packed.
    let _khoa = kho.khoa_doc().map_err(one)?;
    let doc = doc_so(&kho).map_err(one)?;
    let sai = if doc.sai.is_empty() { doc.ngoai_so(&kho) } else { doc.sai.clone() };
    if !sai.is_empty() {
        return Err(sai);
    }
    if doc.do_dai == 0 {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    let office = office.map_err(one)?;
    let ma = &MaHoSo::cua(&ma_co_quan, &request.nam, &request.ky_hieu);
    let chon = Chon { request, kho: &kho, doc: &doc, co_quan: office, ma };
    let tai_lieu = chon.tai_lieu(means, outcome)?;
    giao_sau(ngay, &tai_lieu)?;
    let ma_goi = (ma_co_quan, ma.clone(), che_do);
    let ho_so = ho_so(request, (office, ngay), ma_goi, tai_lieu);
    outcome
        .diagnostics
        .extend([thieu_ma(&ho_so), khong_tep(&ho_so)].into_iter().flatten().chain(qua_dai(&ho_so)));
    let warned = outcome.diagnostics.iter().any(|d| !d.is_note());
    if warned && !request.chap_nhan_canh_bao && !request.thu {
        return Err(vec![chua_san_sang()]);
    }
    if loi(&request.che_do).is_empty() {
        outcome.notes.push(CHE_DO_KHONG_GHI.to_owned());
    }
    if request.thu {
        outcome.lines.extend(se_nop(&ho_so));
        return Ok(());
    }
    let beside = kho.tep_so().parent().map(std::path::Path::to_owned).unwrap_or_default();
    let named =
        format!("nop-luu-{}-{}", khong_dau(&request.nam.to_string()), khong_dau(&office.ky_hieu));
    let folder = request.output.clone().unwrap_or_else(|| beside.join(named));
    dong_goi(&ho_so, &folder, means, outcome)
}

fn ho_so<'c>(
    request: &HandOverRequest,
    (co_quan, ngay): (&'c CoQuan, Ngay),
    (ma_co_quan, ma, che_do): (String, MaHoSo, CheDo),
    tai_lieu: Vec<TaiLieu>,
) -> HoSoNop<'c> {
    let text = |text: &str| text.trim().to_owned();
    HoSoNop {
        co_quan,
        ky: request.nam.clone(),
        tieu_de: text(&request.tieu_de),
        ky_hieu: text(&request.ky_hieu),
        ma_co_quan,
        ma,
        che_do,
        tu_khoa: loi(&request.tu_khoa),
        ma_dang_ky: loi(&request.ma_dang_ky),
        thoi_han: text(&request.thoi_han),
        ngay,
        ben_giao: text(&request.ben_giao),
        ben_nhan: text(&request.ben_nhan),
        tai_lieu,
    }
}

/// With the numbers of the year's papers that have the words that were asked for.
fn theo_loi(
    request: &HandOverRequest,
    co_quan: &str,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<Option<HandOverRequest>, Vec<Diagnostic>> {
    let Some(loi) = &request.tim else { return Ok(None) };
    if !request.so_hieu.is_empty() {
        let fault = Diagnostic::error(
            "wrong-use",
            "chọn văn bản theo số, hoặc theo lời, không theo cả hai",
        );
        return Err(vec![fault.hint("bỏ --only hoặc bỏ --find")]);
    }
    let nam = match &request.nam {
        Ky::Nam(nam) => Some(nam),
        _ => None,
    };
    let asked = FindRequest {
        loi: loi.clone(),
        tu: nam.map(|nam| format!("1/1/{nam}")),
        den: nam.map(|nam| format!("31/12/{nam}")),
        place: request.place.clone(),
        ..FindRequest::default()
    };
    let so_hieu = find::cac_so(&asked, (co_quan, &request.nam), means, outcome)?;
    if so_hieu.is_empty() {
        let message = format!("{} không có văn bản nào có “{loi}”", request.nam.goi());
        let hint = "thử ít chữ hơn; xem trước các văn bản tìm thấy: vanthu register find LOI";
        return Err(vec![Diagnostic::error("wrong-use", message).hint(hint)]);
    }
    Ok(Some(HandOverRequest { so_hieu, ..request.clone() }))
}

fn co_quan<'c>(
    request: &HandOverRequest,
    offices: &'c [CoQuan],
    notes: &mut Vec<String>,
) -> Result<&'c CoQuan, Diagnostic> {
    mot_co_quan(offices, request.co_quan.as_deref(), notes).ok_or_else(|| {
        Diagnostic::error("missing-office", "không thấy tệp của cơ quan nộp lưu để lấy tên")
            .hint("chỉ ra thư mục hồ sơ có co-quan.yaml: --ho-so THU_MUC")
    })
}

/// Nobody hands over what is not written yet.
fn giao_sau(ngay: Ngay, all: &[TaiLieu]) -> Result<(), Vec<Diagnostic>> {
    let Some(last) = all.iter().filter_map(|one| one.ngay).max().filter(|last| ngay < *last) else {
        return Ok(());
    };
    let message = format!("ngày giao nộp {ngay} trước ngày của văn bản sau cùng, {last}");
    Err(vec![Diagnostic::error("wrong-use", message).hint("xem lại --date")])
}

fn chua_san_sang() -> Diagnostic {
    Diagnostic::error("not-ready", "chưa nộp lưu: còn điều nói ở trên")
        .hint("sửa cho đủ; đã xem và vẫn nộp thì thêm --chap-nhan-canh-bao")
}

fn se_nop(ho_so: &HoSoNop) -> Vec<String> {
    let mut out = vec![format!(
        "sẽ nộp lưu hồ sơ “{}”: {} văn bản, {} tệp, {} trang",
        ho_so.tieu_de,
        ho_so.tai_lieu.len(),
        ho_so.so_tep(),
        ho_so.so_trang()
    )];
    out.extend(ho_so.tai_lieu.iter().map(|one| {
        let files = if one.tep.is_empty() {
            "văn bản giấy".to_owned()
        } else {
            one.tep.iter().map(|tep| tep.ten.clone()).collect::<Vec<_>>().join(", ")
        };
        format!("  {} | {files}", one.so_hieu())
    }));
    out
}
