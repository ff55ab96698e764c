//! What a clerk calls a field.

use crate::model::chu_dau::hoa_dau;

/// Keys that are met everywhere. What stands here needs no description to be understood.
const QUEN: &[(&str, &str)] = &[
    ("noi_dung", "Nội dung"),
    ("can_cu", "Căn cứ"),
    ("mo_dau", "Đoạn mở đầu"),
    ("trich_yeu", "Trích yếu"),
    ("kinh_gui", "Kính gửi"),
    ("noi_nhan", "Nơi nhận"),
    ("nguoi_ky", "Người ký"),
    ("ho_ten", "Họ và tên"),
    ("chuc_vu", "Chức vụ"),
    ("ngay_ban_hanh", "Ngày ban hành"),
    ("so", "Số"),
    ("luu", "Nơi lưu"),
    ("ten", "Tên"),
    ("loai", "Loại"),
    ("dong", "Quyền hạn, chức vụ (từng dòng)"),
    ("ky_hieu", "Ký hiệu"),
    ("dia_danh", "Địa danh"),
    ("dia_chi", "Địa chỉ"),
    ("dien_thoai", "Điện thoại"),
    ("ghi_chu", "Ghi chú"),
    ("co_quan_chu_quan", "Cơ quan chủ quản (dòng trên)"),
    ("co_quan_ban_hanh", "Cơ quan ban hành (dòng dưới, in đậm)"),
    ("chuc_vu_khac", "Chức vụ khác"),
    ("muc", "Mức chi"),
    ("the_thuc", "Cỡ chữ, lề, khoảng cách"),
    ("tu", "Từ"),
    ("den", "Đến"),
    ("chi_tiet", "Kế hoạch chi tiết"),
    ("ket_qua", "Báo cáo kết quả"),
    ("theo", "Cách đánh số"),
    ("dau_so", "Số đầu tiên của năm"),
    ("bo_qua", "Quy tắc soát lỗi không dùng"),
    ("mau", "Thư mục mẫu riêng của cơ quan"),
    ("bo_quy_tac", "Bộ quy tắc thể thức"),
    ("tieng_anh", "Tên tiếng Anh"),
    ("in_hai_mat", "In hai mặt giấy"),
];

/// What is to be written, where the description speaks to whoever writes files.
const GIAI_THICH: &[(&str, &str)] = &[
    (
        "dau_so",
        "Chỉ ghi khi bắt đầu dùng chương trình giữa năm; mỗi dòng một năm, ví dụ: 2026: 105",
    ),
    ("bo_qua", "Mỗi dòng một mã, ví dụ: VT603"),
    ("mau", "Chỉ ghi khi cơ quan có bộ mẫu riêng; nhờ người phụ trách máy"),
    (
        "thu_muc",
        "Để trống thì sổ nằm cùng thư mục với các văn bản; muốn khác thì nhờ người phụ trách máy",
    ),
];

/// Values that files write without tone marks, as a clerk reads them.
const GIA_TRI: &[(&str, &str, &str)] = &[
    ("chu_trong_o", "giua", "Giữa ô"),
    ("chu_trong_o", "tren", "Sát mép trên"),
    ("dau_thanh", "kieu_moi", "Kiểu mới: hoà, khoẻ, thuỷ"),
    ("dau_thanh", "kieu_cu", "Kiểu cũ: hòa, khỏe, thủy"),
    ("duong_ke", "vien", "Viền của đoạn, không xê dịch được"),
    ("duong_ke", "hinh_ve", "Nét vẽ, như vẫn vẽ trong Word"),
    ("dinh_kem", "khong", "Không"),
    ("dinh_kem", "du_lieu", "Trường dữ liệu theo Phụ lục VI"),
    ("dinh_kem", "nguon", "Trường dữ liệu và các tệp soạn thảo"),
    ("o_ky", "co", "Có"),
    ("o_ky", "khong", "Không"),
    ("in_hai_mat", "co", "Có"),
    ("in_hai_mat", "khong", "Không"),
    ("bo_quy_tac", "nd30", "Nghị định 30/2020/NĐ-CP"),
    ("bo_quy_tac", "hd05", "Văn bản của Đảng (Hướng dẫn 05-HD/VPTW)"),
    ("theo", "nam", "Mỗi năm một dãy số chung"),
    ("theo", "loai", "Mỗi loại văn bản một dãy số trong năm"),
    ("theo", "nhom", "Mỗi nhóm loại một dãy số, các loại còn lại chung một dãy"),
];

