//! `check` of a Word file, whoever made it.

use std::path::Path;

use super::{CheckRequest, each};
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::jobs::load;
use crate::jobs::phien_ban::{self, PhienBan, la_word};
use crate::jobs::{Means, Outcome};
use crate::machine::output::{self, Ready};
use crate::reading::source;
use crate::rules::soat::{DoanNgoai, LuaChon, doan_ngoai};
use crate::word::nhan_dang::{NHIEU_DOAN, qua_dai};
use crate::word::nhan_xet::{self, NhanXet};
use crate::word::soat::{PhatHien, soat};

/// All Word files of a request.
pub(super) fn check(
    request: &CheckRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Diagnostic> {
    let files: Vec<&Path> =
        request.ho_so.iter().map(|path| path.as_path()).filter(|path| la_word(path)).collect();
    dung_cach(request, &files)?;
    if files.is_empty() {
        return Ok(());
    }
    let fonts = load::fonts(request.shared.fonts.as_deref())?;
    for path in &files {
        each(path, means)?;
        match mot(path, &fonts, outcome) {
            Ok((ban, found)) => {
                if let Some(to) = &request.comments {
                    ghi(path, to, &ban, &found, outcome);
                }
            }
            Err(fault) => outcome.diagnostics.push(fault),
        }
    }
    Ok(())
}

/// Options that a Word file does not go with.
fn dung_cach(request: &CheckRequest, files: &[&Path]) -> Result<(), Diagnostic> {
    if let Some(path) = files.first().filter(|_| request.fix) {
        let message = format!("--fix không sửa tệp Word {}", path.display());
        return Err(Diagnostic::error("wrong-use", message)
            .hint("bỏ --fix; muốn có nhận xét ngay trong Word thì thêm --comments TEP.docx"));
    }
    let Some(to) = &request.comments else { return Ok(()) };
    if files.len() != 1 || request.ho_so.len() != 1 {
        return Err(Diagnostic::error("wrong-use", "--comments chỉ đi cùng đúng một tệp Word")
            .hint("soát từng tệp: vanthu check cong-van.docx --comments cong-van-nhan-xet.docx"));
    }
    if files.contains(&to.as_path()) || same(files, to) {
        let message = format!("--comments trỏ vào chính tệp đang soát {}", to.display());
        return Err(Diagnostic::error("wrong-use", message).hint("ghi ra một tệp khác tên"));
    }
    Ok(())
}

/// Whether both names are of one file.
fn same(files: &[&Path], to: &Path) -> bool {
    let to = source::duong_that(to);
    files.iter().any(|path| source::duong_that(path) == to)
}

fn mot(
    path: &Path,
    fonts: &Fonts,
    outcome: &mut Outcome,
) -> Result<(PhienBan, Vec<PhatHien>), Diagnostic> {
    let ban = phien_ban::tu_word(path)?;
    if qua_dai(&ban.word) {
        let message = format!(
            "{} dài quá chừng 300 trang chữ hoặc {NHIEU_DOAN} đoạn, không phải một văn bản",
            path.display()
        );
        return Err(Diagnostic::error("import-too-long", message)
            .hint("tách tệp Word thành từng văn bản rồi soát từng tệp"));
    }
    outcome.diagnostics.extend(phien_ban::con_dau_sua(path, &ban));
    outcome.diagnostics.extend(phien_ban::chua_doc(path, &ban));
    let found = tat_ca(&ban, &path.display().to_string(), fonts);
    outcome.diagnostics.extend(found.iter().map(|one| one.d.clone()));
    Ok((ban, found))
}

/// The layout's findings, then those about the wording, in the order of the paragraphs.
fn tat_ca(ban: &PhienBan, ten: &str, fonts: &Fonts) -> Vec<PhatHien> {
    let looked = soat(&ban.word, ten, fonts);
    let ways: Vec<(usize, Vec<usize>)> =
        looked.chu.iter().map(|one| (one.so, one.duong.clone())).collect();
    let texts = looked.chu.into_iter().map(|one| DoanNgoai {
        so: one.so,
        chu: one.chu,
        la_ten: one.la_ten,
    });
    let ap_dung = looked.ap_dung;
    let lua_chon = LuaChon::theo(ap_dung.loi_van());
    let found = doan_ngoai(ten, texts.collect(), looked.sau_2025, &lua_chon);
    let wording = found.into_iter().map(|mut d| {
        ap_dung.ghi_can_cu(&mut d);
        let so = d.place.as_ref().map(|place| place.line);
        let way = ways.iter().find(|(own, _)| Some(*own) == so);
        PhatHien::cua_loi_van(way.map(|(_, way)| way.clone()).unwrap_or_default(), d)
    });
    let mut all = looked.phat_hien;
    all.extend(wording);
    all.sort_by_key(|one| one.d.place.as_ref().map_or(0, |place| place.line));
    all
}

/// Writes the copy with comments.
fn ghi(path: &Path, to: &Path, ban: &PhienBan, found: &[PhatHien], outcome: &mut Outcome) {
    let comments: Vec<NhanXet> = found.iter().map(nhan_xet).collect();
    let written = nhan_xet::viet(&ban.word, &comments)
        .map_err(|why| {
            let message = format!("{}: không ghi được nhận xét: {why}", path.display());
            Diagnostic::error("comments-refused", message).hint(why.goi_y())
        })
        .and_then(|bytes| output::write_all(&[Ready { path: to.to_owned(), bytes }]));
    match written {
        Ok(()) => outcome.made.push(to.to_owned()),
        Err(fault) => outcome.diagnostics.push(fault),
    }
}

/// What a comment says: the finding, what to do, the clause.
fn nhan_xet(one: &PhatHien) -> NhanXet {
    let d = &one.d;
    // The place is where the comment is.
    let said = match d.message.starts_with("đoạn ") {
        true => d.message.split_once("”: ").map_or(d.message.as_str(), |(_, rest)| rest),
        false => d.message.as_str(),
    };
    let hint = d.hint.as_ref().map(|hint| format!("Gợi ý: {hint}"));
    let clause = d.clause.as_ref().map(|clause| format!("Căn cứ: {clause}"));
    let mut dong = vec![format!("[{}] {said}", d.code)];
    dong.extend(hint.into_iter().chain(clause));
    NhanXet { duong: one.duong.clone(), dong }
}
