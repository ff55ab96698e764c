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

/// The same of a commune in 2026, where rules about what is no more have their say.
const VAN_BAN_2026: &str = include_str!("van-ban-2026.txt");

#[test]
fn real_prose_of_2026_is_without_any_finding() {
    let mut wrong = Vec::new();
    for cau in VAN_BAN_2026.lines() {
        let file = format!("ngay_ban_hanh: 15/9/2026\nmo_dau: >-\n  {cau}\n");
        wrong.extend(soat_yaml(&file).iter().map(|d| format!("{} {} | {cau}", d.code, d.message)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // What one sentence may say the others may too: as one body they are as right.
    let body: String = VAN_BAN_2026.lines().map(|cau| format!("  {cau}\n\n")).collect();
    let found = soat_yaml(&format!("ngay_ban_hanh: 15/9/2026\nnoi_dung: |\n{body}"));
    let found: Vec<_> = found.iter().map(|d| format!("{} {}", d.code, d.message)).collect();
    assert_eq!(found, [""; 0]);
}
