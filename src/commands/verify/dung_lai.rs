//! Builds an issued document again, from the YAML that was kept and the number and date of its record.

use std::collections::BTreeMap;
use std::path::Path;

use super::phat_hanh::Cay;
use crate::check::check;
use crate::cli::Format;
use crate::commands::ban_ghi::{BAN_GHI, BanGhi, NGUON};
use crate::commands::make::{Order, Sound};
use crate::diagnostic::Diagnostic;
use crate::render::fonts::Fonts;
use crate::source;

/// The files that the kept YAML makes, under the names that they have in the folder.
pub fn dung_lai(
    folder: &Path,
    cay: &Cay,
    fonts: &Fonts,
) -> Result<BTreeMap<String, Vec<u8>>, Vec<Diagnostic>> {
    let record = cay.get(BAN_GHI).and_then(Option::as_deref).and_then(BanGhi::doc);
    let Some(record) = record else {
        let message = format!("{} không đọc được", folder.join(BAN_GHI).display());
        return Err(vec![
            Diagnostic::error("bad-manifest", message).hint("lấy lại tệp từ bản lưu"),
        ]);
    };
    let nguon = source::read_ho_so(&folder.join(NGUON))?;
    let ket_qua = check(&nguon, &|c| fonts.has(c));
    let own = ket_qua.van_ban.into_iter().find(|t| t.ten == record.van_ban);
    let Some(mut van_ban) = own.and_then(|t| t.van_ban) else {
        let message = format!(
            "nguồn đã lưu ở {} không dựng lại được văn bản “{}”",
            folder.join(NGUON).display(),
            record.van_ban
        );
        let faults = ket_qua.diagnostics.into_iter().filter(Diagnostic::is_error);
        let own =
            Diagnostic::error("rebuilt-differs", message).hint("lấy lại các tệp YAML từ bản lưu");
        return Err(std::iter::once(own).chain(faults).collect());
    };
    record.dien(&mut van_ban);
    let stem = cay.keys().find_map(|ten| ten.strip_suffix(".pdf").filter(|ten| !ten.contains('/')));
    let ten = stem.unwrap_or(&record.van_ban);
    let order = Order { formats: &[Format::Pdf, Format::Docx], only: &[], fonts };
    let files = order.files(&Sound { ten, van_ban: &van_ban }, Path::new(""))?;
    Ok(files.into_iter().map(|file| (file.path.display().to_string(), file.bytes)).collect())
}
