//! Components of head and foot: size, bold, italics, capitals and place of each (PL I, mục II and V).

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::nhin::{Nhin, so};
use crate::diagnostic::Diagnostic;
use crate::model::nguoi_ky::la_chuc_vu;
use crate::model::the_thuc::TheThuc;
use crate::model::tuy_chon::MienGiaTri;
use crate::rules::bo_quy_tac::{TUY_CHON, nd30};
use crate::word::doc_word::dang::CanLe;
use crate::word::nhan_dang::tu::{co_ky_hieu_quyen, khoa, la_ho_ten, toan_hoa};
use crate::word::nhan_dang::{Cho, DongVai, VaiDong};

/// Which sizes a component may have.
#[derive(Clone, Copy)]
enum Co {
    /// Those of this choice of an office, whose clause holds too.
    TuyChon(&'static str),
    /// This one alone.
    Dung(fn(&TheThuc) -> f64),
}

/// How a component looks; none where the decree says nothing.
pub(super) struct Mau {
    pub ten: &'static str,
    pub khoa: &'static str,
    co: Co,
    dam: bool,
    nghieng: bool,
    hoa: Option<bool>,
    giua: bool,
    pub dieu_khoan: &'static str,
}

const II_1: &str = "Phụ lục I, phần I, mục II.1";
const II_2: &str = "Phụ lục I, phần I, mục II.2";
const II_3: &str = "Phụ lục I, phần I, mục II.3";
const II_4: &str = "Phụ lục I, phần I, mục II.4";
const II_5A: &str = "Phụ lục I, phần I, mục II.5.a";
const II_5B: &str = "Phụ lục I, phần I, mục II.5.b";
const II_7: &str = "Phụ lục I, phần I, mục II.7";
const II_9A: &str = "Phụ lục I, phần I, mục II.9.a";
const II_9B: &str = "Phụ lục I, phần I, mục II.9.b";
const III_2: &str = "Phụ lục I, phần I, mục III.2";
const III_3: &str = "Phụ lục I, phần I, mục III.3";

// It fills its column, so that nobody sees on which side it stands.
#[rustfmt::skip]
const QUOC_HIEU: Mau = Mau { ten: "Quốc hiệu", khoa: "quoc_hieu", co: Co::TuyChon("co_chu_quoc_hieu"), dam: true, nghieng: false, hoa: Some(true), giua: false, dieu_khoan: II_1 };
#[rustfmt::skip]
const TIEU_NGU: Mau = Mau { ten: "Tiêu ngữ", khoa: "tieu_ngu", co: Co::TuyChon("co_chu_tieu_ngu"), dam: true, nghieng: false, hoa: Some(false), giua: true, dieu_khoan: II_1 };
#[rustfmt::skip]
const CHU_QUAN: Mau = Mau { ten: "tên cơ quan chủ quản", khoa: "co_quan_chu_quan", co: Co::TuyChon("co_chu_co_quan"), dam: false, nghieng: false, hoa: Some(true), giua: true, dieu_khoan: II_2 };
#[rustfmt::skip]
const BAN_HANH: Mau = Mau { ten: "tên cơ quan ban hành", khoa: "co_quan_ban_hanh", co: Co::TuyChon("co_chu_co_quan"), dam: true, nghieng: false, hoa: Some(true), giua: true, dieu_khoan: II_2 };
#[rustfmt::skip]
const SO_KY_HIEU: Mau = Mau { ten: "số, ký hiệu", khoa: "so_ky_hieu", co: Co::TuyChon("co_chu_so_ky_hieu"), dam: false, nghieng: false, hoa: None, giua: true, dieu_khoan: II_3 };
#[rustfmt::skip]
const DIA_DANH: Mau = Mau { ten: "địa danh và thời gian", khoa: "dia_danh_thoi_gian", co: Co::TuyChon("co_chu_dia_danh"), dam: false, nghieng: true, hoa: Some(false), giua: true, dieu_khoan: II_4 };
#[rustfmt::skip]
const VE_VIEC: Mau = Mau { ten: "trích yếu công văn", khoa: "trich_yeu", co: Co::TuyChon("co_chu_ve_viec"), dam: false, nghieng: false, hoa: Some(false), giua: true, dieu_khoan: II_5B };
#[rustfmt::skip]
const TEN_LOAI: Mau = Mau { ten: "tên loại", khoa: "ten_loai", co: Co::TuyChon("co_chu_ten_loai"), dam: true, nghieng: false, hoa: Some(true), giua: true, dieu_khoan: II_5A };
#[rustfmt::skip]
const TRICH_YEU: Mau = Mau { ten: "trích yếu", khoa: "trich_yeu", co: Co::TuyChon("co_chu_ten_loai"), dam: true, nghieng: false, hoa: Some(false), giua: true, dieu_khoan: II_5A };
#[rustfmt::skip]
const KINH_GUI: Mau = Mau { ten: "Kính gửi", khoa: "kinh_gui", co: Co::TuyChon("co_chu"), dam: false, nghieng: false, hoa: Some(false), giua: false, dieu_khoan: II_9A };
#[rustfmt::skip]
const NOI_NHAN: Mau = Mau { ten: "chữ “Nơi nhận”", khoa: "noi_nhan", co: Co::Dung(|t| t.co_chu_noi_nhan_pt), dam: true, nghieng: true, hoa: Some(false), giua: false, dieu_khoan: II_9B };
#[rustfmt::skip]
const MUC_NOI_NHAN: Mau = Mau { ten: "nơi nhận", khoa: "noi_nhan", co: Co::Dung(|t| t.co_chu_danh_sach_nhan_pt), dam: false, nghieng: false, hoa: None, giua: false, dieu_khoan: II_9B };
#[rustfmt::skip]
const NGUOI_SOAN: Mau = Mau { ten: "ký hiệu người soạn thảo", khoa: "nguoi_soan", co: Co::Dung(|t| t.co_chu_soan_pt), dam: false, nghieng: false, hoa: None, giua: false, dieu_khoan: III_3 };
#[rustfmt::skip]
const CHUC_VU: Mau = Mau { ten: "quyền hạn, chức vụ", khoa: "nguoi_ky", co: Co::TuyChon("co_chu_nguoi_ky"), dam: true, nghieng: false, hoa: Some(true), giua: true, dieu_khoan: II_7 };
#[rustfmt::skip]
const HO_TEN: Mau = Mau { ten: "họ tên người ký", khoa: "nguoi_ky", co: Co::TuyChon("co_chu_nguoi_ky"), dam: true, nghieng: false, hoa: Some(false), giua: true, dieu_khoan: II_7 };
#[rustfmt::skip]
const KHUNG: Mau = Mau { ten: "dấu chỉ mức độ", khoa: "chi_dan", co: Co::TuyChon("co_chu_khung"), dam: true, nghieng: false, hoa: Some(true), giua: false, dieu_khoan: III_2 };

/// What a line is held to. Lines of a signer are what they were taken for only if they look like it: between them
/// stand notes about signature and seal.
fn mau_cua(line: &DongVai) -> Option<&'static Mau> {
    let text = &line.dong.chu;
    let post = co_ky_hieu_quyen(text) || la_chuc_vu(text);
    let name = la_ho_ten(text) || (toan_hoa(text) && la_ho_ten(&thuong(text)));
    match line.vai {
        VaiDong::ChucVu if !post && !line.dong.hoa() => None,
        VaiDong::HoTen | VaiDong::ChucVuKhac if post && line.dong.hoa() => Some(&CHUC_VU),
        VaiDong::HoTen if !name => None,
        VaiDong::ChucVuKhac if !post => None,
        vai => mau(vai),
    }
}

