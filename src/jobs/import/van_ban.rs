//! The paper's own file: what was recognised, as the fields of its kind.

use super::co_quan::{self, CoQuanNhan, chu_thuong, tim_nguyen};
use super::rieng::{self, Rieng};
use super::than::{Cach, DongThan, viet};
use super::yaml::GiaTri;
use crate::model::Loai;
use crate::model::chu_dau::hoa_dau;
use crate::model::khong_dau::ten_tep_khong_dau;
use crate::word::nhan_dang::tu::{gon, khoa, toan_hoa};
use crate::word::nhan_dang::{GiayNhan, KhoiThan, la_quyet, mot_dong, so_dieu};

/// The files of the new hồ sơ, by their names.
pub struct HoSoMoi {
    pub tep: Vec<(String, Vec<u8>)>,
    /// The name of the paper's file, without ending.
    pub ten: String,
    pub than: Vec<DongThan>,
    /// What was guessed beyond what the recogniser guessed.
    pub doan: Vec<String>,
    /// The kind, as the user knows it.
    pub loai: String,
    /// A template of its own prints the body.
    pub mau_rieng: bool,
}

/// Kinds whose body begins with căn cứ and an introduction of their own.
const CO_CAN_CU: &[&str] = &[
    "chi_thi",
    "quy_che",
    "quy_dinh",
    "thong_cao",
    "thong_bao",
    "huong_dan",
    "chuong_trinh",
    "ke_hoach",
    "phuong_an",
    "de_an",
    "du_an",
    "giay_uy_quyen",
    "phieu_chuyen",
    "phieu_bao",
    "to_trinh",
    "bao_cao",
    "hop_dong",
    "ban_ghi_nho",
    "ban_thoa_thuan",
    "thu_cong",
];
/// Kinds that decide.
const QUYET: &[&str] = &["quyet_dinh", "nghi_quyet"];
/// Kinds whose recipients are those whom the paper names above.
const NHU_TREN: &[&str] = &["giay_moi", "giay_gioi_thieu", "giay_nghi_phep", "phieu_gui"];
/// Kinds without recipients.
const KHONG_NOI_NHAN: &[&str] =
    &["hop_dong", "ban_ghi_nho", "ban_thoa_thuan", "thu_cong", "bien_ban"];

/// A paper on its way to its file.
struct Soan<'g> {
    giay: &'g GiayNhan,
    cach: &'g Cach,
    /// `giay_moi`.
    khoa: String,
    loai: Option<Loai>,
    muc: Vec<(String, GiaTri)>,
    than: Vec<DongThan>,
    doan: Vec<String>,
    /// The body needs a template of its own.
    tu_do: bool,
}

/// Writes the files.
pub fn soan(giay: &GiayNhan, cach: &Cach) -> HoSoMoi {
    let dau = &giay.dau;
    let letter = || Loai::theo_khoa("cong_van").filter(|_| dau.loai_rieng.is_none());
    let loai = dau.loai.or_else(letter);
    let khoa = match (&loai, &dau.loai_rieng) {
        (Some(loai), _) => loai.khoa().to_owned(),
        (None, Some(ten)) => khoa_rieng(ten),
        (None, None) => "cong_van".to_owned(),
    };
    let rieng = rieng::doc(&khoa, &giay.than).filter(|_| !cach.tu_do);
    let mut soan = Soan {
        giay,
        cach,
        khoa,
        loai,
        muc: Vec::new(),
        than: Vec::new(),
        doan: Vec::new(),
        tu_do: false,
    };
    soan.tu_do = cach.tu_do || soan.khong_theo_mau(rieng.is_some());
    let (cua_co_quan, ky_hieu) = soan.ky_hieu();
    let office = co_quan::nhan(giay, rieng.as_ref().and_then(|r| r.co_quan.clone()), cua_co_quan);
    soan.dau(ky_hieu);
    soan.noi_nhan();
    soan.nguoi_ky(&office);
    soan.than(rieng);
    soan.sau();
    soan.xong(&office)
}

