//! The tags of a part, one after the other. A document type is refused: no workbook has one, and entities are how a
//! small file becomes an endless one.

use std::io::BufRead;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::loi::LoiBang;

/// Tags of one part that are looked at: a sheet of twenty thousand rows and a hundred columns has as many.
const THE_NHIEU_NHAT: usize = 6_000_000;
/// Attributes of one tag.
const THUOC_TINH: usize = 100;
/// Letters of one text.
const DAI_NHAT: usize = 8 << 20;

pub(super) struct Xml<'a> {
    reader: Reader<Box<dyn BufRead + 'a>>,
    buf: Vec<u8>,
    phan: &'static str,
    con: usize,
}

/// What comes next in a part.
pub(super) enum Su {
    Mo(The),
    Chu(String),
    Dong(String),
    Het,
}

/// A tag, by the last part of its name.
pub(super) struct The {
    pub ten: String,
    thuoc_tinh: Vec<(String, String)>,
}

impl The {
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.thuoc_tinh.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str())
    }

    pub(super) fn so(&self, key: &str) -> Option<usize> {
        self.get(key)?.parse().ok()
    }

    /// A mark that is set: `1`, `true`.
    pub(super) fn co(&self, key: &str) -> bool {
        matches!(self.get(key), Some("1" | "true"))
    }
}

impl<'a> Xml<'a> {
    pub(super) fn new(input: impl BufRead + 'a, phan: &'static str) -> Self {
        let input: Box<dyn BufRead + 'a> = Box::new(input);
        let mut reader = Reader::from_reader(input);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buf: Vec::new(), phan, con: THE_NHIEU_NHAT }
    }

    pub(super) fn hong(&self, why: impl ToString) -> LoiBang {
        LoiBang::Hong(self.phan, why.to_string())
    }

    pub(super) fn tiep(&mut self) -> Result<Su, LoiBang> {
        loop {
            self.con = self.con.checked_sub(1).ok_or(LoiBang::QuaLon)?;
            self.buf.clear();
            let phan = self.phan;
            let hong = |why: String| LoiBang::Hong(phan, why);
            let event = self.reader.read_event_into(&mut self.buf);
            let event = event.map_err(|error| hong(error.to_string()))?;
            let su = match event {
                Event::DocType(_) => return Err(hong("có khai báo DOCTYPE".to_owned())),
                Event::Start(start) => Su::Mo(the(&start).map_err(hong)?),
                Event::End(end) => Su::Dong(duoi(end.name().as_ref()).map_err(hong)?),
                Event::Text(text) => {
                    Su::Chu(text.decode().map_err(|error| hong(error.to_string()))?.into_owned())
                }
                Event::CData(text) => {
                    Su::Chu(text.decode().map_err(|error| hong(error.to_string()))?.into_owned())
                }
                Event::GeneralRef(name) => Su::Chu(thay(&name).map_err(hong)?),
                Event::Eof => Su::Het,
                _ => continue,
            };
            return Ok(su);
        }
    }

    /// All letters up to the end of the tag that was opened last.
    pub(super) fn chu(&mut self) -> Result<String, LoiBang> {
        let (mut out, mut sau) = (String::new(), 1usize);
        while sau > 0 {
            match self.tiep()? {
                Su::Mo(_) => sau = sau.saturating_add(1),
                Su::Dong(_) => sau = sau.saturating_sub(1),
                Su::Chu(text) => out.push_str(&text),
                Su::Het => return Err(self.hong("đứt giữa chừng")),
            }
            if out.len() > DAI_NHAT {
                return Err(LoiBang::QuaLon);
            }
        }
        Ok(out)
    }

    /// Passes the rest of the tag that was opened last by.
    pub(super) fn bo(&mut self) -> Result<(), LoiBang> {
        let mut sau = 1usize;
        while sau > 0 {
            match self.tiep()? {
                Su::Mo(_) => sau = sau.saturating_add(1),
                Su::Dong(_) => sau = sau.saturating_sub(1),
                Su::Chu(_) => {}
                Su::Het => return Err(self.hong("đứt giữa chừng")),
            }
        }
        Ok(())
    }
}

/// A name without its prefix.
fn duoi(name: &[u8]) -> Result<String, String> {
    let name = std::str::from_utf8(name).map_err(|error| error.to_string())?;
    Ok(name.rsplit(':').next().unwrap_or(name).to_owned())
}

fn the(start: &BytesStart<'_>) -> Result<The, String> {
    let mut thuoc_tinh = Vec::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0);
        let value = value.map_err(|error| error.to_string())?.into_owned();
        thuoc_tinh.push((duoi(attribute.key.as_ref())?, value));
        if thuoc_tinh.len() > THUOC_TINH {
            return Err("một thẻ có quá nhiều thuộc tính".to_owned());
        }
    }
    Ok(The { ten: duoi(start.name().as_ref())?, thuoc_tinh })
}

fn thay(reference: &BytesRef<'_>) -> Result<String, String> {
    if let Some(c) = reference.resolve_char_ref().map_err(|error| error.to_string())? {
        return Ok(c.to_string());
    }
    let name = reference.decode().map_err(|error| error.to_string())?;
    let known = resolve_predefined_entity(&name).map(str::to_owned);
    known.ok_or_else(|| format!("không biết thực thể &{name};"))
}
