//! The head row of a list: the first row that holds every column that is wanted.

use std::collections::{BTreeMap, BTreeSet};

use super::mau::CacO;
use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::Diagnostic;
use crate::model::o_tron::khoa;
use crate::reading::danh_sach::{Bang, Hang, ten_cot};
use crate::reading::yaml::decode::nearest;

/// A column that is used.
pub(super) struct Cot {
    /// As the list has it.
    pub ten: String,
    pub cot: usize,
}

/// What the head row says.
pub(super) struct DauBang {
    /// The last row of the head.
    pub het: usize,
    pub cot: Vec<Cot>,
    /// The heads that nobody uses.
    pub thua: Vec<String>,
    /// All heads by their keys, with their columns.
    pub tat_ca: Vec<(String, usize)>,
    pub canh_bao: Vec<Diagnostic>,
}

/// A head with where it stands.
struct Dau {
    khoa: String,
    ten: String,
    cot: usize,
    /// The last row, and the last column, of the cells that were made one.
    den: (usize, usize),
}

/// The heads of a row; a cell that was made one with others above counts as well.
fn cac_dau(bang: &Bang, hang: &Hang) -> Vec<Dau> {
    let of_cell = |row: &Hang, cot: usize| {
        let o = row.o.get(&cot)?;
        let ten = o.chu.split_whitespace().collect::<Vec<_>>().join(" ");
        let den = bang.gop_cua(row.so, cot).map_or((row.so, cot), |gop| (gop.hang.1, gop.cot.1));
        let khoa = khoa(&ten);
        (o.sai.is_none() && !khoa.is_empty()).then_some(Dau { khoa, ten, cot, den })
    };
    let own = hang.o.keys().filter_map(|cot| of_cell(hang, *cot));
    let from_above = bang.gop.iter().filter(|gop| gop.hang.0 < hang.so && hang.so <= gop.hang.1);
    let above = from_above.filter_map(|gop| {
        let row = bang.hang.iter().find(|row| row.so == gop.hang.0)?;
        of_cell(row, gop.cot.0)
    });
    own.chain(above).collect()
}

/// Finds the head row, or says which columns are missing.
pub(super) fn tim(
    bang: &Bang,
    can: &CacO,
    ten_theo: Option<&str>,
) -> Result<DauBang, Vec<Diagnostic>> {
    let mut wanted: BTreeSet<String> = can.keys().cloned().collect();
    wanted.extend(ten_theo.map(khoa));
    let mut best: Option<(usize, usize, Vec<Dau>)> = None;
    for hang in bang.hang.iter().take(HANG_TIM) {
        let dau = cac_dau(bang, hang);
        let have: BTreeSet<&String> =
            dau.iter().map(|d| &d.khoa).filter(|k| wanted.contains(*k)).collect();
        let count = have.len();
        if best.as_ref().is_none_or(|(most, ..)| count > *most) {
            best = Some((count, hang.so, dau));
        }
        if count == wanted.len() {
            break;
        }
    }
    let Some((count, so, dau)) = best else {
        return Err(vec![Diagnostic::error("bad-list", "danh sách không có dòng nào")]);
    };
    if count < wanted.len() {
        return Err(thieu(&dau, so, count, can, ten_theo));
    }
    let mut found = xep(dau, so, &wanted)?;
    found.canh_bao.extend(khac_dau(&found, can));
    Ok(found)
}

/// Columns that have other marks than the paper's words for them: `Bản` for `{{Bàn}}`. Who types without marks means it.
fn khac_dau(dau: &DauBang, can: &CacO) -> Vec<Diagnostic> {
    let same = |a: &str, b: &str| {
        let plain = |text: &str| {
            text.split_whitespace().collect::<String>().nfc().collect::<String>().to_lowercase()
        };
        plain(a) == plain(b)
    };
    let told = dau.cot.iter().filter_map(|cot| {
        let paper = &can.get(&khoa(&cot.ten))?.ten;
        (!same(paper, &cot.ten) && ![paper, &cot.ten].iter().any(|text| text.is_ascii())).then(
            || {
                let message = format!("{{{{{paper}}}}} lấy ở cột “{}”: khác dấu", cot.ten);
                Diagnostic::warning("other-marks", message).hint(
                    "đúng là cột ấy thì thôi; không phải thì sửa tên cột hoặc tên trong văn bản",
                )
            },
        )
    });
    told.collect()
}

