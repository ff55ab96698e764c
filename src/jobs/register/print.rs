//! `register print`: a year's book as PDF, Word, Excel and CSV.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::{RegisterPlace, chua_co_so, kho_cua};
use crate::jobs::{Means, Outcome, duong_dan, giu_ban_sua, load};
use crate::machine::output::{self, Ready};
use crate::model::{CoQuan, Ky};
use crate::records::phat_hanh::goi::ten_khong_dau;
use crate::records::phat_hanh::so_tren_dia::{SoTrenDia, doc_so};
use crate::records::so_dang_ky::{Sach, SoHieu, csv, in_so, khong_dau, xlsx as so_xlsx};
use crate::rules::check::ky_tu;
use crate::writers::pdf::PdfChoice;
use crate::{writers::docx, writers::pdf, writers::xlsx};

/// Which book is to be printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PrintRequest {
    /// The year, or the term.
    pub nam: Ky,
    /// The folder for results; without it that of the register.
    #[serde(with = "duong_dan")]
    pub output: Option<PathBuf>,
    /// The four files of Times New Roman; without it the bundled twin.
    #[serde(with = "duong_dan")]
    pub fonts: Option<PathBuf>,
    pub place: RegisterPlace,
}

/// Writes the book of each office that the register has in the year.
pub(super) fn print(
    request: &PrintRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let (kho, _) = kho_cua(&request.place);
    let beside = kho.tep_so().parent().map(Path::to_owned).unwrap_or_default();
    let folder: PathBuf = request.output.clone().unwrap_or(beside);
    let mut notes = Vec::new();
    each_book(request, means, &mut notes, &mut |ready| {
        let at = |file: Ready| Ready { path: folder.join(file.path), ..file };
        let ready: Vec<Ready> = ready.into_iter().map(at).collect();
        let kept = giu_ban_sua::ghi(&ready, output::write_all).map_err(|fault| vec![fault])?;
        outcome.diagnostics.extend(kept);
        outcome.made.extend(ready.into_iter().map(|file| file.path));
        Ok(())
    })?;
    outcome.notes.extend(notes);
    Ok(())
}

/// The same files, their names alone, for whoever hands them on.
pub fn books(request: &PrintRequest, means: &Means) -> Result<Vec<Ready>, Vec<Diagnostic>> {
    let mut all = Vec::new();
    each_book(request, means, &mut Vec::new(), &mut |ready| {
        all.extend(ready);
        Ok(())
    })?;
    Ok(all)
}

fn each_book(
    request: &PrintRequest,
    means: &Means,
    notes: &mut Vec<String>,
    take: &mut dyn FnMut(Vec<Ready>) -> Result<(), Vec<Diagnostic>>,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let (kho, offices) = kho_cua(&request.place);
    let SoTrenDia { so, cai, do_dai, sai, .. } = {
        let _khoa = kho.khoa_doc().map_err(one)?;
        doc_so(&kho).map_err(one)?
    };
    if !sai.is_empty() {
        return Err(sai);
    }
    if do_dai == 0 {
        return Err(vec![chua_co_so(&kho.ten_so())]);
    }
    let fonts = load::fonts(request.fonts.as_deref()).map_err(one)?;
    let mut books = Sach::cua_ky(&cai, &request.nam, &so.cuoi_so());
    thay_ky_tu_la(&mut books, &fonts, notes);
    if books.is_empty() {
        let message = format!("sổ không có số nào của {}", request.nam.goi());
        return Err(vec![
            Diagnostic::error("wrong-use", message).hint("xem các số: vanthu register list"),
        ]);
    }
    means.progress.more(books.len());
    for book in &books {
        means.go_on("in", &format!("sổ của {}", book.co_quan)).map_err(one)?;
        means.progress.next(&book.co_quan);
        take(files(book, &offices, &fonts)?)?;
    }
    Ok(())
}

/// A register of before such words were refused is printed all the same, with a mark for each.
fn thay_ky_tu_la(books: &mut [Sach], fonts: &Fonts, notes: &mut Vec<String>) {
    for hang in books.iter_mut().flat_map(|book| &mut book.hang) {
        let so = hang.first().cloned().unwrap_or_default();
        for cell in hang.iter_mut() {
            let Some(moi) = ky_tu::thay_ky_tu_la(cell, &|c| fonts.has(c)) else { continue };
            let note = "có ký tự không in được, sổ in mã của nó trong dấu [ ]";
            notes.push(format!("số {so}: {note}: {moi}"));
            *cell = moi;
        }
    }
}

fn files(book: &Sach, offices: &[CoQuan], fonts: &Fonts) -> Result<Vec<Ready>, Vec<Diagnostic>> {
    let Some(office) = offices.iter().find(|c| c.ky_hieu == book.co_quan) else {
        let message = format!("không thấy tệp của cơ quan có ký hiệu {} để lấy tên", book.co_quan);
        return Err(vec![
            Diagnostic::error("missing-office", message)
                .hint("chỉ ra thư mục hồ sơ có co-quan.yaml: --ho-so THU_MUC"),
        ]);
    };
    let document = in_so(book, office, fonts)?;
    let name = ten_khong_dau(&SoHieu { so: 0, ky_hieu: book.co_quan.clone() });
    let name = name.trim_start_matches("00-");
    let path = |ending: &str| {
        PathBuf::from(format!("so-dang-ky-{}-{name}.{ending}", khong_dau(&book.ky.to_string())))
    };
    let internal = |what: String| {
        vec![Diagnostic::error("internal", format!("lỗi của chương trình khi in sổ: {what}"))]
    };
    // One after the other: of ten thousand numbers each writer holds hundreds of MB while it writes.
    let pages = pdf::write(&document, fonts, &PdfChoice::default())?.bytes;
    let word = docx::write(&document).map_err(|e| internal(e.to_string()))?;
    drop(document);
    let excel = xlsx::write(&so_xlsx::sach(book, office)).map_err(|e| internal(e.to_string()))?;
    Ok(vec![
        Ready { path: path("pdf"), bytes: pages },
        Ready { path: path("docx"), bytes: word },
        Ready { path: path("xlsx"), bytes: excel },
        Ready { path: path("csv"), bytes: csv::viet(book).map_err(|e| internal(e.to_string()))? },
    ])
}
