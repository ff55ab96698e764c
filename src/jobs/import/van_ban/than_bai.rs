//! The body, and what comes behind the signature: căn cứ, introduction, text, what is issued with it, appendices.

use super::Soan;
use crate::jobs::import::co_quan;
use crate::jobs::import::rieng::Rieng;
use crate::jobs::import::than::viet;
use crate::jobs::import::yaml::GiaTri;
use crate::model::chu_dau::hoa_dau;
use crate::word::nhan_dang::tu::{bo_dau_muc, gon, khoa, la_gach};
use crate::word::nhan_dang::{KhoiThan, la_quyet, mot_dong, so_dieu};

impl Soan<'_> {
    /// Where the căn cứ of a decision begin, where they end, and where it decides. Who decides stands over them, or
    /// between them and the decision.
    pub(super) fn can_cu_cua_quyet(&self) -> Option<(usize, usize, usize)> {
        let than = &self.giay.than;
        let at = than.iter().take(60).position(|khoi| la_quyet(&khoi.chu))?;
        let named = |khoi: &KhoiThan| khoi.hoa() && (khoi.giua || khoi.dam);
        let start = than.iter().take(at).position(|khoi| !named(khoi))?;
        let last = than.iter().take(at).rposition(|khoi| !named(khoi))?;
        let end = if start == 0 { last.saturating_add(1) } else { at };
        let plain = than
            .get(start..end)?
            .iter()
            .all(|khoi| khoi.ghi_chu.is_empty() && !khoi.la_bang && !khoi.chu.is_empty());
        plain.then_some((start, end, at))
    }

    /// The blocks of the body from one on.
    pub(super) fn than_tu(&mut self, truong: &str, blocks: Vec<usize>) {
        let all = self.giay.than.iter().enumerate().filter(|(id, _)| blocks.contains(id));
        let (text, map) = viet(truong, all, self.cach);
        self.than.push(map);
        self.them(truong, GiaTri::Khoi(text));
    }

    pub(super) fn than(&mut self, rieng: Option<Rieng>) {
        let count = self.giay.than.len();
        if self.tu_do() {
            return self.than_tu("noi_dung", (0..count).collect());
        }
        if let Some(rieng) = rieng {
            rieng.truong.into_iter().for_each(|(khoa, gia_tri)| self.them(khoa, gia_tri));
            rieng.than.into_iter().for_each(|(khoa, blocks)| self.than_tu(khoa, blocks));
            return;
        }
        let mut from = 0;
        if let Some((start, end, decides)) = self.can_cu_cua_quyet().filter(|_| self.quyet()) {
            let above = if start > 0 { 0..start } else { end..decides };
            let head = self.giay.than.get(above).unwrap_or_default().iter();
            let head: Vec<&str> = head.map(|khoi| khoi.chu.as_str()).collect();
            let head = gon(&head.join(" "));
            if !head.is_empty() {
                let of_issue = co_quan::cua_ai(self.giay)
                    .filter(|who| who.to_lowercase() == head.to_lowercase());
                self.chu("tham_quyen", of_issue.unwrap_or(head));
            }
            self.can_cu(start, end);
            from = decides.saturating_add(1);
        } else if self.co_truong("can_cu") && !self.quyet() {
            let dashes = (self.bo.the_thuc)().trinh_bay.can_cu_gach;
            from = self.giay.than.iter().take_while(|khoi| la_can_cu(khoi, dashes)).count();
            self.can_cu(0, from);
            if self.mo_dau(from) {
                from = from.saturating_add(1);
            }
        }
        self.than_tu("noi_dung", (from..count).collect());
    }

    pub(super) fn can_cu(&mut self, from: usize, to: usize) {
        let items: Vec<String> =
            self.giay.than.iter().take(to).skip(from).map(|khoi| mot_dong(&khoi.chu)).collect();
        let items =
            items.into_iter().map(|text| text.trim_end_matches([';', '.', ',', ' ']).to_owned());
        // Where grounds are listed, the dash before each is the program's.
        let dashes = (self.bo.the_thuc)().trinh_bay.can_cu_gach;
        let items: Vec<String> =
            items.map(|text| if dashes { bo_gach(&text) } else { text }).collect();
        if !items.is_empty() {
            self.them("can_cu", GiaTri::danh_sach(items));
        }
    }

    /// One paragraph before the first head or item is the introduction.
    pub(super) fn mo_dau(&mut self, at: usize) -> bool {
        let Some(khoi) = self.giay.than.get(at) else { return false };
        let next = self.giay.than.get(at.saturating_add(1));
        let marked = |khoi: &KhoiThan| {
            khoi.md.starts_with(['#', '-', '+', '*'])
                || khoi.md.starts_with(|c: char| c.is_ascii_digit())
                || so_dieu(&khoi.chu).is_some()
        };
        let plain = !khoi.la_bang
            && khoi.ghi_chu.is_empty()
            && !khoi.giua
            && !marked(khoi)
            && !khoi.md.starts_with(['{', '!', '\\']);
        let first = plain && next.is_some_and(marked) && !khoi.chu.starts_with("Điều ");
        if first {
            self.chu("mo_dau", khoi.md.clone());
        }
        first
    }

    pub(super) fn sau(&mut self) {
        let mut id = self.giay.than.len();
        if let Some(own) = &self.giay.sau.kem_theo {
            let from = own.dau.len();
            let blocks: Vec<(usize, &KhoiThan)> = (id..).zip(own.tat_ca()).collect();
            id = id.saturating_add(blocks.len());
            let (text, map) = viet("kem_theo.noi_dung", blocks.into_iter().skip(from), self.cach);
            if self.khoa == "quyet_dinh" && !self.tu_do() {
                self.than.push(map);
                let loai = hoa_dau(&own.loai.to_lowercase());
                let subject = self.trich_yeu(&own.trich_yeu);
                self.them(
                    "kem_theo",
                    GiaTri::Nhom(vec![
                        ("loai".to_owned(), GiaTri::chu(loai)),
                        ("trich_yeu".to_owned(), GiaTri::chu(subject)),
                        ("noi_dung".to_owned(), GiaTri::Khoi(text)),
                    ]),
                );
            }
        }
        let mut all = Vec::new();
        // A paper that no decision issues is an appendix like the others.
        let loose =
            self.giay.sau.kem_theo.as_ref().filter(|_| self.khoa != "quyet_dinh" || self.tu_do());
        let of_paper = loose.map(|own| {
            let title = gon(&format!("{} {}", own.loai, own.trich_yeu));
            (title, false, own.tat_ca().collect::<Vec<_>>())
        });
        let listed = self.giay.sau.phu_luc.iter();
        let listed =
            listed.map(|own| (own.tieu_de.clone(), own.ngang, own.than.iter().collect::<Vec<_>>()));
        let first = self.giay.than.len();
        for (i, (title, ngang, than)) in of_paper.into_iter().chain(listed).enumerate() {
            // A title by itself is no appendix; the proof tells that it is not carried over.
            if than.is_empty() {
                continue;
            }
            let start = if i == 0 && loose.is_some() { first } else { id };
            let blocks: Vec<(usize, &KhoiThan)> = (start..).zip(than).collect();
            if start == id {
                id = id.saturating_add(blocks.len());
            }
            let (text, map) =
                viet(&format!("phu_luc[{}].noi_dung", all.len()), blocks.into_iter(), self.cach);
            self.than.push(map);
            let title = if title.is_empty() { "Phụ lục".to_owned() } else { title };
            let mut muc = vec![("tieu_de".to_owned(), GiaTri::chu(title))];
            if ngang {
                muc.push(("ngang".to_owned(), GiaTri::chu("có")));
            }
            muc.push(("noi_dung".to_owned(), GiaTri::Khoi(text)));
            all.push(GiaTri::Nhom(muc));
        }
        if !all.is_empty() {
            self.them("phu_luc", GiaTri::DanhSach(all));
        }
    }
}

fn bo_gach(text: &str) -> String {
    match la_gach(text) {
        true => bo_dau_muc(text),
        false => text.to_owned(),
    }
}

/// `Căn cứ …;` at the beginning of a body; where grounds are listed, with a dash.
fn la_can_cu(khoi: &KhoiThan, dashes: bool) -> bool {
    let listed = dashes && la_gach(&khoi.chu);
    let key = khoa(&if listed { bo_dau_muc(&khoi.chu) } else { khoi.chu.clone() });
    let starts = ["can cu", "theo de nghi", "xet de nghi", "xet to trinh"]
        .iter()
        .any(|word| key.starts_with(word));
    let ends =
        khoi.chu.ends_with([';', ',']) || ((khoi.nghieng || listed) && khoi.chu.ends_with('.'));
    starts && ends && khoi.ghi_chu.is_empty() && !khoi.la_bang
}
