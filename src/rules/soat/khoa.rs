//! Which texts of a tree are read, by the key they stand under: names of files, figures and symbols are
//! no prose.

use crate::reading::yaml::{Node, Span, Value};

/// How much of the rules a text bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoaiChu {
    VanXuoi,
    /// Names and symbols: only the characters are looked at.
    Ten,
}

/// Keys whose values hold no words of ours.
const KHONG_DOC: &[&str] = &[
    "loai",
    "so",
    "ngay",
    "ngay_ban_hanh",
    "tu",
    "den",
    "gio",
    "don_gia",
    "so_luong",
    "so_ngay",
    "so_dem",
    "so_nguoi",
    "muc",
    "tong",
    "dien_thoai",
    "the_thuc",
    "cach_doc_so",
    "da_chi",
    "co_quan",
    "bo_qua",
    "dau_thanh",
    "tu_ngay",
    "tep",
    "mat",
    "khan",
    "luu_hanh",
    "song_ngu",
    "ban",
    "thoi_diem",
    "so_ban",
];

/// Keys whose values are names in capitals, of people or of places.
const TEN: &[&str] = &[
    "ky_hieu",
    "dong",
    "ho_ten",
    "co_quan_chu_quan",
    "co_quan_ban_hanh",
    "tieng_anh",
    "dia_danh",
    "luu",
    "nguoi_ky",
    "nguoi_soan",
    "cua",
    "don_vi_soan",
];

/// The texts of a tree that are read, in the order of the file.
pub fn cac_chu(root: &Node) -> Vec<(&str, Span, LoaiChu)> {
    let mut all = Vec::new();
    di(root, LoaiChu::VanXuoi, &mut all);
    all
}

fn di<'n>(node: &'n Node, loai: LoaiChu, all: &mut Vec<(&'n str, Span, LoaiChu)>) {
    match &node.value {
        Value::Null => {}
        Value::Text(text) if la_chu(text) => all.push((text, node.span, loai)),
        Value::Text(_) => {}
        Value::List(items) => items.iter().for_each(|item| di(item, loai, all)),
        Value::Map(entries) => {
            for (key, value) in entries {
                let key = key.text().unwrap_or_default();
                let ten = TEN.contains(&key);
                if !KHONG_DOC.contains(&key) {
                    di(value, if ten { LoaiChu::Ten } else { loai }, all);
                }
            }
        }
    }
}

/// Whether a value is words and not a figure, an identifier or the name of a file.
fn la_chu(text: &str) -> bool {
    let ma = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-./\\".contains(c);
    text.contains(char::is_alphabetic) && !text.chars().all(ma)
}
