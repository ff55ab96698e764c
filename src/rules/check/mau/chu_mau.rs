//! Sample text of a starter that nobody has replaced: a paper with it isn't ready to be signed.

use std::sync::LazyLock;

use super::kho::la_co_san_mau;
use super::khoi_tao::{CHU_DE_CUA_NOI, DOT_CHUYEN_DI, KE_HOACH_CHUYEN_DI};
use super::loi_mau::{NOI_DUNG, khop, trich_yeu};
use super::thang_mau::thang_sau;
use crate::diagnostic::Diagnostic;
use crate::model::chu_dau::hoa_dau;
use crate::model::{CachKy, CachTrichYeu, Fault, KieuTruong, Mau, Truong, VanBan};
use crate::reading::source::{TepNguon, ten_tep};
use crate::reading::yaml::{self, Node, Span, Value};
use crate::rules::check::doc::{Doc, mot_dong};

/// A sample by the key that it stands under at the top of a file.
type CauMau = (String, String);

/// What no real paper says. The examples of shipped declarations are worded with these; what else stands in them may
/// well be true.
const DAU_HIEU: &[&str] = &["nhiệm vụ mẫu", TEN_NGUOI, NOI_DUNG];

/// How the starter's names of people end, which are nobody's.
const TEN_NGUOI: &str = "Tên Mẫu";

/// How an example tells what is to be written.
const HUONG_DAN: &str = "Nêu ";

/// So many words of an office's own example are nobody's by chance.
const DU_DAI: usize = 5;

/// Reports the sample text that is left in a document of a declared kind, once.
pub fn kiem(doc: &mut Doc<'_>, root: &Node, mau: &Mau) {
    con_lai(doc, root, &cua_mau(mau));
}

/// The same in a plan of trips or in a trip's file.
pub fn kiem_chuyen_di(doc: &mut Doc<'_>, root: &Node) {
    con_lai(doc, root, &CUA_CHUYEN_DI);
}

/// Tells of a paper's own signers that bear the starter's names.
pub fn nguoi_ky_con_mau(van_ban: &VanBan) -> Option<Diagnostic> {
    let names = van_ban.nguoi_ky.iter().map(|nguoi| nguoi.ho_ten().to_string());
    let sample: Vec<String> = names.filter(|ten| la_ten_mau(ten)).collect();
    let tep = ten_tep(&van_ban.nguon);
    (!sample.is_empty()).then(|| {
        let message = format!("{tep}: người ký còn là tên mẫu: {}", sample.join(", "));
        Diagnostic::warning("sample-text", message)
            .hint("ghi họ tên thật của người ký vào tệp của cơ quan trước khi trình ký")
    })
}

/// Whether a signer's name is a sample.
pub fn la_ten_mau(ten: &str) -> bool {
    ten.trim().ends_with(TEN_NGUOI)
}

fn cua_mau(mau: &Mau) -> Vec<CauMau> {
    let mut all = Vec::new();
    if mau.kieu.trich_yeu != CachTrichYeu::Khong {
        let mau = trich_yeu(mau.kieu.trich_yeu, false);
        all.extend([mau.to_owned(), hoa_dau(mau)].map(|mau| ("trich_yeu".to_owned(), mau)));
    }
    if mau.kieu.nguoi_ky == CachKy::HaiBen {
        all.push(("nguoi_ky".to_owned(), format!("{{ho}} {TEN_NGUOI}")));
    }
    let shipped = la_co_san_mau(mau);
    for truong in mau.truong.iter().filter(|t| t.bat_buoc) {
        cua_truong(&truong.khoa, truong, shipped, &mut all);
    }
    let later: Vec<CauMau> = all
        .iter()
        .map(|(khoa, mau)| (khoa.clone(), thang_sau(mau)))
        .filter(|later| !all.contains(later))
        .collect();
    all.extend(later);
    all
}

fn cua_truong(khoa: &str, truong: &Truong, shipped: bool, all: &mut Vec<CauMau>) {
    match &truong.kieu {
        KieuTruong::Nhom(con) | KieuTruong::DanhSach(con) => {
            con.iter().filter(|c| c.bat_buoc).for_each(|c| cua_truong(khoa, c, shipped, all));
        }
        KieuTruong::Chu | KieuTruong::Dong | KieuTruong::CacDoan | KieuTruong::ThanBai => {
            let lines = truong.vi_du.as_deref().unwrap_or(NOI_DUNG).lines().map(bo_dau_dong);
            let sample = lines.filter(|line| la_cau_mau(line, shipped));
            all.extend(sample.map(|line| (khoa.to_owned(), line.to_owned())));
        }
        _ => {}
    }
}

