//! The row that the register has for an issued folder.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::jobs::cot_so::{cot, cot_cu};
use crate::jobs::so_sach;
use crate::model::{Ngay, VanBan};
use crate::reading::source::gan;
use crate::records::phat_hanh::bang_ke::dau_bang_ke;
use crate::records::phat_hanh::goi::dich;
use crate::records::phat_hanh::kho::{Kho, PHAT_HANH};
use crate::records::so_dang_ky::Muc;

const GOI_Y: &str =
    "khôi phục sổ từ bản lưu hoặc từ git; văn bản đã phát hành thì không sửa cả ở sổ";

/// Holds the register's row against the `folder`, whose list of files is `bang_ke`; `van_ban` is the
/// document that the kept sources make, if they make one. What agrees, in words, or what doesn't.
pub fn dong_so(
    folder: &Path,
    so_sach: Option<&Path>,
    bang_ke: &[u8],
    van_ban: Option<&VanBan>,
) -> Result<String, Vec<Diagnostic>> {
    let Some((kho, dich_den)) = noi_de(folder, so_sach) else {
        return Ok(
            "không thấy sổ đăng ký ở bên cạnh nên chưa đối chiếu với sổ (chỉ ra bằng --so-sach)"
                .to_owned(),
        );
    };
    let _lock = kho.khoa_doc();
    let bytes = kho.doc_so().map_err(|fault| vec![fault])?;
    let (_, cai, mut found) = so_sach::doc(&kho, &bytes);
    let own = |muc: &&Muc| muc.da_phat_hanh() && dich(muc.dong.day.nam, &muc.so_hieu) == dich_den;
    let muc = cai.tat_ca().find(own);
    match muc {
        Some(muc) => found.extend(mot_dong(muc, bang_ke, van_ban)),
        None if found.is_empty() => {
            let message = format!("sổ {} không có dòng của {dich_den}", kho.ten_so());
            found.push(Diagnostic::error("issued-unknown", message).hint(GOI_Y));
        }
        // The broken line may be this one.
        None => {}
    }
    let line = muc.map_or(0, |muc| muc.place.line);
    if found.is_empty() { Ok(format!("khớp với {}:{line}", kho.ten_so())) } else { Err(found) }
}

/// The register, and the folder's name there: `2023/105-KH-HDND`.
fn noi_de(folder: &Path, so_sach: Option<&Path>) -> Option<(Kho, String)> {
    let folder = folder.canonicalize().ok()?;
    let nam = folder.parent()?;
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let dich = format!("{}/{}", name(nam)?, name(&folder)?);
    let beside = nam.parent().filter(|at| name(at).as_deref() == Some(PHAT_HANH));
    let beside = beside.and_then(Path::parent).map(gan);
    let kho = Kho::new(&so_sach.map(Path::to_owned).or(beside)?);
    kho.tep_so().is_file().then_some((kho, dich))
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
    let cu = cot_cu(van_ban, &own.day, &muc.so_hieu, ngay);
    let ngay_ghi = own.ngay.map(|ngay| ngay.to_string()).unwrap_or_default();
    let columns = [
        ("cột 2, ngày tháng", &ngay_ghi, ngay.to_string(), None),
        ("cột 3, tên loại và trích yếu", &own.trich_yeu, cua.trich_yeu, Some(cu.trich_yeu)),
        ("cột 4, người ký", &own.nguoi_ky, cua.nguoi_ky, None),
        ("cột 5, nơi nhận", &own.noi_nhan, cua.noi_nhan, Some(cu.noi_nhan)),
        ("cột 6, nơi lưu", &own.luu, cua.luu, None),
    ];
    for (cot, ghi, van_ban, cu) in columns {
        let same = |text: &String| mot(ghi).eq(mot(text));
        if !same(&van_ban) && !cu.as_ref().is_some_and(same) {
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