/// Each word with one capital.
fn thuong(text: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().collect();
        format!("{first}{}", letters.as_str().to_lowercase())
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

fn mau(vai: VaiDong) -> Option<&'static Mau> {
    use VaiDong as V;
    Some(match vai {
        V::QuocHieu => &QUOC_HIEU,
        V::TieuNgu => &TIEU_NGU,
        V::So => &SO_KY_HIEU,
        V::Ngay => &DIA_DANH,
        V::VeViec => &VE_VIEC,
        V::TenLoai => &TEN_LOAI,
        V::TrichYeu => &TRICH_YEU,
        V::KinhGui | V::NoiKinhGui => &KINH_GUI,
        V::Khan | V::LuuHanh => &KHUNG,
        V::NoiNhan => &NOI_NHAN,
        V::MucNoiNhan => &MUC_NOI_NHAN,
        V::NguoiSoan => &NGUOI_SOAN,
        V::ChucVu => &CHUC_VU,
        V::ChucVuKhac | V::HoTen => &HO_TEN,
        // A mark of secrecy has a law of its own, a draft's mark none.
        V::CoQuan | V::Mat | V::DuThao | V::NetKe | V::XacNhan | V::DiaChi => return None,
    })
}

/// The sizes of a choice of an office, and its clause.
pub(super) fn mien(khoa: &str) -> Option<(MienGiaTri, &'static str)> {
    TUY_CHON.iter().find(|choice| choice.khoa == khoa).map(|c| (c.mien, c.dieu_khoan))
}

