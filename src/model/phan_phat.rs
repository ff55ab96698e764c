//! Phân phát: who gets a document, from its Kính gửi and Nơi nhận and the address book.

use super::ten_goi::{bo_ghi_chu, khoa};
use super::{BanLuu, CachNoiNhan, DanhBa, GiaTri, Loi, NoiDung, NoiGui, NoiNhan, VanBan, ban_luu};

/// Who gets the document and how many copies stay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PhanPhat {
    /// Every recipient once, in the order of the document.
    pub noi: Vec<NoiDuocGui>,
    pub luu: Vec<BanLuu>,
    /// What is worth knowing and no fault.
    pub ghi_chu: Vec<String>,
}

/// A recipient with the line of the document that names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoiDuocGui {
    pub noi: NoiGui,
    pub theo: String,
}

/// A line that nobody in the address book answers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KhongRo {
    pub dong: String,
    pub loi: LyDo,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LyDo {
    /// The address book has no such name.
    KhongCo,
    /// `Như trên` without Kính gửi.
    KhongCoKinhGui,
}

/// What a line of Nơi nhận says.
enum Dong<'a> {
    NhuTren,
    /// `Như Điều 3`: those whom the text names.
    NhuDieu,
    Noi(Vec<&'a NoiGui>),
    KhongRo,
}

impl PhanPhat {
    /// Everyone who gets a document, and the lines that say nobody.
    pub fn cua_van_ban(van_ban: &VanBan, danh_ba: &DanhBa) -> (Self, Vec<KhongRo>) {
        let (mut all, mut khong_ro) = Self::cua(&van_ban.kinh_gui, &van_ban.noi_nhan, danh_ba);
        if van_ban.kieu.noi_nhan == CachNoiNhan::NhuTren {
            let open = khong_ro.len();
            khong_ro.retain(|line| line.loi != LyDo::KhongCoKinhGui);
            if khong_ro.len() < open {
                all.nhu_tren(&duoc_moi(&van_ban.noi_dung), danh_ba);
            }
        }
        (all, khong_ro)
    }

    /// Those whom a paper invites, as far as the book has them; whoever else it names gets it by hand.
    fn nhu_tren(&mut self, duoc_moi: &[String], danh_ba: &DanhBa) {
        let mut tan_tay = duoc_moi.is_empty();
        for ten in duoc_moi {
            match doc_dong(ten, danh_ba) {
                Dong::Noi(found) => found.into_iter().for_each(|noi| self.them(noi, ten)),
                _ => tan_tay = true,
            }
        }
        if tan_tay {
            self.ghi_chu.push("“Như trên” là người có tên trong giấy: giao tận tay".to_owned());
        }
    }

    /// Everyone who could be found, and the lines that say nobody.
    pub fn cua(kinh_gui: &[Loi], noi_nhan: &NoiNhan, danh_ba: &DanhBa) -> (Self, Vec<KhongRo>) {
        let luu = noi_nhan.luu().map(|luu| ban_luu::cac_ban_luu(luu)).unwrap_or_default();
        let mut all = Self { luu, ..Self::default() };
        let mut khong_ro = Vec::new();
        let mut lines: Vec<&Loi> = kinh_gui.iter().collect();
        lines.extend(noi_nhan.danh_sach());
        for line in lines {
            match doc_dong(line, danh_ba) {
                Dong::Noi(found) => found.into_iter().for_each(|noi| all.them(noi, line)),
                Dong::NhuTren if kinh_gui.is_empty() => {
                    khong_ro.push(KhongRo { dong: line.to_string(), loi: LyDo::KhongCoKinhGui });
                }
                Dong::NhuTren => {}
                Dong::NhuDieu => all.ghi_chu.push(format!(
                    "nơi nhận “{line}”: chưa gửi cho ai, vì chỉ lời văn biết đó là những nơi nào; \
                     muốn gửi thì khai trong danh bạ một nhóm tên “{line}”"
                )),
                Dong::KhongRo => {
                    khong_ro.push(KhongRo { dong: line.to_string(), loi: LyDo::KhongCo })
                }
            }
        }
        (all, khong_ro)
    }

    fn them(&mut self, noi: &NoiGui, line: &str) {
        match self.noi.iter().find(|known| known.noi.ten() == noi.ten()) {
            None => self.noi.push(NoiDuocGui { noi: noi.clone(), theo: line.to_owned() }),
            Some(known) => self.ghi_chu.push(format!(
                "“{}” có ở cả “{}” và “{line}”: chỉ gửi một lần",
                noi.ten(),
                known.theo
            )),
        }
    }

    /// Copies on paper for recipients.
    pub fn so_ban_gui(&self) -> u64 {
        self.noi.iter().fold(0, |sum, n| sum.saturating_add(n.noi.so_ban_giay()))
    }

    /// Copies that stay (bản lưu).
    pub fn so_ban_luu(&self) -> u64 {
        self.luu.iter().fold(0, |sum, b| sum.saturating_add(b.so_ban))
    }

    /// Copies to print: recipients on paper and bản lưu.
    pub fn so_ban_in(&self) -> u64 {
        self.so_ban_gui().saturating_add(self.so_ban_luu())
    }

    /// Those who get paper, with their number in the list, from 1.
    pub fn nhan_giay(&self) -> impl Iterator<Item = (usize, &NoiDuocGui)> {
        (1..).zip(&self.noi).filter(|(_, n)| n.noi.so_ban_giay() > 0)
    }
}

