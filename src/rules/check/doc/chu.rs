//! Chữ: the texts of fields: a line, paragraphs, rich text, grounds, the closing sentence.

use super::{Doc, mot_dong};
use crate::model::than_bai::dau_thua;
use crate::model::{ChoChu, Chu, Fault, Loi, Nguon, PhanChu};
use crate::reading::form::{Field, Text, TextOrList};
use crate::reading::yaml::Span;
use crate::rules::check::doan::{Doan, cac_doan, tung_dong};

/// The number of the last node whose own sign (`|`, `>`) is looked up.
const XA_NHAT: usize = 1_000;

/// What may stand at the end of the closing sentence in place of `./.`.
const DUOI_CAU: &[char] = &['.', '/', ' ', '\u{a0}'];

impl Doc<'_> {
    /// Text on one line, or none.
    pub fn optional_line(&mut self, field: Option<Field<Text>>) -> Option<(Loi, Span)> {
        let (Text(text), span) = self.optional(field)?;
        Some((self.loi(mot_dong(&text), span), span)).filter(|(line, _)| !line.is_empty())
    }

    /// Words of the field that stands there.
    pub fn loi(&self, chu: String, span: Span) -> Loi {
        Loi::new(chu, Some(Nguon::ca(self.muc(span))))
    }

    /// Rich text, or none.
    pub fn optional_chu(&mut self, field: Option<Field<Text>>) -> Option<Chu> {
        let (Text(text), span) = self.optional(field)?;
        if mot_dong(&text).is_empty() {
            return None;
        }
        let chu = self.chu_cua(&text, &[(0, 0)], span);
        self.khong_chu_thich(&chu, span, &[]);
        Some(chu)
    }

    /// Rich text that the field there says, in pieces as [`ChoChu`] has them.
    pub fn chu_cua(&mut self, text: &str, manh: &[(usize, usize)], span: Span) -> Chu {
        self.dau_thua(text, span, None);
        Chu::doc(text, Some(&ChoChu { muc: &self.muc(span), manh }))
    }

    /// Rich texts, or none.
    pub fn optional_chu_list(&mut self, field: Option<Field<TextOrList>>, key: &str) -> Vec<Chu> {
        match self.optional(field) {
            Some((value, span)) => self.chu_list(Field::Good(value, span), key, span),
            None => Vec::new(),
        }
    }

    /// A count from 1 on, or none.
    pub fn so_dem(&mut self, field: Option<Field<Text>>, key: &str) -> Option<(u64, Span)> {
        let (text, span) = self.optional_line(field)?;
        let digits = text.bytes().all(|b| b.is_ascii_digit()) && text.len() <= 9;
        match text.parse::<u64>() {
            Ok(number) if digits && number > 0 => Some((number, span)),
            _ => {
                let message = format!("mục “{key}” phải là một số đếm từ 1, không phải “{text}”");
                let fault = Fault::new("wrong-type", message);
                self.fault(fault.hint("chỉ ghi con số, ví dụ: 18"), span);
                None
            }
        }
    }

    /// Text on one line that must be there and hold something.
    pub fn line(&mut self, field: Field<Text>, key: &str, parent: Span) -> Option<(Loi, Span)> {
        let (Text(text), span) = self.require(field, key, parent)?;
        let line = self.mot_dong(&text, span, key, parent)?;
        Some((self.loi(line, span), span))
    }

    /// The one line of a field's text; several paragraphs are a fault, and so is none.
    fn mot_dong(&mut self, text: &str, span: Span, key: &str, parent: Span) -> Option<String> {
        let line = mot_dong(text);
        if self.cac_doan(text, span).len() > 1 {
            let fault = Fault::new(
                "several-paragraphs",
                format!("“{key}”: ở đây chỉ ghi được một đoạn văn"),
            );
            let hint =
                "bỏ dòng trống để nối thành một đoạn; danh sách thì mỗi đoạn là một phần tử “- ”";
            self.fault(fault.hint(hint), span);
        }
        if line.is_empty() {
            return self.require::<String>(Field::Blank(span), key, parent).map(|(v, _)| v);
        }
        Some(line)
    }

    /// The same for text that is printed as it is written: no emphasis, no footnote mark.
    pub fn plain(&mut self, field: Field<Text>, key: &str, parent: Span) -> Option<(Loi, Span)> {
        // A value that a list gave is letters, and no mark in it is one.
        let typed = match &field {
            Field::Good(Text(typed), _) => mot_dong(typed),
            _ => String::new(),
        };
        let (text, span) = self.line(field, key, parent)?;
        let chu = Chu::parse(&typed);
        let mark = chu.dau_chu_thich().next().map(|ten| format!("[^{ten}]"));
        let stressed = chu
            .phan()
            .iter()
            .any(|p| matches!(p, PhanChu::Chu { dam, nghieng, .. } if *dam || *nghieng));
        let words = match (mark, stressed) {
            (Some(mark), _) => mark,
            (None, true) => "*".to_owned(),
            (None, false) => {
                self.dau_thua(
                    &typed,
                    span,
                    Some("bỏ dấu ấy; mục này in theo kiểu chữ của Nghị định"),
                );
                return Some((text, span));
            }
        };
        let message =
            format!("“{key}” in nguyên như đã gõ, không nhận chữ đậm, chữ nghiêng hay chú thích");
        let fault = Fault::new("plain-text-only", message).words(words);
        self.fault(fault.hint("bỏ các dấu **…**, *…* và [^…] ở đây"), span);
        Some((text, span))
    }

    /// Marks of other languages, which would be printed as letters, are told; with advice of its own where no mark
    /// means anything.
    fn dau_thua(&mut self, text: &str, span: Span, goi_y: Option<&str>) {
        for fault in dau_thua::trong_loi(text) {
            let fault = match goi_y {
                Some(goi_y) => fault.hint(goi_y),
                None => fault,
            };
            self.warn(fault, span);
        }
    }

    /// The closing sentence, with the end that the program writes: `./.`, once (forms of PL III).
    pub fn cau_ket(&mut self, field: Field<Text>, key: &str, parent: Span) -> Option<Chu> {
        let span = match &field {
            Field::Good(_, span) => *span,
            _ => parent,
        };
        let chu = self.chu(field, key, parent)?;
        let text = chu.chu_tron();
        if let Some(end) = text.trim_end().chars().last().filter(|c| "!?;,:…".contains(*c)) {
            let fault = Fault::new("bad-ending", format!("câu kết kết thúc bằng dấu “{end}”"));
            let hint = "bỏ dấu ấy hoặc thay bằng dấu chấm; chương trình tự ghi “./.”";
            self.fault(fault.hint(hint), span);
        }
        Some(chu.thay_duoi(DUOI_CAU, "./."))
    }

    /// The closing sentence of a document that may leave it to its template.
    pub fn optional_cau_ket(&mut self, field: Option<Field<Text>>) -> Option<Chu> {
        match field {
            Some(Field::Good(text, span)) => self.cau_ket(Field::Good(text, span), "ket", span),
            _ => None,
        }
    }

    /// Rich text in which no footnote mark may stand.
    pub fn chu(&mut self, field: Field<Text>, key: &str, parent: Span) -> Option<Chu> {
        let (chu, span) = self.chu_tho(field, key, parent)?;
        self.khong_chu_thich(&chu, span, &[]);
        Some(chu)
    }

    /// Rich text with whatever marks it has.
    pub fn chu_tho(&mut self, field: Field<Text>, key: &str, parent: Span) -> Option<(Chu, Span)> {
        let (Text(text), span) = self.require(field, key, parent)?;
        self.mot_dong(&text, span, key, parent)?;
        Some((self.chu_cua(&text, &[(0, 0)], span), span))
    }

    fn chu_mot_doan(
        &mut self,
        text: &str,
        manh: &[(usize, usize)],
        span: Span,
        (key, parent): (&str, Span),
    ) -> Option<Chu> {
        self.mot_dong(text, span, key, parent)?;
        let chu = self.chu_cua(text, manh, span);
        self.khong_chu_thich(&chu, span, &[]);
        Some(chu)
    }

    /// The paragraphs of a text.
    fn cac_doan(&self, text: &str, span: Span) -> Vec<Doan> {
        if !text.trim().contains('\n') {
            return vec![Doan { chu: text.to_owned(), manh: vec![(0, 0)] }];
        }
        // To look is dear far down in a file, and no hồ sơ goes so far.
        let place = (span.first < XA_NHAT).then(|| self.place(span));
        let sign = place.and_then(|p| p.line_text.chars().nth(p.column.saturating_sub(1)));
        cac_doan(text, sign.is_none_or(|c| c == '|'))
    }

    /// Rich texts, at least one; a single text counts as a list of its paragraphs.
    pub fn chu_list(&mut self, field: Field<TextOrList>, key: &str, parent: Span) -> Vec<Chu> {
        self.chu_list_theo(field, key, parent, |doc, text, span| doc.cac_doan(text, span))
    }

    /// The same where every line of a text counts: grounds.
    pub fn chu_list_tung_dong(
        &mut self,
        field: Field<TextOrList>,
        key: &str,
        parent: Span,
    ) -> Vec<Chu> {
        self.chu_list_theo(field, key, parent, |_, text, _| tung_dong(text))
    }

    fn chu_list_theo(
        &mut self,
        field: Field<TextOrList>,
        key: &str,
        parent: Span,
        chia: impl Fn(&Self, &str, Span) -> Vec<Doan>,
    ) -> Vec<Chu> {
        match self.require(field, key, parent) {
            None => Vec::new(),
            Some((TextOrList::One(text), span)) => {
                let parts = chia(self, &text, span);
                let whole = || vec![Doan { chu: text.clone(), manh: vec![(0, 0)] }];
                let parts = if parts.is_empty() { whole() } else { parts };
                let chu =
                    |part: Doan| self.chu_mot_doan(&part.chu, &part.manh, span, (key, parent));
                parts.into_iter().filter_map(chu).collect()
            }
            Some((TextOrList::Many(items), span)) => self.chu_items(items, key, span),
        }
    }

    /// The items of a list of rich texts, at least one.
    pub fn chu_items(&mut self, items: Vec<Field<Text>>, key: &str, span: Span) -> Vec<Chu> {
        if items.is_empty() {
            let fault = Fault::new("empty-value", format!("danh sách “{key}” chưa có phần tử nào"));
            self.fault(fault.hint("ghi mỗi phần tử trên một dòng, bắt đầu bằng “- ”"), span);
        }
        items.into_iter().filter_map(|item| self.chu(item, key, span)).collect()
    }

    /// Every mark must have its note; only the names in `known` have one here.
    pub fn khong_chu_thich(&mut self, chu: &Chu, span: Span, known: &[&str]) {
        for ten in chu.dau_chu_thich().filter(|ten| !known.contains(ten)) {
            let message = format!("dấu chú thích [^{ten}] không có nội dung chú thích");
            let hint = "chú thích chỉ có ở chu_de của một đợt: ghi [^cu_the] và thêm mục cu_the; \
                        nếu muốn in nguyên dấu ấy thì viết \\[^…]";
            let fault = Fault::new("mark-without-note", message).hint(hint);
            self.fault(fault.words(format!("[^{ten}]")), span);
        }
    }
}
