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
    "an ninh", "an sinh", "an toàn", "ban hành", "ban nhân", "biên chế", "biên giới", "biến đổi", "biểu mẫu",
    "biểu quyết", "biểu quốc", "biệt phái", "bác sĩ", "báo chí", "báo cáo", "bãi bỏ", "bí mật", "bí thư",
    "bưu chính", "bưu điện", "bản quyền", "bản đồ", "bảo dưỡng", "bảo hiểm", "bảo mật", "bảo trì", "bảo tồn",
    "bảo vệ", "bảo đảm", "bầu cử", "bằng khen", "bền vững", "bệnh viện", "bồi dưỡng", "bồi thường", "bổ nhiệm",
    "bổ sung", "bộ máy", "cao tuổi", "cao đẳng", "chi bộ", "chi ngân", "chi nhánh", "chi phí", "chi tiêu",
    "chi tiết", "chiến binh", "chuyên gia", "chuyên môn", "chuyên ngành", "chuyên trách", "chuyên viên",
    "chuyên đề", "chuyển giao", "chuyển đổi", "cháy nổ", "chính công", "chính phủ", "chính quyền", "chính sách",
    "chính trị", "chính xác", "chính đáng", "chúc tết", "chăn nuôi", "chương trình", "chất lượng", "chế biến",
    "chế xuất", "chế độ", "chỉ số", "chỉ thị", "chỉ tiêu", "chỉ đạo", "chủ trương", "chủ tịch", "chức danh",
    "chứng chỉ", "chứng khoán", "chứng nhận", "chứng thực", "chữ ký", "chữ thập", "chữa cháy", "cuối năm",
    "cá nhân", "cán bộ", "công an", "công binh", "công bố", "công chúng", "công chức", "công cộng", "công dân",
    "công khai", "công lập", "công nghiệp", "công nghệ", "công nhân", "công nhận", "công suất", "công thương",
    "công trình", "công ty", "công tác", "công tử", "công viên", "công việc", "công văn", "công vụ", "công điện",
    "công đoàn", "căn cước", "cơ chế", "cơ quan", "cơ sở", "cơ yếu", "cư trú", "cạnh tranh", "cải cách", "cải tiến",
    "cải tạo", "cảng biển", "cấp phép", "cấp uỷ", "cấp ủy", "cận nghèo", "cắt giảm", "cụm công", "cứu hộ",
    "cứu nạn", "cứu trợ", "cử tri", "cựu chiến", "danh hiệu", "danh lam", "di sản", "di tích", "doanh nghiệp",
    "du lịch", "dân cư", "dân cử", "dân quân", "dân số", "dân tộc", "dược phẩm", "dạy nghề", "dầu khí", "dịch bệnh",
    "dịch tễ", "dịch vụ", "dữ liệu", "dự thảo", "dự toán", "dự án", "gia đình", "giai đoạn", "giao lưu",
    "giao thông", "giám sát", "gián tiếp", "giáo dưỡng", "giáo dục", "giáo trình", "giáo viên", "giúp việc",
    "giúp đỡ", "giải ngân", "giải pháp", "giải phóng", "giải quyết", "giảm nghèo", "giảng viên", "giấy khen",
    "giấy phép", "giữa năm", "gói thầu", "gọi nhập", "hiệu lực", "hiệu quả", "hiệu trưởng", "hoà giải", "hoá học",
    "hoạt động", "huyện ủy", "huân chương", "hàng hoá", "hàng hóa", "hàng không", "hàng năm", "hành chính",
    "hành khách", "hòa giải", "hóa học", "hướng dẫn", "hướng nghiệp", "hạ tầng", "hạng mục", "hải quan", "hải đảo",
    "hằng năm", "hệ thống", "học bổng", "học kỳ", "học lực", "học phí", "học sinh", "học tập", "học viên", "hồ sơ",
    "hỗ trợ", "hộ khẩu", "hộ kinh", "hộ nghèo", "hộ tịch", "hội họp", "hội nghị", "hội thi", "hội thảo", "hội viên",
    "hội đồng", "hợp nhất", "hợp tác", "hợp đồng", "hữu nghị", "in ấn", "khai sinh", "khai thác", "khen thưởng",
    "khiếu nại", "kho bạc", "khoa giáo", "khoa học", "khoáng sản", "khu công", "khu dân", "khu phố", "khu vực",
    "khuyến công", "khuyến học", "khuyến khích", "khuyến nông", "khuyết tật", "khám chữa", "kháng cáo", "khí hậu",
    "khảo cổ", "khảo sát", "khảo thí", "khẩn cấp", "khởi nghiệp", "kinh doanh", "kinh nghiệm", "kinh phí",
    "kinh tế", "kiêm nhiệm", "kiến nghị", "kiến trúc", "kiểm dịch", "kiểm kê", "kiểm soát", "kiểm sát", "kiểm toán",
    "kiểm tra", "kiểm định", "ký số", "kế hoạch", "kế toán", "kết hợp", "kết luận", "kết nối", "kết quả",
    "kết thúc", "kỳ họp", "kỷ luật", "kỷ niệm", "kỹ năng", "kỹ sư", "kỹ thuật", "lao động", "liên hiệp",
    "liên quan", "liên đoàn", "luân chuyển", "lãng phí", "lãnh đạo", "lý lịch", "lưu trữ", "lễ hội", "lịch sử",
    "lối sống", "lợi ích", "lựa chọn", "minh bạch", "miễn nhiệm", "mua sắm", "mô hình", "môi trường", "mùa màng",
    "mùa vụ", "mạng lưới", "mầm non", "mật mã", "mặt bằng", "mặt trận", "một cửa", "mở rộng", "mục tiêu",
    "mục đích", "mỹ thuật", "nghiên cứu", "nghiệm thu", "nghiệp vụ", "nghĩa quân", "nghĩa vụ", "nghề nghiệp",
    "nghỉ hưu", "nghỉ lễ", "nghỉ phép", "nghị quyết", "nghị định", "ngoại giao", "ngoại ngữ", "ngoại thành",
    "ngoại vụ", "nguyên đán", "ngân hàng", "ngân sách", "người cao", "người già", "ngữ văn", "nhiệm kỳ", "nhiệm vụ",
    "nhà giáo", "nhà máy", "nhà nước", "nhà thầu", "nhà trường", "nhà ở", "nhân dân", "nhân lực", "nhân sự",
    "nhân viên", "nhân đạo", "nhãn hiệu", "nhận thức", "nhận xét", "nhận định", "nhập khẩu", "nhập ngũ", "nâng cấp",
    "nâng lương", "nâng ngạch", "nông dân", "nông nghiệp", "nông thôn", "năng lượng", "năng lực", "năng suất",
    "nước sạch", "nội bộ", "nội chính", "nội dung", "nội thành", "nội vụ", "phong cách", "phong trào", "pháp chế",
    "pháp luật", "phát huy", "phát hành", "phát sinh", "phát thanh", "phát triển", "phát động", "phân bổ",
    "phân công", "phân cấp", "phân loại", "phân quyền", "phòng chống", "phòng ngừa", "phòng thủ", "phương hướng",
    "phương pháp", "phương tiện", "phương án", "phản ánh", "phần mềm", "phối hợp", "phổ thông", "phụ cấp", "phụ nữ",
    "phục vụ", "quy chuẩn", "quy chế", "quy hoạch", "quy mô", "quy trình", "quy định", "quyết toán", "quyết định",
    "quyền hạn", "quyền lợi", "quân nhân", "quân sự", "quân đội", "quản lý", "quần chúng", "quốc dân", "quốc gia",
    "quốc hội", "quốc khánh", "quốc phòng", "quốc tế", "rà soát", "rừng phòng", "sinh học", "sinh viên", "sáng tạo",
    "sáp nhập", "sơ kết", "sản phẩm", "sản xuất", "sắp xếp", "sắp đặt", "số hoá", "số hóa", "số lượng", "sở hữu",
    "sức khoẻ", "sức khỏe", "sử dụng", "sửa chữa", "sửa đổi", "sự cố", "sự kiện", "sự nghiệp", "tham dự",
    "tham gia", "tham luận", "tham mưu", "tham nhũng", "tham quan", "tham vấn", "thanh lý", "thanh niên",
    "thanh toán", "thanh tra", "thay thế", "thi công", "thi hành", "thi tuyển", "thi đua", "thiên tai", "thiết bị",
    "thiểu số", "thu chi", "thu hút", "thu hồi", "thu nhập", "thuế quan", "thuỷ lợi", "thuỷ sản", "thành lập",
    "thành phần", "thành phố", "thành tích", "thành ủy", "thân thiện", "thôn xóm", "thông báo", "thông minh",
    "thông qua", "thông suốt", "thông tin", "thông tư", "thăm hỏi", "thăng hạng", "thư ký", "thương hiệu",
    "thương mại", "thường kỳ", "thường lệ", "thường niên", "thường trực", "thường xuyên", "thẩm quyền", "thẩm tra",
    "thắng cảnh", "thể dục", "thể thao", "thị trường", "thị trấn", "thị xã", "thống kê", "thống nhất", "thợ máy",
    "thủ tục", "thủy lợi", "thủy sản", "thực hiện", "thực phẩm", "thực vật", "tin học", "tinh giản", "tinh gọn",
    "tiêm chủng", "tiêu chuẩn", "tiêu chí", "tiêu cực", "tiếng anh", "tiếng việt", "tiếp công", "tiếp dân",
    "tiếp nhận", "tiếp thu", "tiếp tục", "tiếp xúc", "tiết giảm", "tiết kiệm", "tiền lương", "tiểu học", "toà án",
    "toán học", "toạ đàm", "trang bị", "trao đổi", "triển khai", "trung học", "trung tâm", "trung ương",
    "truyền hình", "truyền thông", "trách nhiệm", "trí tuệ", "trường học", "trạm y", "trận tổ", "trật tự",
    "trắc địa", "trẻ em", "trọng tâm", "trọng điểm", "trồng trọt", "trợ cấp", "trụ sở", "trực ban", "trực tiếp",
    "trực tuyến", "tuyên truyền", "tuyến đường", "tuyển chọn", "tuyển dụng", "tuyển quân", "tuyển sinh",
    "tài chính", "tài khoản", "tài liệu", "tài nguyên", "tài sản", "tái định", "tình huống", "tình hình",
    "tình nguyện", "tín dụng", "tín ngưỡng", "tòa án", "tôn giáo", "tăng cường", "tư cách", "tư liệu", "tư nhân",
    "tư pháp", "tư tưởng", "tư vấn", "tạm ứng", "tập huấn", "tập luyện", "tập thể", "tập trung", "tặng quà",
    "tỉnh uỷ", "tỉnh ủy", "tọa đàm", "tố cáo", "tốt nghiệp", "tổ chuyên", "tổ chức", "tổ dân", "tổ quốc",
    "tổng hợp", "tổng kết", "tổng quan", "tổng thể", "tự vệ", "uỷ ban", "uỷ quyền", "viên chức", "viễn thông",
    "việc làm", "viện kiểm", "vùng sâu", "vùng xa", "văn bản", "văn hoá", "văn hóa", "văn học", "văn kiện",
    "văn phòng", "văn thư", "vận hành", "vận tải", "vận động", "vật liệu", "vật lý", "vật tư", "vệ sinh", "vị trí",
    "vốn đầu", "vụ việc", "xuất bản", "xuất khẩu", "xây dựng", "xây lắp", "xã hội", "xét duyệt", "xét tuyển",
    "xét xử", "xăng dầu", "xếp loại", "xử lý", "y học", "y tá", "y tế", "yêu cầu", "áp dụng", "âm nhạc", "ý kiến",
    "ý nghĩa", "ý thức", "điều chỉnh", "điều hành", "điều kiện", "điều lệ", "điều tra", "điều động", "điện lực",
    "điện nước", "điện tử", "đo đạc", "đoàn thể", "đoàn viên", "đào tạo", "đánh giá", "đô thị", "đăng ký",
    "đơn giá", "đơn giản", "đơn thư", "đơn vị", "đường bộ", "đường sắt", "đường thuỷ", "đường thủy", "đại biểu",
    "đại diện", "đại học", "đại hội", "đạo đức", "đảng bộ", "đảng uỷ", "đảng viên", "đảng ủy", "đất đai",
    "đấu thầu", "đầu năm", "đầu tư", "đặc thù", "đặt tên", "đề cương", "đề cử", "đề nghị", "đề tài", "đề xuất",
    "đề án", "địa bàn", "địa giới", "địa lý", "địa phương", "địa điểm", "định cư", "định kỳ", "định mức",
    "đối ngoại", "đối thoại", "đối tượng", "đồng bào", "đồng bằng", "đồng nhân", "đổi mới", "đổi tên", "đột xuất",
    "ưu tiên", "ưu đãi", "ủy ban", "ủy quyền", "ứng cử", "ứng dụng",
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
    let cuoi_tu_ghep = tu_ghep(&format!("{truoc_nua} {t}"));
    if gach(truoc) || gach(sau) || tu_ghep(&format!("{t} {s}")) {
        // "kinh tế - xã hội", "2026 - 2030": a spaced hyphen joins.
        GIA_XE_TU
    } else if DAU_QUYEN_HAN.contains(&truoc)
        || DON_VI.contains(&truoc_nua.as_str())
        || (TRUOC_TEN.contains(&t) && ten_rieng(sau))
    {
        GIA_XE_TU
    } else if (t.bytes().all(|b| b.is_ascii_digit()) && matches!(s, "tháng" | "năm"))
        || (TRUOC_SO.contains(&t) && sau.starts_with(|c: char| c.is_ascii_digit()))
    {
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

/// Whether two words are one.
fn tu_ghep(hai: &str) -> bool {
    TU_GHEP.binary_search(&hai).is_ok()
}

/// Words that a number follows.
const TRUOC_SO: &[&str] = &[
    "ngày", "tháng", "năm", "số", "quý", "điều", "khoản", "điểm", "lần", "khóa", "khoá", "thứ",
    "lớp",
];

/// Words that a name follows: "thành phố Đà Nẵng", "môn Lịch sử", "ông Nguyễn Văn An".
#[rustfmt::skip]
const TRUOC_TEN: &[&str] = &[
    "tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "ấp", "thôn", "khóm", "đảo", "sông", "hồ", "đường", "cầu",
    "cảng", "môn", "ngành", "lớp", "khối", "ông", "bà", "chí", "anh", "chị", "tên", "bộ", "sở", "ban", "cục", "vụ",
    "tết",
];

/// Words that begin a line, and also stand inside names: "Nguyễn Văn An", "Bắc Trung Bộ", "Bến Thành".
const CO_TRONG_TEN: &[&str] = &["văn", "trung", "thành", "thị", "hội", "đoàn", "chi", "ban"];

/// Whether `sau` goes on with a name: "Bắc Trung Bộ", unlike "Cần Thơ Trung tâm".
fn trong_ten_rieng(truoc: &str, sau: &str, tiep: Option<&&str>) -> bool {
    let tiep = tiep.map(|tiep| tiep.trim_end_matches([',', ';', ')', '”'])).unwrap_or_default();
    let sau_thuong = sau.to_lowercase();
    hai_tu_viet_hoa(truoc, sau)
        && CO_TRONG_TEN.contains(&sau_thuong.trim_end_matches([',', ';', ')', '”']))
        && !tu_ghep(&format!("{sau_thuong} {}", tiep.to_lowercase()))
}

/// "Đồng Tháp": two words of a proper name, in text that isn't all capitals.
fn hai_tu_viet_hoa(truoc: &str, sau: &str) -> bool {
    ten_rieng(truoc) && ten_rieng(sau)
}

fn ten_rieng(tu: &str) -> bool {
    let mut chu = tu.trim_start_matches(['“', '(']).chars();
    chu.next().is_some_and(char::is_uppercase) && chu.any(char::is_lowercase)
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

/// The same of a line whose own lines are known by how many words each has; none for one that has none.
pub fn ngat_theo(
    dong: &Dong,
    so_tu: &[usize],
    rong: f64,
    do_rong: impl Fn(&str) -> f64 + Copy,
) -> Vec<Dong> {
    if so_tu.is_empty() {
        return ngat(dong, rong, do_rong);
    }
    let mut words = cac_cho(dong).into_iter();
    let mut out = Vec::new();
    for (i, count) in so_tu.iter().enumerate() {
        // Words that nobody counted stay on the last line.
        let last = i.saturating_add(1) == so_tu.len();
        let own: Vec<_> = words.by_ref().take(if last { usize::MAX } else { *count }).collect();
        if let (Some(first), Some(end)) = (own.first(), own.last()) {
            out.extend(ngat(&dong.lay(first.start..end.end), rong, do_rong));
        }
    }
    out
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
    fn a_title_follows_its_own_lines_and_tears_no_word() {
        assert!(TU_GHEP.is_sorted());
        let line = Dong::from("V/v tổ chức thi tuyển công chức năm 2026".to_owned());
        let own = ngat_theo(&line, &[3, 4, 2], 40.0, |s| s.chars().count() as f64);
        assert_eq!(own, ["V/v tổ chức", "thi tuyển công chức", "năm 2026"]);
        for (text, torn) in [
            ("phục vụ người dân nội thành Hà Nội", "nội | thành"),
            ("thi học sinh giỏi môn Lịch sử lớp Chín", "môn | Lịch"),
            ("hội nghị tại thành phố Đà Nẵng", "phố | Đà"),
        ] {
            for rong in 12..text.chars().count() {
                let lines = ngat(text, rong).join(" | ");
                assert!(!lines.contains(torn), "{lines}");
            }
        }
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
                &["Về việc khen thưởng", "ông Nguyễn Văn Bình Minh"],
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
