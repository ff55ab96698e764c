//! The two standard libraries: Typst's own for the layout, and one for content templates in which
//! headings, lists and footnotes stay what they are instead of becoming pictures of themselves.

use std::sync::LazyLock;

use typst::foundations::{Content, NativeElement, NativeRuleMap, ShowFn, Target};
use typst::layout::{AlignElem, BoxElem};
use typst::model::{EmphElem, FootnoteElem, LinkElem, ListElem, StrongElem};
use typst::pdf::PdfMarkerTag;
use typst::text::{ItalicToggle, SubElem, SuperElem, TextElem, UnderlineElem, WeightDelta};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

/// Typst's library for the page layout. Only lists differ: an item is an ordinary paragraph that
/// begins with its dash, as official papers have it, yet a reader for the blind hears a list. (Typst's
/// own list layout would also let a footnote slip to the page after its mark.)
pub static LAYOUT: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::default();
    library.rules.replace::<ListElem>(Target::Paged, |elem, _, _| {
        Ok(Content::sequence(
            elem.children.iter().map(|item| PdfMarkerTag::ListItemBody(item.body.clone())),
        ))
    });
    LazyHash::new(library)
});

/// The library of a content template.
pub static CONTENT: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let mut library = Library::default();
    library.rules = content_rules();
    LazyHash::new(library)
});

const STRONG: ShowFn<StrongElem> = |elem, _, styles| {
    Ok(elem.body.clone().set(TextElem::delta, WeightDelta(elem.delta.get(styles))))
};

const EMPH: ShowFn<EmphElem> =
    |elem, _, _| Ok(elem.body.clone().set(TextElem::emph, ItalicToggle(true)));

/// A link prints as its text: official papers have no blue words.
const LINK: ShowFn<LinkElem> = |elem, _, _| Ok(elem.body.clone());

const ALIGN: ShowFn<AlignElem> =
    |elem, _, styles| Ok(elem.body.clone().set(AlignElem::alignment, elem.alignment.get(styles)));

/// A box keeps an inline element alive inside its paragraph: without it, realization would end the
/// paragraph at an element that it does not know.
fn boxed(content: Content) -> Content {
    BoxElem::new().with_body(Some(content)).pack()
}

fn content_rules() -> NativeRuleMap {
    let mut rules = NativeRuleMap::new();
    let target = Target::Paged;
    rules.register::<StrongElem>(target, STRONG);
    rules.register::<EmphElem>(target, EMPH);
    rules.register::<LinkElem>(target, LINK);
    rules.register::<AlignElem>(target, ALIGN);
    rules.register::<FootnoteElem>(target, |elem, _, _| Ok(boxed(elem.clone().pack())));
    rules.register::<SuperElem>(target, |elem, _, _| Ok(boxed(elem.clone().pack())));
    rules.register::<SubElem>(target, |elem, _, _| Ok(boxed(elem.clone().pack())));
    rules.register::<UnderlineElem>(target, |elem, _, _| Ok(boxed(elem.clone().pack())));
    rules
}
