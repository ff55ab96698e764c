//! `register`: the book of outgoing documents, a verb a file.

mod add;
mod check;
mod event;
pub mod find;
mod hand_over;
mod ky_hieu;
mod list;
mod nhap_so;
mod print;
mod rebuild;
mod reserve;
mod years;

use serde::{Deserialize, Serialize};

use super::so_sach::RegisterPlace;
use super::{Means, Outcome};

pub use add::AddRequest;
pub use check::CheckRequest;
pub use event::{DeliverRequest, VoidRequest};
pub use find::FindRequest;
pub use hand_over::{HandOverRequest, kiem as kiem_goi, la_goi};
pub use list::ListRequest;
pub use nhap_so::ImportBookRequest;
pub use print::{PrintRequest, books};
pub use rebuild::RebuildRequest;
pub use reserve::{ReserveRequest, giu_so};
pub use years::{CloseYearRequest, OpenYearRequest};

/// What to do with the book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RegisterRequest {
    List(ListRequest),
    Find(FindRequest),
    Check(CheckRequest),
    Reserve(ReserveRequest),
    Add(AddRequest),
    Import(ImportBookRequest),
    Void(VoidRequest),
    Deliver(DeliverRequest),
    CloseYear(CloseYearRequest),
    OpenYear(OpenYearRequest),
    Print(PrintRequest),
    Rebuild(RebuildRequest),
    HandOver(HandOverRequest),
}

impl RegisterRequest {
    /// The register that is asked for.
    pub fn place(&self) -> &RegisterPlace {
        match self {
            Self::List(r) => &r.place,
            Self::Find(r) => &r.place,
            Self::Check(r) => &r.place,
            Self::Reserve(r) => &r.place,
            Self::Add(r) => &r.place,
            Self::Import(r) => &r.place,
            Self::Void(r) => &r.place,
            Self::Deliver(r) => &r.place,
            Self::CloseYear(r) => &r.place,
            Self::OpenYear(r) => &r.place,
            Self::Print(r) => &r.place,
            Self::Rebuild(r) => &r.place,
            Self::HandOver(r) => &r.place,
        }
    }
}

/// Does what was asked for.
pub fn register(request: &RegisterRequest, means: &Means) -> Outcome {
    let mut outcome = Outcome::default();
    let done = match request {
        RegisterRequest::List(request) => list::list(request, &mut outcome),
        RegisterRequest::Find(request) => find::find(request, means, &mut outcome),
        RegisterRequest::Check(request) => check::check(request, &mut outcome),
        RegisterRequest::Reserve(request) => giu_so(request, means, &mut outcome).map(drop),
        RegisterRequest::Add(request) => add::add(request, means, &mut outcome),
        RegisterRequest::Import(request) => nhap_so::import(request, means, &mut outcome),
        RegisterRequest::Void(request) => event::void(request, means, &mut outcome),
        RegisterRequest::Deliver(request) => event::deliver(request, means, &mut outcome),
        RegisterRequest::CloseYear(request) => years::close_year(request, means, &mut outcome),
        RegisterRequest::OpenYear(request) => years::open_year(request, means, &mut outcome),
        RegisterRequest::Rebuild(request) => rebuild::rebuild(request, means, &mut outcome),
        RegisterRequest::Print(request) => print::print(request, means, &mut outcome),
        RegisterRequest::HandOver(request) => hand_over::hand_over(request, means, &mut outcome),
    };
    outcome.diagnostics.extend(done.err().unwrap_or_default());
    outcome
}
