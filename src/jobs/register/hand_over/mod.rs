//! `register hand-over`: a year's papers, or some of them, become one hồ sơ for the archive: each is judged as it lies in
//! its folder, then all are packed with their lists, the minutes and the digests.

mod chon;
mod kiem;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::find::{self, FindRequest};
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, chua_co_so, kho_cua, loi_tham_so};
use crate::jobs::{Means, Outcome, duong_dan, load};
use crate::machine::output::{NewFolder, not_ours};
use crate::machine::paths::inside;
use crate::model::{CoQuan, Ky, Ngay};
use crate::records::nop_luu::{BangKeNop, HoSoNop, TEP_BANG_KE, TEP_DU_LIEU, du_lieu};
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::khong_dau;
use crate::writers::pdf::PdfChoice;
use crate::{writers::docx, writers::pdf};
use chon::Chon;

pub use kiem::{kiem, la_goi};

/// What is done to a paper.
const VIEC: &str = "nộp lưu";
/// Its name; the list of digests can't list what bears the list's own mark.
const BIEN_BAN: &str = "bien-ban-giao-nhan";

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
    let (kho, offices) = kho_cua(&request.place);
    let office = co_quan(request, &offices);
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
    let chon = Chon { request, kho: &kho, doc: &doc, co_quan: office };
    let tai_lieu = chon.tai_lieu(means, outcome)?;
    let warned = outcome.diagnostics.iter().any(|d| !d.is_note());
    if warned && !request.chap_nhan_canh_bao && !request.thu {
        return Err(vec![chua_san_sang()]);
    }
    let ho_so = HoSoNop {
        co_quan: office,
        ky: request.nam.clone(),
        tieu_de: request.tieu_de.trim().to_owned(),
        ky_hieu: request.ky_hieu.trim().to_owned(),
        thoi_han: request.thoi_han.trim().to_owned(),
        ngay,
        ben_giao: request.ben_giao.trim().to_owned(),
        ben_nhan: request.ben_nhan.trim().to_owned(),
        tai_lieu,
    };
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

/// What the lists can't do without.
fn co_loi(request: &HandOverRequest) -> Result<(), Diagnostic> {
    let missing = [
        (&request.tieu_de, "tiêu đề hồ sơ", "--title \"Tập lưu văn bản đi năm 2026\""),
        (&request.ky_hieu, "số, ký hiệu hồ sơ", "--code 01.VP"),
        (&request.thoi_han, "thời hạn lưu trữ", "--retention \"20 năm\""),
    ];
    match missing.iter().find(|(text, ..)| text.trim().is_empty()) {
        None => Ok(()),
        Some((_, what, example)) => {
            Err(Diagnostic::error("wrong-use", format!("còn thiếu {what}"))
                .hint(format!("ví dụ: {example}")))
        }
    }
}

fn co_quan<'c>(request: &HandOverRequest, offices: &'c [CoQuan]) -> Result<&'c CoQuan, Diagnostic> {
    let wanted = request.co_quan.as_deref();
    offices.iter().find(|c| wanted.is_none_or(|w| w == c.ky_hieu)).ok_or_else(|| {
        Diagnostic::error("missing-office", "không thấy tệp của cơ quan nộp lưu để lấy tên")
            .hint("chỉ ra thư mục hồ sơ có co-quan.yaml: --ho-so THU_MUC")
    })
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

/// Writes everything into a folder that takes its name at the end. A package that is there stays as it is.
fn dong_goi(
    ho_so: &HoSoNop,
    folder: &std::path::Path,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let fonts = load::fonts(None).map_err(one)?;
    let may_go = |there: &std::path::Path| Err(not_ours(there, "gói đã nộp thì không thay"));
    let mut files: Vec<(String, Vec<u8>)> = vec![(TEP_DU_LIEU.to_owned(), du_lieu(ho_so))];
    for (ten, document) in ho_so.giay(&fonts)? {
        files.extend(hai_tep(ten, &document, &fonts)?);
    }
    let papers = ho_so.tai_lieu.iter().flat_map(|one| &one.tep);
    let papers = papers.map(|tep| (tep.ten.as_str(), tep.bytes.as_slice()));
    let own = files.iter().map(|(ten, bytes)| (ten.as_str(), bytes.as_slice()));
    let list = BangKeNop::cua(&ho_so.tieu_de, own.chain(papers.clone())).viet();
    let dau = BangKeNop::dau(&list);
    let minutes = hai_tep(BIEN_BAN, &ho_so.bien_ban(&dau, &fonts)?, &fonts)?;
    let mut new = NewFolder::begin(folder, &may_go).map_err(one)?;
    for (ten, bytes) in files.iter().chain(&minutes) {
        new.add(ten, bytes).map_err(one)?;
    }
    for (ten, bytes) in papers {
        means.progress.more(0);
        new.add(ten, bytes).map_err(one)?;
    }
    new.add(TEP_BANG_KE, &list).map_err(one)?;
    new.finish().map_err(one)?;
    let printed = files.iter().chain(&minutes).map(|(ten, _)| inside(folder, ten));
    outcome.made.extend(printed.chain([inside(folder, TEP_BANG_KE)]));
    outcome.lines.push(format!(
        "đã đóng gói {} văn bản, {} tệp vào {}; dấu của gói: {dau}",
        ho_so.tai_lieu.len(),
        ho_so.so_tep(),
        folder.display()
    ));
    Ok(())
}

fn hai_tep(
    ten: &str,
    document: &crate::compose::document::Document,
    fonts: &crate::compose::fonts::Fonts,
) -> Result<Vec<(String, Vec<u8>)>, Vec<Diagnostic>> {
    let word = docx::write(document)
        .map_err(|e| vec![Diagnostic::error("internal", format!("{ten}: {e}"))])?;
    let pages = pdf::write(document, fonts, &PdfChoice::default())?.bytes;
    Ok(vec![(format!("{ten}.pdf"), pages), (format!("{ten}.docx"), word)])
}
