//! Who would get a document, told before anything is made.

use serde::{Deserialize, Serialize};

use super::request::SendRequest;
use super::{chon, nguon};
use crate::diagnostic::Diagnostic;
use crate::jobs::{Outcome, load};
use crate::model::{Kenh, PhanPhat};

/// A recipient as the list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AiNhan {
    pub ten: String,
    /// `Trục liên thông`.
    pub cach: String,
    /// The code, the address: where it goes.
    pub noi: String,
    pub so_ban_giay: u64,
    /// The line of the document that names it.
    pub theo: String,
}

/// Everyone who gets a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DanhSachGui {
    pub nhan: Vec<AiNhan>,
    /// Copies to print: for recipients, to be kept.
    pub so_ban_gui: u64,
    pub so_ban_luu: u64,
    /// What is worth knowing and no fault.
    pub ghi_chu: Vec<String>,
}

/// The list of the one document that the request names; findings come beside, also where nobody can be told.
pub fn ai_nhan(request: &SendRequest) -> (Option<DanhSachGui>, Vec<Diagnostic>) {
    let mut outcome = Outcome::default();
    let made = doc(request, &mut outcome);
    let mut found = outcome.diagnostics;
    let list = made.map_err(|faults| found.extend(faults)).ok();
    (list, found)
}

fn doc(request: &SendRequest, outcome: &mut Outcome) -> Result<DanhSachGui, Vec<Diagnostic>> {
    let fonts = load::fonts(request.shared.fonts.as_deref()).map_err(|fault| vec![fault])?;
    let nguon = nguon::doc(request, &fonts)?;
    outcome.diagnostics.extend(nguon.diagnostics.iter().cloned());
    let Some(danh_ba) = &nguon.danh_ba else {
        let told = nguon.diagnostics.iter().any(Diagnostic::is_error);
        return Err(if told { Vec::new() } else { vec![super::thieu_danh_ba(request)] });
    };
    let ready = chon::co_the_gui(request, &nguon, outcome)?;
    let mut list = DanhSachGui { ghi_chu: nguon.ghi_chu.clone(), ..DanhSachGui::default() };
    for can_gui in ready {
        let (phat, _) = PhanPhat::cua_van_ban(&can_gui.van_ban, danh_ba);
        list.so_ban_gui = list.so_ban_gui.saturating_add(phat.so_ban_gui());
        list.so_ban_luu = list.so_ban_luu.saturating_add(phat.so_ban_luu());
        list.ghi_chu
            .extend(phat.ghi_chu.iter().filter(|line| !nguon.ghi_chu.contains(line)).cloned());
        list.nhan.extend(phat.noi.iter().map(|n| {
            AiNhan {
                ten: n.noi.ten().to_owned(),
                cach: n.noi.kenh().ten().to_owned(),
                noi: match n.noi.kenh() {
                    Kenh::Truc => n.noi.ma(),
                    Kenh::Email => n.noi.email(),
                    Kenh::Giay => n.noi.dia_chi(),
                }
                .unwrap_or_default()
                .to_owned(),
                so_ban_giay: n.noi.so_ban_giay(),
                theo: n.theo.clone(),
            }
        }));
    }
    Ok(list)
}
