//! Ô ký: the layout's named links made into unsigned signature fields.
//!
//! krilla knows no form fields. So an empty link is drawn wherever the layout wants a field
//! ([`ve`](super::ve)), and the PDF library gives it an entry in the structure
//! tree and a turn in the reading order. Here each of these links becomes a field in the same place of
//! everything; no other object of the file is touched. A signing tool fills the fields, each by an
//! update of its own at the end of the file.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary, text_string};

use super::vi_tri::ViTri;

/// How the layout's links begin.
const DIA_CHI: &[u8] = b"vanthu:o-ky/";

/// Names and meaning of the fields, in the order of the form: the signer before the agency, as they sign
/// (Điều 13 and Điều 14 of the decree), then what the records clerk fills in.
const CAC_O: &[(&str, &str)] = &[
    ("nguoi_ky", "Chữ ký số của người ký văn bản"),
    ("co_quan", "Chữ ký số của cơ quan, tổ chức"),
    ("so", "Số của văn bản"),
    ("ngay", "Ngày ban hành"),
    ("thang", "Tháng ban hành"),
];

/// ISO 32000-1, 12.7.2: the file has signature fields. Nothing is signed yet, so that is all.
const CO_O_CHU_KY: i64 = 1;
/// ISO 32000-1, 12.5.3: printed with the page, as PDF/A demands.
const IN_RA: i64 = 4;

/// A link of the layout's that is to become a field.
struct Cho {
    ten: String,
    trang: u32,
    page: ObjectId,
    annotation: ObjectId,
    giay: (f64, f64),
    rect: [f64; 4],
}

/// The file with its fields, and where they are.
pub(super) fn dat(bytes: &[u8]) -> lopdf::Result<(Vec<u8>, Vec<ViTri>)> {
    let mut pdf = Document::load_mem(bytes)?;
    let mut places = tim(&pdf)?;
    places.sort_by_key(|cho| (thu_tu(&cho.ten), cho.trang));
    let elements = phan_tu_cau_truc(&pdf);
    for cho in &places {
        let widget = o(cho, &mut pdf)?;
        *pdf.get_dictionary_mut(cho.annotation)? = widget;
        if let Some(element) = elements.get(&cho.annotation) {
            thanh_form(pdf.get_dictionary_mut(element.id)?, element.objr.clone());
        }
    }
    let fields: Vec<Object> = places.iter().map(|cho| cho.annotation.into()).collect();
    let form = pdf.add_object(dictionary! { "Fields" => fields, "SigFlags" => CO_O_CHU_KY });
    pdf.catalog_mut()?.set("AcroForm", form);
    let mut out = Vec::new();
    pdf.save_to(&mut out)?;
    // A signing tool goes on right after the last byte; PDF/A wants its first object on a new line.
    out.push(b'\n');
    Ok((out, places.into_iter().map(Cho::vi_tri).collect()))
}

/// The layout's links on all pages.
fn tim(pdf: &Document) -> lopdf::Result<Vec<Cho>> {
    let mut out = Vec::new();
    for (trang, page) in pdf.get_pages() {
        let dict = pdf.get_dictionary(page)?;
        let Ok(annotations) = dict.get_deref(b"Annots", pdf) else { continue };
        let [_, _, rong, cao] = bon_so(dict.get_deref(b"MediaBox", pdf)?)?;
        for reference in annotations.as_array()? {
            let annotation = reference.as_reference()?;
            let link = pdf.get_dictionary(annotation)?;
            let Some(ten) = ten_o(link, pdf) else { continue };
            let rect = bon_so(link.get_deref(b"Rect", pdf)?)?;
            out.push(Cho { ten, trang, page, annotation, giay: (rong, cao), rect });
        }
    }
    Ok(out)
}

/// The field's name, if the link is one of the layout's.
fn ten_o(link: &Dictionary, pdf: &Document) -> Option<String> {
    let action = link.get_deref(b"A", pdf).ok()?.as_dict().ok()?;
    let address = action.get(b"URI").ok()?.as_str().ok()?;
    Some(String::from_utf8_lossy(address.strip_prefix(DIA_CHI)?).into_owned())
}

fn bon_so(object: &Object) -> lopdf::Result<[f64; 4]> {
    let mut out = [0.0; 4];
    for (to, from) in out.iter_mut().zip(object.as_array()?) {
        *to = f64::from(from.as_float()?);
    }
    Ok(out)
}

/// A structure element and its reference to an annotation.
struct PhanTu {
    id: ObjectId,
    objr: Object,
}

/// ISO 32000-1, 14.8.4.5: a Form element has one child, the reference to its widget. Validators of
/// signatures look for it as `K` itself and not in an array.
fn thanh_form(element: &mut Dictionary, objr: Object) {
    element.set("S", "Form");
    element.set("K", objr);
}

/// Which structure element holds which annotation.
fn phan_tu_cau_truc(pdf: &Document) -> BTreeMap<ObjectId, PhanTu> {
    let held = |(id, object): (&ObjectId, &Object)| {
        let element = object.as_dict().ok()?;
        (element.get(b"S").ok()?.as_name().ok()? == b"Link").then_some(())?;
        let kids = element.get_deref(b"K", pdf).ok()?;
        let kids = kids.as_array().map_or(std::slice::from_ref(kids), Vec::as_slice);
        kids.iter().find_map(|kid| {
            let annotation = kid.as_dict().ok()?.get(b"Obj").ok()?.as_reference().ok()?;
            Some((annotation, PhanTu { id: *id, objr: kid.clone() }))
        })
    };
    pdf.objects.iter().filter_map(held).collect()
}

/// The field, which is its own mark on the page. It shows nothing until it is signed.
fn o(cho: &Cho, pdf: &mut Document) -> lopdf::Result<Dictionary> {
    let [trai, duoi, phai, tren] = cho.rect.map(so_thuc);
    let (rong, cao) = (phai - trai, tren - duoi);
    let appearance = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), rong.into(), cao.into()],
        "Resources" => Dictionary::new(),
    };
    let appearance = pdf.add_object(Stream::new(appearance, Vec::new()));
    let link = pdf.get_dictionary(cho.annotation)?;
    Ok(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text_string(&cho.ten),
        "TU" => text_string(&y_nghia(&cho.ten)),
        "F" => IN_RA,
        "Rect" => vec![trai.into(), duoi.into(), phai.into(), tren.into()],
        "P" => cho.page,
        "StructParent" => link.get(b"StructParent")?.clone(),
        "AP" => dictionary! { "N" => appearance },
    })
}

/// PDF files carry numbers of this size.
#[allow(clippy::cast_possible_truncation)]
fn so_thuc(so: f64) -> f32 {
    so as f32
}

/// `nguoi_ky_2` is of the kind `nguoi_ky`.
fn thu_tu(ten: &str) -> usize {
    let loai = ten.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('_');
    CAC_O.iter().position(|(khoa, _)| *khoa == loai).unwrap_or(CAC_O.len())
}

fn y_nghia(ten: &str) -> String {
    let y_nghia = CAC_O.get(thu_tu(ten)).map_or(ten, |(_, y_nghia)| *y_nghia);
    match ten.rsplit_once('_').and_then(|(_, so)| so.parse::<u32>().ok()) {
        Some(so) => format!("{y_nghia} (thứ {so})"),
        None => y_nghia.to_owned(),
    }
}

impl Cho {
    fn vi_tri(self) -> ViTri {
        let y_nghia = y_nghia(&self.ten);
        ViTri::new((self.ten, y_nghia), self.trang, self.giay, self.rect)
    }
}
