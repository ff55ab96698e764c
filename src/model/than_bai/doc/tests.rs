use super::*;

/// The blocks in short: `#1 …` a head, `§Chương …`, `¶ …`, `a) …`.
fn khoi(text: &str) -> Vec<String> {
    let (than_bai, loi) = ThanBai::parse(text);
    assert!(loi.is_empty(), "{loi:?}");
    than_bai.khoi.iter().map(ngan).collect()
}

fn ngan(khoi: &Khoi) -> String {
    match khoi {
        Khoi::DeMuc(DeMuc { cap, cau_truc: None, chu, lien, .. }) => {
            let lien = lien.as_ref().map(|lien| format!(" ⟶ {}", lien.chu_tron()));
            format!("#{cap} {}{}", chu.chu_tron(), lien.unwrap_or_default())
        }
        Khoi::DeMuc(DeMuc { cau_truc: Some(c), chu, .. }) => {
            format!("§{} {}", c.ten(), chu.chu_tron())
        }
        Khoi::Doan { chu, canh } => {
            let canh = canh.map(|canh| format!("{canh:?} ")).unwrap_or_default();
            format!("¶ {canh}{}", chu.chu_tron())
        }
        Khoi::SangTrang => "sang trang".to_owned(),
        Khoi::Anh(anh) => format!("hình {}", anh.tep.ten),
        Khoi::Dieu { chu, .. } => format!("Điều {}", chu.chu_tron()),
        Khoi::Muc { dau, chu } => format!("{dau} {}", chu.chu_tron()),
        Khoi::DongGiua(chu) => format!("= {}", chu.chu_tron()),
        Khoi::Bang(bang) => format!("bảng {}×{}", bang.canh.len(), bang.hang.len()),
    }
}

fn loi(text: &str) -> Vec<(&'static str, usize)> {
    ThanBai::parse(text).1.into_iter().map(|loi| (loi.fault.code, loi.dong)).collect()
}

#[test]
fn the_line_before_the_articles_stands_alone_in_capitals() {
    assert_eq!(
        khoi("Căn cứ Luật.\n**QUYẾT NGHỊ:**\nĐiều 1. Thông qua.\nQUYẾT ĐỊNH :\nNói tiếp."),
        ["¶ Căn cứ Luật.", "= QUYẾT NGHỊ:", "Điều Thông qua.", "= QUYẾT ĐỊNH :", "¶ Nói tiếp."]
    );
    let prose = ["¶ QUYẾT ĐỊNH về việc:", "¶ Quyết định:"];
    assert_eq!(khoi("QUYẾT ĐỊNH về việc:\n\nQuyết định:"), prose);
}

#[test]
fn a_plan_with_deep_nesting() {
    let text = "Lời mở\nđầu.\n# I. Mục đích\n- Ý một\n  nối dòng\n+ ý nhỏ\n## 1. Yêu cầu\n### 1.1. Chung\n#### a) Cụ thể\na) điểm\nđoạn nối\n\nĐoạn riêng.\n1.1. Đoạn có số.";
    assert_eq!(
        khoi(text),
        [
            "¶ Lời mở đầu.",
            "#1 Mục đích",
            "- Ý một nối dòng",
            "+ ý nhỏ",
            "#2 Yêu cầu",
            "#3 Chung",
            "#4 Cụ thể",
            "a) điểm đoạn nối",
            "¶ Đoạn riêng.",
            "¶ 1.1. Đoạn có số."
        ]
    );
}

#[test]
fn a_regulation_and_a_decision() {
    let text = "Chương I\n\nQUY ĐỊNH CHUNG\n### Điều 1. Phạm vi\n1. Khoản\na) Điểm\nb) Điểm\n2. Khoản\n# Chương: Tổ chức\n**Điều 2. Tên**\n\nĐiều 3. Quyết định này có hiệu lực theo\nĐiều 5 của Luật.\n**Điều 4.** Chánh Văn phòng.";
    assert_eq!(
        khoi(text),
        [
            "§Chương QUY ĐỊNH CHUNG",
            "§Điều Phạm vi",
            "1. Khoản",
            "a) Điểm",
            "b) Điểm",
            "2. Khoản",
            "§Chương Tổ chức",
            "§Điều Tên",
            "Điều Quyết định này có hiệu lực theo Điều 5 của Luật.",
            "Điều Chánh Văn phòng."
        ]
    );
}

#[test]
fn heads_pasted_from_word() {
    assert_eq!(
        khoi("I. MỤC ĐÍCH\nII. YÊU CẦU\nV. Hugo viết."),
        ["#1 MỤC ĐÍCH", "#1 YÊU CẦU", "¶ V. Hugo viết."]
    );
}

