//! Hợp: a field that was changed here and outside since it was last seen becomes what both wanted, as far as they have
//! changed different things in it: other keys of a group, other items of a list, other paragraphs and items of a text.
//! Where both have changed the same there is no such value, and somebody is asked.

use crate::model::than_bai::DauMuc;
use crate::reading::yaml::va::{Buoc, Cay};

/// The same of a field by its path. An item is known by its place alone, and what stands in that place now may be
/// another one; so of an item nothing comes together.
pub fn hop_o(duong: &[Buoc], (goc, minh): (&Cay, &Cay), kia: &Cay) -> Option<Cay> {
    if duong.iter().any(|buoc| matches!(buoc, Buoc::PhanTu(_))) {
        return (kia == goc).then(|| minh.clone());
    }
    hop(goc, minh, kia)
}

/// What both wanted, from what they both began with; none if they have changed the same.
fn hop(goc: &Cay, minh: &Cay, kia: &Cay) -> Option<Cay> {
    if minh == goc || minh == kia {
        return Some(kia.clone());
    }
    if kia == goc {
        return Some(minh.clone());
    }
    match (goc, minh, kia) {
        (Cay::Nhom(goc), Cay::Nhom(minh), Cay::Nhom(kia)) => hop_nhom(goc, minh, kia),
        (Cay::DanhSach(goc), Cay::DanhSach(minh), Cay::DanhSach(kia)) => {
            hop_day(goc, minh, kia, |_| true, hop).map(Cay::DanhSach)
        }
        (Cay::Chu(goc), Cay::Chu(minh), Cay::Chu(kia)) => hop_chu(goc, minh, kia).map(Cay::Chu),
        _ => None,
    }
}

type Muc = (String, Cay);

/// The keys of the other side in its order, then those that are new here.
fn hop_nhom(goc: &[Muc], minh: &[Muc], kia: &[Muc]) -> Option<Cay> {
    let co = |all: &[Muc], khoa: &str| all.iter().any(|(own, _)| own == khoa);
    let tai = |all: &[Muc], khoa: &str| {
        all.iter().find(|(own, _)| own == khoa).map_or(Cay::Trong, |(_, value)| value.clone())
    };
    let moi = minh.iter().filter(|(khoa, _)| !co(kia, khoa));
    let mut out = Vec::new();
    for (khoa, _) in kia.iter().chain(moi) {
        let value = hop(&tai(goc, khoa), &tai(minh, khoa), &tai(kia, khoa))?;
        // A key that was taken away on one side is gone, one that says nothing on both stays.
        if value != Cay::Trong || (co(minh, khoa) && co(kia, khoa)) {
            out.push((khoa.clone(), value));
        }
    }
    Some(Cay::Nhom(out))
}

/// Two changes of a row that touch different stretches of it; or of as many items as there were, each by itself. `roi`:
/// whether what stands before a place has nothing to do with what stands behind it, so that stretches may meet there.
fn hop_day<T: Clone + PartialEq>(
    goc: &[T],
    minh: &[T],
    kia: &[T],
    roi: impl Fn(usize) -> bool,
    mot: impl Fn(&T, &T, &T) -> Option<T>,
) -> Option<Vec<T>> {
    let (a, b) = (Doan::khac(goc, minh), Doan::khac(goc, kia));
    if a.truoc(&b, &roi) {
        return noi(goc, [(&a, minh), (&b, kia)]);
    }
    if b.truoc(&a, &roi) {
        return noi(goc, [(&b, kia), (&a, minh)]);
    }
    let same = goc.len() == minh.len() && goc.len() == kia.len();
    // Items that have changed places are no changed items: what was written of one would come to stand in another.
    let dung_cho = |all: &[T]| goc.iter().zip(all).all(|(cu, moi)| cu == moi || !goc.contains(moi));
    if !same || !dung_cho(minh) || !dung_cho(kia) {
        return None;
    }
    goc.iter().zip(minh).zip(kia).map(|((goc, minh), kia)| mot(goc, minh, kia)).collect()
}

/// The stretch of the old row that is another in the new one.
struct Doan {
    tu: usize,
    den: usize,
    /// Where the same begins again in the new row.
    den_moi: usize,
}

impl Doan {
    fn khac<T: PartialEq>(cu: &[T], moi: &[T]) -> Self {
        let tu = cu.iter().zip(moi).take_while(|(a, b)| a == b).count();
        let left = |all: &[T]| all.len().saturating_sub(tu);
        let most = left(cu).min(left(moi));
        let back = cu.iter().rev().zip(moi.iter().rev());
        let cuoi = back.take(most).take_while(|(a, b)| a == b).count();
        let upto = |all: &[T]| all.len().saturating_sub(cuoi);
        Self { tu, den: upto(cu), den_moi: upto(moi) }
    }

