//! A table → an Excel workbook (.xlsx) of one sheet: dates that are dates, numbers that are numbers, all else text as it
//! stands, also where it looks like a formula or a number. The same table gives the same bytes.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::model::Ngay;

/// What the sheet is set in (Điều 8).
const PHONG: &str = "Times New Roman";
/// Type of the cells and of the title, in pt.
const CO_CHU: f64 = 11.0;
const CO_CHU_TEN: f64 = 14.0;
/// A4, as Excel counts papers.
const A4: u8 = 9;
/// Day, month, year in this order on every computer: a bare “/” would be the mark that its settings have.
const DANG_NGAY: &str = r"dd\/mm\/yyyy";
/// What a cell of Excel holds, in the units that it counts; and what stands at the end of one that had more.
const O_DAI_NHAT: usize = 32_767;
const CON_NUA: &str = " … (còn nữa, ô Excel không chứa hết)";

/// A sheet with its table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TrangTinh {
    /// The name on its tab.
    pub ten: String,
    pub tac_gia: String,
    /// The day that the file gives as its own; the clock is not asked.
    pub ngay: Option<Ngay>,
    /// Lines above the table; the one that names it is bold and larger.
    pub tren: Vec<String>,
    pub tieu_de: String,
    pub duoi: Vec<String>,
    pub cot: Vec<Cot>,
    /// Whether a row `(1)`, `(2)` … stands under the names, as in the decree's forms.
    pub dem_cot: bool,
    /// Whether the names are there to sift by.
    pub loc: bool,
    pub hang: Vec<Vec<O>>,
}

/// A column: its name, how wide it is in letters, whether its cells stand in the middle.
#[derive(Debug, Clone, PartialEq)]
pub struct Cot {
    pub ten: String,
    pub rong: f64,
    pub giua: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum O {
    Chu(String),
    Ngay(Ngay),
    So(u64),
}

impl O {
    /// A cell of dates as the register's rows have them; what is no date stays text.
    pub fn ngay(text: &str) -> Self {
        Ngay::parse(text).map_or_else(|_| Self::Chu(text.to_owned()), Self::Ngay)
    }

    /// The same of numbers.
    pub fn so(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Chu(text.to_owned()), Self::So)
    }
}

/// The workbook's bytes.
pub fn write(trang: &TrangTinh) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let made = ngay_excel(trang.ngay).or_else(|| ExcelDateTime::from_ymd(2020, 3, 5).ok());
    let about = DocProperties::new().set_title(&trang.tieu_de).set_author(&trang.tac_gia);
    let about = match &made {
        Some(day) => about.set_creation_datetime(day),
        None => about,
    };
    workbook.set_properties(&about);
    let sheet = workbook.add_worksheet();
    sheet.set_name(ten_trang(&trang.ten))?;
    kho_giay(sheet);
    let head = dau_trang(sheet, trang)?;
    let first = bang(sheet, trang, head)?;
    sheet.set_repeat_rows(head, first.saturating_sub(1))?;
    sheet.set_freeze_panes(first, 0)?;
    workbook.save_to_buffer()
}

/// A4 lying, all columns on one page; the count of pages in the foot. Margins in inches, those of the decree.
fn kho_giay(sheet: &mut Worksheet) {
    let mm = |mm: f64| mm / 25.4;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(mm(15.0), mm(15.0), mm(20.0), mm(20.0), mm(10.0), mm(10.0));
    sheet.set_footer("&CTrang &P/&N");
}

/// The lines above the table; the row in which the table begins.
fn dau_trang(sheet: &mut Worksheet, trang: &TrangTinh) -> Result<u32, XlsxError> {
    let last = so_cot(trang).saturating_sub(1);
    let plain = chu().set_align(FormatAlign::Center).set_font_size(CO_CHU);
    let strong = plain.clone().set_bold();
    let title = strong.clone().set_font_size(CO_CHU_TEN);
    let above = trang.tren.iter().map(|line| (line, &strong));
    let name = [&trang.tieu_de].into_iter().filter(|line| !line.is_empty());
    let below = trang.duoi.iter().map(|line| (line, &plain));
    let mut row = 0_u32;
    for (line, format) in above.chain(name.map(|line| (line, &title))).chain(below) {
        match last {
            0 => drop(sheet.write_string_with_format(row, 0, vua_o(line), format)?),
            last => drop(sheet.merge_range(row, 0, row, last, &vua_o(line), format)?),
        }
        row = row.saturating_add(1);
    }
    // A bare row, so that Excel sees where the table begins.
    Ok(if row == 0 { 0 } else { row.saturating_add(1) })
}

