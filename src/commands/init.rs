//! `init`: a commented starter hồ sơ that builds as it stands.

use super::Report;
use crate::cli::InitArgs;
use crate::output::{self, Ready};

const STARTER: &[(&str, &str)] = &[
    ("co-quan.yaml", include_str!("../../templates/khoi-tao/co-quan.yaml")),
    ("ke-hoach.yaml", include_str!("../../templates/khoi-tao/ke-hoach.yaml")),
];

/// Writes the starter; never over a file that is there.
pub fn init(args: &InitArgs) -> Report {
    let mut report = Report::default();
    let ready: Vec<Ready> = STARTER
        .iter()
        .map(|(name, text)| Ready { path: args.dir.join(name), bytes: text.as_bytes().to_vec() })
        .chain(super::schema::files(&args.dir))
        .collect();
    match output::write_new(&ready) {
        Ok(()) => {
            report.lines.extend(ready.iter().map(|file| file.path.display().to_string()));
        }
        Err(fault) => report.diagnostics.push(fault),
    }
    report
}
