//! Dòng chữ ký: Word's own signature lines where the PDF has its signature fields: the signer's between post
//! and name (ô số 7c), the agency's over the left third of it (ô số 8).
//!
//! To Word a signature line is a picture that knows its signer; no newer way to write one exists than VML.
//! The picture is one clear pixel and stands beside the text, so nothing moves and nothing is printed until
//! someone signs.

use sha2::{Digest, Sha256};

use crate::compose::document::Document;
use crate::compose::goc::Dong;
use crate::model::the_thuc::{PT_MOI_MM, TheThuc};
use crate::writers::docx::style_id::{CHUC_VU, HO_TEN, QUYEN_HAN_CHUC_VU};
use crate::writers::docx::xml::{Element, Node, el};

/// The relationship of the clear picture.
pub(crate) const QUAN_HE: &str = "rIdOTrong";

const VML: &str = "urn:schemas-microsoft-com:vml";
const OFFICE: &str = "urn:schemas-microsoft-com:office:office";
/// Word's own signing, by no other provider.
const CUA_WORD: &str = "{00000000-0000-0000-0000-000000000000}";
/// How high a line of the face is, of its size.
const DONG: f64 = 1.15;

/// A signature line: what for, and where it stands from the top left of the last post's line, in pt.
struct DongKy<'a> {
    nguoi: &'a str,
    chuc_vu: &'a str,
    trai: f64,
    tren: f64,
    rong: f64,
    cao: f64,
}

/// Puts two lines at every signer of `document`, his own and the seal's where it belongs to him; `root` is its main
/// part.
pub(super) fn dat(root: &mut Element, document: &Document) {
    let anchors = duong_toi(root, &mut Vec::new());
    let foot = &document.cuoi_trang;
    let side_by_side = foot.nguoi_ky.len().min(document.the_thuc.trinh_bay.ky_moi_hang);
    let mut so = 0_usize;
    for (path, signer) in anchors.iter().zip(foot.cac_nguoi_ky()) {
        let Some(paragraph) = tai(root, path) else { continue };
        let chuc_vu = signer.quyen_han_chuc_vu.last().map_or("", Dong::as_str);
        let lines = hai_dong(&document.the_thuc, side_by_side, &signer.ho_ten, chuc_vu, document);
        let many = if foot.dong_dau(signer) { lines.len() } else { 1 };
        for line in lines.into_iter().take(many) {
            so = so.saturating_add(1);
            paragraph.children.push(Node::Element(line.hinh(so, &ma(document, so))));
        }
    }
    if so > 0 {
        let names = [("xmlns:v", VML), ("xmlns:o", OFFICE)];
        root.attributes.extend(names.map(|(name, uri)| (name.to_owned(), uri.to_owned())));
    }
}

/// The paths of the paragraphs with a signer's own post: those that his name follows.
fn duong_toi(element: &Element, path: &mut Vec<usize>) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    let mut post: Option<usize> = None;
    for (i, node) in element.children.iter().enumerate() {
        let Node::Element(child) = node else { continue };
        match kieu(child) {
            Some(QUYEN_HAN_CHUC_VU | CHUC_VU) => post = Some(i),
            Some(HO_TEN) => all.extend(post.take().map(|at| [path.as_slice(), &[at]].concat())),
            _ => {
                path.push(i);
                all.extend(duong_toi(child, path));
                path.pop();
            }
        }
    }
    all
}

/// The style of a paragraph.
pub(super) fn kieu(element: &Element) -> Option<&str> {
    let properties = element.find("w:pPr").filter(|_| element.name == "w:p")?;
    properties.find("w:pStyle")?.get("w:val")
}

fn tai<'e>(root: &'e mut Element, path: &[usize]) -> Option<&'e mut Element> {
    path.iter().try_fold(root, |element, at| match element.children.get_mut(*at)? {
        Node::Element(child) => Some(child),
        Node::Text(_) => None,
    })
}

