//! What a clerk would stumble over: told at its place, in words for whoever sees a form and no file.

use super::*;

fn seen(opened: &Opened, cookie: &str, tep: &str) -> serde_json::Value {
    let answer = opened.post(cookie, "/api/xem", &format!(r#"{{"tep":"{tep}"}}"#));
    serde_json::from_str(&answer.body).unwrap()
}

fn paper(opened: &Opened, cookie: &str, tep: &str) -> serde_json::Value {
    let answer = opened.get(cookie, &format!("/api/giay?tep={tep}"));
    serde_json::from_str(&answer.body).unwrap()
}

/// An entry of the address book that would stop every sending is not written; its field says why.
#[test]
fn an_address_is_judged_before_it_is_written() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    assert_eq!(opened.post(&cookie, "/danh-ba/lap", "").status, 303);
    let path = dir.path().join("danh-ba.yaml");
    let before = fs::read_to_string(&path).unwrap();
    let new = "loai=noi_nhan&ten=Ban+nhân+dân+ấp+1&kenh=email";
    for (more, o) in [("", "email"), ("&email=ap1", "email"), ("&email=a@b.vn&so_ban=ba", "so_ban")]
    {
        let answer = opened.post(&cookie, "/danh-ba/muc", &format!("{new}{more}"));
        assert_eq!(answer.status, 422, "{more}");
        let field = answer.body.split(&format!("id=\"{o}-loi\"")).nth(1);
        assert!(field.is_some_and(|text| text.contains("Cách sửa")), "{more}: {}", answer.body);
        // What she has written is still there.
        assert!(answer.body.contains("value=\"Ban nhân dân ấp 1\""), "{}", answer.body);
        assert_eq!(fs::read_to_string(&path).unwrap(), before);
    }
    let twice = opened.post(&cookie, "/danh-ba/muc", "loai=noi_nhan&ten=A&kenh=truc");
    assert!(twice.body.contains("id=\"ma-loi\""), "{}", twice.body);
    let good = opened.post(&cookie, "/danh-ba/muc", &format!("{new}&email=ap1@mytho.vn"));
    assert_eq!(good.status, 303, "{}", good.body);
    assert!(fs::read_to_string(&path).unwrap().contains("email: ap1@mytho.vn"));
}

/// A file that somebody has spoilt: line and field, no form to write into, nothing about the files of others.
#[test]
fn a_spoilt_file_is_told_and_stops_nobody_else() {
    let dir = folder();
    let path = dir.path().join("cong-van.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(dir.path().join("khac.yaml"), [&[0xff, 0xfe], &utf16[..]].concat()).unwrap();
    fs::write(dir.path().join("trong.yaml"), "").unwrap();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let sound = seen(&opened, &cookie, "cong-van.yaml");
    assert!(sound["trang"].is_array(), "{sound}");
    assert!(
        !sound["loi"].to_string().contains("UTF-16")
            && !sound["loi"].to_string().contains("trong.yaml"),
        "{sound}"
    );
    assert_eq!(paper(&opened, &cookie, "cong-van.yaml")["gia_tri"]["hong"], false);
    assert!(opened.get(&cookie, "/").body.contains("khac.yaml"));

    fs::write(&path, text.replace("trich_yeu: ", "trich_yeu ")).unwrap();
    let line = text.lines().position(|line| line.starts_with("trich_yeu")).unwrap() + 1;
    let spoilt = seen(&opened, &cookie, "cong-van.yaml");
    let told = spoilt["loi"].to_string();
    assert!(told.contains(&format!("dòng {line}, ô “Trích yếu”")), "{told}");
    assert!(
        !told.contains("tên_mục") && !told.contains(&*dir.path().display().to_string()),
        "{told}"
    );
    let paper = paper(&opened, &cookie, "cong-van.yaml");
    assert_eq!(paper["gia_tri"]["hong"], true);
    assert_eq!(paper["bieu_mau"].as_array().map(Vec::len), Some(0));
    let refused = opened.post(&cookie, "/api/doi", &change(TITLE, "khác"));
    assert!(
        refused.status == 422 && refused.body.contains("sửa hỏng ở nơi khác"),
        "{}",
        refused.body
    );
}

/// After a number was taken: first what was done, then what comes next in its order, then where the files are.
#[test]
fn an_issued_paper_says_what_comes_next() {
    let dir = viec::unnumbered();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let body = "tep=cong-van.yaml&khoa=1&ngay=16/3/2026&so=&hien=%7C16/3/2026%7C&chap_nhan=1";
    let done = opened.post(&cookie, "/phat-hanh", body).body;
    let at = |words: &str| done.find(words).unwrap_or_else(|| panic!("{words}: {done}"));
    let order = [
        "Đã phát hành 01/",
        "Mở bản PDF",
        "Nhận bản đã ký",
        "Gửi đi",
        "Ghi số, ngày",
        "Các tệp nằm trong",
    ];
    assert!(order.map(at).is_sorted(), "{done}");
    assert!(!done.contains("PDF/A"), "{done}");
    let pdf = done.split("href=\"/so/tep?").nth(1).unwrap().split('"').next().unwrap();
    let pdf = opened.get(&cookie, &format!("/so/tep?{}", pdf.replace("&amp;", "&")));
    assert!(pdf.status == 200 && pdf.head.contains("application/pdf"), "{}", pdf.head);
    // Without an address book the way to it stands there, and leads back.
    let goi = done.split("/gui?").nth(1).unwrap().split('"').next().unwrap().replace("&amp;", "&");
    let gui = opened.get(&cookie, &format!("/gui?{goi}"));
    assert!(gui.body.contains("Lập danh bạ từ các nơi nhận"), "{}", gui.body);
    let lap = opened.post(&cookie, "/danh-ba/lap", &goi);
    assert!(lap.status == 303 && lap.head.contains("location: /gui?so="), "{}", lap.head);
}

#[test]
fn the_sign_in_the_tab_is_there() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let icon = opened.get(&cookie, "/favicon.ico");
    assert!(icon.status == 200 && icon.head.contains("image/svg+xml"), "{}", icon.head);
    let page = opened.get(&cookie, "/").body;
    let named = page.split("rel=\"icon\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(opened.get(&cookie, named).body, icon.body);
    assert_eq!(opened.ask("GET", "/favicon.ico", &[("host", &opened.host())], "").status, 403);
}

/// A paper without a subject is called by its kind, a trip by its number; a công văn's subject goes on behind “V/v”.
#[test]
fn papers_have_names_and_samples_that_fit() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let make = |loai: &str| {
        let made = opened.post(&cookie, "/moi", &format!("loai={loai}"));
        made.head.split("tep=").nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
    };
    make("ke_hoach_chuyen_di");
    let dot = make("dot");
    assert!(
        opened.get(&cookie, &format!("/giay?tep={dot}")).body.contains(">Đợt 1 của kế hoạch</h1>")
    );
    assert!(opened.get(&cookie, "/").body.contains(">Đợt 1 của kế hoạch</a>"));
    let thu = make("thu_cong");
    assert!(opened.get(&cookie, &format!("/giay?tep={thu}")).body.contains(">Thư công</h1>"));
    let cong_van = fs::read_to_string(dir.path().join(make("cong_van"))).unwrap();
    assert!(cong_van.contains("\ntrich_yeu: phối hợp thực hiện"), "{cong_van}");
    // Old papers have the sample with a capital, which is still one.
    let old = cong_van.replace("trich_yeu: phối", "trich_yeu: Phối");
    fs::write(dir.path().join("cu.yaml"), old).unwrap();
    assert!(
        seen(&opened, &cookie, "cu.yaml")["loi"]
            .to_string()
            .contains("chữ mẫu chưa thay ở mục “Trích yếu”")
    );
    // A picture of a kind is asked for anew when the office is another.
    let mark =
        || opened.get(&cookie, "/moi").body.split("&amp;v=").nth(1).unwrap()[..64].to_owned();
    let first = mark();
    assert_eq!(mark(), first);
    let office = dir.path().join("co-quan.yaml");
    fs::write(&office, fs::read_to_string(&office).unwrap().replace("dia_danh:", "dia_danh: X #"))
        .unwrap();
    assert_ne!(mark(), first);
}

/// Texts by names of their own have fields.
#[test]
fn the_first_number_and_own_words_are_asked_for() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let form = paper(&opened, &cookie, "co-quan.yaml")["bieu_mau"].to_string();
    for khoa in ["dau_so", "cau_chu"] {
        let field = form.split(&format!("\"khoa\":\"{khoa}\"")).nth(1);
        let kind = field.and_then(|text| text.split("\"la\":\"").nth(1)?.split('"').next());
        assert_eq!(kind, Some("cac_cap"), "{khoa}: {form}");
    }
}

