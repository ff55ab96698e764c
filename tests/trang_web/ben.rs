//! What the page stands: templates that run away, a process that is gone, kills at any moment.

use std::sync::atomic::{AtomicBool, Ordering};

use super::*;
use crate::support::python::python_tool;
use crate::support::so_sach::{khop, so_cai};

/// Faults and digests of a paper's pages, asked for by someone who has none of them.
fn look(opened: &Opened, cookie: &str) -> serde_json::Value {
    let answer = opened.post(cookie, "/api/xem", r#"{"tep":"cong-van.yaml"}"#);
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

const ENDLESS: &str = "#for a in range(10000) { for b in range(1000000) { let c = a * b } }";

/// A template of the office's that never ends costs a message. Meanwhile papers are saved, and after it is mended the
/// pages are there again.
#[test]
fn a_runaway_template_costs_a_message_and_not_the_page() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let own = dir.path().join("mau/cong-van.typ");
    let whole = fs::read_to_string(root().join("templates/noi-dung/cong-van.typ")).unwrap();
    assert!(look(&opened, &cookie)["trang"].is_array());
    fs::create_dir(own.parent().unwrap()).unwrap();
    for (template, code) in [(ENDLESS, "quá 10 giây"), ("#let a = range(1000000000)", "512 MB")] {
        fs::write(&own, template).unwrap();
        let looking = AtomicBool::new(true);
        std::thread::scope(|scope| {
            let seen = scope.spawn(|| {
                let seen = look(&opened, &cookie);
                looking.store(false, Ordering::SeqCst);
                seen
            });
            let mut slowest = Duration::ZERO;
            for round in 0.. {
                let start = Instant::now();
                let (cu, moi) = if round % 2 == 0 { ("118", "119") } else { ("119", "118") };
                let done = opened.post(&cookie, "/api/doi", &field("so", cu, moi));
                assert!(done.body.contains(r#""ket_qua":"Xong""#), "{}", done.body);
                slowest = slowest.max(start.elapsed());
                if round % 2 == 1 && !looking.load(Ordering::SeqCst) {
                    break;
                }
            }
            assert!(slowest < Duration::from_secs(5), "{slowest:?}");
            let seen = seen.join().unwrap();
            assert!(seen["trang"].is_null(), "{seen}");
            assert!(seen["loi"].to_string().contains(code), "{seen}");
        });
    }
    fs::write(&own, whole).unwrap();
    assert!(look(&opened, &cookie)["trang"].is_array());
}

/// Every route that composes does it where it can be stopped. With templates that never end each says so after the limit;
/// while all of them wait, papers are saved and the cabinet is shown.
#[test]
fn whatever_composes_can_be_stopped() {
    let dir = viec::unnumbered();
    let goi = {
        let opened = Opened::new(dir.path());
        let cookie = opened.come_in();
        let goi = viec::issue(&opened, &cookie);
        assert_eq!(opened.post(&cookie, "/danh-ba/lap", "").status, 303);
        goi
    };
    let mau = tempfile::tempdir().unwrap();
    for ten in ["cong-van.typ", "phieu-gui.typ"] {
        fs::write(mau.path().join(ten), ENDLESS).unwrap();
    }
    let mut serve = Command::new(env!("CARGO_BIN_EXE_vanthu"));
    let opened =
        Opened::of(serve.arg("serve").arg(dir.path()).arg("--thu-muc-mau").arg(mau.path()));
    let cookie = opened.come_in();
    let issue = "tep=cong-van.yaml&khoa=k&ngay=16/3/2026&so=&hien=%7C16/3/2026%7C&chap_nhan=1";
    let verify = format!("/so/doi-chieu?{goi}");
    let shown = [
        "/tai?tep=cong-van.yaml&dang=pdf",
        "/tai?tep=cong-van.yaml&dang=docx&du-thao=c%C3%B3",
        "/tai-bo?tep=cong-van.yaml",
        "/phat-hanh?tep=cong-van.yaml&ngay=16/3/2026",
        &verify,
    ];
    let left = AtomicBool::new(true);
    std::thread::scope(|scope| {
        let asked: Vec<_> = shown.iter().map(|t| scope.spawn(|| opened.get(&cookie, t))).collect();
        let issued = scope.spawn(|| opened.post(&cookie, "/phat-hanh", issue));
        let lives = scope.spawn(|| {
            let (mut slowest, mut rounds) = (Duration::ZERO, 0);
            while left.load(Ordering::SeqCst) {
                let start = Instant::now();
                let (cu, moi) = [(TITLE, "báo cáo"), ("báo cáo", TITLE)][rounds % 2];
                let change = change(cu, moi);
                let done = opened.post(&cookie, "/api/doi", &change);
                assert!(done.body.contains(r#""ket_qua":"Xong""#), "{}", done.body);
                assert_eq!(opened.get(&cookie, "/").status, 200);
                slowest = slowest.max(start.elapsed());
                rounds += 1;
                std::thread::sleep(Duration::from_millis(200));
            }
            (slowest, rounds)
        });
        let answers: Vec<Answer> = asked.into_iter().map(|one| one.join().unwrap()).collect();
        let issued = issued.join().unwrap();
        left.store(false, Ordering::SeqCst);
        for (target, answer) in shown.iter().zip(&answers).chain([(&"/phat-hanh", &issued)]) {
            assert!(
                answer.body.contains("quá 10 giây"),
                "{target} {}: {}",
                answer.status,
                answer.body
            );
        }
        let (slowest, rounds) = lives.join().unwrap();
        assert!(rounds > 5 && slowest < Duration::from_secs(5), "{rounds} {slowest:?}");
    });
    // What composes nothing of the office's, and what was not done, is as it should be.
    for target in ["/ra?tep=cong-van.yaml", "/so/in?nam=2026", &format!("/gui?{goi}")] {
        assert_eq!(opened.get(&cookie, target).status, 200, "{target}");
    }
    assert_eq!(so_cai(dir.path()).tat_ca().count(), 1);
}

/// Processes of this program that the server has started.
#[cfg(target_os = "linux")]
fn children(of: u32) -> Vec<u32> {
    let all = fs::read_dir("/proc").unwrap().flatten();
    let pids = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let parent = |pid: &u32| {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        let behind = stat.rsplit(')').next().unwrap_or_default().to_owned();
        behind.split_whitespace().nth(1) == Some(&of.to_string())
    };
    pids.filter(parent).collect()
}

/// The process that composes may be gone at any time; the next question starts another. None is left when the server
/// ends.
#[cfg(target_os = "linux")]
#[test]
fn who_composes_may_be_gone() {
    let dir = folder();
    let mut opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let first = look(&opened, &cookie);
    let before = children(opened.child.id());
    assert!(!before.is_empty());
    for pid in &before {
        assert!(Command::new("kill").args(["-9", &pid.to_string()]).status().unwrap().success());
    }
    let lost = look(&opened, &cookie);
    let again = look(&opened, &cookie);
    assert!(lost == first || lost["trang"].is_null(), "{lost}");
    assert_eq!(again["trang"], first["trang"]);
    let after = children(opened.child.id());
    assert!(!after.is_empty() && after.iter().all(|pid| !before.contains(pid)));
    opened.child.kill().unwrap();
    opened.child.wait().unwrap();
    let gone = || after.iter().all(|pid| !Path::new(&format!("/proc/{pid}")).exists());
    let deadline = Instant::now() + Duration::from_secs(10);
    while !gone() && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(gone(), "{after:?}");
}

#[test]
fn pages_that_the_browser_has_are_not_sent_again() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let first = look(&opened, &cookie);
    let digest = first["trang"][0]["dau_vet"].as_str().unwrap();
    assert!(first["svg"][digest].as_str().unwrap().contains("data-m=\"trich_yeu\""));
    let known = format!(r#"{{"tep":"cong-van.yaml","co":["{digest}"],"lan":7}}"#);
    let again = opened.post(&cookie, "/api/xem", &known);
    let again: serde_json::Value = serde_json::from_str(&again.body).unwrap();
    assert_eq!(again["trang"], first["trang"]);
    assert!(again["svg"].as_object().unwrap().len() < first["svg"].as_object().unwrap().len());
    assert_eq!(again["lan"], 7);
}

/// The paper with that body, a line with its indent.
fn with_body(path: &Path, body: &str) {
    let old = fs::read_to_string(path).unwrap();
    let (head, rest) = old.split_once("noi_dung: |\n").unwrap();
    let tail = rest.lines().skip_while(|l| l.starts_with("  ") || l.is_empty());
    let tail: String = tail.map(|l| format!("{l}\n")).collect();
    fs::write(path, format!("{head}noi_dung: |\n{body}{tail}")).unwrap();
}

/// A change that is on its way to its file, with what the field was when it was last seen.
fn on_its_way(opened: &Opened, cookie: &str, cu: &str, moi: &str) -> serde_json::Value {
    let thay =
        serde_json::json!({"tep": "cong-van.yaml", "duong": ["noi_dung"], "cu": cu, "moi": moi});
    let asked = serde_json::json!({"tep": "cong-van.yaml", "thay": thay});
    let answer = opened.post(cookie, "/api/xem", &asked.to_string());
    serde_json::from_str(&answer.body).unwrap()
}

fn text_of(looked: &serde_json::Value) -> String {
    let svg = looked["svg"].as_object().unwrap().values();
    svg.map(|page| page.as_str().unwrap().replace("</tspan>", "").replace(' ', "")).collect()
}

/// Nobody waits for the disk: the picture is that of the paper with the change, the file is not touched. Where the field
/// has become something else meanwhile, the paper is shown as it stands.
#[test]
fn a_change_on_its_way_is_shown_before_it_is_in_the_file() {
    let dir = folder();
    let path = dir.path().join("cong-van.yaml");
    with_body(&path, "  Một câu.\n");
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let before = fs::read_to_string(&path).unwrap();
    let ahead = on_its_way(&opened, &cookie, "Một câu.\n", "Một câu mới.\n");
    assert_eq!(ahead["da_thay"], true);
    assert!(text_of(&ahead).contains(">mới."), "{}", text_of(&ahead));
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
    with_body(&path, "  Câu của người khác.\n");
    let late = on_its_way(&opened, &cookie, "Một câu.\n", "Một câu mới.\n");
    assert_eq!(late["da_thay"], false);
    assert!(text_of(&late).contains(">khác.") && !text_of(&late).contains(">mới."));
    // A picture that nobody has read yet.
    let drawn = on_its_way(&opened, &cookie, "Câu của người khác.\n", "![a](dau.png)\n");
    assert_eq!(drawn["da_thay"], false);
}

/// A letter that is typed on the first page changes no picture of those behind it, only where their words begin.
#[test]
fn a_letter_leaves_the_pages_behind_it_as_they_were() {
    let dir = folder();
    let path = dir.path().join("cong-van.yaml");
    let long: String = (1..60)
        .map(|so| format!("  {so}. Rà soát, lập danh sách, gửi báo cáo đúng hạn.\n\n"))
        .collect();
    with_body(&path, &long);
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let first = look(&opened, &cookie);
    with_body(&path, &long.replacen("soát", "soáty", 1));
    let then = look(&opened, &cookie);
    let [first, then] = [first, then].map(|seen| seen["trang"].as_array().unwrap().clone());
    assert!(first.len() > 2);
    assert_ne!(first[0]["dau_vet"], then[0]["dau_vet"]);
    for (before, after) in first.iter().zip(&then).skip(1) {
        assert_eq!(before["dau_vet"], after["dau_vet"]);
        let begins = |page: &serde_json::Value| page["dau"]["noi_dung"].as_u64().unwrap();
        assert_eq!(begins(before) + 1, begins(after));
    }
}

#[test]
fn files_of_the_page_come_packed_to_whoever_takes_them_packed() {
    let dir = folder();
    let opened = Opened::new(dir.path());
    let cookie = opened.come_in();
    let host = opened.host();
    let ask = |takes: &str| {
        let headers = [("host", &*host), ("cookie", &*cookie), ("accept-encoding", takes)];
        opened.ask("GET", "/tinh/giay.js", &headers, "")
    };
    let (plain, packed) = (ask("br"), ask("br, gzip, deflate"));
    assert!(plain.body.contains("import") && !plain.head.contains("content-encoding"));
    assert!(packed.head.contains("content-encoding: gzip"), "{}", packed.head);
    assert!(packed.body.len() < plain.body.len());
    assert_eq!(opened.get(&cookie, "/tinh/thuong.woff").status, 200);
}

/// The faces that the browser is sent are those of the folder, cut by the command beside them.
#[test]
fn the_faces_are_cut_from_ours() {
    let made =
        python_tool("python").arg(root().join("fonts/web/make")).arg("--check").output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

/// A number that looks random and is the same in every run.
fn moment(round: usize, below: u64) -> u64 {
    let mixed = (round as u64 + 1).wrapping_mul(6364136223846793005).rotate_left(29);
    (mixed.wrapping_mul(1442695040888963407) >> 33) % below
}

/// A number that is being taken on the page is issued whole or free, whenever the program is ended.
#[test]
fn a_number_taken_on_the_page_outlives_a_kill_or_is_free() {
    let dir = folder();
    let path = dir.path().join("cong-van.yaml");
    let text = fs::read_to_string(&path).unwrap().replace("so: 118", "so:");
    let kills: usize = std::env::var("VANTHU_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(8);
    let mut taken = 0;
    let mut longest = Duration::from_millis(300);
    for round in 0..=kills {
        fs::write(&path, text.replace(TITLE, &format!("báo cáo lần {round}"))).unwrap();
        let mut opened = Opened::new(dir.path());
        let cookie = opened.come_in();
        let host = opened.host();
        let body =
            "tep=cong-van.yaml&khoa=k&ngay=16%2F3%2F2026&so=&hien=%7C16%2F3%2F2026%7C&chap_nhan=1";
        let request = format!(
            "POST /phat-hanh HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\ncookie: {cookie}\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        let start = Instant::now();
        let mut stream = opened.connect();
        stream.write_all(request.as_bytes()).unwrap();
        let mut told = String::new();
        if round == 0 {
            // How long it takes when nobody ends it.
            let done = opened.post(&cookie, "/phat-hanh", body);
            assert!(done.body.contains("Đã phát hành"), "{}", done.body);
            longest = start.elapsed();
            told = done.body;
        } else {
            std::thread::sleep(Duration::from_micros(moment(round, longest.as_micros() as u64)));
        }
        opened.child.kill().unwrap();
        opened.child.wait().unwrap();
        stream.read_to_string(&mut told).ok();
        // Its own process goes a moment later, and the register with it.
        let told_done = told.contains("Đã phát hành");
        let out = crate::support::so_sach::register(dir.path(), &["void", "99999", "--ly-do", "x"]);
        assert!(!out.status.success());
        assert!(!dir.path().join("phat-hanh/.dang-lam").exists());
        assert_eq!(khop(dir.path()), "");
        let numbers: Vec<u64> = so_cai(dir.path()).tat_ca().map(|muc| muc.so_hieu.so).collect();
        assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>(), "round {round}");
        assert!(numbers.len() == taken || numbers.len() == taken + 1, "round {round}: {numbers:?}");
        assert!(!told_done || numbers.len() == taken + 1, "told and not there: round {round}");
        taken = numbers.len();
    }
    assert!(taken > 0);
}
