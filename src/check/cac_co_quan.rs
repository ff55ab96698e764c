//! The offices of a hồ sơ, which its documents name by file.

use super::doc::Doc;
use crate::form::{Field, Text};
use crate::model::{CoQuan, Fault};
use crate::source::{TEP_CO_QUAN, ten_goc, ten_tep};

/// Every office by the name of its file; none for one with faults.
pub struct CacCoQuan<'a> {
    pub tep: Vec<(&'a str, Option<&'a CoQuan>)>,
}

impl<'a> CacCoQuan<'a> {
    /// The office that a document names, or the hồ sơ's own.
    pub fn co_quan(&self, doc: &mut Doc<'_>, field: Option<Field<Text>>) -> Option<&'a CoQuan> {
        let Some((name, span)) = doc.optional_line(field) else { return self.mac_dinh() };
        let found = self.tep.iter().find(|(ten, _)| cung_ten(ten, &name));
        if found.is_none() {
            let names: Vec<&str> = self.tep.iter().map(|(ten, _)| ten_tep(ten)).collect();
            let fault =
                Fault::new("missing-office", format!("hồ sơ không có tệp cơ quan “{name}”"));
            doc.fault(fault.hint(format!("các tệp cơ quan: {}", names.join(", "))), span);
        }
        found.and_then(|(_, co_quan)| *co_quan)
    }

    fn mac_dinh(&self) -> Option<&'a CoQuan> {
        self.tep.iter().find(|(ten, _)| cung_ten(ten, TEP_CO_QUAN)).and_then(|(_, c)| *c)
    }

    /// The offices whose allowance levels hold: first the issuing one's, then the hồ sơ's own. None if
    /// one of them is at fault, since its levels aren't known then.
    pub fn dinh_muc(&self, co_quan: Option<&Field<Text>>) -> Option<Vec<&'a CoQuan>> {
        let named = match co_quan {
            Some(Field::Good(Text(name), _)) => Some(name.as_str()),
            _ => None,
        };
        let named = named
            .map(|name| self.tep.iter().find(|(ten, _)| cung_ten(ten, name)).and_then(|(_, c)| *c));
        named.into_iter().chain([self.mac_dinh()]).collect()
    }
}

/// Whether a file is the one called `name`, with or without its ending.
pub fn cung_ten(tep: &str, name: &str) -> bool {
    ten_tep(tep) == name.trim() || ten_goc(tep) == name.trim()
}
