//! `cong_van`, `quyet_dinh`, `giay_gioi_thieu`, `giay_moi` in a trip's file → the papers around the trip.

use std::sync::Arc;

use super::goc::BoiCanh;
use crate::model::khong_dau::ten_tep_khong_dau;
use crate::model::{
    Chu, Chuyen, DauMoi, Fault, GiaTri, GiayTo, KieuVanBan, Loai, Loi, Mau, Nhom, NoiDung, VanBan,
};
use crate::reading::form::{DauForm, Field};
use crate::reading::yaml::{Node, Span, Value};
use crate::rules::check::dau::Dau;
use crate::rules::check::doc::Doc;
use crate::rules::check::mau::{cham_phay, khoa_la, kiem_ngay_gio, nhom};
use crate::rules::check::tham_quyen;

/// What a paper is about, where the clerk leaves it to the program.
fn trich_yeu(khoa: &str, chuyen: &Chuyen) -> String {
    let so = chuyen.so_dot;
    match khoa {
        "cong_van" => {
            format!("phối hợp tiếp Đoàn công tác trao đổi, học tập kinh nghiệm (Đợt {so})")
        }
        "quyet_dinh" => chuyen.trich_yeu("Về việc cử Đoàn công tác trao đổi, học tập kinh nghiệm"),
        _ => format!("Họp chuẩn bị Đoàn công tác trao đổi, học tập kinh nghiệm (Đợt {so})"),
    }
}

/// Whether a trip's file asks for a paper.
pub(super) fn co_giay_to(root: &Node) -> bool {
    GiayTo::KHOA.iter().any(|khoa| root.get(khoa).is_some_and(|n| n.value != Value::Null))
}

/// The papers that a trip's file asks for, by what their names add to the file's.
pub(super) fn giay_to(
    doc: &mut Doc<'_>,
    root: &Node,
    canh: &BoiCanh<'_>,
    chuyen: Option<&Chuyen>,
    dau_moi: &[DauMoi],
) -> Vec<(String, VanBan)> {
    let mut all = Vec::new();
    for khoa in GiayTo::KHOA {
        let Some(node) = root.get(khoa).filter(|node| node.value != Value::Null) else { continue };
        let declared = canh.kho.theo_khoa(&GiayTo::khoa_mau(khoa));
        let Some((mau, loai)) = declared.zip(Loai::theo_khoa(khoa)) else { continue };
        let Some(read) = doc_mot_loai(doc, node, khoa, loai, mau, canh) else { continue };
        if let Some(chuyen) = chuyen {
            all.extend(read.van_ban(doc, chuyen, dau_moi));
        }
    }
    all
}

/// A paper as its part of the file describes it.
struct DaDoc<'n> {
    khoa: &'static str,
    loai: Loai,
    mau: Arc<Mau>,
    dau: Dau,
    co_quan: crate::rules::check::cac_co_quan::NoiBanHanh<'n>,
    truong: Nhom,
    so: Option<Span>,
    at: Span,
}

fn doc_mot_loai<'n>(
    doc: &mut Doc<'_>,
    node: &Node,
    khoa: &'static str,
    loai: Loai,
    mau: &Arc<Mau>,
    canh: &BoiCanh<'n>,
) -> Option<DaDoc<'n>> {
    if !matches!(node.value, Value::Map(_)) {
        khoa_la(doc, node, khoa, &[]);
        return None;
    }
    let kieu = KieuVanBan { can_trich_yeu: false, ..mau.kieu.clone() };
    let own: Vec<&str> = mau.truong.iter().map(|t| t.khoa.as_str()).collect();
    let mut head: DauForm = doc.dau(node, &own, &kieu)?;
    let co_quan = canh.co_quan.co_quan(doc, head.co_quan.take());
    let so = head.so.as_ref().and_then(Field::span);
    let so = so.filter(|_| matches!(head.so, Some(Field::Good(..))));
    let mut dau = Dau::doc(doc, head, node.span, loai, &kieu, co_quan.as_ref());
    let truong = nhom(doc, node, &mau.truong, &canh.md);
    if let Some(truong) = &truong {
        kiem_ngay_gio(doc, node, mau, truong, dau.ngay_ban_hanh);
        tham_quyen::theo(doc, node, truong, &mut dau);
    }
    Some(DaDoc {
        khoa,
        loai,
        mau: Arc::clone(mau),
        dau,
        co_quan: co_quan?,
        truong: truong?,
        so,
        at: node.span,
    })
}

