use super::*;
use crate::diagnostic::Edit;
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
    let boi_canh = BoiCanh { kieu_dau: Some(KieuDau::Moi), sau_2025: true };
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
        "VT610", "VT701",
    ];
    for luat in LUAT.iter().filter(|luat| !unsure.contains(&luat.ma)) {
        let found = soat_chu(luat.sai);
        assert_eq!(thay(luat.sai, &found), luat.dung, "{}", luat.ma);
        assert!(found.iter().any(|d| d.code == luat.ma), "{}: {found:?}", luat.ma);
    }
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
    let cu = LuaChon { kieu_dau: Some(KieuDau::Cu), bo_qua: Vec::new() };
    let tep = TepNguon { ten: "a.md".into(), text: "văn hoá và văn hoá; khoẻ".into() };
    let found = tep_chu(&tep, &cu);
    assert_eq!(found.len(), 2);
    assert_eq!(thay(&tep.text, &found), "văn hóa và văn hóa; khỏe");
    let off = LuaChon { kieu_dau: Some(KieuDau::Cu), bo_qua: vec!["vt603".into()] };
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
