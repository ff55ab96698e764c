//! Soát: how any Word file stands to the layout of its set of rules: paper, faces, sizes, head, body, foot, page
//! numbers. Rules cite the decree and read every figure and form from the set; at the end clauses become the set's. What a file does not say, or says in a way that can't be read for sure, is no finding.

mod can_cu;
mod chu;
mod co_quan;
mod cuoi_chu;
mod dai_ke;
mod dau_chu;
mod dau_ngan;
mod de_ky;
mod de_muc;
mod duong_ke;
mod giay;
mod gom;
mod khoan_ten;
mod ky_hieu;
mod lop_phap_luat;
mod mau;
mod mien;
mod muc_than;
mod nhin;
mod nhu_dieu;
mod phu_luc;
mod quyet;
mod so_dau;
mod so_trang;
mod soan;
mod than_bai;
mod thanh_phan;
mod theo_bo;
mod thu_tu;
mod trang_giay;

use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::word::doc_word::TepWord;
use giay::Giay;
pub use lop_phap_luat::ApDung;

/// A finding, and the paragraph of the main part that it is about.
#[derive(Debug, Clone)]
pub struct PhatHien {
    pub duong: Vec<usize>,
    pub d: Diagnostic,
    /// Findings with the same words here are told once, with their places.
    gom: Option<String>,
    so: usize,
}

impl PhatHien {
    /// One that is about the wording of a paragraph.
    pub fn cua_loi_van(duong: Vec<usize>, d: Diagnostic) -> Self {
        Self { duong, d, gom: None, so: 0 }
    }
}

/// A text of the file, for the rules about wording.
#[derive(Debug, Clone)]
pub struct ChuCuaGiay {
    pub duong: Vec<usize>,
    /// Its number among the paragraphs that say something.
    pub so: usize,
    pub chu: String,
    /// It is a name, or a fixed phrase.
    pub la_ten: bool,
}

/// What there is to say of a file.
#[derive(Debug, Clone)]
pub struct KetQua {
    pub phat_hien: Vec<PhatHien>,
    pub chu: Vec<ChuCuaGiay>,
    /// It is dated after the districts were abolished on 1 July 2025.
    pub sau_2025: bool,
    pub ap_dung: ApDung,
}

/// Letters of a wrong size make a line under them too long or too short, which is no second fault.
fn khong_keo_theo(found: &mut Vec<PhatHien>) {
    let sizes: Vec<Vec<usize>> =
        found.iter().filter(|one| one.d.code == "word-size").map(|one| one.duong.clone()).collect();
    found.retain(|one| one.d.code != "word-rule-length" || !sizes.contains(&one.duong));
}

/// A rule about a paper, and one about the paragraphs of its body, each as what it is.
type LuatGiay = fn(&Giay) -> Vec<PhatHien>;
type LuatThan = fn(&Giay, &[(muc_than::Muc, &giay::MotDoan)]) -> Vec<PhatHien>;

/// Looks at a file that people know as `ten`; `fonts` measure letters of the decree's face.
pub fn soat(word: &TepWord, ten: &str, fonts: &Fonts) -> KetQua {
    let giay = Giay::moi(word, ten, fonts);
    let (ap_dung, mut found) = lop_phap_luat::xet(&giay);
    if matches!(ap_dung, ApDung::Theo(_)) {
        let than = muc_than::doc(&giay);
        let truoc: [LuatGiay; 6] = [
            trang_giay::soat,
            so_trang::soat,
            thanh_phan::soat,
            dau_chu::soat,
            theo_bo::soat,
            duong_ke::soat,
        ];
        let cua_than: [LuatThan; 3] = [than_bai::soat, de_muc::soat, khoan_ten::soat];
        let sau: [LuatGiay; 3] = [cuoi_chu::soat, phu_luc::soat, chu::soat];
        let ca_bai: [LuatThan; 3] = [thu_tu::soat, quyet::soat, nhu_dieu::soat];
        found.extend(truoc.iter().flat_map(|rule| rule(&giay)));
        found.extend(cua_than.iter().flat_map(|rule| rule(&giay, &than)));
        found.extend(sau.iter().flat_map(|rule| rule(&giay)));
        // What lacks in an extract was left out.
        if !giay.trich_sao() {
            found.extend(ca_bai.iter().flat_map(|rule| rule(&giay, &than)));
        }
        khong_keo_theo(&mut found);
    }
    for one in &mut found {
        ap_dung.ghi_can_cu(&mut one.d);
    }
    let mut phat_hien = gom::gom(found);
    phat_hien.sort_by_key(|one| one.so);
    KetQua { phat_hien, chu: giay.cac_chu(), sau_2025: giay.sau_2025(), ap_dung }
}
