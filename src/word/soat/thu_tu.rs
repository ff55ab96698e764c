//! Thứ tự: whether parts, articles, items follow each other without a gap and without a number twice (PL I, II.6). A
//! list may begin anew at any place, and one may stand inside another; what can't be told for sure is passed over.

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::muc_than::Muc;
use super::so_dau::{Bac, SoDau, doc, doc_phan};
use crate::diagnostic::Diagnostic;
use crate::word::nhan_dang::tu::gon;

const II_6: &str = "Phụ lục I, phần I, mục II.6";
/// So many paragraphs a quotation may take.
const TRICH_DAI: usize = 60;
/// More are not counted one by one.
const THIEU_NHIEU: u32 = 4;

pub(super) fn soat(giay: &Giay, all: &[(Muc, &MotDoan)]) -> Vec<PhatHien> {
    let all: Vec<(Muc, &MotDoan)> = all.iter().copied().filter(|(_, one)| one.so > 0).collect();
    let lines: Vec<Dong> = all.iter().map(|(muc, one)| dong(*muc, one)).collect();
    let found = xet(&lines);
    let told = found.into_iter().filter_map(|loi| {
        let (_, one) = all.get(loi.cho)?;
        let d = Diagnostic::warning("word-order", format!("thứ tự: {}", loi.cau))
            .hint("đánh lại số; điểm theo thứ tự a, b, c, d, đ, e, g, h, i, k…")
            .clause(II_6);
        Some(giay.o_doan(one, "noi_dung", d))
    });
    told.collect()
}

/// A paragraph as its order is looked at.
#[derive(Debug, Clone)]
struct Dong {
    chu: String,
    /// Its mark, where it stands as marks do.
    dau: Option<SoDau>,
    /// What stands behind breaks and tabs in it.
    sau: Vec<String>,
}

fn dong(muc: Muc, one: &MotDoan) -> Dong {
    let chu = gon(&one.chu);
    let dau = match muc {
        Muc::Phan => doc_phan(&chu),
        // A table counts its rows for itself.
        Muc::BoQua | Muc::CanCu => None,
        _ => doc(&chu),
    };
    let sau = one.chu.split(['\n', '\t']).skip(1).map(gon).collect();
    Dong { chu, dau, sau }
}

/// What is wrong with a mark: at which line, in words, and the numbers that lack before it.
#[derive(Debug)]
struct Loi {
    cho: usize,
    dau: SoDau,
    thieu: Vec<u32>,
    cau: String,
}

/// The faults in the order of their lines.
fn xet(lines: &[Dong]) -> Vec<Loi> {
    let mut so = Day::default();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        match &line.dau {
            Some(dau) => out.extend(so.them(dau).map(|loi| Loi { cho: at, ..loi })),
            None => so.ngoai(&line.chu),
        }
        line.sau.iter().for_each(|rest| so.ngoai(rest));
        let quoted = trich_dan(lines.get(at..).unwrap_or_default());
        at = at.saturating_add(quoted).saturating_add(1);
    }
    thieu_chu_dieu(&mut out);
    out
}

/// `17. …` that fits no list of items, and Điều 17 that lacks, are one fault: an article without its word.
fn thieu_chu_dieu(found: &mut Vec<Loi>) {
    let mut at = 0;
    while let Some(loi) = found.get(at) {
        let gone = match (loi.dau.bac, loi.thieu.as_slice()) {
            (Bac::Dieu, [one]) => Some(loi.dau.voi(*one)),
            _ => None,
        };
        let (before, _) = found.split_at_mut_checked(at).unwrap_or_default();
        let item = before.iter_mut().rfind(|item| {
            item.dau.bac == Bac::So('.') && Some(item.dau.so) == gone.as_ref().map(|own| own.so)
        });
        match (item, gone) {
            (Some(item), Some(own)) => {
                item.cau =
                    format!("“{}” thiếu chữ “Điều”; phải ghi “{}.”", item.dau.viet(), own.viet());
                found.remove(at);
            }
            _ => at = at.saturating_add(1),
        }
    }
}

/// How many lines behind the first belong to a quotation that it opens: an amending paper has articles of another one
/// in it. One that nobody closes is none.
fn trich_dan(rest: &[Dong]) -> usize {
    let count = |line: &Dong, mark: char| line.chu.chars().filter(|c| *c == mark).count();
    let mut open = 0_usize;
    for (i, line) in rest.iter().enumerate().take(TRICH_DAI) {
        open = open.saturating_add(count(line, '“')).saturating_sub(count(line, '”'));
        if open == 0 {
            return i;
        }
    }
    0
}

/// A list that is open: its last mark, and numbers that stood since as no mark of any list.
#[derive(Debug)]
struct Mo {
    cuoi: SoDau,
    ngoai: Vec<u32>,
}

