use super::*;
use crate::layout::trang::{DoanChu, Hinh};

fn nhan<'a>(ten: &'a str, dia_chi: Option<&'a str>) -> Nhan<'a> {
    let (nguoi_gui, so_ky_hieu) = ("UBND tỉnh Đồng Tháp".to_owned(), "12/KH-UBND".to_owned());
    Nhan { nguoi_gui, so_ky_hieu, ten, dia_chi }
}

/// The runs of each label of a sheet, from the first label on.
fn cac_o(trang: &Trang) -> Vec<Vec<&DoanChu>> {
    let mut out: Vec<(Option<La>, Vec<&DoanChu>)> = Vec::new();
    for ve in &trang.ve {
        let Hinh::Chu(chu) = &ve.hinh else { panic!("{ve:?}") };
        match out.last_mut() {
            Some((la, o)) if *la == ve.la => o.push(chu),
            _ => out.push((ve.la, vec![chu])),
        }
    }
    out.into_iter().map(|(_, o)| o).collect()
}

/// The largest type of a label.
fn co(o: &[&DoanChu]) -> f64 {
    o.iter().map(|chu| chu.co).fold(0.0, f64::max)
}

/// Demands that the runs stand inside label `so` of its sheet.
fn trong_nhan(o: &[&DoanChu], so: usize, fonts: &Fonts) {
    let trai = LE.trai + if so.is_multiple_of(2) { 0.0 } else { RONG + CACH_COT };
    let tren = LE.tren + CAO * (so / 2) as f64;
    for chu in o {
        let rong: f64 = chu.chu.trim_end().chars().map(|c| fonts.advance(c, chu.kieu)).sum();
        let phai = chu.x + rong * chu.co;
        assert!(chu.x > trai && phai < trai + RONG, "nhãn {so}: {chu:?}");
        assert!(chu.chan - chu.co > tren && chu.chan + chu.co / 4.0 < tren + CAO, "{so}: {chu:?}");
    }
}

#[test]
fn every_text_keeps_inside_its_label_in_the_largest_type_that_does() {
    let fonts = Fonts::bundled().unwrap();
    let dai = "khóm Mỹ Phú, Phường 3, thành phố Cao Lãnh, tỉnh Đồng Tháp; ".repeat(4);
    let rat_dai = dai.repeat(3);
    let tu = "Đường".repeat(30);
    let cac = [
        nhan("UBND xã Tân Hội Trung", None),
        nhan("UBND xã Tân Hội Trung", Some(&dai)),
        nhan("UBND xã Tân Hội Trung", Some(&rat_dai)),
        nhan("UBND xã Tân Hội Trung", Some(&tu)),
        nhan(&tu, Some("Đường 30 Tháng 4")),
    ];
    let pages = cac_to(&cac, &fonts);
    let o = cac_o(&pages.trang[0]);
    assert_eq!(o.len(), cac.len());
    for (so, o) in o.iter().enumerate() {
        trong_nhan(o, so, &fonts);
    }
    let sizes: Vec<f64> = o.iter().map(|o| co(o)).collect();
    assert!(sizes[0] == 12.0 && sizes[1] < 12.0 && sizes[2] < sizes[1], "{sizes:?}");
    for (so, co) in sizes.iter().enumerate().filter(|(_, co)| **co < 12.0) {
        let la = La(0);
        let larger = cot_chu(cac[so].chu(co + 1.0, la), RONG - 2.0 * DEM_NGANG, &fonts);
        assert!(larger.cao > CAO - 2.0 * DEM_DOC, "nhãn {so}");
    }
    let letters = |o: &[&DoanChu]| o.iter().map(|c| c.chu.trim_end()).collect::<String>();
    assert!(letters(&o[3]).ends_with(&tu), "{}", letters(&o[3]));
}

#[test]
fn a_label_stands_in_the_middle_of_its_height() {
    let fonts = Fonts::bundled().unwrap();
    let pages = cac_to(&[nhan("UBND xã Tân Hội", None)], &fonts);
    let o = &cac_o(&pages.trang[0])[0];
    let (first, last) = (o.first().unwrap(), o.last().unwrap());
    // Capitals are two thirds of the size high.
    let (tren, duoi) = (first.chan - first.co * 0.66 - LE.tren, LE.tren + CAO - last.chan);
    assert!((tren - duoi).abs() < 1.5, "{tren} {duoi}");
}

#[test]
fn sheets_hold_fourteen_labels_and_each_is_a_paragraph() {
    let fonts = Fonts::bundled().unwrap();
    let names: Vec<String> = (1..=30).map(|i| format!("UBND xã thứ {i}")).collect();
    let cac: Vec<Nhan> = names.iter().map(|ten| nhan(ten, Some("Đường 30 Tháng 4"))).collect();
    let pages = cac_to(&cac, &fonts);
    let so: Vec<usize> = pages.trang.iter().map(|trang| cac_o(trang).len()).collect();
    assert_eq!(so, [14, 14, 2]);
    for trang in &pages.trang {
        cac_o(trang).iter().enumerate().for_each(|(so, o)| trong_nhan(o, so, &fonts));
    }
    let doan = pages.cau_truc.nut.iter().filter(|nut| nut.vai == Vai::Doan);
    assert_eq!(doan.filter(|nut| nut.con.len() == 1).count(), 30);
}
