//! Đoán ý: what a line most likely means that has no mark of its own, and the words in which that is told.

use super::{LoaiMo, NguoiDoc};
use crate::model::Fault;
use crate::model::than_bai::dau_muc::DauMuc;
use crate::model::than_bai::dong_go::DongGo;
use crate::model::than_bai::loi::LoiThanBai;
use crate::model::than_bai::{CachDanhSo, Khoi};

impl NguoiDoc<'_> {
    /// A line without a blank one above it, of which nobody can know whether it goes on with the one above.
    pub(super) fn nghi_noi(&mut self, go: &DongGo<'_>) {
        if !go.doan {
            return;
        }
        let words: String = go.chu.split(' ').take(4).collect::<Vec<_>>().join(" ");
        let (what, hint) = match go.noi {
            true => (
                "được nối vào đoạn ở dòng trên",
                "là một đoạn riêng thì để một dòng trống ở trên nó; cùng một đoạn thì gõ liền, đừng xuống dòng ở cuối câu",
            ),
            false => (
                "được in thành một đoạn riêng",
                "cùng một đoạn với dòng trên thì gõ liền, đừng xuống dòng; là một đoạn riêng thì để một dòng trống ở trên nó",
            ),
        };
        let fault =
            Fault::new("joined-lines", format!("dòng “{words}…” {what}")).hint(hint).words(words);
        self.loi.push(LoiThanBai::canh_bao(go.so, fault));
    }

    /// A tab inside a line that is no row of a table.
    pub(super) fn tab_trong_dong(&mut self, go: &DongGo<'_>) {
        let text = DauMuc::tach(go.chu).map_or(go.chu, |(_, text)| text);
        let Some((before, _)) = text.split_once('\t') else { return };
        let words = before.split(' ').next_back().unwrap_or_default();
        let fault = Fault::new("tab-in-text", "dấu Tab ở giữa dòng được in thành một dấu cách")
            .hint("muốn hai cột thẳng nhau thì kẻ bảng có dòng {không kẻ} ở trên; không thì thay dấu Tab bằng dấu cách")
            .words(words);
        self.loi.push(LoiThanBai::canh_bao(go.so, fault));
    }

    /// A dash that is indented below another is one of its parts, which the decree's papers begin with a plus.
    pub(super) fn y_nho(&mut self, dau: DauMuc, go: &DongGo<'_>) -> DauMuc {
        match (dau, self.gach) {
            (DauMuc::Gach, Some(lui)) if go.lui >= lui.saturating_add(2) => {
                let fault =
                    Fault::new("nested-item", "ý thụt vào dưới một ý khác được in với dấu “+”")
                        .hint(
                            "muốn chắc thì gõ “+ ” ở đầu ý nhỏ; không phải ý nhỏ thì đừng thụt vào",
                        )
                        .words(go.chu.split(' ').take(3).collect::<Vec<_>>().join(" "));
                self.loi.push(LoiThanBai::canh_bao(go.so, fault));
                DauMuc::Cong
            }
            (DauMuc::Gach, _) => {
                self.gach = Some(go.lui);
                dau
            }
            (DauMuc::Cong, _) => dau,
            _ => {
                self.gach = None;
                dau
            }
        }
    }

    /// `1. Mục đích` under a head and over its own text: a khoản with a title, which stands in bold on its own line
    /// (PL I, II.6.d). Typed so it is a guess, and told.
    pub(super) fn khoan_co_ten(&mut self, go: &DongGo<'_>, after: &[DongGo<'_>]) -> bool {
        let Some((so, text)) = go.chu.split_once(' ') else { return false };
        let Some(cap) = self.cap_ke_tiep(so) else { return false };
        if !la_ten(text, after) || text.starts_with("**") {
            return false;
        }
        self.dong_khoi();
        let fault = Fault::new(
            "guessed-head",
            format!("“{}” được hiểu là đề mục, in đậm trên dòng riêng", go.chu),
        )
        .hint(format!(
            "muốn chắc thì gõ “{} {}”; không phải đề mục thì thêm dấu câu ở cuối dòng",
            "#".repeat(cap),
            go.chu
        ))
        .words(go.chu);
        self.loi.push(LoiThanBai::canh_bao(go.so, fault));
        self.de_muc(cap, go.chu, go.so);
        if let Ok(so) = so.trim_end_matches('.').parse() {
            self.thu_tu.khoan_la_de_muc(so);
        }
        true
    }

    /// The level of a plain head that may follow here with that number; none in an extract, where nothing is counted.
    fn cap_ke_tiep(&self, so: &str) -> Option<usize> {
        let number = so.ends_with('.') && so.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let cap = so.trim_end_matches('.').split('.').count().saturating_add(1);
        let counted = self.cach == CachDanhSo::LienTuc;
        (counted && number && cap <= 5 && self.so.co_the_la_de_muc(cap, so)).then_some(cap)
    }

    /// `**1. Thời gian:** 03 ngày`: a khoản whose text runs on after its title in bold. Its number counts with those
    /// of the heads around it; one that would not be the next is left as plain words.
    pub(super) fn khoan_lien_van(&mut self, go: &DongGo<'_>) -> bool {
        let Some((ten, text)) = go.chu.strip_prefix("**").and_then(|rest| rest.split_once("**"))
        else {
            return false;
        };
        let Some((so, _)) = ten.split_once(' ') else { return false };
        let Some(cap) = self.cap_ke_tiep(so).filter(|_| !text.trim().is_empty()) else {
            return false;
        };
        self.dong_khoi();
        self.gach = None;
        self.de_muc(cap, ten, go.so);
        if let Some(Khoi::DeMuc(de_muc)) = self.ra.khoi.pop() {
            self.mo(LoaiMo::LienVan(de_muc), text.trim());
        }
        true
    }
}

/// Whether the rest of a line is the title of what stands below it: short, without the end of a sentence, over text
/// that is no head of its own.
pub(super) fn la_ten(text: &str, after: &[DongGo<'_>]) -> bool {
    let text = text.trim();
    let short = (1..=TEN_DAI_NHAT).contains(&text.chars().count());
    let ended = text.ends_with(['.', ';', ':', ',', '!', '?', '…', '-']) || text.contains(". ");
    let begins = text.chars().next().is_some_and(char::is_uppercase);
    let Some(next) = after.iter().find(|line| !line.chu.is_empty()) else { return false };
    let right_below = after.first().is_some_and(|line| !line.chu.is_empty());
    let goes_on = right_below && next.la_chu() && next.noi;
    let sibling = next.chu.starts_with("Điều ") || next.chu.starts_with('#');
    let numbered =
        DauMuc::tach(next.chu).is_some_and(|(dau, _)| matches!(dau, DauMuc::Khoan(so) if so > 1));
    short && !ended && begins && !goes_on && !sibling && !numbered
}

/// A longer title fills more than a line and a half.
const TEN_DAI_NHAT: usize = 120;
