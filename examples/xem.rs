use std::path::Path;
use vanthu::compose::fonts::{Face, Fonts};
use vanthu::compose::soan::soan;
use vanthu::layout::trang::*;
use vanthu::reading::source::read_ho_so;
use vanthu::rules::check::check;
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let fonts = Fonts::bundled().unwrap();
    let nguon = read_ho_so(Path::new(&args[1])).unwrap();
    let kq = check(&nguon, &|c| fonts.has(c));
    for t in &kq.van_ban {
        let Some(v) = &t.van_ban else {
            println!("{}: hỏng", t.ten);
            continue;
        };
        let d = match soan(v, &fonts, None) {
            Ok(d) => d,
            Err(e) => {
                println!("{}: {e:?}", t.ten);
                continue;
            }
        };
        let start = std::time::Instant::now();
        let p = vanthu::layout::trang(&d, &fonts, Default::default());
        let time = start.elapsed();
        println!("{}: {} trang {:?}", t.ten, p.trang.len(), time);
        let mut out = String::from("{\"pages\":[");
        for (i, tr) in p.trang.iter().enumerate() {
            if i > 0 {
                out.push(',');
            }
            out.push_str(&format!("{{\"w\":{},\"h\":{},\"items\":[", tr.rong, tr.cao));
            let mut first = true;
            for ve in &tr.ve {
                let s = match &ve.hinh {
                    Hinh::Chu(c) => format!(
                        "[\"t\",{},{},{},{},{},{}]",
                        c.x,
                        c.chan,
                        c.co,
                        match c.kieu {
                            Face::Regular => 0,
                            Face::Bold => 1,
                            Face::Italic => 2,
                            Face::BoldItalic => 3,
                        },
                        serde_json::to_string(&c.chu).unwrap(),
                        c.gian
                    ),
                    Hinh::Net(n) => {
                        format!("[\"l\",{},{},{},{},{}]", n.x1, n.y1, n.x2, n.y2, n.day)
                    }
                    Hinh::Khung(k) => format!("[\"r\",{},{},{},{}]", k.x, k.y, k.rong, k.cao),
                    Hinh::O(o) => format!("[\"o\",{},{},{},{}]", o.x, o.y, o.rong, o.cao),
                };
                if !first {
                    out.push(',');
                }
                first = false;
                out.push_str(&s);
            }
            out.push_str("]}");
        }
        out.push_str("]}");
        if let Some(dir) = args.get(2) {
            std::fs::write(format!("{dir}/{}.json", t.ten), out).unwrap();
            std::fs::write(
                format!("{dir}/{}.docx", t.ten),
                vanthu::writers::docx::write(&d).unwrap(),
            )
            .unwrap();
        }
    }
}
