//! Bytes → objects, strictly: what readers could take in two ways is not taken at all.

use super::ket_qua::KhacBanGoc;
use super::vat::{DoiTuong, Khoang, TuDien, Vat};

pub type Kq<T> = Result<T, KhacBanGoc>;

/// Objects in objects; signing tools need five.
const SAU_NHAT: usize = 40;
/// What may stand between two objects.
const KHOANG_TRONG: usize = 400;

/// A place in the bytes.
#[derive(Debug, Clone)]
pub struct Doc<'a> {
    pub bytes: &'a [u8],
    pub o: usize,
}

pub fn la_trong(byte: u8) -> bool {
    matches!(byte, 0 | 9 | 10 | 12 | 13 | 32)
}

fn la_ngat(byte: u8) -> bool {
    la_trong(byte) || b"()<>[]{}/%".contains(&byte)
}

impl<'a> Doc<'a> {
    pub fn new(bytes: &'a [u8], o: usize) -> Self {
        Self { bytes, o }
    }

    pub fn hong<T>(&self, gi: &str) -> Kq<T> {
        let o = self.o;
        Err(KhacBanGoc::new(format!(
            "phần thêm vào sau không đúng khuôn của tệp PDF: {gi} (ở byte {o})"
        )))
    }

    pub fn nhin(&self) -> Option<u8> {
        self.bytes.get(self.o).copied()
    }

