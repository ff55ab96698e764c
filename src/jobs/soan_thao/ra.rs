//! Ra: a paper as files to keep, to print, to hand round for comments: the bytes that the command line writes.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::tep;
use crate::compose::compile::Compiler;
use crate::diagnostic::Diagnostic;
use crate::jobs::load::{self, HoSo, Loaded};
use crate::jobs::make::{Format, Order, Sound, Wanted};
use crate::reading::source::{self, HoSoNguon, TepNguon, ten_goc};
use crate::reading::yaml::va::{Buoc, Cay, cay_cua, va};
use crate::records::chuyen_phat::Tep;
use crate::records::chuyen_phat::goi::zip;
use crate::rules::check::check;

/// What is wanted of a paper.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct MuonRa {
    /// One of the papers that the file makes; the first if it isn't said.
    pub van_ban: Option<String>,
    /// The paper says of itself that it is a draft: `có`, `lần 2`. Its file stays as it is.
    pub du_thao: Option<String>,
    /// Signature fields in the PDF, signature lines in the Word file.
    pub o_ky: bool,
}

/// Makes files of the papers of one folder.
pub struct Ra<'a> {
    pub thu_muc: &'a Path,
    pub loaded: &'a Loaded,
    pub compiler: &'a dyn Compiler,
}

/// A file by its name.
pub type TepRa = (String, Vec<u8>);

impl Ra<'_> {
    /// One paper in one format.
    pub fn mot(&self, ten: &str, dang: Format, muon: &MuonRa) -> Result<TepRa, Vec<Diagnostic>> {
        let (ho_so, shown) = self.doc(ten, muon.du_thao.as_deref())?;
        let wanted = Wanted {
            formats: vec![dang],
            only: muon.van_ban.iter().cloned().collect(),
            signature_fields: muon.o_ky,
            ..Wanted::default()
        };
        let order = Order::of(&wanted, &self.loaded.fonts, self.compiler);
        let all = order.pick(&ho_so);
        let own = all.iter().find(|sound| cua_tep(&ho_so, sound, &shown));
        let sound = own.ok_or_else(|| loi_cua(&ho_so))?;
        let ending = if dang == Format::Pdf { "pdf" } else { "docx" };
        let files = order.files(sound, Path::new(""))?.tep;
        // Beside a PDF with signature fields stands a list of their places, which nobody asked for here.
        let file =
            files.into_iter().find(|file| file.path.extension().is_some_and(|own| own == ending));
        let bytes = file.map(|file| file.bytes).unwrap_or_default();
        let goc = match &muon.van_ban {
            Some(_) => sound.ten,
            None => ten_goc(ten),
        };
        let draft = if muon.du_thao.is_some() { "-du-thao" } else { "" };
        Ok((format!("{goc}{draft}.{ending}"), bytes))
    }

    /// Both formats of every paper that a file makes, in one ZIP: all papers of a trip at once.
    pub fn ca_bo(&self, ten: &str) -> Result<TepRa, Vec<Diagnostic>> {
        let (ho_so, shown) = self.doc(ten, None)?;
        let wanted = Wanted::default();
        let order = Order::of(&wanted, &self.loaded.fonts, self.compiler);
        let all = order.pick(&ho_so);
        // Some of a trip's papers are not all of them.
        if thieu(&ho_so, &shown, &all) {
            return Err(loi_cua(&ho_so));
        }
        let mut tep = Vec::new();
        for sound in all.iter().filter(|sound| cua_tep(&ho_so, sound, &shown)) {
            let files = order.files(sound, Path::new(""))?.tep;
            tep.extend(files.into_iter().map(|f| Tep::new(f.path.display().to_string(), f.bytes)));
        }
        let bytes = zip(&tep).map_err(|why| {
            let message = format!("lỗi của chương trình khi gói tệp: {why}");
            vec![Diagnostic::error("internal", message)]
        })?;
        Ok((format!("{}.zip", ten_goc(ten)), bytes))
    }

    /// The file with what it leans on, and its name as findings have it.
    fn doc(&self, ten: &str, du_thao: Option<&str>) -> Result<(HoSo, String), Vec<Diagnostic>> {
        let one = |found| vec![found];
        let path = tep(self.thu_muc, ten).map_err(one)?;
        let shown = path.display().to_string();
        let Some(du_thao) = du_thao else {
            return Ok((load::ho_so(&path, &self.loaded.fonts, &self.loaded.mau)?, shown));
        };
        let mut nguon = source::read_ho_so(&path)?;
        load::them_mau(&mut nguon, &path, &self.loaded.mau);
        for own in nguon.tep.iter_mut().filter(|own| own.ten == shown) {
            *own = voi_du_thao(own, du_thao)?;
        }
        let ket_qua = check(&nguon, &|c| self.loaded.fonts.has(c));
        let HoSoNguon { ten, mut tep, md, mau, .. } = nguon;
        tep.extend(md);
        let thu_muc = self.thu_muc.to_owned();
        let ho_so = HoSo { ten, duong_dan: path, thu_muc, ket_qua, byte: 0, mau, tep };
        Ok((ho_so, shown))
    }
}

fn cua_tep(ho_so: &HoSo, sound: &Sound<'_>, shown: &str) -> bool {
    ho_so.ket_qua.van_ban.iter().any(|t| t.ten == sound.ten && t.tep == shown)
}

/// Whether the file makes no paper, or one that is not sound.
fn thieu(ho_so: &HoSo, shown: &str, sound: &[Sound<'_>]) -> bool {
    let mut own = ho_so.ket_qua.van_ban.iter().filter(|t| t.tep == shown).peekable();
    own.peek().is_none() || own.any(|t| !sound.iter().any(|sound| sound.ten == t.ten))
}

fn loi_cua(ho_so: &HoSo) -> Vec<Diagnostic> {
    ho_so.ket_qua.diagnostics.iter().filter(|d| d.is_error()).cloned().collect()
}

/// The file with its papers as drafts: a trip's file says it of each of its papers.
fn voi_du_thao(own: &TepNguon, du_thao: &str) -> Result<TepNguon, Vec<Diagnostic>> {
    let refused = || {
        vec![
            Diagnostic::error("edit-refused", "không ghi được chữ DỰ THẢO vào văn bản này")
                .hint("sửa các chỗ đang báo ở trang soạn rồi làm lại"),
        ]
    };
    let mut tep = own.clone();
    for duong in cho_du_thao(&cay_cua(own).unwrap_or_default()) {
        let text = va(&tep, &duong, &Cay::Chu(du_thao.to_owned())).ok_or_else(refused)?;
        tep = TepNguon::decode(&own.ten, text.as_bytes())?;
    }
    Ok(tep)
}

/// Where a file says that what it makes is a draft.
fn cho_du_thao(cay: &Cay) -> Vec<Vec<Buoc>> {
    let khoa = |text: &str| Buoc::Khoa(text.to_owned());
    if *cay.tai(&[khoa("loai")]) != Cay::Chu("dot".to_owned()) {
        return vec![vec![khoa("du_thao")]];
    }
    let Cay::Nhom(all) = cay else { return Vec::new() };
    // The plan that a trip is of is another paper.
    let paper = |(own, value): &&(String, Cay)| {
        own != "ke_hoach"
            && matches!(value, Cay::Nhom(all) if all.iter().any(|(own, _)| own == "ngay_ban_hanh"))
    };
    all.iter().filter(paper).map(|(own, _)| vec![khoa(own), khoa("du_thao")]).collect()
}
