use super::*;

fn hang(id: i64, trich_yeu: &str) -> Hang {
    Hang {
        id,
        van: format!("{id}{trich_yeu}"),
        bang_ke: format!("b{id}"),
        dong: vec![(0, 1)],
        nam: 2023,
        ky: String::new(),
        dich: String::new(),
        so: u64::try_from(id).unwrap(),
        ky_hieu: "KH-HĐND".into(),
        loai: Some("ke_hoach".into()),
        ngay: Some(format!("2023-03-{id:02}")),
        trang_thai: "phat_hanh".into(),
        con_hieu_luc: id != 3,
        so_ngay: format!("{id:02}/KH-HĐND 05/3/2023"),
        trich_yeu: trich_yeu.into(),
        nguoi_ky: "Nguyễn Thị Kim Tuyền".into(),
        noi_nhan: "Uỷ ban nhân dân Tỉnh".into(),
        ghi_chu: "trả lời văn bản đến số 12/2026".into(),
    }
}

fn ba_van_ban() -> Vec<Hang> {
    vec![
        hang(1, "Kế hoạch tổ chức hội nghị sơ kết"),
        hang(2, "Kế hoạch kiểm tra nồi hơi"),
        hang(3, "Kế hoạch hội thi"),
    ]
}

fn khoa() -> [(&'static str, String); 1] {
    [("so", "a".to_owned())]
}

/// The words of the text: paper 2 alone has them.
fn chu(hang: &Hang, _: usize) -> Result<(String, bool), ()> {
    Ok((if hang.id == 2 { "Đường dây nóng, hội đồng" } else { "Đương nhiên" }.to_owned(), true))
}

fn cua(chi_muc: &ChiMuc, muon: &Muon) -> Vec<i64> {
    let hoi = muon.cau_hoi();
    let dem = chi_muc.tim(&khoa(), (&hoi, &muon.loc), 10).unwrap().unwrap();
    assert_eq!(dem.tat_ca, dem.thay.len(), "{muon:?}");
    dem.thay.iter().map(|thay| thay.id).collect()
}

fn loi(chi_muc: &ChiMuc, loi: &str) -> Vec<i64> {
    cua(chi_muc, &Muon { loi: loi.into(), ..Muon::default() })
}

fn moi(goc: &std::path::Path) -> ChiMuc {
    let mut chi_muc = mo(goc).unwrap();
    chi_muc.cap_nhat(&ba_van_ban(), &khoa(), &mut chu).unwrap().unwrap();
    chi_muc
}

/// A clerk types as she likes; marks, where she types them, mean what they say.
#[test]
fn words_with_marks_and_without() {
    let dir = tempfile::tempdir().unwrap();
    let own = moi(dir.path());
    // The newest first, and those whose line has the word before the one whose text has it.
    assert_eq!(loi(&own, "hoi"), [3, 2, 1]);
    assert_eq!(loi(&own, "hội"), [3, 1, 2]);
    assert_eq!(loi(&own, "hơi"), [2]);
    assert_eq!(loi(&own, "duong"), [3, 2, 1]);
    assert_eq!(loi(&own, "đường"), [2]);
    assert_eq!(loi(&own, "HỘI ngh"), [1]);
    assert_eq!(loi(&own, "\"nghị hội\""), Vec::<i64>::new());
    assert_eq!(loi(&own, "ủy ban"), [3, 2, 1]);
    assert_eq!(loi(&own, "2/KH"), [2]);
    assert_eq!(loi(&own, "hoi AND"), Vec::<i64>::new());
}

#[test]
fn people_days_and_states_narrow_it() {
    let dir = tempfile::tempdir().unwrap();
    let own = moi(dir.path());
    let with = |muon: Muon| cua(&own, &muon);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(with(Muon { nguoi_ky: some("kim tuyen"), ..Muon::default() }), [3, 2, 1]);
    assert_eq!(with(Muon { noi_nhan: some("kim tuyen"), ..Muon::default() }), Vec::<i64>::new());
    assert_eq!(with(Muon { tra_loi: some("12/2026"), ..Muon::default() }), [3, 2, 1]);
    let loc = Loc { tu: some("2023-03-02"), den: some("2023-03-03"), ..Loc::default() };
    assert_eq!(with(Muon { loc: loc.clone(), ..Muon::default() }), [3, 2]);
    let loc = Loc { con_hieu_luc: Some(true), ..loc };
    assert_eq!(with(Muon { loi: "hoi".into(), loc, ..Muon::default() }), [2]);
    let loc = Loc { so: Some(1), ky_hieu: some("kh-HĐND"), nam: Some(2023), ..Loc::default() };
    assert_eq!(with(Muon { loc, ..Muon::default() }), [1]);
}

/// What is not said of the state of the index is not believed, and only what is new is read again.
#[test]
fn only_what_is_new_is_read() {
    let dir = tempfile::tempdir().unwrap();
    drop(moi(dir.path()));
    let mut own = mo(dir.path()).unwrap();
    let other = [("so", "khác".to_owned())];
    let muon = Muon { loi: "hoi".into(), ..Muon::default() };
    assert_eq!(own.tim(&other, (&muon.cau_hoi(), &muon.loc), 9), Ok(None));
    let mut all = ba_van_ban();
    all.remove(0);
    // A later line says more of the second; the fourth is new.
    all[0].van.push('x');
    all.push(hang(4, "Kế hoạch hội chợ"));
    let mut read = Vec::new();
    let mut chu = |hang: &Hang, left: usize| {
        read.push((hang.id, left));
        chu(hang, left)
    };
    own.cap_nhat(&all, &khoa(), &mut chu).unwrap().unwrap();
    assert_eq!(read, [(4, 2)]);
    assert_eq!(loi(&own, "hoi"), [4, 3, 2]);
    // The text of the second was kept.
    assert_eq!(loi(&own, "đường dây"), [2]);
}

/// A paper that can't be read now is tried again when the register has changed; a stop leaves what was done.
#[test]
fn what_was_stopped_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let mut own = mo(dir.path()).unwrap();
    let stopped = own.cap_nhat(&ba_van_ban(), &khoa(), &mut |_, _| Err("dừng"));
    assert_eq!(stopped, Ok(Err("dừng")));
    let muon = Muon { loi: "hoi".into(), ..Muon::default() };
    assert_eq!(own.tim(&khoa(), (&muon.cau_hoi(), &muon.loc), 9), Ok(None));
    let mut missing =
        |hang: &Hang, left: usize| chu(hang, left).map(|(text, _)| (text, hang.id != 2));
    own.cap_nhat(&ba_van_ban(), &khoa(), &mut missing).unwrap().unwrap();
    let mut read = Vec::new();
    let mut again = |hang: &Hang, left: usize| {
        read.push(hang.id);
        chu(hang, left)
    };
    own.cap_nhat(&ba_van_ban(), &khoa(), &mut again).unwrap().unwrap();
    assert_eq!(read, [2]);
}

