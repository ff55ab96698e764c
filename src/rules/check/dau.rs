//! What every document's file says before its body: number, date, subject, signer, recipients.

use super::cac_co_quan::NoiBanHanh;
use super::cau_chu::{cau_chu, voi_co_quan};
use super::chi_dan::PhanKhac;
use super::chu_de::{bo_ngoac, chu_de};
use super::doc::Doc;
use super::nguoi_ky::{cac_nguoi_ky, xac_nhan_chu_ky};
use super::nguoi_nhan::{kinh_gui, lay_mac_dinh, noi_nhan};
use super::tieng_anh::song_ngu;
use super::trich_yeu::{bo_ve_viec, cach_viet, dong_rieng};
use crate::model::trinh_bay::TrinhBay;
use crate::model::{
    BanSao, BoQuyTac, CachKinhGui, CachNoiNhan, CauChu, CoQuan, Fault, KieuVanBan, Loai, Loi,
    NgayBanHanh, NguoiKy, NoiDung, NoiNhan, SoKyHieu, VanBan, XacNhanChuKy, phu_luc_vi, so_ky_hieu,
};
use crate::reading::form::{DauForm, Field, Text};
use crate::reading::yaml::Span;

/// The head as far as it could be read.
#[derive(Clone)]
pub struct Dau {
    so: Option<u64>,
    ky_hieu: Option<String>,
    pub ngay_ban_hanh: Option<NgayBanHanh>,
    pub trich_yeu: Option<Loi>,
    chu_de: Option<Loi>,
    dong_trich_yeu: Vec<usize>,
    pub nguoi_ky: Option<Vec<NguoiKy>>,
    xac_nhan_chu_ky: Option<XacNhanChuKy>,
    kieu: KieuVanBan,
    noi_nhan: Option<NoiNhan>,
    cau_chu: Vec<CauChu>,
    /// Kính gửi; the first recipient is then `Như trên` (PL I, II.9.b).
    pub kinh_gui: Vec<Loi>,
    /// The last Điều, where the kind's recipients begin with it.
    pub so_dieu: Option<usize>,
    khac: PhanKhac,
    song_ngu: bool,
}

/// The number, as it is printed.
fn so_van_ban(doc: &mut Doc<'_>, text: &str, span: Span) -> Option<u64> {
    let so = doc.take(so_ky_hieu::so(text), span)?;
    if let Some(fault) = so_ky_hieu::so_khong_thua(text, so) {
        doc.warn(fault, span);
    }
    Some(so)
}

impl Dau {
    pub fn doc(
        doc: &mut Doc<'_>,
        mut form: DauForm,
        top: Span,
        loai: Loai,
        kieu: &KieuVanBan,
        noi_ban_hanh: Option<&NoiBanHanh<'_>>,
    ) -> Self {
        let co_quan = noi_ban_hanh.map(|noi| &*noi.chung);
        let bo = doc.bo();
        let khac = PhanKhac::doc(doc, &mut form, bo);
        let song_ngu = song_ngu(doc, form.song_ngu, co_quan);
        let so = doc.optional(form.so);
        let so = so.and_then(|(Text(t), span)| so_van_ban(doc, &t, span));
        let own = (form.ky_hieu, form.don_vi_soan);
        let ky_hieu = match kieu.so {
            true => ky_hieu(doc, own, top, loai, co_quan),
            false => Some(String::new()),
        };
        let ngay_ban_hanh = ngay_ban_hanh(doc, form.ngay_ban_hanh, top, co_quan);
        let raw = form.trich_yeu.clone();
        let chu_de = chu_de(doc, form.chu_de, loai, bo);
        let of = (loai, kieu, chu_de.is_some());
        let trich_yeu = form.trich_yeu.and_then(|field| trich_yeu(doc, field, top, of));
        let dong_trich_yeu = match (raw, &trich_yeu) {
            (Some(Field::Good(Text(raw), _)), Some(text)) => dong_rieng(&raw, text),
            _ => Vec::new(),
        };
        let nguoi_ky = cac_nguoi_ky(doc, form.nguoi_ky, top, kieu, noi_ban_hanh);
        let xac_nhan_chu_ky = xac_nhan_chu_ky(doc, form.xac_nhan_chu_ky, noi_ban_hanh);
        let noi_nhan = cua_van_ban(doc, (form.noi_nhan, form.luu), top, kieu, co_quan);
        let own = doc.optional(form.cau_chu).map(|(table, _)| cau_chu(doc, table, false));
        let cau_chu = voi_co_quan(own.unwrap_or_default(), co_quan);
        let may_be_blank = kieu.kinh_gui != CachKinhGui::Can;
        let kinh_gui = form
            .kinh_gui
            .filter(|field| !(may_be_blank && matches!(field, Field::Blank(_))))
            .map(|field| kinh_gui(doc, field, top));
        Self {
            so,
            ky_hieu,
            ngay_ban_hanh,
            trich_yeu,
            chu_de,
            dong_trich_yeu,
            nguoi_ky,
            xac_nhan_chu_ky,
            kieu: kieu.clone(),
            noi_nhan,
            cau_chu,
            kinh_gui: kinh_gui.unwrap_or_default(),
            so_dieu: None,
            khac,
            song_ngu,
        }
    }

