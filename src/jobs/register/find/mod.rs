//! `register find`: papers found again by words, numbers, days, people.

mod hang;
mod hoi;

use serde::{Deserialize, Serialize};

use super::list;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, chua_co_so, kho_cua, the};
use crate::jobs::{Means, Outcome};
use crate::model::Ky;
use crate::records::chi_muc::{self, CauHoi, ChiMuc, Dem, LoiMo, Muon, TimThay, doan};
use crate::records::phat_hanh::kho::Kho;
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_dang_ky::dau::bam;
use crate::records::so_dang_ky::{Muc, doc_rieng};
use crate::word::doc_pdf::DocPdf;
use hang::{cac_hang, chu_cua};

/// What is looked for; what isn't said doesn't matter.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FindRequest {
    /// Words, with marks or without; those in quotes stand together.
    pub loi: String,
    /// `105`, `105/KH-HĐND`, with the year or without.
    pub so: Option<String>,
    /// A kind: `ke_hoach`, `KH`, `Kế hoạch`.
    pub loai: Option<String>,
    /// The first day and the last.
    pub tu: Option<String>,
    pub den: Option<String>,
    pub nguoi_ky: Option<String>,
    pub noi_nhan: Option<String>,
    /// Words of the paper that it answers to.
    pub tra_loi: Option<String>,
    /// `đang giữ`, `phát hành`, `huỷ`, `còn hiệu lực`, `hết hiệu lực`.
    pub trang_thai: Option<String>,
    /// How many are told.
    pub nhieu_nhat: Option<usize>,
    pub place: RegisterPlace,
}

/// Told where nobody asks for more.
const NHIEU_NHAT: usize = 20;
/// More than any register has.
const TAT_CA: usize = 10_000_000;
/// How often an index that turns out to be wrong is made anew, or one that others are at looked at again.
const LAN_THU: usize = 3;

/// How much there was to do.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct CongViec {
    /// The register was read line by line, and not only seen to be as it was.
    pub doc_so: usize,
    /// Issued folders that were read.
    pub thu_muc: usize,
}

/// Finds, and tells a line and a piece of the text of each.
pub(super) fn find(
    request: &FindRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    tim(request, means, outcome).map(drop)
}

/// The numbers of all papers of an office and a year or term that are found, each as no other is called.
pub(super) fn cac_so(
    request: &FindRequest,
    (co_quan, ky): (&str, &Ky),
    means: &Means,
    outcome: &mut Outcome,
) -> Result<Vec<String>, Vec<Diagnostic>> {
    let all = FindRequest { nhieu_nhat: Some(TAT_CA), ..request.clone() };
    let mut out = Vec::new();
    tra_loi(&all, means, outcome, &mut |found, _| {
        let mine = |muc: &Muc| muc.dong.day.co_quan == co_quan && muc.dong.thuoc(ky);
        let own = found.thay.iter().filter(|(muc, _)| mine(muc));
        out = own.map(|(muc, _)| muc.dong.day.goi(&muc.so_hieu)).collect();
    })?;
    Ok(out)
}

