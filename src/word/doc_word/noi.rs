//! Where a reader finds each paragraph: under which head and which one there, in which cell of which
//! table, in which note.

use super::tep_word::{Bang, Doan, Hang, Khoi, MOC_CHU_THICH, Noi};
use super::thanh_phan::{DeMuc, ThanhPhan};
use crate::model::chu_dau::hoa_dau;

/// Gives every paragraph its place.
pub(super) fn dat(khoi: &mut [Khoi]) {
    let heads = khoi.iter().flat_map(Khoi::cac_doan);
    let co_de_muc = heads.into_iter().any(|d| matches!(d.thanh_phan, ThanhPhan::DeMuc(..)));
    let mut doc = NguoiDoc { co_de_muc, ..NguoiDoc::default() };
    doc.khoi(khoi);
}

/// How far a reader has come.
#[derive(Default)]
struct NguoiDoc {
    co_de_muc: bool,
    qua_ten_loai: bool,
    phu_luc: Option<String>,
    /// The open heads: kind, level, number or title.
    de_muc: Vec<(DeMuc, u8, String)>,
    doan: usize,
    bang: usize,
    chu_thich: usize,
}

impl NguoiDoc {
    fn khoi(&mut self, khoi: &mut [Khoi]) {
        for k in khoi {
            match k {
                Khoi::Doan(doan) => {
                    doan.noi = self.noi(doan);
                    self.chu_thich(doan);
                }
                Khoi::Bang(bang) => self.bang(bang),
            }
        }
    }

    fn noi(&mut self, doan: &Doan) -> Noi {
        use ThanhPhan as T;
        self.qua_ten_loai |= doan.thanh_phan == T::TenLoai;
        let vung = match doan.thanh_phan {
            T::CoQuan => "Tên cơ quan",
            T::QuocHieu => "Quốc hiệu",
            T::TieuNgu => "Tiêu ngữ",
            T::SoKyHieu => "Số, ký hiệu",
            T::DiaDanhThoiGian => "Địa danh, ngày tháng",
            T::TenLoai => "Tên loại",
            T::TrichYeu => "Trích yếu",
            T::KinhGui => "Kính gửi",
            T::NoiNhan => "Nơi nhận",
            T::ChucVu => "Chức vụ người ký",
            T::HoTen => "Họ tên người ký",
            T::PhuLuc => return self.vao_phu_luc(doan),
            T::TenPhuLuc => return self.cua_phu_luc("tên phụ lục"),
            T::KemTheo => return self.cua_phu_luc("dòng kèm theo"),
            T::DeMuc(kind, level) => return self.vao_de_muc(doan, kind, level),
            T::Thuong => return self.thuong(doan),
        };
        Noi { vung: vung.to_owned(), thu: 0 }
    }

    fn vao_phu_luc(&mut self, doan: &Doan) -> Noi {
        let ten = gon(&doan.in_ra(), 40);
        self.phu_luc = Some(ten.clone());
        self.de_muc.clear();
        self.doan = 0;
        Noi { vung: ten, thu: 0 }
    }

    fn cua_phu_luc(&self, what: &str) -> Noi {
        let ten = self.phu_luc.as_deref().unwrap_or("Phụ lục");
        Noi { vung: format!("{ten}, {what}"), thu: 0 }
    }

    fn vao_de_muc(&mut self, doan: &Doan, kind: DeMuc, level: u8) -> Noi {
        let rank = |kind: DeMuc, level: u8| match kind {
            DeMuc::Chuong => (0, level),
            DeMuc::Dieu => (1, 0),
            DeMuc::Muc => (2, level),
        };
        let here = rank(kind, level);
        self.de_muc.retain(|(kind, level, _)| rank(*kind, *level) < here);
        self.de_muc.push((kind, level, ten_de_muc(doan, kind)));
        self.doan = 0;
        Noi { vung: self.vung(), thu: 0 }
    }

    fn thuong(&mut self, doan: &Doan) -> Noi {
        if !doan.trong() {
            self.doan = self.doan.saturating_add(1);
        }
        Noi { vung: self.vung(), thu: self.doan }
    }

    /// The open heads in a reader's words.
    fn vung(&self) -> String {
        let mut out: Vec<String> = self.phu_luc.iter().cloned().collect();
        let dieu = self.de_muc.iter().rposition(|(kind, ..)| *kind == DeMuc::Dieu);
        let open = self.de_muc.iter().skip(dieu.unwrap_or(0));
        let (muc, tren): (Vec<_>, Vec<_>) = open.partition(|(kind, ..)| *kind == DeMuc::Muc);
        out.extend(tren.into_iter().map(|(_, _, ten)| ten.clone()));
        let so = noi_so(muc.iter().map(|(_, _, ten)| ten.as_str()));
        if let Some(so) = so {
            let tu = if dieu.is_some() { "khoản" } else { "mục" };
            out.push(format!("{tu} {so}"));
        }
        if out.is_empty() {
            let name = if self.co_de_muc { "Mở đầu" } else { "Nội dung" };
            out.push(name.to_owned());
        }
        hoa_dau(&out.join(", "))
    }

