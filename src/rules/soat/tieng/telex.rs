//! Keys of the Telex way of typing that stayed on the page: `dduowcj` was to be `được`.

use super::dat_dau::{KieuDau, ghep};
use super::hop_le;
use super::thanh::Thanh;

/// Keys of the longest syllable, `nghieengs` with each command typed twice; what is longer is no syllable.
const PHIM_NHIEU_NHAT: usize = 16;

/// The syllable that the keys were to write, and how many of the keys were commands. None if the
/// keys give no syllable.
pub fn giai(phim: &str, kieu: KieuDau) -> Option<(String, usize)> {
    if phim.len() > PHIM_NHIEU_NHAT {
        return None;
    }
    let mut goc: Vec<char> = Vec::new();
    let mut thanh = Thanh::Ngang;
    let mut lenh = 0usize;
    for c in phim.chars() {
        let co_nguyen_am = goc.iter().any(|c| "aăâeêioôơuưy".contains(*c));
        let moi = dau_thanh(c).filter(|_| co_nguyen_am && thanh == Thanh::Ngang);
        if let Some(moi) = moi {
            thanh = moi;
            lenh = lenh.saturating_add(1);
        } else if doi_chu(&mut goc, c) {
            lenh = lenh.saturating_add(1);
        } else {
            goc.push(c);
        }
    }
    let goc: String = goc.into_iter().collect();
    let viet = ghep(&goc, thanh, kieu).filter(|_| lenh > 0 && hop_le(&goc, thanh))?;
    Some((viet, lenh))
}

fn dau_thanh(c: char) -> Option<Thanh> {
    match c {
        's' => Some(Thanh::Sac),
        'f' => Some(Thanh::Huyen),
        'r' => Some(Thanh::Hoi),
        'x' => Some(Thanh::Nga),
        'j' => Some(Thanh::Nang),
        _ => None,
    }
}

/// A key that changes a letter before it.
fn doi_chu(goc: &mut [char], c: char) -> bool {
    if c == 'w' {
        return them_moc(goc);
    }
    let only = goc.len() == 1;
    let Some(last) = goc.last_mut() else { return false };
    let doi = match (*last, c) {
        ('d', 'd') if only => 'đ',
        ('a', 'a') => 'â',
        ('e', 'e') => 'ê',
        ('o', 'o') => 'ô',
        _ => return false,
    };
    *last = doi;
    true
}

/// `w` puts a horn on `u` and `o`, on both of `uo`, or a breve on `a`.
fn them_moc(goc: &mut [char]) -> bool {
    let Some(at) = goc.iter().rposition(|c| "aou".contains(*c)) else { return false };
    let (before, rest) = goc.split_at_mut(at);
    let Some(letter) = rest.first_mut() else { return false };
    let o = *letter == 'o';
    *letter = match *letter {
        'a' => 'ă',
        'o' => 'ơ',
        _ => 'ư',
    };
    if let Some(u) = before.last_mut().filter(|c| o && **c == 'u') {
        *u = 'ư';
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_syllables() {
        for (phim, chu) in [
            ("ddaay", "đây"),
            ("dduowcj", "được"),
            ("tieengs", "tiếng"),
            ("cuar", "của"),
            ("nguowif", "người"),
            ("tieesng", "tiếng"),
            ("truwowngf", "trường"),
            ("hoaf", "hoà"),
        ] {
            assert_eq!(
                giai(phim, KieuDau::Moi).map(|(chu, _)| chu).as_deref(),
                Some(chu),
                "{phim}"
            );
        }
        for phim in ["km", "website", "excel", "text", "anh", "internet", "zoom", "view"] {
            assert_eq!(giai(phim, KieuDau::Moi), None, "{phim}");
        }
    }

    #[test]
    fn what_is_too_long_for_a_syllable_is_none() {
        assert_eq!(giai(&"x".repeat(17), KieuDau::Moi), None);
    }
}
