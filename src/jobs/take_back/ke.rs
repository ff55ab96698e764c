//! What is told of the edits, each with what has become of it.

use super::Xong;
use super::ban_do::TruongChu;
use super::cau_mau::goi_y as goi_y_cua;
use super::cho_sua::CacChoSua;
use super::con_khac::Theo;
use super::theo_nguon::KhongLay;
use crate::diagnostic::Diagnostic;
use crate::jobs::Outcome;
use crate::reading::source::{HoSoNguon, ten_tep};
use crate::word::so_sanh::cau::trich;

/// The file says nothing of the source that it was made of.
pub const KHONG_DAU: &str =
    "tệp Word không còn dấu của bản đã soạn, nên mọi chỗ khác với nguồn hôm nay đều coi là chỗ sửa";

/// Looks that are told one by one.
const KE: usize = 20;

/// All that is to be told.
pub fn ke(xong: &Xong, truoc: &HoSoNguon, dry_run: bool, outcome: &mut Outcome) {
    let (mut lay, mut trinh_bay) = (0_usize, 0_usize);
    let all = xong.cac.cac.iter().zip(&xong.ket_cuc).zip(&xong.goi_y);
    for ((cho, ket_cuc), goi_y) in all {
        let what = format!("{}: {}", cho.noi, cho.cau);
        match ket_cuc {
            Err(KhongLay::ThoiKhongCan) => {}
            Err(KhongLay::BoQua) => outcome.lines.push(format!("{what} → bỏ, không lấy về")),
            Ok(truong) => {
                lay = lay.saturating_add(1);
                let verb = if dry_run { "sẽ lấy về" } else { "đã lấy về" };
                outcome.lines.push(format!("{what} → {verb} {}", noi_ghi(xong, truong)));
            }
            Err(KhongLay::TrinhBay) => {
                trinh_bay = trinh_bay.saturating_add(1);
                if trinh_bay <= KE {
                    outcome.lines.push(format!("{what} → chỉ đổi trình bày, không lấy về"));
                }
            }
            Err(why) => {
                let goi_y = goi_y.as_ref().map(goi_y_cua);
                outcome.diagnostics.push(khong_lay(&what, why, goi_y.as_deref()));
            }
        }
    }
    if trinh_bay > KE {
        let left = trinh_bay.saturating_sub(KE);
        outcome.lines.push(format!("và {left} chỗ nữa chỉ đổi trình bày, không lấy về"));
    }
    outcome.notes.extend(dung_chung(xong));
    outcome.notes.extend(xong.con.theo.iter().map(cau_theo));
    if xong.con.dau_cuoi > 0 {
        let count = xong.con.dau_cuoi;
        outcome.notes.push(format!("{count} chỗ khác tệp Word ở dấu câu, do chương trình tự đặt"));
    }
    if xong.cac.nguon_doi > 0 {
        let count = xong.cac.nguon_doi;
        outcome
            .notes
            .push(format!("{count} chỗ nguồn đã đổi sau khi soạn tệp Word: giữ theo nguồn"));
    }
    let con = xong.con_lai();
    outcome.notes.push(match (lay, trinh_bay, con) {
        (0, 0, false) => "tệp Word không sửa gì về lời so với nguồn".to_owned(),
        (0, _, _) => "không có chỗ nào lấy về được; nguồn giữ nguyên".to_owned(),
        _ if dry_run => format!("sẽ lấy về {lay} chỗ; bỏ --dry-run để ghi vào nguồn"),
        _ => format!(
            "đã lấy về {lay} chỗ, soạn lại thì ra đúng như tệp Word; soạn tệp mới: vanthu build {}",
            ho_so(truoc)
        ),
    });
}

/// What comes out otherwise than the Word file has it, and why.
fn cau_theo(theo: &Theo) -> String {
    let Theo { noi, word, ra, cung_muc } = theo;
    match (cung_muc, word.is_empty(), ra.is_empty()) {
        (true, ..) => {
            format!("cùng một mục nên cũng đổi theo: {} thành {}", trich(word), trich(ra))
        }
        (false, true, _) => format!("{noi}: chương trình in thêm {}", trich(ra)),
        (false, _, true) => format!("{noi}: tệp Word có, bản soạn lại không có: {}", trich(word)),
        (false, ..) => format!(
            "{noi} nay in {} theo các chỗ đã lấy; tệp Word còn ghi {}",
            trich(ra),
            trich(word)
        ),
    }
}

