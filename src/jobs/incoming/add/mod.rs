//! `incoming add`: a paper that came gets its number, and its file goes into keeping (Điều 22). Several files are several
//! papers, in the order in which they are named.

mod chan;
mod cot;
mod tep;

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::opened::{IncomingPlace, SoDenMo, doc_de_xem, gon, kho_den, ngay_cua, ngay_neu};
use super::read::{DocDuoc, doc_tep};
use super::stamp::{cach_mep, dau_cua, dong_dau_vao, ten_ban_dau, tim_cho};
use super::years::da_khoa;
use crate::diagnostic::Diagnostic;
use crate::jobs::{Means, Outcome, duong_dan};
use crate::machine::paths::inside;
use crate::model::{CoQuan, Ngay};
use crate::records::phat_hanh::goi::Goi;
use crate::records::so_den::{DongDen, SoCaiDen, SoDen, ViecDen, dau_tep, dich_den, goi_den};
use crate::writers::pdf::dau_den::ChoDau;
use chan::{chan_lai, nghi_ngo, trung_nhau};
use cot::cot;
use tep::Tep;

/// A paper that came, or several.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AddRequest {
    /// The files that came, a paper each; none for a paper that nobody has scanned.
    #[serde(with = "duong_dan")]
    pub tep: Vec<PathBuf>,
    /// What came along with one paper: its appendices.
    #[serde(with = "duong_dan")]
    pub kem: Vec<PathBuf>,
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
    /// The degree of secrecy; such a paper goes into the book of secret ones.
    pub do_mat: Option<String>,
    /// Puts the stamp on a copy of the PDF.
    pub dong_dau: bool,
    /// Where the stamp stands, if not under the number.
    pub cho_dau: Option<String>,
    /// What the line leaves blank stays blank, whatever the file says.
    pub theo_dong: bool,
    /// Enters what warnings say was entered before.
    pub chap_nhan_canh_bao: bool,
    /// Says what would be written, and writes nothing.
    pub thu: bool,
    pub place: IncomingPlace,
}

/// A paper that is to be entered, all of it decided but its number.
struct SapVao {
    /// As the clerk calls it.
    ten: String,
    dong: DongDen,
    giao: Option<DongDen>,
    tep: Vec<Tep>,
    cho: Option<ChoDau>,
    /// The mark of secrecy that the file bears.
    mat_trong_tep: Option<String>,
}

/// Reads the files, takes the next numbers of the day's year, writes the lines and keeps the files, each paper whole or not
/// at all, and none while one of them is refused.
pub(super) fn add(
    request: &AddRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    if request.thu && request.ngay.trim().is_empty() {
        // What the files say is told before anybody knows the day.
        let day = Ngay::cua(chrono::NaiveDate::default());
        return cac_van_ban(request, day, means, outcome).map(drop);
    }
    let ngay = ngay_cua("--ngay", &request.ngay)?;
    let all = cac_van_ban(request, ngay, means, outcome)?;
    let (kho, offices) = kho_den(&request.place);
    if request.thu || all.len() > 1 {
        // Nothing is written before all of them are looked at.
        let doc = doc_de_xem(&kho)?;
        let first = so_moi(&doc.cai, ngay.nam(), request.so)?;
        let several = all.len() > 1;
        let asked = all.iter().flat_map(|den| {
            let own = nghi_ngo(den, &doc.cai).into_iter();
            own.map(move |fault| if several { cua(&den.ten, fault) } else { fault })
        });
        let mut found: Vec<Diagnostic> = asked.collect();
        found.extend(trung_nhau(&all));
        if request.thu {
            outcome.diagnostics.extend(found);
            outcome.lines.extend(so_tu(first).zip(&all).map(|(so_den, den)| {
                format!("chưa ghi gì; sẽ vào sổ số đến {so_den}: {}", tom_tat(&den.dong, ngay))
            }));
            return Ok(());
        }
        chan_lai(found, request.chap_nhan_canh_bao, outcome)?;
    }
    let several = all.len() > 1;
    for (index, den) in all.into_iter().enumerate() {
        let asked = request.so.filter(|_| index == 0);
        let so_mo = SoDenMo::mo(&kho, means, outcome)?;
        let so_den = so_moi(&so_mo.cai, ngay.nam(), asked)?;
        if !several {
            let found = nghi_ngo(&den, &so_mo.cai);
            chan_lai(found, request.chap_nhan_canh_bao, outcome)?;
        }
        vao_so(&so_mo, so_den, den, offices.first(), outcome)?;
    }
    Ok(())
}

