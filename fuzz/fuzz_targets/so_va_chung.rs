//! The register and its witness: a register that is made line by line, then loses something, is edited, or stands beside
//! a witness that someone has written. What the witness proves is not overlooked, and what is made again from what is
//! left never gives a number that was given.
#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use vanthu::model::Ngay;
use vanthu::records::phat_hanh::chung::Chung;
use vanthu::records::phat_hanh::dung_so::dung_so;
use vanthu::records::phat_hanh::kho::Kho;
use vanthu::records::phat_hanh::so_tren_dia::doc_so;
use vanthu::records::so_dang_ky::dau::{DAU_DAU_SO, bam, dau};
use vanthu::records::so_dang_ky::kiem::kiem;
use vanthu::records::so_dang_ky::{Day, Dong, QuanHe, So, SoCai, SoHieu, Viec};

/// In memory where the system has such a folder.
static NOI: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let shm = Path::new("/dev/shm");
    if shm.is_dir() { tempfile::tempdir_in(shm) } else { tempfile::tempdir() }.unwrap()
});
const TEP_SO: &str = "so-dang-ky.txt";

fuzz_target!(|data: &[u8]| {
    let Some((kieu, than)) = data.split_first() else { return };
    if kieu % 4 == 0 {
        return viet_tay(than);
    }
    let (nhieu, than) = than.split_at(than.len().min(1 + usize::from(kieu / 4) % 24));
    let that = lap(nhieu);
    let (so, cai) = doc(&that);
    let chung = Chung::cua(&so, &cai);
    let hong = sua(&that, than, kieu % 4 == 2);
    thu(&hong, Some(&chung), &so);
});

/// A register and a witness as someone types them, their marks put right; the third part is a copy of the register.
fn viet_tay(than: &[u8]) {
    let text = String::from_utf8_lossy(than);
    let mut phan = text.split('\0');
    let so = danh_dau(phan.next().unwrap_or_default());
    let chung = phan.next().map(tinh_tong);
    let cu = phan.next().map(danh_dau);
    let kho = dat(&so, chung.as_deref());
    let Ok(doc) = doc_so(&kho) else { return };
    let _ = kiem(&doc.cai);
    let cu = cu.map(|cu| So::doc(&cu, TEP_SO).0);
    dung_lai(&kho, &doc, cu.as_ref(), doc.loi_chung.as_ref());
}

/// Holds a register that may be damaged against its true witness.
fn thu(text: &str, chung: Option<&Chung>, that: &So) {
    let kho = dat(text, chung.map(Chung::viet).as_deref());
    let doc = doc_so(&kho).unwrap();
    if doc.sai.is_empty() {
        // Blanks around a bar say nothing.
        let gon = |text: &str| text.split('|').map(str::trim).collect::<Vec<_>>().join("|");
        let than = |so: &So| so.dong.iter().map(|at| gon(&at.nguyen_van)).collect::<Vec<_>>();
        assert!(than(&doc.so).starts_with(&than(that)), "{text}\n---\n{:?}", than(that));
    }
    dung_lai(&kho, &doc, None, chung);
}

/// What is made again is sound and has every number that the witness knows of.
fn dung_lai(
    kho: &Kho,
    doc: &vanthu::records::phat_hanh::so_tren_dia::SoTrenDia,
    cu: Option<&So>,
    chung: Option<&Chung>,
) {
    let Ok(Some(lai)) = dung_so(kho, doc, cu, &|_| 1) else { return };
    let (so, sai) = So::doc(&lai.text, TEP_SO);
    assert_eq!(sai, []);
    let (cai, sai) = SoCai::tu(&so);
    assert_eq!((sai, so.dong.len()), (vec![], lai.so_dong));
    let Some(chung) = chung else { return };
    for day in &chung.day {
        assert!(cai.so_ke_tiep(&day.day, 1) > day.cuoi, "{}: {}", day.day, day.cuoi);
    }
    for (ky, co_quan) in &chung.khoa {
        assert!(cai.da_khoa(&Day { ky: ky.clone(), co_quan: co_quan.clone(), loai: None }));
    }
}

fn dat(so: &str, chung: Option<&str>) -> Kho {
    let kho = Kho::new(NOI.path());
    std::fs::write(NOI.path().join(TEP_SO), so).unwrap();
    match chung {
        Some(text) => std::fs::write(kho.tep_chung(), text).unwrap(),
        None => drop(std::fs::remove_file(kho.tep_chung())),
    }
    kho
}

fn doc(text: &str) -> (So, SoCai) {
    let (so, sai) = So::doc(text, TEP_SO);
    assert_eq!(sai, [], "{text}");
    let (cai, sai) = SoCai::tu(&so);
    assert_eq!(sai, [], "{text}");
    (so, cai)
}

