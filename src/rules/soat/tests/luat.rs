use super::*;
use crate::diagnostic::Edit;
use crate::model::loi_van::LoiVan;
use crate::rules::soat::doan::Doan;
use crate::rules::soat::luat::{BoiCanh, LUAT};

/// The text with every change made.
fn thay(chu: &str, found: &[Diagnostic]) -> String {
    let mut edits: Vec<&Edit> = found.iter().flat_map(|d| &d.fix).collect();
    edits.sort_by_key(|edit| edit.range.start);
    let mut out = chu.to_owned();
    for edit in edits.iter().rev() {
        out.replace_range(edit.range.clone(), &edit.text);
    }
    out
}

#[test]
fn every_rule_finds_its_wrong_example_and_not_its_right_one() {
    let boi_canh = BoiCanh {
        kieu_dau: Some(KieuDau::Moi),
        da_chon: true,
        sau_2025: true,
        loi_van: LoiVan::ND30,
    };
    for luat in LUAT {
        let tim = |chu: &str| (luat.tim)(&Doan::new(chu), &boi_canh);
        assert!(!tim(luat.sai).is_empty(), "{}: “{}”", luat.ma, luat.sai);
        assert_eq!(tim(luat.dung), [], "{}: “{}”", luat.ma, luat.dung);
    }
}

#[test]
fn right_examples_have_no_finding_of_any_rule() {
    for luat in LUAT {
        assert_eq!(ma(luat.dung), [""; 0], "{}: “{}”", luat.ma, luat.dung);
    }
}

#[test]
fn what_is_sure_becomes_the_right_example() {
    let unsure = [
        "VT109", "VT204", "VT303", "VT306", "VT307", "VT308", "VT507", "VT603", "VT605", "VT609",
        "VT610", "VT701", "VT702",
    ];
    for luat in LUAT.iter().filter(|luat| !unsure.contains(&luat.ma)) {
        let found = soat_chu(luat.sai);
        assert_eq!(thay(luat.sai, &found), luat.dung, "{}", luat.ma);
        assert!(found.iter().any(|d| d.code == luat.ma), "{}: {found:?}", luat.ma);
    }
}

/// A text in an old set of letters has no right word; it is told once and not for each of its words.
#[test]
fn a_text_of_an_old_set_is_not_misspelled_too() {
    assert_eq!(ma("Giao cho §oµn kiểm tra nghiêp vụ."), ["VT609"]);
    assert_eq!(ma("Giao cho Đoàn kiểm tra nghiêp vụ."), ["VT605"]);
}

#[test]
fn ids_are_unique_and_in_order_of_their_groups() {
    let mut ids: Vec<&str> = LUAT.iter().map(|luat| luat.ma).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), LUAT.len());
    assert!(ids.iter().all(|id| id.len() == 5 && id.starts_with("VT")));
}

#[test]
fn citations() {
    for (chu, codes) in [
        ("Căn cứ điểm a khoản 1 Điều 24 Luật Tổ chức chính quyền địa phương;", &[][..]),
        ("Khoản 1 Điều 5 được sửa đổi. Điểm b khoản 2 bị bãi bỏ", &[]),
        ("theo quy định tại Khoản 2, Điều 7", &["VT101"]),
        ("có 5 điều 12 khoản", &[]),
        ("Quy chế gồm 6 chương, 24 điều", &[]),
        ("khoản 3 điều 12 của Quy chế", &["VT101"]),
        ("Chương trình 135, Nghị quyết 30a, Đề án 06", &[]),
        ("theo Công văn 15/UBND-NC và Nghị quyết 18-NQ/TW", &["VT201", "VT201"]),
        ("các nghị quyết, kế hoạch số lượng lớn", &[]),
        ("Căn cứ nghị quyết 05/NQ-HĐND ngày 05 tháng 01 năm 2026 của", &["VT102", "VT201"]),
        (
            "kế hoạch 5 năm, báo cáo 6 tháng, kế hoạch 2026-2030, luật 2/3, quyết định 1/2 số phiếu",
            &[],
        ),
        ("Nghị quyết 05/NQ-HĐND ngày 5/1/2026 của Hội đồng nhân dân", &["VT201", "VT203"]),
        ("theo kế hoạch số 15/KH-UBND", &["VT102"]),
        ("Thông báo số 453/TB-UBND - Văn phòng Ủy ban", &[]),
    ] {
        assert_eq!(ma(chu), codes, "{chu}");
    }
}

