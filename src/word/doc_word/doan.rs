//! The text of a paragraph, piece by piece.

use crate::writers::docx::xml::{Element, el};

use super::biet::{chu_lac, chu_tho, khong_hien, moc_trong, run_khong_hien};
use super::chua_doc::VatLa;
use super::hinh::{self, Hinh};
use super::tep_word::MOC_CHU_THICH;
use super::truong::{Truong, o_bieu_mau, thay_the, tu_doi};
use super::{cong_thuc, ky_hieu, nhanh};

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Manh {
    /// What it shows: text, a line break, nothing.
    pub chu: String,
    pub than: Than,
    /// The look of its run.
    pub rpr: Option<Element>,
}

/// What a piece is in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Than {
    /// Something that stands in a run: `w:t`, `w:br`, a note's mark …
    Run(Element),
    /// Elements between runs that can't be taken apart: an equation, a form box, what nobody knows.
    Nguyen(Vec<Element>),
}

impl Manh {
    /// The name of what stands in the run; nothing for what is whole.
    pub fn ten(&self) -> &str {
        match &self.than {
            Than::Run(part) => &part.name,
            Than::Nguyen(_) => "",
        }
    }

    /// Whether it shows letters that can't be taken apart.
    pub fn lien_khoi(&self) -> bool {
        !self.chu.is_empty() && self.ten() != "w:t"
    }
}

/// The places of such pieces in the text that all pieces show, in bytes.
pub(crate) fn lien_khoi(pieces: &[Manh]) -> Vec<std::ops::Range<usize>> {
    let mut at = 0_usize;
    let mut out = Vec::new();
    for piece in pieces {
        let end = at.saturating_add(piece.chu.len());
        if piece.lien_khoi() {
            out.push(at..end);
        }
        at = end;
    }
    out
}

/// What the pieces of one paragraph hold together, each piece and each property of its run; ten thousand single words
/// with looks of their own have two thirds of it.
const MANH: usize = 150_000;
/// Alternatives inside each other, each of which is kept whole.
const NHANH: usize = 4;

/// A paragraph, read.
#[derive(Debug, Default)]
pub(super) struct DocDoan {
    /// It has more pieces than any paragraph, and the rest was not read.
    pub qua_nhieu: bool,
    pub manh: Vec<Manh>,
    pub la: Vec<VatLa>,
    pub hinh: Vec<Hinh>,
}

/// How a paragraph is read.
#[derive(Clone, Copy)]
pub(super) struct Cach<'a> {
    /// Whether a run with these properties is hidden.
    pub an: &'a dyn Fn(Option<&Element>) -> bool,
    /// It stands on every page, so that the number of the page is no text of it.
    pub moi_trang: bool,
    /// How many alternatives it stands in.
    pub nhanh: usize,
}

/// The pieces of a paragraph in order. Together they show its text.
pub(super) fn doc(paragraph: &Element, cach: Cach) -> DocDoan {
    let out = DocDoan::default();
    let mut reader = DocManh { cach, out, field: vec![], gom: None, ma: String::new(), dem: 0 };
    reader.children(paragraph);
    reader.xong()
}

struct DocManh<'a> {
    cach: Cach<'a>,
    out: DocDoan,
    /// The fields that are open.
    field: Vec<Truong>,
    /// The form box that is open.
    gom: Option<Gom>,
    /// Letters in the code of a field.
    ma: String,
    /// How much the pieces hold.
    dem: usize,
}

/// Parts of a run in which nothing stands.
const KHONG_RUOT: &[&str] = &[
    "w:tab",
    "w:ptab",
    "w:br",
    "w:cr",
    "w:noBreakHyphen",
    "w:softHyphen",
    "w:footnoteReference",
    "w:endnoteReference",
    "w:sym",
    "w16se:symEx",
    "w:commentReference",
];

/// A form box: its runs, and what it shows.
struct Gom {
    chu: String,
    runs: Vec<Element>,
    depth: usize,
}

