//! What `send` sends: documents of a hồ sơ that have number and day, or one that was issued and lies in
//! its folder with the PDF as it was filed.

use std::path::{Path, PathBuf};

use super::ghi_chuyen::TrongSo;
use super::request::SendRequest;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::jobs::load;
use crate::model::{DanhBa, PhanPhat, VanBan};
use crate::reading::source::{self, HoSoNguon, MauRieng, TepNguon, gan};
use crate::records::chuyen_phat::ten_tep;
use crate::records::phat_hanh::bang_ke::{self, dau_bang_ke};
use crate::records::phat_hanh::phieu::{NGUON, PhieuPhatHanh, TEP_PHIEU};
use crate::records::phat_hanh::xet::{PhanXet, la_ban_phat_hanh, xet};
use crate::records::so_dang_ky::Muc;
use crate::rules::check::{KetQua, check, la_ten_danh_ba};

/// The address book's usual name.
const DANH_BA: &str = "danh-ba.yaml";
/// The folder in a hồ sơ that packages go into.
const THU_MUC: &str = "gui";

/// A document on its way out.
pub struct CanGui {
    pub ten: String,
    pub van_ban: VanBan,
    /// Whether the address book knows everyone who gets it; what it doesn't know has been told.
    pub ro: bool,
    /// The PDF that was filed when it was issued.
    pub pdf: Option<Vec<u8>>,
    /// The mark of the list of files that were issued.
    pub bang_ke: Option<String>,
    /// Its number in the register, where that was asked already.
    pub trong_so: Option<TrongSo>,
}

impl CanGui {
    /// The name of its files: `105-KH-HDND`.
    pub fn ten_goi(&self) -> String {
        let so = self.van_ban.so_ky_hieu.so().unwrap_or_default();
        ten_tep::ten_tep(&format!("{so:02}/{}", self.van_ban.so_ky_hieu.ky_hieu()))
    }
}

/// The documents of a run, and where their packages go.
pub struct NguonGui {
    pub van_ban: Vec<CanGui>,
    /// None if it has faults, which have been told, or if there is none.
    pub danh_ba: Option<DanhBa>,
    pub thu_muc: PathBuf,
    /// The office's own templates.
    pub mau: MauRieng,
    /// What the documents were read from.
    pub tep: Vec<TepNguon>,
    pub diagnostics: Vec<Diagnostic>,
    pub ghi_chu: Vec<String>,
}

/// Reads and checks what the request names.
pub fn doc(request: &SendRequest, fonts: &Fonts) -> Result<NguonGui, Vec<Diagnostic>> {
    if la_ban_phat_hanh(&request.ho_so) {
        return da_phat_hanh(request, fonts);
    }
    let mut nguon = source::read_ho_so(&request.ho_so)?;
    let (mau_chung, found) =
        load::mau_chung(request.shared.mau.as_deref()).map_err(|fault| vec![fault])?;
    nguon.diagnostics.extend(found);
    load::them_mau(&mut nguon, &request.ho_so, &mau_chung);
    them_danh_ba(&mut nguon, request.book.as_deref())?;
    let ket_qua = check(&nguon, &|c| fonts.has(c));
    let thu_muc = load::thu_muc(&request.ho_so).join(THU_MUC);
    Ok(NguonGui::cua(ket_qua, thu_muc, nguon))
}

impl NguonGui {
    fn cua(mut ket_qua: KetQua, thu_muc: PathBuf, nguon: HoSoNguon) -> Self {
        ket_qua.de_gui();
        let HoSoNguon { mut tep, md, mau, .. } = nguon;
        tep.extend(md);
        let KetQua { van_ban, diagnostics, ghi_chu, danh_ba, .. } = ket_qua;
        let ro = |van_ban: &VanBan| {
            danh_ba.as_ref().is_some_and(|book| PhanPhat::cua_van_ban(van_ban, book).1.is_empty())
        };
        let sound = van_ban.into_iter().filter_map(|t| {
            let van_ban = t.van_ban?;
            Some(CanGui {
                ten: t.ten,
                ro: ro(&van_ban),
                van_ban,
                pdf: None,
                bang_ke: None,
                trong_so: None,
            })
        });
        let sound = sound.collect();
        Self { van_ban: sound, danh_ba, thu_muc, diagnostics, ghi_chu, mau, tep }
    }
}

/// An address book from elsewhere stands in place of the hồ sơ's own.
fn them_danh_ba(nguon: &mut HoSoNguon, book: Option<&Path>) -> Result<(), Vec<Diagnostic>> {
    let Some(book) = book else { return Ok(()) };
    nguon.tep.retain(|tep| !la_ten_danh_ba(&tep.ten));
    let mut tep = source::read_tep(book)?;
    if !la_ten_danh_ba(&tep.ten) {
        // By this name it is known for what it is, also without `loai:`.
        tep.ten = book.with_file_name(DANH_BA).display().to_string();
    }
    nguon.tep.push(tep);
    Ok(())
}

