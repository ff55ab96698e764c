//! What a trip's file leans on: the plan, the trip in it, the offices.

use crate::diagnostic::Place;
use crate::model::chu_dau::thuong_dau;
use crate::model::{CacMuc, Chu, ChuyenDi, Dot, Fault, Loi, NoiDung, NoiLamViec, VanBan};
use crate::reading::form::{Field, Text};
use crate::reading::source::{TepNguon, ten_tep};
use crate::reading::yaml::{self, Span};
use crate::rules::check::cac_co_quan::{CacCoQuan, cung_ten};
use crate::rules::check::doc::Doc;
use crate::rules::check::ke_hoach::{ChoDot, ChoKeHoach};
use crate::rules::check::mau::{KhoMau, TepMd};

/// A plan with the places of what it says.
#[derive(Clone, Copy)]
pub struct KeHoachGoc<'a> {
    pub tep: &'a TepNguon,
    pub cac_muc: &'a CacMuc,
    /// None for a plan with faults, which are told already.
    pub van_ban: Option<&'a VanBan>,
    pub cho: &'a ChoKeHoach,
}

impl KeHoachGoc<'_> {
    /// A place in the plan's file.
    pub fn place(&self, span: Span) -> Place {
        yaml::place(self.tep, span).of(self.cac_muc.duong(span.first), None)
    }
}

/// The other files of the hồ sơ that a trip may name.
pub struct BoiCanh<'a> {
    pub ke_hoach: Vec<KeHoachGoc<'a>>,
    /// Files that can't be read as anything: a plan may be among them.
    pub co_tep_hong: bool,
    pub co_quan: &'a CacCoQuan<'a>,
    /// The declared kinds, those of a trip's papers among them.
    pub kho: &'a KhoMau,
    pub md: TepMd<'a>,
}

impl<'a> BoiCanh<'a> {
    /// The plan of a trip: the one that it names, or the only one.
    pub fn ke_hoach(
        &self,
        doc: &mut Doc<'_>,
        field: Option<Field<Text>>,
    ) -> Option<KeHoachGoc<'a>> {
        let named = doc.optional_line(field);
        let Some((name, span)) = named else {
            match self.ke_hoach.as_slice() {
                [only] => return Some(*only),
                [] if self.co_tep_hong => {}
                [] => {
                    let fault =
                        Fault::new("missing-plan", "hồ sơ chưa có kế hoạch để đợt này dựa vào");
                    doc.fault(
                        fault.hint("thêm tệp ke-hoach.yaml, có dòng “loai: ke_hoach”"),
                        doc.top(),
                    );
                }
                _ => {
                    let fault = Fault::new("missing-field", "hồ sơ có nhiều kế hoạch");
                    doc.fault(fault.hint("thêm mục “ke_hoach: tên_tệp” để chọn một"), doc.top());
                }
            }
            return None;
        };
        let found = self.ke_hoach.iter().find(|k| cung_ten(&k.tep.ten, &name));
        if found.is_none() {
            let fault = Fault::new("missing-plan", format!("hồ sơ không có kế hoạch “{name}”"));
            doc.fault(fault, span);
        }
        found.copied()
    }
}

/// The trip as the plan has it.
pub struct DotGoc<'a> {
    pub so: usize,
    pub ke_hoach: &'a VanBan,
    /// None where the plan has only a sentence.
    pub dot: Option<&'a ChuyenDi>,
    pub cho: ChoDot,
    pub cho_chung: &'a ChoKeHoach,
    goc: KeHoachGoc<'a>,
}

/// The number of the trip.
pub fn so_dot(doc: &mut Doc<'_>, field: Field<Text>, top: Span) -> Option<(usize, Span)> {
    let (text, span) = doc.line(field, "dot", top)?;
    let (so, span) = doc.so_dem(Some(Field::Good(Text(text.into_string()), span)), "dot")?;
    Some((usize::try_from(so).ok()?, span))
}

/// The trip of that number in the plan.
pub fn dot_goc<'a>(
    doc: &mut Doc<'_>,
    (so, span): (usize, Span),
    goc: KeHoachGoc<'a>,
) -> Option<DotGoc<'a>> {
    let ke_hoach = goc.van_ban?;
    let NoiDung::KeHoach(plan) = &ke_hoach.noi_dung else { return None };
    let index = so.saturating_sub(1);
    let Some((dot, cho)) = plan.dot.get(index).zip(goc.cho.dot.get(index)) else {
        let tep = ten_tep(&goc.tep.ten);
        let message = format!("{tep} chỉ có {} đợt, không có đợt {so}", plan.dot.len());
        let fault = Fault::new("no-such-trip", message).hint("sửa số đợt cho đúng với kế hoạch");
        let last = goc.cho.dot.last().map(|cho| cho.dot).unwrap_or_default();
        doc.trai(crate::diagnostic::Severity::Error, fault, span, goc.place(last));
        return None;
    };
    let dot = match dot {
        Dot::ChuyenDi(chuyen) => Some(chuyen),
        Dot::MotCau { .. } => None,
    };
    Some(DotGoc { so, ke_hoach, dot, cho: *cho, cho_chung: goc.cho, goc })
}

impl DotGoc<'_> {
    /// A place in the plan's file.
    pub fn place(&self, span: Span) -> Place {
        self.goc.place(span)
    }

    /// Where words stand in a node of the plan, or the node.
    pub fn place_of(&self, span: Span, words: &str) -> Place {
        let words = yaml::place_of_words(self.goc.tep, span, words);
        let of = |place: Place| place.of(self.goc.cac_muc.duong(span.first), None);
        words.map_or_else(|| self.place(span), of)
    }

    /// The plan as its trips' documents cite it.
    pub fn can_cu(&self) -> String {
        format!("{} về {}", self.ke_hoach.vien_dan(), thuong_dau(&self.ke_hoach.trich_yeu))
    }

    pub fn chu_de(&self) -> Option<Chu> {
        self.dot.map(|dot| dot.chu_de.clone().bo_dau_chu_thich().thay_duoi(&['.', ' '], "."))
    }

    /// The plan's places, or those of the hosts, with a full stop.
    pub fn dia_diem(&self, noi: &[NoiLamViec]) -> Loi {
        let mut hosts: Vec<String> = noi.iter().map(|n| n.dia_ban.to_string()).collect();
        hosts.dedup();
        let text = match self.dot {
            Some(dot) => dot.dia_diem.nguyen_van().clone(),
            None => hosts.join(", ").into(),
        };
        text.map(|text| format!("{}.", text.trim_end_matches(['.', ' ', ';'])))
    }
}
