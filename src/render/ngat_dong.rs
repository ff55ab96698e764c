//! Breaks a long name or title at sense: before "của", "tỉnh", "trong"; after a comma; never inside
//! "hội đồng" or between "năm" and its number. Both writers get the same lines.

/// Words before which a line may well begin.
#[rustfmt::skip]
const MO_DAU_DONG: &[&str] = &[
    "trong", "của", "về", "tại", "cho", "và", "với", "đối", "theo", "từ", "đến", "để", "nhằm",
    "do", "bằng", "năm", "giai", "trên", "ở", "thuộc", "gắn", "giữa", "khi", "phục", "tỉnh",
    "thành", "huyện", "quận", "xã", "phường", "thị", "văn", "ban", "đoàn", "hội", "ủy", "uỷ",
    "các", "những", "sở", "phòng", "tổ", "cục", "vụ", "chi", "trung",
];

/// Two-syllable words of the field that must stay whole.
#[rustfmt::skip]
const TU_GHEP: &[&str] = &[
    "an ninh", "an toàn", "ban hành", "báo cáo", "báo chí", "biểu quyết", "bảo đảm", "cải tiến",
    "cán bộ", "chi tiết", "chuyên đề", "chuyển đổi", "chính phủ", "chính quyền", "chính sách",
    "chương trình", "chủ tịch", "công an", "công chức", "công nghệ", "công nghiệp", "công tác",
    "công vụ", "cơ chế", "cơ quan", "cải cách", "dân tộc", "dân cử", "doanh nghiệp", "du lịch",
    "giai đoạn", "giao lưu", "giao thông", "giám sát", "giáo dục", "giải pháp", "hoạt động",
    "hành chính", "hội nghị", "hội đồng", "học tập", "khoa học", "khu vực", "kinh nghiệm",
    "kinh phí", "kinh tế", "kiểm tra", "kế hoạch", "kết quả", "kỳ họp", "lao động", "liên quan",
    "lãnh đạo", "mô hình", "môi trường", "ngân sách", "nghiên cứu", "nghiệp vụ", "nghị quyết",
    "nghị định", "nhiệm kỳ", "nhiệm vụ", "nhà nước", "nhân dân", "nông nghiệp", "nông thôn",
    "năng lực", "phát triển", "pháp chế", "pháp luật", "phòng chống", "phối hợp", "phục vụ",
    "quy hoạch", "quy chế", "quy định", "quyết định", "quân sự", "quản lý", "quốc hội",
    "quốc phòng", "rà soát", "sản xuất", "sắp xếp", "số hoá", "số hóa", "tài chính",
    "tài nguyên", "tham gia", "tham mưu", "thanh niên", "thanh tra", "thành phố", "thành phần",
    "thi đua", "thu hút", "thông báo", "thông tin", "thư ký", "thường trực", "thương mại",
    "thẩm tra", "thể thao", "thị xã", "thị trấn", "thực hiện", "tiếp công", "tiếp xúc",
    "trao đổi", "triển khai", "trung tâm", "trung ương", "truyền thông", "tuyên truyền",
    "tư pháp", "tổ chức", "tổng kết", "tăng cường", "tập huấn", "viên chức", "việc làm",
    "văn bản", "văn hoá", "văn hóa", "văn phòng", "văn thư", "xây dựng", "xã hội", "y tế",
    "ý kiến", "đoàn thể", "đô thị", "đại biểu", "đầu tư", "đặc thù", "địa phương", "đổi mới",
    "ủy ban", "uỷ ban", "ứng dụng",
];

/// What it costs to end a line between two words.
fn gia_ngat(truoc: &str, sau: &str) -> f64 {
    let (t, s) = (truoc.to_lowercase(), sau.to_lowercase());
    let ghep = format!(
        "{} {}",
        t.trim_start_matches(['“', '(']),
        s.trim_end_matches([',', ';', ')', '”'])
    );
    if truoc.ends_with([',', ';', ':']) || truoc == "-" || truoc == "–" {
        0.0
    } else if TU_GHEP.contains(&ghep.as_str()) || sau == "-" || sau == "–" {
        2.0
    } else if sau.starts_with(|c: char| c.is_ascii_digit()) || MO_DAU_DONG.contains(&t.as_str()) {
        1.0
    } else if MO_DAU_DONG.contains(&s.as_str()) {
        0.05
    } else if hai_tu_viet_hoa(truoc, sau) {
        0.8
    } else {
        0.35
    }
}

/// "Đồng Tháp": two words of a proper name, in text that isn't all capitals.
fn hai_tu_viet_hoa(truoc: &str, sau: &str) -> bool {
    let ten_rieng = |tu: &str| {
        let mut chu = tu.chars();
        chu.next().is_some_and(char::is_uppercase) && chu.any(char::is_lowercase)
    };
    ten_rieng(truoc) && ten_rieng(sau)
}

