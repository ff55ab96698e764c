//! The page in the browser lets nobody in but the browser that it opened: each defence is attacked here, over a real
//! connection to the real program.
#![cfg(feature = "web")]

mod ben;
mod nhan_tep;
mod so_khac;
mod vap;
mod viec;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::root;

/// The program with a folder open; it ends with this value.
struct Opened {
    child: Child,
    way_in: PathBuf,
    port: u16,
    once: String,
}

/// An answer: status, head, body.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Drop for Opened {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_file(&self.way_in);
    }
}

impl Opened {
    fn new(folder: &Path) -> Self {
        Self::of(Command::new(env!("CARGO_BIN_EXE_vanthu")).arg("serve").arg(folder))
    }

    fn of(command: &mut Command) -> Self {
        let mut child =
            command.arg("--khong-mo").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let way_in = PathBuf::from(line.trim());
        let page = fs::read_to_string(&way_in).unwrap();
        let address = page.split("http://127.0.0.1:").nth(1).unwrap();
        let (port, rest) = address.split_once("/vao?ma=").unwrap();
        let once = rest.split('"').next().unwrap().to_owned();
        Self { child, way_in, port: port.parse().unwrap(), once }
    }

    fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.host()).unwrap();
        // Longer than anything that is bounded may take, one after the other.
        stream.set_read_timeout(Some(Duration::from_secs(240))).unwrap();
        stream
    }

    /// Sends a request with the headers as they are.
    fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut text = format!("{method} {target} HTTP/1.1\r\nconnection: close\r\n");
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
        let mut stream = self.connect();
        stream.write_all(text.as_bytes()).unwrap();
        read(&mut stream)
    }

    /// The cookie of a browser that comes in by the right way.
    fn come_in(&self) -> String {
        let host = self.host();
        let target = format!("/vao?ma={}", self.once);
        let answer = self.ask("GET", &target, &[("host", &host)], "");
        assert_eq!(answer.status, 200);
        let line = answer.head.lines().find(|line| line.starts_with("set-cookie: ")).unwrap();
        assert!(line.ends_with("; path=/; httponly; samesite=strict"), "{line}");
        line["set-cookie: ".len()..].split(';').next().unwrap().to_owned()
    }

    fn get(&self, cookie: &str, target: &str) -> Answer {
        self.ask("GET", target, &[("host", &self.host()), ("cookie", cookie)], "")
    }

    fn post(&self, cookie: &str, target: &str, body: &str) -> Answer {
        let host = self.host();
        let origin = format!("http://{host}");
        let headers = [("host", &*host), ("cookie", cookie), ("origin", &origin)];
        self.ask("POST", target, &headers, body)
    }
}

fn read(stream: &mut TcpStream) -> Answer {
    let mut text = Vec::new();
    let mut part = [0; 4096];
    // Whoever sends too much is cut off, which may reach it before the last of the answer.
    while let Ok(len) = stream.read(&mut part) {
        if len == 0 {
            break;
        }
        text.extend_from_slice(&part[..len]);
    }
    let text = String::from_utf8_lossy(&text).into_owned();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
    Answer { status, head: head.to_lowercase(), body: body.to_owned() }
}

/// A folder with an office and a paper.
fn folder() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for ten in ["co-quan.yaml", "cong-van.yaml"] {
        fs::copy(root().join("data/cac-mau").join(ten), dir.path().join(ten)).unwrap();
    }
    dir
}

/// A change of the title of the paper.
fn change(cu: &str, moi: &str) -> String {
    field("trich_yeu", cu, moi)
}

fn field(khoa: &str, cu: &str, moi: &str) -> String {
    format!(
        r#"{{"tep":"cong-van.yaml","lan":1,"thay_doi":{{"tep":"cong-van.yaml","duong":["{khoa}"],"cu":"{cu}","moi":"{moi}"}}}}"#
    )
}

const TITLE: &str = "cung cấp số liệu phục vụ giám sát chuyên đề";

