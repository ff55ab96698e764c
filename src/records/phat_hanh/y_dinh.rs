//! Ý định: what a transaction is about to do, written before it does it. Whoever reads it back may find one
//! that came with a folder of someone else's, so it says no more than a transaction of ours can.

use serde::{Deserialize, Serialize};

use super::bang_ke::{self, dau_bang_ke};
use super::goi::dich;
use super::kho::Kho;
use super::quyen::{Quyen, VAN_BAN_DI, ViecGhi};
use crate::diagnostic::Diagnostic;
use crate::records::so_dang_ky::dau::{bam, dau};
use crate::records::so_dang_ky::{Dong, DongCuaSo, Viec};

/// Before what the sum is made of.
const TRUOC_TONG: &str = "vanthu: ý định ghi sổ\n";
/// The longest name for messages.
const TEN_DAI_NHAT: usize = 300;

/// What is about to be done, as the next start reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YDinh {
    /// What the lines are about, for the message: `105/KH-HĐND`.
    pub ten: String,
    /// How long the register is before the lines, in bytes.
    pub do_dai: u64,
    /// What is appended to it.
    pub them: String,
    /// Where the document goes: `2023/105-KH-HDND`.
    pub dich: Option<String>,
}

/// As it is written: with a sum, which versions of before did not write.
#[derive(Serialize, Deserialize)]
struct TrenDia {
    #[serde(flatten)]
    y_dinh: YDinh,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tong: Option<String>,
}

impl YDinh {
    pub fn viet(&self) -> Vec<u8> {
        let whole = TrenDia { y_dinh: self.clone(), tong: Some(self.tong()) };
        serde_json::to_vec_pretty(&whole).unwrap_or_default()
    }

    /// Reads one of the outgoing book; none for what no transaction writes.
    pub fn doc(bytes: &[u8]) -> Option<Self> {
        Self::doc_cua(bytes, &VAN_BAN_DI)
    }

    /// The same of any book.
    pub fn doc_cua(bytes: &[u8], quyen: &Quyen) -> Option<Self> {
        let TrenDia { y_dinh, tong } = serde_json::from_slice(bytes).ok()?;
        let whole = tong.is_none_or(|tong| tong == y_dinh.tong());
        (whole && y_dinh.co_the_co(quyen)).then_some(y_dinh)
    }

    fn tong(&self) -> String {
        let Self { ten, do_dai, them, dich } = self;
        let said = (ten, do_dai, them, dich);
        let said = serde_json::to_string(&said).unwrap_or_default();
        bam(format!("{TRUOC_TONG}{said}").as_bytes())
    }

    /// Whether a transaction may say so: one event, before it at most the opening of its series, and a place
    /// only for a document that is kept, the place that its line gives it; or an old book, which has none.
    fn co_the_co(&self, quyen: &Quyen) -> bool {
        let named =
            self.ten.chars().count() <= TEN_DAI_NHAT && !self.ten.contains(char::is_control);
        named && (quyen.viec)(&self.them).is_some_and(|viec| viec.dich == self.dich)
    }

    /// Whether the document that waits is the one that the line has issued.
    pub fn dung_van_ban(&self, kho: &Kho) -> bool {
        let list = kho.doc_dang_lam(bang_ke::TEP).unwrap_or_default();
        (kho.quyen().viec)(&self.them).is_some_and(|viec| dau_bang_ke(&list) == viec.bang_ke)
    }
}

/// What lines of the outgoing book do.
pub fn viec_di(them: &str) -> Option<ViecGhi> {
    let lines = cac_dong::<Dong>(them)?;
    if la_so_cu(&lines) {
        return Some(ViecGhi { dich: None, bang_ke: String::new() });
    }
    let (own, before) = lines.split_last()?;
    let opens = match before {
        [] => true,
        [first] => first.viec == Viec::MoSo && first.day == own.day,
        _ => false,
    };
    let may = opens && own.viec != Viec::MoSo;
    may.then(|| ViecGhi { dich: noi_dat(own), bang_ke: own.bang_ke.clone() })
}

/// Where the document of a line stands.
fn noi_dat(dong: &Dong) -> Option<String> {
    let so_hieu = dong.so_hieu.as_ref().filter(|_| dong.co_thu_muc())?;
    Some(dich(&dong.day, so_hieu))
}

/// An old book that comes in: papers of one office and year that have no folder, numbers that were void or left open
/// among them, the openings of their series.
fn la_so_cu(lines: &[Dong]) -> bool {
    let own = |huy: &Dong| {
        let same = |d: &Dong| d.day == huy.day && d.so_hieu == huy.so_hieu;
        lines.iter().any(|d| matches!(d.viec, Viec::VaoSo | Viec::GiuSo) && same(d))
    };
    let of_book = |dong: &Dong| match dong.viec {
        Viec::MoSo | Viec::GiuSo => true,
        Viec::Huy => own(dong),
        Viec::VaoSo => !dong.co_thu_muc(),
        _ => false,
    };
    let one_book = lines.windows(2).all(|pair| matches!(pair, [a, b] if a.day.cung_so(&b.day)));
    one_book && lines.iter().all(of_book) && lines.last().is_some_and(|d| d.viec != Viec::MoSo)
}

