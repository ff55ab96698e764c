use super::*;

/// Prose of all fields of administration, a sentence a line, all of it right: whoever is warned wrongly
/// stops reading.
const VAN_BAN: &str = include_str!("van-ban-that.txt");

#[test]
fn real_prose_is_without_any_finding() {
    let mut wrong = Vec::new();
    for cau in VAN_BAN.lines().filter(|cau| !cau.is_empty()) {
        wrong.extend(soat_chu(cau).iter().map(|d| format!("{} {} | {cau}", d.code, d.message)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(VAN_BAN.lines().count() > 290);
}
