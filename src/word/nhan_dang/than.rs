//! The body of a paper as light Markdown, block by block.

use super::anh::AnhNhan;
use super::bang::bang_md;
use super::chu::ChuDoan;
use super::dau_doan::{self, DauDoan};
use super::dong::Dong;
use super::tu::{dai, khoa, toan_hoa};
use crate::word::doc_word::dang::{CanLe, DangDoan};
use crate::word::doc_word::{Doan, Khoi, TepWord};

/// A block of the body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct KhoiThan {
    /// As Markdown.
    pub md: String,
    /// The same, a head as the item or the bold paragraph that it looks like: what stands where the program would
    /// give it another number.
    pub muc: String,
    /// The same, so that it is surely printed as it stands, whatever it looks like.
    pub tron: String,
    /// Its words alone.
    pub chu: String,
    pub dam: bool,
    pub nghieng: bool,
    pub giua: bool,
    pub la_bang: bool,
    /// The texts of the notes that it has marks of.
    pub ghi_chu: Vec<String>,
    /// Where it is, for people.
    pub noi: String,
}

impl KhoiThan {
    pub fn hoa(&self) -> bool {
        toan_hoa(&self.chu)
    }
}

/// A title longer than this is a sentence, unless all of it is bold or in capitals.
const TEN_DAI: usize = 160;
const TEN_NOI_DAI: usize = 400;

/// Goes through blocks; notes and pictures are counted through the whole paper.
pub struct DocThan<'w> {
    word: &'w TepWord,
    ghi_chu: usize,
    pub anh: Vec<AnhNhan>,
}

impl<'w> DocThan<'w> {
    pub fn moi(word: &'w TepWord) -> Self {
        Self { word, ghi_chu: 0, anh: Vec::new() }
    }

    pub fn cac_khoi(&mut self, khoi: &[Khoi]) -> Vec<KhoiThan> {
        let mut out: Vec<KhoiThan> = Vec::new();
        for one in khoi {
            match one {
                Khoi::Doan(doan) => {
                    let found = self.doan(doan);
                    for one in found {
                        noi_phan(&mut out, one);
                    }
                }
                Khoi::Bang(bang) => out.extend(bang_md(self.word, bang, &mut |doan| self.o(doan))),
            }
        }
        out
    }

    /// A paragraph of a cell: its Markdown and its bare words.
    fn o(&mut self, doan: &Doan) -> (String, Vec<String>, String) {
        let dang = self.word.dang_nhanh(doan).unwrap_or_default();
        let chu = ChuDoan::cua(self.word, doan, &dang);
        let (texts, first) = self.chu_thich(doan);
        let lines: Vec<String> = {
            let mut count = first;
            let mut notes = || so_tiep(&mut count);
            chu.cac_dong().iter().map(|line| line.md(&mut notes, false, false)).collect()
        };
        let mut md =
            lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("<br>");
        for name in self.cac_anh(doan) {
            if !md.is_empty() {
                md.push_str("<br>");
            }
            md.push_str(&name);
        }
        (md, texts, chu.tron())
    }

    fn doan(&mut self, doan: &Doan) -> Vec<KhoiThan> {
        let dang = self.word.dang_nhanh(doan).unwrap_or_default();
        let chu = ChuDoan::cua(self.word, doan, &dang);
        let (texts, first) = self.chu_thich(doan);
        let mut count = first;
        let mut out: Vec<KhoiThan> = Vec::new();
        for line in dong_that(&chu) {
            out.push(khoi(&line, doan, &dang, &mut || so_tiep(&mut count)));
        }
        if let Some(last) = out.last_mut() {
            last.ghi_chu = texts;
        }
        for md in self.cac_anh(doan) {
            let (muc, tron) = (md.clone(), md.clone());
            out.push(KhoiThan { md, muc, tron, noi: doan.cho(), ..KhoiThan::default() });
        }
        out
    }

    /// The notes of a paragraph, and the number before that of the first.
    fn chu_thich(&mut self, doan: &Doan) -> (Vec<String>, usize) {
        let first = self.ghi_chu;
        let mut texts = Vec::new();
        for note in &doan.chu_thich {
            self.ghi_chu = self.ghi_chu.saturating_add(1);
            let lines: Vec<String> = note
                .iter()
                .flat_map(Khoi::cac_doan)
                .map(|doan| super::chu::mot_dong(&doan.in_ra()))
                .filter(|line| !line.is_empty())
                .collect();
            texts.push(format!("[^{}]: {}", self.ghi_chu, lines.join("\n  ")));
        }
        (texts, first)
    }