/// Another folder is opened by another program with a key of its own, which ends with this one.
#[cfg(unix)]
#[test]
fn another_folder_is_another_program() {
    let (dir, other) = (folder(), folder());
    let whole = other.path().canonicalize().unwrap();
    let mut opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    for bad in ["", "..", "/khong/co", "co-quan.yaml", "--help"] {
        assert_eq!(opened.post(&cookie, "/thu-muc", &format!("duong={bad}")).status, 422, "{bad}");
    }
    let body = format!("khoa=9&duong={}", whole.display());
    let done = opened.post(&cookie, "/thu-muc", &body);
    assert_eq!(done.status, 200, "{}", done.body);
    // A click that comes again opens nothing again.
    assert_eq!(opened.post(&cookie, "/thu-muc", &body).body, done.body);
    let way = done.body.split("id=\"cua\">").nth(1).unwrap().split('<').next().unwrap();
    let page = fs::read_to_string(way).unwrap();
    let (port, once) = page.split("127.0.0.1:").nth(1).unwrap().split_once("/vao?ma=").unwrap();
    let (port, once) = (port.parse::<u16>().unwrap(), once.split('"').next().unwrap());
    assert_ne!(port, opened.port);
    let host = format!("127.0.0.1:{port}");
    let ask = |target: &str, cookie: &str| {
        let mut stream = TcpStream::connect(&host).ok()?;
        let text = format!(
            "GET {target} HTTP/1.1\r\nconnection: close\r\nhost: {host}\r\ncookie: {cookie}\r\ncontent-length: 0\r\n\r\n"
        );
        stream.write_all(text.as_bytes()).ok()?;
        Some(read(&mut stream))
    };
    assert_eq!(ask("/", &cookie).unwrap().status, 403, "the key of one folder opens another");
    let own = ask(&format!("/vao?ma={once}"), "").unwrap();
    let key = own.head.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
    let key = key.split(';').next().unwrap().to_owned();
    assert!(ask("/", &key).unwrap().body.contains(TITLE));
    opened.child.kill().unwrap();
    opened.child.wait().unwrap();
    let deadline = Instant::now() + Duration::from_secs(60);
    while ask("/", &key).is_some_and(|answer| answer.status == 200) {
        assert!(Instant::now() < deadline, "it lives on without its parent");
        std::thread::sleep(Duration::from_millis(100));
    }
}
