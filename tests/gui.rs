//! `send`: the packages that go out, read back with other readers (xmllint, poppler, sha256sum).

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support;
use crate::support::{root, sample_with, stderr, stdout, tool, vanthu, verapdf};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roxmltree::{Document, Node};

/// The plan of the sample, and the detailed plan of its first trip, with number and date.
const ISSUED: &[(&str, &str, &str)] = &[
    ("ke-hoach.yaml", "so:\nngay_ban_hanh: 3/2023", "so: 105\nngay_ban_hanh: 15/3/2023"),
    ("dot-1.yaml", "  so:\n  ngay_ban_hanh: 4/2023", "  so: 7\n  ngay_ban_hanh: 3/4/2023"),
];

fn send(args: &[&str], ho_so: &Path) -> Output {
    vanthu().arg("send").arg(ho_so).args(args).output().unwrap()
}

fn sent(args: &[&str], ho_so: &Path) -> PathBuf {
    let out = send(args, ho_so);
    assert!(out.status.success(), "{}", stderr(&out));
    ho_so.join("gui")
}

/// Every file under `folder`, by its path inside.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(dir) = open.pop() {
        for entry in fs::read_dir(&dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                all.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    all
}

fn text_of(pdf: &Path) -> String {
    tool(Command::new("pdftotext").args(["-layout"]).arg(pdf).arg("-"))
}

/// The rows of a CSV, its BOM and head taken off.
fn rows(path: &Path) -> Vec<Vec<String>> {
    let bytes = fs::read(path).unwrap();
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").expect("thiếu BOM");
    let mut reader = csv::Reader::from_reader(bytes);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// A hồ sơ of the plan alone for `count` communes, a third of them on each way.
fn many(dir: &Path, count: usize) -> PathBuf {
    let office = "noi_nhan:\n  - Thường trực Tỉnh uỷ\n  - Đoàn đại biểu Quốc hội\n";
    let edits = [ISSUED[0], ("co-quan.yaml", office, "noi_nhan:\n  - Các xã, phường\n")];
    let ho_so = sample_with(dir, &edits);
    let office = ho_so.join("co-quan.yaml");
    let text = fs::read_to_string(&office).unwrap();
    let others = ["TT/HĐND, UBND Tỉnh", "Các Ban của HĐND Tỉnh", "LĐVP Đoàn ĐBQH và HĐND Tỉnh"];
    let text = others.iter().fold(text, |t, line| t.replace(&format!("  - {line}\n"), ""));
    fs::write(&office, text).unwrap();
    let mut book = String::from(
        "noi_nhan:\n  - {ten: Thường trực Hội đồng nhân dân tỉnh Đồng Tháp, kenh: truc, ma: H20.00.01}\n",
    );
    for i in 1..=count {
        let way = match i % 3 {
            0 => format!("kenh: truc, ma: H20.{i:04}"),
            1 => format!("kenh: email, email: xa{i}@vi-du.vn"),
            _ => format!("kenh: giay, so_ban: 2, dia_chi: 'Số {i}, đường Minh hoạ'"),
        };
        book += &format!("  - {{ten: UBND xã thứ {i}, {way}}}\n");
    }
    book += "nhom:\n  - ten: Các xã, phường\n    gom:\n";
    for i in 1..=count {
        book += &format!("      - UBND xã thứ {i}\n");
    }
    fs::write(ho_so.join("danh-ba.yaml"), book).unwrap();
    for file in ["dot-1.yaml", "dot-2.yaml", "dot-3.yaml", "dot-4.yaml", "van-phong.yaml"] {
        fs::remove_file(ho_so.join(file)).unwrap();
    }
    ho_so
}

#[test]
fn everyone_gets_the_document_and_a_slip() {
    let dir = tempfile::tempdir().unwrap();
    let gui = sent(&["--only", "ke-hoach"], &sample_with(dir.path(), ISSUED)).join("105-KH-HDND");
    let list = rows(&gui.join("danh-sach-gui.csv"));
    let names: Vec<&str> = list.iter().map(|row| row[1].as_str()).collect();
    let ban = "Ban Văn hoá - Xã hội HĐND Tỉnh";
    assert_eq!(list.len(), 9, "Các Ban là bốn, TT/HĐND và UBND là hai: {names:?}");
    assert!(names.contains(&ban) && names.contains(&"UBND Tỉnh"));
    let whole = fs::read(gui.join(&list[0][7]).join("105-KH-HDND.pdf")).unwrap();
    for row in &list {
        let folder = gui.join(&row[7]);
        assert_eq!(fs::read(folder.join("105-KH-HDND.pdf")).unwrap(), whole);
        let slip = text_of(&folder.join("phieu-gui.pdf"));
        for words in ["PHIẾU GỬI", &row[1], "105/KH-HĐND", "03 trang", "Xác nhận của nơi nhận"]
        {
            assert!(slip.contains(words), "{words}: {slip}");
        }
        let edxml = folder.join("105-KH-HDND.edxml").exists();
        assert_eq!(edxml, row[2] == "Trục liên thông", "{}", row[1]);
    }
    let copies = rows(&gui.join("so-ban-in.csv"));
    assert_eq!(copies.last().unwrap()[1..], ["Tổng số bản in", "11"]);
    assert!(copies.iter().any(|row| row[1..] == ["Lưu: VT", "1"]));
    let post = rows(&gui.join("so-buu-dien.csv"));
    assert_eq!(post.len(), 1);
    assert_eq!(post[0][..2], ["15/3/2023", "105/KH-HĐND"]);
    let labels = text_of(&gui.join("nhan-bi-thu.pdf"));
    assert!(labels.contains("Thường trực Tỉnh uỷ") && labels.contains("LĐVP Đoàn ĐBQH"));
    assert!(!labels.contains(ban), "nhận thư điện tử thì không có bì: {labels}");
}

#[test]
fn nhu_tren_is_kinh_gui() {
    let dir = tempfile::tempdir().unwrap();
    let edits = [(
        "dot-1.yaml",
        "ket_qua:\n  so:\n  ngay_ban_hanh: 4/2023",
        "ket_qua:\n  so: 9\n  ngay_ban_hanh: 20/4/2023",
    )];
    let gui = sent(&[], &sample_with(dir.path(), &edits)).join("09-BC-HDND");
    let list = rows(&gui.join("danh-sach-gui.csv"));
    assert_eq!((list[0][1].as_str(), list.len()), ("Thường trực Tỉnh uỷ", 9));
}

/// The children's names of every element, by the element's path.
fn shape<'x>(node: Node<'x, 'x>, path: &str, all: &mut BTreeMap<String, Vec<&'x str>>) {
    let path = format!("{path}/{}", node.tag_name().name());
    let children: Vec<Node> = node.children().filter(Node::is_element).collect();
    let names = all.entry(path.clone()).or_default();
    for child in &children {
        if !names.contains(&child.tag_name().name()) {
            names.push(child.tag_name().name());
        }
    }
    children.into_iter().for_each(|child| shape(child, &path, all));
}

