//! One file while it is checked: takes values out of fields and collects what is wrong with them.

mod chu;

use std::sync::Arc;

use super::sai_cho;
use super::trong_ngoac::goi_y;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::model::{BoQuyTac, CacMuc, Fault, KieuVanBan, Muc, Tien};
use crate::reading::form::{DauForm, Field};
use crate::reading::source::TepNguon;
use crate::reading::yaml::{self, Node, Span, decode};
use crate::rules::bo_quy_tac::MAC_DINH;

/// Findings in one file; nobody reads more, and a hostile file could hold a million.
const NHIEU_NHAT: usize = 100;

/// A file and its findings so far.
pub struct Doc<'a> {
    tep: &'a TepNguon,
    cac_muc: Arc<CacMuc>,
    found: Vec<Diagnostic>,
    /// How many more findings there were than anyone reads.
    con_nua: usize,
    /// Amounts that were computed of fields, for whoever is still typing them.
    tinh: Vec<(Muc, Tien)>,
    /// The rules that the file's papers follow.
    bo: BoQuyTac,
}

impl<'a> Doc<'a> {
    /// `root` is the tree of the file, if it has one.
    pub fn new(tep: &'a TepNguon, root: Option<&Node>, found: Vec<Diagnostic>) -> Self {
        let cac_muc = root.map_or_else(|| CacMuc::new(&tep.ten), |r| yaml::cac_muc(&tep.ten, r));
        Self { tep, cac_muc: Arc::new(cac_muc), found, con_nua: 0, tinh: Vec::new(), bo: MAC_DINH }
    }

    /// Makes all paths of the file's fields begin with `dau`.
    pub fn mo_dau(&mut self, dau: &str, root: &Node) {
        self.cac_muc = Arc::new(yaml::cac_muc(&self.tep.ten, root).mo_dau(dau));
        let places = self.found.iter_mut().flat_map(|d| [&mut d.place, &mut d.other_place]);
        for field in places.flatten().filter_map(|place| place.field.as_mut()) {
            let joint = if field.path.is_empty() || field.path.starts_with('[') { "" } else { "." };
            field.path = format!("{dau}{joint}{}", field.path);
        }
    }

    /// The rules that the file's papers follow: its office's.
    pub fn bo(&self) -> BoQuyTac {
        self.bo
    }

    /// Says which rules those are.
    pub fn dat_bo(&mut self, bo: BoQuyTac) {
        self.bo = bo;
    }

    /// The fields of the file.
    pub fn cac_muc(&self) -> &Arc<CacMuc> {
        &self.cac_muc
    }

    /// The field that stands there.
    pub fn muc(&self, span: Span) -> Muc {
        Muc::new(&self.cac_muc, span.first)
    }

    /// Remembers what was computed of the field that stands there.
    pub fn da_tinh(&mut self, span: Span, tien: Tien) {
        self.tinh.push((self.muc(span), tien));
    }

    /// Hands over what was computed.
    pub fn lay_tinh(&mut self) -> Vec<(Muc, Tien)> {
        std::mem::take(&mut self.tinh)
    }

    /// Hands over the findings, and the value if there is no fault among them.
    pub fn close<T>(mut self, value: Option<T>, all: &mut Vec<Diagnostic>) -> Option<T> {
        if self.con_nua > 0 {
            let message = format!("tệp “{}” còn {} chỗ nữa phải xem", self.tep.ten, self.con_nua);
            let hint = "sửa các lỗi đã báo rồi chạy lại";
            let found = Diagnostic::error("more-faults", message).hint(hint);
            self.found.push(found.at(self.tep.place(1, 1)));
        }
        let faulty = self.found.iter().any(Diagnostic::is_error);
        all.extend(self.found);
        value.filter(|_| !faulty)
    }

    /// Whether there are as many findings as are told; one more is only counted.
    pub fn day(&mut self) -> bool {
        let day = self.found.len() >= NHIEU_NHAT;
        self.con_nua = self.con_nua.saturating_add(usize::from(day));
        day
    }

    /// Counts findings that are not told.
    pub fn con_them(&mut self, bao_nhieu: usize) {
        self.con_nua = self.con_nua.saturating_add(bao_nhieu);
    }

    pub fn add(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    pub fn tep(&self) -> &'a TepNguon {
        self.tep
    }

