//! Why a list can't be read, in the clerk's words.

use super::DONG_NHIEU_NHAT;
use crate::diagnostic::Diagnostic;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LoiBang {
    /// `.xls`, or a workbook behind a password.
    DoiCu,
    MatKhau,
    KhongPhai,
    /// What the part is, and what the reader says of it.
    Hong(&'static str, String),
    QuaLon,
    NhieuDong,
    Trong,
    NhieuTrang(Vec<String>),
    TrangLa(String, Vec<String>),
    KhongCoTrang,
    BangMa(String),
    DauNgan,
    NhayMo(usize),
}

impl LoiBang {
    pub(super) fn noi(self, ten: &str) -> Diagnostic {
        let (message, hint) = self.loi(ten);
        Diagnostic::error("bad-list", message).hint(hint)
    }

    fn loi(self, ten: &str) -> (String, String) {
        let luu_lai = "mở bằng Excel hoặc LibreOffice rồi lưu lại thành .xlsx, không đặt mật khẩu";
        match self {
            Self::DoiCu => (
                format!("“{ten}” là tệp Excel đời cũ (.xls) hoặc tệp có mật khẩu"),
                luu_lai.to_owned(),
            ),
            Self::MatKhau => {
                (format!("“{ten}” có mật khẩu nên không đọc được"), luu_lai.to_owned())
            }
            Self::KhongPhai => (
                format!("“{ten}” không phải là danh sách .xlsx, .ods hay .csv"),
                "chỉ ra tệp danh sách có dòng đầu là tên các cột; Excel mở được tệp này thì lưu lại thành .xlsx"
                    .to_owned(),
            ),
            Self::Hong(phan, why) => {
                (format!("không đọc được {phan} của “{ten}”: {why}"), luu_lai.to_owned())
            }
            Self::QuaLon => (
                format!("danh sách “{ten}” lớn bất thường nên không đọc"),
                "chép các cột cần dùng sang một tệp mới rồi trộn tệp ấy".to_owned(),
            ),
            Self::NhieuDong => (
                format!("danh sách “{ten}” có quá {DONG_NHIEU_NHAT} dòng"),
                "tách thành nhiều tệp, hoặc xoá các dòng thừa ở cuối bảng".to_owned(),
            ),
            Self::Trong => (
                format!("danh sách “{ten}” không có dòng nào"),
                "ghi tên các cột ở dòng đầu, mỗi người hoặc mỗi đơn vị một dòng ở dưới".to_owned(),
            ),
            Self::NhieuTrang(all) => (
                format!("“{ten}” có nhiều trang tính có dữ liệu: {}", all.join(", ")),
                format!("chọn một trang: --sheet \"{}\"", all.first().map_or("", String::as_str)),
            ),
            Self::TrangLa(trang, all) => (
                format!("“{ten}” không có trang tính “{trang}”"),
                format!("các trang tính: {}", all.join(", ")),
            ),
            Self::KhongCoTrang => {
                (format!("“{ten}” là tệp .csv nên không có trang tính"), "bỏ --sheet".to_owned())
            }
            Self::BangMa(why) => (
                format!("không rõ “{ten}” lưu bằng bảng mã nào: {why}"),
                "trong Excel chọn Save As, kiểu “CSV UTF-8”, hoặc lưu thành .xlsx rồi trộn tệp ấy"
                    .to_owned(),
            ),
            Self::DauNgan => (
                format!(
                    "không rõ các cột của “{ten}” ngăn nhau bằng dấu nào (dấu phẩy, chấm phẩy hay Tab)"
                ),
                "lưu thành .xlsx, hoặc ghi “sep=;” ở dòng đầu tệp".to_owned(),
            ),
            Self::NhayMo(dong) => (
                format!(
                    "“{ten}”, dòng {dong}: dấu nháy kép của ô mở mà không đóng, hoặc đóng giữa ô"
                ),
                "thêm dấu nháy kép cuối ô; dấu nháy trong ô gõ hai lần".to_owned(),
            ),
        }
    }
}