fn first<'a>(document: &'a Document, name: &str) -> &'a str {
    let found = document.descendants().find(|n| n.tag_name().name() == name);
    found.and_then(|n| n.text()).unwrap_or_default()
}

#[test]
fn an_edxml_package_has_the_elements_of_the_sample_in_their_order() {
    let dir = tempfile::tempdir().unwrap();
    let gui = sent(&[], &sample_with(dir.path(), ISSUED)).join("07-KH-VP");
    let to = "noi-nhan/001-thuong-truc-hdnd-tinh";
    let path = gui.join(to).join("07-KH-VP.edxml");
    tool(Command::new("xmllint").args(["--noout", "--huge"]).arg(&path));
    let (made, sample) = (
        fs::read_to_string(&path).unwrap(),
        fs::read_to_string(root().join("tests/edxml/mau.xml")).unwrap(),
    );
    let (made, sample) = (Document::parse(&made).unwrap(), Document::parse(&sample).unwrap());
    let (mut ours, mut theirs) = (BTreeMap::new(), BTreeMap::new());
    shape(made.root_element(), "", &mut ours);
    shape(sample.root_element(), "", &mut theirs);
    assert_eq!(ours, theirs);
    assert!(ours.len() > 30);
    for node in made.descendants().filter(Node::is_element) {
        assert_eq!(node.tag_name().namespace(), sample.root_element().tag_name().namespace());
    }
    assert_eq!(first(&made, "DocumentId"), "H20.00.02.2023.07-KH-VP");
    assert_eq!(first(&made, "PromulgationDate"), "2023/04/03");
    assert_eq!((first(&made, "CodeNumber"), first(&made, "CodeNotation")), ("7", "KH-VP"));
    assert_eq!(made.descendants().filter(|n| n.tag_name().name() == "Appendix").count(), 3);
    assert_eq!(first(&made, "Position"), "CHÁNH VĂN PHÒNG");
    let zipped = STANDARD.decode(first(&made, "ContentTransferEncoded")).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zipped)).unwrap();
    let mut pdf = Vec::new();
    archive.by_name("07-KH-VP.pdf").unwrap().read_to_end(&mut pdf).unwrap();
    assert_eq!(pdf, fs::read(gui.join(to).join("07-KH-VP.pdf")).unwrap());
}

