//! A head in two languages: the English names stand under the Vietnamese ones and over the rule, in the pages that the
//! PDF is drawn from and in the Word file alike. It keeps a paper that goes abroad from being finished by hand in Word.

use crate::support;
use std::io::{Cursor, Read};

use vanthu::compose::fonts::{Face, Fonts};
use vanthu::compose::soan::soan;
use vanthu::diagnostic::Diagnostic;
use vanthu::layout::trang::Hinh;
use vanthu::model::VanBan;
use vanthu::reading::source::read_ho_so;
use vanthu::rules::check::check;

const CO_QUAN: &str = "ten: Sở Ngoại vụ tỉnh Đồng Tháp\nco_quan_chu_quan: ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP\n\
    co_quan_ban_hanh: SỞ NGOẠI VỤ\ndia_danh: Đồng Tháp\nky_hieu: SNGV\n\
    nguoi_ky:\n  giam_doc: {dong: GIÁM ĐỐC, ho_ten: Nguyễn Văn An}\nnoi_nhan: [Các phòng]\nluu: VT\n";
const TIENG_ANH: &str = "tieng_anh:\n  co_quan_chu_quan: [PEOPLE’S COMMITTEE, OF DONG THAP PROVINCE]\n  \
    co_quan_ban_hanh: [DEPARTMENT OF, FOREIGN AFFAIRS]\n";
const GIAY: &str = "loai: thong_bao\nngay_ban_hanh: 3/9/2026\ntrich_yeu: Lịch tiếp khách\nnoi_dung: Sở thông báo lịch tiếp khách.\n";

fn doc(co_quan: &str, giay: &str) -> (Option<VanBan>, Vec<Diagnostic>) {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("co-quan.yaml"), co_quan).unwrap();
    std::fs::write(dir.path().join("giay.yaml"), giay).unwrap();
    let fonts = Fonts::bundled().unwrap();
    let read = check(&read_ho_so(dir.path()).unwrap(), &|c| fonts.has(c));
    (read.van_ban.into_iter().next().and_then(|t| t.van_ban), read.diagnostics)
}

fn song_ngu() -> String {
    format!("{GIAY}song_ngu: co\n")
}

/// Every line of page 1 over the number: its words, base line, size and face.
fn dau_trang(van_ban: &VanBan) -> Vec<(String, f64, f64, Face)> {
    let fonts = Fonts::bundled().unwrap();
    let document = soan(van_ban, &fonts, None).unwrap();
    let trang = vanthu::layout::trang(&document, &fonts, Default::default());
    let runs = trang.trang[0].ve.iter().filter_map(|ve| match &ve.hinh {
        Hinh::Chu(c) => Some((c.chu.trim_end().to_owned(), c.chan, c.co, c.kieu)),
        _ => None,
    });
    runs.take_while(|(chu, ..)| !chu.starts_with("Số:")).collect()
}

fn co_dong<'d>(all: &'d [(String, f64, f64, Face)], dau: &str) -> &'d (String, f64, f64, Face) {
    all.iter().find(|line| line.0 == dau).unwrap_or_else(|| panic!("{dau}: {all:#?}"))
}

#[test]
fn english_names_stand_under_the_others_and_over_the_rule() {
    let (van_ban, found) = doc(&format!("{CO_QUAN}{TIENG_ANH}"), &song_ngu());
    assert!(found.iter().all(|d| !d.is_error()), "{found:#?}");
    let van_ban = van_ban.unwrap();
    let all = dau_trang(&van_ban);
    for (tren, duoi, kieu) in [
        ("SỞ NGOẠI VỤ", "PEOPLE’S COMMITTEE", Face::Regular),
        ("OF DONG THAP PROVINCE", "DEPARTMENT OF", Face::Bold),
        ("Độc lập - Tự do - Hạnh phúc", "SOCIALIST REPUBLIC OF VIET NAM", Face::Bold),
        ("SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness", Face::Bold),
    ] {
        let (over, under) = (co_dong(&all, tren), co_dong(&all, duoi));
        assert!(over.1 < under.1, "{tren} / {duoi}: {all:#?}");
        assert_eq!((under.2, under.3), (11.0, kieu), "{duoi}");
    }
    let word =
        vanthu::writers::docx::write(&soan(&van_ban, &Fonts::bundled().unwrap(), None).unwrap());
    let mut xml = String::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(word.unwrap())).unwrap();
    zip.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let tree = roxmltree::Document::parse(&xml).unwrap();
    let named = |n: &roxmltree::Node<'_, '_>, name| n.tag_name().name() == name;
    let styles: Vec<&str> = tree
        .descendants()
        .filter(|n| named(n, "pStyle"))
        .filter_map(|n| n.attributes().find(|a| a.name() == "val").map(|a| a.value()))
        .collect();
    let (trai, phai) = styles.split_at(styles.iter().position(|s| *s == "QuocHieu").unwrap());
    assert!(
        trai.ends_with(&[
            "CoQuanChuQuan",
            "CoQuanBanHanh",
            "TiengAnh",
            "TiengAnhDam",
            "GachCoQuan"
        ]),
        "{styles:?}"
    );
    assert!(phai.starts_with(&["QuocHieu", "TieuNgu", "TiengAnhDam", "GachTieuNgu"]), "{styles:?}");
}

