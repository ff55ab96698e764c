use std::path::{Path, PathBuf};

use super::incoming::IncomingRequest;
use super::load::Shared;
use super::make::{Format, Wanted};
use super::register::{
    AddRequest, CheckRequest, CloseYearRequest, DeliverRequest, FindRequest, HandOverRequest,
    ImportBookRequest, ListRequest, OpenYearRequest, PrintRequest, RebuildRequest, RegisterRequest,
    ReserveRequest, VoidRequest,
};
use super::so_sach::RegisterPlace;
use super::template::{CopyTemplate, ListTemplates, TemplateRequest};
use super::*;
use crate::compose::compile::{Compiled, Compiler, Task};
use crate::diagnostic::Diagnostic;

fn shared() -> Shared {
    Shared {
        fonts: Some("phông".into()),
        mau: Some("mẫu".into()),
        time_limit: Some(std::time::Duration::from_secs(9)),
        memory_limit: std::num::NonZeroUsize::new(300),
    }
}

fn wanted() -> Wanted {
    Wanted {
        folder: Some("ra".into()),
        formats: vec![Format::Docx],
        only: vec!["bao-cao".into()],
        signature_fields: true,
        number_fields: true,
        separate_appendices: true,
    }
}

fn mot_viec(tep: &str) -> issue::MotViec {
    let request = issue::IssueRequest {
        tep: tep.into(),
        date: Some("15/3/2023".into()),
        shared: shared(),
        ..Default::default()
    };
    issue::MotViec { ten: tep.to_owned(), request }
}

fn of_incoming() -> Vec<IncomingRequest> {
    use crate::jobs::incoming as den;
    let so = || RegisterPlace {
        so_sach: Some("sổ".into()),
        ho_so: Some("hs".into()),
        lap_so_moi: false,
        bounds: shared().bounds(),
    };
    let place = || den::IncomingPlace { so: so(), mat: false };
    let mat = || den::IncomingPlace { mat: true, ..place() };
    let begun = || den::IncomingPlace { so: RegisterPlace { lap_so_moi: true, ..so() }, mat: true };
    let some = |text: &str| Some(text.to_owned());
    let so_den = || "12/2026".to_owned();
    let ngay = || "5/3/2026".to_owned();
    vec![
        IncomingRequest::Add(den::AddRequest {
            tep: vec!["a.pdf".into()],
            kem: vec!["b.pdf".into()],
            ngay: ngay(),
            so: Some(12),
            tac_gia: some("SNV"),
            ky_hieu: some("1/SNV"),
            ngay_van_ban: some("4/3/2026"),
            trich_yeu: some("họp"),
            so_ban: Some(2),
            giao: some("VP"),
            han: some("9/3/2026"),
            chi_dao: some("An"),
            ghi_chu: some("gấp"),
            do_mat: some("mật"),
            dong_dau: true,
            cho_dau: some("10,45"),
            theo_dong: true,
            chap_nhan_canh_bao: true,
            thu: true,
            place: begun(),
        }),
        IncomingRequest::Assign(den::AssignRequest {
            so_den: so_den(),
            cho: "VP".into(),
            han: some("9/3/2026"),
            chi_dao: some("An"),
            ngay: ngay(),
            ghi_chu: some("gấp"),
            place: place(),
        }),
        IncomingRequest::Receive(den::ReceiveRequest {
            so_den: so_den(),
            nguoi: "An".into(),
            ngay: ngay(),
            place: place(),
        }),
        IncomingRequest::Done(den::DoneRequest {
            so_den: so_den(),
            ngay: ngay(),
            tra_loi: some("5/KH-HĐND"),
            ghi_chu: some("gấp"),
            place: place(),
        }),
        IncomingRequest::Void(den::VoidIncomingRequest {
            so_den: so_den(),
            ly_do: "nhầm".into(),
            place: place(),
        }),
        IncomingRequest::Correct(den::CorrectRequest {
            so_den: so_den(),
            ngay_den: some("6/3/2026"),
            tac_gia: some("SNV"),
            ky_hieu: some("1/SNV"),
            ngay_van_ban: some("4/3/2026"),
            trich_yeu: some("họp"),
            ly_do: "nhầm".into(),
            place: place(),
        }),
        IncomingRequest::List(den::ListIncomingRequest {
            nam: Some(2026),
            qua_han: true,
            ngay: Some(ngay()),
            place: mat(),
        }),
        IncomingRequest::Check(den::CheckIncomingRequest { place: place() }),
        IncomingRequest::Print(den::PrintIncomingRequest {
            nam: 2026,
            output: Some("ra".into()),
            fonts: Some("phông".into()),
            place: place(),
        }),
        IncomingRequest::Slip(den::SlipRequest {
            so_den: so_den(),
            output: Some("ra".into()),
            fonts: Some("phông".into()),
            place: place(),
        }),
        IncomingRequest::Stamp(den::StampRequest {
            so_den: so_den(),
            cho_dau: some("duoi-ngay"),
            output: Some("ra.pdf".into()),
            thu: true,
            place: place(),
        }),
        IncomingRequest::Rebuild(den::RebuildIncomingRequest {
            tu: Some("lưu.txt".into()),
            so_cuoi: some("45/2026"),
            place: place(),
        }),
        IncomingRequest::CloseYear(den::CloseIncomingRequest {
            nam: 2026,
            chac_chan: true,
            place: place(),
        }),
        IncomingRequest::OpenYear(den::OpenIncomingRequest {
            nam: 2026,
            ly_do: "nhầm".into(),
            place: place(),
        }),
    ]
}