#[test]
fn tables_and_notes() {
    let text = "Xem bảng[^1]:\n| TT | Tên |\n|:--:|-----|\n| 1 | a<br>b |\n| 2 | |\nSau bảng.\n[^1]: Nguồn: Sở\n  Tài chính.";
    assert_eq!(khoi(text), ["¶ Xem bảng:", "bảng 2×3", "¶ Sau bảng."]);
    let (than_bai, _) = ThanBai::parse(text);
    let note: Vec<String> = than_bai.chu_thich["1"].iter().map(ngan).collect();
    assert_eq!(note, ["¶ Nguồn: Sở Tài chính."]);
}

#[test]
fn faults_have_their_lines() {
    assert_eq!(loi("# Một\n### Hai"), [("head-level", 1)]);
    assert!(
        loi("# Một\n## Hai\n#### a) Ba\n#### b) Bốn").is_empty(),
        "mục, khoản, điểm (PL I, II.6)"
    );
    assert_eq!(loi("# Một\n#### Hai"), [("head-level", 1)]);
    assert_eq!(loi("# Một\n# III. Ba"), [("head-number", 1)]);
    assert_eq!(loi("## 1.1. Hai"), [("head-number", 0)]);
    assert_eq!(loi("Điều 1. A\n\nĐiều 3. B"), [("head-number", 2)]);
    assert_eq!(loi("a) x\nb) y\nd) z"), [("item-number", 2)]);
    // What the numbering made and what was typed behind it; a mark that was left alone.
    assert_eq!(loi("1. Một.\n2. a) Hai."), [("item-number", 1)]);
    assert_eq!(loi("1. Một.\n2. a)"), [("item-number", 1)]);
    assert_eq!(loi("1. - Một.\n2. Hai."), [("item-number", 0)]);
    assert_eq!(loi("1. Một.\n2. Hai.\n\n3."), [("item-number", 3)]);
    assert_eq!(loi("1. Một.\n2. Hai\n3."), [("item-number", 2)]);
    assert_eq!(loi("- Một\n-"), [("item-number", 1)]);
    assert_eq!(loi("1. Trước ngày\n15.\n2. Điểm a) khoản 1."), []);
    assert_eq!(loi("#Một\n####### x"), [("bad-head", 0), ("bad-head", 1)]);
    assert_eq!(loi("| a | b |\nx"), [("bad-table", 0)]);
    assert_eq!(loi("| a | b |\n|--|--|\n| 1 |"), [("bad-table", 2)]);
    assert_eq!(loi("chữ[^x]\n\n[^y]: lạc"), [("mark-without-note", 0), ("note-without-mark", 2)]);
}

#[test]
fn a_note_in_a_note_is_told_and_read_no_deeper() {
    let text = "chữ[^a]\n\n[^a]: ngoài\n  [^b]: trong\n    [^c]: sâu\n";
    assert_eq!(loi(text), [("bad-note", 2)]);
    let deep: String = (0..1_000).map(|i| format!("{}[^a{i}]: x\n", " ".repeat(i))).collect();
    assert_eq!(loi(&deep).into_iter().filter(|(code, _)| *code == "bad-note").count(), 1);
}

#[test]
fn a_backslash_makes_a_mark_plain() {
    assert_eq!(khoi("\\- trừ\n\n\\# thăng\n\n\\1. một"), ["¶ - trừ", "¶ # thăng", "¶ 1. một"]);
}

#[test]
fn hostile_input_is_quick() {
    for unit in
        ["#", "# ", "|", "| |\n", "|--|\n", "[^", "[^a]:\n", "a) ", "- \n", "Điều 1.", "\\", "**"]
    {
        ThanBai::parse(&unit.repeat(50_000));
    }
}

#[test]
fn an_extract_keeps_the_numbers_of_its_original() {
    let text = "# Chương II. Tổ chức\n### Điều 5. Thành phần\n2. Tổ phó.\n4. Thư ký:\nc) Ghi biên bản.\n\
                Điều 9. Hiệu lực.\n# IV. KINH PHÍ\n### 3.2. Nguồn\n# Không số\n";
    let (than_bai, loi) = ThanBai::parse_trich(text);
    assert_eq!(loi, []);
    let so: Vec<_> = than_bai.khoi.iter().filter_map(so_cua_khoi).collect();
    assert_eq!(so, ["II", "5", "2.", "4.", "c)", "9", "IV.", "3.2.", ""]);
    let (_, loi) = ThanBai::parse_trich("# Chương: Tổ chức\n");
    assert_eq!(loi[0].fault.code, "head-number");
}

