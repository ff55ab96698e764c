//! The closed world that Typst sees: shipped templates, one data file, four faces. No disk, no clock,
//! no network, no package.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::fonts::Fonts;

/// Where a template finds its data.
pub const DATA_PATH: &str = "/du-lieu.json";

macro_rules! shipped {
    ($($path:literal),* $(,)?) => {
        &[$((concat!("/", $path), include_str!(concat!("../../templates/", $path)))),*]
    };
}

/// The templates inside the program: the words (`noi-dung`) and the looks (`the-thuc`).
const SHIPPED: &[(&str, &str)] = shipped![
    "noi-dung/chung.typ",
    "noi-dung/van-ban.typ",
    "noi-dung/nghi-quyet.typ",
    "noi-dung/quyet-dinh.typ",
    "noi-dung/cong-van.typ",
    "noi-dung/cong-dien.typ",
    "noi-dung/giay-moi.typ",
    "noi-dung/giay-gioi-thieu.typ",
    "noi-dung/bien-ban.typ",
    "noi-dung/phieu-gui.typ",
    "noi-dung/dot-cong-van.typ",
    "noi-dung/dot-quyet-dinh.typ",
    "noi-dung/dot-giay-gioi-thieu.typ",
    "noi-dung/dot-giay-moi.typ",
    "noi-dung/ke-hoach.typ",
    "noi-dung/ke-hoach-chi-tiet.typ",
    "noi-dung/bao-cao.typ",
    "the-thuc/nd30.typ",
    "the-thuc/dau-trang.typ",
    "the-thuc/tieu-de.typ",
    "the-thuc/than-bai.typ",
    "the-thuc/kinh-gui.typ",
    "the-thuc/cuoi-trang.typ",
    "the-thuc/phu-luc.typ",
    "the-thuc/khung.typ",
    "the-thuc/dia-chi.typ",
    "the-thuc/ban-sao.typ",
    "the-thuc/nhan-bi-thu.typ",
    "the-thuc/so-buu-dien.typ",
];

static SOURCES: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    SHIPPED
        .iter()
        .filter_map(|(path, text)| {
            let id = file_id(path)?;
            Some((id, Source::new(id, (*text).to_owned())))
        })
        .collect()
});

/// The id of a path inside the world; none for a path that leaves it.
fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One template with its data.
pub struct TemplateWorld<'a> {
    library: &'a LazyHash<Library>,
    fonts: &'a Fonts,
    main: Source,
    data_id: Option<FileId>,
    data: Bytes,
    /// Sources that stand in place of a shipped one of the same path.
    own: HashMap<FileId, Source>,
}

impl<'a> TemplateWorld<'a> {
    /// The world of the shipped template at `main` (e.g. `/noi-dung/ke-hoach.typ`). None if there is no
    /// such template.
    pub fn shipped(
        library: &'a LazyHash<Library>,
        fonts: &'a Fonts,
        main: &str,
        data: Arc<[u8]>,
    ) -> Option<Self> {
        let main = SOURCES.get(&file_id(main)?)?.clone();
        Some(Self::new(library, fonts, main, data))
    }

    /// The world of a template given as text, which may import the shipped ones.
    pub fn with_text(
        library: &'a LazyHash<Library>,
        fonts: &'a Fonts,
        path: &str,
        text: String,
        data: Arc<[u8]>,
    ) -> Option<Self> {
        let id = file_id(path)?;
        let main = Source::new(id, text);
        let mut world = Self::new(library, fonts, main.clone(), data);
        world.own.insert(id, main);
        Some(world)
    }

    fn new(
        library: &'a LazyHash<Library>,
        fonts: &'a Fonts,
        main: Source,
        data: Arc<[u8]>,
    ) -> Self {
        let data_id = file_id(DATA_PATH);
        Self { library, fonts, main, data_id, data: Bytes::new(data), own: HashMap::new() }
    }

    /// The source of the template itself.
    pub fn main_source(&self) -> &Source {
        &self.main
    }
}

impl World for TemplateWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.own
            .get(&id)
            .or_else(|| SOURCES.get(&id))
            .cloned()
            .ok_or_else(|| FileError::NotFound(id.vpath().get_with_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if Some(id) == self.data_id {
            return Ok(self.data.clone());
        }
        Err(FileError::NotFound(id.vpath().get_with_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
