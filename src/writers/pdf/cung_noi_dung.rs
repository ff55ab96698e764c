//! Whether an update at a PDF's end left its pages as they were.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId};

/// What a page is drawn with.
const TRANG: [&[u8]; 4] = [b"Contents", b"Resources", b"MediaBox", b"Rotate"];

/// Whether both files draw the same pages with the same things. What lies over a page, as a signature's
/// picture does, is no part of it.
pub fn cung_noi_dung(one: &[u8], other: &[u8]) -> bool {
    let (Ok(one), Ok(other)) = (Document::load_mem(one), Document::load_mem(other)) else {
        return false;
    };
    match (cac_trang(&one), cac_trang(&other)) {
        (Some(one), Some(other)) => one == other,
        _ => false,
    }
}

/// What the pages lead to: of each page its own entries, then every object that they name.
type CacTrang<'a> = (Vec<Vec<Option<&'a Object>>>, BTreeMap<ObjectId, &'a Object>);

fn cac_trang(pdf: &Document) -> Option<CacTrang<'_>> {
    let mut pages = Vec::new();
    let mut named = BTreeMap::new();
    for id in pdf.get_pages().into_values() {
        let page = pdf.get_dictionary(id).ok()?;
        let entries: Vec<Option<&Object>> = TRANG.iter().map(|key| page.get(key).ok()).collect();
        entries.iter().flatten().try_for_each(|entry| tham(pdf, entry, &mut named))?;
        pages.push(entries);
    }
    Some((pages, named))
}

/// Follows the references in `object`; none if one leads nowhere.
fn tham<'a>(
    pdf: &'a Document,
    object: &'a Object,
    named: &mut BTreeMap<ObjectId, &'a Object>,
) -> Option<()> {
    let mut open = vec![object];
    while let Some(object) = open.pop() {
        match object {
            Object::Reference(id) if !named.contains_key(id) => {
                let object = pdf.get_object(*id).ok()?;
                named.insert(*id, object);
                open.push(object);
            }
            Object::Array(items) => open.extend(items),
            Object::Dictionary(entries) => open.extend(entries.iter().map(|(_, entry)| entry)),
            Object::Stream(stream) => open.extend(stream.dict.iter().map(|(_, entry)| entry)),
            _ => {}
        }
    }
    Some(())
}