#[test]
fn the_manifest_has_the_digest_of_every_file() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &ISSUED[..1]);
    for zip in [false, true] {
        let args: &[&str] = if zip { &["--zip"] } else { &[] };
        let gui = sent(args, &ho_so).join("105-KH-HDND");
        let text = fs::read_to_string(gui.join("bang-ke.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
        let listed = manifest["tep"].as_object().unwrap();
        let mut there = files(&gui);
        there.remove("bang-ke.json");
        assert_eq!(listed.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>());
        for (name, digest) in listed {
            let said = tool(Command::new("sha256sum").arg(gui.join(name)));
            assert_eq!(said.split(' ').next(), digest.as_str(), "{name}");
        }
        assert_eq!(manifest["trong_zip"].is_object(), zip);
        if zip {
            let inside = manifest["trong_zip"]["noi-nhan/004-ubnd-tinh.zip"].as_object().unwrap();
            let names: Vec<&str> = inside.keys().map(String::as_str).collect();
            assert_eq!(names, ["105-KH-HDND.edxml", "105-KH-HDND.pdf", "phieu-gui.pdf"]);
            let file = fs::File::open(gui.join("noi-nhan/004-ubnd-tinh.zip")).unwrap();
            let archive = zip::ZipArchive::new(file).unwrap();
            let packed: BTreeSet<&str> = archive.file_names().collect();
            assert_eq!(packed, names.into_iter().collect());
        }
    }
}

#[test]
fn labels_and_post_book_are_archival_and_accessible() {
    let dir = tempfile::tempdir().unwrap();
    let gui = sent(&[], &many(dir.path(), 60)).join("105-KH-HDND");
    let files = [gui.join("nhan-bi-thu.pdf"), gui.join("so-buu-dien.pdf")];
    for file in &files {
        tool(Command::new("qpdf").arg("--check").arg(file));
    }
    verapdf::obey("PDFA_2_A,PDFUA_1", &files);
}

/// The document is made once, and each slip costs milliseconds: five seconds on two cores.
#[test]
fn five_hundred_recipients_take_seconds() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = many(dir.path(), 500);
    let out = Command::new("bash")
        .args(["-c", "TIMEFORMAT='%U %S'; time \"$0\" send \"$1\" -o \"$2\" 2>/dev/null"])
        .args([Path::new(env!("CARGO_BIN_EXE_vanthu")), &ho_so, &dir.path().join("ra")])
        .output()
        .unwrap();
    let time = stderr(&out);
    let cpu: f64 = time.split_whitespace().map(|t| t.parse::<f64>().unwrap()).sum();
    assert!(out.status.success() && cpu < 10.0, "{cpu} giây của bộ xử lý");
    println!("500 nơi nhận: {cpu:.1} giây của bộ xử lý");
    let gui = dir.path().join("ra/105-KH-HDND");
    let folders = fs::read_dir(gui.join("noi-nhan")).unwrap().count();
    let all = files(&gui);
    let count = |ending: &str| all.keys().filter(|name| name.ends_with(ending)).count();
    assert_eq!((folders, count("105-KH-HDND.pdf"), count("phieu-gui.pdf")), (500, 500, 500));
    assert_eq!(count(".edxml"), 166);
    let slips: BTreeSet<&Vec<u8>> =
        all.iter().filter(|(name, _)| name.ends_with("phieu-gui.pdf")).map(|(_, b)| b).collect();
    assert_eq!(slips.len(), 500, "mỗi nơi một phiếu của mình");
    for i in [1, 250, 500] {
        let slip = gui.join(format!("noi-nhan/{i:03}-ubnd-xa-thu-{i}/phieu-gui.pdf"));
        assert!(text_of(&slip).contains(&format!("Kính gửi: UBND xã thứ {i}\n")));
    }
    assert_eq!(rows(&gui.join("danh-sach-gui.csv")).len(), 500);
    assert_eq!(rows(&gui.join("so-buu-dien.csv")).len(), 167);
    // 167 on paper with two copies each, one at VT and one at the unit.
    assert_eq!(rows(&gui.join("so-ban-in.csv")).last().unwrap()[2], "336");
    let labels = text_of(&gui.join("nhan-bi-thu.pdf"));
    assert_eq!(labels.matches("Kính gửi:").count(), 167);
}

