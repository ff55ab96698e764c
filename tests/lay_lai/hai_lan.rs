//! Words that the source says twice: an edit of either comes back to its own.

use std::fs;

use super::{da_soan, run, source};
use crate::support::sua_word::{Sua, doi_phan, sua};
use crate::support::{stderr, stdout};

const LOI: &str = "Chánh Văn phòng Sở và các phòng chịu trách nhiệm thi hành";

/// The decision and what it issues end with the same words.
fn quyet_dinh() -> String {
    format!(
        "\
loai: quyet_dinh
ngay_ban_hanh: 5/2026
trich_yeu: Ban hành Quy chế làm việc
tham_quyen: GIÁM ĐỐC SỞ NỘI VỤ
can_cu:
  - Theo đề nghị của Chánh Văn phòng Sở
noi_dung: |
  Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Sở.

  Điều 2. {LOI}.
kem_theo:
  loai: Quyết định
  trich_yeu: Về việc làm việc theo quy chế
  noi_dung: |
    Căn cứ yêu cầu công tác;

    {{giữa}} **QUYẾT ĐỊNH**

    Điều 1. Làm việc theo quy chế.

    Điều 2. {LOI}.
luu: VT, VP
nguoi_ky: giam_doc
"
    )
}

/// The title of a chapter is printed in capitals: small letters typed into it come back, and what they become is told.
#[test]
fn small_letters_in_a_title_of_capitals_come_back() {
    let first = quyet_dinh().replace("loai: Quyết định", "loai: Quy chế").replace(
        "    Căn cứ yêu cầu công tác;\n\n    {giữa} **QUYẾT ĐỊNH**\n",
        "    # Chương I. QUY ĐỊNH CHUNG\n",
    );
    let dir = da_soan(&first);
    sua(&dir.path().join("a.docx"), &[Sua::Chu("ĐỊNH CHUNG", "ĐỊNH ban đầu, CHUNG")]);
    let out = run(&["take-back", "a.docx"], dir.path());
    assert!(out.status.success(), "{}{}", stdout(&out), stderr(&out));
    assert!(stderr(&out).contains("QUY ĐỊNH BAN ĐẦU, CHUNG"), "{}", stderr(&out));
    assert_eq!(source(dir.path()), first.replace("ĐỊNH CHUNG", "ĐỊNH ban đầu, CHUNG"));
}

#[test]
fn either_of_two_equal_texts_comes_back() {
    for last in [false, true] {
        let first = quyet_dinh();
        let dir = da_soan(&first);
        let file = dir.path().join("a.docx");
        let edited = doi_phan(&fs::read(&file).unwrap(), |name, text| match name {
            "word/document.xml" => {
                let at = if last { text.rfind(LOI) } else { text.find(LOI) }.unwrap();
                format!(
                    "{}{}",
                    &text[..at],
                    text[at..].replacen("và các phòng", "và các đơn vị", 1)
                )
            }
            _ => text,
        });
        fs::write(&file, edited).unwrap();
        let out = run(&["take-back", "a.docx"], dir.path());
        assert!(out.status.success(), "{last}: {}{}", stdout(&out), stderr(&out));
        let at = if last { first.rfind(LOI) } else { first.find(LOI) }.unwrap();
        let wanted =
            format!("{}{}", &first[..at], first[at..].replacen("và các phòng", "và các đơn vị", 1));
        assert_eq!(source(dir.path()), wanted, "{last}");
    }
}
