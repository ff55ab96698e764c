//! Đặt tên: how places and bodies are named, where sets of rules differ.

/// When the kind of unit stands before the name of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CachDiaDanh {
    /// Before a name of one syllable: `Thành phố Huế`.
    pub mot_am_tiet: bool,
    /// Before a name of a xã, phường, đặc khu that a province has too: `Phường Phú Thọ`.
    pub trung_ten_tinh: bool,
    /// Kinds of unit as they may be shortened, and in full.
    pub viet_tat: &'static [(&'static str, &'static str)],
}

impl CachDiaDanh {
    /// Decree 30/2020/NĐ-CP (PL I, II.4.a).
    pub const ND30: Self = Self { mot_am_tiet: false, trung_ten_tinh: false, viet_tat: &[] };
}

/// The letters of a body in the symbol.
#[derive(Debug, PartialEq, Eq)]
pub struct KyHieuCoQuan {
    /// How its name begins, in capitals.
    pub ten: &'static str,
    pub chu: &'static str,
    /// Whether these are all; else those of the body above follow.
    pub tron: bool,
}

impl KyHieuCoQuan {
    /// The letters and no others.
    pub const fn tron(ten: &'static str, chu: &'static str) -> Self {
        Self { ten, chu, tron: true }
    }

    /// The letters with which the symbol begins.
    pub const fn dau(ten: &'static str, chu: &'static str) -> Self {
        Self { ten, chu, tron: false }
    }

    /// Whether a symbol has them.
    pub fn hop(&self, ky_hieu: &str) -> bool {
        if self.tron { ky_hieu == self.chu } else { ky_hieu.starts_with(self.chu) }
    }

    /// The row of a body: the one with the longest name.
    pub fn cua<'t>(bang: &'t [Self], ten: &str) -> Option<&'t Self> {
        let ten = ten.to_uppercase().replace("ỦY", "UỶ");
        let begins = |dong: &&Self| {
            let rest = ten.strip_prefix(dong.ten);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        bang.iter().filter(begins).max_by_key(|dong| dong.ten.len())
    }
}
