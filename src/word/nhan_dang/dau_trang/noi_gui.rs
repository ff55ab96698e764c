//! Whom a paper is written to, behind `Kính gửi`.

use super::Doc;
use crate::word::nhan_dang::dong::Dong;
use crate::word::nhan_dang::tu::{dai, la_gach, la_net_ke};
use crate::word::nhan_dang::vai::VaiDong;

impl Doc<'_> {
    /// A line behind `Kính gửi`: an item, or what an item goes on with.
    pub(super) fn noi_gui(&mut self, line: &Dong) -> bool {
        let first = self.dau.kinh_gui.is_empty();
        let open = self.dau.kinh_gui.last().is_some_and(|last| self.con_noi_gui(last, line));
        let short = dai(&line.chu) < 160;
        let body = line.chu.ends_with(':') || (line.chu.ends_with('.') && dai(&line.chu) > 100);
        if la_net_ke(&line.chu) {
            self.la(VaiDong::NetKe, line);
            return true;
        }
        if la_gach(&line.chu) || ((first || open) && short && !body) {
            self.them_noi_gui(&line.chu);
            self.la(VaiDong::NoiKinhGui, line);
            return true;
        }
        false
    }

    pub(super) fn them_noi_gui(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            let parts = text.split_inclusive(';').map(str::trim).filter(|part| !la_net_ke(part));
            self.dau.kinh_gui.extend(parts.map(str::to_owned));
        }
    }

    /// Whether the names go on behind this one. Where the last name has the mark of the others too, only another such
    /// name can tell.
    fn con_noi_gui(&self, last: &str, line: &Dong) -> bool {
        let marks = self.kieu.trinh_bay.sau_noi_gui;
        let like = marks.cuoi != marks.giua || line.chu.ends_with(marks.cuoi);
        last.ends_with(',') || (last.ends_with(';') && like)
    }
}