/// The signer's line and the agency's, as the layout places them (`layout/luong/cuoi_trang.rs`).
fn hai_dong<'a>(
    t: &TheThuc,
    signers: usize,
    ho_ten: &'a str,
    chuc_vu: &'a str,
    document: &'a Document,
) -> [DongKy<'a>; 2] {
    let column = match signers {
        0 | 1 => t.cuoi_trang_cot_phai_mm(),
        many => t.rong_chu_mm() / f64::from(u32::try_from(many).unwrap_or(u32::MAX)),
    };
    let (rong, cao, dau) = (t.o_chu_ky_rong_mm, t.o_chu_ky_cao_mm, t.o_dau_mm);
    let line = t.co_chu_nguoi_ky_pt * DONG;
    let trai = (column - rong) / 2.0;
    let at = |trai: f64, rong: f64, cao: f64| DongKy {
        nguoi: ho_ten,
        chuc_vu,
        trai: trai * PT_MOI_MM,
        tren: (t.khoang_ky_mm - cao) / 2.0 * PT_MOI_MM + line,
        rong: rong * PT_MOI_MM,
        cao: cao * PT_MOI_MM,
    };
    let seal = at(trai + rong / 3.0 - dau, dau, dau);
    [at(trai, rong, cao), DongKy { nguoi: &document.thong_tin.tac_gia, chuc_vu: "", ..seal }]
}

/// An identity that the document and the line's place in it decide.
fn ma(document: &Document, so: usize) -> String {
    let own = &document.thong_tin;
    let digest = Sha256::digest(format!("{}\n{}\n{}\n{so}", own.tac_gia, own.tieu_de, own.ngay));
    let hex: String = digest.iter().take(16).map(|byte| format!("{byte:02X}")).collect();
    let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
    format!("{{{}-{}-{}-{}-{}}}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

impl DongKy<'_> {
    /// A run with the line, which counts from 1.
    fn hinh(&self, so: usize, ma: &str) -> Element {
        let style = format!(
            "position:absolute;margin-left:{:.2}pt;margin-top:{:.2}pt;width:{:.2}pt;height:{:.2}pt;z-index:{so};\
             mso-position-horizontal-relative:text;mso-position-vertical-relative:text",
            self.trai, self.tren, self.rong, self.cao
        );
        let shape = el("v:shape")
            .attr("id", format!("ChuKy{so}"))
            .attr("type", "#_x0000_t75")
            .attr("alt", format!("Dòng chữ ký: {}", self.nguoi))
            .attr("style", style)
            .child(el("v:imagedata").attr("r:id", QUAN_HE).attr("o:title", ""))
            .child(el("o:lock").attr("v:ext", "edit").attr("text", "t").attr("ungrouping", "t"))
            .child(self.nguoi_ky(ma));
        let picture = el("w:pict");
        let picture = if so == 1 { picture.child(khuon()) } else { picture };
        el("w:r").child(picture.child(shape))
    }

    fn nguoi_ky(&self, ma: &str) -> Element {
        el("o:signatureline")
            .attr("v:ext", "edit")
            .attr("id", ma)
            .attr("provid", CUA_WORD)
            .attr("o:suggestedsigner", self.nguoi)
            .attr("o:suggestedsigner2", self.chuc_vu)
            .attr("issignatureline", "t")
    }
}

/// What VML calls a picture; said once, before the first.
fn khuon() -> Element {
    el("v:shapetype")
        .attr("id", "_x0000_t75")
        .attr("coordsize", "21600,21600")
        .attr("o:spt", "75")
        .attr("o:preferrelative", "t")
        .attr("path", "m@4@5l@4@11@9@11@9@5xe")
        .attr("filled", "f")
        .attr("stroked", "f")
        .child(el("v:stroke").attr("joinstyle", "miter"))
        .child(
            el("v:path")
                .attr("o:extrusionok", "f")
                .attr("gradientshapeok", "t")
                .attr("o:connecttype", "rect"),
        )
        .child(el("o:lock").attr("v:ext", "edit").attr("aspectratio", "t"))
}
