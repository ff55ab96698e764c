//! Breaks a long name or title at sense: before "của", "tỉnh", "trong"; after a comma; never inside
//! "hội đồng" or between "năm" and its number. Both writers get the same lines.

use std::ops::Range;

use super::goc::Dong;

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
    "an ninh", "an toàn", "ban hành", "ban nhân", "biểu quyết", "biểu quốc", "báo chí",
    "báo cáo", "bảo hiểm", "bảo tồn", "bảo vệ", "bảo đảm", "chi tiết", "chiến binh", "chuyên đề",
    "chuyển đổi", "chính công", "chính phủ", "chính quyền", "chính sách", "chương trình",
    "chủ trương", "chủ tịch", "cán bộ", "công an", "công chức", "công nghiệp", "công nghệ",
    "công nhân", "công thương", "công trình", "công tác", "công vụ", "công đoàn", "cơ chế",
    "cơ quan", "cải cách", "cải tiến", "cựu chiến", "doanh nghiệp", "du lịch", "dân cử",
    "dân tộc", "dịch vụ", "dự thảo", "dự án", "giai đoạn", "giao lưu", "giao thông", "giám sát",
    "giáo dục", "giải pháp", "giải quyết", "giảm nghèo", "hoạt động", "hành chính", "hướng dẫn",
    "hạ tầng", "học tập", "hội nghị", "hội đồng", "hợp tác", "khiếu nại", "kho bạc", "khoa học",
    "khu vực", "khảo sát", "kinh nghiệm", "kinh phí", "kinh tế", "kiến nghị", "kiểm tra",
    "kế hoạch", "kết quả", "kỳ họp", "lao động", "liên hiệp", "liên quan", "liên đoàn",
    "lãnh đạo", "mô hình", "môi trường", "mặt trận", "nghiên cứu", "nghiệp vụ", "nghị quyết",
    "nghị định", "ngân sách", "nhiệm kỳ", "nhiệm vụ", "nhà nước", "nhân dân", "nông dân",
    "nông nghiệp", "nông thôn", "năng lực", "pháp chế", "pháp luật", "phát triển", "phòng chống",
    "phối hợp", "phụ nữ", "phục vụ", "quy chế", "quy hoạch", "quy định", "quyết định",
    "quyền lợi", "quân sự", "quản lý", "quốc hội", "quốc phòng", "rà soát", "sáng tạo",
    "sản xuất", "sắp xếp", "số hoá", "số hóa", "tham gia", "tham mưu", "thanh niên", "thanh tra",
    "thi đua", "thu hút", "thuỷ lợi", "thành phần", "thành phố", "thân thiện", "thông báo",
    "thông tin", "thư ký", "thương mại", "thường trực", "thẩm tra", "thể thao", "thị trấn",
    "thị xã", "thủy lợi", "thực hiện", "tiếp công", "tiếp nhận", "tiếp xúc", "tiết kiệm",
    "trao đổi", "triển khai", "trung tâm", "trung ương", "truyền thông", "trường học", "trận tổ",
    "trật tự", "trẻ em", "tuyên truyền", "tuyển dụng", "tài chính", "tài nguyên", "tín ngưỡng",
    "tôn giáo", "tăng cường", "tư pháp", "tập huấn", "tố cáo", "tổ chức", "tổ quốc", "tổng kết",
    "uỷ ban", "viên chức", "việc làm", "văn bản", "văn hoá", "văn hóa", "văn phòng", "văn thư",
    "vận tải", "vận động", "vệ sinh", "xây dựng", "xã hội", "xử lý", "y tế", "ý kiến",
    "đoàn thể", "đô thị", "đại biểu", "đấu thầu", "đầu tư", "đặc thù", "địa phương", "đồng nhân",
    "đổi mới", "ủy ban", "ứng dụng", "giúp việc", "thường lệ", "đồng bằng", "giữa năm", "đầu năm",
    "cuối năm", "hằng năm", "hàng năm",
];

