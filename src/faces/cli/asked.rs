//! What the words on the command line come to: a request and how its outcome is told, or a worker.

use super::args::Job;
#[cfg(feature = "web")]
use super::serve::ServeArgs;
use super::worker::{BuildWorkerArgs, CompileArgs};
use crate::jobs::Request;

/// What is to be done.
#[derive(Debug)]
pub enum Asked {
    /// A job; `json` says whether its findings are told in JSON.
    Job {
        request: Box<Request>,
        json: bool,
    },
    /// To be a worker of another process.
    Build(BuildWorkerArgs),
    Compile(CompileArgs),
    Pdf(BuildWorkerArgs),
    #[cfg(feature = "web")]
    Page(BuildWorkerArgs),
    /// To open a folder in the browser.
    #[cfg(feature = "web")]
    Serve(ServeArgs),
}

impl From<Job> for Asked {
    fn from(job: Job) -> Self {
        let (json, request) = match job {
            Job::BuildWorker(args) => return Self::Build(args),
            Job::Compile(args) => return Self::Compile(args),
            Job::PdfWorker(args) => return Self::Pdf(args),
            #[cfg(feature = "web")]
            Job::PageWorker(args) => return Self::Page(args),
            #[cfg(feature = "web")]
            Job::Serve(args) => return Self::Serve(args),
            Job::Build(args) => (args.common.json, Request::Build(args.into())),
            Job::Check(args) => (args.common.json, Request::Check(args.into())),
            Job::Watch(args) => (args.common.json, Request::Watch(args.into())),
            Job::Send(args) => (args.common.json, Request::Send(args.into())),
            Job::Issue(args) => (args.common.json, args.into()),
            Job::Merge(args) => (args.common.json, Request::Merge(args.into())),
            Job::Verify(args) => (args.common.json, Request::Verify(args.into())),
            Job::Import(args) => (args.common.json, Request::Import(args.into())),
            Job::TakeBack(args) => (args.common.json, Request::TakeBack(args.into())),
            Job::Diff(args) => (args.common.json, Request::Diff(args.into())),
            Job::Register(args) => (args.job.json(), Request::Register(args.job.into())),
            Job::Incoming(args) => (args.job.json(), Request::Incoming(args.job.into())),
            Job::Init(args) => (args.json, Request::Init(args.into())),
            Job::Explain(args) => (args.json, Request::Explain(args.into())),
            Job::Template(args) => (args.json(), Request::Template(args.into())),
            Job::Schema(args) => (args.json, Request::Schema(args.into())),
        };
        Self::Job { request: Box::new(request), json }
    }
}
