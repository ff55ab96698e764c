//! Another reader's opinion of a signed file: what differs from the issued one is on the list of what signatures
//! add, or the judge was wrong.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// No object of an update may be one of these.
const CAM: [&[u8]; 14] = [
    b"Page", b"Pages", b"Catalog", b"Action", b"EmbeddedFile", b"Filespec", b"F", b"OCG", b"OCMD",
    b"StructElem", b"StructTreeRoot", b"Outlines", b"Collection", b"Encrypt",
];

/// Panics where the file shows or does something that the issued one doesn't.
pub fn xem(goc: &[u8], ban: &[u8]) {
    let cu = Document::load_mem(goc).expect("the issued file");
    let Ok(moi) = Document::load_mem(ban) else { return };
    assert_eq!(cu.get_pages(), moi.get_pages(), "other pages");
    let (mut quen, mut o_moi) = (BTreeSet::new(), BTreeSet::new());
    danh_muc(&cu, &moi, &mut quen);
    for id in cu.get_pages().into_values() {
        trang(&cu, &moi, id, &mut quen, &mut o_moi);
    }
    bieu_mau(&cu, &moi, &mut quen, &o_moi);
    let info = cu.trailer.get(b"Info").and_then(Object::as_reference).ok();
    for (id, vat) in &cu.objects {
        let sau = moi.objects.get(id);
        if sau == Some(vat) || quen.contains(id) {
            continue;
        }
        let la_o_ky = vat.as_dict().is_ok_and(|d| ten(d, b"FT") == b"Sig" && !d.has(b"V"));
        match (vat.as_dict(), sau.map(Object::as_dict)) {
            (Ok(a), Some(Ok(b))) if la_o_ky => chi(a, b, &[b"V", b"AP", b"F", b"Ff", b"MK", b"Lock", b"DA", b"M", b"Type", b"BS"]),
            (Ok(a), Some(Ok(b))) if info == Some(*id) => chi(a, b, &[b"ModDate", b"Producer"]),
            _ => assert!(khong_doi(vat, sau), "{id:?} was {vat:?}, is {sau:?}"),
        }
    }
    for (id, vat) in moi.objects.iter().filter(|(id, _)| !cu.objects.contains_key(id)) {
        let dict = vat.as_dict().or(vat.as_stream().map(|s| &s.dict));
        if let Ok(dict) = dict {
            assert!(!CAM.contains(&ten(dict, b"Type")), "{id:?} {dict:?}");
            assert!(!dict.has(b"JS") && !dict.has(b"EF"), "{id:?} {dict:?}");
        }
    }
}

fn ten<'d>(dict: &'d Dictionary, khoa: &[u8]) -> &'d [u8] {
    dict.get(khoa).and_then(Object::as_name).unwrap_or_default()
}

/// The same value, or written again with what is null left out.
fn khong_doi(cu: &Object, sau: Option<&Object>) -> bool {
    match (cu, sau) {
        (Object::Stream(a), Some(Object::Stream(b))) => {
            a.content == b.content && giong(&Object::Dictionary(a.dict.clone()), &Object::Dictionary(b.dict.clone()))
        }
        (cu, Some(sau)) => giong(cu, sau),
        _ => false,
    }
}

fn giong(a: &Object, b: &Object) -> bool {
    match (a, b) {
        (Object::Dictionary(a), Object::Dictionary(b)) => {
            let khoa: BTreeSet<&Vec<u8>> = a.iter().chain(b.iter()).map(|(k, _)| k).collect();
            khoa.into_iter().all(|k| {
                let (a, b) = (a.get(k).unwrap_or(&Object::Null), b.get(k).unwrap_or(&Object::Null));
                giong(a, b)
            })
        }
        (Object::Array(a), Object::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| giong(a, b))
        }
        (Object::String(a, _), Object::String(b, _)) => a == b,
        _ => match (a.as_float(), b.as_float()) {
            (Ok(a), Ok(b)) => (a - b).abs() < 0.01,
            _ => a == b,
        },
    }
}

/// Only these entries may differ.
fn chi(a: &Dictionary, b: &Dictionary, duoc: &[&[u8]]) {
    let khoa: BTreeSet<&Vec<u8>> = a.iter().chain(b.iter()).map(|(k, _)| k).collect();
    for khoa in khoa.into_iter().filter(|k| !duoc.contains(&k.as_slice())) {
        let (cu, sau) = (a.get(khoa).unwrap_or(&Object::Null), b.get(khoa).unwrap_or(&Object::Null));
        assert!(giong(cu, sau), "/{} was {cu:?}, is {sau:?}", String::from_utf8_lossy(khoa));
    }
}

