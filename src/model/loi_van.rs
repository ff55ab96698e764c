//! Lời văn: how the words of a paper are written, where sets of rules differ.

/// The ways of one set of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LoiVan {
    /// A subject begins with a capital.
    pub trich_yeu_hoa: bool,
    /// In a citation the day is written in figures: `ngày 09/01/2026`.
    pub ngay_tat: bool,
    /// What the text ends with.
    pub ket_thuc: &'static str,
    /// The style of tone marks where an office chooses none, in the words of its file.
    pub dau_thanh: Option<&'static str>,
}

impl LoiVan {
    /// Decree 30/2020/NĐ-CP (PL I, II.5, II.6; PL III), which leaves tone marks open.
    pub const ND30: Self =
        Self { trich_yeu_hoa: true, ngay_tat: false, ket_thuc: "./.", dau_thanh: None };
}
