//! Keys of Telex left on the page: `ddaay`, `dduowcj`, `tieengs`, `cuar`.

use std::ops::Range;

use super::{BoiCanh, Luat, PhamVi, Tim, cac_tu};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;
use crate::rules::soat::tieng::{KieuDau, giai_telex};

/// Words of English whose letters happen to be keys of a Vietnamese syllable.
#[rustfmt::skip]
const TIENG_ANH: &[&str] = &[
    "as", "bar", "bars", "bass", "bees", "beer", "been", "best", "book", "boom", "boost", "boots", "boss", "bow",
    "box", "bus", "buzz", "car", "cars", "cast", "chef", "coop", "cost", "cow", "dawn", "deep", "deer", "door",
    "doors", "down", "draw", "east", "eggs", "fast", "fax", "for", "gas", "goods", "has", "her", "his", "hoops", "host",
    "how", "if", "is", "its", "keen", "keep", "keeps", "kiss", "last", "law", "lawn", "laws", "less", "list", "loop",
    "loops", "loss", "lost", "low", "luxe", "mass", "max", "meet", "mix", "moon", "most", "moss", "must", "need", "new",
    "news", "noon", "now", "of", "or", "own", "paradox", "pass", "past", "peer", "peers", "pens", "plus", "pool", "poor",
    "post", "pros", "raw", "rest", "roof", "room", "rooms", "root", "roots", "row", "saw", "see", "seed", "seem", "seen",
    "sees", "sex", "six", "soon", "tax", "taxi", "teen", "teens", "test", "tests", "text", "tips", "toos", "too", "tools",
    "tour", "tours", "town", "towns", "us", "user", "view", "visa", "vest", "vs", "was", "west", "yes", "zoom",
];

pub static TELEX: Luat = Luat {
    ma: "VT606",
    ten: "Phím gõ Telex còn sót",
    muc: Severity::Warning,
    can_cu: "Chính tả tiếng Việt",
    giai_thich: "Bộ gõ bị tắt khi đang gõ nên phím điều khiển (s, f, r, x, j, w, chữ đôi) nằm lại trong từ.",
    sai: "kế hoạch dduowcj gửi các ddown vị",
    dung: "kế hoạch được gửi các đơn vị",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: telex,
};

fn telex(doan: &Doan, boi_canh: &BoiCanh) -> Vec<Tim> {
    let tu = cac_tu(doan);
    let ke = |i: Option<usize>| i.and_then(|i| tu.get(i)).map_or("", |(_, chu)| *chu);
    let found = tu.iter().enumerate().filter_map(|(i, (cho, chu))| {
        let lower = chu.to_lowercase();
        let phim = chu.chars().all(|c| c.is_ascii_alphabetic());
        let hoa = chu.chars().skip(1).any(char::is_uppercase);
        if co_oo(&lower)
            || !phim
            || hoa
            || chu.len() < 3
            || TIENG_ANH.contains(&lower.as_str())
            || dinh(doan, cho)
        {
            return None;
        }
        let (dung, lenh) = giai_telex(&lower, boi_canh.kieu_dau.unwrap_or(KieuDau::Moi))?;
        // One command may be chance; then the words beside it must be Vietnamese.
        let (truoc, sau) = (ke(i.checked_sub(1)), ke(i.checked_add(1)));
        let viet = |tu: &str| {
            tu.is_empty()
                || !tu.is_ascii()
                || crate::rules::soat::tieng::la_tieng(&tu.to_lowercase())
        };
        let co_dau = !truoc.is_ascii() || !sau.is_ascii();
        let chac = lower.starts_with("dd") || lenh >= 2;
        // No name of another language begins so.
        let rieng = lower.starts_with("dd") || lower.starts_with("ng") && lenh >= 2;
        let thuong = !super::bat_dau_hoa(chu) || rieng || lenh >= 3;
        if !thuong || !(chac || co_dau) || !(viet(truoc) && viet(sau)) && lenh < 3 {
            return None;
        }
        let dung = if super::bat_dau_hoa(chu) { super::hoa_dau(&dung) } else { dung };
        let loi = format!("“{chu}” còn phím gõ Telex: “{dung}”");
        // What may be a word of its own is for the clerk to judge.
        Some(match chac {
            true => Tim::thay(cho.clone(), loi, dung),
            false => {
                Tim::xem(cho.clone(), loi, format!("gõ lại thành “{dung}” nếu đúng là gõ sót"))
            }
        })
    });
    found.collect()
}

/// `xoong`, `boong`, `coong`, `soóc` typed without its mark: syllables of Vietnamese with a long o.
fn co_oo(lower: &str) -> bool {
    let rhyme = ["oong", "ooc"].iter().find_map(|rhyme| lower.strip_suffix(rhyme));
    rhyme.is_some_and(|initial| !initial.starts_with("dd"))
}

/// Part of an address, a file's name or a compound.
fn dinh(doan: &Doan, cho: &Range<usize>) -> bool {
    let noi = ['-', '.', '/', '_', '@', '\'', '’', '\\', '#'];
    let sau = doan.sau(cho.end);
    doan.truoc(cho.start).ends_with(noi)
        || sau.starts_with(noi) && sau.chars().nth(1).is_some_and(char::is_alphanumeric)
}
