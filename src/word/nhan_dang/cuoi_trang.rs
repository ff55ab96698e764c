//! The foot of a paper: whom it goes to, where it is kept, who signed.

use super::dong::{Cho, Dong, cua_khoi};
use super::duoi_cuoi::la_con_dau;
use super::kieu::Kieu;
use super::nguoi_ky::{LoiKy, NguoiKyNhan, XacNhanNhan};
use super::tu::{
    bo_dau_muc, co_ky_hieu_quyen, dai, gon, khoa, la_chuc_vu, la_gach, la_ho_ten, la_net_ke,
};
use super::vai::{DongVai, VaiDong};
use crate::model::de_ky::DeKy;
use crate::model::trinh_bay::KyHieuSoan;
use crate::word::doc_word::{Khoi, TepWord};

/// What the foot says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cuoi {
    pub co_noi_nhan: bool,
    pub noi_nhan: Vec<String>,
    pub luu: Option<String>,
    pub nguoi_soan: Option<String>,
    pub so_ban: Option<String>,
    pub nguoi_ky: Vec<NguoiKyNhan>,
    /// Who confirms the signature of one of them.
    pub xac_nhan: Option<XacNhanNhan>,
    /// How the office is reached, where that stands under the foot.
    pub dia_chi: Vec<String>,
    /// Letters of the foot that are none of these, such as `(Đã ký)`.
    pub thua: Vec<String>,
    /// Its lines, each as what it was taken for.
    pub vai: Vec<DongVai>,
}

/// Where the foot stands: its first block, and the one behind its last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChoCuoi {
    pub tu: usize,
    pub den: usize,
}

/// A foot is not longer than this, in letters, where it has no `Nơi nhận`.
const DAI_KY: usize = 500;
/// Nor does it reach further back over paragraphs.
const LUI: usize = 14;

/// Finds the foot behind the block `tu`.
pub fn tim(word: &TepWord, tu: usize, kieu: &Kieu) -> Option<ChoCuoi> {
    let behind = || word.khoi.iter().enumerate().skip(tu);
    let marked = |(i, khoi): (usize, &Khoi)| co_noi_nhan(khoi).then_some(i);
    let signed = |(i, khoi): (usize, &Khoi)| bang_ky(khoi, kieu).then_some(i);
    let (nhan, ky) = (behind().find_map(marked), behind().find_map(signed));
    let first = match (nhan, ky) {
        (Some(a), Some(b)) => a.min(b),
        (a, b) => a.or(b).or_else(|| ky_tron(word, tu, kieu.de_ky()))?,
    };
    Some(ChoCuoi { tu: lui_ve(word, tu, first, kieu.de_ky()), den: tien_toi(word, first, kieu) })
}

fn co_noi_nhan(khoi: &Khoi) -> bool {
    khoi.cac_doan()
        .iter()
        .any(|doan| doan.chu.split(['\n', '\t']).any(|line| la_noi_nhan(line.trim())))
}

fn la_noi_nhan(line: &str) -> bool {
    let key = khoa(line);
    key.strip_prefix("noi nhan").is_some_and(|rest| {
        let rest = rest.trim();
        rest.is_empty() || rest.starts_with(':') || rest.starts_with('(')
    })
}

/// A table that signs: a post in capitals, a name, and little else. That of a copy signs for another office.
fn bang_ky(khoi: &Khoi, kieu: &Kieu) -> bool {
    let Khoi::Bang(bang) = khoi else { return false };
    if bang.hang.len() > 8 || kieu.con_dau().is_some_and(|title| la_con_dau(khoi, &title)) {
        return false;
    }
    let all = bang.cac_doan();
    let texts: Vec<String> =
        all.iter().flat_map(|d| d.chu.split('\n')).map(gon).filter(|t| !t.is_empty()).collect();
    let long: usize = texts.iter().map(|text| dai(text)).fold(0, usize::saturating_add);
    let post = texts.iter().any(|text| la_dong_ky(text, kieu.de_ky()));
    let name = texts.iter().any(|text| la_ho_ten(text));
    post && name && long < DAI_KY && texts.iter().all(|text| dai(text) < 80)
}

pub(super) fn la_dong_ky(text: &str, de_ky: &DeKy) -> bool {
    let upper = super::tu::toan_hoa(text);
    upper
        && (co_ky_hieu_quyen(text)
            || la_chuc_vu(text, de_ky)
            || DAI_DIEN.iter().any(|start| khoa(text).starts_with(start)))
}

