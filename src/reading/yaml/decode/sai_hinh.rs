//! A value of another shape than its key has: what was meant, in the clerk's words.

use super::{Hinh, Name};
use crate::model::Fault;
use crate::reading::yaml::{Node, Value};

/// Keys whose text has several lines as a rule.
const NHIEU_DONG: &[&str] = &["noi_dung"];

/// The parts of a signer. Where a group is looked for, the signer's short name above them is missing.
const CUA_NGUOI_KY: &[&str] = &["dong", "ho_ten"];

/// The fault of a node that should have another shape.
pub(super) fn loi(name: Name<'_>, node: &Node, wanted: Hinh) -> Fault {
    let hint = match (&node.value, wanted) {
        (Value::Map(entries), Hinh::Chu) if name.item => {
            let (message, hint) = phan_tu_hai_cham(name, entries);
            return Fault::new("wrong-type", message).hint(hint);
        }
        (Value::Map(_) | Value::List(_), Hinh::Chu) if NHIEU_DONG.contains(&name.key) => {
            nhieu_dong(name)
        }
        (Value::Map(_), Hinh::Chu) => mot_dong(name),
        (Value::List(_), Hinh::Chu) => bo_gach(name),
        (Value::Text(text), Hinh::DanhSach) => thanh_gach(name, text),
        (Value::Map(_), Hinh::DanhSach) => {
            let key = name.key;
            format!("thêm “- ” trước mục đầu tiên dưới “{key}:” và thụt các mục sau vào thẳng với mục ấy")
        }
        (_, Hinh::DanhSach) => "ghi mỗi phần tử trên một dòng, mở đầu bằng “- ”".to_owned(),
        (Value::List(items), Hinh::Nhom) if items.iter().all(|item| item.text().is_none()) => {
            bo_gach_cua_nhom()
        }
        (_, Hinh::Nhom) if name.item => {
            "mỗi phần tử gồm các mục con: sau “- ” ghi “tên_mục: nội dung”, các mục sau thụt vào thẳng với mục đầu".to_owned()
        }
        (_, Hinh::Nhom) => vao_nhom(name),
        (_, Hinh::Chu) => mot_dong(name),
    };
    Fault::new("wrong-type", thuong(name, node, wanted)).hint(hint)
}

fn thuong(name: Name<'_>, node: &Node, wanted: Hinh) -> String {
    let who = match name {
        Name { key: "", .. } => "ở đây".to_owned(),
        Name { key, item: false } => format!("mục “{key}”"),
        Name { key, item: true } => format!("mỗi phần tử của “{key}”"),
    };
    let wanted = match wanted {
        Hinh::Chu => "một đoạn chữ",
        Hinh::DanhSach => "một danh sách",
        Hinh::Nhom => "một nhóm mục con",
    };
    format!("{who} phải là {wanted}, không phải {}", node.kind())
}

/// `- Đảng ủy xã: để báo cáo`: the colon makes a key of the words before it.
fn phan_tu_hai_cham(name: Name<'_>, entries: &[(Node, Node)]) -> (String, String) {
    let (key, value) = entries
        .first()
        .map_or(("", None), |(key, value)| (key.text().unwrap_or_default(), value.text()));
    let message = format!("“{key}:” trong một phần tử của “{}” bị hiểu là tên một mục", name.key);
    let line = match value {
        Some(value) if !value.contains('\n') => format!("{key}: {value}"),
        _ => format!("{key}: …"),
    };
    (message, format!("đặt cả dòng trong hai dấu nháy đơn: - '{}'", line.replace('\'', "''")))
}

/// A text of several lines without its sign.
fn nhieu_dong(name: Name<'_>) -> String {
    let key = name.key;
    format!("thêm dấu | sau “{key}:”, thành “{key}: |”, và để nguyên các dòng thụt vào ở dưới")
}

/// A text whose colon makes a key of its beginning.
fn mot_dong(name: Name<'_>) -> String {
    let key = name.key;
    format!(
        "ghi nội dung ngay sau “{key}:”; nội dung có dấu hai chấm thì đặt cả trong hai dấu nháy đơn: {key}: '…'"
    )
}

/// A text that begins with a dash.
fn bo_gach(name: Name<'_>) -> String {
    let key = name.key;
    format!("bỏ dấu “- ”, ghi tất cả trên một dòng ngay sau “{key}:”")
}

/// Groups with names that were written as a list.
fn bo_gach_cua_nhom() -> String {
    "bỏ dấu “- ”; thay vào đó ghi tên gọi và dấu hai chấm, rồi thụt các mục con vào dưới tên ấy 2 dấu cách".to_owned()
}

/// What the key of a group has under it.
fn vao_nhom(name: Name<'_>) -> String {
    let key = name.key;
    if CUA_NGUOI_KY.contains(&key) {
        return "ghi tên gọi tắt của người ký ở dòng trên, ví dụ “chu_tich:”, rồi thụt dong và ho_ten vào sâu hơn tên ấy \
                2 dấu cách"
            .to_owned();
    }
    format!(
        "dưới “{key}:” ghi từng mục con “tên_mục: nội dung”, mỗi mục một dòng, thụt vào 2 dấu cách"
    )
}

/// Lines that should be items.
fn thanh_gach(name: Name<'_>, text: &str) -> String {
    let key = name.key;
    let dashes =
        text.lines().filter(|line| !line.trim().is_empty()).all(|line| line.starts_with("- "));
    if dashes {
        format!("bỏ dấu | (hoặc >) sau “{key}:”, giữ các dòng “- ” ở dưới")
    } else {
        format!("dưới “{key}:” ghi mỗi phần tử trên một dòng, mở đầu bằng “- ”")
    }
}