/// The lines, each with the mark that it has after the one before.
pub fn cac_dong<D: DongCuaSo>(them: &str) -> Option<Vec<D>> {
    let mut all = Vec::new();
    let mut truoc: Option<(usize, &str)> = None;
    for line in them.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (than, viet) = line.rsplit_once('|')?;
        let (than, viet) = (than.trim_end(), viet.trim());
        let (stt, dong) = D::doc(than).ok()?;
        let follows =
            truoc.is_none_or(|(so, mark)| stt == so.saturating_add(1) && dau(mark, than) == viet);
        if !follows {
            return None;
        }
        truoc = Some((stt, viet));
        all.push(dong);
    }
    Some(all)
}

/// An intent that no transaction of this program has written: nothing is done that it says.
pub fn la(kho: &Kho) -> Diagnostic {
    let message = format!(
        "{} bị hỏng, hoặc không phải do chương trình ghi ở đây; không làm theo tệp ấy",
        kho.tep_y_dinh().display()
    );
    let quyen = kho.quyen();
    Diagnostic::error("strange-intent", message).hint(format!(
        "chuyển cả thư mục {}/.dang-lam đi chỗ khác rồi chạy “vanthu {} check”: sổ chưa ghi số nào của lần bị ngắt thì {}; \
         sổ đã ghi mà thiếu thư mục thì lấy lại từ bản lưu",
        quyen.thu_muc, quyen.lenh, quyen.lam_lai
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Ngay;
    use crate::records::so_dang_ky::{Day, So, SoHieu};

    fn mau() -> YDinh {
        let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
        let so_hieu = SoHieu { so: 50, ky_hieu: "KH-HĐND".into() };
        let open = SoHieu { so: 50, ky_hieu: String::new() };
        let dong = Dong {
            ngay: Ngay::parse("15/3/2023").ok(),
            ..Dong::moi(Viec::PhatHanh, day.clone(), Some(so_hieu.clone()))
        };
        let lines = [Dong::moi(Viec::MoSo, day, Some(open)), dong];
        YDinh {
            ten: so_hieu.to_string(),
            do_dai: 0,
            them: So::doc("", "so").0.them(&lines),
            dich: Some("2023/50-KH-HDND".into()),
        }
    }

    /// A book that was begun on paper comes in by one intent; nothing else comes in with it.
    #[test]
    fn an_old_book_is_one_intent_and_holds_nothing_but_a_book() {
        let day = Day { ky: 2023.into(), co_quan: "HĐND".into(), loai: None };
        let line = |viec, so| {
            let so_hieu = SoHieu { so, ky_hieu: "KH-HĐND".into() };
            let ngay = Ngay::parse("15/3/2023").ok();
            Dong { ngay, ..Dong::moi(viec, day.clone(), Some(so_hieu)) }
        };
        let read = |lines: &[Dong]| {
            let them = So::doc("", "so").0.them(lines);
            let y_dinh = YDinh { ten: "sổ cũ".into(), do_dai: 0, them, dich: None };
            YDinh::doc(&y_dinh.viet()).is_some()
        };
        let book =
            [line(Viec::VaoSo, 1), line(Viec::GiuSo, 2), line(Viec::Huy, 2), line(Viec::VaoSo, 3)];
        assert!(read(&book));
        assert!(!read(&[book.to_vec(), vec![line(Viec::Huy, 9)]].concat()), "another's number");
        assert!(!read(&[book.to_vec(), vec![line(Viec::PhatHanh, 4)]].concat()));
        assert!(!read(&[book.to_vec(), vec![line(Viec::KhoaNam, 4)]].concat()));
        let kept = Dong { bang_ke: "0a".into(), ..line(Viec::VaoSo, 4) };
        assert!(!read(&[book.to_vec(), vec![kept]].concat()), "a folder that isn't there");
        let other = Day { ky: 2024.into(), ..day.clone() };
        let next = Dong { day: other, ..line(Viec::VaoSo, 4) };
        assert!(!read(&[book.to_vec(), vec![next]].concat()), "another year");
    }

    #[test]
    fn it_says_no_more_than_a_transaction_can() {
        assert_eq!(YDinh::doc(&mau().viet()), Some(mau()));
        // One of before, without its sum.
        assert_eq!(YDinh::doc(&serde_json::to_vec(&mau()).unwrap()), Some(mau()));
        let read = |change: &dyn Fn(&mut YDinh)| {
            let mut y_dinh = mau();
            change(&mut y_dinh);
            YDinh::doc(&y_dinh.viet())
        };
        for dich in ["../x", "/etc/x", "2023/../../x", "2023/50-KH-HDND/", "2024/50-KH-HDND", ""] {
            assert_eq!(read(&|y| y.dich = Some(dich.into())), None, "{dich}");
        }
        assert_eq!(read(&|y| y.dich = None), None);
        assert_eq!(read(&|y| y.ten = "\u{1b}[2J".into()), None);
        assert_eq!(read(&|y| y.them = String::new()), None);
        assert_eq!(read(&|y| y.them = y.them.repeat(2)), None);
        assert_eq!(read(&|y| y.them.push_str("rác\n")), None);
        let text = String::from_utf8(mau().viet()).unwrap();
        assert_eq!(YDinh::doc(text.replace("\"do_dai\": 0", "\"do_dai\": 1").as_bytes()), None);
        assert_eq!(YDinh::doc(b""), None);
    }
}
