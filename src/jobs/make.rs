//! One document of a hồ sơ → the bytes of its files, all in memory.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::duong_dan;
use super::load::HoSo;
use crate::compose::compile::Compiler;
use crate::compose::document::Document;
use crate::compose::fonts::Fonts;
use crate::compose::soan::{OwnTemplates, soan};
use crate::diagnostic::Diagnostic;
use crate::layout;
use crate::layout::luong::Chon;
use crate::machine::output::Ready;
use crate::model::VanBan;
use crate::reading::source::{MauRieng, TepNguon};
use crate::rules::soat::dat_cho;
use crate::writers::pdf::{PdfChoice, Phan};
use crate::{writers::docx, writers::pdf};

/// A file format to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    Pdf,
    Docx,
}

/// Which files are wanted of a hồ sơ, and where.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Wanted {
    /// The folder for results; without it that of the hồ sơ.
    #[serde(with = "duong_dan")]
    pub folder: Option<PathBuf>,
    pub formats: Vec<Format>,
    /// Only these documents; all if empty.
    pub only: Vec<String>,
    /// Signature fields in the PDF, signature lines in the Word file.
    pub signature_fields: bool,
    /// Fields where number, day and month are open.
    pub number_fields: bool,
    /// Each appendix as a PDF of its own.
    pub separate_appendices: bool,
}

impl Default for Wanted {
    /// Both formats of all documents.
    fn default() -> Self {
        Self {
            folder: None,
            formats: vec![Format::Pdf, Format::Docx],
            only: Vec::new(),
            signature_fields: false,
            number_fields: false,
            separate_appendices: false,
        }
    }
}

/// What to make, and of what.
pub struct Order<'a> {
    pub formats: &'a [Format],
    /// Documents that were asked for by name; all if empty.
    pub only: &'a [String],
    pub fonts: &'a Fonts,
    /// Compiles the office's own templates.
    pub compiler: &'a dyn Compiler,
    /// What the PDFs have besides their text.
    pub pdf: PdfChoice,
    /// Each appendix as a PDF of its own.
    pub phu_luc_rieng: bool,
}

/// Between a document's name and an appendix's number, in the name of a file that holds the appendix.
pub const PHAN_PHU_LUC: &str = "-phu-luc-";

/// A document of a hồ sơ that has no fault in its data.
pub struct Sound<'a> {
    /// The name of its files, without ending: `dot-1-bao-cao`.
    pub ten: &'a str,
    pub van_ban: &'a VanBan,
    pub mau: &'a MauRieng,
    /// What it was read from.
    pub tep: Vec<&'a TepNguon>,
}

/// The files of a document, and what there is to say of its pages.
pub struct DaSoan {
    pub tep: Vec<Ready>,
    pub canh_bao: Vec<Diagnostic>,
}

/// What there is to say of the pages of a document that is not made into a PDF.
pub fn trang_co_gi(document: &Document, fonts: &Fonts) -> Result<Vec<Diagnostic>, Vec<Diagnostic>> {
    let pages = layout::trang(document, fonts, Chon::default());
    let ten = &document.thong_tin.tieu_de;
    layout::trong_giay::kiem(&pages, document.the_thuc.le_duoi_mm, ten)?;
    Ok(layout::tu_dai::xem(&pages, ten))
}

impl<'a> Order<'a> {
    /// What a request asks for.
    pub fn of(wanted: &'a Wanted, fonts: &'a Fonts, compiler: &'a dyn Compiler) -> Self {
        let (o_ky, o_so_ngay) = (wanted.signature_fields, wanted.number_fields);
        Self {
            formats: &wanted.formats,
            only: &wanted.only,
            fonts,
            compiler,
            pdf: PdfChoice { o_ky, o_so_ngay, ..PdfChoice::default() },
            phu_luc_rieng: wanted.separate_appendices,
        }
    }

