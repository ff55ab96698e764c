//! Trích yếu inside a line: after the name of its kind it goes on in small letters.

use super::chu_dau::thuong_dau;

/// Words that a subject begins with and that are no name: only they become small.
const MO_DAU: &[&str] = &[
    "về",
    "ban hành",
    "bãi bỏ",
    "báo cáo",
    "bổ nhiệm",
    "bổ sung",
    "cho phép",
    "công bố",
    "công nhận",
    "công tác",
    "cung cấp",
    "cử",
    "chấn chỉnh",
    "chấm dứt",
    "chuẩn bị",
    "đánh giá",
    "đào tạo",
    "đề nghị",
    "điều chỉnh",
    "điều động",
    "đính chính",
    "giải quyết",
    "giải trình",
    "giám sát",
    "giao",
    "góp ý",
    "hủy bỏ",
    "huỷ bỏ",
    "hướng dẫn",
    "kết luận",
    "kết quả",
    "khen thưởng",
    "kiểm tra",
    "kiện toàn",
    "lấy ý kiến",
    "miễn nhiệm",
    "nâng cao",
    "phát động",
    "phân công",
    "phê duyệt",
    "phối hợp",
    "phòng, chống",
    "quy định",
    "rà soát",
    "sắp xếp",
    "sơ kết",
    "sửa đổi",
    "tăng cường",
    "thành lập",
    "thay thế",
    "thẩm định",
    "theo dõi",
    "thi hành",
    "thực hiện",
    "thu hồi",
    "tiếp nhận",
    "tiếp tục",
    "tình hình",
    "tổ chức",
    "tổng hợp",
    "tổng kết",
    "triển khai",
    "trích",
    "tuyển dụng",
    "xây dựng",
    "xin",
    "xử lý",
];

/// `về việc …` of `Về việc …`; a subject that may begin with a name is left as it is.
pub fn trong_cau(trich_yeu: &str) -> String {
    match MO_DAU.iter().any(|word| mo_dau_bang(trich_yeu, word)) {
        true => thuong_dau(trich_yeu),
        false => trich_yeu.to_owned(),
    }
}

/// Whether the words stand first, with no other capital than the first letter. After a single word a
/// capital may be the rest of a name: `Giao Thủy`.
fn mo_dau_bang(trich_yeu: &str, word: &str) -> bool {
    let length = word.chars().count();
    let head: String = trich_yeu.chars().take(length).collect();
    let mut rest = trich_yeu.chars().skip(length);
    let ends = rest.next().is_none_or(|c| !c.is_alphanumeric());
    let name = !word.contains(' ') && word != "về" && rest.next().is_some_and(char::is_uppercase);
    let capitals = head.chars().skip(1).any(char::is_uppercase);
    ends && !name && !capitals && head.to_lowercase() == word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_no_name_becomes_small() {
        assert_eq!(trong_cau("Về việc phê duyệt"), "về việc phê duyệt");
        assert_eq!(trong_cau("Kết quả 06 tháng"), "kết quả 06 tháng");
        for text in
            ["Đoàn công tác", "Giaoxứ", "Giao Thủy", "UBND tỉnh", "TỔ CHỨC", "", "Đồng Tháp"]
        {
            assert_eq!(trong_cau(text), text);
        }
    }
}
