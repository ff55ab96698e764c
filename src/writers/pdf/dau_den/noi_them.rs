//! The update at the file's end: the stamp's picture with all that it needs, the annotation that shows it, and the one
//! object of the file that must know of it, the page or its list of annotations.

use std::collections::BTreeMap;

use lopdf::{
    Dictionary, Document, IncrementalDocument, Object, ObjectId, Stream, dictionary, text_string,
};

use super::cho_dat::{Cho, ChoDau, cho};
use super::ve_dau::{CAO_MM, RONG_MM};

/// ISO 32000-1, 12.5.3: printed, and neither moved nor changed by a slip of the mouse (Print, Locked, LockedContents).
const CO: i64 = 4 | 128 | 512;
/// How deep the stamp's own objects may lie in each other.
const SAU: usize = 64;

/// The bytes that came and the update behind them. `Err` with why it can't be made.
pub fn noi(bytes: &[u8], pdf: &Document, stamp: &[u8], wanted: ChoDau) -> Result<Vec<u8>, String> {
    let hong = |_| "trang đầu của tệp PDF bị hỏng".to_owned();
    let page = pdf.get_pages().get(&1).copied().ok_or_else(|| hong(()))?;
    let place = cho(pdf, page, wanted)?;
    let mut update = IncrementalDocument::create_from(bytes.to_vec(), pdf.clone());
    // A hybrid file names a second table there, which is of the update before.
    update.new_document.trailer.remove(b"XRefStm");
    let note = hinh(&mut update.new_document, stamp, &place)
        .and_then(|picture| chu_giai(&mut update.new_document, picture, page, &place))
        .ok_or_else(|| "lỗi của chương trình khi vẽ dấu".to_owned())?;
    them_vao_trang(&mut update, pdf, page, note).map_err(|_| hong(()))?;
    let mut out = Vec::new();
    update.save_to(&mut out).map_err(|_| "không nối thêm được vào cuối tệp này".to_owned())?;
    Ok(out)
}

/// The picture: the stamp's page made into a form.
fn hinh(into: &mut Document, stamp: &[u8], place: &Cho) -> Option<ObjectId> {
    let from = Document::load_mem(stamp).ok()?;
    let page = from.get_pages().get(&1).copied()?;
    let dict = from.get_dictionary(page).ok()?;
    let content = from.get_page_content(page);
    let resources = dict.get_deref(b"Resources", &from).ok()?.clone();
    let mut chep = Chep { from: &from, into, done: BTreeMap::new() };
    let resources = chep.vat(&resources, 0)?;
    let [a, b, c, d] = place.xoay.map(so_thuc);
    let form = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "FormType" => 1,
        "BBox" => vec![0.into(), 0.into(), dai(RONG_MM), dai(CAO_MM)],
        "Matrix" => vec![a.into(), b.into(), c.into(), d.into(), 0.into(), 0.into()],
        "Resources" => resources,
    };
    Some(into.add_object(Stream::new(form, content)))
}

fn chu_giai(
    into: &mut Document,
    picture: ObjectId,
    page: ObjectId,
    place: &Cho,
) -> Option<ObjectId> {
    let rect: Vec<Object> = place.rect.iter().map(|so| so_thuc(*so).into()).collect();
    let note = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Stamp",
        "Rect" => rect,
        "P" => page,
        "F" => CO,
        "NM" => text_string("vanthu-dau-den"),
        "Contents" => text_string("Dấu đến"),
        "AP" => dictionary! { "N" => picture },
    };
    Some(into.add_object(note))
}

/// The page's list of annotations gets one more; where the list is an object of its own the page stays untouched.
fn them_vao_trang(
    update: &mut IncrementalDocument,
    pdf: &Document,
    page: ObjectId,
    note: ObjectId,
) -> lopdf::Result<()> {
    let dict = pdf.get_dictionary(page)?;
    let own = match dict.get(b"Annots") {
        Ok(Object::Reference(id)) if pdf.get_object(*id).is_ok_and(|o| o.as_array().is_ok()) => {
            Some(*id)
        }
        _ => None,
    };
    if let Some(list) = own {
        update.opt_clone_object_to_new_document(list)?;
        update.new_document.get_object_mut(list)?.as_array_mut()?.push(note.into());
        return Ok(());
    }
    let mut list = match dict.get_deref(b"Annots", pdf) {
        Ok(found) => found.as_array().cloned().unwrap_or_default(),
        Err(_) => Vec::new(),
    };
    list.push(note.into());
    update.opt_clone_object_to_new_document(page)?;
    update.new_document.get_dictionary_mut(page)?.set("Annots", list);
    Ok(())
}

/// Objects of one file brought into another under new numbers.
struct Chep<'a> {
    from: &'a Document,
    into: &'a mut Document,
    done: BTreeMap<ObjectId, ObjectId>,
}

impl Chep<'_> {
    fn vat(&mut self, object: &Object, depth: usize) -> Option<Object> {
        if depth > SAU {
            return None;
        }
        let below = depth.saturating_add(1);
        match object {
            Object::Reference(id) => {
                if let Some(known) = self.done.get(id) {
                    return Some((*known).into());
                }
                let new = self.into.new_object_id();
                self.done.insert(*id, new);
                let found = self.from.get_object(*id).ok()?.clone();
                let copied = self.vat(&found, below)?;
                self.into.set_object(new, copied);
                Some(new.into())
            }
            Object::Array(all) => {
                let copied: Option<Vec<Object>> = all.iter().map(|o| self.vat(o, below)).collect();
                copied.map(Object::Array)
            }
            Object::Dictionary(dict) => self.tu_dien(dict, below).map(Object::Dictionary),
            Object::Stream(stream) => {
                let dict = self.tu_dien(&stream.dict, below)?;
                Some(Object::Stream(Stream { dict, ..stream.clone() }))
            }
            plain => Some(plain.clone()),
        }
    }

    fn tu_dien(&mut self, dict: &Dictionary, depth: usize) -> Option<Dictionary> {
        let mut out = Dictionary::new();
        for (key, value) in dict {
            out.set(key.clone(), self.vat(value, depth)?);
        }
        Some(out)
    }
}

fn dai(mm: f64) -> Object {
    so_thuc(mm * 72.0 / 25.4).into()
}

/// PDF files carry numbers of this size.
#[allow(clippy::cast_possible_truncation)]
fn so_thuc(so: f64) -> f32 {
    so as f32
}