#[test]
fn the_browser_that_was_let_in_sees_and_changes_papers() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let page = opened.get(&cookie, "/");
    assert_eq!(page.status, 200);
    assert!(page.body.contains(TITLE) && page.body.contains("Sẵn sàng trình ký"), "{}", page.body);
    assert!(page.head.contains("content-security-policy: default-src 'self'"), "{}", page.head);
    assert!(page.head.contains("x-content-type-options: nosniff"));
    assert!(!page.head.contains("access-control"), "{}", page.head);
    let before = fs::read_to_string(dir.path().join("cong-van.yaml")).unwrap();
    let done = opened.post(&cookie, "/api/doi", &change(TITLE, "báo cáo số liệu"));
    assert_eq!(done.status, 200, "{}", done.body);
    let after = fs::read_to_string(dir.path().join("cong-van.yaml")).unwrap();
    assert_eq!(after, before.replace(TITLE, "báo cáo số liệu"));
    let looked = opened.post(&cookie, "/api/xem", r#"{"tep":"cong-van.yaml"}"#);
    assert!(looked.body.contains(r#"data-m=\"trich_yeu\""#), "{}", looked.body);
    let undone = opened.post(&cookie, "/api/lui", r#"{"tep":"cong-van.yaml"}"#);
    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(fs::read_to_string(dir.path().join("cong-van.yaml")).unwrap(), before);
}

/// A paper and a Word file from the page are those of the command line, byte for byte.
/// What the entry in the menu and a double click open.
#[test]
fn the_folder_of_papers_is_made_in_the_users_home() {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanthu"));
    let opened = Opened::of(command.args(["serve", "--tai-lieu"]).env("HOME", home.path()));
    assert!(home.path().join("Văn thư").is_dir());
    assert_eq!(opened.ask("GET", "/", &[("host", &opened.host())], "").status, 403);
    let out = Command::new(env!("CARGO_BIN_EXE_vanthu"))
        .args(["serve", "--tai-lieu", "--khong-mo", "."])
        .output()
        .unwrap();
    assert_eq!(out.status.code(), Some(2), "one folder or the other");
}

#[test]
fn files_are_those_of_the_command_line() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let out = tempfile::tempdir().unwrap();
    let built = Command::new(env!("CARGO_BIN_EXE_vanthu"))
        .args(["build".as_ref(), dir.path().as_os_str(), "-o".as_ref(), out.path().as_os_str()])
        .output()
        .unwrap();
    assert!(built.status.success());
    for dang in ["pdf", "docx"] {
        let mut stream = opened.connect();
        let (host, target) = (opened.host(), format!("/tai?tep=cong-van.yaml&dang={dang}"));
        let text = format!(
            "GET {target} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookie}\r\nconnection: close\r\n\r\n"
        );
        stream.write_all(text.as_bytes()).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let at = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
        let wanted = fs::read(out.path().join(format!("cong-van.{dang}"))).unwrap();
        assert!(bytes[at..] == wanted, "{dang}");
    }
}

#[test]
fn without_the_key_nothing_is_told_or_done() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let host = opened.host();
    let origin = format!("http://{host}");
    let bare = [("host", &*host), ("origin", &*origin)];
    for target in [
        "/",
        "/giay?tep=cong-van.yaml",
        "/api/giay?tep=cong-van.yaml",
        "/tai?tep=cong-van.yaml",
        "/tinh/giay.js",
        "/api/dau-vet",
    ] {
        let answer = opened.ask("GET", target, &bare, "");
        assert_eq!(answer.status, 403, "{target}");
        assert!(!answer.body.contains("giám sát"), "{target}");
    }
    let wrong = [
        ("host", &*host),
        ("origin", &*origin),
        ("cookie", &*format!("vanthu-{}=00", opened.port)),
    ];
    for headers in [&bare[..], &wrong[..]] {
        let answer = opened.ask("POST", "/api/doi", headers, &change(TITLE, "x"));
        assert_eq!(answer.status, 403);
    }
    assert_eq!(opened.ask("GET", "/vao?ma=doan", &bare, "").status, 403);
    // The way in is good once.
    opened.come_in();
    let again = opened.ask("GET", &format!("/vao?ma={}", opened.once), &bare, "");
    assert_eq!(again.status, 403);
    assert!(!again.head.contains("set-cookie"));
    let text = fs::read_to_string(dir.path().join("cong-van.yaml")).unwrap();
    assert!(text.contains(TITLE));
}

#[cfg(unix)]
#[test]
fn the_way_in_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let dir = folder();
    let opened = Opened::new(dir.path());
    assert_eq!(opened.way_in.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    // What everybody on the machine can read doesn't tell it.
    let words =
        fs::read_to_string(format!("/proc/{}/cmdline", opened.child.id())).unwrap_or_default();
    assert!(!words.contains(&opened.once));
}

#[test]
fn a_name_that_is_led_to_this_machine_is_refused() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let port = opened.port;
    for host in [
        "vanthu.example",
        &format!("vanthu.example:{port}"),
        "127.0.0.1",
        &format!("127.0.0.1.nip.io:{port}"),
        &format!("[::1]:{port}"),
        "",
    ] {
        let answer = opened.ask("GET", "/", &[("host", host), ("cookie", &cookie)], "");
        assert!([421, 400].contains(&answer.status), "{host}: {}", answer.status);
    }
    let own = opened.host();
    let twice = [("host", &*own), ("host", "vanthu.example"), ("cookie", &*cookie)];
    assert_ne!(opened.ask("GET", "/", &twice, "").status, 200);
    let absolute =
        opened.ask("GET", "http://vanthu.example/", &[("host", &own), ("cookie", &cookie)], "");
    assert_ne!(absolute.status, 200);
}

