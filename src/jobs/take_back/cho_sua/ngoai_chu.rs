//! What was edited beside the words: pages begun by hand, parts of the file that are no text.

use super::{Loai, Tim};
use crate::word::so_sanh::so_sanh_ngoai_chu;
use crate::writers::docx::xml::Element;

impl Tim<'_> {
    /// Pages that begin where none did: letters stay, the source asks for them in its own way.
    pub(super) fn sang_trang(&mut self) {
        let (cu, moi) = self.tep;
        let (before, now) = (so_ngat_trang(&cu.than), so_ngat_trang(&moi.than));
        if before == now {
            return;
        }
        let cau = match now > before {
            true => format!(
                "thêm {} chỗ sang trang; muốn giữ thì gõ dòng {{sang trang}} ở chỗ ấy trong nguồn",
                now.saturating_sub(before)
            ),
            false => format!("bớt {} chỗ sang trang", before.saturating_sub(now)),
        };
        self.them("Trang".to_owned(), cau, Loai::TrinhBay);
    }

    /// Head and foot of the pages, and what is drawn: nothing of it is led to a field.
    pub(super) fn ngoai_chu(&mut self) {
        let (cu, moi) = self.tep;
        for change in so_sanh_ngoai_chu(cu, moi) {
            let cau = change
                .cau
                .strip_prefix(&format!("{}: ", change.noi))
                .unwrap_or(&change.cau)
                .to_owned();
            self.them(change.noi.clone(), cau, Loai::Khac);
        }
    }
}

/// How many pages somebody begins by hand.
pub(super) fn so_ngat_trang(cay: &Element) -> usize {
    let (mut out, mut left) = (0_usize, vec![cay]);
    while let Some(one) = left.pop() {
        let of_page = one.name == "w:br" && one.get("w:type") == Some("page");
        let before = one.name == "w:pageBreakBefore" && one.get("w:val").is_none_or(|v| v != "0");
        out = out.saturating_add(usize::from(of_page || before));
        left.extend(one.elements());
    }
    out
}
