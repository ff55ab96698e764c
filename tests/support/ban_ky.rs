//! Updates to a PDF, written by hand, in the shapes of signing tools and of forgers, each with a signature whose digest is right.

use std::collections::BTreeMap;

use sha2::{Digest as _, Sha256};

/// An issued file with fields, and what is where in it.
pub struct Goc {
    pub bytes: Vec<u8>,
    pub tra: usize,
    pub size: u32,
    pub root: u32,
    pub info: u32,
    pub trang: Vec<u32>,
    pub o_ky: Vec<u32>,
    pub form: u32,
    noi: BTreeMap<u32, usize>,
}

impl Goc {
    /// Any PDF of the program's.
    pub fn doc(bytes: Vec<u8>) -> Self {
        let text = String::from_utf8_lossy(&bytes[bytes.len() - 300..]).into_owned();
        let sau = |tu: &str| {
            let so = text.split(tu).nth(1).unwrap().trim_start();
            so.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse::<usize>().unwrap()
        };
        let tra = sau("startxref");
        let pdf = lopdf::Document::load_mem(&bytes).unwrap();
        let noi = pdf.objects.keys().map(|id| {
            let dau = format!("\n{} 0 obj", id.0);
            (id.0, tim(&bytes, dau.as_bytes()).unwrap() + 1)
        });
        let form =
            pdf.catalog().unwrap().get(b"AcroForm").map_or(0, |f| f.as_reference().unwrap().0);
        let fields = pdf.get_dictionary((form, 0)).and_then(|f| f.get(b"Fields")?.as_array());
        let fields = fields.cloned().unwrap_or_default();
        Self {
            tra,
            size: u32::try_from(sau("/Size")).unwrap(),
            root: u32::try_from(sau("/Root")).unwrap(),
            info: u32::try_from(sau("/Info")).unwrap(),
            trang: pdf.get_pages().into_values().map(|id| id.0).collect(),
            o_ky: fields.iter().map(|f| f.as_reference().unwrap().0).collect(),
            form,
            noi: noi.collect(),
            bytes,
        }
    }

    /// What stands between `obj` and `endobj`.
    pub fn ruot(&self, so: u32) -> String {
        let con = &self.bytes[self.noi[&so]..];
        let dau = tim(con, b"obj").unwrap() + 3;
        String::from_utf8_lossy(&con[dau..tim(con, b"endobj").unwrap()]).trim().to_owned()
    }

    /// The same byte for byte, if there is such an object.
    pub fn ruot_byte(&self, so: u32) -> Option<Vec<u8>> {
        let con = &self.bytes[*self.noi.get(&so)?..];
        let (dau, het) = (tim(con, b"obj")? + 3, tim(con, b"endobj")?);
        Some(con[dau..het].trim_ascii().to_vec())
    }

    /// A number in the file's own objects: `/Pages 1 0 R`.
    pub fn tro(&self, so: u32, khoa: &str) -> u32 {
        let ruot = self.ruot(so);
        let sau = ruot.split(khoa).nth(1).unwrap_or_else(|| panic!("{khoa}: {ruot}")).trim_start();
        sau.split(' ').next().unwrap().parse().unwrap()
    }
}

/// A PDF of two pages and a field, as small as can be.
pub fn nho() -> Goc {
    let nd = |chu: &str| format!("<</Length {}>>stream\n{chu}\nendstream", chu.len());
    let trang = |nd: u32, them: &str| {
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<<>>/Contents {nd} 0 R{them}>>"
        )
    };
    let ruot = [
        "<</Type/Catalog/Pages 2 0 R/AcroForm 8 0 R/Metadata 10 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>".to_owned(),
        trang(5, "/Annots[7 0 R]"),
        trang(6, ""),
        nd("0 0 1 rg 10 10 80 80 re f"),
        nd("1 0 0 rg 50 50 80 80 re f"),
        "<</Type/Annot/Subtype/Widget/FT/Sig/T(nguoi_ky)/F 4/Rect[200 200 200 200]/P 3 0 R/AP<</N 11 0 R>>>>".to_owned(),
        "<</Fields[7 0 R]/SigFlags 1>>".to_owned(),
        "<</Title(A)/ModDate(D:20260101000000Z)>>".to_owned(),
        "<</Type/Metadata/Subtype/XML/Length 111>>stream\n<r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><r:Description r:about=\"\"></r:Description></r:RDF>\nendstream".to_owned(),
        "<</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Length 0>>stream\n\nendstream".to_owned(),
    ];
    let mut out = "%PDF-1.7\n".to_owned();
    let mut bang = "xref\n0 12\n0000000000 65535 f \n".to_owned();
    for (so, ruot) in (1..).zip(&ruot) {
        bang += &format!("{:010} 00000 n \n", out.len());
        out += &format!("{so} 0 obj\n{ruot}\nendobj\n");
    }
    let tra = out.len();
    out += &format!("{bang}trailer\n<</Size 12/Root 1 0 R/Info 9 0 R>>\nstartxref\n{tra}\n%%EOF\n");
    Goc::doc(out.into_bytes())
}

