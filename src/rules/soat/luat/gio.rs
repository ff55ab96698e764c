//! Hours of the clock.

use super::{BoiCanh, Luat, PhamVi, Tim, mau, moi, nhom};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;

mau!(GIO, &["h", "giờ"], r"\b([0-9]{1,2})(h| giờ )([0-9]{2})\b");

// After minutes that are said with `giờ`: anything else may count something of its own.
mau!(HET_PHUT, &[], r"^(?: phút|,|\.|;|:|\)| ngày| -| –| đến|\n|$)");

/// Words before a moment of the day; without one `36h20` may be how long something takes.
const LUC: &[&str] = &["lúc", "hồi", "vào", "từ", "trước", "đầu", "thúc", "sáng", "chiều", "tối"];

pub static GIO_SAI: Luat = Luat {
    ma: "VT307",
    ten: "Giờ không có trong ngày",
    muc: Severity::Warning,
    can_cu: "Một ngày có 24 giờ, một giờ có 60 phút",
    giai_thich: "Giờ ghi từ 00 đến 24, phút ghi từ 00 đến 59.",
    sai: "khai mạc lúc 08h70",
    dung: "khai mạc lúc 08h00",
    pham_vi: PhamVi::NgoaiTrich,
    gop: false,
    tim: gio_sai,
};

fn gio_sai(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let found = moi(&GIO, doan.chu()).filter_map(|caps| {
        let cho = caps.get(0)?.range();
        let so = |i| nhom(&caps, i).and_then(|(_, so)| so.parse::<u32>().ok());
        let (gio, phut) = (so(1)?, so(3)?);
        let glued = doan.truoc(cho.start).ends_with(['/', '.', ',', '-']);
        let lien = nhom(&caps, 2)?.1 == "h";
        let het = lien || HET_PHUT.cho("").is_some_and(|mau| mau.is_match(doan.sau(cho.end)));
        let luc = LUC.contains(&doan.tu_truoc(cho.start).as_str()) || cho.start == 0;
        let sai = phut > 59 || luc && (gio > 24 || gio == 24 && phut > 0);
        if glued || !het || !sai {
            return None;
        }
        let loi = format!("không có giờ “{}”", doan.lay(&cho));
        Some(Tim::xem(cho, loi, "xem lại giờ, phút"))
    });
    found.collect()
}
