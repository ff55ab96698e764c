//! How authority and posts are written in the Party's papers (I.7.1).

use crate::model::de_ky::{DeKy, QuyenHan};

pub static DE_KY: DeKy = DeKy {
    // The Party has no mark of an authorisation in person: who is authorised signs by order (I.7.1.1.c).
    ky_hieu: &[
        (QuyenHan::ThayMat, "T/M"),
        (QuyenHan::KyThay, "K/T"),
        (QuyenHan::ThuaLenh, "T/L"),
        (QuyenHan::Quyen, "Q."),
    ],
    ky_hieu_khac: &[("TUQ", QuyenHan::ThuaLenh)],
    cach_viet: "có dấu gạch chéo",
    tap_the: TAP_THE,
    thu_truong: THU_TRUONG,
    chuc_vu: CHUC_VU,
    lanh_dao_tap_the: &["TỔNG BÍ THƯ", "PHÓ BÍ THƯ", "BÍ THƯ"],
    khong_chuc_vu: &["BỘ CHÍNH TRỊ", "BAN BÍ THƯ", "ĐOÀN CHỦ TỊCH"],
    khong_kem_ten: KHONG_KEM_TEN,
    // A steering body with a seal of its own is in its head's post (I.7.1.4.đ.i); the others are parts of a post.
    duoc_kem: &["CHỈ ĐẠO", "THƯỜNG TRỰC", "PHỤ TRÁCH"],
    noi_chuc_vu: &["kiêm"],
    thua_lenh_tap_the: true,
    cap_pho_truc_tiep: true,
    truoc_ho_ten: TRUOC_HO_TEN,
    ngoai_le_ho_ten: "",
    vi_du: "BAN THƯỜNG VỤ",
    thu_tu: "T/M (tập thể), chức vụ người ký",
};

/// Bodies that are signed for (I.7.1.1.a; I.7.1.4.a, b).
const TAP_THE: &[&str] = &[
    "ĐẠI HỘI",
    "ĐOÀN ",
    "BAN THẨM TRA",
    "BAN KIỂM PHIẾU",
    "BAN CHẤP HÀNH",
    "BỘ CHÍNH TRỊ",
    "BAN BÍ THƯ",
    "BAN THƯỜNG VỤ",
    "THƯỜNG TRỰC",
    "TỈNH UỶ",
    "TỈNH ỦY",
    "THÀNH UỶ",
    "THÀNH ỦY",
    "ĐẢNG UỶ",
    "ĐẢNG ỦY",
    "QUÂN UỶ",
    "QUÂN ỦY",
    "CHI UỶ",
    "CHI ỦY",
    "CHI BỘ",
    "UỶ BAN",
    "ỦY BAN",
    "HỘI ĐỒNG",
];

/// Bodies that a head leads (I.7.1.1.b).
const THU_TRUONG: &[&str] = &[
    "VĂN PHÒNG",
    "BAN TỔ CHỨC",
    "BAN TUYÊN GIÁO",
    "BAN NỘI CHÍNH",
    "BAN XÂY DỰNG ĐẢNG",
    "BAN CHỈ ĐẠO",
    "TIỂU BAN",
    "CƠ QUAN ",
    "BÁO ",
    "TRƯỜNG CHÍNH TRỊ",
    "TRUNG TÂM CHÍNH TRỊ",
];

/// Words by which a post is known.
const CHUC_VU: &[&str] = &[
    "TỔNG BÍ THƯ",
    "BÍ THƯ",
    "PHÓ ",
    "UỶ VIÊN",
    "ỦY VIÊN",
    "CHÁNH ",
    "CHỦ NHIỆM",
    "CHỦ TỊCH",
    "CHỦ TRÌ",
    "NGƯỜI ",
    "TRƯỞNG ",
    "GIÁM ĐỐC",
    "TỔNG GIÁM ĐỐC",
    "TỔNG BIÊN TẬP",
    "HIỆU TRƯỞNG",
    "VIỆN TRƯỞNG",
    "CỤC TRƯỞNG",
    "VỤ TRƯỞNG",
    "TỔ TRƯỞNG",
];

