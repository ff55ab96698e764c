//! Face and colour of letters, wherever they stand (PL I, I.4).

use std::collections::BTreeSet;

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::nhin::Nhin;
use crate::diagnostic::Diagnostic;
use crate::word::doc_word::Khoi;
use crate::word::doc_word::dang::DangChu;
use crate::word::nhan_dang::VaiDong;

const I_4: &str = "Phụ lục I, phần I, mục I.4";
const PHONG: &str = "Times New Roman";
/// So dark a grey is black to the eye and to a printer.
const TOI: u32 = 0x30;

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let mut out = Vec::new();
    let stamps = dau_do(giay);
    // Behind the paper stands the stamp of a copy.
    let het = giay.bo_cuc.sau.end;
    for one in giay.doan.iter().filter(|one| one.so > 0) {
        let found = mot(one, stamps.contains(&one.so) || one.khoi >= het);
        let of_notes = chu_thich(giay, one).into_iter().flat_map(|note| {
            let found = mot(&note, false).into_iter();
            found.map(|(khoa, d)| {
                let message = format!("chú thích: {}", d.message);
                (khoa, Diagnostic { message, ..d })
            })
        });
        let all = found.into_iter().chain(of_notes);
        out.extend(all.map(|(khoa, d)| giay.o_nhieu_doan(one, khoa, d)));
    }
    out
}

/// Field and finding.
type Thay = (&'static str, Diagnostic);

fn mot(one: &MotDoan, co_mau: bool) -> Vec<Thay> {
    let nhin = Nhin::ca(one);
    // The first letter's of those that have what no letter may have.
    let la = |is: fn(&DangChu) -> Option<&str>| {
        let first = || nhin.chu_dau(|look| is(look).is_some()).and_then(is);
        nhin.co(|look| is(look).is_some()).then(|| first().unwrap_or("khác").to_owned())
    };
    let face = la(phong_la).map(|face| {
        let message = format!("phông chữ {face}, phải là {PHONG}");
        ("phong_chu", Diagnostic::error("word-face", message))
    });
    let colour = la(mau_la).filter(|_| !co_mau).map(|colour| {
        let message = format!("chữ màu {colour}, phải là màu đen");
        ("mau_chu", Diagnostic::error("word-color", message))
    });
    let shade = la(|look| look.nen.as_deref()).map(|shade| {
        let message = format!("chữ tô nền {shade}, phải là chữ đen, không tô nền");
        ("nen_chu", Diagnostic::error("word-color", message))
    });
    let found = [face, colour, shade].into_iter().flatten();
    found.map(|(field, fault)| (field, fault.clause(I_4))).collect()
}

/// The paragraphs of the footnotes of a paragraph, at its place.
fn chu_thich<'w>(giay: &Giay<'w>, one: &MotDoan<'w>) -> Vec<MotDoan<'w>> {
    let notes = one.doan.chu_thich.iter().flatten().flat_map(Khoi::cac_doan);
    let looks = notes.filter_map(|doan| Some((doan, giay.word.dang_chu_thich(doan)?)));
    let note = |(doan, dang)| MotDoan::cua_chu_thich(doan, dang, one);
    looks.map(note).collect()
}

/// A face that is not the decree's. Letters with Vietnamese marks may have another than plain ones.
fn phong_la(look: &DangChu) -> Option<&str> {
    let faces = [look.phong.as_deref(), look.phong_dau.as_deref()];
    faces.into_iter().flatten().map(str::trim).find(|face| !la_phong(face) && !face.is_empty())
}

/// The decree's face, also by the name of its bold or slanted cut (`Times New Roman Bold`), by its name for printers
/// (`TimesNewRomanPS-BoldMT`), or with others to fall back on behind it, as LibreOffice writes it.
fn la_phong(face: &str) -> bool {
    let first = face.split([';', ',']).next().unwrap_or(face);
    let letters: String = first.chars().filter(char::is_ascii_alphabetic).collect();
    let bare = letters.to_ascii_lowercase();
    let family: String = PHONG.chars().filter(char::is_ascii_alphabetic).collect();
    let cut = bare.strip_prefix(&family.to_ascii_lowercase());
    cut.is_some_and(|cut| CAT.contains(&cut))
}

/// Cuts of a face, as their names end.
const CAT: [&str; 9] = [
    "",
    "bold",
    "italic",
    "bolditalic",
    "psmt",
    "psboldmt",
    "psitalicmt",
    "psbolditalicmt",
    "regular",
];

/// A colour that nobody takes for black.
fn mau_la(look: &DangChu) -> Option<&str> {
    let colour = look.mau.as_deref()?;
    let value = u32::from_str_radix(colour, 16).ok().filter(|_| colour.len() == 6)?;
    let bright = [value >> 16, (value >> 8) & 0xff, value & 0xff].iter().any(|part| *part > TOI);
    bright.then_some(colour)
}

/// Stamps, which are red.
fn dau_do(giay: &Giay) -> BTreeSet<usize> {
    let stamps = [VaiDong::Khan, VaiDong::Mat, VaiDong::LuuHanh, VaiDong::DuThao];
    stamps.iter().flat_map(|vai| giay.vai(*vai)).map(|(_, own)| own.so).collect()
}

#[cfg(test)]
mod tests {
    use super::la_phong;

    #[test]
    fn a_face_is_known_by_the_names_of_its_cuts() {
        for face in [
            "Times New Roman",
            "times new roman",
            "Times New Roman Bold",
            "TimesNewRomanPSMT;Times New Roman",
            "TimesNewRomanPS-BoldMT",
        ] {
            assert!(la_phong(face), "{face}");
        }
        for face in
            ["VNI-Times", ".VnTime", "Times", "Arial;Times New Roman", "Times New Roman MT X"]
        {
            assert!(!la_phong(face), "{face}");
        }
    }
}
