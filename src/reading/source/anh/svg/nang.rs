//! Nặng: what a drawing costs to draw, counted before it is drawn. A few lines may say a picture that takes hours: the
//! same shape a million times over the whole sheet, patterns in patterns, layers upon layers.

use resvg::tiny_skia::Rect;
use resvg::usvg::{Group, ImageKind, Node, Paint, Path, Tree};

/// How many times the whole sheet may be painted. A drawing of an office paints it a few times.
const SO_LAN: f64 = 1_000.0;
/// A layer is cleared, cut, and laid over what is below it.
const LOP: f64 = 4.0;
/// Layers in one another, each of which is held in memory.
const LOP_LONG: usize = 8;
/// What a shape costs wherever it is, and a point or dash of it, in sheets.
const MOT_HINH: f64 = 0.000_5;
const MOT_DIEM: f64 = 0.000_05;

/// Whether all of a drawing is drawn, and in a moment; else why not.
pub fn ve_duoc(tree: &Tree) -> Result<(), String> {
    let mut nang = Nang { trang: trang(tree), da: 0.0 };
    nang.nhom(tree.root(), 0)
}

/// What to do about a drawing that is not drawn.
pub fn thay(why: &str) -> String {
    format!("hình SVG {why} nên không vẽ được; mở hình, xuất ra PNG rồi dùng tệp PNG ấy")
}

fn trang(tree: &Tree) -> f64 {
    f64::from(tree.size().width()) * f64::from(tree.size().height())
}

/// What has been counted so far.
struct Nang {
    /// The sheet, in the drawing's own units.
    trang: f64,
    da: f64,
}

impl Nang {
    fn them(&mut self, lan: f64) -> Result<(), String> {
        // What is no number is a drawing out of all bounds.
        self.da += if lan.is_finite() { lan } else { SO_LAN };
        if self.da > SO_LAN {
            Err(thay("có quá nhiều hình, lớp chồng lên nhau"))
        } else {
            Ok(())
        }
    }

    /// The share of the sheet that a box takes; of one beyond its edges no more than all of it is drawn.
    fn phan(&self, o: Rect) -> f64 {
        (f64::from(o.width()) * f64::from(o.height()) / self.trang).min(1.0)
    }

    fn nhom(&mut self, nhom: &Group, lop: usize) -> Result<(), String> {
        if !nhom.filters().is_empty() {
            return Err(thay("có hiệu ứng làm mờ, đổ bóng (filter)"));
        }
        let lop = lop.saturating_add(usize::from(nhom.should_isolate()));
        if lop > LOP_LONG {
            return Err(thay("có quá nhiều lớp lồng nhau"));
        }
        if nhom.should_isolate() {
            let rong = self.phan(nhom.abs_layer_bounding_box().to_rect());
            self.them(LOP * rong + MOT_HINH)?;
        }
        self.cat(nhom, lop)?;
        nhom.children().iter().try_for_each(|node| self.mot(node, lop))
    }

    /// What cuts a layer out is drawn like it.
    fn cat(&mut self, nhom: &Group, lop: usize) -> Result<(), String> {
        let mut clip = nhom.clip_path();
        while let Some(path) = clip {
            self.them(MOT_HINH)?;
            self.nhom(path.root(), lop.saturating_add(1))?;
            clip = path.clip_path();
        }
        let mut mask = nhom.mask();
        while let Some(path) = mask {
            self.them(LOP)?;
            self.nhom(path.root(), lop.saturating_add(1))?;
            mask = path.mask();
        }
        Ok(())
    }

    fn mot(&mut self, node: &Node, lop: usize) -> Result<(), String> {
        match node {
            Node::Group(nhom) => self.nhom(nhom, lop),
            Node::Path(path) => self.net(path, lop),
            Node::Text(chu) => self.nhom(chu.flattened(), lop),
            Node::Image(anh) => match anh.kind() {
                ImageKind::SVG(tree) => {
                    self.them(LOP)?;
                    Self { trang: trang(tree), da: 0.0 }.nhom(tree.root(), lop.saturating_add(1))
                }
                _ => Err(thay("có ảnh chụp nằm bên trong")),
            },
        }
    }

    fn net(&mut self, path: &Path, lop: usize) -> Result<(), String> {
        let diem = path.data().len() as f64;
        self.them(MOT_HINH + MOT_DIEM * diem)?;
        if let Some(fill) = path.fill() {
            self.them(self.phan(path.abs_bounding_box()))?;
            self.to(fill.paint(), lop)?;
        }
        if let Some(stroke) = path.stroke() {
            let o = path.abs_stroke_bounding_box();
            self.them(self.phan(o))?;
            if let Some(gach) = stroke.dasharray() {
                let dai = f64::from(path.bounding_box().width() + path.bounding_box().height());
                let buoc = f64::from(gach.iter().sum::<f32>());
                self.them(MOT_DIEM * diem * dai / buoc)?;
            }
            self.to(stroke.paint(), lop)?;
        }
        Ok(())
    }

    fn to(&mut self, paint: &Paint, lop: usize) -> Result<(), String> {
        match paint {
            Paint::Pattern(pattern) => {
                self.them(LOP)?;
                self.nhom(pattern.root(), lop.saturating_add(1))
            }
            Paint::Color(_) | Paint::LinearGradient(_) | Paint::RadialGradient(_) => Ok(()),
        }
    }
}
