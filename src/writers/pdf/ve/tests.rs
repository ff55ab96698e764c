use chrono::NaiveDate;

use super::*;
use crate::compose::fonts::Face;
use crate::layout::trang::{Con, DauMuc, DoanChu, Hinh, La, Mau, Net, ODien, Trang, Vai, Ve};

fn thong_tin() -> ThongTin {
    ThongTin {
        tieu_de: "Kế hoạch".into(),
        tac_gia: "UBND tỉnh Đồng Tháp".into(),
        chu_de: "Về việc thử".into(),
        tu_khoa: vec!["kế hoạch".into(), "2023".into()],
        ngay: NaiveDate::from_ymd_opt(2023, 3, 1).unwrap(),
    }
}

fn chu(chu: &str, x: f64, chan: f64) -> DoanChu {
    let (kieu, mau) = (Face::Regular, Mau::Den);
    DoanChu { x, chan, co: 13.0, kieu, mau, chu: chu.into(), gian: 0.0, gach_chan: false }
}

fn trang(ve: Vec<Ve>) -> Trang {
    Trang { rong: 595.28, cao: 841.89, so: 1, ve }
}

/// One paragraph on one page.
fn mot_doan(doan: DoanChu) -> CacTrang {
    let mut pages = CacTrang::default();
    let p = pages.cau_truc.them(0, Vai::Doan);
    let la = Some(pages.cau_truc.la(p));
    pages.trang.push(trang(vec![Ve { la, hinh: Hinh::Chu(doan) }]));
    pages
}

fn lam(pages: &CacTrang) -> Result<Vec<u8>, Vec<Diagnostic>> {
    ve(pages, &Fonts::bundled().unwrap(), &thong_tin(), "Kế hoạch", &[])
}

#[test]
#[ignore]
fn thoi_gian() {
    let text = std::fs::read_to_string("README.md").unwrap();
    let mut chu_: Vec<char> =
        text.chars().filter(|c| !c.is_control() && Fonts::bundled().unwrap().has(*c)).collect();
    let fonts = Fonts::bundled().unwrap();
    let lam3 = |tu: usize| {
        let mut pages = CacTrang::default();
        let mut at = tu;
        for t in 0..3 {
            let mut v = Vec::new();
            for p in 0..8 {
                let n = pages.cau_truc.them(0, Vai::Doan);
                let la = Some(pages.cau_truc.la(n));
                for l in 0..5 {
                    let s: String = (0..85).map(|i| chu_[(at + i) % chu_.len()]).collect();
                    at += 85;
                    let mut d = chu(&s, 85.0, 80.0 + (p * 5 + l) as f64 * 17.3);
                    d.gian = 0.37 * (l as f64);
                    d.kieu = Face::ALL[if p == 1 {
                        1
                    } else if p == 3 {
                        2
                    } else if p == 5 && t == 1 {
                        3
                    } else {
                        0
                    }];
                    v.push(Ve { la, hinh: Hinh::Chu(d) });
                }
            }
            pages.trang.push(trang(v));
        }
        pages
    };
    for i in 0..5 {
        let p = lam3(i * 10200);
        let t = std::time::Instant::now();
        let b = ve(&p, &fonts, &thong_tin(), "K", &[]).unwrap();
        println!("{} bytes {:?}", b.len(), t.elapsed());
    }
    let p = lam3(99);
    let t = std::time::Instant::now();
    let n = 200;
    for i in 0..n {
        let p = lam3(i * 1777);
        ve(&p, &fonts, &thong_tin(), "K", &[]).unwrap();
    }
    println!("mean {:?}", t.elapsed() / n as u32);
    let t = std::time::Instant::now();
    for _ in 0..n {
        ve(&p, &fonts, &thong_tin(), "K", &[]).unwrap();
    }
    println!("same {:?}", t.elapsed() / n as u32);
    std::fs::write("/tmp/wt/pdf-3.pdf", ve(&p, &fonts, &thong_tin(), "K", &[]).unwrap()).unwrap();
    chu_.clear();
}
