//! Căn cứ: the clause of a finding, by the set of rules that its paper follows. Rules cite the decree, since most papers
//! are the decree's; here alone its clauses become those of another set.

use crate::diagnostic::Diagnostic;
use crate::model::BoQuyTac;

const NGHI_DINH: &str = "Nghị định 30/2020/NĐ-CP";

/// Lets a finding cite `bo`: its clause for the same matter, or none where it has nothing to say of it.
pub fn doi_can_cu(d: &mut Diagnostic, bo: BoQuyTac) {
    if let Some((bang, clause)) = bo.can_cu.zip(d.clause.as_deref()) {
        d.clause = theo_bang(clause, bo, bang);
    }
}

/// Lets a finding about the size or the look of letters cite `bo`.
pub fn doi_can_cu_kieu(d: &mut Diagnostic, bo: BoQuyTac) {
    let own = d.clause.as_deref().and_then(|clause| {
        let phan = cua_nghi_dinh(clause)?;
        tim(phan, bo.can_cu_kieu)
    });
    match own {
        Some(own) => d.clause = Some(hieu_luc(bo, own)),
        None => doi_can_cu(d, bo),
    }
}

/// Lets a finding cite nothing of the decree: its paper follows rules that are not known.
pub fn bo_can_cu(d: &mut Diagnostic, bo: BoQuyTac) {
    if let Some(clause) = d.clause.as_deref() {
        d.clause = theo_bang(clause, bo, &[]);
    }
}

/// A clause of a set with its name and the day since which it holds.
fn hieu_luc(bo: BoQuyTac, clause: &str) -> String {
    format!("{}, {clause} (hiệu lực từ {})", bo.ten, bo.tu_ngay().format("%-d/%-m/%Y"))
}

fn theo_bang(clause: &str, bo: BoQuyTac, bang: &[(&str, &'static str)]) -> Option<String> {
    if !clause.contains(NGHI_DINH) {
        return Some(clause.to_owned());
    }
    let (mut ngoai, mut cua_bo): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for phan in clause.split(';').map(str::trim) {
        match cua_nghi_dinh(phan) {
            None => ngoai.push(phan),
            Some(phan) => cua_bo.extend(tim(phan, bang).filter(|own| !cua_bo.contains(own))),
        }
    }
    let named = (!cua_bo.is_empty()).then(|| hieu_luc(bo, &cua_bo.join("; ")));
    let all: Vec<String> = ngoai.into_iter().map(str::to_owned).chain(named).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// What a part names of the decree; none for a part about something else. After a `;` the decree isn't named again.
fn cua_nghi_dinh(phan: &str) -> Option<&str> {
    let rest = match phan.split_once(NGHI_DINH) {
        Some((_, rest)) => rest.trim_start_matches([',', ' ']),
        None if phan.starts_with("Phụ lục ") || phan.starts_with("Điều ") => phan,
        None => return None,
    };
    Some(rest.split(" (hiệu lực").next().unwrap_or(rest))
}

/// The row of the longest clause that this one is, or is under.
fn tim(phan: &str, bang: &[(&str, &'static str)]) -> Option<&'static str> {
    let under = |khoa: &str| {
        let rest = phan.strip_prefix(khoa);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let fits = bang.iter().filter(|(khoa, _)| under(khoa));
    fits.max_by_key(|(khoa, _)| khoa.len()).map(|(_, own)| *own)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::bo_quy_tac::{MAC_DINH, theo_khoa};

    fn doi(clause: &str, khoa: &str) -> Option<String> {
        let mut d = Diagnostic::error("bad-signer", "m").clause(clause);
        doi_can_cu(&mut d, theo_khoa(khoa).unwrap());
        d.clause
    }

    /// A Party office that is sent to the decree looks in the wrong book.
    #[test]
    fn a_clause_becomes_that_of_the_papers_own_rules() {
        let hd05 = |clause: &str| doi(clause, "hd05");
        let named = |own: &str| {
            Some(format!("Hướng dẫn 05-HD/VPTW, phần II, mục {own} (hiệu lực từ 27/5/2026)"))
        };
        assert_eq!(hd05("Phụ lục I, phần I, mục II.3"), named("I.3"));
        assert_eq!(hd05("Phụ lục I, phần I, mục II.3.b"), named("I.3.1.2"));
        assert_eq!(hd05("Điều 13; Phụ lục I, phần I, mục II.7.a"), named("I.7.1.1"));
        assert_eq!(hd05("Phụ lục I, phần I, mục III.1.đ"), named("II.1"));
        assert_eq!(hd05("Phụ lục III, mẫu 1.9"), named("I.7.1.4.e"));
        assert_eq!(
            hd05(
                "Thông lệ, theo cách ghi ngày tháng ở Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4.b"
            ),
            named("I.4.2.2")
        );
        assert_eq!(hd05("Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.1, V.4"), None);
        assert_eq!(hd05("Phụ lục VI, thông tin đầu vào"), None);
        let choice =
            "Lựa chọn của cơ quan; Nghị định 30/2020/NĐ-CP không quy định và dùng cả hai kiểu";
        assert_eq!(hd05(choice).as_deref(), Some("Lựa chọn của cơ quan"));
        let law = "Luật Kế toán số 88/2015/QH13, Điều 11 (hiệu lực từ 01/01/2017)";
        assert_eq!(hd05(law).as_deref(), Some(law));
    }

    /// Its table of sizes is what a clerk has to look into for a size.
    #[test]
    fn sizes_and_looks_have_a_table_of_their_own() {
        let kieu = |clause: &str, khoa: &str| {
            let mut d = Diagnostic::error("word-size", "m").clause(clause);
            doi_can_cu_kieu(&mut d, theo_khoa(khoa).unwrap());
            d.clause.unwrap()
        };
        let clause = "Phụ lục I, phần I, mục II.5.a";
        assert_eq!(
            kieu(clause, "hd05"),
            "Hướng dẫn 05-HD/VPTW, Phụ lục 2, mục 5 (hiệu lực từ 27/5/2026)"
        );
        assert!(kieu("Phụ lục I, phần I, mục I.4", "hd05").contains("phần II, mục IV.1"));
        assert!(kieu(clause, "nd30").starts_with("Nghị định 30/2020/NĐ-CP, Phụ lục I"));
        let mut d = Diagnostic::error("word-size", "m").clause(clause);
        bo_can_cu(&mut d, theo_khoa("hd05").unwrap());
        assert_eq!(d.clause, None);
    }

    #[test]
    fn the_decrees_own_papers_cite_the_decree() {
        let clause = doi("Phụ lục I, phần I, mục II.3", MAC_DINH.khoa).unwrap();
        assert_eq!(
            clause,
            "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3 (hiệu lực từ 05/3/2020)"
        );
    }
}
