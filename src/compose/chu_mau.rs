//! Chữ của mẫu: the words that stand in a template itself, and in the files beside it.

use rustc_hash::FxHashSet;
use typst::ecow::EcoString;
use typst::syntax::{Source, Span, SyntaxKind, SyntaxNode, ast};

/// The words of one file that a template is made of.
#[derive(Debug, Default)]
pub struct ChuMau {
    chu: FxHashSet<EcoString>,
    /// The places of those in a template.
    cho: FxHashSet<Span>,
    /// All of a file that is no template.
    tho: String,
}

impl ChuMau {
    /// The literals of a template.
    pub fn cua(source: &Source) -> Self {
        let mut all = Self::default();
        all.gom(source.root());
        all
    }

    /// A file that a template may read: whatever stands in it may come out.
    pub fn cua_tep(text: String) -> Self {
        Self { tho: text, ..Self::default() }
    }

    /// Whether a text is among the words.
    pub fn noi(&self, chu: &str) -> bool {
        self.chu.contains(chu) || !chu.is_empty() && self.tho.contains(chu)
    }

    /// Whether a place is that of such a word.
    pub fn co_cho(&self, cho: Span) -> bool {
        self.cho.contains(&cho)
    }

    fn gom(&mut self, node: &SyntaxNode) {
        let text = match node.kind() {
            SyntaxKind::Text => node.cast::<ast::Text>().map(|text| text.get().clone()),
            SyntaxKind::Str => node.cast::<ast::Str>().map(|text| text.get()),
            _ => None,
        };
        if let Some(text) = text {
            self.chu.insert(text);
            self.cho.insert(node.span());
        }
        node.children().for_each(|child| self.gom(child));
    }
}
