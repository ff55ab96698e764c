//! `incoming add`: a paper that came gets its number, and its file goes into keeping (Điều 22).

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::opened::{SoDenMo, gon, kho_den, ngay_cua, ngay_neu};
use super::read::{DocDuoc, doc_tep};
use super::stamp::{dau_cua, dong_dau_vao, ten_ban_dau, tim_cho};
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::RegisterPlace;
use crate::jobs::{Means, Outcome, duong_dan};
use crate::machine::paths::inside;
use crate::model::{CoQuan, Ngay};
use crate::reading::source;
use crate::records::phat_hanh::goi::Goi;
use crate::records::so_den::{
    DongDen, MucDen, SoCaiDen, SoDen, TinhTrangDen, ViecDen, dau_tep, dich_den, goi_den,
    ten_tep_den,
};
use crate::writers::pdf::dau_den::ChoDau;

/// A paper that came.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AddRequest {
    /// The file that came; none for a paper that nobody has scanned.
    #[serde(with = "duong_dan")]
    pub tep: Option<PathBuf>,
    /// (1) The day it came, as the clerk writes it.
    pub ngay: String,
    /// The number that a book begins with which was kept on paper before.
    pub so: Option<u64>,
    pub tac_gia: Option<String>,
    pub ky_hieu: Option<String>,
    pub ngay_van_ban: Option<String>,
    pub trich_yeu: Option<String>,
    pub so_ban: Option<u64>,
    /// Who deals with it, where that is known already; until when, and who directs.
    pub giao: Option<String>,
    pub han: Option<String>,
    pub chi_dao: Option<String>,
    pub ghi_chu: Option<String>,
    /// Puts the stamp on a copy of the PDF.
    pub dong_dau: bool,
    /// Where the stamp stands, if not under the number.
    pub cho_dau: Option<String>,
    /// Enters what warnings say was entered before.
    pub chap_nhan_canh_bao: bool,
    pub place: RegisterPlace,
}

/// The largest file that is kept; what is kept is read back whole.
const CO_LON_NHAT_MIB: usize = 64;
const CO_LON_NHAT: usize = CO_LON_NHAT_MIB << 20;

/// The file as it came: its name here and its bytes.
type Tep = (String, Vec<u8>);

/// Reads the file, takes the next number of the day's year, writes the line and keeps the file, all or nothing.
pub(super) fn add(
    request: &AddRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ngay = ngay_cua("--ngay", &request.ngay)?;
    let tep = doc_bytes(request)?;
    let doc = match (&request.tep, &tep) {
        (Some(path), Some((_, bytes))) => doc_tep(path, bytes, means, outcome),
        _ => DocDuoc::default(),
    };
    let den = dong_den(request, ngay, doc, tep.as_ref())?;
    let giao = dong_giao(request, ngay)?;
    // The page is looked at before anybody waits for the book.
    let cho = match tep.as_ref().filter(|_| request.dong_dau) {
        Some((_, bytes)) => Some(tim_cho(request.cho_dau.as_deref(), bytes, means, outcome)?),
        None => None,
    };
    let (kho, offices) = kho_den(&request.place);
    let so_mo = SoDenMo::mo(&kho, means, outcome)?;
    let so_den = so_moi(&so_mo.cai, ngay.nam(), request.so)?;
    let den = DongDen { so_den, ..den };
    chan_lai(&den, &so_mo.cai, request.chap_nhan_canh_bao, outcome)?;
    let goi = match tep {
        None if request.dong_dau => return Err(vec![khong_co_pdf()]),
        None => None,
        Some(tep) => Some(goi(cho, &den, giao.as_ref(), tep, offices.first())?),
    };
    let den = DongDen { bang_ke: goi.as_ref().map(|g| g.dau.clone()).unwrap_or_default(), ..den };
    let dich = dich_den(so_den);
    let place = so_mo.kho.duong_dan(&dich);
    let kept = goi.iter().flat_map(|goi| &goi.tep).map(|(ten, _)| inside(&place, ten));
    let kept: Vec<PathBuf> = kept.collect();
    let giao = giao.map(|giao| DongDen { so_den, ..giao });
    let said = format!(
        "đã vào sổ số đến {so_den}: {} {} ngày {ngay}",
        den.tac_gia,
        if den.ky_hieu.is_empty() { "(không số)" } else { &den.ky_hieu },
    );
    let blank =
        [(den.ky_hieu.is_empty(), "số, ký hiệu"), (den.ngay_van_ban.is_none(), "ngày của văn bản")];
    let blank = blank.iter().filter(|(lacks, _)| *lacks).map(|(_, what)| *what);
    let blank = blank.collect::<Vec<_>>().join(" và ");
    if !blank.is_empty() {
        outcome.notes.push(format!(
            "sổ để trống {blank}; có thì ghi thêm: vanthu incoming correct {so_den} --ky-hieu … --ngay-van-ban … --ly-do …"
        ));
    }
    let lines: Vec<DongDen> = std::iter::once(den).chain(giao).collect();
    so_mo.ghi(format!("số đến {so_den}"), &lines, goi.map(|goi| (dich, goi)), outcome)?;
    outcome.made.extend(kept);
    outcome.lines.push(said);
    Ok(())
}

