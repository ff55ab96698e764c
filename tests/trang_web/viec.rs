//! The acts of the page: numbering, sending, the register, the address book. What the command line refuses is refused
//! here, a click that comes twice is one, and nobody else gets anywhere.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::*;
use crate::support::ban_ky::{CapNhat, Goc};

/// Pages that say what will happen, and those that only show.
const SHOWN: &[&str] = &[
    "/ra?tep=cong-van.yaml",
    "/tai?tep=cong-van.yaml&dang=pdf",
    "/tai-bo?tep=cong-van.yaml",
    "/phat-hanh?tep=cong-van.yaml",
    "/so",
    "/so/kiem",
    "/so/in?nam=2026",
    "/so/giu",
    "/so/vao",
    "/so/nhap",
    "/so/lay-lai",
    "/den",
    "/den/vao",
    "/den/giao?so=1/2026",
    "/den/xong?so=1/2026",
    "/den?mat=1",
    "/den/mot?so=1/2026",
    "/den/tep?so=1/2026&ten=a.pdf",
    "/den/phieu?so=1/2026&dang=pdf",
    "/den/ky-nhan?so=1/2026",
    "/den/chua?so=1/2026",
    "/den/huy?so=1/2026",
    "/den/dau?so=1/2026",
    "/den/dau-hinh?so=1/2026",
    "/den/dau-tai?so=1/2026",
    "/den/in?nam=2026",
    "/den/kiem",
    "/den/lay-lai",
    "/den/khoa?nam=2026",
    "/den/mo-lai?nam=2026",
    "/so/khoa?nam=2026&cq=VP",
    "/so/mot?so=118",
    "/so/tep?so=118&ten=a.pdf",
    "/so/doi-chieu?so=118",
    "/so/huy?so=118",
    "/so/chuyen?so=118",
    "/gui?so=118",
    "/ban-ky",
    "/danh-ba",
    "/danh-ba/muc?loai=noi_nhan",
    "/thu-muc",
    "/soat-word",
    "/nhap",
    "/lay-lai?tep=cong-van.yaml",
    "/tron?tep=cong-van.yaml",
    "/tron/tep?tep=cong-van.yaml&ten=a.pdf",
    "/api/tron/tien",
];

/// What changes something, with a body that would.
const DONE: &[(&str, &str)] = &[
    ("/phat-hanh", "tep=cong-van.yaml&ngay=16/3/2026&so=118&hien=%7C16/3/2026%7C118&chap_nhan=1"),
    ("/ghi-so", "tep=cong-van.yaml&so=118"),
    ("/so/giu", "nam=2026"),
    ("/so/khoa", "nam=2026"),
    ("/so/lay-lai", "x=1"),
    ("/den/giao", "so=1/2026&cho=A&ngay=16/3/2026"),
    ("/den/xong", "so=1/2026&ngay=16/3/2026"),
    ("/den/ky-nhan", "so=1/2026&nguoi=A&ngay=16/3/2026"),
    ("/den/chua", "so=1/2026&tac_gia=A&ly_do=B"),
    ("/den/huy", "so=1/2026&ly_do=B"),
    ("/den/dau", "so=1/2026"),
    ("/den/lay-lai", "x=1"),
    ("/den/khoa", "nam=2026"),
    ("/den/mo-lai", "nam=2026&ly_do=B"),
    ("/api/den?ten=a.pdf", "%PDF-1.7"),
    ("/api/den/ghi?giu=khong-co-tep&ngay=16/3/2026&tac-gia=A&trich-yeu=B", ""),
    ("/api/so/vao?ten=a.pdf", "%PDF-1.7"),
    (
        "/api/so/vao/ghi?giu=khong-co-tep&so-hieu=01/TB-VP&ngay=16/3/2026&trich-yeu=B&nguoi-ky=C&noi-nhan=D",
        "",
    ),
    ("/api/so/nhap?ten=a.csv", "a,b"),
    ("/api/so/nhap/ghi?ten=a.csv", "a,b"),
    ("/so/huy", "so=118&ly_do=x"),
    ("/so/chuyen", "so=118&ngay=17/3/2026"),
    ("/gui", "so=118"),
    ("/danh-ba/lap", ""),
    ("/danh-ba/muc", "loai=noi_nhan&ten=A&kenh=giay"),
    ("/danh-ba/lui", ""),
    ("/mo-thu-muc", ""),
    ("/thu-muc", "duong=/tmp"),
    ("/api/ban-ky", "%PDF-1.7"),
    ("/api/nhan-ban-ky?so=118", "%PDF-1.7"),
    ("/api/soat-word?ten=a.docx", "PK"),
    ("/api/soat-word/nhan-xet?ten=a.docx", "PK"),
    ("/api/nhap?ten=a.docx", "PK"),
    ("/api/nhap/ghi?ten=a.docx", "PK"),
    ("/api/lay-lai?tep=cong-van.yaml&ten=a.docx", "PK"),
    ("/api/lay-lai/ghi?tep=cong-van.yaml&ten=a.docx", "PK"),
    ("/api/tron?tep=cong-van.yaml&ten=a.csv", "a,b"),
    ("/api/tron/dong?tep=cong-van.yaml&ten=a.csv", "a,b"),
    ("/api/tron/lam?tep=cong-van.yaml&ten=a.csv", "a,b"),
];

