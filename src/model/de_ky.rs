//! Đề ký: what stands above a signature, as a set of rules has it: the marks of authority, the bodies and posts that
//! they go with, who signs for whom.

/// What a mark of authority says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuyenHan {
    /// For a body.
    ThayMat,
    /// A deputy for the head.
    KyThay,
    /// By order.
    ThuaLenh,
    /// By authorisation in person.
    ThuaUyQuyen,
    /// Acting.
    Quyen,
}

impl QuyenHan {
    /// In the words of the decree.
    pub fn nghia(self) -> &'static str {
        match self {
            Self::ThayMat => "thay mặt",
            Self::KyThay => "ký thay",
            Self::ThuaLenh => "thừa lệnh",
            Self::ThuaUyQuyen => "thừa uỷ quyền",
            Self::Quyen => "quyền",
        }
    }
}

/// The ways of one set of rules.
#[derive(Debug, PartialEq, Eq)]
pub struct DeKy {
    /// The marks as they are written: `TM.`, `T/M`.
    pub ky_hieu: &'static [(QuyenHan, &'static str)],
    /// Letters of marks that the set has not, each with the one in its place.
    pub ky_hieu_khac: &'static [(&'static str, QuyenHan)],
    /// What a rightly written mark has: `có dấu chấm`.
    pub cach_viet: &'static str,
    /// How bodies begin; the mark of signing for them stands before these.
    pub tap_the: &'static [&'static str],
    /// Bodies that a head leads, who signs in his own right: nobody signs for them as a body.
    pub thu_truong: &'static [&'static str],
    /// How posts begin.
    pub chuc_vu: &'static [&'static str],
    /// Posts of those who lead a body together; they sign for it, the deputy as the first.
    pub lanh_dao_tap_the: &'static [&'static str],
    /// Bodies after whose name no post follows.
    pub khong_chuc_vu: &'static [&'static str],
    /// Posts that stand alone, the longer ones first, without the name of their body.
    pub khong_kem_ten: &'static [&'static str],
    /// What may follow them all the same.
    pub duoc_kem: &'static [&'static str],
    /// Lines between two posts of one signer.
    pub noi_chuc_vu: &'static [&'static str],
    /// Whether an order is a body's too: `T/L BAN THƯỜNG VỤ`.
    pub thua_lenh_tap_the: bool,
    /// Whether a deputy signs in his own right by order, or while there is no head.
    pub cap_pho_truc_tiep: bool,
    /// What never stands before a name, besides titles of learning.
    pub truoc_ho_ten: &'static [&'static str],
    /// Who is let off that rule.
    pub ngoai_le_ho_ten: &'static str,
    /// A body that is signed for, as an example.
    pub vi_du: &'static str,
    /// The order of the lines.
    pub thu_tu: &'static str,
}

impl DeKy {
    /// The mark that a line begins with, and the rest.
    pub fn tach<'t>(&self, line: &'t str) -> (Option<QuyenHan>, &'t str) {
        let mark = |(quyen, dau): &(QuyenHan, &str)| {
            let rest = line.strip_prefix(dau)?;
            (dau.ends_with('.') || !rest.starts_with(char::is_alphanumeric))
                .then(|| (Some(*quyen), rest.trim_start()))
        };
        self.ky_hieu.iter().find_map(mark).unwrap_or((None, line))
    }

    /// A mark as it is written; none where the set has it not.
    pub fn dau(&self, quyen: QuyenHan) -> &'static str {
        self.ky_hieu.iter().find(|(own, _)| *own == quyen).map_or("", |(_, dau)| dau)
    }

    /// Several marks as they are written.
    pub fn cac_dau(&self, quyen: &[QuyenHan]) -> String {
        quyen.iter().map(|quyen| self.dau(*quyen)).collect::<Vec<_>>().join(", ")
    }

    /// Whether the words are a post and no body.
    pub fn la_chuc_vu(&self, text: &str) -> bool {
        self.chuc_vu.iter().any(|post| text.starts_with(post)) || text.ends_with(" TRƯỞNG")
    }

    /// Whether they are a body.
    pub fn la_tap_the(&self, text: &str) -> bool {
        let begins = |bodies: &[&str]| bodies.iter().any(|body| text.starts_with(body));
        !self.la_chuc_vu(text) && (begins(self.tap_the) || begins(self.thu_truong))
    }

    /// Whether somebody with this post leads a body together with others.
    pub fn la_lanh_dao_tap_the(&self, post: &str) -> bool {
        let whole = |own: &&str| {
            post.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.lanh_dao_tap_the.iter().any(whole)
    }

    /// The right spelling of a mark that is written otherwise: `T/M`, `TM `, `KT.CHỦ` in the decree's papers, `TM.` in
    /// the Party's.
    pub fn viet_dung(&self, upper: &str) -> Option<String> {
        let own = self.ky_hieu.iter().map(|(_, dau)| (*dau, *dau));
        let other = self.ky_hieu_khac.iter().map(|(chu, quyen)| (*chu, self.dau(*quyen)));
        own.chain(other).find_map(|(chu, dau)| {
            let rest = sau_ky_hieu(upper, chu)?;
            let right = format!("{dau} {rest}");
            (right.trim_end() != upper).then_some(right)
        })
    }
}

