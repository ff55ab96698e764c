//! Lets counters, state, queries and `context` run inside a content template, without pages.

use std::num::NonZeroUsize;

use typst::diag::StrResult;
use typst::ecow::{EcoString, EcoVec};
use typst::foundations::{Content, Label, Selector};
use typst::introspection::{
    DocumentPosition, ElementIntrospector, ElementIntrospectorBuilder, Introspector, Location, Tag,
};
use typst::model::Numbering;
use typst::syntax::VirtualPath;

/// Collects what was met while the content was walked.
pub struct Collector(ElementIntrospectorBuilder<()>);

impl Default for Collector {
    fn default() -> Self {
        Self(ElementIntrospectorBuilder::new())
    }
}

impl Collector {
    pub fn meet(&mut self, tag: &Tag) {
        self.0.discover_tag(tag, ());
    }

    pub fn finish(self) -> BlocksIntrospector {
        BlocksIntrospector(self.0.finalize())
    }
}

/// Answers the template's questions about its own content. There are no pages yet, so questions about
/// pages have no answer.
pub struct BlocksIntrospector(ElementIntrospector<()>);

impl Introspector for BlocksIntrospector {
    fn query(&self, selector: &Selector) -> EcoVec<Content> {
        self.0.query(selector)
    }

    fn query_first(&self, selector: &Selector) -> Option<Content> {
        self.0.query_first(selector)
    }

    fn query_unique(&self, selector: &Selector) -> StrResult<Content> {
        self.0.query_unique(selector)
    }

    fn query_label(&self, label: Label) -> StrResult<&Content> {
        self.0.query_label(label)
    }

    fn query_labelled(&self) -> EcoVec<Content> {
        self.0.query_labelled()
    }

    fn query_count_before(&self, selector: &Selector, end: Location) -> usize {
        self.0.query_count_before(selector, end)
    }

    fn label_count(&self, label: Label) -> usize {
        self.0.label_count(label)
    }

    fn locator(&self, key: u128, base: Location) -> Option<Location> {
        self.0.locator(key, base)
    }

    fn pages(&self, _: Location) -> Option<NonZeroUsize> {
        None
    }

    fn page(&self, _: Location) -> Option<NonZeroUsize> {
        None
    }

    fn position(&self, _: Location) -> Option<DocumentPosition> {
        None
    }

    fn page_numbering(&self, _: Location) -> Option<&Numbering> {
        None
    }

    fn page_supplement(&self, _: Location) -> Option<&Content> {
        None
    }

    fn anchor(&self, _: Location) -> Option<&EcoString> {
        None
    }

    fn document(&self, _: Location) -> Option<Location> {
        None
    }

    fn path(&self, _: Location) -> Option<&VirtualPath> {
        None
    }
}
