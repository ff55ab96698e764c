//! Properties of the file.

use chrono::{Datelike, NaiveDate};
use krilla::metadata::{DateTime, Metadata, TextDirection};

use crate::compose::document::ThongTin;

/// The language of every document (RFC 3066).
const TIENG: &str = "vi-VN";
/// The program that made it.
const NOI_LAM: &str = "vanthu";

pub(super) fn thong_tin(thong_tin: &ThongTin, tieu_de: &str) -> Metadata {
    Metadata::new()
        .title(tieu_de.to_owned())
        .authors(vec![thong_tin.tac_gia.clone()])
        .description(thong_tin.chu_de.clone())
        .keywords(thong_tin.tu_khoa.clone())
        .language(TIENG.to_owned())
        .creator(NOI_LAM.to_owned())
        .creation_date(ngay(thong_tin.ngay))
        .text_direction(TextDirection::LeftToRight)
}

/// The beginning of the day.
pub(super) fn ngay(ngay: NaiveDate) -> DateTime {
    DateTime::new(u16::try_from(ngay.year()).unwrap_or(0))
        .month(u8::try_from(ngay.month()).unwrap_or(1))
        .day(u8::try_from(ngay.day()).unwrap_or(1))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}