fn khoa_rieng(ten: &str) -> String {
    let words = ten_tep_khong_dau(ten).replace('-', "_");
    let start = words.trim_start_matches(|c: char| !c.is_ascii_lowercase()).to_owned();
    if start.is_empty() { "van_ban_rieng".to_owned() } else { start.chars().take(40).collect() }
}

impl Soan<'_> {
    fn them(&mut self, khoa: &str, gia_tri: GiaTri) {
        self.muc.push((khoa.to_owned(), gia_tri));
    }

    fn chu(&mut self, khoa: &str, text: impl Into<String>) {
        self.them(khoa, GiaTri::Chu(text.into()));
    }

    fn la(&self, kinds: &[&str]) -> bool {
        kinds.contains(&self.khoa.as_str())
    }

    /// Whether the form of the kind does not hold what the paper says.
    fn khong_theo_mau(&self, fields: bool) -> bool {
        let dau = &self.giay.dau;
        let none = self.giay.cuoi.noi_nhan.is_empty() && self.giay.cuoi.luu.is_none();
        let own = self.loai.is_none();
        let special = self.la(rieng::CAC_LOAI) && !fields;
        let letter = self.khoa == "cong_van"
            && (dau.kinh_gui.is_empty() || dau.trich_yeu.is_none() || !dau.co_dong_so);
        let decides = self.la(QUYET) && self.can_cu_cua_quyet().is_none();
        let without = none && !self.la(KHONG_NOI_NHAN) && !self.la(NHU_TREN);
        let subject = dau.trich_yeu.is_none()
            && !fields
            && !self.la(&["phieu_gui", "giay_gioi_thieu", "giay_nghi_phep"]);
        let odd_kinh_gui = !dau.kinh_gui.is_empty()
            && !self.la(&["cong_van", "to_trinh", "bao_cao", "phieu_gui", "thu_cong"]);
        let no_number = !dau.co_dong_so && self.khoa != "thu_cong";
        own || special || letter || decides || without || subject || odd_kinh_gui || no_number
    }

    /// The office's part of the symbol, and the fields of the paper's own.
    fn ky_hieu(&mut self) -> (Option<String>, Vec<(&'static str, String)>) {
        let Some(symbol) = self.giay.dau.ky_hieu.clone().filter(|_| !self.cach.bo_ky_hieu) else {
            let unit = self.khoa == "cong_van";
            let unit = unit && self.giay.dau.co_dong_so;
            return (None, if unit { vec![("don_vi_soan", "VT".to_owned())] } else { Vec::new() });
        };
        match self.loai.map(|loai| (loai, loai.viet_tat())) {
            Some((_, Some(short))) => {
                match symbol.strip_prefix(short).and_then(|rest| rest.strip_prefix('-')) {
                    Some(office) => (Some(office.to_owned()), Vec::new()),
                    None => (None, vec![("ky_hieu", symbol)]),
                }
            }
            Some((_, None)) => match symbol.rsplit_once('-') {
                Some((office, unit)) => {
                    (Some(office.to_owned()), vec![("don_vi_soan", unit.to_owned())])
                }
                None => {
                    self.doan
                        .push(format!("ký hiệu “{symbol}” không có đơn vị soạn thảo: tạm ghi VT"));
                    (Some(symbol), vec![("don_vi_soan", "VT".to_owned())])
                }
            },
            None => {
                let office =
                    symbol.split_once('-').map_or(symbol.as_str(), |(_, office)| office).to_owned();
                (Some(office), Vec::new())
            }
        }
    }

    fn dau(&mut self, ky_hieu: Vec<(&'static str, String)>) {
        let dau = &self.giay.dau;
        self.chu("loai", self.khoa.clone());
        if let Some(so) = &dau.so {
            self.chu("so", so.clone());
        }
        if self.khoa != "thu_cong" {
            ky_hieu.into_iter().for_each(|(khoa, text)| self.chu(khoa, text));
        }
        let date = dau.ngay.clone().unwrap_or_else(|| self.ngay_trong_bai());
        self.chu("ngay_ban_hanh", date);
        if let Some(subject) = &dau.trich_yeu {
            let subject = self.trich_yeu(subject);
            self.chu("trich_yeu", subject);
        }
        for (khoa, text) in [
            ("khan", &dau.khan),
            ("mat", &dau.mat),
            ("luu_hanh", &dau.luu_hanh),
            ("du_thao", &dau.du_thao),
        ] {
            if let Some(text) = text {
                self.chu(khoa, text.clone());
            }
        }
        match dau.kinh_gui.as_slice() {
            [] => {}
            [only] => self.chu("kinh_gui", only.clone()),
            several => self.them("kinh_gui", GiaTri::danh_sach(several.iter().cloned())),
        }
        let after = &self.giay.sau;
        let lines = after.dong_kem_theo.iter().chain(after.kem_theo.iter().map(|k| &k.dong));
        // On paper an appendix says the number of its document.
        if lines.into_iter().any(|line| co_so(line)) {
            self.chu("ban", "giay");
        }
    }

    /// In small letters, as the text has it.
    fn trich_yeu(&self, subject: &str) -> String {
        let bare = subject.trim_end_matches(['.', ';', ',', ' ']);
        if !toan_hoa(bare) {
            return bare.to_owned();
        }
        let found = self.giay.than.iter().find_map(|khoi| tim_nguyen(&khoi.chu, bare));
        hoa_dau(&found.unwrap_or_else(|| chu_thuong(bare)))
    }

    /// A paper without a line for its date has one in its text, or else only a guess.
    fn ngay_trong_bai(&mut self) -> String {
        let dates = self.giay.than.iter().find_map(|khoi| ngay_trong(&khoi.chu));
        let told = dates.clone().unwrap_or_else(|| "1/2026".to_owned());
        self.doan
            .push(format!("không thấy dòng địa danh, ngày tháng: tạm ghi ngay_ban_hanh là {told}"));
        told
    }

    fn noi_nhan(&mut self) {
        let cuoi = &self.giay.cuoi;
        let mut list: Vec<String> =
            cuoi.noi_nhan.iter().filter(|noi| !noi.is_empty()).cloned().collect();
        let last = self.giay.than.iter().rev().find_map(|khoi| so_dieu(&khoi.chu));
        let like =
            last.map(|so| format!("như điều {so}")).filter(|_| self.la(QUYET) && !self.tu_do);
        list.retain(|noi| Some(noi.to_lowercase()) != like);
        if !self.giay.dau.kinh_gui.is_empty() && list.len() > 1 {
            list.retain(|noi| khoa(noi) != "nhu tren");
        }
        let some = !list.is_empty();
        if some {
            self.them("noi_nhan", GiaTri::danh_sach(list));
        }
        match &cuoi.luu {
            Some(luu) => self.chu("luu", luu.clone()),
            None if some || (cuoi.co_noi_nhan && !self.la(KHONG_NOI_NHAN)) => self.chu("luu", "VT"),
            None => {}
        }
        if let Some(who) = &cuoi.nguoi_soan {
            self.chu("nguoi_soan", who.clone());
        }
        if let Some(count) = &cuoi.so_ban {
            self.chu("so_ban", count.clone());
        }
    }

    fn nguoi_ky(&mut self, office: &CoQuanNhan) {
        match office.nguoi_ky.as_slice() {
            [(ten, _)] => self.chu("nguoi_ky", ten.clone()),
            several => {
                self.them("nguoi_ky", GiaTri::danh_sach(several.iter().map(|(ten, _)| ten.clone())))
            }
        }
    }

    /// Where the căn cứ of a decision begin and where its body does.
    fn can_cu_cua_quyet(&self) -> Option<(usize, usize)> {
        let than = &self.giay.than;
        let at = than.iter().take(60).position(|khoi| la_quyet(&khoi.chu))?;
        let start =
            than.iter().take(at).position(|khoi| !(khoi.hoa() && (khoi.giua || khoi.dam)))?;
        let plain = than
            .get(start..at)?
            .iter()
            .all(|khoi| khoi.ghi_chu.is_empty() && !khoi.la_bang && !khoi.chu.is_empty());
        plain.then_some((start, at))
    }

    /// The blocks of the body from one on.
    fn than_tu(&mut self, truong: &str, blocks: Vec<usize>) {
        let all = self.giay.than.iter().enumerate().filter(|(id, _)| blocks.contains(id));
        let (text, map) = viet(truong, all, self.cach);
        self.than.push(map);
        self.them(truong, GiaTri::Khoi(text));
    }

    fn than(&mut self, rieng: Option<Rieng>) {
        let count = self.giay.than.len();
        if self.tu_do {
            return self.than_tu("noi_dung", (0..count).collect());
        }
        if let Some(rieng) = rieng {
            rieng.truong.into_iter().for_each(|(khoa, gia_tri)| self.them(khoa, gia_tri));
            rieng.than.into_iter().for_each(|(khoa, blocks)| self.than_tu(khoa, blocks));
            return;
        }
        let mut from = 0;
        if let Some((start, decides)) = self.can_cu_cua_quyet().filter(|_| self.la(QUYET)) {
            let head: Vec<&str> =
                self.giay.than.iter().take(start).map(|khoi| khoi.chu.as_str()).collect();
            let head = gon(&head.join(" "));
            if !head.is_empty() {
                let of_issue = co_quan::cua_ai(self.giay)
                    .filter(|who| who.to_lowercase() == head.to_lowercase());
                self.chu("tham_quyen", of_issue.unwrap_or(head));
            }
            self.can_cu(start, decides);
            from = decides.saturating_add(1);
        } else if self.la(CO_CAN_CU) {
            from = self.giay.than.iter().take_while(|khoi| la_can_cu(khoi)).count();
            self.can_cu(0, from);
            if self.mo_dau(from) {
                from = from.saturating_add(1);
            }
        }
        self.than_tu("noi_dung", (from..count).collect());
    }

    fn can_cu(&mut self, from: usize, to: usize) {
        let items: Vec<String> =
            self.giay.than.iter().take(to).skip(from).map(|khoi| mot_dong(&khoi.chu)).collect();
        let items =
            items.into_iter().map(|text| text.trim_end_matches([';', '.', ',', ' ']).to_owned());
        let items: Vec<String> = items.collect();
        if !items.is_empty() {
            self.them("can_cu", GiaTri::danh_sach(items));
        }
    }

    /// One paragraph before the first head or item is the introduction.
    fn mo_dau(&mut self, at: usize) -> bool {
        let Some(khoi) = self.giay.than.get(at) else { return false };
        let next = self.giay.than.get(at.saturating_add(1));
        let marked = |khoi: &KhoiThan| {
            khoi.md.starts_with(['#', '-', '+', '*'])
                || khoi.md.starts_with(|c: char| c.is_ascii_digit())
                || so_dieu(&khoi.chu).is_some()
        };
        let plain = !khoi.la_bang
            && khoi.ghi_chu.is_empty()
            && !khoi.giua
            && !marked(khoi)
            && !khoi.md.starts_with(['{', '!', '\\']);
        let first = plain && next.is_some_and(marked) && !khoi.chu.starts_with("Điều ");
        if first {
            self.chu("mo_dau", khoi.md.clone());
        }
        first
    }

    fn sau(&mut self) {
        let mut id = self.giay.than.len();
        if let Some(own) = &self.giay.sau.kem_theo {
            let blocks: Vec<(usize, &KhoiThan)> = (id..).zip(own.than.iter()).collect();
            id = id.saturating_add(blocks.len());
            let (text, map) = viet("kem_theo.noi_dung", blocks.into_iter(), self.cach);
            if self.khoa == "quyet_dinh" && !self.tu_do {
                self.than.push(map);
                let loai = hoa_dau(&own.loai.to_lowercase());
                let subject = self.trich_yeu(&own.trich_yeu);
                self.them(
                    "kem_theo",
                    GiaTri::Nhom(vec![
                        ("loai".to_owned(), GiaTri::chu(loai)),
                        ("trich_yeu".to_owned(), GiaTri::chu(subject)),
                        ("noi_dung".to_owned(), GiaTri::Khoi(text)),
                    ]),
                );
            }
        }
        let mut all = Vec::new();
        // A paper that no decision issues is an appendix like the others.
        let loose =
            self.giay.sau.kem_theo.as_ref().filter(|_| self.khoa != "quyet_dinh" || self.tu_do);
        let of_paper =
            loose.map(|own| (gon(&format!("{} {}", own.loai, own.trich_yeu)), false, &own.than));
        let listed =
            self.giay.sau.phu_luc.iter().map(|own| (own.tieu_de.clone(), own.ngang, &own.than));
        let first = self.giay.than.len();
        for (i, (title, ngang, than)) in of_paper.into_iter().chain(listed).enumerate() {
            let start = if i == 0 && loose.is_some() { first } else { id };
            let blocks: Vec<(usize, &KhoiThan)> = (start..).zip(than.iter()).collect();
            if start == id {
                id = id.saturating_add(blocks.len());
            }
            let (text, map) =
                viet(&format!("phu_luc[{i}].noi_dung"), blocks.into_iter(), self.cach);
            self.than.push(map);
            let title = if title.is_empty() { "Phụ lục".to_owned() } else { title };
            let mut muc = vec![("tieu_de".to_owned(), GiaTri::chu(title))];
            if ngang {
                muc.push(("ngang".to_owned(), GiaTri::chu("có")));
            }
            muc.push(("noi_dung".to_owned(), GiaTri::Khoi(text)));
            all.push(GiaTri::Nhom(muc));
        }
        if !all.is_empty() {
            self.them("phu_luc", GiaTri::DanhSach(all));
        }
    }

    /// All files.
    fn xong(mut self, office: &CoQuanNhan) -> HoSoMoi {
        self.doan.extend(office.doan.iter().cloned());
        let ten = ten_tep_khong_dau(&self.khoa);
        let ten = if ten == "co-quan" || ten.is_empty() { "van-ban".to_owned() } else { ten };
        let text = format!(
            "# Nhập từ tệp Word. Sau dấu # là lời chú giải, không in ra.\n{}",
            super::yaml::viet(&self.muc)
        );
        let mut tep = vec![
            ("co-quan.yaml".to_owned(), office.tep().into_bytes()),
            (format!("{ten}.yaml"), text.into_bytes()),
        ];
        if self.tu_do {
            tep.push((format!("mau/{ten}.yaml"), self.khai_bao().into_bytes()));
            tep.push((format!("mau/{ten}.typ"), MAU.as_bytes().to_vec()));
        }
        tep.extend(self.giay.anh.iter().map(|anh| (anh.ten.clone(), anh.bytes.clone())));
        let loai = match (self.loai, &self.giay.dau.loai_rieng) {
            (Some(loai), _) => loai.ten().to_owned(),
            (None, Some(ten)) => hoa_dau(&ten.to_lowercase()),
            (None, None) => "Công văn".to_owned(),
        };
        HoSoMoi { tep, ten, than: self.than, doan: self.doan, loai, mau_rieng: self.tu_do }
    }

    /// The declaration of a kind whose body is free.
    fn khai_bao(&self) -> String {
        let (dau, cuoi) = (&self.giay.dau, &self.giay.cuoi);
        let yes = |holds: bool| GiaTri::chu(if holds { "có" } else { "không" });
        let mut muc = vec![("khoa".to_owned(), GiaTri::chu(&self.khoa))];
        if self.loai.is_none() {
            let ten = dau.loai_rieng.as_deref().unwrap_or("Văn bản");
            muc.push(("ten".to_owned(), GiaTri::chu(hoa_dau(&ten.to_lowercase()))));
            let short =
                dau.ky_hieu.as_deref().and_then(|s| s.split_once('-')).map(|(short, _)| short);
            let free = short.filter(|short| Loai::theo_viet_tat(short).is_none());
            muc.extend(free.map(|short| ("viet_tat".to_owned(), GiaTri::chu(short))));
        }
        let subject = match (dau.trich_yeu.is_some(), dau.ve_viec) {
            (false, _) => "khong",
            (true, true) => "ve_viec",
            (true, false) => "duoi_ten_loai",
        };
        let titled = dau.loai.is_some() || dau.loai_rieng.is_some();
        let nobody = cuoi.noi_nhan.is_empty() && cuoi.luu.is_none();
        let head = vec![
            ("trich_yeu".to_owned(), GiaTri::chu(subject)),
            ("ten_loai".to_owned(), yes(titled)),
            ("so".to_owned(), yes(dau.co_dong_so)),
            ("ngay".to_owned(), yes(dau.ngay.is_some())),
            ("kinh_gui".to_owned(), GiaTri::chu("duoc")),
            ("noi_nhan".to_owned(), GiaTri::chu(if nobody { "khong" } else { "co_quan" })),
        ];
        muc.push((
            "mo_ta".to_owned(),
            GiaTri::chu("Văn bản nhập từ tệp Word, thân bài viết tự do"),
        ));
        muc.push(("dau".to_owned(), GiaTri::Nhom(head)));
        muc.push((
            "truong".to_owned(),
            GiaTri::DanhSach(vec![GiaTri::Nhom(vec![
                ("khoa".to_owned(), GiaTri::chu("noi_dung")),
                ("kieu".to_owned(), GiaTri::chu("than_bai")),
                ("bat_buoc".to_owned(), GiaTri::chu("có")),
                ("mo_ta".to_owned(), GiaTri::chu("Thân bài, in như đã gõ")),
            ])]),
        ));
        super::yaml::viet(&muc)
    }
}

/// The template of a kind whose body is free.
const MAU: &str = "// Mẫu do lệnh import tạo: thân bài viết tự do.\n#import \"chung.typ\": *\n\n#let cau_chu = (:)\n\
                   #let (d, cau) = du_lieu(cau_chu)\n\n#d.noi_dung\n\n#cac_phu_luc(d.phu_luc)\n";

/// `Căn cứ …;` at the beginning of a body.
fn la_can_cu(khoi: &KhoiThan) -> bool {
    let key = khoa(&khoi.chu);
    let starts = ["can cu", "theo de nghi", "xet de nghi", "xet to trinh"]
        .iter()
        .any(|word| key.starts_with(word));
    let ends = khoi.chu.ends_with([';', ',']) || (khoi.nghieng && khoi.chu.ends_with('.'));
    starts && ends && khoi.ghi_chu.is_empty() && !khoi.la_bang
}

/// A line `(Kèm theo Quyết định số 32/QĐ-VP …)` with its number.
fn co_so(line: &str) -> bool {
    let key = khoa(line);
    let Some((_, rest)) = key.split_once(" so") else { return false };
    rest.trim_start_matches([':', ' ']).starts_with(|c: char| c.is_ascii_digit())
}

/// The first whole date in a text.
fn ngay_trong(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let (_, rest) = lower.split_once("ngày ")?;
    let (day, rest) = rest.split_once(" tháng ")?;
    let (month, rest) = rest.split_once(" năm ")?;
    let year: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let number = |text: &str| {
        let bare = text.trim().trim_start_matches('0').to_owned();
        (!bare.is_empty() && bare.len() < 3 && bare.bytes().all(|b| b.is_ascii_digit()))
            .then_some(bare)
    };
    let (day, month) = (number(day)?, number(month)?);
    (year.len() == 4).then(|| format!("{day}/{month}/{year}"))
}
