//! What goes over the pipe, a line each: first what is open, then tasks one way, answers the other.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::jobs::import::{ImportRequest, XemNhap};
use crate::jobs::issue::{IssueRequest, SapPhatHanh};
use crate::jobs::load::Shared;
use crate::jobs::make::Format;
use crate::jobs::merge::{MergeRequest, XemDong, XemTron};
use crate::jobs::register::PrintRequest;
use crate::jobs::send::{DanhSachGui, SendRequest};
use crate::jobs::soan_thao::nhat_ky::ThayDoi;
use crate::jobs::soan_thao::ra::MuonRa;
use crate::jobs::soan_thao::tep_den::MuonDen;
use crate::jobs::soan_thao::xem::{Loi, TrangBiet};
use crate::jobs::take_back::{TakeBackRequest, XemLai};
use crate::jobs::{self, Outcome, duong_dan};

/// What is open.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BatDau {
    /// The folder of the papers.
    #[serde(with = "duong_dan")]
    pub thu_muc: PathBuf,
    pub shared: Shared,
    /// The list of registers that were written into on this machine.
    #[serde(with = "duong_dan")]
    pub registers: Option<PathBuf>,
}

/// A task.
#[derive(Debug, Serialize, Deserialize)]
pub enum Viec {
    Xem(MuonXem),
    /// The picture of a kind.
    Anh(String),
    Job(Box<jobs::Request>),
    /// A file to keep or to print.
    Tep(MuonTep),
    /// The papers that a file makes.
    CacVanBan(String),
    /// What issuing would come to.
    SapPhatHanh(Box<IssueRequest>),
    /// Who would get a paper.
    AiNhan(Box<SendRequest>),
    /// What a Word file would become.
    XemNhap(Box<ImportRequest>),
    /// What would come of taking an edited Word file back.
    XemLai(Box<TakeBackRequest>),
    /// What a list would make of a paper.
    XemTron(Box<MergeRequest>),
    /// A row of it as it will be, by its place among those that are merged.
    XemDong(Box<MergeRequest>, usize),
    /// The task in hand is to stop when it can: heard while it is done, and answered by nothing.
    Dung,
}

impl Viec {
    /// Whether a line is [`Viec::Dung`].
    pub fn la_dung(line: &str) -> bool {
        line.trim() == "\"Dung\""
    }
}

/// A paper's faults and pages, as someone wants to see them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MuonXem {
    /// The name of its file in the folder.
    pub tep: String,
    /// The digests of the pages that whoever asks has.
    #[serde(default)]
    pub co: Vec<String>,
    /// A change that is on its way to the file.
    #[serde(default)]
    pub thay: Option<ThayDoi>,
}

impl MuonXem {
    /// As it stands on the disk.
    pub fn tren_dia(tep: &str) -> Self {
        Self { tep: tep.to_owned(), co: Vec::new(), thay: None }
    }
}

/// A file that someone wants to have.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum MuonTep {
    /// One paper of a file.
    Mot { ten: String, dang: Format, muon: MuonRa },
    /// All papers of a file, in one ZIP.
    CaBo(String),
    /// A year's book in the format with that ending.
    SoNam { request: PrintRequest, dang: String },
    /// Something of the incoming book.
    Den(MuonDen),
}

/// A part of an answer.
#[derive(Debug, Serialize, Deserialize)]
pub enum Tra {
    SanSang,
    /// A piece of a picture; a line has a greatest length, a picture with photographs has none.
    Manh(String),
    /// The pieces before are the page with this digest.
    Trang(String),
    /// This is the last part.
    Xem(XemBiet),
    /// The pieces before are the picture, if there is one; this is the last part.
    Anh(bool),
    Job(Box<Outcome>),
    /// The pieces before are the bytes of the file with this name, in base64; or why there is none. This is the last
    /// part.
    Tep(Result<String, Vec<Diagnostic>>),
    CacVanBan(Result<Vec<(String, String)>, Vec<Diagnostic>>),
    SapPhatHanh(Option<Box<SapPhatHanh>>, Vec<Diagnostic>),
    AiNhan(Option<DanhSachGui>, Vec<Diagnostic>),
    /// The pages came before, one by one.
    XemNhap(Option<Box<XemNhap>>, Vec<Diagnostic>),
    XemLai(Option<Box<XemLai>>, Vec<Diagnostic>),
    XemTron(Option<Box<XemTron>>, Vec<Diagnostic>),
    XemDong(Option<Box<XemDong>>, Vec<Diagnostic>),
    /// So many documents of so many are done; more of the answer comes.
    Tien(usize, usize),
    /// The task could not be done as a whole; this is the last part.
    Hong(Box<Diagnostic>),
}

/// A paper as it is now, without its pictures.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct XemBiet {
    pub loi: Vec<Loi>,
    /// What is known of all its pages; none while a fault stops it.
    pub trang: Option<Vec<TrangBiet>>,
    /// Amounts, by the paths of the fields that they were computed of.
    pub tinh: Vec<(String, String)>,
    /// Whether the change that was on its way is in it.
    pub da_thay: bool,
}

/// Bytes of a piece.
pub const MANH: usize = 256 * 1024;

/// A text in pieces.
pub fn cac_manh(text: &str) -> impl Iterator<Item = &str> {
    let mut con = text;
    std::iter::from_fn(move || {
        let (manh, sau) = con.split_at(con.floor_char_boundary(MANH));
        con = sau;
        (!manh.is_empty()).then_some(manh)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_text() {
        let text = "ế".repeat(MANH);
        let all: Vec<&str> = cac_manh(&text).collect();
        assert!(all.len() > 1 && all.iter().all(|manh| manh.len() <= MANH));
        assert_eq!(all.concat(), text);
        assert_eq!(cac_manh("").count(), 0);
    }
}