/// A folder under `phat-hanh/`: the judge must know it for the paper that was issued.
fn da_phat_hanh(request: &SendRequest, fonts: &Fonts) -> Result<NguonGui, Vec<Diagnostic>> {
    let folder = &request.ho_so;
    let xet = xet(folder, request.so_sach.as_deref());
    let found = con_gui_duoc(folder, &xet)?;
    if xet.muc.as_ref().is_some_and(Muc::lam_noi_khac) {
        return Err(vec![lam_noi_khac(folder)]);
    }
    let tep = |ten: &str| xet.cay.get(ten).and_then(Option::as_deref);
    let ghi = tep(TEP_PHIEU).and_then(PhieuPhatHanh::doc);
    let pdf = xet.cay.keys().find(|ten| !ten.contains('/') && ten.ends_with(".pdf"));
    let pdf = pdf.and_then(|ten| tep(ten));
    let (Some(ghi), Some(pdf)) = (ghi, pdf) else { return Err(vec![khong_phai_ban(folder)]) };
    let mut nguon = source::read_ho_so(&folder.join(NGUON))?;
    // Who gets the paper is no part of what was issued.
    nguon.tep.retain(|tep| !la_ten_danh_ba(&tep.ten));
    let book = request.book.clone().or_else(|| danh_ba_cua_ho_so(folder));
    them_danh_ba(&mut nguon, book.as_deref())?;
    let ket_qua = check(&nguon, &|c| fonts.has(c));
    let mut all = NguonGui::cua(ket_qua, folder.join(THU_MUC), nguon);
    all.diagnostics.extend(found);
    all.van_ban.retain(|t| t.ten == ghi.van_ban);
    for can_gui in &mut all.van_ban {
        ghi.dien(&mut can_gui.van_ban);
        can_gui.pdf = Some(pdf.to_vec());
        can_gui.bang_ke = tep(bang_ke::TEP).map(dau_bang_ke);
        can_gui.trong_so =
            xet.kho.clone().zip(xet.muc.as_ref()).map(|(kho, muc)| TrongSo::cua(kho, muc));
    }
    // A package inside the folder would make the folder another than the one that was filed.
    all.thu_muc = goc(folder).join(THU_MUC);
    Ok(all)
}

/// What is issued, whole and not void may go out; one that is replaced, corrected or taken back may, by someone
/// who knows.
fn con_gui_duoc(folder: &Path, xet: &PhanXet) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    if !xet.sai.is_empty() {
        return Err(xet.sai.clone());
    }
    if xet.muc.is_none() {
        let message = format!(
            "không thấy sổ đăng ký bên cạnh {}, nên không biết văn bản này còn hiệu lực không; chưa gửi",
            folder.display()
        );
        let hint = "chỉ ra thư mục để sổ: --so-sach THU_MUC; sổ bị mất thì lấy lại từ bản lưu trước khi gửi";
        return Err(vec![Diagnostic::error("issued-unknown", message).hint(hint)]);
    }
    let ve_sau = xet.ve_sau().into_iter();
    if xet.da_huy() {
        let hint = "văn bản đã huỷ thì không gửi; gửi văn bản phát hành thay nó";
        return Err(ve_sau.map(|l| Diagnostic::error("not-in-force", l).hint(hint)).collect());
    }
    let hint = "xem lại có đúng là cần gửi văn bản này không";
    Ok(ve_sau.map(|line| Diagnostic::warning("not-in-force", line).hint(hint)).collect())
}

/// `<hồ sơ>/phat-hanh/2023/105-KH-HDND` → `<hồ sơ>`.
fn goc(folder: &Path) -> PathBuf {
    let up = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    up.ancestors().nth(3).map(gan).unwrap_or_default()
}

fn danh_ba_cua_ho_so(folder: &Path) -> Option<PathBuf> {
    Some(goc(folder).join(DANH_BA)).filter(|path| path.is_file())
}

/// Who gets a paper stands in its source, which is elsewhere.
fn lam_noi_khac(folder: &Path) -> Diagnostic {
    let message = format!(
        "“{}” là văn bản làm ở nơi khác, chương trình chỉ giữ tệp nên không lập gói gửi được",
        folder.display()
    );
    Diagnostic::error("made-elsewhere", message).hint(
        "gửi tệp trong thư mục ấy như cơ quan vẫn gửi, rồi ghi việc chuyển vào sổ (vanthu register deliver)",
    )
}

fn khong_phai_ban(folder: &Path) -> Diagnostic {
    let message = format!(
        "“{}” không phải là thư mục của một văn bản đã phát hành: thiếu {TEP_PHIEU} hoặc tệp PDF",
        folder.display()
    );
    Diagnostic::error("bad-manifest", message)
        .hint("chỉ ra thư mục do lệnh “vanthu issue” ghi, hoặc thư mục hồ sơ")
}
