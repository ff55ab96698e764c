//! Pictures of a body: each becomes a file beside the paper.

use crate::word::doc_word::AnhTho;

/// A picture with the name of its file.
#[derive(Debug, Clone, PartialEq)]
pub struct AnhNhan {
    pub ten: String,
    pub bytes: Vec<u8>,
    rong_mm: Option<u32>,
}

impl AnhNhan {
    /// None of a format that no paper can have.
    pub fn moi(tho: AnhTho, truoc: usize) -> Option<Self> {
        let ending = match tho.bytes.as_slice() {
            [0x89, b'P', b'N', b'G', ..] => "png",
            [0xff, 0xd8, 0xff, ..] => "jpg",
            _ => return None,
        };
        let ten = format!("hinh-{}.{ending}", truoc.saturating_add(1));
        Some(Self { ten, bytes: tho.bytes, rong_mm: tho.rong_mm })
    }

    /// As a body names it.
    pub fn md(&self) -> String {
        match self.rong_mm {
            Some(mm) => format!("![Hình]({}){{rộng {mm}mm}}", self.ten),
            None => format!("![Hình]({})", self.ten),
        }
    }
}
