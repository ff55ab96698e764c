//! The head of a paper: office, number, date, kind, subject, whom it is written to.

mod co_quan;
mod noi_gui;
mod tieu_de;

use co_quan::hai_co_quan;

use super::KhongChac;
use super::diem::{CHAC, Truoc, Vai, theo_ten, vai};
use super::dong::{Cho, Dong, cua_khoi};
use super::kieu::Kieu;
use super::o_dau::{bo_ve_viec, du_thao, ngay, so_ky_hieu};
use super::phu_luc::la_kem_theo;
use super::tieng_anh::la_tieng_anh;
use super::tu::{bo_dau_muc, dai, gon};
use super::tuyen_tap::ten_tuyen_tap;
use super::vai::{DongVai, VaiDong};
use crate::model::{BoQuyTac, Loai};
use crate::rules::bo_quy_tac::MAC_DINH;
use crate::word::doc_word::{Khoi, TepWord};

/// What the head says, as far as it says it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dau {
    /// The set of rules that it follows; none where nothing tells.
    pub bo_quy_tac: Option<BoQuyTac>,
    /// The set's head line is there.
    pub quoc_hieu: bool,
    /// A line of the office's own in its place.
    pub tieu_de: Option<String>,
    pub co_quan_chu_quan: Vec<String>,
    pub co_quan_ban_hanh: Vec<String>,
    pub so: Option<String>,
    pub ky_hieu: Option<String>,
    /// There is a line for the number, empty or not.
    pub co_dong_so: bool,
    pub dia_danh: String,
    /// `16/3/2026`, `3/2026`, `2026`.
    pub ngay: Option<String>,
    pub loai: Option<Loai>,
    /// The name of a kind that the decree has not.
    pub loai_rieng: Option<String>,
    /// A theme in the place of kind and subject.
    pub chu_de: Option<String>,
    pub trich_yeu: Option<String>,
    /// The subject stands under the number.
    pub ve_viec: bool,
    pub kinh_gui: Vec<String>,
    pub khan: Option<String>,
    pub mat: Option<String>,
    pub luu_hanh: Option<String>,
    pub du_thao: Option<String>,
}

impl Dau {
    /// The set of rules that the paper follows.
    pub fn bo(&self) -> BoQuyTac {
        self.bo_quy_tac.unwrap_or(MAC_DINH)
    }

    /// Number and symbol as the set writes them: `5/KH-HĐND`, `5-NQ/TU`; none without a number.
    pub fn so_hieu(&self) -> Option<String> {
        let so = self.so.as_deref()?;
        Some(match &self.ky_hieu {
            Some(ky_hieu) => format!("{so}{}{ky_hieu}", self.bo().so.sau_so),
            None => so.to_owned(),
        })
    }
}

/// The head, the index of the first block behind it, and lines of that block that belong to the body already.
pub struct DocDau {
    pub dau: Dau,
    pub het: usize,
    pub khong_chac: Vec<KhongChac>,
    /// Its lines, each as what it was taken for.
    pub vai: Vec<DongVai>,
    /// Under a title in one paragraph with it: whose decision issued the paper. That is of the body.
    pub kem_theo: Vec<Dong>,
}

/// So many blocks may stand above a head.
const TREN_DAU: usize = 4;
/// No head has more blocks.
const NHIEU_NHAT: usize = 60;

pub fn doc(word: &TepWord, kieu: &Kieu) -> DocDau {
    let mut doc = Doc::moi(kieu);
    let mut het = 0;
    for (i, khoi) in word.khoi.iter().take(NHIEU_NHAT).enumerate() {
        let lines = cua_khoi(word, khoi);
        if !doc.khoi(&lines, matches!(khoi, Khoi::Bang(_))) {
            // A copy says above the head of its paper that it is one.
            if doc.chua_gi() && matches!(khoi, Khoi::Doan(_)) && i < TREN_DAU {
                continue;
            }
            break;
        }
        if lines.iter().any(|line| !line.trong()) {
            het = i.saturating_add(1);
        }
    }
    doc.xong(het)
}

