//! Styles of the head of an appendix (PL I, III.1).

use super::dau_trang::{centred, rule_under_title};
use super::style::Style;
use crate::model::the_thuc::TheThuc;
use crate::writers::docx::style_id as id;

/// Number, title, reference line and rule line. The number is in the outline, so that an appendix is
/// found in the navigation pane.
pub(super) fn styles(t: &TheThuc) -> Vec<Style> {
    vec![
        centred(id::PHU_LUC, "VT Phụ lục")
            .size(t.co_chu_phu_luc_pt)
            .bold()
            .keep()
            .outline(1)
            .next(id::TEN_PHU_LUC),
        centred(id::TEN_PHU_LUC, "VT Tên phụ lục")
            .size(t.co_chu_trich_yeu_pt)
            .bold()
            .keep()
            .next(id::KEM_THEO),
        centred(id::KEM_THEO, "VT Kèm theo")
            .size(t.co_chu_trich_yeu_pt)
            .italic()
            .keep()
            .next(id::THAN_BAI),
        rule_under_title(id::GACH_PHU_LUC, "VT Gạch dưới phụ lục", t),
    ]
}