impl DaDoc<'_> {
    /// One document for the trip, or one for each host.
    fn van_ban(
        mut self,
        doc: &mut Doc<'_>,
        chuyen: &Chuyen,
        dau_moi: &[DauMoi],
    ) -> Vec<(String, VanBan)> {
        self.can_cu_ke_hoach(chuyen);
        let ten = self.khoa.replace('_', "-");
        let tung_noi = matches!(self.khoa, "cong_van" | "giay_gioi_thieu");
        if !tung_noi {
            return self.mot(doc, chuyen, dau_moi, None).map(|v| (ten, v)).into_iter().collect();
        }
        if chuyen.noi_lam_viec.is_empty() {
            let fault =
                Fault::new("missing-field", format!("mục “{}” cần noi_lam_viec", self.khoa));
            doc.fault(fault.hint("kê những nơi Đoàn đến làm việc ở mục noi_lam_viec"), self.at);
            return Vec::new();
        }
        if let Some(span) = self.so.filter(|_| chuyen.noi_lam_viec.len() > 1) {
            let fault =
                Fault::new("one-number", "mỗi nơi một văn bản, không dùng chung một số được");
            doc.fault(fault.hint("để trống so; mỗi văn bản nhận số của nó khi phát hành"), span);
        }
        self.dung_nguoi(doc, chuyen);
        let mut names: Vec<String> = Vec::new();
        let mut all = Vec::new();
        for (i, noi) in chuyen.noi_lam_viec.iter().enumerate() {
            let place = ten_tep_khong_dau(noi.dia_ban.ten());
            let again = names.iter().filter(|n| **n == place).count();
            names.push(place.clone());
            let place =
                if again > 0 { format!("{place}-{}", again.saturating_add(1)) } else { place };
            let made = self.mot(doc, chuyen, dau_moi, Some(i));
            all.extend(made.map(|v| (format!("{ten}-{place}"), v)));
        }
        all
    }

    fn mot(
        &self,
        doc: &Doc<'_>,
        chuyen: &Chuyen,
        dau_moi: &[DauMoi],
        noi: Option<usize>,
    ) -> Option<VanBan> {
        let mut dau = self.dau.clone();
        dau.trich_yeu = match self.mau.kieu.can_trich_yeu {
            true => dau.trich_yeu.or_else(|| Some(trich_yeu(self.khoa, chuyen).into())),
            false => Some(Loi::default()),
        };
        let host = noi.and_then(|i| chuyen.noi_lam_viec.get(i));
        if let Some(host) = host.filter(|_| self.khoa == "cong_van") {
            dau.kinh_gui = vec![host.don_vi.clone()];
        }
        let noi_dung = GiayTo {
            mau: Arc::clone(&self.mau),
            chuyen: chuyen.clone(),
            noi,
            dau_moi: dau_moi.to_vec(),
            truong: self.truong.clone(),
        };
        dau.van_ban(doc, self.loai, self.co_quan.clone(), NoiDung::GiayTo(noi_dung))
    }

    /// The plan is the last basis of a decision.
    fn can_cu_ke_hoach(&mut self, chuyen: &Chuyen) {
        for (khoa, gia_tri) in &mut self.truong {
            if let (GiaTri::CacDoan(list), "can_cu") = (gia_tri, khoa.as_str()) {
                let plan = Chu::parse(&format!("Căn cứ {}", chuyen.can_cu));
                *list = cham_phay(std::mem::take(list).into_iter().chain([plan]).collect());
            }
        }
    }

    /// Whoever is introduced must have a name.
    fn dung_nguoi(&self, doc: &mut Doc<'_>, chuyen: &Chuyen) {
        let named = self.truong.iter().any(|(k, v)| k == "ho_ten" && *v != GiaTri::Trong);
        let leader = chuyen.doan.iter().any(|n| {
            n.ho_ten.is_some()
                && n.vai_tro.as_ref().is_some_and(|v| v.to_lowercase().starts_with("trưởng đoàn"))
        });
        if self.khoa == "giay_gioi_thieu" && !named && !leader {
            let fault = Fault::new("missing-field", "giấy giới thiệu chưa biết giới thiệu ai");
            let hint =
                "ghi ho_ten và chuc_vu ở đây, hoặc ghi ho_ten của Trưởng đoàn trong danh sách doan";
            doc.fault(fault.hint(hint), self.at);
        }
    }
}
