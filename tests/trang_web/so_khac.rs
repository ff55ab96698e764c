//! The books' other doors on the page: papers that came, papers made elsewhere, the book of before.

use super::viec::{all_of, hidden, post_bytes};
use super::*;

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn asked(all: &[(&str, &str)]) -> String {
    all.iter().map(|(k, v)| format!("{k}={}", escaped(v))).collect::<Vec<_>>().join("&")
}

/// A clerk's morning: a scan comes in, is handed on, is late, is dealt with; a press that comes twice is one.
#[test]
fn a_paper_that_came_goes_its_way() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let scan = b"%PDF-1.4\nscan";
    let look = post_bytes(&opened, &cookie, "/api/den?ten=quet.pdf", scan);
    assert!(look.status == 200 && look.body.contains("quet.pdf"), "{}", look.body);
    assert!(!dir.path().join("so-van-ban-den.txt").exists());
    let key = hidden(&look, "khoa");
    let given = asked(&[
        ("khoa", &key),
        ("ten", "quet.pdf"),
        ("ngay", "10/3/2026"),
        ("tac-gia", "Sở Nội vụ"),
        ("ky-hieu", "123/SNV-VP"),
        ("ngay-van-ban", "8/3/2026"),
        ("trich-yeu", "Công văn về biên chế"),
    ]);
    for _ in 0..2 {
        let done = post_bytes(&opened, &cookie, &format!("/api/den/ghi?{given}"), scan);
        assert!(done.status == 200 && done.body.contains("01/2026"), "{}", done.body);
    }
    let kept = all_of(&dir.path().join("den"));
    assert!(kept.iter().any(|(_, bytes)| bytes == scan), "the file is kept as it came");
    // Nothing to enter it by: told beside the fields, which keep what was typed.
    let bare = asked(&[("giu", "khong-co-tep"), ("ngay", "11/3/2026"), ("tac-gia", "Sở Y tế")]);
    let refused = post_bytes(&opened, &cookie, &format!("/api/den/ghi?{bare}"), b"");
    assert!(refused.status == 422 && refused.body.contains("Sở Y tế"), "{}", refused.body);
    assert!(!refused.body.contains("--"), "a word of the command line: {}", refused.body);
    let page = opened.get(&cookie, "/den/giao?so=01/2026");
    let body = format!(
        "khoa={}&so=01/2026&{}",
        hidden(&page, "khoa"),
        asked(&[("cho", "Văn phòng"), ("han", "15/3/2026"), ("ngay", "10/3/2026")])
    );
    let done = opened.post(&cookie, "/den/giao", &body);
    assert_eq!(done.status, 200, "{}", done.body);
    let late = opened.get(&cookie, "/den?ngay=20/3/2026");
    assert!(late.body.contains("quá hạn 5 ngày"), "{}", late.body);
    assert!(!opened.get(&cookie, "/den?ngay=12/3/2026").body.contains("Sở Nội vụ"));
    let page = opened.get(&cookie, "/den/xong?so=01/2026");
    let body = format!("khoa={}&so=01/2026&ngay=21/3/2026", hidden(&page, "khoa"));
    let refused = opened.post(&cookie, "/den/xong", &body);
    assert!(refused.status == 422 && refused.body.contains("ô Ghi chú"), "{}", refused.body);
    let body = format!("{body}&{}", asked(&[("ghi_chu", "để biết")]));
    let done = opened.post(&cookie, "/den/xong", &body);
    assert_eq!(done.status, 200, "{}", done.body);
    let book = opened.get(&cookie, "/den");
    assert!(!book.body.contains("Giao…") && book.body.contains("Sở Nội vụ"), "{}", book.body);
}

/// The folder's letter as a file that comes.
fn letter(dir: &Path, ending: &str) -> Vec<u8> {
    let mut build = Command::new(env!("CARGO_BIN_EXE_vanthu"));
    let made = build.current_dir(dir).args(["build", "cong-van.yaml", "-f", ending]).output();
    assert!(made.unwrap().status.success());
    fs::read(dir.join(format!("cong-van.{ending}"))).unwrap()
}