    /// Whether it ends before the other begins. Two that put something in at one place have no order.
    fn truoc(&self, sau: &Self, roi: impl Fn(usize) -> bool) -> bool {
        let same = self.tu == sau.tu && self.den == sau.den;
        self.den < sau.tu || (self.den == sau.tu && !same && roi(sau.tu))
    }
}

/// The old row with both stretches in their new form.
fn noi<T: Clone>(goc: &[T], doan: [(&Doan, &[T]); 2]) -> Option<Vec<T>> {
    let (mut out, mut at) = (Vec::new(), 0);
    for (d, moi) in doan {
        out.extend_from_slice(goc.get(at..d.tu)?);
        out.extend_from_slice(moi.get(d.tu..d.den_moi)?);
        at = d.den;
    }
    out.extend_from_slice(goc.get(at..)?);
    Some(out)
}

/// Texts of several paragraphs, paragraph by paragraph; a line by itself is one thing. Items that stand line below line
/// are paragraphs too, but what comes in between two of them may belong to either.
fn hop_chu(goc: &str, minh: &str, kia: &str) -> Option<String> {
    let [goc, minh, kia] = [goc, minh, kia].map(cac_doan);
    if goc.len() < 2 {
        return None;
    }
    let roi = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| goc.get(at));
        before
            .is_none_or(|doan| doan.lines().next_back().is_some_and(|line| line.trim().is_empty()))
    };
    let day = hop_day(&goc, &minh, &kia, roi, |g, m, k| mot_doan(g, m, k))?;
    Some(day.concat())
}

fn mot_doan<'t>(goc: &&'t str, minh: &&'t str, kia: &&'t str) -> Option<&'t str> {
    match (minh == goc, kia == goc || minh == kia) {
        (true, _) => Some(kia),
        (false, true) => Some(minh),
        (false, false) => None,
    }
}

/// Whether a line begins a paragraph whatever stands above it: an item, a head, a row of a table. `xung_dot.js` knows them
/// by the same marks.
fn mo_doan(line: &str) -> bool {
    let bare = line.trim();
    let dieu = bare.trim_start_matches('*').strip_prefix("Điều ");
    DauMuc::tach(bare).is_some()
        || bare.starts_with(['#', '|'])
        || dieu.is_some_and(|rest| {
            let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
            after.len() < rest.len() && after.starts_with(['.', ':'])
        })
}

