//! Kind and subject: known kinds, those of other rules or of the office's own, a theme in their place; a subject of one or
//! several lines, in small letters or in capitals.

use super::{Chang, Doc};
use crate::word::nhan_dang::KhongChac;
use crate::word::nhan_dang::dau_doan::{self, DauDoan, so_dieu};
use crate::word::nhan_dang::dong::{Cho, Dong};
use crate::word::nhan_dang::phu_luc::la_kem_theo;
use crate::word::nhan_dang::tu::{dai, gan_hoa, khoa, la_chuc_vu, la_tap_the};
use crate::word::nhan_dang::vai::VaiDong;

/// Kinds that the rules of these papers have not: what lawmakers issue, what an association or a committee lives by.
const LOAI_NGOAI: [&str; 12] = [
    "luat",
    "bo luat",
    "phap lenh",
    "lenh",
    "sac lenh",
    "nghi dinh",
    "thong tu",
    "thong tu lien tich",
    "nghi quyet lien tich",
    "dieu le",
    "noi quy",
    "quy uoc",
];

/// Such a name by itself, or with a remark in brackets: `ĐIỀU LỆ (SỬA ĐỔI, BỔ SUNG)`.
fn la_loai_ngoai(text: &str) -> bool {
    let key = khoa(text);
    let bare = key.split('(').next().unwrap_or_default().trim();
    LOAI_NGOAI.contains(&bare)
}

impl Doc<'_> {
    /// A name in capitals where that of a kind stands.
    pub(super) fn loai_la(&mut self, line: &Dong) -> bool {
        let ready = self.dau.quoc_hieu
            && (self.dau.co_dong_so || self.dau.ngay.is_some() || !line.trong_bang);
        let like = line.hoa()
            && line.dam
            && matches!(line.cho, Cho::Giua)
            && (3..60).contains(&dai(&line.chu));
        if !ready || !like || self.chang != Chang::DauTrang || line.trong_bang {
            return false;
        }
        let cau = format!("đoán “{}” là tên loại, một loại riêng của cơ quan", line.chu);
        let vai = Some(VaiDong::TenLoai);
        self.khong_chac.push(KhongChac { vai, noi: line.noi.clone(), cau });
        self.ten_rieng(line);
        true
    }

    /// A kind that other rules know: a charter by itself, a circular.
    pub(super) fn loai_ngoai(&mut self, line: &Dong) -> bool {
        let own = self.chang == Chang::DauTrang
            && !line.trong_bang
            && line.cho == Cho::Giua
            && line.hoa()
            && la_loai_ngoai(&line.chu);
        if own {
            self.ten_rieng(line);
        }
        own
    }

    pub(super) fn tiep_trich_yeu(&mut self, line: &Dong) -> bool {
        // With which decision it is issued (PL III, form 1.3) is said behind its subject.
        if la_kem_theo(&line.chu) {
            return false;
        }
        let centred = matches!(line.cho, Cho::Giua);
        let key = khoa(&line.chu);
        let body = [
            "can cu",
            "thuc hien",
            "theo de nghi",
            "xet ",
            "hom nay",
            "dieu 1",
            "i. ",
            "phan ",
            "chuong ",
        ]
        .iter()
        .any(|start| key.starts_with(start))
            || la_kem_theo(&line.chu);
        // Where subjects begin in small letters, no sentence of the text does.
        let small = !self.kieu.bo.loi_van.trich_yeu_hoa && line.chu.starts_with(char::is_lowercase);
        let numbered = !centred && dau_doan::doc(&line.chu).0 != DauDoan::Khong;
        let body = (body && !(small && centred)) || so_dieu(&line.chu).is_some() || numbered;
        let many = self.trich_yeu.len() > 5 || line.chu.ends_with([':', ';']);
        // Under a subject, capitals are the authority that decides, but where the subject is in capitals itself.
        let authority = line.hoa() && !self.trich_yeu.is_empty() && !self.con_trich_yeu_hoa(line);
        // A subject of several lines is one paragraph, which may be set from edge to edge.
        let first = self.trich_yeu.is_empty();
        let longest = if first { 400 } else { 150 };
        let said = first && key.starts_with("ve viec ") && !line.chu.ends_with('.');
        let like = (centred || said || (line.dam && dai(&line.chu) < longest))
            && !body
            && !many
            && !authority
            && !line.trong_bang;
        if like && self.tiep_chu_de(line) {
            return true;
        }
        if like {
            self.trich_yeu.push(line.chu.clone());
            self.la(VaiDong::TrichYeu, line);
        }
        like
    }

    /// What was taken for a kind of the office's own is a theme, where the words under it stand in brackets.
    pub(super) fn chu_de(&mut self) {
        let said = self.trich_yeu.join(" ");
        let bare = said.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let kind = self.kieu.loai_co_chu_de(self.dau.ky_hieu.as_deref());
        if let Some((bare, loai)) = bare.zip(kind).filter(|_| self.dau.loai_rieng.is_some()) {
            self.trich_yeu = vec![bare.to_owned()];
            (self.dau.chu_de, self.dau.loai) = (self.dau.loai_rieng.take(), Some(loai));
            self.khong_chac.retain(|guess| guess.vai != Some(VaiDong::TenLoai));
        }
    }

    fn ten_rieng(&mut self, line: &Dong) {
        self.dau.loai_rieng = Some(line.chu.clone());
        self.la(VaiDong::TenLoai, line);
        self.chang = Chang::TrichYeu;
    }

    /// A subject in capitals, as old papers and collections of them have it, goes on with a line that looks like its
    /// last one and names nobody who decides.
    fn con_trich_yeu_hoa(&self, line: &Dong) -> bool {
        let above =
            self.vai.last().filter(|last| last.vai == VaiDong::TrichYeu).map(|last| &last.dong);
        let like = above.is_some_and(|above| {
            gan_hoa(&above.chu) && above.dam == line.dam && above.cho == line.cho
        });
        let issuer = self.co_quan.iter().any(|own| khoa(&own.chu) == khoa(&line.chu));
        like && !issuer
            && !la_chuc_vu(&line.chu, self.kieu.de_ky())
            && !la_tap_the(&line.chu, self.kieu.de_ky())
    }

    /// A theme may go on where a kind may have one.
    fn tiep_chu_de(&mut self, line: &Dong) -> bool {
        let themed = self.kieu.loai_co_chu_de(self.dau.ky_hieu.as_deref()).is_some();
        let like = themed && self.trich_yeu.is_empty() && line.hoa() && !line.chu.starts_with('(');
        let Some(theme) = self.dau.loai_rieng.as_mut().filter(|_| like) else { return false };
        *theme = format!("{theme} {}", line.chu);
        self.la(VaiDong::TenLoai, line);
        true
    }
}
