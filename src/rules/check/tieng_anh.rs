//! `tieng_anh:` of an office, `song_ngu:` of a paper: the head in two languages.

use super::co_quan::{cac_dong, ten_co_quan};
use super::doc::Doc;
use crate::model::{CoQuan, Fault, Loi, TenCoQuan, TenTiengAnh, co_khong};
use crate::reading::form::{Field, Text, TextOrList, TiengAnhForm};
use crate::reading::yaml::Span;

/// The office's names in English.
pub fn tieng_anh(doc: &mut Doc<'_>, form: TiengAnhForm, top: Span) -> Option<TenTiengAnh> {
    let tieu_de = doc.optional(form.tieu_de).map(|(value, span)| {
        let lines = cac_dong(doc, value, "tieu_de", span);
        lines.iter().for_each(|line| con_tieng_viet(doc, line, span));
        lines
    });
    let chu_quan = doc.optional(form.co_quan_chu_quan).map(|(value, span)| ten(doc, value, span));
    let ban_hanh = doc.require(form.co_quan_ban_hanh, "co_quan_ban_hanh", top);
    let ban_hanh = ban_hanh.map(|(value, span)| ten(doc, value, span));
    Some(TenTiengAnh {
        tieu_de: tieu_de.filter(|lines: &Vec<Loi>| !lines.is_empty()),
        co_quan_chu_quan: chu_quan,
        co_quan_ban_hanh: ban_hanh?,
    })
}

fn ten(doc: &mut Doc<'_>, value: TextOrList, span: Span) -> TenCoQuan {
    let ten = ten_co_quan(doc, value, span);
    con_tieng_viet(doc, &ten.lien_mach(), span);
    ten
}

/// A Vietnamese name where the English one belongs.
fn con_tieng_viet(doc: &mut Doc<'_>, ten: &str, span: Span) {
    let Some(letter) = ten.chars().find(|c| c.is_alphabetic() && !c.is_ascii()) else { return };
    let message = format!("tên tiếng Anh “{ten}” còn chữ tiếng Việt “{letter}”");
    let fault = Fault::new("english-name", message);
    doc.warn(fault.hint("viết tên tiếng Anh, địa danh không dấu, ví dụ: DONG THAP PROVINCE"), span);
}

/// Whether a paper has its head in both languages, which its office must have names for.
pub fn song_ngu(doc: &mut Doc<'_>, field: Option<Field<Text>>, co_quan: Option<&CoQuan>) -> bool {
    let Some((text, span)) = doc.optional_line(field) else { return false };
    let yes = doc.take(co_khong(&text), span).unwrap_or_default();
    if let Some(co_quan) = co_quan.filter(|office| yes && office.tieng_anh.is_none()) {
        let message = match co_quan.lien_co_quan() {
            true => {
                "song_ngu: một trong các cơ quan cùng ban hành chưa có tên tiếng Anh".to_owned()
            }
            false => format!("song_ngu: {} chưa có tên tiếng Anh", co_quan.tep),
        };
        let hint = "ghi vào tệp của cơ quan mục tieng_anh, dưới nó lùi vào hai dấu cách: co_quan_ban_hanh: TÊN TIẾNG ANH IN HOA";
        doc.fault(Fault::new("missing-field", message).hint(hint), span);
        return false;
    }
    yes
}
