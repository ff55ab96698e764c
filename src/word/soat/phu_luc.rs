//! Appendices: the word Phụ lục and its number, the title, the line that says with what it was issued (PL I, III.1).

use super::PhatHien;
use super::giay::{Giay, MotDoan};
use super::mien::noi_co_chu;
use super::nhin::{Nhin, so};
use super::so_trang;
use super::thanh_phan::noi_can;
use crate::diagnostic::Diagnostic;
use crate::model::trinh_bay::SoPhuLuc;
use crate::word::doc_word::dang::CanLe;
use crate::word::nhan_dang::tu::{dai, gon, la_net_ke, toan_hoa};
use crate::word::nhan_dang::{DauDoan, dau_doan, la_kem_theo, la_phu_luc};

const III_1: &str = "Phụ lục I, phần I, mục III.1";
const III_1_DD: &str = "Phụ lục I, phần I, mục III.1.đ";
/// Lines that a title may take.
const DONG_TEN: usize = 5;

/// The head of an appendix.
struct Dau<'g, 'w> {
    nhan: &'g MotDoan<'w>,
    ten: Vec<&'g MotDoan<'w>>,
    kem_theo: Vec<&'g MotDoan<'w>>,
}

pub(super) fn soat(giay: &Giay) -> Vec<PhatHien> {
    let behind: Vec<&MotDoan> = giay
        .doan
        .iter()
        .filter(|one| one.so > 0 && !one.trong_bang && giay.bo_cuc.sau.contains(&one.khoi))
        .collect();
    let starts = (0..behind.len()).filter(|i| behind.get(*i).is_some_and(|one| la_nhan(one)));
    let heads: Vec<Dau> = starts.filter_map(|i| doc(behind.get(i..)?)).collect();
    let several = heads.len() > 1;
    heads
        .iter()
        .flat_map(|head| mot(giay, head, several).into_iter().chain(danh_so_rieng(giay, head.nhan)))
        .collect()
}

/// Pages are counted anew for each appendix (PL I, III.1.đ), which takes a section of its own.
fn danh_so_rieng(giay: &Giay, nhan: &MotDoan) -> Option<PhatHien> {
    let own = giay.dau_phan(nhan.phan).is_some_and(|first| std::ptr::eq(first, nhan));
    let anew = giay.word.phan_trang.get(nhan.phan).and_then(|trang| trang.bat_dau);
    let anew = own && nhan.phan > 0 && anew.is_some_and(|start| start == 0 || start == 1);
    (so_trang::co(giay, nhan.phan) && !anew).then(|| {
        let message = "số trang chạy tiếp từ phần trước, phải đánh số riêng cho phụ lục từ số 1";
        let d = Diagnostic::error("word-appendix", message)
            .hint("trong Word: Layout → Breaks → Next Page trước phụ lục, rồi Page Number → Format → Start at 1")
            .clause(III_1_DD);
        giay.o_doan(nhan, "phu_luc", d)
    })
}

/// A line of its own; a title may stand behind the word, then it is no clear case.
fn la_nhan(one: &MotDoan) -> bool {
    let text = gon(&one.chu);
    la_phu_luc(&text) && dai(&text) < 20 && one.dang.can != CanLe::Phai
}

fn doc<'g, 'w>(rest: &[&'g MotDoan<'w>]) -> Option<Dau<'g, 'w>> {
    let (nhan, rest) = rest.split_first()?;
    let mut out = Dau { nhan, ten: Vec::new(), kem_theo: Vec::new() };
    for one in rest.iter().take(DONG_TEN) {
        let text = gon(&one.chu);
        if la_net_ke(&text) {
            continue;
        }
        let open = out.kem_theo.last().is_some_and(|last| !last.chu.trim_end().ends_with(')'));
        if la_kem_theo(&text) || open {
            out.kem_theo.push(one);
        } else if out.kem_theo.is_empty()
            && one.dang.can == CanLe::Giua
            && dau_doan(&text).0 == DauDoan::Khong
            && !text.starts_with('(')
        {
            out.ten.push(one);
        } else {
            break;
        }
    }
    Some(out)
}

