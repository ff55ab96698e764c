//! Điểm: how much a line of the head is like each of its components, by its words, its place and its look. The
//! component with the most points has the line; few points are a guess, which is told.

use super::dong::{Cho, Dong};
use super::kieu::Kieu;
use super::tu::{dai, khoa, la_net_ke, noi_tiep};
use crate::model::Loai;

/// A component of the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vai {
    QuocHieu,
    TieuNgu,
    So,
    Ngay,
    VeViec,
    TenLoai,
    Khan,
    Mat,
    LuuHanh,
    DuThao,
    NetKe,
    CoQuan,
    KinhGui,
}

/// Fewer points are none.
pub const NGUONG: u32 = 50;
/// From here on it is no guess.
pub const CHAC: u32 = 65;

const CAC_VAI: [Vai; 13] = [
    Vai::QuocHieu,
    Vai::TieuNgu,
    Vai::So,
    Vai::Ngay,
    Vai::VeViec,
    Vai::TenLoai,
    Vai::Khan,
    Vai::Mat,
    Vai::LuuHanh,
    Vai::DuThao,
    Vai::NetKe,
    Vai::KinhGui,
    Vai::CoQuan,
];

/// How names of offices begin or where they are.
const TU_CO_QUAN: &[&str] = &[
    "uy ban",
    "ubnd",
    "hoi dong",
    "hdnd",
    "thuong truc",
    "so ",
    "phong ",
    "ban ",
    "bo ",
    "cuc ",
    "chi cuc",
    "van phong",
    "trung tam",
    "truong ",
    "doan ",
    "cong ty",
    "benh vien",
    "vien ",
    "tram ",
    "tong cuc",
    "thanh tra",
    "cong an",
    "chinh phu",
    "quoc hoi",
    "tinh ",
    "thanh pho",
    "huyen ",
    "quan ",
    "xa ",
    "phuong ",
    "thi xa",
    "thi tran",
    "dac khu",
    "hoi ",
    "lien doan",
    "cong doan",
    "kho bac",
    "bao hiem",
    "ngan hang",
    "toa an",
    "vien kiem sat",
    "to ",
    "doi ",
    "mat tran",
    "dang uy",
    "dang bo",
    "thanh uy",
    "quan uy",
    "chi bo",
    "dai hoi",
];

/// What stood above a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Truoc {
    /// The number, after which no office is named.
    pub so: bool,
    /// An office, whose name may go on.
    pub co_quan: bool,
    /// The table of the head line: what stands under it, outside a table, is no office, whatever it is called.
    pub bang_dau: bool,
}

/// The best component for a line, and its points; none that reaches the threshold is none.
pub fn vai(dong: &Dong, truoc: Truoc, kieu: &Kieu) -> Option<(Vai, u32)> {
    if dong.trong() {
        return None;
    }
    let key = khoa(&dong.chu);
    let rated = CAC_VAI.iter().map(|vai| (*vai, diem(*vai, (dong, &key), truoc, kieu)));
    rated.rev().max_by_key(|(_, points)| *points).filter(|(_, points)| *points >= NGUONG)
}

fn neu(holds: bool, points: u32) -> u32 {
    if holds { points } else { 0 }
}

fn tong(points: &[u32]) -> u32 {
    points.iter().sum()
}

