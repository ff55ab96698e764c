//! Địa danh in the line with the date: the name of the place alone, or the whole name of a unit that is named
//! after a person, an event or by a number (PL I, II.4.a).

use super::doc::Doc;
use crate::model::chu_dau::hoa_dau;
use crate::model::{DiaBan, Fault, Loi, TenCoQuan};
use crate::reading::form::{Field, Text};
use crate::reading::yaml::Span;

const DIEU_KHOAN: &str = "Phụ lục I, phần I, mục II.4.a";

/// Kinds of units as they are typed, and as they are written before a name.
const LOAI: &[(&str, &str)] = &[
    ("tp. ", "Thành phố"),
    ("tp.", "Thành phố"),
    ("tp ", "Thành phố"),
    ("thành phố ", "Thành phố"),
    ("tỉnh ", "Tỉnh"),
    ("phường ", "Phường"),
    ("xã ", "Xã"),
    ("đặc khu ", "Đặc khu"),
    ("quận ", "Quận"),
    ("huyện ", "Huyện"),
    ("thị xã ", "Thị xã"),
    ("thị trấn ", "Thị trấn"),
];

/// Persons and events that units are named after and that no other place is called by.
const NGUOI_SU_KIEN: &[&str] = &[
    "Hồ Chí Minh",
    "Điện Biên Phủ",
    "Cách Mạng Tháng Tám",
    "Hai Bà Trưng",
    "Bà Triệu",
    "Ngô Quyền",
    "Lý Thường Kiệt",
    "Trần Hưng Đạo",
    "Trần Nhân Tông",
    "Trần Phú",
    "Lê Lợi",
    "Lê Chân",
    "Lê Đại Hành",
    "Lê Hồng Phong",
    "Nguyễn Trãi",
    "Nguyễn Du",
    "Nguyễn Huệ",
    "Nguyễn Bỉnh Khiêm",
    "Nguyễn Thái Học",
    "Nguyễn Lương Bằng",
    "Nguyễn Thị Minh Khai",
    "Phan Bội Châu",
    "Phan Đình Phùng",
    "Quang Trung",
    "Tô Hiệu",
    "Tôn Đức Thắng",
    "Võ Nguyên Giáp",
];

/// Family names; a name of three syllables with `Văn` or `Thị` in the middle is a person's.
const HO: &[&str] = &[
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trương", "Lương", "Tô", "Châu",
];

/// The place of an office; one that is missing is told with what it is.
pub fn doc_dia_danh(doc: &mut Doc<'_>, field: Field<Text>, top: Span) -> Option<Loi> {
    let wrong = match field {
        Field::Missing if doc.viet_sai("dia_danh", top) => return None,
        Field::Missing => {
            Some(("missing-field", "thiếu mục “dia_danh”, in ở dòng ngày tháng", top))
        }
        Field::Blank(span) => {
            Some(("empty-value", "mục “dia_danh” để trống, mà in ở dòng ngày tháng", span))
        }
        Field::Good(..) | Field::Bad => None,
    };
    if let Some((code, message, at)) = wrong {
        let hint = "ghi tên nơi cơ quan đóng trụ sở, ví dụ: “dia_danh: Đồng Tháp”";
        doc.fault(Fault::new(code, message).hint(hint).clause(DIEU_KHOAN), at);
        return None;
    }
    let (text, span) = doc.plain(field, "dia_danh", top)?;
    kiem(doc, &text, span);
    Some(text.map(|text| text.trim_end_matches([',', ' ']).to_owned()))
}

/// Reports what is wrong with the place of an office.
fn kiem(doc: &mut Doc<'_>, text: &str, span: Span) {
    let text = text.trim_end_matches([',', ' ']);
    let name = text.split(',').next().unwrap_or_default().trim();
    if text.contains("ngày") || text.contains("tháng") {
        let name = hoa_tung_tieng(name);
        let hint = format!("chỉ ghi: “{name}”; ngày, tháng, năm lấy ở mục ngay_ban_hanh");
        return doc.fault(loi(format!("địa danh “{text}” có cả ngày, tháng"), hint), span);
    }
    if name.len() < text.len() {
        let hint = format!("chỉ ghi tên nơi cơ quan đóng trụ sở: “{name}”");
        doc.warn(loi(format!("địa danh “{text}” ghi hai nơi"), hint), span);
    }
    match viet_tat(name, doc).or_else(|| tach_loai(name)) {
        Some((loai, rest)) => co_loai(doc, name, loai, rest, span),
        None => ten_tran(doc, name, span),
    }
}

fn loi(message: String, hint: String) -> Fault {
    Fault::new("bad-place", message).hint(hint).clause(DIEU_KHOAN)
}

/// The kind of unit that a set lets one shorten: `TP Hồ Chí Minh`.
fn viet_tat<'t>(name: &'t str, doc: &Doc<'_>) -> Option<(&'static str, &'t str)> {
    let short = |(tat, loai): &(&str, &'static str)| {
        Some((*loai, name.strip_prefix(tat)?.strip_prefix(' ')?.trim()))
    };
    doc.bo().dia_danh.viet_tat.iter().find_map(short)
}

/// Whether a name stands with its kind of unit because of what it is: one syllable, or a province's name too.
fn can_loai(doc: &Doc<'_>, loai: &str, ten: &str) -> bool {
    let cach = doc.bo().dia_danh;
    let below = !matches!(loai, "Tỉnh" | "Thành phố");
    cach.mot_am_tiet && !ten.contains(' ')
        || cach.trung_ten_tinh && below && DiaBan::tim(ten).is_some()
}