    fn cac_anh(&mut self, doan: &Doan) -> Vec<String> {
        let mut out = Vec::new();
        for tho in self.word.anh_trong(doan) {
            if let Some(anh) = AnhNhan::moi(tho, self.anh.len()) {
                out.push(anh.md());
                self.anh.push(anh);
            }
        }
        out
    }
}

fn so_tiep(count: &mut usize) -> String {
    *count = count.saturating_add(1);
    format!("[^{count}]")
}

/// The lines of a paragraph as blocks: a soft break inside a sentence parts nothing.
fn dong_that(chu: &ChuDoan) -> Vec<ChuDoan> {
    let mut out: Vec<ChuDoan> = Vec::new();
    for line in chu.cac_dong().into_iter().filter(|line| !line.trong()) {
        let goes_on = line.tron().trim_start().starts_with(char::is_lowercase)
            && dau_doan::doc(&line.tron()).0 == DauDoan::Khong;
        match out.pop() {
            Some(last) if goes_on => out.push(last.noi(line)),
            Some(last) => out.extend([last, line]),
            None => out.push(line),
        }
    }
    out
}

/// A title on the line under the name of its part belongs to it.
fn noi_phan(out: &mut Vec<KhoiThan>, one: KhoiThan) {
    let part = out.last().is_some_and(|last| {
        dau_doan::doc(&last.chu).0 == DauDoan::Phan
            && dai(&last.chu) < 24
            && last.md.starts_with('#')
    });
    let title =
        (one.giua || one.hoa()) && dai(&one.chu) < TEN_DAI && !one.la_bang && !one.chu.is_empty();
    match out.last_mut() {
        Some(last) if part && title && one.ghi_chu.is_empty() => {
            let name = last.chu.trim_end_matches(['.', ':']).to_owned();
            last.md = format!("# {name}. {}", super::chu::mot_dong(&one.chu));
            last.muc = format!("{}\n\n{}", last.muc, one.muc);
            last.tron = format!("{}\n\n{}", last.tron, one.tron);
            last.chu = format!("{} {}", last.chu, one.chu);
        }
        _ => out.push(one),
    }
}

