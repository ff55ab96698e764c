//! The names of the files: from a column, or from the paper's own name and the row.

use super::cac_dong::{CacDong, Dong};
use super::request::MergeRequest;
use crate::diagnostic::Diagnostic;
use crate::model::o_tron::khoa;
use crate::reading::source::ten_goc;
use crate::records::chuyen_phat::ten_tep::{TenDaDung, ten_tep};

/// The name of each row's files, without ending. Names that fall together are numbered and told.
pub(super) fn cac_ten(dong: &mut CacDong, request: &MergeRequest) -> Vec<String> {
    let stem = ten_goc(&request.tep.display().to_string()).to_owned();
    let width = dong.dong.last().map_or(1, |last| last.so.to_string().len()).max(3);
    let mut taken = TenDaDung::default();
    let mut names = Vec::new();
    let mut told = Vec::new();
    for row in &dong.dong {
        let by_row = || format!("{stem}-{:0width$}", row.so);
        let wanted = match &request.ten_theo {
            Some(ten) if gia_tri(row, ten).contains(char::is_alphanumeric) => {
                ten_tep(gia_tri(row, ten))
            }
            Some(ten) => {
                let message = format!(
                    "dòng {}: cột “{ten}” không có chữ để đặt tên tệp, tệp mang tên “{}”",
                    row.so,
                    by_row()
                );
                told.push(Diagnostic::warning("same-file-name", message));
                by_row()
            }
            None => by_row(),
        };
        let name = taken.lay(&wanted);
        if name != wanted {
            let message = format!(
                "dòng {}: tên tệp “{wanted}” đã có dòng khác dùng, đổi thành “{name}”",
                row.so
            );
            told.push(Diagnostic::warning("same-file-name", message));
        }
        names.push(name);
    }
    dong.canh_bao.extend(told);
    names
}

fn gia_tri<'d>(row: &'d Dong, ten: &str) -> &'d str {
    let key = khoa(ten);
    let found = row.dong.o.iter().find(|(own, _)| khoa(own) == key);
    found.map_or("", |(_, value)| value.as_str())
}
