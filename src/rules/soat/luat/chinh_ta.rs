//! Words that offices often misspell: hỏi for ngã, x for s. Each stands here only if the wrong form is
//! no other phrase.

use std::sync::LazyLock;

use regex::Regex;

use super::{BoiCanh, Luat, PhamVi, Tim, bat_dau_hoa, cac_tu};
use crate::diagnostic::Severity;
use crate::rules::soat::doan::Doan;

/// Wrong, right, and the words that make the wrong one right when they follow.
#[rustfmt::skip]
static BANG: &[(&str, &str, &[&str])] = &[
    ("bổ xung", "bổ sung", &["quanh", "đột", "kích", "phong"]),
    ("xử dụng", "sử dụng", &[]),
    ("sử lý", "xử lý", &["luận", "thuyết", "tưởng"]),
    ("xữ lý", "xử lý", &[]),
    ("đề suất", "đề xuất", &[]),
    ("suất sắc", "xuất sắc", &[]),
    ("xuất xắc", "xuất sắc", &[]),
    ("khảo xát", "khảo sát", &[]),
    ("giám xát", "giám sát", &[]),
    ("xát hạch", "sát hạch", &[]),
    ("soạn thão", "soạn thảo", &[]),
    ("dự thão", "dự thảo", &[]),
    ("thão luận", "thảo luận", &[]),
    ("hổ trợ", "hỗ trợ", &[]),
    ("nổ lực", "nỗ lực", &["lượng"]),
    ("kỹ luật", "kỷ luật", &[]),
    ("kỹ niệm", "kỷ niệm", &[]),
    ("kỷ thuật", "kỹ thuật", &[]),
    ("kỷ năng", "kỹ năng", &[]),
    ("lảnh đạo", "lãnh đạo", &[]),
    ("cũng cố", "củng cố", &["gắng", "tình", "ý", "định", "sức", "chấp", "hết"]),
    ("giử gìn", "giữ gìn", &[]),
    ("gìn giử", "gìn giữ", &[]),
    ("bảo đãm", "bảo đảm", &[]),
    ("đãm bảo", "đảm bảo", &[]),
    ("sữa chữa", "sửa chữa", &[]),
    ("sữa đổi", "sửa đổi", &["mới"]),
    ("sửa chửa", "sửa chữa", &[]),
    ("nghĩ phép", "nghỉ phép", &["tắc"]),
    ("nghĩ hưu", "nghỉ hưu", &[]),
    ("kiễm tra", "kiểm tra", &[]),
    ("hưỡng dẫn", "hướng dẫn", &[]),
    ("hướng dẩn", "hướng dẫn", &[]),
    ("triễn khai", "triển khai", &[]),
    ("phát triễn", "phát triển", &[]),
    ("hổn hợp", "hỗn hợp", &[]),
    ("rỏ ràng", "rõ ràng", &[]),
    ("vửng chắc", "vững chắc", &[]),
    ("bền vửng", "bền vững", &[]),
    ("mạnh mẻ", "mạnh mẽ", &[]),
    ("vẽ vang", "vẻ vang", &[]),
    ("chổ ở", "chỗ ở", &[]),
    ("chổ ngồi", "chỗ ngồi", &[]),
    ("đội ngủ cán bộ", "đội ngũ cán bộ", &[]),
    ("đội ngủ công chức", "đội ngũ công chức", &[]),
    ("củng như", "cũng như", &[]),
    ("củng là", "cũng là", &[]),
    ("mổi năm", "mỗi năm", &[]),
    ("mổi người", "mỗi người", &[]),
    ("mổi đơn vị", "mỗi đơn vị", &[]),
    ("trãi qua", "trải qua", &[]),
    ("trãi nghiệm", "trải nghiệm", &[]),
    ("xán lạng", "xán lạn", &[]),
    ("năng xuất lao động", "năng suất lao động", &[]),
    ("lãi xuất", "lãi suất", &[]),
    ("tần xuất", "tần suất", &[]),
    ("xuất ăn", "suất ăn", &[]),
    ("sản suất", "sản xuất", &[]),
    ("xuất khẫu", "xuất khẩu", &[]),
    ("chuẩn đoán", "chẩn đoán", &[]),
    ("vô hình chung", "vô hình trung", &[]),
    ("thăm quan", "tham quan", &["chức", "hệ", "tài"]),
];

