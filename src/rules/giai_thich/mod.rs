//! What each code of a finding means, in plain Vietnamese: the rules about the text with their examples,
//! and a sentence or two for every other code.

mod cac_loai;
mod chuyen;
mod phat_hanh;
mod so_dang_ky;
mod tai_lieu;
mod tep;
mod van_ban;
mod van_ban_den;
mod word;

use crate::diagnostic::Severity;
use crate::rules::soat::luat::{LUAT, Luat, luat};

pub use cac_loai::cac_loai;
pub use tai_lieu::tai_lieu;

/// Every code that is no rule about the text, with its meaning.
pub fn cac_ma() -> impl Iterator<Item = &'static (&'static str, &'static str)> {
    let of_papers = van_ban::MA.iter().chain(word::MA).chain(chuyen::MA);
    tep::MA
        .iter()
        .chain(of_papers)
        .chain(phat_hanh::MA)
        .chain(so_dang_ky::MA)
        .chain(van_ban_den::MA)
}

/// All codes: those of the rules first.
pub fn tat_ca() -> Vec<&'static str> {
    LUAT.iter().map(|luat| luat.ma).chain(cac_ma().map(|(ma, _)| *ma)).collect()
}

/// The code that is written so.
pub fn ma(ma: &str) -> Option<&'static str> {
    let rules = LUAT.iter().map(|luat| luat.ma);
    rules.chain(cac_ma().map(|(own, _)| *own)).find(|own| *own == ma)
}

/// The explanation of a code, in lines.
pub fn giai_thich(ma: &str) -> Option<Vec<String>> {
    if let Some(luat) = luat(ma) {
        return Some(cua_luat(luat));
    }
    let (ma, nghia) = cac_ma().find(|(own, _)| own.eq_ignore_ascii_case(ma))?;
    Some(vec![format!("{ma}: {nghia}")])
}

/// One line for each code, the rules by their ids; whole sentences, since an abbreviation or a file's name has a stop
/// too.
pub fn danh_sach() -> Vec<String> {
    let rules =
        theo_ma().into_iter().map(|luat| format!("{}  {} ({})", luat.ma, luat.ten, muc(luat)));
    let codes = cac_ma().map(|(ma, nghia)| format!("{ma}  {nghia}"));
    rules.chain(codes).collect()
}

fn theo_ma() -> Vec<&'static Luat> {
    let mut all = LUAT.to_vec();
    all.sort_by_key(|luat| luat.ma);
    all
}

fn cua_luat(luat: &Luat) -> Vec<String> {
    vec![
        format!("{}: {} ({})", luat.ma, luat.ten, muc(luat)),
        luat.giai_thich.to_owned(),
        format!("  sai:  {}", luat.sai),
        format!("  đúng: {}", luat.dung),
        format!("  căn cứ: {}", luat.can_cu),
        format!("  không dùng quy tắc này: thêm “bo_qua: [{}]” vào co-quan.yaml", luat.ma),
    ]
}

fn muc(luat: &Luat) -> &'static str {
    match luat.muc {
        Severity::Note => "ghi chú",
        Severity::Warning | Severity::Error => "cảnh báo",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    fn sources(dir: &Path, out: &mut String) {
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("tests") {
                sources(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                out.push_str(text.split("#[cfg(test)]").next().unwrap());
            }
        }
    }

    /// The codes that some line of `src` raises.
    fn raised() -> BTreeSet<String> {
        let mut code = String::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
        let raise = regex::Regex::new(
            r#"(?:Fault::new|Diagnostic::(?:error|warning|note))\(\s*"([a-z0-9-]+)""#,
        );
        raise.unwrap().captures_iter(&code).map(|caps| caps[1].to_owned()).collect()
    }

    #[test]
    fn every_code_that_is_raised_is_explained() {
        let known: BTreeSet<String> = cac_ma().map(|(ma, _)| (*ma).to_owned()).collect();
        let raised = raised();
        let missing: Vec<_> = raised.difference(&known).collect();
        assert!(missing.is_empty(), "thêm vào src/giai_thich: {missing:?}");
        let unused: Vec<_> = known.difference(&raised).collect();
        assert!(unused.is_empty(), "không còn dùng: {unused:?}");
        assert!(raised.len() > 100);
    }

    #[test]
    fn codes_are_told_in_words() {
        assert_eq!(giai_thich("vt101").unwrap().len(), 6);
        assert!(giai_thich("bad-date").unwrap()[0].starts_with("bad-date: Không hiểu ngày"));
        assert_eq!(giai_thich("khong-co"), None);
        assert_eq!(danh_sach().len(), tat_ca().len());
        let cut = danh_sach().into_iter().find(|line| !line.ends_with(['.', ')', '”']));
        assert_eq!(cut, None, "a sentence that breaks off");
        assert_eq!(tat_ca().iter().collect::<BTreeSet<_>>().len(), tat_ca().len());
    }

    /// `docs/soat-loi.md` is what users read; BLESS=1 rewrites it.
    #[test]
    fn the_page_of_rules_is_up_to_date() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/soat-loi.md");
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, tai_lieu()).unwrap();
        }
        let stored = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            stored == tai_lieu(),
            "{} is out of date: run the tests with BLESS=1",
            path.display()
        );
    }
}