/// The columns that are used: as the paper has each, as the list has it.
pub(super) fn cac_cap(dau: &DauBang, can: &CacO) -> Vec<(String, String)> {
    let as_paper = |cot: &Cot| can.get(&khoa(&cot.ten)).map(|o| o.ten.clone());
    let pair =
        |cot: &Cot| Some((as_paper(cot)?, format!("{} (cột {})", cot.ten, ten_cot(cot.cot))));
    dau.cot.iter().filter_map(pair).collect()
}

/// Title rows above the head that are looked through.
const HANG_TIM: usize = 200;

fn xep(dau: Vec<Dau>, so: usize, wanted: &BTreeSet<String>) -> Result<DauBang, Vec<Diagnostic>> {
    let tat_ca = dau.iter().map(|d| (d.khoa.clone(), d.cot)).collect();
    let mut groups: BTreeMap<String, Vec<Dau>> = BTreeMap::new();
    for one in dau {
        groups.entry(one.khoa.clone()).or_default().push(one);
    }
    let mut faults = Vec::new();
    let mut out =
        DauBang { het: so, cot: Vec::new(), thua: Vec::new(), tat_ca, canh_bao: Vec::new() };
    for (khoa, all) in groups {
        let used = wanted.contains(&khoa);
        let named: Vec<String> =
            all.iter().map(|d| format!("“{}” (cột {})", d.ten, ten_cot(d.cot))).collect();
        if all.len() > 1 {
            let message = format!("danh sách, dòng {so}: hai cột cùng tên {}", named.join(" và "));
            let hint = "đổi tên một cột; hoa thường, dấu cách và dấu thanh không tính là khác";
            match used {
                true => faults.push(Diagnostic::error("same-heads", message).hint(hint)),
                false => out.canh_bao.push(Diagnostic::warning("same-heads", message).hint(hint)),
            }
            continue;
        }
        let Some(one) = all.into_iter().next() else { continue };
        if !used {
            out.thua.push(one.ten);
            continue;
        }
        if one.den.1 > one.cot {
            let message = format!(
                "danh sách, dòng {so}: đầu cột “{}” gộp các cột {} đến {} nên không rõ lấy cột nào",
                one.ten,
                ten_cot(one.cot),
                ten_cot(one.den.1)
            );
            let hint = "bỏ gộp ô ở dòng đầu, đặt tên riêng cho từng cột";
            faults.push(Diagnostic::error("bad-cell", message).hint(hint));
        }
        out.het = out.het.max(one.den.0);
        out.cot.push(Cot { ten: one.ten, cot: one.cot });
    }
    out.cot.sort_by_key(|cot| cot.cot);
    if faults.is_empty() { Ok(out) } else { Err(faults) }
}

/// Columns that the list hasn't, each with the nearest one that it has.
fn thieu(
    dau: &[Dau],
    so: usize,
    count: usize,
    can: &CacO,
    ten_theo: Option<&str>,
) -> Vec<Diagnostic> {
    let has = |khoa: &str| dau.iter().any(|d| d.khoa == khoa);
    let keys: Vec<&str> = dau.iter().map(|d| d.khoa.as_str()).collect();
    let names: Vec<&str> = dau.iter().map(|d| d.ten.as_str()).collect();
    let hint = |ten: &str| {
        let near = nearest(&khoa(ten), &keys);
        let near = near.and_then(|near| dau.iter().find(|d| d.khoa == near));
        match near {
            Some(near) => format!("có phải là {{{{{}}}}}?", near.ten),
            None if count == 0 => format!("dòng {so} của danh sách có: {}", names.join(", ")),
            None => format!("các cột của danh sách (dòng {so}): {}", names.join(", ")),
        }
    };
    let missing = can.iter().filter(|(khoa, _)| !has(khoa)).map(|(_, o)| {
        Diagnostic::error("no-column", format!("danh sách không có cột “{}”", o.ten))
            .hint(hint(&o.ten))
            .at(o.place.clone())
    });
    let of_name = ten_theo.filter(|ten| !has(&khoa(ten))).map(|ten| {
        Diagnostic::error("no-column", format!("--name-by: danh sách không có cột “{ten}”"))
            .hint(hint(ten).replace("{{", "“").replace("}}", "”"))
    });
    missing.chain(of_name).collect()
}