/// A long address book is read whole, whichever way its entries are written.
#[test]
fn an_address_book_of_twenty_thousand_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = many(dir.path(), 3);
    let path = ho_so.join("danh-ba.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let more = |entry: &dyn Fn(usize) -> String| {
        let entries: String = (4..20_000).map(entry).collect();
        fs::write(&path, text.replace("nhom:\n", &format!("{entries}nhom:\n"))).unwrap();
        let out = send(&[], &ho_so);
        assert!(out.status.success(), "{}", stderr(&out));
    };
    more(&|i| format!("  - {{ten: UBND xã thứ {i}, kenh: email, email: xa{i}@vi-du.vn}}\n"));
    more(&|i| {
        format!(
            "  - ten: UBND xã thứ {i}\n    kenh: giay\n    so_ban: 2\n    dia_chi: 'Số {i}, đường Minh hoạ'\n"
        )
    });
}

#[test]
fn the_same_data_gives_the_same_package() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &ISSUED[..1]);
    for args in [&["--zip"][..], &[]] {
        let one = files(&sent(args, &ho_so));
        assert!(one == files(&sent(args, &ho_so)));
    }
}

#[test]
fn what_was_sent_before_gives_way_and_nothing_else_does() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &ISSUED[..1]);
    let gui = sent(&[], &ho_so).join("105-KH-HDND");
    fs::write(gui.join("noi-nhan/cu.txt"), "cu").unwrap();
    // A file of the clerk's doesn't vanish with the package, nor does one that was changed.
    let before = files(&gui);
    let refused = |why: &str| {
        let out = send(&["--zip"], &ho_so);
        assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
        assert!(stderr(&out).contains(why), "{}", stderr(&out));
    };
    refused("có tệp người khác thêm vào");
    assert!(files(&gui) == before);
    fs::remove_file(gui.join("noi-nhan/cu.txt")).unwrap();
    let list = fs::read(gui.join("so-ban-in.csv")).unwrap();
    fs::write(gui.join("so-ban-in.csv"), "sửa").unwrap();
    refused("đã sửa");
    fs::write(gui.join("so-ban-in.csv"), list).unwrap();
    sent(&["--zip"], &ho_so);
    assert!(
        !gui.join("noi-nhan/004-ubnd-tinh").exists()
            && gui.join("noi-nhan/004-ubnd-tinh.zip").exists()
    );
    assert_eq!(fs::read_dir(ho_so.join("gui")).unwrap().count(), 1, "còn tệp tạm");
    fs::remove_file(gui.join("bang-ke.json")).unwrap();
    let before = files(&gui);
    let out = send(&[], &ho_so);
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert!(stderr(&out).contains("already-there") && files(&gui) == before);
}

#[test]
fn drafts_and_wrong_use_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let draft = sample_with(&dir.path().join("1"), &[]);
    let refused = |args: &[&str], ho_so: &Path, status: i32, code: &str| {
        let out = send(args, ho_so);
        assert_eq!(out.status.code(), Some(status), "{}", stderr(&out));
        assert!(stderr(&out).contains(code), "{}", stderr(&out));
        assert!(!ho_so.join("gui").exists() && stdout(&out).is_empty());
    };
    refused(&[], &draft, 1, "not-issued");
    let ho_so = sample_with(&dir.path().join("2"), ISSUED);
    let yaml = ho_so.join("co-quan.yaml");
    refused(
        &["--pdf", yaml.to_str().unwrap(), "--only", "ke-hoach"],
        &ho_so,
        2,
        "không phải là tệp PDF",
    );
    refused(&["--attach", yaml.to_str().unwrap()], &ho_so, 2, "--only");
    refused(&["--date", "14/3/2023", "--only", "ke-hoach"], &ho_so, 2, "trước ngày ban hành");
    refused(&["--date", "hôm nay"], &ho_so, 2, "--date");
    refused(&["--only", "la"], &ho_so, 2, "không có văn bản");
    let signer = sample_with(
        &dir.path().join("3"),
        &[ISSUED[0], ("danh-ba.yaml", "loai: danh_ba", "nguoi_ky_phieu_gui: la")],
    );
    refused(&[], &signer, 1, "unknown-signer");
    let sender = sample_with(
        &dir.path().join("4"),
        &[
            ISSUED[0],
            (
                "danh-ba.yaml",
                "      - Thường trực Hội đồng nhân dân tỉnh Đồng Tháp\n",
                "      - Thường trực\n",
            ),
        ],
    );
    refused(&[], &sender, 1, "missing-sender");
    fs::remove_file(ho_so.join("danh-ba.yaml")).unwrap();
    refused(&[], &ho_so, 1, "missing-address-book");
}

