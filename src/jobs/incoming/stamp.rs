//! `incoming stamp`: the ĐẾN stamp on a copy of the PDF that came. The file that came stays as it came.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::opened::{IncomingPlace, doc_lanh, kho_den, tim_den};
use super::print::co_quan;
use crate::diagnostic::Diagnostic;
use crate::jobs::so_sach::loi_tham_so;
use crate::jobs::{Means, Outcome, duong_dan, load};
use crate::machine::output::{self, Ready};
use crate::machine::paths::inside;
use crate::model::CoQuan;
use crate::records::phat_hanh::bang_ke::{self, BangKe};
use crate::records::so_den::{DUOI_DAU, DongDen, TinhTrangDen, dau_tep, dich_den};
use crate::word::doc_pdf::DocPdf;
use crate::writers::pdf::dau_den::{self, Ben, ChoDau, ChoTrong, DauDen, dong_dau};

/// On which paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StampRequest {
    pub so_den: String,
    /// `duoi-so`, `duoi-ngay`, `10,45`.
    pub cho_dau: Option<String>,
    /// The file of the copy; without it one beside the file that came.
    #[serde(with = "duong_dan")]
    pub output: Option<PathBuf>,
    /// Says where the stamp would stand, and writes nothing.
    pub thu: bool,
    pub place: IncomingPlace,
}

/// A stamped copy that no file has yet.
struct BanDau {
    ten: String,
    bytes: Vec<u8>,
    cho: ChoDau,
    /// Where it stands if nobody says where.
    ben: PathBuf,
}

