//! `register void`, `register deliver`: something happens to a number that is there.

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::incoming::vua_huy;
use crate::jobs::so_sach::{RegisterPlace, SoMo, chua_co_so, kho_cua, loi_tham_so, tim};
use crate::jobs::{Means, Outcome};
use crate::model::Ngay;
use crate::records::phat_hanh::kho::Kho;
use crate::records::so_dang_ky::{CachGoi, Dong, Muc, TrangThai, Viec};

/// A number that is to be void.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VoidRequest {
    /// `105/KH-HĐND`, with the year or without.
    pub so_hieu: String,
    pub ly_do: String,
    /// The office by its symbol, where several have the number.
    pub co_quan: Option<String>,
    /// It was said what it means for a paper in force, and it is meant.
    pub chac_chan: bool,
    pub place: RegisterPlace,
}

/// A document whose copies were handed over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeliverRequest {
    /// `105/KH-HĐND`, with the year or without.
    pub so_hieu: String,
    /// The day, as the clerk writes it (column 8).
    pub ngay_chuyen: String,
    /// How many copies (column 7).
    pub so_ban: Option<u64>,
    /// Who has signed for them (column 9).
    pub ky_nhan: Option<String>,
    /// Column 10.
    pub ghi_chu: Option<String>,
    /// The office by its symbol, where several have the number.
    pub co_quan: Option<String>,
    pub place: RegisterPlace,
}

/// Makes a number void, for a reason.
pub(super) fn void(
    request: &VoidRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let (kho, _) = kho_cua(&request.place);
    if request.ly_do.trim().is_empty() {
        return Err(vec![
            Diagnostic::error("wrong-use", "còn thiếu lý do huỷ").hint("ghi sau --ly-do"),
        ]);
    }
    let co_quan = request.co_quan.as_deref();
    let may: fn(&Muc) -> Option<Diagnostic> =
        if request.chac_chan { |_| None } else { |muc| muc.da_phat_hanh().then(|| hoi_lai(muc)) };
    let ghi = Ghi { viec: Viec::Huy, so_hieu: &request.so_hieu, co_quan, ngay: None, hoi: may };
    let (muc, bi) =
        ghi.vao(&kho, means, outcome, |dong| dong.ghi_chu = request.ly_do.trim().to_owned())?;
    outcome.lines.push(format!("đã huỷ số {}", ten(&muc)));
    outcome.notes.extend(bi.iter().map(|other| con_lai(&muc, other)));
    outcome.diagnostics.extend(vua_huy(&kho, &muc));
    Ok(())
}

/// Copies were handed over.
pub(super) fn deliver(
    request: &DeliverRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ngay = Ngay::parse(&request.ngay_chuyen);
    let ngay = ngay.map_err(|fault| vec![loi_tham_so("--ngay-chuyen", fault)])?;
    let (kho, _) = kho_cua(&request.place);
    let co_quan = request.co_quan.as_deref();
    let ghi = Ghi {
        viec: Viec::Chuyen,
        so_hieu: &request.so_hieu,
        co_quan,
        ngay: Some(ngay),
        hoi: |_| None,
    };
    let (muc, _) = ghi.vao(&kho, means, outcome, |dong| {
        dong.ngay_chuyen = Some(ngay);
        dong.so_ban = request.so_ban;
        dong.ky_nhan = request.ky_nhan.clone().unwrap_or_default();
        dong.ghi_chu = request.ghi_chu.clone().unwrap_or_default();
    })?;
    outcome.lines.push(format!("đã ghi việc chuyển {}", muc.so_hieu));
    outcome.notes.extend(da_chuyen(&muc));
    Ok(())
}

/// A line about a number that is there.
struct Ghi<'a> {
    viec: Viec,
    so_hieu: &'a str,
    co_quan: Option<&'a str>,
    /// The day of the event, where it has one; it isn't before the document's.
    ngay: Option<Ngay>,
    /// What must be said before it is done.
    hoi: fn(&Muc) -> Option<Diagnostic>,
}