#[test]
fn urgency_goes_into_the_package_and_a_secret_stays_off_the_network() {
    let dir = tempfile::tempdir().unwrap();
    let with = |name: &str, key: &str| {
        let edit = ("ke-hoach.yaml", "loai: ke_hoach\n", &*format!("loai: ke_hoach\n{key}\n"));
        sample_with(&dir.path().join(name), &[ISSUED[0], edit])
    };
    let gui = sent(&[], &with("1", "khan: hỏa tốc\nluu_hanh: lưu hành nội bộ")).join("105-KH-HDND");
    let edxml = fs::read_to_string(gui.join("noi-nhan/004-ubnd-tinh/105-KH-HDND.edxml")).unwrap();
    let edxml = Document::parse(&edxml).unwrap();
    assert_eq!(first(&edxml, "Priority"), "3");
    assert_eq!(first(&edxml, "SphereOfPromulgation"), "LƯU HÀNH NỘI BỘ");
    let secret = with("2", "mat: mật");
    let out = send(&[], &secret);
    assert_eq!(out.status.code(), Some(1));
    assert_eq!(stderr(&out).matches("lỗi[secret-online]").count(), 6, "{}", stderr(&out));
    assert!(!secret.join("gui").exists());
    let book = fs::read_to_string(secret.join("danh-ba.yaml")).unwrap();
    let book = book.replace("kenh: truc", "kenh: giay").replace("kenh: email", "kenh: giay");
    let paper = dir.path().join("danh-ba-mat.yaml");
    fs::write(&paper, book).unwrap();
    sent(&["--book", paper.to_str().unwrap()], &secret);
}

#[test]
fn a_signed_pdf_and_other_files_go_along_under_safe_names() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample_with(dir.path(), &ISSUED[..1]);
    let (signed, table) = (dir.path().join("da-ky.pdf"), dir.path().join("Dự toán (bản 2).XLSX"));
    // Of a paper that no register has, the PDF as it is made here, perhaps signed since.
    let ra = dir.path().join("ra");
    support::build(&ho_so, &ra);
    fs::copy(ra.join("ke-hoach.pdf"), &signed).unwrap();
    fs::write(&table, b"bang").unwrap();
    let args = [
        "--pdf",
        signed.to_str().unwrap(),
        "--attach",
        table.to_str().unwrap(),
        "--date",
        "16/3/2023",
    ];
    let gui = sent(&args, &ho_so).join("105-KH-HDND");
    let folder = gui.join("noi-nhan/004-ubnd-tinh");
    let sent_pdf = fs::read(folder.join("105-KH-HDND.pdf")).unwrap();
    assert_eq!(sent_pdf, fs::read(&signed).unwrap());
    assert_eq!(fs::read(folder.join("Du-toan-ban-2.xlsx")).unwrap(), b"bang");
    let slip = text_of(&folder.join("phieu-gui.pdf"));
    assert!(slip.contains("Du-toan-ban-2.xlsx") && slip.contains("ngày 16 tháng 3 năm 2023"));
    let edxml = fs::read_to_string(folder.join("105-KH-HDND.edxml")).unwrap();
    let edxml = Document::parse(&edxml).unwrap();
    assert_eq!(edxml.descendants().filter(|n| n.tag_name().name() == "Attachment").count(), 2);
}

/// A PDF that is not the paper's own would go to everybody under its number. What was changed, what is another paper's, is
/// refused whatever is said; a scan goes on the clerk's word alone.
#[test]
fn a_pdf_of_another_paper_is_not_sent_under_the_number() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, folder) = issued(dir.path());
    let own = files(&folder).into_iter().find(|(ten, _)| ten.ends_with(".pdf")).unwrap().1;
    let file = |ten: &str, bytes: &[u8]| {
        let path = dir.path().join(ten);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let scan = file("quét.pdf", b"%PDF-1.7 scan");
    let with_more = file("sửa.pdf", &[&own[..], b"\n1 0 obj\n<<>>\nendobj\n%%EOF\n"].concat());
    let refused = |args: &[&str]| {
        let out = send(&[args, &["--date", "16/3/2023"]].concat(), &folder);
        let said = stderr(&out);
        assert!(!out.status.success() && said.contains("wrong-pdf"), "{said}");
        assert!(!ho_so.join("gui").exists());
        said
    };
    assert!(refused(&["--pdf", &scan]).contains("--ban-quet"));
    assert!(refused(&["--pdf", &with_more, "--ban-quet"]).contains("đã bị sửa"));
    let out = send(&["--pdf", &scan, "--ban-quet", "--date", "16/3/2023"], &folder);
    assert!(out.status.success() && stderr(&out).contains("bản quét"), "{}", stderr(&out));
    fs::remove_dir_all(ho_so.join("gui")).unwrap();
    let same = file("đã phát hành.pdf", &own);
    let out = send(&["--pdf", &same, "--date", "16/3/2023"], &folder);
    assert!(out.status.success(), "{}", stderr(&out));
}