fn bo_dau_dong(line: &str) -> &str {
    line.trim().trim_start_matches("- ").trim()
}

fn la_cau_mau(line: &str, shipped: bool) -> bool {
    let bare = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(". ");
    DAU_HIEU.iter().any(|sign| line.contains(sign))
        || bare.starts_with(HUONG_DAN)
        || (!shipped && du_dai(line))
}

fn du_dai(text: &str) -> bool {
    text.split_whitespace().filter(|word| !word.contains('{')).count() >= DU_DAI
}

/// The texts of the plan of trips and of the trip that `init` writes.
static CUA_CHUYEN_DI: LazyLock<Vec<CauMau>> = LazyLock::new(|| {
    // The marks stand where a number or a name is.
    let texts = [KE_HOACH_CHUYEN_DI, DOT_CHUYEN_DI]
        .map(|text| text.replace("{so}", "1").replace("{chu_de}", CHU_DE_CUA_NOI));
    texts.iter().flat_map(|text| cua_tep(text)).collect()
});

fn cua_tep(text: &str) -> Vec<CauMau> {
    let tep = TepNguon::decode("mau.yaml", text.as_bytes()).ok();
    let Some(root) = tep.and_then(|tep| yaml::parse(&tep).0) else { return Vec::new() };
    let Value::Map(entries) = &root.value else { return Vec::new() };
    let under = entries.iter().filter_map(|(key, value)| Some((key.text()?, value)));
    let texts =
        under.flat_map(|(key, value)| value.texts().into_iter().map(move |(text, _)| (key, text)));
    let lines = texts.map(|(key, text)| (key.to_owned(), mot_dong(text)));
    lines.filter(|(_, text)| la_cau_mau(text, true)).collect()
}

/// One finding, at the first place, that names the keys of all.
fn con_lai(doc: &mut Doc<'_>, root: &Node, mau: &[CauMau]) {
    let mut first: Option<(Span, String)> = None;
    let mut keys: Vec<&str> = Vec::new();
    let mut sure = false;
    for (key, sample) in mau {
        let Some((span, words)) = root.get(key).and_then(|node| tim(node, sample)) else {
            continue;
        };
        if !keys.contains(&key.as_str()) {
            keys.push(key);
        }
        // Any other example of an office's own template a real paper may say too: that is for the clerk to accept.
        sure |= la_cau_mau(sample, true);
        first.get_or_insert((span, words));
    }
    let Some((span, words)) = first else { return };
    let message = format!("còn chữ mẫu chưa thay ở mục {}", keys.join(", "));
    let hint = "thay bằng nội dung thật trước khi trình ký";
    // With these no paper is issued, whatever is accepted.
    let fault = match sure {
        true => Fault::new("sample-text", message)
            .hint(format!("{hint}; còn chữ mẫu thì không phát hành được")),
        false => Fault::new("not-ready", message).hint(hint),
    };
    doc.warn(fault.words(words), span);
}

fn tim(node: &Node, sample: &str) -> Option<(Span, String)> {
    let line_of = |text: &str| {
        text.lines().map(bo_dau_dong).find(|line| khop(sample, line)).map(str::to_owned)
    };
    node.texts().into_iter().find_map(|(text, span)| {
        let whole = || khop(sample, &mot_dong(text)).then(String::new);
        Some((span, line_of(text).or_else(whole)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::check::KhoMau;

    #[test]
    fn every_starter_has_samples_that_are_known() {
        let kho = KhoMau::default();
        for khoa in ["cong_van", "thong_bao", "quyet_dinh", "giay_moi", "bien_ban", "to_trinh"] {
            let known = cua_mau(kho.theo_khoa(khoa).unwrap());
            assert!(known.len() > 1, "{khoa}: {known:?}");
        }
        assert!(CUA_CHUYEN_DI.len() > 7, "{:?}", *CUA_CHUYEN_DI);
    }
}