#[test]
fn days_and_weekdays() {
    for (chu, codes) in [
        ("ngày 05 tháng 01 năm 2020, ngày 15 tháng 10 năm 2021", &[][..]),
        ("ngày 05 tháng 1 năm 2020", &["VT301"]),
        ("ngày 8 tháng 3 hằng năm", &[]),
        ("tháng 7/2023, quý III/2023, số 5/2/2020/TT", &[]),
        ("ngày 29/02/2023", &["VT303"]),
        ("ngày 29/02/2024", &[]),
        ("kỳ họp thứ hai, ngày 10/7/2023; lần thứ ba", &[]),
        ("từ thứ hai đến thứ sáu hằng tuần", &["VT103", "VT103"]),
        ("vào Thứ Tư tới", &["VT103"]),
        ("Thứ Tư, ngày 10/5/2023", &[]),
        ("thứ nhất, thứ hai, thứ ba", &[]),
        ("sáng thứ Hai ngày 05 tháng 02 năm 2026", &["VT306"]),
        ("ngày 05/02/2026 (thứ Hai), Chủ nhật ngày 05/02/2026", &["VT306", "VT306"]),
        ("thứ Năm ngày 05 tháng 02 năm 2026; ngày 05/02/2026 (thứ Năm)", &[]),
        ("Thứ hai, ngày 05/02/2026 đã báo cáo; kỳ họp thứ hai, ngày 05/02/2026", &["VT103"]),
        ("Thứ hai ngày 05 tháng 6 năm 2026.", &["VT306"]),
        ("lúc 08h70; 08 giờ 70 phút; vào 25h30; trước 24h15", &["VT307"; 4]),
        ("trong 36h20; 24h00; 08h59; từ 8 giờ 90 đại biểu; 72 giờ 30 phút", &[]),
    ] {
        assert_eq!(ma(chu), codes, "{chu}");
    }
}

#[test]
fn amounts_in_figures_and_words() {
    for (chu, codes) in [
        ("1.500.000 đồng (Bằng chữ: Một triệu sáu trăm nghìn đồng)", &["VT308"][..]),
        ("1.500.000 đồng (một triệu sáu trăm ngàn đồng chẵn)", &["VT308"]),
        ("2.050.000 đồng/người, bằng chữ: hai triệu năm mươi ngàn đồng", &[]),
        ("1.500.000 đồng (Một triệu năm trăm nghìn đồng chẵn)", &[]),
        ("25.000.000 đồng (bằng chữ: hai mươi nhăm triệu đồng)", &[]),
        ("21.000.000 đồng (bằng chữ: hai lăm triệu đồng)", &[]),
        ("1.500.000 đồng (đã gồm thuế, không quá hai triệu đồng)", &[]),
        ("1.004.000 đồng (Bằng chữ: Một triệu không trăm lẻ bốn nghìn đồng)", &[]),
    ] {
        assert_eq!(ma(chu), codes, "{chu}");
    }
}

#[test]
fn capitals_of_names() {
    for (chu, codes) in [
        ("UBND Tỉnh, HĐND Tỉnh khoá X, Tỉnh uỷ Đồng Tháp", &[][..]),
        ("Tỉnh Đắk Lắk; Tỉnh Lâm Đồng: Tỉnh Gia Lai", &[]),
        ("đến Tỉnh Đắk Lắk", &["VT105"]),
        ("tại thành phố Cần Thơ và Thành phố Hồ Chí Minh", &[]),
        ("tại Thành phố Cần Thơ", &["VT105"]),
        ("tại quận 1, thành phố Hồ Chí Minh", &["VT105", "VT105"]),
        ("gồm 3 phường 5 xã; 12 quận 3", &[]),
        ("hội đồng nhân dân các cấp", &["VT104"]),
        ("HỘI ĐỒNG NHÂN DÂN TỈNH", &[]),
        ("“Hội Đồng Nhân Dân” là tên cũ", &[]),
        ("quản lý nhà nước, cơ quan nhà nước, doanh nghiệp nhà nước", &[]),
        ("đảng viên, tổ chức đảng, công an nhân dân", &[]),
    ] {
        assert_eq!(ma(chu), codes, "{chu}");
    }
}