/// What a line more than needed costs: less than to tear a word apart.
const GIA_THEM_DONG: f64 = 0.9;
/// Never, unless a line could not be filled otherwise.
const GIA_XE_TU: f64 = 2.0;

/// What it costs to end a line before the word at `cuoi`.
fn gia_ngat(tu: &[&str], cuoi: usize) -> f64 {
    let o = |lui: usize| cuoi.checked_sub(lui).and_then(|i| tu.get(i)).copied().unwrap_or("");
    let (truoc_nua, truoc, sau) = (o(2).to_lowercase(), o(1), o(0));
    let (t, s) = (truoc.to_lowercase(), sau.to_lowercase());
    let (t, s) = (t.trim_start_matches(['“', '(']), s.trim_end_matches([',', ';', ')', '”']));
    let gach = |w: &str| w == "-" || w == "–";
    let mo_dau = |w: &str| MO_DAU_DONG.contains(&w);
    // "quốc hội" ends with "hội", which elsewhere begins a line.
    let cuoi_tu_ghep = TU_GHEP.contains(&format!("{truoc_nua} {t}").as_str());
    if gach(truoc) || gach(sau) || TU_GHEP.contains(&format!("{t} {s}").as_str()) {
        // "kinh tế - xã hội", "2026 - 2030": a spaced hyphen joins.
        GIA_XE_TU
    } else if DAU_QUYEN_HAN.contains(&truoc) || DON_VI.contains(&truoc_nua.as_str()) {
        GIA_XE_TU
    } else if t.bytes().all(|b| b.is_ascii_digit()) && matches!(s, "tháng" | "năm") {
        // A date stays whole.
        GIA_XE_TU
    } else if truoc.ends_with([',', ';', ':']) {
        0.0
    } else if KHONG_KET_DONG.contains(&t)
        || sau.starts_with(|c: char| c.is_ascii_digit())
        || (mo_dau(t) && !cuoi_tu_ghep)
    {
        1.0
    } else if mo_dau(s) && !trong_ten_rieng(truoc, sau, tu.get(cuoi.saturating_add(1))) {
        0.05
    } else if hai_tu_viet_hoa(truoc, sau) {
        0.8
    } else {
        0.35
    }
}

/// Words that a line must not end with, though they begin none in particular.
const KHONG_KET_DONG: &[&str] = &["các", "những", "mọi", "mỗi", "từng", "số"];

/// Marks of authority, which stand with what follows (PL I, II.7.a).
const DAU_QUYEN_HAN: &[&str] = &["TM.", "KT.", "TL.", "TUQ.", "Q."];

/// Units before a name of mostly two syllables: "tỉnh Đồng Tháp".
const DON_VI: &[&str] = &["tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn"];

/// Words that begin a line, and also stand inside names: "Nguyễn Văn An", "Bắc Trung Bộ", "Bến Thành".
const CO_TRONG_TEN: &[&str] = &["văn", "trung", "thành", "thị", "hội", "đoàn", "chi", "ban"];

/// Whether `sau` goes on with a name: "Bắc Trung Bộ", unlike "Cần Thơ Trung tâm".
fn trong_ten_rieng(truoc: &str, sau: &str, tiep: Option<&&str>) -> bool {
    let tiep = tiep.map(|tiep| tiep.trim_end_matches([',', ';', ')', '”'])).unwrap_or_default();
    let sau_thuong = sau.to_lowercase();
    hai_tu_viet_hoa(truoc, sau)
        && CO_TRONG_TEN.contains(&sau_thuong.trim_end_matches([',', ';', ')', '”']))
        && !TU_GHEP.contains(&format!("{sau_thuong} {}", tiep.to_lowercase()).as_str())
}

/// "Đồng Tháp": two words of a proper name, in text that isn't all capitals.
fn hai_tu_viet_hoa(truoc: &str, sau: &str) -> bool {
    let ten_rieng = |tu: &str| {
        let mut chu = tu.chars();
        chu.next().is_some_and(char::is_uppercase) && chu.any(char::is_lowercase)
    };
    ten_rieng(truoc) && ten_rieng(sau)
}

