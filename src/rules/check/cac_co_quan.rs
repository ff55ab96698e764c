//! The offices of a hồ sơ, and the one or several that issue a document.

use std::borrow::Cow;

use super::doc::Doc;
use super::la_co_quan::la_co_quan;
use crate::model::{CoQuan, Fault};
use crate::reading::form::{Field, Text, TextOrList};
use crate::reading::source::{ten_goc, ten_tep};

/// Every office by the name of its file; none for one with faults.
pub struct CacCoQuan<'a> {
    pub tep: Vec<(&'a str, Option<&'a CoQuan>)>,
}

/// The offices that issue one document.
#[derive(Clone)]
pub struct NoiBanHanh<'a> {
    /// The only office, or what several have in common.
    pub chung: Cow<'a, CoQuan>,
    /// Each of them, the one that leads first.
    pub tung: Vec<&'a CoQuan>,
}

impl<'a> NoiBanHanh<'a> {
    fn moi(tung: Vec<&'a CoQuan>) -> Option<Self> {
        let chung = match tung.as_slice() {
            [] => return None,
            [only] => Cow::Borrowed(*only),
            [dau, con @ ..] => Cow::Owned(dau.lien_tich(con)),
        };
        Some(Self { chung, tung })
    }
}

impl<'a> CacCoQuan<'a> {
    /// The offices that a document names, or the hồ sơ's own. None if one of them is not there or has
    /// faults.
    pub fn co_quan(
        &self,
        doc: &mut Doc<'_>,
        field: Option<Field<TextOrList>>,
    ) -> Option<NoiBanHanh<'a>> {
        let named = match doc.optional(field) {
            None => return NoiBanHanh::moi(vec![self.mac_dinh()?]),
            Some((TextOrList::One(text), span)) => vec![Field::Good(Text(text), span)],
            Some((TextOrList::Many(items), _)) => items,
        };
        let named: Vec<_> =
            named.into_iter().filter_map(|item| doc.optional_line(Some(item))).collect();
        if named.is_empty() {
            return NoiBanHanh::moi(vec![self.mac_dinh()?]);
        }
        let found: Vec<_> = named
            .into_iter()
            .map(|(name, span)| {
                let found = self.tep.iter().find(|(ten, _)| cung_ten(ten, &name));
                if found.is_none() {
                    let names: Vec<&str> = self.tep.iter().map(|(ten, _)| ten_tep(ten)).collect();
                    let message = format!("hồ sơ không có tệp cơ quan “{name}”");
                    let hint = format!("các tệp cơ quan: {}", names.join(", "));
                    doc.fault(Fault::new("missing-office", message).hint(hint), span);
                }
                found.and_then(|(_, co_quan)| *co_quan)
            })
            .collect();
        NoiBanHanh::moi(found.into_iter().collect::<Option<_>>()?)
    }

    fn mac_dinh(&self) -> Option<&'a CoQuan> {
        self.tep.iter().find(|(ten, _)| la_co_quan(ten)).and_then(|(_, c)| *c)
    }

    /// The offices whose allowance levels hold: first the issuing ones', then the hồ sơ's own. None if
    /// one of them is at fault, since its levels aren't known then.
    pub fn dinh_muc(&self, field: Option<&Field<TextOrList>>) -> Option<Vec<&'a CoQuan>> {
        let named = field.map(ten_duoc_goi).unwrap_or_default();
        let named = named
            .iter()
            .map(|name| self.tep.iter().find(|(ten, _)| cung_ten(ten, name)).and_then(|(_, c)| *c));
        named.chain([self.mac_dinh()]).collect()
    }
}

fn ten_duoc_goi(field: &Field<TextOrList>) -> Vec<String> {
    let name = |item: &Field<Text>| match item {
        Field::Good(Text(name), _) => Some(name.clone()),
        _ => None,
    };
    match field {
        Field::Good(TextOrList::One(name), _) => vec![name.clone()],
        Field::Good(TextOrList::Many(items), _) => items.iter().filter_map(name).collect(),
        _ => Vec::new(),
    }
}

/// Whether a file is the one called `name`, with or without its ending.
pub fn cung_ten(tep: &str, name: &str) -> bool {
    cac_ten(tep).contains(&name.trim())
}

/// What another file may call a file.
pub fn cac_ten(tep: &str) -> [&str; 2] {
    [ten_tep(tep), ten_goc(tep)]
}
