//! Builds the new hồ sơ in memory and reads its Word file back.

use std::sync::Arc;

use super::tu_san::TuSan;
use super::van_ban::HoSoMoi;
use crate::compose::document::Document;
use crate::compose::soan::{OwnTemplates, soan};
use crate::diagnostic::Diagnostic;
use crate::jobs::load::{self, Loaded};
use crate::jobs::means::Means;
use crate::model::VanBan;
use crate::reading::source::{self, HoSoNguon, MauRieng, TepMau, TepNguon};
use crate::rules::check::check;
use crate::rules::soat::dat_cho;
use crate::word::doc_word::{self, TepWord};
use crate::writers::docx;

/// The paper, as the Word file that the new hồ sơ makes, with what is to be told of its day; or what is wrong with the
/// hồ sơ.
pub fn dung(
    moi: &HoSoMoi,
    tu: Option<&TuSan>,
    loaded: &Loaded,
    means: &Means,
) -> Result<(TepWord, Vec<Diagnostic>), Vec<Diagnostic>> {
    let (document, told) = van_ban(moi, tu, loaded, means)?;
    let internal = |why: String| vec![Diagnostic::error("internal", why)];
    let bytes = docx::write_with(&document, false)
        .map_err(|fault| internal(format!("lỗi của chương trình khi làm Word: {fault}")))?;
    let word = doc_word::doc(&bytes);
    word.map(|word| (word, told))
        .map_err(|why| internal(format!("lỗi của chương trình: tệp Word vừa soạn {why}")))
}

/// The paper as it is laid out; an old one is told to be older than its rules.
pub fn van_ban(
    moi: &HoSoMoi,
    tu: Option<&TuSan>,
    loaded: &Loaded,
    means: &Means,
) -> Result<(Document, Vec<Diagnostic>), Vec<Diagnostic>> {
    let mut nguon = nguon(moi)?;
    if let Some(tu) = tu.filter(|_| moi.mau_rieng.is_none()) {
        nguon.mau = tu.mau.clone();
        load::them_mau(&mut nguon, &tu.thu_muc, &loaded.mau);
    }
    let found = check(&nguon, &|c| loaded.fonts.has(c));
    let van_ban: Option<&VanBan> =
        found.van_ban.iter().find(|t| t.ten == moi.ten).and_then(|t| t.van_ban.as_ref());
    let Some(van_ban) = van_ban else {
        return Err(found.diagnostics.into_iter().filter(Diagnostic::is_error).collect());
    };
    let own = OwnTemplates { files: &nguon.mau, compiler: means.compiler };
    let placed = |found| dat_cho(found, nguon.tep.iter());
    let document = soan(van_ban, &loaded.fonts, Some(own)).map_err(placed)?;
    let old = |found: &Diagnostic| found.code == "before-rules";
    Ok((document, found.diagnostics.into_iter().filter(old).collect()))
}

/// The files as if they had been read from a folder.
fn nguon(moi: &HoSoMoi) -> Result<HoSoNguon, Vec<Diagnostic>> {
    let mut out = HoSoNguon { ten: moi.ten.clone(), ..HoSoNguon::default() };
    let mut mau = MauRieng::default();
    for (ten, bytes) in moi.co_san.iter().chain(&moi.tep) {
        if let Some(inside) = ten.strip_prefix("mau/") {
            let tep = TepNguon::decode_text(ten, bytes)?;
            mau.tep.insert(
                inside.to_owned(),
                TepMau { ten: ten.clone(), text: Some(tep.text), cua_ho_so: true },
            );
        } else if ten.ends_with(".yaml") {
            out.tep.push(TepNguon::decode(ten, bytes)?);
        } else {
            out.anh.insert(ten.clone(), source::anh(ten, bytes.clone()).map(Arc::new));
        }
    }
    out.mau = mau;
    Ok(out)
}
