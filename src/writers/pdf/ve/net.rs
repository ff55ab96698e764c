//! Lines, frames and colours.

use krilla::color::{luma, rgb};
use krilla::geom::{PathBuilder, Rect};
use krilla::paint::{Paint, Stroke};
use krilla::surface::Surface;

use super::cho;
use crate::layout::trang::{Khung, Mau, Net};

pub(super) fn mau(mau: Mau) -> Paint {
    match mau {
        Mau::Den => luma::Color::black().into(),
        Mau::Do => rgb::Color::new(255, 0, 0).into(),
    }
}

pub(super) fn net(mat: &mut Surface, net: &Net, mau: Mau) {
    ke(mat, net.day, mau, |path| {
        path.move_to(cho(net.x1), cho(net.y1));
        path.line_to(cho(net.x2), cho(net.y2));
    });
}

pub(super) fn khung(mat: &mut Surface, khung: &Khung) {
    let goc = (cho(khung.x), cho(khung.y));
    let Some(rect) = Rect::from_xywh(goc.0, goc.1, cho(khung.rong), cho(khung.cao)) else {
        return;
    };
    ke(mat, khung.day, khung.mau, |path| path.push_rect(rect));
}

/// Strokes a path. PDF takes a stroke without width for the thinnest that a device can draw.
fn ke(mat: &mut Surface, day: f64, mau: Mau, path: impl FnOnce(&mut PathBuilder)) {
    let mut builder = PathBuilder::new();
    path(&mut builder);
    let Some(path) = builder.finish().filter(|_| day > 0.0) else { return };
    let paint = self::mau(mau);
    mat.set_fill(None);
    mat.set_stroke(Some(Stroke { paint, width: cho(day), ..Stroke::default() }));
    mat.draw_path(&path);
}