    fn con(&self) -> &'a [u8] {
        self.bytes.get(self.o..).unwrap_or_default()
    }

    pub fn tien(&mut self, buoc: usize) {
        self.o = self.o.saturating_add(buoc);
    }

    pub fn bo_trong(&mut self) {
        let trong = self.con().iter().take_while(|b| la_trong(**b)).count();
        self.tien(trong);
    }

    /// White space, and lines of a tool about itself (`%iText-Core-8.0`), up to a bound.
    pub fn bo_khe(&mut self) -> Kq<()> {
        let dau = self.o;
        loop {
            self.bo_trong();
            if self.nhin() != Some(b'%') {
                break;
            }
            let dong: Vec<u8> =
                self.con().iter().copied().take_while(|b| !matches!(b, 10 | 13)).collect();
            let cam: [&[u8]; 4] = [b"obj", b"xref", b"%%EOF", b"/ByteRange"];
            let co = |tu: &[u8]| dong.windows(tu.len()).any(|w| w == tu);
            if cam.iter().any(|tu| co(tu)) || !dong.iter().all(|b| (0x20..0x7f).contains(b)) {
                return self.hong("có dòng chú thích lạ");
            }
            self.tien(dong.len());
        }
        match self.o.saturating_sub(dau) > KHOANG_TRONG {
            true => self.hong("có dữ liệu nằm ngoài các đối tượng"),
            false => Ok(()),
        }
    }

    pub fn an(&mut self, tu: &[u8]) -> bool {
        let co = self.con().starts_with(tu);
        if co {
            self.tien(tu.len());
        }
        co
    }

    /// An operator of a content.
    pub fn chu_lenh(&mut self) -> &'a [u8] {
        let con = self.con();
        let dai = con.iter().take_while(|b| !la_ngat(**b)).count();
        self.tien(dai);
        con.get(..dai).unwrap_or_default()
    }

    /// A word that ends where it ends.
    pub fn an_tu(&mut self, tu: &[u8]) -> Kq<()> {
        let sau = self.con().get(tu.len()).copied();
        if self.con().starts_with(tu) && sau.is_none_or(la_ngat) {
            self.tien(tu.len());
            return Ok(());
        }
        self.hong(&format!("thiếu “{}”", String::from_utf8_lossy(tu)))
    }

    /// Digits and nothing else.
    pub fn dem(&mut self) -> Kq<usize> {
        let chu: Vec<u8> =
            self.con().iter().copied().take(11).take_while(u8::is_ascii_digit).collect();
        let so = std::str::from_utf8(&chu).ok().and_then(|t| t.parse().ok());
        match so {
            Some(so) if chu.len() <= 10 => {
                self.tien(chu.len());
                Ok(so)
            }
            _ => self.hong("thiếu một số"),
        }
    }

    pub fn so_doi_tuong(&mut self) -> Kq<u32> {
        let so = self.dem()?;
        match u32::try_from(so) {
            Ok(so) if so <= 8_388_607 => Ok(so),
            _ => self.hong("số đối tượng quá lớn"),
        }
    }

    pub fn vat(&mut self, sau: usize) -> Kq<Vat> {
        if sau > SAU_NHAT {
            return self.hong("lồng quá sâu");
        }
        self.bo_trong();
        match self.nhin() {
            Some(b'/') => self.ten().map(Vat::Ten),
            Some(b'(') => self.chuoi(),
            Some(b'<') if self.con().starts_with(b"<<") => self.tu_dien(sau).map(Vat::TuDien),
            Some(b'<') => self.chuoi_hex(),
            Some(b'[') => self.mang(sau),
            Some(b'+' | b'-' | b'.' | b'0'..=b'9') => self.so_hay_tro(),
            _ => self.tu(),
        }
    }

    fn tu(&mut self) -> Kq<Vat> {
        let cac: [(&[u8], Vat); 3] =
            [(b"true", Vat::DungSai(true)), (b"false", Vat::DungSai(false)), (b"null", Vat::Rong)];
        for (tu, vat) in cac {
            if self.an_tu(tu).is_ok() {
                return Ok(vat);
            }
        }
        self.hong("có chữ lạ")
    }

    fn mang(&mut self, sau: usize) -> Kq<Vat> {
        self.tien(1);
        let mut mang = Vec::new();
        loop {
            self.bo_trong();
            if self.an(b"]") {
                return Ok(Vat::Mang(mang));
            }
            mang.push(self.vat(sau.saturating_add(1))?);
        }
    }

    fn tu_dien(&mut self, sau: usize) -> Kq<TuDien> {
        self.tien(2);
        let (mut tu_dien, mut da) = (TuDien::new(), std::collections::BTreeSet::new());
        loop {
            self.bo_trong();
            if self.an(b">>") {
                return Ok(tu_dien);
            }
            if self.nhin() != Some(b'/') {
                return self.hong("thiếu tên mục");
            }
            let khoa = self.ten()?;
            // Readers differ in which of two they take.
            if !da.insert(khoa.clone()) {
                return self.hong("một mục được ghi hai lần");
            }
            match self.vat(sau.saturating_add(1))? {
                Vat::Rong => {}
                vat => drop(tu_dien.insert(khoa, vat)),
            }
        }
    }

    fn ten(&mut self) -> Kq<Vec<u8>> {
        self.tien(1);
        let tho: Vec<u8> = self.con().iter().copied().take_while(|b| !la_ngat(*b)).collect();
        self.tien(tho.len());
        let (mut ten, mut con) = (Vec::new(), tho.into_iter());
        while let Some(byte) = con.next() {
            let byte = match byte {
                b'#' => match (con.next().and_then(hex), con.next().and_then(hex)) {
                    (Some(a), Some(b)) => a.wrapping_shl(4) | b,
                    _ => return self.hong("tên viết sai"),
                },
                byte => byte,
            };
            ten.push(byte);
        }
        match ten.contains(&0) || ten.len() > 200 {
            true => self.hong("tên viết sai"),
            false => Ok(ten),
        }
    }

    fn chuoi_hex(&mut self) -> Kq<Vat> {
        let tu = self.o;
        self.tien(1);
        let (mut ra, mut nua) = (Vec::new(), None);
        loop {
            let Some(byte) = self.nhin() else {
                return self.hong("chuỗi không có chỗ hết");
            };
            self.tien(1);
            match (byte, hex(byte), nua) {
                (b'>', _, _) => break,
                (_, Some(so), None) => nua = Some(so),
                (_, Some(so), Some(dau)) => {
                    let dau: u8 = dau;
                    ra.push(dau.wrapping_shl(4) | so);
                    nua = None;
                }
                (byte, None, _) if la_trong(byte) => {}
                _ => return self.hong("chuỗi viết sai"),
            }
        }
        ra.extend(nua.map(|dau| dau.wrapping_shl(4)));
        Ok(Vat::Chuoi(ra, Khoang { tu, den: self.o }))
    }

    fn chuoi(&mut self) -> Kq<Vat> {
        let tu = self.o;
        self.tien(1);
        let (mut ra, mut ngoac) = (Vec::new(), 1_usize);
        loop {
            let Some(byte) = self.nhin() else {
                return self.hong("chuỗi không có chỗ hết");
            };
            self.tien(1);
            match byte {
                b'(' => ngoac = ngoac.saturating_add(1),
                b')' => ngoac = ngoac.saturating_sub(1),
                b'\\' => {
                    ra.extend(self.thoat());
                    continue;
                }
                b'\r' => {
                    self.an(b"\n");
                    ra.push(b'\n');
                    continue;
                }
                _ => {}
            }
            if ngoac == 0 {
                return Ok(Vat::Chuoi(ra, Khoang { tu, den: self.o }));
            }
            ra.push(byte);
        }
    }

    /// After a backslash (ISO 32000-1, table 3).
    fn thoat(&mut self) -> Option<u8> {
        let byte = self.nhin()?;
        self.tien(1);
        match byte {
            b'n' => Some(b'\n'),
            b'r' => Some(b'\r'),
            b't' => Some(b'\t'),
            b'b' => Some(8),
            b'f' => Some(12),
            b'\r' => {
                self.an(b"\n");
                None
            }
            b'\n' => None,
            b'0'..=b'7' => {
                let mut so = u32::from(byte.wrapping_sub(b'0'));
                for _ in 0..2 {
                    let Some(them @ b'0'..=b'7') = self.nhin() else { break };
                    self.tien(1);
                    so = so.wrapping_mul(8).wrapping_add(u32::from(them.wrapping_sub(b'0')));
                }
                u8::try_from(so & 0xff).ok()
            }
            khac => Some(khac),
        }
    }

    fn so_hay_tro(&mut self) -> Kq<Vat> {
        let chu: Vec<u8> =
            self.con().iter().copied().take(40).take_while(|b| !la_ngat(*b)).collect();
        if chu.iter().all(u8::is_ascii_digit)
            && let Some(tro) = self.thu_tro()
        {
            return Ok(Vat::Tro(tro));
        }
        let than = chu.strip_prefix(b"-").or(chu.strip_prefix(b"+")).unwrap_or(&chu);
        let mot_cham = than.iter().filter(|b| **b == b'.').count() <= 1;
        let co_so = than.iter().any(u8::is_ascii_digit);
        let chi_so = than.iter().all(|b| b.is_ascii_digit() || *b == b'.');
        let so = std::str::from_utf8(&chu).ok().and_then(|t| t.parse::<f64>().ok());
        match so {
            Some(so) if mot_cham && co_so && chi_so && chu.len() < 30 => {
                self.tien(chu.len());
                Ok(Vat::So(so))
            }
            _ => self.hong("số viết sai"),
        }
    }

    /// `12 0 R`, if that is what stands here.
    fn thu_tro(&mut self) -> Option<u32> {
        let mut thu = self.clone();
        let so = thu.so_doi_tuong().ok()?;
        thu.bo_trong();
        let doi = thu.dem().ok()?;
        thu.bo_trong();
        thu.an_tu(b"R").ok()?;
        (doi == 0).then(|| self.o = thu.o)?;
        Some(so)
    }

    /// The number that the object here is, such as the length of a stream elsewhere.
    pub fn so_cua(&mut self, so: u32) -> Option<usize> {
        self.dau_doi_tuong(so).ok()?;
        self.bo_trong();
        let dem = self.dem().ok()?;
        self.bo_trong();
        self.an_tu(b"endobj").ok()?;
        Some(dem)
    }

    fn dau_doi_tuong(&mut self, so: u32) -> Kq<()> {
        let dung_so = self.so_doi_tuong()? == so;
        self.bo_trong();
        let dung_doi = self.dem()? == 0;
        self.bo_trong();
        self.an_tu(b"obj")?;
        match dung_so && dung_doi {
            true => Ok(()),
            false => self.hong("bảng tra trỏ tới đối tượng khác"),
        }
    }

    /// `N 0 obj … endobj` here. `dai` knows lengths that stand elsewhere.
    pub fn doi_tuong(&mut self, so: u32, dai: &dyn Fn(u32) -> Option<usize>) -> Kq<DoiTuong> {
        self.dau_doi_tuong(so)?;
        let vat = self.vat(0)?;
        self.bo_trong();
        let dong = match &vat {
            Vat::TuDien(tu_dien) if self.con().starts_with(b"stream") => {
                let dai = match tu_dien.get(b"Length".as_slice()) {
                    Some(Vat::Tro(so)) => dai(*so),
                    Some(vat) => vat.dem(),
                    None => None,
                };
                Some(self.dong(dai)?)
            }
            _ => None,
        };
        self.bo_trong();
        self.an_tu(b"endobj")?;
        Ok(DoiTuong { vat, dong })
    }

    fn dong(&mut self, dai: Option<usize>) -> Kq<Khoang> {
        self.tien(b"stream".len());
        let xuong_dong = self.an(b"\r\n") || self.an(b"\n");
        let Some(dai) = dai.filter(|_| xuong_dong) else {
            return self.hong("luồng dữ liệu sai độ dài");
        };
        let tu = self.o;
        self.tien(dai);
        let khoang = Khoang { tu, den: self.o };
        // One line's end before the word; none where the writer counts it in.
        let _ = self.an(b"\r\n") || self.an(b"\n") || self.an(b"\r");
        self.an_tu(b"endstream")?;
        Ok(khoang)
    }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|so| u8::try_from(so).ok())
}
