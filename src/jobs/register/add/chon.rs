//! Each field of the entry: what the command says goes before what the file says, a difference is told, a guess is asked
//! for, and what is missing is told all at once.

use super::AddRequest;
use super::tu_tep::{O, TuTep};
use crate::diagnostic::Diagnostic;
use crate::jobs::khac_tep::{chu, khac};
use crate::jobs::register::ky_hieu::{
    chon_co_quan, cot_trich_yeu, day_trong_ky, doc_so_hieu, la_lung, loai_cua_ky_hieu,
    loai_dau_cau, loai_theo_ten,
};
use crate::jobs::so_sach::{chua_ro_ky, loi_tham_so};
use crate::model::{CoQuan, Fault, Ky, Loai, Ngay};
use crate::records::so_dang_ky::{Dong, SoHieu, Viec};

/// An entry, all of it decided but what the register says.
pub struct Muc {
    pub dong: Dong,
    pub so_hieu: SoHieu,
    pub ngay: Ngay,
    /// The first number of the series in its year.
    pub dau: u64,
    /// What the files have told, a field each behind the file's name.
    pub doc_duoc: Vec<(String, String)>,
    pub canh_bao: Vec<Diagnostic>,
}

/// A field: its name, and the option that says it.
#[derive(Clone, Copy)]
struct Truong {
    ten: &'static str,
    co: &'static str,
}

const SO_HIEU: Truong = Truong {
    ten: "số, ký hiệu",
    co: "số, ký hiệu ở đầu lệnh, ví dụ 105/KH-HĐND",
};
const NGAY: Truong = Truong { ten: "ngày văn bản", co: "--date" };
const LOAI: Truong = Truong { ten: "loại văn bản", co: "--loai" };
const TRICH_YEU: Truong = Truong { ten: "trích yếu", co: "--trich-yeu" };
const NGUOI_KY: Truong = Truong { ten: "người ký", co: "--nguoi-ky" };
const NOI_NHAN: Truong = Truong { ten: "nơi nhận", co: "--noi-nhan" };
const LUU: Truong = Truong { ten: "nơi lưu", co: "--luu" };

/// Whether a field must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Can {
    Phai,
    CungDuoc,
}

/// What has been chosen so far.
#[derive(Default)]
struct Chon {
    doc_duoc: Vec<(String, String)>,
    thieu: Vec<Diagnostic>,
    canh_bao: Vec<Diagnostic>,
}

/// Decides the entry.
pub fn chon(request: &AddRequest, doc: &TuTep, offices: &[CoQuan]) -> Result<Muc, Vec<Diagnostic>> {
    let mut chon = Chon::default();
    let so_hieu = chon.so_hieu(request, doc);
    let ngay = chon.ngay(request, doc);
    let given = request.loai.as_deref().map(doc_loai).transpose();
    let given = given.unwrap_or_else(|fault| {
        chon.thieu.push(fault);
        None
    });
    let chu = |o: &Option<String>| o.as_deref().map(str::trim).unwrap_or_default().to_owned();
    let trich_yeu = chon.lay(TRICH_YEU, &request.trich_yeu, &doc.trich_yeu, Can::Phai);
    let nguoi_ky = chon.lay(NGUOI_KY, &request.nguoi_ky, &doc.nguoi_ky, Can::Phai);
    let noi_nhan = chon.lay(NOI_NHAN, &request.noi_nhan, &doc.noi_nhan, Can::Phai);
    let luu = chon.lay(LUU, &request.luu, &doc.luu, Can::CungDuoc);
    let (Some(so_hieu), Some(ngay)) = (so_hieu, ngay) else { return Err(chon.thieu) };
    chon.thieu.extend(khac_nam(request, ngay));
    let office = chon_co_quan(offices, request.co_quan.as_deref(), &[so_hieu.ky_hieu.as_str()]);
    let office = office.map_err(|fault| [chon.thieu.clone(), vec![fault]].concat())?;
    let told = given.or_else(|| loai_cua_ky_hieu(&so_hieu.ky_hieu, office));
    let told = told.or_else(|| loai_dau_cau(&trich_yeu));
    let loai = chon.loai(told, doc);
    let ky = office.danh_so.ky(ngay.ngay()).map_err(|fault| vec![chua_ro_ky(office, fault)])?;
    let day = day_trong_ky(office, loai, &ky);
    if day.is_none() && chon.thieu.is_empty() {
        chon.thieu.push(thieu(LOAI));
    }
    let Some(day) = day.filter(|_| chon.thieu.is_empty()) else { return Err(chon.thieu) };
    let strange = la_lung(&so_hieu, office, loai);
    chon.canh_bao.extend(strange.map(|text| {
        Diagnostic::warning("bad-symbol", text).hint("văn bản ghi đúng như vậy thì thôi")
    }));
    let dong = Dong {
        ngay: Some(ngay),
        trich_yeu: cot_trich_yeu(loai, &trich_yeu),
        nguoi_ky,
        noi_nhan,
        luu,
        so_ban: request.so_ban,
        ghi_chu: chu(&request.ghi_chu),
        ..Dong::moi(Viec::VaoSo, day.clone(), Some(so_hieu.clone()))
    };
    let dau = day.so_dau(office);
    let Chon { doc_duoc, canh_bao, .. } = chon;
    Ok(Muc { dong, so_hieu, ngay, dau, doc_duoc, canh_bao })
}