/// `từ 13 đến 14`.
pub(super) fn noi_mien(mien: MienGiaTri) -> String {
    match mien {
        MienGiaTri::Khoang(from, to) => format!("từ {} đến {}", so(from), so(to)),
        MienGiaTri::MotTrong(all) => {
            all.iter().map(|one| so(*one)).collect::<Vec<_>>().join(" hoặc ")
        }
    }
}

impl Mau {
    fn mien(&self) -> Option<MienGiaTri> {
        match self.co {
            Co::TuyChon(khoa) => mien(khoa).map(|(mien, _)| mien),
            Co::Dung(of) => {
                let size = of(&nd30());
                Some(MienGiaTri::Khoang(size, size))
            }
        }
    }
}

/// All components.
pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let mut out = Vec::new();
    for line in &giay.bo_cuc.vai {
        let own = giay.cho(line).and_then(|at| giay.doan.get(at));
        if let Some((one, mau)) = own.zip(mau_cua(line)) {
            mot_dong(giay, line, one, mau, &mut out);
        }
    }
    co_quan(giay, &mut out);
    out.extend(thieu(giay));
    out
}

/// One line against how it should look.
fn mot_dong(giay: &Giay, line: &DongVai, one: &MotDoan, mau: &Mau, out: &mut Vec<PhatHien>) {
    let nhin = Nhin::o(one, &line.dong.goc.cho);
    if nhin.trong() {
        return;
    }
    let mut tell = |d: Diagnostic| {
        out.push(giay.o_nhieu_doan(one, mau.khoa, d.clause(mau.dieu_khoan)));
    };
    let ten = mau.ten;
    if let Some(mien) = mau.mien()
        && let Some(size) = nhin.co_chu_ngoai(|pt| mien.chua(pt))
    {
        let wanted = match mien {
            MienGiaTri::Khoang(a, b) if a.total_cmp(&b).is_eq() => format!("là {}", so(a)),
            mien => noi_mien(mien),
        };
        let message = format!("{ten}: cỡ chữ {}, phải {wanted}", so(size));
        tell(Diagnostic::error("word-size", message));
    }
    let style = |message: &str| Diagnostic::error("word-style", format!("{ten}: {message}"));
    match mau.dam {
        true if !nhin.deu(|look| look.dam) => tell(style("chưa in đậm, phải in đậm")),
        false if nhin.co(|look| look.dam) => tell(style("in đậm, phải để chữ thường, không đậm")),
        _ => {}
    }
    match mau.nghieng {
        true if !nhin.deu(|look| look.nghieng) => tell(style("chưa in nghiêng, phải in nghiêng")),
        false if nhin.co(|look| look.nghieng) => tell(style("in nghiêng, phải là chữ đứng")),
        _ => {}
    }
    match mau.hoa {
        Some(true) if !nhin.hoa() => tell(style("có chữ thường, phải viết hoa cả dòng")),
        Some(false) if nhin.hoa() && line.dong.chu.chars().count() > 4 => {
            tell(style("viết hoa cả dòng, phải viết chữ thường"));
        }
        _ => {}
    }
    if mau.giua && lech(line, one) {
        let message = format!("{ten}: {}, phải căn giữa", noi_can(one.dang.can));
        tell(Diagnostic::error("word-align", message));
    }
}

/// Whether a line surely does not stand in the middle of its place. One that was put there by blanks or tabs can't be
/// told, nor one beside another.
fn lech(line: &DongVai, one: &MotDoan) -> bool {
    let blanks = |text: &str| text.starts_with([' ', '\t', '\u{a0}']) || text.contains('\t');
    // Justified, a single line begins at the left, too; forms of the decree have it so.
    if matches!(one.dang.can, CanLe::HaiBen) || one.dang.trong_khung {
        return false;
    }
    let alone = line.dong.trong_bang || matches!(line.dong.cho, Cho::Thuong | Cho::Giua);
    alone && one.dang.can != CanLe::Giua && !blanks(&one.doan.chu) && one.dang.thut.trai.abs() < 200
}