/// An entry that lacks its address is there all the same: the group that has it is right. And the office is known by its
/// name in full.
#[test]
fn a_fault_of_the_book_is_told_where_it_is_and_once() {
    let dir = tempfile::tempdir().unwrap();
    let book = "noi_nhan:\n  - {ten: Ban A, kenh: email}\n  - {ten: Ban B, kenh: giay}\nnhom:\n  - {ten: Các Ban, gom: [Ban A, Ban B]}\n";
    let ho_so = sample_with(&dir.path().join("1"), ISSUED);
    fs::write(ho_so.join("danh-ba.yaml"), book).unwrap();
    let said = stderr(&send(&[], &ho_so));
    assert!(said.contains("Ban A") && !said.contains("mà danh bạ không có"), "{said}");
    let short = sample_with(
        &dir.path().join("2"),
        &[
            ISSUED[0],
            (
                "danh-ba.yaml",
                "      - Thường trực Hội đồng nhân dân tỉnh Đồng Tháp\n",
                "      - Thường trực HĐND tỉnh Đồng Tháp\n",
            ),
        ],
    );
    sent(&["--only", "ke-hoach"], &short);
}

/// A hồ sơ whose plan is issued, and the folder that it is kept in.
fn issued(dir: &Path) -> (PathBuf, PathBuf) {
    let ho_so = sample_with(dir, &[]);
    issue(&ho_so, "15/3/2023");
    let folder = ho_so.join("phat-hanh/2023/01-KH-HDND");
    (ho_so, folder)
}

fn issue(ho_so: &Path, ngay: &str) {
    let draft = ho_so.join("ke-hoach.yaml");
    let out = vanthu().arg("issue").arg(draft).args(["--date", ngay]).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
}

fn void(ho_so: &Path) {
    let args = ["register", "void", "01/KH-HĐND", "--chac-chan", "--ly-do", "ký nhầm", "--so-sach"];
    let out = vanthu().args(args).arg(ho_so).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
}

#[test]
fn an_issued_folder_is_sent_as_it_was_filed() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, folder) = issued(dir.path());
    let before = files(&folder);
    let out = send(&[], &folder);
    assert!(out.status.success(), "{}", stderr(&out));
    let pdf = fs::read(ho_so.join("gui/01-KH-HDND/noi-nhan/004-ubnd-tinh/01-KH-HDND.pdf")).unwrap();
    assert!(pdf == fs::read(folder.join("01-KH-HDND.pdf")).unwrap());
    assert!(files(&folder) == before, "thư mục đã phát hành bị đổi");
    // Without the register nobody knows whether it is in force.
    fs::rename(ho_so.join("so-dang-ky.txt"), dir.path().join("so-dang-ky.txt")).unwrap();
    let out = send(&[], &folder);
    assert!(!out.status.success() && stderr(&out).contains("register-lost"), "{}", stderr(&out));
    fs::remove_file(ho_so.join("so-dang-ky.chung")).unwrap();
    let out = send(&[], &folder);
    assert!(!out.status.success() && stderr(&out).contains("issued-unknown"), "{}", stderr(&out));
    let out = send(&["--so-sach", dir.path().to_str().unwrap()], &folder);
    assert!(out.status.success(), "{}", stderr(&out));
}

/// What went out stands in the register's columns, once; nobody types it again.
#[test]
fn the_register_says_when_and_how_many() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, folder) = issued(dir.path());
    let lines = || {
        let text = fs::read_to_string(ho_so.join("so-dang-ky.txt")).unwrap();
        text.lines()
            .filter(|line| line.contains("| chuyển |"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let out = send(&[], &folder);
    assert!(
        stderr(&out).contains("sổ đã ghi chuyển 01/KH-HĐND ngày 15/3/2023, "),
        "{}",
        stderr(&out)
    );
    let printed: Vec<Vec<String>> = rows(&ho_so.join("gui/01-KH-HDND/so-ban-in.csv"));
    let sent = lines();
    assert_eq!(sent.len(), 1, "{printed:?}");
    let cells: Vec<&str> = sent[0].split('|').map(str::trim).collect();
    let copies: u64 = cells[9].parse().unwrap();
    assert!(copies > 0 && cells[10] == "15/3/2023", "{cells:?}");
    // Again the same: nothing new. On another day: both are told.
    assert!(!stderr(&send(&[], &folder)).contains("sổ đã ghi"));
    assert_eq!(lines().len(), 1);
    let later = stderr(&send(&["--date", "20/3/2023"], &folder));
    let before = format!(
        "sổ đã ghi chuyển 01/KH-HĐND ngày 20/3/2023, {copies} bản; trước ghi ngày 15/3/2023, {copies} bản"
    );
    assert!(later.contains(&before), "{later}");
    assert_eq!(lines().len(), 2);
    // A register that can't be written keeps no package back, and that is told.
    let held = ho_so.join("phat-hanh/.dang-lam");
    fs::write(&held, "").unwrap();
    let told = stderr(&send(&["--date", "21/3/2023"], &folder));
    assert!(
        told.contains("delivery-unrecorded") && told.contains("register deliver 01/KH-HĐND"),
        "{told}"
    );
}

#[test]
fn what_is_void_is_not_sent_even_without_the_note_beside_it() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, folder) = issued(dir.path());
    void(&ho_so);
    let refused = |code: &str| {
        let out = send(&[], &folder);
        assert_eq!(out.status.code(), Some(1));
        assert!(stderr(&out).contains(code), "{}", stderr(&out));
        assert!(!ho_so.join("gui").exists());
    };
    refused("lỗi[not-in-force]: Số 01/KH-HĐND đã huỷ: ký nhầm");
    fs::remove_file(folder.join("lien-quan.txt")).unwrap();
    refused("issued-changed");
}