/// The kind of unit, as it is to be written, and the name after it.
fn tach_loai(name: &str) -> Option<(&'static str, &str)> {
    LOAI.iter().find_map(|(typed, loai)| {
        let at = name.char_indices().nth(typed.chars().count()).map(|(at, _)| at)?;
        let (dau, rest) = name.split_at_checked(at)?;
        (dau.to_lowercase() == *typed).then(|| (*loai, rest.trim()))
    })
}

/// A name with its kind before it: right where the name is a number, a person's or an event's.
fn co_loai(doc: &mut Doc<'_>, name: &str, loai: &str, rest: &str, span: Span) {
    let ten = hoa_tung_tieng(rest);
    let right = format!("{loai} {ten}");
    let short = viet_tat(name, doc).is_some_and(|(_, rest)| rest == ten);
    if la_so(rest) || dat_theo_nguoi(&ten) || can_loai(doc, loai, &ten) {
        if name != right && !short {
            let hint = format!("viết đủ tên gọi, chữ chỉ loại đơn vị viết hoa: “{right}”");
            doc.warn(loi(format!("địa danh “{name}” chưa viết đúng"), hint), span);
        }
    } else if DiaBan::tim(rest).is_some() && matches!(loai, "Tỉnh" | "Thành phố") {
        doc.warn(
            loi(format!("địa danh “{name}” thừa chữ chỉ loại đơn vị"), format!("chỉ ghi: “{ten}”")),
            span,
        );
    } else if !short && (!name.starts_with(loai) || rest != ten) {
        let hint = format!(
            "chỉ ghi tên: “{ten}”; tên đặt theo số, tên người, sự kiện lịch sử thì ghi cả loại đơn vị: “{right}”"
        );
        doc.fault(loi(format!("địa danh “{name}” chưa viết đúng"), hint), span);
    }
}

/// A name alone.
fn ten_tran(doc: &mut Doc<'_>, name: &str, span: Span) {
    let right = hoa_tung_tieng(name);
    if la_so(name) {
        let hint = format!("ghi cả loại đơn vị hành chính: “Phường {name}”");
        doc.fault(loi(format!("địa danh “{name}” chỉ là con số"), hint), span);
    } else if right == "Hồ Chí Minh" || right.to_uppercase() == "HCM" {
        let hint = "ghi tên đầy đủ: “Thành phố Hồ Chí Minh”".to_owned();
        doc.fault(loi(format!("địa danh “{name}” là tên người, chưa có loại đơn vị"), hint), span);
    } else if name != right {
        let what = match name == name.to_uppercase() {
            true => format!("địa danh “{name}” viết toàn chữ in hoa"),
            false => format!("trong địa danh “{name}” có tiếng chưa viết hoa chữ cái đầu"),
        };
        doc.fault(loi(what, format!("viết: “{right}”")), span);
    } else if doc.bo().dia_danh.mot_am_tiet && !name.contains(' ') {
        let whole = DiaBan::tim(name).map_or(format!("Xã {name}"), |tinh| tinh.to_string());
        let hint = format!("ghi cả cấp hành chính, ví dụ: “{whole}”");
        doc.warn(
            loi(
                format!("địa danh “{name}” có một âm tiết, trước tên chưa có cấp hành chính"),
                hint,
            ),
            span,
        );
    } else if dat_theo_nguoi(name) {
        let hint = format!("ghi cả loại đơn vị hành chính, ví dụ: “Phường {name}”");
        let what =
            format!("“{name}” là tên người hoặc sự kiện lịch sử, trước tên chưa có loại đơn vị");
        doc.warn(loi(what, hint), span);
    }
}

fn la_so(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_digit())
}

fn dat_theo_nguoi(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let person = |words: &[&str]| matches!(words, [ho, "Văn" | "Thị", _] if HO.contains(ho));
    NGUOI_SU_KIEN.contains(&name) || person(&words)
}

/// Every syllable with a capital, as proper names are written (PL II, II.1); a name in capitals throughout gets
/// small letters.
fn hoa_tung_tieng(name: &str) -> String {
    let caps = name == name.to_uppercase();
    let tieng = name.split(' ').map(|word| match caps {
        true => hoa_dau(&word.to_lowercase()),
        // `K’Dang`: what stands inside a syllable is its own.
        false => hoa_dau(word),
    });
    tieng.collect::<Vec<_>>().join(" ")
}

/// A xã, phường or đặc khu whose name a province has too is written with its kind, where the set says so.
pub fn trung_ten_tinh(doc: &mut Doc<'_>, dia_danh: &str, head: &TenCoQuan, span: Span) {
    let bare = DiaBan::tim(dia_danh).is_some_and(|tinh| tinh.ten() == dia_danh);
    if !doc.bo().dia_danh.trung_ten_tinh || !bare {
        return;
    }
    let head = head.lien_mach().to_uppercase();
    let own = ["Xã", "Phường", "Đặc khu"].into_iter().map(|loai| format!("{loai} {dia_danh}"));
    if let Some(own) = own.into_iter().find(|own| head.ends_with(&own.to_uppercase())) {
        let message = format!("địa danh “{dia_danh}” trùng tên một tỉnh, thành phố");
        doc.warn(loi(message, format!("ghi cả cấp hành chính: “{own}”")), span);
    }
}