/// The table from the row `head` on; the row of its first cells.
fn bang(sheet: &mut Worksheet, trang: &TrangTinh, head: u32) -> Result<u32, XlsxError> {
    let middle = o().set_align(FormatAlign::Center);
    let names = middle.clone().set_align(FormatAlign::VerticalCenter).set_bold();
    let text = [o().set_num_format("@"), middle.clone().set_num_format("@")];
    let quoted = text.clone().map(Format::set_quote_prefix);
    let day = middle.clone().set_num_format(DANG_NGAY);
    let number = middle.clone().set_num_format("0");
    for (index, column) in (0_u16..).zip(&trang.cot) {
        sheet.set_column_width(index, column.rong)?;
        sheet.write_string_with_format(head, index, vua_o(&column.ten), &names)?;
    }
    let mut first = head.saturating_add(1);
    if trang.dem_cot {
        for (index, count) in (0..so_cot(trang)).zip(1_u16..) {
            sheet.write_string_with_format(first, index, format!("({count})"), &middle)?;
        }
        first = first.saturating_add(1);
    }
    let mut row = first;
    for cells in &trang.hang {
        for ((index, column), cell) in (0_u16..).zip(&trang.cot).zip(cells) {
            let [left, mid] = if nhu_cong_thuc(cell) { &quoted } else { &text };
            let words = if column.giua { mid } else { left };
            match cell {
                O::So(value) => sheet.write_number_with_format(row, index, *value as f64, &number),
                O::Ngay(value) => match ngay_excel(Some(*value)) {
                    Some(value) => sheet.write_datetime_with_format(row, index, &value, &day),
                    None => sheet.write_string_with_format(row, index, value.to_string(), words),
                },
                O::Chu(value) => sheet.write_string_with_format(row, index, vua_o(value), words),
            }?;
        }
        row = row.saturating_add(1);
    }
    if trang.loc {
        let last = row.saturating_sub(1).max(head);
        sheet.autofilter(head, 0, last, so_cot(trang).saturating_sub(1))?;
    }
    Ok(first)
}

fn so_cot(trang: &TrangTinh) -> u16 {
    u16::try_from(trang.cot.len()).unwrap_or(u16::MAX)
}

fn chu() -> Format {
    Format::new().set_font_name(PHONG).set_font_size(CO_CHU)
}

fn o() -> Format {
    chu().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin)
}

/// Excel's days begin in 1900.
fn ngay_excel(ngay: Option<Ngay>) -> Option<ExcelDateTime> {
    ExcelDateTime::parse_from_str(&ngay?.ngay().format("%Y-%m-%d").to_string()).ok()
}

/// Text that Excel would take for a formula as soon as someone has been in the cell.
fn nhu_cong_thuc(cell: &O) -> bool {
    matches!(cell, O::Chu(text) if text.starts_with(['=', '+', '-', '@']))
}

/// Text that fits into a cell; what was longer says so.
fn vua_o(text: &str) -> String {
    let units = |text: &str| text.encode_utf16().count();
    if units(text) <= O_DAI_NHAT {
        return text.to_owned();
    }
    let mut room = O_DAI_NHAT.saturating_sub(units(CON_NUA));
    let kept = text.chars().take_while(|c| {
        let fits = room >= c.len_utf16();
        room = room.saturating_sub(c.len_utf16());
        fits
    });
    let kept: String = kept.collect();
    format!("{kept}{CON_NUA}")
}

/// A tab's name: thirty-one letters, and none of those that Excel keeps for itself.
fn ten_trang(ten: &str) -> String {
    let plain = ten.chars().map(|c| if "[]:*?/\\'".contains(c) { '-' } else { c });
    let name: String = plain.take(31).collect();
    if name.trim().is_empty() { "Trang 1".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::danh_sach;

    fn trang() -> TrangTinh {
        let cot = |ten: &str, rong| Cot { ten: ten.to_owned(), rong, giua: false };
        let chu = |text: &str| O::Chu(text.to_owned());
        TrangTinh {
            ten: "Sổ 2023/HĐND".into(),
            ngay: Ngay::parse("15/3/2023").ok(),
            cot: vec![cot("Số", 12.0), cot("Ngày", 12.0), cot("Số bản", 8.0), cot("Lời", 40.0)],
            loc: true,
            hang: vec![
                vec![chu("05/KH-HĐND"), O::ngay("5/3/2023"), O::so("07"), chu("=1+1")],
                vec![chu("007"), O::ngay("hôm qua"), O::so("vài"), chu("1e5")],
            ],
            ..TrangTinh::default()
        }
    }

    /// Read by the reader of lists, a cell shows what the register has.
    #[test]
    fn what_is_written_is_read_again() {
        let bytes = write(&trang()).unwrap();
        let read = danh_sach::doc("a.xlsx", &bytes, None).unwrap();
        let rows: Vec<Vec<&str>> =
            read.hang.iter().map(|h| h.o.values().map(|o| o.chu.as_str()).collect()).collect();
        assert_eq!(rows[1], ["05/KH-HĐND", "05/03/2023", "7", "=1+1"]);
        assert_eq!(rows[2], ["007", "hôm qua", "vài", "1e5"]);
        // Neither depends on a computer's settings.
        assert!(read.hang.iter().flat_map(|h| h.o.values()).all(|o| o.theo_may.is_none()));
    }

    /// A book that is made twice is the same file: whoever compares two sees what has changed.
    #[test]
    fn the_same_table_gives_the_same_bytes() {
        assert_eq!(write(&trang()).unwrap(), write(&trang()).unwrap());
    }

    #[test]
    fn a_day_before_excel_and_a_text_without_end_are_still_told() {
        let long = "ộ".repeat(O_DAI_NHAT + 9);
        let hang = vec![vec![O::Chu(long), O::ngay("1/1/1890")]];
        let bytes = write(&TrangTinh { hang, ..trang() }).unwrap();
        let read = danh_sach::doc("a.xlsx", &bytes, None).unwrap();
        assert!(read.hang[1].o[&0].chu.ends_with(CON_NUA));
        assert_eq!(read.hang[1].o[&0].chu.chars().count(), O_DAI_NHAT);
        assert_eq!(read.hang[1].o[&1].chu, "1/1/1890");
    }

    #[test]
    fn an_empty_table_is_a_table() {
        let empty = TrangTinh { hang: Vec::new(), tieu_de: "Sổ".into(), ..trang() };
        assert!(danh_sach::doc("a.xlsx", &write(&empty).unwrap(), None).is_ok());
    }
}