/// Breaks `van_ban` into the fewest lines of at most `rong` (in the unit of `do_rong`), at the places
/// that cost least, lines as even as may be. A single word wider than `rong` stays whole.
pub fn ngat_dong(van_ban: &str, rong: f64, do_rong: impl Fn(&str) -> f64) -> Vec<String> {
    let tu: Vec<&str> = van_ban.split([' ', '\n', '\t']).filter(|t| !t.is_empty()).collect();
    let so_dong = so_dong_it_nhat(&tu, rong, &do_rong);
    if so_dong <= 1 {
        return if tu.is_empty() { vec![] } else { vec![tu.join(" ")] };
    }
    let deu = do_rong(&tu.join(" ")) / so_dong as f64;
    cach_re_nhat(&tu, so_dong, |dau, cuoi| {
        let dong = tu.get(dau..cuoi)?;
        let dai = do_rong(&dong.join(" "));
        if dai > rong && dong.len() > 1 {
            return None;
        }
        let lech = (dai - deu) / deu.max(f64::EPSILON);
        let ngat = match (dong.last(), tu.get(cuoi)) {
            (Some(truoc), Some(sau)) => gia_ngat(truoc, sau),
            _ => 0.0,
        };
        Some(lech * lech + ngat)
    })
    .into_iter()
    .filter_map(|(dau, cuoi)| tu.get(dau..cuoi).map(|dong| dong.join(" ")))
    .collect()
}

fn so_dong_it_nhat(tu: &[&str], rong: f64, do_rong: &impl Fn(&str) -> f64) -> usize {
    let mut so_dong = 0;
    let mut dong = String::new();
    for t in tu {
        let thu = if dong.is_empty() { (*t).to_owned() } else { format!("{dong} {t}") };
        if dong.is_empty() || do_rong(&thu) > rong {
            so_dong += 1;
            dong = (*t).to_owned();
        } else {
            dong = thu;
        }
    }
    so_dong
}

/// The cheapest way to cut the words into exactly `so_dong` lines: pairs of first word and end.
fn cach_re_nhat(
    tu: &[&str],
    so_dong: usize,
    gia: impl Fn(usize, usize) -> Option<f64>,
) -> Vec<(usize, usize)> {
    /// The cost of the best way so far, and its lines.
    type Cach = Option<(f64, Vec<(usize, usize)>)>;
    let mut tot: Vec<Cach> = vec![None; tu.len() + 1];
    if let Some(dau) = tot.first_mut() {
        *dau = Some((0.0, vec![]));
    }
    for _ in 0..so_dong {
        let mut moi: Vec<Cach> = vec![None; tu.len() + 1];
        for (dau, cach) in tot.iter().enumerate() {
            let Some((tong, cac_dong)) = cach else { continue };
            for (cuoi, o) in moi.iter_mut().enumerate().skip(dau + 1) {
                let Some(them) = gia(dau, cuoi) else { break };
                if o.as_ref().is_none_or(|(cu, _)| tong + them < *cu) {
                    let mut dong = cac_dong.clone();
                    dong.push((dau, cuoi));
                    *o = Some((tong + them, dong));
                }
            }
        }
        tot = moi;
    }
    tot.pop().flatten().map(|(_, dong)| dong).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter one unit wide.
    fn ngat(van_ban: &str, rong: usize) -> Vec<String> {
        ngat_dong(van_ban, rong as f64, |s| s.chars().count() as f64)
    }

    #[test]
    fn what_fits_stays_on_one_line() {
        assert_eq!(ngat("HỘI ĐỒNG NHÂN DÂN", 20), ["HỘI ĐỒNG NHÂN DÂN"]);
        assert!(ngat("  ", 20).is_empty());
    }

    #[test]
    fn an_agency_breaks_before_its_unit() {
        assert_eq!(
            ngat("HỘI ĐỒNG NHÂN DÂN TỈNH ĐỒNG THÁP", 24),
            ["HỘI ĐỒNG NHÂN DÂN", "TỈNH ĐỒNG THÁP"]
        );
        assert_eq!(
            ngat("VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH ĐỒNG THÁP", 36),
            ["VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI", "VÀ HỘI ĐỒNG NHÂN DÂN TỈNH ĐỒNG THÁP"]
        );
    }

    #[test]
    fn a_title_breaks_at_sense() {
        let dong = ngat(
            "Tổ chức Đoàn công tác trao đổi, học tập kinh nghiệm trong hoạt động của Hội đồng nhân dân Tỉnh năm 2023",
            70,
        );
        assert_eq!(
            dong,
            [
                "Tổ chức Đoàn công tác trao đổi, học tập kinh nghiệm",
                "trong hoạt động của Hội đồng nhân dân Tỉnh năm 2023"
            ]
        );
    }

    #[test]
    fn a_word_wider_than_the_line_stays_whole_and_nothing_is_lost() {
        let dai = "x".repeat(90);
        assert_eq!(ngat(&format!("a {dai} b"), 20).join(" "), format!("a {dai} b"));
    }
}
