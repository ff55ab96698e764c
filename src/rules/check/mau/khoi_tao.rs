//! A commented starter file of a declared kind, from its declaration: it builds as it stands.

use std::fmt::Write;

use super::loi_mau::{LoiMau, NOI_DUNG, trich_yeu};
use super::thang_mau::{co_hieu_luc, thang_sau};
use crate::model::kieu::{CachKinhGui, CachKy, CachNoiNhan, CachTrichYeu};
use crate::model::{BoQuyTac, KieuTruong, Loai, Mau, Truong};

/// The plan of trips, with the marks of [`LoiMau`] and one for its signer.
pub const KE_HOACH_CHUYEN_DI: &str = include_str!("../../../../templates/khoi-tao/ke-hoach.yaml");

/// A trip of that plan.
pub const DOT_CHUYEN_DI: &str = include_str!("../../../../templates/khoi-tao/dot.yaml");

/// The topic at each host of a trip of which the plan says none.
pub const CHU_DE_CUA_NOI: &str = "\n    chu_de: Kinh nghiệm thực hiện nhiệm vụ mẫu.";

/// The file for documents with `loai: khoa`, in the words of the office, by its rules. `nguoi_ky`: its signers by their
/// short names.
pub fn khoi_tao(mau: &Mau, khoa: &str, nguoi_ky: &[String], loi: &LoiMau, bo: BoQuyTac) -> String {
    let text = loi.thay(&chua_thay(mau, khoa, nguoi_ky, bo));
    match co_hieu_luc(bo) {
        true => text,
        false => thang_sau(&text),
    }
}

fn chua_thay(mau: &Mau, khoa: &str, nguoi_ky: &[String], bo: BoQuyTac) -> String {
    let mut out = String::new();
    let _ = write!(
        out,
        "# yaml-language-server: $schema=schema/{}.json\n#\n# {}.\n\
         # Sau dấu # là lời chú giải, chương trình bỏ qua. Thay nội dung bên phải dấu hai chấm bằng nội dung thật.\n\
         # Mục có dấu # ở đầu dòng là mục không bắt buộc: cần thì bỏ dấu # và dấu cách sau nó.\n\n\
         loai: {khoa}\n",
        mau.ten,
        mau.mo_ta.trim_end_matches('.')
    );
    dau(&mut out, mau, nguoi_ky, mau.loai(khoa), bo);
    for truong in &mau.truong {
        out.push('\n');
        mot_truong(&mut out, truong, 0, truong.bat_buoc);
    }
    if mau.truong.iter().any(|t| t.kieu == KieuTruong::ThanBai) {
        out.push_str(PHU_LUC);
    }
    out.push_str(NOI_NHAN);
    out
}

/// What any document with a body may have.
const PHU_LUC: &str = "
# Phụ lục; trong lời văn phải có chỗ nhắc tới, ví dụ: (Phụ lục kèm theo)
# phu_luc:
#   - tieu_de: Danh mục nhiệm vụ
#     noi_dung: |
#       | TT | Nhiệm vụ | Thời hạn |
#       |:--:|----------|----------|
#       | 1  | Nội dung cần ghi | Tháng 6 năm 2026 |
";

/// What any document may have.
const NOI_NHAN: &str = "
# Nơi nhận riêng của văn bản này; không ghi thì theo tệp cơ quan
# noi_nhan:
#   - {cap_tren}
";

fn dau(out: &mut String, mau: &Mau, nguoi_ky: &[String], loai: Option<Loai>, bo: BoQuyTac) {
    let kieu = &mau.kieu;
    out.push_str(match kieu.so {
        true => "\n# Số để trống thì in ra chỗ trống cho văn thư ghi; ngày chưa có thì ghi tháng và năm.\nso:\n",
        false => "\n# Ngày chưa có thì ghi tháng và năm.\n",
    });
    out.push_str("ngay_ban_hanh: 3/2026\n");
    // A kind without an abbreviation names the unit that drafts it in its symbol (PL I, II.3.b).
    if kieu.so && loai.is_some_and(|loai| bo.viet_tat(loai).is_none()) {
        out.push_str("# Đơn vị soạn thảo: chữ viết tắt đứng cuối ký hiệu.\ndon_vi_soan: {soan}\n");
    }
    if kieu.trich_yeu != CachTrichYeu::Khong {
        out.push_str("\n# Trích yếu: một câu ngắn phản ánh khái quát nội dung.\n");
        let _ = writeln!(out, "trich_yeu: {}", trich_yeu(kieu.trich_yeu, bo.loi_van.trich_yeu_hoa));
    }
    if kieu.kinh_gui == CachKinhGui::Can {
        out.push_str("\n# Kính gửi: một nơi, hoặc danh sách mỗi nơi một dòng “- ”.\n");
        out.push_str("kinh_gui: '{cap_tren}'\n");
    }
    match (kieu.nguoi_ky, nguoi_ky) {
        // Two parties that agree, and not the two who answer for minutes.
        (CachKy::HaiBen, _) if kieu.noi_nhan == CachNoiNhan::Khong => out.push_str(
            "\n# Hai bên ký, từ trái sang phải.\nnguoi_ky:\n  - dong: ĐẠI DIỆN BÊN A\n    ho_ten: Trần Thị Tên Mẫu\n  \
             - dong: ĐẠI DIỆN BÊN B\n    ho_ten: Nguyễn Văn Tên Mẫu\n",
        ),
        (CachKy::HaiBen, _) => out.push_str(
            "\n# Hai người ký, từ trái sang phải.\nnguoi_ky:\n  - dong: THƯ KÝ\n    ho_ten: Trần Thị Tên Mẫu\n  \
             - dong: CHỦ TRÌ\n    ho_ten: Nguyễn Văn Tên Mẫu\n",
        ),
        (_, [first, _, ..]) => {
            let _ = write!(out, "\n# Người ký: một tên khai trong tệp của cơ quan.\nnguoi_ky: {first}\n");
        }
        _ => {}
    }
}