fn so_cua_khoi(khoi: &Khoi) -> Option<String> {
    match khoi {
        Khoi::DeMuc(DeMuc { so, .. }) | Khoi::Dieu { so, .. } => so.clone(),
        Khoi::Muc { dau, .. } => Some(dau.to_string()),
        _ => None,
    }
}

#[test]
fn marks_that_the_decree_does_not_know_are_told_and_stand_alone() {
    let text = "a) một\nf) hai\n1/ ba\na. bốn\nb/ năm\n2026. không\n12/ sáu\n1. khoản";
    let found = loi(text);
    assert_eq!(found.iter().map(|(_, line)| *line).collect::<Vec<_>>(), [1, 2, 3, 4, 6]);
    assert!(found.iter().all(|(code, _)| *code == "item-number"));
    let (than_bai, _) = ThanBai::parse(text);
    let blocks: Vec<String> = than_bai.khoi.iter().map(ngan).collect();
    assert_eq!(blocks[..2], ["a) một", "¶ f) hai"]);
    assert_eq!(blocks[4], "¶ b/ năm 2026. không");
}

fn cac_khoi(text: &str) -> Vec<String> {
    ThanBai::parse(text).0.khoi.iter().map(ngan).collect()
}

fn cac_ma(text: &str) -> Vec<&'static str> {
    loi(text).into_iter().map(|(code, _)| code).collect()
}

#[test]
fn rows_from_excel_keep_their_empty_cells() {
    for text in [
        "TT\tẤp\tSố hộ\tGhi chú\n1\tẤp 1\t52\t\n2\t\t61\t\nCộng\t\t113\tđủ",
        "TT\tẤp\tSố hộ\n1\tẤp 1\t52\n\tCộng\t52",
    ] {
        let (than_bai, _) = ThanBai::parse(text);
        let [Khoi::Bang(bang)] = than_bai.khoi.as_slice() else { panic!("{:?}", than_bai.khoi) };
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
        assert_eq!(bang.luoi(), lines);
        assert_eq!(cac_ma(text), ["guessed-table"]);
    }
    assert_eq!(cac_ma("TT\tẤp\tHộ\n1\tẤp 1\nCộng\t\t5"), ["guessed-table", "guessed-table"]);
    assert_eq!(cac_ma("Đại diện: Ông A\tChức vụ: Giám đốc"), ["tab-in-text"]);
    assert!(cac_ma("1.\tMục đích và yêu cầu.").is_empty());
}

#[test]
fn articles_and_clauses_out_of_order_are_told() {
    let dieu = "Điều 1. Tặng Giấy khen.\nĐiều 2. Kinh phí.\nĐiều 2. Thi hành.\nĐiều 5. Hết.";
    assert_eq!(cac_ma(dieu), ["head-number", "head-number"]);
    assert!(cac_ma("Điều 1. Việc này theo\nĐiều 5. Luật A.").is_empty());
    assert_eq!(cac_ma("1. Một.\n1. Hai.\n3. Ba."), ["item-number", "item-number"]);
    assert!(cac_ma("1. Một.\n\nĐoạn.\n\n1. Hai.\n2. Ba.").is_empty());
}

#[test]
fn parts_are_counted_in_words_too() {
    let text = "Phần thứ nhất\nTÌNH HÌNH\n\n# I. MỘT\n\nLời.\n\n# Phần thứ hai. NHIỆM VỤ\n\n# I. HAI\n\nLời.";
    assert!(cac_ma(text).is_empty(), "{:?}", loi(text));
    let so: Vec<_> = ThanBai::parse(text).0.khoi.iter().filter_map(so_cua_khoi).collect();
    assert_eq!(so, ["thứ nhất", "thứ hai"]);
    assert_eq!(cac_ma("# Phần thứ hai. NHIỆM VỤ\n\nLời."), ["head-number"]);
}

#[test]
fn a_request_is_for_its_own_line() {
    let text = "{giữa} DANH SÁCH\nĐơn vị tính: đồng";
    assert_eq!(cac_khoi(text).len(), 2);
    assert_eq!(cac_ma(text), ["leftover-markup"]);
    assert!(cac_ma("{giữa} DANH SÁCH\n{phải} Đơn vị tính: đồng").is_empty());
    assert_eq!(cac_ma("{căn giữa} DANH SÁCH"), ["leftover-markup"]);
}