/// The year behind a number is that of its day: papers of December that are signed in January have a day of one of them.
fn khac_nam(request: &AddRequest, ngay: Ngay) -> Option<Diagnostic> {
    let named = request.so_hieu.as_deref().and_then(|text| doc_so_hieu(text).ok()?.ky)?;
    let Ky::Nam(nam) = named else { return None };
    (nam != ngay.nam()).then(|| {
        let message = format!("số ghi năm {nam}, mà ngày văn bản là {ngay}");
        Diagnostic::error("bad-event", message)
            .hint("sửa lại một trong hai: văn bản vào sổ của năm ghi ở ngày văn bản")
    })
}

impl Chon {
    /// The command's word, or else the file's.
    fn lay(&mut self, truong: Truong, lenh: &Option<String>, tep: &O, can: Can) -> String {
        let said = |text: &Option<String>| {
            let text = text.as_deref().map(str::trim).unwrap_or_default();
            Some(text.to_owned()).filter(|text| !text.is_empty())
        };
        match (said(lenh), said(&tep.chu), &tep.ngo) {
            (Some(own), Some(other), _) => {
                self.khac(truong, &own, &other, &tep.tep);
                own
            }
            (Some(own), None, _) => own,
            (None, Some(found), Some(why)) => {
                self.thieu.push(chua_chac(truong, &tep.tep, &found, why));
                String::new()
            }
            (None, Some(found), None) => {
                self.doc_duoc.push((tep.tep.clone(), format!("{}: {found}", truong.ten)));
                found
            }
            (None, None, _) => {
                self.thieu.extend((can == Can::Phai).then(|| thieu(truong)));
                String::new()
            }
        }
    }

    /// Tells of a file that says something else than the command; blanks, capitals and marks don't count.
    fn khac(&mut self, truong: Truong, own: &str, other: &str, tep: &str) {
        let (a, b) = (chu(own), chu(other));
        // Column 3 may be given whole, with the name of the kind.
        if a == b || truong.co == TRICH_YEU.co && a.ends_with(&b) {
            return;
        }
        self.canh_bao.push(khac(truong.ten, own, other, tep));
    }