fn of_register() -> Vec<RegisterRequest> {
    let place = || RegisterPlace {
        so_sach: Some("sổ".into()),
        ho_so: Some("hs".into()),
        lap_so_moi: false,
        bounds: shared().bounds(),
    };
    let begun = || RegisterPlace { lap_so_moi: true, ..place() };
    let (some, so_hieu) = (|text: &str| Some(text.to_owned()), || "105/KH-HĐND".to_owned());
    let list =
        || ListRequest { nam: Some(2023.into()), xlsx: Some("a.xlsx".into()), place: place() };
    let output = Some(PathBuf::from("ra"));
    vec![
        RegisterRequest::List(list()),
        RegisterRequest::Find(FindRequest {
            loi: "hội nghị".into(),
            so: some("105"),
            loai: some("ke_hoach"),
            tu: some("1/3/2023"),
            den: some("31/3/2023"),
            nguoi_ky: some("An"),
            noi_nhan: some("VT"),
            tra_loi: some("12"),
            trang_thai: some("huy"),
            nhieu_nhat: Some(5),
            place: place(),
        }),
        RegisterRequest::Check(CheckRequest {
            nam: Some(2023.into()),
            dau: some("1-a"),
            place: place(),
        }),
        RegisterRequest::Rebuild(RebuildRequest { tu: Some("cũ.txt".into()), place: place() }),
        RegisterRequest::Reserve(ReserveRequest {
            nam: 2023.into(),
            number: some("106"),
            loai: some("ke_hoach"),
            co_quan: some("HĐND"),
            ghi_chu: some("giữ"),
            place: begun(),
        }),
        RegisterRequest::Add(AddRequest {
            so_hieu: some("105/KH-HĐND"),
            date: some("15/3/2023"),
            loai: some("ke_hoach"),
            trich_yeu: some("họp"),
            nguoi_ky: some("An"),
            noi_nhan: some("UBND"),
            luu: some("VT"),
            so_ban: Some(3),
            ghi_chu: some("gấp"),
            tep: vec!["a.docx".into(), "b.pdf".into()],
            thay_the: vec!["1/KH-HĐND".into()],
            dinh_chinh: vec!["2/KH-HĐND".into()],
            thu_hoi: vec!["3/KH-HĐND".into()],
            co_quan: some("HĐND"),
            thu: true,
            place: begun(),
        }),
        RegisterRequest::Import(ImportBookRequest {
            tep: "sổ.xlsx".into(),
            trang: some("Sheet1"),
            nam: Some(2023.into()),
            co_quan: some("HĐND"),
            bo_trong: true,
            thu: true,
            place: begun(),
        }),
        RegisterRequest::Void(VoidRequest {
            so_hieu: so_hieu(),
            ly_do: "nhầm".into(),
            co_quan: some("HĐND"),
            chac_chan: true,
            place: place(),
        }),
        RegisterRequest::Deliver(DeliverRequest {
            so_hieu: so_hieu(),
            ngay_chuyen: "15/3/2023".into(),
            so_ban: Some(3),
            ky_nhan: some("An"),
            ghi_chu: some("gấp"),
            co_quan: some("HĐND"),
            place: place(),
        }),
        RegisterRequest::CloseYear(CloseYearRequest {
            nam: 2023.into(),
            co_quan: some("HĐND"),
            chac_chan: true,
            place: place(),
        }),
        RegisterRequest::OpenYear(OpenYearRequest {
            nam: 2023.into(),
            ly_do: "nhầm".into(),
            co_quan: some("HĐND"),
            place: place(),
        }),
        RegisterRequest::Print(PrintRequest {
            nam: 2023.into(),
            output,
            fonts: Some("phông".into()),
            place: place(),
        }),
        RegisterRequest::HandOver(HandOverRequest {
            nam: 2023.into(),
            so_hieu: vec![so_hieu()],
            tim: None,
            tieu_de: "Tập\u{a0}lưu".into(),
            ky_hieu: "01.VP".into(),
            thoi_han: "20-năm".into(),
            date: "15/1/2024".into(),
            ben_giao: "An".into(),
            ben_nhan: "Bình".into(),
            ma_dinh_danh: some("H20.12"),
            che_do: some("cong-khai"),
            tu_khoa: some("họp"),
            ma_dang_ky: some("1.NL"),
            co_quan: some("HĐND"),
            output: Some("ra".into()),
            thu: true,
            chap_nhan_canh_bao: true,
            place: place(),
        }),
    ]
}

