//! Cách đầu: the words that a set of rules has for the head of a paper.

/// The words.
#[derive(Debug)]
pub struct CachDau {
    /// Before the names of those whom a paper is for.
    pub kinh_gui: &'static str,
    /// Kinds, by their words in YAML, that have another word there.
    pub kinh_gui_loai: &'static [(&'static str, &'static str)],
    /// Kinds whose papers may have a theme in the place of kind and subject.
    pub chu_de_loai: &'static [&'static str],
    /// Marks of circulation besides those that every set has, in capitals.
    pub luu_hanh_them: &'static [&'static str],
    /// Those of them that stand at the foot of the last page.
    pub luu_hanh_cuoi: &'static [&'static str],
    /// Marks that are spelled otherwise: ours, and its own.
    pub chu_dau: &'static [(&'static str, &'static str)],
    pub vien_dan: CachVienDan,
    /// The clause of number, place and date, for findings about them.
    pub dieu_khoan: &'static str,
}

/// How a paper is referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CachVienDan {
    /// `số 05/KH-HĐND ngày 03 tháng 02 năm 2026 của …`, of the office, or of its head where he decides.
    BangChu,
    /// `số 05-QĐ/TU, ngày 03/02/2026 của …`, of the office.
    BangSo,
}

impl CachDau {
    /// Decree 30/2020/NĐ-CP, PL I.
    pub const ND30: Self = Self {
        kinh_gui: "Kính gửi",
        kinh_gui_loai: &[],
        chu_de_loai: &[],
        luu_hanh_them: &[],
        luu_hanh_cuoi: &[],
        chu_dau: &[],
        vien_dan: CachVienDan::BangChu,
        dieu_khoan: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3 và II.4",
    };

    /// The word before the names, for a kind by its word in YAML.
    pub fn kinh_gui(&self, loai: &str) -> &'static str {
        let own = self.kinh_gui_loai.iter().find(|(khoa, _)| *khoa == loai);
        own.map_or(self.kinh_gui, |(_, word)| word)
    }

    /// A mark as the set spells it.
    pub fn viet_dau<'c>(&self, chu: &'c str) -> &'c str
    where
        Self: 'c,
    {
        self.chu_dau.iter().find(|(ours, _)| *ours == chu).map_or(chu, |(_, own)| own)
    }
}