/// A hồ sơ with a number that was typed: the register, where there is one, knows whether it was issued, whether it is
/// void, and whether it is this paper's.
#[test]
fn a_number_typed_by_hand_is_asked_about_in_the_register() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, _) = issued(dir.path());
    let draft = ho_so.join("ke-hoach.yaml");
    let text = fs::read_to_string(&draft).unwrap();
    let with = |so: &str, from: &str, to: &str| {
        let text = text.replace("\nso:\n", &format!("\nso: {so}\n"));
        let text = text.replace("ngay_ban_hanh: 3/2023", "ngay_ban_hanh: 15/3/2023");
        assert!(text.contains(from), "{from}");
        fs::write(&draft, text.replacen(from, to, 1)).unwrap();
        let out = send(&["--only", "ke-hoach"], &ho_so);
        (out.status.code().unwrap(), stderr(&out))
    };
    let refused = |(code, told): (i32, String), with: &str| {
        assert_eq!(code, 1, "{told}");
        assert!(told.contains(with), "{told}");
        assert!(!ho_so.join("gui").exists());
    };
    refused(with("2", "", ""), "lỗi[not-issued]: 02/KH-HĐND chưa phát hành");
    let other = with("1", "Nhằm giúp cho", "Nhằm giúp thêm cho");
    refused(other, "lỗi[issued-changed]: văn bản này không phải 01/KH-HĐND");
    assert_eq!(with("1", "", "").0, 0);
    fs::remove_dir_all(ho_so.join("gui")).unwrap();
    void(&ho_so);
    refused(with("1", "", ""), "lỗi[not-in-force]: số 01/KH-HĐND (năm 2023) đã huỷ: ký nhầm");
    // Lines lost, or all of them.
    let register = ho_so.join("so-dang-ky.txt");
    let lines = fs::read_to_string(&register).unwrap();
    let cut = lines.trim_end().rsplit_once('\n').unwrap().0;
    fs::write(&register, format!("{cut}\n")).unwrap();
    refused(with("1", "", ""), "register-lost");
    fs::remove_file(&register).unwrap();
    refused(with("1", "", ""), "register-lost");
    fs::remove_file(ho_so.join("so-dang-ky.chung")).unwrap();
    refused(with("1", "", ""), "register-lost");
    // No register anywhere: the clerk's own affair, as for any office that keeps its book on paper.
    fs::remove_dir_all(ho_so.join("phat-hanh")).unwrap();
    assert_eq!(with("1", "", "").0, 0);
}

/// 100 KB of noise that any parser of before took for a signature: the three verbs refuse with one voice.
#[test]
fn noise_with_a_byte_range_is_no_signature() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, folder) = issued(dir.path());
    let path = folder.join("01-KH-HDND.pdf");
    let pdf = fs::read(&path).unwrap();
    let noise = b"1 0 obj <</Type/Sig/ByteRange[0 9 9 9]>> endobj startxref 9 %%EOF\n".repeat(1600);
    let mut holes = noise.clone();
    holes.iter_mut().step_by(7).for_each(|byte| *byte = 0);
    for bad in [
        noise.clone(),
        [pdf.as_slice(), &noise].concat(),
        [pdf.as_slice(), b"\n", &holes].concat(),
        [&noise, pdf.as_slice()].concat(),
        [&pdf[..pdf.len() / 2], &noise, &pdf[pdf.len() / 2..]].concat(),
    ] {
        assert!(bad.len() > 100_000);
        fs::write(&path, bad).unwrap();
        let place = ["--so-sach".as_ref(), ho_so.as_os_str()];
        for out in [
            send(&[], &folder),
            vanthu().arg("verify").arg(&folder).output().unwrap(),
            vanthu().args(["register", "check"]).args(place).output().unwrap(),
        ] {
            assert_eq!(out.status.code(), Some(1), "{}", stderr(&out));
            assert!(stderr(&out).contains("lỗi[issued-changed]"), "{}", stderr(&out));
            assert!(stderr(&out).contains("01-KH-HDND.pdf"), "{}", stderr(&out));
        }
        assert!(!ho_so.join("gui").exists());
    }
}

