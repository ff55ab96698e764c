//! `co-quan.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::schema::cho_quy_tac;
use super::{Field, Table, Text, TextOrList};

/// The office's file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "CoQuan")]
#[schemars(description = "Cơ quan: những điều văn bản nào của cơ quan cũng dùng")]
pub struct CoQuanForm {
    #[schemars(
        description = "Loại tệp: co_quan; tệp tên co-quan.yaml thì bỏ được",
        extend("enum" = ["co_quan"])
    )]
    pub loai: Option<Field<Text>>,
    #[schemars(description = "Tên đầy đủ, chữ thường; thành “tác giả” của tệp PDF và Word")]
    pub ten: Field<Text>,
    #[schemars(
        description = "Bộ quy tắc thể thức mà văn bản của cơ quan theo: nd30 (Nghị định 30/2020/NĐ-CP) hoặc hd05 (văn bản của Đảng, Hướng dẫn 05-HD/VPTW); không ghi thì là nd30",
        extend("enum" = ["nd30", "hd05"])
    )]
    pub bo_quy_tac: Option<Field<Text>>,
    #[schemars(
        description = "Tiêu đề riêng ở góc phải đầu trang, in hoa, thay tiêu đề của bộ quy tắc hd05, ví dụ ĐOÀN TNCS HỒ CHÍ MINH"
    )]
    pub tieu_de: Option<Field<Text>>,
    #[schemars(
        description = "Tên cơ quan chủ quản trực tiếp, in hoa, chữ không đậm (Phụ lục I, phần I, mục II.2). Một đoạn chữ, hoặc danh sách các dòng"
    )]
    pub co_quan_chu_quan: Option<Field<TextOrList>>,
    #[schemars(
        description = "Tên cơ quan ban hành, in hoa, chữ đậm (Phụ lục I, phần I, mục II.2). Một đoạn chữ, hoặc danh sách các dòng"
    )]
    pub co_quan_ban_hanh: Field<TextOrList>,
    #[schemars(
        description = "Tên tiếng Anh ở đầu trang, cho văn bản ghi song_ngu: co; dịch theo Thông tư 05/2026/TT-BNG (từ 15/8/2026; trước đó Thông tư 03/2009/TT-BNG)"
    )]
    pub tieng_anh: Option<Field<TiengAnhForm>>,
    #[schemars(
        description = "Địa danh ở dòng ngày tháng năm: tên gọi chính thức của đơn vị hành chính nơi cơ quan đóng trụ sở (Phụ lục I, phần I, mục II.4)"
    )]
    pub dia_danh: Field<Text>,
    #[schemars(
        description = "Địa chỉ, điện thoại, thư điện tử, trang thông tin, từng dòng như khi in ở chân trang 1 của công văn (Phụ lục I, phần I, mục III.4)"
    )]
    pub dia_chi: Option<Field<TextOrList>>,
    #[schemars(
        description = "Chữ viết tắt tên cơ quan trong ký hiệu văn bản, ví dụ HĐND (Phụ lục I, phần I, mục II.3)"
    )]
    pub ky_hieu: Field<Text>,
    #[schemars(description = "Những người ký, mỗi người một tên gọi tắt để văn bản nhắc tới")]
    pub nguoi_ky: Field<Table<NguoiKyForm>>,
    #[schemars(
        description = "Nơi nhận thường dùng, không ghi gạch đầu dòng và dấu “;” (Phụ lục I, phần I, mục II.9.b)"
    )]
    pub noi_nhan: Option<Field<Vec<Field<Text>>>>,
    #[schemars(description = "Nơi lưu, ví dụ: VT, Phòng Công tác HĐND")]
    pub luu: Option<Field<Text>>,
    #[schemars(description = "Định mức chi, mỗi mức có căn cứ và ngày bắt đầu áp dụng")]
    pub dinh_muc: Option<Field<Vec<Field<DinhMucForm>>>>,
    #[schemars(description = "Cách đọc số tiền bằng chữ")]
    pub cach_doc_so: Option<Field<CachDocSoForm>>,
    #[schemars(description = "Cách đánh số văn bản đi và nơi để sổ đăng ký (Điều 15)")]
    pub so_dang_ky: Option<Field<SoDangKyForm>>,
    #[schemars(description = "Bản phát hành của cơ quan có gì ngoài lời văn")]
    pub phat_hanh: Option<Field<PhatHanhForm>>,
    #[schemars(
        description = "Kiểu đặt dấu thanh của cơ quan: kieu_moi (hoà, khoẻ, thuỷ) hoặc kieu_cu (hòa, khỏe, thủy); không ghi thì kiểu dùng nhiều hơn trong hồ sơ",
        extend("enum" = ["kieu_moi", "kieu_cu"])
    )]
    pub dau_thanh: Option<Field<Text>>,
    #[schemars(
        description = "Đường kẻ dưới tên cơ quan, Tiêu ngữ, trích yếu trong tệp Word: vien (viền của đoạn, không xê dịch được) hoặc hinh_ve (nét vẽ, như người dùng Word vẫn vẽ); không ghi thì là vien",
        extend("enum" = ["vien", "hinh_ve"])
    )]
    pub duong_ke: Option<Field<Text>>,
    #[schemars(
        description = "Chữ trong ô của bảng đứng ở đâu khi ô cao hơn chữ: giua (giữa ô) hoặc tren (sát mép trên); không ghi thì là giua",
        extend("enum" = ["giua", "tren"])
    )]
    pub chu_trong_o: Option<Field<Text>>,
    #[schemars(
        description = "Văn bản in hai mặt, lề trái và lề phải đổi chỗ ở mặt sau: co hoặc khong; chỉ bộ quy tắc có quy định lề mặt sau (hd05) mới dùng được; không ghi thì là khong",
        extend("enum" = ["co", "khong"])
    )]
    pub in_hai_mat: Option<Field<Text>>,
    #[schemars(
        description = "Quy tắc soát lỗi không dùng, ví dụ [VT603]; danh sách quy tắc: vanthu explain"
    )]
    pub bo_qua: Option<Field<TextOrList>>,
    #[schemars(
        description = "Lời thay cho câu chữ có sẵn của các mẫu, cho mọi văn bản của cơ quan; văn bản nào ghi cau_chu riêng thì theo văn bản"
    )]
    pub cau_chu: Option<Field<Table<Text>>>,
    #[schemars(
        description = "Thư mục mẫu riêng của cơ quan, tính từ thư mục hồ sơ, ví dụ ../mau-chung; thư mục “mau” trong hồ sơ được dùng trước"
    )]
    pub mau: Option<Field<Text>>,
    #[schemars(description = "Số đo cơ quan chọn trong khoảng Nghị định 30/2020/NĐ-CP cho phép")]
    #[serde(default)]
    #[schemars(schema_with = "cho_quy_tac")]
    pub the_thuc: Option<Field<Table<Text>>>,
}

