//! Light Markdown → blocks: every body is parsed, one in sixty-four goes on into both writers.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use vanthu::compose::fonts::Fonts;
use vanthu::compose::soan::soan;
use vanthu::model::{Chu, ThanBai};
use vanthu::reading::source::{HoSoNguon, TepNguon};
use vanthu::rules::check::check;
use vanthu::writers::docx;
use vanthu::writers::pdf::{PdfChoice, write};

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::bundled().unwrap());
const CO_QUAN: &[u8] = include_bytes!("../../data/dong-thap-2023/co-quan.yaml");
const THONG_BAO: &[u8] = "loai: thong_bao\nngay_ban_hanh: 4/5/2026\ntrich_yeu: Kết luận\nnoi_dung: a.md\n\
    noi_nhan: [Như trên]\nluu: VT\nnguoi_ky: chu_tich\n"
    .as_bytes();

// What the first document of a process costs is not the first input's.
fuzz_target!(init: whole("# Mở đầu\n\nMột đoạn.\n"), |data: &[u8]| {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let _ = Chu::parse(text);
    let _ = ThanBai::parse(text);
    if data.len() % 64 == 0 {
        whole(text);
    }
});

fn whole(text: &str) {
    let Ok(md) = TepNguon::decode_text("a.md", text.as_bytes()) else { return };
    let tep = [("co-quan.yaml", CO_QUAN), ("thong-bao.yaml", THONG_BAO)]
        .map(|(name, bytes)| TepNguon::decode(name, bytes).unwrap());
    let nguon = HoSoNguon { tep: tep.into(), md: vec![md], ..HoSoNguon::default() };
    for van_ban in check(&nguon, &|c| FONTS.has(c)).van_ban.into_iter().filter_map(|t| t.van_ban) {
        if let Ok(document) = soan(&van_ban, &FONTS, None) {
            write(&document, &FONTS, &PdfChoice::default()).expect("the layout takes every document");
            docx::write(&document).expect("Word takes every document");
        }
    }
    // Typst's memory would otherwise count as this input's.
    comemo::evict(0);
}