#[test]
fn a_paper_that_does_not_ask_for_english_has_none() {
    let (with, _) = doc(&format!("{CO_QUAN}{TIENG_ANH}"), GIAY);
    let (without, _) = doc(CO_QUAN, GIAY);
    assert_eq!(dau_trang(&with.unwrap()), dau_trang(&without.unwrap()));
}

#[test]
fn the_offices_own_words_come_before_those_of_the_rules() {
    let own = "  tieu_de: [SOCIALIST REPUBLIC OF VIETNAM]\n";
    let (van_ban, _) = doc(&format!("{CO_QUAN}{TIENG_ANH}{own}"), &song_ngu());
    let all = dau_trang(&van_ban.unwrap());
    co_dong(&all, "SOCIALIST REPUBLIC OF VIETNAM");
    assert!(all.iter().all(|line| !line.0.starts_with("Independence")), "{all:#?}");
}

#[test]
fn what_is_missing_is_told_with_what_to_type() {
    let (van_ban, found) = doc(CO_QUAN, &song_ngu());
    assert!(
        van_ban.is_none(),
        "a paper that asks for names that there are not is not made without them"
    );
    let told = found.iter().find(|d| d.code == "missing-field").unwrap();
    assert_eq!(told.message, "song_ngu: co-quan.yaml chưa có tên tiếng Anh");
    assert!(told.hint.as_ref().unwrap().contains("tieng_anh"), "{told:?}");
    let vietnamese = TIENG_ANH.replace("[DEPARTMENT OF, FOREIGN AFFAIRS]", "SỞ NGOẠI VỤ");
    let (_, found) = doc(&format!("{CO_QUAN}{vietnamese}"), &song_ngu());
    let told = found.iter().find(|d| d.code == "english-name").unwrap();
    assert!(told.message.contains("“SỞ NGOẠI VỤ”"), "{told:?}");
}

/// Read back, the English lines are of the head: no fault of its sizes, and no part of the office's name.
#[test]
fn a_word_file_with_both_languages_is_sound_and_its_office_keeps_its_name() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("co-quan.yaml"), format!("{CO_QUAN}{TIENG_ANH}")).unwrap();
    std::fs::write(dir.path().join("giay.yaml"), song_ngu()).unwrap();
    let built = support::vanthu().arg("build").arg(dir.path()).output().unwrap();
    assert!(built.status.success(), "{}", support::stderr(&built));
    let file = dir.path().join("giay.docx");
    let checked = support::vanthu().arg("check").arg(&file).output().unwrap();
    assert!(
        support::stderr(&checked).contains("không có gì phải sửa"),
        "{}",
        support::stderr(&checked)
    );
    let out = dir.path().join("moi");
    let read = support::vanthu().arg("import").arg(&file).arg("-o").arg(&out).output().unwrap();
    let office = std::fs::read_to_string(out.join("co-quan.yaml")).unwrap();
    assert!(office.contains("co_quan_ban_hanh: SỞ NGOẠI VỤ\n"), "{office}");
    // What it does not take over it says.
    assert!(
        support::stderr(&read).contains("SOCIALIST REPUBLIC OF VIET NAM"),
        "{}",
        support::stderr(&read)
    );
}
