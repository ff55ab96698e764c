//! What `benches/run` needs of the program's inside: batches of hồ sơ on the disk, the data that the layout in
//! Typst reads, and what this program's own PDFs take in one process.
//!
//! `cargo bench --bench batch -- write|data DIR COUNT family|different`, `… -- own COUNT`,
//! `… -- layers COUNT MEMORY family|different` for where the time goes with Typst's memory kept so long.

mod support;

use std::path::Path;
use std::time::{Duration, Instant};

use support::du_lieu::du_lieu;
use support::{Batch, CO_QUAN, ke_hoach, nguon, van_ban};
use vanthu::compose::document::Document;
use vanthu::compose::fonts::Fonts;
use vanthu::compose::soan::soan;
use vanthu::jobs::build::MEMORY;
use vanthu::layout;
use vanthu::layout::luong::Chon;
use vanthu::writers::pdf::ve::ve;
use vanthu::writers::pdf::{PdfChoice, write};

fn main() {
    // cargo adds an argument of its own.
    let args: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", dir, count, kind] => write_batch(Path::new(dir), number(count), batch(kind)),
        ["data", dir, count, kind] => write_data(Path::new(dir), number(count), batch(kind)),
        ["own", count] => own(number(count)),
        ["layers", count, memory, kind] => layers(number(count), number(memory), batch(kind)),
        _ => eprintln!("see the head of benches/batch.rs"),
    }
}

fn number(text: &str) -> usize {
    text.parse().unwrap()
}

fn batch(name: &str) -> Batch {
    Batch::named(name).expect("family or different")
}

/// A hồ sơ for each plan.
fn write_batch(dir: &Path, count: usize, batch: Batch) {
    for i in 0..count {
        let folder = dir.join(format!("{i:05}"));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("co-quan.yaml"), CO_QUAN).unwrap();
        std::fs::write(folder.join("ke-hoach.yaml"), ke_hoach(batch, i)).unwrap();
    }
}

fn document(batch: Batch, i: usize, fonts: &Fonts) -> Document {
    soan(&van_ban(&nguon(batch, i), fonts), fonts, None).unwrap()
}

/// The data of each plan for the layout in Typst.
fn write_data(dir: &Path, count: usize, batch: Batch) {
    let fonts = Fonts::bundled().unwrap();
    std::fs::create_dir_all(dir).unwrap();
    for i in 0..count {
        let data = du_lieu(&document(batch, i, &fonts), &fonts);
        std::fs::write(dir.join(format!("{i:05}.json")), data).unwrap();
    }
}

/// Milliseconds a document: from YAML to PDF, and from blocks to PDF.
fn own(count: usize) {
    let fonts = Fonts::bundled().unwrap();
    for (name, batch) in Batch::ALL {
        let sources: Vec<_> = (0..count).map(|i| nguon(batch, i)).collect();
        let documents: Vec<Document> = (0..count).map(|i| document(batch, i, &fonts)).collect();
        let ours = medians(count, |i| {
            let document = soan(&van_ban(&sources[i], &fonts), &fonts, None).unwrap();
            assert!(!write(&document, &fonts, &PdfChoice::default()).unwrap().bytes.is_empty());
        });
        let writer = medians(count, |i| {
            let pdf = write(&documents[i], &fonts, &PdfChoice::default()).unwrap();
            assert!(!pdf.bytes.is_empty());
        });
        let [ours, writer] = [ours, writer].map(|d| d.as_secs_f64() * 1000.0);
        println!("{}", serde_json::json!({ "batch": name, "ours": ours, "writer": writer }));
    }
}

/// The median of each layer, in milliseconds, and how much memory the process took at most.
fn layers(count: usize, memory: usize, batch: Batch) {
    let fonts = Fonts::bundled().unwrap();
    let mut times: [Vec<f64>; 6] = Default::default();
    for i in 0..count {
        let source = nguon(batch, i);
        let mut start = Instant::now();
        let mut lap = |layer: usize| {
            times[layer].push(start.elapsed().as_secs_f64() * 1000.0);
            start = Instant::now();
        };
        let van_ban = van_ban(&source, &fonts);
        lap(0);
        let document = soan(&van_ban, &fonts, None).unwrap();
        lap(1);
        let pages = layout::trang(&document, &fonts, Chon::default());
        lap(2);
        let thong_tin = &document.thong_tin;
        ve(&pages, &fonts, thong_tin, &thong_tin.tieu_de, &[]).unwrap();
        lap(3);
        vanthu::writers::docx::write(&document).unwrap();
        lap(4);
        typst::comemo::evict(memory);
        lap(5);
    }
    let names = ["yaml", "blocks", "pages", "pdf", "word", "evict"];
    let mut all = 0.0;
    for (name, mut times) in names.into_iter().zip(times) {
        times.drain(..count / 4);
        times.sort_by(f64::total_cmp);
        let median = times[times.len() / 2];
        all += median;
        print!("{name} {median:.2}  ");
    }
    println!("all {all:.2} ms, {} MB at most", peak_mb());
}

/// Linux tells; elsewhere nothing does.
fn peak_mb() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap_or_default() / 1024
}

/// The median of what one document takes, with an empty memory at the start and half of the batch to warm up.
fn medians(count: usize, mut step: impl FnMut(usize)) -> Duration {
    typst::comemo::evict(0);
    let mut times: Vec<Duration> = (0..count)
        .map(|i| {
            let start = Instant::now();
            step(i);
            typst::comemo::evict(MEMORY);
            start.elapsed()
        })
        .skip(count / 2)
        .collect();
    times.sort();
    times[times.len() / 2]
}
