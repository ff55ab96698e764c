//! Người ký: the lines of a side of the foot that sign, one signer below the other; who confirms a signature.

use super::cuoi_trang::{Cuoi, la_dong_ky};
use super::dong::Dong;
use super::tu::{
    co_ky_hieu_quyen, gon, ho_ten_hoa, khoa, la_chuc_vu, la_ho_ten, la_net_ke, la_thay_mat,
};
use super::vai::VaiDong;
use crate::model::de_ky::DeKy;
use crate::model::nguoi_ky::truoc_ho_ten;

/// A signer's lines.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct NguoiKyNhan {
    pub dong: Vec<String>,
    pub chuc_vu_khac: Vec<String>,
    pub ho_ten: String,
}

/// Whose signature is confirmed, and who does it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct XacNhanNhan {
    pub cua: String,
    pub nguoi: NguoiKyNhan,
}

/// The rules' words for lines that sign.
#[derive(Clone, Copy)]
pub struct LoiKy {
    pub de_ky: &'static DeKy,
    pub xac_nhan: Option<&'static str>,
}

impl Cuoi {
    /// Signers one below the other: each ends with a name.
    pub(super) fn ky(&mut self, lines: &[Dong], loi: LoiKy) {
        let mut now = NguoiKyNhan::default();
        let mut gap = false;
        // The words that confirm and whose signature it is, on as many lines as stand before a post.
        let mut cua: Option<String> = None;
        let texts = lines.iter().rposition(|line| !line.trong());
        for (i, line) in lines.iter().enumerate() {
            if line.trong() {
                gap |= !now.dong.is_empty();
                continue;
            }
            let text = line.chu.clone();
            let last = Some(i) == texts;
            let hoa = ho_ten_hoa(&text).filter(|_| !la_chuc_vu(&text, loi.de_ky));
            if loi.xac_nhan.is_some_and(|words| sau_loi(&text, words).is_some()) {
                if !now.dong.is_empty() {
                    self.nguoi_ky.push(std::mem::take(&mut now));
                }
                (cua, gap) = (Some(text), false);
                self.la(VaiDong::XacNhan, line);
            } else if let Some(whose) = cua.as_mut().filter(|_| now.dong.is_empty())
                && !la_dong_ky(&text, loi.de_ky)
            {
                *whose = gon(&format!("{whose} {text}"));
                self.la(VaiDong::XacNhan, line);
            } else if text.starts_with('(') || la_net_ke(&text) {
                self.thua.extend((!la_net_ke(&text)).then_some(text));
                gap = true;
            } else if la_ho_ten(&text)
                || la_ho_ten(sau_danh_hieu(&text, loi.de_ky))
                || (last && !now.dong.is_empty() && hoa.is_some())
                || (last && gap && !now.dong.is_empty() && !la_dong_ky(&text, loi.de_ky))
            {
                now.ho_ten = hoa.unwrap_or(text);
                self.la(VaiDong::HoTen, line);
                self.xong_nguoi(std::mem::take(&mut now), cua.take(), loi);
                gap = false;
            } else if line.kieu == "VT Chức vụ khác" || (gap && !now.dong.is_empty()) {
                now.chuc_vu_khac.push(text);
                self.la(VaiDong::ChucVuKhac, line);
            } else {
                now.them(text, loi.de_ky);
                self.la(VaiDong::ChucVu, line);
            }
        }
        if !now.dong.is_empty() {
            self.xong_nguoi(now, cua, loi);
        }
    }

    /// A signer, or who confirms the signature that `cua` speaks of.
    fn xong_nguoi(&mut self, nguoi: NguoiKyNhan, cua: Option<String>, loi: LoiKy) {
        match cua.and_then(|said| sau_loi(&said, loi.xac_nhan?)) {
            Some(cua) if self.xac_nhan.is_none() => {
                self.xac_nhan = Some(XacNhanNhan { cua, nguoi })
            }
            _ => self.nguoi_ky.push(nguoi),
        }
    }
}

