//! What goes over the pipe: tasks one way, these answers the other.

use serde::{Deserialize, Serialize};

use crate::compose::compile::Compiled;
use crate::diagnostic::Diagnostic;

#[derive(Debug, Serialize, Deserialize)]
pub enum Answer {
    /// The worker has started.
    Ready,
    Said(Compiled),
    Faults(Vec<Diagnostic>),
    /// The template says more than a line may hold, some eight hundred pages. The layout of what comes
    /// back has no bound of its own.
    TooLong,
    /// Typst itself failed; the worker ends after this.
    Panicked(String),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::document::{
        Block, Canh, Cell, DoRong, Heading, Inline, Item, Paragraph, Table, Text,
    };

    fn sent(answer: &Answer) -> Answer {
        serde_json::from_str(&serde_json::to_string(answer).unwrap()).unwrap()
    }

    #[test]
    fn blocks_come_back_as_they_were() {
        let text =
            || vec![Inline::Text(Text { chu: "à\"b".into(), dam: true, ..Text::default() })];
        let par = || Block::Paragraph(Paragraph { noi_dung: text(), ..Paragraph::default() });
        let note = Inline::Footnote { noi_dung: vec![par()] };
        let cell =
            Cell { cot: 1, gop_cot: 2, gop_hang: 1, canh: Canh::Phai, noi_dung: vec![par()] };
        let than_bai = vec![
            Block::Heading(Heading {
                cap: 2,
                kieu: Default::default(),
                muc_luc: 1,
                so: Some("1.".into()),
                noi_dung: text(),
                lien_van: vec![note, Inline::LineBreak],
                giu_voi_sau: true,
            }),
            Block::Item(Item { cap: 1, dau: "-".into(), noi_dung: text(), giu_voi_sau: false }),
            Block::Table(Table {
                khong_ke: true,
                cot: vec![DoRong::Mm(12.5), DoRong::Phan(2.0)],
                so_hang_dau: 1,
                hang: vec![vec![cell], vec![]],
                hang_cao: vec![1],
            }),
        ];
        let said = Compiled { than_bai, phu_luc: vec![], cau_chu: vec!["ket".into()], goc: vec![] };
        let Answer::Said(back) = sent(&Answer::Said(said.clone())) else { panic!() };
        assert_eq!(back, said);
    }
}
