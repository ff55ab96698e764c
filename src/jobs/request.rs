//! What a face asks for: a request for each verb, as plain data, so that it can be made of words on a command
//! line, of a page's form, or of what came over a pipe.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::load::{Bounds, Shared};
use super::{
    Means, Outcome, build, check, diff, explain, import, incoming, init, issue, means, merge,
    register, schema, send, take_back, template, verify, watch,
};
use crate::compose::worker::Worker;
use crate::machine::worker::{Limits, threads};

/// What a job of the register works on, as it is named to the user.
const SO: &str = "sổ đăng ký";
const SO_DEN: &str = "sổ văn bản đến";

/// One job.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    Build(build::BuildRequest),
    Check(check::CheckRequest),
    Diff(diff::DiffRequest),
    Explain(explain::ExplainRequest),
    Import(import::ImportRequest),
    Incoming(incoming::IncomingRequest),
    Init(init::InitRequest),
    Issue(issue::IssueRequest),
    IssueMany(issue::IssueManyRequest),
    Merge(merge::MergeRequest),
    Register(register::RegisterRequest),
    Schema(schema::SchemaRequest),
    Send(send::SendRequest),
    TakeBack(take_back::TakeBackRequest),
    Template(template::TemplateRequest),
    Verify(verify::VerifyRequest),
    Watch(watch::WatchRequest),
}

impl Request {
    /// Who compiles the office's own templates for this job: a process of this program's, whose file is `exe`,
    /// started when the first one is needed.
    pub fn compiler(&self, exe: &Path) -> Worker {
        let fonts = self.shared().and_then(|shared| shared.fonts.clone());
        means::compiler(exe.to_owned(), fonts)
    }

    fn shared(&self) -> Option<&Shared> {
        match self {
            Self::Build(r) => Some(&r.shared),
            Self::Check(r) => Some(&r.shared),
            Self::Diff(r) => Some(&r.shared),
            Self::Import(r) => Some(&r.shared),
            Self::Issue(r) => Some(&r.shared),
            Self::IssueMany(r) => r.viec.first().map(|viec| &viec.request.shared),
            Self::Merge(r) => Some(&r.shared),
            Self::Send(r) => Some(&r.shared),
            Self::TakeBack(r) => Some(&r.shared),
            Self::Verify(r) => Some(&r.shared),
            Self::Watch(r) => Some(&r.shared),
            Self::Explain(_) | Self::Incoming(_) | Self::Init(_) | Self::Register(_) => None,
            Self::Schema(_) | Self::Template(_) => None,
        }
    }

    /// The limits where nobody asks for others. A year's book is one table of as many rows as there are numbers.
    fn usual(&self) -> Limits {
        match self {
            Self::Register(register::RegisterRequest::Print(_)) => Limits::book(),
            Self::Incoming(incoming::IncomingRequest::Print(_)) => Limits::book(),
            _ => Limits::job(),
        }
    }

    /// The limits that the user asked for.
    fn bounds(&self) -> Bounds {
        match self {
            Self::Register(r) => r.place().bounds,
            Self::Incoming(r) => r.place().bounds,
            Self::Template(template::TemplateRequest::List(r)) => r.bounds,
            _ => self.shared().map(Shared::bounds).unwrap_or_default(),
        }
    }

    /// Whether the job looks at a wish to stop. The others are done in a moment.
    pub fn can_be_cancelled(&self) -> bool {
        use register::RegisterRequest::{Check, List};
        match self {
            Self::Build(_) | Self::Check(_) | Self::Diff(_) | Self::Import(_) | Self::Issue(_) => {
                true
            }
            Self::IssueMany(_) | Self::Merge(_) => true,
            Self::Send(_) | Self::TakeBack(_) | Self::Verify(_) | Self::Watch(_) => true,
            Self::Register(request) => !matches!(request, List(_) | Check(_)),
            Self::Incoming(request) => request.writes(),
            Self::Explain(_) | Self::Init(_) | Self::Schema(_) | Self::Template(_) => false,
        }
    }