/// Posts without the name of their body (I.7.1.2), the longer ones first.
const KHONG_KEM_TEN: &[&str] = &[
    "PHÓ CHÁNH VĂN PHÒNG",
    "CHÁNH VĂN PHÒNG",
    "PHÓ CHỦ NHIỆM",
    "CHỦ NHIỆM",
    "PHÓ TRƯỞNG BAN",
    "TRƯỞNG BAN",
    "PHÓ BÍ THƯ",
    "BÍ THƯ",
    "PHÓ GIÁM ĐỐC",
    "GIÁM ĐỐC",
    "PHÓ HIỆU TRƯỞNG",
    "HIỆU TRƯỞNG",
];

/// Ranks and honours, which never stand before a name (I.7.1.3).
const TRUOC_HO_TEN: &[&str] = &[
    "Đại tướng",
    "Thượng tướng",
    "Trung tướng",
    "Thiếu tướng",
    "Đại tá",
    "Thượng tá",
    "Trung tá",
    "Thiếu tá",
    "Đại uý",
    "Đại úy",
    "Bác sĩ",
    "Kỹ sư",
    "Luật sư",
    "Nhà giáo",
    "Anh hùng",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cach_de_ky::luu_y;
    use crate::model::nguoi_ky::truoc_ho_ten;
    use crate::model::{Fault, Loi, NguoiKy};

    fn doc(lines: &[&str]) -> Result<NguoiKy, Vec<Fault>> {
        let lines: Vec<Loi> = lines.iter().map(|line| (*line).into()).collect();
        NguoiKy::theo(&DE_KY, &lines, &"Nguyễn Văn A".into())
    }

    fn sai(lines: &[&str]) -> Fault {
        doc(lines).unwrap_err().remove(0)
    }

    /// What is told of lines that may be printed.
    fn xem(lines: &[&str]) -> Vec<String> {
        luu_y(&doc(lines).unwrap(), false).into_iter().map(|fault| fault.message).collect()
    }

    /// A paper with the other book's marks is sent back by whoever checks it.
    #[test]
    fn the_partys_marks_have_a_slash() {
        for line in
            ["TM. BAN THƯỜNG VỤ", "TM BAN THƯỜNG VỤ", "T.M BAN THƯỜNG VỤ", "T/M. BAN THƯỜNG VỤ"]
        {
            let hint = sai(&[line, "PHÓ BÍ THƯ"]).hint.unwrap();
            assert!(hint.ends_with("“T/M BAN THƯỜNG VỤ”"), "{line}: {hint}");
        }
        let hint = sai(&["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]).hint.unwrap();
        assert!(hint.ends_with("“K/T TRƯỞNG BAN”"), "{hint}");
        let hint = sai(&["TUQ. BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"]).hint.unwrap();
        assert!(hint.ends_with("“T/L BAN THƯỜNG VỤ”"), "{hint}");
        assert!(doc(&["Q. TRƯỞNG BAN"]).is_ok());
    }

    #[test]
    fn a_committees_deputy_signs_for_it_too() {
        let deputy = doc(&["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ"]).unwrap();
        assert_eq!((deputy.cap_pho_thieu_kt(), luu_y(&deputy, false)), (None, Vec::new()));
        assert_eq!(deputy.thay_mat().map(|line| line.as_str()), Some("T/M BAN THƯỜNG VỤ"));
        let of_head = sai(&["T/M HỘI ĐỒNG", "K/T CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
        assert!(of_head.message.contains("không đi cùng “T/M HỘI ĐỒNG”"), "{}", of_head.message);
        let secretary = sai(&["K/T BÍ THƯ", "PHÓ BÍ THƯ"]);
        assert!(secretary.message.contains("cơ quan có cấp trưởng"), "{}", secretary.message);
        assert!(xem(&["PHÓ BÍ THƯ"])[0].contains("không có dòng “T/M”"));
        assert!(xem(&["T/M BAN TỔ CHỨC", "TRƯỞNG BAN"])[0].contains("cấp trưởng lãnh đạo"));
        // By order, a deputy as the head.
        let by_order = doc(&["T/L BAN THƯỜNG VỤ", "PHÓ CHÁNH VĂN PHÒNG"]).unwrap();
        assert_eq!(by_order.cap_pho_thieu_kt(), None);
        let office = doc(&["PHÓ TRƯỞNG BAN"]).unwrap();
        assert_eq!(office.cap_pho_thieu_kt(), Some("PHÓ TRƯỞNG BAN"));
    }

    #[test]
    fn a_body_whose_name_says_it_all_has_no_post() {
        for line in ["T/M BỘ CHÍNH TRỊ", "T/M BAN BÍ THƯ", "T/M ĐOÀN CHỦ TỊCH"] {
            assert!(doc(&[line]).unwrap().chuc_vu().is_none());
            assert!(xem(&[line, "BÍ THƯ"])[0].contains("không ghi chức vụ"));
        }
        assert!(sai(&["T/M CHI BỘ"]).message.contains("còn thiếu chức vụ"));
    }

    #[test]
    fn a_post_stands_without_its_bodys_name() {
        for (line, ten) in [
            ("PHÓ BÍ THƯ TỈNH UỶ", "TỈNH UỶ"),
            ("CHỦ NHIỆM UỶ BAN KIỂM TRA", "UỶ BAN KIỂM TRA"),
            ("TRƯỞNG BAN TỔ CHỨC", "TỔ CHỨC"),
            ("CHÁNH VĂN PHÒNG TỈNH UỶ", "TỈNH UỶ"),
        ] {
            let lines = ["T/M BAN THƯỜNG VỤ", line];
            assert_eq!(
                xem(&lines),
                [format!("chức vụ “{line}” ghi kèm tên tổ chức “{ten}”")],
                "{line}"
            );
            assert_eq!(luu_y(&doc(&lines).unwrap(), true), [], "joint papers: {line}");
        }
        for line in ["PHÓ BÍ THƯ THƯỜNG TRỰC", "TRƯỞNG BAN CHỈ ĐẠO", "TỔNG BÍ THƯ"]
        {
            assert_eq!(xem(&["T/M BAN THƯỜNG VỤ", line]), [""; 0], "{line}");
        }
        assert_eq!(xem(&["K/T TRƯỞNG BAN TỔ CHỨC", "PHÓ TRƯỞNG BAN"]).len(), 1);
    }

    #[test]
    fn two_posts_are_joined_by_kiem() {
        for lines in [
            ["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"],
            ["UỶ VIÊN BAN THƯỜNG VỤ", "kiêm", "PHÓ TRƯỞNG TIỂU BAN"],
            ["PHÓ CHỦ TỊCH UỶ BAN NHÂN DÂN TỈNH", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"],
        ] {
            let own = doc(&lines).unwrap();
            assert!(own.kiem_nhiem());
            assert_eq!((luu_y(&own, false), own.cap_pho_thieu_kt()), (Vec::new(), None));
        }
        assert!(sai(&["BÍ THƯ", "kiêm"]).message.contains("còn thiếu chức vụ"));
        let ky_thay = ["K/T TRƯỞNG TIỂU BAN", "PHÓ BÍ THƯ", "kiêm", "PHÓ TRƯỞNG TIỂU BAN"];
        assert!(sai(&ky_thay).message.contains("không ký thay ai"));
        // In the decree's papers it is a line in small letters as any other.
        let lines: Vec<Loi> = ["CHỦ TỊCH", "kiêm", "TRƯỞNG BAN"].map(Loi::from).to_vec();
        assert!(NguoiKy::parse(&lines, &"Nguyễn Văn A".into()).is_err());
    }

    #[test]
    fn ranks_are_told_where_the_set_names_them() {
        assert_eq!(truoc_ho_ten("Đại tá Nguyễn Văn A", &DE_KY), Some("Đại tá"));
        assert_eq!(truoc_ho_ten("Đại tá Nguyễn Văn A", &DeKy::ND30), None);
        assert_eq!(truoc_ho_ten("TS. Nguyễn Văn A", &DE_KY), Some("TS."));
    }
}