/// Whom an invitation calls.
fn duoc_moi(noi_dung: &NoiDung) -> Vec<String> {
    let NoiDung::TheoMau(noi_dung) = noi_dung else { return Vec::new() };
    let called = noi_dung.truong.iter().filter(|(khoa, _)| khoa == "kinh_moi");
    called
        .flat_map(|(_, value)| match value {
            GiaTri::CacDoan(all) => all.iter().map(|chu| chu.chu_tron()).collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// The whole line is asked for first: the book may have `UBND Tỉnh, Sở Tài chính` as one name, or a
/// group called `Như Điều 3`. Then its parts, if the book has every one of them.
fn doc_dong<'a>(line: &str, danh_ba: &'a DanhBa) -> Dong<'a> {
    if let Some(found) = danh_ba.tim(line) {
        return Dong::Noi(found);
    }
    let said = khoa(line);
    if said == khoa("Như trên") {
        return Dong::NhuTren;
    }
    if said.starts_with(&khoa("Như Điều")) || said.starts_with(&khoa("Như các Điều")) {
        return Dong::NhuDieu;
    }
    // One note in brackets is for all names of the line; its own commas part nobody.
    let names = bo_ghi_chu(line);
    let parts = |text: &str| -> Option<Vec<&'a NoiGui>> {
        let parts: Option<Vec<Vec<&NoiGui>>> =
            text.split([',', ';']).map(|part| danh_ba.tim(part)).collect();
        parts.map(|parts| parts.concat())
    };
    let found = parts(names).or_else(|| parts(&names.replace(" và ", ", ")));
    found.map_or(Dong::KhongRo, Dong::Noi)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::noi_gui::NoiGuiTho;

    fn book() -> DanhBa {
        let mut book = DanhBa::default();
        for (ten, so_ban) in [("Tỉnh uỷ", None), ("Ban Pháp chế", Some(2)), ("Ban Dân tộc", None)]
        {
            let tho = NoiGuiTho { ten: ten.into(), so_ban, ..NoiGuiTho::default() };
            book.them_noi(NoiGui::new(tho).unwrap(), &[]).unwrap();
        }
        let gom = ["Ban Pháp chế", "Ban Dân tộc"].map(str::to_owned);
        book.them_nhom("Các Ban", &[], &gom).unwrap();
        book
    }

    fn phat(kinh_gui: &[&str], list: &[&str], luu: &str) -> (PhanPhat, Vec<KhongRo>) {
        let own = |names: &[&str]| names.iter().map(|n| Loi::from(*n)).collect::<Vec<_>>();
        PhanPhat::cua(&own(kinh_gui), &NoiNhan::new(own(list), Loi::from(luu)), &book())
    }

    fn names(p: &PhanPhat) -> Vec<&str> {
        p.noi.iter().map(|n| n.noi.ten()).collect()
    }

    #[test]
    fn nhu_tren_is_kinh_gui_and_a_recipient_counts_once() {
        let (p, open) = phat(
            &["Tỉnh ủy"],
            &["Như trên (để b/c)", "Các Ban", "Ban Pháp chế"],
            "VT (02), CTHĐND",
        );
        assert_eq!(open, []);
        assert_eq!(names(&p), ["Tỉnh uỷ", "Ban Pháp chế", "Ban Dân tộc"]);
        assert_eq!(
            p.ghi_chu,
            ["“Ban Pháp chế” có ở cả “Các Ban” và “Ban Pháp chế”: chỉ gửi một lần"]
        );
        assert_eq!((p.so_ban_gui(), p.so_ban_luu(), p.so_ban_in()), (4, 3, 7));
    }

    #[test]
    fn several_names_on_a_line_are_read_if_all_are_known() {
        let (p, open) = phat(&[], &["Tỉnh uỷ, Ban Dân tộc"], "VT");
        assert_eq!((names(&p), open.len()), (vec!["Tỉnh uỷ", "Ban Dân tộc"], 0));
        for line in [
            "Tỉnh ủy, Ban Dân tộc (để b/c)",
            "Tỉnh ủy và Ban Dân tộc (để b/c, chỉ đạo);",
            "Tỉnh ủy (để b/c), Ban Dân tộc (để p/h)",
        ] {
            let (p, open) = phat(&[], &[line], "VT");
            assert_eq!((names(&p), open.len()), (vec!["Tỉnh uỷ", "Ban Dân tộc"], 0), "{line}");
        }
        let (p, open) = phat(&[], &["Tỉnh uỷ, Sở Y tế"], "VT");
        assert_eq!((p.noi.len(), open[0].loi), (0, LyDo::KhongCo));
    }

    #[test]
    fn an_invitation_goes_to_the_invited() {
        let invited = |names_in: &[&str]| {
            let mut all = PhanPhat::default();
            let called: Vec<String> = names_in.iter().map(|n| (*n).to_owned()).collect();
            all.nhu_tren(&called, &book());
            (names(&all).join("; "), all.ghi_chu.len())
        };
        assert_eq!(
            invited(&["Các Ban", "Tỉnh uỷ"]),
            ("Ban Pháp chế; Ban Dân tộc; Tỉnh uỷ".into(), 0)
        );
        assert_eq!(invited(&["Ban Dân tộc", "Ông Nguyễn Văn A"]), ("Ban Dân tộc".into(), 1));
        assert_eq!(invited(&[]), (String::new(), 1));
    }

    #[test]
    fn those_of_an_article_are_left_to_the_text() {
        let (p, open) = phat(&[], &["Như Điều 3", "như các Điều 2, 3", "Tỉnh uỷ"], "VT");
        assert_eq!((names(&p), open.len(), p.ghi_chu.len()), (vec!["Tỉnh uỷ"], 0, 2));
        let (_, open) = phat(&[], &["Như trên"], "VT");
        assert_eq!(open[0].loi, LyDo::KhongCoKinhGui);
    }
}
