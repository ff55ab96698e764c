//! The closed world that Typst sees: shipped templates, one data file, four faces, and for a template of
//! the office's the files of its folder. No disk, no clock, no network, no package.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use super::chu_mau::ChuMau;
use super::fonts::Fonts;
use crate::rules::check::MAU_TYP;

/// Where a template finds its data.
pub const DATA_PATH: &str = "/du-lieu.json";

/// The shared clauses, the one shipped file that a template of the office's sees.
pub const CHUNG: &str = "/noi-dung/chung.typ";

static SOURCES: LazyLock<HashMap<FileId, Source>> = LazyLock::new(|| {
    MAU_TYP
        .iter()
        .filter_map(|(path, text)| {
            let id = file_id(path)?;
            Some((id, Source::new(id, (*text).to_owned())))
        })
        .collect()
});

static CHU_MAU: LazyLock<HashMap<FileId, Arc<ChuMau>>> = LazyLock::new(|| {
    let words = |(id, source): (&FileId, &Source)| (*id, Arc::new(ChuMau::cua(source)));
    SOURCES.iter().map(words).collect()
});

/// The text of a shipped template.
pub fn shipped_text(path: &str) -> Option<&'static str> {
    MAU_TYP.iter().find(|(known, _)| *known == path).map(|(_, text)| *text)
}

/// Why a file can't be read: it is a package's, or there is none of that name here.
fn not_here(id: FileId) -> FileError {
    match id.root() {
        VirtualRoot::Package(package) => {
            FileError::Package(PackageError::NotFound(package.clone()))
        }
        VirtualRoot::Project => FileError::NotFound(id.vpath().get_with_slash().into()),
    }
}

/// The id of a path inside the world; none for a path that leaves it.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// One template with its data.
pub struct TemplateWorld<'a> {
    library: &'a LazyHash<Library>,
    fonts: &'a Fonts,
    main: Source,
    /// The data, and what goes along with it.
    files: HashMap<FileId, Bytes>,
    /// Sources that stand in place of a shipped one of the same path.
    own: HashMap<FileId, Source>,
    /// The files beside a template of the office's; with them no other shipped file than the shared
    /// clauses is seen.
    folder: Option<HashMap<FileId, Bytes>>,
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

    /// The world of a template of the office's: its folder's files by their paths, its data, the shared
    /// clauses. None if the folder hasn't the template.
    pub fn of_folder(
        library: &'a LazyHash<Library>,
        fonts: &'a Fonts,
        main: &str,
        files: &BTreeMap<String, String>,
        data: Arc<[u8]>,
    ) -> Option<Self> {
        let id = file_id(main)?;
        let text = files.get(main).map(String::as_str).or_else(|| shipped_text(main))?;
        let mut world = Self::new(library, fonts, Source::new(id, text.to_owned()), data);
        let folder = files
            .iter()
            .filter_map(|(path, text)| Some((file_id(path)?, Bytes::from_string(text.clone()))));
        world.folder = Some(folder.collect());
        let sources = files.iter().filter(|(path, _)| path.ends_with(".typ"));
        world.own = sources
            .filter_map(|(path, text)| {
                let id = file_id(path)?;
                Some((id, Source::new(id, text.clone())))
            })
            .collect();
        Some(world)
    }

    fn new(
        library: &'a LazyHash<Library>,
        fonts: &'a Fonts,
        main: Source,
        data: Arc<[u8]>,
    ) -> Self {
        let data = file_id(DATA_PATH).map(|id| (id, Bytes::new(data)));
        let files = data.into_iter().collect();
        Self { library, fonts, main, files, own: HashMap::new(), folder: None }
    }

    /// Whether a template of this world may see the shipped file.
    fn sees_shipped(&self, id: FileId) -> bool {
        self.folder.is_none() || id == self.main.id() || Some(id) == file_id(CHUNG)
    }

    /// The words that the template has of its own, or reads elsewhere than in its data.
    pub fn chu_mau(&self) -> Vec<Arc<ChuMau>> {
        let shared = file_id(CHUNG).filter(|id| !self.own.contains_key(id));
        let main = self.main.id();
        let shipped = [Some(main).filter(|id| !self.own.contains_key(id)), shared];
        let shipped = shipped.into_iter().flatten().filter_map(|id| CHU_MAU.get(&id).cloned());
        let own = self.own.values().map(|source| Arc::new(ChuMau::cua(source)));
        let folder = self.folder.iter().flatten().filter(|(id, _)| !self.own.contains_key(id));
        let beside = folder.filter_map(|(_, bytes)| {
            Some(Arc::new(ChuMau::cua_tep(String::from_utf8(bytes.to_vec()).ok()?)))
        });
        shipped.chain(own).chain(beside).collect()
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
        let shipped = || SOURCES.get(&id).filter(|_| self.sees_shipped(id));
        self.own.get(&id).or_else(shipped).cloned().ok_or_else(|| not_here(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let own = self.folder.as_ref().and_then(|folder| folder.get(&id));
        self.files.get(&id).or(own).cloned().ok_or_else(|| not_here(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
