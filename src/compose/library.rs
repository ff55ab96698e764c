//! The two standard libraries: Typst's own for the layout, and one for content templates in which
//! headings, lists and footnotes stay what they are instead of becoming pictures of themselves.

use std::sync::LazyLock;

use typst::comemo::Tracked;
use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{
    Args, Binding, Content, Context, Func, NativeElement, NativeFunc, NativeFuncData,
    NativeFuncPtr, NativeRuleMap, ShowFn, Target, Value,
};
use typst::layout::{AlignElem, BoxElem};
use typst::loading::json;
use typst::model::{EmphElem, FootnoteElem, LinkElem, ListElem, StrongElem};
use typst::pdf::PdfMarkerTag;
use typst::text::{ItalicToggle, SubElem, SuperElem, TextElem, UnderlineElem, WeightDelta};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};

use super::chuoi;
use super::world::DATA_PATH;

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
    if let Some(json) = library.global.scope_mut().get_mut(JSON.name) {
        *json = Binding::detached(Func::from(&JSON));
    }
    LazyHash::new(library)
});

/// Typst's own `json`, except that the texts of the document's data are known again in what the template says.
static JSON: NativeFuncData = NativeFuncData {
    function: NativeFuncPtr(&read_json),
    name: "json",
    title: "JSON",
    docs: "",
    def_site: None,
    keywords: &[],
    contextual: false,
    scope: LazyLock::new(&|| (*json::data().scope).clone()),
    params: LazyLock::new(&|| (*json::data().params).clone()),
    returns: LazyLock::new(&|| (*json::data().returns).clone()),
};

fn read_json(
    engine: &mut Engine,
    context: Tracked<Context>,
    args: &mut Args,
) -> SourceResult<Value> {
    let source = args.items.iter().find(|arg| arg.name.is_none());
    let data = source
        .is_some_and(|arg| matches!(&arg.value.v, Value::Str(path) if path.as_str() == DATA_PATH));
    let value = (json::data().function.0)(engine, context, args)?;
    Ok(if data { chuoi::du_lieu(value) } else { value })
}

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