    /// The whole document, if nothing of its head is missing.
    pub fn van_ban(
        self,
        doc: &Doc<'_>,
        loai: Loai,
        noi_ban_hanh: NoiBanHanh<'_>,
        noi_dung: NoiDung,
    ) -> Option<VanBan> {
        let nhan = self.noi_nhan?;
        let nhan = match self.so_dieu.filter(|so| self.kieu.nhu_dieu && *so > 0) {
            Some(so) => nhan.nhu_dieu(so),
            None => nhan,
        };
        let cach = noi_ban_hanh.chung.bo_quy_tac.so;
        Some(VanBan {
            loai,
            kieu: self.kieu,
            co_quan: noi_ban_hanh.chung.into_owned().co_tieng_anh(self.song_ngu),
            so_ky_hieu: SoKyHieu::new(self.so, self.ky_hieu?, cach),
            ngay_ban_hanh: self.ngay_ban_hanh?,
            trich_yeu: self.trich_yeu?,
            chu_de: self.chu_de,
            dong_trich_yeu: self.dong_trich_yeu,
            noi_nhan: match self.kinh_gui.is_empty() || nhan.khong_co_gi() {
                true => nhan,
                false => nhan.nhu_tren(&self.kinh_gui),
            },
            kinh_gui: self.kinh_gui,
            nguoi_ky: self.nguoi_ky?,
            xac_nhan_chu_ky: self.xac_nhan_chu_ky,
            chi_dan: self.khac.chi_dan,
            du_thao: self.khac.du_thao,
            ky_hieu_soan: self.khac.ky_hieu_soan,
            ban: self.khac.ban,
            thoi_diem: self.khac.thoi_diem,
            sao: None,
            cau_chu: self.cau_chu,
            noi_dung,
            nguon: doc.ten().to_owned(),
        })
    }
}

impl Dau {
    /// What a copy adds to its document, if nothing of its head is missing.
    pub fn ban_sao(self, loai: Loai, noi_ban_hanh: NoiBanHanh<'_>) -> Option<BanSao> {
        let cach = noi_ban_hanh.chung.bo_quy_tac.so;
        Some(BanSao {
            loai,
            co_quan: noi_ban_hanh.chung.into_owned(),
            so_ky_hieu: SoKyHieu::new(self.so, self.ky_hieu?, cach),
            ngay_ban_hanh: self.ngay_ban_hanh?,
            nguoi_ky: self.nguoi_ky?,
            noi_nhan: self.noi_nhan?,
            ban: self.khac.ban,
            thoi_diem: self.khac.thoi_diem,
        })
    }
}

/// The document's own symbol, or the one of its kind and office. A kind without an abbreviation, such as
/// Công văn, names the unit that drafts it.
fn ky_hieu(
    doc: &mut Doc<'_>,
    (own, don_vi): (Option<Field<Text>>, Option<Field<Text>>),
    top: Span,
    loai: Loai,
    co_quan: Option<&CoQuan>,
) -> Option<String> {
    let don_vi = doc.optional_line(don_vi);
    let bo = doc.bo();
    if let Some((Text(text), span)) = doc.optional(own) {
        let thua = so_ky_hieu::hai_ten_loai(text.trim(), loai, bo)
            .or_else(|| so_ky_hieu::thua_ten_loai(text.trim(), loai, bo));
        if let Some(fault) = thua {
            doc.warn(fault, span);
        }
        return doc.take(so_ky_hieu::kiem(&text, loai, bo), span);
    }
    match (bo.viet_tat(loai), don_vi) {
        (Some(_), None) => doc.take(so_ky_hieu::ghep(loai, &co_quan?.ky_hieu, bo), top),
        (Some(viet_tat), Some((_, span))) => {
            let message =
                format!("ký hiệu {} bắt đầu bằng {viet_tat}, không có đơn vị soạn", loai.ten());
            let fault = Fault::new("bad-symbol", message)
                .hint("xoá mục don_vi_soan; cần ký hiệu khác thì ghi cả ký hiệu vào mục ky_hieu")
                .clause("Phụ lục I, phần I, mục II.3.b");
            doc.fault(fault, span);
            None
        }
        (None, Some((don_vi, span))) => {
            let own = format!("{}-{don_vi}", co_quan?.ky_hieu);
            doc.take(so_ky_hieu::ghep(loai, &own, bo), span)
        }
        (None, None) => {
            let fault = Fault::new("missing-field", "thiếu mục “don_vi_soan”")
                .hint("ghi chữ viết tắt của đơn vị soạn thảo, đứng cuối ký hiệu, ví dụ: VP")
                .clause("Phụ lục I, phần I, mục II.3.b");
            doc.fault(fault, top);
            None
        }
    }
}

