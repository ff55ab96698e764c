//! Câu hỏi: what someone typed → a question to FTS5. Nothing typed ever reaches FTS5 as its own language: each word is
//! quoted, and holds letters and digits alone.

use super::gap::{Tu, cac_tu};

/// What is asked of a paper; what is not said does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Muon {
    /// Words of the register's line or of the paper; what stands in quotes stands together.
    pub loi: String,
    pub nguoi_ky: Option<String>,
    pub noi_nhan: Option<String>,
    /// Words of a paper that it answers to, replaces, corrects …, or that did so to it.
    pub tra_loi: Option<String>,
    pub loc: Loc,
}

/// What is compared as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loc {
    pub so: Option<u64>,
    pub ky_hieu: Option<String>,
    pub nam: Option<i32>,
    /// A term or a congress: `2025-2030`.
    pub ky: Option<String>,
    /// A kind as YAML has it: `ke_hoach`.
    pub loai: Option<String>,
    /// Days, year first.
    pub tu: Option<String>,
    pub den: Option<String>,
    pub trang_thai: Option<&'static str>,
    /// Whether it must be in force, or must not.
    pub con_hieu_luc: Option<bool>,
}

/// The question as FTS5 gets it; none where no word was said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CauHoi {
    /// Of the register's line alone, and with the paper's text.
    pub trong_so: Option<String>,
    pub tat_ca: Option<String>,
    /// The words that a piece of the text is to show.
    pub tu: Vec<TuHoi>,
}

/// A word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TuHoi {
    tran: String,
    dung: String,
    /// Its marks count.
    co_dau: bool,
    /// A word may go on where it ends.
    pub dau: bool,
}

impl TuHoi {
    pub fn chu(&self, dung: bool) -> &str {
        if dung { &self.dung } else { &self.tran }
    }

    pub fn la(&self, tu: &Tu) -> bool {
        let own = if self.co_dau { &tu.dung } else { &tu.tran };
        if self.dau { own.starts_with(self.chu(self.co_dau)) } else { own == self.chu(self.co_dau) }
    }
}

/// The columns of a line and of the text, without `_k` (bare) and `_d` (exact).
const TRONG_SO: [&str; 5] = ["so", "ty", "nk", "nn", "gc"];
const TAT_CA: [&str; 6] = ["so", "ty", "nk", "nn", "gc", "tx"];

impl Muon {
    pub fn cau_hoi(&self) -> CauHoi {
        let loi = cum(&self.loi);
        let own = |columns: &[&str]| {
            let words = loi.iter().map(|phrase| viet(phrase, columns));
            let of = |text: &Option<String>, columns: &[&str]| -> Vec<String> {
                let phrases = cum(text.as_deref().unwrap_or_default());
                phrases.iter().map(|phrase| viet(phrase, columns)).collect()
            };
            let narrow = of(&self.nguoi_ky, &["nk"]);
            let narrow = narrow.into_iter().chain(of(&self.noi_nhan, &["nn"]));
            let all: Vec<String> = words.chain(narrow).chain(of(&self.tra_loi, &["gc"])).collect();
            (!all.is_empty()).then(|| all.join(" AND "))
        };
        let tu = loi.iter().flatten().cloned().collect();
        CauHoi { trong_so: own(&TRONG_SO), tat_ca: own(&TAT_CA), tu }
    }

    /// Whether something is asked at all.
    pub fn trong(&self) -> bool {
        self.cau_hoi().tat_ca.is_none() && self.loc == Loc::default()
    }
}

/// The phrases of what was typed: what stands between quotes, else between blanks. The last word may be unfinished.
fn cum(text: &str) -> Vec<Vec<TuHoi>> {
    let mut phrases: Vec<Vec<TuHoi>> = Vec::new();
    let parts = text.split(['"', '“', '”']).enumerate();
    for (index, part) in parts {
        let words = |text: &str| -> Vec<TuHoi> {
            let words = cac_tu(text);
            words
                .map(|tu| TuHoi { co_dau: tu.co_dau(), tran: tu.tran, dung: tu.dung, dau: false })
                .collect()
        };
        match index % 2 {
            0 => phrases.extend(part.split_whitespace().map(words)),
            _ => phrases.push(words(part)),
        }
    }
    phrases.retain(|phrase| !phrase.is_empty());
    let finished = text.trim_end().ends_with(['"', '”']);
    if let Some(last) = phrases.last_mut().and_then(|phrase| phrase.last_mut()) {
        // One letter begins too many words, a number is whole, and a tone ends its word.
        let word = &last.tran;
        let goes_on = word.chars().nth(1).is_some() && !word.chars().all(|c| c.is_ascii_digit());
        last.dau = !finished && !last.co_dau && goes_on;
    }
    phrases
}

/// `{so_k ty_k} : "hoi" + "dong" *`
fn viet(phrase: &[TuHoi], columns: &[&str]) -> String {
    // A phrase stands in one column: whoever has typed one of its marks has typed them all.
    let exact = phrase.iter().any(|tu| tu.co_dau);
    let form = if exact { "d" } else { "k" };
    let columns: Vec<String> = columns.iter().map(|column| format!("{column}_{form}")).collect();
    let words: Vec<String> =
        phrase.iter().map(|tu| format!("\"{}\"", tu.chu(exact).replace('"', ""))).collect();
    let prefix = if phrase.last().is_some_and(|tu| tu.dau) { " *" } else { "" };
    format!("({{{}}} : {}{prefix})", columns.join(" "), words.join(" + "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hoi(loi: &str) -> String {
        Muon { loi: loi.into(), ..Muon::default() }.cau_hoi().tat_ca.unwrap_or_default()
    }

    #[test]
    fn words_are_quoted_and_the_last_one_may_go_on() {
        let bare = "{so_k ty_k nk_k nn_k gc_k tx_k}";
        assert_eq!(hoi("hoi ngh"), format!("({bare} : \"hoi\") AND ({bare} : \"ngh\" *)"));
        assert_eq!(hoi("105/KH"), format!("({bare} : \"105\" + \"kh\" *)"));
        assert_eq!(hoi("\"hoi nghi\""), format!("({bare} : \"hoi\" + \"nghi\")"));
        assert!(hoi("hội").starts_with("({so_d "), "{}", hoi("hội"));
    }

    /// Whoever types FTS5's own words, by chance or not, looks for them and asks nothing else.
    #[test]
    fn nothing_typed_is_a_command() {
        for typed in
            ["NEAR(a b) OR c*", "ty_k : x", "\" OR \"1", "a' ; DROP TABLE vb --", "^{}:-+*()"]
        {
            let asked = hoi(typed);
            let outside: String = asked.split('"').step_by(2).collect();
            for c in ["OR", "NEAR", ";", "'", "^", "DROP"] {
                assert!(!outside.contains(c), "{typed}: {asked}");
            }
        }
        assert_eq!(hoi("^{}:-+*()"), "");
        assert!(Muon { loi: "…".into(), ..Muon::default() }.trong());
    }
}