/// What a value is called.
pub fn gia_tri(khoa: &str, value: &str) -> String {
    let known = GIA_TRI.iter().find(|(own, word, _)| (*own, *word) == (khoa, value));
    known.map_or_else(|| value.replace('_', " "), |(_, _, ten)| (*ten).to_owned())
}

/// The description of a field.
pub fn giai_thich(khoa: &str, mo_ta: &str) -> String {
    let own = GIAI_THICH.iter().find(|(own, _)| *own == khoa);
    own.map_or_else(|| loi_giai(mo_ta), |(_, text)| (*text).to_owned())
}

/// The description of a choice: its values are there to be read, so only what holds without one is told.
pub fn loi_giai_chon(mo_ta: &str, values: &[(String, String)]) -> String {
    let Some((_, word)) = mo_ta.split_once("không ghi thì ") else { return String::new() };
    let word = word.split([';', '(']).next().unwrap_or_default().trim();
    let bare = word.trim_start_matches("là ");
    let shown = values.iter().find(|(value, _)| value == bare);
    match shown {
        Some((_, ten)) => format!("Không chọn thì là: {ten}"),
        None => format!("Không chọn thì {word}"),
    }
}

/// A short name: the known one, or the first words of the description.
pub fn nhan(khoa: &str, mo_ta: &str) -> String {
    if let Some((_, ten)) = QUEN.iter().find(|(own, _)| *own == khoa) {
        return (*ten).to_owned();
    }
    let whole = mo_ta.split([';', ':', '(', '.']).next().unwrap_or_default();
    let whole = whole.split(", hoặc tên").next().unwrap_or_default();
    let first = whole.split(',').next().unwrap_or_default();
    // A key of another file is no word of a clerk's.
    let plain = |text: &str| !text.trim().is_empty() && !text.contains('_');
    let short = |text: &&str| plain(text) && text.chars().count() <= 60;
    let text = [whole, first].into_iter().find(short);
    hoa_dau(&text.map_or_else(|| khoa.replace('_', " "), |text| text.trim().to_owned()))
}

/// The description for whoever doesn't see files: without what is said about them.
pub fn loi_giai(mo_ta: &str) -> String {
    let mo_ta = mo_ta.trim_end_matches(". Một đoạn chữ, hoặc danh sách các dòng");
    let parts = mo_ta.split("; ").map(str::trim);
    let of_files = |part: &&str| {
        !["_", "tệp", ".md", "YAML", "phần tử", "ghi danh sách", "vanthu "]
            .iter()
            .any(|word| part.contains(word))
    };
    let said: Vec<&str> = parts.filter(of_files).collect();
    match said.is_empty() {
        // What the first clause says before it comes to files.
        true => {
            let first = mo_ta.split(", hoặc tên một tệp").next().unwrap_or_default();
            if first == mo_ta { String::new() } else { hoa_dau(first) }
        }
        false => hoa_dau(&said.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_not_spoken_of() {
        assert_eq!(loi_giai("Lời văn của công văn, hoặc tên một tệp .md"), "Lời văn của công văn");
        assert_eq!(loi_giai("Mỗi căn cứ một phần tử; dấu chấm tự thêm"), "Dấu chấm tự thêm");
        assert_eq!(nhan("thoi_gian_hop", "thời gian họp (giờ, ngày)"), "Thời gian họp");
    }
}
