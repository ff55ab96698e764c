//! Arguments of `take-back`.

use std::path::PathBuf;

use clap::Args;

use super::common::CommonArgs;
use crate::jobs::take_back::{Chon, TakeBackRequest};

#[derive(Debug, Args)]
#[command(next_help_heading = "Tuỳ chọn")]
pub struct TakeBackArgs {
    /// Tệp Word (.docx) do vanthu soạn ra và có người đã sửa
    #[arg(value_name = "TEP", help_heading = "Tham số")]
    pub tep: PathBuf,
    /// Thư mục hồ sơ hoặc tệp .yaml đã soạn ra tệp Word; không ghi thì tìm ở thư mục của tệp Word và thư mục trên nó
    #[arg(value_name = "HO_SO", help_heading = "Tham số")]
    pub ho_so: Option<PathBuf>,
    /// Tên văn bản trong hồ sơ, khi tên tệp Word không nói rõ [tên khác: --chi]
    #[arg(long, alias = "chi", value_name = "TEN")]
    pub only: Option<String>,
    /// Chỉ kể các chỗ sửa và chỗ sẽ ghi, không ghi gì [tên khác: --xem-truoc]
    #[arg(long, alias = "xem-truoc")]
    pub dry_run: bool,
    /// Dấu sửa (Track Changes) được lấy, các dấu khác bỏ: các số ngăn bằng dấu phẩy, hoặc all [tên khác: --chap-nhan]
    #[arg(long, alias = "chap-nhan", value_name = "SO", value_parser = nhung_so, conflicts_with = "reject")]
    pub accept: Option<NhungSo>,
    /// Dấu sửa bị bỏ, các dấu khác được lấy: các số ngăn bằng dấu phẩy, hoặc all [tên khác: --tu-choi]
    #[arg(long, alias = "tu-choi", value_name = "SO", value_parser = nhung_so)]
    pub reject: Option<NhungSo>,
    #[command(flatten)]
    pub common: CommonArgs,
}

/// All tracked changes, or some by their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NhungSo {
    Het,
    So(Vec<usize>),
}

fn nhung_so(text: &str) -> Result<NhungSo, String> {
    if ["all", "het", "hết"].contains(&text) {
        return Ok(NhungSo::Het);
    }
    let numbers =
        text.split(',').map(|one| one.trim().parse::<usize>().map_err(|_| one.to_owned()));
    numbers
        .collect::<Result<Vec<_>, _>>()
        .map(NhungSo::So)
        .map_err(|one| format!("“{one}” không phải là số của một dấu sửa; ghi như 1,3 hoặc all"))
}

impl From<TakeBackArgs> for TakeBackRequest {
    fn from(args: TakeBackArgs) -> Self {
        let TakeBackArgs { tep, ho_so, only, dry_run, accept, reject, common } = args;
        let chon = match (accept, reject) {
            (Some(NhungSo::Het), _) => Chon::NhanHet,
            (Some(NhungSo::So(so)), _) => Chon::Nhan(so),
            (None, Some(NhungSo::Het)) => Chon::BoHet,
            (None, Some(NhungSo::So(so))) => Chon::Bo(so),
            (None, None) => Chon::ChuaChon,
        };
        Self { tep, ho_so, only, dry_run, chon, chi: None, shared: common.into() }
    }
}
