//! Biên bản giao nhận hồ sơ, tài liệu (form of Decree 30, Phụ lục V).

use super::HoSoNop;
use super::bang::{dam, giay, hai_ben_ky, loi, nghieng, nguoi_ky};
use crate::compose::document::Document;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::model::NgayBanHanh;

/// What is left to be written by hand.
const DE_TRONG: &str = "………………………………………………………";
/// The same on a line that has more words.
const TINH_TRANG: &str = "……………………………………";

/// The minutes; by mark and number the package is known again.
pub(super) fn bien_ban(
    ho_so: &HoSoNop,
    (dau, ma_goi): (&str, &str),
    fonts: &Fonts,
) -> Result<Document, Vec<Diagnostic>> {
    let name = |given: &str| if given.is_empty() { DE_TRONG.to_owned() } else { given.to_owned() };
    let thoi_gian = match ho_so.thoi_gian() {
        Some((tu, den)) => format!("từ ngày {tu} đến ngày {den}"),
        None => DE_TRONG.to_owned(),
    };
    let paper = ho_so.tai_lieu.iter().filter(|one| one.tep.is_empty()).count();
    let day = NgayBanHanh::cua(ho_so.ngay_in()).cum_tu();
    let mut blocks = vec![
        nghieng(
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.",
        ),
        loi(&format!("Hôm nay, {day}, tại {}, chúng tôi gồm:", ho_so.co_quan.ten)),
        dam("BÊN GIAO:"),
        loi(&format!("Ông (bà): {}", name(&ho_so.ben_giao))),
        dam("BÊN NHẬN:"),
        loi(&format!("Ông (bà): {}", name(&ho_so.ben_nhan))),
        loi("Thống nhất lập biên bản giao nhận hồ sơ, tài liệu với những nội dung như sau:"),
        loi(&format!("1. Tên khối tài liệu giao nộp: {}.", ho_so.tieu_de)),
        loi(&format!("2. Thời gian của hồ sơ, tài liệu: {thoi_gian}.")),
        loi("3. Số lượng hồ sơ, tài liệu:"),
        loi(&format!("a) Hồ sơ, tài liệu giấy: {paper:02} văn bản.")),
        loi(&format!(
            "b) Hồ sơ, tài liệu điện tử: tổng số hồ sơ: 01; tổng số tệp trong hồ sơ: {:02}; tổng số trang: {}.",
            ho_so.so_tep(),
            ho_so.so_trang()
        )),
    ];
    blocks.extend([
        loi(&format!("4. Tình trạng tài liệu giao nộp: {TINH_TRANG}")),
        loi("5. Mục lục hồ sơ, mục lục văn bản, tài liệu nộp lưu kèm theo."),
        loi(&format!("6. Dấu của gói hồ sơ điện tử: {dau}; mã gói: {ma_goi}.")),
        loi("Biên bản này được lập thành 02 bản; bên giao giữ 01 bản, bên nhận giữ 01 bản./."),
        hai_ben_ky(
            nguoi_ky("ĐẠI DIỆN BÊN GIAO", &ho_so.ben_giao),
            nguoi_ky("ĐẠI DIỆN BÊN NHẬN", &ho_so.ben_nhan),
        ),
    ]);
    giay(ho_so, ("Biên bản", vec!["Giao nhận hồ sơ, tài liệu".to_owned()]), blocks, fonts)
}