/// A register in which each byte is an event, where the event is allowed.
fn lap(viec: &[u8]) -> String {
    let (mut text, mut dong) = (String::new(), Vec::new());
    let (mut so, mut cai) = (So::doc("", "").0, SoCai::tu(&So::doc("", "").0).0);
    let day = |byte: u8| Day {
        ky: (2023 + i32::from(byte >> 7)).into(),
        co_quan: if byte & 64 == 0 { "HĐND" } else { "UBND" }.into(),
        loai: (byte & 64 != 0).then(|| "KH".into()),
    };
    for byte in viec {
        let day = day(*byte);
        let ke = cai.so_ke_tiep(&day, 1);
        let so_hieu = |so: u64, ky_hieu: &str| Some(SoHieu { so, ky_hieu: ky_hieu.into() });
        let ngay = Ngay::parse(&format!("15/3/{}", day.ky)).ok();
        let moi = match byte % 7 {
            0 | 1 => Dong::moi(Viec::GiuSo, day, so_hieu(ke, "")),
            2 | 3 => Dong {
                ngay,
                trich_yeu: "Kế hoạch | đi “thăm”\n#".into(),
                bang_ke: "0123456789abcdef".into(),
                ..Dong::moi(Viec::PhatHanh, day, so_hieu(ke, "KH-HĐND"))
            },
            4 => Dong {
                ngay,
                quan_he: QuanHe::doc(&format!("thay thế {:02}/KH-HĐND/{}", ke - 1, day.ky))
                    .unwrap_or_default(),
                ..Dong::moi(Viec::PhatHanh, day, so_hieu(ke, "KH-HĐND"))
            },
            5 => Dong {
                ghi_chu: "nhầm".into(),
                ..Dong::moi(Viec::Huy, day, so_hieu(ke.saturating_sub(1).max(1), "KH-HĐND"))
            },
            _ if byte / 7 % 4 == 0 => Dong::moi(Viec::KhoaNam, Day { loai: None, ..day }, None),
            _ => Dong::moi(Viec::MoSo, day, so_hieu(u64::from(*byte), "")),
        };
        let thu = format!("{text}{}", so.them(std::slice::from_ref(&moi)));
        let (so_thu, sai) = So::doc(&thu, TEP_SO);
        assert_eq!(sai, [], "{thu}");
        assert_eq!(so_thu.dong.last().map(|at| at.dong.viec), Some(moi.viec));
        let (cai_thu, sai) = SoCai::tu(&so_thu);
        if sai.is_empty() {
            (text, so, cai) = (thu, so_thu, cai_thu);
            dong.push(moi);
        }
    }
    let (trong, _) = So::doc("", TEP_SO);
    assert!(dong.is_empty() || trong.them(&dong) == text, "{text}");
    text
}

/// Bytes changed, lines lost, doubled or moved; with `dung` the marks are put right afterwards.
fn sua(text: &str, cach: &[u8], dung: bool) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for mot in cach.chunks_exact(4).take(4) {
        let [viec, a, b, c] = *mot else { continue };
        let o = (usize::from(a) << 8 | usize::from(b)) % bytes.len().max(1);
        match viec % 6 {
            0 => bytes.truncate(o),
            1 if o < bytes.len() => bytes[o] = c,
            2 => drop(bytes.splice(o..o, [c])),
            3 => doi_dong(&mut bytes, usize::from(a), usize::from(b), usize::from(c)),
            4 => bytes.extend_from_slice(&text.as_bytes()[o.min(text.len())..]),
            _ => drop(bytes.drain(o..(o + usize::from(c)).min(bytes.len()))),
        }
    }
    let hong = String::from_utf8_lossy(&bytes).into_owned();
    if dung { danh_dau(&hong) } else { hong }
}

fn doi_dong(bytes: &mut Vec<u8>, a: usize, b: usize, c: usize) {
    let mut dong: Vec<Vec<u8>> = bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
    if dong.is_empty() {
        return;
    }
    let (a, b) = (a % dong.len(), b % dong.len());
    match c % 3 {
        0 => drop(dong.remove(a)),
        1 => dong.swap(a, b),
        _ => dong.insert(b, dong[a].clone()),
    }
    *bytes = dong.concat();
}

/// The lines numbered and marked anew, as a forger would.
fn danh_dau(text: &str) -> String {
    let (mut truoc, mut stt, mut ra) = (DAU_DAU_SO.to_owned(), 0, String::new());
    for line in text.lines() {
        let line = line.trim_start_matches('\u{feff}').trim();
        let Some((than, _)) = line.rsplit_once('|').filter(|_| !line.starts_with('#')) else {
            ra += &format!("{line}\n");
            continue;
        };
        stt += 1;
        let than = match than.split_once(" |") {
            Some((so, con)) if so.parse::<usize>().is_ok() => format!("{stt} |{con}"),
            _ => than.to_owned(),
        };
        truoc = dau(&truoc, than.trim_end());
        ra += &format!("{} | {truoc}\n", than.trim_end());
    }
    ra
}

/// A witness with a sum that fits.
fn tinh_tong(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim_start_matches('\u{feff}').trim_end());
    let lines = lines.filter(|l| !l.is_empty() && !l.starts_with('#') && !l.starts_with("tổng"));
    let said: String = lines.map(|line| format!("{line}\n")).collect();
    let tong = bam(format!("vanthu: chứng của sổ đăng ký\n{said}").as_bytes());
    format!("{said}tổng | {}\n", &tong[..16])
}