/// The head's names in English.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "TiengAnh")]
#[schemars(description = "Tên tiếng Anh ở đầu trang của văn bản song ngữ")]
pub struct TiengAnhForm {
    #[schemars(
        description = "Các dòng ở góc phải; không ghi thì là SOCIALIST REPUBLIC OF VIET NAM và Independence - Freedom - Happiness, văn bản của Đảng là COMMUNIST PARTY OF VIET NAM"
    )]
    pub tieu_de: Option<Field<TextOrList>>,
    #[schemars(description = "Tên tiếng Anh của cơ quan chủ quản trực tiếp, in hoa")]
    pub co_quan_chu_quan: Option<Field<TextOrList>>,
    #[schemars(
        description = "Tên tiếng Anh của cơ quan ban hành, in hoa, ví dụ PEOPLE’S COMMITTEE OF DONG THAP PROVINCE"
    )]
    pub co_quan_ban_hanh: Field<TextOrList>,
}

/// A signer.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "NguoiKy")]
#[schemars(description = "Người ký (Phụ lục I, phần I, mục II.7)")]
pub struct NguoiKyForm {
    #[schemars(
        description = "Quyền hạn, chức vụ, in hoa, từng dòng như khi in: TM. trước tên tập thể; KT., TL., TUQ., Q. trước chức vụ; dòng cuối là chức vụ người ký"
    )]
    pub dong: Field<TextOrList>,
    #[schemars(
        description = "Chức vụ khác của người ký thay mặt hội đồng, ban chỉ đạo, in giữa chữ ký và họ tên: GIÁM ĐỐC SỞ NỘI VỤ; nhiều dòng thì ghi danh sách (Phụ lục I, phần I, mục II.7.c)"
    )]
    pub chuc_vu_khac: Option<Field<TextOrList>>,
    #[schemars(description = "Họ và tên người ký; không ghi học hàm, học vị, danh hiệu")]
    pub ho_ten: Option<Field<Text>>,
}

/// An allowance level.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "DinhMuc")]
#[schemars(description = "Một mức chi; nhiều dòng cùng tên thì dòng đang có hiệu lực được dùng")]
pub struct DinhMucForm {
    #[schemars(description = "Tên mức do cơ quan đặt, để đợt đi nhắc tới: luu_tru")]
    pub muc: Field<Text>,
    #[schemars(description = "Số tiền, đồng: 200.000")]
    pub don_gia: Field<Text>,
    #[schemars(description = "Ngày bắt đầu áp dụng: 1/7/2017")]
    pub tu_ngay: Field<Text>,
    #[schemars(description = "Văn bản quy định")]
    pub can_cu: Field<Text>,
}

/// Words of amounts where the regions differ.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "CachDocSo")]
#[schemars(description = "Cách đọc số tiền bằng chữ; không ghi thì là linh, nghìn")]
pub struct CachDocSoForm {
    #[schemars(description = "linh hoặc lẻ", extend("enum" = ["linh", "lẻ"]))]
    pub le: Option<Field<Text>>,
    #[schemars(description = "nghìn hoặc ngàn", extend("enum" = ["nghìn", "ngàn"]))]
    pub nghin: Option<Field<Text>>,
}