fn diem(vai: Vai, (dong, key): (&Dong, &str), truoc: Truoc, kieu: &Kieu) -> u32 {
    let long = dai(key);
    let left = matches!(dong.cho, Cho::Trai);
    let right = matches!(dong.cho, Cho::Phai);
    let middle = matches!(dong.cho, Cho::Giua);
    let bare = key.trim_matches(['(', ')', '.', '*', ' ']);
    let one_of = |words: &[&str]| words.contains(&bare);
    match vai {
        Vai::QuocHieu => {
            tong(&[neu(kieu.dong_tieu_de(key) == Some(0), 70), neu(right || dong.hoa(), 20)])
        }
        Vai::TieuNgu => neu(kieu.dong_tieu_de(key).is_some_and(|line| line > 0), 80),
        Vai::So => {
            let starts = la_so(key) && long < 60;
            tong(&[
                neu(starts, 35),
                neu(starts && key.contains('/'), 25),
                neu(starts && key.starts_with(&khoa(kieu.bo.so.mo_dau)), 15),
                neu(starts && left, 15),
            ])
        }
        Vai::Ngay => {
            let date = ["ngay", "thang", "nam"].iter().all(|word| key.contains(word)) && long < 90;
            // A slip of the pen in one of the words, where nothing else can stand.
            let slip = key.contains(", ngay ") && key.contains(" nam ") && right && dong.trong_bang;
            tong(&[
                neu(!date && slip && long < 60, 55),
                neu(date && key.contains(", ngay"), 40),
                neu(date, 25),
                neu(date && (right || dong.nghieng), 15),
                neu(date && right && long < 60, 15),
            ])
        }
        Vai::VeViec => tong(&[
            neu(key.starts_with("v/v"), 75),
            neu(key.starts_with("ve viec"), 40),
            neu(key.starts_with("ve viec") && left && long < 200, 25),
            // Under the number of a letter, without the words that it should begin with.
            neu(key.starts_with("ve ") && left && dong.trong_bang && truoc.so && long < 200, 65),
            neu(key.starts_with(&khoa(kieu.trinh_bay.ve_viec_mo_dau)), 30),
        ]),
        Vai::TenLoai => {
            let known = theo_ten(&dong.chu).is_some();
            tong(&[
                neu(known, 45),
                neu(known && dong.hoa(), 20),
                neu(known && (middle || dong.dam), 15),
            ])
        }
        Vai::Khan => neu(one_of(&["hoa toc", "thuong khan", "khan", "hoa toc hen gio"]), 90),
        Vai::Mat => neu(one_of(&["mat", "toi mat", "tuyet mat"]), 90),
        Vai::LuuHanh => {
            neu(one_of(&["luu hanh noi bo", "xem xong tra lai"]) || kieu.luu_hanh_them(bare), 90)
        }
        Vai::DuThao => neu(bare.starts_with("du thao") && long < 40 && dong.hoa_dau(), 80),
        Vai::NetKe => neu(la_net_ke(&dong.chu), 90),
        Vai::KinhGui => neu(kieu.kinh_gui().any(|word| key.starts_with(&word)), 95),
        Vai::CoQuan => co_quan(dong, key, long, truoc),
    }
}

fn co_quan(dong: &Dong, key: &str, long: usize, truoc: Truoc) -> u32 {
    let below = truoc.so || (truoc.bang_dau && !dong.trong_bang);
    if !dong.hoa() || long > 120 || below || matches!(dong.cho, Cho::Phai) {
        return 0;
    }
    let named =
        TU_CO_QUAN.iter().any(|word| key.starts_with(word) || key.contains(&format!(" {word}")));
    tong(&[
        neu(named, 35),
        neu(matches!(dong.cho, Cho::Trai), 30),
        neu(dong.trong_bang, 20),
        neu((named || noi_tiep(key)) && truoc.co_quan, 30),
        // The left side of a line that was parted with tabs, right under a name: the place where the office is.
        neu(!named && truoc.co_quan && matches!(dong.cho, Cho::Trai) && !dong.trong_bang, 25),
    ])
}

fn la_so(key: &str) -> bool {
    let Some(rest) = key.strip_prefix("so") else { return false };
    let rest = rest.trim_start_matches([':', '.', ' ']);
    let marked = key.starts_with("so:") || key.starts_with("so ") || key.starts_with("so.");
    marked
        && (rest.starts_with(|c: char| c.is_ascii_digit())
            || rest.contains('/')
            || rest.contains('-'))
}

impl Dong {
    fn hoa_dau(&self) -> bool {
        self.chu.trim_start_matches('(').starts_with(char::is_uppercase)
    }
}