impl DocManh<'_> {
    fn children(&mut self, parent: &Element) {
        self.out.la.extend(chu_lac(parent).map(VatLa::ChuLacCho));
        for child in parent.elements() {
            if self.day(0) {
                return;
            }
            match child.name.as_str() {
                "w:r" => self.run(child),
                "w:fldSimple" => self.truong_don(child),
                // Whatever else holds runs: links, content controls, directions of writing.
                "w:hyperlink" | "w:sdtContent" | "w:dir" | "w:bdo" => self.children(child),
                "w:sdt" => {
                    self.out.la.extend(o_du_lieu(child));
                    self.children(child);
                }
                "m:oMath" | "m:oMathPara" => self.nguyen(cong_thuc::chu(child), child),
                "mc:AlternateContent" => self.nhieu_nhanh(child),
                // It breaks the file for Word; others show it.
                "w:t" | "w:tab" | "w:br" | "w:cr" | "w:sym" | "w:noBreakHyphen" => {
                    let wrapped = el("w:r").child(child.clone());
                    self.run(&wrapped);
                }
                "w:pPr" => {}
                _ if khong_hien(child) => self.nguyen(String::new(), child),
                name => {
                    self.out.la.push(vat_la(name, child));
                    self.nguyen(String::new(), child);
                }
            }
        }
    }

    /// One more piece that holds so much; whether that is more than is read.
    fn day(&mut self, nang: usize) -> bool {
        self.dem = self.dem.saturating_add(nang).saturating_add(1);
        self.out.qua_nhieu |= self.dem > MANH;
        self.out.qua_nhieu
    }

    fn nguyen(&mut self, chu: String, element: &Element) {
        // Properties belong to what they stood in, which is not written again.
        let settled = ["w:ins", "w:del", "w:moveFrom", "w:moveTo"];
        if element.name.ends_with("Pr") || settled.contains(&element.name.as_str()) {
            return;
        }
        let chu = if self.in_ra() { chu } else { String::new() };
        self.out.manh.push(Manh { chu, than: Than::Nguyen(vec![element.clone()]), rpr: None });
    }

    fn nhieu_nhanh(&mut self, element: &Element) {
        let branch = nhanh::chon(element);
        self.out.la.extend(branch.la);
        let Some((_, branch)) = branch.chon else { return self.nguyen(String::new(), element) };
        if self.cach.nhanh >= NHANH {
            self.out.la.push(VatLa::Khac(element.name.clone(), chu_tho(element)));
            return self.nguyen(String::new(), element);
        }
        let nhanh = self.cach.nhanh.saturating_add(1);
        let inner = doc(branch, Cach { nhanh, ..self.cach });
        self.out.qua_nhieu |= inner.qua_nhieu;
        self.out.la.extend(inner.la);
        self.out.hinh.extend(inner.hinh);
        self.nguyen(inner.manh.into_iter().map(|piece| piece.chu).collect(), element);
    }

    /// A field in one element, whose result is all in it.
    fn truong_don(&mut self, field: &Element) {
        let ma = field.get("w:instr").unwrap_or_default();
        if let Some(text) = thay_the(ma).filter(|_| self.cach.moi_trang) {
            return self.nguyen(text.to_owned(), field);
        }
        self.out.la.extend(tu_doi(ma));
        let before = self.out.manh.len();
        self.children(field);
        if self.out.manh.len() == before {
            self.out.la.push(VatLa::TruongKhongKetQua(ma.trim().to_owned()));
        }
    }

    fn run(&mut self, run: &Element) {
        self.out.la.extend(chu_lac(run).map(VatLa::ChuLacCho));
        let rpr = run.find("w:rPr");
        let nang = rpr.map_or(0, dem);
        let hidden = (self.cach.an)(rpr);
        let mut chu_an = String::new();
        for part in run.elements().filter(|e| e.name != "w:rPr") {
            if self.day(nang) {
                return;
            }
            if part.name == "w:r" {
                self.run(part);
                continue;
            }
            let before = self.in_ra();
            let so_trang = self.theo_truong(part);
            let mut chu = self.chu_cua(part);
            if hidden {
                chu_an.push_str(&std::mem::take(&mut chu));
            } else if !(before && self.in_ra()) {
                self.ma.push_str(&std::mem::take(&mut chu));
            }
            if let Some(text) = so_trang.filter(|_| !hidden) {
                text.clone_into(&mut chu);
            }
            if !self.vao_o(part, rpr, hidden) {
                let than = Than::Run(part.clone());
                self.out.manh.push(Manh { chu, than, rpr: rpr.cloned() });
            }
        }
        if !chu_an.trim().is_empty() {
            self.out.la.push(VatLa::ChuAn(chu_an));
        }
    }

    /// Whether what comes now is printed: not the code of a field, nor a result that is put otherwise.
    fn in_ra(&self) -> bool {
        self.field.iter().all(|field| field.ket_qua && field.thay.is_none())
    }

    /// Follows the fields; answers with what stands for a result that is not the file's to say.
    fn theo_truong(&mut self, part: &Element) -> Option<&'static str> {
        match (part.name.as_str(), part.get("w:fldCharType")) {
            ("w:fldChar", Some("begin")) => self.field.push(Truong::default()),
            ("w:fldChar", Some("separate")) => {
                let moi_trang = self.cach.moi_trang;
                let field = self.field.last_mut()?;
                field.vao_ket_qua(moi_trang);
                return field.thay;
            }
            ("w:fldChar", Some("end")) => return self.het_truong(),
            ("w:instrText", _) => {
                let field = self.field.last_mut()?;
                field.ma.push_str(&part.own_text());
            }
            _ => {}
        }
        None
    }

    fn het_truong(&mut self) -> Option<&'static str> {
        let done = self.field.pop()?;
        if self.field.is_empty() {
            self.ma.clear();
        }
        if !done.ket_qua && self.cach.moi_trang && thay_the(&done.ma).is_some() {
            return thay_the(&done.ma);
        }
        let told = done.xong().filter(|_| self.gom.is_none() && self.in_ra());
        self.out.la.extend(told);
        None
    }

    /// Whether `part` went into a form box, which is one piece from begin to end.
    fn vao_o(&mut self, part: &Element, rpr: Option<&Element>, hidden: bool) -> bool {
        let kind = part.get("w:fldCharType").filter(|_| part.name == "w:fldChar");
        if self.gom.is_none()
            && kind == Some("begin")
            && let Some(chu) = o_bieu_mau(part)
        {
            let (chu, chu_an) = if hidden { (String::new(), chu) } else { (chu, String::new()) };
            self.out.la.extend((!chu_an.is_empty()).then_some(VatLa::ChuAn(chu_an)));
            self.gom = Some(Gom { chu, runs: Vec::new(), depth: 0 });
        }
        let Some(gom) = &mut self.gom else { return false };
        let text = part.own_text();
        if part.name == "w:t" && !text.trim().is_empty() {
            self.out.la.push(VatLa::ChuLacCho(text));
        }
        gom.runs.push(el("w:r").children(rpr.cloned()).child(part.clone()));
        match kind {
            Some("begin") => gom.depth = gom.depth.saturating_add(1),
            Some("end") => gom.depth = gom.depth.saturating_sub(1),
            _ => {}
        }
        if gom.depth == 0 {
            self.dong_o();
        }
        true
    }

    fn dong_o(&mut self) {
        let Some(gom) = self.gom.take() else { return };
        self.ma.clear();
        self.out.manh.push(Manh { chu: gom.chu, than: Than::Nguyen(gom.runs), rpr: None });
    }

    /// What a part of a run shows.
    fn chu_cua(&mut self, part: &Element) -> String {
        if KHONG_RUOT.contains(&part.name.as_str()) && !part.children.is_empty() {
            self.out.la.push(VatLa::Khac(part.name.clone(), chu_tho(part)));
        }
        match part.name.as_str() {
            "w:t" => {
                for odd in part.elements() {
                    self.out.la.push(VatLa::Khac(odd.name.clone(), chu_tho(odd)));
                }
                van_ban(part)
            }
            "w:tab" | "w:ptab" => "\t".to_owned(),
            "w:br" | "w:cr" => "\n".to_owned(),
            "w:noBreakHyphen" => "\u{2011}".to_owned(),
            "w:softHyphen" => "\u{AD}".to_owned(),
            "w:footnoteReference" | "w:endnoteReference" => MOC_CHU_THICH.to_string(),
            "w:sym" => ky_hieu::chu(part.get("w:font"), part.get("w:char")).to_string(),
            "w16se:symEx" => {
                ky_hieu::chu(part.get("w16se:font"), part.get("w16se:char")).to_string()
            }
            "m:oMath" | "m:oMathPara" => cong_thuc::chu(part),
            // By its number here; who said it, and what, stands in another part.
            "w:commentReference" => {
                let id = part.get("w:id").unwrap_or_default();
                self.out.la.push(VatLa::NhanXet(id.to_owned(), String::new()));
                String::new()
            }
            "w:ruby" => self.chu_kem(part),
            "w:drawing" | "w:pict" | "w:object" => {
                hinh::doc(part, &mut self.out.la, &mut self.out.hinh);
                String::new()
            }
            "mc:AlternateContent" => {
                let branch = nhanh::chon(part);
                self.out.la.extend(branch.la);
                let branch = branch.chon.map(|(_, branch)| branch);
                let parts = branch.into_iter().flat_map(Element::elements);
                parts.map(|part| self.chu_cua(part)).collect()
            }
            "w:r" => part.elements().map(|part| self.chu_cua(part)).collect(),
            _ if run_khong_hien(part) => String::new(),
            name => {
                self.out.la.push(vat_la(name, part));
                String::new()
            }
        }
    }

    /// Letters with others over them: `漢(hàn)`.
    fn chu_kem(&mut self, ruby: &Element) -> String {
        let mut side = |name: &str| -> String {
            let runs = ruby.find(name).into_iter().flat_map(Element::elements);
            runs.filter(|e| e.name == "w:r")
                .flat_map(Element::elements)
                .map(|part| self.chu_cua(part))
                .collect()
        };
        let (base, over) = (side("w:rubyBase"), side("w:rt"));
        if over.is_empty() { base } else { format!("{base}({over})") }
    }

    fn xong(mut self) -> DocDoan {
        self.dong_o();
        let open = self.field.iter().any(|field| !field.ket_qua);
        if open && !self.ma.trim().is_empty() {
            self.out.la.push(VatLa::TruongHo(self.ma));
        }
        self.out
    }
}