#[test]
fn typing() {
    for (chu, codes) in [
        ("kế hoạch ddaay là tieengs Việt", &["VT606", "VT606"][..]),
        ("báo cáo cuar Đoàn", &["VT606"]),
        ("cài Zoom, website, Excel, file, test phần mềm, post bài, list khách", &[]),
        ("đựơc, hịên, chuơng trình, nghành, qúy", &["VT604"; 5]),
        ("thựchiện công viêc", &["VT605", "VT605"]),
        ("vắc-xin, ki-lô-mét, xi măng, bê tông, ô tô, crôm, glucôzơ, protein, cátxét", &[]),
        ("buôn Đôn, Krông Păk, Pleiku, Kon Plông, Ðắk Lắk", &["VT601"]),
        ("cũng cố gắng, cũng cố lực lượng", &["VT607"]),
        ("các các đơn vị; từ từ, luôn luôn", &["VT608"]),
    ] {
        assert_eq!(ma(chu), codes, "{chu}");
    }
}

#[test]
fn marks_and_spaces() {
    for (chu, codes) in [
        ("tổ chức thực hiện./.", &[][..]),
        ("tổ chức thực hiện/.", &["VT401"]),
        ("thực hiện./. Nơi nhận", &["VT401"]),
        ("tỷ lệ 1 : 2, lúc 7 giờ 30 ; xong", &["VT501"]),
        ("xem tệp .pdf, TP.HCM, v.v. và gov.vn, a@b.vn", &[]),
        ("xong việc.Đoàn về", &["VT502"]),
        ("kinh tế-xã hội, KT-XH, vắc-xin, Phan Rang - Tháp Chàm", &["VT504"]),
        ("1.250.000 đồng; 1,5 triệu đồng; 2,125 tỷ đồng", &[]),
        ("350,000 đồng", &["VT304"]),
    ] {
        assert_eq!(ma(chu), codes, "{chu}");
    }
}

#[test]
fn one_style_of_tone_marks_and_names_left_alone() {
    assert_eq!(
        ma("văn hoá, xã hội hoá, điều hòa, Khánh Hòa, ông Nguyễn Văn Hòa, “hòa giải”"),
        ["VT603"]
    );
    assert_eq!(ma("điều hòa, hòa nhập, ủy ban, văn hóa"), [""; 0]);
    assert_eq!(ma("quý, quỹ, giá, khoảng, thuế, toàn"), [""; 0]);
    let cu = LuaChon { kieu_dau: Some(KieuDau::Cu), ..LuaChon::default() };
    let tep = TepNguon { ten: "a.md".into(), text: "văn hoá và văn hoá; khoẻ".into() };
    let found = tep_chu(&tep, &cu);
    assert_eq!(found.len(), 2);
    assert_eq!(thay(&tep.text, &found), "văn hóa và văn hóa; khỏe");
    let off =
        LuaChon { kieu_dau: Some(KieuDau::Cu), bo_qua: vec!["vt603".into()], ..LuaChon::default() };
    assert!(tep_chu(&tep, &off).is_empty());
}

#[test]
fn districts_are_told_after_they_are_gone() {
    let file = |ngay: &str| format!("ngay_ban_hanh: {ngay}\nmo_dau: Khảo sát tại huyện Cao Lãnh\n");
    assert_eq!(soat_yaml(&file("15/8/2025"))[0].code, "VT701");
    assert!(soat_yaml(&file("15/6/2025")).is_empty());
    assert!(soat_yaml("ngay_ban_hanh: 9/2026\nmo_dau: Tại huyện Cao Lãnh (cũ)\n").is_empty());
}