/// Every request, with everything that it can say.
pub(crate) fn requests() -> Vec<Request> {
    let some = |text: &str| Some(text.to_owned());
    let mut all = vec![
        Request::Build(build::BuildRequest {
            ho_so: vec!["a".into(), "b".into()],
            jobs: std::num::NonZeroUsize::new(2),
            wanted: wanted(),
            shared: shared(),
        }),
        Request::Check(check::CheckRequest {
            ho_so: vec!["a".into()],
            fix: true,
            comments: None,
            shared: shared(),
        }),
        Request::Diff(diff::DiffRequest {
            cu: "a.docx".into(),
            moi: "b.docx".into(),
            output: Some("c.docx".into()),
            json: true,
            shared: shared(),
        }),
        Request::Explain(explain::ExplainRequest { ma: some("VT101") }),
        Request::Import(import::ImportRequest {
            tep: "cũ.docx".into(),
            output: Some("ra".into()),
            vao: None,
            shared: shared(),
        }),
        Request::Init(init::InitRequest {
            dir: "a".into(),
            co_quan: some("ubnd-xa"),
            mau: some("giay_moi"),
            nhu: None,
            thu_muc_mau: Some("mẫu".into()),
        }),
        Request::Init(init::InitRequest {
            dir: "a".into(),
            co_quan: None,
            mau: None,
            nhu: Some("cu.yaml".into()),
            thu_muc_mau: None,
        }),
        Request::Issue(issue::IssueRequest {
            tep: "a.yaml".into(),
            date: some("15/3/2023"),
            number: some("105"),
            only: some("bao-cao"),
            thay_the: vec!["1/KH-HĐND".into()],
            dinh_chinh: vec!["2/KH-HĐND".into(), "3/KH-HĐND".into()],
            thu_hoi: vec!["4/KH-HĐND".into()],
            tra_loi: vec!["12/2026".into()],
            so_ban: Some(7),
            ghi_chu: some("gấp"),
            embed: some("nguon"),
            signature_fields: true,
            chap_nhan_canh_bao: true,
            lap_so_moi: true,
            dong: None,
            so_sach: Some("sổ".into()),
            shared: shared(),
        }),
        Request::IssueMany(issue::IssueManyRequest {
            viec: ["a.yaml", "b.yaml"].map(mot_viec).to_vec(),
        }),
        Request::Merge(merge::MergeRequest {
            tep: "a.yaml".into(),
            danh_sach: "b.xlsx".into(),
            trang: some("Sheet1"),
            output: Some("ra".into()),
            formats: vec![Format::Pdf],
            thu: true,
            so: merge::SoCua::Chung("15".into()),
            date: some("15/3/2023"),
            ten_theo: some("Tên"),
            mot_pdf: true,
            hai_mat: true,
            cho_trong: true,
            dong_an: Some(merge::DongAn::Lay),
            jobs: std::num::NonZeroUsize::new(2),
            chap_nhan_canh_bao: true,
            lap_so_moi: true,
            so_sach: Some("sổ".into()),
            shared: shared(),
        }),
        Request::Schema(schema::SchemaRequest {
            kind: "dot".into(),
            ho_so: Some("a".into()),
            mau: Some("mẫu".into()),
        }),
        Request::Send(send::SendRequest {
            ho_so: "a".into(),
            output: Some("ra".into()),
            zip: true,
            date: some("15/3/2023"),
            book: Some("danh-ba.yaml".into()),
            pdf: Some("a.pdf".into()),
            ban_quet: true,
            so_sach: Some("sổ".into()),
            attach: vec!["b.xlsx".into(), "c.xlsx".into()],
            only: vec!["ke-hoach".into()],
            shared: shared(),
        }),
        Request::Template(TemplateRequest::List(ListTemplates {
            ho_so: Some("a".into()),
            mau: Some("mẫu".into()),
            bounds: shared().bounds(),
        })),
        Request::Template(TemplateRequest::Copy(CopyTemplate {
            kind: "giay-moi".into(),
            ho_so: Some("a".into()),
            chung: true,
            mau: None,
        })),
        Request::Verify(verify::VerifyRequest {
            ho_so: "a".into(),
            word: Some("a.docx".into()),
            so_sach: Some("sổ".into()),
            shared: shared(),
        }),
        Request::Watch(watch::WatchRequest {
            ho_so: "a".into(),
            wanted: wanted(),
            shared: shared(),
        }),
    ];
    all.extend(of_register().into_iter().map(Request::Register));
    all.extend(of_incoming().into_iter().map(Request::Incoming));
    all
}