#[test]
fn a_titled_clause_needs_no_head_above() {
    let text = "1. Công an xã\na) Tuần tra;\nb) Kiểm soát.\n2. Văn phòng\na) Tổng hợp.";
    assert_eq!(cac_ma(text), ["guessed-head", "guessed-head"]);
    // One without a title may follow one that has it.
    assert_eq!(
        cac_ma("1. Công an xã\na) Tuần tra.\n2. Văn phòng tổng hợp, báo cáo."),
        ["guessed-head"]
    );
    assert!(cac_ma("1. Ông A\n2. Ông B\n\nĐoạn.").is_empty());
}

/// Every piece of a body stands in the value where it says.
#[test]
fn every_piece_knows_its_bytes() {
    let value = "# Mục **đích**\n\n1. Một khoản\ncòn *tiếp*[^a]\n\n| TT | Tên *x* |\n|--|--|\n| 1 | A \\| B<br>C d |\n\n\
                 Điều 1. Chạy liền\n[^a]: Chú  thích";
    let muc = crate::model::Muc::new(&std::sync::Arc::new(crate::model::CacMuc::new("a")), 0);
    let (body, loi) = super::super::ThanBai::doc(value, Some(&muc), &KhoAnh::new());
    assert!(loi.iter().all(|loi| loi.canh_bao), "{loi:?}");
    let mut silent = Vec::new();
    let mut count = 0;
    for piece in body.cac_chu().flat_map(|chu| chu.phan()) {
        let crate::model::PhanChu::Chu { chu, .. } = piece else { continue };
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        match chu.nguon().and_then(|of| of.khoang.clone()) {
            Some(khoang) => assert_eq!(letters(&value[khoang]), letters(chu), "{chu}"),
            None => silent.push(chu.to_string()),
        }
        count += 1;
    }
    // A cell with a bar in its text is no piece of the value as it stands.
    assert_eq!(silent, ["A | B", "C d"]);
    assert!(count > 9, "{count}");
}

#[test]
fn requests_in_braces_are_taken_up_or_told() {
    let text = "{giữa} Một\n\n{phải}\nHai\n\n{sang trang}\n\nBa\n\n{in đậm}\n\n{không kẻ}\n\nBốn\n\n{sang trang}";
    let (than, loi) = ThanBai::parse(text);
    let khoi: Vec<String> = than.khoi.iter().map(ngan).collect();
    assert_eq!(khoi, ["¶ Giua Một", "¶ Phai Hai", "sang trang", "¶ Ba", "¶ {in đậm}", "¶ Bốn"]);
    let told: Vec<usize> = loi.iter().map(|loi| loi.dong).collect();
    assert_eq!(told, [9, 11, 15]);
}

#[test]
fn a_table_with_spans_and_looks() {
    let text = "{khong ke, tach hang}\n| TT | Số lượng || Ghi chú |\n| ^^ | Nam | Nữ | ^^ |\n|---|---|---|---|\n| **I. Nhóm một** ||||\n| 1 | {giữa} 2 | 3 | |\n";
    let (than, loi) = ThanBai::parse(text);
    assert_eq!(loi, []);
    let [Khoi::Bang(bang)] = than.khoi.as_slice() else { panic!("{than:#?}") };
    assert!(bang.trinh_bay.khong_ke && bang.trinh_bay.tach_hang);
    assert_eq!((bang.so_hang_dau, bang.hang.len()), (2, 4));
    assert_eq!(bang.hang[0][0].gop_hang, 2);
    assert_eq!(bang.hang[2][0].gop_cot, 4);
    let Khoi::Doan { canh, .. } = &bang.hang[3][1].khoi[0] else { panic!() };
    assert_eq!(*canh, Some(CanhCot::Giua));
}

#[test]
fn deep_heads_and_khoan_whose_text_runs_on() {
    let text = "# I. Nhiệm vụ\n## 1. Nhóm một\n### 1.1. Hạ tầng\n#### 1.1.1. Mạng\n##### a) Cáp\n#### 1.1.2. Máy chủ\n\n**2. Thời gian:** 03 ngày,\nkể từ thứ Hai.\n\n**9. Không kế tiếp:** chữ\n\n## 3. Kinh phí";
    assert_eq!(
        khoi(text),
        [
            "#1 Nhiệm vụ",
            "#2 Nhóm một",
            "#3 Hạ tầng",
            "#4 Mạng",
            "#5 Cáp",
            "#4 Máy chủ",
            "#2 Thời gian: ⟶ 03 ngày, kể từ thứ Hai.",
            "¶ 9. Không kế tiếp: chữ",
            "#2 Kinh phí"
        ]
    );
}
