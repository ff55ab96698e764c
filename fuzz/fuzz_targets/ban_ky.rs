//! A PDF after it was issued: an update of any shape is put into a file whose cross-reference, lengths and digest are
//! right, so that nothing but what it says is judged. What the judge takes is held against the list of what a signature
//! may add by another reader ([`doc_lap`]).
#![no_main]

#[path = "../../tests/support/ban_ky.rs"]
#[allow(dead_code)]
mod mau;
#[path = "../doc_lap.rs"]
mod doc_lap;

use std::cell::RefCell;
use std::sync::LazyLock;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use mau::{CapNhat, Goc};
use vanthu::writers::pdf::ban_ky::{tim_goc, xet};

static GOC: LazyLock<Goc> = LazyLock::new(mau::nho);
/// Stands for the container's place in a value.
const CHO_KY: &[u8] = b"<@>";
/// Between two updates.
const HET: &[u8] = b"%%EOF";
/// Where the digest stands in a container.
const BAM: [u8; 32] = [0xee; 32];

thread_local! {
    static CMS: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

fuzz_target!(|data: &[u8]| {
    let Some((kieu, than)) = data.split_first() else { return };
    let goc = &*GOC;
    let ban = match kieu % 8 {
        // The bytes as they are.
        0 => [goc.bytes.as_slice(), than].concat(),
        // A container in a sound update.
        1 => {
            CMS.with_borrow_mut(|cms| *cms = than.to_vec());
            CapNhat { cms: cms_cua, ..CapNhat::ky(goc, 0) }.ghi()
        }
        kieu => cac_lan(goc, than, kieu),
    };
    let _ = tim_goc(&ban, "00");
    if let Ok(ky) = xet(&goc.bytes, &ban) {
        assert!(!ky.chu_ky.is_empty() && !ky.cau().contains(char::is_control));
        doc_lap::xem(&goc.bytes, &ban);
    }
});

/// The container that is tried, with the digest in its place.
fn cms_cua(bam: &[u8]) -> Vec<u8> {
    let mut cms = CMS.with_borrow(Vec::clone);
    if let Some(o) = mau::tim(&cms, &BAM) {
        cms[o..o + BAM.len()].copy_from_slice(bam);
    }
    cms
}

/// The issued file with up to three updates.
fn cac_lan(goc: &Goc, than: &[u8], kieu: u8) -> Vec<u8> {
    let mut moi = CapNhat::moi(goc);
    for (thu, lan) in chia(than, HET).into_iter().take(3).enumerate() {
        if thu > 0 {
            moi = moi.tiep(goc);
        }
        them(&mut moi, lan);
        moi.luong = kieu & 2 != 0;
        if kieu & 4 != 0 && moi.luong {
            let khong_luong = |ruot: &[u8]| {
                mau::tim(ruot, b"stream").is_none() && mau::tim(ruot, b"/ByteRange").is_none()
            };
            moi.goi = moi.doi.iter().filter(|(_, r)| khong_luong(r)).map(|(so, _)| *so).collect();
        }
    }
    moi.ghi()
}

/// The objects of an update; what stands before the first goes into the trailer.
fn them(moi: &mut CapNhat, lan: &[u8]) {
    let mut cac = chia(lan, b"\nendobj").into_iter();
    let mut con = cac.next();
    while let Some(mot) = con.take() {
        con = cac.next();
        let Some(o) = mau::tim(mot, b" 0 obj") else {
            if moi.doi.is_empty() && mot.len() < 200 {
                moi.them_duoi = String::from_utf8_lossy(mot).into_owned();
            }
            continue;
        };
        let chu_so = |b: &&u8| b.is_ascii_digit();
        let dau = o - mot[..o].iter().rev().take_while(chu_so).count();
        let Ok(so) = std::str::from_utf8(&mot[dau..o]).unwrap_or_default().parse::<u32>() else {
            continue;
        };
        if dau > 1 && moi.doi.is_empty() {
            moi.them_duoi = String::from_utf8_lossy(&mot[..dau]).into_owned();
        }
        moi.thay(so % 100_000, dat_cho(&mot[o + 6..]));
    }
}

/// A body with room for its container.
fn dat_cho(ruot: &[u8]) -> Vec<u8> {
    match mau::tim(ruot, CHO_KY) {
        None => ruot.to_vec(),
        Some(o) => [&ruot[..o], mau::cho().as_bytes(), &ruot[o + CHO_KY.len()..]].concat(),
    }
}

fn chia<'a>(bytes: &'a [u8], o: &[u8]) -> Vec<&'a [u8]> {
    let (mut ra, mut con) = (Vec::new(), bytes);
    while let Some(cho) = mau::tim(con, o) {
        ra.push(&con[..cho]);
        con = &con[cho + o.len()..];
    }
    ra.push(con);
    ra
}

