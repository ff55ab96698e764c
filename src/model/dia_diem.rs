//! Địa điểm: where a trip goes, kept as written and understood as provinces.

use serde::Serialize;

use super::{DiaBan, Fault, Loi};

/// `Các tỉnh Bạc Liêu, Cà Mau, TP. Phú Quốc (Kiên Giang).`
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiaDiem {
    nguyen_van: Loi,
    dia_ban: Vec<DiaBan>,
}

/// There are 63 provinces by the old names.
const NHIEU_NHAT: usize = 63;

/// Units below the province; a name after one of these needs its province beside it.
const CAP_DUOI: &[&str] = &[
    "huyện ",
    "quận ",
    "thị xã ",
    "thị trấn ",
    "xã ",
    "phường ",
    "đặc khu ",
    "thành phố ",
    "tp. ",
    "tp.",
    "tp ",
];

impl DiaDiem {
    /// Reads a list of places; every fault names the words that it is about.
    pub fn parse(text: impl Into<Loi>) -> Result<Self, Vec<Fault>> {
        let nguyen_van = text.into().map(|text| text.trim().to_owned());
        let mut dia_ban = Vec::new();
        let mut faults = Vec::new();
        // Units below the province that wait for the province that follows them.
        let mut waiting: Vec<Fault> = Vec::new();
        let pieces = cac_phan(&nguyen_van);
        if pieces.len() > NHIEU_NHAT {
            let message = format!("địa điểm nêu quá {NHIEU_NHAT} nơi");
            return Err(vec![Fault::new("too-long", message).hint("tách thành nhiều đợt")]);
        }
        for piece in pieces {
            match mot_phan(piece) {
                Ok(found) => {
                    waiting.clear();
                    let new: Vec<_> = found.into_iter().filter(|d| !dia_ban.contains(d)).collect();
                    dia_ban.extend(new);
                }
                Err(fault) if la_cap_duoi(piece) => waiting.push(fault),
                Err(fault) => faults.push(fault),
            }
        }
        faults.extend(waiting);
        if dia_ban.is_empty() && faults.is_empty() {
            faults.push(Fault::new("unknown-province", "địa điểm chưa nêu tỉnh, thành phố nào"));
        }
        if faults.is_empty() { Ok(Self { nguyen_van, dia_ban }) } else { Err(faults) }
    }

    pub fn nguyen_van(&self) -> &Loi {
        &self.nguyen_van
    }

    /// The provinces, each once, in the order of the text.
    pub fn dia_ban(&self) -> &[DiaBan] {
        &self.dia_ban
    }
}

/// The pieces between commas and `và`; a comma inside parentheses does not part.
fn cac_phan(text: &str) -> Vec<&str> {
    let mut depth = 0usize;
    let top_level = text.split(move |c| {
        match c {
            '(' => depth = depth.saturating_add(1),
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';')
    });
    top_level
        .flat_map(|piece| piece.split(" và "))
        .map(|piece| piece.trim().trim_end_matches('.').trim())
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// The provinces of one piece: those in its parentheses, or the name itself.
fn mot_phan(piece: &str) -> Result<Vec<DiaBan>, Fault> {
    if let Some((_, inner)) = piece.split_once('(') {
        let inner = inner.split(')').next().unwrap_or(inner);
        return inner.split([',', ';']).map(|name| DiaBan::parse(ten_rieng(name))).collect();
    }
    let name = ten_rieng(piece);
    if name.is_empty() {
        return Ok(Vec::new());
    }
    DiaBan::parse(name).map(|found| vec![found]).map_err(|fault| cach_viet(piece, fault))
}

/// A place that names its province at the end is told the form that is understood.
fn cach_viet(piece: &str, fault: Fault) -> Fault {
    match DiaBan::o_cuoi(piece) {
        Some((before, province)) => {
            let place = before.trim_end_matches([' ', '-', '–', '—', ',']);
            fault.hint(format!("viết: “{place} ({})”", province.ten()))
        }
        None => fault,
    }
}

/// The name without what leads up to it: `tại các tỉnh …`, `Trụ sở UBND tỉnh …`.
fn ten_rieng(piece: &str) -> &str {
    let mut name = piece.trim();
    for lead in ["Tại ", "tại ", "Và ", "và ", "Ở ", "ở ", "Các ", "các ", "Một số ", "một số "]
    {
        name = name.strip_prefix(lead).unwrap_or(name).trim_start();
    }
    if ["tỉnh", "thành phố"].contains(&name.to_lowercase().as_str()) {
        return "";
    }
    match name.rsplit_once(" tỉnh ") {
        Some((_, after)) if DiaBan::tim(name).is_none() => after,
        _ => name,
    }
}

fn la_cap_duoi(piece: &str) -> bool {
    let folded = ten_rieng(piece).to_lowercase();
    CAP_DUOI.iter().any(|unit| folded.starts_with(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&'static str> {
        DiaDiem::parse(text).unwrap().dia_ban().iter().map(|d| d.ten()).collect()
    }

    #[test]
    fn places_of_the_plan() {
        assert_eq!(
            names("Các tỉnh Đắk Lắk, Lâm Đồng, Thành phố Hồ Chí Minh."),
            ["Đắk Lắk", "Lâm Đồng", "Hồ Chí Minh"]
        );
        assert_eq!(
            names("Các tỉnh Bạc Liêu, Cà Mau, TP. Phú Quốc (Kiên Giang)."),
            ["Bạc Liêu", "Cà Mau", "Kiên Giang"]
        );
    }

    #[test]
    fn other_ways_to_say_it() {
        assert_eq!(names("Tỉnh Bà Rịa - Vũng Tàu"), ["Bà Rịa - Vũng Tàu"]);
        assert_eq!(
            names("TP.HCM và các tỉnh Bình Dương, Đồng Nai"),
            ["Hồ Chí Minh", "Bình Dương", "Đồng Nai"]
        );
        assert_eq!(names("thành phố Đà Lạt, tỉnh Lâm Đồng"), ["Lâm Đồng"]);
        assert_eq!(
            names("Các tỉnh, thành phố: Huế; Đà Nẵng".replace(':', ",").as_str()),
            ["Huế", "Đà Nẵng"]
        );
        assert_eq!(names("Trụ sở UBND tỉnh Lâm Đồng"), ["Lâm Đồng"]);
    }

    #[test]
    fn unknown_places_are_all_named() {
        let faults = DiaDiem::parse("Các tỉnh Đắk Lac, Lâm Đồng, Tiền Giag").unwrap_err();
        let words: Vec<_> = faults.iter().map(|f| f.words.as_str()).collect();
        assert_eq!(words, ["tỉnh Đắk Lac", "Tiền Giag"]);
        assert!(DiaDiem::parse("TP. Phú Quốc").is_err());
        let hint = |text| DiaDiem::parse(text).unwrap_err().remove(0).hint.unwrap();
        assert_eq!(hint("TP. Đà Lạt - Lâm Đồng"), "viết: “TP. Đà Lạt (Lâm Đồng)”");
        assert_eq!(hint("Hội trường Tỉnh ủy Đắk Lắk"), "viết: “Hội trường Tỉnh ủy (Đắk Lắk)”");
        assert!(DiaDiem::parse("").is_err());
        assert!(DiaDiem::parse("((((,").is_err());
    }
}
