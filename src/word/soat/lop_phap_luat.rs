//! Which rules a paper stands under: by its head, its number and its day.

use super::PhatHien;
use super::giay::Giay;
use crate::diagnostic::Diagnostic;
use crate::model::BoQuyTac;
use crate::model::loi_van::LoiVan;
use crate::rules::bo_quy_tac::{MAC_DINH, bo_can_cu, doi_can_cu, doi_can_cu_kieu};
use crate::word::doc_word::dang::CanLe;
use crate::word::nhan_dang::VaiDong;
use crate::word::nhan_dang::tu::{gon, khoa, toan_hoa};

/// The rules of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ApDung {
    /// This set.
    Theo(BoQuyTac),
    /// Others, which are not known here: those before this set, or those of another sort of paper.
    Khac(BoQuyTac),
}

impl ApDung {
    /// How the words are looked at. What either set allows is nothing to tell under rules that are not known.
    pub fn loi_van(self) -> LoiVan {
        match self {
            Self::Theo(bo) => bo.loi_van,
            Self::Khac(bo) => LoiVan { ngay_tat: bo.loi_van.ngay_tat, ..MAC_DINH.loi_van },
        }
    }

    /// Lets a finding cite these rules.
    pub fn ghi_can_cu(self, d: &mut Diagnostic) {
        match self {
            Self::Theo(bo) if ["word-size", "word-style"].contains(&&*d.code) => {
                doi_can_cu_kieu(d, bo);
            }
            Self::Theo(bo) => doi_can_cu(d, bo),
            Self::Khac(bo) if bo.can_cu.is_some() => bo_can_cu(d, bo),
            Self::Khac(_) => {}
        }
    }
}

/// The rules, and what is to be told of them.
pub(super) fn xet(giay: &Giay) -> (ApDung, Vec<PhatHien>) {
    let bo = giay.bo;
    let note = |d: Diagnostic| (ApDung::Khac(bo), giay.ca_tep("", d).into_iter().collect());
    let dau = &giay.bo_cuc.dau;
    let head = dau.quoc_hieu || giay.co_vai(VaiDong::TieuNgu);
    // A person's petition has the head of the State, but neither office nor number.
    let thu_cong = dau.loai.is_some_and(|loai| loai.khoa() == "thu_cong");
    let office = giay.co_vai(VaiDong::CoQuan);
    if !(head || office) || !(dau.co_dong_so || office || thu_cong) {
        let message = "không thấy tên cơ quan, số và ký hiệu ở đầu tệp: không phải văn bản của một cơ quan, nên không soát thể thức, chỉ soát lời văn";
        return note(Diagnostic::note("word-not-paper", message));
    }
    if let Some(ten) = phieu_noi_bo(giay) {
        let message = format!(
            "“{ten}” không có trong các loại văn bản ở Điều 7 Nghị định 30/2020/NĐ-CP, không có đủ số và Nơi nhận: phiếu xử lý công việc trong cơ quan, nên không soát thể thức, chỉ soát lời văn"
        );
        return note(Diagnostic::note("word-not-paper", message));
    }
    if so_co_nam(giay) {
        let message = "số có năm ở giữa, như văn bản quy phạm pháp luật: thể thức không theo Nghị định 30/2020/NĐ-CP nên không soát, chỉ soát lời văn";
        return note(Diagnostic::note("word-other-rules", message));
    }
    match truoc(giay) {
        Some(message) if bo == MAC_DINH => note(Diagnostic::note("word-old-rules", message)),
        Some(message) => note(Diagnostic::note("word-other-rules", message)),
        None => (ApDung::Theo(bo), tieu_de_rieng(giay).into_iter().collect()),
    }
}

/// A slip by which an office goes about its own work, of a kind that no set has, without number or recipients.
fn phieu_noi_bo(giay: &Giay) -> Option<String> {
    let dau = &giay.bo_cuc.dau;
    let issued = dau.co_dong_so && giay.bo_cuc.cuoi.co_noi_nhan;
    let first = giay.doan.iter().filter(|one| one.so > 0).take(DONG_DAU);
    let mut titles = first.filter(|one| one.dang.can == CanLe::Giua).map(|one| gon(&one.chu));
    let slip = |text: &String| toan_hoa(text) && khoa(text).starts_with("phieu ");
    titles.find(slip).filter(|_| dau.loai.is_none() && !issued)
}

/// Among so many first lines a title stands.
const DONG_DAU: usize = 15;

/// An office with a line of its own may have rules of its own.
fn tieu_de_rieng(giay: &Giay) -> Option<PhatHien> {
    let (own, ten) = (giay.bo_cuc.dau.tieu_de.as_deref()?, giay.bo.ten);
    let message = format!(
        "tiêu đề riêng “{own}”: soát theo {ten}; tổ chức có hướng dẫn riêng về thể thức thì theo hướng dẫn ấy"
    );
    giay.ca_tep("tieu_de", Diagnostic::note("word-other-rules", message))
}

/// What is to be said of a paper that is older than its set.
fn truoc(giay: &Giay) -> Option<String> {
    let bo = giay.bo;
    let ngay = giay.ngay().filter(|ngay| *ngay < bo.tu_ngay())?;
    let ghi = match giay.bo_cuc.dau.ngay.as_deref().map(|text| text.split('/').count()) {
        Some(1) => ngay.format("năm %Y"),
        Some(2) => ngay.format("tháng %-m/%Y"),
        _ => ngay.format("ngày %d/%m/%Y"),
    };
    let tu_ngay = bo.tu_ngay().format("%d/%-m/%Y");
    let (ten, van_ban, truoc) = (bo.ten, bo.soat.ten_van_ban, bo.soat.truoc_do);
    Some(format!(
        "{van_ban} ghi {ghi}, trước khi {ten} có hiệu lực ({tu_ngay}): \
         lúc ấy thể thức theo {truoc}, nên không soát, chỉ soát lời văn"
    ))
}

/// `Số: 05/2026/NQ-HĐND`, where the set knows such papers.
fn so_co_nam(giay: &Giay) -> bool {
    let year =
        |part: &str| part.trim().len() == 4 && part.trim().bytes().all(|b| b.is_ascii_digit());
    !giay.bo.quy_pham.is_empty()
        && giay.vai(VaiDong::So).any(|(line, _)| line.dong.chu.split('/').skip(1).any(year))
}