/// What the file says stands in the fields; a field that she wipes then is blank, and not read again.
#[test]
fn the_form_holds_what_was_read_of_the_file() {
    let dir = folder();
    let came = letter(dir.path(), "docx");
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let look = post_bytes(&opened, &cookie, "/api/den?ten=cv.docx", &came);
    let field = |name: &str| hidden(&look, name);
    assert_eq!((field("ngay"), field("da-doc")), (String::new(), "1".to_owned()));
    let [author, symbol, subject] = ["tac-gia", "ky-hieu", "trich-yeu"].map(field);
    assert!(![&author, &symbol, &subject].into_iter().any(String::is_empty), "{}", look.body);
    let enter = |symbol: &str, subject: &str| {
        let given = [
            ("ten", "cv.docx"),
            ("da-doc", "1"),
            ("ngay", "10/3/2026"),
            ("tac-gia", &author),
            ("ky-hieu", symbol),
            ("trich-yeu", subject),
        ];
        post_bytes(&opened, &cookie, &format!("/api/den/ghi?{}", asked(&given)), &came)
    };
    let refused = enter("", "");
    assert!(refused.status == 422 && hidden(&refused, "da-doc") == "1", "{}", refused.body);
    let done = enter("", &subject);
    assert_eq!(done.status, 200, "{}", done.body);
    let book = fs::read_to_string(dir.path().join("so-van-ban-den.txt")).unwrap();
    assert!(book.contains(&author) && !book.contains(&symbol), "{book}");
}

