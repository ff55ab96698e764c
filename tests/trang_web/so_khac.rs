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