    fn chu_thich(&mut self, doan: &mut Doan) {
        for note in &mut doan.chu_thich {
            self.chu_thich = self.chu_thich.saturating_add(1);
            let vung = format!("Chú thích {}", self.chu_thich);
            let mut thu = 0_usize;
            for doan in cac_doan_mut(note) {
                thu = thu.saturating_add(usize::from(!doan.trong()));
                doan.noi = Noi { vung: vung.clone(), thu };
            }
        }
    }

    fn bang(&mut self, bang: &mut Bang) {
        if !bang.la_noi_dung() {
            return self.bang_trinh_bay(bang);
        }
        self.bang = self.bang.saturating_add(1);
        bang.thu = self.bang;
        let cot = ten_cot(bang);
        let co_tieu_de = bang.hang.iter().any(|hang| hang.tieu_de);
        let mut thu = 0_usize;
        for (i, hang) in bang.hang.iter_mut().enumerate() {
            let tieu_de = hang.tieu_de || (!co_tieu_de && i == 0);
            thu = thu.saturating_add(usize::from(!tieu_de));
            hang.ten =
                if tieu_de { "hàng tiêu đề".to_owned() } else { format!("hàng {thu}") };
            for o in &mut hang.o {
                let ten = cot.iter().find(|(c, _)| *c == o.cot).map(|(_, ten)| ten.as_str());
                let cot = match ten {
                    Some(ten) if !tieu_de => format!("cột “{ten}”"),
                    _ => format!("cột {}", o.cot.saturating_add(1)),
                };
                let vung = format!("Bảng {}, {}, {cot}", bang.thu, hang.ten);
                for doan in cac_doan_mut(&mut o.khoi) {
                    doan.noi = Noi { vung: vung.clone(), thu: 0 };
                    self.chu_thich(doan);
                }
            }
        }
    }

    /// A table that lays out head or foot: its paragraphs are components.
    fn bang_trinh_bay(&mut self, bang: &mut Bang) {
        let o = if self.qua_ten_loai { "Cuối văn bản" } else { "Đầu văn bản" };
        for doan in
            bang.hang.iter_mut().flat_map(|h| &mut h.o).flat_map(|o| cac_doan_mut(&mut o.khoi))
        {
            doan.noi = match doan.thanh_phan {
                ThanhPhan::Thuong => Noi { vung: o.to_owned(), thu: 0 },
                _ => self.noi(doan),
            };
            self.chu_thich(doan);
        }
    }
}

fn cac_doan_mut(khoi: &mut [Khoi]) -> Vec<&mut Doan> {
    let mut out = Vec::new();
    for k in khoi {
        match k {
            Khoi::Doan(doan) => out.push(doan),
            Khoi::Bang(bang) => {
                let cells = bang.hang.iter_mut().flat_map(|h| &mut h.o);
                out.extend(cells.flat_map(|o| cac_doan_mut(&mut o.khoi)));
            }
        }
    }
    out
}

/// The column heads: the first column that a cell covers, and the words over it.
fn ten_cot(bang: &Bang) -> Vec<(usize, String)> {
    let heads: Vec<&Hang> = match bang.hang.iter().any(|h| h.tieu_de) {
        true => bang.hang.iter().take_while(|h| h.tieu_de).collect(),
        false => bang.hang.iter().take(1).collect(),
    };
    let mut out: Vec<(usize, String)> = Vec::new();
    for o in heads.iter().rev().flat_map(|hang| &hang.o) {
        let chu: Vec<&str> =
            o.khoi.iter().flat_map(Khoi::cac_doan).map(|doan| doan.chu.as_str()).collect();
        let chu = gon(&chu.join(" "), 60);
        for cot in o.cot..o.cot.saturating_add(o.gop_cot) {
            if !chu.is_empty() && out.iter().all(|(c, _)| *c != cot) {
                out.push((cot, chu.clone()));
            }
        }
    }
    out
}

/// What a head is called: its number, or its title where it has none.
fn ten_de_muc(doan: &Doan, kind: DeMuc) -> String {
    let printed = doan.in_ra();
    let mut words = printed.split_whitespace();
    let first = words.next().unwrap_or_default();
    let clean = |word: &str| word.trim_end_matches(['.', ':', ')', MOC_CHU_THICH]).to_owned();
    match kind {
        DeMuc::Chuong | DeMuc::Dieu => {
            format!("{first} {}", clean(words.next().unwrap_or_default())).trim().to_owned()
        }
        DeMuc::Muc => match doan.so.is_some() || first.ends_with(['.', ')']) {
            true => clean(first),
            false => format!("“{}”", gon(&printed, 60)),
        },
    }
}

/// `II`, `1`, `1.1` → `II.1.1`: a number that repeats the one above it stands alone.
fn noi_so<'a>(numbers: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut out: Vec<&str> = Vec::new();
    for so in numbers {
        let repeats =
            |above: &&str| so.strip_prefix(*above).is_some_and(|rest| rest.starts_with('.'));
        if out.last().is_some_and(repeats) {
            out.pop();
        }
        out.push(so);
    }
    (!out.is_empty()).then(|| out.join("."))
}

/// The text on one line, no longer than `most` characters.
fn gon(text: &str, most: usize) -> String {
    let text = text.replace(MOC_CHU_THICH, "");
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let cut: String = line.chars().take(most).collect();
    format!("{}…", cut.trim_end())
}
