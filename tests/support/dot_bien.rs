//! Changes to really signed files, as a forger would try them: the last update is taken apart into its objects, something in
//! it is made otherwise, and the whole is put together and signed again, so that only what it says can give it away.
//! Then there are forgeries after the last signature, in the table of references, and in the issued bytes.

use std::collections::BTreeMap;

use super::ban_ky::{CapNhat, Goc, cms, luong, tim};

/// Numbers that are the same in each run.
pub struct Ngau(pub u64);

impl Ngau {
    pub fn so(&mut self, nho_hon: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % nho_hon.max(1)
    }

    pub fn mot<'a, T: ?Sized>(&mut self, cac: &[&'a T]) -> &'a T {
        cac[self.so(cac.len())]
    }
}

/// A signed file: what stands before its last update, and that update's objects.
pub struct DaKy {
    pub bytes: Vec<u8>,
    truoc: Vec<u8>,
    prev: usize,
    doi: Vec<(u32, Vec<u8>)>,
    size: u32,
}

fn so_sau(text: &[u8], tu: &str) -> usize {
    let o = tim(text, tu.as_bytes()).unwrap() + tu.len();
    let text = String::from_utf8_lossy(&text[o..(o + 20).min(text.len())]).into_owned();
    text.trim_start().split(|c: char| !c.is_ascii_digit()).next().unwrap().parse().unwrap()
}

impl DaKy {
    pub fn doc(goc: &Goc, bytes: Vec<u8>) -> Self {
        let tra = so_sau(&bytes[bytes.len() - 60..], "startxref");
        let bang = &bytes[tra..];
        let prev = so_sau(bang, "/Prev");
        let size = u32::try_from(so_sau(bang, "/Size")).unwrap();
        let dau = (tim(&bytes[prev..], b"%%EOF").unwrap() + prev + 5).max(goc.bytes.len());
        let text = String::from_utf8_lossy(&bang[..tim(bang, b"trailer").unwrap()]).into_owned();
        let mut noi = Vec::new();
        for dong in text.lines().filter(|l| l.trim_end().ends_with(" n")) {
            let o: usize = dong[..10].parse().unwrap();
            noi.extend((o >= dau).then_some(o));
        }
        noi.sort_unstable();
        let het = noi.iter().skip(1).copied().chain([tra]);
        let doi = noi.iter().zip(het).map(|(o, het)| vat(&bytes[*o..het])).collect();
        Self { truoc: bytes[..dau].to_vec(), prev, doi, size, bytes }
    }

    /// The last update, ready to be changed: a signature's range and container are open again.
    fn mo(&self, goc: &Goc) -> CapNhat {
        let mut moi = CapNhat::moi(goc);
        (moi.truoc, moi.prev, moi.size) = (self.truoc.clone(), self.prev, self.size);
        moi.doi = self.doi.iter().map(|(so, ruot)| (*so, mo_ky(ruot))).collect();
        moi
    }
}

fn vat(bytes: &[u8]) -> (u32, Vec<u8>) {
    let dau = tim(bytes, b" 0 obj").unwrap();
    let so = String::from_utf8_lossy(&bytes[..dau]).trim().parse().unwrap();
    let het = bytes.windows(6).rposition(|w| w == b"endobj").unwrap();
    (so, bytes[dau + 6..het].trim_ascii().to_vec())
}

/// The value of a signature with its places open.
fn mo_ky(ruot: &[u8]) -> Vec<u8> {
    let (Some(range), Some(cho)) = (tim(ruot, b"/ByteRange"), tim(ruot, b"/Contents <")) else {
        return ruot.to_vec();
    };
    let het = tim(&ruot[range..], b"]").unwrap() + range + 1;
    let dong = tim(&ruot[cho..], b">").unwrap() + cho + 1;
    let con = String::from_utf8_lossy(&[&ruot[..range.min(cho)], &ruot[het.max(dong)..]].concat())
        .replace("/ETSI.RFC3161", "/adbe.pkcs7.detached")
        .replace("/DocTimeStamp", "/Sig");
    let ky =
        format!("<</ByteRange[0 1111111111 2222222222 3333333333]/Contents<{}>", "0".repeat(1200));
    con.replacen("<<", &ky, 1).into_bytes()
}