/// Whatever lies there instead of an index: it is thrown away or left alone, told, and the answers are the same.
#[test]
fn a_broken_or_foreign_index_is_made_anew() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(TEP);
    let good = {
        drop(moi(dir.path()));
        std::fs::read(&path).unwrap()
    };
    let mut torn = good.clone();
    torn.truncate(good.len() / 2);
    let mut flipped = good.clone();
    for byte in &mut flipped[100..4096] {
        *byte ^= 0xff;
    }
    let older = {
        let con = rusqlite::Connection::open(&path).unwrap();
        con.pragma_update(None, "user_version", 0).unwrap();
        drop(con);
        std::fs::read(&path).unwrap()
    };
    for bytes in [b"khong phai".to_vec(), torn, flipped, older, vec![0; 5000]] {
        std::fs::write(&path, &bytes).unwrap();
        let mut own = mo(dir.path()).unwrap();
        if own.cap_nhat(&ba_van_ban(), &khoa(), &mut chu).is_err() {
            vut(dir.path());
            own = moi(dir.path());
        }
        assert!(!own.trong_may);
        assert_eq!(loi(&own, "hội"), [3, 1, 2]);
    }
}

/// A file with a trigger, a view or another table beside ours is somebody's work, not an index.
#[test]
fn a_file_with_more_in_it_is_not_believed() {
    let dir = tempfile::tempdir().unwrap();
    drop(moi(dir.path()));
    let con = rusqlite::Connection::open(dir.path().join(TEP)).unwrap();
    con.execute_batch("CREATE TRIGGER x AFTER INSERT ON vb BEGIN DELETE FROM so; END;").unwrap();
    drop(con);
    let own = mo(dir.path()).unwrap();
    assert!(own.loi.as_deref().is_some_and(|said| said.contains("đã làm lại")), "{:?}", own.loi);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed_and_a_folder_that_is_read_only_is_no_obstacle() {
    let dir = tempfile::tempdir().unwrap();
    let other = dir.path().join("khac.txt");
    std::fs::write(&other, "của người khác").unwrap();
    let goc = dir.path().join("so");
    std::fs::create_dir(&goc).unwrap();
    std::os::unix::fs::symlink(&other, goc.join(TEP)).unwrap();
    let own = moi(&goc);
    assert!(own.trong_may && own.loi.is_some());
    assert_eq!(loi(&own, "hội"), [3, 1, 2]);
    assert_eq!(std::fs::read_to_string(&other).unwrap(), "của người khác");
    vut(&goc);
    assert!(other.exists() && goc.join(TEP).symlink_metadata().is_ok());
    // A folder reached through a link is the folder.
    let (real, by_link) = (dir.path().join("that"), dir.path().join("lien-ket"));
    std::fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &by_link).unwrap();
    assert!(!moi(&by_link).trong_may && real.join(TEP).exists());
}

/// Two at once: each ends with an index that has all.
#[test]
fn two_at_once_both_find_everything() {
    let dir = tempfile::tempdir().unwrap();
    let many: Vec<Hang> = (1..=700).map(|id| Hang { ngay: None, ..hang(id, "hội") }).collect();
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| {
                    let mut own = mo(dir.path()).unwrap();
                    own.cap_nhat(&many, &khoa(), &mut chu).unwrap().unwrap();
                    let muon = Muon { loi: "hội".into(), ..Muon::default() };
                    let dem = own.tim(&khoa(), (&muon.cau_hoi(), &muon.loc), 9).unwrap().unwrap();
                    assert_eq!((dem.tat_ca, dem.thay.len()), (700, 9));
                })
            })
            .collect();
        hands.into_iter().for_each(|hand| hand.join().unwrap());
    });
}