/// The same of a line that knows where its letters come from.
pub fn ngat(dong: &Dong, rong: f64, do_rong: impl Fn(&str) -> f64) -> Vec<Dong> {
    let mut words = cac_cho(dong).into_iter();
    let broken = ngat_dong(dong, rong, do_rong).into_iter().map(|line| {
        let mut own = words.by_ref().take(line.split(' ').count());
        let first = own.next();
        let place = first.map(|first| first.start..own.last().unwrap_or(first).end);
        match place.map(|place| dong.lay(place)) {
            Some(part) if part == line => part,
            _ => line.into(),
        }
    });
    broken.collect()
}

/// Where each word stands.
fn cac_cho(text: &str) -> Vec<Range<usize>> {
    let mut at = 0usize;
    let mut all = Vec::new();
    for word in text.split([' ', '\n', '\t']) {
        let end = at.saturating_add(word.len());
        if !word.is_empty() {
            all.push(at..end);
        }
        at = end.saturating_add(1);
    }
    all
}

/// Breaks `van_ban` into the fewest lines of at most `rong` (in the unit of `do_rong`), at the places
/// that cost least, lines as even as may be. A single word wider than `rong` stays whole. `do_rong` must
/// be without kerning: a line is as wide as its words and the spaces between them.
pub fn ngat_dong(van_ban: &str, rong: f64, do_rong: impl Fn(&str) -> f64) -> Vec<String> {
    let tu: Vec<&str> = van_ban.split([' ', '\n', '\t']).filter(|t| !t.is_empty()).collect();
    let cau = Cau::new(tu, do_rong);
    let it_nhat = cau.so_dong_it_nhat(rong);
    if it_nhat <= 1 {
        return if cau.tu.is_empty() { vec![] } else { vec![cau.tu.join(" ")] };
    }
    let mut tot: Option<(f64, Vec<(usize, usize)>)> = None;
    for them in 0..=2_u8 {
        let so_dong = it_nhat.saturating_add(usize::from(them));
        let Some((gia, dong)) = cau.chia(so_dong, rong) else { continue };
        let gia = gia + f64::from(them) * GIA_THEM_DONG;
        if tot.as_ref().is_none_or(|(re, _)| gia < *re) {
            tot = Some((gia, dong));
        }
    }
    let dong = tot.map(|(_, dong)| dong).unwrap_or_default();
    dong.iter().filter_map(|(dau, cuoi)| Some(cau.tu.get(*dau..*cuoi)?.join(" "))).collect()
}

/// The words of a text, measured once.
struct Cau<'t> {
    tu: Vec<&'t str>,
    /// How wide the text is up to each word, the space before it included.
    toi: Vec<f64>,
    /// Width of a space.
    cach: f64,
    /// What it costs to end a line before each word.
    gia_ngat: Vec<f64>,
}

impl<'t> Cau<'t> {
    fn new(tu: Vec<&'t str>, do_rong: impl Fn(&str) -> f64) -> Self {
        let cach = do_rong(" ");
        let mut den = 0.0;
        let rong = tu.iter().map(|t| {
            den += do_rong(t) + cach;
            den
        });
        let toi = std::iter::once(0.0).chain(rong).collect();
        let gia_ngat = (0..tu.len()).map(|cuoi| gia_ngat(&tu, cuoi)).collect();
        Self { tu, toi, cach, gia_ngat }
    }

    /// Width of the words from `dau` up to `cuoi`.
    fn rong(&self, dau: usize, cuoi: usize) -> f64 {
        let toi = |i: usize| self.toi.get(i).copied().unwrap_or(0.0);
        (toi(cuoi) - toi(dau) - self.cach).max(0.0)
    }

    fn so_dong_it_nhat(&self, rong: f64) -> usize {
        let mut so_dong = 0usize;
        let mut dau = 0;
        for cuoi in 1..=self.tu.len() {
            let moi = so_dong == 0 || self.rong(dau, cuoi) > rong;
            if moi {
                so_dong = so_dong.saturating_add(1);
                dau = cuoi.saturating_sub(1);
            }
        }
        so_dong
    }

