//! Dấu thừa: marks of HTML and of fuller Markdown, which mean nothing here and would be printed as letters.

use std::sync::LazyLock;

use regex::Regex;

use super::ThanBai;
use super::anh;
use super::loi::LoiThanBai;
use crate::model::{Chu, Fault};

/// A mark, what it is called, what to do instead.
type Loai = (LazyLock<Option<Regex>>, &'static str, &'static str);

const THE: &str = r"(?i)</?(?:b|i|u|s|em|strong|p|div|span|font|sup|sub|table|tr|td|th|ul|ol|li|h[1-6]|img|center|del|ins|hr|br|a)(?:\s+[a-z-]+\s*=[^<>]*)?\s*/?>";

static HINH: Loai = (
    LazyLock::new(|| Regex::new(r"!\[[^\[\]]*\]\([^()\s]+\)").ok()),
    "hình",
    "hình đứng riêng một dòng hoặc riêng một ô của bảng: ![mô tả](tệp.png)",
);
static LIEN_KET: Loai = (
    LazyLock::new(|| {
        Regex::new(r"\[[^\[\]^][^\[\]]*\]\((?:https?:|www\.|mailto:|#)[^()\s]*\)").ok()
    }),
    "liên kết",
    "ghi chữ, rồi địa chỉ trong ngoặc nếu cần",
);
static MA: Loai =
    (LazyLock::new(|| Regex::new(r"`[^`]+`|```").ok()), "dấu mã lệnh", "bỏ các dấu “`”");
static GACH_NGANG_CHU: Loai = (
    LazyLock::new(|| Regex::new(r"~~[^~\s][^~]*~~").ok()),
    "chữ gạch ngang",
    "bỏ các dấu “~~”, hoặc bỏ cả đoạn chữ",
);
static GACH_DUOI: Loai = (
    LazyLock::new(|| Regex::new(r"\b__[^_\s](?:[^_]*[^_\s])?__\b").ok()),
    "chữ đậm kiểu",
    "chữ đậm ghi **…**",
);
static TO_NEN: Loai = (
    LazyLock::new(|| Regex::new(r"==[^=\s](?:[^=]*[^=\s])?==").ok()),
    "chữ tô nền",
    "bỏ các dấu “==”",
);
static MU: Loai = (
    LazyLock::new(|| Regex::new(r"(?:[A-Za-z]\^[0-9+-]+\^?|[0-9]\^[0-9]+\^)").ok()),
    "dấu mũ",
    "gõ thẳng chữ số nhỏ: m², m³, 10⁶",
);
static LENH: Loai = (
    LazyLock::new(|| {
        Regex::new(
            r"\\(?:newpage|pagebreak|clearpage|textbf|textit|begin|end|par|hline|vspace|hspace)\b",
        )
        .ok()
    }),
    "lệnh của LaTeX",
    "bỏ lệnh ấy; chương trình tự sang trang",
);
static THE_HTML: Loai = (
    LazyLock::new(|| Regex::new(THE).ok()),
    "thẻ HTML",
    "chữ đậm ghi **…**, chữ nghiêng ghi *…*; còn lại bỏ thẻ",
);

/// As many are looked for; nobody reads more, and a hostile text could hold a million.
const NHIEU_NHAT: usize = 100;

/// The marks in a text of which every line is printed as it stands, one of each.
pub fn trong_loi(text: &str) -> Vec<Fault> {
    let mut found = Vec::new();
    for line in text.lines() {
        if found.len() < NHIEU_NHAT {
            dong(line, 0, &mut found);
        }
    }
    found.into_iter().map(|l| l.fault).collect()
}

/// Adds the marks that would be printed as letters.
pub(super) fn kiem(than_bai: &ThanBai, lines: &[&str], loi: &mut Vec<LoiThanBai>) {
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if found.len() < NHIEU_NHAT {
            dong(line, at, &mut found);
        }
    }
    dam_ho(than_bai, lines, &mut found);
    loi.extend(found);
}

/// The marks in a line, one of each. In a table `<br>` parts the paragraphs of a cell.
fn dong(line: &str, at: usize, loi: &mut Vec<LoiThanBai>) {
    let bare = line.trim();
    if !line.contains(['<', '(', '`', '~', '-', '*', '>', '_', '=', '^', '\\']) {
        return;
    }
    let of_cell = |chu: &str| bare.contains(['|', '\t']) && chu.to_lowercase().starts_with("<br");
    // A picture alone on its line or in its cell is one.
    let picture =
        bare.split(['|', '\t']).flat_map(|o| o.split("<br>")).any(|o| anh::la_hinh(o.trim()));
    // An image is no link besides.
    let of_image = |at: usize| line.get(..at).is_some_and(|before| before.ends_with('!'));
    let all = [&HINH, &LIEN_KET, &MA, &GACH_NGANG_CHU, &GACH_DUOI, &TO_NEN, &MU, &LENH, &THE_HTML];
    let marks = all.into_iter();
    let found = marks.filter_map(|(mau, ten, goi_y)| {
        let mut all = mau.as_ref()?.find_iter(line);
        let found = all.find(|m| {
            let own_picture = picture && m.as_str().starts_with("![");
            !(of_cell(m.as_str()) || of_image(m.start()) || own_picture)
        })?;
        Some(thua(found.as_str(), ten, goi_y))
    });
    let all = found.chain(ca_dong(bare)).chain(cheo_doi(line));
    loi.extend(all.map(|fault| LoiThanBai::canh_bao(at, fault)));
}