/// How others than officers are named over their names.
const DAI_DIEN: &[&str] = &[
    "dai dien",
    "ben a",
    "ben b",
    "thu ky",
    "chu toa",
    "chu tri",
    "nguoi ",
    "ke toan",
    "thu truong",
];

/// Signing lines without a table and without `Nơi nhận`, at the end of the text.
fn ky_tron(word: &TepWord, tu: usize, de_ky: &DeKy) -> Option<usize> {
    let last: Vec<(usize, &Khoi)> = word.khoi.iter().enumerate().skip(tu).collect();
    let tail = last.iter().rev().take(LUI);
    let mut found = None;
    for (i, khoi) in tail {
        let Khoi::Doan(doan) = khoi else { break };
        if doan.trong() {
            continue;
        }
        let lines = cua_khoi(word, khoi);
        let signs = lines.iter().all(|line| line.trong() || cua_nguoi_ky(line, de_ky));
        if !signs {
            break;
        }
        found = Some(*i);
    }
    found
}

/// A line of a signer: on the right or in the middle, in capitals or a name.
fn cua_nguoi_ky(line: &Dong, de_ky: &DeKy) -> bool {
    let aside = matches!(line.cho, Cho::Phai | Cho::Giua);
    let bracket = line.chu.starts_with('(') && dai(&line.chu) < 50;
    let joins = de_ky.noi_chuc_vu.contains(&line.chu.as_str());
    aside
        && dai(&line.chu) < 80
        && (line.hoa() || la_ho_ten(&line.chu) || bracket || joins)
        && !la_phu_luc(&line.chu)
}

/// Back over signing lines that stand above `Nơi nhận`.
fn lui_ve(word: &TepWord, least: usize, first: usize, de_ky: &DeKy) -> usize {
    let mut found = first;
    for i in (least..first).rev().take(LUI) {
        let Some(Khoi::Doan(doan)) = word.khoi.get(i) else { break };
        let lines = cua_khoi(word, &Khoi::Doan(doan.clone()));
        if doan.trong() {
            continue;
        }
        if !lines.iter().all(|line| line.trong() || cua_nguoi_ky(line, de_ky)) {
            break;
        }
        found = i;
    }
    // A title in the middle of the page alone signs nothing.
    let signs = |i: &usize| {
        word.khoi.get(*i).is_some_and(|khoi| {
            khoi.cac_doan()
                .iter()
                .any(|doan| la_dong_ky(&gon(&doan.chu), de_ky) || la_ho_ten(&doan.chu))
        })
    };
    if (found..first).any(|i| signs(&i)) { found } else { first }
}

/// Forward over what else the foot has.
fn tien_toi(word: &TepWord, first: usize, kieu: &Kieu) -> usize {
    let soan = |text: &str| ky_hieu_soan(text, &kieu.trinh_bay.ky_hieu_soan).is_some();
    let mut end = first.saturating_add(1);
    let mut den = end;
    let mut ky_xong =
        word.khoi.get(first).is_some_and(|khoi| da_ky(word, khoi, false, kieu.de_ky()));
    while let Some(khoi) = word.khoi.get(end) {
        let lines = cua_khoi(word, khoi);
        let texts: Vec<&Dong> = lines.iter().filter(|line| !line.trong()).collect();
        end = end.saturating_add(1);
        if texts.is_empty() {
            continue;
        }
        let own = match khoi {
            Khoi::Bang(_) => bang_ky(khoi, kieu) || co_noi_nhan(khoi),
            Khoi::Doan(_) => texts.iter().all(|line| {
                !la_phu_luc(&line.chu)
                    && !kieu.luu_hanh_cuoi(&line.chu)
                    && (la_noi_nhan(&line.chu)
                        || (la_gach(&line.chu) && dai(&line.chu) < 200)
                        || (cua_nguoi_ky(line, kieu.de_ky())
                            && (!ky_xong || la_dong_ky(&line.chu, kieu.de_ky())))
                        || soan(&line.chu)
                        || co_ky_hieu_quyen(&line.chu)
                        || (la_ho_ten(&line.chu) && line.dam))
            }),
        };
        if !own {
            break;
        }
        den = end;
        ky_xong = da_ky(word, khoi, ky_xong, kieu.de_ky());
    }
    den
}