    /// The sound documents of a hồ sơ that were asked for.
    pub fn pick<'h>(&self, ho_so: &'h HoSo) -> Vec<Sound<'h>> {
        let names: Vec<&str> = ho_so.ket_qua.van_ban.iter().map(|t| t.ten.as_str()).collect();
        ho_so
            .ket_qua
            .van_ban
            .iter()
            .filter(|t| self.only.is_empty() || self.only.iter().any(|o| asked(o, &t.ten, &names)))
            .filter_map(|t| {
                let tep = ho_so.tep.iter().collect();
                Some(Sound { ten: &t.ten, van_ban: t.van_ban.as_ref()?, mau: &ho_so.mau, tep })
            })
            .collect()
    }

    /// The names in `only` that no document of the hồ sơ answers to.
    pub fn unknown<'o>(&'o self, ho_so: &HoSo) -> Vec<&'o str> {
        let names: Vec<&str> = ho_so.ket_qua.van_ban.iter().map(|t| t.ten.as_str()).collect();
        let nobody = |o: &&String| !names.iter().any(|ten| asked(o, ten, &names));
        self.only.iter().filter(nobody).map(String::as_str).collect()
    }

    /// The files of one document, to be written into `folder`.
    pub fn files(&self, sound: &Sound, folder: &Path) -> Result<DaSoan, Vec<Diagnostic>> {
        let own = OwnTemplates { files: sound.mau, compiler: self.compiler };
        let placed = |found| dat_cho(found, sound.tep.iter().copied());
        let document = soan(sound.van_ban, self.fonts, Some(own)).map_err(placed)?;
        let path = |ending| folder.join(format!("{}.{ending}", sound.ten));
        let (mut ready, mut canh_bao) = (Vec::new(), Vec::new());
        if self.formats.contains(&Format::Pdf) {
            for (ten, phan) in self.parts(sound.ten, document.phu_luc.len()) {
                let choice = PdfChoice { phan, ..self.pdf.clone() };
                let made = pdf::write(&document, self.fonts, &choice).map_err(placed)?;
                let tep = format!("{ten}.pdf");
                if !made.vi_tri.is_empty() {
                    let bytes = pdf::vi_tri_json(&tep, &made.vi_tri);
                    ready.push(Ready { path: folder.join(format!("{ten}.o-ky.json")), bytes });
                }
                ready.push(Ready { path: folder.join(tep), bytes: made.bytes });
                canh_bao.extend(made.canh_bao);
            }
        } else {
            canh_bao = trang_co_gi(&document, self.fonts).map_err(placed)?;
        }
        if self.formats.contains(&Format::Docx) {
            let bytes = docx::write_with(&document, self.pdf.o_ky).map_err(|fault| {
                let message = format!("lỗi của chương trình khi làm Word: {fault}");
                vec![Diagnostic::error("internal", message)]
            })?;
            ready.push(Ready { path: path("docx"), bytes });
        }
        Ok(DaSoan { tep: ready, canh_bao: placed(canh_bao) })
    }

    /// The PDFs of the document `ten`, by name: one with all in it, or the appendices apart.
    fn parts(&self, ten: &str, phu_luc: usize) -> Vec<(String, Phan)> {
        if !self.phu_luc_rieng {
            return vec![(ten.to_owned(), Phan::ToanBo)];
        }
        let appendix =
            |i: usize| (format!("{ten}{PHAN_PHU_LUC}{}", i.saturating_add(1)), Phan::PhuLuc(i));
        let main = (ten.to_owned(), Phan::VanBan);
        std::iter::once(main).chain((0..phu_luc).map(appendix)).collect()
    }
}

/// Whether `only` means the document `ten`: its whole name, or, if none is called so, whole words of it
/// (`dot-1`, `bao-cao`).
pub(super) fn asked(only: &str, ten: &str, names: &[&str]) -> bool {
    if names.contains(&only) {
        return only == ten;
    }
    !only.is_empty() && format!("-{ten}-").contains(&format!("-{only}-"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_name_comes_before_words_of_one() {
        let names = ["ke-hoach", "dot-1-ke-hoach-chi-tiet", "dot-1-bao-cao", "dot-10-bao-cao"];
        let picked = |only: &str| -> Vec<&str> {
            names.into_iter().filter(|ten| asked(only, ten, &names)).collect()
        };
        assert_eq!(picked("ke-hoach"), ["ke-hoach"]);
        assert_eq!(picked("dot-1"), ["dot-1-ke-hoach-chi-tiet", "dot-1-bao-cao"]);
        assert_eq!(picked("bao-cao"), ["dot-1-bao-cao", "dot-10-bao-cao"]);
        assert!(picked("ba").is_empty() && picked("").is_empty());
    }
}