fn doc_bytes(request: &AddRequest) -> Result<Option<Tep>, Vec<Diagnostic>> {
    let Some(path) = &request.tep else { return Ok(None) };
    let bytes = source::read_dinh_kem(path)?;
    if bytes.len() > CO_LON_NHAT {
        let message =
            format!("{} lớn quá {} MiB, không lưu theo sổ được", path.display(), CO_LON_NHAT_MIB);
        return Err(vec![
            Diagnostic::error("wrong-use", message)
                .hint("vào sổ không kèm tệp (bỏ tên tệp khỏi lệnh), để tệp ở chỗ khác và ghi chỗ ấy sau --ghi-chu"),
        ]);
    }
    let ten = path.file_name().map(|ten| ten.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Some((ten_tep_den(&ten), bytes)))
}

/// The line, its number left open: what the command says, else what the file says.
fn dong_den(
    request: &AddRequest,
    ngay: Ngay,
    doc: DocDuoc,
    tep: Option<&Tep>,
) -> Result<DongDen, Vec<Diagnostic>> {
    let or = |own: Option<&String>, read: String| match own {
        Some(_) => gon(own),
        None => read,
    };
    let dong = DongDen {
        ngay: Some(ngay),
        tac_gia: or(request.tac_gia.as_ref(), doc.tac_gia),
        ky_hieu: or(request.ky_hieu.as_ref(), doc.ky_hieu),
        ngay_van_ban: ngay_neu("--ngay-van-ban", request.ngay_van_ban.as_ref())?.or(doc.ngay),
        trich_yeu: or(request.trich_yeu.as_ref(), doc.trich_yeu),
        so_ban: request.so_ban,
        ghi_chu: gon(request.ghi_chu.as_ref()),
        tep: tep.map(|(_, bytes)| dau_tep(bytes)).unwrap_or_default(),
        ..DongDen::moi(ViecDen::Den, SoDen { nam: ngay.nam(), so: 0 })
    };
    let thieu = [
        (dong.tac_gia.is_empty(), "tác giả: cơ quan, tổ chức gửi", "--tac-gia"),
        (dong.trich_yeu.is_empty(), "tên loại và trích yếu", "--trich-yeu"),
    ];
    let faults = thieu.iter().filter(|(lacks, ..)| *lacks).map(|(_, what, flag)| {
        Diagnostic::error("entry-incomplete", format!("chưa biết {what}"))
            .hint(format!("ghi thêm {flag} \"…\""))
    });
    let faults: Vec<Diagnostic> = faults.collect();
    if faults.is_empty() { Ok(dong) } else { Err(faults) }
}

/// Who deals with it, if that is said in the same go.
fn dong_giao(request: &AddRequest, ngay: Ngay) -> Result<Option<DongDen>, Vec<Diagnostic>> {
    let han = ngay_neu("--han", request.han.as_ref())?;
    if request.giao.is_none() && (han.is_some() || request.chi_dao.is_some()) {
        return Err(vec![
            Diagnostic::error("wrong-use", "có hạn hoặc người chỉ đạo mà chưa ghi giao cho ai")
                .hint("ghi thêm --giao \"đơn vị hoặc người nhận\""),
        ]);
    }
    let Some(nguoi) = &request.giao else { return Ok(None) };
    super::event::han_sau_ngay(han, ngay)?;
    Ok(Some(DongDen {
        ngay: Some(ngay),
        nguoi_nhan: gon(Some(nguoi)),
        han,
        chi_dao: gon(request.chi_dao.as_ref()),
        ..DongDen::moi(ViecDen::Giao, SoDen { nam: ngay.nam(), so: 0 })
    }))
}

