//! `verify`, `register check` and `send` ask one judge: on whatever was done to an issued folder, its register and
//! the register's witness, they give one answer.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::ba_lenh::{doi_chieu, duoc, gui, lam, so, soat_so};
use crate::support::sample;
use crate::support::so_sach::NGAY;
use vanthu::jobs::Request;
use vanthu::jobs::issue::IssueRequest;
use vanthu::jobs::register::{RegisterRequest, VoidRequest};
use vanthu::records::chuyen_phat::sha256;
use vanthu::records::so_dang_ky::{Dong, So};

/// Numbers that look random and are the same in every run.
struct NgauNhien(u64);

impl NgauNhien {
    fn duoi(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % below
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Who gets the papers.
const DANH_BA: &str = "\
loai: danh_ba
noi_nhan:
  - {ten: Thường trực Hội đồng nhân dân tỉnh Đồng Tháp, kenh: truc, ma: H20.00.01}
  - {ten: UBND Tỉnh, kenh: truc, ma: H20.00.04}
  - {ten: Ban Pháp chế HĐND Tỉnh, kenh: email, email: phapche@dongthap.example.vn}
";

/// 01 is issued, 02 is issued and void: papers of a page each.
fn goc() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::copy(sample().join("co-quan.yaml"), dir.path().join("co-quan.yaml")).unwrap();
    fs::write(dir.path().join("danh-ba.yaml"), DANH_BA).unwrap();
    for i in [1, 2] {
        let text = format!(
            "loai: thong_bao\nngay_ban_hanh: 3/2023\ntrich_yeu: Kết luận cuộc họp lần thứ {i}\nnguoi_ky: pho_chu_tich\n\
             noi_dung: Các đơn vị thực hiện đúng kết luận này.\nnoi_nhan:\n  - UBND Tỉnh\n  - Ban Pháp chế HĐND Tỉnh\n  - 'Lưu: VT'\n"
        );
        let tep = dir.path().join(format!("t{i}.yaml"));
        fs::write(&tep, text).unwrap();
        let date = Some(NGAY.to_owned());
        let out = lam(Request::Issue(IssueRequest { tep, date, ..IssueRequest::default() }));
        assert!(duoc(&out), "{out:?}");
    }
    let void = VoidRequest {
        chac_chan: true,
        so_hieu: "02/TB-HĐND".into(),
        ly_do: "ký nhầm".into(),
        co_quan: None,
        place: so(dir.path()),
    };
    let out = lam(Request::Register(RegisterRequest::Void(void)));
    assert!(duoc(&out), "{out:?}");
    dir
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { all.extend(files(&entry)) } else { all.push(entry) }
    }
    all.sort();
    all
}

fn edit(path: &Path, change: impl FnOnce(String) -> String) {
    let text = fs::read_to_string(path).unwrap();
    fs::write(path, change(text)).unwrap();
}