#[test]
fn every_request_comes_back_as_it_was_written() {
    for request in requests() {
        let json = serde_json::to_string(&request).unwrap();
        assert_eq!(serde_json::from_str::<Request>(&json).unwrap(), request, "{json}");
    }
}

#[test]
fn an_outcome_comes_back_as_it_was_written() {
    let outcome = Outcome {
        made: vec!["ra/a.pdf".into()],
        lines: vec!["b".into()],
        notes: vec!["c".into()],
        diagnostics: vec![Diagnostic::error("bad-date", "d").hint("e").clause("g")],
        papers: Vec::new(),
        incoming: Vec::new(),
        read: [("ky_hieu".to_owned(), "1/SNV".to_owned())].into(),
        at_best: Some(Ended::BadData),
        so_da_ghi: Some(SoDaGhi { thu_muc: "/so".into(), co_quan: "HĐND".into(), moi: true }),
    };
    let json = serde_json::to_string(&outcome).unwrap();
    assert_eq!(serde_json::from_str::<Outcome>(&json).unwrap(), outcome, "{json}");
}

/// Compiles nothing.
struct Nobody;

impl Compiler for Nobody {
    fn compile(&self, _: &Task, shown: &str) -> Result<Compiled, Vec<Diagnostic>> {
        Err(vec![Diagnostic::error("template", shown)])
    }
}

/// What comes of a request where someone has asked to stop before.
fn cancelled(request: &Request) -> Outcome {
    let cancel = Cancel::default();
    cancel.ask();
    let means = Means {
        exe: Path::new(""),
        compiler: &Nobody,
        progress: &Silence,
        cancel: &cancel,
        registers: None,
    };
    run(request, &means, &mut |_| {})
}

/// The sample hồ sơ, with a day of its own register.
fn sample(dir: &Path) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/dong-thap-2023");
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        if entry.path().is_file() {
            std::fs::copy(entry.path(), dir.join(entry.file_name())).unwrap();
        }
    }
    dir.to_owned()
}

#[test]
fn a_cancelled_job_ends_as_interrupted_and_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample(dir.path());
    let before = std::fs::read_dir(&ho_so).unwrap().count();
    let (plan, shared) = (ho_so.join("ke-hoach.yaml"), Shared::default());
    let reserve = ReserveRequest {
        nam: 2023.into(),
        number: None,
        loai: None,
        co_quan: None,
        ghi_chu: None,
        place: RegisterPlace {
            so_sach: Some(ho_so.join("so")),
            ho_so: Some(ho_so.clone()),
            ..RegisterPlace::default()
        },
    };
    let jobs = [
        Request::Build(build::BuildRequest { ho_so: vec![ho_so.clone()], ..Default::default() }),
        Request::Check(check::CheckRequest {
            ho_so: vec![ho_so.clone()],
            fix: true,
            comments: None,
            shared: shared.clone(),
        }),
        Request::Diff(diff::DiffRequest {
            cu: plan.clone(),
            moi: plan.clone(),
            output: Some(ho_so.join("sua.docx")),
            json: false,
            shared: shared.clone(),
        }),
        Request::Issue(issue::IssueRequest {
            tep: plan,
            date: Some("15/3/2023".into()),
            ..Default::default()
        }),
        Request::Verify(verify::VerifyRequest { ho_so: ho_so.clone(), ..Default::default() }),
        Request::Register(RegisterRequest::Reserve(reserve)),
    ];
    for request in &jobs {
        let outcome = cancelled(request);
        let errors: Vec<_> = outcome.diagnostics.iter().filter(|d| d.is_error()).collect();
        assert!(!errors.is_empty(), "{request:?}");
        assert!(errors.iter().all(|d| d.code == "interrupted"), "{request:?}: {errors:?}");
        assert_eq!(outcome.ended(), Ended::Unusable, "{request:?}");
        assert!(outcome.made.is_empty() && outcome.lines.is_empty(), "{outcome:?}");
    }
    let _ = std::fs::remove_dir_all(ho_so.join("so"));
    assert_eq!(std::fs::read_dir(&ho_so).unwrap().count(), before);
}

