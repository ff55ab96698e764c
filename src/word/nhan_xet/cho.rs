//! Where in the bytes of the main part a paragraph's letters begin and end.

use quick_xml::NsReader;
use quick_xml::events::Event;
use quick_xml::name::ResolveResult;

/// What WordprocessingML is called, in files of today and in strict ones.
const TEN: [&str; 2] = [
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// Behind the properties of a paragraph, and before its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cho {
    pub dau: usize,
    pub cuoi: usize,
}

/// All paragraphs in the order of their beginnings. One without anything in it has no place. One in a text box, where
/// Word knows no comments, has that of the paragraph around.
#[derive(Debug, Default)]
pub(super) struct CacCho {
    pub ten: String,
    pub doan: Vec<Option<Cho>>,
}

/// A paragraph that is open.
struct Mo {
    so: usize,
    /// How many elements were open around it.
    sau: usize,
    dau: usize,
    trong_hop: bool,
}

pub(super) fn doc(text: &str) -> Option<CacCho> {
    let mut reader = NsReader::from_str(text);
    let mut out = CacCho::default();
    let mut mo: Vec<Mo> = Vec::new();
    // Names of elements of WordprocessingML that are open; nothing for others.
    let mut ten: Vec<&'static str> = Vec::new();
    // Paragraphs in text boxes that wait for the one around them.
    let mut cho: Vec<usize> = Vec::new();
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let (ns, event) = reader.read_resolved_event().ok()?;
        let own = match ns {
            ResolveResult::Bound(ns) => TEN.iter().find(|ten| ten.as_bytes() == ns.as_ref()),
            _ => None,
        };
        match event {
            Event::Start(start) => {
                let name = own.map_or("", |_| ten_cua(start.local_name().as_ref()));
                let sau = ten.len();
                ten.push(name);
                if name == "p" {
                    out.ten = own.map(|ten| (*ten).to_owned()).unwrap_or_default();
                    let trong_hop = ten.contains(&"txbxContent");
                    let dau = usize::try_from(reader.buffer_position()).ok()?;
                    mo.push(Mo { so: out.doan.len(), sau, dau, trong_hop });
                    out.doan.push(None);
                }
            }
            Event::Empty(start) => {
                let name = own.map_or("", |_| ten_cua(start.local_name().as_ref()));
                if name == "p" {
                    out.doan.push(None);
                }
                sau_thuoc_tinh(name, &ten, &mut mo, &reader)?;
            }
            Event::End(_) => {
                let name = ten.pop()?;
                if name == "p" {
                    let done = mo.pop()?;
                    if done.trong_hop {
                        cho.push(done.so);
                        continue;
                    }
                    let place = Some(Cho { dau: done.dau, cuoi: before });
                    for so in cho.drain(..).chain([done.so]) {
                        if let Some(slot) = out.doan.get_mut(so) {
                            *slot = place;
                        }
                    }
                } else {
                    sau_thuoc_tinh(name, &ten, &mut mo, &reader)?;
                }
            }
            Event::Eof => return ten.is_empty().then_some(out),
            _ => {}
        }
    }
}

/// The properties of a paragraph stand first in it: what is put in comes behind them.
fn sau_thuoc_tinh(
    name: &str,
    ten: &[&'static str],
    mo: &mut [Mo],
    reader: &NsReader<&[u8]>,
) -> Option<()> {
    if name == "pPr"
        && let Some(own) = mo.last_mut().filter(|own| own.sau.saturating_add(1) == ten.len())
    {
        own.dau = usize::try_from(reader.buffer_position()).ok()?;
    }
    Some(())
}

fn ten_cua(name: &[u8]) -> &'static str {
    match name {
        b"p" => "p",
        b"pPr" => "pPr",
        b"txbxContent" => "txbxContent",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_behind_the_properties_and_inside_the_paragraph() {
        let [ns, _] = TEN;
        let inner = "<x:p><x:r><x:t>hộp</x:t></x:r></x:p>";
        let text = format!(
            "<x:document xmlns:x=\"{ns}\"><x:body><x:p><x:pPr><x:rPr><x:b/></x:rPr></x:pPr><x:r/></x:p>\
             <x:p/><x:p><x:r><x:txbxContent>{inner}</x:txbxContent></x:r></x:p></x:body></x:document>"
        );
        let found = doc(&text).unwrap();
        assert_eq!(found.doan.len(), 4);
        let first = found.doan[0].unwrap();
        assert_eq!(&text[first.dau..first.cuoi], "<x:r/>");
        assert_eq!(found.doan[1], None);
        assert_eq!(found.doan[2], found.doan[3]);
        let host = found.doan[2].unwrap();
        assert!(text[host.dau..host.cuoi].starts_with("<x:r><x:txbxContent>"));
        assert!(doc("<a><b>").is_none());
    }
}