/// Does something to the folder of `so` or to the register; what, in words, and whether the paper is still the one
/// that was issued.
fn dot_bien(dir: &Path, so: usize, random: &mut NgauNhien) -> (String, bool) {
    let folder = dir.join(format!("phat-hanh/2023/{so:02}-TB-HDND"));
    let (so_ca, chung) = (dir.join("so-dang-ky.txt"), dir.join("so-dang-ky.chung"));
    let all = files(&folder);
    let one = all[random.duoi(all.len())].clone();
    let named = one.strip_prefix(&folder).unwrap().display().to_string();
    let kind = random.duoi(23);
    let still = matches!(kind, 12 | 16 | 17);
    let what = match kind {
        0 => {
            let mut bytes = fs::read(&one).unwrap();
            let at = random.duoi(bytes.len());
            bytes[at] ^= 1;
            fs::write(&one, bytes).unwrap();
            "một byte khác"
        }
        1 => {
            let bytes = [fs::read(&one).unwrap(), b"\n".to_vec()].concat();
            fs::write(&one, bytes).unwrap();
            "thêm một byte"
        }
        2 => {
            let bytes = fs::read(&one).unwrap();
            fs::write(&one, &bytes[..random.duoi(bytes.len())]).unwrap();
            "cắt bớt"
        }
        3 => {
            fs::remove_file(&one).unwrap();
            "mất tệp"
        }
        4 => {
            fs::rename(&one, one.with_extension("cu")).unwrap();
            "đổi tên"
        }
        5 => {
            fs::copy(dir.join("danh-ba.yaml"), folder.join("nguon/danh-ba.yaml")).unwrap();
            "danh bạ để vào nguồn"
        }
        6 => {
            let away = dir.join("noi-khac");
            fs::rename(&one, &away).unwrap();
            #[cfg(unix)]
            std::os::unix::fs::symlink(&away, &one).unwrap();
            "liên kết tới đúng tệp ấy"
        }
        7 => {
            let path = folder.join("nguon/co-quan.yaml");
            let old = fs::read(&path).unwrap();
            edit(&path, |text| text + "# x\n");
            let new = sha256(&fs::read(&path).unwrap());
            edit(&folder.join("bang-ke.json"), |text| text.replace(&sha256(&old), &new));
            "nguồn và bảng kê giả"
        }
        8 => {
            let path = folder.join("phat-hanh.yaml");
            edit(&path, |text| text.replacen("so: ", "so: 1", 1));
            "bản ghi sửa số"
        }
        9 => {
            edit(&so_ca, |text| text.replacen("Thông báo", "Thông bao", 1));
            "sổ sửa tay"
        }
        10 => {
            edit(&so_ca, |text| {
                let mut lines: Vec<&str> = text.lines().collect();
                lines.pop();
                lines.join("\n") + "\n"
            });
            "sổ mất dòng cuối"
        }
        11 => {
            fs::remove_file(&so_ca).unwrap();
            "mất sổ"
        }
        12 => {
            fs::remove_file(&chung).unwrap();
            "mất chứng"
        }
        13 => {
            edit(&chung, |text| text.replacen("cuối sổ | 3", "cuối sổ | 2", 1));
            "chứng sửa tay"
        }
        14 => {
            let note = folder.join("lien-quan.txt");
            if note.exists() {
                fs::remove_file(note).unwrap();
            } else {
                fs::write(note, "Số 01/TB-HĐND đã huỷ: x.\n").unwrap();
            }
            "lien-quan.txt thêm hoặc mất"
        }
        15 => {
            let path = folder.join(format!("{so:02}-TB-HDND.pdf"));
            let noise = b"1 0 obj <</Type/Sig/ByteRange[0 1 2 3]>> endobj %%EOF ".repeat(100);
            let page = fs::read(dir.join("phat-hanh/2023/01-TB-HDND/01-TB-HDND.pdf")).unwrap();
            let at = random.duoi(page.len());
            fs::write(path, [&page[..at], noise.as_slice()].concat()).unwrap();
            "PDF khác có /ByteRange"
        }
        16 => "không làm gì",
        17 => {
            edit(&so_ca, |text| text.replace('\n', "\r\n"));
            "sổ xuống dòng kiểu Windows"
        }
        18 => {
            let away = dir.join("noi-khac");
            fs::rename(&folder, &away).unwrap();
            #[cfg(unix)]
            std::os::unix::fs::symlink(&away, &folder).unwrap();
            "cả thư mục là liên kết"
        }
        19 => {
            let (read, _) = So::doc(&fs::read_to_string(&so_ca).unwrap(), "so");
            let mut dong: Vec<Dong> = read.dong.iter().map(|at| at.dong.clone()).collect();
            dong[so - 1].nguoi_ky = "Nguyễn Văn A".into();
            fs::write(&so_ca, So::doc("", "so").0.them(&dong)).unwrap();
            if random.duoi(2) == 0 {
                fs::remove_file(&chung).unwrap();
            }
            "dòng sổ giả, dấu khớp"
        }
        20 => {
            let path = folder.join(format!("{so:02}-TB-HDND.pdf"));
            let noise = b" /ByteRange [0 1 2 3] %%EOF\n".repeat(4000);
            let bytes = [fs::read(&path).unwrap(), noise].concat();
            fs::write(path, bytes).unwrap();
            "100 KB rác có /ByteRange ở cuối"
        }
        21 => {
            let path = folder.join(format!("{so:02}-TB-HDND.pdf"));
            let mut bytes = fs::read(&path).unwrap();
            let end = bytes.clone();
            bytes.extend_from_slice(&end);
            fs::write(path, bytes).unwrap();
            "PDF lặp hai lần"
        }
        _ => {
            fs::remove_dir_all(folder.join("nguon")).unwrap();
            "mất cả nguồn"
        }
    };
    (format!("{kind}, {so:02}, {named}: {what}"), still)
}

/// Two hundred; as many as `VANTHU_DOT_BIEN` says.
#[test]
fn three_verbs_give_one_judgement_on_whatever_was_done() {
    let goc = goc();
    let count: usize = std::env::var("VANTHU_DOT_BIEN").map_or(200, |n| n.parse().unwrap());
    let mut random = NgauNhien(2026);
    let mut sound = 0;
    for i in 0..count {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path().join("hs");
        copy(goc.path(), &dir);
        let so = 1 + random.duoi(2);
        let (what, still) = dot_bien(&dir, so, &mut random);
        let folder = dir.join(format!("phat-hanh/2023/{so:02}-TB-HDND"));
        let (verified, void, said) = doi_chieu(&folder);
        let checked = soat_so(&dir);
        let (sent, not_sent, told) = gui(&folder);
        let all = format!("{i}: {what}\n{said:?}\n{checked:?}\n{told:?}");
        assert_eq!((verified, duoc(&checked), sent), (still, still, still), "{all}");
        assert_eq!((void, not_sent), (still && so == 2, still && so == 2), "{all}");
        sound += usize::from(still);
    }
    println!("{count} lần, {sound} lần còn nguyên");
}
