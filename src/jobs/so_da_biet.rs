//! The registers that were written into on this machine: an office with two of them gives numbers twice.

use std::fs::{File, Metadata};
use std::io::Read;
use std::path::Path;

use super::{Means, Outcome};
use crate::diagnostic::Diagnostic;
use crate::machine::paths::whole_or_gone;
use crate::machine::recent_folders::RecentFolders;
use crate::records::phat_hanh::kho::{Kho, TEP_SO};
use crate::records::phat_hanh::quyen::VAN_BAN_DI;
use crate::records::phat_hanh::so_tren_dia::doc_so;
use crate::records::so_den::{VAN_BAN_DEN, VAN_BAN_MAT_DEN};

/// Tells of another register of the same office where one has just begun, and remembers the one that was written into.
pub fn noi(outcome: &mut Outcome, known: &RecentFolders) {
    let Some(so) = outcome.so_da_ghi.clone() else { return };
    let all = known.all();
    let others = || all.iter().filter(|folder| **folder != so.thu_muc);
    if so.moi {
        outcome.notes.extend(others().filter_map(|folder| so_khac(folder, &so.co_quan)));
    } else if let Some(own) = dong_dau(&so.thu_muc) {
        let copies = others().filter(|folder| dong_dau(folder).as_ref() == Some(&own));
        outcome.notes.extend(copies.map(|folder| ban_chep(folder)));
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
    let gone = none(&VAN_BAN_DI)? && none(&VAN_BAN_DEN)? && none(&VAN_BAN_MAT_DEN)?;
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

/// So much of a register is looked at for its first line.
const DAU_SO: u64 = 64 << 10;

/// The first line of the register in a folder, with its mark; a copy of a register begins with the same.
fn dong_dau(folder: &Path) -> Option<String> {
    let mut head = Vec::new();
    let file = File::open(folder.join(TEP_SO)).ok()?;
    file.metadata().ok().filter(Metadata::is_file)?;
    file.take(DAU_SO).read_to_end(&mut head).ok()?;
    let text = String::from_utf8_lossy(&head);
    let lines = text.lines().map(|line| line.trim_start_matches('\u{feff}').trim());
    lines.filter(|line| !line.starts_with('#')).find(|line| !line.is_empty()).map(str::to_owned)
}

fn ban_chep(folder: &Path) -> String {
    format!(
        "CHÚ Ý: máy này cũng đã ghi vào {}, một bản chép của chính sổ này; ghi vào cả hai bản thì một số bị cấp hai lần: chọn \
         một bản, chuyển bản kia đi nơi khác",
        folder.join(TEP_SO).display()
    )
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
        // Whoever goes on in a copy is told of the other, as long as it is there.
        std::fs::create_dir_all(dir.path().join("e")).unwrap();
        std::fs::copy(dir.path().join("b").join(TEP_SO), dir.path().join("e").join(TEP_SO))
            .unwrap();
        let gone_on = |ten: &str| {
            let thu_muc = dir.path().join(ten);
            let so_da_ghi = Some(SoDaGhi { thu_muc, co_quan: "UBND".into(), moi: false });
            let mut outcome = Outcome { so_da_ghi, ..Outcome::default() };
            noi(&mut outcome, &known);
            outcome.notes
        };
        let told = gone_on("e");
        assert!(told.len() == 1 && told[0].contains("/b/so-dang-ky.txt, một bản chép"), "{told:?}");
        assert_eq!(gone_on("b").len(), 1);
        std::fs::remove_dir_all(dir.path().join("e")).unwrap();
        assert_eq!(gone_on("b"), Vec::<String>::new());
        // One that is gone is no second one.
        std::fs::remove_dir_all(dir.path().join("a")).unwrap();
        assert_eq!(begun("d", "HĐND").len(), 1);
    }
}
