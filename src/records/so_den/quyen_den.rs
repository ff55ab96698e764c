//! Quyển đến: the incoming book among the books that are kept with the machinery of `phat_hanh`.

use std::path::Path;

use super::goi_den::dich_den;
use super::so_cai_den::SoCaiDen;
use super::tren_dia::doc_so_den;
use super::{DongDen, SoVanBanDen, ViecDen, dong_so};
use crate::diagnostic::Diagnostic;
use crate::records::phat_hanh::chung::{Chung, ChungMoi, DaySo};
use crate::records::phat_hanh::kho::{Kho, KhoKhoa};
use crate::records::phat_hanh::quyen::{Quyen, ViecGhi};
use crate::records::phat_hanh::so_tren_dia::TinhChung;
use crate::records::phat_hanh::y_dinh::cac_dong;
use crate::records::so_dang_ky::Day;

/// What the witness begins with, for the people who open it.
const MO_DAU_CHUNG: &str = "\
# Chứng của so-van-ban-den.txt: chương trình viết lại sau mỗi lần ghi sổ, nhờ đó sổ mất dòng ở cuối thì biết ngay.
# Không sửa, không xoá; sao lưu thì chép cùng với sổ.
";
/// What stands in the place of an office in the witness's lines: papers come to one book.
const DEN: &str = "đến";
const MAT_DEN: &str = "mật-đến";

/// The book of incoming papers.
pub static VAN_BAN_DEN: Quyen = Quyen {
    tep_so: "so-van-ban-den.txt",
    tep_chung: "so-van-ban-den.chung",
    tep_ban_chep: ".so-van-ban-den.ban-chep",
    thu_muc: "den",
    tep_khoa: ".so-van-ban-den.khoa",
    tep_luot: ".so-van-ban-den.luot",
    lenh: "incoming",
    lam_lai: "ghi lại",
    lay_lai: "lấy lại so-van-ban-den.txt và so-van-ban-den.chung từ bản lưu; không còn bản lưu thì dựng lại sổ từ các văn bản đã lưu: vanthu \
              incoming rebuild",
    da_co,
    viec,
    lanh,
    chung,
    kem: dong_so::cap_nhat,
};

/// The book of secret papers, which has numbers of its own.
pub static VAN_BAN_MAT_DEN: Quyen = Quyen {
    tep_so: "so-van-ban-mat-den.txt",
    tep_chung: "so-van-ban-mat-den.chung",
    tep_ban_chep: ".so-van-ban-mat-den.ban-chep",
    thu_muc: "den-mat",
    tep_khoa: ".so-van-ban-mat-den.khoa",
    tep_luot: ".so-van-ban-mat-den.luot",
    lenh: "incoming",
    lam_lai: "ghi lại",
    lay_lai: "lấy lại so-van-ban-mat-den.txt và so-van-ban-mat-den.chung từ bản lưu; không còn bản lưu thì dựng lại sổ từ các văn bản đã lưu: vanthu \
              incoming rebuild --mat",
    da_co,
    viec,
    lanh,
    chung,
    kem: dong_so::cap_nhat,
};

/// Whether it is the book of secret papers.
pub fn la_mat(quyen: &Quyen) -> bool {
    quyen.tep_so == VAN_BAN_MAT_DEN.tep_so
}

/// A kept folder is never overwritten.
fn da_co(path: &Path) -> Diagnostic {
    let message = format!("đã có thư mục {}; văn bản đã lưu không bị ghi đè", path.display());
    Diagnostic::error("folder-taken", message)
        .hint("kiểm tra sổ bằng “vanthu incoming check”; thư mục lạ thì chuyển đi chỗ khác")
}

/// Whoever deals with a paper may be named in the same go as the paper; an answer is one line.
fn viec(them: &str) -> Option<ViecGhi> {
    let lines = cac_dong::<DongDen>(them)?;
    let (first, rest) = lines.split_first()?;
    let one_paper = first.viec != ViecDen::KhongRo
        && rest.iter().all(|dong| {
            let later = !dong.viec.mo_so() && !dong.viec.cua_nam();
            dong.so_den == first.so_den && later && dong.bang_ke.is_empty()
        });
    let keeps = first.viec == ViecDen::Den && !first.bang_ke.is_empty();
    let may = one_paper && (keeps || first.bang_ke.is_empty());
    may.then(|| ViecGhi {
        dich: keeps.then(|| dich_den(first.so_den)),
        bang_ke: first.bang_ke.clone(),
    })
}

fn lanh(text: &str, ten: &str) -> bool {
    SoVanBanDen::doc(text, ten).1.is_empty()
}

fn chung(kho: &Kho) -> Result<ChungMoi, Diagnostic> {
    let doc = doc_so_den(kho)?;
    Ok(match doc.chung {
        _ if !doc.sai.is_empty() || doc.so.dong.is_empty() => ChungMoi::Hong,
        TinhChung::Khop => ChungMoi::Khop,
        TinhChung::Sau | TinhChung::Chua => ChungMoi::Viet(loi_chung(kho, &doc.so, &doc.cai)),
    })
}

/// Brings the witness up to the book.
pub fn cap_nhat_chung(kho: &KhoKhoa) -> Result<(), Diagnostic> {
    crate::records::phat_hanh::chung::cap_nhat(kho)
}

/// The witness of a book as it is written.
pub fn loi_chung(kho: &Kho, so: &SoVanBanDen, cai: &SoCaiDen) -> String {
    let quyen = kho.quyen();
    let mo_dau = MO_DAU_CHUNG.replace(VAN_BAN_DEN.tep_so, quyen.tep_so);
    chung_cua(so, cai, if la_mat(quyen) { MAT_DEN } else { DEN }).viet_cua(&mo_dau)
}

fn chung_cua(so: &SoVanBanDen, cai: &SoCaiDen, ten: &str) -> Chung {
    let day = cai.cac_nam().into_iter().filter_map(|nam| {
        let first = cai.cua_nam(nam).next()?.so_den().so;
        let last = cai.so_cuoi(nam)?;
        let day = Day { ky: nam.into(), co_quan: ten.to_owned(), loai: None };
        Some(DaySo { day, dau: first, cuoi: last })
    });
    Chung {
        cuoi: so.cuoi_so(),
        dau: so.dau_cuoi().to_owned(),
        day: day.collect(),
        khoa: cai.nam_khoa().map(|nam| (nam.into(), ten.to_owned())).collect(),
    }
}
