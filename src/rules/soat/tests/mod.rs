//! The rules on their own examples, on real prose, and written into files.

mod luat;
mod sua;
mod van_ban_that;

use super::*;
use crate::diagnostic::Diagnostic;
use crate::reading::source::TepNguon;
use crate::reading::yaml;
use std::borrow::Cow;

/// The findings in one text.
fn soat_chu(chu: &str) -> Vec<Diagnostic> {
    tep_chu(&TepNguon { ten: "a.md".into(), text: chu.into() }, &LuaChon::default())
}

fn ma(chu: &str) -> Vec<Cow<'static, str>> {
    soat_chu(chu).into_iter().map(|d| d.code).collect()
}

/// The findings in a file of YAML.
fn soat_yaml(text: &str) -> Vec<Diagnostic> {
    let tep = TepNguon::decode("ke-hoach.yaml", text.as_bytes()).unwrap();
    let root = yaml::parse(&tep).0.unwrap();
    ho_so(&[(&tep, &root, &yaml::cac_muc("", &root))], &[], &LuaChon::default())
}