/// One block.
fn khoi(
    line: &ChuDoan,
    doan: &Doan,
    dang: &DangDoan,
    notes: &mut dyn FnMut() -> String,
) -> KhoiThan {
    let chu = line.tron();
    let (dau, count) = dau_doan::doc(&chu);
    let giua = dang.can == CanLe::Giua;
    let (dam, nghieng) = (line.dam(), line.nghieng());
    let title = line.sau(count);
    let ten = title.tron();
    let longest = if dam || toan_hoa(&ten) { TEN_NOI_DAI } else { TEN_DAI };
    let short = dai(&chu) <= longest && !chu.ends_with([';', ',', '.']);
    let marks = {
        // Both forms have the same notes.
        let mut names: Vec<String> = Vec::new();
        let text = line.md(
            &mut || {
                let name = notes();
                names.push(name.clone());
                name
            },
            false,
            false,
        );
        (text, names)
    };
    let (day_du, names) = marks;
    let mut of_title = names.iter().cloned();
    let mut again = || of_title.next().unwrap_or_default();
    let word: String = chu.split(' ').next().unwrap_or_default().to_owned();
    let md = match &dau {
        DauDoan::Phan if giua || dam => format!("# {}", title_of(line, &mut again)),
        DauDoan::Dieu(so) if dam && dai(&chu) <= TEN_DAI => {
            format!("### Điều {so}. {}", title.md(&mut again, true, true))
        }
        DauDoan::Dieu(so) => format!("Điều {so}. {}", title.md(&mut again, false, false)),
        DauDoan::LaMa if (toan_hoa(&ten) || dam) && short => {
            format!("# {word} {}", title.md(&mut again, true, true))
        }
        DauDoan::So if dam && short && !ten.ends_with(':') => {
            format!("## {word} {}", title.md(&mut again, true, true))
        }
        DauDoan::SoKep(parts) if dam && short => {
            let hashes = "#".repeat(parts.saturating_add(1).clamp(3, 6));
            format!("{hashes} {word} {}", title.md(&mut again, true, true))
        }
        DauDoan::Chu if dam && short => format!("#### {word} {}", title.md(&mut again, true, true)),
        // A star is no dash, which is what an item of a list has.
        DauDoan::Dau if word == "*" => dau_dong(&day_du),
        DauDoan::So | DauDoan::Chu | DauDoan::Dau => {
            let rest = title.md(&mut again, false, false);
            // A number in bold whose text runs on.
            match day_du.strip_prefix("**") {
                Some(_) if matches!(dau, DauDoan::So) && day_du.contains(":**") => day_du.clone(),
                _ => format!("{word} {rest}"),
            }
        }
        // Typed so it is the template's own line, which a body must not have.
        _ if la_quyet(&chu) => format!("**{}**", chu.replace(' ', "\u{a0}")),
        _ => dau_dong(&day_du),
    };
    let canh = match dang.can {
        CanLe::Giua if !md.starts_with('#') => "{giữa} ",
        CanLe::Phai if !md.starts_with('#') => "{phải} ",
        _ => "",
    };
    let mut of_item = names.iter().cloned();
    let muc = match &dau {
        _ if !md.starts_with('#') => format!("{canh}{md}"),
        DauDoan::So | DauDoan::Chu => {
            let mut again = || of_item.next().unwrap_or_default();
            format!("{canh}{word} {}", title.md(&mut again, false, false))
        }
        DauDoan::SoKep(_) => format!("{canh}{}", dau_dong(&day_du)),
        _ => String::new(),
    };
    let mut of_plain = names.into_iter();
    let plain = line.md_tron(&mut || of_plain.next().unwrap_or_default());
    let tron = chac(&plain);
    KhoiThan {
        md: format!("{canh}{md}"),
        muc: if muc.is_empty() { tron.clone() } else { muc },
        tron,
        chu,
        dam,
        nghieng,
        giua,
        la_bang: false,
        ghi_chu: Vec::new(),
        noi: doan.cho(),
    }
}

/// A line by itself in the middle of the page.
pub(super) fn dong_giua(line: &Dong) -> KhoiThan {
    let chu = super::chu::mot_dong(&line.chu);
    let md = if line.nghieng { format!("{{giữa}} *{chu}*") } else { format!("{{giữa}} {chu}") };
    let (muc, tron, noi) = (md.clone(), md.clone(), line.noi.clone());
    let (dam, nghieng) = (line.dam, line.nghieng);
    KhoiThan {
        md,
        muc,
        tron,
        chu: line.chu.clone(),
        dam,
        nghieng,
        giua: true,
        noi,
        ..KhoiThan::default()
    }
}

/// `QUYẾT ĐỊNH:` between căn cứ and articles.
pub fn la_quyet(chu: &str) -> bool {
    let key = khoa(chu).replace([' ', ':'], "");
    (key == "quyetdinh" || key == "quyetnghi") && toan_hoa(chu)
}

fn title_of(line: &ChuDoan, notes: &mut dyn FnMut() -> String) -> String {
    line.md(notes, true, true)
}

/// A paragraph whose first sign would be taken for a mark.
fn dau_dong(md: &str) -> String {
    let mark = md.starts_with(['#', '|', '{']) || md.starts_with("![");
    match mark {
        true if md.starts_with('{') || md.starts_with('!') => format!("\u{a0}{md}"),
        true => format!("\\{md}"),
        false => md.to_owned(),
    }
}

/// A text that nothing is made of: no head, no item, no Điều that is counted.
fn chac(text: &str) -> String {
    let (dau, _) = dau_doan::doc(text);
    match dau {
        DauDoan::Khong | DauDoan::SoKep(_) => dau_dong(text),
        DauDoan::So | DauDoan::Chu | DauDoan::Dau => format!("\\{text}"),
        // The number in bold by itself is no number of a head.
        DauDoan::Dieu(so) => {
            let rest =
                text.chars().skip("Điều ".chars().count().saturating_add(so.chars().count()));
            format!("**Điều {so}**{}", rest.collect::<String>())
        }
        DauDoan::LaMa | DauDoan::Phan => {
            let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
            format!("**{first}** **{}**", rest.replace('*', "\\*")).replace(" ****", "")
        }
    }
}
