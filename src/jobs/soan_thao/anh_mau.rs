//! Ảnh mẫu: the first page of the paper that a kind begins with, in the words of the office; nothing is written.

use std::path::Path;

use crate::compose::compile::Compiler;
use crate::compose::soan::{OwnTemplates, soan};
use crate::jobs::init::{InitRequest, cac_tep};
use crate::jobs::load::{self, Loaded};
use crate::layout;
use crate::layout::luong::Chon;
use crate::reading::source::{self, HoSoNguon, TepNguon, ten_tep};
use crate::rules::check::{check, la_co_quan};
use crate::writers::svg::trang_svg;

/// The picture as SVG; none if the kind can't be made from a file of its own, as a trip can't without its plan.
pub fn anh_mau(
    thu_muc: &Path,
    loai: &str,
    loaded: &Loaded,
    compiler: &dyn Compiler,
) -> Option<String> {
    let request = InitRequest {
        dir: thu_muc.to_owned(),
        co_quan: None,
        mau: Some(loai.to_owned()),
        nhu: None,
        thu_muc_mau: None,
    };
    let (files, _) = cac_tep(&request).ok()?;
    let yaml = files.iter().filter(|file| source::la_yaml(&file.path));
    let read =
        |path: &Path, bytes: &[u8]| TepNguon::decode(&path.display().to_string(), bytes).ok();
    let mut tep: Vec<TepNguon> = yaml.filter_map(|file| read(&file.path, &file.bytes)).collect();
    let there = source::read_ho_so(thu_muc).map(|nguon| nguon.tep).unwrap_or_default();
    let chi = tep.first()?.ten.clone();
    tep.extend(there.into_iter().filter(|tep| la_co_quan(ten_tep(&tep.ten))));
    let mut nguon = HoSoNguon { tep, chi: Some(chi.clone()), ..HoSoNguon::default() };
    load::them_mau(&mut nguon, thu_muc, &loaded.mau);
    let ket_qua = check(&nguon, &|c| loaded.fonts.has(c));
    let van_ban = ket_qua.van_ban.iter().find(|t| t.tep == chi)?.van_ban.as_ref()?;
    let own = OwnTemplates { files: &nguon.mau, compiler };
    let document = soan(van_ban, &loaded.fonts, Some(own)).ok()?;
    let pages = layout::trang(&document, &loaded.fonts, Chon::default());
    Some(trang_svg(pages.trang.first()?, &loaded.fonts))
}
