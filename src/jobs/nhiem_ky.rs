//! Numbers by terms against the days that the office's file now gives its terms: whoever moves a day after papers were
//! numbered is told which papers that puts into another term.

use crate::diagnostic::Diagnostic;
use crate::model::CoQuan;
use crate::model::ky_danh_so::DIEU_KHOAN_NHIEM_KY;
use crate::reading::source::ten_tep;
use crate::records::so_dang_ky::{Muc, SoCai};

/// How it is told.
#[derive(Debug, Clone, Copy)]
pub enum MucDo {
    Loi,
    CanhBao,
}

/// The first paper of each series that is of another time by the office's file. `dinh` limits it to some series.
pub fn trai_nhiem_ky(
    cai: &SoCai,
    offices: &[CoQuan],
    dinh: &dyn Fn(&Muc) -> bool,
    muc_do: MucDo,
) -> Vec<Diagnostic> {
    let mut found: Vec<(&Muc, Diagnostic)> = Vec::new();
    for muc in cai.tat_ca().filter(|muc| !muc.dong.day.ky.la_nam() && dinh(muc)) {
        let day = &muc.dong.day;
        let told = found.iter().any(|(other, _)| other.dong.day == *day);
        let Some((office, ngay)) = cua(offices, muc).filter(|_| !told) else { continue };
        let nay = office.danh_so.ky(ngay.ngay()).ok();
        if nay.as_ref() == Some(&day.ky) {
            continue;
        }
        let nay = nay.map_or("không kỳ nào đã khai".to_owned(), |ky| ky.goi());
        let message = format!(
            "số {} ngày {ngay} ghi trong sổ {}, mà theo {} ngày ấy thuộc {nay}",
            muc.so_hieu,
            day.ky.goi(),
            ten_tep(&office.tep)
        );
        let fault = match muc_do {
            MucDo::Loi => Diagnostic::error("term-differs", message),
            MucDo::CanhBao => Diagnostic::warning("term-differs", message),
        };
        let fault = fault
            .hint("xem lại tu_ngay, den_ngay ở mục so_dang_ky: số đã ghi sổ thì không đổi sang kỳ khác được")
            .clause(DIEU_KHOAN_NHIEM_KY)
            .at(muc.place.clone());
        found.push((muc, fault));
    }
    found.into_iter().map(|(_, fault)| fault).collect()
}

/// The office that a number is of, and the paper's day.
fn cua<'c>(offices: &'c [CoQuan], muc: &Muc) -> Option<(&'c CoQuan, crate::model::Ngay)> {
    let office = offices.iter().find(|own| own.ky_hieu == muc.dong.day.co_quan)?;
    Some((office, muc.dong.ngay?))
}
