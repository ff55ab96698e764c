//! Arguments of `build` and `watch`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, ValueEnum};

use super::common::{CommonArgs, PlaceArgs};
use crate::jobs::build::BuildRequest;
use crate::jobs::make::{Format, Wanted};
use crate::jobs::watch::WatchRequest;

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct BuildArgs {
    /// Thư mục hồ sơ, hoặc từng tệp YAML của văn bản
    #[arg(required = true, value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Vec<PathBuf>,
    /// Số tiến trình soạn cùng lúc khi có nhiều văn bản; không có thì bằng số nhân của máy [tên khác: --tien-trinh]
    #[arg(short, long, alias = "tien-trinh", value_name = "SO")]
    pub jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub out: OutputArgs,
    #[command(flatten)]
    pub common: CommonArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct WatchArgs {
    /// Thư mục hồ sơ
    #[arg(value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: PathBuf,
    #[command(flatten)]
    pub out: OutputArgs,
    #[command(flatten)]
    pub common: CommonArgs,
}

/// What `build` and `watch` write, and where.
#[derive(Debug, Args)]
pub struct OutputArgs {
    #[command(flatten)]
    pub place: PlaceArgs,
    /// Chỉ soạn những văn bản này, ví dụ: ke-hoach, dot-1, bao-cao [tên khác: --chi]
    #[arg(long, alias = "chi", value_delimiter = ',', value_name = "VAN_BAN")]
    pub only: Vec<String>,
    /// Đặt ô chữ ký số (người ký, cơ quan) vào PDF và ghi toạ độ ra tệp .o-ky.json [tên khác: --o-ky]
    #[arg(long, alias = "o-ky")]
    pub signature_fields: bool,
    /// Đặt thêm ô vào chỗ trống của số, ngày, tháng để văn thư điền khi ký [tên khác: --o-so-ngay]
    #[arg(long, alias = "o-so-ngay")]
    pub number_fields: bool,
    /// Ghi mỗi phụ lục thành một tệp PDF riêng, để cơ quan ký số từng tệp [tên khác: --phu-luc-rieng]
    #[arg(long, alias = "phu-luc-rieng")]
    pub separate_appendices: bool,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Pdf, Self::Docx]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(match self {
            Self::Pdf => "pdf",
            Self::Docx => "docx",
        }))
    }
}

impl From<BuildArgs> for BuildRequest {
    fn from(BuildArgs { ho_so, jobs, out, common }: BuildArgs) -> Self {
        Self { ho_so, jobs, wanted: out.into(), shared: common.into() }
    }
}

impl From<WatchArgs> for WatchRequest {
    fn from(WatchArgs { ho_so, out, common }: WatchArgs) -> Self {
        Self { ho_so, wanted: out.into(), shared: common.into() }
    }
}

impl From<OutputArgs> for Wanted {
    fn from(args: OutputArgs) -> Self {
        Self {
            folder: args.place.output,
            formats: args.place.format,
            only: args.only,
            signature_fields: args.signature_fields,
            number_fields: args.number_fields,
            separate_appendices: args.separate_appendices,
        }
    }
}
