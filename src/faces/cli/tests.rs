use super::args::{NoJob, parse};
use super::asked::Asked;
use crate::jobs::load::{Bounds, Shared};
use crate::jobs::make::{Format, Wanted};
use crate::jobs::register::{ListRequest, RegisterRequest};
use crate::jobs::so_sach::RegisterPlace;
use crate::jobs::template::{CopyTemplate, ListTemplates, TemplateRequest};
use crate::jobs::tests::requests;
use crate::jobs::{Request, build, explain, schema};

/// The request that a command line makes, and whether findings are told in JSON.
fn asked(line: &str) -> (Request, bool) {
    let words = line.split(' ').map(Into::into);
    match parse(words).map(|cli| Asked::from(cli.job)) {
        Ok(Asked::Job { request, json }) => (*request, json),
        other => panic!("{line}: {other:?}"),
    }
}

/// A command line for each request of [`requests`], with all options; JSON where a verb knows it.
const ALL: [&str; 43] = [
    "build a b -j 2 -o ra -f docx --only bao-cao --signature-fields --number-fields \
     --separate-appendices --fonts phông --thu-muc-mau mẫu \
     --time-limit 9 --memory-limit 300 --json",
    "check a --fix --fonts phông --thu-muc-mau mẫu \
     --time-limit 9 --memory-limit 300 --json",
    "diff a.docx b.docx -o c.docx --fonts phông --thu-muc-mau mẫu \
     --time-limit 9 --memory-limit 300 --json",
    "explain VT101 --json",
    "import cũ.docx -o ra --fonts phông --thu-muc-mau mẫu \
     --time-limit 9 --memory-limit 300 --json",
    "init a --co-quan ubnd-xa --mau giay_moi --thu-muc-mau mẫu --json",
    "init a --nhu cu.yaml --json",
    "issue a.yaml --date 15/3/2023 --number 105 --only bao-cao --thay-the 1/KH-HĐND --dinh-chinh 2/KH-HĐND \
     --dinh-chinh 3/KH-HĐND --thu-hoi 4/KH-HĐND --tra-loi 12/2026 --so-ban 7 --ghi-chu gấp --embed nguon --signature-fields \
     --chap-nhan-canh-bao --lap-so-moi --so-sach sổ --fonts phông --thu-muc-mau mẫu \
     --time-limit 9 --memory-limit 300 --json",
    "issue a.yaml b.yaml --date 15/3/2023 --fonts phông --thu-muc-mau mẫu \
     --time-limit 9 --memory-limit 300 --json",
    "merge a.yaml b.xlsx --sheet Sheet1 -o ra -f pdf --dry-run --number 15 --date 15/3/2023 --name-by Tên --one-pdf \
     --two-sided --cho-trong --hidden take -j 2 --chap-nhan-canh-bao --lap-so-moi --so-sach sổ --fonts phông --thu-muc-mau mẫu \
     --time-limit 9 --memory-limit 300 --json",
    "schema dot a --thu-muc-mau mẫu --json",
    "send a -o ra --zip --date 15/3/2023 --book danh-ba.yaml --pdf a.pdf --ban-quet --attach b.xlsx --attach c.xlsx \
     --only ke-hoach --so-sach sổ --fonts phông --thu-muc-mau mẫu \
     --time-limit 9 --memory-limit 300 --json",
    "template a --thu-muc-mau mẫu --time-limit 9 --memory-limit 300 --json",
    "template copy giay-moi a --chung --json",
    "verify a --word a.docx --so-sach sổ --fonts phông --thu-muc-mau mẫu \
     --time-limit 9 --memory-limit 300 --json",
    "watch a -o ra -f docx --only bao-cao --signature-fields --number-fields --separate-appendices \
     --fonts phông --thu-muc-mau mẫu \
     --time-limit 9 --memory-limit 300 --json",
    "register list --nam 2023 --xlsx a.xlsx --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register find hội nghị --so 105 --loai ke_hoach --tu 1/3/2023 --den 31/3/2023 --nguoi-ky An --noi-nhan VT \
     --tra-loi 12 --trang-thai huy --nhieu-nhat 5 --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register check --nam 2023 --dau 1-a --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register rebuild --tu cũ.txt --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register reserve --nam 2023 --number 106 --loai ke_hoach --co-quan HĐND --ghi-chu giữ --lap-so-moi --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register add 105/KH-HĐND --date 15/3/2023 --loai ke_hoach --trich-yeu họp --nguoi-ky An --noi-nhan UBND --luu VT \
     --so-ban 3 --ghi-chu gấp --tep a.docx --tep b.pdf --thay-the 1/KH-HĐND --dinh-chinh 2/KH-HĐND --thu-hoi 3/KH-HĐND \
     --co-quan HĐND --dry-run --lap-so-moi --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register import sổ.xlsx --sheet Sheet1 --nam 2023 --co-quan HĐND --bo-trong --dry-run --lap-so-moi --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register void 105/KH-HĐND --ly-do nhầm --co-quan HĐND --chac-chan --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register deliver 105/KH-HĐND --ngay-chuyen 15/3/2023 --so-ban 3 --ky-nhan An --ghi-chu gấp --co-quan HĐND \
     --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register close-year 2023 --co-quan HĐND --chac-chan --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register open-year 2023 --ly-do nhầm --co-quan HĐND --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register print 2023 -o ra --fonts phông --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "register hand-over 2023 --title Tập\u{a0}lưu --code 01.VP --retention 20-năm --date 15/1/2024 --only 105/KH-HĐND \
     --giver An --receiver Bình --organ-id H20.12 --access cong-khai --keywords họp --registration 1.NL --co-quan HĐND -o ra --dry-run --chap-nhan-canh-bao --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming add a.pdf --kem b.pdf --ngay 5/3/2026 --so 12 --tac-gia SNV --ky-hieu 1/SNV --ngay-van-ban 4/3/2026 --trich-yeu họp \
     --so-ban 2 --giao VP --han 9/3/2026 --chi-dao An --ghi-chu gấp --do-mat mật --dong-dau --cho-dau 10,45 --theo-lenh --chap-nhan-canh-bao \
     --dry-run --lap-so-moi --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming assign 12/2026 --cho VP --ngay 5/3/2026 --han 9/3/2026 --chi-dao An --ghi-chu gấp --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming receive 12/2026 --nguoi An --ngay 5/3/2026 --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming done 12/2026 --ngay 5/3/2026 --tra-loi 5/KH-HĐND --ghi-chu gấp --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming void 12/2026 --ly-do nhầm --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming correct 12/2026 --ngay-den 6/3/2026 --tac-gia SNV --ky-hieu 1/SNV --ngay-van-ban 4/3/2026 --trich-yeu họp --ly-do nhầm --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming list --nam 2026 --qua-han --ngay 5/3/2026 --mat --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming check --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming print 2026 -o ra --fonts phông --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming slip 12/2026 -o ra --fonts phông --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming stamp 12/2026 --cho-dau duoi-ngay -o ra.pdf --dry-run --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming rebuild --tu lưu.txt --so-cuoi 45/2026 --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming close-year 2026 --chac-chan --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
    "incoming open-year 2026 --ly-do nhầm --so-sach sổ --ho-so hs \
     --time-limit 9 --memory-limit 300 --json",
];