impl Ghi<'_> {
    /// The number as it was before, and those that its paper bore on.
    fn vao(
        &self,
        kho: &Kho,
        means: &Means,
        outcome: &mut Outcome,
        them: impl FnOnce(&mut Dong),
    ) -> Result<(Muc, Vec<Muc>), Vec<Diagnostic>> {
        let one = |fault| vec![fault];
        let goi =
            CachGoi::doc(self.so_hieu).map_err(|fault| vec![loi_tham_so("số hiệu", fault)])?;
        if kho.chua_lap().map_err(one)? {
            return Err(vec![chua_co_so(&kho.ten_so())]);
        }
        let so_mo = SoMo::mo(kho, means)?;
        outcome.notes.extend(so_mo.ghi_chu.clone());
        let muc = tim(&so_mo.cai, &goi, self.co_quan).map_err(one)?;
        let wrong = |why: &str| {
            let message = format!("số {} {why}", muc.so_hieu);
            vec![Diagnostic::error("bad-event", message).at(muc.place.clone())]
        };
        if muc.trang_thai == TrangThai::Huy {
            return Err(wrong("đã huỷ rồi"));
        }
        if self.viec == Viec::Chuyen && muc.trang_thai == TrangThai::Giu {
            return Err(wrong("chưa phát hành"));
        }
        if let Some((own, event)) = muc.dong.ngay.zip(self.ngay).filter(|(own, event)| event < own)
        {
            return Err(vec![chuyen_som(muc, own, event)]);
        }
        // Papers of December are signed for in January.
        if self.viec != Viec::Chuyen && so_mo.cai.da_khoa(&muc.dong.day) {
            let message = format!("sổ {} đã khoá", muc.dong.day.ky.goi());
            return Err(vec![
                Diagnostic::error("year-closed", message)
                    .hint("cần ghi thêm vào năm ấy thì mở lại sổ: vanthu register open-year"),
            ]);
        }
        if let Some(asked) = (self.hoi)(muc) {
            return Err(vec![asked]);
        }
        let bi = so_mo.cai.bi(&muc.dong).into_iter().cloned().collect();
        let mut dong = Dong::moi(self.viec, muc.dong.day.clone(), Some(muc.so_hieu.clone()));
        them(&mut dong);
        so_mo.ghi(format!("{} {}", self.viec.ten(), muc.so_hieu), &[dong], None, outcome)?;
        Ok((muc.clone(), bi))
    }
}

/// What making a paper in force void means, for whoever has not said that it is meant.
fn hoi_lai(muc: &Muc) -> Diagnostic {
    let said = |text: &str, ngay: Option<Ngay>| {
        ngay.map(|ngay| format!("{text}{ngay}")).unwrap_or_default()
    };
    let message = format!(
        "chưa huỷ: {} là văn bản đã phát hành{}{}: {}",
        muc.so_hieu,
        said(" ngày ", muc.dong.ngay),
        said(", đã chuyển ngày ", muc.dong.ngay_chuyen),
        muc.dong.trich_yeu
    );
    Diagnostic::error("confirm-first", message)
        .hint("huỷ rồi thì không lấy lại được, số ấy không dùng lại; chắc chắn huỷ thì thêm --chac-chan")
        .at(muc.place.clone())
}

/// A kept number has no symbol yet that would tell it from others.
fn ten(muc: &Muc) -> String {
    match muc.so_hieu.ky_hieu.is_empty() {
        true => muc.dong.day.goi(&muc.so_hieu),
        false => muc.so_hieu.to_string(),
    }
}

/// What a void paper has done to another is no more.
fn con_lai(muc: &Muc, other: &Muc) -> String {
    let does = muc.dong.quan_he.iter().filter(|qh| qh.la(other)).map(|qh| qh.loai.bi_dong());
    let does: Vec<&str> = does.collect();
    format!("{} không còn {} {}", other.so_hieu, does.join(", "), muc.so_hieu)
}

/// What the columns said before copies were handed over once more.
fn da_chuyen(muc: &Muc) -> Option<String> {
    let dong = &muc.dong;
    let told = [
        dong.ngay_chuyen.map(|ngay| format!("ngày chuyển {ngay}")),
        dong.so_ban.map(|so| format!("số bản {so:02}")),
        Some(&dong.ky_nhan).filter(|ai| !ai.is_empty()).map(|ai| format!("ký nhận {ai}")),
    ];
    let told: Vec<String> = told.into_iter().flatten().collect();
    dong.ngay_chuyen
        .map(|_| format!("trước ghi: {}; người ký nhận trước vẫn còn trong sổ", told.join(", ")))
}

fn chuyen_som(muc: &Muc, ngay: Ngay, chuyen: Ngay) -> Diagnostic {
    let so = &muc.so_hieu;
    let message = format!("--ngay-chuyen {chuyen}: trước ngày của văn bản, {so} ghi ngày {ngay}");
    Diagnostic::error("bad-event", message)
        .hint("xem lại ngày chuyển, hoặc số hiệu văn bản được chuyển")
        .at(muc.place.clone())
}