#[test]
fn a_changed_or_strange_folder_sends_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, folder) = issued(dir.path());
    let good = files(&folder);
    let refused = |spoil: &dyn Fn(), code: &str| {
        spoil();
        let out = send(&[], &folder);
        assert!(!out.status.success() && stderr(&out).contains(code), "{}", stderr(&out));
        assert!(!ho_so.join("gui").exists());
        fs::remove_dir_all(&folder).unwrap();
        for (ten, bytes) in &good {
            let path = folder.join(ten);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    };
    let put = |ten: &str, bytes: &[u8]| fs::write(folder.join(ten), bytes).unwrap();
    let manifest = String::from_utf8(good["bang-ke.json"].clone()).unwrap();
    let pdf = &good["01-KH-HDND.pdf"];
    let mut noise = [pdf.as_slice(), &b" /ByteRange %%EOF ".repeat(4000)].concat();
    noise[pdf.len() / 2] ^= 1;
    refused(&|| put("01-KH-HDND.pdf", &noise), "issued-changed");
    let book = fs::read(ho_so.join("danh-ba.yaml")).unwrap();
    refused(&|| put("nguon/danh-ba.yaml", &book), "issued-extra");
    let record = String::from_utf8(good["phat-hanh.yaml"].clone()).unwrap();
    let record = record.replace("so: 1\n", "so: 9\n");
    refused(&|| put("phat-hanh.yaml", record.as_bytes()), "issued-changed");
    // The source with a manifest that fits.
    let source = String::from_utf8(good["nguon/ke-hoach.yaml"].clone()).unwrap() + "\n# x\n";
    let sha = vanthu::records::chuyen_phat::sha256;
    let forged = manifest.replace(&sha(&good["nguon/ke-hoach.yaml"]), &sha(source.as_bytes()));
    assert_ne!(forged, manifest);
    refused(
        &|| {
            put("nguon/ke-hoach.yaml", source.as_bytes());
            put("bang-ke.json", forged.as_bytes());
        },
        "issued-changed",
    );
    refused(&|| put("bang-ke.json", b"khong phai json"), "issued-changed");
    refused(&|| fs::remove_file(folder.join("bang-ke.json")).unwrap(), "issued-missing");
    assert!(send(&[], &folder).status.success());
}

/// Nothing that isn't a package of the same paper gives way to one.
#[test]
fn a_package_replaces_its_own_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, folder) = issued(dir.path());
    let before = files(&folder);
    let kept = ho_so.join("phat-hanh/2023");
    let out = send(&["-o", kept.to_str().unwrap()], &folder);
    assert_eq!(out.status.code(), Some(2), "{}", stderr(&out));
    assert!(files(&folder) == before);
    // The same number in another year stands beside it.
    assert!(send(&[], &folder).status.success());
    let first = files(&ho_so.join("gui/01-KH-HDND"));
    let draft = ho_so.join("ke-hoach.yaml");
    let text = fs::read_to_string(&draft).unwrap();
    fs::write(&draft, text.replace("ngay_ban_hanh: 3/2023", "ngay_ban_hanh: 3/2024")).unwrap();
    let date = ["--date", "15/3/2024", "--chap-nhan-canh-bao"];
    let out = vanthu().arg("issue").arg(&draft).args(date).output().unwrap();
    assert!(out.status.success(), "{}", stderr(&out));
    let out = send(&[], &ho_so.join("phat-hanh/2024/01-KH-HDND"));
    assert!(out.status.success(), "{}", stderr(&out));
    assert!(files(&ho_so.join("gui/01-KH-HDND")) == first);
    assert!(ho_so.join("gui/01-KH-HDND-2024/bang-ke.json").exists());
    assert!(send(&[], &ho_so.join("phat-hanh/2024/01-KH-HDND")).status.success());
    assert_eq!(fs::read_dir(ho_so.join("gui")).unwrap().count(), 2);
}
