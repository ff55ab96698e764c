//! Nơi nhận against the address book: a line that nobody there answers to would be sent to nobody.

use super::KetQua;
use crate::diagnostic::{Diagnostic, Place};
use crate::model::noi_nhan::muc;
use crate::model::phan_phat::{KhongRo, LyDo};
use crate::model::{DanhBa, PhanPhat, VanBan};
use crate::reading::source::{HoSoNguon, TepNguon, ten_tep};
use crate::reading::yaml;

/// The lines that nobody in the book answers to. `Như trên` without Kính gửi is the document's own fault, and stops
/// it. Lines that an office lends to several documents are reported once.
pub fn kiem(nguon: &HoSoNguon, danh_ba: &DanhBa, ket_qua: &mut KetQua) -> Vec<Diagnostic> {
    let mut of_book: Vec<Diagnostic> = Vec::new();
    for slot in ket_qua.van_ban.iter_mut().map(|t| &mut t.van_ban) {
        let Some(van_ban) = slot.take() else { continue };
        let (phan_phat, khong_ro) = PhanPhat::cua_van_ban(&van_ban, danh_ba);
        for line in &khong_ro {
            let fault = loi(line, danh_ba).at(tim_cho(nguon, &van_ban, &line.dong));
            let all = if cua_van_ban(line) { &mut ket_qua.diagnostics } else { &mut of_book };
            if !all.contains(&fault) {
                all.push(fault);
            }
        }
        for note in phan_phat.ghi_chu {
            let note = format!("{}: {note}", ten_tep(&van_ban.nguon));
            if !ket_qua.ghi_chu.contains(&note) {
                ket_qua.ghi_chu.push(note);
            }
        }
        *slot = Some(van_ban).filter(|_| !khong_ro.iter().any(cua_van_ban));
    }
    of_book
}

/// Whether the document itself is at fault, and not the book.
fn cua_van_ban(line: &KhongRo) -> bool {
    line.loi == LyDo::KhongCoKinhGui
}

fn loi(line: &KhongRo, danh_ba: &DanhBa) -> Diagnostic {
    let dong = &line.dong;
    match line.loi {
        LyDo::KhongCo => {
            let message = format!("danh bạ không có nơi nhận “{dong}”");
            let hint = danh_ba.goi_y(dong, "thêm nơi ấy (hoặc một nhóm) vào danh-ba.yaml");
            Diagnostic::error("unknown-recipient", message).hint(hint)
        }
        LyDo::KhongCoKinhGui => {
            let message = format!("nơi nhận “{dong}” mà văn bản không có Kính gửi");
            Diagnostic::error("nothing-above", message)
                .hint("ghi tên nơi nhận thay cho dòng ấy, hoặc thêm kinh_gui")
        }
    }
    .clause("Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9.b")
}

/// The line in the document's own file, else in its office's.
fn tim_cho(nguon: &HoSoNguon, van_ban: &VanBan, dong: &str) -> Option<Place> {
    let own = nguon.tep.iter().filter(|tep| tep.ten == van_ban.nguon).map(|tep| (tep, ""));
    let office = nguon.tep.iter().filter(|tep| ten_tep(&tep.ten) == van_ban.co_quan.tep);
    let office = office.map(|tep| (tep, "co_quan"));
    own.chain(office).find_map(|(tep, dau)| trong_tep(tep, dau, dong))
}

/// `dau` is what the paths of the file's fields begin with.
fn trong_tep(tep: &TepNguon, dau: &str, dong: &str) -> Option<Place> {
    let root = yaml::parse(tep).0?;
    let texts = root.texts();
    let (_, span) = texts.into_iter().find(|(text, _)| muc(text).is_ok_and(|name| name == dong))?;
    let cac_muc = yaml::cac_muc(&tep.ten, &root).mo_dau(dau);
    Some(yaml::place(tep, span).of(cac_muc.duong(span.first), None))
}