/// All that lies in a folder, by name.
pub fn all_of(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => out.extend(all_of(&path)),
            false => out.push((path.clone(), fs::read(&path).unwrap())),
        }
    }
    out.sort();
    out
}

pub fn post_bytes(opened: &Opened, cookie: &str, target: &str, body: &[u8]) -> Answer {
    let host = opened.host();
    let head = format!(
        "POST {target} HTTP/1.1\r\nconnection: close\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookie}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let mut stream = opened.connect();
    stream.write_all(head.as_bytes()).unwrap();
    let _ = stream.write_all(body);
    read(&mut stream)
}

/// The value of a hidden field of a page.
pub fn hidden(page: &Answer, name: &str) -> String {
    let at = format!("name=\"{name}\" value=\"");
    let value = page.body.split(&at).nth(1).unwrap_or_else(|| panic!("{name}: {}", page.body));
    value.split('"').next().unwrap().to_owned()
}

/// A folder whose paper has no number yet.
pub fn unnumbered() -> tempfile::TempDir {
    let dir = folder();
    let path = dir.path().join("cong-van.yaml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("so: 118", "so:")).unwrap();
    dir
}

/// Issues the paper as a clerk does, and tells the number.
pub fn issue(opened: &Opened, cookie: &str) -> String {
    let page = opened.get(cookie, "/phat-hanh?tep=cong-van.yaml");
    let body = format!(
        "tep=cong-van.yaml&khoa={}&ngay=16/3/2026&hien=%7C16/3/2026%7C&so_hien={}&chap_nhan=1&o_ky=1",
        hidden(&page, "khoa"),
        hidden(&page, "so_hien")
    );
    let done = opened.post(cookie, "/phat-hanh", &body);
    assert_eq!(done.status, 200, "{}", done.body);
    let rest = done.body.split("/so/mot?").nth(1).unwrap();
    rest.split('"').next().unwrap().replace("&amp;", "&")
}

#[test]
fn acts_are_for_nobody_else() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let before = all_of(dir.path());
    let host = opened.host();
    let own = format!("http://{host}");
    let good = [("host", &*host), ("cookie", &*cookie)];
    for target in SHOWN {
        let bare = [("host", &*host), ("origin", &*own)];
        assert_eq!(opened.ask("GET", target, &bare, "").status, 403, "{target}");
        for site in ["cross-site", "same-site"] {
            let headers = [&good[..], &[("sec-fetch-site", site)]].concat();
            assert_eq!(opened.ask("GET", target, &headers, "").status, 403, "{target} {site}");
        }
    }
    let attacks: [&[(&str, &str)]; 5] = [
        &[],
        &[("origin", "https://vanthu.example")],
        &[("origin", "null")],
        &[("origin", &own), ("sec-fetch-site", "cross-site")],
        &[("origin", &own), ("sec-fetch-site", "same-site")],
    ];
    for (target, body) in DONE {
        let bare = [("host", &*host), ("origin", &*own)];
        assert_eq!(opened.ask("POST", target, &bare, body).status, 403, "{target}");
        for attack in attacks {
            let answer = opened.ask("POST", target, &[&good[..], attack].concat(), body);
            assert_eq!(answer.status, 403, "{target} {attack:?}");
        }
        // An address that is only looked at does nothing.
        let (path, asked) = target.split_once('?').unwrap_or((target, ""));
        let looked = opened.get(&cookie, &format!("{path}?{asked}&{body}"));
        assert!([200, 303, 400, 404, 422].contains(&looked.status), "{target}: {}", looked.status);
    }
    assert_eq!(all_of(dir.path()), before);
}

#[test]
fn acts_lead_to_no_other_file() {
    let dir = unnumbered();
    let secret = dir.path().parent().unwrap().join(format!("bi-mat-{}.yaml", std::process::id()));
    fs::write(&secret, "loai: cong_van\ntrich_yeu: bí mật riêng\n").unwrap();
    let ten = secret.file_name().unwrap().to_string_lossy().into_owned();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let goi = issue(&opened, &cookie);
    #[cfg(unix)]
    std::os::unix::fs::symlink(&secret, dir.path().join("lien-ket.yaml")).unwrap();
    for bad in [
        &format!("../{ten}"),
        &format!("..%2F{ten}"),
        &format!("..%5C{ten}"),
        "lien-ket.yaml",
        "%2Fetc%2Fpasswd",
        "phat-hanh",
    ] {
        for path in ["/ra?tep", "/tai?dang=docx&tep", "/tai-bo?tep", "/phat-hanh?tep"] {
            let answer = opened.get(&cookie, &format!("{path}={bad}"));
            assert!(answer.status >= 400 && !answer.body.contains("bí mật riêng"), "{path} {bad}");
        }
        let posted = format!("tep={bad}&ngay=16/3/2026&hien=%7C16/3/2026%7C&chap_nhan=1");
        assert!(opened.post(&cookie, "/phat-hanh", &posted).status >= 400, "{bad}");
        assert!(
            opened.post(&cookie, "/ghi-so", &format!("tep={bad}&{goi}")).status >= 400,
            "{bad}"
        );
    }
    for bad in [
        "../../../so-dang-ky.txt",
        "..%2F..%2F..%2Fcong-van.yaml",
        "nguon%2Fcong-van.yaml",
        "nguon%5Ccong-van.yaml",
        "phat-hanh.yaml",
        "bang-ke.json",
        ".",
        "%2Fetc%2Fpasswd",
    ] {
        let answer = opened.get(&cookie, &format!("/so/tep?{goi}&ten={bad}"));
        assert_eq!(answer.status, 404, "{bad}: {}", answer.body);
    }
    for bad in ["../2026", "0/x", "1/..%2F..", "%00", "99999999999999999999/VP", ""] {
        for path in ["/so/mot", "/so/huy", "/so/chuyen", "/gui", "/so/doi-chieu", "/so/tep"] {
            assert!(opened.get(&cookie, &format!("{path}?so={bad}")).status >= 400, "{path} {bad}");
        }
    }
    // A folder in whose place a link was put is no issued paper.
    #[cfg(unix)]
    {
        let year = dir.path().join("phat-hanh/2026");
        let kept = fs::read_dir(&year).unwrap().next().unwrap().unwrap().path();
        let away = dir.path().join("cho-khac");
        fs::rename(&kept, &away).unwrap();
        std::os::unix::fs::symlink(&away, &kept).unwrap();
        let pdf = fs::read_dir(&away)
            .unwrap()
            .flatten()
            .map(|e| e.file_name())
            .find(|n| n.to_string_lossy().ends_with(".pdf"));
        let pdf = pdf.unwrap().to_string_lossy().into_owned();
        assert_eq!(opened.get(&cookie, &format!("/so/tep?{goi}&ten={pdf}")).status, 404);
    }
    fs::remove_file(secret).unwrap();
}

#[test]
fn a_click_that_comes_again_does_nothing_again() {
    let dir = unnumbered();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let book = || fs::read_to_string(dir.path().join("so-dang-ky.txt")).unwrap_or_default();
    let lines = |what: &str| book().lines().filter(|line| line.contains(what)).count();
    let page = opened.get(&cookie, "/phat-hanh?tep=cong-van.yaml");
    assert!(page.body.contains("Phát hành 01/"), "{}", page.body);
    let body = format!(
        "tep=cong-van.yaml&khoa={}&ngay=16/3/2026&hien=%7C16/3/2026%7C&so_hien={}&chap_nhan=1",
        hidden(&page, "khoa"),
        hidden(&page, "so_hien")
    );
    // For another day than the one that was shown nothing is done.
    let other = body.replacen("ngay=16", "ngay=17", 1);
    assert!(opened.post(&cookie, "/phat-hanh", &other).body.contains("Khi bấm"));
    assert_eq!(book(), "");
    let answers: Vec<String> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| opened.post(&cookie, "/phat-hanh", &body).body))
            .collect();
        all.into_iter().map(|one| one.join().unwrap()).collect()
    });
    assert!(answers.iter().all(|one| one == &answers[0] && one.contains("Đã phát hành")));
    assert_eq!(lines("| phát hành |"), 1);
    // A number that somebody else has taken meanwhile is not taken, and no other in its place.
    let late = opened.post(&cookie, "/phat-hanh", &body.replacen("khoa=", "khoa=9", 1));
    assert_eq!(late.status, 422);
    assert_eq!(lines("| phát hành |"), 1);

    let again = |target: &str, page: &str, body: &str| {
        let key = hidden(&opened.get(&cookie, page), "khoa");
        let body = format!("khoa={key}&{body}");
        let (one, two) = (opened.post(&cookie, target, &body), opened.post(&cookie, target, &body));
        assert_eq!(one.status, two.status, "{target}");
        // What was refused is asked for anew; what was done is told again, to the letter.
        assert!(one.status != 200 || one.body == two.body, "{target}");
        one
    };
    assert_eq!(again("/so/giu", "/so/giu?nam=2026", "nam=2026&ghi_chu=thử").status, 200);
    assert_eq!(lines("| giữ số |"), 1);
    assert_eq!(again("/so/khoa", "/so/khoa?nam=2026", "nam=2026").status, 422);
    assert_eq!(again("/so/huy", "/so/huy?so=2/2026", "so=2/2026&ly_do=").status, 422);
    assert_eq!(again("/so/huy", "/so/huy?so=2/2026", "so=2/2026&ly_do=bỏ").status, 200);
    assert_eq!(again("/so/huy", "/so/huy?so=2/2026", "so=2/2026&ly_do=bỏ").status, 422);
    assert_eq!(again("/so/chuyen", "/so/chuyen?so=1/2026", "so=1/2026&ngay=17/3/2026").status, 200);
    assert_eq!(again("/so/khoa", "/so/khoa?nam=2026", "nam=2026").status, 200);
    // What was handed over is written in a closed year too; a number waits until it is opened again, for a reason.
    assert_eq!(again("/so/chuyen", "/so/chuyen?so=1/2026", "so=1/2026&ngay=18/3/2026").status, 200);
    assert_eq!(again("/so/giu", "/so/giu?nam=2026", "nam=2026&ghi_chu=sót").status, 422);
    assert_eq!((lines("| huỷ |"), lines("| chuyển |"), lines("| khoá năm |")), (1, 2, 1));
    let open = "/so/mo-lai?nam=2026";
    assert_eq!(again("/so/mo-lai", open, "nam=2026&ly_do=").status, 422);
    assert_eq!(again("/so/mo-lai", open, "nam=2026&ly_do=sót").status, 200);
    assert_eq!(again("/so/giu", "/so/giu?nam=2026", "nam=2026&ghi_chu=sót").status, 200);
    assert_eq!((lines("| mở lại năm |"), lines("| giữ số |")), (1, 2));
    let check = opened.get(&cookie, "/so/kiem");
    assert!(check.body.contains("khớp nhau"), "{}", check.body);
}

