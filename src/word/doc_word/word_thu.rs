//! Small Word files for tests, written out by hand.

use crate::writers::docx::package;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A file with this body; `notes` are the footnotes by id from 1.
pub fn docx(body: &str, notes: &[&str]) -> Vec<u8> {
    let document =
        format!("<w:document xmlns:w=\"{W}\"><w:body>{body}<w:sectPr/></w:body></w:document>");
    docx_voi(&document, notes)
}

/// A file with styles, lists and a theme of its own.
pub fn docx_kieu(body: &str, styles: &str, lists: &str, theme: &str) -> Vec<u8> {
    let a = "http://schemas.openxmlformats.org/drawingml/2006/main";
    docx_phan(
        &format!("<w:document xmlns:w=\"{W}\"><w:body>{body}<w:sectPr/></w:body></w:document>"),
        &[
            ("styles", format!("<w:styles xmlns:w=\"{W}\">{styles}</w:styles>")),
            ("numbering", format!("<w:numbering xmlns:w=\"{W}\">{lists}</w:numbering>")),
            ("theme", format!("<a:theme xmlns:a=\"{a}\">{theme}</a:theme>")),
        ],
    )
}

/// A file with this main part and others beside it, each by its kind.
pub fn docx_phan(document: &str, more: &[(&str, String)]) -> Vec<u8> {
    let rels: String = more.iter().map(|(kind, _)| rel(kind, &format!("{kind}.xml"))).collect();
    let mut parts = vec![
        (
            "_rels/.rels".to_owned(),
            format!("<Relationships>{}</Relationships>", rel("officeDocument", "/text/main.xml")),
        ),
        ("text/_rels/main.xml.rels".to_owned(), format!("<Relationships>{rels}</Relationships>")),
        ("text/main.xml".to_owned(), document.to_owned()),
    ];
    parts.extend(more.iter().map(|(kind, text)| (format!("text/{kind}.xml"), text.clone())));
    let parts = parts.into_iter().map(|(name, text)| (name, text.into_bytes()));
    package::zip(&parts.collect()).unwrap()
}

/// A file with this main part.
pub fn docx_voi(document: &str, notes: &[&str]) -> Vec<u8> {
    let notes: Vec<String> = (1..)
        .zip(notes)
        .map(|(id, text)| {
            format!(
                "<w:footnote w:id=\"{id}\"><w:p><w:r><w:footnoteRef/></w:r>{}</w:p></w:footnote>",
                r(text)
            )
        })
        .collect();
    let notes = format!("<w:footnotes xmlns:w=\"{W}\">{}</w:footnotes>", notes.concat());
    let kinds = ["styles", "numbering", "footnotes"];
    let rels: Vec<String> = kinds.iter().map(|kind| rel(kind, &format!("{kind}.xml"))).collect();
    let parts = [
        (
            "_rels/.rels",
            format!("<Relationships>{}</Relationships>", rel("officeDocument", "/text/main.xml")),
        ),
        ("text/_rels/main.xml.rels", format!("<Relationships>{}</Relationships>", rels.concat())),
        ("text/main.xml", document.to_owned()),
        ("text/footnotes.xml", notes),
        ("text/styles.xml", STYLES.replace("{W}", W)),
        ("text/numbering.xml", NUMBERING.replace("{W}", W)),
    ];
    package::zip(&parts.map(|(name, text)| (name.to_owned(), text.into_bytes())).into()).unwrap()
}

fn rel(kind: &str, target: &str) -> String {
    format!("<Relationship Id=\"{kind}\" Type=\"{R}/{kind}\" Target=\"{target}\"/>")
}

const STYLES: &str = r#"<w:styles xmlns:w="{W}">
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Nn"><w:name w:val="VT Danh sách nơi nhận"/></w:style>
<w:style w:type="paragraph" w:styleId="Sk"><w:name w:val="VT Số, ký hiệu"/></w:style>
</w:styles>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
</w:abstractNum><w:abstractNum w:abstractNumId="8">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
</w:numbering>"#;

/// A run.
pub fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A paragraph of Word's own style.
pub fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

/// A paragraph with a style.
pub fn ps(style: &str, text: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{}</w:p>", r(text))
}

/// A table of cells with a paragraph each; the first row is its head.
pub fn tbl(rows: &[&[&str]]) -> String {
    let rows: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(i, cells)| {
            let cells: Vec<String> =
                cells.iter().map(|text| format!("<w:tc>{}</w:tc>", p(text))).collect();
            let head = if i == 0 { "<w:trPr><w:tblHeader/></w:trPr>" } else { "" };
            format!("<w:tr>{head}{}</w:tr>", cells.concat())
        })
        .collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

/// The mark of footnote `id`.
pub fn moc(id: usize) -> String {
    format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>")
}
