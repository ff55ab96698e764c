//! The plan of 2023 as both writers receive it, with its three footnotes that hold lists.

use chrono::NaiveDate;

use super::build::{head, item, khoan, note, paragraph, text};
use crate::compose::document::{
    Block, CuoiTrang, DauTrang, Document, Inline, NguoiKyIn, ThongTin, TieuDe,
};
use crate::rules::bo_quy_tac::nd30;

/// The whole document.
pub fn document() -> Document {
    Document {
        thong_tin: ThongTin {
            tieu_de: "Kế hoạch tổ chức Đoàn công tác năm 2023".into(),
            tac_gia: "Hội đồng nhân dân tỉnh Đồng Tháp".into(),
            chu_de: "Trao đổi, học tập kinh nghiệm".into(),
            tu_khoa: vec!["kế hoạch".into(), "HĐND".into()],
            ngay: NaiveDate::from_ymd_opt(2023, 3, 1).unwrap(),
        },
        the_thuc: nd30(),
        dau_trang: dau_trang(),
        tieu_de: TieuDe {
            ten_loai: vec!["KẾ HOẠCH".into()],
            trich_yeu: vec![
                "Tổ chức Đoàn công tác trao đổi, học tập kinh nghiệm".into(),
                "trong hoạt động của Hội đồng nhân dân Tỉnh năm 2023".into(),
            ],
            gach_trich_yeu_mm: 48.0,
        },
        kinh_gui: vec![],
        tu_kinh_gui: "Kính gửi:".into(),
        than_bai: than_bai(),
        cuoi_trang: cuoi_trang(),
        dia_chi: vec![],
        luu_hanh_cuoi: None,
        ban_sao: None,
        phu_luc: vec![],
    }
}

fn dau_trang() -> DauTrang {
    DauTrang {
        co_quan_chu_quan: vec![],
        co_quan_ban_hanh: vec!["HỘI ĐỒNG NHÂN DÂN".into(), "TỈNH ĐỒNG THÁP".into()],
        gach_co_quan_mm: 20.0,
        tieu_de: vec![
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".into(),
            "Độc lập - Tự do - Hạnh phúc".into(),
        ],
        gach_tieu_de_mm: 60.5,
        tieng_anh: None,
        so_ky_hieu: Some("Số:        /KH-HĐND".into()),
        dia_danh_thoi_gian: Some("Đồng Tháp, ngày      tháng 3 năm 2023".into()),
        ve_viec: vec![],
        dau_khung: vec![],
        duoi_so: vec![],
        luu_hanh: None,
        dau_goc: None,
    }
}