/// Whatever the command line does with a paper that came, the page does: the same words, the same refusals.
#[test]
fn all_that_can_be_done_with_a_paper_that_came() {
    let dir = folder();
    let came = letter(dir.path(), "pdf");
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let look = post_bytes(&opened, &cookie, "/api/den?ten=cv.pdf", &came);
    assert!(look.body.contains("Đọc được từ tệp") && !look.body.contains("--"), "{}", look.body);
    assert!(!dir.path().join("so-van-ban-den.txt").exists());
    let enter = |ky_hieu: &str| {
        let given = [
            ("ten", "cv.pdf"),
            ("ngay", "10/3/2026"),
            ("tac-gia", "Sở Y tế"),
            ("ky-hieu", ky_hieu),
        ];
        post_bytes(&opened, &cookie, &format!("/api/den/ghi?{}", asked(&given)), &came)
    };
    let doubted = enter("SYT-VP");
    assert!(doubted.status == 422 && doubted.body.contains("không có số"), "{}", doubted.body);
    let done = enter("9/SYT-VP ngày 8/3/2026");
    assert!(done.status == 200 && done.body.contains("gõ ở ô là"), "{}", done.body);
    let get = |path: &str| opened.get(&cookie, path);
    let one = get("/den/mot?so=01/2026");
    for words in ["9/SYT-VP", "08/3/2026", "Ký nhận…", "Chữa cột ghi sai…", "cv.pdf"] {
        assert!(one.body.contains(words), "{words}: {}", one.body);
    }
    let act = |path: &str, fields: &[(&str, &str)]| {
        let page = get(&format!("{path}?so=01/2026&nam=2026"));
        assert_eq!(page.status, 200, "{path}: {}", page.body);
        let key = hidden(&page, "khoa");
        let all = [&[("khoa", key.as_str()), ("so", "01/2026"), ("nam", "2026")], fields].concat();
        let done = opened.post(&cookie, path, &asked(&all));
        assert!(!done.body.contains("--"), "{path}: {}", done.body);
        done
    };
    // Where the stamp would stand, as words and as a picture; then it is set, once.
    let page = get("/den/dau?so=01/2026&noi=duoi-ngay");
    assert!(
        page.body.contains("cách mép trái") && page.body.contains("/den/dau-hinh"),
        "{}",
        page.body
    );
    let picture = get("/den/dau-hinh?so=01/2026&noi=&mm=100,200");
    assert!(picture.status == 200 && picture.head.contains("image/png"), "{}", picture.head);
    let wrong = get("/den/dau?so=01/2026&mm=500,10");
    assert!(wrong.body.contains("không nằm gọn trong trang"), "{}", wrong.body);
    let loose = get("/den/dau-tai?so=01/2026&noi=&mm=");
    assert!(loose.status == 200 && loose.head.contains("cv-dau-den.pdf"), "{}", loose.head);
    assert!(!dir.path().join("den/2026/01/cv-dau-den.pdf").exists());
    assert_eq!(act("/den/dau", &[("mm", "100,200")]).status, 200);
    assert!(fs::read(dir.path().join("den/2026/01/cv-dau-den.pdf")).unwrap().starts_with(&came));
    let again = act("/den/dau", &[]);
    assert!(again.status == 422 && again.body.contains("Chỉ tải bản có dấu"), "{}", again.body);
    for (path, named) in [
        ("/den/tep?so=01/2026&ten=cv-dau-den.pdf", "cv-dau-den.pdf"),
        ("/den/phieu?so=01/2026&dang=pdf", "phieu-giai-quyet-2026-01.pdf"),
        ("/den/phieu?so=01/2026&dang=docx", "phieu-giai-quyet-2026-01.docx"),
        ("/den/in?nam=2026&dang=pdf", "so-van-ban-den-2026.pdf"),
        ("/den/in?nam=2026&dang=docx", "so-van-ban-den-2026.docx"),
        ("/den/in?nam=2026&dang=xlsx", "so-van-ban-den-2026.xlsx"),
        ("/den/in?nam=2026&dang=csv", "so-van-ban-den-2026.csv"),
    ] {
        let file = get(path);
        assert!(file.status == 200 && file.head.contains(named), "{path}: {}", file.head);
    }
    assert_eq!(get("/den/tep?so=01/2026&ten=../../co-quan.yaml").status, 404);
    assert_eq!(act("/den/ky-nhan", &[("nguoi", "Lê An"), ("ngay", "11/3/2026")]).status, 200);
    let none = act("/den/chua", &[("ly_do", "nhầm")]);
    assert!(none.status == 422 && none.body.contains("gõ điều đúng"), "{}", none.body);
    let done = act("/den/chua", &[("tac_gia", "Sở Y tế Tỉnh"), ("ly_do", "ghi thiếu")]);
    assert_eq!(done.status, 200, "{}", done.body);
    let one = get("/den/mot?so=01/2026");
    for words in ["Sở Y tế Tỉnh", "trước ghi “Sở Y tế”", "Lê An ký nhận", "cv-dau-den.pdf"]
    {
        assert!(one.body.contains(words), "{words}: {}", one.body);
    }
    // The year is closed: no new paper, nothing put right, and what is open is dealt with.
    assert_eq!(act("/den/khoa", &[]).status, 200);
    let late = enter("10/SYT-VP");
    assert!(
        late.status == 422 && late.body.contains("mở lại sổ ở trang Văn bản đến"),
        "{}",
        late.body
    );
    assert_eq!(act("/den/huy", &[("ly_do", "nhầm")]).status, 422);
    assert_eq!(act("/den/xong", &[("ngay", "12/3/2026"), ("ghi_chu", "để biết")]).status, 200);
    assert_eq!(act("/den/mo-lai", &[("ly_do", "")]).status, 422);
    assert_eq!(act("/den/mo-lai", &[("ly_do", "còn văn bản")]).status, 200);
    assert_eq!(act("/den/huy", &[("ly_do", "gửi nhầm")]).status, 200);
    // The book is lost, and made again.
    fs::remove_file(dir.path().join("so-van-ban-den.txt")).unwrap();
    let sick = get("/den/kiem");
    assert!(sick.body.contains("Lấy lại sổ…") && !sick.body.contains("--"), "{}", sick.body);
    let done = act("/den/lay-lai", &[]);
    assert!(done.status == 200 && done.body.contains("dựng lại sổ"), "{}", done.body);
    assert!(get("/den/kiem").body.contains("khớp nhau"));
    // A secret paper has another book.
    let given = [
        ("giu", "khong-co-tep"),
        ("ngay", "10/3/2026"),
        ("tac-gia", "Công an tỉnh"),
        ("ky-hieu", "5/CAT"),
        ("trich-yeu", "Kế hoạch"),
        ("do-mat", "mật"),
    ];
    let done = post_bytes(&opened, &cookie, &format!("/api/den/ghi?{}", asked(&given)), b"");
    assert!(
        done.status == 200 && done.body.contains("/den/mot?so=01%2F2026&amp;mat=1"),
        "{}",
        done.body
    );
    assert!(get("/den?mat=1").body.contains("Công an tỉnh"));
    assert!(!get("/den").body.contains("Công an tỉnh"));
    assert!(get("/den/mot?so=01/2026&mat=1").body.contains("Độ mật: MẬT"));
}

