//! What each station of the path costs for one plan of three to four pages, in a batch that goes on and on:
//! `cargo bench --bench parts`.

mod support;

use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion, criterion_group, criterion_main};
use support::{Batch, nguon, van_ban};
use vanthu::document::Document;
use vanthu::model::VanBan;
use vanthu::pdf::{PdfChoice, so_trang, write};
use vanthu::render::fonts::Fonts;
use vanthu::render::soan::soan;
use vanthu::source::HoSoNguon;

fn parts(c: &mut Criterion) {
    let fonts = Fonts::bundled().unwrap();
    for (name, batch) in Batch::ALL {
        let mut group = c.benchmark_group(name);
        group.sample_size(50);
        let source = |i| nguon(batch, i);
        let model = |i| van_ban(&source(i), &fonts);
        let document = |i| soan(&model(i), &fonts, None).unwrap();
        each(&mut group, "YAML to model", source, |nguon: HoSoNguon| {
            black_box(van_ban(&nguon, &fonts));
        });
        each(&mut group, "model to blocks", model, |van_ban: VanBan| {
            black_box(soan(&van_ban, &fonts, None).unwrap());
        });
        each(&mut group, "pages", document, |document: Document| {
            black_box(so_trang(&document, &fonts).unwrap());
        });
        each(&mut group, "pages and PDF", document, |document: Document| {
            black_box(write(&document, &fonts, &PdfChoice::default()).unwrap());
        });
        each(&mut group, "Word", document, |document: Document| {
            black_box(vanthu::docx::write(&document).unwrap());
        });
        each(&mut group, "whole", source, |nguon: HoSoNguon| {
            let document = soan(&van_ban(&nguon, &fonts), &fonts, None).unwrap();
            black_box(write(&document, &fonts, &PdfChoice::default()).unwrap());
            black_box(vanthu::docx::write(&document).unwrap());
        });
        group.finish();
    }
}

/// Measures one step, each time on the next plan, with Typst's memory kept as `build` keeps it.
fn each<T>(
    group: &mut BenchmarkGroup<WallTime>,
    name: &str,
    make: impl Fn(usize) -> T,
    step: impl Fn(T),
) {
    let mut i = 0;
    group.bench_function(name, |bencher| {
        bencher.iter_batched(
            || {
                i += 1;
                make(i)
            },
            |input| {
                step(input);
                typst::comemo::evict(vanthu::commands::build::MEMORY);
            },
            BatchSize::PerIteration,
        );
    });
}

criterion_group!(benches, parts);
criterion_main!(benches);