#[test]
fn a_page_of_somebody_else_changes_nothing() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let host = opened.host();
    let own = format!("http://{host}");
    let good = [("host", &*host), ("cookie", &*cookie)];
    let attacks: [&[(&str, &str)]; 6] = [
        &[],
        &[("origin", "https://vanthu.example")],
        &[("origin", "null")],
        &[("origin", "http://127.0.0.1:1")],
        &[("origin", &own), ("sec-fetch-site", "cross-site")],
        &[("origin", &own), ("sec-fetch-site", "same-site")],
    ];
    for attack in attacks {
        for (target, body) in
            [("/api/doi", &*change(TITLE, "x")), ("/moi", "loai=cong_van"), ("/api/lui", "{}")]
        {
            let answer = opened.ask("POST", target, &[&good[..], attack].concat(), body);
            assert_eq!(answer.status, 403, "{attack:?} {target}");
        }
    }
    for site in ["cross-site", "same-site"] {
        let headers = [&good[..], &[("sec-fetch-site", site)]].concat();
        assert_eq!(opened.ask("GET", "/api/giay?tep=cong-van.yaml", &headers, "").status, 403);
    }
    assert_eq!(opened.ask("OPTIONS", "/api/doi", &good, "").status, 405);
    assert!(fs::read_to_string(dir.path().join("cong-van.yaml")).unwrap().contains(TITLE));
    assert_eq!(
        fs::read_dir(dir.path())
            .unwrap()
            .filter(|e| e.as_ref().unwrap().path().extension().is_some_and(|x| x == "yaml"))
            .count(),
        2
    );
}

