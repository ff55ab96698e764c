//! `verify` of a package: as an office keeps it, as the archive has it, and of the form before.

use std::io::Read;
use std::path::Path;
use std::process::Command;

use vanthu::reading::source::list_tree;

use super::chung::{DATA, bam, chu, duoc, goi_cua, lam, nop};
use crate::support::{root, stderr, stdout, tool, vanthu};

fn chep(from: &Path, to: &Path) {
    for ten in list_tree(from).unwrap() {
        std::fs::create_dir_all(to.join(&ten).parent().unwrap()).unwrap();
        std::fs::copy(from.join(&ten), to.join(&ten)).unwrap();
    }
}

/// The archive has the package alone, without our list: by its own lists and its name it is proven none the less.
#[test]
fn the_package_alone_is_proven_by_its_own_lists() {
    let dir = tempfile::tempdir().unwrap();
    let goi = goi_cua(&nop(dir.path()));
    let name = goi.file_name().unwrap().to_str().unwrap().to_owned();
    let at = dir.path().join("luu-tru");
    let pdf = format!("{DATA}H20.12.2023.01.VP.0000001.pdf");
    // What is done to a copy, and what verify then says; nothing where it stays whole.
    let after = |change: &dyn Fn(&Path)| {
        let copy = at.join(&name);
        let _ = std::fs::remove_dir_all(&at);
        chep(&goi, &copy);
        change(&copy);
        let out = vanthu().arg("verify").arg(&copy).output().unwrap();
        let told = format!("{}{}", stdout(&out), stderr(&out));
        assert_eq!(out.status.success(), told.contains("còn nguyên"), "{told}");
        told
    };
    let told = after(&|_| ());
    assert!(told.contains(&format!("còn nguyên; mã gói: {name}")), "{told}");
    let edit = |copy: &Path, ten: &str, change: &dyn Fn(String) -> String| {
        let text = chu(&copy.join(ten));
        let new = change(text.clone());
        assert_ne!(text, new, "{ten}");
        std::fs::write(copy.join(ten), new).unwrap();
    };
    let told = after(&|copy| std::fs::write(copy.join(&pdf), "x").unwrap());
    assert!(told.contains(&format!("{pdf} đã bị sửa")), "{told}");
    let told = after(&|copy| std::fs::remove_file(copy.join(&pdf)).unwrap());
    assert!(told.contains("issued-missing") && told.contains(&pdf), "{told}");
    let told = after(&|copy| std::fs::write(copy.join("la.txt"), "x").unwrap());
    assert!(told.contains("la.txt không có trong METS.xml của gói"), "{told}");
    let told = after(&|copy| edit(copy, "METS.xml", &|text| text.replace("</mets>", "")));
    assert!(told.contains("bad-manifest"), "{told}");
    // Who changes a file and its digests in METS has another name, and another digest in PREMIS.
    let told = after(&|copy| {
        let old = std::fs::read(copy.join(&pdf)).unwrap();
        std::fs::write(copy.join(&pdf), "x").unwrap();
        let rep = "representations/rep1/METS.xml";
        let before = std::fs::read(copy.join(rep)).unwrap();
        edit(copy, rep, &|text| {
            let text = text.replace(&bam(&old), &bam(b"x"));
            text.replace(&format!("SIZE=\"{}\"", old.len()), "SIZE=\"1\"")
        });
        let now = std::fs::read(copy.join(rep)).unwrap();
        edit(copy, "METS.xml", &|text| {
            let text = text.replace(&bam(&before), &bam(&now));
            text.replace(&format!("SIZE=\"{}\"", before.len()), &format!("SIZE=\"{}\"", now.len()))
        });
    });
    assert!(told.contains("mã gói") && told.contains("đã bị sửa"), "{told}");
    // A path out of the package is none.
    let told = after(&|copy| {
        edit(copy, "METS.xml", &|text| text.replace("\"metadata/desc", "\"../metadata/desc"));
    });
    assert!(told.contains("bad-manifest"), "{told}");
    let copy = at.join(&name);
    let _ = std::fs::remove_dir_all(&at);
    chep(&goi, &copy);
    std::fs::rename(&copy, at.join("goi-1")).unwrap();
    let out = vanthu().arg("verify").arg(at.join("goi-1")).output().unwrap();
    assert!(stderr(&out).contains(&format!("đặt lại tên thư mục của gói là {name}")));
}

/// What an office keeps bears two proofs; a list of ours that was made to fit does not hide what METS says.
#[test]
fn both_lists_must_agree() {
    let dir = tempfile::tempdir().unwrap();
    let ra = nop(dir.path());
    let name = goi_cua(&ra).file_name().unwrap().to_str().unwrap().to_owned();
    let told = duoc(ra.parent().unwrap(), &["verify", "ra"]);
    assert!(told.contains("dấu của gói: ") && told.contains(&format!("mã gói: {name}")), "{told}");
    // Both are on the paper that is signed.
    let pdf = ra.join("bien-ban-giao-nhan.pdf");
    let text = tool(Command::new("pdftotext").args(["-raw"]).arg(&pdf).arg("-"));
    let flat: String = text.split_whitespace().collect();
    assert!(flat.contains(&name), "{text}");
    let ead = ra.join(&name).join("metadata/descriptive/EAD.xml");
    let old = std::fs::read(&ead).unwrap();
    let new = chu(&ead).replace("15 năm", "75 năm");
    std::fs::write(&ead, &new).unwrap();
    let hex = |bytes: &[u8]| bam(bytes).to_lowercase();
    let list = ra.join("bang-ke-nop-luu.json");
    std::fs::write(&list, chu(&list).replace(&hex(&old), &hex(new.as_bytes()))).unwrap();
    let out = lam(ra.parent().unwrap(), &["verify", "ra"]);
    let told = stderr(&out);
    assert!(!out.status.success() && told.contains("EAD.xml đã bị sửa"), "{told}");
}

/// What was handed over before the package had this form is as good as ever.
#[test]
fn a_package_of_the_form_before_is_still_proven() {
    let dir = tempfile::tempdir().unwrap();
    let file = std::fs::File::open(root().join("tests/nop_luu/goi-dang-truoc.zip")).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    for i in 0..zip.len() {
        let mut one = zip.by_index(i).unwrap();
        let path = dir.path().join(one.name());
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut bytes = Vec::new();
        one.read_to_end(&mut bytes).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let told = duoc(dir.path(), &["verify", "nop-luu-2023-HDND"]);
    assert!(told.contains("đủ 6 tệp, còn nguyên; dấu của gói: cd56d4c259b919016cf1"), "{told}");
    let json = dir.path().join("nop-luu-2023-HDND/ho-so.json");
    std::fs::write(&json, chu(&json).replace("20 năm", "10 năm")).unwrap();
    std::fs::write(dir.path().join("nop-luu-2023-HDND/METS.xml"), "<mets/>").unwrap();
    let out = lam(dir.path(), &["verify", "nop-luu-2023-HDND"]);
    let told = stderr(&out);
    assert!(told.contains("ho-so.json đã bị sửa"), "{told}");
    assert!(told.contains("METS.xml không có trong bảng kê của gói"), "{told}");
}