    /// The best way to cut the words into exactly `so_dong` lines, and what it costs.
    fn chia(&self, so_dong: usize, rong: f64) -> Option<(f64, Vec<(usize, usize)>)> {
        let deu = self.rong(0, self.tu.len()) / so_dong as f64;
        cach_re_nhat(self.tu.len(), so_dong, |dau, cuoi| {
            let dai = self.rong(dau, cuoi);
            if dai > rong && cuoi.saturating_sub(dau) > 1 {
                return None;
            }
            let lech = (dai - deu) / deu.max(f64::EPSILON);
            Some(lech * lech + self.gia_ngat.get(cuoi).copied().unwrap_or(0.0))
        })
    }
}

/// The cheapest way to cut the words into exactly `so_dong` lines: its cost, and first word and end of
/// each line.
fn cach_re_nhat(
    so_tu: usize,
    so_dong: usize,
    gia: impl Fn(usize, usize) -> Option<f64>,
) -> Option<(f64, Vec<(usize, usize)>)> {
    /// The cost of the best way so far, and its lines.
    type Cach = Option<(f64, Vec<(usize, usize)>)>;
    let mut tot: Vec<Cach> = vec![None; so_tu.saturating_add(1)];
    if let Some(dau) = tot.first_mut() {
        *dau = Some((0.0, vec![]));
    }
    for _ in 0..so_dong {
        let mut moi: Vec<Cach> = vec![None; so_tu.saturating_add(1)];
        for (dau, cach) in tot.iter().enumerate() {
            let Some((tong, cac_dong)) = cach else { continue };
            for (cuoi, o) in moi.iter_mut().enumerate().skip(dau.saturating_add(1)) {
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
    tot.pop().flatten()
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
    fn compounds_hyphens_and_names_stay_whole() {
        for (ten, rong, dong) in [
            (
                "VĂN PHÒNG ĐOÀN ĐẠI BIỂU QUỐC HỘI VÀ HỘI ĐỒNG NHÂN DÂN TỈNH ĐỒNG THÁP",
                22,
                &["VĂN PHÒNG", "ĐOÀN ĐẠI BIỂU QUỐC HỘI", "VÀ HỘI ĐỒNG NHÂN DÂN", "TỈNH ĐỒNG THÁP"]
                    [..],
            ),
            (
                "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN VÀ ỦY BAN NHÂN DÂN XÃ MỸ THỌ",
                22,
                &["VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN", "VÀ ỦY BAN NHÂN DÂN", "XÃ MỸ THỌ"],
            ),
            ("BAN KINH TẾ - NGÂN SÁCH", 19, &["BAN", "KINH TẾ - NGÂN SÁCH"]),
            (
                "(Kèm theo Báo cáo số 5/BC-HĐND ngày 15 tháng 4 năm 2023 của Thường trực HĐND tỉnh)",
                58,
                &[
                    "(Kèm theo Báo cáo số 5/BC-HĐND ngày 15 tháng 4 năm 2023",
                    "của Thường trực HĐND tỉnh)",
                ],
            ),
            ("KT. CHÁNH VĂN PHÒNG", 18, &["KT. CHÁNH", "VĂN PHÒNG"]),
            (
                "Giám sát của Hội đồng nhân dân các tỉnh khu vực Bắc Trung Bộ, duyên hải miền Trung",
                52,
                &[
                    "Giám sát của Hội đồng nhân dân",
                    "các tỉnh khu vực Bắc Trung Bộ, duyên hải miền Trung",
                ],
            ),
            (
                "Về việc khen thưởng ông Nguyễn Văn Bình Minh",
                30,
                &["Về việc khen thưởng ông", "Nguyễn Văn Bình Minh"],
            ),
        ] {
            assert_eq!(ngat(ten, rong), dong, "{ten}");
        }
    }

    #[test]
    fn a_word_wider_than_the_line_stays_whole_and_nothing_is_lost() {
        let dai = "x".repeat(90);
        assert_eq!(ngat(&format!("a {dai} b"), 20).join(" "), format!("a {dai} b"));
    }
}
