//! The three verbs that judge an issued folder, asked in this process, so that hundreds of folders take seconds.

use std::path::{Path, PathBuf};

use vanthu::jobs::register::{CheckRequest, RegisterRequest};
use vanthu::jobs::send::SendRequest;
use vanthu::jobs::so_sach::RegisterPlace;
use vanthu::jobs::verify::VerifyRequest;
use vanthu::jobs::{Cancel, Ended, Means, Outcome, Request, Silence, compiler, run};

pub fn lam(request: Request) -> Outcome {
    let exe = PathBuf::from(env!("CARGO_BIN_EXE_vanthu"));
    let (cancel, compiler) = (Cancel::default(), compiler(exe.clone(), None));
    let means = Means {
        exe: &exe,
        compiler: &compiler,
        progress: &Silence,
        cancel: &cancel,
        registers: None,
    };
    run(&request, &means, &mut |_| {})
}

pub fn duoc(outcome: &Outcome) -> bool {
    outcome.ended() == Ended::Done
}

pub fn so(dir: &Path) -> RegisterPlace {
    RegisterPlace {
        so_sach: Some(dir.to_owned()),
        ho_so: Some(dir.to_owned()),
        ..RegisterPlace::default()
    }
}

/// Whether a verb takes the paper for the one that was issued, and for one that is void.
pub fn doi_chieu(folder: &Path) -> (bool, bool, Outcome) {
    let request = VerifyRequest { ho_so: folder.to_owned(), ..VerifyRequest::default() };
    let out = lam(Request::Verify(request));
    let sound = duoc(&out) && out.lines.iter().any(|line| line.contains("khớp với"));
    (sound, sound && out.notes.iter().any(|note| note.contains("đã huỷ")), out)
}

pub fn gui(folder: &Path) -> (bool, bool, Outcome) {
    let request = SendRequest { ho_so: folder.to_owned(), ..SendRequest::default() };
    let out = lam(Request::Send(request));
    let void = out.diagnostics.iter().any(|d| d.is_error() && d.code == "not-in-force");
    (duoc(&out) || void, void, out)
}

pub fn soat_so(dir: &Path) -> Outcome {
    let request = CheckRequest { nam: None, dau: None, place: so(dir) };
    lam(Request::Register(RegisterRequest::Check(request)))
}
