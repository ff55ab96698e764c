//! `incoming print`: a year's book as PDF, Word, Excel and CSV.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::opened::{IncomingPlace, doc_lanh, kho_den};
use crate::compose::document::Document;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::jobs::{Outcome, duong_dan, giu_ban_sua, load};
use crate::machine::output::{self, Ready};
use crate::model::CoQuan;
use crate::records::so_den::{SachDen, in_so_den, viet_csv, xlsx_den};
use crate::writers::pdf::PdfChoice;
use crate::writers::{docx, pdf, xlsx};

/// Which book is to be printed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PrintIncomingRequest {
    pub nam: i32,
    /// The folder for results; without it that of the register.
    #[serde(with = "duong_dan")]
    pub output: Option<PathBuf>,
    /// The four files of Times New Roman; without it the bundled twin.
    #[serde(with = "duong_dan")]
    pub fonts: Option<PathBuf>,
    pub place: IncomingPlace,
}

pub(super) fn print(
    request: &PrintIncomingRequest,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let (kho, _) = kho_den(&request.place);
    ghi(cac_tep(request)?, request.output.as_deref(), &kho.tep_so(), outcome)
}

/// The year's book in all its formats, by name.
pub fn cac_tep(request: &PrintIncomingRequest) -> Result<Vec<Ready>, Vec<Diagnostic>> {
    let (kho, offices) = kho_den(&request.place);
    let doc = doc_lanh(&kho)?;
    let fonts = load::fonts(request.fonts.as_deref()).map_err(|fault| vec![fault])?;
    let (nam, mat) = (request.nam, request.place.mat);
    let Some(sach) = SachDen::cua_nam(&doc.cai, nam, mat, &doc.so.cuoi_so()) else {
        let message = format!("sổ văn bản đến không có số nào của năm {}", request.nam);
        return Err(vec![
            Diagnostic::error("wrong-use", message).hint("xem các số đến: vanthu incoming list"),
        ]);
    };
    let document = in_so_den(&sach, co_quan(&offices)?, &fonts)?;
    let name = format!("so-van-ban-{}den-{nam}", if mat { "mat-" } else { "" });
    let mut files = hai_tep(&document, &name, &fonts)?;
    let excel =
        xlsx::write(&xlsx_den(&sach, co_quan(&offices)?)).map_err(|e| hong(&e.to_string()))?;
    files.push(Ready { path: format!("{name}.xlsx").into(), bytes: excel });
    let csv = viet_csv(&sach).map_err(|e| hong(&e.to_string()))?;
    files.push(Ready { path: format!("{name}.csv").into(), bytes: csv });
    Ok(files)
}

/// The office whose name stands on what is printed.
pub(super) fn co_quan(offices: &[CoQuan]) -> Result<&CoQuan, Vec<Diagnostic>> {
    offices.first().ok_or_else(|| {
        vec![
            Diagnostic::error("missing-office", "không thấy tệp của cơ quan để lấy tên")
                .hint("chỉ ra thư mục hồ sơ có co-quan.yaml: --ho-so THU_MUC"),
        ]
    })
}

/// A document as PDF and Word, by its name.
pub(super) fn hai_tep(
    document: &Document,
    name: &str,
    fonts: &Fonts,
) -> Result<Vec<Ready>, Vec<Diagnostic>> {
    let pages = pdf::write(document, fonts, &PdfChoice::default())?.bytes;
    let word = docx::write(document).map_err(|e| hong(&e.to_string()))?;
    Ok(vec![
        Ready { path: format!("{name}.pdf").into(), bytes: pages },
        Ready { path: format!("{name}.docx").into(), bytes: word },
    ])
}

/// Writes files into the folder that was asked for, or beside the book.
pub(super) fn ghi(
    files: Vec<Ready>,
    output: Option<&Path>,
    tep_so: &Path,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let beside = tep_so.parent().map(Path::to_owned).unwrap_or_default();
    let folder = output.map_or(beside, Path::to_owned);
    let at = |file: Ready| Ready { path: folder.join(file.path), ..file };
    let ready: Vec<Ready> = files.into_iter().map(at).collect();
    let kept = giu_ban_sua::ghi(&ready, output::write_all).map_err(|fault| vec![fault])?;
    outcome.diagnostics.extend(kept);
    outcome.made.extend(ready.into_iter().map(|file| file.path));
    Ok(())
}

fn hong(what: &str) -> Vec<Diagnostic> {
    vec![Diagnostic::error("internal", format!("lỗi của chương trình khi in sổ: {what}"))]
}
