//! What binds the package together: content types and relationships.

use crate::writers::docx::dau_goc;
use crate::writers::docx::pass::hinh::CacTep;
use crate::writers::docx::pass::{dong_ky, footer_name, header_name};
use crate::writers::docx::xml::{Element, el};

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
const WORD_TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const THEME: &str = "theme/theme1.xml";
const THEME_TYPE: &str = "application/vnd.openxmlformats-officedocument.theme+xml";

/// The clear picture of signature lines, seen from the main part.
pub(super) const O_TRONG: &str = "media/o-trong.png";

/// The parts that belong to the document, apart from its headers: kind and file.
const OF_DOCUMENT: [(&str, &str); 6] = [
    ("styles", "styles.xml"),
    ("numbering", "numbering.xml"),
    ("settings", "settings.xml"),
    ("fontTable", "fontTable.xml"),
    ("footnotes", "footnotes.xml"),
    ("theme", THEME),
];

/// `[Content_Types].xml`.
pub(super) fn content_types(
    (headers, footers): (usize, usize),
    co_dong_ky: bool,
    hinh: &CacTep,
) -> Element {
    let default = |extension: &str, kind: &str| {
        el("Default").attr("Extension", extension).attr("ContentType", kind)
    };
    let of_word = |name: &str, kind: &str| over(name, &format!("{WORD_TYPE}.{kind}+xml"));
    let of_document = OF_DOCUMENT.map(|(kind, file)| match file {
        THEME => over("word/theme/theme1.xml", THEME_TYPE),
        _ => of_word(&format!("word/{file}"), kind),
    });
    let mut pictures = hinh.kieu();
    if co_dong_ky {
        pictures.insert("png", "image/png");
    }
    el("Types")
        .attr("xmlns", TYPES)
        .child(default("rels", "application/vnd.openxmlformats-package.relationships+xml"))
        .child(default("xml", "application/xml"))
        .children(pictures.into_iter().map(|(extension, kind)| default(extension, kind)))
        .child(of_word("word/document.xml", "document.main"))
        .children(of_document)
        .children((1..=headers).map(|n| of_word(&header_name(n), "header")))
        .children((1..=footers).map(|n| of_word(&footer_name(n), "footer")))
        .child(over(dau_goc::PHAN, "application/xml"))
        .child(over(
            dau_goc::THUOC_TINH,
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        ))
        .child(over(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
        ))
        .child(over(
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        ))
}

fn over(name: &str, kind: &str) -> Element {
    el("Override").attr("PartName", format!("/{name}")).attr("ContentType", kind)
}

/// `_rels/.rels`.
pub(super) fn of_package() -> Element {
    el("Relationships")
        .attr("xmlns", RELATIONSHIPS)
        .child(relation("rId1", &format!("{OFFICE}/officeDocument"), "word/document.xml"))
        .child(relation("rId2", CORE, "docProps/core.xml"))
        .child(relation("rId3", &format!("{OFFICE}/extended-properties"), "docProps/app.xml"))
}

/// `word/_rels/document.xml.rels`. docx-rs refers to its headers as `rIdHeader1`, `rIdHeader2` …
pub(super) fn of_document(
    (headers, footers): (usize, usize),
    co_dong_ky: bool,
    hinh: &CacTep,
) -> Element {
    let kinds = OF_DOCUMENT.iter().zip(1..);
    let kinds = kinds
        .map(|((kind, file), n)| relation(&format!("rId{n}"), &format!("{OFFICE}/{kind}"), file));
    let of_kind = |kind: &'static str, name: &'static str, count: usize| {
        (1..=count).map(move |n| {
            relation(
                &format!("rId{name}{n}"),
                &format!("{OFFICE}/{kind}"),
                &format!("{kind}{n}.xml"),
            )
        })
    };
    let headers = of_kind("header", "Header", headers).chain(of_kind("footer", "Footer", footers));
    let picture =
        co_dong_ky.then(|| relation(dong_ky::QUAN_HE, &format!("{OFFICE}/image"), O_TRONG));
    el("Relationships")
        .attr("xmlns", RELATIONSHIPS)
        .children(kinds)
        .children(headers)
        .children(picture)
        .child(relation("rIdGoc", &format!("{OFFICE}/customXml"), "../customXml/item1.xml"))
        .children(hinh.quan_he().map(|(id, file)| relation(&id, &format!("{OFFICE}/image"), &file)))
}

/// What binds the mark of the file to what Word wants to know of it.
pub(super) fn of_mark() -> Element {
    let properties = format!("{OFFICE}/customXmlProps");
    el("Relationships").attr("xmlns", RELATIONSHIPS).child(relation(
        "rId1",
        &properties,
        "itemProps1.xml",
    ))
}

fn relation(id: &str, kind: &str, target: &str) -> Element {
    el("Relationship").attr("Id", id).attr("Type", kind).attr("Target", target)
}