pub fn tim(bytes: &[u8], gi: &[u8]) -> Option<usize> {
    bytes.windows(gi.len()).position(|w| w == gi)
}

/// An update while it is being made up.
#[derive(Clone)]
pub struct CapNhat {
    pub truoc: Vec<u8>,
    pub prev: usize,
    pub size: u32,
    pub root: u32,
    pub info: u32,
    pub doi: Vec<(u32, Vec<u8>)>,
    /// Lines of the table that are not true.
    pub dong_la: Vec<(u32, String)>,
    pub them_duoi: String,
    pub truoc_tra: Vec<u8>,
    pub sau: Vec<u8>,
    /// As a stream, with these objects packed.
    pub luong: bool,
    pub goi: Vec<u32>,
    pub cms: fn(&[u8]) -> Vec<u8>,
    pub bo_qua: usize,
}

pub const CHU_KY: &str = "<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached/ByteRange[0 1111111111 2222222222 3333333333]/M(D:20260102081500+07'00')/Contents<";
const CHO: usize = 1200;

/// Room for a container, between its marks.
pub fn cho() -> String {
    format!("<{}>", "0".repeat(CHO))
}

impl CapNhat {
    pub fn moi(goc: &Goc) -> Self {
        Self {
            truoc: goc.bytes.clone(),
            prev: goc.tra,
            size: goc.size,
            root: goc.root,
            info: goc.info,
            doi: Vec::new(),
            dong_la: Vec::new(),
            them_duoi: String::new(),
            truoc_tra: Vec::new(),
            sau: b"\n".to_vec(),
            luong: false,
            goi: Vec::new(),
            cms,
            bo_qua: 0,
        }
    }

    /// One more update after this one.
    pub fn tiep(self, goc: &Goc) -> Self {
        let size = self.so_moi();
        let truoc = self.ghi();
        let text = String::from_utf8_lossy(&truoc[truoc.len() - 60..]).into_owned();
        // Where what was put into the update has hidden its own, there is no table before.
        let prev = text.rsplit("startxref").next().unwrap_or_default().split_whitespace().next();
        let prev = prev.and_then(|prev| prev.parse().ok()).unwrap_or(0);
        Self { prev, truoc, size: size + 1, ..Self::moi(goc) }
    }

    pub fn so_moi(&self) -> u32 {
        let cao = self.doi.iter().map(|(so, _)| *so + 1).max().unwrap_or(0);
        cao.max(self.size)
    }

    /// A new object.
    pub fn them(&mut self, ruot: impl AsRef<[u8]>) -> u32 {
        let so = self.so_moi();
        self.doi.push((so, ruot.as_ref().to_vec()));
        so
    }

    pub fn thay(&mut self, so: u32, ruot: impl AsRef<[u8]>) {
        self.doi.retain(|(co, _)| *co != so);
        self.doi.push((so, ruot.as_ref().to_vec()));
    }

    /// Signs the issued file's field `thu` with this picture.
    pub fn ky(goc: &Goc, thu: usize) -> Self {
        let mut moi = Self::moi(goc);
        moi.ky_o(goc, thu);
        moi
    }