/// What follows the letters of a mark, however they are parted; none where they only begin a word.
fn sau_ky_hieu<'t>(upper: &'t str, dau: &str) -> Option<&'t str> {
    let mut rest = upper;
    let mut slashed = false;
    for (so, chu) in dau.chars().filter(|c| c.is_alphabetic()).enumerate() {
        if so > 0 {
            let joined = rest.strip_prefix(['/', '.']);
            slashed |= joined.is_some() && rest.starts_with('/');
            rest = joined.unwrap_or(rest);
        }
        rest = rest.strip_prefix(chu)?;
    }
    slashed |= rest.starts_with('/');
    let ends = !rest.starts_with(char::is_alphabetic) || slashed;
    ends.then(|| rest.trim_start_matches(['.', '/', ' ', ':']))
}

impl DeKy {
    /// Decree 30/2020/NĐ-CP (PL I, II.7; Điều 13).
    pub const ND30: Self = Self {
        ky_hieu: &[
            (QuyenHan::ThayMat, "TM."),
            (QuyenHan::KyThay, "KT."),
            (QuyenHan::ThuaLenh, "TL."),
            (QuyenHan::ThuaUyQuyen, "TUQ."),
            (QuyenHan::Quyen, "Q."),
        ],
        ky_hieu_khac: &[],
        cach_viet: "có dấu chấm",
        tap_the: TAP_THE,
        thu_truong: &[],
        chuc_vu: CHUC_VU,
        lanh_dao_tap_the: &[],
        khong_chuc_vu: &[],
        khong_kem_ten: &[],
        duoc_kem: &[],
        noi_chuc_vu: &[],
        thua_lenh_tap_the: false,
        cap_pho_truc_tiep: false,
        truoc_ho_ten: &[],
        ngoai_le_ho_ten: "; chỉ lực lượng vũ trang, giáo dục, y tế, khoa học được ghi",
        vi_du: "THƯỜNG TRỰC HĐND",
        thu_tu: "TM. (tập thể), KT. (người đứng đầu), chức vụ người ký",
    };
}

/// How bodies begin; TM. stands before these (PL I, II.7.a).
const TAP_THE: &[&str] = &[
    "THƯỜNG TRỰC",
    "BAN THƯỜNG VỤ",
    "BAN CHẤP HÀNH",
    "BAN CHỈ ĐẠO",
    "BAN TỔ CHỨC",
    "BAN CÁN SỰ",
    "BAN PHÁP CHẾ",
    "BAN KINH TẾ",
    "BAN VĂN HÓA",
    "BAN VĂN HOÁ",
    "BAN DÂN TỘC",
    "ỦY BAN",
    "UỶ BAN",
    "UBND",
    "HĐND",
    "HỘI ĐỒNG",
    "ĐOÀN ",
    "TẬP THỂ",
    "CHÍNH PHỦ",
    "QUỐC HỘI",
    "ĐẢNG ỦY",
    "ĐẢNG UỶ",
    "TỈNH ỦY",
    "TỈNH UỶ",
    "VĂN PHÒNG",
    "SỞ ",
];

/// Words by which a post is known.
const CHUC_VU: &[&str] = &[
    "CHỦ TỊCH",
    "PHÓ ",
    "CHÁNH ",
    "GIÁM ĐỐC",
    "TỔNG GIÁM ĐỐC",
    "TRƯỞNG ",
    "BỘ TRƯỞNG",
    "THỨ TRƯỞNG",
    "HIỆU TRƯỞNG",
    "VIỆN TRƯỞNG",
    "CỤC TRƯỞNG",
    "VỤ TRƯỞNG",
    "THỦ TƯỚNG",
    "BÍ THƯ",
    "CHỦ NHIỆM",
    "THỐNG ĐỐC",
    "TỔ TRƯỞNG",
    "ĐỘI TRƯỞNG",
];