impl Mo {
    fn moi(dau: &SoDau) -> Self {
        Self { cuoi: dau.clone(), ngoai: Vec::new() }
    }

    fn cung(&self, dau: &SoDau) -> bool {
        self.cuoi.bac == dau.bac && self.cuoi.truoc == dau.truoc
    }

    fn ke_tiep(&self, dau: &SoDau) -> bool {
        self.cung(dau) && self.cuoi.so.saturating_add(1) == dau.so
    }
}

/// The lists that are open, from the outermost.
#[derive(Debug, Default)]
struct Day {
    mo: Vec<Mo>,
}

impl Day {
    /// Takes a mark; what is wrong with it.
    fn them(&mut self, dau: &SoDau) -> Option<Loi> {
        // What stands above closes all lists below it; an article is counted on through chapters.
        let closes = dau.bac.tren_dieu() || dau.bac == Bac::Dieu;
        self.mo.retain(|mo| {
            let kept = mo.cuoi.bac == Bac::Dieu || mo.cuoi.bac <= dau.bac;
            !closes || kept
        });
        // `5a` stands behind `5`.
        if dau.them && self.mo.iter().any(|mo| mo.cung(dau) && mo.cuoi.so == dau.so) {
            return None;
        }
        if let Some(at) = self.mo.iter().rposition(|mo| mo.ke_tiep(dau)) {
            self.dong_tren(at, dau);
            return None;
        }
        let known = self.mo.iter().rposition(|mo| mo.cung(dau));
        if dau.so <= 1 {
            self.moi(dau, known);
            return None;
        }
        let Some(at) = known else {
            // Where it began elsewhere nobody knows.
            self.ngoai_so(dau.so, matches!(dau.bac, Bac::Chu(_)));
            self.moi(dau, None);
            return None;
        };
        let found = self.mo.get(at).and_then(|mo| loi(mo, dau));
        self.dong_tren(at, dau);
        found
    }

    /// A list that begins: in the others, except where articles begin anew.
    fn moi(&mut self, dau: &SoDau, known: Option<usize>) {
        match known.filter(|_| dau.bac <= Bac::Dieu) {
            Some(at) => self.dong_tren(at, dau),
            None => self.mo.push(Mo::moi(dau)),
        }
    }

    /// Goes on with the list at `at`; those inside it are done.
    fn dong_tren(&mut self, at: usize, dau: &SoDau) {
        let above = dau.bac.tren_dieu() || dau.bac == Bac::Dieu;
        if !above {
            self.mo.truncate(at.saturating_add(1));
        }
        if let Some(mo) = self.mo.get_mut(at) {
            *mo = Mo::moi(dau);
        }
    }

    /// A line that is no mark, or one in a table or a quotation, may be what a list lacks all the same.
    fn ngoai(&mut self, chu: &str) {
        let bare = chu.trim_start_matches(['“', '"', '(']);
        let bare = bare.strip_prefix("Điều ").or(bare.strip_prefix("ĐIỀU ")).unwrap_or(bare);
        let digits: String = bare.chars().take_while(char::is_ascii_digit).collect();
        match doc(bare) {
            Some(own) => self.ngoai_so(own.so, matches!(own.bac, Bac::Chu(_))),
            None => {
                if let Ok(so) = digits.parse() {
                    self.ngoai_so(so, false);
                }
            }
        }
    }

    fn ngoai_so(&mut self, so: u32, chu: bool) {
        let same = |mo: &&mut Mo| matches!(mo.cuoi.bac, Bac::Chu(_)) == chu;
        self.mo.iter_mut().filter(same).for_each(|mo| mo.ngoai.push(so));
    }
}

