//! The same YAML gives the same bytes, in any order and under any number of threads.

use std::path::Path;

use vanthu::compose::fonts::Fonts;
use vanthu::compose::soan::soan;
use vanthu::jobs::load;
use vanthu::reading::source::MauRieng;
use vanthu::writers::pdf::PdfChoice;
use vanthu::{writers::docx, writers::pdf};

/// Both files of every document of the sample, in the given order.
fn build(fonts: &Fonts, backwards: bool) -> Vec<(String, Vec<u8>, Vec<u8>)> {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/dong-thap-2023");
    let Ok(ho_so) = load::ho_so(&sample, fonts, &MauRieng::default()) else {
        panic!("không đọc được hồ sơ mẫu")
    };
    let mut documents = ho_so.ket_qua.van_ban;
    if backwards {
        documents.reverse();
    }
    let mut out: Vec<_> = documents
        .iter()
        .filter_map(|t| Some((t.ten.clone(), t.van_ban.as_ref()?)))
        .map(|(ten, van_ban)| {
            let document = soan(van_ban, fonts, None).unwrap();
            (
                ten,
                pdf::write(&document, fonts, &PdfChoice::default()).unwrap().bytes,
                docx::write(&document).unwrap(),
            )
        })
        .collect();
    out.sort();
    out
}

#[test]
fn threads_and_order_make_no_difference() {
    let fonts = Fonts::bundled().unwrap();
    let alone = build(&fonts, false);
    assert!(!alone.is_empty());
    std::thread::scope(|scope| {
        let fonts = &fonts;
        let threads: Vec<_> =
            (0..6).map(|i| scope.spawn(move || build(fonts, i % 2 == 1))).collect();
        for thread in threads {
            let other = thread.join().unwrap();
            for ((ten, pdf, docx), (_, pdf2, docx2)) in alone.iter().zip(&other) {
                assert!(pdf == pdf2, "{ten}.pdf");
                assert!(docx == docx2, "{ten}.docx");
            }
        }
    });
}
