//! What each station of the path costs for one plan of three to four pages, in a batch that goes on and on:
//! `cargo bench --bench parts`.

mod support;

use divan::{Bencher, black_box};
use support::{Batch, nguon, van_ban};
use vanthu::compose::document::Document;
use vanthu::compose::fonts::Fonts;
use vanthu::compose::soan::soan;
use vanthu::layout;
use vanthu::layout::luong::Chon;
use vanthu::writers::pdf::{PdfChoice, write};

fn main() {
    divan::main();
}

const BATCHES: [Batch; 2] = [Batch::Family, Batch::Different];

#[divan::bench(args = BATCHES, sample_size = 1)]
fn b1_yaml_to_model(bencher: Bencher, batch: Batch) {
    let fonts = fonts();
    each(bencher, |i| nguon(batch, i), |nguon| drop(black_box(van_ban(&nguon, &fonts))));
}

#[divan::bench(args = BATCHES, sample_size = 1)]
fn b2_model_to_blocks(bencher: Bencher, batch: Batch) {
    let fonts = fonts();
    let model = |i| van_ban(&nguon(batch, i), &fonts);
    each(bencher, model, |van_ban| drop(black_box(soan(&van_ban, &fonts, None).unwrap())));
}

#[divan::bench(args = BATCHES, sample_size = 1)]
fn b3_pages(bencher: Bencher, batch: Batch) {
    let fonts = fonts();
    let document = |i| document(batch, i, &fonts);
    each(bencher, document, |document| {
        black_box(layout::trang(&document, &fonts, Chon::default()));
    });
}

#[divan::bench(args = BATCHES, sample_size = 1)]
fn b4_pages_and_pdf(bencher: Bencher, batch: Batch) {
    let fonts = fonts();
    each(
        bencher,
        |i| document(batch, i, &fonts),
        |document| drop(black_box(pdf(&document, &fonts))),
    );
}

#[divan::bench(args = BATCHES, sample_size = 1)]
fn b5_word(bencher: Bencher, batch: Batch) {
    let fonts = fonts();
    let document = |i| document(batch, i, &fonts);
    each(bencher, document, |document| {
        drop(black_box(vanthu::writers::docx::write(&document).unwrap()))
    });
}

#[divan::bench(args = BATCHES, sample_size = 1)]
fn b6_whole(bencher: Bencher, batch: Batch) {
    let fonts = fonts();
    each(
        bencher,
        |i| nguon(batch, i),
        |nguon| {
            let document = soan(&van_ban(&nguon, &fonts), &fonts, None).unwrap();
            black_box(pdf(&document, &fonts));
            black_box(vanthu::writers::docx::write(&document).unwrap());
        },
    );
}

fn fonts() -> Fonts {
    Fonts::bundled().unwrap()
}

fn document(batch: Batch, i: usize, fonts: &Fonts) -> Document {
    soan(&van_ban(&nguon(batch, i), fonts), fonts, None).unwrap()
}

fn pdf(document: &Document, fonts: &Fonts) -> Vec<u8> {
    write(document, fonts, &PdfChoice::default()).unwrap().bytes
}

/// Measures one step, each time on the next plan, with Typst's memory kept as `build` keeps it.
fn each<T>(bencher: Bencher, mut make: impl FnMut(usize) -> T, step: impl Fn(T)) {
    let mut i = 0;
    let next = || {
        i += 1;
        make(i)
    };
    bencher.with_inputs(next).bench_local_values(|input| {
        step(input);
        typst::comemo::evict(vanthu::jobs::build::MEMORY);
    });
}