fn cuoi_trang() -> CuoiTrang {
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).into()).collect();
    CuoiTrang {
        noi_nhan: lines(&[
            "- Thường trực Tỉnh uỷ;",
            "- Đoàn đại biểu Quốc hội;",
            "- TT/HĐND, UBND Tỉnh;",
            "- Các Ban của HĐND Tỉnh;",
            "- LĐVP Đoàn ĐBQH và HĐND Tỉnh;",
            "- Lưu: VT, Phòng Công tác HĐND. Đề.",
        ]),
        giu_cung: 6,
        ky_hieu_soan: None,
        nguoi_ky: vec![NguoiKyIn {
            quyen_han_chuc_vu: lines(&["TM. THƯỜNG TRỰC HĐND", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
            so_quyen_han: 2,
            dong_bu: 0,
            chuc_vu_khac: vec![],
            dong_bu_khac: 0,
            ho_ten: "Nguyễn Thị Kim Tuyền".into(),
            thu: 1,
        }],
        xac_nhan_chu_ky: None,
        ky_goc_phai: false,
        xac_nhan: vec![],
    }
}

fn than_bai() -> Vec<Block> {
    let mut body = vec![paragraph(
        "Thực hiện Chương trình công tác năm 2023, nhằm nâng cao chất lượng và hiệu quả hoạt động của cơ quan dân cử; tiếp tục thực hiện chủ trương tăng cường đổi mới, cải tiến trong hoạt động Hội đồng nhân dân (HĐND) Tỉnh năm 2023 và những năm tiếp theo; Thường trực HĐND Tỉnh xây dựng kế hoạch tổ chức Đoàn công tác trao đổi, học tập kinh nghiệm trong hoạt động HĐND Tỉnh năm 2023 tại một số địa phương, cụ thể như sau:",
    )];
    body.extend(muc_dich());
    body.push(head(1, "II.", "CHỦ ĐỀ, THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN"));
    body.extend(cac_dot());
    body.extend(thanh_phan());
    body.extend(thuc_hien());
    body
}

fn muc_dich() -> Vec<Block> {
    vec![
        head(1, "I.", "MỤC ĐÍCH, YÊU CẦU"),
        item([text(
            "Nhằm giúp cho Thường trực HĐND, các Ban HĐND, đại biểu HĐND Tỉnh, Văn phòng Đoàn ĐBQH và HĐND tỉnh Đồng Tháp có dịp giao lưu, trao đổi, học tập kinh nghiệm cách làm hay, mô hình hiệu quả về hoạt động của HĐND các tỉnh; phát huy vai trò của HĐND đối với việc thúc đẩy phát triển kinh tế - xã hội ở địa phương. Qua đó, nâng cao năng lực công tác các mặt của đại biểu và Thường trực HĐND Tỉnh trong điều hành và hoạt động theo luật định; từ đó góp phần thành công vào việc thực hiện chủ trương tăng cường đổi mới, cải tiến trong hoạt động HĐND Tỉnh năm 2023 và những năm tiếp theo.",
        )]),
        item([text(
            "Tổ chức Đoàn công tác học tập đảm bảo yêu cầu nâng chất, đổi mới, nghiêm túc, hiệu quả, trên tinh thần tiết kiệm và đảm bảo thực hiện tốt các quy định hiện hành.",
        )]),
    ]
}

fn cac_dot() -> Vec<Block> {
    let mut out = dot(
        "1.",
        vec![
            text(
                "Chủ đề: “Học tập, trao đổi kinh nghiệm về công tác tổ chức Đoàn giám sát chuyên đề; việc xây dựng các nghị quyết liên quan chính sách đặc thù của địa phương; hoạt động Tổ công tác rà soát kết quả triển khai các Nghị quyết, đảm bảo Nghị quyết được ban hành đi vào cuộc sống",
            ),
            chu_thich_1(),
            text("”."),
        ],
        "Dự kiến tháng 4 năm 2023.",
        "Các tỉnh Đắk Lắk, Lâm Đồng, Thành phố Hồ Chí Minh.",
    );
    out.extend(dot(
        "2.",
        vec![
            text(
                "Chủ đề: Học tập, trao đổi kinh nghiệm một số quy định về chính sách hỗ trợ đặc thù của địa phương tỉnh bạn thuộc lĩnh vực văn hoá - xã hội",
            ),
            chu_thich_2(),
            text("."),
        ],
        "Dự kiến cuối tháng 7/2023.",
        "Các tỉnh Bạc Liêu, Cà Mau, TP. Phú Quốc (Kiên Giang).",
    ));
    out.extend(dot(
        "3.",
        vec![
            text(
                "Chủ đề: Học tập, trao đổi kinh nghiệm chính sách thu hút vốn đầu tư; công tác quản lý, khai thác, nuôi dưỡng nguồn thu ngân sách và chính sách hỗ trợ phát triển doanh nghiệp; cơ chế, chính sách đẩy mạnh phát triển kinh tế khu vực vùng biên giới đất liền",
            ),
            chu_thich_3(),
            text("."),
        ],
        "Dự kiến tháng 8/2023.",
        "Các tỉnh Long An, Tiền Giang, An Giang.",
    ));
    out.extend(dot(
        "4.",
        vec![text(
            "Chủ đề: Học tập và trao đổi kinh nghiệm về công tác chuyển đổi số trong hoạt động tham mưu, phục vụ HĐND Tỉnh.",
        )],
        "Dự kiến đầu tháng 6/2023.",
        "Các tỉnh Ninh Thuận, Bình Thuận, Đồng Nai.",
    ));
    out
}

fn dot(so: &str, chu_de: Vec<Inline>, thoi_gian: &str, dia_diem: &str) -> Vec<Block> {
    let ten = format!("Đợt {}", so.trim_end_matches('.'));
    vec![
        head(2, so, &ten),
        item(chu_de),
        item([text(&format!("Thời gian: {thoi_gian}"))]),
        item([text(&format!("Địa điểm: {dia_diem}"))]),
        item([text("Phương tiện: Xe ô tô.")]),
    ]
}

fn chu_thich_1() -> Inline {
    note(&[
        (
            "Tỉnh Đắk Lắk:",
            "Học tập, trao đổi kinh nghiệm về công tác tổ chức Đoàn giám sát chuyên đề.",
        ),
        (
            "Tỉnh Lâm Đồng:",
            "Học tập, trao đổi kinh nghiệm trong việc xây dựng các nghị quyết liên quan chính sách đặc thù của địa phương.",
        ),
        (
            "Thành phố Hồ Chí Minh:",
            "Học tập, trao đổi kinh nghiệm trong hoạt động Tổ công tác rà soát kết quả triển khai các Nghị quyết, đảm bảo Nghị quyết được ban hành đi vào cuộc sống.",
        ),
    ])
}

fn chu_thich_2() -> Inline {
    note(&[
        (
            "Tỉnh Bạc Liêu:",
            "Chính sách khen thưởng khuyến khích đối với tập thể, cá nhân đạt thành tích cao trong lĩnh vực nghệ thuật biểu diễn, văn học nghệ thuật và báo chí.",
        ),
        (
            "Tỉnh Cà Mau:",
            "Chính sách hỗ trợ sữa tươi góp phần cải thiện dinh dưỡng cho trẻ em có hoàn cảnh khó khăn.",
        ),
        (
            "Tỉnh Kiên Giang:",
            "Chính sách hỗ trợ đóng góp BHXH và BHYT cho ấp đội (khu) trưởng, người hoạt động không chuyên trách ở ấp, khu phố và người trực tiếp tham gia công việc ở ấp, khu phố.",
        ),
    ])
}

fn chu_thich_3() -> Inline {
    note(&[
        (
            "Tỉnh Long An:",
            "Học tập, trao đổi kinh nghiệm các chính sách thu hút vốn đầu tư (gồm: vốn nước ngoài, FDI và vốn trong nước, DDI).",
        ),
        (
            "Tỉnh Tiền Giang:",
            "Học tập, trao đổi kinh nghiệm về công tác quản lý, khai thác, nuôi dưỡng nguồn thu ngân sách và chính sách hỗ trợ phát triển doanh nghiệp trên địa bàn tỉnh.",
        ),
        (
            "Tỉnh An Giang:",
            "Học tập, trao đổi kinh nghiệm về cơ chế, chính sách đẩy mạnh phát triển kinh tế khu vực vùng biên giới đất liền.",
        ),
    ])
}

fn thanh_phan() -> Vec<Block> {
    let mut out = vec![
        head(2, "5.", "Đợt 5"),
        paragraph("Tuỳ theo yêu cầu thực tế."),
        khoan("6.", "Thành phần:", "Mỗi Đoàn dự kiến khoảng 15 - 20 người, cụ thể như sau:"),
    ];
    let items = [
        "Đại diện lãnh đạo Thường trực HĐND Tỉnh: Trưởng đoàn.",
        "Lãnh đạo Ban, lãnh đạo Văn phòng: Phó Trưởng Đoàn.",
        "Mời đại diện các đơn vị, cá nhân có liên quan.",
        "Đại diện lãnh đạo và thành viên 03 Ban HĐND Tỉnh; Văn phòng; đại biểu HĐND Tỉnh.",
        "Mời đại diện Thường trực HĐND một số huyện, thành phố.",
    ];
    out.extend(items.map(|line| item([text(line)])));
    out
}

fn thuc_hien() -> Vec<Block> {
    vec![
        head(1, "III.", "NGUỒN KINH PHÍ THỰC HIỆN"),
        paragraph(
            "Nguồn kinh phí trao đổi học tập kinh nghiệm của Thường trực HĐND Tỉnh được cấp năm 2023 theo quy định.",
        ),
        head(1, "IV.", "TỔ CHỨC THỰC HIỆN"),
        item([text(
            "Giao Văn phòng Đoàn ĐBQH và HĐND Tỉnh xây dựng Kế hoạch chi tiết (cụ thể các Đoàn công tác); tham mưu, tổ chức thực hiện theo Kế hoạch.",
        )]),
        item([text(
            "Dự trù kinh phí, chuẩn bị các điều kiện cần thiết phục vụ chu đáo cho chuyến công tác của các Đoàn.",
        )]),
        item([text(
            "Kết thúc mỗi chuyến công tác, Đoàn công tác xây dựng báo cáo kết quả học tập kinh nghiệm để báo cáo Thường trực Tỉnh uỷ.",
        )]),
        paragraph(
            "Trên đây là Kế hoạch tổ chức Đoàn công tác học tập, trao đổi kinh nghiệm hoạt động của HĐND Tỉnh năm 2023./.",
        ),
    ]
}
