//! How letters look.

use super::lop::{Lop, cua_kieu};
use crate::word::doc_word::doan::bat;
use crate::word::doc_word::tep_word::TepWord;
use crate::writers::docx::xml::Element;

/// The look of a stretch of text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DangChu {
    /// The face of plain letters.
    pub phong: Option<String>,
    /// The face of letters beyond ASCII, among them those with Vietnamese marks.
    pub phong_dau: Option<String>,
    /// In half points; Word's own 20 where nothing says otherwise.
    pub co: i32,
    pub dam: bool,
    pub nghieng: bool,
    pub gach_chan: bool,
    pub gach_ngang: bool,
    /// Small letters are shown as capitals.
    pub hoa: bool,
    /// … as smaller capitals.
    pub hoa_nho: bool,
    /// `FF0000`; none for Word's own black.
    pub mau: Option<String>,
    /// What is behind the letters, as a marking pen leaves it: `yellow`, `FFFF00`; none for paper.
    pub nen: Option<String>,
    pub do_cao: DoCao,
}

/// Raised or lowered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DoCao {
    #[default]
    Thuong,
    Tren,
    Duoi,
}

/// The layers of a run: from each kind of style its chain, the farthest first.
struct LopChu<'a> {
    tat_ca: Vec<&'a Element>,
    mac_dinh: Option<&'a Element>,
    kieu: [Vec<&'a Element>; 3],
    rieng: Option<&'a Element>,
}

impl Lop for LopChu<'_> {
    fn lop(&self) -> &[&Element] {
        &self.tat_ca
    }
}

impl LopChu<'_> {
    /// A property that styles of several kinds switch to and fro (17.7.3): by hand it is what is said;
    /// what is on by default stays on; else the kinds of styles cancel each other.
    fn dao(&self, name: &str) -> bool {
        let of =
            |layers: &[&Element]| layers.iter().rev().find_map(|p| p.find(name)).is_some_and(bat);
        if let Some(own) = self.rieng.and_then(|p| p.find(name)) {
            return bat(own);
        }
        let base = self.mac_dinh.and_then(|p| p.find(name)).is_some_and(bat);
        base || self.kieu.iter().filter(|layers| of(layers)).count() % 2 == 1
    }
}

impl TepWord {
    /// The look of a run with these properties, in a paragraph and a table of these styles.
    pub(in crate::word::doc_word) fn dang_chu(
        &self,
        style: Option<&str>,
        table: Option<&str>,
        own: Option<&Element>,
    ) -> DangChu {
        let run = own.and_then(|p| p.val_of("w:rStyle")).or(self.kieu.chu_mac_dinh());
        let of = |id: Option<&str>| id.map(|id| cua_kieu(self, id, "w:rPr")).unwrap_or_default();
        let table = table.or(self.kieu.default_bang.as_deref());
        let paragraph = self.kieu.chuoi(style).next().map(|(id, _)| id);
        let kieu = [of(table), of(paragraph), of(run)];
        let mac_dinh = self.kieu.mac_dinh.rpr.as_ref();
        let tat_ca =
            mac_dinh.into_iter().chain(kieu.iter().flatten().copied()).chain(own).collect();
        let lop = LopChu { tat_ca, mac_dinh, kieu, rieng: own };
        DangChu {
            phong: self.phong(&lop, "w:asciiTheme", "w:ascii"),
            phong_dau: self.phong(&lop, "w:hAnsiTheme", "w:hAnsi"),
            co: lop.tra("w:sz", &["w:val"]).and_then(|v| v.parse().ok()).unwrap_or(20),
            dam: lop.dao("w:b"),
            nghieng: lop.dao("w:i"),
            gach_chan: lop.tra("w:u", &["w:val"]).is_some_and(|v| v != "none"),
            gach_ngang: lop.dao("w:strike"),
            hoa: lop.dao("w:caps"),
            hoa_nho: lop.dao("w:smallCaps"),
            mau: lop.tra("w:color", &["w:val"]).filter(|v| *v != "auto").map(str::to_owned),
            nen: nen(&lop),
            do_cao: match lop.tra("w:vertAlign", &["w:val"]) {
                Some("superscript") => DoCao::Tren,
                Some("subscript") => DoCao::Duoi,
                _ => DoCao::Thuong,
            },
        }
    }

    /// A face by its name, or by its place in the theme, which comes first within a layer.
    fn phong(&self, lop: &LopChu, theme: &str, name: &str) -> Option<String> {
        let fonts = lop.lop_gan_nhat("w:rFonts", &[theme, name])?;
        let themed = fonts.get(theme).and_then(|place| self.phong_chu_de(place));
        themed.or_else(|| fonts.get(name)).map(str::to_owned)
    }

    /// `minorHAnsi` → the face that the theme has for it.
    fn phong_chu_de(&self, place: &str) -> Option<&str> {
        let kind = if place.starts_with("major") { "a:majorFont" } else { "a:minorFont" };
        let script = match place {
            place if place.ends_with("EastAsia") => "a:ea",
            place if place.ends_with("Bidi") => "a:cs",
            _ => "a:latin",
        };
        let scheme = self.chu_de.as_ref()?.find("a:themeElements")?.find("a:fontScheme")?;
        scheme.find(kind)?.find(script)?.get("typeface").filter(|face| !face.is_empty())
    }
}

/// Word's marking pen, or else a shade that can be told from paper.
fn nen(lop: &LopChu) -> Option<String> {
    let pen = lop.tra("w:highlight", &["w:val"]).filter(|v| !matches!(*v, "none" | "white"));
    let shade = lop.tra("w:shd", &["w:fill"]).filter(|fill| {
        let value = u32::from_str_radix(fill, 16).ok().filter(|_| fill.len() == 6);
        value.is_some_and(|v| [v >> 16, v >> 8 & 0xff, v & 0xff].iter().any(|part| *part < GIAY))
    });
    pen.or(shade).map(str::to_owned)
}

/// Shades from here on are paper's own, in red, green and blue.
const GIAY: u32 = 0xf0;