/// What was taken into the office's file changes all papers that do not say it themselves.
fn dung_chung(xong: &Xong) -> Option<String> {
    let fields = xong.ket_cuc.iter().flatten().flatten().filter_map(|so| xong.truong.get(*so));
    let mut shared: Vec<&TruongChu> =
        fields.filter(|field| field.ten.starts_with("co_quan.")).collect();
    shared.dedup_by_key(|field| &field.ten);
    let file = ten_tep(&shared.first()?.tep);
    let names: Vec<&str> = shared.iter().map(|field| field.ten.as_str()).collect();
    Some(format!(
        "CHÚ Ý: {} nằm ở {file}: các văn bản khác của cơ quan cũng đổi theo; chỉ văn bản này đổi thì trả lại mục ấy như cũ rồi \
         ghi vào chính văn bản (noi_nhan, luu, nguoi_ky)",
        names.join(", ")
    ))
}

fn ho_so(nguon: &HoSoNguon) -> String {
    let folder = nguon.tep.first().and_then(|tep| tep.ten.rsplit_once(['/', '\\']));
    folder.map_or(".", |(folder, _)| folder).to_owned()
}

/// `cong-van.yaml, mục noi_dung`
pub fn noi_ghi(xong: &Xong, truong: &[usize]) -> String {
    let field = truong.first().and_then(|so| xong.truong.get(*so));
    field.map_or_else(String::new, |field| match &field.duong {
        Some(_) => format!("{}, mục {}", ten_tep(&field.tep), field.ten),
        None => ten_tep(&field.tep).to_owned(),
    })
}

fn khong_lay(what: &str, why: &KhongLay, goi_y: Option<&str>) -> Diagnostic {
    let told = |told: &str| format!("{what} → {told}");
    match why {
        KhongLay::XungDot => {
            Diagnostic::warning("take-back-conflict", told("xung đột: nguồn cũng đã đổi chỗ này, không lấy về"))
                .hint("xem lời nào đúng rồi sửa thẳng trong tệp nguồn")
        }
        KhongLay::CuaSo => {
            Diagnostic::warning("take-back-register", told("số và ngày là của sổ đăng ký, không lấy về"))
                .hint("lấy số: vanthu issue TEP --date NGAY; văn bản ghi tay số, ngày thì sửa mục so, ngay_ban_hanh")
        }
        KhongLay::SoDem => {
            Diagnostic::warning("take-back-template", told("số này chương trình tự đánh theo thứ tự, không lấy về"))
                .hint("số ra theo chỗ đứng: thêm, bớt, dời đoạn trong nguồn thì các số sau tự đổi")
        }
        KhongLay::LoiCuaMau => {
            Diagnostic::warning("take-back-template", told("là lời của mẫu hoặc do chương trình làm ra, không lấy về"))
                .hint(goi_y.unwrap_or("lời của mẫu thì sửa mẫu (vanthu template copy); chỗ làm ra từ dữ liệu (ngày, số tiền, tổng) thì sửa mục ấy trong tệp YAML"))
        }
        KhongLay::KhongRo(why, truong) => {
            let hint = match truong {
                Some(truong) => format!("sửa mục {truong} trong tệp nguồn"),
                None => "gõ chỗ này vào tệp nguồn".to_owned(),
            };
            Diagnostic::warning("take-back-unclear", told(why)).hint(hint)
        }
        KhongLay::TrinhBay | KhongLay::ThoiKhongCan | KhongLay::BoQua => {
            Diagnostic::warning("take-back-unclear", told(""))
        }
    }
}

/// Nothing is written, since these edits do not come out.
pub fn khong_ra(cac: &CacChoSua, cho: &[usize], vi: &str) -> Diagnostic {
    let mut named: Vec<String> = Vec::new();
    for at in cho {
        let one = cac.cac.get(*at).map(|cho| format!("\n  {}: {}", cho.noi, cho.cau));
        named.extend(one.filter(|one| !named.contains(one)));
    }
    let told: String = named.iter().take(KE).cloned().collect();
    let message = format!("không lấy về được, nguồn giữ nguyên: {vi}:{told}");
    Diagnostic::error("take-back-failed", message).hint(
        "sửa chỗ ấy trong tệp Word như cũ rồi lấy lại các chỗ khác, hoặc gõ thẳng vào tệp nguồn",
    )
}