/// Whether the last who signs has his name behind this block: then no more lines are his, and capitals in the middle
/// of the page are a title.
fn da_ky(word: &TepWord, khoi: &Khoi, before: bool, de_ky: &DeKy) -> bool {
    let lines = cua_khoi(word, khoi);
    let signing = |line: &Dong| la_dong_ky(&line.chu, de_ky) || la_ho_ten(&line.chu);
    match lines.iter().rfind(|line| signing(line) && !la_gach(&line.chu)) {
        Some(last) => la_ho_ten(&last.chu),
        None => before,
    }
}

/// The first line of an appendix.
pub fn la_phu_luc(text: &str) -> bool {
    let key = khoa(text);
    let Some(rest) = key.strip_prefix("phu luc") else { return false };
    let rest = rest.trim();
    dai(text) < 160 && (super::tu::toan_hoa(text) || dai(rest) < 12 || rest.starts_with(['.', ':']))
}

/// `PL.(300)`, `NguyenVanAn-26`: who drafted it, how many copies.
fn ky_hieu_soan(text: &str, cach: &KyHieuSoan) -> Option<(String, Option<String>)> {
    if !cach.chu_dau {
        return ten_soan(text, cach);
    }
    let (who, rest) = text.split_once('.').unwrap_or((text, ""));
    let good = (1..=6).contains(&dai(who)) && who.chars().all(|c| c.is_uppercase());
    let count = rest.trim().strip_prefix('(').and_then(|r| r.strip_suffix(')'));
    let digits = count.filter(|c| !c.is_empty() && c.bytes().all(|b| b.is_ascii_digit()));
    (good && (digits.is_some() || rest.trim().is_empty()))
        .then(|| (who.to_owned(), digits.map(str::to_owned)))
}

/// A name in one word, and a number behind it.
fn ten_soan(text: &str, cach: &KyHieuSoan) -> Option<(String, Option<String>)> {
    let (who, count) = match text.split_once(cach.giua) {
        Some((who, count)) => (who, Some(count)),
        None => (text, None),
    };
    let name = (3..=cach.dai_nhat).contains(&dai(who))
        && who.starts_with(char::is_uppercase)
        && who.chars().all(char::is_alphabetic);
    let good = count.is_none_or(|c| !c.is_empty() && c.bytes().all(|b| b.is_ascii_digit()));
    (name && good).then(|| (who.to_owned(), count.map(str::to_owned)))
}

/// Reads the foot.
pub fn doc(word: &TepWord, cho: ChoCuoi, kieu: &Kieu) -> Cuoi {
    let mut out = Cuoi::default();
    let mut sides: Vec<Vec<Dong>> = Vec::new();
    for khoi in word.khoi.iter().take(cho.den).skip(cho.tu) {
        for line in cua_khoi(word, khoi) {
            let side = match line.cho {
                Cho::Thuong => 0,
                Cho::Giua if !line.trong_bang => 1,
                _ => line.cot,
            };
            if sides.len() <= side {
                sides.resize_with(side.saturating_add(1), Vec::new);
            }
            if let Some(lines) = sides.get_mut(side) {
                lines.push(line);
            }
        }
    }
    for lines in sides {
        out.ben(&lines, kieu);
    }
    out
}

impl Cuoi {
    pub(super) fn la(&mut self, vai: VaiDong, line: &Dong) {
        self.vai.push(DongVai { vai, dong: line.clone() });
    }

    /// One side: signing lines, then or before them the recipients.
    fn ben(&mut self, lines: &[Dong], kieu: &Kieu) {
        let (de_ky, xac_nhan) = (kieu.de_ky(), kieu.trinh_bay.xac_nhan_chu_ky);
        let loi = LoiKy { de_ky, xac_nhan };
        let start = lines.iter().position(|line| la_noi_nhan(&line.chu));
        let (ky, nhan) =
            lines.split_at_checked(start.unwrap_or(lines.len())).unwrap_or((lines, &[]));
        let rest = if nhan.is_empty() { &[][..] } else { self.nhan(nhan, kieu) };
        self.ky(ky, loi);
        self.ky(rest, loi);
    }

