//! Danh bạ: whom the office writes to, by which way, under which names (PL VI: OrganId, OrganName).

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::noi_gui::loi_ten;
use super::ten_goi::{self, gan_nhat};
use super::{Fault, NoiGui};

/// The address book. Every name in it means one recipient or one group, whose members are recipients.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DanhBa {
    noi: Vec<NoiGui>,
    /// What a name means, by its folded form: places in `noi`.
    nghia: BTreeMap<String, Vec<usize>>,
    /// The names as written, for suggestions.
    ten: Vec<String>,
    /// Names of entries that have faults of their own, which have been told.
    dang_do: BTreeSet<String>,
    /// Who signs the phiếu gửi, by the office's short name; else the document's own signer.
    pub nguoi_ky_phieu_gui: Option<String>,
}

impl DanhBa {
    /// Adds a recipient under its name and other names; a name or code that is taken is a fault.
    pub fn them_noi(&mut self, noi: NoiGui, ten_khac: &[String]) -> Result<(), Vec<Fault>> {
        let mut faults = Vec::new();
        let cung_ma = self.noi.iter().find(|n| n.ma().is_some() && n.ma() == noi.ma());
        if let (Some(other), Some(ma)) = (cung_ma, noi.ma()) {
            let message = format!("mã “{ma}” đã là của “{}”", other.ten());
            let hint = "mỗi nơi nhận một mã định danh; hai tên của một nơi thì ghi vào ten_khac";
            faults.push(Fault::new("duplicate-code", message).hint(hint).words(ma));
        }
        let ten = noi.ten().to_owned();
        self.noi.push(noi);
        let at = vec![self.noi.len().saturating_sub(1)];
        faults.extend(self.dat_ten(&ten, ten_khac, &at));
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// An entry that can't be added: it is there all the same, and nobody is told that it isn't.
    pub fn con_dang_do(&mut self, ten: &str, ten_khac: &[String]) {
        let names = [ten].into_iter().chain(ten_khac.iter().map(String::as_str));
        self.dang_do.extend(names.map(ten_goi::khoa));
    }

    /// Adds a group of recipients and of groups that are there already, so that none can hold itself.
    pub fn them_nhom(
        &mut self,
        ten: &str,
        ten_khac: &[String],
        gom: &[String],
    ) -> Result<(), Vec<Fault>> {
        let mut faults: Vec<Fault> = loi_ten(ten).into_iter().collect();
        let mut thanh_vien: Vec<usize> = Vec::new();
        for name in gom {
            match self.nghia.get(&ten_goi::khoa(name)) {
                Some(found) => {
                    let fresh = found.iter().filter(|at| !thanh_vien.contains(at));
                    let fresh: Vec<usize> = fresh.copied().collect();
                    thanh_vien.extend(fresh);
                }
                None if self.dang_do.contains(&ten_goi::khoa(name)) => {}
                None => faults.push(self.thanh_vien_la(ten, name)),
            }
        }
        faults.extend(self.dat_ten(ten, ten_khac, &thanh_vien));
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    fn thanh_vien_la(&self, nhom: &str, name: &str) -> Fault {
        if ten_goi::khoa(nhom) == ten_goi::khoa(name) {
            return Fault::new("unknown-recipient", format!("nhóm “{nhom}” gồm chính nó"))
                .hint("ghi những nơi mà nhóm gồm")
                .words(name);
        }
        let khac = "thêm nơi ấy vào noi_nhan; nhóm con thì khai trước nhóm này";
        Fault::new("unknown-recipient", format!("nhóm “{nhom}” gồm “{name}” mà danh bạ không có"))
            .hint(self.goi_y(name, khac))
            .words(name)
    }

    fn dat_ten(&mut self, ten: &str, ten_khac: &[String], at: &[usize]) -> Vec<Fault> {
        let mut faults = Vec::new();
        for name in [ten].into_iter().chain(ten_khac.iter().map(String::as_str)) {
            let khoa = ten_goi::khoa(name);
            if let Entry::Vacant(free) = self.nghia.entry(khoa) {
                free.insert(at.to_vec());
                self.ten.push(name.to_owned());
            } else {
                let message = format!("tên “{name}” ghi hai lần trong danh bạ");
                let hint =
                    "mỗi tên chỉ một nơi nhận hoặc một nhóm; xoá bớt, hoặc ghi tên đầy đủ hơn";
                faults.push(Fault::new("duplicate-recipient", message).hint(hint).words(name));
            }
        }
        faults
    }

    /// The recipients that a name stands for: one, or those of a group. None if the book hasn't it.
    pub fn tim(&self, ten: &str) -> Option<Vec<&NoiGui>> {
        let found = self.nghia.get(&ten_goi::khoa(ten)).or_else(|| self.viet_du(ten))?;
        Some(found.iter().filter_map(|at| self.noi.get(*at)).collect())
    }

    /// What a name means that the book has in full or shortened, if that is one thing.
    fn viet_du(&self, ten: &str) -> Option<&Vec<usize>> {
        let wanted = ten_goi::viet_du(ten);
        let mut same = self.nghia.iter().filter(|(own, _)| ten_goi::viet_du(own) == wanted);
        let (_, first) = same.next()?;
        same.all(|(_, other)| other == first).then_some(first)
    }

    /// The one recipient of that name: the office itself, as a sender.
    pub fn mot_noi(&self, ten: &str) -> Option<&NoiGui> {
        match self.tim(ten)?.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// What to do about a name that the book hasn't: the nearest one that it has, or `khac`.
    pub fn goi_y(&self, ten: &str, khac: &str) -> String {
        match gan_nhat(ten, self.ten.iter().map(String::as_str)) {
            Some(near) => format!("có phải là “{near}”? Nếu đúng là nơi khác thì {khac}"),
            None => khac.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::noi_gui::NoiGuiTho;

    fn noi(ten: &str) -> NoiGui {
        NoiGui::new(NoiGuiTho { ten: ten.into(), ..NoiGuiTho::default() }).unwrap()
    }

    fn codes(result: Result<(), Vec<Fault>>) -> Vec<&'static str> {
        result.unwrap_err().iter().map(|f| f.code).collect()
    }

    #[test]
    fn a_group_stands_for_its_members_once_each() {
        let mut book = DanhBa::default();
        for ten in ["Ban Pháp chế", "Ban Văn hoá - Xã hội", "UBND Tỉnh"] {
            book.them_noi(noi(ten), &[]).unwrap();
        }
        let gom = ["Ban Pháp chế", "ban văn hóa - xã hội"].map(str::to_owned);
        book.them_nhom("Các Ban", &["03 Ban".to_owned()], &gom).unwrap();
        let gom = ["Các Ban", "UBND Tỉnh", "Ban Pháp chế"].map(str::to_owned);
        book.them_nhom("Tất cả", &[], &gom).unwrap();
        let names = |ten: &str| -> Vec<String> {
            book.tim(ten).unwrap().iter().map(|n| n.ten().to_owned()).collect()
        };
        assert_eq!(names("03 Ban (để p/h)"), ["Ban Pháp chế", "Ban Văn hoá - Xã hội"]);
        assert_eq!(names("Tất cả"), ["Ban Pháp chế", "Ban Văn hoá - Xã hội", "UBND Tỉnh"]);
        assert!(book.tim("Ban").is_none());
        assert!(book.mot_noi("Các Ban").is_none() && book.mot_noi("UBND tỉnh").is_some());
    }

    #[test]
    fn a_name_or_a_code_is_one_recipients() {
        let mut book = DanhBa::default();
        let with_code = |ten: &str| {
            let ma = Some("H20.01".to_owned());
            NoiGui::new(NoiGuiTho { ten: ten.into(), ma, ..NoiGuiTho::default() }).unwrap()
        };
        book.them_noi(with_code("Thường trực Tỉnh uỷ"), &[]).unwrap();
        assert_eq!(codes(book.them_noi(noi("Thường trực Tỉnh ủy"), &[])), ["duplicate-recipient"]);
        assert_eq!(codes(book.them_noi(with_code("Tỉnh đoàn"), &[])), ["duplicate-code"]);
        let unknown = ["Tỉnh uỷ viên".to_owned()];
        assert_eq!(codes(book.them_nhom("Nhóm", &[], &unknown)), ["unknown-recipient"]);
        let itself = ["Nhóm hai".to_owned()];
        assert_eq!(codes(book.them_nhom("Nhóm hai", &[], &itself)), ["unknown-recipient"]);
    }
}