/// How many elements an element has in it.
fn dem(element: &Element) -> usize {
    element.elements().map(|child| dem(child).saturating_add(1)).sum()
}

/// A content control whose text Word takes from elsewhere in the file when it opens it.
fn o_du_lieu(sdt: &Element) -> Option<VatLa> {
    let properties = sdt.find("w:sdtPr")?;
    let bound = ["w:dataBinding", "w15:dataBinding"].iter().any(|n| properties.find(n).is_some());
    bound.then_some(VatLa::ODuLieu)
}

fn vat_la(name: &str, element: &Element) -> VatLa {
    let rong = moc_trong(element);
    match name {
        "w:altChunk" if rong => VatLa::TepLong,
        "w:subDoc" if rong => VatLa::TaiLieuCon,
        _ => VatLa::Khac(name.to_owned(), chu_tho(element)),
    }
}

/// Such an element between blocks.
pub(super) fn khoi_la(element: &Element) -> VatLa {
    vat_la(&element.name, element)
}

/// The data that a content control around blocks is bound to.
pub(super) fn khoi_du_lieu(sdt: &Element) -> Option<VatLa> {
    o_du_lieu(sdt)
}

/// Whether a property that stands there is on.
pub(crate) fn bat(property: &Element) -> bool {
    let off =
        |value: &str| ["0", "false", "off"].iter().any(|o| value.trim().eq_ignore_ascii_case(o));
    !property.get("w:val").is_some_and(off)
}

fn van_ban(part: &Element) -> String {
    let text = part.own_text().replace(MOC_CHU_THICH, "");
    match part.get("xml:space") {
        Some("preserve") => text,
        _ => text.trim_matches([' ', '\t', '\n', '\r']).to_owned(),
    }
}

/// `w:t` with this text.
pub(crate) fn chu_moi(name: &str, text: &str) -> Element {
    el(name).attr("xml:space", "preserve").text(text)
}