/// Entries that show or do something, and such as tools write.
const MUC: &[&str] = &[
    "/AA<</O<</S/JavaScript/JS(x)>>>>",
    "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>",
    "/OpenAction[@T /XYZ 0 0 4]",
    "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>",
    "/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a)/EF<</F @V>>>>]>>>>",
    "/OCProperties<</OCGs[@V]/D<</OFF[@V]>>>>",
    "/OC<</Type/OCMD/P/AllOff>>",
    "/Collection<</View/T>>",
    "/PageLabels<</Nums[0<</S/r>>]>>",
    "/PageMode/UseAttachments",
    "/ViewerPreferences<</HideToolbar true>>",
    "/Rotate 90",
    "/Rotate 180",
    "/CropBox[0 400 595 842]",
    "/MediaBox[0 0 300 400]",
    "/UserUnit 3",
    "/Contents @V",
    "/Contents[@C @V]",
    "/Resources<<>>",
    "/Resources<</Font<</f0<</Type/Font/Subtype/Type1/BaseFont/Symbol>>>>>>",
    "/Group<</S/Transparency/K true>>",
    "/Annots[@V]",
    "/Annots[]",
    "/Kids[@T @T]",
    "/Kids[]",
    "/Count 0",
    "/Type/Pages",
    "/Parent @V",
    "/AF[@V]",
    "/Metadata @V",
    "/StructTreeRoot @V",
    "/Lang(en)",
    "/XFA(x)",
    "/NeedAppearances true",
    "/DR<</Font<</Helv<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
    "/DA(/Helv 20 Tf 1 0 0 rg)",
    "/Q 2",
    "/CO[@V]",
    "/Perms<</UR3 @V>>",
    "/Legal<</JavaScriptActions 1>>",
    "/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 8>>>>",
    "/Version/2.0",
    "/Version/1.0",
    "/DSS<</Certs[@V]>>",
    "/MK<</R 180/BG[1 0 0]/BC[0 0 0]/CA(DA THU HOI)>>",
    "/BS<</W 40/S/S>>",
    "/Border[0 0 40]",
    "/C[1 0 0]",
    "/F 4",
    "/F 0",
    "/F 132",
    "/F 12",
    "/F 36",
    "/FT/Tx",
    "/FT/Btn",
    "/Ff 65536",
    "/Subtype/FreeText",
    "/Subtype/Stamp",
    "/Subtype/Square",
    "/H/I",
    "/AS/On",
    "/AP<</N @V>>",
    "/AP<</N @V/D @V/R @V>>",
    "/AP<</N<</On @V>>>>",
    "/AP<</N @C>>",
    "/Rect[0 0 595 842]",
    "/Rect[100 300 300 400]",
    "/Rect[300 400 100 300]",
    "/Rect[100.5 300 null 400]",
    "/BBox[-900 -900 900 900]",
    "/BBox[0 0 1 1]",
    "/BBox[0 0 0 0]",
    "/BBox[0 0 0 9]",
    "/Matrix[40 0 0 40 -500 -500]",
    "/Matrix[0 0 0 0 0 0]",
    "/Popup @V",
    "/IRT @V",
    "/Contents(chu)",
    "/RC(<p>chu</p>)",
    "/DV(x)",
    "/V(x)",
    "/V @V",
    "/Kids[<</Subtype/Widget/Rect[0 0 500 500]/AP<</N @V>>>>]",
    "/Kids[@V]",
    "/T(khac)",
    "/Lock<</Action/All>>",
    "/SV<</Ff 1>>",
    "/Length 5",
    "/Length @V",
    "/Filter/FlateDecode",
    "/Filter[/ASCIIHexDecode/FlateDecode]",
    "/Filter/Crypt",
    "/DecodeParms<</Predictor 12/Columns 4>>",
    "/F(a.pdf)",
    "/FFilter/FlateDecode",
    "/Type/ObjStm/N 1/First 4",
    "/Type/XRef/W[1 2 1]/Size 9",
    "/Type/Catalog",
    "/Linearized 1/L 100/H[1 2]/O 3/E 4/N 1/T 5",
    "/Trans<</S/Fade>>",
    "/Thumb @V",
    "/B[@V]",
    "/Dur 1",
    "/Tabs/R",
    "/VP[<<>>]",
    "/PieceInfo<<>>",
    "/SeparationInfo<<>>",
    "/Title(Khac)",
    "/ModDate(D:20300101)",
    "/Producer(X)",
    "/SigFlags 3",
    "/Prop_Build<<>>",
    "/Changes[1 2 3]",
    "/Reference[<</TransformMethod/FieldMDP/Data @T/TransformParams<</Action/All>>>>]",
];

