//! The files of a paper that was made elsewhere: Word and PDF, kept byte for byte.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::reading::source;
use crate::records::phat_hanh::goi::ten_khong_dau;
use crate::records::so_dang_ky::SoHieu;
use crate::word::doc_pdf::{DocPdf, LoiPdf, TepPdf};
use crate::word::doc_word::{self, TepWord};
use crate::writers::pdf::la_pdf;

/// The largest of them, in MiB: what is kept is read back whole by every check.
const TEP_MIB: usize = 60;
/// All of a paper's, together: a job has half a thousand.
const CA_MIB: usize = 120;
/// So many belong to one paper at most.
const NHIEU_NHAT: usize = 20;

/// A file as it was handed in.
pub struct Tep {
    /// Its name before.
    pub goc: String,
    pub duoi: &'static str,
    pub bytes: Vec<u8>,
    pub noi_dung: NoiDung,
}

/// What a file says.
pub enum NoiDung {
    Word(Box<TepWord>),
    /// It may be a scan, or nothing that can be read: it is kept all the same.
    Pdf(Result<TepPdf, LoiPdf>),
}

/// Reads all of them; a fault of each.
pub fn doc(paths: &[PathBuf], doc_pdf: &DocPdf) -> Result<Vec<Tep>, Vec<Diagnostic>> {
    if paths.len() > NHIEU_NHAT {
        let message = format!("một văn bản giữ nhiều nhất {NHIEU_NHAT} tệp");
        let hint = "gộp các trang quét thành một tệp PDF";
        return Err(vec![Diagnostic::error("wrong-use", message).hint(hint)]);
    }
    let (mut all, mut faults, mut size) = (Vec::new(), Vec::new(), 0_usize);
    for path in paths {
        match mot_tep(path, doc_pdf) {
            Ok(tep) => {
                size = size.saturating_add(tep.bytes.len());
                if size > CA_MIB << 20 {
                    let message = format!("các tệp của văn bản cộng lại lớn hơn {CA_MIB} MB");
                    let hint = "quét lại với độ nét thấp hơn, hoặc chỉ giữ bản đã ký";
                    return Err(vec![Diagnostic::error("not-word-or-pdf", message).hint(hint)]);
                }
                all.push(tep);
            }
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

fn mot_tep(path: &Path, doc_pdf: &DocPdf) -> Result<Tep, Vec<Diagnostic>> {
    let bytes = source::read_dinh_kem(path)?;
    let shown = path.display();
    let wrong = |message: String, hint: &str| {
        Err(vec![Diagnostic::error("not-word-or-pdf", message).hint(hint.to_owned())])
    };
    if bytes.len() > TEP_MIB << 20 {
        let hint = "quét lại với độ nét thấp hơn, hoặc tách thành nhiều tệp";
        return wrong(format!("“{shown}” lớn hơn {TEP_MIB} MB"), hint);
    }
    let goc = path.file_name().map(|ten| ten.to_string_lossy().into_owned()).unwrap_or_default();
    if la_pdf(&bytes) {
        let noi_dung = NoiDung::Pdf(doc_pdf.chu(&bytes));
        return Ok(Tep { goc, duoi: "pdf", bytes, noi_dung });
    }
    if !bytes.starts_with(b"PK") {
        let hint =
            "tệp Word đời cũ (.doc) thì lưu lại thành .docx; ảnh chụp, ảnh quét thì lưu thành PDF";
        return wrong(format!("“{shown}” không phải là tệp Word (.docx) hay PDF"), hint);
    }
    match doc_word::doc(&bytes) {
        Ok(word) => {
            // What an old set says is read in Unicode; the file is kept as it is.
            let moi = doc_word::sang_unicode(&word).ok().flatten();
            let noi_dung = NoiDung::Word(Box::new(moi.map_or(word, |moi| moi.word)));
            Ok(Tep { goc, duoi: "docx", bytes, noi_dung })
        }
        Err(why) => {
            let hint = "mở tệp bằng Word hay LibreOffice, lưu lại thành .docx không có mật khẩu";
            wrong(format!("“{shown}” {why}"), hint)
        }
    }
}

/// Their names in the folder: `05-KH-HDND.pdf`, the next one of its ending `05-KH-HDND-2.pdf`.
pub fn cac_ten(tep: &[Tep], so_hieu: &SoHieu) -> Vec<String> {
    let stem = ten_khong_dau(so_hieu);
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    let names = tep.iter().map(|tep| {
        let so = count.entry(tep.duoi).or_default();
        *so = so.saturating_add(1);
        match *so {
            1 => format!("{stem}.{}", tep.duoi),
            so => format!("{stem}-{so}.{}", tep.duoi),
        }
    });
    names.collect()
}
