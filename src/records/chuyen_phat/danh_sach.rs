//! Lists for Excel: who gets the document by which way, and how many copies to print.

use super::DonGui;
use crate::records::so_dang_ky::csv::khong_cong_thuc;

/// Excel takes a file for UTF-8 only with this at its beginning.
const BOM: &[u8] = b"\xEF\xBB\xBF";

/// The list of recipients: number, name, way, code, addresses, copies, folder in the package, and the line
/// of Nơi nhận that names them.
pub fn danh_sach_gui(don: &DonGui, goi: &[String]) -> Result<Vec<u8>, String> {
    let head = [
        "TT",
        "Nơi nhận",
        "Cách gửi",
        "Mã định danh",
        "Thư điện tử",
        "Địa chỉ",
        "Số bản giấy",
        "Gói",
        "Theo dòng Nơi nhận",
    ];
    let rows = (1..).zip(&don.phan_phat.noi).zip(goi).map(|((so, n), goi): ((usize, _), _)| {
        let or_none = |text: Option<&str>| text.unwrap_or_default().to_owned();
        vec![
            so.to_string(),
            n.noi.ten().to_owned(),
            n.noi.kenh().ten().to_owned(),
            or_none(n.noi.ma()),
            or_none(n.noi.email()),
            or_none(n.noi.dia_chi()),
            n.noi.so_ban_giay().to_string(),
            goi.clone(),
            n.theo.clone(),
        ]
    });
    csv(&head, rows)
}

/// Copies to print: recipients on paper, then bản lưu, then the sum.
pub fn so_ban_in(don: &DonGui) -> Result<Vec<u8>, String> {
    let phat = &don.phan_phat;
    let gui = phat.nhan_giay().map(|(_, n)| (n.noi.ten().to_owned(), n.noi.so_ban_giay()));
    let luu = phat.luu.iter().map(|b| (format!("Lưu: {}", b.ten), b.so_ban));
    let rows = (1..)
        .zip(gui.chain(luu))
        .map(|(so, (ten, so_ban)): (usize, _)| vec![so.to_string(), ten, so_ban.to_string()]);
    let sum = vec![String::new(), "Tổng số bản in".to_owned(), phat.so_ban_in().to_string()];
    csv(&["TT", "Nơi nhận, nơi lưu", "Số bản"], rows.chain([sum]))
}

/// A table as CSV that Excel opens with a double click.
pub fn csv(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Vec<u8>, String> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(BOM.to_vec());
    writer.write_record(head).map_err(|e| e.to_string())?;
    for row in rows {
        writer
            .write_record(row.iter().map(|cell| khong_cong_thuc(cell)))
            .map_err(|e| e.to_string())?;
    }
    writer.into_inner().map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excel_reads_vietnamese_and_computes_nothing() {
        let row = vec!["=1+1".to_owned(), "Phường 1, \"Cao Lãnh\"".to_owned()];
        let bytes = csv(&["Tên", "Địa chỉ"], [row].into_iter()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert_eq!(text, "\u{feff}Tên,Địa chỉ\r\n'=1+1,\"Phường 1, \"\"Cao Lãnh\"\"\"\r\n");
    }
}
