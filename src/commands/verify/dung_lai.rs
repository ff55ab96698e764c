//! Builds an issued document again, from the YAML that was kept and the number and date of its record.

use std::collections::BTreeMap;
use std::path::Path;

use super::phat_hanh::Cay;
use crate::cli::Format;
use crate::commands::ban_ghi::{BAN_GHI, BanGhi, NGUON};
use crate::commands::load;
use crate::commands::make::Order;
use crate::diagnostic::Diagnostic;
use crate::pdf::PdfChoice;
use crate::render::compile::Compiler;
use crate::render::fonts::Fonts;
use crate::source::MauRieng;

/// What a document is built with, beside its YAML.
pub struct DungCu<'a> {
    pub fonts: &'a Fonts,
    pub mau_chung: &'a MauRieng,
    pub compiler: &'a dyn Compiler,
}

/// The files that the kept YAML makes, under the names that they have in the folder.
pub fn dung_lai(
    folder: &Path,
    cay: &Cay,
    dung_cu: &DungCu,
) -> Result<BTreeMap<String, Vec<u8>>, Vec<Diagnostic>> {
    let record = cay.get(BAN_GHI).and_then(Option::as_deref).and_then(BanGhi::doc);
    let Some(record) = record else {
        let message = format!("{} không đọc được", folder.join(BAN_GHI).display());
        let found = Diagnostic::error("bad-manifest", message).hint("lấy lại tệp từ bản lưu");
        return Err(vec![found]);
    };
    let nguon = folder.join(NGUON);
    let mut ho_so = load::ho_so(&nguon, dung_cu.fonts, dung_cu.mau_chung)?;
    ho_so.ket_qua.van_ban.retain(|t| t.ten == record.van_ban && t.van_ban.is_some());
    let stem = cay.keys().find_map(|ten| ten.strip_suffix(".pdf").filter(|ten| !ten.contains('/')));
    for tai_lieu in &mut ho_so.ket_qua.van_ban {
        stem.unwrap_or(&record.van_ban).clone_into(&mut tai_lieu.ten);
        tai_lieu.van_ban.iter_mut().for_each(|van_ban| record.dien(van_ban));
    }
    let order = Order {
        formats: &[Format::Pdf, Format::Docx],
        only: &[],
        fonts: dung_cu.fonts,
        compiler: dung_cu.compiler,
        pdf: PdfChoice::default(),
        phu_luc_rieng: false,
    };
    let Some(sound) = order.pick(&ho_so).pop() else {
        let message = format!(
            "nguồn đã lưu ở {} không dựng lại được văn bản “{}”",
            nguon.display(),
            record.van_ban
        );
        let own =
            Diagnostic::error("rebuilt-differs", message).hint("lấy lại các tệp YAML từ bản lưu");
        let faults = ho_so.ket_qua.diagnostics.into_iter().filter(Diagnostic::is_error);
        return Err(std::iter::once(own).chain(faults).collect());
    };
    let files = order.files(&sound, Path::new(""))?;
    Ok(files.into_iter().map(|file| (file.path.display().to_string(), file.bytes)).collect())
}
