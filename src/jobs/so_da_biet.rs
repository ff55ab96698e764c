//! The registers that were written into on this machine: an office with two of them gives numbers twice.

use std::path::Path;

use super::{Means, Outcome};
use crate::diagnostic::Diagnostic;
use crate::machine::paths::whole_or_gone;
use crate::machine::recent_folders::RecentFolders;
use crate::records::phat_hanh::kho::{Kho, TEP_SO};
use crate::records::phat_hanh::quyen::VAN_BAN_DI;
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_den::VAN_BAN_DEN;

/// Tells of another register of the same office where one has just begun, and remembers the one that was written into.
pub fn noi(outcome: &mut Outcome, known: &RecentFolders) {
    let Some(so) = outcome.so_da_ghi.clone() else { return };
    let all = known.all();
    if so.moi {
        let others = all.iter().filter(|folder| **folder != so.thu_muc);
        outcome.notes.extend(others.filter_map(|folder| so_khac(folder, &so.co_quan)));
    }
    if all.first() != Some(&so.thu_muc) {
        known.opened(&so.thu_muc);
    }
}

/// Whether the books that this machine wrote into at a place still are there. A drive that is not connected leaves an
/// empty place, or none: a book begun there anew would give all its numbers a second time.
pub fn con_do(kho: &Kho, means: &Means) -> Result<(), Diagnostic> {
    let Some(known) = means.registers else { return Ok(()) };
    let none = |quyen| kho.sang(quyen).chua_lap();
    let gone = none(&VAN_BAN_DI)? && none(&VAN_BAN_DEN)?;
    // A folder that nobody named is the current one.
    let goc = if kho.goc().as_os_str().is_empty() { Path::new(".") } else { kho.goc() };
    let place = whole_or_gone(goc).filter(|place| gone && known.all().contains(place));
    let Some(place) = place else { return Ok(()) };
    let message = format!(
        "không thấy sổ nào ở {}, mà máy này đã ghi sổ ở đó: ổ mạng hoặc USB có thể chưa nối, hoặc sổ đã bị chuyển, bị xoá",
        place.display()
    );
    Err(Diagnostic::error("register-away", message).hint(
        "nối lại ổ rồi làm lại; sổ đã chuyển đi thì khai nơi mới: so_dang_ky: {thu_muc: …} trong co-quan.yaml; sổ bị xoá thì lấy \
         lại từ bản lưu; thật sự lập sổ mới, đánh số lại từ đầu, thì thêm --lap-so-moi",
    ))
}

fn so_khac(folder: &Path, co_quan: &str) -> Option<String> {
    let doc = doc_so(&Kho::new(folder)).ok()?;
    let day = doc.cai.cac_day().into_iter().rfind(|day| day.co_quan == co_quan)?;
    let last = doc.cai.cua_day(day).last()?.so_hieu.so;
    Some(format!(
        "CHÚ Ý: máy này đã có một sổ của {co_quan} ở {} ({day} tới số {last:02}); cùng một cơ quan thì phải dùng chung sổ ấy, \
         hai sổ thì trùng số: huỷ số vừa cấp, ghi vào co-quan.yaml so_dang_ky: {{thu_muc: …}} chỉ tới thư mục ấy, rồi làm lại",
        folder.join(TEP_SO).display()
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jobs::SoDaGhi;
    use crate::records::so_dang_ky::{Day, Dong, So, SoHieu, Viec};

    #[test]
    fn a_second_register_of_an_office_is_told_of_the_first() {
        let dir = tempfile::tempdir().unwrap();
        let known = RecentFolders::new(dir.path().join("so-sach.txt"));
        let begun = |ten: &str, co_quan: &str| {
            let thu_muc = dir.path().join(ten);
            std::fs::create_dir_all(&thu_muc).unwrap();
            let day = Day { ky: 2026.into(), co_quan: co_quan.into(), loai: None };
            let so_hieu = SoHieu { so: 5, ky_hieu: String::new() };
            let line = Dong::moi(Viec::GiuSo, day, Some(so_hieu));
            std::fs::write(thu_muc.join(TEP_SO), So::doc("", "").0.them(&[line])).unwrap();
            let so_da_ghi = Some(SoDaGhi { thu_muc, co_quan: co_quan.into(), moi: true });
            let mut outcome = Outcome { so_da_ghi, ..Outcome::default() };
            noi(&mut outcome, &known);
            outcome.notes
        };
        assert_eq!(begun("a", "HĐND"), Vec::<String>::new());
        assert_eq!(begun("b", "UBND"), Vec::<String>::new());
        let told = begun("c", "HĐND");
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("/a/so-dang-ky.txt (2026 HĐND tới số 05)"), "{told:?}");
        // One that is gone is no second one.
        std::fs::remove_dir_all(dir.path().join("a")).unwrap();
        assert_eq!(begun("d", "HĐND").len(), 1);
    }
}
