//! The office of a starter: its file, and what its papers are to say of it.

use std::path::Path;

use crate::jobs::co_quan_san::{self, CoQuanSan};
use crate::model::BoQuyTac;
use crate::reading::source::{self, TepNguon, ten_tep};
use crate::reading::yaml::{self, Node, Value};
use crate::rules::bo_quy_tac::cua_tu;
use crate::rules::check::{LoiMau, la_co_quan};

/// The commented file of an office of no kind in particular.
const CHUNG: &str = include_str!("../../../templates/khoi-tao/co-quan.yaml");
/// What may stand in any office's file, commented out; of two parts the one between them is of the office's rules.
const THEM: [&str; 2] = [
    include_str!("../../../templates/khoi-tao/co-quan-them-dau.yaml"),
    include_str!("../../../templates/khoi-tao/co-quan-them-cuoi.yaml"),
];

/// The kind whose words the file of no kind in particular has.
const KIEU_CHUNG: &str = "ubnd-xa";

/// The text of an office's file.
pub fn text(office: Option<&CoQuanSan>) -> String {
    let own = office.map_or(CHUNG, |office| &office.text);
    let root = TepNguon::decode("co-quan.yaml", own.as_bytes()).ok();
    let bo = bo_ghi_o(root.and_then(|tep| yaml::parse(&tep).0).as_ref());
    let [dau, cuoi] = THEM;
    format!("{own}{dau}{}{cuoi}", bo.them_cho_co_quan)
}

/// Whether a folder has an office's file.
pub fn co_co_quan(dir: &Path) -> bool {
    tep(dir).is_some()
}

/// An office as its papers speak of it.
pub struct CuaCoQuan {
    /// The short names of its signers.
    pub nguoi_ky: Vec<String>,
    pub loi: LoiMau,
    /// The rules that it follows.
    pub bo: BoQuyTac,
}

/// The office of the folder's own file, or else of the file that the starter gets.
pub fn cua(dir: &Path, office: Option<&CoQuanSan>) -> Option<CuaCoQuan> {
    let tep =
        tep(dir).or_else(|| TepNguon::decode("co-quan.yaml", text(office).as_bytes()).ok())?;
    let root = yaml::parse(&tep).0?;
    let ten = root.get("ten").and_then(Node::text).unwrap_or_default();
    let kind = co_quan_san::theo_ten(ten).or_else(|| co_quan_san::theo_khoa(KIEU_CHUNG))?;
    let loi = LoiMau { co_quan: ten.to_owned(), ..kind.loi.clone() };
    let bo = bo_ghi_o(Some(&root));
    Some(CuaCoQuan { nguoi_ky: nguoi_ky(&root, kind.nguoi_ky), loi, bo })
}

/// The rules that the folder's office follows; the usual ones where there is none.
pub fn bo_cua(dir: &Path) -> BoQuyTac {
    bo_ghi_o(tep(dir).and_then(|tep| yaml::parse(&tep).0).as_ref())
}

fn bo_ghi_o(root: Option<&Node>) -> BoQuyTac {
    cua_tu(root.and_then(|root| root.get("bo_quy_tac")).and_then(Node::text))
}

fn tep(dir: &Path) -> Option<TepNguon> {
    let there = source::read_ho_so(dir).ok()?;
    there.tep.into_iter().find(|tep| la_co_quan(ten_tep(&tep.ten)))
}

/// The short names, the usual signer first.
fn nguoi_ky(root: &Node, thuong: &str) -> Vec<String> {
    let Some(Value::Map(entries)) = root.get("nguoi_ky").map(|node| &node.value) else {
        return Vec::new();
    };
    let mut all: Vec<String> =
        entries.iter().filter_map(|(key, _)| key.text().map(str::to_owned)).collect();
    all.sort_by_key(|ten| ten != thuong);
    all
}
