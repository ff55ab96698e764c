//! `check`: load → check → render; writes nothing, unless what is sure is to be put right.

use super::{Report, fix, load};
use crate::compose::compile::Compiler;
use crate::compose::soan::{OwnTemplates, soan};
use crate::faces::cli::CheckArgs;
use crate::rules::soat::dat_cho;

/// Reads and checks all, words and templates included; writes nothing, unless what is sure about the
/// text is to be put right first.
pub fn check(args: &CheckArgs, compiler: &dyn Compiler) -> Report {
    let mut report = Report::default();
    let fonts = match load::fonts(args.common.fonts.as_deref()) {
        Ok(fonts) => fonts,
        Err(fault) => return Report::of(fault),
    };
    if args.fix {
        args.ho_so.iter().for_each(|path| fix::fix(path, &fonts, &mut report));
    }
    let (mau_chung, found) = match load::mau_chung(args.common.mau.as_deref()) {
        Ok(read) => read,
        Err(fault) => return Report::of(fault),
    };
    report.diagnostics.extend(found);
    let (all, faults) = load::each(&args.ho_so, &fonts, &mau_chung);
    report.diagnostics.extend(faults);
    for ho_so in &all {
        report.diagnostics.extend(ho_so.ket_qua.diagnostics.iter().cloned());
        report.notes.extend(ho_so.ket_qua.ghi_chu.iter().cloned());
        let own = OwnTemplates { files: &ho_so.mau, compiler };
        for van_ban in ho_so.ket_qua.van_ban.iter().filter_map(|t| t.van_ban.as_ref()) {
            let found = soan(van_ban, &fonts, Some(own)).err().unwrap_or_default();
            report.diagnostics.extend(dat_cho(found, &ho_so.tep));
        }
    }
    let sure = report.diagnostics.iter().filter(|d| !d.fix.is_empty()).count();
    if sure > 0 {
        report.notes.push(format!("{sure} phát hiện sửa được bằng lệnh: vanthu check --fix"));
    }
    report
}