/// How far the reader has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Chang {
    #[default]
    DauTrang,
    /// Under `V/v`, on the left.
    VeViec,
    /// Under the name of the kind.
    TrichYeu,
    /// Under the signs that part it from the text.
    SauTrichYeu,
    KinhGui,
}

#[derive(Clone)]
struct Doc<'k> {
    kieu: &'k Kieu,
    dau: Dau,
    chang: Chang,
    co_quan: Vec<Dong>,
    ve_viec: Vec<String>,
    trich_yeu: Vec<String>,
    khong_chac: Vec<KhongChac>,
    vai: Vec<DongVai>,
    kem_theo: Vec<Dong>,
}

impl<'k> Doc<'k> {
    fn moi(kieu: &'k Kieu) -> Self {
        Self {
            kieu,
            dau: Dau::default(),
            chang: Chang::default(),
            co_quan: Vec::new(),
            ve_viec: Vec::new(),
            trich_yeu: Vec::new(),
            khong_chac: Vec::new(),
            vai: Vec::new(),
            kem_theo: Vec::new(),
        }
    }

    /// Takes the lines of a block; false if it belongs to the body.
    fn khoi(&mut self, lines: &[Dong], bang: bool) -> bool {
        let before = self.clone();
        let mut own = 0_usize;
        // Side by side, the left column is read before the right one.
        let mut order: Vec<&Dong> = lines.iter().filter(|line| !line.trong()).collect();
        // From the addressees on it is read across: their names stand beside the words before them.
        if bang {
            let across = order.iter().position(|line| self.la_kinh_gui(line));
            let across = across.unwrap_or(order.len());
            let (above, _) = order.split_at_mut(across);
            above.sort_by_key(|line| line.cot);
        }
        // In the table with the head line whatever stands is of the head, even a name that is not in capitals.
        let first = |line: &Dong| vai(line, Truoc::default(), self.kieu).map(|(vai, _)| vai);
        let head = bang && order.iter().any(|line| first(line) == Some(Vai::QuocHieu));
        // Without a table the office's name stands beside these lines.
        let beside = |line: &&Dong| {
            line.cot > 0 && matches!(first(line), Some(Vai::QuocHieu | Vai::TieuNgu))
        };
        let beside = !bang && order.iter().any(beside);
        for (i, line) in order.iter().enumerate() {
            if !bang && own > 0 && la_kem_theo(&line.chu) {
                self.kem_theo.extend(order.iter().skip(i).map(|line| (*line).clone()));
                return true;
            }
            if self.dong(line)
                || (head && own == 0 && self.ten_thuong(line))
                || (beside && line.cot == 0 && self.ten_canh(line))
            {
                own = own.saturating_add(1);
            } else if !bang || (own == 0 && !head) {
                *self = before;
                return false;
            }
        }
        // A table of data that has a line like one of the head is a table of data.
        if bang && !head && own.saturating_mul(2) < order.len() {
            *self = before;
            return false;
        }
        true
    }

    fn la_kinh_gui(&self, line: &Dong) -> bool {
        matches!(vai(line, Truoc::default(), self.kieu), Some((Vai::KinhGui, _)))
    }

    fn chua_gi(&self) -> bool {
        self.co_quan.is_empty() && self.dau == Dau::default()
    }

    /// The same names in English, of a paper that goes abroad: of the head, and none of its fields.
    fn tieng_anh(&mut self, line: &Dong) -> bool {
        let begun = self.chang == Chang::DauTrang && line.trong_bang && !self.vai.is_empty();
        let above = self.vai.last().filter(|last| last.dong.cot == line.cot);
        let sau = above.is_some_and(|last| last.vai == VaiDong::TiengAnh);
        let own = begun && above.is_some() && la_tieng_anh(&line.chu, sau);
        if own {
            self.la(VaiDong::TiengAnh, line);
        }
        own
    }