/// Bodies of objects that are new, or stand in place of old ones.
const RUOT: &[&str] = &[
    "<<>>",
    "null",
    "[]",
    "[@V]",
    "[0 0 300 300]",
    "5",
    "(chu)",
    "/Ten",
    "@V",
    "@T",
    "<</Type/Page/Parent @P/MediaBox[0 0 595 842]/Contents @V/Resources<<>>>>",
    "<</Type/Pages/Kids[@T @T]/Count 2>>",
    "<</Type/Pages/Kids[@T]/Count 1/Rotate 90>>",
    "<</Type/Catalog/Pages @P/OpenAction<</S/JavaScript/JS(x)>>>>",
    "<</Type/Annot/Subtype/Stamp/F 4/Rect[50 300 500 700]/AP<</N @V>>>>",
    "<</Type/Annot/Subtype/FreeText/F 4/Rect[50 300 500 700]/DA(/Helv 40 Tf 1 0 0 rg)/Contents(DA THU HOI)>>",
    "<</Type/Annot/Subtype/Square/F 4/Rect[50 300 500 700]/IC[1 1 1]/C[1 0 0]/BS<</W 9>>>>",
    "<</Type/Annot/Subtype/Redact/F 4/Rect[50 300 500 700]/IC[0 0 0]/QuadPoints[50 300 500 300 50 700 500 700]>>",
    "<</Type/Annot/Subtype/Highlight/F 4/Rect[50 300 500 700]/C[1 1 0]/QuadPoints[50 300 500 300 50 700 500 700]>>",
    "<</Type/Annot/Subtype/Widget/FT/Tx/F 4/T(x)/V(DA THU HOI)/DA(/Helv 40 Tf 0 g)/Rect[50 300 500 700]/AP<</N @V>>>>",
    "<</Type/Annot/Subtype/Widget/FT/Sig/F 4/T(y)/Rect[50 300 500 700]/AP<</N @V>>>>",
    "<</Type/Annot/Subtype/Widget/FT/Sig/F 4/T(y)/Rect[100 300 200 400]/P @T/V @K/AP<</N @V>>>>",
    "<</Type/Annot/Subtype/Link/Rect[0 0 500 700]/A<</S/URI/URI(http://x)>>>>",
    "<</Type/Font/Subtype/Type1/BaseFont/Symbol>>",
    "<</S/JavaScript/JS(x)>>",
    "<</Type/Filespec/F(a.exe)/EF<</F @V>>>>",
    "<</Type/OCG/Name(x)>>",
    "<</Type/ExtGState/BM/Multiply/ca 0.1>>",
    "<</Fields[]/SigFlags 3>>",
];

/// Drawings: what would cover a page, in several wrappings.
const HINH: &[&str] = &[
    "0 g 0 0 9 9 re f",
    "1 1 1 rg -900 -900 2000 2000 re f",
    "1 0 0 rg 0 0 600 850 re f",
    "q 50 0 0 50 0 0 cm 0 g 0 0 99 99 re f Q",
    "Q Q Q 0 g 0 0 600 850 re f",
    "BT /F1 40 Tf 10 10 Td (THU HOI) Tj ET",
    "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
    "/x Do",
    "W n 0 g 0 0 600 850 re f",
    "\nendstream\nendobj\n@t 0 obj\n<</Type/Page/MediaBox[0 0 99 99]>>\nendobj\n",
    "@t %x\n0%y\nobj<</Type/Page/MediaBox[0 0 99 99]>>endobj",
    "trailer<</Root @t 0 R>>startxref 0 %%EOF",
];

/// One forgery: what was done, for the message, and the file.
pub fn mot(goc: &Goc, nguon: &DaKy, ngau: &mut Ngau) -> (String, Vec<u8>) {
    match ngau.so(20) {
        0 => byte_goc(goc, nguon, ngau),
        1 | 2 => sau_chu_ky(goc, nguon, ngau),
        3 | 4 => byte_phan_them(goc, nguon, ngau),
        _ => phan_them(goc, nguon, ngau),
    }
}

