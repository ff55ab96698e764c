//! Plans to measure with: the sample's, each with other data, as two offices would have them.

#![allow(dead_code)] // each bench uses its own part

pub mod du_lieu;

use vanthu::compose::fonts::Fonts;
use vanthu::model::VanBan;
use vanthu::reading::source::{HoSoNguon, TepNguon};
use vanthu::rules::check::check;

/// How much two plans of a batch share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Batch {
    /// Only subject and signer differ, as in a family of documents from one text.
    Family,
    /// Every text differs.
    Different,
}

impl Batch {
    pub const ALL: [(&'static str, Self); 2] =
        [("family", Self::Family), ("different", Self::Different)];

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(own, _)| *own == name).map(|(_, batch)| batch)
    }
}

pub const CO_QUAN: &str = include_str!("../../data/dong-thap-2023/co-quan.yaml");
const KE_HOACH: &str = include_str!("../../data/dong-thap-2023/ke-hoach.yaml");

/// Syllables that change places from one plan to the next. A real text and a shuffled one are as long, and
/// no paragraph of one stands in another.
const SYLLABLES: [&str; 29] = [
    "công", "tác", "kinh", "nghiệm", "hoạt", "động", "học", "tập", "trao", "đổi", "thực", "hiện",
    "chính", "sách", "địa", "phương", "tổ", "chức", "nâng", "cao", "chất", "lượng", "quản", "lý",
    "phát", "triển", "xây", "dựng", "năm",
];

/// The YAML of plan `i`.
pub fn ke_hoach(batch: Batch, i: usize) -> String {
    let subject = format!("Tổ chức lần thứ {} Đoàn", i + 1);
    let text = KE_HOACH.replacen("Tổ chức Đoàn", &subject, 1);
    match batch {
        Batch::Family => text,
        Batch::Different => text.lines().map(|line| other_words(line, i) + "\n").collect(),
    }
}

/// Comments, places and times stay: they are read, not only printed.
fn other_words(line: &str, i: usize) -> String {
    let fixed = ["#", "dia_diem:", "thoi_gian:", "ngay_ban_hanh:"];
    let key = line.trim_start().trim_start_matches("- ");
    if fixed.iter().any(|start| key.starts_with(start)) {
        return line.to_owned();
    }
    let word = |word: &str| match SYLLABLES.iter().position(|own| *own == word) {
        Some(at) => SYLLABLES[(at + i) % SYLLABLES.len()].to_owned(),
        None if word == "các" => format!("các {i}"),
        None => word.to_owned(),
    };
    line.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The same as a hồ sơ in memory.
pub fn nguon(batch: Batch, i: usize) -> HoSoNguon {
    let tep = |ten: &str, text: &str| TepNguon::decode(ten, text.as_bytes()).unwrap();
    HoSoNguon {
        ten: "do".into(),
        tep: vec![tep("co-quan.yaml", CO_QUAN), tep("ke-hoach.yaml", &ke_hoach(batch, i))],
        ..HoSoNguon::default()
    }
}

/// The same, checked.
pub fn van_ban(nguon: &HoSoNguon, fonts: &Fonts) -> VanBan {
    let found = check(nguon, &|c| fonts.has(c));
    let faults: Vec<_> = found.diagnostics.iter().filter(|d| d.is_error()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    found.van_ban.into_iter().find_map(|t| t.van_ban).unwrap()
}
