//! Words that were pasted twice: `Dự án Dự án`, `phê duyệt phê duyệt`.

use super::{Luat, PhamVi, Tim, cac_tu};
use crate::diagnostic::Severity;

/// How many words a doubled phrase has at most.
const NHIEU_NHAT: usize = 4;

/// Phrases that are said twice on purpose.
const NOI_HAI_LAN: &[&str] = &["từng bước", "lần lượt", "mãi mãi", "đời đời", "muôn năm"];

pub static LAP_CUM: Luat = Luat {
    ma: "VT610",
    ten: "Gõ lặp một cụm từ",
    muc: Severity::Warning,
    can_cu: "Chính tả tiếng Việt",
    giai_thich: "Một cụm từ đứng hai lần liền nhau, thường do chép dán: “Dự án Dự án”, “phê duyệt phê duyệt”.",
    sai: "quyết định phê duyệt phê duyệt kế hoạch",
    dung: "quyết định phê duyệt kế hoạch",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: |doan, _| {
        let tu = cac_tu(doan);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tu.len() {
            let Some(count) = (2..=NHIEU_NHAT).find(|n| lap(doan.chu(), &tu, at, *n)) else {
                at = at.saturating_add(1);
                continue;
            };
            let mut end = at.saturating_add(count).saturating_add(count);
            // However often it stands there, it is told once.
            while lap(doan.chu(), &tu, end.saturating_sub(count), count) {
                end = end.saturating_add(count);
            }
            let ends = tu.get(at).zip(tu.get(end.saturating_sub(1)));
            if let Some(((first, _), (last, _))) = ends {
                let cho = first.start..last.end;
                let phrase = tu.get(at.saturating_add(count).saturating_sub(1));
                let words = doan.lay(&(cho.start..phrase.map_or(cho.end, |(last, _)| last.end)));
                let loi = format!("“{words}”: cụm từ gõ lặp liền nhau");
                found.push(Tim::xem(cho, loi, "bỏ bớt một lần, nếu đúng là gõ thừa"));
            }
            at = end;
        }
        found
    },
};

/// Whether `n` words from `at` on stand there again, with nothing but spaces between.
fn lap(text: &str, tu: &[(std::ops::Range<usize>, &str)], at: usize, n: usize) -> bool {
    let next = at.saturating_add(n);
    let (Some(first), Some(second)) = (tu.get(at..next), tu.get(next..next.saturating_add(n)))
    else {
        return false;
    };
    // Nearly no text gets past this: whatever costs more comes after it.
    if !first.iter().zip(second).all(|((_, a), (_, b))| a == b) {
        return false;
    }
    let words = first.iter().all(|(_, word)| word.chars().all(char::is_alphabetic));
    let all = tu.get(at..next.saturating_add(n)).unwrap_or_default();
    let close = all.windows(2).all(|pair| match pair {
        [(a, _), (b, _)] => {
            text.get(a.end..b.start).is_some_and(|gap| gap.chars().all(|c| c == ' '))
        }
        _ => true,
    });
    let phrase = first.iter().map(|(_, word)| word.to_lowercase()).collect::<Vec<_>>().join(" ");
    words && close && !NOI_HAI_LAN.contains(&phrase.as_str())
}
