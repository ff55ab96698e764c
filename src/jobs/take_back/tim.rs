//! Which hồ sơ, and which of its papers, an edited Word file is of.

use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::jobs::giu_ban_sua::ten_goc_cua;
use crate::jobs::load::{self, Loaded};
use crate::reading::source::{self, HoSoNguon};
use crate::records::phat_hanh::xet::la_ban_phat_hanh;
use crate::rules::check::check;

/// The hồ sơ and the name of the paper.
pub struct Thay {
    pub nguon: HoSoNguon,
    pub ten: String,
}

/// Looks in the folder that was named, else in that of the Word file and in the one above, as with `-o`.
pub fn tim(
    tep: &Path,
    ho_so: Option<&Path>,
    only: Option<&str>,
    loaded: &Loaded,
) -> Result<Thay, Vec<Diagnostic>> {
    let beside = tep.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if la_ban_phat_hanh(beside) {
        return Err(vec![da_phat_hanh(tep)]);
    }
    if let Some(ho_so) = ho_so {
        return doc(ho_so, tep, only, loaded);
    }
    let mut why = None;
    for folder in std::iter::once(beside.to_owned()).chain(tren(beside)) {
        match doc(&folder, tep, only, loaded) {
            Ok(found) => return Ok(found),
            // A folder without a hồ sơ says nothing.
            Err(faults) if faults.iter().all(source::is_read_failure) => {}
            Err(faults) => why = why.or(Some(faults)),
        }
    }
    Err(why.unwrap_or_else(|| vec![khong_thay(tep)]))
}

/// The folder above.
fn tren(folder: &Path) -> Option<PathBuf> {
    source::duong_that(folder).parent().map(source::gan)
}

fn doc(
    ho_so: &Path,
    tep: &Path,
    only: Option<&str>,
    loaded: &Loaded,
) -> Result<Thay, Vec<Diagnostic>> {
    let mut nguon = source::read_ho_so(ho_so)?;
    load::them_mau(&mut nguon, ho_so, &loaded.mau);
    let found = check(&nguon, &|c| loaded.fonts.has(c));
    let names: Vec<String> = found.van_ban.iter().map(|t| t.ten.clone()).collect();
    let wanted = only.map_or_else(|| ten_goc_cua(tep), str::to_owned);
    let ten = match names.iter().find(|ten| **ten == wanted) {
        Some(ten) => ten.clone(),
        None => match (names.as_slice(), only) {
            ([one], None) => one.clone(),
            _ => return Err(vec![khong_ro(tep, &names)]),
        },
    };
    if found.van_ban.iter().any(|t| t.ten == ten && t.van_ban.is_none()) {
        return Err(found.diagnostics.into_iter().filter(Diagnostic::is_error).collect());
    }
    Ok(Thay { nguon, ten })
}

fn da_phat_hanh(tep: &Path) -> Diagnostic {
    let message = format!("{} nằm trong thư mục một văn bản đã phát hành", tep.display());
    Diagnostic::error("take-back-issued", message).hint(
        "văn bản đã có số không sửa nữa; cần sửa thì soạn văn bản mới thay thế, đính chính hoặc thu hồi",
    )
}

fn khong_thay(tep: &Path) -> Diagnostic {
    let message = format!("không thấy hồ sơ đã soạn ra {}", tep.display());
    Diagnostic::error("take-back-no-source", message)
        .hint(format!("chỉ ra hồ sơ: vanthu take-back \"{}\" HO_SO", tep.display()))
}

fn khong_ro(tep: &Path, names: &[String]) -> Diagnostic {
    let message = format!("không rõ {} là văn bản nào của hồ sơ", tep.display());
    Diagnostic::error("take-back-no-source", message)
        .hint(format!("ghi thêm --only TEN, một trong các tên: {}", names.join(", ")))
}