    /// The recipients; what is left are lines of a signer.
    fn nhan<'l>(&mut self, lines: &'l [Dong], kieu: &Kieu) -> &'l [Dong] {
        let typist = &kieu.trinh_bay.ky_hieu_soan;
        self.co_noi_nhan = true;
        let mut over = false;
        for (i, line) in lines.iter().enumerate() {
            if i == 0 {
                self.la(VaiDong::NoiNhan, line);
            }
            let text = match i {
                0 => line.chu.split_once(':').map_or("", |(_, rest)| rest.trim()),
                _ => line.chu.as_str(),
            };
            if text.is_empty() || la_net_ke(text) {
                continue;
            }
            // A whole name may be a recipient's, until the line that ends them.
            let may = i > 0 && (typist.chu_dau || self.luu.is_some());
            if let Some((who, count)) = ky_hieu_soan(text, typist).filter(|_| may) {
                (self.nguoi_soan, self.so_ban) = (Some(who), count);
                self.la(VaiDong::NguoiSoan, line);
                continue;
            }
            let signs = !la_gach(text)
                && (la_dong_ky(text, kieu.de_ky()) || (line.dam && la_ho_ten(text) && i > 1));
            if signs {
                return lines.get(i..).unwrap_or_default();
            }
            // After the last line nothing goes on.
            over |= self.luu.is_some() && !la_gach(text) && !text.starts_with(char::is_lowercase);
            if over {
                self.thua.push(text.to_owned());
                continue;
            }
            if i > 0 {
                let again = la_noi_nhan(text);
                self.la(if again { VaiDong::NoiNhan } else { VaiDong::MucNoiNhan }, line);
            }
            text.split_inclusive(';')
                .map(str::trim)
                .filter(|t| !la_net_ke(t))
                .for_each(|part| self.noi(part));
        }
        &[]
    }

    fn noi(&mut self, text: &str) {
        let bare = bo_dau_muc(text);
        let key = khoa(&bare);
        if key.strip_prefix("luu").is_some_and(|rest| rest.starts_with([':', ' ', ','])) {
            let kept = bare.chars().skip(3).collect::<String>();
            let kept = gon(kept.trim_start_matches([':', ' ', ',']));
            // Two such lines keep what both say.
            let before = self.luu.take().filter(|before| !before.is_empty());
            self.luu = Some(before.map_or(kept.clone(), |before| format!("{before}, {kept}")));
        } else if la_gach(text) || self.noi_nhan.is_empty() {
            self.noi_nhan.push(bare);
        } else if self.luu.is_some() {
            let luu = self.luu.take().unwrap_or_default();
            self.luu = Some(format!("{luu} {bare}"));
        } else if let Some(last) =
            self.noi_nhan.last_mut().filter(|_| bare.starts_with(char::is_lowercase))
        {
            last.push(' ');
            last.push_str(&bare);
        } else {
            self.noi_nhan.push(bare);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dong(chu: &str) -> Dong {
        Dong { chu: chu.to_owned(), cho: Cho::Phai, cot: 1, ..Dong::default() }
    }

    #[test]
    fn a_side_may_hold_signer_and_recipients() {
        let mut cuoi = Cuoi::default();
        let left =
            ["Nơi nhận:", "- Như trên;", "- Các Ban", "của HĐND;", "- Lưu: VT, TH.", "PL.(300)"]
                .map(dong);
        cuoi.ben(&left, &Kieu::default());
        let mut hai = Cuoi::default();
        hai.ben(&["Nơi nhận:", "- Lưu: VT;", "- Lưu: hồ sơ."].map(dong), &Kieu::default());
        assert_eq!(hai.luu.as_deref(), Some("VT, hồ sơ"));
        let right =
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Nguyễn Văn An"]
                .map(dong);
        cuoi.ben(&right, &Kieu::default());
        assert_eq!(cuoi.noi_nhan, ["Như trên", "Các Ban của HĐND"]);
        assert_eq!((cuoi.luu.as_deref(), cuoi.so_ban.as_deref()), (Some("VT, TH"), Some("300")));
        let [nguoi] = cuoi.nguoi_ky.as_slice() else { panic!("{cuoi:?}") };
        assert_eq!((nguoi.dong.len(), nguoi.ho_ten.as_str()), (3, "Nguyễn Văn An"));
    }

    #[test]
    fn appendices_are_told_from_words_about_them() {
        assert!(
            la_phu_luc("PHỤ LỤC") && la_phu_luc("Phụ lục II") && la_phu_luc("PHỤ LỤC I. DANH SÁCH")
        );
        assert!(!la_phu_luc("Phụ lục kèm theo Quyết định này nêu rõ các chỉ tiêu."));
    }
}