/// The same with what it took.
pub fn tim(
    request: &FindRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<CongViec, Vec<Diagnostic>> {
    tra_loi(request, means, outcome, &mut ke)
}

/// What was found, beside what was asked.
struct TraLoi<'d> {
    thay: Vec<(Muc, &'d TimThay)>,
    dem: &'d Dem,
    hoi: CauHoi,
    nhieu_nhat: usize,
}

/// Asks until the answer is the register's own, and hands it on.
fn tra_loi(
    request: &FindRequest,
    means: &Means,
    outcome: &mut Outcome,
    noi: &mut dyn FnMut(&TraLoi<'_>, &mut Outcome),
) -> Result<CongViec, Vec<Diagnostic>> {
    let muon = hoi::muon(request)?;
    let kho = match &request.place.so_sach {
        // Where the register is has been said: no hồ sơ has to be read for that.
        Some(dir) => Kho::new(dir),
        None => kho_cua(&request.place).0,
    };
    let mut viec = CongViec::default();
    let nhieu_nhat = request.nhieu_nhat.unwrap_or(NHIEU_NHAT);
    for lan in 0..LAN_THU {
        let mut tra = Tra { kho: &kho, means, muon: &muon, nhieu_nhat, viec: &mut viec };
        match tra.mot_lan(lan, outcome) {
            Ok((so, dem)) => {
                if let Some(thay) = xac_nhan(&so, &dem) {
                    let found = TraLoi { thay, dem: &dem, hoi: muon.cau_hoi(), nhieu_nhat };
                    noi(&found, outcome);
                    return Ok(viec);
                }
            }
            Err(Loi::Hong) => {}
            Err(Loi::Ban) => continue,
            Err(Loi::Thoi(found)) => return Err(found),
        }
        // What it says is not so, or can't be read.
        chi_muc::vut(kho.goc());
        outcome.notes.push(format!("{} không khớp với sổ, đã làm lại", chi_muc::TEP));
    }
    let message = format!("chưa tìm được: nơi khác đang làm lại {} của sổ này", chi_muc::TEP);
    Err(vec![Diagnostic::error("register-busy", message).hint("đợi một lát rồi chạy lại lệnh")])
}

/// The register's bytes as they were when it was asked, and whether they are sound.
struct SoDaDoc {
    bytes: Vec<u8>,
    nguyen: bool,
}

/// Why there is no answer yet.
enum Loi {
    Hong,
    Ban,
    Thoi(Vec<Diagnostic>),
}

impl From<LoiMo> for Loi {
    fn from(loi: LoiMo) -> Self {
        if loi == LoiMo::Ban { Self::Ban } else { Self::Hong }
    }
}

struct Tra<'a> {
    kho: &'a Kho,
    means: &'a Means<'a>,
    muon: &'a Muon,
    nhieu_nhat: usize,
    viec: &'a mut CongViec,
}

impl Tra<'_> {
    /// The register's bytes, and what an index that was made of just these says.
    fn mot_lan(&mut self, lan: usize, outcome: &mut Outcome) -> Result<(SoDaDoc, Dem), Loi> {
        let thoi = |fault| Loi::Thoi(vec![fault]);
        let khoa_doc = self.kho.khoa_doc().map_err(thoi)?;
        let bytes = self.kho.doc_so().map_err(thoi)?;
        if bytes.is_empty() && self.kho.chua_lap().map_err(thoi)? {
            return Err(thoi(chua_co_so(&self.kho.ten_so())));
        }
        let chung = self.kho.doc_chung().map_err(thoi)?.unwrap_or_default();
        let khoa = [("so", bam(&bytes)), ("chung", bam(&chung))];
        let hoi = self.muon.cau_hoi();
        let asked = (&hoi, &self.muon.loc);
        let mut chi_muc = match lan.saturating_add(1) < LAN_THU {
            true => chi_muc::mo(self.kho.goc())?,
            // Twice it was wrong as soon as it was made.
            false => chi_muc::trong_may(format!("{} không dùng được", chi_muc::TEP))?,
        };
        if let Some(dem) = chi_muc.tim(&khoa, asked, self.nhieu_nhat)? {
            outcome.notes.extend(chi_muc.loi.take());
            return Ok((SoDaDoc { bytes, nguyen: true }, dem));
        }
        let doc = doc_so(self.kho).map_err(thoi)?;
        self.viec.doc_so = self.viec.doc_so.saturating_add(1);
        let nguyen = doc.sai.is_empty();
        if !nguyen {
            // What a broken register says is told with its faults, and kept nowhere.
            chi_muc = chi_muc::trong_may("sổ có chỗ sai nên chỉ tìm trong sổ".to_owned())?;
        }
        outcome.diagnostics = doc.sai.clone();
        let hang = cac_hang(&bytes, &doc);
        // Whoever issues a paper now needn't wait until the others are read.
        drop(khoa_doc);
        self.cap_nhat(&mut chi_muc, (&hang, nguyen), &khoa)?;
        outcome.notes.extend(chi_muc.loi.take());
        let dem = chi_muc.tim(&khoa, asked, self.nhieu_nhat)?.ok_or(Loi::Ban)?;
        Ok((SoDaDoc { bytes, nguyen }, dem))
    }

    fn cap_nhat(
        &mut self,
        chi_muc: &mut ChiMuc,
        (hang, nguyen): (&[chi_muc::Hang], bool),
        khoa: &chi_muc::Khoa<'_>,
    ) -> Result<(), Loi> {
        let (kho, means) = (self.kho, self.means);
        let doc_pdf = DocPdf::moi(means.exe);
        let mut told = false;
        let thu_muc = &mut self.viec.thu_muc;
        let done = chi_muc.cap_nhat(hang, khoa, &mut |hang, left| {
            if hang.bang_ke.is_empty() || !nguyen {
                return Ok((String::new(), true));
            }
            if !told {
                means.progress.more(left);
                told = true;
            }
            let name = format!("{}/{}", hang.so, hang.ky_hieu);
            means.go_on("đọc", &format!("văn bản {name} để tìm"))?;
            means.progress.next(&name);
            *thu_muc = thu_muc.saturating_add(1);
            Ok(chu_cua(kho, hang, &doc_pdf))
        })?;
        done.map_err(|stopped: Diagnostic| Loi::Thoi(vec![stopped]))
    }
}

/// The numbers as the register itself has them; none if it has one of them otherwise. Lines of a broken one may be counted
/// wrongly, and its index was made just now.
fn xac_nhan<'d>(so: &SoDaDoc, dem: &'d Dem) -> Option<Vec<(Muc, &'d TimThay)>> {
    let one = |thay: &'d TimThay| {
        let mut lines = Vec::new();
        for (tu, dai) in &thay.dong {
            let line = std::str::from_utf8(so.bytes.get(*tu..tu.checked_add(*dai)?)?).ok()?;
            lines.push(doc_rieng(line)?);
        }
        let own = lines.first().map(|(stt, _)| *stt)?;
        let lines: Vec<_> = lines.into_iter().map(|(_, dong)| dong).collect();
        let muc = Muc::tu_cac_dong(&lines)?;
        let counted = i64::try_from(own).ok()? == thay.id || !so.nguyen;
        let is = counted && muc.dong.bang_ke == thay.bang_ke;
        is.then_some((muc, thay))
    };
    dem.thay.iter().map(one).collect()
}

/// A line of the list for each, and the piece of its text that has the words.
fn ke(found: &TraLoi<'_>, outcome: &mut Outcome) {
    let TraLoi { thay: found, dem, hoi, nhieu_nhat } = found;
    for (muc, thay) in found {
        let piece = doan(&thay.chu, hoi);
        outcome.lines.push(list::dong(muc));
        outcome.lines.extend(piece.as_ref().map(|piece| format!("    {piece}")));
        let mut card = the(muc);
        card.trich_doan = piece;
        outcome.papers.push(card);
    }
    if dem.tat_ca == 0 {
        outcome.notes.push("không thấy văn bản nào".to_owned());
    }
    let more = dem.tat_ca.saturating_sub(found.len());
    if more > 0 && found.len() >= *nhieu_nhat {
        outcome.notes.push(format!(
            "còn {more} văn bản nữa; thêm lời, ngày (--tu, --den) cho hẹp lại, hoặc kể nhiều hơn: --nhieu-nhat {}",
            dem.tat_ca
        ));
    }
}