/// Paragraphs, each with the empty lines after it.
fn cac_doan(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut tu, mut at, mut trong) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        let empty = line.trim().is_empty();
        if at > 0 && !empty && (trong || mo_doan(line)) {
            out.extend(text.get(tu..at));
            tu = at;
        }
        trong = empty;
        at = at.saturating_add(line.len());
    }
    out.extend(text.get(tu..).filter(|rest| !rest.is_empty()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cay(text: &str) -> Cay {
        serde_json::from_str(text).unwrap()
    }

    fn ba(goc: &str, minh: &str, kia: &str) -> Option<Cay> {
        let one = hop(&cay(goc), &cay(minh), &cay(kia));
        // Nobody's side counts more; only the order of keys is the other side's.
        assert_eq!(one.is_some(), hop(&cay(goc), &cay(kia), &cay(minh)).is_some());
        one
    }

    #[test]
    fn different_keys_and_items_come_together() {
        let goc = r#"{"khoan":[{"a":"1","b":"2"},{"a":"3"}],"c":"4"}"#;
        let minh = r#"{"khoan":[{"a":"1","b":"hai"},{"a":"3"}],"c":"4"}"#;
        let kia = r#"{"khoan":[{"a":"một","b":"2"},{"a":"ba"}],"d":"5"}"#;
        let ca_hai = r#"{"khoan":[{"a":"một","b":"hai"},{"a":"ba"}],"d":"5"}"#;
        assert_eq!(ba(goc, minh, kia), Some(cay(ca_hai)));
        assert_eq!(ba(goc, minh, minh), Some(cay(minh)));
        assert_eq!(ba(r#"{"a":"1"}"#, r#"{"a":"2"}"#, r#"{"a":"3"}"#), None);
        assert_eq!(ba(r#"{"a":"1"}"#, r#"{}"#, r#"{"a":"3"}"#), None);
    }

    #[test]
    fn what_is_put_in_or_taken_away_elsewhere_stays() {
        let got = ba(r#"["a","b","c"]"#, r#"["a","b","c","d"]"#, r#"["x","b","c"]"#);
        assert_eq!(got, Some(cay(r#"["x","b","c","d"]"#)));
        let got = ba(r#"["a","b","c"]"#, r#"["b","c"]"#, r#"["a","b","C"]"#);
        assert_eq!(got, Some(cay(r#"["b","C"]"#)));
        // Both at the end: which comes first is nobody's to say.
        assert_eq!(ba(r#"["a"]"#, r#"["a","x"]"#, r#"["a","y"]"#), None);
        // One is gone that the other has changed.
        assert_eq!(ba(r#"["a","b","c"]"#, r#"["a","c"]"#, r#"["a","B","c"]"#), None);
    }

    #[test]
    fn items_that_changed_places_take_nothing_of_each_other() {
        let goc = r#"[{"ten":"A","so":"1"},{"ten":"B","so":"1"}]"#;
        let minh = r#"[{"ten":"B","so":"1"},{"ten":"A","so":"1"}]"#;
        let kia = r#"[{"ten":"A","so":"9"},{"ten":"B","so":"1"}]"#;
        assert_eq!(ba(goc, minh, kia), None);
    }

    #[test]
    fn paragraphs_are_fields_of_their_own() {
        let text = |t: &str| Cay::Chu(t.to_owned());
        let goc = text("1. Một.\n\n2. Hai.\n\n3. Ba.\n");
        let got = hop(
            &goc,
            &text("1. Một.\n\n2. Hai sửa.\n\n3. Ba.\n"),
            &text("1. Một.\n\n2. Hai.\n\n3. Ba sửa.\n\n4. Bốn.\n"),
        );
        let ca_hai = text("1. Một.\n\n2. Hai sửa.\n\n3. Ba sửa.\n\n4. Bốn.\n");
        assert_eq!(got, Some(ca_hai));
        let same = hop(
            &goc,
            &text("1. Một.\n\n2. Hai sửa.\n\n3. Ba.\n"),
            &text("1. Một.\n\n2. Hai khác.\n\n3. Ba.\n"),
        );
        assert_eq!(same, None);
        // Three changes that cross each other, each in a paragraph of its own.
        let got = hop(
            &goc,
            &text("1. MỘT.\n\n2. Hai.\n\n3. BA.\n"),
            &text("1. Một.\n\n2. HAI.\n\n3. Ba.\n"),
        );
        assert_eq!(got, Some(text("1. MỘT.\n\n2. HAI.\n\n3. BA.\n")));
        assert_eq!(hop(&text("a b"), &text("A b"), &text("a B")), None);
    }

    /// Items line below line come together; a line that goes on with the one above is no item.
    #[test]
    fn lines_of_a_list_are_fields_of_their_own() {
        let chu = |t: &str| Cay::Chu(t.to_owned());
        let ba = |goc: &str, minh: &str, kia: &str| {
            let one = hop(&chu(goc), &chu(minh), &chu(kia));
            assert_eq!(one, hop(&chu(goc), &chu(kia), &chu(minh)), "{minh} {kia}");
            one
        };
        let goc = "Gồm:\n- một\n- hai\n- ba\n";
        let got = ba(goc, "Gồm:\n- MỘT\n- hai\n- ba\n", "Gồm:\n- một\n- hai\n- BA\n- bốn\n");
        assert_eq!(got, Some(chu("Gồm:\n- MỘT\n- hai\n- BA\n- bốn\n")));
        let got = ba(goc, "Gồm:\n- MỘT\n- hai\n- ba\n", "Gồm:\n- một\n- HAI\n- ba\n");
        assert_eq!(got, Some(chu("Gồm:\n- MỘT\n- HAI\n- ba\n")));
        // One has changed an item, the other put one in right behind it: does it belong to the old words or to the new?
        assert_eq!(
            ba(goc, "Gồm:\n- MỘT\n- hai\n- ba\n", "Gồm:\n- một\n+ con\n- hai\n- ba\n"),
            None
        );
        let rows = "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n";
        let got = ba(rows, &rows.replace("| 2 |", "| hai |"), &rows.replace("| 5 |", "| năm |"));
        assert_eq!(got, Some(chu(&rows.replace("| 2 |", "| hai |").replace("| 5 |", "| năm |"))));
        // A column more is every row anew.
        let wide = "| A | B | C |\n|---|---|---|\n| 1 | 2 | |\n| 3 | 4 | |\n| 5 | 6 | |\n";
        assert_eq!(ba(rows, &rows.replace("| 2 |", "| hai |"), wide), None);
        // Both lines are one paragraph, whose sentence nobody has written so.
        let goc = "- Rà soát từng hộ\n  của từng ấp\n- hai\n";
        let got =
            ba(goc, &goc.replace("từng hộ", "mọi hộ"), &goc.replace("của từng ấp", "trừ ấp 1"));
        assert_eq!(got, None);
        let dieu = "Điều 1. A\nĐiều 2. B\nĐiều 3. C\n";
        let got = ba(dieu, &dieu.replace('A', "Á"), &dieu.replace('C', "Cờ"));
        assert_eq!(got, Some(chu("Điều 1. Á\nĐiều 2. B\nĐiều 3. Cờ\n")));
    }
}
