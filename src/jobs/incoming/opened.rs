//! The incoming book, opened to be read or written, and the number that a clerk names.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::answer::so_da_nhac;
use crate::diagnostic::Diagnostic;
use crate::jobs::means::interrupted;
use crate::jobs::so_da_biet::con_do;
use crate::jobs::so_sach::{RegisterPlace, kho_cua, loi_in_duoc, loi_tham_so};
use crate::jobs::{Cancel, Means, Outcome, SoDaGhi};
use crate::model::{CoQuan, Ngay};
use crate::records::phat_hanh::giao_dich::GiaoDich;
use crate::records::phat_hanh::goi::Goi;
use crate::records::phat_hanh::kho::{Kho, KhoKhoa};
use crate::records::phat_hanh::khoi_phuc::khoi_phuc;
use crate::records::phat_hanh::y_dinh::YDinh;
use crate::records::so_den::{
    DongDen, MucDen, SoCaiDen, SoDen, SoDenTrenDia, SoVanBanDen, TheDen, VAN_BAN_DEN,
    VAN_BAN_MAT_DEN, cap_nhat_chung, doc_so_den, la_mat,
};

/// Where an incoming book is: in the register's folder, that of secret papers beside that of the others.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IncomingPlace {
    pub so: RegisterPlace,
    /// The book of secret papers.
    pub mat: bool,
}

impl From<RegisterPlace> for IncomingPlace {
    fn from(so: RegisterPlace) -> Self {
        Self { so, mat: false }
    }
}

/// The folder of the incoming book, which is that of the outgoing one, and the offices of its hồ sơ.
pub fn kho_den(place: &IncomingPlace) -> (Kho, Vec<CoQuan>) {
    let (kho, offices) = kho_cua(&place.so);
    (kho.sang(if place.mat { &VAN_BAN_MAT_DEN } else { &VAN_BAN_DEN }), offices)
}

/// A sound book while nobody else writes to it.
pub struct SoDenMo {
    pub kho: KhoKhoa,
    pub so: SoVanBanDen,
    pub cai: SoCaiDen,
    do_dai: u64,
    cancel: Cancel,
}

impl SoDenMo {
    /// Waits for the lock, ends what was stopped, reads the book. A broken one takes no more lines, and one that was here
    /// and is gone is not begun anew.
    pub fn mo(kho: &Kho, means: &Means, outcome: &mut Outcome) -> Result<Self, Vec<Diagnostic>> {
        let one = |fault| vec![fault];
        let cancel = means.cancel;
        con_do(kho, means).map_err(one)?;
        // Read before this book is locked: nobody waits for one lock while holding the other.
        so_di_khong_nhac(kho).map_err(one)?;
        let Some(kho) = kho.khoa(&|| cancel.asked()).map_err(one)? else {
            return Err(vec![interrupted("ghi", &format!("vào sổ {}", kho.ten_so()))]);
        };
        let ket_cuc = cancel.hold(|| khoi_phuc(&kho)).map_err(one)?;
        outcome.notes.extend(ket_cuc.iter().map(|k| k.loi()));
        let doc = doc_so_den(&kho).map_err(one)?;
        let sai = if doc.sai.is_empty() { doc.ngoai_so(&kho) } else { doc.sai };
        if !sai.is_empty() {
            return Err(sai);
        }
        cancel.hold(|| cap_nhat_chung(&kho)).map_err(one)?;
        let SoDenTrenDia { so, cai, do_dai, .. } = doc_so_den(&kho).map_err(one)?;
        Ok(Self { kho, so, cai, do_dai, cancel: cancel.clone() })
    }

    /// Writes lines, and with them the folder of a paper that came. Once begun it is not to be cancelled.
    pub fn ghi(
        &self,
        ten: String,
        dong: &[DongDen],
        goi: Option<(String, Goi)>,
        outcome: &mut Outcome,
    ) -> Result<(), Vec<Diagnostic>> {
        loi_in_duoc(dong.iter().flat_map(DongDen::cac_loi))?;
        let (dich, goi) = goi.map_or((None, None), |(dich, goi)| (Some(dich), Some(goi)));
        let y_dinh = YDinh { ten, do_dai: self.do_dai, them: self.so.them(dong), dich };
        let giao_dich = GiaoDich { y_dinh, goi };
        let left = self.cancel.hold(|| giao_dich.chay(&self.kho)).map_err(|fault| vec![fault])?;
        outcome.notes.extend(left);
        outcome.incoming.extend(self.cac_the(dong));
        outcome.so_da_ghi = self.kho.thu_muc_so().map(|thu_muc| SoDaGhi {
            thu_muc,
            co_quan: String::new(),
            moi: false,
        });
        if self.do_dai == 0 {
            outcome.notes.push(format!(
                "đã lập sổ văn bản đến mới ở {}; cơ quan đã có sổ ở nơi khác thì khai nơi để sổ (so_dang_ky: {{thu_muc: …}} \
                 hoặc --so-sach)",
                self.kho.noi_de()
            ));
        }
        Ok(())
    }