/// Bytes of the issued file, or of the whole, changed with nothing put right.
fn byte_goc(goc: &Goc, nguon: &DaKy, ngau: &mut Ngau) -> (String, Vec<u8>) {
    let mut bytes = nguon.bytes.clone();
    let tran = if ngau.so(2) == 0 { goc.bytes.len() } else { bytes.len() };
    let o = ngau.so(tran);
    match ngau.so(5) {
        0 => bytes[o] ^= 1 << ngau.so(8),
        1 => drop(bytes.splice(o..o, *b" ")),
        2 => bytes.truncate(o),
        3 => drop(bytes.drain(o..(o + 30).min(tran))),
        _ => bytes[o] = b"<>[]()/ 0123456789"[ngau.so(18)],
    }
    (format!("byte {o}"), bytes)
}

/// The update's raw bytes changed before they are signed.
fn byte_phan_them(goc: &Goc, nguon: &DaKy, ngau: &mut Ngau) -> (String, Vec<u8>) {
    let moi = nguon.mo(goc);
    let (mut tho, tu) = (moi.clone().tho(), nguon.truoc.len());
    let o = tu + ngau.so(tho.len() - tu);
    match ngau.so(4) {
        0 => tho[o] = b"/<>[]() \n0123456789RNobjVAP%"[ngau.so(28)],
        1 => tho[o] = ngau.so(256) as u8,
        2 => drop(tho.splice(o..o, ngau.mot(MUC).bytes())),
        _ => drop(tho.drain(o..(o + ngau.so(30)).min(tho.len()))),
    }
    (format!("byte {o} của phần thêm"), moi.dien(tho))
}

/// One more update after the last signature, which nobody signs, or a line behind the end.
fn sau_chu_ky(goc: &Goc, nguon: &DaKy, ngau: &mut Ngau) -> (String, Vec<u8>) {
    let mut moi = CapNhat::moi(goc);
    moi.truoc.clone_from(&nguon.bytes);
    moi.prev = so_sau(&nguon.bytes[nguon.bytes.len() - 60..], "startxref");
    moi.size = nguon.size.max(nguon.doi.iter().map(|(so, _)| so + 1).max().unwrap_or(0));
    let mut noi = String::from("sau chữ ký");
    for _ in 0..=ngau.so(3) {
        noi += &sua_vat(goc, &mut moi, ngau);
    }
    if ngau.so(3) == 0 {
        noi += &cau_truc(goc, &mut moi, ngau);
    }
    (noi, moi.ghi())
}

/// The last update with something else in it.
fn phan_them(goc: &Goc, nguon: &DaKy, ngau: &mut Ngau) -> (String, Vec<u8>) {
    let mut moi = nguon.mo(goc);
    let mut noi = String::new();
    for _ in 0..=ngau.so(3) {
        noi += &sua_vat(goc, &mut moi, ngau);
    }
    if ngau.so(4) == 0 {
        noi += &cau_truc(goc, &mut moi, ngau);
    }
    (noi, moi.ghi())
}

/// Where references of a text lead: a page, the tree, contents, something new.
fn thay_tro(goc: &Goc, moi: &mut CapNhat, text: &str, ngau: &mut Ngau) -> String {
    let trang = goc.trang[ngau.so(goc.trang.len())];
    let mut text = text
        .replace("@T", &format!("{trang} 0 R"))
        .replace("@P", &format!("{} 0 R", goc.tro(goc.root, "/Pages")))
        .replace("@C", &format!("{} 0 R", goc.tro(trang, "/Contents")));
    if text.contains("@K") {
        let ky =
            moi.doi.iter().find(|(_, r)| tim(r, b"/ByteRange").is_some()).map_or(9, |(so, _)| *so);
        text = text.replace("@K", &format!("{ky} 0 R"));
    }
    if text.contains("@V") {
        let hinh = ngau.mot(HINH).replace("@t", &trang.to_string());
        let them =
            if ngau.so(3) == 0 { "" } else { "/Type/XObject/Subtype/Form/BBox[0 0 600 850]" };
        let so = moi.them(luong(them, hinh.as_bytes()));
        text = text.replace("@V", &format!("{so} 0 R"));
    }
    text
}