pub(super) fn stamp(
    request: &StampRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<(), Vec<Diagnostic>> {
    let ban = ban_dau(request, means, outcome)?;
    let at = cach_mep(ban.cho);
    if request.thu {
        outcome.lines.push(format!("chưa ghi gì; dấu đến sẽ nằm {at}"));
        return Ok(());
    }
    let path = request.output.clone().unwrap_or(ban.ben);
    output::write_new(&[Ready { path: path.clone(), bytes: ban.bytes }]).map_err(|fault| {
        // The copy that was made with the entry is in its list of files: without it the book would not be whole.
        let hint = "làm bản nữa có tên khác: thêm -o dau-den.pdf; đừng xoá bản đang có, vì bảng kê kể cả nó";
        vec![if fault.code == "already-there" { fault.hint(hint) } else { fault }]
    })?;
    outcome.made.push(path);
    outcome.notes.push(format!("dấu đến nằm {at}"));
    Ok(())
}

/// The copy as a file to keep, by its name.
pub fn tep_dau(
    request: &StampRequest,
    means: &Means,
) -> Result<(String, Vec<u8>), Vec<Diagnostic>> {
    let ban = ban_dau(request, means, &mut Outcome::default())?;
    Ok((ban.ten, ban.bytes))
}

/// The copy's first page as a picture.
pub fn anh_dau(
    request: &StampRequest,
    means: &Means,
) -> Result<(String, Vec<u8>), Vec<Diagnostic>> {
    let ban = ban_dau(request, means, &mut Outcome::default())?;
    let seen = DocPdf::moi(means.exe).anh_trang(&ban.bytes).map_err(|why| {
        let message = format!("chưa xem được trang đầu của tệp PDF: {why}");
        vec![Diagnostic::error("stamp-refused", message).hint("tải bản có dấu về rồi xem")]
    })?;
    Ok(("trang-dau.png".to_owned(), seen))
}

pub(super) fn cach_mep(cho: ChoDau) -> String {
    match cho {
        ChoDau::O(x, y) => format!("ở trang đầu, cách mép trái {x} mm, mép trên {y} mm"),
        ChoDau::DuoiSo => "ở trang đầu, dưới số, ký hiệu".to_owned(),
        ChoDau::DuoiNgay => "ở trang đầu, dưới ngày tháng".to_owned(),
    }
}

/// Makes the copy of the file that came.
fn ban_dau(
    request: &StampRequest,
    means: &Means,
    outcome: &mut Outcome,
) -> Result<BanDau, Vec<Diagnostic>> {
    let one = |fault| vec![fault];
    doc_cho(request.cho_dau.as_deref())?;
    let (kho, offices) = kho_den(&request.place);
    let doc = doc_lanh(&kho)?;
    let muc = tim_den(&doc.cai, &request.so_den).map_err(one)?;
    let refuse = |why: &str| {
        let message = format!("số đến {} {why}", muc.so_den());
        vec![
            Diagnostic::error("stamp-refused", message)
                .hint("đóng dấu trên giấy; xem số ấy: vanthu incoming list")
                .at(muc.place.clone()),
        ]
    };
    if muc.tinh_trang() == TinhTrangDen::Huy {
        return Err(refuse("đã huỷ"));
    }
    let dich = dich_den(muc.so_den());
    let list = kho.doc_tep(&dich, bang_ke::TEP).and_then(|bytes| BangKe::doc(&bytes));
    let names = list.iter().flat_map(|list| list.tep.keys());
    let mut kept = names.filter_map(|ten| Some((ten.clone(), kho.doc_tep(&dich, ten)?)));
    // The file that came is known by its digest: a stamped copy may be kept beside it.
    let kept = kept.find(|(_, bytes)| dau_tep(bytes) == muc.den.tep);
    let (ten, bytes) = kept.ok_or_else(|| refuse("không có tệp nào được lưu"))?;
    let dau = dau_cua(&muc.den, muc.giao.last(), offices.first())?;
    let cho = tim_cho(request.cho_dau.as_deref(), &bytes, means, outcome)?;
    let stamped = dong_dau_vao(&ten, &bytes, &dau, cho)?;
    let ten = ten_ban_dau(&ten, &|_| false);
    let ben = inside(&kho.duong_dan(&dich), &ten);
    Ok(BanDau { ten, bytes: stamped, cho, ben })
}

/// The copy's name, which no other file of the folder has.
pub(super) fn ten_ban_dau(ten: &str, known: &dyn Fn(&str) -> bool) -> String {
    let goc = ten.rsplit_once('.').map_or(ten, |(goc, _)| goc);
    let more = (2_usize..).map(|so| format!("{goc}-{so}{DUOI_DAU}"));
    let own = std::iter::once(format!("{goc}{DUOI_DAU}")).chain(more);
    own.into_iter().find(|ten| !known(ten)).unwrap_or_default()
}

fn doc_cho(text: Option<&str>) -> Result<Option<ChoDau>, Vec<Diagnostic>> {
    let read = text.map(ChoDau::doc).transpose();
    read.map_err(|fault| vec![loi_tham_so("--cho-dau", fault)])
}

/// Where the stamp goes: where the clerk says, else into the blank under number and subject, else under the date. Where
/// none of them has room it is told, and the stamp covers as little as it can.
pub(super) fn tim_cho(
    text: Option<&str>,
    bytes: &[u8],
    means: &Means,
    outcome: &mut Outcome,
) -> Result<ChoDau, Vec<Diagnostic>> {
    let asked = doc_cho(text)?;
    let (sides, usual): (&[Ben], ChoDau) = match asked {
        Some(own @ ChoDau::O(..)) => return Ok(own),
        Some(ChoDau::DuoiNgay) => (&[Ben::DuoiNgay], ChoDau::DuoiNgay),
        Some(ChoDau::DuoiSo) => (&[Ben::DuoiSo], ChoDau::DuoiSo),
        None => (&[Ben::DuoiSo, Ben::DuoiNgay], ChoDau::DuoiSo),
    };
    let page = match DocPdf::moi(means.exe).trang_dau(bytes) {
        Ok(page) => page,
        Err(why) => {
            // Whether it can be stamped at all is asked, and told, later.
            outcome.notes.push(format!(
                "chưa xem được trang đầu của tệp PDF ({why}) để tìm khoảng trống cho dấu đến"
            ));
            return Ok(usual);
        }
    };
    let places = sides.iter().filter_map(|side| Some((*side, dau_den::tim(&page, *side)?)));
    let Some((side, place)) = places.min_by_key(|(_, place)| place.de) else { return Ok(usual) };
    let ChoTrong { x, y, de } = place;
    if de > 0 {
        let message = format!(
            "trang đầu không còn khoảng trống 50 × 35 mm cho dấu đến: dấu đè lên chữ hoặc hình, chỗ ít nhất là cách mép trái {x} mm, mép trên {y} mm"
        );
        outcome.diagnostics.push(Diagnostic::warning("stamp-covers", message).hint(
            "xem bản có dấu; chọn chỗ khác bằng số mm tính từ mép trái và mép trên trang, ví dụ: --cho-dau 120,60",
        ));
    } else if side == Ben::DuoiNgay && asked.is_none() {
        outcome.notes.push(format!(
            "dưới số, ký hiệu và trích yếu không đủ chỗ: dấu đến đặt dưới ngày tháng, cách mép trái {x} mm, mép trên {y} mm"
        ));
    }
    Ok(ChoDau::O(x, y))
}

/// What the stamp says of a paper.
pub(super) fn dau_cua(
    den: &DongDen,
    giao: Option<&DongDen>,
    office: Option<&CoQuan>,
) -> Result<DauDen, Vec<Diagnostic>> {
    let office = co_quan(office.map(std::slice::from_ref).unwrap_or_default())?;
    Ok(DauDen {
        co_quan: office.ten.to_string(),
        so: format!("{:02}", den.so_den.so),
        ngay: den.ngay.map(|ngay| ngay.to_string()).unwrap_or_default(),
        chuyen: giao.map(|giao| giao.nguoi_nhan.clone()).unwrap_or_default(),
        ho_so: String::new(),
    })
}

/// The bytes of the stamped copy.
pub(super) fn dong_dau_vao(
    ten: &str,
    bytes: &[u8],
    dau: &DauDen,
    cho: ChoDau,
) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let fonts = load::fonts(None).map_err(|fault| vec![fault])?;
    Ok(dong_dau(ten, bytes, dau, cho, &fonts)?.bytes)
}