/// What is wrong with a number behind the last one.
fn loi(mo: &Mo, dau: &SoDau) -> Option<Loi> {
    let (last, own) = (&mo.cuoi, dau.viet());
    let next = last.so.saturating_add(1);
    let wanted = last.voi(next).viet();
    let told = |thieu: Vec<u32>, cau: String| Some(Loi { cho: 0, dau: dau.clone(), thieu, cau });
    if dau.so == last.so {
        return told(Vec::new(), format!("“{own}” có hai lần; phải là “{wanted}”"));
    }
    if dau.so < last.so {
        let cau = format!("sau “{}” là “{own}”; phải là “{wanted}”", last.viet());
        return told(Vec::new(), cau);
    }
    let gone: Vec<u32> = (next..dau.so).filter(|so| !mo.ngoai.contains(so)).collect();
    let (first, end) = (*gone.first()?, *gone.last()?);
    let viet = |so: u32| format!("“{}”", last.voi(so).viet());
    let many = end.saturating_sub(first) >= THIEU_NHIEU;
    let gone_in_words = match many {
        true => format!("từ {} đến {}", viet(first), viet(end)),
        false => gone.iter().map(|so| viet(*so)).collect::<Vec<_>>().join(", "),
    };
    told(gone, format!("sau “{}” là “{own}”; thiếu {gone_in_words}", last.viet()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noi(lines: &[&str]) -> Vec<String> {
        let dong = |chu: &&str| Dong {
            chu: gon(chu),
            dau: doc_phan(chu).or_else(|| doc(&gon(chu))),
            sau: chu.split(['\n', '\t']).skip(1).map(gon).collect(),
        };
        let lines: Vec<Dong> = lines.iter().map(dong).collect();
        xet(&lines).into_iter().map(|loi| format!("{}: {}", loi.cho, loi.cau)).collect()
    }

    #[test]
    fn a_number_that_lacks_or_stands_twice_is_told_at_its_place() {
        let article = ["Điều 1. A", "Điều 2. B", "Điều 4. C", "Điều 4. D", "Điều 5. E"];
        let wanted = [
            "2: sau “Điều 2” là “Điều 4”; thiếu “Điều 3”",
            "3: “Điều 4” có hai lần; phải là “Điều 5”",
        ];
        assert_eq!(noi(&article), wanted);
        let item = ["1. Việc", "2. Việc", "4. Việc", "a) việc", "b) việc", "d) việc", "e) việc"];
        let wanted = [
            "2: sau “2.” là “4.”; thiếu “3.”",
            "5: sau “b)” là “d)”; thiếu “c)”",
            "6: sau “d)” là “e)”; thiếu “đ)”",
        ];
        assert_eq!(noi(&item), wanted);
        let part =
            ["Chương I", "Mục 1", "Mục 2", "Chương II", "Mục 1", "Chương IV", "I. A", "I. B"];
        assert_eq!(noi(&part), ["5: sau “Chương II” là “Chương IV”; thiếu “Chương III”"]);
        let kep = ["1.1. A", "1.2. B", "1.2. C", "2.1. D", "2.4. E"];
        let wanted = [
            "2: “1.2.” có hai lần; phải là “1.3.”",
            "4: sau “2.1.” là “2.4.”; thiếu “2.2.”, “2.3.”",
        ];
        assert_eq!(noi(&kep), wanted);
        let back = ["1. A", "2. B", "3. C", "2. D"];
        assert_eq!(noi(&back), ["3: sau “3.” là “2.”; phải là “4.”"]);
    }

    /// A number that fits no list of items and is the next article's lacks the word.
    #[test]
    fn an_article_without_its_word_is_told_once() {
        let lines = ["Điều 6. A", "1. x", "2. y", "7. B", "1. x", "Điều 8. C"];
        assert_eq!(noi(&lines), ["3: “7.” thiếu chữ “Điều”; phải ghi “Điều 7.”"]);
        let lines = ["Điều 3. A", "1. x", "2. y", "4. z", "Điều 4. B"];
        assert_eq!(noi(&lines), ["3: sau “2.” là “4.”; thiếu “3.”"]);
    }

    #[test]
    fn lists_begin_anew_and_stand_in_each_other() {
        let good: [&[&str]; 7] = [
            &["Chương I", "Điều 1. A", "1. x", "2. y", "Chương II", "Điều 2. B", "1. x", "2. y"],
            &["Điều 5. A", "Điều 5a. B", "Điều 5b. C", "Điều 6. D"],
            &[
                "1. A", "a) x", "b) y", "2. B", "a) x", "b) y", "c) z", "d) t", "đ) u", "e) v",
                "g) w",
            ],
            // A list inside an item of the same sort.
            &["1. A", "2. B", "1. x", "2. y", "3. z", "3. C", "4. D"],
            // What lacks is there in another way.
            &["1. A", "2. B", "3 C", "4. D", "5) E", "6. F"],
            &["Điều 1. A", "Điều 2 B", "Điều 3. C"],
            &["Điều 1. A\nĐiều 2. B", "Điều 3. C", "1. x \t\t2. y", "3. z"],
        ];
        for lines in good {
            assert_eq!(noi(lines), Vec::<String>::new(), "{lines:?}");
        }
    }

    /// Articles of another paper that a paper quotes are none of its own.
    #[test]
    fn what_is_quoted_is_not_counted() {
        let lines = [
            "1. Sửa Điều 5:",
            "“Điều 5. A",
            "1. x",
            "3. y”",
            "2. Sửa Điều 7:",
            "“Điều 7. B”",
            "3. C",
        ];
        assert_eq!(noi(&lines), Vec::<String>::new());
    }
}