/// The next number of the year. A year that was begun on paper goes on from there.
fn so_moi(cai: &SoCaiDen, nam: i32, asked: Option<u64>) -> Result<SoDen, Vec<Diagnostic>> {
    let last = cai.so_cuoi(nam);
    let next = last.map_or(1, |last| last.saturating_add(1));
    match asked {
        Some(0) => Err(vec![
            Diagnostic::error("wrong-use", "số đến bắt đầu từ 01")
                .hint("bỏ --so, hoặc ghi số lớn hơn 0"),
        ]),
        Some(so) if last.is_none() || so == next => Ok(SoDen { nam, so }),
        Some(so) => {
            let message = format!("số đến kế tiếp của năm {nam} là {next:02}, không phải {so:02}");
            Err(vec![
                Diagnostic::error("number-gap", message)
                    .hint("bỏ --so; chỉ số đầu tiên ghi vào sổ của một năm được chọn số khác 01"),
            ])
        }
        None => Ok(SoDen { nam, so: next }),
    }
}

/// What may be a mistake is told, and entered only when it is meant.
fn chan_lai(
    den: &DongDen,
    cai: &SoCaiDen,
    accepted: bool,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let mut found: Vec<Diagnostic> = trung(den, cai).into_iter().collect();
    let day = |message: String| {
        Diagnostic::warning("date-runs-back", message)
            .hint("xem lại ngày đến (--ngay) và ngày của văn bản")
    };
    if let Some((own, came)) = den.ngay_van_ban.zip(den.ngay).filter(|(own, came)| own > came) {
        found.push(day(format!("ngày đến {came} trước ngày của văn bản, {own}")));
    }
    let last = cai.cua_nam(den.so_den.nam).last();
    let last = last.and_then(|muc| Some((muc.so_den(), muc.den.ngay?)));
    if let Some(((so, before), came)) = last.zip(den.ngay).filter(|((_, last), came)| last > came) {
        found.push(day(format!("ngày đến {came} trước ngày đến của số {so}, {before}")));
    }
    if found.is_empty() {
        return Ok(());
    }
    outcome.diagnostics.extend(found);
    match accepted {
        true => Ok(()),
        false => Err(vec![
            Diagnostic::error("entry-refused", "chưa vào sổ: xem các cảnh báo ở trên")
                .hint("đã xem và vẫn ghi thì thêm --chap-nhan-canh-bao"),
        ]),
    }
}

/// The same file, or a paper of the same author, symbol and day.
fn trung(den: &DongDen, cai: &SoCaiDen) -> Option<Diagnostic> {
    let fold = |text: &str| text.to_lowercase();
    let same_file = |muc: &MucDen| !den.tep.is_empty() && muc.den.tep == den.tep;
    let same_paper = |muc: &MucDen| {
        !den.ky_hieu.is_empty()
            && den.ngay_van_ban.is_some()
            && fold(&muc.den.ky_hieu) == fold(&den.ky_hieu)
            && muc.den.ngay_van_ban == den.ngay_van_ban
            && fold(&muc.den.tac_gia) == fold(&den.tac_gia)
    };
    let live = || cai.tat_ca().filter(|muc| muc.tinh_trang() != TinhTrangDen::Huy);
    let (muc, what) = live()
        .find(|muc| same_paper(muc))
        .map(|muc| (muc, "văn bản cùng tác giả, cùng số ký hiệu, cùng ngày"))
        .or_else(|| live().find(|muc| same_file(muc)).map(|muc| (muc, "chính tệp này")))?;
    let came = muc.den.ngay.map(|ngay| format!(" ngày {ngay}")).unwrap_or_default();
    let message = format!("{what} đã vào sổ: số đến {}{came}", muc.so_den());
    let hint = "bản giấy đến sau bản điện tử thì không vào sổ lần nữa";
    Some(Diagnostic::warning("came-before", message).hint(hint).at(muc.place.clone()))
}

/// What is kept: the file as it came and, where it is asked for, the copy with the stamp.
fn goi(
    cho: Option<ChoDau>,
    den: &DongDen,
    giao: Option<&DongDen>,
    tep: Tep,
    office: Option<&CoQuan>,
) -> Result<Goi, Vec<Diagnostic>> {
    let ngay = den.ngay.unwrap_or_else(|| Ngay::cua(chrono::NaiveDate::default()));
    let mut all = vec![tep];
    if let (Some(cho), Some((ten, bytes))) = (cho, all.first()) {
        let dau = dau_cua(den, giao, office)?;
        let stamped = (ten_ban_dau(ten), dong_dau_vao(ten, bytes, &dau, cho)?);
        all.push(stamped);
    }
    Ok(goi_den(den.so_den, ngay, all))
}

fn khong_co_pdf() -> Diagnostic {
    Diagnostic::error("stamp-refused", "không có tệp PDF để đóng dấu đến")
        .hint("chỉ ra tệp PDF đã nhận, hoặc bỏ --dong-dau và đóng dấu trên giấy")
}
