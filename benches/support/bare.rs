//! Typst by itself: the layout and its data as any program would hand them over, compiled and exported.

use std::collections::HashMap;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use vanthu::compose::{library, world};

/// The files of the layout, from the one that is compiled on.
pub const LAYOUT: [&str; 11] = [
    "/the-thuc/nd30.typ",
    "/the-thuc/dau-trang.typ",
    "/the-thuc/tieu-de.typ",
    "/the-thuc/than-bai.typ",
    "/the-thuc/kinh-gui.typ",
    "/the-thuc/o-ky.typ",
    "/the-thuc/cuoi-trang.typ",
    "/the-thuc/phu-luc.typ",
    "/the-thuc/khung.typ",
    "/the-thuc/dia-chi.typ",
    "/the-thuc/ban-sao.typ",
];

pub struct Bare {
    sources: HashMap<FileId, Source>,
    main: FileId,
    data: (FileId, Bytes),
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

fn id(path: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).unwrap()).intern()
}

impl Bare {
    pub fn new() -> Self {
        let source = |path: &&str| {
            let text = world::shipped_text(path).unwrap().to_owned();
            (id(path), Source::new(id(path), text))
        };
        let face = |name: &str| {
            let path = format!("{}/fonts/{name}.ttf", env!("CARGO_MANIFEST_DIR"));
            Font::new(Bytes::new(std::fs::read(path).unwrap()), 0).unwrap()
        };
        let fonts: Vec<Font> = ["Regular", "Bold", "Italic", "BoldItalic"]
            .map(|kind| face(&format!("LiberationSerif-{kind}")))
            .into();
        Self {
            sources: LAYOUT.iter().map(source).collect(),
            main: id(LAYOUT[0]),
            data: (id(world::DATA_PATH), Bytes::new(Vec::new())),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    }

    /// The PDF of a document whose layout reads `data`.
    pub fn pdf(&mut self, data: Vec<u8>) -> Vec<u8> {
        self.data.1 = Bytes::new(data);
        let mut pages = typst::compile::<PagedDocument>(self).output.unwrap();
        pages.info_mut().title = Some("Kế hoạch".into());
        let day = Datetime::from_ymd_hms(2023, 3, 1, 0, 0, 0).unwrap();
        let options = PdfOptions {
            creator: Smart::Custom(Some("typst".into())),
            timestamp: Some(Timestamp::new_utc(day)),
            standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).unwrap(),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&pages, &options).unwrap()
    }
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &library::LAYOUT
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or_else(|| FileError::NotFound("".into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let (own, bytes) = &self.data;
        if *own == id { Ok(bytes.clone()) } else { Err(FileError::NotFound("".into())) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