#[test]
fn a_body_in_light_markdown_is_read_with_the_file_that_names_it() {
    let root = TepNguon::decode("qc.yaml", "ngay_ban_hanh: 9/2026\nnoi_dung: qc.md\n".as_bytes());
    let root = root.unwrap();
    let tree = yaml::parse(&root).0.unwrap();
    let body = "# Chương I: Quy định chung\n\n## Điều 1. Phạm vi\nKhoản 1 nói về huyện Cao Lãnh[^1].\n\n\
        - Mục thứ nhất;\n  - mục con\n\n| STT  | Nội dung   |\n|------|------------|\n| 1    | Việc , này |\n\n\
        [^1]: Theo Nghị định 30/2020/NĐ-CP.\n";
    let md = |ten: &str| TepNguon { ten: ten.into(), text: body.into() };
    let found = ho_so(
        &[(&root, &tree, &yaml::cac_muc("", &tree))],
        &[md("qc.md"), md("khac.md")],
        &LuaChon::default(),
    );
    let places: Vec<_> = found
        .iter()
        .map(|d| {
            let place = d.place.as_ref().unwrap();
            (&*d.code, place.file.as_str(), place.line, place.column)
        })
        .collect();
    let expected =
        [("VT701", "qc.md", 4, 16), ("VT501", "qc.md", 11, 14), ("VT201", "qc.md", 13, 22)];
    assert_eq!(places, expected);
}

#[test]
fn offices_laws_and_weekdays_by_their_surroundings() {
    for (chu, codes) in [
        ("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của chính phủ", &["VT104"][..]),
        ("Chỉ thị của Thủ tướng chính phủ", &["VT104"]),
        ("xây dựng chính phủ điện tử, chính phủ số", &[]),
        ("Văn phòng tỉnh ủy Đồng Tháp", &["VT104"]),
        ("các tỉnh ủy, thành ủy trực thuộc Trung ương", &[]),
        ("giao sở Tài chính thẩm định", &["VT104"]),
        ("Sở Khoa Học và Công Nghệ", &["VT104"]),
        ("cán bộ Tài chính của xã; cơ sở Y tế", &[]),
        ("Luật tổ chức chính quyền địa phương", &["VT110"]),
        ("họp ngày 05 tháng 3 năm 2026, thứ hai, tại Hội trường", &["VT103"]),
        ("họp ngày 05/3/2026 (thứ hai)", &["VT103"]),
        ("năm 2026, thứ hai là việc khác", &[]),
        ("Ngày 5 tháng 03 năm 2026", &["VT301"]),
        ("đến năm 2030 ,có 36 cơ sở", &["VT501"]),
        ("Đồng chí Nguyeenx Văn An", &["VT606"]),
    ] {
        assert_eq!(ma(chu), codes, "{chu}");
    }
}

#[test]
fn posts_and_bodies_have_one_capital_a_word() {
    for (chu, codes) in [
        ("Chủ Tịch Quốc Hội kết luận", &["VT111", "VT111"][..]),
        ("Theo đề nghị của Chánh Văn Phòng", &["VT111"]),
        ("Thủ tướng Chính Phủ, Phó Thủ Tướng", &["VT111", "VT111"]),
        ("Uỷ Ban Nhân Dân tỉnh, Ủy Ban Thường Vụ Quốc Hội", &["VT104", "VT111", "VT111", "VT111"]),
        ("Kế Hoạch số 15/KH-UBND", &["VT111"]),
        ("Bí thư Tỉnh Uỷ", &["VT111"]),
        (
            "chị Thanh Tra, ấp Hội Đồng; ông Nguyễn Văn Phòng, bà Trần Thị Bí Thư, ông Lê Quốc Hội",
            &[],
        ),
        ("Chủ tịch Quốc hội, Trưởng Ban Pháp chế, Trưởng Phòng Nội vụ, Chánh Văn phòng", &[]),
        ("VĂN PHÒNG QUỐC HỘI, Văn phòng Chủ tịch nước, Ban Chỉ đạo Trung ương", &[]),
        ("“Chủ Tịch” là chữ cũ; Báo Nhân Dân, Nhà xuất bản Lao Động", &[]),
    ] {
        assert_eq!(ma(chu), codes, "{chu}");
    }
    let found = soat_chu("Phó Chủ Tịch Quốc Hội");
    assert_eq!(thay("Phó Chủ Tịch Quốc Hội", &found), "Phó Chủ tịch Quốc hội");
}