/// What follows the words that confirm a signature; how the signer is called there may differ.
fn sau_loi(text: &str, words: &str) -> Option<String> {
    let own: Vec<&str> = words.split(' ').collect();
    let here: Vec<&str> = text.split_whitespace().collect();
    let same = own.iter().zip(&here).take_while(|(a, b)| khoa(a) == khoa(b)).count();
    let rest = here.get(same..).unwrap_or_default().join(" ");
    (same >= own.len().min(4)).then(|| rest.trim_matches([':', ' ']).to_owned())
}

impl NguoiKyNhan {
    /// A line that is no post and has no mark goes on with the one above; behind `TL. CHỦ TỊCH` stands a post,
    /// whatever it is, and so behind a line that joins two posts.
    pub(super) fn them(&mut self, text: String, de_ky: &DeKy) {
        let joins = |line: &str| de_ky.noi_chuc_vu.contains(&line.to_lowercase().as_str());
        let own = co_ky_hieu_quyen(&text) || super::tu::la_chuc_vu(&text, de_ky) || joins(&text);
        let whole = |last: &str| (co_ky_hieu_quyen(last) && !la_thay_mat(last)) || joins(last);
        match self.dong.last_mut().filter(|last| !own && !whole(last)) {
            Some(last) => {
                last.push(' ');
                last.push_str(&text);
            }
            None => self.dong.push(text),
        }
    }
}

/// A name without a rank that the set lets nobody write before it: `Đại tá` has a small letter.
fn sau_danh_hieu<'t>(text: &'t str, de_ky: &'static DeKy) -> &'t str {
    let rank = truoc_ho_ten(text, de_ky).and_then(|rank| text.strip_prefix(rank));
    rank.map_or(text, str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::bo_quy_tac::theo_khoa;

    fn ky(lines: &[&str]) -> Cuoi {
        let lines: Vec<Dong> =
            lines.iter().map(|chu| Dong { chu: (*chu).to_owned(), ..Dong::default() }).collect();
        let (mut cuoi, bo) = (Cuoi::default(), theo_khoa("hd05").unwrap());
        let xac_nhan = (bo.the_thuc)().trinh_bay.xac_nhan_chu_ky;
        cuoi.ky(&lines, LoiKy { de_ky: bo.de_ky, xac_nhan });
        cuoi
    }

    /// Two posts of one signer are three lines; a body's long name is one.
    #[test]
    fn posts_are_joined_and_bodies_go_on() {
        let cuoi = ky(&["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO", "", "Nguyễn Văn Mẫu"]);
        assert_eq!(cuoi.nguoi_ky[0].dong, ["BÍ THƯ", "kiêm", "TRƯỞNG BAN CHỈ ĐẠO"]);
        let cuoi = ky(&["T/M BAN CHẤP HÀNH", "ĐẢNG BỘ XÃ", "PHÓ BÍ THƯ", "", "Trần Thị Thử"]);
        assert_eq!(cuoi.nguoi_ky[0].dong, ["T/M BAN CHẤP HÀNH ĐẢNG BỘ XÃ", "PHÓ BÍ THƯ"]);
    }

    /// Who confirms is no second signer.
    #[test]
    fn who_confirms_a_signature_is_told_apart() {
        let chair = ["CHỦ TRÌ HỘI NGHỊ", "", "Nguyễn Văn Mẫu"];
        let by = ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "", "Lê Văn Ví"];
        for words in [
            &["Xác nhận chữ ký của đồng chí Nguyễn Văn Mẫu"][..],
            &["Xác nhận chữ ký của đồng chí", "Nguyễn Văn Mẫu"],
            &["Xác nhận chữ ký", "của đồng chí Nguyễn Văn Mẫu"],
        ] {
            let lines: Vec<&str> = chair.iter().chain(words).chain(&by).copied().collect();
            let cuoi = ky(&lines);
            let own = cuoi.xac_nhan.unwrap();
            assert_eq!((cuoi.nguoi_ky.len(), own.cua.as_str()), (1, "Nguyễn Văn Mẫu"));
            assert_eq!(own.nguoi.dong, ["T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"]);
            assert_eq!(own.nguoi.ho_ten, "Lê Văn Ví");
        }
    }
}
