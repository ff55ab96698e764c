//! `build` and `check`: load → check → render → write.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::fix;
use super::load::{self, HoSo};
use super::make::Order;
use super::{Progress, Report};
use crate::cli::{BuildArgs, CheckArgs};
use crate::diagnostic::Diagnostic;
use crate::output;
use crate::render::compile::Compiler;
use crate::render::soan::{OwnTemplates, soan};

/// Makes every document that it can; one with a fault stops nothing but itself.
pub fn build(args: &BuildArgs, progress: &dyn Progress, compiler: &dyn Compiler) -> Report {
    let mut report = Report::default();
    let fonts = match load::fonts(args.common.fonts.as_deref()) {
        Ok(fonts) => fonts,
        Err(fault) => return Report::of(fault),
    };
    let order = Order::of(&args.out, &fonts, compiler);
    let (mau_chung, found) = match load::mau_chung(args.common.mau.as_deref()) {
        Ok(read) => read,
        Err(fault) => return Report::of(fault),
    };
    report.diagnostics.extend(found);
    let (all, faults) = load::each(&args.ho_so, &fonts, &mau_chung);
    report.diagnostics.extend(faults);
    let folders = match targets(&all, args) {
        Ok(folders) => folders,
        Err(fault) => return Report::of(fault),
    };
    for (ho_so, folder) in all.iter().zip(folders) {
        build_one(ho_so, &folder, &order, progress, &mut report);
    }
    progress.end();
    report
}

fn build_one(
    ho_so: &HoSo,
    folder: &Path,
    order: &Order,
    progress: &dyn Progress,
    report: &mut Report,
) {
    let found = ho_so.ket_qua.diagnostics.iter().filter(|d| !d.is_note());
    report.diagnostics.extend(found.cloned());
    report.notes.extend(ho_so.ket_qua.ghi_chu.iter().cloned());
    for name in order.unknown(ho_so) {
        report.diagnostics.push(unknown_document(name, ho_so));
    }
    let sound = order.pick(ho_so);
    progress.more(sound.len());
    for document in &sound {
        progress.next(document.ten);
        let written = order.files(document, folder).and_then(|ready| {
            output::write_all(&ready).map_err(|fault| vec![fault])?;
            Ok(ready)
        });
        match written {
            Ok(ready) => report.lines.extend(ready.iter().map(|f| f.path.display().to_string())),
            Err(faults) => report.diagnostics.extend(faults),
        }
    }
}

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
            report.diagnostics.extend(soan(van_ban, &fonts, Some(own)).err().unwrap_or_default());
        }
    }
    let sure = report.diagnostics.iter().filter(|d| !d.fix.is_empty()).count();
    if sure > 0 {
        report.notes.push(format!("{sure} phát hiện sửa được bằng lệnh: vanthu check --fix"));
    }
    report
}

/// Where each hồ sơ's files go: beside its YAML, or into `-o`; with several, each into a folder of its
/// name. Two that would share a folder stop the run before anything is written.
fn targets(all: &[HoSo], args: &BuildArgs) -> Result<Vec<PathBuf>, Diagnostic> {
    let several = args.ho_so.len() > 1;
    let target = |ho_so: &HoSo| match &args.out.output {
        None => ho_so.thu_muc.clone(),
        Some(dir) if several => dir.join(&ho_so.ten),
        Some(dir) => dir.clone(),
    };
    let folders: Vec<PathBuf> = all.iter().map(target).collect();
    let mut taken: BTreeMap<&Path, &Path> = BTreeMap::new();
    for (ho_so, folder) in all.iter().zip(&folders) {
        let other = taken.insert(folder, &ho_so.duong_dan);
        if let Some(other) = other.filter(|_| args.out.output.is_some()) {
            let message = format!(
                "{} và {} cùng ghi vào {}",
                other.display(),
                ho_so.duong_dan.display(),
                folder.display()
            );
            return Err(Diagnostic::error("wrong-use", message)
                .hint("đổi tên một thư mục hồ sơ, hoặc soạn từng hồ sơ với -o khác nhau"));
        }
    }
    Ok(folders)
}

fn unknown_document(name: &str, ho_so: &HoSo) -> Diagnostic {
    let names: Vec<&str> = ho_so.ket_qua.van_ban.iter().map(|t| t.ten.as_str()).collect();
    Diagnostic::error("wrong-use", format!("hồ sơ “{}” không có văn bản “{name}”", ho_so.ten))
        .hint(format!("các văn bản: {}", names.join(", ")))
}