/// Two backslashes before a word are one on paper, as in the name of a server.
fn cheo_doi(line: &str) -> Option<Fault> {
    static HAI: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"(?:^|[^\\])(\\\\)[A-Za-z0-9]").ok());
    let found = HAI.as_ref()?.captures(line)?.get(1)?;
    let fault = Fault::new("leftover-markup", "hai dấu chéo ngược liền nhau in thành một dấu");
    Some(fault.hint("muốn in cả hai thì gõ bốn dấu").words(found.as_str()))
}

/// A mark that makes something of a whole line.
fn ca_dong(line: &str) -> Option<Fault> {
    let spaced =
        line.split(' ').count() >= 3 && line.split(' ').all(|one| one == "*" || one == "-");
    let rule = line.len() >= 3 && (line.bytes().all(|b| b == b'-') || line == "***" || spaced);
    let quoted = line.strip_prefix("> ").is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    match (rule, quoted) {
        (true, _) => {
            Some(thua(line, "đường kẻ", "bỏ dòng này; muốn tách đoạn thì để một dòng trống"))
        }
        (_, true) => Some(thua(">", "dấu trích dẫn", "bỏ dấu “>” ở đầu dòng")),
        _ => None,
    }
}

fn thua(chu: &str, ten: &str, goi_y: &str) -> Fault {
    let message = format!("{ten} “{chu}” không có tác dụng, sẽ in nguyên như đã gõ");
    Fault::new("leftover-markup", message).hint(goi_y).words(chu)
}

/// The text from the first run of stars on that stands before a word; each run is looked at once.
fn dam_mo(chu: &str) -> Option<&str> {
    let mut rest = chu;
    loop {
        rest = rest.get(rest.find("**")?..)?;
        let text = rest.trim_start_matches('*');
        if text.starts_with(|c: char| c.is_alphanumeric() || "“(".contains(c)) {
            return Some(rest);
        }
        rest = text;
    }
}

/// A `**` that begins bold text and has no end.
fn dam_ho(than_bai: &ThanBai, lines: &[&str], loi: &mut Vec<LoiThanBai>) {
    let doubtful = than_bai.cac_chu().map(Chu::chu_tron).filter(|chu| chu.contains("**"));
    for chu in doubtful.take(NHIEU_NHAT) {
        let opens = dam_mo(&chu);
        let Some(words) = opens.and_then(|rest| rest.split([' ', '|']).next()) else { continue };
        // Of lines that begin alike the one is meant whose marks don't pair.
        let holds = |line: &str| line.contains(words);
        let odd = |line: &str| line.matches("**").count() % 2 == 1;
        let at = lines.iter().position(|line| holds(line) && odd(line));
        let Some(at) = at.or_else(|| lines.iter().position(|line| holds(line))) else { continue };
        let message = "dấu “**” mở chữ đậm mà không có dấu “**” đóng lại, sẽ in nguyên như đã gõ";
        let fault = Fault::new("leftover-markup", message)
            .hint("thêm “**” ở cuối chữ đậm, hoặc bỏ dấu ấy; muốn in dấu sao thì viết “\\*”")
            .words(words);
        loi.push(LoiThanBai::canh_bao(at, fault));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tim(text: &str) -> Vec<(usize, String)> {
        let (_, loi) = ThanBai::parse(text);
        loi.into_iter().map(|l| (l.dong, l.fault.words)).collect()
    }

    #[test]
    fn marks_that_mean_nothing_are_told_where_they_stand() {
        for (text, dong, words) in [
            ("Đoạn.\n\n**Mục tiêu chung", 2, "**Mục"),
            ("- a\n- b **chữ đậm\ndở dang", 1, "**chữ"),
            ("Chữ <b>đậm</b>.", 0, "<b>"),
            ("Chữ<br/>dòng hai", 0, "<br/>"),
            ("Xem [trang](https://a.vn/b).", 0, "[trang](https://a.vn/b)"),
            ("Xem ![ảnh](a.png) này", 0, "![ảnh](a.png)"),
            ("Chạy `lệnh`.", 0, "`lệnh`"),
            ("Bỏ ~~chữ này~~.", 0, "~~chữ này~~"),
            ("Một.\n\n---\n\nHai.", 2, "---"),
            ("> Trích lời", 0, ">"),
            ("Tệp ở \\\\may-chu\\chung.", 0, "\\\\"),
            ("Một.\n\n* * *\n\nHai.", 2, "* * *"),
        ] {
            assert_eq!(tim(text), [(dong, words.to_owned())], "{text}");
        }
    }

    #[test]
    fn the_same_signs_in_plain_text_are_left_alone() {
        for text in [
            "| a | b |\n|---|---|\n| x<br>y | 1 |",
            "Tỷ lệ\n> 90% số xã; a < b và c > d; 5 * 3 ** 2",
            "Ghi chú (**) số liệu ước tính; \\*\\*chữ",
            "Điền vào <tên cơ quan>; khoảng ~ 5 km; mục [1](2)",
            "Tệp ở \\\\\\\\may-chu\\chung; C:\\Users\\a",
            "**Đậm** và *nghiêng* [^a]\n\n[^a]: Chú thích.",
        ] {
            assert_eq!(tim(text), [], "{text}");
        }
    }
}
