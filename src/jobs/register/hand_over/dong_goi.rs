//! The package and what goes beside it, written into a folder that takes its name at the end.
//!
//! The package for the archive is a folder of its own, of the circular's form and nothing else. Beside it lie the minutes, which
//! bear its mark and so can't be in it, and the list of digests that the mark is of. Either is proven without the other.

use std::path::Path;

use crate::compose::document::Document;
use crate::compose::fonts::Fonts;
use crate::diagnostic::Diagnostic;
use crate::jobs::{Means, Outcome, load};
use crate::machine::output::{NewFolder, not_ours};
use crate::machine::paths::inside;
use crate::records::nop_luu::goi_tin::{GoiTin, KEM, goi_tin};
use crate::records::nop_luu::{BangKeNop, HoSoNop, TEP_BANG_KE, TEP_DU_LIEU, du_lieu};
use crate::writers::pdf::PdfChoice;
use crate::{writers::docx, writers::pdf};

/// Its name; the list of digests can't list what bears the list's own mark.
pub(super) const BIEN_BAN: &str = "bien-ban-giao-nhan";

/// Writes all of it. A package that is there stays as it is.
pub(super) fn dong_goi(
    ho_so: &HoSoNop,
    folder: &Path,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    let fonts = load::fonts(None).map_err(one)?;
    let mut kem: Vec<(String, Vec<u8>)> = vec![(TEP_DU_LIEU.to_owned(), du_lieu(ho_so))];
    for (ten, document) in ho_so.giay(&fonts)? {
        kem.extend(hai_tep(ten, &document, &fonts)?);
    }
    let lists: Vec<String> = kem.iter().map(|(ten, _)| ten.clone()).collect();
    let goi = goi_tin(ho_so, kem).map_err(one)?;
    let all = trong_goi(&goi, ho_so);
    let list =
        BangKeNop::cua(&ho_so.tieu_de, all.iter().map(|(ten, bytes)| (ten.as_str(), *bytes)));
    let list = list.viet();
    let dau = BangKeNop::dau(&list);
    let minutes = hai_tep(BIEN_BAN, &ho_so.bien_ban((&dau, &goi.ten), &fonts)?, &fonts)?;
    let may_go = |there: &Path| Err(not_ours(there, "gói đã nộp thì không thay"));
    let mut new = NewFolder::begin(folder, &may_go).map_err(one)?;
    for (ten, bytes) in &all {
        means.progress.more(0);
        new.add(ten, bytes).map_err(one)?;
    }
    for (ten, bytes) in &minutes {
        new.add(ten, bytes).map_err(one)?;
    }
    new.add(TEP_BANG_KE, &list).map_err(one)?;
    new.finish().map_err(one)?;
    let lists = lists.iter().map(|ten| inside(folder, &format!("{}/{KEM}{ten}", goi.ten)));
    let printed = minutes.iter().map(|(ten, _)| inside(folder, ten));
    outcome.made.extend(lists.chain(printed).chain([inside(folder, TEP_BANG_KE)]));
    outcome.lines.push(format!(
        "đã đóng gói {} văn bản, {} tệp vào {}; dấu của gói: {dau}; mã gói: {}",
        ho_so.tai_lieu.len(),
        ho_so.so_tep(),
        folder.display(),
        goi.ten
    ));
    Ok(())
}

/// Every file of the package, the papers among them, by its path beside the minutes.
fn trong_goi<'a>(goi: &'a GoiTin, ho_so: &'a HoSoNop) -> Vec<(String, &'a [u8])> {
    let own = goi.tep.iter().map(|(ten, bytes)| (ten.as_str(), bytes.as_slice()));
    let papers = ho_so.tai_lieu.iter().flat_map(|one| &one.tep);
    let papers = papers.map(|tep| (tep.ten.as_str(), tep.bytes.as_slice()));
    own.chain(papers).map(|(ten, bytes)| (format!("{}/{ten}", goi.ten), bytes)).collect()
}

fn hai_tep(
    ten: &str,
    document: &Document,
    fonts: &Fonts,
) -> Result<Vec<(String, Vec<u8>)>, Vec<Diagnostic>> {
    let word = docx::write(document)
        .map_err(|e| vec![Diagnostic::error("internal", format!("{ten}: {e}"))])?;
    let pages = pdf::write(document, fonts, &PdfChoice::default())?.bytes;
    Ok(vec![(format!("{ten}.pdf"), pages), (format!("{ten}.docx"), word)])
}