pub static THUONG_SAI: Luat = Luat {
    ma: "VT607",
    ten: "Từ thường viết sai",
    muc: Severity::Warning,
    can_cu: "Chính tả tiếng Việt",
    giai_thich: "Những từ hay lẫn hỏi với ngã, s với x, ch với tr trong văn bản của cơ quan.",
    sai: "đề nghị hổ trợ, bổ xung kinh phí",
    dung: "đề nghị hỗ trợ, bổ sung kinh phí",
    pham_vi: PhamVi::NgoaiTrich,
    gop: true,
    tim: thuong_sai,
};

/// Any of the wrong words: most texts have none, and one look through tells so.
static CO_SAI: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let words: Vec<String> = BANG.iter().map(|(sai, ..)| regex::escape(sai)).collect();
    Regex::new(&words.join("|")).ok()
});

fn thuong_sai(doan: &Doan, _: &BoiCanh) -> Vec<Tim> {
    let lower = doan.chu().to_lowercase();
    // Places are shared only while letters keep their lengths.
    if lower.len() != doan.chu().len() {
        return Vec::new();
    }
    if CO_SAI.as_ref().is_some_and(|mau| !mau.is_match(&lower)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (sai, dung, tru) in BANG {
        for (at, _) in lower.match_indices(sai) {
            let cho = at..at.saturating_add(sai.len());
            let tron = !doan.truoc(at).ends_with(char::is_alphanumeric)
                && !doan.sau(cho.end).starts_with(char::is_alphanumeric);
            let goc = doan.lay(&cho);
            let khac = ["lịch", "suy", "hồ"].contains(&doan.tu_truoc(at).as_str());
            let giu = khac || goc.chars().skip(1).any(char::is_uppercase);
            if !tron || giu || tru.contains(&doan.tu_sau(cho.end)) {
                continue;
            }
            let dung = if bat_dau_hoa(goc) { super::hoa_dau(dung) } else { (*dung).to_owned() };
            found.push(Tim::thay(cho, format!("“{goc}” viết sai, phải là “{dung}”"), dung));
        }
    }
    found
}

/// Words that never stand twice in a row.
const KHONG_LAP: &[&str] = &[
    "của", "và", "các", "được", "trong", "với", "tại", "theo", "những", "hoặc", "bởi", "thuộc",
    "cùng", "này", "việc", "tỉnh", "tháng", "số",
];

/// Words that the first of the two ends: `tồn tại tại các đơn vị` is no slip.
#[rustfmt::skip]
const TU_GHEP: &[&str] = &[
    "tồn tại", "hiện tại", "kèm theo", "tiếp theo", "cuối cùng", "sau cùng", "công việc", "làm việc", "sự việc",
    "vụ việc", "phụ thuộc", "trực thuộc", "lệ thuộc", "bên trong", "chữ số", "mã số", "ký số", "tham số", "hệ số",
    "chỉ số", "dân số", "đa số", "hằng tháng", "hàng tháng",
];

pub static LAP_TU: Luat = Luat {
    ma: "VT608",
    ten: "Gõ lặp một từ",
    muc: Severity::Warning,
    can_cu: "Chính tả tiếng Việt",
    giai_thich: "Hai từ giống nhau liền nhau, loại từ không bao giờ lặp (của của, các các).",
    sai: "kết quả của của Đoàn",
    dung: "kết quả của Đoàn",
    pham_vi: PhamVi::VanXuoi,
    gop: false,
    tim: |doan, _| {
        let tu = cac_tu(doan);
        let doi = tu.iter().zip(tu.iter().skip(1));
        let found = doi.filter_map(|((a, chu), (b, sau))| {
            let giua = doan.chu().get(a.end..b.start)?;
            let ghep = format!("{} {chu}", doan.tu_truoc(a.start));
            let lap = chu == sau
                && KHONG_LAP.contains(chu)
                && !TU_GHEP.contains(&ghep.as_str())
                && giua.chars().all(|c| c == ' ' || c == '\u{a0}');
            lap.then(|| Tim::thay(a.end..b.end, format!("từ “{chu}” gõ hai lần"), ""))
        });
        found.collect()
    },
};