fn danh_muc(cu: &Document, moi: &Document, quen: &mut BTreeSet<ObjectId>) {
    let so = |d: &Document| d.trailer.get(b"Root").and_then(Object::as_reference).ok();
    assert_eq!(so(cu), so(moi), "another catalog");
    let (a, b) = (cu.catalog().expect("a catalog"), moi.catalog().expect("a catalog"));
    chi(a, b, &[b"AcroForm", b"DSS", b"Extensions", b"Version", b"Perms", b"Metadata"]);
    quen.extend(so(cu));
    for khoa in [b"Metadata".as_slice(), b"AcroForm"] {
        quen.extend(a.get(khoa).and_then(Object::as_reference).ok());
    }
}

/// The marks of a page: all that were there, and signature fields no larger than a signature.
fn trang(cu: &Document, moi: &Document, id: ObjectId, quen: &mut BTreeSet<ObjectId>, o_moi: &mut BTreeSet<ObjectId>) {
    let (a, b) = (cu.get_dictionary(id).expect("a page"), moi.get_dictionary(id).expect("a page"));
    chi(a, b, &[b"Annots", b"Tabs"]);
    assert_eq!(cu.get_page_content(id), moi.get_page_content(id), "other contents");
    quen.insert(id);
    quen.extend(a.get(b"Annots").and_then(Object::as_reference).ok());
    let (truoc, sau) = (danh_sach(cu, a, b"Annots"), danh_sach(moi, b, b"Annots"));
    assert!(truoc.iter().all(|o| sau.contains(o)), "a mark is lost");
    for so in sau.into_iter().filter(|so| !truoc.contains(so)) {
        let o = moi.get_dictionary(so).expect("a mark");
        assert!(ten(o, b"FT") == b"Sig" && ten(o, b"Subtype") == b"Widget", "{o:?}");
        let rect: Vec<f32> = o.get(b"Rect").and_then(Object::as_array).expect("a place").iter()
            .map(|so| so.as_float().expect("a number")).collect();
        let [x0, y0, x1, y1] = *rect else { panic!("{rect:?}") };
        assert!((x1 - x0).abs() < 256.0 && (y1 - y0).abs() < 129.0, "{rect:?}");
        o_moi.insert(so);
    }
}

fn danh_sach(pdf: &Document, dict: &Dictionary, khoa: &[u8]) -> Vec<ObjectId> {
    let vat = dict.get(khoa).ok().and_then(|vat| pdf.dereference(vat).ok());
    let mang = vat.and_then(|(_, vat)| vat.as_array().ok()).cloned().unwrap_or_default();
    mang.iter().map(|vat| vat.as_reference().expect("a reference")).collect()
}

fn bieu_mau(cu: &Document, moi: &Document, quen: &mut BTreeSet<ObjectId>, o_moi: &BTreeSet<ObjectId>) {
    let lay = |pdf: &Document| {
        let vat = pdf.catalog().ok()?.get(b"AcroForm").ok()?;
        pdf.dereference(vat).ok()?.1.as_dict().ok().cloned()
    };
    let a = lay(cu).unwrap_or_default();
    let b = lay(moi).unwrap_or_default();
    chi(&a, &b, &[b"Fields", b"SigFlags", b"DA", b"NeedAppearances", b"DR"]);
    assert!(!b.get(b"NeedAppearances").and_then(Object::as_bool).unwrap_or(false));
    quen.extend(a.get(b"Fields").and_then(Object::as_reference).ok());
    let (truoc, sau) = (danh_sach(cu, &a, b"Fields"), danh_sach(moi, &b, b"Fields"));
    assert!(truoc.iter().all(|o| sau.contains(o)), "a field is lost");
    for so in sau.iter().filter(|so| !truoc.contains(so)) {
        let o = moi.get_dictionary(*so).expect("a field");
        assert!(ten(o, b"FT") == b"Sig" && o.has(b"V") && !o.has(b"Kids"), "{o:?}");
    }
    assert!(o_moi.iter().all(|o| sau.contains(o)), "a mark without a field");
}
