//! A key in a place where none can be: too far in, behind a dash, behind another key. Looked for only where the
//! library has failed.

use super::dau_dong::{Dong, cac_dong, la_ten_muc};
use crate::diagnostic::Diagnostic;
use crate::reading::source::TepNguon;

/// Why the library failed at a line, if that is because of a key.
pub fn loi(tep: &TepNguon, line: usize) -> Option<Diagnostic> {
    let lines = cac_dong(&tep.text);
    if !lines.iter().any(|d| d.ten_muc().is_some()) {
        return Some(chi_loi_van().at(tep.place(lines.first()?.so, 1)));
    }
    let at = lines.iter().position(|d| d.so == line)?;
    let (above, here) = lines.split_at_checked(at)?;
    let here = here.first()?;
    hai_muc(tep, here)
        .or_else(|| sau_gach(tep, above, here))
        .or_else(|| thieu_hai_cham(tep, above, here))
        .or_else(|| thut_thieu(tep, above, here))
        .or_else(|| thut_thua(tep, above, here))
}

/// A file of prose, as pasted from Word.
fn chi_loi_van() -> Diagnostic {
    Diagnostic::error("yaml-syntax", "tệp này chỉ có lời văn, chưa có mục nào").hint(
        "ghi các mục “loai: …”, “trich_yeu: …”, “noi_dung: |”, rồi đặt lời văn dưới “noi_dung: |”, mỗi dòng thụt vào \
         2 dấu cách; lấy tệp mẫu bằng lệnh: vanthu init THƯ_MỤC --mau thong_bao",
    )
}

/// `so: 5 ngay_ban_hanh: 5/10/2026`.
fn hai_muc(tep: &TepNguon, here: &Dong<'_>) -> Option<Diagnostic> {
    here.ten_muc()?;
    let (start, value) = here.gia_tri();
    let (before, _) = value.split_once(": ")?;
    let key = before.rsplit([' ', ',', ';']).next().filter(|word| before.len() > word.len())?;
    let known = key.contains('_') || matches!(key, "so" | "loai" | "luu");
    (la_ten_muc(key) && known).then(|| {
        let column = before.chars().count().saturating_sub(key.chars().count());
        let place = tep.place(here.so, start.saturating_add(column).saturating_add(1));
        let message = format!("mục “{key}” nằm chung dòng với một mục khác");
        Diagnostic::error("yaml-syntax", message)
            .hint(format!("xuống dòng trước “{key}:”"))
            .at(place)
    })
}

/// `- trich_yeu: …` among keys without a dash.
fn sau_gach(tep: &TepNguon, above: &[Dong<'_>], here: &Dong<'_>) -> Option<Diagnostic> {
    let key = here.ten_muc().filter(|_| here.la_phan_tu())?;
    let beside = above.iter().rev().find(|d| d.thut <= here.thut)?;
    let among = beside.thut == here.thut && !beside.la_phan_tu() && !beside.mo_nhom();
    among.then(|| {
        let message = format!("trước mục “{key}” có dấu gạch đầu dòng");
        Diagnostic::error("yaml-syntax", message)
            .hint(format!("bỏ dấu “- ”: “{key}: …”"))
            .at(tep.place(here.so, here.thut.saturating_add(1)))
    })
}

/// A name without its colon, and its parts below it.
fn thieu_hai_cham(tep: &TepNguon, above: &[Dong<'_>], here: &Dong<'_>) -> Option<Diagnostic> {
    here.ten_muc()?;
    let last = above.last().filter(|d| la_ten_muc(d.chu) && here.thut > d.thut)?;
    let word = last.chu;
    let place = tep.place(last.so, last.thut.saturating_add(word.len()).saturating_add(1));
    let message = format!("sau tên mục “{word}” thiếu dấu hai chấm");
    Some(Diagnostic::error("yaml-syntax", message).hint(format!("viết “{word}:”")).at(place))
}

/// A key below an item's dash, where it should stand below the item's first key.
fn thut_thieu(tep: &TepNguon, above: &[Dong<'_>], here: &Dong<'_>) -> Option<Diagnostic> {
    let key = here.ten_muc().filter(|_| !here.la_phan_tu())?;
    let last = above.iter().rev().find(|d| d.thut <= here.thut)?;
    let first = last.ten_muc().filter(|_| last.la_phan_tu() && last.thut == here.thut)?;
    let message = format!("mục “{key}” chưa thụt vào thẳng với “{first}” ở trên");
    let hint = format!("thụt “{key}:” vào thêm {} dấu cách", last.bac().saturating_sub(here.thut));
    let place = tep.place(here.so, here.thut.saturating_add(1));
    Some(Diagnostic::error("yaml-syntax", message).hint(hint).at(place))
}

/// A key that stands deeper than those around it.
fn thut_thua(tep: &TepNguon, above: &[Dong<'_>], here: &Dong<'_>) -> Option<Diagnostic> {
    let key = here.ten_muc().filter(|_| !here.la_phan_tu())?;
    let last = above.last()?;
    last.ten_muc().filter(|_| here.thut > last.bac() && !last.mo_nhom() && !last.mo_doan())?;
    let message = format!("mục “{key}” thụt vào sâu hơn mục ở dòng trên");
    let hint = match last.bac() {
        0 => "bỏ các dấu cách ở đầu dòng".to_owned(),
        bac => format!("để đúng {bac} dấu cách ở đầu dòng, bằng mục ở dòng trên"),
    };
    let place = tep.place(here.so, here.thut.saturating_add(1));
    Some(Diagnostic::error("yaml-syntax", message).hint(hint).at(place))
}
