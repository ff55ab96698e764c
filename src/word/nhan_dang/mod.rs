//! Nhận dạng: what a Word file of any office says as a paper of the decree: its head, its body as light Markdown, its
//! foot, its appendices. A recogniser that scores words, place and look, and says where it is not sure.

mod anh;
mod bang;
mod chu;
mod cuoi_trang;
mod dau_doan;
mod dau_trang;
mod diem;
mod dong;
mod duoi_cuoi;
mod kieu;
mod net_mat;
mod nguoi_ky;
mod o_dau;
mod phu_luc;
mod than;
mod tieng_anh;
pub mod tu;
mod tuyen_tap;
mod vai;

use std::ops::Range;

use crate::word::doc_word::{Khoi, SO_TRANG, TepWord};
use crate::word::so_sanh::cau::trich;

pub use anh::AnhNhan;
pub use chu::{chu_md, md_mot_dong, mot_dong};
pub use cuoi_trang::{Cuoi, la_phu_luc};
pub use dau_doan::{DauDoan, doc as dau_doan, so_dieu};
pub use dau_trang::Dau;
pub use dong::{Cho, Dong, Goc, cua_khoi as cac_dong};
pub use kieu::Kieu;
pub use net_mat::ha_cao;
pub use nguoi_ky::{NguoiKyNhan, XacNhanNhan};
pub use phu_luc::{KemTheoNhan, PhuLucNhan, Sau, la_kem_theo};
pub use than::{KhoiThan, la_quyet};
pub use vai::{BoCuc, DongVai, VaiDong, bo_cuc};

/// A paper as it was recognised.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GiayNhan {
    pub dau: Dau,
    pub than: Vec<KhoiThan>,
    pub cuoi: Cuoi,
    pub sau: Sau,
    pub anh: Vec<AnhNhan>,
    /// Where the stamp stands that makes it a copy; what that says is none of the paper's.
    pub ban_sao: Option<String>,
    /// What stands at the foot of pages besides their numbers.
    pub chan_trang: Vec<String>,
    /// What was guessed.
    pub khong_chac: Vec<KhongChac>,
}

/// A guess, and where it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KhongChac {
    /// What the line was taken for, where it is one line.
    pub vai: Option<VaiDong>,
    pub noi: String,
    pub cau: String,
}

/// Paragraphs of the longest paper that is taken over: some three hundred pages.
pub const NHIEU_DOAN: usize = 12_000;

/// Bytes of their letters: three hundred full pages have half of it.
const NHIEU_CHU: usize = 2 << 20;

/// Whether a file is longer than any paper.
pub fn qua_dai(word: &TepWord) -> bool {
    let (mut count, mut letters) = (0_usize, 0_usize);
    for doan in word.khoi.iter().flat_map(Khoi::cac_doan) {
        count = count.saturating_add(1);
        letters = letters.saturating_add(doan.chu.len());
    }
    count > NHIEU_DOAN || letters > NHIEU_CHU
}

fn chan_trang(word: &TepWord) -> Vec<String> {
    let feet = word.dau_chan.iter().filter(|part| part.ten.starts_with("Chân"));
    let lines =
        feet.flat_map(|part| part.khoi.iter().flat_map(Khoi::cac_doan)).map(|doan| doan.in_ra());
    let mut out: Vec<String> = Vec::new();
    for line in lines.map(|line| tu::gon(&line)) {
        let letters = line.chars().any(char::is_alphabetic) && !line.contains(SO_TRANG);
        if letters && !out.contains(&line) {
            out.push(line);
        }
    }
    out
}

/// What stands behind the signatures without a title may be an appendix, or a line under the paper.
fn khong_ten(own: &PhuLucNhan) -> Option<KhongChac> {
    let first = own.than.first().filter(|_| own.tieu_de.is_empty())?;
    let cau =
        format!("{} đứng dưới chữ ký, không có tiêu đề: được đưa vào phụ lục", trich(&first.tron));
    Some(KhongChac { vai: None, noi: first.noi.clone(), cau })
}

/// Recognises a paper.
pub fn nhan_dang(word: &TepWord) -> GiayNhan {
    let kieu = Kieu::cua(word);
    let (khung, mut khong_chac) = vai::khung(word, &kieu);
    if !khung.co_cuoi {
        let cau = "không thấy phần Nơi nhận và chữ ký".to_owned();
        khong_chac.push(KhongChac { vai: None, noi: "Cuối văn bản".to_owned(), cau });
    }
    khong_chac.extend(net_mat::mat(word));
    let part = |range: Range<usize>| word.khoi.get(range).unwrap_or_default();
    let mut doc = than::DocThan::moi(word);
    let above = khung.kem_theo.iter().map(than::dong_giua);
    let than = above.chain(doc.cac_khoi(part(khung.than))).collect();
    let sau = phu_luc::doc(word, part(khung.sau), &kieu, &mut doc);
    khong_chac.extend(sau.phu_luc.iter().filter_map(khong_ten));
    let chan_trang = chan_trang(word);
    let (dau, cuoi, ban_sao) = (khung.dau, khung.cuoi, khung.ban_sao);
    GiayNhan { dau, than, cuoi, sau, anh: doc.anh, ban_sao, chan_trang, khong_chac }
}
