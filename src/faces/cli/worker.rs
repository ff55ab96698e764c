//! Arguments of the worker processes, which the program starts by itself: what they work on comes over the pipe.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Args)]
pub struct BuildWorkerArgs {
    /// Bộ nhớ được dùng, tính bằng MiB
    pub memory_mib: usize,
}

#[derive(Debug, Args)]
pub struct CompileArgs {
    /// Bộ nhớ được dùng, tính bằng MiB
    pub memory_mib: usize,
    /// Thư mục phông chữ
    pub fonts: Option<PathBuf>,
}