    fn dong(&mut self, line: &Dong) -> bool {
        if self.tieng_anh(line) || self.loai_ngoai(line) {
            return true;
        }
        let so = self.dau.co_dong_so || self.chang != Chang::DauTrang;
        let bang_dau =
            self.vai.iter().any(|own| own.vai == VaiDong::QuocHieu && own.dong.trong_bang);
        let truoc = Truoc { so, co_quan: !self.co_quan.is_empty(), bang_dau };
        let found = vai(line, truoc, self.kieu);
        let small =
            line.chu.starts_with(char::is_lowercase) && !line.chu.ends_with(['.', ';', ':']);
        match self.chang {
            Chang::KinhGui => return self.noi_gui(line),
            Chang::SauTrichYeu if !matches!(found, Some((Vai::KinhGui | Vai::NetKe, _))) => {
                return false;
            }
            Chang::TrichYeu if !matches!(found, Some((Vai::KinhGui | Vai::NetKe, _))) => {
                return self.tiep_trich_yeu(line);
            }
            // What a subject cites may look like a number or a date of the paper's own.
            Chang::VeViec
                if (found.is_none() || (small && so))
                    && line.cot == 0
                    && dai(&line.chu) < 120
                    && !line.trong() =>
            {
                let continues = matches!(line.cho, Cho::Trai | Cho::Giua) || line.nghieng || small;
                if continues {
                    self.ve_viec.push(line.chu.clone());
                    self.la(VaiDong::VeViec, line);
                }
                return continues;
            }
            _ => {}
        }
        let Some((vai, points)) = found else { return self.loai_la(line) };
        if points < CHAC {
            self.doan(vai, line);
        }
        self.nhan(vai, line);
        true
    }

    fn la(&mut self, vai: VaiDong, line: &Dong) {
        self.vai.push(DongVai { vai, dong: line.clone() });
    }

    fn nhan(&mut self, vai: Vai, line: &Dong) {
        self.la(vai.into(), line);
        let dau = &mut self.dau;
        match vai {
            Vai::QuocHieu => dau.quoc_hieu = true,
            Vai::TieuNgu => {}
            Vai::NetKe if self.chang == Chang::TrichYeu && self.kieu.het_tieu_de(&line.chu) => {
                self.chang = Chang::SauTrichYeu;
            }
            Vai::NetKe => {}
            Vai::So => {
                let (so, ky_hieu) = so_ky_hieu(&line.chu);
                (dau.so, dau.ky_hieu, dau.co_dong_so) = (so, ky_hieu, true);
            }
            Vai::Ngay => (dau.dia_danh, dau.ngay) = ngay(&line.chu),
            Vai::VeViec => {
                self.chang = Chang::VeViec;
                self.ve_viec.push(line.chu.clone());
            }
            Vai::TenLoai => {
                dau.loai = theo_ten(&line.chu);
                self.chang = Chang::TrichYeu;
            }
            Vai::Khan => dau.khan = Some(line.chu.to_lowercase()),
            Vai::Mat => dau.mat = Some(line.chu.to_lowercase()),
            Vai::LuuHanh => dau.luu_hanh = Some(line.chu.to_lowercase()),
            Vai::DuThao => dau.du_thao = Some(du_thao(&line.chu)),
            Vai::CoQuan => self.co_quan.push(line.clone()),
            Vai::KinhGui => {
                self.chang = Chang::KinhGui;
                let rest = line.chu.split_once(':').map_or("", |(_, rest)| rest);
                self.them_noi_gui(rest);
            }
        }
    }

    /// The first name at the left, in small letters.
    fn ten_thuong(&mut self, line: &Dong) -> bool {
        let like = matches!(line.cho, Cho::Trai) && (4..80).contains(&dai(&line.chu));
        if like {
            self.doan(Vai::CoQuan, line);
            self.nhan(Vai::CoQuan, line);
        }
        like
    }