/// Something done to one object.
fn sua_vat(goc: &Goc, moi: &mut CapNhat, ngau: &mut Ngau) -> String {
    let so = so_nao(goc, moi, ngau);
    let co = moi.doi.iter().find(|(co, _)| *co == so).map(|(_, ruot)| ruot.clone());
    let cu = co.unwrap_or_else(|| ruot_cu(goc, so));
    let (gi, ruot) = match ngau.so(10) {
        0..5 => {
            let muc = thay_tro(goc, moi, ngau.mot(MUC), ngau);
            (muc.clone(), chen(&cu, &muc, ngau))
        }
        5 => {
            let ruot = thay_tro(goc, moi, ngau.mot(RUOT), ngau);
            (ruot.clone(), ruot.into_bytes())
        }
        6 => return them_vat(goc, moi, ngau),
        7 => ("số khác".into(), doi_so(&cu, ngau)),
        8 => {
            let khac = so_nao(goc, moi, ngau);
            (format!("ruột của {khac}"), ruot_cu(goc, khac))
        }
        _ => ("ghi lại".into(), cu),
    };
    moi.thay(so, ruot);
    format!(" [{so}: {gi}]")
}

/// A new object, and where it is named.
fn them_vat(goc: &Goc, moi: &mut CapNhat, ngau: &mut Ngau) -> String {
    let ruot = thay_tro(goc, moi, ngau.mot(RUOT), ngau);
    let so = moi.them(&ruot);
    let trang = goc.trang[ngau.so(goc.trang.len())];
    let pages = goc.tro(goc.root, "/Pages");
    let cac = [
        (trang, "/Annots["),
        (goc.form, "/Fields["),
        (pages, "/Kids["),
        (goc.root, "<<"),
        (trang, "<<"),
        (0, ""),
    ];
    let (noi, cho) = cac[ngau.so(cac.len())];
    if noi != 0 {
        let cu = moi.doi.iter().find(|(co, _)| *co == noi).map(|(_, ruot)| ruot.clone());
        let cu = cu.unwrap_or_else(|| ruot_cu(goc, noi));
        let tro = if cho == "<<" { format!("/Moi {so} 0 R") } else { format!("{so} 0 R ") };
        let kieu = [cho.as_bytes(), cho.replace('[', " [").as_bytes()].map(<[u8]>::to_vec);
        let o = kieu.iter().find_map(|kieu| Some(tim(&cu, kieu)? + kieu.len()));
        if let Some(o) = o {
            moi.thay(noi, [&cu[..o], tro.as_bytes(), &cu[o..]].concat());
        }
    }
    format!(" [thêm {so}: {ruot} vào {noi}{cho}]")
}

/// An object of the update, or of the issued file: those that matter more often.
fn so_nao(goc: &Goc, moi: &CapNhat, ngau: &mut Ngau) -> u32 {
    match ngau.so(6) {
        0..3 if !moi.doi.is_empty() => moi.doi[ngau.so(moi.doi.len())].0,
        3 => ngau.so(goc.size as usize - 1) as u32 + 1,
        4 => goc.trang[ngau.so(goc.trang.len())],
        _ => {
            let cac = [goc.root, goc.form, goc.info, goc.tro(goc.root, "/Pages"), goc.o_ky[0]];
            cac[ngau.so(cac.len())]
        }
    }
}

fn ruot_cu(goc: &Goc, so: u32) -> Vec<u8> {
    goc.ruot_byte(so).unwrap_or_else(|| b"<<>>".to_vec())
}

/// An entry put into one of the dictionaries, at its beginning or its end; in place of the one that it has, or beside it.
fn chen(ruot: &[u8], muc: &str, ngau: &mut Ngau) -> Vec<u8> {
    let than = tim(ruot, b"stream").unwrap_or(ruot.len());
    let khoa = muc[1..].split(['/', '[', '(', '<', ' ']).next().unwrap_or_default();
    let mut ra = ruot.to_vec();
    if ngau.so(3) > 0
        && let Some(o) = tim(&ruot[..than], format!("/{khoa}").as_bytes())
    {
        // The old one gets another name.
        ra.splice(o + 1..o + 1, *b"Cu");
    }
    let than = than + ra.len() - ruot.len();
    let moc: &[u8] = if ngau.so(2) == 0 { b"<<" } else { b">>" };
    let cac: Vec<usize> =
        ra[..than].windows(2).enumerate().filter(|(_, w)| *w == moc).map(|(o, _)| o).collect();
    let dau = if moc == b"<<" { cac.first() } else { cac.last() };
    let chon = if ngau.so(4) == 0 && !cac.is_empty() { cac.get(ngau.so(cac.len())) } else { dau };
    if let Some(o) = chon {
        let o = o + if moc == b"<<" { 2 } else { 0 };
        ra.splice(o..o, muc.bytes());
    }
    ra
}