fn ngay_ban_hanh(
    doc: &mut Doc<'_>,
    field: Field<Text>,
    top: Span,
    co_quan: Option<&CoQuan>,
) -> Option<NgayBanHanh> {
    if let Field::Blank(span) = field {
        let fault = Fault::new("empty-value", "mục “ngay_ban_hanh” để trống").hint(
            "chưa có ngày thì chỉ ghi tháng và năm, ví dụ: 2/2026; bản in chừa chỗ để ghi ngày",
        );
        doc.fault(fault, span);
        return None;
    }
    let (text, span) = doc.line(field, "ngay_ban_hanh", top)?;
    let ngay = doc.take(NgayBanHanh::parse(&text), span)?;
    if ngay.thang().is_none() {
        let fault = Fault::new("not-ready", "ngày ban hành chưa có tháng");
        doc.warn(fault.hint("ghi tháng và năm, ví dụ: 3/2023"), span);
    }
    if let Some(fault) = co_quan.and_then(|c| chua_co_hieu_luc(ngay, c.bo_quy_tac)) {
        doc.warn(fault, span);
    }
    Some(ngay)
}

/// A paper of a time when its rules did not hold yet; those that held then are not here.
fn chua_co_hieu_luc(ngay: NgayBanHanh, bo: BoQuyTac) -> Option<Fault> {
    let tu = bo.tu_ngay();
    if ngay.ngay_cuoi_ky() >= tu {
        return None;
    }
    let day = tu.format("%d/%m/%Y");
    let message = format!("{} có hiệu lực từ {day}, văn bản này ghi ngày trước đó", bo.ten);
    Some(Fault::new("before-rules", message).hint(
        "văn bản vẫn trình bày theo quy định ấy; quy định trước đó khác về thể thức, chương trình không có",
    ))
}

fn trich_yeu(
    doc: &mut Doc<'_>,
    field: Field<Text>,
    top: Span,
    (loai, kieu, duoi_chu_de): (Loai, &KieuVanBan, bool),
) -> Option<Loi> {
    let (text, span) = doc.plain(field, "trich_yeu", top)?;
    let text = match duoi_chu_de {
        // It names its kind itself, since the theme stands in that one's place.
        true => text.map(bo_ngoac),
        false => {
            let text = text.map(|text| bo_ve_viec(text, kieu));
            cach_viet(doc, &text, span, loai, kieu);
            text
        }
    };
    let hint =
        "trích yếu là một câu ngắn phản ánh khái quát nội dung; phần còn lại đưa vào lời văn";
    doc.take(phu_luc_vi::SUBJECT.vua(text).map_err(|fault| fault.hint(hint)), span)
}

/// Recipients as they are typed.
type CacNoi = Option<Field<Vec<Field<Text>>>>;

/// Who gets the document: whom it names itself, or whom its kind gives it.
fn cua_van_ban(
    doc: &mut Doc<'_>,
    (danh_sach, luu): (CacNoi, Option<Field<Text>>),
    top: Span,
    kieu: &KieuVanBan,
    co_quan: Option<&CoQuan>,
) -> Option<NoiNhan> {
    let blank = match &danh_sach {
        Some(Field::Blank(span)) => Some(*span),
        _ => None,
    };
    let own = danh_sach.is_some() && blank.is_none();
    let of_office = co_quan.and_then(|c| c.noi_nhan.as_ref());
    // A paper for those whom it names, or for nobody, isn't for the office's usual recipients.
    let given = of_office.and_then(|usual| match own && kieu.noi_nhan != CachNoiNhan::Khong {
        true => Some(usual.clone()),
        false => usual.theo_kieu(kieu.noi_nhan),
    });
    let can = matches!(kieu.noi_nhan, CachNoiNhan::CoQuan | CachNoiNhan::NhuTren);
    // Only of an office that could be read is it sure that something is missing.
    let chu_luu = co_quan.map_or(TrinhBay::ND30.luu, |c| c.the_thuc.trinh_bay.luu);
    let can_luu = can && co_quan.is_some();
    let found = noi_nhan(doc, chu_luu, danh_sach, luu, given.as_ref(), can_luu);
    if let (Some(span), Some(found)) = (blank, &found) {
        doc.warn(lay_mac_dinh(found, chu_luu), span);
    }
    match can {
        true => found.or_else(|| thieu_noi_nhan(doc, own, top, co_quan)),
        false => Some(found.unwrap_or_else(|| NoiNhan::new(Vec::new(), None))),
    }
}

/// Neither the document nor its office names a recipient.
fn thieu_noi_nhan(
    doc: &mut Doc<'_>,
    own: bool,
    top: Span,
    co_quan: Option<&CoQuan>,
) -> Option<NoiNhan> {
    if co_quan.is_some() && !own {
        let tep = co_quan.map_or("co-quan.yaml", |c| c.tep.as_str());
        let message = format!("thiếu mục “noi_nhan”, ở đây và ở {tep}");
        let fault = Fault::new("missing-field", message)
            .hint("ghi danh sách nơi nhận và mục luu vào một trong hai tệp")
            .clause("Phụ lục I, phần I, mục II.9.b");
        doc.fault(fault, top);
    }
    None
}