#[test]
fn money_with_commas_and_a_short_unit() {
    let text = "kinh phí 1,250,000đ; mua 350,000 đ; thưởng 2,500,000VNĐ.";
    assert_eq!(
        thay(text, &soat_chu(text)),
        "kinh phí 1.250.000 đồng; mua 350.000 đồng; thưởng 2.500.000 đồng."
    );
    assert_eq!(
        ma("tỷ lệ 12,5%; 1,25 triệu đồng; 2,125 tỷ đồng; tại điểm 1, 250 đại biểu"),
        [""; 0]
    );
}

#[test]
fn provinces_are_told_after_they_are_gone() {
    let file = |ngay: &str, chu: &str| format!("ngay_ban_hanh: {ngay}\nmo_dau: {chu}\n");
    let codes = |ngay: &str, chu: &str| {
        soat_yaml(&file(ngay, chu)).into_iter().map(|d| d.code).collect::<Vec<_>>()
    };
    assert_eq!(codes("15/8/2025", "Khảo sát tại tỉnh Bình Dương"), ["VT702"]);
    assert_eq!(codes("15/6/2025", "Khảo sát tại tỉnh Bình Dương"), [""; 0]);
    let list = "Khảo sát tại các tỉnh Cà Mau, Bạc Liêu, Bà Rịa - Vũng Tàu và Kiên Giang";
    assert_eq!(codes("15/8/2026", list), ["VT702", "VT702", "VT702"]);
    for right in [
        "Khảo sát tại tỉnh Bình Dương (cũ)",
        "Theo Quyết định số 12/2020/QĐ-UBND của Ủy ban nhân dân tỉnh Kiên Giang",
        "Ông A, quê quán tỉnh Nam Định",
        "Làm việc với tỉnh Đồng Tháp, tỉnh An Giang và thành phố Cần Thơ",
        "Trường Đại học Trà Vinh, sông Hậu Giang, xã Bình Dương",
        "Năm 2023, tỉnh Kiên Giang thí điểm mô hình này",
        "Phú Yên, Hà Nam trước đây là hai tỉnh",
    ] {
        assert_eq!(codes("15/8/2026", right), [""; 0], "{right}");
    }
}

#[test]
fn districts_of_an_old_paper_keep_their_name() {
    let text = "ngay_ban_hanh: 9/2026\nmo_dau: Thay Quyết định số 15/QĐ-UBND ngày 05 tháng 6 năm 2024 của Ủy ban nhân \
                dân huyện Cao Lãnh\n";
    assert!(soat_yaml(text).is_empty());
}

#[test]
fn only_the_first_citation_of_a_document_has_its_date() {
    let text = "mo_dau: Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị\nket: Theo Nghị quyết số 57-NQ/TW \
                ngày 22/12/2024 của Bộ Chính trị và Kế hoạch số 15/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân tỉnh\n";
    let found = soat_yaml(text);
    let lines: Vec<_> = found.iter().map(|d| (&*d.code, d.place.as_ref().unwrap().line)).collect();
    assert_eq!(lines, [("VT203", 1), ("VT203", 2)]);
    assert!(found[1].message.contains("05/3/2026"), "{}", found[1].message);
    assert_eq!(ma("Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025"), [""; 0]);
}

#[test]
fn many_findings_of_one_rule_are_told_once_with_their_places() {
    let line = |i: usize| {
        format!("- Theo Kế hoạch số {i}/KH-UBND ngày 05/3/2026 của Ủy ban nhân dân xã;\n")
    };
    let text = |n: usize| (1..=n).map(|i| line(i + 10)).collect::<String>();
    assert_eq!(ma(&text(3)).len(), 3);
    let found = soat_chu(&text(18));
    assert_eq!(found.len(), 1);
    let told = "còn 17 chỗ như vậy, ở các dòng 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, …";
    assert!(found[0].message.ends_with(told), "{}", found[0].message);
    assert_eq!(found[0].fix.len(), 18);
}