fn mot_truong(out: &mut String, truong: &Truong, sau: usize, ghi: bool) {
    let lui = "  ".repeat(sau);
    let _ = writeln!(out, "{lui}# {}{}", truong.mo_ta.trim_end_matches('.'), ghi_chu(truong));
    let mut text = String::new();
    gia_tri(&mut text, truong);
    let bo = if ghi { "" } else { "# " };
    for line in text.lines() {
        let _ = writeln!(out, "{}", format!("{lui}{bo}{line}").trim_end());
    }
}

/// What may be typed, where the type doesn't show it.
fn ghi_chu(truong: &Truong) -> String {
    match &truong.kieu {
        KieuTruong::LuaChon(words) => format!(" ({})", words.join(" | ")),
        KieuTruong::CoKhong => " (có | không)".to_owned(),
        _ => String::new(),
    }
}

/// `key: value`, over as many lines as it takes.
fn gia_tri(out: &mut String, truong: &Truong) {
    let key = &truong.khoa;
    let vi_du = truong.vi_du.as_deref();
    match &truong.kieu {
        KieuTruong::Nhom(con) => {
            let _ = writeln!(out, "{key}:");
            cac_con(out, con, 1);
        }
        KieuTruong::DanhSach(con) => {
            let _ = writeln!(out, "{key}:");
            danh_sach(out, con);
        }
        KieuTruong::CacDoan | KieuTruong::CanCu => {
            let _ = writeln!(out, "{key}:");
            let lines = vi_du.unwrap_or(mac_dinh(&truong.kieu)).lines();
            for line in lines.map(str::trim).filter(|line| !line.is_empty()) {
                let _ = writeln!(out, "  - {}", chuoi(line.trim_start_matches("- ")));
            }
        }
        KieuTruong::ThanBai => {
            let _ = writeln!(out, "{key}: |");
            for line in vi_du.unwrap_or(mac_dinh(&truong.kieu)).lines() {
                let _ = writeln!(out, "{}", format!("  {line}").trim_end());
            }
        }
        KieuTruong::LuaChon(words) => {
            let first = vi_du.or(words.first().map(String::as_str)).unwrap_or_default();
            let _ = writeln!(out, "{key}: {}", chuoi(first));
        }
        // Running text mostly holds a colon, which a plain value may not end in.
        KieuTruong::Chu => {
            let text = vi_du.unwrap_or(mac_dinh(&truong.kieu)).replace('\n', " ");
            let _ = writeln!(out, "{key}: >-\n  {}", text.trim());
        }
        kieu => {
            let text = vi_du.unwrap_or(mac_dinh(kieu)).replace('\n', " ");
            let _ = writeln!(out, "{key}: {}", chuoi(text.trim()));
        }
    }
}

/// The fields of a group; where none is required the first stands there all the same.
fn cac_con(out: &mut String, con: &[Truong], sau: usize) {
    let none = !con.iter().any(|c| c.bat_buoc);
    for (i, c) in con.iter().enumerate() {
        mot_truong(out, c, sau, c.bat_buoc || (none && i == 0));
    }
}

/// One item: its first key stands beside the dash.
fn danh_sach(out: &mut String, con: &[Truong]) {
    let mut text = String::new();
    cac_con(&mut text, con, 0);
    // A dash needs a key beside it, not a comment.
    let _ = writeln!(out, "  -");
    for line in text.lines() {
        let _ = writeln!(out, "    {line}");
    }
}

fn mac_dinh(kieu: &KieuTruong) -> &'static str {
    match kieu {
        KieuTruong::CanCu => "Căn cứ {can_cu}",
        KieuTruong::Ngay => "15/3/2026",
        KieuTruong::Gio => "08:00",
        KieuTruong::So => "1",
        KieuTruong::Tien => "1.000.000",
        KieuTruong::CoKhong => "không",
        _ => NOI_DUNG,
    }
}

/// Text as YAML reads it back.
fn chuoi(text: &str) -> String {
    let plain = text.chars().next().is_some_and(|c| c.is_alphanumeric() || c == '“')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':');
    if plain { text.to_owned() } else { format!("'{}'", text.replace('\'', "''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_quoted_where_yaml_would_read_a_sign() {
        assert_eq!(chuoi("Nguyễn Văn An"), "Nguyễn Văn An");
        assert_eq!(chuoi("a: b"), "'a: b'");
        assert_eq!(chuoi("- 'x'"), "'- ''x'''");
        assert_eq!(chuoi(""), "''");
    }
}