    pub fn ten(&self) -> &'a str {
        &self.tep.ten
    }

    /// The whole file.
    pub fn top(&self) -> Span {
        Span::default()
    }

    pub fn place(&self, span: Span) -> Place {
        self.trong_muc(yaml::place(self.tep, span), span, None)
    }

    /// A place inside the field that stands there; `dong` is the line inside its value, from 1.
    pub fn trong_muc(&self, place: Place, span: Span, dong: Option<usize>) -> Place {
        place.of(self.cac_muc.duong(span.first), dong)
    }

    /// Reads the tree into a form and takes over the faults of its shape.
    pub fn form<'n, T: serde::Deserialize<'n>>(&mut self, root: &'n Node) -> Option<T> {
        let (form, problems) = decode::decode(root);
        let told = problems.into_iter().map(|(fault, span)| (sai_cho::cua_co_quan(fault), span));
        self.hinh_sai(told.collect());
        form
    }

    /// Reads the head of a kind out of the tree of a document and leaves the keys `them`, which are its
    /// body's, to whoever knows them.
    pub fn dau(&mut self, root: &Node, them: &[&str], kieu: &KieuVanBan) -> Option<DauForm> {
        let (form, problems) = decode::decode_part(root, &kieu.khoa_khong_co(), them);
        let told = problems
            .into_iter()
            .map(|(fault, span)| (sai_cho::khong_co_so(sai_cho::cua_co_quan(fault), kieu), span));
        self.hinh_sai(told.collect());
        let mut form: DauForm = form?;
        form.can(&kieu.khoa_can());
        Some(form)
    }

    /// The same for a tree of which the keys in `tru` are read elsewhere.
    pub fn form_tru<'n, T: serde::Deserialize<'n>>(
        &mut self,
        root: &'n Node,
        tru: &[&str],
    ) -> Option<T> {
        let (form, problems) = decode::decode_part(root, &[], tru);
        self.hinh_sai(problems);
        form
    }

    /// Reads a value of the tree that stands under `key`.
    pub fn sub_form<'n, T: serde::Deserialize<'n>>(
        &mut self,
        node: &'n Node,
        key: &'n str,
    ) -> Option<T> {
        let (form, problems) = decode::decode_value(node, key);
        self.hinh_sai(problems);
        form
    }

    /// Takes over faults of shape. On a line that was told already they say the same again.
    fn hinh_sai(&mut self, problems: Vec<decode::Problem>) {
        let told = self.found.iter().filter(|d| d.code == "yaml-syntax");
        let told: Vec<usize> = told.filter_map(|d| Some(d.place.as_ref()?.line)).collect();
        for (fault, span) in problems {
            // To find a place means to read the file again.
            let again = fault.code == "wrong-type" && !told.is_empty();
            if !again || !told.contains(&yaml::place(self.tep, span).line) {
                self.fault(fault, span);
            }
        }
    }

    /// How many findings there are.
    pub fn so_loi(&self) -> usize {
        self.found.len()
    }

    /// Drops of the findings from number `tu` on those that `bo` names.
    pub fn bo_sau(&mut self, tu: usize, bo: impl Fn(&Diagnostic) -> bool) {
        let mut at = 0usize;
        self.found.retain(|d| {
            at = at.saturating_add(1);
            at <= tu || !bo(d)
        });
    }

    /// Adds a finding in another file that this one draws in.
    pub fn fault_at(&mut self, fault: Fault, canh_bao: bool, place: Place) {
        let found = match canh_bao {
            true => Diagnostic::warning(fault.code, fault.message.clone()),
            false => Diagnostic::error(fault.code, fault.message.clone()),
        };
        self.push(found, fault, place);
    }

    /// Adds a fault at its words, or at the beginning of `span`.
    pub fn fault(&mut self, fault: Fault, span: Span) {
        let found = Diagnostic::error(fault.code, fault.message.clone());
        self.fault_as(found, fault, span);
    }

    /// Adds a finding that doesn't stop the document.
    pub fn warn(&mut self, fault: Fault, span: Span) {
        let found = Diagnostic::warning(fault.code, fault.message.clone());
        self.fault_as(found, fault, span);
    }

    /// Adds a matter of style or custom.
    pub fn note(&mut self, fault: Fault, span: Span) {
        let found = Diagnostic::note(fault.code, fault.message.clone());
        self.fault_as(found, fault, span);
    }

    /// Adds an error or a warning that is about two places; the other may be in another file.
    pub fn trai(&mut self, muc_do: Severity, fault: Fault, span: Span, other: Place) {
        let mut found = match muc_do {
            Severity::Error => Diagnostic::error(fault.code, fault.message.clone()),
            Severity::Warning => Diagnostic::warning(fault.code, fault.message.clone()),
            Severity::Note => Diagnostic::note(fault.code, fault.message.clone()),
        };
        found.other_place = Some(other.cut());
        self.fault_as(found, fault, span);
    }

    fn fault_as(&mut self, found: Diagnostic, fault: Fault, span: Span) {
        if self.day() {
            return;
        }
        let words = yaml::place_of_words(self.tep, span, &fault.words);
        let place = words.unwrap_or_else(|| yaml::place(self.tep, span));
        let place = self.trong_muc(place, span, None);
        self.push(found, fault, place);
    }

    fn push(&mut self, mut found: Diagnostic, fault: Fault, place: Place) {
        if self.day() {
            return;
        }
        let trong_ngoac = (fault.code == "unknown-key").then(|| goi_y(&place)).flatten();
        found.place = Some(place.cut());
        found.hint = trong_ngoac.or(fault.hint);
        let found = match fault.clause {
            Some(clause) => found.clause(clause),
            None => found,
        };
        self.found.push(found);
    }

    /// The value of a good result; the fault of a bad one is added.
    pub fn take<T>(&mut self, result: Result<T, Fault>, span: Span) -> Option<T> {
        result.map_err(|fault| self.fault(fault, span)).ok()
    }

    /// The same for results with several faults.
    pub fn take_all<T>(&mut self, result: Result<T, Vec<Fault>>, span: Span) -> Option<T> {
        result.map_err(|faults| faults.into_iter().for_each(|f| self.fault(f, span))).ok()
    }

    /// A field that must be there; `parent` is where it is missed.
    pub fn require<T>(&mut self, field: Field<T>, key: &str, parent: Span) -> Option<(T, Span)> {
        match field {
            Field::Good(value, span) => Some((value, span)),
            Field::Bad => None,
            Field::Missing if self.viet_sai(key, parent) => None,
            Field::Missing => {
                let fault = Fault::new("missing-field", format!("thiếu mục “{key}”"));
                match self.bi_dau_thang(key, parent) {
                    Some((place, hint)) => self.fault_at(fault.hint(hint), false, place),
                    None => self.fault(fault.hint(format!("thêm một dòng “{key}: …”")), parent),
                }
                None
            }
            Field::Blank(span) => {
                let item = self.place(span).line_text.trim() == "-";
                let (message, hint) = if item {
                    (
                        format!("một phần tử của “{key}” để trống"),
                        "ghi nội dung sau dấu “- ”, hoặc xoá dòng ấy",
                    )
                } else {
                    (format!("mục “{key}” để trống"), "ghi nội dung sau dấu hai chấm")
                };
                self.fault(Fault::new("empty-value", message).hint(hint), span);
                None
            }
        }
    }

    /// A line that has the key behind a `#`, and what to do about it.
    pub fn bi_dau_thang(&self, key: &str, parent: Span) -> Option<(Place, String)> {
        let has = |line: &str| {
            let rest = line.trim_start().strip_prefix('#')?.trim_start_matches(['#', ' ']);
            rest.strip_prefix(key)?.starts_with(':').then_some(())
        };
        let at = self.tep.text.lines().position(|line| has(line).is_some())?;
        let hint = format!(
            "bỏ dấu # ở đầu dòng “{key}:”; dòng có dấu # là lời chú giải nên không được đọc"
        );
        let place = self.tep.place(at.saturating_add(1), 1);
        Some((self.trong_muc(place, parent, None), hint))
    }

    /// Whether an unknown key in `parent` was taken for a misspelt `key`, so that it isn't missed too.
    pub fn viet_sai(&self, key: &str, parent: Span) -> bool {
        let hint = decode::co_phai_la(key);
        self.found.iter().any(|d| {
            let line = d.place.as_ref().map_or(0, |place| place.line);
            d.code == "unknown-key"
                && d.hint.as_ref() == Some(&hint)
                && yaml::lines(self.tep, parent).contains(&line)
        })
    }

    /// A field that may be missing or blank.
    pub fn optional<T>(&mut self, field: Option<Field<T>>) -> Option<(T, Span)> {
        match field {
            Some(Field::Good(value, span)) => Some((value, span)),
            _ => None,
        }
    }

    /// A list that must be there if `can`, and hold something wherever it is.
    pub fn danh_sach<T>(
        &mut self,
        field: Option<Field<Vec<Field<T>>>>,
        key: &str,
        top: Span,
        can: bool,
    ) -> Option<(Vec<Field<T>>, Span)> {
        let (items, span) = match field {
            Some(field @ Field::Good(..)) => self.require(field, key, top)?,
            Some(Field::Bad) => return None,
            other if can => return self.require(other.unwrap_or(Field::Missing), key, top),
            _ => return None,
        };
        if items.is_empty() {
            let fault = Fault::new("empty-value", format!("danh sách “{key}” chưa có phần tử nào"));
            self.fault(fault.hint("ghi mỗi phần tử trên một dòng, bắt đầu bằng “- ”"), span);
        }
        Some((items, span))
    }
}

/// Line breaks and runs of spaces made one space; no-break spaces stay.
pub fn mot_dong(text: &str) -> String {
    let words = text.split([' ', '\n', '\t']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