pub(super) fn noi_can(can: CanLe) -> &'static str {
    match can {
        CanLe::Trai => "căn trái",
        CanLe::Giua => "căn giữa",
        CanLe::Phai => "căn phải",
        CanLe::HaiBen => "căn đều hai bên",
    }
}

/// How the names of the offices begin that have others under them.
const TREN: [&str; 8] =
    ["uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "bo ", "so ", "tong cuc", "cuc "];
/// How the names of offices begin that stand beside others, never under them.
const NGANG: [&str; 6] = ["uy ban ", "ubnd", "hoi dong ", "hdnd", "bo ", "mat tran"];
/// How names of offices begin.
const DUOI: [&str; 12] = [
    "so ",
    "phong ",
    "ban ",
    "van phong",
    "chi cuc",
    "trung tam",
    "truong ",
    "benh vien",
    "cuc ",
    "thanh tra",
    "tram ",
    "vien ",
];

/// The superior office in plain letters, the issuing one in bold. Which line is whose is told by the look, so that a
/// look that is wrong is told where names leave no doubt.
fn co_quan(giay: &Giay, out: &mut Vec<PhatHien>) {
    let all: Vec<_> = giay.vai(VaiDong::CoQuan).collect();
    let bold: Vec<bool> = all
        .iter()
        .map(|(line, one)| Nhin::o(one, &line.dong.goc.cho).co(|look| look.dam))
        .collect();
    let first_bold = bold.iter().position(|bold| *bold);
    let begins = |i: usize, with: &[&str]| {
        let key = all.get(i).map(|(line, _)| khoa(&line.dong.chu)).unwrap_or_default();
        with.iter().any(|word| key.starts_with(word))
    };
    let second = (1..all.len()).find(|i| begins(*i, &DUOI));
    // Several offices that issue together are all in bold.
    let peers = begins(0, &["so "]) && (1..all.len()).any(|i| begins(i, &["so "]));
    let dash = |text: &str| text.contains(" - ") || text.starts_with("- ") || text.ends_with(" -");
    let side_by_side = all.iter().any(|(line, _)| dash(&line.dong.chu));
    let joint = peers || side_by_side || (1..all.len()).any(|i| begins(i, &NGANG)) || all.len() > 4;
    let own_from = match first_bold {
        None => all.len().saturating_sub(1),
        Some(0) => second.filter(|_| begins(0, &TREN) && !joint).unwrap_or(0),
        Some(first) => first,
    };
    for (i, (line, one)) in all.iter().enumerate() {
        let mau = if i < own_from { &CHU_QUAN } else { &BAN_HANH };
        mot_dong(giay, line, one, mau, out);
    }
}

/// Components that every paper has (Điều 8).
fn thieu(giay: &Giay) -> Vec<PhatHien> {
    use VaiDong as V;
    let dau = &giay.bo_cuc.dau;
    let of = |khoa: &str| dau.loai.is_some_and(|loai| loai.khoa() == khoa);
    let (thu_cong, bien_ban) = (of("thu_cong"), of("bien_ban"));
    let parts = [
        (V::QuocHieu, "Quốc hiệu", "quoc_hieu", true),
        (V::TieuNgu, "Tiêu ngữ", "tieu_ngu", true),
        (V::CoQuan, "tên cơ quan ban hành", "co_quan_ban_hanh", !thu_cong),
        (V::So, "số, ký hiệu", "so_ky_hieu", !thu_cong),
        // Minutes say it in their text (PL III, form 1.9).
        (V::Ngay, "địa danh và thời gian", "dia_danh_thoi_gian", !thu_cong && !bien_ban),
    ];
    let gone = parts.iter().filter(|(vai, _, _, must)| *must && !giay.co_vai(*vai));
    let mut out: Vec<PhatHien> = gone
        .filter_map(|(_, ten, khoa, _)| {
            let d =
                Diagnostic::error("word-missing-part", format!("đầu văn bản: không thấy {ten}"));
            giay.ca_tep(
                khoa,
                d.hint(format!("thêm {ten}; đã có thì xem chữ có gõ đúng không")).clause("Điều 8"),
            )
        })
        .collect();
    if !giay.bo_cuc.co_cuoi && !thu_cong {
        let message = "cuối văn bản: không thấy Nơi nhận và chức vụ, họ tên người ký";
        out.extend(giay.ca_tep(
            "noi_nhan",
            Diagnostic::warning("word-missing-part", message).clause("Điều 8"),
        ));
    }
    out
}