// A forger thinks in objects and entries: half of the changes are of such.
fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut ngau = seed;
    let mut so = |nho_hon: usize| {
        ngau = ngau.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (ngau >> 8) as usize % nho_hon.max(1)
    };
    if size < 8 || so(2) == 0 {
        return fuzzer_mutate(data, size, max_size);
    }
    let mut moi = data[..size].to_vec();
    for _ in 0..=so(2) {
        doi(&mut moi, &mut so);
    }
    moi.truncate(max_size.min(data.len()));
    data[..moi.len()].copy_from_slice(&moi);
    moi.len()
});

/// What stands in PDF files and is of interest to whoever would show something else.
const MUC: &[&str] = &[
    "/AA<</O<</S/JavaScript/JS(x)>>>>", "/OpenAction<</S/JavaScript/JS(x)>>", "/Names<</JavaScript<</Names[]>>>>",
    "/OCProperties<</OCGs[]/D<<>>>>", "/OC 5 0 R", "/Collection<<>>", "/PageLabels<</Nums[0<</S/r>>]>>",
    "/Rotate 90", "/CropBox[0 0 9 9]", "/MediaBox[0 0 9 9]", "/UserUnit 2", "/Contents 6 0 R", "/Resources<<>>",
    "/Group<</S/Transparency>>", "/Annots[7 0 R]", "/Annots 12 0 R", "/Kids[3 0 R]", "/Kids[7 0 R]", "/Parent 2 0 R",
    "/AF[]", "/Metadata 10 0 R", "/StructTreeRoot 5 0 R", "/XFA(x)", "/NeedAppearances true", "/DR<</Font<<>>>>",
    "/CO[7 0 R]", "/Q 1", "/DA(/F 0 Tf)", "/Perms<</UR3 12 0 R>>", "/Perms<</DocMDP 12 0 R>>", "/DSS<</Certs[12 0 R]>>",
    "/VRI<<>>", "/Encrypt<<>>", "/Prev 0", "/XRefStm 9", "/Size 1", "/Root 2 0 R", "/Info 9 0 R", "/Type/Page",
    "/Type/Catalog", "/Type/Action", "/Type/ObjStm/N 1/First 4", "/Subtype/Stamp", "/Subtype/Widget", "/FT/Sig", "/FT/Tx",
    "/V 12 0 R", "/V(x)", "/AP<</N 13 0 R>>", "/AP<</N 5 0 R/D 13 0 R>>", "/AS/On", "/F 4", "/F 16", "/Rect[0 0 300 300]",
    "/Rect[100 100 200 150]", "/BBox[0 0 1 1]", "/Matrix[9 0 0 9 0 0]", "/Length 3", "/Length 5 0 R", "/Filter/FlateDecode",
    "/Filter[/ASCIIHexDecode]", "/DecodeParms<</Predictor 12/Columns 4>>", "/EF<</F 12 0 R>>", "/ByteRange[0 1 2 3]",
    "/ByteRange[0 1111111111 2222222222 3333333333]", "/Contents<@>", "null", "true", "7 0 R", "3 0 R", "12 0 R", "[", "]",
    "<<", ">>", "(", ")", "%", "\nendstream", "stream\n", "\nendobj\n14 0 obj\n", "\nendobj\n3 0 obj\n", "\nendobj\n1 0 obj\n",
    "%%EOF", "/#41A", "/Lock<</Type/SigFieldLock/Action/All>>", "/MK<</R 90>>", "/Border[0 0 9]", "/H/P", "/A<<>>",
];

fn doi(bytes: &mut Vec<u8>, so: &mut dyn FnMut(usize) -> usize) {
    let o = 1 + so(bytes.len().saturating_sub(1));
    let den = (o + so(60)).min(bytes.len());
    let muc = MUC[so(MUC.len())].as_bytes();
    match so(6) {
        // Into a dictionary, at its beginning or its end.
        0 => chen(bytes, b"<<", 2, muc, so),
        1 => chen(bytes, b">>", 0, muc, so),
        2 => drop(bytes.splice(o.min(bytes.len())..o.min(bytes.len()), muc.iter().copied())),
        3 => drop(bytes.drain(o.min(den)..den)),
        4 => {
            let manh = bytes[o.min(den)..den].to_vec();
            let cho = 1 + so(bytes.len() - 1);
            bytes.splice(cho..cho, manh);
        }
        // Another number.
        _ => {
            let Some(cho) = (o..bytes.len()).find(|o| bytes[*o].is_ascii_digit()) else { return };
            bytes[cho] = b"0123456789"[so(10)];
        }
    }
}

fn chen(bytes: &mut Vec<u8>, moc: &[u8], sau: usize, gi: &[u8], so: &mut dyn FnMut(usize) -> usize) {
    let cac: Vec<usize> =
        bytes.windows(moc.len()).enumerate().filter(|(_, w)| *w == moc).map(|(o, _)| o).collect();
    if cac.is_empty() {
        return;
    }
    let o = cac[so(cac.len())] + sau;
    bytes.splice(o..o, gi.iter().copied());
}