fn mot(giay: &Giay, head: &Dau, several: bool) -> Vec<PhatHien> {
    let mut out = nhan(giay, head.nhan, several);
    let kieu = giay.bo.soat.kieu_phu_luc;
    if head.kem_theo.is_empty() && giay.bo.soat.chi_dan_phu_luc {
        let message = "phụ lục: thiếu dòng “(Kèm theo …)” ghi số, ký hiệu, ngày, tên cơ quan của văn bản, dưới tiêu đề";
        out.push(loi(giay, head.nhan, message.to_owned()));
    }
    let title = (kieu && !head.kem_theo.is_empty()).then_some(&head.ten).into_iter().flatten();
    for one in title {
        let nhin = Nhin::ca(one);
        if !nhin.deu(|look| look.dam) || !nhin.hoa() {
            out.push(loi(giay, one, "tên phụ lục: phải viết hoa, in đậm cả dòng".to_owned()));
        }
        out.extend(co_chu(giay, one, &nhin, "tên phụ lục"));
    }
    for one in &head.kem_theo {
        let nhin = Nhin::ca(one);
        if kieu && !nhin.deu(|look| look.nghieng) {
            out.push(loi(
                giay,
                one,
                "dòng “(Kèm theo …)”: chưa in nghiêng, phải in nghiêng".to_owned(),
            ));
        }
        if kieu {
            out.extend(co_chu(giay, one, &nhin, "dòng “(Kèm theo …)”"));
        }
        out.extend(lech(giay, one, "dòng “(Kèm theo …)”"));
    }
    out
}

fn loi(giay: &Giay, one: &MotDoan, message: String) -> PhatHien {
    giay.o_nhieu_doan(one, "phu_luc", Diagnostic::error("word-appendix", message).clause(III_1))
}

fn lech(giay: &Giay, one: &MotDoan, ten: &str) -> Option<PhatHien> {
    let padded = one.doan.chu.starts_with([' ', '\t', '\u{a0}']);
    let off = one.dang.can != CanLe::Giua && !padded && one.dang.thut.trai.abs() < 200;
    off.then(|| loi(giay, one, format!("{ten}: {}, phải căn giữa", noi_can(one.dang.can))))
}

fn nhan(giay: &Giay, one: &MotDoan, several: bool) -> Vec<PhatHien> {
    let mut out = Vec::new();
    let text = gon(&one.chu);
    if giay.bo.soat.kieu_phu_luc {
        out.extend(kieu_nhan(giay, one, &text));
    }
    let number = text.split(' ').nth(2).unwrap_or_default().trim_end_matches(['.', ':']);
    let all = |good: fn(char) -> bool| !number.is_empty() && number.chars().all(good);
    let (chu_so, other) = match giay.t.trinh_bay.so_phu_luc {
        SoPhuLuc::LaMa => ("La Mã", all(|c| c.is_ascii_digit())),
        SoPhuLuc::ARap => ("Ả Rập", all(|c| "IVX".contains(c))),
    };
    if other {
        out.push(loi(giay, one, format!("số của phụ lục: phải là chữ số {chu_so}")));
    }
    if several && number.is_empty() {
        let message = format!("có từ hai phụ lục trở lên thì mỗi phụ lục phải có số {chu_so}");
        out.push(loi(giay, one, message));
    }
    out.extend(lech(giay, one, "chữ “Phụ lục”"));
    out
}

fn kieu_nhan(giay: &Giay, one: &MotDoan, text: &str) -> Vec<PhatHien> {
    let mut out = Vec::new();
    let nhin = Nhin::ca(one);
    let wanted = giay.t.co_chu_phu_luc_pt;
    if let Some(size) = nhin.co_chu_ngoai(|pt| pt.total_cmp(&wanted).is_eq()) {
        let message = format!("chữ “Phụ lục”: cỡ chữ {}, phải là {}", so(size), so(wanted));
        out.push(loi(giay, one, message));
    }
    if !nhin.deu(|look| look.dam) {
        out.push(loi(giay, one, "chữ “Phụ lục”: chưa in đậm, phải in đậm".to_owned()));
    }
    if toan_hoa(text) || (nhin.hoa() && dai(text) > 6) {
        out.push(loi(giay, one, "chữ “Phụ lục”: viết hoa cả dòng, phải viết “Phụ lục”".to_owned()));
    }
    out
}

fn co_chu(giay: &Giay, one: &MotDoan, nhin: &Nhin, ten: &str) -> Option<PhatHien> {
    let (mien, _) = giay.mien("co_chu")?;
    let size = nhin.co_chu_ngoai(|pt| mien.chua(pt))?;
    Some(loi(giay, one, format!("{ten}: cỡ chữ {}, phải {}", so(size), noi_co_chu(mien))))
}