    /// The papers that lines are about, as they are with them.
    fn cac_the(&self, dong: &[DongDen]) -> Vec<TheDen> {
        let (mut so, mut cai) = (self.so.clone(), self.cai.clone());
        let before = so.dong.len();
        so.noi(dong);
        cai.noi(so.dong.get(before..).unwrap_or_default());
        let about: BTreeSet<SoDen> = dong.iter().map(|dong| dong.so_den).collect();
        let papers = about.into_iter().filter_map(|so_den| cai.muc(so_den));
        papers.map(|muc| TheDen::cua(muc, None, self.kho.quyen().thu_muc)).collect()
    }
}

/// Where there is no incoming book although the outgoing one names a paper of it, the book is lost or elsewhere: one that
/// began here would give its numbers a second time.
fn so_di_khong_nhac(kho: &Kho) -> Result<(), Diagnostic> {
    if la_mat(kho.quyen()) || !kho.doc_so()?.is_empty() || kho.doc_chung()?.is_some() {
        return Ok(());
    }
    let Some(last) = so_da_nhac(kho).into_iter().max() else { return Ok(()) };
    let message = format!(
        "không thấy sổ {}, mà sổ văn bản đi ghi đã trả lời văn bản đến số {last}: sổ đã mất hoặc để ở chỗ khác",
        kho.ten_so()
    );
    Err(Diagnostic::error("register-lost", message).hint(kho.quyen().lay_lai))
}

/// The book as far as it goes, for whoever wants to see what would come of an entry; there may be none yet.
pub fn doc_de_xem(kho: &Kho) -> Result<SoDenTrenDia, Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let _khoa = kho.khoa_doc().map_err(one)?;
    let doc = doc_so_den(kho).map_err(one)?;
    let sai = if doc.sai.is_empty() { doc.ngoai_so(kho) } else { doc.sai.clone() };
    if sai.is_empty() { Ok(doc) } else { Err(sai) }
}

/// The book as it is now, for reading; what is wrong with it is an error.
pub fn doc_lanh(kho: &Kho) -> Result<SoDenTrenDia, Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let _khoa = kho.khoa_doc().map_err(one)?;
    let doc = doc_so_den(kho).map_err(one)?;
    if !doc.sai.is_empty() {
        return Err(doc.sai);
    }
    if doc.do_dai == 0 {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    Ok(doc)
}

/// The one number that the clerk's words mean.
pub fn tim_den<'c>(cai: &'c SoCaiDen, text: &str) -> Result<&'c MucDen, Diagnostic> {
    let (so, nam) = SoDen::doc(text, None).map_err(|fault| loi_tham_so("số đến", fault))?;
    let fits =
        |muc: &&MucDen| muc.so_den().so == so && nam.is_none_or(|nam| nam == muc.so_den().nam);
    match cai.tat_ca().filter(fits).collect::<Vec<_>>().as_slice() {
        [one] => Ok(one),
        [] => {
            let message = format!("sổ văn bản đến không có số {}", text.trim());
            Err(Diagnostic::error("unknown-number", message)
                .hint("xem các số đến: vanthu incoming list"))
        }
        many => {
            let all: Vec<String> = many.iter().map(|muc| muc.so_den().to_string()).collect();
            let message = format!("số đến {} có ở nhiều năm: {}", text.trim(), all.join(", "));
            Err(Diagnostic::error("unknown-number", message).hint("ghi cả năm, ví dụ: 12/2026"))
        }
    }
}

/// A day in an argument.
pub fn ngay_cua(ten: &str, text: &str) -> Result<Ngay, Vec<Diagnostic>> {
    Ngay::parse(text).map_err(|fault| vec![loi_tham_so(ten, fault)])
}

/// The same where it may be left out.
pub fn ngay_neu(ten: &str, text: Option<&String>) -> Result<Option<Ngay>, Vec<Diagnostic>> {
    text.map(|text| ngay_cua(ten, text)).transpose()
}

/// A word of an argument on one line.
pub fn gon(text: Option<&String>) -> String {
    text.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

/// A book that isn't there yet.
pub fn chua_co_so(ten: &str) -> Diagnostic {
    Diagnostic::error("not-found", format!("chưa có sổ {ten}")).hint(
        "chỉ ra thư mục để sổ: --so-sach THU_MUC; sổ được lập khi ghi văn bản đến đầu tiên (vanthu incoming add)",
    )
}
