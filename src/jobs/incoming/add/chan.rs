//! What may be a mistake is told, and entered only when it is meant.

use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::jobs::incoming::so_va_ngay::chi_co_ky_hieu;
use crate::records::so_den::{DongDen, MucDen, SoCaiDen, TinhTrangDen};

use super::SapVao;
use super::cot::{cung_so, cung_ten};

/// All that is questioned about a paper that is to be entered after those of the book.
pub fn nghi_ngo(den: &SapVao, cai: &SoCaiDen) -> Vec<Diagnostic> {
    let dong = &den.dong;
    let mut found: Vec<Diagnostic> = trung(dong, cai).into_iter().collect();
    found.extend(nguoc_ngay(dong, cai));
    let whole = "xem số ghi trên văn bản rồi ghi đủ, ví dụ: --ky-hieu 123/SNV-VP";
    found.extend(chi_co_ky_hieu(&dong.ky_hieu, whole));
    found.extend(mat(den));
    found
}

/// Tells them; `Err` unless they were accepted before.
pub fn chan_lai(
    found: Vec<Diagnostic>,
    accepted: bool,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    if found.is_empty() {
        return Ok(());
    }
    outcome.diagnostics.extend(found);
    match accepted {
        true => Ok(()),
        false => Err(vec![
            Diagnostic::error("entry-refused", "chưa vào sổ: xem các cảnh báo ở trên")
                .hint("đã xem và vẫn ghi thì thêm --chap-nhan-canh-bao"),
        ]),
    }
}

fn nguoc_ngay(den: &DongDen, cai: &SoCaiDen) -> Vec<Diagnostic> {
    let day = |message: String| {
        Diagnostic::warning("date-runs-back", message)
            .hint("xem lại ngày đến (--ngay) và ngày của văn bản")
    };
    let mut found = Vec::new();
    if let Some((own, came)) = den.ngay_van_ban.zip(den.ngay).filter(|(own, came)| own > came) {
        found.push(day(format!("ngày đến {came} trước ngày của văn bản, {own}")));
    }
    if let Some((own, came)) = den
        .ngay_van_ban
        .zip(den.ngay)
        .filter(|(own, came)| came.nam() > own.nam().saturating_add(1))
    {
        found.push(day(format!("ngày đến {came} cách ngày của văn bản, {own}, hơn một năm")));
    }
    let last = cai.cua_nam(den.so_den.nam).last();
    let last = last.and_then(|muc| Some((muc.so_den(), muc.den.ngay?)));
    if let Some(((so, before), came)) = last.zip(den.ngay).filter(|((_, last), came)| last > came) {
        found.push(day(format!("ngày đến {came} trước ngày đến của số {so}, {before}")));
    }
    found
}

/// Whether two lines are of the same paper: its author, its symbol and its day, or the same file.
fn cung_van_ban(a: &DongDen, b: &DongDen) -> Option<&'static str> {
    let same_paper = !a.ky_hieu.is_empty()
        && a.ngay_van_ban.is_some()
        && cung_so(&a.ky_hieu, &b.ky_hieu)
        && a.ngay_van_ban == b.ngay_van_ban
        && cung_ten(&a.tac_gia, &b.tac_gia);
    if same_paper {
        return Some("văn bản cùng tác giả, cùng số ký hiệu, cùng ngày");
    }
    (!a.tep.is_empty() && a.tep == b.tep).then_some("chính tệp này")
}

/// One that came before.
fn trung(den: &DongDen, cai: &SoCaiDen) -> Option<Diagnostic> {
    let live = cai.tat_ca().filter(|muc| muc.tinh_trang() != TinhTrangDen::Huy);
    let found: Vec<(&MucDen, &str)> =
        live.filter_map(|muc| Some((muc, cung_van_ban(&muc.den, den)?))).collect();
    let by_file = |(_, what): &&(&MucDen, &str)| *what == "chính tệp này";
    let (muc, what) = found.iter().find(|one| !by_file(one)).or_else(|| found.first())?;
    let came = muc.den.ngay.map(|ngay| format!(" ngày {ngay}")).unwrap_or_default();
    let message = format!("{what} đã vào sổ: số đến {}{came}", muc.so_den());
    let hint = "bản giấy đến sau bản điện tử thì không vào sổ lần nữa";
    Some(Diagnostic::warning("came-before", message).hint(hint).at(muc.place.clone()))
}

/// The same paper twice among those of one command.
pub fn trung_nhau(all: &[SapVao]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, own) in all.iter().enumerate() {
        let before = all.iter().take(index);
        let same = before.filter_map(|one| Some((one, cung_van_ban(&one.dong, &own.dong)?))).next();
        found.extend(same.map(|(one, _)| {
            let message = format!("{} và {} là một văn bản", one.ten, own.ten);
            Diagnostic::warning("came-before", message).hint("bỏ bớt một tệp")
        }));
    }
    found
}

/// Secret papers have a book of their own, and no file on a machine that is connected.
fn mat(den: &SapVao) -> Vec<Diagnostic> {
    let (own, told) = (&den.dong.mat, den.mat_trong_tep.as_deref());
    let mut found = Vec::new();
    if let Some(told) = told.filter(|_| own.is_empty()) {
        let message =
            format!("văn bản có dấu chỉ độ mật “{told}”, mà đang vào sổ văn bản đến thường");
        found.push(
            Diagnostic::warning("secret-paper", message)
                .hint(format!("vào sổ văn bản mật đến: thêm --do-mat \"{}\"", told.to_lowercase())),
        );
    }
    if !own.is_empty() && !den.tep.is_empty() {
        let message = "tệp của văn bản mật chỉ được lưu trên máy không nối mạng".to_owned();
        found.push(
            Diagnostic::warning("secret-paper", message)
                .hint("máy này có nối mạng thì vào sổ không kèm tệp: bỏ tên tệp khỏi lệnh"),
        );
    }
    found
}