/// What comes of a request that nobody stops.
fn done(request: &Request) -> Outcome {
    let means = Means {
        exe: Path::new(""),
        compiler: &Nobody,
        progress: &Silence,
        cancel: &Cancel::default(),
        registers: None,
    };
    run(request, &means, &mut |_| {})
}

/// Both need something that was issued.
#[test]
fn a_cancelled_send_and_a_cancelled_print_write_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let ho_so = sample(dir.path());
    let plan = std::fs::read_to_string(ho_so.join("ke-hoach.yaml")).unwrap();
    let dated = plan.replacen("so:\nngay_ban_hanh: 3/2023", "so: 105\nngay_ban_hanh: 15/3/2023", 1);
    assert_ne!(plan, dated);
    std::fs::write(ho_so.join("ke-hoach.yaml"), dated).unwrap();
    let place = RegisterPlace {
        so_sach: Some(ho_so.join("so")),
        ho_so: Some(ho_so.clone()),
        ..RegisterPlace::default()
    };
    let kept = done(&Request::Register(RegisterRequest::Reserve(ReserveRequest {
        nam: 2023.into(),
        number: None,
        loai: None,
        co_quan: None,
        ghi_chu: None,
        place: place.clone(),
    })));
    assert!(kept.ended() == Ended::Done && kept.lines.len() == 1, "{kept:?}");
    let (packages, books) = (ho_so.join("goi"), ho_so.join("in"));
    let jobs = [
        Request::Send(send::SendRequest {
            ho_so: ho_so.clone(),
            output: Some(packages.clone()),
            ..Default::default()
        }),
        Request::Register(RegisterRequest::Print(PrintRequest {
            nam: 2023.into(),
            output: Some(books.clone()),
            fonts: None,
            place,
        })),
    ];
    for request in &jobs {
        let outcome = cancelled(request);
        let errors: Vec<_> = outcome.diagnostics.iter().filter(|d| d.is_error()).collect();
        assert!(errors.len() == 1 && errors[0].code == "interrupted", "{errors:?}");
        assert!(outcome.made.is_empty() && !packages.exists() && !books.exists());
        let outcome = done(request);
        assert!(outcome.made.iter().all(|path| path.exists()), "{outcome:?}");
        assert!(outcome.made.len() > 2 && outcome.lines.is_empty(), "{outcome:?}");
        let _ = std::fs::remove_dir_all(&packages);
    }
}

#[test]
fn a_watch_that_is_cancelled_has_nothing_to_tell() {
    let dir = tempfile::tempdir().unwrap();
    let (ho_so, out) = (sample(dir.path()), dir.path().join("ra"));
    let wanted = Wanted { folder: Some(out.clone()), ..Wanted::default() };
    let request = watch::WatchRequest { ho_so, wanted, shared: Shared::default() };
    assert_eq!(cancelled(&Request::Watch(request)), Outcome::default());
    assert!(!out.exists());
}

/// All Rust files of this wing, with their text.
fn sources(dir: &Path) -> Vec<(PathBuf, String)> {
    let entries = std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => sources(&path),
            false => vec![(path.clone(), std::fs::read_to_string(&path).unwrap())],
        })
        .collect()
}

/// A job can be asked by any face: it knows none, and neither command line nor terminal.
#[test]
fn jobs_know_no_face() {
    let all = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/jobs"));
    assert!(all.len() > 30);
    for (path, text) in all.iter().filter(|(path, _)| !path.ends_with("tests.rs")) {
        for word in ["faces::", "clap", "std::env", "process::exit", "stdout()", "stderr()"] {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}