/// How outgoing documents are numbered, and where the register lives.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "SoDangKy")]
#[schemars(description = "Số và sổ đăng ký văn bản đi")]
pub struct SoDangKyForm {
    #[schemars(
        description = "nam: mỗi năm một dãy số chung; loai: mỗi loại văn bản một dãy số trong năm; nhom: mỗi nhóm loại ở mục nhom một dãy số, các loại còn lại chung một dãy; không ghi thì là nam; đánh số theo nhiệm kỳ (bộ quy tắc hd05) thì luôn là loai",
        extend("enum" = ["nam", "loai", "nhom"])
    )]
    pub theo: Option<Field<Text>>,
    #[schemars(
        description = "Các nhóm loại văn bản đánh số riêng: tên nhóm (một chữ liền), rồi các loại, ví dụ QĐ: quyet_dinh hoặc NQ-QĐ: [nghi_quyet, quyet_dinh]"
    )]
    pub nhom: Option<Field<Table<TextOrList>>>,
    #[schemars(
        description = "Năm bắt đầu dùng chương trình giữa chừng: số đầu tiên ghi vào sổ, ví dụ 2023: 105; năm không ghi thì bắt đầu từ 01"
    )]
    pub dau_so: Option<Field<Table<Text>>>,
    #[schemars(
        description = "Các nhiệm kỳ cấp uỷ, khi cơ quan đánh số theo nhiệm kỳ (bộ quy tắc hd05): mỗi tên loại văn bản một dãy số từ 01 trong một nhiệm kỳ; ngày của văn bản cho biết nhiệm kỳ nào"
    )]
    pub nhiem_ky: Option<Field<Vec<Field<NhiemKyForm>>>>,
    #[schemars(
        description = "Tệp của đại hội (ky_hieu: ĐH): từ khai mạc đến bế mạc, mọi tên loại chung một dãy số từ 01"
    )]
    pub dai_hoi: Option<Field<DaiHoiForm>>,
    #[schemars(
        description = "Thư mục để sổ và các văn bản đã phát hành, tính từ thư mục hồ sơ, ví dụ ../so-sach; không ghi thì là thư mục hồ sơ"
    )]
    pub thu_muc: Option<Field<Text>>,
}

/// A committee's term.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "NhiemKy")]
#[schemars(description = "Một nhiệm kỳ cấp uỷ")]
pub struct NhiemKyForm {
    #[schemars(description = "Hai năm của nhiệm kỳ: 2025-2030")]
    pub ten: Field<Text>,
    #[schemars(
        description = "Ngày bắt đầu: ngày bế mạc đại hội; hoặc ngày khai mạc hội nghị cấp uỷ lần thứ nhất họp trong đại hội; hoặc ngày quyết định chỉ định cấp uỷ có hiệu lực, ví dụ 15/10/2025"
    )]
    pub tu_ngay: Field<Text>,
    #[schemars(description = "Ngày cuối; không ghi thì đến trước nhiệm kỳ kế tiếp")]
    pub den_ngay: Option<Field<Text>>,
    #[schemars(
        description = "Bắt đầu dùng chương trình giữa nhiệm kỳ: số đầu tiên ghi vào sổ của từng loại, ví dụ {nghi_quyet: 12, cong_van: 340}; loại không ghi thì bắt đầu từ 01"
    )]
    pub dau_so: Option<Field<Table<Text>>>,
}

/// The days of a congress.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "DaiHoi")]
#[schemars(description = "Một kỳ đại hội")]
pub struct DaiHoiForm {
    #[schemars(
        description = "Năm của đại hội; không ghi thì là năm của tu_ngay; đại hội thứ hai trong năm ghi thêm -2: 2025-2"
    )]
    pub ten: Option<Field<Text>>,
    #[schemars(description = "Ngày khai mạc, tính từ phiên trù bị: 1/10/2025")]
    pub tu_ngay: Field<Text>,
    #[schemars(description = "Ngày bế mạc: 3/10/2025")]
    pub den_ngay: Field<Text>,
}

/// What an issued document carries besides its text.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "PhatHanh")]
#[schemars(description = "Bản phát hành")]
pub struct PhatHanhForm {
    #[schemars(
        description = "Tệp đính kèm trong bản PDF: khong (PDF/A-2a); du_lieu: trường dữ liệu theo Phụ lục VI; nguon: trường dữ liệu và các tệp YAML (PDF/A-3a, ai nhận bản PDF cũng đọc được); không ghi thì là khong",
        extend("enum" = ["khong", "du_lieu", "nguon"])
    )]
    pub dinh_kem: Option<Field<Text>>,
    #[schemars(
        description = "Ô chữ ký số của người ký và của cơ quan trong bản PDF, dòng chữ ký trong bản Word: co hoặc khong; không ghi thì là khong",
        extend("enum" = ["co", "khong"])
    )]
    pub o_ky: Option<Field<Text>>,
}
