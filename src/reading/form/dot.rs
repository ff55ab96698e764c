//! A file with `loai: dot`: one trip of the plan, in detail and with its results.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ChiTietForm, CoDau, Field, KetQuaForm, KinhPhiForm, Text};

/// A trip's own file.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "TepDot")]
#[schemars(
    description = "Một đợt của kế hoạch: chi tiết để soạn Kế hoạch chi tiết, kết quả để soạn Báo cáo"
)]
pub struct ChuyenForm {
    #[schemars(description = "Loại tệp: dot", extend("enum" = ["dot"]))]
    pub loai: Field<Text>,
    #[schemars(description = "Số thứ tự của đợt trong kế hoạch: 1, 2, …")]
    pub dot: Field<Text>,
    #[schemars(
        description = "Tệp kế hoạch mà đợt này thuộc về; hồ sơ chỉ có một kế hoạch thì bỏ được"
    )]
    pub ke_hoach: Option<Field<Text>>,
    #[schemars(description = "Ngày đi và ngày về")]
    pub thoi_gian: Field<TuDenForm>,
    #[schemars(description = "Số đêm nghỉ; không ghi thì bằng số ngày trừ 1")]
    pub so_dem: Option<Field<Text>>,
    #[schemars(description = "Phương tiện đi lại; không ghi thì lấy của kế hoạch")]
    pub phuong_tien: Option<Field<Text>>,
    #[schemars(description = "Danh sách Đoàn, theo thứ tự khi in")]
    pub doan: Option<Field<Vec<Field<ThanhVienForm>>>>,
    #[schemars(description = "Những nơi Đoàn đến làm việc, theo thứ tự đến")]
    pub noi_lam_viec: Option<Field<Vec<Field<NoiLamViecForm>>>>,
    #[schemars(description = "Lịch trình, từng ngày")]
    pub lich_trinh: Option<Field<Vec<Field<NgayForm>>>>,
    #[schemars(description = "Phân công chuẩn bị")]
    pub phan_cong: Option<Field<Vec<Field<PhanCongForm>>>>,
    #[schemars(description = "Đầu mối liên hệ")]
    pub dau_moi: Option<Field<Vec<Field<DauMoiForm>>>>,
    #[schemars(
        description = "Dự trù kinh phí; thành tiền, tổng và số bằng chữ chương trình tự tính"
    )]
    pub kinh_phi: Option<Field<KinhPhiForm>>,
    #[schemars(description = "Có mục này thì soạn Kế hoạch chi tiết")]
    pub chi_tiet: Option<Field<CoDau<ChiTietForm>>>,
    #[schemars(description = "Có mục này thì soạn Báo cáo kết quả")]
    pub ket_qua: Option<Field<CoDau<KetQuaForm>>>,
}

/// First and last day.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "TuDen")]
#[schemars(description = "Từ ngày, đến ngày; ghi cả thứ thì được soát: thứ Hai, 10/4/2023")]
pub struct TuDenForm {
    #[schemars(description = "Ngày đi: 10/4/2023")]
    pub tu: Field<Text>,
    #[schemars(description = "Ngày về: 13/4/2023")]
    pub den: Field<Text>,
}

/// A member, or several of one post.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "ThanhVien")]
#[schemars(description = "Một dòng trong danh sách Đoàn")]
pub struct ThanhVienForm {
    #[schemars(description = "Chức danh: Phó Chủ tịch HĐND Tỉnh")]
    pub chuc_danh: Field<Text>,
    #[schemars(description = "Vai trò trong Đoàn: Trưởng đoàn")]
    pub vai_tro: Option<Field<Text>>,
    #[schemars(description = "Số người; không ghi thì là 1")]
    pub so_nguoi: Option<Field<Text>>,
    #[schemars(description = "Họ tên, khi dòng này chỉ một người")]
    pub ho_ten: Option<Field<Text>>,
}

/// A host.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "NoiLamViec")]
#[schemars(description = "Một nơi Đoàn đến làm việc")]
pub struct NoiLamViecForm {
    #[schemars(description = "Cơ quan tiếp: Thường trực HĐND tỉnh Đắk Lắk")]
    pub don_vi: Field<Text>,
    #[schemars(description = "Tỉnh, thành phố: một trong các nơi kế hoạch đã nêu")]
    pub dia_ban: Field<Text>,
    #[schemars(description = "Chủ đề; không ghi thì lấy ở cu_the của kế hoạch")]
    pub chu_de: Option<Field<Text>>,
    #[schemars(description = "Nội dung đề nghị trao đổi, mỗi phần tử một ý")]
    pub cau_hoi: Option<Field<Vec<Field<Text>>>>,
}

/// A day of the itinerary.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "NgayDi")]
#[schemars(description = "Một ngày trong lịch trình")]
pub struct NgayForm {
    #[schemars(description = "Ngày: thứ Hai, 10/4/2023")]
    pub ngay: Field<Text>,
    #[schemars(description = "Các việc trong ngày, theo giờ")]
    pub viec: Field<Vec<Field<ViecForm>>>,
}

/// What happens at an hour.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "Viec")]
#[schemars(description = "Một việc trong ngày")]
pub struct ViecForm {
    #[schemars(description = "Giờ: 06h00, hoặc 08h00 - 11h00")]
    pub gio: Field<Text>,
    #[schemars(description = "Nội dung")]
    pub noi_dung: Field<Text>,
    #[schemars(description = "Địa điểm")]
    pub dia_diem: Option<Field<Text>>,
    #[schemars(description = "Người chủ trì, đơn vị chuẩn bị")]
    pub chu_tri: Option<Field<Text>>,
}

/// A task of the preparation.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "PhanCong")]
#[schemars(description = "Một việc chuẩn bị")]
pub struct PhanCongForm {
    #[schemars(description = "Việc phải làm")]
    pub viec: Field<Text>,
    #[schemars(description = "Đơn vị thực hiện")]
    pub don_vi: Field<Text>,
    #[schemars(description = "Thời hạn: trước ngày 05/4/2023")]
    pub thoi_han: Option<Field<Text>>,
}

/// A contact point.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields, rename = "DauMoi")]
#[schemars(description = "Một đầu mối liên hệ; không bắt buộc ghi tên người")]
pub struct DauMoiForm {
    #[schemars(description = "Đơn vị")]
    pub don_vi: Field<Text>,
    #[schemars(description = "Chức danh người liên hệ")]
    pub chuc_danh: Field<Text>,
    #[schemars(description = "Số điện thoại, đặt trong dấu nháy")]
    pub dien_thoai: Option<Field<Text>>,
}