/// The papers, each with the columns that the line or its file gives it.
fn cac_van_ban(
    request: &AddRequest,
    ngay: Ngay,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<Vec<SapVao>, Vec<Diagnostic>> {
    rieng_mot(request)?;
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    if request.tep.is_empty() {
        all.push(mot_van_ban(request, None, ngay, means, outcome)?);
    }
    for path in &request.tep {
        match mot_van_ban(request, Some(path), ngay, means, outcome) {
            Ok(den) => all.push(den),
            Err(found) if request.tep.len() == 1 => faults.extend(found),
            Err(found) => faults.extend(found.into_iter().map(|fault| cua(&ten_goc(path), fault))),
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

/// A finding about one of several papers.
fn cua(ten: &str, fault: Diagnostic) -> Diagnostic {
    Diagnostic { message: format!("{ten}: {}", fault.message), ..fault }
}

/// What is said of one paper can't be said of several.
fn rieng_mot(request: &AddRequest) -> Result<(), Vec<Diagnostic>> {
    let own = [
        (request.ky_hieu.is_some(), "--ky-hieu"),
        (request.trich_yeu.is_some(), "--trich-yeu"),
        (!request.kem.is_empty(), "--kem"),
    ];
    let said: Vec<&str> = own.iter().filter(|(said, _)| *said).map(|(_, flag)| *flag).collect();
    if request.tep.len() > 1 && !said.is_empty() {
        let message = format!("mỗi tệp là một văn bản, mà {} là của một văn bản", said.join(", "));
        return Err(vec![
            Diagnostic::error("wrong-use", message)
                .hint("vào sổ từng văn bản; phụ lục đi cùng một văn bản thì ghi sau --kem"),
        ]);
    }
    if request.tep.is_empty() && !request.kem.is_empty() {
        return Err(vec![
            Diagnostic::error("wrong-use", "có tệp đi kèm mà chưa có tệp của văn bản")
                .hint("ghi tệp của văn bản trước --kem"),
        ]);
    }
    Ok(())
}

fn mot_van_ban(
    request: &AddRequest,
    path: Option<&Path>,
    ngay: Ngay,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<SapVao, Vec<Diagnostic>> {
    let tep = tep::doc(path, &request.kem)?;
    let doc = match (path, tep.first()) {
        (Some(path), Some((_, bytes))) => doc_tep(path, bytes, means, outcome),
        _ => DocDuoc::default(),
    };
    if request.tep.len() == 1 {
        outcome.read = doc.cac_cot();
    }
    let ten = path.map(ten_goc).unwrap_or_default();
    let own = cot(request, ngay, &doc, &ten)?;
    outcome.diagnostics.extend(own.khac);
    let dau = tep.first().map(|(_, bytes)| dau_tep(bytes)).unwrap_or_default();
    let dong = DongDen { tep: dau, ..own.dong };
    let giao = dong_giao(request, ngay)?;
    // The page is looked at before anybody waits for the book.
    let cho = match tep.first() {
        Some((_, bytes)) if request.dong_dau => {
            Some(tim_cho(request.cho_dau.as_deref(), bytes, means, outcome)?)
        }
        None if request.dong_dau => return Err(vec![khong_co_pdf()]),
        _ => None,
    };
    Ok(SapVao { ten, dong, giao, tep, cho, mat_trong_tep: doc.mat })
}

fn ten_goc(path: &Path) -> String {
    path.file_name().map(|ten| ten.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Writes the line and the folder.
fn vao_so(
    so_mo: &SoDenMo,
    so_den: SoDen,
    den: SapVao,
    office: Option<&CoQuan>,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let SapVao { dong, giao, tep, cho, .. } = den;
    let ngay = dong.ngay.unwrap_or_else(|| Ngay::cua(chrono::NaiveDate::default()));
    let dong = DongDen { so_den, ..dong };
    let stamped = cho.map(|cho| format!("dấu đến nằm {}", cach_mep(cho)));
    let goi = goi(cho, &dong, giao.as_ref(), tep, office)?;
    let dong = DongDen { bang_ke: goi.dau.clone(), ..dong };
    let dich = dich_den(so_den);
    let place = so_mo.kho.duong_dan(&dich);
    let came = !dong.tep.is_empty();
    let kept = goi.tep.iter().filter(|_| came).map(|(ten, _)| inside(&place, ten));
    let kept: Vec<PathBuf> = kept.collect();
    let mat = if dong.mat.is_empty() { "" } else { " văn bản mật," };
    let said = format!("đã vào sổ{mat} số đến {so_den}: {}", tom_tat(&dong, ngay));
    let blank = con_trong(&dong);
    let giao = giao.map(|giao| DongDen { so_den, ..giao });
    let lines: Vec<DongDen> = std::iter::once(dong).chain(giao).collect();
    so_mo.ghi(format!("số đến {so_den}"), &lines, Some((dich, goi)), outcome)?;
    outcome.notes.extend(blank.into_iter().chain(stamped));
    outcome.made.extend(kept);
    outcome.lines.push(said);
    Ok(())
}

/// `Sở Nội vụ 123/SNV-VP ngày 08/3/2026, đến ngày 10/3/2026`.
fn tom_tat(dong: &DongDen, ngay: Ngay) -> String {
    let ky_hieu = if dong.ky_hieu.is_empty() { "(không số)" } else { &dong.ky_hieu };
    let own = dong.ngay_van_ban.map(|ngay| format!(" ngày {ngay}")).unwrap_or_default();
    format!("{} {ky_hieu}{own}, đến ngày {ngay}", dong.tac_gia)
}

/// What the book leaves blank.
fn con_trong(dong: &DongDen) -> Option<String> {
    let blank = [
        (dong.ky_hieu.is_empty(), "số, ký hiệu"),
        (dong.ngay_van_ban.is_none(), "ngày của văn bản"),
    ];
    let blank = blank.iter().filter(|(lacks, _)| *lacks).map(|(_, what)| *what);
    let blank = blank.collect::<Vec<_>>().join(" và ");
    let (so_den, mat) = (dong.so_den, if dong.mat.is_empty() { "" } else { " --mat" });
    (!blank.is_empty()).then(|| format!(
        "sổ để trống {blank}; có thì ghi thêm: vanthu incoming correct {so_den} --ky-hieu … --ngay-van-ban … --ly-do …{mat}"
    ))
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
    if cai.da_khoa(nam) {
        return Err(vec![da_khoa(nam, "không nhận văn bản đến mới")]);
    }
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

/// The numbers from one on.
fn so_tu(first: SoDen) -> impl Iterator<Item = SoDen> {
    (first.so..).map(move |so| SoDen { so, ..first })
}

/// What is kept: the files as they came and, where it is asked for, the copy with the stamp.
fn goi(
    cho: Option<ChoDau>,
    den: &DongDen,
    giao: Option<&DongDen>,
    tep: Vec<Tep>,
    office: Option<&CoQuan>,
) -> Result<Goi, Vec<Diagnostic>> {
    let ngay = den.ngay.unwrap_or_else(|| Ngay::cua(chrono::NaiveDate::default()));
    let mut all = tep;
    if let (Some(cho), Some((ten, bytes))) = (cho, all.first()) {
        let dau = dau_cua(den, giao, office)?;
        let known = |own: &str| all.iter().any(|(ten, _)| ten == own);
        let stamped = (ten_ban_dau(ten, &known), dong_dau_vao(ten, bytes, &dau, cho)?);
        all.push(stamped);
    }
    Ok(goi_den(den.so_den, ngay, all))
}

fn khong_co_pdf() -> Diagnostic {
    Diagnostic::error("stamp-refused", "không có tệp PDF để đóng dấu đến")
        .hint("chỉ ra tệp PDF đã nhận, hoặc bỏ --dong-dau và đóng dấu trên giấy")
}