/// The book of before comes in whole or not at all; a paper made elsewhere follows it.
#[test]
fn the_book_of_before_and_papers_made_elsewhere_come_in() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let so = |text: &str| format!("Số ký hiệu,Ngày tháng,Trích yếu,Người ký,Nơi nhận\n{text}");
    let bad = so(
        "01/TB-VP,5/1/2026,Thông báo họp,Lê An,Các phòng\n01/TB-VP,32/1/2026,Thông báo nghỉ,Lê An,Các phòng\n",
    );
    let look = post_bytes(&opened, &cookie, "/api/so/nhap?ten=so-cu.csv", bad.as_bytes());
    assert!(look.status == 422 && look.body.contains("32/1/2026"), "{}", look.body);
    let good = so(
        "01/TB-VP,5/1/2026,Thông báo họp,Lê An,Các phòng\n02/BC-VP,9/1/2026,Báo cáo tuần,Lê An,UBND tỉnh\n",
    );
    let look = post_bytes(&opened, &cookie, "/api/so/nhap?ten=so-cu.csv", good.as_bytes());
    assert!(look.status == 200 && !dir.path().join("so-dang-ky.txt").exists(), "{}", look.body);
    let key = hidden(&look, "khoa");
    for _ in 0..2 {
        let done = post_bytes(
            &opened,
            &cookie,
            &format!("/api/so/nhap/ghi?khoa={key}&ten=so-cu.csv"),
            good.as_bytes(),
        );
        assert!(done.status == 200 && done.body.contains("Đã nhập"), "{}", done.body);
    }
    let given = asked(&[
        ("giu", "khong-co-tep"),
        ("so-hieu", "03/TB-VP"),
        ("ngay", "12/1/2026"),
        ("trich-yeu", "Kết luận giao ban"),
        ("nguoi-ky", "Lê An"),
        ("noi-nhan", "Các phòng"),
    ]);
    let done = post_bytes(&opened, &cookie, &format!("/api/so/vao/ghi?{given}"), b"");
    assert!(done.status == 200 && done.body.contains("03/TB-VP"), "{}", done.body);
    let book = opened.get(&cookie, "/so");
    assert!(
        book.body.contains("Kết luận giao ban") || book.body.contains("kết luận giao ban"),
        "{}",
        book.body
    );
    assert!(opened.get(&cookie, "/so/kiem").body.contains("khớp nhau"));
}

/// The folder of the register is on a drive that is not connected: the page says so before a number is shown, and does not
/// begin another register there.
#[test]
fn a_register_that_is_away_is_not_begun_anew_on_the_page() {
    let dir = folder();
    let (home, drive) = (dir.path().join("nha"), dir.path().join("o"));
    fs::create_dir_all(&home).unwrap();
    let office = dir.path().join("co-quan.yaml");
    let text = fs::read_to_string(&office).unwrap();
    fs::write(
        &office,
        format!("{text}\nso_dang_ky: {{thu_muc: {}}}\n", drive.join("so").display()),
    )
    .unwrap();
    let opened = Opened::of(
        Command::new(env!("CARGO_BIN_EXE_vanthu")).arg("serve").arg(dir.path()).env("HOME", &home),
    );
    let cookie = opened.come_in();
    let kept = opened.post(&cookie, "/so/giu", "nam=2026");
    assert!([200, 303].contains(&kept.status), "{}", kept.body);
    assert!(drive.join("so/so-dang-ky.txt").exists());
    fs::rename(&drive, dir.path().join("mat")).unwrap();
    let again = opened.post(&cookie, "/so/giu", "nam=2026");
    let asked = opened.get(&cookie, "/phat-hanh?tep=cong-van.yaml&ngay=16/3/2026");
    for answer in [&again.body, &asked.body] {
        assert!(
            answer.contains("máy này đã ghi sổ ở đó") && !answer.contains("--lap-so-moi"),
            "{answer}"
        );
    }
    assert!(!drive.exists());
}
