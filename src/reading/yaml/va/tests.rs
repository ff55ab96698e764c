use super::*;

fn duong(text: &str) -> Vec<Buoc> {
    let step = |part: &str| match part.parse() {
        Ok(thu) => Buoc::PhanTu(thu),
        Err(_) => Buoc::Khoa(part.to_owned()),
    };
    text.split('.').map(step).collect()
}

/// The file with the field made what the JSON says.
fn thanh(text: &str, path: &str, json: &str) -> Option<String> {
    let tep = TepNguon { ten: "a.yaml".into(), text: text.into() };
    va(&tep, &duong(path), &serde_json::from_str(json).unwrap())
}

#[track_caller]
fn is(text: &str, path: &str, json: &str, wanted: &str) {
    assert_eq!(thanh(text, path, json).as_deref(), Some(wanted), "{path} = {json}");
}

#[test]
fn a_text_keeps_its_way_of_writing_and_its_comment() {
    is("a: cũ  # ghi chú\nb: 1\n", "a", r#""mới""#, "a: mới  # ghi chú\nb: 1\n");
    is("a: 'cũ' # x\n", "a", r#""m'ới""#, "a: 'm''ới' # x\n");
    is("a: \"cũ\"\nb: 1\n", "a", r#""mới""#, "a: \"mới\"\nb: 1\n");
    is("a: >-\n  một\n  hai\n# x\nb: 1\n", "a", r#""ba""#, "a: >-\n  ba\n# x\nb: 1\n");
    is("a: một\n  hai # x\nb: 1\n", "a", r#""ba""#, "a: ba # x\nb: 1\n");
    is(
        "a: |  # x\n  một\n\n  # hai\n\n# y\nb: 1\n",
        "a",
        r#""ba\n\nbốn\n""#,
        "a: |  # x\n  ba\n\n  bốn\n\n# y\nb: 1\n",
    );
}

#[test]
fn what_is_no_plain_text_is_put_into_quotes() {
    is("a: cũ\n", "a", r#""một: hai""#, "a: 'một: hai'\n");
    is("a: cũ\n", "a", r##""# một""##, "a: '# một'\n");
    is("a: cũ\n", "a", r#""x # y""#, "a: 'x # y'\n");
    is("a: cũ\n", "a", r#""- x""#, "a: '- x'\n");
    is("a: cũ\n", "a", r#""null""#, "a: 'null'\n");
    is("a: cũ\n", "a", r#"" x""#, "a: \" x\"\n");
    is("a: cũ\n", "a", r#""05""#, "a: 05\n");
}

#[test]
fn a_field_that_is_blank_is_filled_and_emptied() {
    is("so: # chờ\nb: 1\n", "so", r#""5""#, "so: 5 # chờ\nb: 1\n");
    is("so:\nb: 1\n", "so", r#""5""#, "so: 5\nb: 1\n");
    is("so: 5 # chờ\nb: 1\n", "so", "null", "so: # chờ\nb: 1\n");
    is("a: |\n  x\n  y\nb: 1\n", "a", "null", "a:\nb: 1\n");
    is("a:\n- x\n- y\nb: 1\n", "a", "null", "a:\nb: 1\n");
}

#[test]
fn a_key_that_is_missing_comes_last() {
    is("a: 1\n\n# cuối\n", "b", r#""x""#, "a: 1\nb: x\n\n# cuối\n");
    is("a: 1", "b", r#""x""#, "a: 1\nb: x");
    is("a: 1\n", "b", r#"["x","y"]"#, "a: 1\nb:\n  - x\n  - y\n");
    is("a: 1\n", "b.c", r#""x\ny\n""#, "a: 1\nb:\n  c: |\n    x\n    y\n");
    is("a: 1\nb:\n", "b.c", r#""x""#, "a: 1\nb:\n  c: x\n");
    is("a:\n  b: 1\nc: 2\n", "a.d", r#""x""#, "a:\n  b: 1\n  d: x\nc: 2\n");
    is("a: |\n  x\n", "b", r#""y""#, "a: |\n  x\nb: y\n");
}

#[test]
fn items_come_and_go_between_comments() {
    let text = "a:\n  # đầu\n  - một # 1\n  - hai\n  # ba\n  - ba\nb: 1\n";
    is(text, "a", r#"["một","ba"]"#, "a:\n  # đầu\n  - một # 1\n  # ba\n  - ba\nb: 1\n");
    is(text, "a", r#"["một","2","ba"]"#, &text.replace("- hai", "- 2"));
    is(text, "a", r#"["một","hai","ba","bốn"]"#, &text.replace("- ba\n", "- ba\n  - bốn\n"));
    is(text, "a", r#"["không","một","hai","ba"]"#, &text.replace("  - một", "  - không\n  - một"));
    is(text, "a.1", "null", "a:\n  # đầu\n  - một # 1\n  # ba\n  - ba\nb: 1\n");
    is("a:\n- x\n- y\nb: 1\n", "a", r#"["x"]"#, "a:\n- x\nb: 1\n");
    is("a:\n- x\nb: 1\n", "a", r#"["x","y"]"#, "a:\n- x\n- y\nb: 1\n");
    is("a: x\nb: 1\n", "a", r#"["x","y"]"#, "a:\n  - x\n  - y\nb: 1\n");
    is("a: {x: y, z: t} # x\nb: 1\n", "a.x", r#""m""#, "a:\n  x: m\n  z: t\nb: 1\n");
    is("a: [x, y]\nb: 1\n", "a", r#"["x","z"]"#, "a:\n  - x\n  - z\nb: 1\n");
}

#[test]
fn groups_in_lists_are_changed_key_by_key() {
    let text = "d:\n  - ten: An # x\n    tuoi: 5\n  - ten: Bê\n";
    is(text, "d.0.ten", r#""Ân""#, &text.replace("An", "Ân"));
    is(text, "d.1.tuoi", r#""7""#, "d:\n  - ten: An # x\n    tuoi: 5\n  - ten: Bê\n    tuoi: 7\n");
    is(text, "d", r#"[{"ten":"Bê"}]"#, "d:\n  - ten: Bê\n");
    is(
        text,
        "d",
        r#"[{"ten":"An","tuoi":"5"},{"ten":"Bê"},{"ten":"Cê","noi":["x"]}]"#,
        "d:\n  - ten: An # x\n    tuoi: 5\n  - ten: Bê\n  - ten: Cê\n    noi:\n      - x\n",
    );
}

/// A key that says nothing any more goes, unless somebody has written about it.
#[test]
fn a_key_of_a_group_that_is_emptied_goes() {
    let text = "d:\n  a: 1\n  b: |\n    x\n    y\n\n  c:\n    - 1\n  e: 5\nf: 1\n";
    is(text, "d", r#"{"a":"1","e":"5"}"#, "d:\n  a: 1\n\n  e: 5\nf: 1\n");
    is(text, "d", r#"{"e":"5"}"#, "d:\n\n  e: 5\nf: 1\n");
    is(text, "d", r#"{"a":"1","g":"2"}"#, "d:\n  a: 1\n\n  g: 2\nf: 1\n");
    is(text, "d", r#"{"g":"2"}"#, "d:\n\n  g: 2\nf: 1\n");
    let said = "d:\n  a: 1\n  # ngày\n  b: 2\n  c: 3 # chờ\n  e: 4\n";
    is(said, "d", r#"{"a":"1"}"#, "d:\n  a: 1\n  # ngày\n  b:\n  c: # chờ\n");
    is("d:\n  - a: 1\n    b: 2\n", "d", r#"[{"b":"2"}]"#, "d:\n  - a:\n    b: 2\n");
    is(
        "d:\n  - a: 1\n    b: 2\n  - c: 1\n",
        "d",
        r#"[{"a":"1"},{"c":"1"}]"#,
        "d:\n  - a: 1\n  - c: 1\n",
    );
    is("d: {a: 1, b: 2}\n", "d", r#"{"a":"1"}"#, "d:\n  a: 1\n");
}

#[test]
fn what_has_a_name_or_does_not_exist_is_refused() {
    assert_eq!(thanh("a: &x một\nb: *x\n", "a", r#""hai""#), None);
    assert_eq!(thanh("a: một\n", "a.0", r#""hai""#), None);
    assert_eq!(thanh("a: [\n", "a", r#""hai""#), None);
    assert_eq!(thanh("a: một\n", "a", r#""x\u0007y""#), None);
    assert_eq!(thanh("a: một\n", "a", r#""một""#).as_deref(), Some("a: một\n"));
}

/// Whatever is typed into any field of any paper here comes back as it was typed, and nothing else has changed.
#[test]
fn every_field_of_every_paper_can_become_anything() {
    let words = [
        "x",
        "một: hai",
        "# a",
        "- b",
        "\"",
        "'",
        "a\nb\n",
        "a\n\n  b",
        " ",
        "c\n\n\n",
        "%x",
        "@y",
        "*z*",
        "| x",
        "ế: [",
        "no",
        "1e3",
    ];
    let mut tried = 0;
    for dir in ["data/cac-mau", "data/dong-thap-2023", "templates/co-quan"] {
        let dir = format!("{}/{dir}", env!("CARGO_MANIFEST_DIR"));
        for entry in std::fs::read_dir(dir).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|ending| ending != "yaml") {
                continue;
            }
            let tep = TepNguon::decode("a.yaml", &std::fs::read(&path).unwrap()).unwrap();
            let Some(cay) = cay_cua(&tep) else { continue };
            let mut all = Vec::new();
            cac_duong(&cay, &mut Vec::new(), &mut all);
            for (i, at) in all.iter().enumerate().step_by(3) {
                let moi = Cay::Chu(words[i % words.len()].to_owned());
                let shown = format!("{}: {at:?} = {moi:?}", path.display());
                let Some(text) = va(&tep, at, &moi) else { panic!("{shown}") };
                let after = TepNguon::decode("a.yaml", text.as_bytes()).unwrap();
                assert_eq!(cay_cua(&after).unwrap().tai(at), &moi, "{shown}");
                // Comments stay but for those inside brackets that must go.
                let kept = |text: &str| text.lines().filter(|line| line.starts_with('#')).count();
                assert!(kept(&text) >= kept(&tep.text), "{shown}\n{text}");
                tried += 1;
            }
        }
    }
    assert!(tried > 300, "{tried}");
}

fn cac_duong(cay: &Cay, tai: &mut Vec<Buoc>, out: &mut Vec<Vec<Buoc>>) {
    let con: Vec<(Buoc, &Cay)> = match cay {
        Cay::Trong => return,
        Cay::Chu(_) => return out.push(tai.clone()),
        Cay::DanhSach(items) => {
            items.iter().enumerate().map(|(i, c)| (Buoc::PhanTu(i), c)).collect()
        }
        Cay::Nhom(entries) => entries.iter().map(|(k, c)| (Buoc::Khoa(k.clone()), c)).collect(),
    };
    for (buoc, con) in con {
        tai.push(buoc);
        cac_duong(con, tai, out);
        tai.pop();
    }
}