#[test]
fn no_path_leads_out_of_the_folder() {
    let outer = tempfile::tempdir().unwrap();
    let inner = outer.path().join("van-ban");
    fs::create_dir(&inner).unwrap();
    for ten in ["co-quan.yaml", "cong-van.yaml"] {
        fs::copy(root().join("data/cac-mau").join(ten), inner.join(ten)).unwrap();
    }
    let secret = outer.path().join("bi-mat.yaml");
    fs::write(&secret, "loai: cong_van\ntrich_yeu: bí mật riêng\n").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&secret, inner.join("lien-ket.yaml")).unwrap();
    let opened = Opened::new(&inner);
    let cookie = opened.come_in();
    let whole = secret.display().to_string().replace('/', "%2F");
    for ten in [
        "../bi-mat.yaml",
        "..%2Fbi-mat.yaml",
        "%2e%2e%2fbi-mat.yaml",
        "..%5Cbi-mat.yaml",
        "van-ban/../../bi-mat.yaml",
        "lien-ket.yaml",
        &whole,
        "%2Fetc%2Fpasswd",
        "cong-van.yaml%00.yaml",
    ] {
        for path in ["/giay", "/api/giay", "/tai"] {
            let answer = opened.get(&cookie, &format!("{path}?tep={ten}"));
            assert!(answer.status >= 400, "{path} {ten}: {}", answer.status);
            assert!(!answer.body.contains("bí mật riêng"), "{path} {ten}");
        }
        let plain =
            ten.replace("%2F", "/").replace("%2f", "/").replace("%2e", ".").replace("%5C", "\\\\");
        let body = format!(
            r#"{{"tep":"{plain}","thay_doi":{{"tep":"{plain}","duong":["trich_yeu"],"cu":"bí mật riêng","moi":"x"}}}}"#
        );
        assert!(opened.post(&cookie, "/api/doi", &body).status >= 400, "{ten}");
        // Nor through a file of the folder that is open.
        let body = format!(
            r#"{{"tep":"cong-van.yaml","thay_doi":{{"tep":"{plain}","duong":["trich_yeu"],"cu":"bí mật riêng","moi":"x"}}}}"#
        );
        assert!(opened.post(&cookie, "/api/doi", &body).status >= 400, "{ten}");
        assert!(opened.post(&cookie, "/moi", &format!("nhu={ten}")).status >= 400, "{ten}");
    }
    for target in
        ["/tinh/../Cargo.toml", "/tinh/%2e%2e/trang.css", "/../../etc/passwd", "/etc/passwd"]
    {
        assert!(opened.get(&cookie, target).status >= 400, "{target}");
    }
    assert!(fs::read_to_string(&secret).unwrap().contains("bí mật riêng"));
}

#[test]
fn a_body_of_a_gigabyte_is_not_taken() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let head = |more: &str| {
        let host = opened.host();
        format!(
            "POST /api/doi HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookie}\r\n{more}\r\n"
        )
    };
    let mut said = opened.connect();
    said.write_all(head("content-length: 1000000000\r\n").as_bytes()).unwrap();
    assert_eq!(read(&mut said).status, 413);
    // One that doesn't say how long it is gets no further than the bound.
    let mut unsaid = opened.connect();
    unsaid.write_all(head("transfer-encoding: chunked\r\n").as_bytes()).unwrap();
    let chunk = format!("{:x}\r\n{}\r\n", 1 << 20, "x".repeat(1 << 20));
    let sent = (0..1000).take_while(|_| unsaid.write_all(chunk.as_bytes()).is_ok()).count();
    assert!(sent < 60, "{sent} MiB");
    assert_eq!(opened.get(&cookie, "/api/dau-vet").status, 200);
    #[cfg(target_os = "linux")]
    {
        let status = fs::read_to_string(format!("/proc/{}/status", opened.child.id())).unwrap();
        let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
        let kib: usize = peak.split_whitespace().nth(1).unwrap().parse().unwrap();
        assert!(kib < 300 * 1024, "{peak}");
    }
}

#[test]
fn two_hundred_slow_connections_stop_nobody() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let host = opened.host();
    let slow: Vec<TcpStream> = (0..200)
        .map(|i| {
            let mut stream = opened.connect();
            let text = match i % 3 {
                0 => String::new(),
                1 => format!("GET / HTTP/1.1\r\nhost: {host}\r\nx-a"),
                _ => format!(
                    "POST /api/doi HTTP/1.1\r\nhost: {host}\r\ncontent-length: 100\r\n\r\nx"
                ),
            };
            stream.write_all(text.as_bytes()).unwrap();
            stream
        })
        .collect();
    let start = Instant::now();
    assert_eq!(opened.get(&cookie, "/api/dau-vet").status, 200);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert_eq!(slow.len(), 200);
}