/// The same of number and day written into the paper, of packages, of the address book; and that a paper was issued is
/// told before the click.
#[test]
fn other_acts_that_come_again_do_nothing_again() {
    let dir = unnumbered();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let goi = issue(&opened, &cookie);
    let page = opened.get(&cookie, "/phat-hanh?tep=cong-van.yaml&ngay=16/3/2026");
    assert!(
        page.body.contains("đã phát hành: 01/") && !page.body.contains("so_hien"),
        "{}",
        page.body
    );
    let page = opened.get(&cookie, "/phat-hanh?tep=cong-van.yaml&ngay=16/3/2026&thay_the=99/QD");
    assert!(!page.body.contains("so_hien"), "{}", page.body);
    let post = |target: &str, body: &str| opened.post(&cookie, target, body);

    assert_eq!(post("/danh-ba/lap", "").status, 303);
    let begun = all_of(dir.path());
    assert_eq!(post("/danh-ba/lap", "").status, 422);
    assert_eq!(all_of(dir.path()), begun);
    let book = || fs::read_to_string(dir.path().join("danh-ba.yaml")).unwrap();
    let key = hidden(&opened.get(&cookie, "/danh-ba/muc?loai=noi_nhan"), "khoa");
    let new = format!("khoa={key}&loai=noi_nhan&ten=Trường+A&kenh=giay");
    for _ in 0..3 {
        assert_eq!(post("/danh-ba/muc", &new).status, 303);
        assert_eq!(book().matches("ten: Trường A").count(), 1, "{}", book());
    }
    let key = hidden(&opened.get(&cookie, "/danh-ba/muc?loai=noi_nhan"), "khoa");
    let cu = "%7B%22ten%22%3A%22Trường+A%22%2C%22kenh%22%3A%22giay%22%7D";
    for _ in 0..2 {
        let body = format!("khoa={key}&loai=noi_nhan&cu={cu}&ten=Trường+B&kenh=giay");
        assert_eq!(post("/danh-ba/muc", &body).status, 303);
        assert_eq!(
            (book().matches("Trường A").count(), book().matches("Trường B").count()),
            (0, 1)
        );
    }
    let key = hidden(&opened.get(&cookie, "/danh-ba"), "khoa");
    for _ in 0..3 {
        // One click takes back one change, however often it arrives.
        assert_eq!(post("/danh-ba/lui", &format!("khoa={key}")).status, 303);
        assert_eq!(book().matches("Trường A").count(), 1, "{}", book());
    }

    for ten in ["Sở Tài chính", "Sở Nông nghiệp và Môi trường", "Thuế tỉnh Đồng Tháp"]
    {
        let body = format!("loai=noi_nhan&ten={ten}&kenh=giay").replace(' ', "+");
        assert_eq!(post("/danh-ba/muc", &body).status, 303);
    }
    let key = hidden(&opened.get(&cookie, &format!("/gui?{goi}")), "khoa");
    let body = format!("khoa={key}&{goi}");
    let one = post("/gui", &body);
    assert_eq!(one.status, 200, "{}", one.body);
    let sent = all_of(dir.path());
    assert_eq!(post("/gui", &body).body, one.body);
    assert_eq!(all_of(dir.path()), sent);

    let own = || fs::read(dir.path().join("cong-van.yaml")).unwrap();
    let body = format!("tep=cong-van.yaml&{goi}");
    assert_eq!(post("/ghi-so", &body).status, 303);
    let (written, journal) = (own(), fs::read(dir.path().join(".vanthu-nhat-ky")).unwrap());
    assert!(String::from_utf8_lossy(&written).contains("\nso: 1\n"));
    assert_eq!(post("/ghi-so", &body).status, 303);
    assert_eq!(own(), written);
    assert_eq!(fs::read(dir.path().join(".vanthu-nhat-ky")).unwrap(), journal);
}