    /// The command may say the number alone; the symbol is then the file's.
    fn so_hieu(&mut self, request: &AddRequest, doc: &TuTep) -> Option<SoHieu> {
        let given = match request.so_hieu.as_deref().map(doc_so_hieu).transpose() {
            Ok(given) => given,
            Err(why) => {
                let fault = Fault::new("bad-number", why).hint("ghi, ví dụ: 105/KH-HĐND");
                self.thieu.push(loi_tham_so(SO_HIEU.ten, fault));
                return None;
            }
        };
        let read = doc.so_hieu.chu.as_deref().and_then(|text| doc_so_hieu(text).ok());
        let o = O { chu: read.as_ref().map(ToString::to_string), ..doc.so_hieu.clone() };
        let named = match &given {
            Some(own) if own.ky_hieu.is_some() => {
                let ky_hieu = own.ky_hieu.clone().unwrap_or_default();
                Some(SoHieu { so: own.so, ky_hieu }.khong_dem())
            }
            Some(own) => match read.as_ref().and_then(|read| read.ky_hieu.clone()) {
                Some(ky_hieu) if o.ngo.is_none() => {
                    Some(SoHieu { so: own.so, ky_hieu }.to_string())
                }
                _ => {
                    let message = format!("còn thiếu ký hiệu của số {:02}", own.so);
                    let hint = "ghi cả ký hiệu như in trên văn bản, ví dụ: 105/KH-HĐND";
                    self.thieu.push(Diagnostic::error("entry-incomplete", message).hint(hint));
                    return None;
                }
            },
            None => None,
        };
        let text = self.lay(SO_HIEU, &named, &o, Can::Phai);
        let found = doc_so_hieu(&text).ok()?;
        let Some(ky_hieu) = found.ky_hieu else {
            let message = format!("tệp {} có số {:02} mà không có ký hiệu", o.tep, found.so);
            let hint = "ghi cả số và ký hiệu, ví dụ: 105/KH-HĐND";
            self.thieu.push(Diagnostic::error("entry-incomplete", message).hint(hint));
            return None;
        };
        Some(SoHieu { so: found.so, ky_hieu })
    }

    fn ngay(&mut self, request: &AddRequest, doc: &TuTep) -> Option<Ngay> {
        let given = request.date.as_deref().map(Ngay::parse).transpose();
        let given = match given {
            Ok(given) => given.map(|ngay| ngay.to_string()),
            Err(fault) => {
                self.thieu.push(loi_tham_so("--date", fault));
                return None;
            }
        };
        let text = self.lay(NGAY, &given, &doc.ngay, Can::Phai);
        Ngay::parse(&text).ok()
    }

    /// What command, symbol or subject tell goes before the file's title.
    fn loai(&mut self, told: Option<Loai>, doc: &TuTep) -> Option<Loai> {
        let lenh = told.map(|loai| loai.ten().to_owned());
        let chosen = self.lay(LOAI, &lenh, &doc.loai, Can::CungDuoc);
        told.or_else(|| loai_theo_ten(&chosen))
    }
}

fn doc_loai(text: &str) -> Result<Loai, Diagnostic> {
    loai_theo_ten(text).ok_or_else(|| {
        let message = format!("không có loại văn bản “{text}”");
        Diagnostic::error("wrong-use", message).hint(
            "ghi tên loại, ví dụ: Kế hoạch; loại riêng của cơ quan thì ghi tên loại ở đầu trích yếu",
        )
    })
}

fn thieu(truong: Truong) -> Diagnostic {
    let message = format!("chưa vào sổ: còn thiếu {}", truong.ten);
    Diagnostic::error("entry-incomplete", message).hint(format!("ghi thêm {}", co_loi(truong)))
}

/// How the command says the field.
fn co_loi(truong: Truong) -> String {
    match truong.co.starts_with('-') {
        true => format!("{} …", truong.co),
        false => truong.co.to_owned(),
    }
}

fn chua_chac(truong: Truong, tep: &str, found: &str, why: &str) -> Diagnostic {
    let message = format!("tệp {tep}: chưa chắc {} là “{found}”: {why}", truong.ten);
    Diagnostic::error("entry-incomplete", message)
        .hint(format!("xem tệp rồi ghi rõ {}", co_loi(truong)))
}
