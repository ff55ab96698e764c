//! Nét sau: words of edited paragraphs that come out of the source in another look than the Word file gives them: bold or
//! italic ones that were typed, and those that stayed beside them. Of a paragraph that nobody edited the looks are told
//! with the edits.

use std::collections::HashSet;

use super::ban_do::phang;
use super::cho_sua::{ChoSua, Loai, chu_cai};
use crate::word::doc_word::dang::{DangChu, DoCao};
use crate::word::doc_word::{Doan, TepWord};
use crate::word::so_sanh::cau::trich;
use crate::word::so_sanh::khop::khop_theo_moc;

/// `goc` is what the source made before, `ra` what it makes now, `moi` the file of whoever edited.
pub fn net_sau(goc: &TepWord, ra: &TepWord, moi: &TepWord) -> Vec<ChoSua> {
    let known: HashSet<String> =
        phang(&goc.khoi).into_iter().map(|doan| chu_cai(&[doan])).collect();
    let (made, wanted) = (cac_doan(ra), cac_doan(moi));
    let keys = |all: &[&Doan]| all.iter().map(|doan| chu_cai(&[doan])).collect::<Vec<_>>();
    let mut out = Vec::new();
    for khop in khop_theo_moc(&keys(&made), &keys(&wanted)).iter().filter(|khop| khop.giong) {
        let made = made.get(khop.cu.clone()).unwrap_or_default();
        let wanted = wanted.get(khop.moi.clone()).unwrap_or_default();
        for (a, b) in made.iter().zip(wanted).filter(|(_, b)| !known.contains(&chu_cai(&[b]))) {
            let words = tu_khac_net(&net_cua(ra, a), &net_cua(moi, b));
            if !words.is_empty() {
                let cau = format!(
                    "chữ đậm, nghiêng, gạch ngang, nâng hạ của {}",
                    trich(&words.join(" … "))
                );
                out.push(ChoSua { noi: b.cho(), cau, loai: Loai::TrinhBay, moi: None });
            }
        }
    }
    out
}

/// The paragraphs of the text; one of a note has its path in another part, where looks are not read.
fn cac_doan(word: &TepWord) -> Vec<&Doan> {
    let own = |doan: &&Doan| !doan.trong() && !doan.noi.vung.starts_with("Chú thích");
    phang(&word.khoi).into_iter().filter(own).collect()
}

/// A sign of a text, and its look: whether it is bold, italic, struck out, where it stands.
type Net = (char, Nhin);
type Nhin = (bool, bool, bool, DoCao);

fn net_cua(word: &TepWord, doan: &Doan) -> Vec<Net> {
    let look = word.dang_nhanh(doan).unwrap_or_default();
    let signs = look.chu.iter().flat_map(|(text, dang)| text.chars().map(move |c| (c, nhin(dang))));
    signs.collect()
}

fn nhin(dang: &DangChu) -> Nhin {
    (dang.dam, dang.nghieng, dang.gach_ngang, dang.do_cao)
}

/// The words of the second that look otherwise in the first, neighbours together.
fn tu_khac_net(made: &[Net], wanted: &[Net]) -> Vec<String> {
    let mut own = made.iter().filter(|(c, _)| c.is_alphanumeric());
    let (mut out, mut word, mut differs, mut joined) =
        (Vec::<String>::new(), String::new(), false, false);
    for (c, look) in wanted.iter().chain(std::iter::once(&(' ', Nhin::default()))) {
        if c.is_alphanumeric() {
            word.push(*c);
            differs |= own.next().is_some_and(|(_, other)| other != look);
        } else if !word.is_empty() {
            let word = std::mem::take(&mut word);
            let here = std::mem::take(&mut differs);
            match out.last_mut().filter(|_| here && joined) {
                Some(last) => *last = format!("{last} {word}"),
                None if here => out.push(word),
                None => {}
            }
            joined = here;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn net(text: &str) -> Vec<Net> {
        let mut dam = false;
        let mut one = |c: char| match c {
            '*' => {
                dam = !dam;
                None
            }
            c => Some((c, (dam, false, false, DoCao::Thuong))),
        };
        text.chars().filter_map(&mut one).collect()
    }

    #[test]
    fn words_that_look_otherwise_are_told_together() {
        let told = |a: &str, b: &str| tu_khac_net(&net(a), &net(b));
        assert_eq!(
            told("Góp ý bằng văn bản, gửi Sở", "Góp ý *bằng văn bản*, gửi *Sở*"),
            ["bằng văn bản", "Sở"]
        );
        assert!(told("Góp *ý*  bằng", "Góp *ý* *bằng").contains(&"bằng".to_owned()));
        assert!(told("*Góp* ý.", "*Góp * ý").is_empty());
    }
}