#[test]
fn a_signed_paper_is_known_and_nothing_else_takes_its_place() {
    let dir = unnumbered();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let goi = issue(&opened, &cookie);
    let year = dir.path().join("phat-hanh/2026");
    let kept = fs::read_dir(&year).unwrap().next().unwrap().unwrap().path();
    let pdf = fs::read_dir(&kept)
        .unwrap()
        .flatten()
        .map(|e| e.path())
        .find(|p| p.extension().is_some_and(|x| x == "pdf"));
    let pdf = pdf.unwrap();
    let issued = fs::read(&pdf).unwrap();
    let goc = Goc::doc(issued.clone());
    let signed = CapNhat::ky(&goc, 0).ghi();
    let look = |bytes: &[u8]| post_bytes(&opened, &cookie, "/api/ban-ky", bytes).body;
    let take = |bytes: &[u8]| {
        let key = hidden(&opened.get(&cookie, &format!("/ban-ky?{goi}")), "khoa");
        post_bytes(&opened, &cookie, &format!("/api/nhan-ban-ky?{goi}&khoa={key}"), bytes)
    };
    assert!(look(&issued).contains("chưa có chữ ký số"));
    let seen = look(&signed);
    assert!(seen.contains(r#""dung":true"#) && seen.contains("đã ký số"), "{seen}");
    // Bytes of the paper itself are others.
    let mut changed = signed.clone();
    changed[issued.len() / 2] ^= 1;
    // Something is put in behind that is no signature.
    let mut added = CapNhat::ky(&goc, 0);
    let ruot = goc.ruot(goc.trang[0]).replace("/Contents ", "/Rotate 180/Contents ");
    added.thay(goc.trang[0], ruot);
    let added = added.ghi();
    for (what, bytes) in [("changed", &changed), ("added", &added), ("unsigned", &issued)] {
        assert!(look(bytes).contains(r#""dung":false"#), "{what}: {}", look(bytes));
        let refused = take(bytes);
        assert_eq!(refused.status, 422, "{what}: {}", refused.body);
        assert_eq!(fs::read(&pdf).unwrap(), issued, "{what}");
    }
    // What is no such file at all is told in a moment.
    let mut long = b"%PDF-1.7\n".to_vec();
    long.extend(b"%%EOF\n".repeat(1 << 20));
    let start = Instant::now();
    for bytes in [&b""[..], b"PK\x03\x04", b"%PDF-", &long] {
        let answer = post_bytes(&opened, &cookie, "/api/ban-ky", bytes);
        assert!([200, 422].contains(&answer.status), "{}", answer.body);
        assert!(!answer.body.contains(r#""dung":true"#));
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    let done = take(&signed);
    assert_eq!(done.status, 200, "{}", done.body);
    assert_eq!(fs::read(&pdf).unwrap(), signed);
    let verified = opened.get(&cookie, &format!("/so/doi-chieu?{goi}"));
    assert!(verified.body.contains("Đúng là bản đã phát hành"), "{}", verified.body);
    // A second copy that doesn't have the first signature is not taken for it.
    let mut bare = CapNhat::ky(&goc, 0);
    bare.ky_o(&goc, 0);
    assert_eq!(take(&issued).status, 422);
    assert_eq!(fs::read(&pdf).unwrap(), signed);
}

#[test]
fn a_gigabyte_is_no_paper() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    for (target, _) in DONE {
        let host = opened.host();
        let mut said = opened.connect();
        let head = format!(
            "POST {target} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookie}\r\ncontent-length: 1000000000\r\n\r\n"
        );
        said.write_all(head.as_bytes()).unwrap();
        assert_eq!(read(&mut said).status, 413, "{target}");
    }
}

/// What the page refuses it tells in its own words, and those of no command.
#[test]
fn no_answer_speaks_of_commands() {
    let dir = unnumbered();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    issue(&opened, &cookie);
    let mut all: Vec<Answer> = SHOWN.iter().map(|target| opened.get(&cookie, target)).collect();
    all.extend(DONE.iter().map(|(target, body)| opened.post(&cookie, target, body)));
    all.push(opened.post(&cookie, "/phat-hanh", "tep=cong-van.yaml&ngay=1&hien=%7C1%7C"));
    all.push(opened.post(&cookie, "/so/chuyen", "so=1/2026&ngay=x"));
    all.push(opened.post(&cookie, "/so/chuyen", "so=1/2026&ngay=1/1/2026"));
    for answer in all {
        // A PDF is no sentence.
        if answer.head.contains("application/pdf") || answer.head.contains("application/zip") {
            continue;
        }
        let bare = answer.body.replace("<!--", "");
        assert!(!bare.contains(" --") && !bare.contains("vanthu register"), "{}", answer.body);
    }
}

/// What the register knows of a paper is known by what was kept of it, not by its name or its title.
#[test]
fn a_papers_state_is_that_of_the_paper() {
    let dir = unnumbered();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let goi = issue(&opened, &cookie);
    let path = dir.path().join("cong-van.yaml");
    let state = || {
        let page = opened.get(&cookie, "/").body;
        let rows = page.split("<tr ").skip(1).map(|row| {
            let ten = row.split("tep=").nth(1).unwrap().split('"').next().unwrap().to_owned();
            let said = row.split("tinh-trang ").nth(1).unwrap().split("</td>").next().unwrap();
            let said =
                said.split(['<', '>']).find(|part| part.contains(' ') && !part.contains('='));
            (ten, said.unwrap().to_owned())
        });
        rows.collect::<std::collections::BTreeMap<_, _>>()
    };
    assert!(state()["cong-van.yaml"].starts_with("Đã phát hành 01/"));
    // The same words in a copy are another paper.
    fs::copy(&path, dir.path().join("ban-chep.yaml")).unwrap();
    assert!(state()["ban-chep.yaml"].starts_with("Sẵn sàng"), "{:?}", state());
    fs::remove_file(dir.path().join("ban-chep.yaml")).unwrap();
    // The file has another name now; it is the paper all the same.
    fs::rename(&path, dir.path().join("ten-khac.yaml")).unwrap();
    assert!(state()["ten-khac.yaml"].starts_with("Đã phát hành 01/"), "{:?}", state());
    fs::rename(dir.path().join("ten-khac.yaml"), &path).unwrap();
    // Number and day in it change nothing; the same title over other words is no issued paper.
    let done = opened.post(&cookie, "/ghi-so", &format!("tep=cong-van.yaml&{goi}"));
    assert_eq!(done.status, 303, "{}", done.body);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("so: 1\n"), "{text}");
    assert!(state()["cong-van.yaml"].starts_with("Đã phát hành 01/"), "{:?}", state());
    fs::write(&path, text.replace("28 tháng 02", "29 tháng 03")).unwrap();
    assert!(state()["cong-van.yaml"].contains("nội dung khác bản đã phát hành"), "{:?}", state());
    fs::write(&path, &text).unwrap();
    let huy = opened.post(&cookie, "/so/huy", &format!("{goi}&ly_do=nhầm"));
    assert_eq!(huy.status, 200, "{}", huy.body);
    assert!(state()["cong-van.yaml"].starts_with("Đã huỷ số 01/"), "{:?}", state());
}

/// Two people at one body: what each wrote in a paragraph of its own stands, and the same paragraph asks.
#[test]
fn paragraphs_that_two_write_come_together() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let path = dir.path().join("cong-van.yaml");
    let read_body = || {
        let answer = opened.get(&cookie, "/api/giay?tep=cong-van.yaml").body;
        let value: serde_json::Value = serde_json::from_str(&answer).unwrap();
        value["gia_tri"]["cay"]["noi_dung"].as_str().unwrap().to_owned()
    };
    let seen = read_body();
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("trước ngày 31", "trước ngày 30")).unwrap();
    let post = |moi: &str| {
        let change = serde_json::json!({"tep": "cong-van.yaml", "thay_doi": {
            "tep": "cong-van.yaml", "duong": ["noi_dung"], "cu": seen, "moi": moi}});
        opened.post(&cookie, "/api/doi", &change.to_string())
    };
    let done = post(&seen.replace("01 lãnh đạo phòng", "02 lãnh đạo phòng"));
    assert!(done.body.contains(r#""ket_qua":"Xong""#), "{}", done.body);
    let both = text.replace("trước ngày 31", "trước ngày 30").replace("01 lãnh đạo", "02 lãnh đạo");
    assert_eq!(fs::read_to_string(&path).unwrap(), both);
    let same = post(&seen.replace("trước ngày 31", "trước ngày 29"));
    assert!(same.body.contains("XungDot"), "{}", same.body);
    assert_eq!(fs::read_to_string(&path).unwrap(), both);
}

/// A trip's file makes several papers: each has its copies and its number, all come as one.
#[test]
fn a_trip_has_several_papers() {
    let dir = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(root().join("data/dong-thap-2023")).unwrap().flatten() {
        let ten = entry.file_name();
        if ten.to_string_lossy().ends_with(".yaml") {
            fs::copy(entry.path(), dir.path().join(ten)).unwrap();
        }
    }
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let page = opened.get(&cookie, "/ra?tep=dot-1.yaml");
    let papers: Vec<&str> = page
        .body
        .split("&amp;van-ban=")
        .skip(1)
        .map(|rest| rest.split(['"', '&']).next().unwrap())
        .collect();
    assert!(papers.contains(&"dot-1-ke-hoach-chi-tiet") && papers.contains(&"dot-1-bao-cao"));
    let zip = opened.get(&cookie, "/tai-bo?tep=dot-1.yaml");
    for ten in ["dot-1-ke-hoach-chi-tiet.pdf", "dot-1-bao-cao.docx"] {
        assert!(zip.body.contains(ten), "{ten}");
    }
    let draft = opened.get(
        &cookie,
        "/tai?tep=dot-1.yaml&dang=docx&van-ban=dot-1-bao-cao&du-thao=l%E1%BA%A7n%202",
    );
    assert!(draft.head.contains("dot-1-bao-cao-du-thao.docx"), "{}", draft.body);
    // Which of them is to have a number is asked.
    let asked = opened.get(&cookie, "/phat-hanh?tep=dot-1.yaml");
    assert!(asked.body.contains("chọn một văn bản") && !asked.body.contains("so_hien"));
    let chosen = opened.get(
        &cookie,
        "/phat-hanh?tep=dot-1.yaml&van_ban=dot-1-ke-hoach-chi-tiet&ngay=10/4/2023&so=",
    );
    assert!(chosen.body.contains("Phát hành 01/"), "{}", chosen.body);
}