    /// A name in capitals at the left, where the line beside it is of the head.
    fn ten_canh(&mut self, line: &Dong) -> bool {
        let like = line.hoa() && dai(&line.chu) < 80;
        if like {
            self.nhan(Vai::CoQuan, line);
        }
        like
    }

    /// Tells that a line was only guessed.
    fn doan(&mut self, vai: Vai, line: &Dong) {
        let cau = format!("đoán “{}” là {}", line.chu, ten(vai));
        self.khong_chac.push(KhongChac { vai: Some(vai.into()), noi: line.noi.clone(), cau });
    }

    fn xong(mut self, het: usize) -> DocDau {
        self.chu_de();
        let dau = &mut self.dau;
        let known = self.kieu.bo != MAC_DINH || dau.quoc_hieu;
        dau.bo_quy_tac = Some(self.kieu.bo).filter(|_| known);
        dau.tieu_de = self.kieu.tieu_de.clone().filter(|_| dau.quoc_hieu);
        dau.kinh_gui.iter_mut().for_each(|noi| *noi = bo_dau_muc(noi));
        (dau.co_quan_chu_quan, dau.co_quan_ban_hanh) = hai_co_quan(&self.co_quan);
        let subject = match self.ve_viec.is_empty() {
            true => self.trich_yeu.join(" "),
            false => {
                dau.ve_viec = true;
                bo_ve_viec(&self.ve_viec.join(" "))
            }
        };
        dau.trich_yeu = Some(gon(&subject)).filter(|text| !text.is_empty());
        let bare = dau.co_quan_ban_hanh.is_empty() && !dau.co_dong_so && dau.ngay.is_none();
        if let Some(own) = dau.trich_yeu.as_deref().filter(|_| bare).and_then(ten_tuyen_tap) {
            dau.co_quan_ban_hanh = vec![own.co_quan];
            (dau.so, dau.ky_hieu, dau.co_dong_so) = (own.so, own.ky_hieu, true);
            (dau.ngay, dau.trich_yeu) = (Some(own.ngay), own.trich_yeu);
        }
        if dau.loai.is_none() && dau.loai_rieng.is_none() {
            let letter = self.ve_viec.is_empty() && dau.kinh_gui.is_empty();
            if letter {
                let cau = "không thấy tên loại, V/v hay Kính gửi ở đầu văn bản: coi là công văn"
                    .to_owned();
                let vai = Some(VaiDong::TenLoai);
                self.khong_chac.push(KhongChac { vai, noi: "Đầu văn bản".to_owned(), cau });
            }
        }
        let Self { dau, khong_chac, vai, kem_theo, .. } = self;
        DocDau { dau, het, khong_chac, vai, kem_theo }
    }
}

fn ten(vai: Vai) -> &'static str {
    match vai {
        Vai::QuocHieu => "Quốc hiệu",
        Vai::TieuNgu => "Tiêu ngữ",
        Vai::So => "số, ký hiệu",
        Vai::Ngay => "địa danh, ngày tháng",
        Vai::VeViec => "trích yếu",
        Vai::TenLoai => "tên loại",
        Vai::Khan => "mức độ khẩn",
        Vai::Mat => "độ mật",
        Vai::LuuHanh => "phạm vi lưu hành",
        Vai::DuThao => "dấu dự thảo",
        Vai::NetKe => "đường kẻ",
        Vai::CoQuan => "tên cơ quan",
        Vai::KinhGui => "nơi kính gửi",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::bo_quy_tac::theo_khoa;

    /// A number that is taken into a register is found again by how its rules write it.
    #[test]
    fn a_number_has_the_signs_of_its_set() {
        let some = |text: &str| Some(text.to_owned());
        let dau = Dau { so: some("5"), ky_hieu: some("NQ/TU"), ..Dau::default() };
        assert_eq!(dau.so_hieu(), some("5/NQ/TU"));
        let dang = Dau { bo_quy_tac: theo_khoa("hd05"), ..dau };
        assert_eq!(dang.so_hieu(), some("5-NQ/TU"));
    }
}
