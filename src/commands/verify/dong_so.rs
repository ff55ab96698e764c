//! The row that the register has for an issued folder.

use std::path::{Path, PathBuf};

use crate::cli::VerifyArgs;
use crate::commands::Report;
use crate::commands::cot_so::cot;
use crate::commands::so_sach;
use crate::diagnostic::Diagnostic;
use crate::model::{Ngay, VanBan};
use crate::phat_hanh::bang_ke::dau_bang_ke;
use crate::phat_hanh::goi::dich;
use crate::phat_hanh::kho::{Kho, PHAT_HANH};
use crate::so_dang_ky::Muc;

const GOI_Y: &str = "khôi phục sổ từ bản lưu hoặc từ git; văn bản đã phát hành thì không sửa cả ở sổ";

/// What the register says otherwise than the folder, whose list of files is `bang_ke`. `van_ban` is the
/// document that the kept sources make, if they make one.
pub fn dong_so(
    args: &VerifyArgs,
    bang_ke: &[u8],
    van_ban: Option<&VanBan>,
    report: &mut Report,
) -> Vec<Diagnostic> {
    let (kho, dich_den) = match noi_de(args) {
        Ok(found) => found,
        Err(note) => {
            report.notes.push(note);
            return Vec::new();
        }
    };
    let _lock = kho.khoa_doc();
    let bytes = match kho.doc_so() {
        Ok(bytes) => bytes,
        Err(fault) => return vec![fault],
    };
    let (_, cai, mut found) = so_sach::doc(&kho, &bytes);
    let own = |muc: &&Muc| muc.da_phat_hanh() && dich(muc.dong.day.nam, &muc.so_hieu) == dich_den;
    match cai.tat_ca().find(own) {
        Some(muc) => found.extend(mot_dong(muc, bang_ke, van_ban)),
        None if found.is_empty() => {
            let message = format!("sổ {} không có dòng của {dich_den}", kho.ten_so());
            found.push(Diagnostic::error("issued-unknown", message).hint(GOI_Y));
        }
        // The broken line may be this one.
        None => {}
    }
    found
}

/// The register, and the folder's name there: `2023/105-KH-HDND`. Or why there is none, as a note.
fn noi_de(args: &VerifyArgs) -> Result<(Kho, String), String> {
    let folder = args.ho_so.canonicalize().unwrap_or_else(|_| args.ho_so.clone());
    let name = |path: Option<&Path>| {
        let name = path.and_then(Path::file_name);
        name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let nam = folder.parent();
    let at = nam.and_then(Path::parent);
    let dich = format!("{}/{}", name(nam), name(Some(&folder)));
    let beside = at.filter(|at| name(Some(at)) == PHAT_HANH).and_then(Path::parent);
    let goc = args.store.so_sach.clone().or_else(|| beside.map(PathBuf::from));
    let kho = goc.map(|goc| Kho::new(&goc)).filter(|kho| kho.tep_so().is_file());
    let kho = kho.ok_or_else(|| {
        format!(
            "{}: không thấy sổ đăng ký bên cạnh nên chưa đối chiếu dòng sổ; chỉ ra bằng --so-sach",
            args.ho_so.display()
        )
    })?;
    Ok((kho, dich))
}

fn mot_dong(muc: &Muc, bang_ke: &[u8], van_ban: Option<&VanBan>) -> Vec<Diagnostic> {
    let fault = |message: String| {
        Diagnostic::error("register-differs", message).at(muc.place.clone()).hint(GOI_Y)
    };
    let mut found = Vec::new();
    if dau_bang_ke(bang_ke) != muc.dong.bang_ke {
        found.push(fault(format!("bảng kê của {} không phải bảng kê mà sổ ghi", muc.so_hieu)));
    }
    let Some(van_ban) = van_ban else { return found };
    let own = &muc.dong;
    let ngay = Ngay::cua(van_ban.ngay_ban_hanh.ngay_dau_ky());
    let cua = cot(van_ban, &own.day, &muc.so_hieu, ngay);
    let ngay_ghi = own.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    let columns = [
        ("cột 2, ngày tháng", ngay_ghi.as_str(), ngay.to_string()),
        ("cột 3, tên loại và trích yếu", &own.trich_yeu, cua.trich_yeu),
        ("cột 4, người ký", &own.nguoi_ky, cua.nguoi_ky),
        ("cột 5, nơi nhận", &own.noi_nhan, cua.noi_nhan),
        ("cột 6, nơi lưu", &own.luu, cua.luu),
    ];
    for (cot, ghi, van_ban) in columns {
        if !mot(ghi).eq(mot(&van_ban)) {
            let so = &muc.so_hieu;
            found.push(fault(format!("{so}: sổ ghi ở {cot} “{ghi}”, văn bản là “{van_ban}”")));
        }
    }
    found
}

/// A cell of the register is one line.
fn mot(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}