    pub fn ky_o(&mut self, goc: &Goc, thu: usize) {
        let gia_tri = self.them(format!("{CHU_KY}{}>>>", "0".repeat(CHO)));
        let hinh = self.them(luong(
            "/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Resources<<>>",
            b"1 0 0 rg 10 10 50 50 re f",
        ));
        let o = goc.ruot(goc.o_ky[thu]);
        let dau = o.split("/AP").next().unwrap();
        let sau = o.split("/AP").nth(1).unwrap().split_once(">>").unwrap().1;
        self.thay(goc.o_ky[thu], format!("{dau}/AP<</N {hinh} 0 R>>/V {gia_tri} 0 R{sau}"));
    }

    /// Brings a signed field of its own to page `trang`; `hinh` is its rectangle.
    pub fn ky_moi(goc: &Goc, trang: usize, rect: &str, them: &str) -> Self {
        let mut moi = Self::moi(goc);
        let gia_tri = moi.them(format!("{CHU_KY}{}>>>", "0".repeat(CHO)));
        let p = goc.trang[trang];
        let o = moi.them(format!(
            "<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature1)/F 132/Rect[{rect}]/P {p} 0 R/V {gia_tri} 0 R{them}>>"
        ));
        moi.thay(p, co_annots(&goc.ruot(p), &format!("{o} 0 R")));
        if goc.form == 0 {
            let form = format!("<</AcroForm<</Fields[{o} 0 R]/SigFlags 3>>");
            moi.thay(goc.root, goc.ruot(goc.root).replacen("<<", &form, 1));
            return moi;
        }
        let form = goc.ruot(goc.form).replace("/SigFlags 1", "/SigFlags 3");
        moi.thay(goc.form, form.replace("/Fields[", &format!("/Fields[{o} 0 R ")));
        moi
    }

    /// The file with this update.
    pub fn ghi(self) -> Vec<u8> {
        let (cms, bo_qua) = (self.cms, self.bo_qua);
        let mut out = self.tho();
        dien(&mut out, cms, bo_qua);
        out
    }

    /// Signs what [`Self::tho`] made.
    pub fn dien(&self, mut tho: Vec<u8>) -> Vec<u8> {
        dien(&mut tho, self.cms, self.bo_qua);
        tho
    }

    /// The file before it is signed: range and container are still to be put in.
    pub fn tho(mut self) -> Vec<u8> {
        let mut out = std::mem::take(&mut self.truoc);
        if !out.ends_with(b"\n") {
            out.push(b'\n');
        }
        let mut noi = BTreeMap::new();
        let so_goi = self.so_moi();
        if !self.goi.is_empty() {
            let trong: Vec<_> = self.doi.extract_if(.., |(so, _)| self.goi.contains(so)).collect();
            self.goi = trong.iter().map(|(so, _)| *so).collect();
            self.doi.push((so_goi, goi(&trong)));
        }
        for (so, ruot) in &self.doi {
            noi.insert(*so, out.len());
            out.extend(format!("{so} 0 obj\n").bytes());
            out.extend(ruot);
            out.extend(b"\nendobj\n");
        }
        out.extend(&self.truoc_tra);
        let tra = out.len();
        let size = self.size.max(self.so_moi()) + u32::from(self.luong);
        let duoi = format!(
            "/Size {size}/Root {} 0 R/Info {} 0 R/Prev {}{}",
            self.root, self.info, self.prev, self.them_duoi
        );
        match self.luong {
            false => out.extend(self.bang(&noi, &duoi).bytes()),
            true => out.extend(self.bang_luong(&noi, &duoi, size - 1, so_goi)),
        }
        out.extend(format!("startxref\n{tra}\n%%EOF").bytes());
        out.extend(&self.sau);
        out
    }

    fn bang(&self, noi: &BTreeMap<u32, usize>, duoi: &str) -> String {
        let mut bang = "xref\n0 1\n0000000000 65535 f \n".to_owned();
        for (so, o) in noi {
            bang += &format!("{so} 1\n{o:010} 00000 n \n");
        }
        for (so, dong) in &self.dong_la {
            bang += &format!("{so} 1\n{dong}\n");
        }
        bang + &format!("trailer\n<<{duoi}>>\n")
    }

