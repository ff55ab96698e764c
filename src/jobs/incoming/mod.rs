//! `incoming`: the book of papers that came, a verb a file.

mod add;
mod answer;
mod check;
mod event;
mod list;
mod opened;
mod print;
mod read;
mod rebuild;
mod slip;
mod so_va_ngay;
mod stamp;
mod years;

use serde::{Deserialize, Serialize};

use super::so_sach::RegisterPlace;
use super::{Means, Outcome};

pub use add::AddRequest;
pub use answer::{TraLoi, da_tra_loi, tra_loi, vua_huy};
pub use check::CheckIncomingRequest;
pub use event::{AssignRequest, CorrectRequest, DoneRequest, ReceiveRequest, VoidIncomingRequest};
pub use list::ListIncomingRequest;
pub use opened::{IncomingPlace, kho_den, tim_den};
pub use print::{PrintIncomingRequest, cac_tep as tep_so};
pub use rebuild::RebuildIncomingRequest;
pub use slip::{SlipRequest, cac_tep as tep_phieu};
pub use stamp::{StampRequest, anh_dau, tep_dau};
pub use years::{CloseIncomingRequest, OpenIncomingRequest};

/// What to do with the book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum IncomingRequest {
    Add(AddRequest),
    Assign(AssignRequest),
    Receive(ReceiveRequest),
    Done(DoneRequest),
    Void(VoidIncomingRequest),
    Correct(CorrectRequest),
    List(ListIncomingRequest),
    Check(CheckIncomingRequest),
    Print(PrintIncomingRequest),
    Slip(SlipRequest),
    Stamp(StampRequest),
    Rebuild(RebuildIncomingRequest),
    CloseYear(CloseIncomingRequest),
    OpenYear(OpenIncomingRequest),
}

impl IncomingRequest {
    /// Whether it waits for others who write into the book.
    pub fn writes(&self) -> bool {
        !matches!(
            self,
            Self::List(_) | Self::Check(_) | Self::Print(_) | Self::Slip(_) | Self::Stamp(_)
        )
    }

    /// The register's folder that is asked for.
    pub fn place(&self) -> &RegisterPlace {
        &self.den().so
    }

    /// The book that is asked for.
    fn den(&self) -> &IncomingPlace {
        match self {
            Self::Add(r) => &r.place,
            Self::Assign(r) => &r.place,
            Self::Receive(r) => &r.place,
            Self::Done(r) => &r.place,
            Self::Void(r) => &r.place,
            Self::Correct(r) => &r.place,
            Self::List(r) => &r.place,
            Self::Check(r) => &r.place,
            Self::Print(r) => &r.place,
            Self::Slip(r) => &r.place,
            Self::Stamp(r) => &r.place,
            Self::Rebuild(r) => &r.place,
            Self::CloseYear(r) => &r.place,
            Self::OpenYear(r) => &r.place,
        }
    }
}

/// Does what was asked for.
pub fn incoming(request: &IncomingRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    let done = match request {
        IncomingRequest::Add(request) => add::add(request, means, &mut outcome),
        IncomingRequest::Assign(request) => event::assign(request, means, &mut outcome),
        IncomingRequest::Receive(request) => event::receive(request, means, &mut outcome),
        IncomingRequest::Done(request) => event::done(request, means, &mut outcome),
        IncomingRequest::Void(request) => event::void(request, means, &mut outcome),
        IncomingRequest::Correct(request) => event::correct(request, means, &mut outcome),
        IncomingRequest::List(request) => list::list(request, &mut outcome),
        IncomingRequest::Check(request) => check::check(request, &mut outcome),
        IncomingRequest::Print(request) => print::print(request, &mut outcome),
        IncomingRequest::Slip(request) => slip::slip(request, &mut outcome),
        IncomingRequest::Stamp(request) => stamp::stamp(request, means, &mut outcome),
        IncomingRequest::Rebuild(request) => rebuild::rebuild(request, means, &mut outcome),
        IncomingRequest::CloseYear(request) => years::close_year(request, means, &mut outcome),
        IncomingRequest::OpenYear(request) => years::open_year(request, means, &mut outcome),
    };
    outcome.diagnostics.extend(done.err().unwrap_or_default());
    outcome
}