#[test]
fn the_port_is_the_programs_and_of_this_machine_alone() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    assert!(TcpListener::bind(opened.host()).is_err(), "a second program took the port");
    #[cfg(target_os = "linux")]
    {
        let wanted = format!(":{:04X}", opened.port);
        let listening = |file: &str| -> Vec<String> {
            let text = fs::read_to_string(file).unwrap_or_default();
            let rows = text.lines().filter_map(|line| {
                let mut words = line.split_whitespace().skip(1);
                let (local, _, state) = (words.next()?, words.next()?, words.next()?);
                (state == "0A" && local.ends_with(&wanted)).then(|| local.to_owned())
            });
            rows.collect()
        };
        assert_eq!(listening("/proc/net/tcp"), [format!("0100007F{wanted}")]);
        assert!(listening("/proc/net/tcp6").is_empty());
    }
}

/// Two windows on one folder: each change is kept, and none is written over another.
#[test]
fn two_programs_on_one_folder_lose_nothing() {
    let dir = folder();
    let (one, two) = (Opened::new(dir.path()), Opened::new(dir.path()));
    assert_ne!(one.port, two.port);
    let keys = (one.come_in(), two.come_in());
    // The key of one opens nothing of the other.
    assert_eq!(two.get(&keys.0, "/").status, 403);
    assert_eq!(one.post(&keys.0, "/api/doi", &change(TITLE, "một")).status, 200);
    let late = two.post(&keys.1, "/api/doi", &change(TITLE, "hai"));
    assert!(late.body.contains(r#""ket_qua":{"XungDot":"một"}"#), "{}", late.body);
    let both = std::thread::scope(|scope| {
        let a = scope.spawn(|| one.post(&keys.0, "/api/doi", &field("so", "118", "119")).status);
        let b = scope.spawn(|| two.post(&keys.1, "/api/doi", &change("một", "ba")).status);
        (a.join().unwrap(), b.join().unwrap())
    });
    assert_eq!(both, (200, 200));
    let text = fs::read_to_string(dir.path().join("cong-van.yaml")).unwrap();
    assert!(text.contains("so: 119") && text.contains("trich_yeu: ba"), "{text}");
}

/// What was told as saved is on the disk, whenever the program is ended, and no file is ever half.
#[test]
fn what_was_saved_outlives_a_kill() {
    let dir = folder();
    let path = dir.path().join("cong-van.yaml");
    let kills: usize =
        std::env::var("VANTHU_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(12);
    let mut stands = TITLE.to_owned();
    for round in 0..kills {
        let mut opened = Opened::new(dir.path());
        let cookie = opened.come_in();
        for step in 0..3 {
            let moi = format!("lần {round} bước {step}");
            assert_eq!(opened.post(&cookie, "/api/doi", &change(&stands, &moi)).status, 200);
            stands = moi;
        }
        // One more is under way when the program ends.
        let mut stream = opened.connect();
        let (host, body) = (opened.host(), change(&stands, "đang gửi"));
        let text = format!(
            "POST /api/doi HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookie}\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(text.as_bytes()).unwrap();
        std::thread::sleep(Duration::from_micros((round as u64 * 7919) % 20_000));
        opened.child.kill().unwrap();
        opened.child.wait().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let line = text.lines().find_map(|line| line.strip_prefix("trich_yeu: ")).unwrap();
        assert!(line == stands || line == "đang gửi", "{line} ≠ {stands}");
        assert!(text.ends_with("của Quý cơ quan.\n") || text.contains("loai: cong_van"), "{text}");
        line.clone_into(&mut stands);
    }
}