fn doi_so(ruot: &[u8], ngau: &mut Ngau) -> Vec<u8> {
    let mut ra = ruot.to_vec();
    let chu_so: Vec<usize> = (0..ra.len()).filter(|o| ra[*o].is_ascii_digit()).collect();
    if !chu_so.is_empty() {
        ra[chu_so[ngau.so(chu_so.len())]] = b"0123456789.- "[ngau.so(13)];
    }
    ra
}

/// Something done to the table, the trailer, or what stands between.
fn cau_truc(goc: &Goc, moi: &mut CapNhat, ngau: &mut Ngau) -> String {
    let so = so_nao(goc, moi, ngau);
    let cach = ngau.so(16);
    match cach {
        0 => moi.luong = true,
        1 | 2 => goi_lai(moi, ngau),
        3 => {
            moi.prev = *ngau.mot(&[
                &goc.tra,
                &0,
                &16,
                &(goc.tra + 1),
                &(moi.truoc.len() + 1),
                &999_999_999,
            ])
        }
        4 => moi.them_duoi = ngau.mot(DUOI).to_owned(),
        5 => moi.root = so,
        6 => moi.size = ngau.so(goc.size as usize) as u32,
        7 => moi.dong_la.push((
            so,
            ngau.mot(&["0000000016 00000 n ", "0000000000 00001 f ", "0000000100 00001 n "]).into(),
        )),
        8 => moi.sau = format!("\nstartxref\n{}\n%%EOF\n", goc.tra).into_bytes(),
        9 => {
            moi.sau = ngau
                .mot(&[
                    "\n\n\n",
                    " ",
                    "\0\0",
                    "%x\n",
                    "\nstartxref\n0\n%%EOF",
                    "1 0 obj\n<<>>\nendobj\n",
                ])
                .as_bytes()
                .to_vec()
        }
        10 => moi.truoc_tra = ngau.mot(GIUA).as_bytes().to_vec(),
        11 => moi.bo_qua = ngau.so(40),
        12 => moi.truoc.extend(ngau.mot(GIUA).bytes()),
        13 => moi.truoc_tra = format!("{so} 0 obj\n<</Type/Page>>\nendobj\n").into_bytes(),
        14 => moi.cms = |bam| [cms(bam), vec![0; 9]].concat(),
        _ => drop(moi.truoc.pop()),
    }
    format!(" [cấu trúc {cach} {so}]")
}

/// Objects packed into a stream: those that may be, and those that may not.
fn goi_lai(moi: &mut CapNhat, ngau: &mut Ngau) {
    moi.luong = true;
    let mut duoc: BTreeMap<u32, bool> = BTreeMap::new();
    for (so, ruot) in &moi.doi {
        let la_luong = tim(ruot, b"stream").is_some() || tim(ruot, b"/ByteRange").is_some();
        duoc.insert(*so, !la_luong && ngau.so(3) > 0);
    }
    moi.goi = duoc.into_iter().filter(|(_, duoc)| *duoc).map(|(so, _)| so).collect();
}

const DUOI: &[&str] = &[
    "/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P -1>>",
    "/XRefStm 16",
    "/XRefStm 0",
    "/ID[(a)(b)]",
    "/Size 1",
    "/Root 1 0 R",
    "/Prev 16",
    "/Info 1 0 R",
    "/AuthCode<<>>",
    "/DocChecksum/x",
    "/Foo 1",
    ">>/X<<",
];

const GIUA: &[&str] = &[
    "\n",
    "\n\n   \n",
    "%chu thich\n",
    "%%EOF\n",
    "startxref\n16\n%%EOF\n",
    "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 1 0 R>>\n",
    "trailer\n<</Root 1 0 R>>\n",
    "%PDF-1.4\n",
    "1 0 obj\n<</Type/Catalog>>\nendobj\n",
    "garbage",
    "endobj\n",
    "\0\0\0",
];