    /// What the job may take in this process from one step to the next, and of what it is; none where it reads
    /// nothing that others wrote. A batch waits for workers of which each has limits of its own.
    pub fn limits(&self) -> Option<(Limits, String)> {
        let first = |all: &[PathBuf]| all.first().map(|path| path.display().to_string());
        let waits = Duration::from_secs(180);
        let (name, longer) = match self {
            Self::Build(r) => (first(&r.ho_so)?, waits),
            Self::Check(r) => (first(&r.ho_so)?, Duration::ZERO),
            Self::Diff(r) => (r.moi.display().to_string(), Duration::ZERO),
            // It may wait for others who write into the register.
            Self::Issue(r) if r.shared.bounds().limited() => {
                (r.tep.display().to_string(), Duration::ZERO)
            }
            Self::Issue(r) => (r.tep.display().to_string(), waits),
            Self::IssueMany(r) => (r.viec.first()?.ten.clone(), waits),
            Self::Merge(r) => (r.tep.display().to_string(), waits),
            Self::Import(r) => (r.tep.display().to_string(), Duration::ZERO),
            Self::Send(r) => (r.ho_so.display().to_string(), Duration::ZERO),
            Self::TakeBack(r) => (r.tep.display().to_string(), Duration::ZERO),
            Self::Verify(r) => (r.ho_so.display().to_string(), Duration::ZERO),
            Self::Watch(r) => (r.ho_so.display().to_string(), Duration::ZERO),
            Self::Template(_) => ("mau".to_owned(), Duration::ZERO),
            Self::Register(r) if r.place().bounds.limited() => (SO.to_owned(), Duration::ZERO),
            Self::Register(_) => (SO.to_owned(), waits),
            Self::Incoming(r) if r.place().bounds.limited() => (SO_DEN.to_owned(), Duration::ZERO),
            Self::Incoming(_) => (SO_DEN.to_owned(), waits),
            Self::Explain(_) | Self::Init(_) | Self::Schema(_) => return None,
        };
        let limits = self.bounds().limits(self.usual());
        Some((Limits { time: limits.time.saturating_add(longer), ..limits }, name))
    }

    /// Whether a register may begin where the one that this machine knew is gone.
    fn lap_so_moi(&self) -> bool {
        match self {
            Self::Issue(r) => r.lap_so_moi,
            Self::IssueMany(r) => r.viec.first().is_some_and(|viec| viec.request.lap_so_moi),
            Self::Merge(r) => r.lap_so_moi,
            Self::Register(r) => r.place().lap_so_moi,
            Self::Incoming(r) => r.place().lap_so_moi,
            _ => false,
        }
    }

    /// Whether documents are made in this process; `build` finds out later.
    fn makes_documents(&self) -> bool {
        matches!(
            self,
            Self::Watch(_)
                | Self::Send(_)
                | Self::Verify(_)
                | Self::Diff(_)
                | Self::Import(_)
                | Self::Issue(_)
                | Self::IssueMany(_)
                | Self::Merge(_)
                | Self::TakeBack(_)
        )
    }
}

/// Does what was asked for. A job that goes on and on (`watch`) hands each of its outcomes to `tell`; the last
/// one is the answer.
pub fn run(request: &Request, means: &Means, tell: &mut dyn FnMut(&Outcome)) -> Outcome {
    if request.makes_documents() {
        threads::as_many_as_there_are();
    }
    let registers = means.registers.filter(|_| !request.lap_so_moi());
    let means = &Means { registers, ..*means };
    let outcome = match request {
        Request::Build(request) => build::build(request, means),
        Request::Check(request) => check::check(request, means),
        Request::Diff(request) => diff::diff(request, means),
        Request::Explain(request) => explain::explain(request),
        Request::Import(request) => import::import(request, means),
        Request::Incoming(request) => incoming::incoming(request, means),
        Request::Init(request) => init::init(request),
        Request::Issue(request) => issue::issue(request, means),
        Request::IssueMany(request) => issue::issue_many(request, means),
        Request::Merge(request) => merge::merge(request, means),
        Request::Register(request) => register::register(request, means),
        Request::Schema(request) => schema::schema(request),
        Request::Send(request) => send::send(request, means),
        Request::TakeBack(request) => take_back::take_back(request, means),
        Request::Template(request) => template::template(request),
        Request::Verify(request) => verify::verify(request, means),
        Request::Watch(request) => watch::watch(request, means, tell),
    };
    means.progress.end();
    outcome
}