#[test]
fn tone_marks_in_names_of_bodies_are_theirs() {
    let text = "khoẻ, hoá, thuỷ lợi; Ủy ban nhân dân xã, Tòa án nhân dân, Tỉnh ủy, Đảng ủy, Sở Văn hóa, Thể thao; tại Phòng \
                Văn hóa - Xã hội. Ủy ban nhân dân tỉnh";
    assert_eq!(ma(text), [""; 0]);
    let guess = soat_chu("văn hoá, khoẻ mạnh và điều hòa");
    assert_eq!((guess.len(), guess[0].fix.len()), (1, 0));
}

#[test]
fn an_end_that_ends_its_paragraph_is_right() {
    for (chu, codes) in [
        ("tổ chức thực hiện./.\n\n| STT | Nội dung |\n|---|---|\n| 1 | Việc này |\n", &[][..]),
        ("tổ chức thực hiện./.\nGhi chú ở dưới", &[]),
        ("tổ chức thực hiện./. Ghi chú", &["VT401"]),
    ] {
        assert_eq!(ma(chu), codes, "{chu}");
    }
}

#[test]
fn two_like_words_may_belong_to_two_others() {
    assert_eq!(
        ma("những hạn chế còn tồn tại tại các đơn vị; kế hoạch năm năm 2026 - 2030"),
        [""; 0]
    );
    assert_eq!(ma("Danh sách kèm theo theo thứ tự; cuối cùng cùng thống nhất"), [""; 0]);
}

#[test]
fn straight_quotes_pair_in_their_paragraph() {
    let fixes = |chu: &str| soat_chu(chu).iter().map(|d| d.fix.len()).sum::<usize>();
    assert_eq!(fixes("phong trào \"Xanh\" và \"Sạch\""), 4);
    assert_eq!(fixes("phong trào \"Xanh\n\nvà phong trào \"Sạch"), 0);
    let found = soat_chu("phong trào \"Xanh trong năm");
    assert!(found[0].message.contains("không có dấu đóng"), "{}", found[0].message);
}

/// A clerk of the Party who writes as its guidance does is told nothing.
#[test]
fn citations_of_the_party_have_short_days() {
    let dang = LoiVan { ngay_tat: true, ket_thuc: ".", trich_yeu_hoa: false, dau_thanh: None };
    let codes = |chu: &str, loi_van: LoiVan| -> Vec<String> {
        let tep = TepNguon { ten: "a.md".into(), text: chu.into() };
        let found = tep_chu(&tep, &LuaChon { loi_van, ..LuaChon::default() });
        found.into_iter().map(|d| d.code.into_owned()).collect()
    };
    let right = "Thực hiện Nghị quyết số 05-NQ/TU, ngày 03/02/2026 của Tỉnh uỷ về xây dựng Đảng.";
    assert_eq!((codes(right, dang), codes(right, LoiVan::ND30)), (vec![], vec![]));
    let no_comma = "Thực hiện Nghị quyết số 05-NQ/TU ngày 03/02/2026 của Tỉnh uỷ về xây dựng Đảng.";
    assert_eq!(
        (codes(no_comma, dang), codes(no_comma, LoiVan::ND30)),
        (vec![], vec!["VT203".to_owned()])
    );
    let no_body = "Căn cứ Nghị quyết số 05-NQ/TU, ngày 03/02/2026 về xây dựng Đảng;";
    assert_eq!(codes(no_body, dang), ["VT204"]);
    let end = "Quyết định có hiệu lực từ ngày ký./.";
    assert_eq!((codes(end, dang), codes(end, LoiVan::ND30)), (vec!["VT401".to_owned()], vec![]));
    assert_eq!(codes("Giao đảng uỷ xã Mỹ Thọ thực hiện.", dang), ["VT104"]);
    assert_eq!(codes("Giao các đảng uỷ xã, phường thực hiện.", dang), [""; 0]);
}
