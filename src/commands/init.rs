//! `init`: a commented starter hồ sơ that builds as it stands.

use super::Report;
use super::co_quan_mau::{self, CoQuanMau};
use crate::cli::InitArgs;
use crate::output::{self, Ready};

const CO_QUAN: &str = include_str!("../../templates/khoi-tao/co-quan.yaml");
const KE_HOACH: &str = include_str!("../../templates/khoi-tao/ke-hoach.yaml");
/// Who signs the starter's plan.
const NGUOI_KY: &str = "nguoi_ky: pho_chu_tich";

/// Writes the starter; never over a file that is there.
pub fn init(args: &InitArgs) -> Report {
    let mut report = Report::default();
    let mau = args.co_quan.as_deref().and_then(co_quan_mau::theo_khoa);
    let ready: Vec<Ready> = starter(mau)
        .into_iter()
        .map(|(name, text)| Ready { path: args.dir.join(name), bytes: text.into_bytes() })
        .chain(super::schema::files(&args.dir))
        .collect();
    match output::write_new(&ready) {
        Ok(()) => {
            report.lines.extend(ready.iter().map(|file| file.path.display().to_string()));
        }
        Err(fault) => report.diagnostics.push(fault),
    }
    report
}

/// The files, with the office of that kind, who signs the plan.
fn starter(mau: Option<&CoQuanMau>) -> [(&'static str, String); 2] {
    let co_quan = mau.map_or(CO_QUAN, |mau| mau.text).to_owned();
    let ke_hoach = match mau {
        Some(mau) => KE_HOACH.replace(NGUOI_KY, &format!("nguoi_ky: {}", mau.nguoi_ky)),
        None => KE_HOACH.to_owned(),
    };
    [("co-quan.yaml", co_quan), ("ke-hoach.yaml", ke_hoach)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::co_quan_mau::CO_QUAN_MAU;
    use crate::render::{fonts::Fonts, soan::soan};
    use crate::source::{HoSoNguon, TepNguon};

    /// Names, symbol and signer's lines of a ready office's plan, as they are printed.
    fn printed(mau: &CoQuanMau) -> String {
        let tep = starter(Some(mau))
            .map(|(ten, text)| TepNguon { ten: ten.to_owned(), text })
            .to_vec();
        let nguon = HoSoNguon { ten: mau.khoa.into(), tep, ..HoSoNguon::default() };
        let checked = crate::check::check(&nguon, &|_| true);
        assert!(checked.diagnostics.is_empty(), "{}: {:?}", mau.khoa, checked.diagnostics);
        let van_ban = checked.van_ban[0].van_ban.as_ref().unwrap();
        let document = soan(van_ban, &Fonts::bundled().unwrap()).unwrap();
        let head = &document.dau_trang;
        let signer = &document.cuoi_trang.nguoi_ky[0];
        format!(
            "{}: {} | {} | {} | {}",
            mau.khoa,
            head.co_quan_chu_quan.join(" / "),
            head.co_quan_ban_hanh.join(" / "),
            head.so_ky_hieu.as_deref().unwrap_or_default().replace('\u{a0}', ""),
            signer.quyen_han_chuc_vu.join(" / ")
        )
    }

    #[test]
    fn every_ready_office_prints_its_head_symbol_and_signature() {
        let all: Vec<String> = CO_QUAN_MAU.iter().map(printed).collect();
        let expected = [
            "hdnd-tinh:  | HỘI ĐỒNG NHÂN DÂN / TỈNH ĐỒNG THÁP | Số:/KH-HĐND | CHỦ TỊCH",
            "thuong-truc-hdnd:  | HỘI ĐỒNG NHÂN DÂN / TỈNH ĐỒNG THÁP | Số:/KH-HĐND | \
             TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
            "thuong-truc-hdnd-b: HỘI ĐỒNG NHÂN DÂN / TỈNH ĐỒNG THÁP | THƯỜNG TRỰC | Số:/KH-HĐND | \
             TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
            "ban-hdnd: HỘI ĐỒNG NHÂN DÂN / TỈNH ĐỒNG THÁP | BAN KINH TẾ - NGÂN SÁCH | Số:/KH-HĐND | \
             TM. BAN KINH TẾ - NGÂN SÁCH / TRƯỞNG BAN",
            "doan-dbqh:  | ĐOÀN ĐẠI BIỂU QUỐC HỘI / TỈNH ĐỒNG THÁP | Số:/KH-ĐĐBQH | \
             TM. ĐOÀN ĐẠI BIỂU QUỐC HỘI / TRƯỞNG ĐOÀN",
            "van-phong: ĐOÀN ĐBQH VÀ HĐND / TỈNH ĐỒNG THÁP | VĂN PHÒNG | Số:/KH-VP | CHÁNH VĂN PHÒNG",
            "ubnd-tinh:  | ỦY BAN NHÂN DÂN / TỈNH ĐỒNG THÁP | Số:/KH-UBND | \
             TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
            "so: ỦY BAN NHÂN DÂN / TỈNH ĐỒNG THÁP | SỞ NỘI VỤ | Số:/KH-SNV | GIÁM ĐỐC",
            "hdnd-xa:  | HỘI ĐỒNG NHÂN DÂN / XÃ MỸ THỌ | Số:/KH-HĐND | \
             TM. HỘI ĐỒNG NHÂN DÂN XÃ / CHỦ TỊCH",
            "ubnd-xa:  | ỦY BAN NHÂN DÂN / XÃ MỸ THỌ | Số:/KH-UBND | TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH",
        ];
        assert_eq!(all, expected);
    }
}
