//! Pictures of bodies: shown in the editor, taken in from it.

use super::api::told_json;
use super::http::{Answer, Request};
use super::opened::Opened;
use crate::jobs::soan_thao::hinh;
use crate::model::DangAnh;

/// A picture of the folder. One that was opened by itself must not do anything: an SVG may hold scripts.
pub fn show(opened: &Opened, request: &Request) -> Answer {
    let Some(tep) = hinh::xem(&opened.folder, request.asked("ten").unwrap_or_default()) else {
        return Answer::said(404, "không có hình này");
    };
    let kind = match tep.dang {
        DangAnh::Png => "image/png",
        DangAnh::Jpeg => "image/jpeg",
        DangAnh::Svg => "image/svg+xml",
    };
    Answer::new(200, kind, tep.bytes).with("content-security-policy", ALONE.into())
}

const ALONE: &str = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox";

/// The names of the folder's pictures.
pub fn names(opened: &Opened) -> Answer {
    Answer::json(&hinh::cac_ten(&opened.folder))
}

/// Keeps the picture that is the request's body.
pub fn keep(opened: &Opened, request: &Request) -> Answer {
    let ten = request.asked("ten").unwrap_or_default();
    told_json(hinh::giu(&opened.folder, ten, request.body.clone()))
}
