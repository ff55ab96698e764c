//! Số bằng chữ: amounts in words by the usual rules (mốt, lăm, tư, linh or lẻ, nghìn or ngàn).

/// The office's words where the regions differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CachDoc {
    /// `linh` (North) or `lẻ` (South) before a single digit.
    pub le: bool,
    /// `nghìn` (North) or `ngàn` (South).
    pub ngan: bool,
}

impl CachDoc {
    /// linh, nghìn.
    pub const MIEN_BAC: Self = Self { le: false, ngan: false };
    /// lẻ, ngàn.
    pub const MIEN_NAM: Self = Self { le: true, ngan: true };
}

const CHU_SO: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

fn chu_so(so: u64) -> &'static str {
    usize::try_from(so).ok().and_then(|i| CHU_SO.get(i)).copied().unwrap_or("không")
}

/// `1250000` → `Một triệu hai trăm năm mươi nghìn`, the first letter upper.
pub fn doc_so(so: u64, cach: CachDoc) -> String {
    let tu = doc_ty(so, cach, false);
    let mut chu = tu.join(" ").chars().collect::<Vec<_>>();
    if let Some(dau) = chu.first_mut() {
        *dau = dau.to_uppercase().next().unwrap_or(*dau);
    }
    chu.into_iter().collect()
}

/// Above a billion the words start over: `một nghìn hai trăm tỷ`, `một triệu tỷ`.
fn doc_ty(so: u64, cach: CachDoc, co_truoc: bool) -> Vec<&'static str> {
    const TY: u64 = 1_000_000_000;
    if so == 0 {
        return if co_truoc { vec![] } else { vec!["không"] };
    }
    let (ty, le) = (so / TY, so % TY);
    let mut tu = Vec::new();
    if ty > 0 {
        tu = doc_ty(ty, cach, co_truoc);
        tu.push("tỷ");
    }
    let nghin = if cach.ngan { "ngàn" } else { "nghìn" };
    for (nhom, don_vi) in
        [(le / 1_000_000, Some("triệu")), (le / 1000 % 1000, Some(nghin)), (le % 1000, None)]
    {
        if nhom > 0 {
            doc_nhom(nhom, cach, co_truoc || !tu.is_empty(), &mut tu);
            tu.extend(don_vi);
        }
    }
    tu
}

/// Three digits. Inside a number, absent hundreds are said: `không trăm linh năm`.
fn doc_nhom(nhom: u64, cach: CachDoc, ben_trong: bool, tu: &mut Vec<&'static str>) {
    let (tram, chuc, don_vi) = (nhom / 100, nhom / 10 % 10, nhom % 10);
    if tram > 0 || ben_trong {
        tu.extend([chu_so(tram), "trăm"]);
    }
    match (chuc, don_vi) {
        (0, 0) => {}
        (0, _) if tram > 0 || ben_trong => {
            tu.extend([if cach.le { "lẻ" } else { "linh" }, chu_so(don_vi)]);
        }
        (0, _) => tu.push(chu_so(don_vi)),
        (1, _) => {
            tu.push("mười");
            match don_vi {
                0 => {}
                5 => tu.push("lăm"),
                _ => tu.push(chu_so(don_vi)),
            }
        }
        _ => {
            tu.extend([chu_so(chuc), "mươi"]);
            match don_vi {
                0 => {}
                1 => tu.push("mốt"),
                4 => tu.push("tư"),
                5 => tu.push("lăm"),
                _ => tu.push(chu_so(don_vi)),
            }
        }
    }
}

/// Reads such words back; the inverse of [`doc_so`] for both regions, for checks. None if they are not
/// a number.
pub fn hieu_so(chu: &str) -> Option<u64> {
    let mut tong: u64 = 0; // whole billions met so far
    let mut phan: u64 = 0; // below a billion
    let mut nhom: u64 = 0;
    let mut cho: Option<u64> = None;
    for tu in chu.to_lowercase().split_whitespace() {
        match tu {
            "trăm" => nhom = nhom.checked_add(cho.take()?.checked_mul(100)?)?,
            "mươi" => nhom = nhom.checked_add(cho.take()?.checked_mul(10)?)?,
            "mười" => nhom = nhom.checked_add(10)?,
            "linh" | "lẻ" => {}
            "nghìn" | "ngàn" | "triệu" => {
                let bac = if tu == "triệu" { 1_000_000 } else { 1000 };
                nhom = nhom.checked_add(cho.take().unwrap_or(0))?;
                phan = phan.checked_add(nhom.checked_mul(bac)?)?;
                nhom = 0;
            }
            "tỷ" => {
                phan = phan.checked_add(nhom)?.checked_add(cho.take().unwrap_or(0))?;
                tong = tong.checked_add(phan)?.checked_mul(1_000_000_000)?;
                (phan, nhom) = (0, 0);
            }
            "mốt" => cho = Some(1),
            "tư" => cho = Some(4),
            "lăm" => cho = Some(5),
            _ => cho = Some(CHU_SO.iter().position(|c| *c == tu)? as u64),
        }
    }
    tong.checked_add(phan)?.checked_add(nhom)?.checked_add(cho.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vectors() {
        for (so, chu) in [
            (0, "Không"),
            (10, "Mười"),
            (11, "Mười một"),
            (14, "Mười bốn"),
            (15, "Mười lăm"),
            (21, "Hai mươi mốt"),
            (24, "Hai mươi tư"),
            (101, "Một trăm linh một"),
            (105, "Một trăm linh năm"),
            (1000, "Một nghìn"),
            (1001, "Một nghìn không trăm linh một"),
            (10_005, "Mười nghìn không trăm linh năm"),
            (21_000, "Hai mươi mốt nghìn"),
            (105_000, "Một trăm linh năm nghìn"),
            (115_015, "Một trăm mười lăm nghìn không trăm mười lăm"),
            (1_000_000, "Một triệu"),
            (1_005_000, "Một triệu không trăm linh năm nghìn"),
            (24_554_021, "Hai mươi tư triệu năm trăm năm mươi tư nghìn không trăm hai mươi mốt"),
            (1_000_000_015, "Một tỷ không trăm mười lăm"),
            (
                1_234_567_891,
                "Một tỷ hai trăm ba mươi tư triệu năm trăm sáu mươi bảy nghìn tám trăm chín mươi mốt",
            ),
            (2_000_000_000_000, "Hai nghìn tỷ"),
            (1_000_000_000_000_000, "Một triệu tỷ"),
        ] {
            assert_eq!(doc_so(so, CachDoc::MIEN_BAC), chu);
        }
        assert_eq!(doc_so(1_001, CachDoc::MIEN_NAM), "Một ngàn không trăm lẻ một");
    }

    #[test]
    fn words_and_number_agree_both_ways() {
        let mut so: u64 = 7;
        for i in 0..20_000 {
            so = so.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let tien = (so >> 3) % 10_u64.pow(1 + i % 15);
            for cach in [CachDoc::MIEN_BAC, CachDoc::MIEN_NAM] {
                let chu = doc_so(tien, cach);
                assert_eq!(hieu_so(&chu), Some(tien), "{chu}");
            }
        }
    }

    #[test]
    fn what_is_no_number_is_not_read() {
        assert_eq!(hieu_so("hai con vịt"), None);
    }
}
