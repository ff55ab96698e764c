//! YAML → model: any file beside a sound office file.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use vanthu::compose::fonts::Fonts;
use vanthu::reading::source::{HoSoNguon, TepNguon};
use vanthu::rules::check::check;

static FONTS: LazyLock<Fonts> = LazyLock::new(|| Fonts::bundled().unwrap());
const CO_QUAN: &[u8] = include_bytes!("../../data/dong-thap-2023/co-quan.yaml");

fuzz_target!(|data: &[u8]| {
    // The first byte says which file it is.
    let Some((kind, text)) = data.split_first() else { return };
    let name = ["ke-hoach.yaml", "co-quan.yaml", "dot-1.yaml", "danh-ba.yaml"][usize::from(kind % 4)];
    let Ok(tep) = TepNguon::decode(name, text) else { return };
    let mut all = vec![tep];
    if name != "co-quan.yaml" {
        all.extend(TepNguon::decode("co-quan.yaml", CO_QUAN));
    }
    let nguon = HoSoNguon { ten: "thu".into(), tep: all, ..HoSoNguon::default() };
    let _ = check(&nguon, &|c| FONTS.has(c));
});
