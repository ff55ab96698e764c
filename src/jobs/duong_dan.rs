//! Paths in a request or an outcome that is written down. A path that is text is written as text; one that
//! isn't, which only the system itself can read, as its units, so that it comes back as it was.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What holds paths: one, perhaps one, or several.
pub trait Paths: Sized {
    type Written: Serialize + for<'de> Deserialize<'de>;
    fn write(&self) -> Self::Written;
    /// None for what this system has no path for.
    fn read(written: Self::Written) -> Option<Self>;
}

/// One path.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub enum Written {
    Text(String),
    Units(Vec<u16>),
}

impl Paths for PathBuf {
    type Written = Written;

    fn write(&self) -> Written {
        self.to_str().map_or_else(|| Written::Units(units(self)), |text| Written::Text(text.into()))
    }

    fn read(written: Written) -> Option<Self> {
        match written {
            Written::Text(text) => Some(text.into()),
            Written::Units(units) => of_units(&units).map(Self::from),
        }
    }
}

impl Paths for Option<PathBuf> {
    type Written = Option<Written>;

    fn write(&self) -> Self::Written {
        self.as_ref().map(Paths::write)
    }

    fn read(written: Self::Written) -> Option<Self> {
        written.map(PathBuf::read).map_or(Some(None), |path| path.map(Some))
    }
}

impl Paths for Vec<PathBuf> {
    type Written = Vec<Written>;

    fn write(&self) -> Self::Written {
        self.iter().map(Paths::write).collect()
    }

    fn read(written: Self::Written) -> Option<Self> {
        written.into_iter().map(PathBuf::read).collect()
    }
}

/// Bytes on Unix, UTF-16 on Windows.
#[cfg(unix)]
fn units(path: &Path) -> Vec<u16> {
    use std::os::unix::ffi::OsStrExt;
    path.as_os_str().as_bytes().iter().copied().map(u16::from).collect()
}

#[cfg(unix)]
fn of_units(units: &[u16]) -> Option<OsString> {
    use std::os::unix::ffi::OsStringExt;
    let bytes = units.iter().map(|unit| u8::try_from(*unit).ok()).collect::<Option<Vec<u8>>>()?;
    Some(OsString::from_vec(bytes))
}

#[cfg(windows)]
fn units(path: &Path) -> Vec<u16> {
    use std::os::windows::ffi::OsStrExt;
    path.as_os_str().encode_wide().collect()
}

#[cfg(windows)]
fn of_units(units: &[u16]) -> Option<OsString> {
    use std::os::windows::ffi::OsStringExt;
    Some(OsString::from_wide(units))
}

pub fn serialize<P: Paths, S: Serializer>(paths: &P, serializer: S) -> Result<S::Ok, S::Error> {
    paths.write().serialize(serializer)
}

pub fn deserialize<'de, P: Paths, D: Deserializer<'de>>(deserializer: D) -> Result<P, D::Error> {
    let written = P::Written::deserialize(deserializer)?;
    P::read(written).ok_or_else(|| D::Error::custom("không phải là đường dẫn"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct All {
        #[serde(with = "super")]
        one: PathBuf,
        #[serde(with = "super")]
        none: Option<PathBuf>,
        #[serde(with = "super")]
        some: Option<PathBuf>,
        #[serde(with = "super")]
        many: Vec<PathBuf>,
    }

    fn all(one: PathBuf) -> All {
        let many = vec![one.clone(), "b".into()];
        All { some: Some(one.clone()), one, none: None, many }
    }

    #[test]
    fn text_stays_text() {
        let json = serde_json::to_string(&all("hồ sơ/a".into())).unwrap();
        let expected = r#"{"one":"hồ sơ/a","none":null,"some":"hồ sơ/a","many":["hồ sơ/a","b"]}"#;
        assert_eq!(json, expected);
        assert_eq!(serde_json::from_str::<All>(&json).unwrap(), all("hồ sơ/a".into()));
    }

    #[test]
    #[cfg(unix)]
    fn a_path_that_is_no_text_comes_back_as_it_was() {
        use std::os::unix::ffi::OsStringExt;
        let odd = PathBuf::from(OsString::from_vec(b"h\xe0/a".to_vec()));
        let json = serde_json::to_string(&all(odd.clone())).unwrap();
        assert!(json.starts_with(r#"{"one":[104,224,47,97]"#), "{json}");
        assert_eq!(serde_json::from_str::<All>(&json).unwrap(), all(odd));
        let no_bytes = r#"{"one":[300],"none":null,"some":null,"many":[]}"#;
        assert!(serde_json::from_str::<All>(no_bytes).is_err());
    }
}