/// The kind that is called so, letters set apart and old spellings too.
pub fn theo_ten(text: &str) -> Option<Loai> {
    let glued = khoa(text).replace(' ', "");
    let glued = glued.trim_matches(['-', '*', ':', '.']).to_owned();
    Loai::tat_ca().find(|loai| khoa(loai.ten()).replace(' ', "") == glued)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dong(chu: &str, cho: Cho) -> Dong {
        Dong { chu: chu.to_owned(), cho, ..Dong::default() }
    }

    #[test]
    fn lines_of_a_head_are_told_by_words_place_and_look() {
        let best = |chu: &str, cho| {
            vai(&dong(chu, cho), Truoc::default(), &Kieu::default()).map(|(vai, _)| vai)
        };
        assert_eq!(best("Số: 12/QĐ-UBND", Cho::Trai), Some(Vai::So));
        assert_eq!(best("Số 12/QĐ-UBND", Cho::Thuong), Some(Vai::So));
        assert_eq!(best("Đồng Tháp, ngày 5 tháng 2 năm 2019", Cho::Phai), Some(Vai::Ngay));
        assert_eq!(best("ỦY BAN NHÂN DÂN", Cho::Trai), Some(Vai::CoQuan));
        assert_eq!(best("QUYẾT ĐỊNH", Cho::Giua), Some(Vai::TenLoai));
        assert_eq!(best("T H Ô N G   B Á O", Cho::Giua), Some(Vai::TenLoai));
        assert_eq!(best("Về việc thành lập Tổ", Cho::Giua), None);
        assert_eq!(best("Sở Tài chính báo cáo trước ngày 5.", Cho::Thuong), None);
        assert_eq!(best("Hỏa tốc", Cho::Trai), Some(Vai::Khan));
    }

    /// A head that was set with tabs has the place of the office on the left of a line; under a head in a table a body's
    /// name is the title of what is issued.
    #[test]
    fn names_of_offices_stand_where_offices_are() {
        let best = |chu: &str, cho, truoc| {
            vai(&dong(chu, cho), truoc, &Kieu::default()).map(|(vai, _)| vai)
        };
        let under = Truoc { co_quan: true, ..Truoc::default() };
        assert_eq!(best("ĐỒNG THÁP", Cho::Trai, under), Some(Vai::CoQuan));
        assert_eq!(best("ĐỒNG THÁP", Cho::Giua, under), None);
        let below = Truoc { bang_dau: true, ..under };
        assert_eq!(best("HỘI KHUYẾN HỌC TỈNH ĐỒNG THÁP", Cho::Giua, under), Some(Vai::CoQuan));
        assert_eq!(best("HỘI KHUYẾN HỌC TỈNH ĐỒNG THÁP", Cho::Giua, below), None);
    }

    /// The Party's words, in its papers and in no others.
    #[test]
    fn words_of_a_set_are_looked_for_in_its_papers() {
        let dang = Kieu::moi(crate::rules::bo_quy_tac::theo_khoa("hd05").unwrap(), None);
        let best = |chu: &str, cho, kieu: &Kieu| vai(&dong(chu, cho), Truoc::default(), kieu);
        let nd30 = Kieu::default();
        for (chu, cho, wanted) in [
            ("ĐẢNG CỘNG SẢN VIỆT NAM", Cho::Phai, Vai::QuocHieu),
            ("Kính trình:", Cho::Thuong, Vai::KinhGui),
            ("TÀI LIỆU THU HỒI", Cho::Phai, Vai::LuuHanh),
            ("về việc chuẩn bị hội nghị", Cho::Thuong, Vai::VeViec),
        ] {
            let (own, points) = best(chu, cho, &dang).unwrap();
            assert!(own == wanted && points >= CHAC, "{chu}: {own:?} {points}");
            assert!(best(chu, cho, &nd30).is_none_or(|(own, _)| own != wanted), "{chu}");
        }
        for chu in ["Số 05-NQ/TU", "Số: 05 - NQ/TU", "số 5-NQ/TU", "Số -CV/VPTU"] {
            let found = best(chu, Cho::Thuong, &dang).unwrap();
            assert!(found.0 == Vai::So && found.1 >= CHAC, "{chu}: {found:?}");
        }
    }
}
