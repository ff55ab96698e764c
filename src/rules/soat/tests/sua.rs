use super::*;
use crate::rules::soat::sua::sua;

/// The file after its sure changes, as `--fix` makes them.
fn sau(bytes: &[u8]) -> Vec<u8> {
    let mut now = bytes.to_owned();
    for _ in 0..9 {
        let tep = TepNguon::decode("ke-hoach.yaml", &now).unwrap();
        let root = yaml::parse(&tep).0.unwrap();
        let found = ho_so(&[(&tep, &root, &yaml::cac_muc("", &root))], &[], &LuaChon::default());
        let found: Vec<&Diagnostic> = found.iter().collect();
        let Some(done) = sua(&tep, &now, &found) else { break };
        assert!(!done.xong.is_empty());
        now = done.bytes;
    }
    now
}

#[test]
fn nothing_but_the_words_changes() {
    let truoc = "\u{feff}# chú thích: Khoản 1 điều 2  giữ nguyên\r\n\
        a:   'Theo Nghị định 30/2020/NĐ-CP, ông ''A'' , ngày 5 tháng 03 năm 2020'  # đây nữa , \r\n\
        b: >-\r\n    quy định tại Khoản\r\n    1 điều 24 Luật này , ngày 5\r\n    tháng 03 năm 2020\r\n\r\n\
        c: \"phong trào \\\"Thi đua\\\" ; Ðồng Tháp\"\r\n\
        d: {x: 'đựơc , rồi', y: [Việt nam]}\r\n";
    let dung = "\u{feff}# chú thích: Khoản 1 điều 2  giữ nguyên\r\n\
        a:   'Theo Nghị định số 30/2020/NĐ-CP, ông ''A'', ngày 05 tháng 3 năm 2020'  # đây nữa , \r\n\
        b: >-\r\n    quy định tại khoản\r\n    1 Điều 24 Luật này, ngày 05\r\n    tháng 3 năm 2020\r\n\r\n\
        c: \"phong trào “Thi đua”; Đồng Tháp\"\r\n\
        d: {x: 'được, rồi', y: [Việt Nam]}\r\n";
    let after = sau(truoc.as_bytes());
    assert_eq!(String::from_utf8(after.clone()).unwrap(), dung);
    assert_eq!(sau(&after), after, "a second run changes more");
}

#[test]
fn decomposed_letters_elsewhere_stay_as_they_are() {
    let truoc = "a: Ti\u{ea}\u{301}ng Vi\u{323}\u{302}t , xong\n";
    let after = sau(truoc.as_bytes());
    assert_eq!(String::from_utf8(after).unwrap(), truoc.replace(" ,", ","));
}

#[test]
fn a_change_that_would_be_another_value_is_refused() {
    // Without the space the rest would begin a comment or end a key.
    for text in ["a: một ( hai\n", "b: Việt nam\nb2: *x\n"] {
        let Ok(tep) = TepNguon::decode("a.yaml", text.as_bytes()) else { panic!() };
        let (Some(root), _) = yaml::parse(&tep) else { continue };
        let mut found =
            ho_so(&[(&tep, &root, &yaml::cac_muc("", &root))], &[], &LuaChon::default());
        for edit in found.iter_mut().flat_map(|d| &mut d.fix) {
            edit.text = ": [".into();
        }
        assert!(sua(&tep, text.as_bytes(), &found.iter().collect::<Vec<_>>()).is_none());
    }
}

#[test]
fn bytes_of_another_file_are_refused() {
    let tep = TepNguon::decode("a.yaml", "a: Việt nam\n".as_bytes()).unwrap();
    let root = yaml::parse(&tep).0.unwrap();
    let found = ho_so(&[(&tep, &root, &yaml::cac_muc("", &root))], &[], &LuaChon::default());
    assert!(sua(&tep, "a: Việt nam!\n".as_bytes(), &[&found[0]]).is_none());
}