    fn bang_luong(&self, noi: &BTreeMap<u32, usize>, duoi: &str, so: u32, goi: u32) -> Vec<u8> {
        let (mut index, mut hang) = (String::new(), Vec::new());
        let mut mot = |so: u32, loai: u8, o: u32, ba: u16| {
            index += &format!("{so} 1 ");
            hang.push(loai);
            hang.extend(o.to_be_bytes());
            hang.extend(ba.to_be_bytes());
        };
        for (so, o) in noi {
            mot(*so, 1, u32::try_from(*o).unwrap(), 0);
        }
        for (thu, so) in self.goi.iter().enumerate() {
            mot(*so, 2, goi, u16::try_from(thu).unwrap());
        }
        let dict = format!("/Type/XRef/W[1 4 2]/Index[{index}]{duoi}");
        let mut out = format!("{so} 0 obj\n").into_bytes();
        out.extend(luong(&dict, &hang));
        out.extend(b"\nendobj\n");
        out
    }
}

/// Puts range and container into the last placeholder.
fn dien(out: &mut [u8], cms: fn(&[u8]) -> Vec<u8>, bo_qua: usize) {
    let Some(range) = tim(out, b"0 1111111111") else { return };
    let Some(tu) = tim(&out[range..], b"/Contents<").map(|o| range + o + 9) else { return };
    let Some(den) = tim(&out[tu..], b">").map(|o| tu + o + 1) else { return };
    let dai = out.len().saturating_sub(den + bo_qua);
    let so = format!("0 {tu:<10} {den:<10} {dai:<10}");
    if range + so.len() > tu {
        return;
    }
    out[range..range + so.len()].copy_from_slice(so.as_bytes());
    let ky: Vec<u8> = [&out[..tu], &out[den..den + dai]].concat();
    for (cho, byte) in
        out[tu + 1..(den - 1).max(tu + 1)].chunks_exact_mut(2).zip(cms(&Sha256::digest(&ky)))
    {
        cho.copy_from_slice(format!("{byte:02X}").as_bytes());
    }
}

pub fn luong(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{dict}/Length {}>>\nstream\n", data.len()).into_bytes();
    out.extend(data);
    out.extend(b"\nendstream");
    out
}

fn goi(trong: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let (mut dau, mut than) = (String::new(), Vec::new());
    for (so, ruot) in trong {
        dau += &format!("{so} {} ", than.len());
        than.extend(ruot);
        than.push(b' ');
    }
    let dict = format!("/Type/ObjStm/N {}/First {}", trong.len(), dau.len());
    luong(&dict, &[dau.into_bytes(), than].concat())
}

/// The page with one more mark.
pub fn co_annots(trang: &str, them: &str) -> String {
    match trang.split_once("/Annots[") {
        Some((dau, sau)) => format!("{dau}/Annots[{}", sau.replacen(']', &format!(" {them}]"), 1)),
        None => trang.replacen("<<", &format!("<</Annots[{them}]"), 1),
    }
}

fn der(nhan: u8, than: &[u8]) -> Vec<u8> {
    let dai = u16::try_from(than.len()).unwrap();
    let mut out = vec![nhan];
    match dai {
        0..128 => out.push(dai as u8),
        _ => out.extend([0x82, (dai >> 8) as u8, dai as u8]),
    }
    out.extend(than);
    out
}

/// A container that states this digest; nobody's certificate.
pub fn cms(bam: &[u8]) -> Vec<u8> {
    let oid = |ma: &[u8]| der(6, ma);
    let day = |phan: &[Vec<u8>]| der(0x30, &phan.concat());
    let pkcs = |duoi: &[u8]| oid(&[&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1], duoi].concat());
    let sha = day(&[oid(&[0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1])]);
    let thuoc_tinh = day(&[pkcs(&[9, 4]), der(0x31, &der(4, bam))]);
    let nguoi = day(&[
        der(2, &[1]),
        day(&[day(&[]), der(2, &[7])]),
        sha.clone(),
        der(0xa0, &thuoc_tinh),
        day(&[pkcs(&[1, 1, 1])]),
        der(4, &[9; 64]),
    ]);
    let signed = day(&[der(2, &[1]), der(0x31, &sha), day(&[pkcs(&[7, 1])]), der(0x31, &nguoi)]);
    day(&[pkcs(&[7, 2]), der(0xa0, &signed)])
}