#[test]
fn every_option_comes_into_the_request() {
    let expected = requests();
    assert_eq!(expected.len(), ALL.len());
    for (line, expected) in ALL.iter().zip(expected) {
        assert_eq!(asked(&format!("vanthu {line}")), (expected, line.ends_with("--json")));
    }
}

#[test]
fn what_is_not_said_is_left_to_the_job() {
    let build = build::BuildRequest { ho_so: vec!["a".into()], ..Default::default() };
    assert_eq!(asked("vanthu build a"), (Request::Build(build), false));
    let wanted = Wanted { formats: vec![Format::Docx, Format::Pdf], ..Wanted::default() };
    let build = build::BuildRequest { ho_so: vec!["a".into()], wanted, ..Default::default() };
    assert_eq!(asked("vanthu soan a --dang docx,pdf").0, Request::Build(build));
    let explain = explain::ExplainRequest { ma: None };
    assert_eq!(asked("vanthu explain").0, Request::Explain(explain));
    let schema = schema::SchemaRequest { kind: "ke-hoach".into(), ho_so: None, mau: None };
    assert_eq!(asked("vanthu schema").0, Request::Schema(schema));
    let list =
        TemplateRequest::List(ListTemplates { ho_so: None, mau: None, bounds: Bounds::default() });
    assert_eq!(asked("vanthu template").0, Request::Template(list));
    let copy = CopyTemplate { kind: "a".into(), ho_so: None, chung: false, mau: Some("m".into()) };
    let copy = Request::Template(TemplateRequest::Copy(copy));
    assert_eq!(asked("vanthu template copy a --thu-muc-mau m").0, copy);
    let list = ListRequest { nam: None, xlsx: None, place: RegisterPlace::default() };
    let list = Request::Register(RegisterRequest::List(list));
    assert_eq!(asked("vanthu register list"), (list, false));
    let nothing = Shared { fonts: None, mau: None, time_limit: None, memory_limit: None };
    assert_eq!(Shared::default(), nothing);
}

#[test]
fn a_worker_is_told_its_request_over_the_pipe() {
    let worker = |line: &str| parse(line.split(' ').map(Into::into)).map(|cli| cli.job.into());
    assert!(
        matches!(worker("vanthu __build 1024"), Ok(Asked::Build(args)) if args.memory_mib == 1024)
    );
    assert!(matches!(worker("vanthu __doc-pdf 64"), Ok(Asked::Pdf(args)) if args.memory_mib == 64));
    assert!(matches!(worker("vanthu __build 1024 a -o ra"), Err(NoJob::WrongUse(_))));
    assert!(
        matches!(worker("vanthu __compile 512 phông"), Ok(Asked::Compile(args)) if args.fonts.is_some())
    );
}
